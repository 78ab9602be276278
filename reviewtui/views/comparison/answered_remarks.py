"""Remarks beside the change that answered them: those that stood, in the older version, where the text changed."""

from collections.abc import Iterator

from reviewtui.domain.record.thread import Thread, in_words
from reviewtui.domain.review.draft import Draft
from reviewtui.views.comparison.change_blocks import ChangeBlock
from reviewtui.views.comparison.comparison import Comparison
from reviewtui.views.excerpt import gist
from reviewtui.views.styled_text import Styled, StyledLine, line


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
