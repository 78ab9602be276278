"""What stands in a file beside what its page says: settings above the text, and where references lead.

An owner, a status or a date in the front matter binds as words do; how the page is laid out binds nobody, by a list of
keys. A definition of a link is read by its label: another target is another page.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.front_matter import front_matter, front_matter_end
from reviewtui.text.meaning.change_class import reworded_class
from reviewtui.text.meaning.class_values import ClassByWords, WordChange
from reviewtui.text.meaning.language.default_language import BRITISH_ENGLISH
from reviewtui.text.meaning.meaning import in_words
from reviewtui.text.meaning.wording.case_and_targets import ELSEWHERE, is_same_page
from reviewtui.text.meaning.wording.visible_words import end_of_address
from reviewtui.text.span import Span

_KEY = re.compile(r"^([A-Za-z_][\w .-]*?)[ \t]*[:=][ \t]*(.*)$")
_LAYOUT = frozenset(
    """layout template permalink slug url aliases redirect_from redirect_to order nav_order weight position sidebar
    sidebar_position toc css class icon image parent grand_parent has_children has_toc nav_exclude search sitemap
    comments menu nav lastmod last_modified last_modified_at last_updated updated modified""".split()
)
"""Keys that say how or where a page is shown, or when its file was last touched."""
_WORDED = frozenset({"title", "subtitle", "description", "summary", "excerpt", "heading"})
"""Keys of which the value is read as words."""
_DEFINITION = re.compile(
    r"^[ \t>]*\[(?P<label>[^\]\n]+)\]:[ \t]*\n?[ \t>]*(?:<(?P<angled>[^>\n]*)>|(?P<bare>\S+))", re.MULTILINE
)
_NOTE = re.compile(r"^[ \t>]*\[\^(?P<label>[^\]\s]+)\]:(?P<words>.*)$", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_TAG = re.compile(r"<[A-Za-z][^<>]*>")
_SAYING = re.compile(
    r"\b(?:alt|title|aria-label|summary|placeholder|value)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE
)
_LEADING = re.compile(
    r"[\s/\"'](?:xlink:href|href|src|action|formaction|data|poster)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))",
    re.IGNORECASE,
)
_LONGEST_TAG = 500
"""Characters in which a tag is looked for that began on a line before."""
_BOX = re.compile(r"\btype\s*=\s*[\"']?(?:checkbox|radio)", re.IGNORECASE)
_TICKED = re.compile(r"[\s/\"']checked(?=[\s/=>])", re.IGNORECASE)
_TITLE = re.compile(
    r"""(?:\[(?P<words>[^\[\]]*))?\](?:\(\s*|(?P<defines>:[ \t]+))
    (?P<target><[^<>\n]*>|(?:[^()\s<]|\([^()\s]*\))+)\s+
    (?:"(?P<double>(?:\\.|[^"\\])*)"|'(?P<single>(?:\\.|[^'\\])*)'|\((?P<round>[^()]*)\))
    (?(defines)[ \t]*$|\s*\))""",
    re.VERBOSE | re.MULTILINE,
)
_BESIDE = ("<", "](", "]:")
"""Without one of these no tag and no link stands in some lines."""
_GONE = "an address behind a link that comes or goes"
_CONTACT = ("mailto:", "tel:", "sms:")
_FIGURES_OR_MAILBOXES = re.compile(r"\d+|\S+@\S+")


def with_unseen(
    classed: ClassByWords, sides: tuple[tuple[str, Span], tuple[str, Span]], language: str = BRITISH_ENGLISH
) -> ClassByWords:
    """Return the class of a change of words together with what it changes beside them; a side is a text and a span."""
    if classed.alarm:
        return classed
    changes = [
        *_front_matter_changes(sides, language),
        *_definition_changes(sides),
        *_footnote_changes(sides),
        *_attribute_changes(_lines(*sides[0]), _lines(*sides[1]), language),
    ]
    if not changes:
        return classed
    alarm = any(change.alarm for change in changes)
    if classed.change_class != "editorial" and not alarm:
        return classed
    ranked = sorted(changes, key=lambda change: not change.alarm)
    return ClassByWords("substantive", in_words(ranked), alarm=alarm)


def _front_matter_changes(sides: tuple[tuple[str, Span], tuple[str, Span]], language: str) -> Iterator[WordChange]:
    if not any(span[0] < front_matter_end(text) for text, span in sides):
        return
    before, after = (_settings(front_matter(text)) for text, _ in sides)
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key, ""), after.get(key, "")
        if was == now or key in _LAYOUT:
            continue
        if key in _WORDED and reworded_class(was, now, language=language).change_class == "editorial":
            continue
        old, new = (f"{key}: {value}" if value else "" for value in (was, now))
        alarm = _FIGURES_OR_MAILBOXES.findall(was) != _FIGURES_OR_MAILBOXES.findall(now)
        yield WordChange(old, new, "front matter", alarm)


def _settings(matter: str) -> Mapping[str, str]:
    """Return what front matter says under each key, without comments; lines that go on belong to the key before."""
    settings: dict[str, str] = {}
    key = ""
    for line in filter(str.strip, matter.splitlines()):
        if line.lstrip().startswith("#"):
            continue
        match = _KEY.match(line)
        key, value = (match[1].casefold(), match[2]) if match else (key, line)
        value = value.strip().strip("\"'")
        settings[key] = f"{settings[key]} {value}".strip() if key in settings else value
    return settings


def _definition_changes(sides: tuple[tuple[str, Span], tuple[str, Span]]) -> Iterator[WordChange]:
    if not any(_holds(text, "]:") for text, _ in sides):
        return
    before, after = (_definitions(text) for text, _ in sides)
    for label in [label for label in before if label in after]:
        (was, here), (now, there) = before[label], after[label]
        if was == now or not (_touches(here, sides[0][1]) or _touches(there, sides[1][1])):
            continue
        yield from _led_elsewhere(f"{label} ", was, now)


def _led_elsewhere(label: str, was: str, now: str) -> Iterator[WordChange]:
    contact = was.startswith(_CONTACT) or now.startswith(_CONTACT)
    if was != now and (contact or not is_same_page(end_of_address(was), end_of_address(now))):
        yield WordChange(f"{label}({was})", f"{label}({now})", ELSEWHERE, alarm=contact)


def _footnote_changes(sides: tuple[tuple[str, Span], tuple[str, Span]]) -> Iterator[WordChange]:
    """Yield the footnotes that the lines of a change refer to on one side only, by what they say."""
    if not any(_holds(text, "[^") for text, _ in sides):
        return
    before, after = (Counter(_notes(text, span)) for text, span in sides)
    gone, come = before - after, after - before
    for note in gone | come:
        old, new = (f"[^{note}]" if note in side else "" for side in (gone, come))
        yield WordChange(old, new, "a footnote", alarm=False)


@lru_cache(maxsize=64)
def _holds(text: str, sign: str) -> bool:
    """Say whether a sign stands anywhere in a text, which is asked for each of its changes."""
    return sign in text


@lru_cache(maxsize=16)
def _said_by_label(text: str) -> Mapping[str, str]:
    """Return what each footnote of a text says."""
    return {match["label"]: " ".join(match["words"].split()) for match in _NOTE.finditer(text)}


def _notes(text: str, span: Span) -> Iterator[str]:
    """Give what each footnote says to which the lines of a span refer."""
    said = _said_by_label(text)
    for match in _NOTE_MARK.finditer(_lines(text, span)):
        if match[1] in said:
            yield said[match[1]]


@lru_cache(maxsize=1024)
def _attribute_changes(old: str, new: str, language: str) -> tuple[WordChange, ...]:
    """Return what the attributes of tags in some lines say otherwise; a line is asked for by each of its changes."""
    signs = any(sign in lines for lines in (old, new) for sign in _BESIDE)
    return tuple(_other_attributes((old, new), language)) if signs else ()


def _other_attributes(lines: tuple[str, str], language: str) -> Iterator[WordChange]:
    """Yield what the attributes of tags say otherwise that a reader may be shown or told."""
    olds, news = map(Counter, map(_addresses, lines))
    gone, come = list((olds - news).elements()), list((news - olds).elements())
    if len(gone) == len(come):
        for was, now in zip(gone, come, strict=True):
            yield from _led_elsewhere("", was, now)
    else:
        # Which came for which is not known; a mailbox that stands nowhere on the other side is gone, or new.
        yield from (WordChange(f"({was})", "", _GONE, alarm=True) for was in gone if _is_missing(was, lines[1]))
        yield from (WordChange("", f"({now})", _GONE, alarm=True) for now in come if _is_missing(now, lines[0]))
    before, after = ("; ".join(_told_beside(each)) for each in lines)
    if before != after and reworded_class(before, after, language=language).change_class != "editorial":
        yield WordChange(before.strip("; "), after.strip("; "), "words in a tag", alarm=False)


def _is_missing(address: str, lines: str) -> bool:
    """Say whether an address is one to write or call, and some lines do not name it."""
    return address.startswith(_CONTACT) and address.partition(":")[2] not in lines


def _addresses(lines: str) -> list[str]:
    """Return where the tags in some lines lead."""
    if "<" not in lines:
        return []
    leads = (match for tag in _TAG.findall(lines) for match in _LEADING.finditer(tag))
    return [match[1] or match[2] or match[3] or "" for match in leads]


def _told_beside(lines: str) -> Iterator[str]:
    """Give the words that tags and titles of links hold, and whether a box is ticked."""
    if not any(sign in lines for sign in _BESIDE):
        return
    for tag in _TAG.findall(lines):
        yield from (match[1] or match[2] for match in _SAYING.finditer(tag))
        if _BOX.search(tag):
            yield "ticked" if _TICKED.search(tag) else "not ticked"
    for match in _TITLE.finditer(lines):
        title = match["double"] or match["single"] or match["round"] or ""
        repeated = match["target"] if match["defines"] else match["words"] or ""
        # A title that only repeats the words of its link, or the name of its page, says nothing more.
        if title.casefold() not in (repeated.casefold() if match["defines"] else (repeated.strip("*_`").casefold(),)):
            yield title


def _lines(text: str, span: Span) -> str:
    start, end = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
    opened = text.rfind("<", max(0, start - _LONGEST_TAG), start)
    if opened >= 0 and text.find(">", opened, start) < 0:
        start = opened
    return text[start : end if end >= 0 else len(text)]


@lru_cache(maxsize=16)
def _definitions(text: str) -> Mapping[str, tuple[str, Span]]:
    """Return where each label of a text leads, and where its definition stands; of two the first one counts."""
    definitions: dict[str, tuple[str, Span]] = {}
    for block in document_of(text).blocks:
        if block.kind == "definition":
            for match in _DEFINITION.finditer(text, block.start, block.end):
                target = match["angled"] if match["angled"] is not None else match["bare"]
                definitions.setdefault(" ".join(match["label"].casefold().split()), (target, match.span()))
    return definitions


def _touches(here: Span, hunk: Span) -> bool:
    return here[0] <= hunk[1] and hunk[0] <= here[1]
