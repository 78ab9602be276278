"""Reads a mail that came back: its attachments, each by its own format, and what it says itself."""

import email
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.message import EmailMessage
from email.policy import default
from typing import cast

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.incoming import Incoming, Voice
from reviewtui.exchange.formats.format_registry import FORMATS, importer
from reviewtui.exchange.formats.known_texts import KnownTexts
from reviewtui.exchange.formats.outgoing import Outgoing
from reviewtui.exchange.html import answer
from reviewtui.exchange.mail import mail_draft
from reviewtui.exchange.mail.html_lines import MailLine
from reviewtui.exchange.mail.mail_reference import SentMail, sent_mail
from reviewtui.exchange.mail.plain_text import lines_of
from reviewtui.exchange.mail.posting import Postings, postings
from reviewtui.exchange.mail.quoted_remarks import remarks_of
from reviewtui.exchange.mail.text_for_mail import text_for_mail
from reviewtui.text.words.visible import visible_line
from reviewtui.views.excerpt import clipped

write = mail_draft.write
_MOST_PARTS = 200
_MOST_BYTES = 60 * 1024 * 1024
_MOST_LINES = 50_000
_LONGEST_HEADERS = 256 * 1024
_LONGEST_HEADER = 20_000
_MOST_ANSWERS = 500


@dataclass
class _Reading:
    """What has been read of a mail so far."""

    known: KnownTexts
    enclosed: list[Incoming] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    texts: list[EmailMessage] = field(default_factory=list)


def read(content: bytes, known: KnownTexts) -> Incoming:
    """Return what a mail brings in.

    Raises:
        Refused: it is no mail, or answers the draft of another review.

    """
    mail = _parsed(content)
    reading = _Reading(known)
    for part in _parts(mail):
        _take(reading, part)
    voice, at = _sender(mail), _date(mail)
    lines = _lines(reading)
    whole = "\n".join(line.words for line in lines)
    copied = [
        replace(answer.read(block, known), digest=hashlib.sha256(block).hexdigest())
        for block in answer.answers_in(whole)
    ]
    held = {(file.export, file.acts) for file in reading.enclosed}
    files = [*reading.enclosed, *(file for file in copied if (file.export, file.acts) not in held)]
    sent = sent_mail(whole, known)
    answered = postings(_without_answers(lines) if copied else lines)
    if len(answered.said) > _MOST_ANSWERS or len(answered.inside) > 20 * _MOST_ANSWERS:
        raise Refused(f"The text of this mail holds more than {_MOST_ANSWERS} answers; it is too long to be one mail.")
    acts = remarks_of(answered, voice, at, sent.draft.policy, _ours(sent))
    left_out = [*reading.left_out, *(f"Not a remark: “{words}”" for words in answered.left)]
    return Incoming(
        "mail", sent.export, sent.version, acts,
        read=(f"A mail by {voice.name or voice.address or '(nobody named)'}: {_counted(answered, files)}.",),
        left_out=tuple(left_out), enclosed=tuple(files),
    )  # fmt: skip


def _counted(answered: Postings, files: list[Incoming]) -> str:
    return f"{counted(len(answered.said), 'answer')} in its text, {counted(len(files), 'file')} with remarks"


def _parsed(content: bytes) -> EmailMessage:
    head = content[:_LONGEST_HEADERS]
    end = min((at for at in (head.find(b"\n\n"), head.find(b"\r\n\r\n")) if at >= 0), default=-1)
    if end < 0 or b":" not in head[:end] or content[:4] == b"\xd0\xcf\x11\xe0":
        raise Refused("This is no mail that can be read; save it as .eml (not .msg), with its text and attachments.")
    if content.lower().count(b"boundary=") > _MOST_PARTS:
        raise Refused(f"This mail has more than {_MOST_PARTS} parts; save its attachments and import these.")
    try:
        mail = email.message_from_bytes(content, policy=default)
    except (RecursionError, ValueError, LookupError) as error:
        raise Refused(
            "This mail is built in a way that cannot be read; save its attachments and import these."
        ) from error
    if any(len(value) > _LONGEST_HEADER for _, value in mail.raw_items()):
        raise Refused("This mail has a header that no mail program writes; save its attachments and import these.")
    return mail


