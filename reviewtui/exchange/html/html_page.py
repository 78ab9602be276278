"""Writes the text as one page that works from a file, offline: to read, to remark on, to save the answer.

Nothing is loaded from anywhere: the content policy allows the one style and the one script of the page by their hashes.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import msgspec
from markupsafe import Markup

from reviewtui.domain.policy.policy import Section
from reviewtui.domain.record.thread import Thread
from reviewtui.exchange.formats.export_content import Outgoing, whole_texts
from reviewtui.exchange.formats.remark_text import answered_by, sent_answer, sent_body, sent_replacement
from reviewtui.exchange.formats.sent_paths import sent_path
from reviewtui.exchange.html import page_answer
from reviewtui.exchange.html.inline_html import InlineWriter, MarkedPassage
from reviewtui.exchange.html.section_html import SectionWriter
from reviewtui.exchange.html_comparison import changed_words
from reviewtui.text.markdown.document import document_of
from reviewtui.text.words.visible import visible, visible_line
from reviewtui.views.rendered_text import rendered_change


@dataclass(frozen=True, slots=True)
class RemarkCard:
    """One remark on the page; `place` is its passage, None where it has none in the text."""

    number: int
    thread: str
    who: str
    kind: str
    quote: str
    body: str
    replacement: str | None
    replies: tuple[tuple[str, str], ...]
    answer: str
    answered_by: str
    place: MarkedPassage | None
    section: str


read = page_answer.read
_ASSETS = files("reviewtui.exchange.html") / "assets"


@dataclass(frozen=True, slots=True)
class PageSection:
    """One section on the page."""

    id: str
    path: str
    start: int
    end: int
    title: str
    body: Markup
    cards: tuple[RemarkCard, ...]
    changes: Markup
    hidden: int
    """Comments that the file holds and a reader does not see."""


def write(outgoing: Outgoing) -> bytes:
    """Return the page."""
    # Loading it takes longer than most commands, and only pages need it.
    from jinja2 import Environment, StrictUndefined

    style, script = _asset("page.css"), _asset("page.js")
    cards = cards_of(outgoing)
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    page = environment.from_string(
        _asset("page.html")
    ).render(
        title=visible_line(outgoing.title),
        language=outgoing.draft.settings.language,
        policy=_content_policy(style, script),
        style=Markup(style),  # noqa: S704 - ours, and allowed by its hash alone
        script=Markup(script),  # noqa: S704
        data=_data(outgoing),
        version=f"{outgoing.version[:10]}, sent out on {outgoing.moment:%d %B %Y}",
        organisation=visible_line(_organisation(outgoing)),
        sections=list(_sections(outgoing, cards)),
        general=[card for card in cards if not card.section],
        base=visible_line(outgoing.comparison.old.version.name) if outgoing.comparison else "",
    )
    return page.encode("utf-8", "replace")


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text("utf-8")


def _content_policy(style: str, script: str) -> str:
    hashes = [base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _organisation(outgoing: Outgoing) -> str:
    return outgoing.draft.settings.organisation_name(outgoing.organisation) if outgoing.organisation else ""


def _data(outgoing: Outgoing) -> Markup:
    """What the page's script works with, as JSON in which nothing can end the element around it."""
    texts = {sent_path(section.path): outgoing.text(section).text for section in outgoing.sections}
    data: dict[str, Any] = {
        "policy_id": outgoing.policy_id,
        "export": outgoing.export,
        "version": outgoing.version,
        "title": outgoing.title,
        "organisation": _organisation(outgoing),
        "texts": texts,
        "held": [sent_path(text.path) for text in whole_texts(outgoing.draft.policy, outgoing.sections)],
        "enclosures": {path: list(document_of(text).enclosures) for path, text in texts.items()},
    }
    encoded = msgspec.json.encode(data).decode("utf-8", "replace")
    for sign in "<>&\u2028\u2029":
        encoded = encoded.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(encoded)  # noqa: S704 - no sign of HTML is left in it


def _sections(outgoing: Outgoing, cards: list[RemarkCard]) -> Iterator[PageSection]:
    ids: dict[str, str] = {}
    for number, section in enumerate(outgoing.sections, 1):
        ids.setdefault(section.path, f"section-{number}")
    for number, section in enumerate(outgoing.sections, 1):
        document = document_of(outgoing.text(section).text)
        inline = InlineWriter(document, section.path, ids, marked_in(cards, section))
        yield PageSection(
            id=f"section-{number}",
            path=sent_path(section.path),
            start=section.start,
            end=section.end,
            title=visible(section.title),
            body=Markup("".join(SectionWriter(inline).write(section.start, section.end))),  # noqa: S704 - escaped there
            cards=tuple(card for card in cards if card.section == section.name),
            changes=_changes(outgoing, section),
            hidden=sum(
                block.kind == "comment" for block in document.blocks if section.start <= block.start < section.end
            ),
        )


def _changes(outgoing: Outgoing, section: Section) -> Markup:
    """What changed in the file of a section since the last release; told with the first section of that file."""
    comparison = outgoing.comparison
    first = next(own for own in outgoing.sections if own.path == section.path)
    if comparison is None or section != first:
        return Markup()
    own = [file for file in comparison.files() if file.new_path == section.path and file.changes]
    return Markup("".join(changed_words(comparison, own[0]))) if own else Markup()  # noqa: S704 - escaped there


def cards_of(outgoing: Outgoing) -> list[RemarkCard]:
    """Return the remarks that are sent out, those on the whole policy last."""
    ranks = {section.name: rank for rank, section in enumerate(outgoing.sections)}
    last = len(ranks)

    def place(thread: Thread) -> tuple[int, int, str]:
        section, placement = outgoing.draft.section_of(thread.id), outgoing.draft.placement(thread.id)
        if section is None or placement is None:
            return last, 0, thread.id
        return ranks.get(section.name, last), placement.start, thread.id

    threads = sorted(outgoing.threads, key=place)
    return [_card(outgoing, thread, number) for number, thread in enumerate(threads, 1)]


def _card(outgoing: Outgoing, thread: Thread, number: int) -> RemarkCard:
    section = outgoing.draft.section_of(thread.id)
    placement = outgoing.draft.placement(thread.id)
    is_passage = placement is not None and placement.is_placed and thread.anchors and thread.anchors[0].is_passage
    replacement = sent_replacement(thread)
    passage, instead = rendered_change(thread.anchors[0].exact if thread.anchors else "", replacement or "")
    return RemarkCard(
        number,
        thread.id,
        visible(f"{thread.by.name}, {outgoing.organisation_name(thread)}"),
        thread.kind,
        visible(passage),
        visible(sent_body(thread)),
        None if replacement is None else visible(instead),
        tuple((visible(entry.by.name), visible(entry.words)) for entry in thread.replies),
        visible(sent_answer(outgoing.draft, thread)),
        visible(answered_by(thread)),
        MarkedPassage(placement.start, placement.end, number) if placement is not None and is_passage else None,
        section.name if section is not None else "",
    )


def marked_in(cards: Sequence[RemarkCard], section: Section) -> tuple[MarkedPassage, ...]:
    """Return the passages of the remarks that stand in a section."""
    return tuple(card.place for card in cards if card.place is not None and card.section == section.name)
