"""What is painted: highlights, gutter, hostile text, every size and theme."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewtui.tui.reader.highlight import ChangedPassage, Highlight
from reviewtui.tui.reader.line_painter import GUTTER
from reviewtui.views.page.cells import text_width
from tests.tui.reader.reader_app import ReaderApp
from tests.views.page.strategies import markdown

TEXT = "Officers must think first. Then they may post.\n\nAnother paragraph.\n"
HOSTILE = (
    "\x1b[31mred\x1b]0;title\x07 \x9b2J [/] x[/] [@click=app.quit]quit[/] "
    "\u202eevil\u2066 \u200b &#8238; }, [/* d */]);"
)


def mark(app: ReaderApp, words: str) -> int:
    return app.reader.prose.source.index(words)


async def test_a_remark_is_underlined_and_has_a_letter_and_a_state() -> None:
    """Shape says it, not colour alone: underline and the kind's letter; one that is decided has a sign too."""
    app = ReaderApp()
    async with app.run_test(size=(70, 10)):
        app.reader.show(TEXT, highlights=[Highlight(9, 19, "substance", "open", "k")])
        strip = app.reader.render_line(0)
        assert strip.text.lstrip().startswith("s  ")
        underlined = "".join(segment.text for segment in strip if segment.style and segment.style.underline)
        assert underlined == "must think"
        app.reader.show(TEXT, highlights=[Highlight(9, 19, "substance", "accepted", "k")])
        assert app.reader.render_line(0).text.lstrip().startswith("s\u2713")


async def test_overlapping_remarks_are_readable() -> None:
    """Where two overlap the line is double, and the gutter counts them."""
    app = ReaderApp()
    async with app.run_test(size=(70, 10)):
        remarks = [Highlight(0, 19, "substance", "open", "a"), Highlight(9, 26, "wording", "open", "b")]
        app.reader.show(TEXT, highlights=remarks)
        strip = app.reader.render_line(0)
        double = "".join(segment.text for segment in strip if segment.style and segment.style.underline2)
        assert double == "must think"
        assert strip.text.lstrip()[0] == "2"


async def test_the_active_remark_stands_in_brackets() -> None:
    """Brackets take the spaces beside it; no letter moves."""
    app = ReaderApp()
    async with app.run_test(size=(70, 10)):
        app.reader.show(TEXT, highlights=[Highlight(9, 19, "substance", "open", "k", active=True)])
        assert "Officers\u2590must think\u258cfirst." in app.rows()[0]


async def test_insertion_points_are_visible() -> None:
    """A gap shows as a diamond in the space there, or in the gutter where there is none."""
    app = ReaderApp()
    async with app.run_test(size=(70, 10)):
        gaps = [Highlight(9, 9, "missing", "open", "a"), Highlight(47, 47, "missing", "open", "b")]
        app.reader.show(TEXT, highlights=gaps)
        rows = app.rows()
        assert "Officers\u25c7must" in rows[0]
        assert rows[1].lstrip().startswith("\u25c7")
        app.reader.show(TEXT, highlights=[Highlight(11, 11, "missing", "open", "a")])
        assert app.rows()[0].lstrip().startswith("\u25c7 ")
        assert "must" in app.rows()[0]


async def test_the_gutter_tells_changes_and_what_is_new() -> None:
    """A thin bar for the last release, a thick one for what I have not seen, a wedge where words went."""
    app = ReaderApp()
    async with app.run_test(size=(70, 10)):
        at = len("Officers must think first. Then they may post.\n\n")
        app.reader.show(
            "One.\n\nTwo.\n\nThree.",
            changed=[ChangedPassage(0, 3), ChangedPassage(6, 9, new=True), ChangedPassage(13, 13)],
        )
        signs = [row.strip()[:1] for row in app.rows()[:5]]
        assert signs == ["\u2595", "", "\u2590", "", "\u25b4"]
        assert at > 0


async def test_labels_stand_beside_the_text_where_there_is_room() -> None:
    """Wide screens show whose remark it is; what others wrote is made visible there too."""
    app = ReaderApp()
    async with app.run_test(size=(130, 10)):
        app.reader.show(TEXT, highlights=[Highlight(9, 19, "wording", "open", "k", label="k3f9 \x1b[31m[/]")])
        assert app.rows()[0].endswith("k3f9 \u241b[31m[/]")


async def test_hostile_text_never_reaches_the_strips_raw() -> None:
    """Escapes, bidirectional controls and markup are shown, and nothing of them acts."""
    app = ReaderApp()
    async with app.run_test(size=(150, 20)) as pilot:
        remark = Highlight(3, 9, "\x1b[1m", "[/]", "k", label=HOSTILE, active=True)
        app.reader.show(f"# {HOSTILE}\n\n{HOSTILE}\n\n```\n{HOSTILE}\n```\n", highlights=[remark], title=HOSTILE)
        await pilot.press("plus", "plus", "ctrl+t", "pagedown")
        app.reader.styles.border = ("round", "red")
        await pilot.pause()
        for strip in [app.reader.render_line(y) for y in range(20)]:
            assert not {unicodedata.category(char) for char in strip.text} & {"Cc", "Cs", "Cf"}
            assert not any(segment.style and (segment.style.meta or segment.style.link) for segment in strip)
        await pilot.click(app.reader, offset=(60, 3))
        assert app.is_running
        shown = app.export_screenshot()
        assert "\x1b" not in shown
        assert "\u202e" not in shown


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(markdown(), st.integers(12, 120))
async def test_strips_are_as_wide_as_the_page(source: str, width: int) -> None:
    """Whatever the text, each line fills the page exactly, and our widths are those of the terminal library."""
    app = ReaderApp()
    async with app.run_test(size=(width, 12)):
        app.reader.show(source)
        for y in range(12):
            strip = app.reader.render_line(y)
            assert strip.cell_length == app.reader.page.measure.page
            assert sum(segment.cell_length for segment in strip) == strip.cell_length


