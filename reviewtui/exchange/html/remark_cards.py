"""The remarks that a page shows: numbered in reading order, each with what was said and answered in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewtui.domain.policy.policy import Section
from reviewtui.domain.record.thread import Thread
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.formats.remark_text import answered_by, sent_answer, sent_body, sent_replacement
from reviewtui.exchange.html.inline_html import MarkedPassage
from reviewtui.text.words.visible import visible
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
