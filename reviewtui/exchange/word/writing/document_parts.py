"""The parts of a document beside its words: styles, settings, the page, and properties by which it finds home again."""

from collections.abc import Mapping
from datetime import datetime
from importlib.resources import files
from xml.sax.saxutils import escape, quoteattr

from reviewtui.exchange.word.writing.run_xml import moment

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ASSETS = files("reviewtui.exchange.word.writing") / "assets"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{RELATIONSHIPS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
)
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def asset(name: str, inside: str = "") -> str:
    """Return a part of the folder of assets, with `inside` before the end of its root element.

    Styles are 12 pt without serifs, left-aligned, British English; by the settings whatever is changed is tracked, and
    nobody can switch that off.
    """
    head, end, tail = (_ASSETS / name).read_text("utf-8").rpartition("</")
    return f"{head}{inside}{end}{tail}"


def part(name: str, inside: str) -> str:
    """Return a part of WordprocessingML whose root element is `name`."""
    return f"{_DECLARATION}<w:{name} {_SPACES}>{inside}</w:{name}>"


def extended_part(inside: str) -> str:
    """Return the part that extends comments."""
    return f"{_DECLARATION}<w15:commentsEx {_SPACES}>{inside}</w15:commentsEx>"


def section_end() -> str:
    """Return the last element of the body: A4, with the foot of the page."""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="709" w:footer="709" '
        'w:gutter="0"/></w:sectPr>'
    )


def core_properties(title: str, at: datetime) -> str:
    """Return the usual properties; nobody is named."""
    when = moment(at)
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>en-GB</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified></cp:coreProperties>'
    )


def custom_properties(properties: Mapping[str, str]) -> str:
    """Return our own properties, each a text."""
    inside = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties.items(), start=2)
    )
    spaces = f'xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
    return f"{_DECLARATION}<Properties {spaces}>{inside}</Properties>"