@pytest.mark.slow
async def test_any_size_will_do() -> None:
    """From 20 by 5 to 300 by 100 and back, the first line stays the first."""
    app = ReaderApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.reader.show(f"{TEXT}\n" * 60, highlights=[Highlight(9, 19, "wording", "open", "k", active=True)])
        app.reader.go_to(1500)
        for size in [(20, 5), (300, 100), (1, 1), (60, 15), (500, 200), (33, 7), (80, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.press("down", "up", "pagedown", "plus", "escape")
            app.rows()
        assert app.reader.page.measure.text == 80 - 1 - GUTTER - 2


async def test_the_text_at_the_top_stays_there_when_the_width_changes() -> None:
    """A resize sets the text anew around what was being read."""
    app = ReaderApp()
    async with app.run_test(size=(100, 20)) as pilot:
        app.reader.show("\n\n".join(f"Paragraph {number} " + "word " * 40 for number in range(200)))
        app.reader.go_to(app.reader.prose.source.index("Paragraph 120"))
        app.reader.scroll_to(y=app.reader.prose.position_of(app.reader.caret)[0], animate=False)
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        assert "Paragraph 120" in app.rows()[0]


async def test_scrolling_up_from_a_far_jump_shows_every_line_once() -> None:
    """Heights that were estimates become known without a line being skipped or shown twice."""
    app = ReaderApp()
    source = "\n\n".join(
        f"Paragraph {number} " + "[word](https://a.example/long/target) " * 30 for number in range(300)
    )
    async with app.run_test(size=(90, 20)) as pilot:
        app.reader.show(source)
        app.reader.go_to(source.index("Paragraph 250"))
        await pilot.pause()
        starts = []
        for _ in range(200):
            starts.append(app.reader.prose.line(app.reader.scroll_offset.y).start)
            app.reader.scroll_relative(y=-1, animate=False)
        line, _ = app.reader.prose.position_of(starts[-1])
        wanted = [app.reader.prose.line(y).start for y in range(line, line + 200)]
        assert starts[::-1] == wanted


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
async def test_every_theme_and_no_colour(theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Themes change at run time, and without colour the signs are still there."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = ReaderApp()
    async with app.run_test(size=(70, 10)) as pilot:
        app.reader.show(TEXT, highlights=[Highlight(9, 19, "substance", "contested", "k", active=True)])
        app.theme = theme
        await pilot.pause()
        await pilot.press("shift+right")
        assert any(segment.style and segment.style.reverse for segment in app.reader.render_line(0))
        assert "\u2590must think\u258c" in app.rows()[0]


@pytest.mark.slow
def test_our_cell_widths_are_those_of_the_terminal_library() -> None:
    """Every character that may reach the screen has the width that the terminal library gives it."""
    from rich.cells import cell_len

    from reviewtui.text.words.visible import visible

    wrong = []
    for code in range(0x20, 0x30000):
        char = chr(code)
        if visible(char) == char and text_width(char) != cell_len(char):
            wrong.append(hex(code))
    assert wrong == []
    for sequence in ("1\ufe0f\u20e3", "\U0001f469\u200d\U0001f4bb", "\U0001f3f3\ufe0f\u200d\U0001f308", "\u2764\ufe0f"):
        assert text_width(sequence) == cell_len(sequence)


async def test_lines_that_are_kept_are_never_stale() -> None:
    """After whatever changed, the screen is what a page painted for the first time shows."""
    app = ReaderApp()
    remark = Highlight(9, 19, "wording", "open", "k", label="k3f9", active=True)
    async with app.run_test(size=(110, 16)) as pilot:

        async def look() -> None:
            await pilot.pause()
            now = [app.reader.render_line(y) for y in range(app.reader.size.height)]
            app.reader.notify_style_update()
            anew = [app.reader.render_line(y) for y in range(app.reader.size.height)]
            assert [list(strip) for strip in now] == [list(strip) for strip in anew]

        app.reader.show(TEXT * 30)
        await look()
        app.reader.show(TEXT * 30, highlights=[remark], changed=[ChangedPassage(0, 5)])
        await look()
        for keys in (["down"], ["shift+down"], ["escape"], ["pagedown"], ["ctrl+t"], ["ctrl+end"], ["plus", "plus"]):
            await pilot.press(*keys)
            await look()
        app.theme = "textual-light"
        await look()
        await pilot.resize_terminal(70, 12)
        await look()
        app.reader.show("Another text.\n\n" * 20, highlights=[remark])
        await look()
        app.reader.select(0, 30)
        await look()
        app.set_focus(None)
        await look()
