"""A file of CriticMarkup without our lines, as somebody makes it in an editor: which sections of the policy it holds.

It may be one section or many, one behind the other. A section begins at its own heading; one with another heading is
told by its neighbours, and what is left is a remark with its words. Without any heading it is the one section whose
words it has, if it is like no other.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewtui.domain.policy.policy import Policy, Section
from reviewtui.domain.refusal import Refused
from reviewtui.exchange.criticmarkup.criticmarkup_signs import code_spans, marks
from reviewtui.exchange.criticmarkup.file_layout import FilePart
from reviewtui.exchange.criticmarkup.marked_acts import taken_apart
from reviewtui.exchange.formats.clause_number import find_clause
from reviewtui.text.markdown.headings import headings

_ALIKE = 0.6
_OTHER = 0.3
"""A text is a section that shares so much with it, where no other one shares as much as this."""
_WORD = re.compile(r"\w{2,}")
_FEWEST = 8
"""So many words at least tell a section."""


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """The sections that a file holds, what of it is none, and what is to be told."""

    parts: tuple[FilePart, ...]
    loose: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a part of the file begins, and which of the policy's sections it is by its heading, if that is sure."""

    at: int
    number: int | None = None


def foreign_file(text: str, policy: Policy) -> ForeignFile:
    """Return the sections of a file.

    Raises:
        Refused: it holds none.
    """
    text = text.removeprefix("\ufeff")
    base = _plain(text)
    for section in policy.sections:
        if policy.body(section).strip() == base.strip():
            return ForeignFile((FilePart(section.path, section.start, section.end, text),))
    text = _with_marks_cut(text, policy)
    starts = _by_neighbours(list(_starts(text, policy)), len(policy.sections))
    if any(start.number is not None for start in starts):
        return _parts(text, policy, starts)
    outline = headings(base)
    clause = find_clause(policy, outline[0].title) if outline else None
    if clause is not None:
        return ForeignFile((FilePart(clause.section.path, clause.section.start, clause.section.end, text),))
    like = _like_section(base, policy)
    if like is None:
        raise Refused(
            "This file has the title of no section of the policy, and the words of none; "
            "give it the title of its section, or export the section and mark that file."
        )
    told = (f"It has no title of the policy; by its words it was read as '{like.title}'.",)
    return ForeignFile((_part_by_words(text, policy, like, has_title=bool(outline)),), told=told)


def _parts(text: str, policy: Policy, starts: Sequence[_Start]) -> ForeignFile:
    begins = [_begin(text, policy, start) for start in starts]
    parts, loose = list[FilePart](), [text[: begins[0]]]
    for start, begin, end in zip(starts, begins, [*begins[1:], len(text)], strict=True):
        if start.number is None:
            loose.append(text[begin:end])
            continue
        section = policy.sections[start.number]
        body = policy.body(section)
        # How files are joined says nothing, so the empty lines at the end are those of the section.
        ended = text[begin:end].rstrip() + body[len(body.rstrip()) :]
        first = section.start if begin < start.at else _first(policy, section)
        parts.append(FilePart(section.path, first, section.end, ended))
    here = {start.number for start in starts}
    gone = [f"'{section.title}'" for number, section in enumerate(policy.sections) if number not in here]
    told = [f"Not in the file: {', '.join(gone)}; nothing is said about it."] if gone and len(parts) > 1 else []
    return ForeignFile(tuple(parts), tuple(words for words in loose if words.strip()), tuple(told))


def _part_by_words(text: str, policy: Policy, section: Section, *, has_title: bool) -> FilePart:
    """A whole section, or without its title if the file has none."""
    body, start = policy.body(section), section.start
    if not has_title and section.headings:
        start = section.headings[0].end
        body = policy.texts[section.path].text[start : section.end]
    before, behind = body[: len(body) - len(body.lstrip())], body[len(body.rstrip()) :]
    return FilePart(section.path, start, section.end, before + text.strip() + behind)


def _begin(text: str, policy: Policy, start: _Start) -> int:
    """Where a part begins: with the settings of its section where the file has them, else with its heading."""
    section = policy.sections[start.number] if start.number is not None else None
    settings = policy.texts[section.path].text[section.start : _first(policy, section)] if section is not None else ""
    return start.at - len(settings) if text.endswith(settings, 0, start.at) else start.at


