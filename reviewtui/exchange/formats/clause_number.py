"""Where something stands, in the words of a printed document: clause, paragraph or table, line; and back again."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from reviewtui.domain.policy.policy import Policy, Section
from reviewtui.domain.review.import_content import BroughtPlace
from reviewtui.text.markdown.block import HIDDEN
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.quotes import quote_spans

_JOINT = " / "
_NUMBER = re.compile(r"\s*((?:[A-Z](?=[.)]|\Z)|\d{1,3})(?:\.\d{1,3}){0,6})[.)]?(?:\s+|\Z)(?P<rest>.*)", re.DOTALL)
"""A number before a title; a letter is one only with a point or bracket behind it, as “A duty” begins with none."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A section, or the part of one under a heading."""

    section: Section
    name: str
    start: int
    end: int


def clauses_of(section: Section) -> Iterator[Clause]:
    """Give the section itself, then each heading in it with what stands under it up to the next one."""
    yield Clause(section, section.title, section.start, section.end)
    inner = [heading for heading in section.headings if heading.title != section.title]
    ends = [*(heading.start for heading in inner[1:]), section.end]
    for heading, end in zip(inner, ends, strict=False):
        yield Clause(section, f"{section.title}{_JOINT}{heading.title}", heading.start, end)


@dataclass(frozen=True)
class PlaceNames:
    """Names places of one policy; what it has worked out of a text it keeps, since a form names thousands of them."""

    policy: Policy
    _clauses: dict[str, tuple[Clause, ...]] = field(default_factory=dict)
    _paragraphs: dict[str, tuple[list[int], list[str]]] = field(default_factory=dict)
    _lines: dict[str, list[int]] = field(default_factory=dict)

    def clause(self, section: Section, offset: int) -> Clause:
        """Return the innermost clause of a section that holds the character at `offset`."""
        clauses = self._clauses.setdefault(section.name, ()) or tuple(clauses_of(section))
        self._clauses[section.name] = clauses
        index = bisect_right(clauses, offset, 1, key=lambda clause: clause.start)
        return clauses[index - 1]

    def paragraph(self, section: Section, offset: int) -> str:
        """Return which paragraph or table of its clause stands there: "Paragraph 3"; empty for a heading."""
        if section.name not in self._paragraphs:
            self._paragraphs[section.name] = self._named_paragraphs(section)
        starts, names = self._paragraphs[section.name]
        index = bisect_right(starts, offset) - 1
        return names[index] if index >= 0 else ""

    def line(self, path: str, offset: int) -> int:
        """Return the number of the line of a file in which a character stands."""
        if path not in self._lines:
            text = self.policy.texts[path].text
            self._lines[path] = [at for at, char in enumerate(text) if char == "\n"]
        return bisect_left(self._lines[path], offset) + 1

    def _named_paragraphs(self, section: Section) -> tuple[list[int], list[str]]:
        """Where each block of a section begins, and how it is named in its clause."""
        starts: list[int] = []
        names: list[str] = []
        clause, counts = None, Counter[str]()
        for block in document_of(self.policy.texts[section.path].text).blocks:
            if not section.start <= block.start < section.end or block.kind in HIDDEN or block.kind == "blank":
                continue
            now = self.clause(section, block.start)
            if now is not clause:
                clause, counts = now, Counter[str]()
            name = "Table" if block.kind == "table" else "Paragraph"
            counts[name] += block.kind != "heading"
            starts.append(block.start)
            names.append("" if block.kind == "heading" else f"{name} {counts[name]}")
        return starts, names


def line_at(policy: Policy, path: str, offset: int) -> int:
    """Return the number of the line of a file in which a character stands."""
    return policy.texts[path].text.count("\n", 0, offset) + 1


def find_clause(policy: Policy, words: str) -> Clause | None:
    """Return the one clause that somebody names: by its title, its section's, its path or its number; else None."""
    wanted = _folded(words)
    if not wanted:
        return None
    every = [clause for section in policy.sections for clause in clauses_of(section)]
    tests: tuple[Callable[[Clause], bool], ...] = (
        lambda clause: wanted == _folded(clause.name),
        lambda clause: wanted in {_folded(clause.section.name), _folded(clause.section.name.removesuffix(".md"))},
        lambda clause: wanted == _folded(clause.name.rpartition(_JOINT)[2]),
        lambda clause: wanted.rstrip(".") == _number_of(clause),
        lambda clause: clause in called and (not number or _number_of(clause) in {"", number}),
        # A title with the number of another clause names neither.
        lambda clause: number != "" and number == _number_of(clause) and not called,
    )
    number, called = _number(words)[0], [clause for clause in every if _is_called(clause, words)]
    hits = next((hits for test in tests if (hits := [clause for clause in every if test(clause)])), [])
    # A path names the section and each clause in it: the section comes first.
    sections = {clause.section.name for clause in hits}
    is_one = len(hits) == 1 or (len(sections) == 1 and hits[0].name == hits[0].section.title)
    return hits[0] if is_one else None


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _number(title: str) -> tuple[str, str]:
    """Return the number that a title begins with, empty for none, and the rest of it."""
    match = _NUMBER.match(title)
    return (match[1].casefold(), _folded(match["rest"])) if match else ("", _folded(title))


def _number_of(clause: Clause) -> str:
    return _number(clause.name.rpartition(_JOINT)[2])[0]


def _is_called(clause: Clause, words: str) -> bool:
    """Whether words name a clause by its title, or by how that begins with “…” behind, whatever numbers they have."""
    title, called = (_number(name)[1] for name in (clause.name.rpartition(_JOINT)[2], words))
    beginning = called.removesuffix("...").removesuffix("…").rstrip()
    return called != "" and (title == called or (beginning not in {called, ""} and title.startswith(beginning)))


def quote_place(
    policy: Policy, quote: str, clause: Clause | None = None, line: int | None = None, *, by_end: bool = False
) -> BroughtPlace | None:
    """Return where a quote stands, if that is one place: of a clause (else of the policy), or of a line of it.

    Where it stands several times, it begins on line `line`, or ends on it (`by_end`).
    """
    if not quote.strip():
        return None
    areas = [(clause.section.path, clause.start, clause.end)] if clause else _areas(policy)
    hits = [
        (path, start, end)
        for path, first, last in areas
        for start, end in quote_spans(policy.texts[path].text, quote, first, last)
    ]
    if len(hits) > 1 and line is not None:
        hits = [hit for hit in hits if line_at(policy, hit[0], hit[2] if by_end else hit[1]) == line]
    return BroughtPlace(*hits[0]) if len(hits) == 1 else None


def _areas(policy: Policy) -> list[tuple[str, int, int]]:
    return [(section.path, section.start, section.end) for section in policy.sections]
