"""What an author needs to see of a remark to decide it: the remark, who else wants its words, and what would follow."""

from collections.abc import Iterator
from datetime import datetime

from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Conflict
from reviewtui.domain.review.draft import Draft
from reviewtui.views.comparison.word_change import word_change
from reviewtui.views.excerpt import clipped
from reviewtui.views.readiness.decision_effect import effect_line
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.acceptance_preview import preview, words_now
from reviewtui.views.threads.queue import QueueItem
from reviewtui.views.threads.thread_card import card_lines


def decision_lines(
    draft: Draft, item: QueueItem, thread: Thread, now: datetime, readiness: Readiness | None, *, settle: str
) -> Iterator[StyledLine]:
    """Yield the remark, the others of its group, what accepting would do to the text and to readiness.

    `settle` is the key that settles a group.
    """
    if item.overlaps:
        yield from _group(draft, item, thread, settle)
    yield from card_lines(draft, thread, now)
    if thread.is_suggestion:
        yield from _result(draft, thread)
    if readiness is not None:
        yield ()
        decided = {each.id for each in item.threads} if item.overlaps else {thread.id}
        yield effect_line(readiness, decided)


def _group(draft: Draft, item: QueueItem, marked: Thread, settle: str) -> Iterator[StyledLine]:
    now = words_now(draft, marked)
    yield line(Styled(f"{len(item.threads)} want to change the same words; {settle} settles them together", "alarm"))
    yield line(Styled("now  ", "muted"), Styled(clipped(now, 300)))
    for thread in item.threads:
        who = draft.rules.organisation_name(thread.root.organisation)
        sign = Styled("\u25b8 " if thread.id == marked.id else "  ", "key")
        yield line(sign, Styled(f"{draft.review.name_of(thread.id)} {who}", "muted"))
        yield (Styled("  "), *word_change(now, thread.replacement or ""))
    yield ()


def _result(draft: Draft, thread: Thread) -> Iterator[StyledLine]:
    yield ()
    yield line(Styled("If accepted, the text reads", "heading"))
    try:
        effect = preview(draft, thread)
    except Conflict as conflict:
        yield line(Styled(str(conflict), "alarm"))
        return
    if effect is not None:
        before, after = (clipped(part, 100) for part in effect.around)
        change = word_change(effect.now, effect.then)
        yield line(Styled(f"\u2026{before} ", "muted"), *change, Styled(f" {after}\u2026", "muted"))