def _parts(mail: EmailMessage) -> Iterator[EmailMessage]:
    """Give the parts that hold something; of several forms of one text the plain one, else HTML."""
    count = size = 0
    waiting = [mail]
    while waiting:
        part = waiting.pop(0)
        count += 1
        if count > _MOST_PARTS:
            raise Refused(f"This mail has more than {_MOST_PARTS} parts; save its attachments and import these.")
        if part.get_content_type() == "multipart/alternative":
            waiting[:0] = _best(part)
        elif part.is_multipart() and part.get_content_maintype() == "multipart":
            waiting[:0] = [cast("EmailMessage", each) for each in part.iter_parts()]
        else:
            payload = part.get_payload()
            size += len(payload) if isinstance(payload, str) else 0
            if size > 2 * _MOST_BYTES:
                raise Refused("This mail is too large; save its attachments and import these.")
            yield part


def _best(part: EmailMessage) -> list[EmailMessage]:
    forms = [cast("EmailMessage", each) for each in part.iter_parts()]
    plain = [form for form in forms if form.get_content_type() == "text/plain" and str(form.get_payload()).strip()]
    rich = [form for form in forms if form.get_content_maintype() == "multipart"]
    return (plain or rich or forms[-1:])[:1]


def _take(reading: _Reading, part: EmailMessage) -> None:
    name = visible_line(_file_name(part))
    kind = part.get_content_type()
    if not name and kind in {"text/plain", "text/html"} and part.get_content_disposition() != "attachment":
        reading.texts.append(part)
    elif kind == "message/rfc822":
        reading.left_out.append("A mail inside of this mail was not read; save it by itself and import it.")
    elif name.lower().endswith(_suffixes()):
        _take_file(reading, part, name)
    elif kind != "text/calendar" or name:
        hint = "; ask for it as an ordinary attachment" if name.lower() == "winmail.dat" else ""
        reading.left_out.append(f"The attachment '{name or kind}' is of no format that is read{hint}.")


def _file_name(part: EmailMessage) -> str:
    try:
        return part.get_filename() or ""
    except (LookupError, ValueError, IndexError):
        return ""


def _suffixes() -> tuple[str, ...]:
    return tuple(suffix for name, own in FORMATS.items() if own.reads and name != "mail" for suffix in own.suffixes)


def _take_file(reading: _Reading, part: EmailMessage, name: str) -> None:
    content = part.get_payload(decode=True)
    try:
        if isinstance(content, bytes):
            enclosed = importer(name).read(content, reading.known)
            reading.enclosed.append(replace(enclosed, digest=hashlib.sha256(content).hexdigest()))
    except Refused as refusal:
        reading.left_out.append(f"The attachment '{name}' was not taken in: {refusal}")


def _lines(reading: _Reading) -> list[MailLine]:
    lines: list[MailLine] = []
    for part in reading.texts:
        shown, hidden = lines_of(part)
        lines += shown
        if hidden:
            reading.left_out.append(f"Hidden words of the mail, which no reader sees: “{clipped(' '.join(hidden))}”")
    if len(lines) > _MOST_LINES:
        raise Refused(f"The text of this mail has more than {_MOST_LINES} lines; it is too long to be an answer.")
    return lines


def _without_answers(lines: list[MailLine]) -> list[MailLine]:
    """The lines without the answer of a page that was copied into them, nor what it says to people."""
    kept: list[MailLine] = []
    inside = False
    for line in lines:
        inside = inside or answer.begins(line.words)
        if not inside:
            kept.append(line)
        if answer.ends(line.words):
            inside = False
    return kept


def _sender(mail: EmailMessage) -> Voice:
    try:
        addresses = tuple(mail["From"].addresses) if mail["From"] else ()
    except (AttributeError, ValueError, IndexError, LookupError):
        return Voice("")
    if len(addresses) != 1:
        return Voice("")
    name = " ".join(addresses[0].display_name.split())
    return Voice(name or addresses[0].addr_spec, addresses[0].addr_spec)


def _date(mail: EmailMessage) -> datetime | None:
    try:
        moment = mail["Date"].datetime if mail["Date"] else None
    except (AttributeError, ValueError, TypeError, OverflowError, LookupError, IndexError):
        return None
    return moment if isinstance(moment, datetime) and moment.tzinfo is not None else None


def _ours(sent: SentMail) -> str:
    """The words that our mails hold, to know them again inside of an answer."""
    own = Outgoing(sent.draft, sent.export, datetime.min, sent.draft.policy.sections, ())  # noqa: DTZ901 - never shown
    return "\n".join(text_for_mail(own))
