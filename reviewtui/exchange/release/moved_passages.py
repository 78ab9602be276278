"""Passages that stand elsewhere in a release: those that read as before, and what reads otherwise in the others."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from reviewtui.checks.input.policy_prose import prose_of
from reviewtui.domain.policy.policy import Policy, Section
from reviewtui.exchange.release.compared_prose import SentenceChange, place_under, placed, touched, whole_sentences
from reviewtui.text.diff.policy_diff import ClassedChange, FileDiff, PolicyDiff

_FEWEST_MOVED = 8
"""Words of a passage that is worth telling that it moved."""


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


@dataclass(frozen=True)
class _Ends:
    """Both ends of a move: titles of the sections, where to in the order, and the sentences, each with its heading."""

    was: str
    title: str
    place: tuple[int, int]
    before: list[tuple[str, str]]
    after: list[tuple[str, str]]


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
