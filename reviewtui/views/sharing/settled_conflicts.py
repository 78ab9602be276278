"""What a person chose where both sides changed the same: the words that will stand there, told before they do."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.review.sync_state import ConflictPlace, MergeConflict
from reviewtui.views.comparison.inline_change import short_change, word_change
from reviewtui.views.excerpt import clipped
from reviewtui.views.sharing.sharing_lines import SIDE_TITLES
from reviewtui.views.styled_text import Look, Styled, StyledLine, line

_MOST = 300
"""Characters in which the change of a whole file is told."""
_SAID = 80
"""Characters in which it is told who changed a file last on the other side."""
OWN = "own"
"""The name of words that are neither side's."""


@dataclass(frozen=True, slots=True)
class ConflictAnswers:
    """How all is settled: files that stay or go as a whole by a side ("ours" or "theirs"), single places by words."""

    sides: tuple[tuple[str, str], ...] = ()
    settled: tuple[tuple[ConflictPlace, str], ...] = ()


@dataclass(slots=True)
class ConflictChoices:
    """What was chosen so far for each of `conflicts`: a side, or words of one's own.

    `decided` says what was decided for the words of our side, empty where nothing was.
    """

    conflicts: Sequence[MergeConflict]
    decided: Callable[[MergeConflict], str]
    sides: dict[MergeConflict, str] = field(default_factory=dict)
    own: dict[MergeConflict, str] = field(default_factory=dict)

    @property
    def left(self) -> tuple[MergeConflict, ...]:
        """Those for which nothing is chosen yet."""
        return tuple(each for each in self.conflicts if each not in self.sides)

    def readings(self, conflict: MergeConflict) -> dict[str, str]:
        """Return the words that there are for a conflict, by what they are called."""
        sides = {"base": conflict.base, "ours": conflict.ours, "theirs": conflict.theirs}
        return sides | ({OWN: self.own[conflict]} if conflict in self.own else {})

    def chosen_words(self, conflict: MergeConflict) -> str:
        """Return what will stand at a conflict for which something is chosen."""
        return self.readings(conflict)[self.sides[conflict]]

    def answers(self) -> ConflictAnswers:
        """Return what was chosen, once there is something for each."""
        whole = {each.section: self.sides[each] for each in self.conflicts if each.is_whole_file}
        places = ((each.place, self.chosen_words(each)) for each in self.conflicts if not each.is_whole_file)
        return ConflictAnswers(tuple(whole.items()), tuple(places))


def core_words(words: str) -> str:
    """Return words without the line ends and the white space by which they are parted from what stands around."""
    return words.strip("\n").rstrip()


def placed_words(words: str, conflict: MergeConflict) -> str:
    """Return words of one's own as they stand at a conflict: parted from what stands around as before."""
    like = next((each for each in (conflict.ours, conflict.theirs, conflict.base) if each.strip()), "")
    core = core_words(words)
    before, behind = like[: len(like) - len(like.lstrip("\n"))], like[len(like.rstrip()) :]
    return f"{before}{core}{behind}" if core else ""


def reading_lines(choices: ConflictChoices, conflict: MergeConflict) -> Iterator[StyledLine]:
    """Yield the readings of a conflict, the chosen one with its mark; what was decided for ours stands beside it."""
    if conflict.what:
        yield line(Styled(conflict.what, "strong"))
    for name, words in choices.readings(conflict).items():
        is_chosen = name == choices.sides.get(conflict)
        told = choices.decided(conflict) if name == "ours" else ""
        if name == "theirs" and conflict.last_there:
            told = f"the file was changed last by {clipped(conflict.last_there, _SAID)}"
        look: Look = "good" if is_chosen else "muted"
        head = Styled(f"{chr(0x2713) if is_chosen else ' '} {SIDE_TITLES[name]}", look)
        yield line(head, Styled(f" \u00b7 {told}" if told else "", "alarm" if name == "ours" else "muted"))
        yield from _reading(conflict, words, is_base=name == "base")


def _reading(conflict: MergeConflict, words: str, *, is_base: bool) -> Iterator[StyledLine]:
    """The words of one side by what they change, or as they are where they change nothing that can be shown."""
    base, now = core_words(conflict.base), core_words(words)
    if conflict.is_whole_file:
        told = line(Styled(counted(len(now.split()), "word"), "muted")) if is_base else short_change(base, now, _MOST)
        yield line("    ", *(told if now else (Styled("(no such file)", "muted"),)))
    elif base.strip() and now.strip() and not is_base:
        yield line("    ", *word_change(base, now))
    else:
        yield from (line(Styled(f"    {row}", "" if now else "muted")) for row in (now or "(nothing)").split("\n"))


def outcome_lines(choices: ConflictChoices) -> Iterator[StyledLine]:
    """Yield what will be written at each conflict, between the words around it, and which decisions lose theirs."""
    section = ""
    for conflict in choices.conflicts:
        if conflict.section != section:
            section = conflict.section
            name = Styled(f"  {section}" if conflict.title else "", "muted")
            yield from ((), line(Styled(conflict.title or section, "heading"), name))
        words = choices.chosen_words(conflict)
        what = f"{conflict.what}: " if conflict.what else ""
        yield line(Styled(f"{what}{SIDE_TITLES[choices.sides[conflict]]}", "muted"))
        yield from _whole_file(conflict, words) if conflict.is_whole_file else _between(conflict, words)
        told = choices.decided(conflict)
        if told and words.strip() != conflict.ours.strip():
            yield line(Styled(f"  {told}: its words are not in the text then", "alarm"))


def _whole_file(conflict: MergeConflict, words: str) -> Iterator[StyledLine]:
    yield line(
        Styled(f"  {conflict.path} {'stays, as it is there' if words else 'goes'}", "strong" if words else "alarm")
    )


def _between(conflict: MergeConflict, words: str) -> Iterator[StyledLine]:
    """The words as they will stand, in lines, with what stands before and behind them in the same lines."""
    before, behind = conflict.around
    first, *others = words.split("\n")
    rows = [[Styled("  "), Styled(before, "muted"), Styled(first, "strong")]]
    rows += [[Styled("  "), Styled(row, "strong")] for row in others]
    rows[-1].append(Styled(behind, "muted"))
    yield from (tuple(row) for row in rows if any(piece.text.strip() for piece in row))
    if not words.strip():
        yield line(Styled("  (nothing stands there)", "muted"))
