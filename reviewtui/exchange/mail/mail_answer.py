"""Reads a mail that came back: its attachments, each by its own format, and what it says itself."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage
from functools import partial

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.review.import_content import Incoming, Voice
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.exchange.html import page_answer
from reviewtui.exchange.mail import mail_draft
from reviewtui.exchange.mail.html_lines import MailLine
from reviewtui.exchange.mail.mail_acts import MailActs
from reviewtui.exchange.mail.mail_parts import LONGEST_TOLD, MailReading, parsed, parts_of, take_part, text_lines
from reviewtui.exchange.mail.mail_reference import sent_mail
from reviewtui.views.excerpt import clipped

write = mail_draft.write
_DEEPEST = 3
_SUBJECT = re.compile(
    r"\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|abwesenheits\w*"
    r"|automatische antwort|réponse automatique|ateb awtomatig|undeliverable|undelivered mail"
    r"|delivery status notification|mail delivery|returned mail|delivery failure|read receipt)\b",
    re.IGNORECASE,
)
_SERVERS = re.compile(r"\A(?:mailer-daemon|postmaster)@", re.IGNORECASE)


def read(content: bytes, context: ImportContext) -> Incoming:
    """Return what a mail brings in.

    Raises:
        Refused: it is no mail, or answers the draft of another review.
    """
    return _incoming(parsed(content), context, 0)


def _incoming(mail: EmailMessage, context: ImportContext, depth: int) -> Incoming:
    inner = partial(_incoming, context=context, depth=depth + 1)
    reading = MailReading(context, inner if depth < _DEEPEST else None)
    for part in parts_of(mail, reading):
        take_part(reading, part)
    voice, at = _sender(mail), _date(mail)
    lines = text_lines(reading)
    whole = "\n".join(line.words for line in lines)
    copied = [
        replace(page_answer.read(block, context), digest=hashlib.sha256(block).hexdigest())
        for block in page_answer.answers_in(whole)
    ]
    held = {(file.export, file.acts) for file in reading.enclosed}
    files = [*reading.enclosed, *(file for file in copied if (file.export, file.acts) not in held)]
    sent = sent_mail(whole, " ".join(str(mail.get(name, "")) for name in ("In-Reply-To", "References")), context)
    if page_answer.begins_anywhere(whole):
        lines = _without_answers(lines, reading)
    if why := _automatic(mail):
        words = clipped(" ".join(line.words for line in lines), LONGEST_TOLD)
        reading.left_out.append(f"{why}; its words are nobody's remark: “{words}”")
        lines = []
    said = MailActs(voice, at, sent, reading.left_out)
    acts = tuple(said.acts(lines))
    by = voice.name or voice.address or "(nobody named)"
    return Incoming(
        "mail", sent.export, sent.version, acts,
        read=(f"A mail by {by}{_about(mail)}: {_counted(said.answers, files)}.", *_other_names(voice, files)),
        left_out=tuple(reading.left_out), enclosed=tuple(files),
    )  # fmt: skip


def _other_names(voice: Voice, files: Iterable[Incoming]) -> Iterator[str]:
    """Say whose name an answer of a page bears, where that is not the writer of the mail."""
    for file in files:
        for each in file.voices() if file.format == "html" else ():
            if each.address.casefold() != voice.address.casefold():
                yield f"An answer in it bears the name {each.name} <{each.address}>, the mail is by {voice.address}."


def _about(mail: EmailMessage) -> str:
    """The subject of a mail, in which some people answer."""
    subject = clipped(" ".join(str(mail.get("Subject", "")).split()), LONGEST_TOLD)
    return f" about “{subject}”" if subject else ""


def _counted(answers: int, files: list[Incoming]) -> str:
    return f"{counted(answers, 'answer')} in its text, {counted(len(files), 'file')} with remarks"


def _without_answers(lines: list[MailLine], reading: MailReading) -> list[MailLine]:
    """The lines without the answer of a page that was copied into them, nor what it says to people."""
    kept: list[MailLine] = []
    held: list[MailLine] = []
    inside = False
    for line in _without_saved(lines, reading):
        inside = inside or page_answer.begins(line.words)
        (held if inside else kept).append(line)
        if page_answer.ends(line.words):
            inside, held = False, []
    if held:
        reading.left_out.append("An answer that was copied into the mail is cut off; ask for the saved file.")
    return kept


def _without_saved(lines: list[MailLine], reading: MailReading) -> list[MailLine]:
    """The lines without the content of a saved answer; what stands behind one that is broken cannot be told from it."""
    text = "\n".join(line.words for line in lines)
    kept: list[MailLine] = []
    done = 0
    for start, stop in page_answer.saved_answers(text):
        kept += lines[done : text.count("\n", 0, start)]
        done = len(lines) if stop is None else text.count("\n", 0, stop) + 1
        if stop is None:
            reading.left_out.append(
                "The content of a saved answer in this mail is cut off or was changed; ask for the file."
            )
    return [*kept, *lines[done:]]


def _automatic(mail: EmailMessage) -> str:
    """Say what sort of automatic mail this is; empty for one that a person wrote."""
    if mail.get_content_type() == "multipart/report" or _SERVERS.match(_sender(mail).address):
        return "This is a report of a mail server"
    sent = str(mail.get("Auto-Submitted", "no")).partition(";")[0].strip().lower()
    marked = any(name in mail for name in ("X-Autoreply", "X-Autorespond")) or mail.get("Precedence") == "auto_reply"
    if sent != "no" or marked or _SUBJECT.match(str(mail.get("Subject", ""))):
        return "This is an automatic reply"
    return ""


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
