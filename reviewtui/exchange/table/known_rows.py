"""What a workbook keeps in its hidden sheet of each remark that it holds, so that a returned row is known again."""

from collections.abc import Iterator, Sequence

import msgspec

from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.events import Kind
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.incoming import BroughtAct, BroughtPlace, Voice
from reviewtui.exchange.formats.outgoing import Outgoing
from reviewtui.exchange.formats.sent_words import sent_body, sent_replacement, suggested_passage
from reviewtui.exchange.table.form import FormRow
from reviewtui.exchange.table.rows_in import KnownRow
from reviewtui.exchange.table.rows_out import SentRow, sent_rows

PIECE = 30_000
"""Characters of one cell of the hidden sheet."""


class KeptRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """One remark as the hidden sheet keeps it: its cells, and all that makes it the same remark elsewhere."""

    thread: str
    cells: tuple[str, ...]
    name: str = ""
    kind: Kind = "general"
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
        suggested = f"Suggested words: “{replacement}”" if replacement else "Suggested: delete this."
        body, replacement = "\n\n".join(part for part in (body, suggested) if part), None
    row = KeptRow(thread.id, tuple(sent.row), thread.by.name, thread.kind, body, replacement)
    if placement is None or placement.path is None or not thread.anchors:
        return row
    if placement.is_placed and thread.anchors[0].is_passage:
        return msgspec.structs.replace(row, path=placement.path, start=placement.start, end=placement.end)
    return msgspec.structs.replace(row, path=placement.path, start=placement.start)


def known_rows(kept: Sequence[KeptRow], draft: Draft, policy: Policy) -> Iterator[KnownRow]:
    """Give the rows that were sent out; a thread that this clone does not have comes as the act that it is."""
    for row in kept:
        cells = FormRow(*row.cells[: len(FormRow._fields)])
        known = row.thread in draft.review.threads
        yield KnownRow(row.thread, cells, None if known else _act(row, policy), row.name)


def _act(row: KeptRow, policy: Policy) -> BroughtAct:
    text = policy.texts.get(row.path)
    place = BroughtPlace(row.path, row.start, row.end) if text is not None else None
    quote = text.text[row.start : row.end] if text is not None and row.end is not None else ""
    return BroughtAct(
        "comment" if row.replacement is None else "suggestion",
        row.thread, Voice(row.name), row.body, place, row.replacement, kind=row.kind, quote=quote,
    )  # fmt: skip


def rows_of_review(draft: Draft) -> list[KnownRow]:
    """Return every remark of the review as its row, for tables that cannot keep ids."""
    threads = [thread for thread in draft.review.threads.values() if thread.counts]
    return [KnownRow(sent.thread.id, sent.row, name=sent.thread.by.name) for sent in sent_rows(draft, threads)]
