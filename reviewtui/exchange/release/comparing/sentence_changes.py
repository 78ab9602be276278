"""What changed between two releases as whole sentences: how a place reads before and now, and what moved."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from reviewtui.checks.input.policy_prose import Prose, prose_of
from reviewtui.domain.policy.policy import Policy, Section
from reviewtui.exchange.release.comparing.compared_prose import (
    ComparedSide,
    SentenceChange,
    heading_of,
    place_under,
    placed,
    touched,
    whole_sentences,
    words_of,
)
from reviewtui.exchange.release.comparing.confirmed_changes import STANDS_ELSEWHERE, ConfirmedChanges
from reviewtui.text.diff.policy_diff import ClassedChange, FileDiff, PolicyDiff
from reviewtui.text.meaning.class_values import CHANGE_CLASSES

OTHER_PLACE = "it has another place in this section now"
_FEWEST_MOVED = 8
"""Words of a passage that is worth telling that it moved."""


@dataclass(frozen=True)
class _Ends:
    """Both ends of a move: titles of the sections, where to in the order, and the sentences, each with its heading."""

    was: str
    title: str
    place: tuple[int, int]
    before: list[tuple[str, str]]
    after: list[tuple[str, str]]


_SHARED = 0.25
"""The part of its subject that a passage written anew shares with the one before; with less they are two passages."""


_LINK_TARGET = re.compile(r"\s*\((?:link to [^()]*|[^()\s]*[#/.][^()\s]*)\)")
"""Behind the words of a link: where it leads to."""


@dataclass
class _SentenceGroup:
    """Changes that touch the same sentences."""

    old: set[int] = field(default_factory=set)
    new: set[int] = field(default_factory=set)
    changes: list[ClassedChange] = field(default_factory=list)


def sentence_changes(base: Policy, now: Policy, diff: PolicyDiff) -> tuple[SentenceChange, ...]:
    """Return what changed, in the policy's order; what moved as it was is told by `moved_passages`."""
    changes = [change for file in diff.files if file.old_path and file.new_path for change in _of_file(base, now, file)]
    moves = ((file, move) for file in diff.files for move in file.changes)
    changes += [each for file, move in moves for each in changes_of_move(base, now, file, move)]
    once, still = _counts(base), _counts(now)
    changes = [_without(change, once, still) for change in changes]
    gone = [file.old_path for file in diff.files if file.old_path and not file.new_path]
    changes = [_without(change, once, still) for change in ConfirmedChanges(base, now).of(changes, gone)]
    changes = list(_told_once(changes, _headings_of(base) & _headings_of(now)))
    changed = (change for change in changes if any(change.before) or any(change.after))
    return tuple(sorted(map(_ranked, changed), key=lambda change: change.place))


def _counts(policy: Policy) -> Counter[str]:
    """How often each sentence stands in a policy."""
    return Counter(words_of(sentence) for text in policy.texts.values() for sentence in prose_of(text.text).sentences)


def _without(change: SentenceChange, once: Counter[str], still: Counter[str]) -> SentenceChange:
    """A change without sentences that stand elsewhere as often as before; where all do and it matters, that is said."""
    if change.before and change.after:
        return change
    before, after = (
        tuple(each for each in side if once[each] != still[each]) for side in (change.before, change.after)
    )
    if not (before or after) and change.change_class != "editorial":
        return replace(change, why=STANDS_ELSEWHERE)
    return replace(change, before=before, after=after)


def _headings_of(policy: Policy) -> set[str]:
    return {words_of(each) for text in policy.texts.values() for each in prose_of(text.text).sentences if each.heading}


def _told_once(changes: Sequence[SentenceChange], headings: AbstractSet[str]) -> Iterator[SentenceChange]:
    """Yield the changes, what only has another place in its section once, and no heading that is there as before."""
    elsewhere = [each for each in changes if each.why == STANDS_ELSEWHERE]
    gone = {(each.section, each.before) for each in elsewhere if each.before and not each.after}
    come = {(each.section, each.after) for each in elsewhere if each.after and not each.before}
    for change in changes:
        words = change.before or change.after
        if change.why != STANDS_ELSEWHERE:
            yield change
        elif (change.section, words) in gone & come:
            if change.after:
                yield replace(change, before=words, why=OTHER_PLACE)
        elif not set(words) <= headings:
            yield change


def _ranked(change: SentenceChange) -> SentenceChange:
    """A change that adds a rule is told as a new rule, one that adds none as one of substance at the most."""
    if change.new_rules:
        return replace(change, change_class="new-rule")
    return replace(change, change_class="substantive") if change.change_class == "new-rule" else change


