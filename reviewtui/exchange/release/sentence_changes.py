"""What changed between two releases as whole sentences: how a place read before and how it reads now."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reviewtui.checks.material.policy_prose import Prose, Sentence, prose_of
from reviewtui.domain.policy.policy import Policy
from reviewtui.exchange.release.rules import is_rule
from reviewtui.text.diff.policy_diff import Change, FileDiff, PolicyDiff
from reviewtui.text.meaning.change_class import CHANGE_CLASSES, ChangeClass

_QUOTE_MARK = re.compile(r"\s>+(?=\s)")
"""What a quotation has at the beginning of a line."""
_FEWEST_MOVED = 8
"""Words of a passage that is worth telling that it moved."""


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """One place of a section: its sentences before and now, without marks; one of the two may be empty.

    `under` is the heading that it stands under, where that is not the section's own.
    """

    section: str
    under: str
    change_class: ChangeClass
    before: tuple[str, ...]
    after: tuple[str, ...]
    place: tuple[int, int]

    @property
    def new_rules(self) -> tuple[str, ...]:
        """The rules that were not there before, in other words neither."""
        rules = self._rules_of(self.after, self.before)
        return rules if len(rules) > len(self._rules_of(self.before, self.after)) else ()

    @property
    def has_fewer_rules(self) -> bool:
        """Whether a rule was taken out, or is none any more."""
        return len(self._rules_of(self.before, self.after)) > len(self._rules_of(self.after, self.before))

    @staticmethod
    def _rules_of(sentences: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in sentences if each not in others and is_rule(each))


@dataclass
class _SentenceGroup:
    """Changes that touch the same sentences."""

    old: set[int] = field(default_factory=set)
    new: set[int] = field(default_factory=set)
    changes: list[Change] = field(default_factory=list)


def sentence_changes(base: Policy, now: Policy, diff: PolicyDiff) -> tuple[SentenceChange, ...]:
    """Return what changed in texts that both have, in the policy's order; moves are told by `moved_passages`."""
    changes = [change for file in diff.files if file.old_path and file.new_path for change in _of_file(base, now, file)]
    return tuple(sorted(map(_ranked, changes), key=lambda change: change.place))


def moved_passages(now: Policy, diff: PolicyDiff) -> tuple[tuple[str, str], ...]:
    """Return what stands elsewhere now: the title of its section, and its words."""
    moved = []
    for file in diff.files:
        for change in file.changes:
            if change.op == "move" and change.direction != "to" and file.new_path:
                sentences = prose_of(now.texts[file.new_path].text).sentences
                held = _touched(sentences, change.new_start, change.new_end)
                words = " ".join(_words(sentences[number]) for number in sorted(held) if not sentences[number].heading)
                section = now.section_at(file.new_path, change.new_start)
                if len(words.split()) >= _FEWEST_MOVED:
                    moved.append((section.title if section else file.new_path, words))
    return tuple(dict.fromkeys(moved))


def _ranked(change: SentenceChange) -> SentenceChange:
    """A change that adds a rule is told as a new rule, one that adds none as one of substance at the most."""
    if change.new_rules:
        return replace(change, change_class="new-rule")
    return replace(change, change_class="substantive") if change.change_class == "new-rule" else change


def _of_file(base: Policy, now: Policy, file: FileDiff) -> Iterator[SentenceChange]:
    old = prose_of(base.texts[file.old_path or ""].text)
    new = prose_of(now.texts[file.new_path or ""].text)
    for group in _groups(old.sentences, new.sentences, (each for each in file.changes if each.op != "move")):
        change_class = max((change.change_class for change in group.changes), key=CHANGE_CLASSES.index)
        at = min(change.new_start for change in group.changes)
        section = now.section_at(file.new_path or "", at)
        place = (now.sections.index(section) if section else len(now.sections), at)
        title = section.title if section else file.new_path or ""
        for under, before, after in (*_headings(old, new, group), *_passages(old, new, group)):
            if before != after:
                shown = "" if under == title else under
                yield SentenceChange(title, shown, change_class, before, after, place)


_Pair = tuple[str, tuple[str, ...], tuple[str, ...]]


def _headings(old: Prose, new: Prose, group: _SentenceGroup) -> Iterator[_Pair]:
    """Yield the headings that read otherwise; one that came or went is told with what stands under it."""
    before, after = (
        tuple(_words(side.sentences[number]) for number in sorted(held) if side.sentences[number].heading)
        for side, held in ((old, group.old), (new, group.new))
    )
    if before and after:
        yield "", before, after


def _passages(old: Prose, new: Prose, group: _SentenceGroup) -> Iterator[_Pair]:
    """Yield the sentences before and now; what is all new or all gone one heading at a time."""
    before, after = (_by_heading(side, held) for side, held in ((old, group.old), (new, group.new)))
    if before and after:
        first = next(iter(after))
        yield (
            first,
            tuple(each for held in before.values() for each in held),
            tuple(each for held in after.values() for each in held),
        )
        return
    yield from ((under, held, ()) for under, held in before.items())
    yield from ((under, (), held) for under, held in after.items())


def _by_heading(side: Prose, held: Iterable[int]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for number in sorted(held):
        sentence = side.sentences[number]
        if not sentence.heading:
            under = side.headings[sentence.block].title if sentence.block >= 0 else ""
            groups[under] = (*groups.get(under, ()), _words(sentence))
    return groups


def _groups(old: Sequence[Sentence], new: Sequence[Sentence], changes: Iterable[Change]) -> Iterator[_SentenceGroup]:
    """Yield the changes with the sentences that they touch; changes that share a sentence belong together."""
    last = _SentenceGroup()
    for change in sorted(changes, key=lambda each: (each.new_start, each.old_start)):
        before = _touched(old, change.old_start, change.old_end)
        after = _touched(new, change.new_start, change.new_end)
        if last.changes and not (before & last.old or after & last.new):
            yield last
            last = _SentenceGroup()
        last.old |= before
        last.new |= after
        last.changes.append(change)
    if last.changes:
        yield last


def _touched(sentences: Sequence[Sentence], start: int, end: int) -> set[int]:
    """The numbers of the sentences that a stretch touches; a place between two touches none."""
    if start == end:
        return {number for number, each in enumerate(sentences) if each.start < start < each.end}
    return {number for number, each in enumerate(sentences) if each.start < end and start < each.end}


def _words(sentence: Sentence) -> str:
    """What a reader sees of a sentence; a row of a table and a heading end like one."""
    words = _QUOTE_MARK.sub("", sentence.plain) if sentence.quoted else sentence.plain
    return f"{words}." if sentence.row and words[-1:].isalnum() else words
