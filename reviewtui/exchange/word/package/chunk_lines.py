"""The words of a part in another format that a Word file holds: plain text, HTML, or HTML as browsers save it."""

import email.policy
import posixpath
from email import message_from_bytes
from email.message import EmailMessage

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.formats.plain_text import decoded, lines_of

_KINDS = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html", "application/xhtml+xml": "text/html",
    ".mht": "message/rfc822", ".mhtml": "message/rfc822", ".txt": "text/plain",
}  # fmt: skip
_MOST = 5 * 1024 * 1024


def chunk_lines(content: bytes, kind: str, name: str) -> list[str] | None:
    """Return the lines of a part of this content type; None for another format, or one too large to be an answer."""
    form = _KINDS.get(kind, kind if kind in _KINDS.values() else _KINDS.get(posixpath.splitext(name)[1].lower(), ""))
    if len(content) > _MOST:
        return None
    if form == "message/rfc822":
        parts = message_from_bytes(content, policy=email.policy.default).walk()
        html = next((part for part in parts if part.get_content_type() == "text/html"), None)
        return _shown(html) if html is not None else None
    if form == "text/html":
        return _shown(_part(content, "html"))
    return decoded(_part(content, "plain")).splitlines() if form == "text/plain" else None


def _part(content: bytes, kind: str) -> EmailMessage:
    wide = content[:2] in {b"\xff\xfe", b"\xfe\xff"}
    part = EmailMessage()
    part.add_header("Content-Type", f"text/{kind}", charset="utf-16" if wide else "utf-8-sig")
    part.set_payload(content)
    return part


def _shown(html: EmailMessage) -> list[str] | None:
    try:
        lines, _ = lines_of(html)
    except Refused:
        return None
    return [line.words for line in lines]