def _of_file(base: Policy, now: Policy, file: FileDiff) -> Iterator[SentenceChange]:
    texts = (base.texts[file.old_path or ""].text, now.texts[file.new_path or ""].text)
    old, new = (ComparedSide(prose_of(text), text, [], []) for text in texts)
    for change in file.changes:
        if change.direction != "from":
            old.note(change, change.old_start, change.old_end)
        if change.direction != "to":
            new.note(change, change.new_start, change.new_end)
    for group in _groups(old, new, (each for each in file.changes if each.op != "move")):
        gravest = max(group.changes, key=lambda each: CHANGE_CLASSES.index(each.change_class))
        title, place = placed(now, file.new_path or "", min(change.new_start for change in group.changes))
        pairs = (*_headings(old, new, group), *_passages(old, new, group))
        for (was, before), (under, after) in pairs:
            if before != after:
                where = place_under(under if after else was, title)
                stood = place_under(was, title) if before and after and was != under else ""
                yield SentenceChange(title, where, gravest.change_class, before, after, place, stood)
        if gravest.change_class != "editorial" and all(before == after for (_, before), (_, after) in pairs):
            # The words alone show nothing: they are quoted now, or a note at them is another one.
            under, words = next((after for _, after in pairs if after[1]), ("", ()))
            where, why = place_under(under, title), _reason(gravest)
            if _shows_in(why, words):
                yield SentenceChange(title, where, gravest.change_class, words, words, place, why=why)


def _reason(change: ClassedChange) -> str:
    """Why a change whose words read the same is one, without the notation of links."""
    ours, arrow, theirs = _LINK_TARGET.sub("", change.reason).partition(" → ")
    return "a link leads elsewhere now" if arrow and ours == theirs else change.reason


def _shows_in(why: str, words: tuple[str, ...]) -> bool:
    """Whether a reason that names words names some of these: others belong to a neighbour, where they are told."""
    ours, arrow, theirs = why.partition(" → ")
    said = " ".join(words).casefold()
    return not arrow or any(side.strip() and side.strip().casefold() in said for side in (ours, theirs))


_Passage = tuple[str, tuple[str, ...]]
"""A heading, and sentences under it."""


def _headings(old: ComparedSide, new: ComparedSide, group: _SentenceGroup) -> Iterator[tuple[_Passage, _Passage]]:
    """Yield the headings that read otherwise; one that came or went is told with what stands under it."""
    sides = ((old, group.old), (new, group.new))
    held = [[n for n in sorted(numbers) if side.prose.sentences[n].heading] for side, numbers in sides]
    before, after = (
        tuple(words_of(side.prose.sentences[n]) for n in own) for (side, _), own in zip(sides, held, strict=True)
    )
    titles = all(n == side.title for (side, _), own in zip(sides, held, strict=True) for n in own)
    if before and after and (titles or _is_pair(old, new, (held[0], held[1]))):
        yield ("", before), ("", after)


def _passages(old: ComparedSide, new: ComparedSide, group: _SentenceGroup) -> Iterator[tuple[_Passage, _Passage]]:
    """Yield the sentences before and now; what is all new or all gone, or nothing like it, one heading at a time."""
    before, after = (_by_heading(side.prose, held) for side, held in ((old, group.old), (new, group.new)))
    plain = [
        [n for n in sorted(held) if not side.prose.sentences[n].heading]
        for side, held in ((old, group.old), (new, group.new))
    ]
    if before and after and _is_pair(old, new, (plain[0], plain[1])):
        ours, theirs = (tuple(each for held in side.values() for each in held) for side in (before, after))
        yield (next(iter(before)), ours), (next(iter(after)), theirs)
        return
    yield from (((under, held), ("", ())) for under, held in before.items())
    yield from ((("", ()), (under, held)) for under, held in after.items())


def _is_pair(old: ComparedSide, new: ComparedSide, numbers: tuple[list[int], list[int]]) -> bool:
    """Whether one passage became the other: words of it stayed, or it was written anew about the same thing."""
    if old.keeps_words(numbers[0]) and new.keeps_words(numbers[1]):
        return True
    here, there = (
        {concept for n in own for concept in side.prose.sentences[n].concepts}
        for side, own in ((old, numbers[0]), (new, numbers[1]))
    )
    return len(here & there) >= max(1, _SHARED * min(len(here), len(there)))


