"""What is the same in every document that is sent out: styles, settings, the page, how the parts belong together."""

from collections.abc import Container
from importlib.resources import files

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ASSETS = files("reviewtui.exchange.word.writing") / "assets"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{RELATIONSHIPS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/footnotes.xml": f"{_WORD}.footnotes+xml",
    "word/comments.xml": f"{_WORD}.comments+xml",
    "word/commentsExtended.xml": f"{_WORD}.commentsExtended+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
DOCUMENT_PARTS = {
    "rIdStyles": (f"{RELATIONSHIPS}/styles", "styles.xml"),
    "rIdNumbering": (f"{RELATIONSHIPS}/numbering", "numbering.xml"),
    "rIdSettings": (f"{RELATIONSHIPS}/settings", "settings.xml"),
    "rIdFootnotes": (f"{RELATIONSHIPS}/footnotes", "footnotes.xml"),
    "rIdComments": (f"{RELATIONSHIPS}/comments", "comments.xml"),
    "rIdExtended": ("http://schemas.microsoft.com/office/2011/relationships/commentsExtended", "commentsExtended.xml"),
    "rIdFooter": (f"{RELATIONSHIPS}/footer", "footer1.xml"),
}
_ROOT_PARTS = {
    "rId1": (f"{RELATIONSHIPS}/officeDocument", "word/document.xml"),
    "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    "rId3": (f"{RELATIONSHIPS}/extended-properties", "docProps/app.xml"),
    "rId4": (f"{RELATIONSHIPS}/custom-properties", "docProps/custom.xml"),
}


def content_types(*, without: Container[str] = ()) -> str:
    """Return the part that says what each part is, but for those that a file is `without`."""
    parts = {name: kind for name, kind in _CONTENT.items() if name not in without}
    inside = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    )


def relationships(inside: str) -> str:
    """Return a part of relationships."""
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def pointers(parts: dict[str, tuple[str, str]]) -> str:
    """Return relationships to parts, by id."""
    return "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, (kind, target) in parts.items()
    )


def root_relationships() -> str:
    """Return the relationships of the package."""
    return relationships(pointers(_ROOT_PARTS))


def part(name: str, inside: str) -> str:
    """Return a part of WordprocessingML whose root element is `name`."""
    return f"{DECLARATION}<w:{name} {SPACES}>{inside}</w:{name}>"


def extended_part(inside: str) -> str:
    """Return the part that extends comments."""
    return f"{DECLARATION}<w15:commentsEx {SPACES}>{inside}</w15:commentsEx>"


def asset(name: str) -> str:
    """Return a part that is the same in every file: `styles.xml`, `settings.xml` or `footer.xml`.

    Styles are 12 pt without serifs, left-aligned, British English; by the settings whatever is changed is tracked, and
    nobody can switch that off.
    """
    return (_ASSETS / name).read_text("utf-8")


def section_end() -> str:
    """Return the last element of the body: A4, with the foot of the page."""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="709" w:footer="709" '
        'w:gutter="0"/></w:sectPr>'
    )
