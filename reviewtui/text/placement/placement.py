"""Where a quoted passage of one version stands in another: found, and how surely, or honestly lost.

The order of tries: the same bytes; the word map of all files; the sentences that hold the passage, in their gap, in
the paired file and in all files; the words of the passage inside the sentence that was found. "The same line" is never
an answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from reviewtui.text.diff.pairing import pair_files
from reviewtui.text.placement.assignment.assignment import Assignment
from reviewtui.text.placement.insertion_points import point_spot
from reviewtui.text.placement.likely_places import LikelyPlace, likely_places
from reviewtui.text.placement.projected_span import clear_spot, rough_spot
from reviewtui.text.placement.quoting import locate
from reviewtui.text.placement.reworded_passage import reworded_spots
from reviewtui.text.placement.said_otherwise import SaidOtherwise
from reviewtui.text.placement.spots import Spot, has_twin, undecided, without_outer_marks
from reviewtui.text.placement.table_row import in_one_row
from reviewtui.text.placement.tuning import (
    DISSOLVED,
    STANDS_FOR_SENTENCES,
    TWIN,
    UNSEEN,
    UNSEEN_REWORDED,
)
from reviewtui.text.words.sentences import Span
from reviewtui.text.words.terms import terms_of
from reviewtui.text.words.units import Corpus

if TYPE_CHECKING:
    from reviewtui.text.meaning.signal_changes import MeaningChange

State = Literal["exact", "moved", "edited", "ambiguous", "orphaned"]


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of the old version: `old[path][start:end]`, in code points; `start == end` is an insertion point."""

    path: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a passage is now, how sure that is (0 to 1), and whether its duty changed.

    `candidates` are the places that an ambiguous passage may have; for an orphan, what stands where it stood. `likely`
    are the places that are most like an orphan, the best first, for a person to choose from.
    """

    state: State
    path: str | None
    start: int
    end: int
    confidence: float
    meaning_changed: bool
    reason: str
    candidates: tuple[tuple[str, int, int], ...] = ()
    likely: tuple[LikelyPlace, ...] = ()


class Placer:
    """Places quotes of one version in another; what was compared is kept for the next quote."""

    def __init__(self, old: Mapping[str, str], new: Mapping[str, str], corpus: Corpus | None = None) -> None:
        """Take both versions; `corpus` is what was read of the new one for another old one."""
        self._old = old
        self._new = new
        self._partner = _partners(old, new)
        self._assignment = Assignment(old, corpus or Corpus(new), self._partner)
        self._within: dict[tuple[str, str], Placer] = {}

    def place(self, quote: Quote, *, only_path: str | None = None, thorough: bool = True) -> Placement:
        """Return where `quote` is in the new version, or in its file `only_path` alone.

        Without `thorough` the word map alone decides, sentences are not compared, and no alarm of meaning is given:
        for ten thousands of quotes at once.
        """
        if only_path is not None:
            return self._restricted(quote.path, only_path).place(quote, thorough=thorough)
        text = self._old.get(quote.path)
        if text is None:
            return place_by_words(quote, self._new)
        start, end = quote.start, quote.end
        if text[start:end] != quote.exact:
            span = locate(text, quote.exact, quote.prefix, quote.suffix, start)
            if span is None:
                return place_by_words(quote, self._new)
            start, end = span
        partner = self._partner.get(quote.path)
        if partner is not None and self._new[partner] == text:
            return Placement("exact", partner, start, end, 1.0, meaning_changed=False, reason="the text is unchanged")
        return self._search(quote.path, start, end, thorough=thorough)

    def around(self, quote: Quote, path: str, now: tuple[int, int]) -> "SaidOtherwise | None":
        """Say whether what `quote` was said within says something else around characters `now` of the new file."""
        text, then = self._old.get(quote.path), (quote.start, quote.end)
        if text is None or text[slice(*then)] != quote.exact:
            return around_words(quote, self._new[path], now)
        if text == self._new[path]:
            return None
        from reviewtui.text.placement.same_clause import other_clause
        from reviewtui.text.placement.surroundings import changed_surroundings

        changed = changed_surroundings(text, then, self._new[path], now)
        if changed is not None:
            return changed
        other = other_clause(self._old, (quote.path, then), self._new, (path, now))
        return SaidOtherwise(f"it may be another clause than “{other}”", quote.exact, other) if other else None

    def place_section(self, path: str) -> Placement:
        """Return which file of the new version is the file `path` of the old one, or where most of it went."""
        partner = self._partner.get(path)
        if partner is None:
            return self._dissolved(path)
        before, after = self._old[path], self._new[partner]
        if before == after:
            state: State = "exact" if partner == path else "moved"
            return Placement(state, partner, 0, len(after), 1.0, meaning_changed=False, reason="the text is unchanged")
        return self._placed(path, (0, len(before)), Spot(partner, 0, len(after), UNSEEN))

    def _restricted(self, path: str, only_path: str) -> "Placer":
        key = (path, only_path)
        if key not in self._within:
            old = {path: self._old[path]} if path in self._old else {}
            new = {only_path: self._new[only_path]} if only_path in self._new else {}
            self._within[key] = Placer(old, new)
        return self._within[key]

    def _search(self, path: str, start: int, end: int, *, thorough: bool) -> Placement:
        if not self._old[path][start:end].strip():
            return self._point(path, start)
        if not thorough:
            spot = rough_spot(self._assignment, path, start, end)
            return self._roughly(spot, self._partner.get(path)) if spot else _lost("most of its words are gone")
        spots = self._spots(path, start, end)
        if len(spots) > 1:
            return _unsure(spots)
        spot = self._in_one_row(path, (start, end), spots[0]) if spots else None
        if spot is None:
            lost = _lost("no passage of the new version says this", self._successor(path, start, end))
            return replace(lost, likely=likely_places(self._assignment, path, (start, end), lost.candidates))
        return self._placed(path, (start, end), spot)

    def _spots(self, path: str, start: int, end: int) -> tuple[Spot, ...]:
        spot = clear_spot(self._assignment, path, start, end)
        if spot is not None:
            return (spot,)
        return reworded_spots(self._assignment, path, start, end)

    def _in_one_row(self, path: str, span: Span, spot: Spot) -> Spot | None:
        weight, near = self._assignment.versions.open_files.weight, spot.path == self._partner.get(path)
        return in_one_row((self._old[path], span), self._new[spot.path], spot, weight, near=near)

    def _point(self, path: str, at: int) -> Placement:
        spot = point_spot(self._assignment, path, at)
        if spot is None:
            return _lost("the words around this place are gone")
        reason = "between the same words" if spot.same else "beside the words that it stood beside"
        state: State = "edited"
        if spot.same:
            state = "exact" if spot.path == self._partner.get(path) else "moved"
        return Placement(state, spot.path, spot.start, spot.end, spot.sure, meaning_changed=False, reason=reason)

    @staticmethod
    def _roughly(spot: Spot, partner: str | None) -> Placement:
        state: State = "edited"
        if spot.same:
            state = "exact" if spot.path == partner else "moved"
        return Placement(
            state, spot.path, spot.start, spot.end, spot.sure, meaning_changed=False, reason="by its words"
        )

    def _placed(self, path: str, old: tuple[int, int], spot: Spot) -> Placement:
        before = self._old[path][slice(*old)]
        spot = spot if spot.same or spot.whole else _without_outer_marks(spot, self._new[spot.path], before)
        after = self._new[spot.path][spot.start : spot.end]
        sure = spot.sure
        versions = self._assignment.versions
        changes = alarm(versions.old, (path, old), versions.new, (spot.path, (spot.start, spot.end)))
        state: State = "edited"
        reason = "reworded"
        if spot.same or [term.key for term in terms_of(before)] == [term.key for term in terms_of(after)]:
            places = undecided(versions.old, (path, old), versions.new, (spot.path, (spot.start, spot.end)))
            if places:
                return _unsure(tuple(Spot(spot.path, *place, sure=0.5) for place in sorted(places)))
            here = spot.path == self._partner.get(path) and self._in_order(path, old[0], spot)
            state = "exact" if here else "moved"
            reason = "the same words"
        if has_twin(self._old[path], before) or has_twin(self._new[spot.path], after):
            sure *= TWIN
        if spot.path != self._partner.get(path) and any(
            self._new[p][i:j].strip() for p, i, j in self._successor(path, *old)
        ):
            sure *= TWIN  # it may be a copy, and what stands where it stood its other wording
        reason = changes_in_words(changes) or reason
        return Placement(state, spot.path, spot.start, spot.end, round(sure, 3), bool(changes), reason)

    def _in_order(self, path: str, start: int, spot: Spot) -> bool:
        """Say whether a passage stands where the word diff has its surroundings: it did not move within its file."""
        projection = self._assignment.versions.projection(path)
        if projection is None:
            return False
        first = projection.old.range(start, start + 1)[0]
        low, high = projection.gap(first, first + 1)
        here = projection.new.range(spot.start, spot.start + 1)[0]
        return low <= here <= high

    def _successor(self, path: str, start: int, end: int) -> tuple[tuple[str, int, int], ...]:
        """Return what stands between the words that stood around a passage that is gone."""
        projection = self._assignment.versions.projection(path)
        if projection is None:
            return ()
        first, stop = projection.old.range(start, end)
        return ((self._partner[path], *projection.new.span(*projection.gap(first, stop))),)

    def _dissolved(self, path: str) -> Placement:
        words = self._assignment.versions.old_table(path).words
        went: dict[str, list[tuple[int, int]]] = {}
        for piece in self._assignment.words.pieces(path, 0, len(words)):
            went.setdefault(piece.path, []).append((piece.new, piece.size))
        most = max(went, key=lambda there: sum(size for _, size in went[there]), default=None)
        if most is None or sum(size for _, size in went[most]) < DISSOLVED * len(words):
            return _lost("no file of the new version holds this section")
        pieces = sorted(went[most])
        span = self._assignment.versions.new_table(most).span(pieces[0][0], pieces[-1][0] + pieces[-1][1])
        sure = sum(size for _, size in pieces) / len(words)
        return self._placed(path, (0, len(self._old[path])), Spot(most, *span, sure=min(sure, UNSEEN)))


def place_by_words(quote: Quote, new: Mapping[str, str]) -> Placement:
    """Return where `quote` is in a version when its old text is not to be had: by its words and context alone."""
    hits = {path: locate(new[path], quote.exact, quote.prefix, quote.suffix, quote.start) for path in new}
    there = {path: hit for path, hit in hits.items() if hit is not None}
    path = quote.path if quote.path in there else next(iter(there), None)
    if path is not None and (path == quote.path or len(there) == 1):
        state: State = "exact" if path == quote.path else "moved"
        return Placement(state, path, *there[path], UNSEEN, meaning_changed=False, reason="the same words")
    if there:
        return _unsure(tuple(Spot(path, *hit, sure=0.5) for path, hit in there.items()))
    if not quote.exact.strip():
        return _lost("the words around this place are gone")
    assignment = Assignment({quote.path: quote.exact}, Corpus(new), {})
    spots = reworded_spots(assignment, quote.path, 0, len(quote.exact))
    if len(spots) != 1 or spots[0].sure < UNSEEN_REWORDED:
        return _unsure(spots) if len(spots) > 1 else _lost("no passage of the new version says this")
    spot = spots[0]
    changes = compared_meaning(quote.exact, new[spot.path][spot.start : spot.end])
    reason = changes_in_words(changes) or "reworded"
    return Placement("edited", spot.path, spot.start, spot.end, min(spot.sure, UNSEEN), bool(changes), reason)


def around_words(quote: Quote, text: str, now: tuple[int, int]) -> "SaidOtherwise | None":
    """Say the same where the old text is not to be had: by as much of the new one as is known of the old."""
    from reviewtui.text.placement.surroundings import changed_surroundings

    known, first = f"{quote.prefix}{quote.exact}{quote.suffix}", len(quote.prefix)
    low = max(0, now[0] - first)
    then = (first, first + len(quote.exact))
    window = text[low : now[1] + len(quote.suffix)]
    return changed_surroundings(known, then, window, (now[0] - low, now[1] - low))


def _without_outer_marks(spot: Spot, text: str, passage: str) -> Spot:
    start, end = without_outer_marks(text, spot.start, spot.end, passage)
    return replace(spot, start=start, end=end)


def _partners(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    if len(old) == 1 and len(new) == 1:
        return {next(iter(old)): next(iter(new))}
    return {before: after for before, after in pair_files(old, new) if before is not None and after is not None}


def _lost(reason: str, successor: tuple[tuple[str, int, int], ...] = ()) -> Placement:
    return Placement("orphaned", None, 0, 0, 0.0, meaning_changed=False, reason=reason, candidates=successor)


def _unsure(spots: tuple[Spot, ...]) -> Placement:
    places = tuple((spot.path, spot.start, spot.end) for spot in spots)
    reason = "it may be in several places"
    return Placement("ambiguous", None, 0, 0, 0.5, meaning_changed=False, reason=reason, candidates=places)


def alarm(old: Corpus, there: tuple[str, Span], new: Corpus, here: tuple[str, Span]) -> "tuple[MeaningChange, ...]":
    """Return what changed in the meaning of the passage that stood `there`, in file and code points, and is `here`."""
    before, after = _cut(old, *there), _cut(new, *here)
    whole = _sentences(old, *there)
    start, end = there[1]
    if (end - start) > STANDS_FOR_SENTENCES * (whole[1] - whole[0]):
        before, after = _cut(old, there[0], whole), _cut(new, here[0], _sentences(new, *here))
    return compared_meaning(before, after)


def compared_meaning(before: str, after: str) -> "tuple[MeaningChange, ...]":
    """Return what changed in the meaning of a passage; the tables for it are loaded when words did change."""
    if before == after:
        return ()
    from reviewtui.text.meaning.meaning import may_mean_otherwise

    return may_mean_otherwise(before, after)


def changes_in_words(changes: "tuple[MeaningChange, ...]") -> str:
    """Return changes of meaning in words, empty without any."""
    if not changes:
        return ""
    from reviewtui.text.meaning.meaning import in_words

    return in_words(changes)


def _sentences(corpus: Corpus, path: str, span: Span) -> Span:
    """Return the sentences that a passage touches, and itself."""
    units = corpus.touched(path, *span)
    return (min(span[0], units[0].start), max(span[1], units[-1].end)) if units else span


def _cut(corpus: Corpus, path: str, span: Span) -> str:
    return corpus.texts[path][slice(*span)]
