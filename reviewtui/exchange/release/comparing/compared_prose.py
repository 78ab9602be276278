"""The two sides of a comparison as sentences, and what one place of a section reads before and now."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewtui.checks.input.policy_prose import Prose, Sentence
from reviewtui.domain.policy.policy import Policy
from reviewtui.exchange.release.comparing.binding_sentences import is_rule
from reviewtui.text.diff.policy_diff import ClassedChange
from reviewtui.text.meaning.class_values import ChangeClass

_QUOTE_MARK = re.compile(r"\s>+(?=\s)")
"""What a quotation has at the beginning of a line."""


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """One place of a section: its sentences before and now, without marks; one of the two may be empty.

    `where` says in words where it stands, and `was` where it stood before, empty where that needs no saying. `why` says
    what the words alone do not show: that the same words are under another heading, quoted, or stand elsewhere.
    """

    section: str
    where: str
    change_class: ChangeClass
    before: tuple[str, ...]
    after: tuple[str, ...]
    place: tuple[int, int]
    was: str = ""
    why: str = ""

    @property
    def other_rules(self) -> tuple[str, ...]:
        """The rules that were not there before, or read otherwise."""
        return self._rules_of(self.after, self.before)

    @property
    def new_rules(self) -> tuple[str, ...]:
        """The rules that were not there before, in other words neither."""
        rules = self.other_rules
        return rules if len(rules) > len(self._rules_of(self.before, self.after)) else ()

    @property
    def has_fewer_rules(self) -> bool:
        """Whether a rule was taken out, or is none any more."""
        return len(self._rules_of(self.before, self.after)) > len(self._rules_of(self.after, self.before))

    @staticmethod
    def _rules_of(sentences: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in sentences if each not in others and is_rule(each))


@dataclass(frozen=True)
class ComparedSide:
    """One side of a file: its prose, its text, and the stretches of it that changed and that moved."""

    prose: Prose
    text: str
    changed: list[tuple[int, int]]
    moved: list[tuple[int, int]]

    def note(self, change: ClassedChange, start: int, end: int) -> None:
        """Take in a change of this side."""
        self.changed.append((start, end))
        if change.op == "move":
            self.moved.append((start, end))

    @property
    def title(self) -> int:
        """The number of the sentence that is its first heading."""
        return next((number for number, each in enumerate(self.prose.sentences) if each.heading), -1)

    def touched(self, start: int, end: int) -> set[int]:
        """Return the sentences that a stretch touches, but for those that moved as a whole."""
        held = touched(self.prose.sentences, start, end)
        return {number for number in held if not self._is_moved(self.prose.sentences[number])}

    def keeps_words(self, numbers: Iterable[int]) -> bool:
        """Return whether some word of these sentences is as it was."""
        for sentence in (self.prose.sentences[number] for number in numbers):
            at = sentence.start
            inside = sorted(span for span in self.changed if span[0] < sentence.end and at < span[1])
            for start, end in (*inside, (sentence.end, sentence.end)):
                if any(letter.isalnum() for letter in self.text[at:start]):
                    return True
                at = max(at, end)
        return False

    def _is_moved(self, sentence: Sentence) -> bool:
        return any(start <= sentence.start and sentence.end <= end for start, end in self.moved)


def placed(policy: Policy, path: str, at: int) -> tuple[str, tuple[int, int]]:
    """Return the title of the section at an offset of a file, and its place in the policy's order."""
    section = policy.section_at(path, at)
    order = policy.sections.index(section) if section is not None else len(policy.sections)
    return (section.title if section is not None else path), (order, at)


def place_under(heading: str, title: str) -> str:
    """Return where a passage stands in its section, empty where the section's own title says it."""
    return f"under “{heading}”" if heading and heading != title else ""


def whole_sentences(side: Prose, held: Iterable[int]) -> list[tuple[str, str]]:
    """Return the sentences of a passage, each with the heading that it stands under."""
    sentences = [side.sentences[number] for number in sorted(held)]
    running = [each for each in sentences if not each.heading]
    return [(words_of(each), heading_of(side, each)) for each in running or sentences]


def heading_of(side: Prose, sentence: Sentence) -> str:
    """Return the heading that a sentence stands under, empty before the first."""
    return side.headings[sentence.block].title if sentence.block >= 0 else ""


def touched(sentences: Sequence[Sentence], start: int, end: int) -> set[int]:
    """Return the numbers of the sentences that a stretch touches; a place between two touches none."""
    if start == end:
        return {number for number, each in enumerate(sentences) if each.start < start < each.end}
    return {number for number, each in enumerate(sentences) if each.start < end and start < each.end}


def words_of(sentence: Sentence) -> str:
    """Return what a reader sees of a sentence; a row of a table and a heading end like one."""
    words = _QUOTE_MARK.sub("", sentence.plain) if sentence.quoted else sentence.plain
    return f"{words}." if sentence.row and words[-1:].isalnum() else words
