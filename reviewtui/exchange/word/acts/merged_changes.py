"""Changes of one person that meet in the file, made one: each by itself would take words of the other along."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from reviewtui.exchange.word.acts.returned_text import ReturnedText
from reviewtui.exchange.word.layout.edit_preview import preview_edit
from reviewtui.exchange.word.matching.joined_edits import joined_edits
from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit
from reviewtui.exchange.word.rewriting.markdown_edit import MarkdownEdit, markdown_edit

_MOST_PARAGRAPHS = 20
"""Over so many paragraphs changes are made one: each that is added is tried out anew with all before it."""


@dataclass(frozen=True, slots=True)
class PlacedChange:
    """One change or several made one: what it comes to in the file, None where nothing there shows the same."""

    edits: tuple[TrackedEdit, ...]
    in_file: MarkdownEdit | None = None

    @property
    def edit(self) -> TrackedEdit:
        """The change, of several the first."""
        return self.edits[0]


def merged_changes(
    edits: Sequence[TrackedEdit], moved: Container[int], free: Container[int], text: ReturnedText
) -> list[PlacedChange]:
    """Return the changes; those of `free` that meet another by the same person are one with it.

    `moved` and `free` are ids; what is moved is told by both its ends, and not looked at here.
    """
    changes: list[PlacedChange] = []
    last_of: dict[str, int] = {}
    for edit in edits:
        is_told = bool(edit.inside or edit.of_inserted) or id(edit) in moved
        change = PlacedChange((edit,), None if is_told else markdown_edit(edit, text.places, text.sources))
        may_join = id(edit) in free and edit.tracked and not edit.move and change.in_file is not None
        before = last_of.get(edit.author) if may_join else None
        together = _together(changes[before], change, text) if before is not None else None
        if together is not None and before is not None:
            changes[before] = together
            continue
        if may_join:
            last_of[edit.author] = len(changes)
        changes.append(change)
    return changes


def _together(one: PlacedChange, other: PlacedChange, text: ReturnedText) -> PlacedChange | None:
    """Two changes as one where they meet, else None."""
    first, second = one.in_file, other.in_file
    if first is None or second is None or first.path != second.path:
        return None
    if first.start == first.end == second.start == second.end:
        return _one_behind_other(one, other, text.sources[first.path])
    are_many = other.edit.end.paragraph - one.edit.start.paragraph > _MOST_PARAGRAPHS
    if are_many or first.end <= second.start or second.end <= first.start:
        return None
    edit = joined_edits((*one.edits, *other.edits), text.original.paragraphs)
    in_file = markdown_edit(edit, text.places, text.sources) if edit is not None else None
    return PlacedChange((edit,), in_file) if edit is not None and in_file is not None else None


def _one_behind_other(one: PlacedChange, other: PlacedChange, source: str) -> PlacedChange | None:
    """Two insertions of paragraphs at one place: taken by themselves, either could come to stand before the other."""
    if one.in_file is None or other.in_file is None:
        return None
    both = replace(one.in_file, words=one.in_file.words + other.in_file.words)
    shown = [_paragraphs(source, each) for each in (one.in_file, other.in_file, both)]
    if None in shown:
        return None
    (before, first), (_, second), (_, together) = (each for each in shown if each is not None)
    new = [each for each in first if each not in before], [each for each in second if each not in before]
    is_exact = len(together) == len(before) + sum(map(len, new)) and _follow(together, [*new[0], *new[1]])
    return PlacedChange((*one.edits, *other.edits), both) if is_exact else None


def _paragraphs(source: str, edit: MarkdownEdit) -> tuple[list[object], list[object]] | None:
    """What is seen around an edit without it and with it."""
    preview = preview_edit(source, (edit.start, edit.end), edit.words)
    if preview is None:
        return None
    return [each.seen for each in preview.before], [each.seen for each in preview.after]


def _follow(all_of_them: Sequence[object], some: Sequence[object]) -> bool:
    """Whether some things stand one behind the other among all."""
    reach = range(len(all_of_them) - len(some) + 1)
    return any(list(all_of_them[at : at + len(some)]) == list(some) for at in reach)
