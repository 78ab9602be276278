"""An edit of a returned document as an edit of the Markdown file."""

from collections.abc import Mapping

from reviewtui.exchange.word.layout.edit_preview import preview_edit
from reviewtui.exchange.word.matching.sent_places import SentPlaces
from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit
from reviewtui.exchange.word.reading.paragraph import NOTE_SIGN
from reviewtui.exchange.word.rewriting.edit_candidates import EditCandidates, MarkdownEdit
from reviewtui.exchange.word.rewriting.edited_span import edited_span
from reviewtui.exchange.word.rewriting.expected_paragraphs import shows_edit


def markdown_edit(edit: TrackedEdit, places: SentPlaces, sources: Mapping[str, str]) -> MarkdownEdit | None:
    """Return what an edit comes to in the file; None where nothing in Markdown shows the same.

    `sources` are the texts of the files by path.
    """
    span = edited_span(edit, places)
    if span is None or any(piece.run is not None and NOTE_SIGN in piece.run.text for piece in edit.pieces):
        return None
    source = sources.get(span.first.path)
    if source is None or span.first.path != places.paragraph(span.end).path or span.first.kind in {"html", "rule"}:
        return None
    for candidate in EditCandidates(span, source).all():
        result = preview_edit(source, (candidate.start, candidate.end), candidate.words)
        if result is not None and shows_edit(span, result, looks=not candidate.plain):
            return candidate
    return None
