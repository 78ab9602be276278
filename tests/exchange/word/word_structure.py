"""What Word asks of the parts of a file: the order of elements that ECMA-376 gives, and names that fit together.

Written from the standard (part 1, chapter 17, the transitional forms of part 4); its schema files are not copied here.
"""

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PARAGRAPH = """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"""
_RUN = """ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
    noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText
    vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"""
ORDER = {
    name: order.split()
    for name, order in {
        "pPr": _PARAGRAPH,
        "rPr": _RUN,
        "numPr": "ilvl numId numberingChange ins",
        "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
        "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
            tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange""",
        "tblBorders": "top left start bottom right end insideH insideV",
        "tblCellMar": "top left start bottom right end",
        "tr": "tblPrEx trPr tc",
        "tc": "tcPr p tbl",
        "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign
            hideMark cellIns cellDel cellMerge tcPrChange""",
        "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
            pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings""",
        "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat
            locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
        "styles": "docDefaults latentStyles style",
        "docDefaults": "rPrDefault pPrDefault",
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "num": "abstractNumId lvlOverride",
        "lvlOverride": "startOverride lvl",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "settings": """writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins
            revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride
            styleLockTheme styleLockQFSet defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl
            footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator""",
    }.items()
}
_FIRST = {"p": "pPr", "r": "rPr"}
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo"})


def faults(content: bytes) -> list[str]:
    """Return what Word would complain about in a file."""
    trees = {name: etree.fromstring(part) for name, part in parts_of(content).items()}
    return [*part_faults(content), *_comments(trees)]


def part_faults(content: bytes) -> list[str]:
    """Return the faults of parts, and of how they point to each other."""
    trees = {name: etree.fromstring(part) for name, part in parts_of(content).items()}
    found = [fault for name, tree in trees.items() for fault in _of_part(name, tree)]
    return [*found, *_relations(trees), *_typed(trees)]


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _of_part(part: str, root: Any) -> Iterator[str]:
    for element in root.iter():
        name = _name(element)
        children = [_name(inner) for inner in element]
        ranks = [ORDER[name].index(inner) for inner in children if inner in ORDER.get(name, ())]
        if name in ORDER and (ranks != sorted(ranks) or len(ranks) < len(children)):
            yield f"{part}: {name} holds {' '.join(children)}"
        if name in _FIRST and _FIRST[name] in children[1:]:
            yield f"{part}: {name} does not begin with its properties"
        if name == "tc" and children[-1:] != ["p"]:
            yield f"{part}: a cell does not end with a paragraph"
        if name == "del" and any(_name(inner) == "t" for inner in element.iter()):
            yield f"{part}: deleted text stands in t"
        if (
            name == "ins"
            and any(_name(inner) == "delText" for inner in element.iter())
            and not element.findall(f".//{MAIN}del")
        ):
            yield f"{part}: inserted text stands in delText"
        if name in _CHANGES and not (element.get(f"{MAIN}id") and element.get(f"{MAIN}author")):
            yield f"{part}: a change without id or author"
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"):
        ids = Counter(element.get(f"{MAIN}id") for element in root.iter(f"{MAIN}{name}"))
        yield from (f"{part}: {name} {key} stands {count} times" for key, count in ids.items() if count > 1)
    names = Counter(element.get(f"{MAIN}name") for element in root.iter(f"{MAIN}bookmarkStart"))
    yield from (f"{part}: bookmark {name} twice" for name, count in names.items() if count > 1)
    yield from (f"{part}: bookmark {name} is too long" for name in names if len(name or "") > 40)


def _relations(trees: dict[str, Any]) -> Iterator[str]:
    """Pointers to parts that are not there, and signs that point to no pointer."""
    for name, tree in trees.items():
        folder, base = posixpath.split(name)
        pointers = trees.get(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
        ids = {pointer.get("Id") for pointer in pointers} if pointers is not None else set()
        used = {element.get(f"{_RELATIONSHIPS}id") for element in tree.iter()} - {None}
        yield from (f"{name}: nothing has the id {key}" for key in used - ids)
        for pointer in pointers if pointers is not None else ():
            target = posixpath.normpath(posixpath.join(folder, pointer.get("Target")))
            if pointer.get("TargetMode") != "External" and target.lstrip("/") not in trees:
                yield f"{name}: there is no part {target}"


def _comments(trees: dict[str, Any]) -> Iterator[str]:
    body = trees["word/document.xml"]
    ids = [comment.get(f"{MAIN}id") for comment in trees["word/comments.xml"]]
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        placed = [element.get(f"{MAIN}id") for element in body.iter(f"{MAIN}{kind}")]
        if sorted(placed) != sorted(ids):
            yield f"{kind} {placed} are not the comments {ids}"
    notes = {note.get(f"{MAIN}id") for note in trees["word/footnotes.xml"]}
    used = {element.get(f"{MAIN}id") for element in body.iter(f"{MAIN}footnoteReference")}
    yield from (f"there is no footnote {key}" for key in used - notes)
    styles = {style.get(f"{MAIN}styleId") for style in trees["word/styles.xml"].iter(f"{MAIN}style")}
    for tag in ("pStyle", "rStyle", "tblStyle"):
        named = {element.get(f"{MAIN}val") for tree in trees.values() for element in tree.iter(f"{MAIN}{tag}")}
        yield from (f"there is no style {name}" for name in named - styles)
    lists = {number.get(f"{MAIN}numId") for number in trees["word/numbering.xml"].iter(f"{MAIN}num")}
    asked = {element.get(f"{MAIN}val") for element in body.iter(f"{MAIN}numId")}
    yield from (f"there is no list {name}" for name in asked - lists)


def _typed(trees: dict[str, Any]) -> Iterator[str]:
    """Parts whose type the package does not say."""
    types = trees["[Content_Types].xml"]
    overridden = {element.get("PartName") for element in types if _name(element) == "Override"}
    defaults = {element.get("Extension") for element in types if _name(element) == "Default"}
    yield from (f"{name} is no part" for name in overridden if name.lstrip("/") not in trees)
    for name in trees:
        if name != "[Content_Types].xml" and f"/{name}" not in overridden and name.rpartition(".")[2] not in defaults:
            yield f"{name} has no type"


def _name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
