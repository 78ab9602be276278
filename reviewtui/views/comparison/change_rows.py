"""A comparison as rows: each changed paragraph with its words, unchanged text folded away.

Remarks stand beside the change that answered them: those that stood, in the older version, where the text changed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.thread import Thread, in_words
from reviewtui.domain.review.draft import Draft
from reviewtui.text.diff.policy_diff import ClassedChange, FileDiff
from reviewtui.text.markdown.headings import Heading
from reviewtui.views.comparison.change_blocks import (
    WEIGHTS,
    ChangeBlock,
    ChangeWeight,
    blocks_of,
    counted_blocks,
    weight_counts,
)
from reviewtui.views.comparison.comparison import Comparison
from reviewtui.views.comparison.inline_change import cut_alike, word_change
from reviewtui.views.comparison.rendered_passage import rendered_passage, unseen_changes
from reviewtui.views.comparison.two_columns import two_columns
from reviewtui.views.excerpt import gist
from reviewtui.views.styled_text import Look, Styled, StyledLine, line

WEIGHT_WORDS: dict[ChangeWeight, tuple[str, Look]] = {
    "new-rule": ("new rule", "bad"),
    "substantive": ("substantive", "alarm"),
    "doubt": ("in doubt", "muted"),
    "editorial": ("editorial", "muted"),
}
"""What a change is called, and how that looks. Doubt is as quiet as what is editorial: what most changes are warns of
none."""
_SOFT = re.compile(r"[ \t]*\r?\n(?![ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]|[ \t]*\||#{1,6}[ \t])[ \t]*")
_MOST = 1_600
"""Characters of a block that are shown of either side; whole new sections are read in the text itself."""


@dataclass(frozen=True, slots=True)
class ChangeFilter:
    """Which changes are wanted: of one weight, of one file (its newer path, else its older one); empty takes all."""

    weight: ChangeWeight | None = None
    path: str = ""

    def takes(self, file: FileDiff, block: ChangeBlock) -> bool:
        """Say whether a block is wanted."""
        return self.weight in {None, block.weight} and self.path in {"", _key(file)}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A changed block, or the heading of a file (without a block)."""

    file: FileDiff
    head: StyledLine
    block: ChangeBlock | None = None
    sides: tuple[str, str] = ("", "")
    below: tuple[StyledLine, ...] = ()

    def lines(self, width: int = 0) -> tuple[StyledLine, ...]:
        """Return what is shown: one text with both sides' words, or two columns where a `width` in cells is given."""
        if self.block is None:
            return ((), self.head)
        if width and any(self.sides):
            return (self.head, *two_columns(*self.sides, width), *self.below)
        return (self.head, *_shortened(word_change(*self.sides)), *self.below)

    @property
    def above(self) -> StyledLine | None:
        """What parts it from the change before it: how much is unchanged; None for a heading."""
        return _folded(self.block.folded) if self.block is not None else None


def change_rows(comparison: Comparison, wanted: ChangeFilter | None = None) -> Iterator[ChangeRow]:
    """Yield the wanted changes by file in reading order, each file under its heading."""
    chosen = wanted or ChangeFilter()
    for file in comparison.files():
        rows = [_row(comparison, file, block) for block in blocks_of(comparison, file) if chosen.takes(file, block)]
        if not rows and chosen == ChangeFilter() and not file.changes:
            yield ChangeRow(file, _heading(comparison, file, comparison.title(file)))
        title = None
        for row in rows:
            spans = (row.block.old, row.block.new) if row.block is not None else None
            if title != (title := comparison.title(file, spans)):
                yield ChangeRow(file, _heading(comparison, file, title))
            yield row


