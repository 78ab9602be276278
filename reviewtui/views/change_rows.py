"""A comparison as rows: each change among its words, unchanged text folded away."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.text.meaning import ChangeClass
from reviewtui.text.policy_diff import Change, FileDiff
from reviewtui.views.comparison import Comparison
from reviewtui.views.piece import Line, Look, Piece, line

_AROUND = 160
CLASSES: tuple[ChangeClass, ...] = ("editorial", "substantive", "new-rule")
_SIGNS: dict[str, tuple[str, Look]] = {
    "editorial": ("~ editorial", "muted"),
    "substantive": ("! substantive", "alarm"),
    "new-rule": ("\u2691 new rule", "bad"),
}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change, or the heading of a file; `path`, `start` and `end` are its place in the new version."""

    lines: tuple[Line, ...]
    change: Change | None = None
    path: str = ""
    start: int = 0
    end: int = 0
    sides: tuple[str, str] = ("", "")


def change_rows(comparison: Comparison, only: ChangeClass | None = None) -> Iterator[ChangeRow]:
    """Yield the changes by section in reading order; `only` one class of them."""
    for file in comparison.files():
        changes = [change for change in file.changes if only in {None, change.change_class}]
        if not changes and (only or file.changes):
            continue
        yield ChangeRow((line(Piece(comparison.heading(file), "heading")),))
        old, new = comparison.texts(file)
        for change in changes:
            yield _row(file, change, comparison.words(file, change), (old, new))


def counts_line(comparison: Comparison) -> Line:
    """Return how many changes of which class there are, and how many words."""
    changes = [change for file in comparison.diff.files for change in file.changes]
    diff = comparison.diff
    parts = [Piece(f"{comparison.old.version.name} \u2192 {comparison.new.version.name}", "strong"), Piece("   ")]
    for name in CLASSES:
        label, look = _SIGNS[name]
        parts += [Piece(f"{sum(change.change_class == name for change in changes)} ", "strong"), Piece(label, look)]
        parts.append(Piece("  "))
    words = f" {diff.words_deleted} words out, {diff.words_inserted} in, {diff.words_moved} moved"
    return (*parts, Piece(words, "muted"))


def _row(file: FileDiff, change: Change, words: tuple[str, str], texts: tuple[str, str]) -> ChangeRow:
    label, look = _SIGNS[change.change_class]
    reason = f" \u00b7 {change.reason}" if change.reason and change.reason != change.change_class else ""
    head = line(Piece(label, look), Piece(reason, "muted"))
    gone, come = words
    if change.op == "move":
        body, sides = _moved(change, gone, come), ("", "")
    else:
        before, after = _around(*texts, change)
        body = _words(before, gone, come, after)
        sides = (_flat(f"{before}{gone}{after}"), _flat(f"{before}{come}{after}"))
    path = file.new_path or ""
    inside = path and change.direction != "to"
    start, end = (change.new_start, change.new_end) if inside else (0, 0)
    return ChangeRow((head, body), change, path, start, end, sides)


def _moved(change: Change, gone: str, come: str) -> Line:
    where = f"{change.direction} {change.other_path}" if change.other_path else "within the section"
    return line(Piece(f"\u21c4 moved {where}: ", "moved"), _flat(come or gone))


def _words(before: str, gone: str, come: str, after: str) -> Line:
    pieces = [Piece(_flat_inside(before))]
    if gone.strip():
        pieces.append(Piece(_flat(gone), "gone"))
    if gone.strip() and come.strip():
        pieces.append(Piece(" "))
    if come.strip():
        pieces.append(Piece(_flat(come), "come"))
    return (*pieces, Piece(_flat_inside(after)))


def _around(old: str, new: str, change: Change) -> tuple[str, str]:
    """The words of the paragraph on either side, cut at a word."""
    side, start, end = new, change.new_start, change.new_end
    if not new:
        side, start, end = old, change.old_start, change.old_end
    before = side[max(0, start - _AROUND) : start].rpartition("\n\n")[2]
    after = side[end : end + _AROUND].partition("\n\n")[0]
    before = before if len(before) < _AROUND else f"\u2026{before.partition(' ')[2]}"
    return before, after if len(after) < _AROUND else f"{after.rpartition(' ')[0]} \u2026"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _flat_inside(text: str) -> str:
    """One line, with the space at either end kept."""
    flat = _flat(text)
    return (" " if text[:1].isspace() else "") + flat + (" " if text[-1:].isspace() and flat else "")
