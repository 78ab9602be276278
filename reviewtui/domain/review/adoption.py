"""What a policy that others adopted and changed has in common with the one that it came from, change by change.

Three texts are compared: the one that both sides had (`base`), what the others made of it (`theirs`), and our own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from reviewtui.domain.review.change_judgement import gravest
from reviewtui.text.diff.pairing import pair_files
from reviewtui.text.diff.policy_diff import ClassedChange, FileDiff, diff_policies
from reviewtui.text.diff.prose.prose_diff import diff_texts
from reviewtui.text.meaning.class_values import ChangeClass
from reviewtui.text.meaning.language.default_language import BRITISH_ENGLISH
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.replacement_merge import EditConflict, Merged, merge_replacement
from reviewtui.text.words.sentences import sentence_spans
from reviewtui.text.words.spacing import single_spaced

Relation = Literal["new", "same", "both", "moved", "section"]

_BY_CHANCE = 3
"""Blanks in words of theirs below which these may stand among changes of ours by chance."""


@dataclass(frozen=True, slots=True)
class OfferSpan:
    """Characters of one of our files."""

    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A change that the others made, and what it is to us.

    `relation` is "new" (we have these words as they were), "same" (we have the change already), "both" (we changed
    the same words otherwise), "moved" (they put the passage elsewhere) or "section" (a whole section came or went).
    `place` is what it would replace, None where that has to be done by hand; `words` is what would stand there.
    """

    number: int
    relation: Relation
    change_class: ChangeClass
    reason: str
    their_path: str
    before: str
    after: str
    ours: str = ""
    words: str = ""
    place: OfferSpan | None = None

    @property
    def can_be_taken(self) -> bool:
        """Whether a suggestion can be made of it."""
        return self.place is not None and self.relation in {"new", "both"}


@dataclass(frozen=True, slots=True)
class OwnChange:
    """A change that we made: what both sides had, and what we made of it."""

    path: str
    change_class: ChangeClass
    reason: str
    before: str
    after: str


Texts = Mapping[str, str]


def offers(base: Texts, theirs: Texts, ours: Texts, language: str = BRITISH_ENGLISH) -> tuple[Offer, ...]:
    """Return what the others changed since `base`, numbered from 1 in the order of their text."""
    our_name = {old: new for old, new in pair_files(base, ours) if old is not None}
    offered = (
        _offer(file, group, (base, theirs, ours), our_name.get(file.old_path or ""))
        for file in diff_policies(base, theirs, language).files
        for group in _passages(file, base)
    )
    return tuple(replace(offer, number=number) for number, offer in enumerate(offered, 1))


def own_changes(base: Texts, ours: Texts, language: str = BRITISH_ENGLISH) -> tuple[OwnChange, ...]:
    """Return what we changed since `base`."""
    return tuple(
        OwnChange(file.new_path or file.old_path or "", *_judged(group), *_words(file, group, (base, ours)))
        for file in diff_policies(base, ours, language).files
        for group in _passages(file, base)
    )


def _passages(file: FileDiff, base: Texts) -> Iterator[tuple[ClassedChange, ...]]:
    """Yield the changes of a file, those of one sentence together, and a section that came or went as a whole."""
    if file.old_path is None or file.new_path is None:
        if file.changes:
            yield file.changes
        return
    ends = [end for _, end in sentence_spans(base[file.old_path])]
    group: list[ClassedChange] = []
    for change in file.changes:
        if group and not _together(group[-1], change, ends):
            yield tuple(group)
            group = []
        group.append(change)
    if group:
        yield tuple(group)


def _together(change: ClassedChange, other: ClassedChange, ends: Iterable[int]) -> bool:
    if "move" in {change.op, other.op} or other.old_start < change.old_end or other.new_start < change.new_end:
        return False
    return not any(change.old_end <= end <= other.old_start for end in ends)


def _judged(group: tuple[ClassedChange, ...]) -> tuple[ChangeClass, str]:
    judged = gravest(group)
    return judged.change_class, judged.reason


