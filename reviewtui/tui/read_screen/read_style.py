"""Where outline, text and thread stand on the reading screen, by its width and height."""

from reviewtui.tui.appearance.page_geometry import AMPLE, BROAD, MEDIUM, PANES, ROOMY, VAST, WIDE

WIDTHS = [(0, "-narrow"), (MEDIUM, "-medium"), (WIDE, "-wide"), (AMPLE, "-ample"), (BROAD, "-broad"), (VAST, "-vast")]
"""The name of each width, by the columns from which it counts."""
CSS = """
ReadScreen #body {{ layout: grid; height: 1fr; grid-size: 3 1; grid-columns: {wide}; }}
ReadScreen.-ample #body {{ grid-columns: {ample}; }}
ReadScreen.-broad #body {{ grid-columns: {broad}; }}
ReadScreen.-vast #body {{ grid-columns: {vast}; }}
ReadScreen.-closed #body {{ grid-size: 2 1; grid-columns: 1fr 38; }}
ReadScreen.-closed OutlinePane {{ display: none; }}
ReadScreen.-medium #body {{ grid-size: 2 2; grid-columns: {medium}; grid-rows: 1fr auto; }}
ReadScreen.-medium ThreadPane, ReadScreen.-narrow ThreadPane {{ height: auto; min-height: 5; max-height: 10; }}
ReadScreen.-medium OutlinePane {{ row-span: 2; }}
ReadScreen.-medium.-tall ThreadPane {{ max-height: 14; }}
ReadScreen.-medium.-roomy #body {{ grid-columns: {roomy}; }}
ReadScreen.-medium.-alone #body {{ grid-size: 2 1; grid-rows: 1fr; }}
ReadScreen.-medium.-alone OutlinePane {{ row-span: 1; }}
ReadScreen.-medium.-closed #body, ReadScreen.-narrow #body {{
    grid-size: 1 2; grid-columns: 1fr; grid-rows: 1fr auto; }}
ReadScreen.-narrow ThreadPane {{ max-height: 9; }}
ReadScreen.-low.-narrow ThreadPane {{ min-height: 4; max-height: 6; }}
ReadScreen.-medium.-closed.-alone #body, ReadScreen.-narrow.-alone #body {{ grid-size: 1 1; grid-rows: 1fr; }}
ReadScreen.-medium.-alone ThreadPane, ReadScreen.-narrow.-alone ThreadPane {{ display: none; }}
ReadScreen.-narrow OutlinePane {{ display: none; }}
ReadScreen.-narrow.-drawer #body {{ grid-size: 1 1; grid-rows: 1fr; }}
ReadScreen.-narrow.-drawer OutlinePane {{ display: block; }}
ReadScreen.-narrow.-drawer Reader, ReadScreen.-narrow.-drawer ThreadPane {{ display: none; }}
ReadScreen.-zoomed #body, ReadScreen.-closed.-zoomed #body,
ReadScreen.-narrow.-zoomed #body, ReadScreen.-medium.-zoomed #body,
ReadScreen.-medium.-zoomed.-closed #body {{ grid-size: 1 1; grid-columns: 1fr; grid-rows: 1fr; }}
ReadScreen.-zoomed OutlinePane, ReadScreen.-zoomed ThreadPane {{ display: none; }}
ReadScreen Reader {{ border: round $panel-lighten-2; }}
ReadScreen Reader:focus {{ border: round $primary; }}
ReadScreen.-narrow Reader {{ border: none; }}
""".format(
    wide="{} 1fr {}".format(*PANES[WIDE]),
    ample="{} 1fr {}".format(*PANES[AMPLE]),
    broad="{} 1fr {}".format(*PANES[BROAD]),
    vast="{} 1fr {}".format(*PANES[VAST]),
    medium="{} 1fr".format(*PANES[MEDIUM]),
    roomy="{} 1fr".format(*PANES[ROOMY]),
)
