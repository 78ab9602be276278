"""What an author needs to see of a remark to decide it: the remark, who else wants its words, and what would follow."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Conflict
from reviewtui.domain.review.draft import Draft
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.seen_text import seen_around
from reviewtui.views.comparison.inline_change import word_change
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.card.thread_card import Shown, card_lines
from reviewtui.views.threads.deciding.acceptance_preview import lead_over, preview, words_now
from reviewtui.views.threads.deciding.queue import QueueItem

_SPACE = re.compile(r"\s+")
_AROUND = 240
"""Characters on either side of a passage that are shown with it."""
_LEFT = {"undecided": "open remarks", "blocking": "blocking remarks", "orphaned": "places in doubt"}
"""What there is less of when a remark is decided, by the gate that it stands against."""


def decision_lines(
    draft: Draft, item: QueueItem, thread: Thread, now: datetime, readiness: Readiness | None, *, settle: str
) -> Iterator[StyledLine]:
    """Yield the remark, the others of its group, what accepting would do to the text and to readiness.

    `settle` is the key that settles a group.
    """
    if item.overlaps:
        yield from _group(draft, item, thread, settle)
    shown: tuple[Shown, ...] = ("passage", "suggestion") if item.overlaps else ("passage",)
    yield from card_lines(draft, thread, now, shown=shown)
    if thread.is_suggestion or thread.is_move:
        yield from _result(draft, thread)
    else:
        yield from _context(draft, thread)
    if readiness is not None and thread.is_undecided:
        yield ()
        yield _effect_line("then: ", readiness, {thread.id})
        if item.overlaps:
            every = f"{settle} settles them all: "
            yield _effect_line(every, readiness, {each.id for each in item.threads})


def _group(draft: Draft, item: QueueItem, marked: Thread, settle: str) -> Iterator[StyledLine]:
    yield line(Styled(f"{len(item.threads)} want to change the same words; {settle} settles them together", "alarm"))
    for thread in item.threads:
        who = draft.rules.organisation_name(thread.root.organisation)
        sign = Styled("\u25b8 " if thread.id == marked.id else "  ", "key")
        yield line(sign, Styled(f"{draft.review.name_of(thread.id)} {who}", "muted"))
        yield (Styled("  "), *word_change(words_now(draft, thread), thread.replacement or ""))
    yield ()


def _context(draft: Draft, thread: Thread) -> Iterator[StyledLine]:
    """Yield the paragraph around the passage of a comment, so that it can be decided without leaving the queue."""
    placement = draft.placement(thread.id)
    if placement is None or placement.path is None or not placement.is_placed or not thread.anchors[0].is_passage:
        return
    text = draft.policy.texts[placement.path].text
    before, words, behind = seen_around(document_of(text), placement.start, placement.end)
    passage = _SPACE.sub(" ", words if before.strip() else words.lstrip()) or "\u25c7"
    yield ()
    yield line(Styled("In the text", "heading"))
    yield from _lead_lines(lead_over(text, placement.start))
    yield _around(before, (Styled(passage, "strong"),), behind)


def _result(draft: Draft, thread: Thread) -> Iterator[StyledLine]:
    yield ()
    yield line(Styled("If accepted, the text reads", "heading"))
    try:
        effect = preview(draft, thread)
    except Conflict as conflict:
        yield line(Styled(str(conflict), "alarm"))
        return
    if effect is not None:
        before, behind = effect.around
        yield from _lead_lines(effect.lead)
        yield _around(before, word_change(effect.now, effect.then), behind)


def _lead_lines(lead: str) -> Iterator[StyledLine]:
    """Yield what leads to the list of a passage, where something does."""
    if lead:
        yield line(Styled(lead, "muted"))


def _around(before: str, words: Iterable[Styled], behind: str) -> StyledLine:
    """Return words of a passage with what stands on either side of it."""
    before, behind = _SPACE.sub(" ", before).lstrip(), _SPACE.sub(" ", behind).rstrip()
    before = f"\u2026{before[-_AROUND:]}" if len(before) >= _AROUND else before
    behind = f"{behind[:_AROUND]}\u2026" if len(behind) >= _AROUND else behind
    return line(Styled(before, "muted"), *words, Styled(behind, "muted"))


def _effect_line(lead: str, readiness: Readiness, threads: Collection[str]) -> StyledLine:
    """Return in one line what is left to do when `threads` are decided, by gate, and which gates then pass.

    Only what stands against a gate because of these remarks is counted: the text itself is judged when it has changed.
    """
    parts: list[Styled] = []
    for gate in readiness.closed:
        before = len(gate.evidence)
        after = sum(evidence.thread not in threads for evidence in gate.evidence)
        if after < before:
            left = _LEFT.get(gate.name, f"{gate.title}, left:")
            parts.append(Styled(f"{left} {before}\u2192{after}", "" if after else "good"))
            parts.append(Styled(" \u2713" if not after else "", "good"))
            parts.append(Styled(" \u00b7 ", "muted"))
    if not parts:
        return line(Styled(f"{lead}no gate comes closer", "muted"))
    return line(Styled(lead, "muted"), *parts[:-1])
