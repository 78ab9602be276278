"""The parts of a mail: its texts, the files and the mails that it holds; what is not read is told."""

import email
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
from email.message import EmailMessage
from email.policy import default
from typing import cast

from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.import_content import Incoming
from reviewtui.exchange.formats.format_registry import FORMATS, importer, office_form
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.exchange.mail.html_lines import HtmlLines, MailLine, quoted_line
from reviewtui.text.words.visible import visible_line
from reviewtui.views.excerpt import clipped

_MOST_CHARACTERS = 5_000_000
_MOST_TAGS = 50_000


_MOST_PARTS = 200
_MOST_BYTES = 60 * 1024 * 1024
_MOST_LINES = 50_000
_LONGEST_HEADERS = 256 * 1024
LONGEST_HEADER = 20_000
LONGEST_TOLD = 600
_FEW, _PART = 3, 0.05
"""Words, and the part of all, that an HTML form may say beside its plain one without being another text."""
_WORD = re.compile(r"\w+")
_CUT = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)


@dataclass
class MailReading:
    """What has been read of a mail so far."""

    context: ImportContext
    inner: Callable[["EmailMessage"], Incoming] | None = None
    """Reads a mail inside of this one; None where it lies too deep."""
    enclosed: list[Incoming] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    texts: list[EmailMessage] = field(default_factory=list)


def parsed(content: bytes) -> EmailMessage:
    """Return a mail by its bytes.

    Raises:
        Refused: it is none, or is built in a way that no program builds one.
    """
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
    if any(len(value) > LONGEST_HEADER for _, value in mail.raw_items()):
        raise Refused("This mail has a header that no mail program writes; save its attachments and import these.")
    return mail


def parts_of(mail: EmailMessage, reading: MailReading) -> Iterator[EmailMessage]:
    """Give the parts that hold something; of several forms of one text the plain one, else HTML."""
    count = size = 0
    waiting = [mail]
    while waiting:
        part = waiting.pop(0)
        count += 1
        if any(isinstance(defect, _CUT) for defect in part.defects):
            reading.left_out.append("The mail ends before its end: it was cut off or damaged; ask for it anew.")
        if count > _MOST_PARTS:
            raise Refused(f"This mail has more than {_MOST_PARTS} parts; save its attachments and import these.")
        if part.get_content_type() == "multipart/alternative":
            waiting[:0] = _best(part, reading)
        elif part.is_multipart() and part.get_content_maintype() == "multipart":
            waiting[:0] = [cast("EmailMessage", each) for each in part.iter_parts()]
        else:
            payload = part.get_payload()
            size += len(payload) if isinstance(payload, str) else 0
            if size > 2 * _MOST_BYTES:
                raise Refused("This mail is too large; save its attachments and import these.")
            yield part


def _best(part: EmailMessage, reading: MailReading) -> list[EmailMessage]:
    """The plain form of a text, or its HTML form where that is what a reader sees and says other words."""
    forms = [cast("EmailMessage", each) for each in part.iter_parts()]
    plain = [form for form in forms if form.get_content_type() == "text/plain" and str(form.get_payload()).strip()]
    rich = [form for form in forms if form.get_content_maintype() == "multipart"]
    html = [each for form in forms for each in form.walk() if each.get_content_type() == "text/html"]
    if plain and html:
        first, second = plain[0], html[-1]
        if other := _only_in(second, first):
            words = clipped(" ".join(line.words for line in lines_of(first)[0]), LONGEST_TOLD)
            reading.left_out.append(f"The formatted text says more (“{other}”) and was read; its plain form: “{words}”")
            return [*(rich or [second])][:1]
    return (plain or rich or forms[-1:])[:1]


def _only_in(html: EmailMessage, plain: EmailMessage) -> str:
    """The words that only the HTML form of a text says, if these are more than programs write there by themselves."""
    words = [word for line in lines_of(html)[0] for word in _WORD.findall(line.words.casefold())]
    said = Counter(word for line in lines_of(plain)[0] for word in _WORD.findall(line.words.casefold()))
    other = [word for word, count in Counter(words).items() if count > said[word]]
    return clipped(" ".join(other)) if len(other) >= max(_FEW, len(words) * _PART) else ""


def take_part(reading: MailReading, part: EmailMessage) -> None:
    """Take what a part of a mail holds: a text, a file, another mail; or tell that nothing of it is read."""
    name = visible_line(_file_name(part))
    kind = part.get_content_type()
    if not name and kind in {"text/plain", "text/html"} and part.get_content_disposition() != "attachment":
        reading.texts.append(part)
    elif kind == "message/rfc822" or name.lower().endswith(".eml"):
        _take_mail(reading, part)
    elif name.lower().endswith(_suffixes()):
        _take_file(reading, part, name)
    elif kind != "text/calendar" or name:
        hint = "; save it and import it by itself" if office_form(name) else ""
        hint = "; ask for it as an ordinary attachment" if name.lower() == "winmail.dat" else hint
        reading.left_out.append(f"The attachment '{name or kind}' is of no format that is read here{hint}.")


def _file_name(part: EmailMessage) -> str:
    try:
        return part.get_filename() or ""
    except (LookupError, ValueError, IndexError):
        return ""


def _suffixes() -> tuple[str, ...]:
    return tuple(suffix for name, own in FORMATS.items() if name != "mail" for suffix in own.suffixes)


def _take_file(reading: MailReading, part: EmailMessage, name: str) -> None:
    content = part.get_payload(decode=True)
    try:
        if isinstance(content, bytes):
            enclosed = importer(name).read(content, reading.context)
            reading.enclosed.append(replace(enclosed, digest=hashlib.sha256(content).hexdigest()))
    except Refused as refusal:
        reading.left_out.append(f"The attachment '{name}' was not taken in: {refusal}")


def _take_mail(reading: MailReading, part: EmailMessage) -> None:
    """Read a mail inside of this one, as one by whoever it says that it is from."""
    held = part.get_payload()
    content = part.get_payload(decode=True)
    if reading.inner is None:
        reading.left_out.append("A mail that lies deep in others was not read; save it by itself and import it.")
        return
    try:
        mail = held[0] if isinstance(held, list) and held else parsed(content if isinstance(content, bytes) else b"")
        digest = hashlib.sha256(cast("EmailMessage", mail).as_bytes()).hexdigest()
        reading.enclosed.append(replace(reading.inner(cast("EmailMessage", mail)), digest=digest))
    except (Refused, LookupError, ValueError) as refusal:
        reading.left_out.append(f"A mail inside of this mail was not read; save it by itself and import it: {refusal}")


def text_lines(reading: MailReading) -> list[MailLine]:
    """Return the lines of the texts of a mail, without an answer of a page that was copied into them.

    Raises:
        Refused: they are more than any answer has.
    """
    lines: list[MailLine] = []
    for part in reading.texts:
        shown, hidden = lines_of(part)
        lines += shown
        if hidden:
            reading.left_out.append(f"Hidden words of the mail, which no reader sees: “{clipped(' '.join(hidden))}”")
    if len(lines) > _MOST_LINES:
        raise Refused(f"The text of this mail has more than {_MOST_LINES} lines; it is too long to be an answer.")
    return lines


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
