"""A quote placed without its old text: by its exact words and what stands around them."""

from collections.abc import Mapping

from rapidfuzz.distance import Levenshtein

from reviewtui.text.markdown.quotes import occurrences
from reviewtui.text.placement.assignment.assignment import Assignment
from reviewtui.text.placement.meaning_alarm import changes_in_words, compared_meaning
from reviewtui.text.placement.place_values import ContextChange, PlaceCandidate, Placement, Quote, State
from reviewtui.text.placement.reworded_passage import reworded_locations
from reviewtui.text.placement.tuning import UNSEEN, UNSEEN_REWORDED
from reviewtui.text.span import Span
from reviewtui.text.words.spacing import single_spaced
from reviewtui.text.words.units import Corpus


def locate(text: str, exact: str, prefix: str = "", suffix: str = "", near: int = 0) -> Span | None:
    """Return where `exact` stands in `text`: with the likest surroundings, then nearest to `near`; None if nowhere."""
    if not exact:
        return _gap(text, prefix, suffix, near)
    hits = occurrences(text, exact)
    if not hits:
        return None
    return min(hits, key=lambda hit: (round(-surroundings(text, hit, prefix, suffix), 3), abs(hit[0] - near)))


def surroundings(text: str, hit: Span, prefix: str, suffix: str) -> float:
    """Return from 0 to 1 how much the text around `hit` is like the remembered surroundings."""
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


def _gap(text: str, prefix: str, suffix: str, near: int) -> Span | None:
    both = prefix + suffix
    if both:
        hits = occurrences(text, both)
        if hits:
            start = min(hits, key=lambda hit: abs(hit[0] + len(prefix) - near))[0] + len(prefix)
            return start, start
    for piece, offset in ((prefix[-24:], len(prefix[-24:])), (suffix[:24], 0)):
        if piece.strip():
            hits = occurrences(text, piece)
            if hits:
                start = min(hits, key=lambda hit: abs(hit[0] + offset - near))[0] + offset
                return start, start
    return None


def place_by_words(quote: Quote, new: Mapping[str, str], language: str) -> Placement:
    """Return where `quote` is in a version when its old text is not to be had: by its words and context alone."""
    hits = {path: locate(new[path], quote.exact, quote.prefix, quote.suffix, quote.start) for path in new}
    there = {path: hit for path, hit in hits.items() if hit is not None}
    path = quote.path if quote.path in there else next(iter(there), None)
    if path is not None and (path == quote.path or len(there) == 1):
        state: State = "exact" if path == quote.path else "moved"
        return Placement(state, path, *there[path], UNSEEN, meaning_changed=False, reason="the same words")
    if there:
        return Placement.unsure(tuple(PlaceCandidate(path, *hit, sure=0.5) for path, hit in there.items()))
    if not quote.exact.strip():
        return Placement.lost("the words around this place are gone")
    assignment = Assignment({quote.path: quote.exact}, Corpus(new), {})
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
