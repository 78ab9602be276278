"""Where words stand that somebody began to edit, in a text that others have changed meanwhile."""

from reviewtui.text.merge.fitted_change import trimmed
from reviewtui.text.placement.place_values import Quote
from reviewtui.text.span import Span


def passage_now(text: str, span: Span, words: str, language: str) -> Span | None:
    """Return where `words`, which stood at `span` of an older `text`, stand now, as they were or reworded.

    None where nobody can say. Of equal words the nearest are meant.
    """
    from reviewtui.text.placement.placing_by_words import place_by_words

    if text[slice(*span)] == words:
        return span
    place = place_by_words(Quote("", *span, words), {"": text}, language)
    if place.path is None or not place.is_placed:
        return None
    # White space at its ends is not part of what was edited, unless it was.
    is_bare = words == words.strip()
    return trimmed(text, place.start, place.end) if is_bare else (place.start, place.end)