def _words(file: FileDiff, group: tuple[ClassedChange, ...], texts: tuple[Texts, Texts]) -> tuple[str, str]:
    """The words before and after: of a move as they arrived or left, of a section all of it."""
    old, new = texts
    if file.old_path is None or file.new_path is None:
        return old.get(file.old_path or "", ""), new.get(file.new_path or "", "")
    first, last = group[0], group[-1]
    there = (first.other_path or file.old_path) if first.direction == "from" else file.old_path
    here = (first.other_path or file.new_path) if first.direction == "to" else file.new_path
    return old[there][first.old_start : last.old_end], new[here][first.new_start : last.new_end]


def _offer(
    file: FileDiff, group: tuple[ClassedChange, ...], texts: tuple[Texts, Texts, Texts], our_path: str | None
) -> Offer:
    """What a change is to us, not numbered yet; `our_path` is where its file is in our text."""
    base, theirs, ours = texts
    before, after = _words(file, group, (base, theirs))
    plain = Offer(0, "section", *_judged(group), file.new_path or file.old_path or "", before, after)
    if file.old_path is None or file.new_path is None:
        has_it = after.split() in [text.split() for text in ours.values()] if after else our_path is None
        return replace(plain, relation="same") if has_it else plain
    if our_path is None:
        return plain
    if group[0].op == "move":
        return replace(plain, relation="moved")
    if _made_here(group, theirs[file.new_path], base[file.old_path], ours[our_path]):
        return replace(plain, relation="same", ours=after)
    span = (group[0].old_start, group[-1].old_end)
    merged = merge_replacement(base[file.old_path], Edit(*span, after), ours[our_path])
    if isinstance(merged, Merged):
        return _mergeable(plain, merged, our_path, ours[our_path])
    sentences_span = _sentences(theirs[file.new_path], group[0].new_start, group[-1].new_end)
    return _conflicting(plain, merged, (our_path, ours[our_path]), theirs[file.new_path][slice(*sentences_span)])


def _mergeable(offer: Offer, merged: Merged, path: str, now: str) -> Offer:
    """The offer of words that can be put between ours."""
    low, high = merged.replaced
    relation: Relation = "same" if merged.text == now else "new"
    return replace(offer, relation=relation, ours=now[low:high], words=merged.words, place=OfferSpan(path, low, high))


def _conflicting(offer: Offer, conflict: EditConflict, ours: tuple[str, str], sentences: str) -> Offer:
    """The offer of their `sentences` for ours, where both sides changed the same words; `ours` is a path with its text.

    It has no place where our words stand several times.
    """
    path, now = ours
    mine = conflict.theirs
    if not mine or now.count(mine) != 1:
        return replace(offer, relation="both", ours=mine)
    at = now.index(mine)
    place = OfferSpan(path, *_sentences(now, at, at + len(mine)))
    our_words = now[place.start : place.end]
    relation: Relation = "same" if _says_it(our_words, sentences, offer.after) else "both"
    return replace(offer, relation=relation, ours=our_words, words=sentences, place=place)


def _sentences(text: str, start: int, end: int) -> tuple[int, int]:
    """The characters of the sentences that hold the characters `start` to `end`."""
    inside = [(low, high) for low, high in sentence_spans(text) if low <= end and start <= high]
    return min([start, *(low for low, _ in inside)]), max([end, *(high for _, high in inside)])


def _says_it(ours: str, sentences: str, words: str) -> bool:
    """Whether our sentences are theirs, or hold their new words among changes of ours; a few do so by chance."""
    mine, wanted = single_spaced(ours), single_spaced(words)
    return mine == single_spaced(sentences) or (wanted.count(" ") >= _BY_CHANCE and wanted in mine)


def _made_here(group: tuple[ClassedChange, ...], theirs: str, base: str, ours: str) -> bool:
    """Whether we made each of these changes of a file too, word for word."""
    made = {
        (hunk.old_start, hunk.old_end, ours[hunk.new_start : hunk.new_end]) for hunk in diff_texts(base, ours).hunks
    }
    return all((c.old_start, c.old_end, theirs[c.new_start : c.new_end]) in made for c in group)