def _first(policy: Policy, section: Section) -> int:
    """Where a section begins behind its settings, which stand in no file that is made from what is seen."""
    has_settings = policy.texts[section.path].text.startswith("---", section.start)
    return section.headings[0].start if has_settings and section.headings else section.start


def _keys(policy: Policy) -> dict[tuple[int, str], list[int]]:
    """Which sections have a heading of that level and those words."""
    keys: dict[tuple[int, str], list[int]] = {}
    for number, section in enumerate(policy.sections):
        for heading in section.headings[:1]:
            keys.setdefault((heading.level, heading.title), []).append(number)
    return keys


def _starts(text: str, policy: Policy) -> Iterator[_Start]:
    """Where in a file a section begins: at a heading that is its own, or that no section has so high up."""
    keys, found = _keys(policy), list(marks(text, code_spans(text)))
    begins = [mark.start for mark in found]
    places = [(mark.start, heading) for mark in found for heading in headings(mark.old)[:1] if heading.start == 0]
    for heading in headings(text):
        inside = bisect_right(begins, heading.start) - 1
        if inside < 0 or found[inside].end <= heading.start:
            places += [(heading.start, shown) for shown in headings(_plain(text[heading.start : heading.end]))[:1]]
    counts = Counter((heading.level, heading.title) for _, heading in places)
    inner = {(each.level, each.title) for section in policy.sections for each in section.headings[1:]}
    highest = min((level for level, _ in keys), default=0)
    for at, heading in sorted(places, key=lambda place: place[0]):
        key = (heading.level, heading.title)
        if key in keys:
            yield _Start(at, keys[key][0] if counts[key] == len(keys[key]) == 1 and key not in inner else None)
        elif heading.level <= highest and key not in inner:
            yield _Start(at)


def _by_neighbours(starts: Sequence[_Start], count: int) -> list[_Start]:
    """The parts; one that alone stands where one section alone is missing is that one, whatever its heading."""
    there = {start.number for start in starts}
    named: list[_Start] = []
    for place, start in enumerate(starts):
        low = starts[place - 1].number if place else -1
        high = starts[place + 1].number if place + 1 < len(starts) else count
        between = range(low + 1, high) if low is not None and high is not None else range(0)
        sole = start.number is None and len(between) == 1 and between[0] not in there and len(there) > 1
        named.append(_Start(start.at, between[0]) if sole else start)
    return named


def _with_marks_cut(text: str, policy: Policy) -> str:
    """The file with each deletion or highlight that reaches over a section's heading cut there: one mark a section."""
    keys = _keys(policy)
    cuts = [
        (
            mark.start + 3,
            mark.start + 3 + heading.start,
            text[mark.start : mark.start + 3],
            text[mark.end - 3 : mark.end],
        )
        for mark in marks(text, code_spans(text))
        if mark.kind in {"delete", "highlight"}
        for heading in headings(text[mark.start + 3 : mark.end - 3])
        if heading.start and (heading.level, heading.title) in keys
    ]
    for start, at, opener, closer in reversed(cuts):
        end = start + len(text[start:at].rstrip())
        text = f"{text[:end]}{closer}{text[end:at]}{opener}{text[at:]}"
    return text


def _plain(text: str) -> str:
    """A text without its marks, as it was before anything was suggested."""
    return taken_apart(text, code_spans(text))[0]


def _like_section(text: str, policy: Policy) -> Section | None:
    """Return the one section that a text is like; None where there is none, or where that is in doubt."""
    words = _pairs(text)
    if words.total() < _FEWEST:
        return None
    shares = sorted(
        ((_share(words, _pairs(policy.body(each))), n) for n, each in enumerate(policy.sections)), reverse=True
    )
    if not shares or shares[0][0] < _ALIKE or (len(shares) > 1 and shares[1][0] > _OTHER):
        return None
    return policy.sections[shares[0][1]]


def _pairs(text: str) -> Counter[tuple[str, str]]:
    """The pairs of words that stand side by side: two texts on one matter share words, but few pairs."""
    words = _WORD.findall(text.casefold())
    return Counter(pairwise(words))


def _share(here: Counter[tuple[str, str]], there: Counter[tuple[str, str]]) -> float:
    return (here & there).total() / max(here.total(), there.total(), 1)