def counts_line(comparison: Comparison, which: str = "") -> StyledLine:
    """Return how many changes of which weight there are, the weightiest first, and how many words.

    `which` says in words what is compared; else the names of the two versions do.
    """
    diff = comparison.diff
    counts = weight_counts(block for file in comparison.files() for block in blocks_of(comparison, file))
    ends = f"{comparison.old.version.name} \u2192 {comparison.new.version.name}"
    parts = [Styled(which or ends, "strong"), Styled("   ")]
    for name in filter(counts.__getitem__, WEIGHTS):
        label, look = WEIGHT_WORDS[name]
        parts += [Styled(f"{counts[name]} ", "strong"), Styled(label, look)]
        parts.append(Styled("  "))
    words = f" {counted(diff.words_deleted, 'word')} out, {diff.words_inserted} in, {diff.words_moved} moved"
    return (*parts, Styled(words, "muted"))


def filter_entries(comparison: Comparison) -> Iterator[tuple[str, ChangeFilter, StyledLine]]:
    """Yield what the changes can be narrowed to, each under a name of its own, with how many there are."""
    by_path: dict[str, list[ChangeBlock]] = {}
    headings: dict[str, StyledLine] = {}
    for file in comparison.files():
        # A file that is gone can have left its name to another one.
        by_path.setdefault(_key(file), []).extend(blocks_of(comparison, file))
        headings.setdefault(_key(file), _heading(comparison, file, comparison.title(file)))
    every = counted_blocks(block for blocks in by_path.values() for block in blocks)
    yield "all", ChangeFilter(), line(Styled("all changes", "strong"), Styled(f"  {len(every)}", "muted"))
    counts = weight_counts(every)
    for name in WEIGHTS:
        label, look = WEIGHT_WORDS[name]
        yield name, ChangeFilter(name), line(Styled(label, look), Styled(f"  {counts[name]}", "muted"))
    for path, blocks in by_path.items():
        if blocks:
            row = (*headings[path], Styled(f"  {len(counted_blocks(blocks))}", "muted"))
            yield f"in {path}", ChangeFilter(path=path), row


def filter_name(comparison: Comparison, wanted: ChangeFilter) -> str:
    """Return in words which changes are shown."""
    parts: list[str] = [WEIGHT_WORDS[wanted.weight][0]] if wanted.weight else []
    named = next((comparison.title(file) for file in comparison.files() if _key(file) == wanted.path), wanted.path)
    parts += [named] if wanted.path else []
    return f"only {', '.join(parts)}" if parts else "all changes"


def _key(file: FileDiff) -> str:
    return file.new_path or file.old_path or ""


def _row(comparison: Comparison, file: FileDiff, block: ChangeBlock) -> ChangeRow:
    label, look = WEIGHT_WORDS[block.weight]
    reasons = "; ".join(reason for reason in block.reasons if reason != block.change_class)
    head = [Styled(label, look), Styled(f" \u00b7 {reasons}" if reasons else "", "muted")]
    sides, unseen = _as_read(comparison, file, block)
    if block.moved is not None:
        head = [Styled(_moved_where(comparison, file, block.moved), "moved"), Styled(" \u00b7 "), *head]
    answered = remarks_on(comparison, file.old_path, block)
    return ChangeRow(file, tuple(head), block, sides, (*unseen, *remark_lines(comparison.new, answered)))


def _as_read(
    comparison: Comparison, file: FileDiff, block: ChangeBlock
) -> tuple[tuple[str, str], tuple[StyledLine, ...]]:
    """Return both sides as a reader sees them, and what changed beside that; mere marks are shown as they are typed."""
    old, new = comparison.sources(file, block.changes[0])
    before, after = rendered_passage(old, block.old), rendered_passage(new, block.new)
    if before.words == after.words and block.moved is None:
        sides, more = cut_alike(_unwrapped(old[slice(*block.old)]), _unwrapped(new[slice(*block.new)]), _MOST)
        return sides, tuple(more)
    sides, more = cut_alike(before.words, after.words, _MOST)
    return sides, (*more, *unseen_changes(before, after))


def _heading(comparison: Comparison, file: FileDiff, title: str) -> StyledLine:
    return line(Styled(title, "heading"), Styled(f"  {comparison.heading(file)}", "muted"))


def _unwrapped(text: str) -> str:
    """The text with paragraphs on one line each; items, rows and headings keep their own."""
    return "\n".join(_SOFT.sub(" ", part).strip() for part in re.split(r"\n[ \t]*\r?\n\s*", text.strip()) if part)


