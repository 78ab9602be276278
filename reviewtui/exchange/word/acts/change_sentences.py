"""A change in Word in words: what it takes out, and a sentence where nothing in Markdown shows the same."""

from reviewtui.exchange.word.matching.sent_places import SentPlaces
from reviewtui.exchange.word.matching.tracked_edits import NewPiece, TrackedEdit
from reviewtui.exchange.word.reading.original_document import OriginalDocument
from reviewtui.exchange.word.reading.paragraph import NOTE_SIGN
from reviewtui.views.excerpt import last_words

AROUND = 40
"""Characters before a place, by which it is told."""
_NOTE = "[footnote]"
"""What stands in a sentence for the mark of a footnote, which is no character."""
_OUR_WORDS = {"title": " in the title of the document", "told": " in the note below the title"}


def gone_words(edit: TrackedEdit, original: OriginalDocument, places: SentPlaces) -> str:
    """Return the words that an edit takes out."""
    if edit.of_inserted:
        return edit.words
    if edit.sent is not None:
        return places.between(*edit.sent)
    if not edit.tracked:
        return ""
    originals = original.paragraphs
    if edit.start.paragraph == edit.end.paragraph:
        return originals[edit.start.paragraph].text[edit.start.at : edit.end.at]
    inside = [paragraph.text for paragraph in originals[edit.start.paragraph + 1 : edit.end.paragraph]]
    first = originals[edit.start.paragraph].text[edit.start.at :]
    words = "\n".join((first, *inside, originals[edit.end.paragraph].text[: edit.end.at]))
    # Where nothing but the ends of paragraphs goes, these are what goes.
    return words.rstrip("\n") or words


def change_sentence(edit: TrackedEdit, original: OriginalDocument, places: SentPlaces) -> str:
    """Return a change as a sentence, for where it cannot be a suggestion."""
    gone = gone_words(edit, original, places).replace(NOTE_SIGN, _NOTE)
    come = "".join(_new_words(piece, original) for piece in edit.pieces)
    where = _where(edit, original, places)
    if edit.of_inserted:
        return f"Would take out “{gone}”, which {edit.of_inserted} put in{where}."
    if gone.strip() and come.strip():
        return f"Would replace “{gone}” with “{come}”{where}."
    if gone.strip() and come and "\n" not in come:
        return f"Would replace “{gone}” with white space{where}."
    if gone.strip():
        whole = "the whole of " if edit.start.at == edit.end.at == 0 and not come and not edit.row else ""
        return f"Would delete {whole}“{gone}”{where}."
    text = original.paragraphs[edit.start.paragraph].text
    before = last_words(text[: edit.start.at], AROUND).replace(NOTE_SIGN, _NOTE)
    behind = f" behind “{before}”" if before.strip() else ""
    return f"Would {_wordless(edit, gone, come)}{behind}{where}."


def _new_words(piece: NewPiece, original: OriginalDocument) -> str:
    """What a piece puts in; a new footnote with what stands in it."""
    if piece.run is None:
        return "\n"
    note = " ".join(original.words_of(piece.run.note).split()) if piece.run.note else ""
    return f"{_NOTE[:-1]}: {note}]" if note else piece.run.text.replace(NOTE_SIGN, _NOTE)


def _wordless(edit: TrackedEdit, gone: str, come: str) -> str:
    """Say what an edit does that takes no words out."""
    if edit.row and not come.strip():
        return f"{'put in' if edit.pieces else 'take out'} a row of a table without words"
    if come.strip() or not gone + come:
        return f"insert “{come}”"
    if "\n" in gone:
        return "join two paragraphs"
    return "begin a new paragraph" if "\n" in come else "change the white space"


def _where(edit: TrackedEdit, original: OriginalDocument, places: SentPlaces) -> str:
    """Say where a change stands that is not in the body, or in one of our own words around the text."""
    first = edit.sent[0] if edit.sent is not None else places.of(edit.start)
    own = _OUR_WORDS.get(places.paragraph(first).kind, "") if first is not None else ""
    part = original.paragraphs[edit.start.paragraph].first.part
    if own or edit.sent is not None or part == "body":
        return own
    return f" ({part.split()[0] if part[-1:].isdigit() else part})"
