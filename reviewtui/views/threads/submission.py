"""What submitting would commit."""

from collections.abc import Iterator

from reviewtui.domain.identifier import short
from reviewtui.domain.record.events import TYPE_NAMES, AnyEvent, WasRead
from reviewtui.domain.review.draft import Draft
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Styled, StyledLine, line

_MOST = 12


def submission_lines(draft: Draft) -> Iterator[StyledLine]:
    """Yield one line for each pending event of mine, and what becomes of them."""
    pending = draft.my_pending
    for recorded in pending[:_MOST]:
        event = recorded.event
        name = short(recorded.thread or event.id)
        words = event.words or _else_said(draft, event)
        yield line(Styled(f"{TYPE_NAMES[type(event)]:<11}", "strong"), Styled(f"{name}  ", "muted"), clipped(words, 60))
    if len(pending) > _MOST:
        yield line(Styled(f"\u2026 and {len(pending) - _MOST} more", "muted"))
    yield ()
    count = "One file" if len(pending) == 1 else f"{len(pending)} files"
    yield line(Styled(f"{count} under reviews/, in one commit of their own; the policy and your", "muted"))
    yield line(Styled("other edits stay as they are. Sharing it is another step: Share.", "muted"))


def _else_said(draft: Draft, event: AnyEvent) -> str:
    """What an event without words of its own is about."""
    if isinstance(event, WasRead):
        sections = draft.policy.sections
        return next((section.title for section in sections if section.path == event.path), event.path)
    return str(getattr(event, "replacement", "") or getattr(event, "position", ""))
