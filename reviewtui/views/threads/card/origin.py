"""What came from where: the file in which a remark or an answer was sent back."""

from reviewtui.domain.identifier import short
from reviewtui.domain.record.events import AnyEvent
from reviewtui.domain.review.incoming import UNMARKED

_FILES = {
    "docx": "a Word file",
    "html": "a page",
    "xlsx": "a workbook",
    "csv": "a table",
    "criticmarkup": "marked Markdown",
    "mail": "a mail",
}


def came_from(event: AnyEvent) -> str:
    """Return from what kind of file an event was brought in, by whom, and of which sending; empty where it was not."""
    source = event.source
    by = f"recorded by {event.recorded_by}" if event.recorded_by else ""
    if source is None:
        return by
    sent = f" (sent out as {short(source.export)})" if source.export not in {"", UNMARKED} else ""
    return f"from {_FILES.get(source.format, source.format)}{sent}" + (f", {by}" if by else "")
