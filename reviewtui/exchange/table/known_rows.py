"""What a workbook keeps in its hidden sheet of each remark that it holds, so that a returned row is known again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.events import RemarkKind, Revised, Suggested
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import BroughtAct, BroughtPlace, Voice
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.formats.remark_text import (
    answers_ever_sent,
    authors_replies,
    sent_body,
    sent_observations,
    sent_replacement,
    suggested_passage,
    suggested_words,
    texts_ever_sent,
)
from reviewtui.exchange.formats.sent_paths import own_path, sent_path
from reviewtui.exchange.table.commenting_form import FormRow
from reviewtui.exchange.table.proposed_change import change_in_words
from reviewtui.exchange.table.row_matching import KnownRow
from reviewtui.exchange.table.sent_rows import SentRow, passage_in_words, sent_rows, shown_cell
from reviewtui.text.words.spacing import single_spaced

PIECE = 30_000
"""Characters of one cell of the hidden sheet."""


class KeptRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """One remark as the hidden sheet keeps it: its cells, and all that makes it the same remark elsewhere."""

    thread: str
    cells: tuple[str, ...]
    name: str = ""
    kind: RemarkKind = "general"
    body: str = ""
    replacement: str | None = None
    path: str = ""
    start: int | None = None
    end: int | None = None


class KeptForm(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was sent out: of which review, which export, which commit, to whom."""

    policy_id: str
    export: str
    version: str
    organisation: str = ""


def kept_form(outgoing: Outgoing) -> KeptForm:
    """Return what the hidden sheet says of the whole table."""
    return KeptForm(outgoing.policy_id, outgoing.export, outgoing.version, outgoing.organisation)


def kept_row(draft: Draft, sent: SentRow) -> KeptRow:
    """Return what the hidden sheet says of one row."""
    thread = sent.thread
    placement = draft.placement(thread.id)
    replacement = sent_replacement(thread)
    passage = suggested_passage(draft, thread)
    body = sent_body(thread)
    if replacement is not None and passage is None:
        body, replacement = "\n\n".join(part for part in (body, suggested_words(replacement)) if part), None
    row = KeptRow(thread.id, tuple(sent.row), thread.by.name, thread.kind, body, replacement)
    if placement is None or placement.path is None or not thread.anchors:
        return row
    if placement.is_placed and thread.anchors[0].is_passage:
        return msgspec.structs.replace(row, path=sent_path(placement.path), start=placement.start, end=placement.end)
    return msgspec.structs.replace(row, path=sent_path(placement.path), start=placement.start)


def known_rows(kept: Sequence[KeptRow], draft: Draft, policy: Policy) -> Iterator[KnownRow]:
    """Give the rows that were sent out; a thread that this clone does not have comes as the act that it is."""
    for row in kept:
        cells = FormRow(*row.cells[: len(FormRow._fields)])
        known = row.thread in draft.review.threads
        said = _ever_in_a_row(draft, draft.review.threads[row.thread]) if known else frozenset[str]()
        yield KnownRow(row.thread, cells, None if known else _act(row, policy), row.name, said, is_kept=True)


def _act(row: KeptRow, policy: Policy) -> BroughtAct:
    path = own_path(policy, row.path)
    text = policy.texts.get(path)
    place = BroughtPlace(path, row.start, row.end) if text is not None else None
    quote = text.text[row.start : row.end] if text is not None and row.end is not None else ""
    return BroughtAct(
        "comment" if row.replacement is None else "suggestion",
        row.thread, Voice(row.name), row.body, place, row.replacement, kind=row.kind, quote=quote,
    )  # fmt: skip


def rows_of_review(draft: Draft) -> list[KnownRow]:
    """Return every remark of the review as its row, for tables that cannot keep ids.

    What the author had to remove is known by its words too, so that they do not come back as something new.
    """
    threads = [thread for thread in draft.review.threads.values() if thread.counts]
    shown = [*threads, *(_unremoved(thread) for thread in threads if thread.is_hidden)]
    said = {thread.id: _ever_in_a_row(draft, thread) for thread in threads}
    return [
        KnownRow(
            sent.thread.id, sent.row, name=sent.thread.by.name, said=said[sent.thread.id],
            item=sent.thread.root.source.item if sent.thread.root.source is not None else "",
        )
        for sent in sent_rows(draft, shown)
    ]  # fmt: skip


def _unremoved(thread: Thread) -> Thread:
    """A remark as it stood in what was sent out before its words were removed."""
    words = next((entry.event.words for entry in thread.entries if entry.event.id == thread.words_event), thread.body)
    return replace(thread, body=words, entries=tuple(replace(entry, hidden=None) for entry in thread.entries))


def _ever_in_a_row(draft: Draft, thread: Thread) -> frozenset[str]:
    """All that cells of a remark may have said, flat."""
    events = [entry.event for entry in thread.entries]
    wished = {event.replacement for event in events if isinstance(event, Suggested | Revised)}
    anchors = [anchor for event in events for anchor in getattr(event, "anchors", ())]
    changes = {
        change_in_words(anchor, words, plain=plain)
        for anchor in anchors
        for words in wished
        if words is not None
        for plain in (True, False)
    }
    bodies = texts_ever_sent(draft, thread)
    replies = authors_replies(draft, thread)
    spoken = ["\n".join(replies[:count]) for count in range(1, len(replies) + 1)]
    answers = [*answers_ever_sent(draft, thread), sent_observations(draft, thread)]
    observed = {*spoken, *(f"{before}\n{answer}" for before in spoken for answer in answers), *answers}
    passages = {passage_in_words(thread, plain=plain) for plain in (True, False)}
    told = {f"{passage}{body}" for body in bodies for passage in passages}
    return frozenset(single_spaced(shown_cell(words)) for words in (*bodies, *told, *changes, *observed))
