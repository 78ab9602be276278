"""What is the same in every document that is sent out: styles, settings, the page, how the parts belong together."""

from importlib.resources import files

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ASSETS = files("reviewtui.exchange.word.writing") / "assets"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{RELATIONSHIPS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
)


def asset(name: str, inside: str = "") -> str:
    """Return a part of the folder of assets, with `inside` before the end of its root element.

    Styles are 12 pt without serifs, left-aligned, British English; by the settings whatever is changed is tracked, and
    nobody can switch that off.
    """
    head, end, tail = (_ASSETS / name).read_text("utf-8").rpartition("</")
    return f"{head}{inside}{end}{tail}"


def part(name: str, inside: str) -> str:
    """Return a part of WordprocessingML whose root element is `name`."""
    return f"{DECLARATION}<w:{name} {SPACES}>{inside}</w:{name}>"


def extended_part(inside: str) -> str:
    """Return the part that extends comments."""
    return f"{DECLARATION}<w15:commentsEx {SPACES}>{inside}</w15:commentsEx>"


def section_end() -> str:
    """Return the last element of the body: A4, with the foot of the page."""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="709" w:footer="709" '
        'w:gutter="0"/></w:sectPr>'
    )
