"""What is the same in every document that is sent out: styles, settings, the page, how the parts belong together."""

from collections.abc import Container

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
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
_FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
_MONO = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
_HEADING_SIZES = (36, 32, 28, 26, 24, 24)


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


def settings() -> str:
    """Return the settings: what is changed is tracked, and nobody can switch that off."""
    return part(
        "settings",
        '<w:zoom w:percent="100"/><w:trackRevisions/>'
        '<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/><w:defaultTabStop w:val="567"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/>',
    )


def footer() -> str:
    """Return the foot of each page: its number."""
    fields = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    begin, separate, end = fields.replace("</w:r><w:r>", "</w:r>|<w:r>").split("|")
    code = '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    number = f"{begin}{code}{separate}<w:r><w:t>1</w:t></w:r>{end}"
    return part(
        "ftr",
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">Page </w:t></w:r>{number}</w:p>',
    )


def section_end() -> str:
    """Return the last element of the body: A4, with the foot of the page."""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="709" w:footer="709" '
        'w:gutter="0"/></w:sectPr>'
    )


def styles() -> str:
    """Return the styles: 12 pt without serifs, left-aligned, British English."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONT}<w:sz w:val="24"/><w:szCs w:val="24"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    headings = "".join(
        _style(f"Heading{level}", f"heading {level}", _heading(level), f'<w:b/><w:sz w:val="{size}"/>')
        for level, size in enumerate(_HEADING_SIZES, start=1)
    )
    return part("styles", defaults + _NORMAL + headings + _OTHERS)


def _heading(level: int) -> str:
    return f'<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="120"/><w:outlineLvl w:val="{level - 1}"/>'


def _style(identifier: str, name: str, paragraph: str, run: str = "", kind: str = "paragraph") -> str:
    based = '<w:basedOn w:val="Normal"/>' if kind == "paragraph" else ""
    following = '<w:next w:val="Normal"/>' if identifier.startswith("Heading") else ""
    own = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    own += f"<w:rPr>{run}</w:rPr>" if run else ""
    head = f'<w:style w:type="{kind}" w:styleId="{identifier}"><w:name w:val="{name}"/>'
    return f"{head}{based}{following}<w:qFormat/>{own}</w:style>"


_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_OTHERS = (
    _style("Title", "Title", '<w:spacing w:after="200"/>', '<w:b/><w:sz w:val="44"/>')
    + _style("Subtitle", "Subtitle", '<w:spacing w:after="200"/>', '<w:color w:val="404040"/>')
    + _style("Quote", "Quote", '<w:ind w:left="567"/>', "<w:i/>")
    + _style("SourceCode", "Source Code", "", _MONO)
    + _style("FootnoteText", "footnote text", "", '<w:sz w:val="20"/>')
    + _style("CommentText", "annotation text", "", '<w:sz w:val="20"/>')
    + _style("Footer", "footer", "", '<w:sz w:val="20"/>')
    + _style("Hyperlink", "Hyperlink", "", '<w:color w:val="0B4F9E"/><w:u w:val="single"/>', "character")
    + _style("CodeText", "Code Text", "", _MONO, "character")
    + _style("FootnoteReference", "footnote reference", "", '<w:vertAlign w:val="superscript"/>', "character")
    + _style("CommentReference", "annotation reference", "", '<w:sz w:val="16"/>', "character")
    + '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders></w:tblPr></w:style>"
)
