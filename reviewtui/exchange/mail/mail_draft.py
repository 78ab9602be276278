"""Writes a mail for each organisation that was asked, ready to be looked at and sent by a person."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from reviewtui.domain.record.rounds import Round
from reviewtui.domain.refusal import Refused
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.formats.format_registry import exporter
from reviewtui.exchange.letters import interim_letters
from reviewtui.exchange.mail.mail_reference import message_id, reference_line
from reviewtui.text.markdown.block import HIDDEN, Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.seen_text import block_words
from reviewtui.text.words.visible import visible, visible_line

RULE = "=" * 60


USUAL = ("html", "xlsx")
"""What is attached unless something else is asked for."""
_ADDRESS = re.compile(r"([^\s<>,;:\"()\[\]\\@\x00-\x20\x7f]{1,64})@([A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?)\Z")
_TYPES = {
    "html": ("text", "html"),
    "csv": ("text", "csv"),
    "xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
_WAYS = {
    "html": "Open the attached page in a browser (no connection is needed), mark words in it, and mail back the file "
    "that it saves.",
    "docx": "Write into the attached Word document, with comments and tracked changes, and mail it back.",
    "xlsx": "Fill in the attached table, one row for each comment, and mail it back.",
    "csv": "Fill in the attached table, one row for each comment, and mail it back.",
}
_LONGEST_TEXT = 200_000
LETTERS = "letters"
"""What makes the mail a letter about what was said before, instead of asking for remarks."""


def write(sent: Outgoing) -> Mapping[str, bytes]:
    """Return a draft of a mail for each organisation, by the name of its file.

    Raises:
        Refused: no organisation was asked, or what is to be attached is no format that people can answer in.
    """
    attached = sent.attached or USUAL
    unknown = [name for name in attached if name not in _TYPES and name != LETTERS]
    if unknown:
        known = ", ".join((*_TYPES, LETTERS))
        raise Refused(f"'{unknown[0]}' cannot be attached; what can: {known}.")
    rounds = _open_rounds(sent)
    asked = dict.fromkeys(
        (*sent.draft.effective_settings.asked(), *(name for each in rounds for name in each.opened.asked))
    )
    chosen = (sent.organisation,) if sent.organisation else tuple(asked)
    if LETTERS in attached:
        chosen = tuple(name.removesuffix(".md") for name in interim_letters.write(sent) if name.endswith(".md"))
    if not chosen:
        raise Refused("No organisation was asked yet; ask one: reviewtui round open, or name one with --organisation.")
    return {f"{name}.eml": _mail(replace(sent, organisation=name), attached, rounds) for name in chosen}


def _open_rounds(sent: Outgoing) -> tuple[Round, ...]:
    return tuple(each for each in sent.draft.review.submitted_rounds if each.is_open(sent.moment.date()))


def _mail(sent: Outgoing, attached: tuple[str, ...], rounds: tuple[Round, ...]) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = f"{_flat(sent.title)}: " + (
        "what became of your remarks" if LETTERS in attached else "your remarks, please"
    )
    if me := sent.draft.me:
        mail["From"] = _address(_flat(me.name), me.address) or "undisclosed:;"
    mail["To"] = tuple(_recipients(sent)) or ""
    mail["Date"] = sent.moment
    mail["X-Unsent"] = "1"
    mail["Message-ID"] = message_id(sent)
    mail.set_content("\n".join(_body(sent, attached, rounds)) + "\n", cte="quoted-printable")
    for name in attached:
        content = exporter(name).write(sent) if name in _TYPES else {}
        if isinstance(content, bytes):
            main, sub = _TYPES[name]
            # Without its encoding a program may take a text for ASCII, and a page whose script it changed does nothing.
            encoded = {"charset": "utf-8"} if main == "text" else {}
            mail.add_attachment(content, maintype=main, subtype=sub, filename=f"policy.{name}", params=encoded)
    mail.set_boundary(f"=_reviewtui_{sent.export}")
    return mail.as_bytes()


def _flat(words: str) -> str:
    return visible_line(" ".join(words.split()))[:200]


def _address(name: str, address: str) -> Address | None:
    match = _ADDRESS.match(address)
    return Address(name, match[1], match[2]) if match and address.isascii() else None


def _recipients(sent: Outgoing) -> Iterator[Address]:
    """Those who pass on what an organisation says, else all its people that the settings name."""
    organisation = sent.draft.effective_settings.organisations.get(sent.organisation)
    if organisation is not None:
        for entry in organisation.consolidators or organisation.addresses:
            address = _address("", entry.rpartition("<")[2].rstrip("> "))
            if address is not None:
                yield address


def sent_phrases(sent: Outgoing) -> Iterator[str]:
    """Give the lines that may stand above the text in any mail of ours, to know them again in an answer."""
    yield from (_asking(sent, [each.opened.until]) for each in sent.draft.review.submitted_rounds)
    yield from _letter(sent, tuple(_WAYS), ())
    yield from (_flat(person.name) for person in sent.draft.settings.author_people())


def _asking(sent: Outgoing, until: Sequence[date]) -> str:
    day = f" until {max(until):%d %B %Y}" if until else ""
    return f"please read “{_flat(sent.title)}” and tell us what you think of it{day}."


def _body(sent: Outgoing, attached: tuple[str, ...], rounds: tuple[Round, ...]) -> Iterator[str]:
    if LETTERS in attached:
        yield from interim_letters.letter_lines(sent, sent.organisation)
        yield reference_line(sent)
        return
    yield from _letter(sent, attached, rounds)
    text = list(text_for_mail(sent))
    if sum(map(len, text)) <= _LONGEST_TEXT:
        yield ""
        yield from text


def _letter(sent: Outgoing, attached: tuple[str, ...], rounds: tuple[Round, ...]) -> Iterator[str]:
    """What stands above the text."""
    yield "Dear colleagues,"
    yield ""
    yield _asking(sent, [each.opened.until for each in rounds if sent.organisation in each.opened.asked])
    yield "Answer in whichever way suits you:"
    for name in attached:
        yield f"- {_WAYS[name]}"
    yield "- Or just reply to this mail: leave the words that you mean in the quoted text, and write below them."
    # Outlook is one that does not; nobody can say then how much of the text above it a remark is about.
    yield "  Where your program marks no quotes, begin each remark with the words it is about, in quotation marks."
    yield ""
    yield "What you say enters the review under your name."
    yield ""
    yield "With kind regards,"
    yield _flat(sent.draft.me.name) if sent.draft.me else "the authors of the policy"
    yield ""
    yield reference_line(sent)


def text_for_mail(sent: Outgoing) -> Iterator[str]:
    """Give the lines of the text."""
    for section in sent.sections:
        document = document_of(sent.text(section).text)
        yield from (RULE, "")
        for block in document.blocks:
            if section.start <= block.start < section.end and block.kind not in HIDDEN and block.kind != "blank":
                yield from _block_lines(document, block)


def _block_lines(document: Document, block: Block) -> Iterator[str]:
    if block.kind == "rule":
        return
    words = visible(block_words(document, block))
    if block.kind == "table":
        for row in block.rows:
            yield " | ".join(_between(document, block, first, last) for first, last in row)
        yield ""
        return
    if not words.strip():
        return
    marker = visible_line(document.source[slice(*block.markers[-1])]) if block.markers else ""
    indent = "  " * max(0, len(block.within) - 1)
    lines = words.splitlines() if block.kind == "code" else [" ".join(words.split())]
    yield f"{indent}{marker}{' ' if marker else ''}{visible_line(lines[0])}"
    yield from (visible_line(line) for line in lines[1:])
    yield ""


def _between(document: Document, block: Block, start: int, end: int) -> str:
    pieces = [piece for piece in document.seen(block) if start <= piece.start < end]
    return visible_line("".join(document.source[p.start : p.end] if p.shown is None else p.shown for p in pieces))
