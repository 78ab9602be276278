"""A quote placed without its old text: by its exact words and what stands around them."""

from collections.abc import Mapping

from rapidfuzz.distance import Levenshtein

from reviewtui.text.markdown.quotes import occurrences
from reviewtui.text.placement.meaning_alarm import changes_in_words, compared_meaning
from reviewtui.text.placement.place_values import ContextChange, PlaceCandidate, Placement, Quote, State
from reviewtui.text.placement.reworded_passage import reworded_locations
from reviewtui.text.placement.sentence_matching.sentence_assignment import SentenceAssignment
from reviewtui.text.placement.tuning import UNSEEN, UNSEEN_REWORDED
from reviewtui.text.span import Span
from reviewtui.text.words.spacing import single_spaced
from reviewtui.text.words.units import Corpus


def locate(text: str, quote: Quote) -> Span | None:
    """Return where `quote` stands in `text`: with the likest surroundings, then nearest; None where it does not."""
    if not quote.exact:
        return _gap(text, quote)
    hits = occurrences(text, quote.exact)
    return min(hits, key=lambda hit: (-round(_likeness(text, hit, quote), 3), abs(hit[0] - quote.start)), default=None)


def _likeness(text: str, hit: Span, quote: Quote) -> float:
    """Return from 0 to 1 how much the text around `hit` is like the remembered surroundings."""
    prefix, suffix = quote.prefix, quote.suffix
    if not prefix and not suffix:
        return 0.0
    before = single_spaced(text[max(0, hit[0] - len(prefix)) : hit[0]]) if prefix else ""
    after = single_spaced(text[hit[1] : hit[1] + len(suffix)])
    prefix, suffix = single_spaced(prefix), single_spaced(suffix)
    size = max(1, len(prefix) + len(suffix))
    return (
        len(prefix) * Levenshtein.normalized_similarity(prefix, before)
        + len(suffix) * Levenshtein.normalized_similarity(suffix, after)
    ) / size


def _gap(text: str, quote: Quote) -> Span | None:
    both, before = quote.prefix + quote.suffix, quote.prefix[-24:]
    for piece, offset in ((both, len(quote.prefix)), (before, len(before)), (quote.suffix[:24], 0)):
        hits = occurrences(text, piece) if piece and (piece == both or piece.strip()) else ()
        if hits:
            start = min((hit[0] + offset for hit in hits), key=lambda start: abs(start - quote.start))
            return start, start
    return None


def place_by_words(quote: Quote, new: Mapping[str, str], language: str) -> Placement:
    """Return where `quote` is in a version when its old text is not to be had: by its words and context alone."""
    hits = {path: locate(new[path], quote) for path in new}
    there = {path: hit for path, hit in hits.items() if hit is not None}
    path = quote.path if quote.path in there else next(iter(there), None)
    if path is not None and (path == quote.path or len(there) == 1):
        state: State = "exact" if path == quote.path else "moved"
        return Placement(state, path, *there[path], UNSEEN, meaning_changed=False, reason="the same words")
    if there:
        return Placement.unsure(tuple(PlaceCandidate(path, *hit, sure=0.5) for path, hit in there.items()))
    if not quote.exact.strip():
        return Placement.lost("the words around this place are gone")
    assignment = SentenceAssignment({quote.path: quote.exact}, Corpus(new), {})
    locations = reworded_locations(assignment, quote.path, 0, len(quote.exact))
    if len(locations) != 1 or locations[0].sure < UNSEEN_REWORDED:
        return (
            Placement.unsure(locations)
            if len(locations) > 1
            else Placement.lost("no passage of the new version says this")
        )
    location = locations[0]
    changes = compared_meaning(quote.exact, new[location.path][location.start : location.end], language)
    reason = changes_in_words(changes) or "reworded"
    return Placement(
        "edited", location.path, location.start, location.end, min(location.sure, UNSEEN), bool(changes), reason
    )


def around_words(quote: Quote, text: str, now: tuple[int, int], language: str) -> ContextChange | None:
    """Say as `Placer.around` does, without the old text: by the words around the passage that its quote kept."""
    from reviewtui.text.placement.surroundings import changed_surroundings

    known, first = f"{quote.prefix}{quote.exact}{quote.suffix}", len(quote.prefix)
    low = max(0, now[0] - first)
    then = (first, first + len(quote.exact))
    window = text[low : now[1] + len(quote.suffix)]
    return changed_surroundings(known, then, window, (now[0] - low, now[1] - low), language)