def _folded(count: int) -> StyledLine:
    return line(Styled(f"\u2026 {counted(count, 'line')} unchanged \u2026", "muted")) if count else ()


def _shortened(words: StyledLine, around: int = 240) -> tuple[StyledLine, ...]:
    """The words with long runs that did not change cut to what stands around the changes."""
    pieces: list[Styled] = []
    for number, piece in enumerate(words):
        text = piece.text
        if piece.look or len(text) <= 2 * around:
            pieces.append(piece)
            continue
        before = text[:around].rpartition(" ")[0] if number else ""
        after = text[-around:].partition(" ")[2] if number < len(words) - 1 else ""
        pieces.append(Styled(f"{before} \u2026 {after}"))
    return tuple(_by_line(pieces))


def _by_line(pieces: Iterable[Styled]) -> Iterator[StyledLine]:
    """Yield the pieces line by line: items, table rows and headings stand on lines of their own."""
    started: list[Styled] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        started.append(Styled(first, piece.look))
        for text in others:
            yield tuple(started)
            started = [Styled(text, piece.look)]
    yield tuple(started)


def _moved_where(comparison: Comparison, file: FileDiff, change: ClassedChange) -> str:
    """Return from or to which section, and under which heading, a passage moved."""
    old, new = comparison.old.policy, comparison.new.policy
    if change.direction == "to":
        return f"moved to {_place(new, change.other_path or '', change.new_start)}"
    if change.other_path:
        return f"moved from {_place(old, change.other_path, change.old_start)}"
    return f"moved within this text{_from_heading(comparison, file, change)}"


def _place(policy: Policy, path: str, offset: int) -> str:
    section = policy.section_at(path, offset)
    if section is None:
        return path
    heading = _heading_above(section.headings, offset)
    under = f", under \u201c{heading.title}\u201d" if heading is not None and heading.title != section.title else ""
    return f"\u201c{section.title}\u201d{under}"


def _from_heading(comparison: Comparison, file: FileDiff, change: ClassedChange) -> str:
    """Return from under which heading a passage moved; where it is the same one, up or down."""
    before = comparison.old.policy.section_at(file.old_path or "", change.old_start)
    after = comparison.new.policy.section_at(file.new_path or "", change.new_start)
    old = _heading_above(before.headings, change.old_start) if before is not None else None
    new = _heading_above(after.headings, change.new_start) if after is not None else None
    if old is None or (new is not None and old.title == new.title):
        return ""
    return f", from under \u201c{old.title}\u201d"


def _heading_above(headings: tuple[Heading, ...], offset: int) -> Heading | None:
    return next((heading for heading in reversed(headings) if heading.start <= offset), None)


def remarks_on(comparison: Comparison, old_path: str | None, block: ChangeBlock) -> tuple[Thread, ...]:
    """Return the threads that stood at the words that `block` replaced, in the older version."""
    if old_path is None:
        return ()
    threads = (thread for thread in comparison.new.review.threads.values() if not thread.refusal)
    return tuple(thread for thread in threads if _stood_at(comparison.old, thread, old_path, block))


def remark_lines(draft: Draft, threads: tuple[Thread, ...]) -> Iterator[StyledLine]:
    """Yield one line a remark: which it is, of whom, and what became of it."""
    for thread in threads:
        name = draft.review.name_of(thread.id)
        who = draft.effective_settings.organisation_name(thread.root.organisation)
        became = Styled(in_words(thread.state), "alarm" if thread.is_open else "good")
        yield line(
            Styled("  \u21b3 ", "muted"),
            Styled(name, "strong"),
            Styled(f" {who}: {gist(thread, 60)} \u00b7 ", "muted"),
            became,
        )


def _stood_at(old: Draft, thread: Thread, path: str, block: ChangeBlock) -> bool:
    for _, placement in old.places(thread):
        if placement is None or placement.path != path or not placement.is_placed:
            continue
        start, end = placement.start, max(placement.end, placement.start + 1)
        if any(start < max(c.old_end, c.old_start + 1) and c.old_start < end for c in block.changes):
            return True
    return False
