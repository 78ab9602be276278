"""What submitting would commit."""

from collections.abc import Iterator

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.identifier import short
from reviewtui.domain.record.events import TYPE_NAMES, AnyEvent, WasRead
from reviewtui.domain.review.draft import Draft
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Styled, StyledLine, line

_MOST = 12


def submission_lines(draft: Draft) -> Iterator[StyledLine]:
    """Yield one line for each pending event of mine, one for what an organisation read, and what becomes of them."""
    pending = draft.my_pending
    acts = [recorded for recorded in pending if not isinstance(recorded.event, WasRead)]
    reads = {(rec.event.organisation, rec.event.path) for rec in pending if isinstance(rec.event, WasRead)}
    for recorded in acts[:_MOST]:
        event = recorded.event
        name = short(recorded.thread or event.id)
        words = event.words or _else_said(event)
        yield line(Styled(f"{TYPE_NAMES[type(event)]:<11}", "strong"), Styled(f"{name}  ", "muted"), clipped(words, 60))
    if len(acts) > _MOST:
        yield line(Styled(f"\u2026 and {len(acts) - _MOST} more", "muted"))
    for organisation in sorted({organisation for organisation, _ in reads}):
        who = draft.rules.organisation_name(organisation)
        count = sum(_sections_in(draft, path) for reader, path in reads if reader == organisation)
        yield line(Styled(f"{'read':<11}", "strong"), f"{who}: {counted(count, 'section')} read")
    yield ()
    files = "One file" if len(pending) == 1 else f"{len(pending)} files"
    yield line(Styled(f"{files} under reviews/, in one commit of their own; the policy and your", "muted"))
    yield line(Styled("other edits stay as they are. Sharing it is another step: Share.", "muted"))


def _sections_in(draft: Draft, path: str) -> int:
    """How many sections a file holds; one where the draft does not have it any more."""
    return sum(section.path == path for section in draft.policy.sections) or 1


def _else_said(event: AnyEvent) -> str:
    """What an event without words of its own is about."""
    return str(getattr(event, "replacement", "") or getattr(event, "position", ""))
