"""The words of a mail as lines, each with how deep it is quoted, whether the mail is plain text or HTML."""

from collections.abc import Iterator
from email.message import EmailMessage

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.mail.html_lines import HtmlLines, MailLine, quoted_line

_MOST_CHARACTERS = 5_000_000
_MOST_TAGS = 50_000


def decoded(part: EmailMessage) -> str:
    """Return the text of a part; what its encoding does not explain shows as a sign."""
    content = part.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    charset = part.get_content_charset("utf-8")
    for encoding in (charset, "utf-8", "cp1252"):
        try:
            return raw.decode(encoding)[:_MOST_CHARACTERS]
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return raw.decode("utf-8", "replace")[:_MOST_CHARACTERS]


def lines_of(part: EmailMessage) -> tuple[list[MailLine], list[str]]:
    """Return the lines of a text part, and the words in it that no reader sees.

    Raises:
        Refused: it is HTML of more elements than any answer has.

    """
    text = decoded(part)
    if part.get_content_type() == "text/html":
        if text.count("<") > _MOST_TAGS:
            raise Refused("The HTML of this mail is too large to be an answer; ask for it as plain text.")
        reader = HtmlLines()
        reader.feed(text)
        reader.close()
        return reader.all_lines(), reader.hidden
    lines = [quoted_line(line) for line in text.splitlines()]
    flowed = part.get_param("format", "") == "flowed"
    return list(_joined(lines, drop=part.get_param("delsp", "") == "yes")) if flowed else lines, []


def _joined(lines: list[MailLine], *, drop: bool) -> Iterator[MailLine]:
    """Lines that a program broke only to fit the page, put together (RFC 3676)."""
    held = ""
    for at, line in enumerate(lines):
        words = line.words.removeprefix(" ")
        goes_on = words.endswith(" ") and words != "-- " and at + 1 < len(lines) and lines[at + 1].depth == line.depth
        if goes_on:
            held += words[:-1] if drop else words
            continue
        yield MailLine(line.depth, held + words)
        held = ""