def _by_heading(side: Prose, held: Iterable[int]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for number in sorted(held):
        sentence = side.sentences[number]
        if not sentence.heading:
            under = heading_of(side, sentence)
            groups[under] = (*groups.get(under, ()), words_of(sentence))
    return groups


def _groups(old: ComparedSide, new: ComparedSide, changes: Iterable[ClassedChange]) -> Iterator[_SentenceGroup]:
    """Yield the changes with the sentences that they touch; changes that share a sentence belong together."""
    last = _SentenceGroup()
    for change in sorted(changes, key=lambda each: (each.new_start, each.old_start)):
        before = old.touched(change.old_start, change.old_end)
        after = new.touched(change.new_start, change.new_end)
        if last.changes and not (before & last.old or after & last.new):
            yield last
            last = _SentenceGroup()
        last.old |= before
        last.new |= after
        last.changes.append(change)
    if last.changes:
        yield last


def moved_passages(base: Policy, now: Policy, diff: PolicyDiff) -> tuple[tuple[str, str], ...]:
    """Return what stands elsewhere now and reads as before: from where to where, and its words."""
    moved = []
    for file in diff.files:
        for change in file.changes:
            if not _arrived(file, change) or not _is_told_by_its_place(change):
                continue
            ends = _ends(base, now, file, change)
            words = " ".join(words for words, _ in ends.after)
            if len(words.split()) >= _FEWEST_MOVED:
                where = f"Within “{ends.title}”" if ends.was == ends.title else f"From “{ends.was}” to “{ends.title}”"
                moved.append((where, words))
    return tuple(dict.fromkeys(moved))


def taken_in_by(gone: Section, base: Policy, now: Policy, diff: PolicyDiff) -> Section | None:
    """Return the section that most of the words of one that is gone stand in now; None where none holds so many."""
    text = base.texts[gone.path].text
    counts: Counter[str] = Counter()
    for move in (each for file in diff.files if file.old_path == gone.path for each in file.changes):
        start, end = max(move.old_start, gone.start), min(move.old_end, gone.end)
        section = (
            now.section_at(move.other_path, move.new_start) if move.direction == "to" and move.other_path else None
        )
        if section is not None and start < end:
            counts[section.name] += len(text[start:end].split())
    for name, count in counts.most_common(1):
        if 2 * count > len(text[gone.start : gone.end].split()):
            return now.section_named(name)
    return None


def _arrived(file: FileDiff, change: ClassedChange) -> bool:
    """Whether a change is a move, seen from where it arrived."""
    return change.op == "move" and change.direction != "to" and bool(file.new_path)


def _is_told_by_its_place(move: ClassedChange) -> bool:
    """Whether all that there is to tell is from where to where it went: its words stayed, without an alarm."""
    return move.change_class == "editorial" or (move.in_doubt and move.reason.startswith("moved; stands under"))


def _ends(base: Policy, now: Policy, file: FileDiff, move: ClassedChange) -> _Ends:
    old_path = (move.other_path if move.direction == "from" else file.old_path) or ""
    new_path = file.new_path or ""
    old, new = prose_of(base.texts[old_path].text), prose_of(now.texts[new_path].text)
    title, place = placed(now, new_path, move.new_start)
    return _Ends(
        placed(base, old_path, move.old_start)[0],
        title,
        place,
        whole_sentences(old, touched(old.sentences, move.old_start, move.old_end)),
        whole_sentences(new, touched(new.sentences, move.new_start, move.new_end)),
    )


def changes_of_move(base: Policy, now: Policy, file: FileDiff, move: ClassedChange) -> Iterator[SentenceChange]:
    """Yield the sentences that read otherwise in a passage that moved, where that is more than wording."""
    if not _arrived(file, move) or _is_told_by_its_place(move):
        return
    ends = _ends(base, now, file, move)
    was = f"in “{ends.was}”" if ends.was != ends.title else "elsewhere in this section"
    sides = [[words for words, _ in side] for side in (ends.before, ends.after)]
    for op, a, b, c, d in SequenceMatcher(None, sides[0], sides[1], autojunk=False).get_opcodes():
        if op != "equal":
            _, heading = (ends.after[c:d] or ends.after[-1:] or [("", "")])[0]
            where = place_under(heading, ends.title)
            before, after = tuple(sides[0][a:b]), tuple(sides[1][c:d])
            yield SentenceChange(ends.title, where, move.change_class, before, after, ends.place, was)
    if sides[0] == sides[1] and sides[1]:
        words, where = tuple(sides[1]), place_under(ends.after[0][1], ends.title)
        why = move.reason.removeprefix("moved; ")
        yield SentenceChange(ends.title, where, move.change_class, words, words, ends.place, was, why)
