"""Reads a returned document into what it brings in."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.domain.policy.policy import Section
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import Incoming
from reviewtui.exchange.formats.bound_suggestions import told_together
from reviewtui.exchange.formats.export_content import whole_texts
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.exchange.formats.sent_paths import sent_path
from reviewtui.exchange.word.acts.act_list import ActList
from reviewtui.exchange.word.acts.change_acts import ChangeActs, add_shapes, add_untracked_moves
from reviewtui.exchange.word.acts.comment_acts import CommentActs
from reviewtui.exchange.word.acts.document_report import DocumentReport
from reviewtui.exchange.word.acts.known_remarks import KnownRemarks
from reviewtui.exchange.word.acts.returned_text import ReturnedText
from reviewtui.exchange.word.layout.sent_document import (
    EXPORT,
    POLICY,
    SECTION,
    TITLE,
    VERSION,
    SentDocument,
    sent_document,
)
from reviewtui.exchange.word.matching.document_alignment import align
from reviewtui.exchange.word.matching.sent_places import SentPlaces
from reviewtui.exchange.word.matching.structure_changes import shapes_of, shapes_of_foreign
from reviewtui.exchange.word.matching.tracked_edits import edits_of
from reviewtui.exchange.word.matching.untracked_changes import untracked_edits
from reviewtui.exchange.word.matching.whole_paragraphs import whole_paragraphs
from reviewtui.exchange.word.reading.original_document import OriginalDocument
from reviewtui.exchange.word.reading.paragraph import WordDocument

_MOST_CHANGED = 0.5
"""From this share of changed paragraphs on it is another text, of which the untracked differences are not told."""


@dataclass(frozen=True, slots=True)
class _SentVersion:
    """What a document was made from: the version, its sections, and whether the file is one that we sent."""

    draft: Draft
    document: SentDocument
    is_sent: bool


def returned(document: WordDocument, context: ImportContext) -> Incoming:
    """Return what a Word document brings in.

    Raises:
        Refused: it was made from another policy.

    """
    sent, notes = _sent_version(document, context)
    original = OriginalDocument(document.paragraphs)
    ordered = list(original.in_order())
    alignment = align(sent.document, ordered)
    places = SentPlaces(sent.document, original.paragraphs, alignment)
    sources = {section.path: sent.draft.policy.texts[section.path].text for section in sent.document.sections}
    text = ReturnedText(document, original, places, sources)
    is_ours = sent.is_sent and len(alignment.new) + len(alignment.gone) <= _MOST_CHANGED * len(sent.document.paragraphs)
    tracked = list(whole_paragraphs(edits_of(original.paragraphs), original.paragraphs))
    untracked = list(untracked_edits(places, ordered)) if is_ours else []
    shapes = shapes_of(places, ordered) if is_ours else shapes_of_foreign(original.paragraphs)

    acts, remarks = ActList(), KnownRemarks(sent.draft, sent.document.paragraphs)
    changes = ChangeActs(text, remarks, acts)
    changes.take(tracked)
    changes.take(untracked)
    if is_ours:
        add_untracked_moves(text, acts)
    add_shapes(text, acts, shapes)
    comments = CommentActs(text, remarks, acts, changes)
    comments.take()

    export = document.property_of(EXPORT) if sent.is_sent else ""
    # What one person tracked in a sentence is one suggestion already.
    are_several = len({act.voice.name for act in acts.acts if act.replacement is not None}) > 1
    told = told_together(acts.acts, sources) if are_several else tuple(acts.acts)
    report = DocumentReport(text, told, tracked, untracked, shapes, changes.unseen, is_ours=is_ours)
    return Incoming(
        format="docx",
        export=export,
        version=sent.draft.version.commit if sent.is_sent else "",
        acts=report.acts,
        texts=whole_texts(sent.draft.policy, sent.document.sections) if sent.is_sent else (),
        read=tuple(report.lines(export, context.draft.review.threads)),
        left_out=(*notes, *report.left_out(comments.marked)),
        details=report.details(),
    )


def _sent_version(document: WordDocument, context: ImportContext) -> tuple[_SentVersion, list[str]]:
    """Return what a document was made from, and what is to be told of that."""
    commit = document.property_of(VERSION)
    draft = context.sent_if_here(document.property_of(POLICY), commit) if document.property_of(EXPORT) else None
    if draft is None:
        notes = [f"It was made from version {commit[:10]}, which this clone does not have."] if commit else []
        now = context.draft
        as_sent = sent_document("", "", now.policy, now.policy.sections)
        return _SentVersion(now, as_sent, is_sent=False), [*notes, "It was placed in the draft by its words alone."]
    sections = list(_sections(document, draft))
    as_sent = sent_document(document.property_of(TITLE), commit, draft.policy, sections)
    return _SentVersion(draft, as_sent, is_sent=True), []


def _sections(document: WordDocument, draft: Draft) -> Iterator[Section]:
    """The sections that were sent, in their order; all where the file does not say."""
    # Some programs write the properties in another order.
    numbered = {
        int(name.removeprefix(SECTION)): value.partition(" ")[2]
        for name, value in document.properties
        if name.startswith(SECTION) and name.removeprefix(SECTION).isdecimal()
    }
    names = [numbered[number] for number in sorted(numbered)]
    by_name = {sent_path(section.name): section for section in draft.policy.sections}
    yield from [by_name[name] for name in names if name in by_name] or draft.policy.sections
