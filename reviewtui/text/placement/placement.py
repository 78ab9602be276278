"""Where a quoted passage of one version stands in another: found, and how surely, or honestly lost.

The order of tries: the same bytes; the word map of all files; the sentences that hold the passage, in their gap, in
the paired file and in all files; the words of the passage inside the sentence that was found. "The same line" is never
an answer.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reviewtui.text.diff.pairing import pair_files
from reviewtui.text.meaning.language.default_language import BRITISH_ENGLISH
from reviewtui.text.placement.equal_passages import EqualPlaces, has_twin, has_twin_gap, place_among_equals
from reviewtui.text.placement.insertion_points import gap_location
from reviewtui.text.placement.meaning_alarm import alarm, changes_in_words
from reviewtui.text.placement.offered_places import offered_places
from reviewtui.text.placement.passage_edges import without_outer_marks
from reviewtui.text.placement.place_values import ContextChange, PlaceCandidate, Placement, Quote, State
from reviewtui.text.placement.placing_by_words import around_words, locate, place_by_words
from reviewtui.text.placement.projected_span import clear_location, quick_location
from reviewtui.text.placement.reworded_passage import reworded_locations
from reviewtui.text.placement.sentence_matching.sentence_assignment import SentenceAssignment
from reviewtui.text.placement.sentence_matching.sentence_likeness import substance_of
from reviewtui.text.placement.table_row import in_one_row, row_label
from reviewtui.text.placement.tuning import DISSOLVED, HALF_KEPT, LITTLE_KEPT, SURE_WITHOUT_WORDS, TWIN, UNSEEN
from reviewtui.text.span import Span
from reviewtui.text.words.terms import term_keys
from reviewtui.text.words.units import Corpus

_FEW = 3
"""Sentences of the longest passage of which each is asked whether it is another one put alike."""


class Placer:
    """Places quotes of one version in another; what was compared is kept for the next quote."""

    def __init__(
        self,
        old: Mapping[str, str],
        new: Mapping[str, str],
        corpus: Corpus | None = None,
        *,
        language: str = BRITISH_ENGLISH,
    ) -> None:
        """Take both versions of a policy; `corpus` is what was read of the new one for another old one."""
        self._language = language
        self._old = old
        self._new = new
        self._partner = _partners(old, new)
        self._assignment = SentenceAssignment(old, corpus or Corpus(new), self._partner)
        self._within: dict[tuple[str, str], Placer] = {}

    def place(self, quote: Quote, *, only_path: str | None = None, thorough: bool = True) -> Placement:
        """Return where `quote` is in the new version, or in its file `only_path` alone.

        Without `thorough` the word map alone decides, sentences are not compared, and no alarm of meaning is given:
        for tens of thousands of quotes at once.
        """
        if only_path is not None:
            return self._restricted(quote.path, only_path).place(quote, thorough=thorough)
        text = self._old.get(quote.path)
        if text is None:
            return place_by_words(quote, self._new, self._language)
        start, end = quote.start, quote.end
        if text[start:end] != quote.exact:
            span = locate(text, quote)
            if span is None:
                return place_by_words(quote, self._new, self._language)
            start, end = span
        partner = self._partner.get(quote.path)
        if partner is not None and self._new[partner] == text:
            return Placement("exact", partner, start, end, 1.0, meaning_changed=False, reason="the text is unchanged")
        return self._search(quote.path, start, end, thorough=thorough)

    def around(self, quote: Quote, path: str, now: tuple[int, int]) -> ContextChange | None:
        """Say whether what `quote` was said within says something else around characters `now` of the new file."""
        text, then = self._old.get(quote.path), (quote.start, quote.end)
        if text is None or text[slice(*then)] != quote.exact:
            return around_words(quote, self._new[path], now, self._language)
        if text == self._new[path]:
            return None
        from reviewtui.text.placement.same_clause import other_clause
        from reviewtui.text.placement.surroundings import changed_surroundings

        changed = changed_surroundings(text, then, self._new[path], now, self._language)
        if changed is not None:
            return changed
        other = other_clause(self._old, (quote.path, then), self._new, (path, now))
        return ContextChange(f"it may be another clause than “{other}”", quote.exact, other) if other else None

    def place_section(self, path: str) -> Placement:
        """Return which file of the new version is the file `path` of the old one, or where most of it went."""
        partner = self._partner.get(path)
        if partner is None:
            return self._dissolved(path)
        before, after = self._old[path], self._new[partner]
        if before == after:
            state: State = "exact" if partner == path else "moved"
            return Placement(state, partner, 0, len(after), 1.0, meaning_changed=False, reason="the text is unchanged")
        return self._placed(path, (0, len(before)), PlaceCandidate(partner, 0, len(after), UNSEEN))

    def _restricted(self, path: str, only_path: str) -> "Placer":
        key = (path, only_path)
        if key not in self._within:
            old = {path: self._old[path]} if path in self._old else {}
            new = {only_path: self._new[only_path]} if only_path in self._new else {}
            self._within[key] = Placer(old, new, language=self._language)
        return self._within[key]

    def _search(self, path: str, start: int, end: int, *, thorough: bool) -> Placement:
        if not self._old[path][start:end].strip():
            return self._point(path, start)
        if not thorough:
            location = quick_location(self._assignment, path, start, end)
            if location is None:
                return Placement.lost("most of its words are gone")
            return self._unalarmed(path, location, "by its words")
        locations = self._locations(path, start, end)
        if len(locations) > 1:
            return Placement.unsure(locations)
        location = self._in_one_row(path, (start, end), locations[0]) if locations else None
        if location is None:
            lost = Placement.lost("no passage of the new version says this", self._successor(path, start, end))
            return replace(lost, likely=offered_places(self._assignment, path, (start, end), lost.candidates))
        return self._placed(path, (start, end), location)

    def _locations(self, path: str, start: int, end: int) -> tuple[PlaceCandidate, ...]:
        location = clear_location(self._assignment, path, start, end)
        if location is not None:
            return (location,)
        return reworded_locations(self._assignment, path, start, end)

    def _in_one_row(self, path: str, span: Span, location: PlaceCandidate) -> PlaceCandidate | None:
        weight, near = self._assignment.versions.open_files.weight, location.path == self._partner.get(path)
        return in_one_row((self._old[path], span), self._new[location.path], location, weight, near=near)

    def _point(self, path: str, at: int) -> Placement:
        location = gap_location(self._assignment, path, at)
        location = self._in_one_row(path, (at, at), location) if location else None
        if location is None:
            return Placement.lost("the words around this place are gone")
        equals = self._among_equals(path, (at, at), location)
        if equals.decided:
            location = replace(location, start=equals.spans[0][0], end=equals.spans[0][1])
        elif equals.spans:
            return _unsure(location.path, equals.spans)
        if self._is_another_of_its_kind(path, (at, at), location):
            return _unsure(location.path, ((location.start, location.end),))
        reason = "between the same words" if location.same else "beside the words that it stood beside"
        if has_twin_gap(self._old[path], at) or has_twin_gap(self._new[location.path], location.start):
            location = replace(location, sure=location.sure * TWIN)
        return self._unalarmed(path, location, reason)

    def _unalarmed(self, path: str, location: PlaceCandidate, reason: str) -> Placement:
        """Return a location as a placement, without a look at what the words around it mean."""
        there, start, end, sure = location.path, location.start, location.end, location.sure
        state: State = "edited"
        if location.same:
            state = "exact" if there == self._partner.get(path) else "moved"
        return Placement(state, there, start, end, sure, meaning_changed=False, reason=reason)

    def _placed(self, path: str, old: tuple[int, int], location: PlaceCandidate) -> Placement:
        before = self._old[path][slice(*old)]
        location = (
            location
            if location.same or location.whole
            else _without_outer_marks(location, self._new[location.path], before)
        )
        after = self._new[location.path][location.start : location.end]
        sure = location.sure
        versions = self._assignment.versions
        there = (location.path, (location.start, location.end))
        changes = alarm(versions.old, (path, old), versions.new, there, self._language)
        state: State = "edited"
        reason = "reworded"
        if location.same or term_keys(before) == term_keys(after):
            equals = self._among_equals(path, old, location)
            if equals.decided:
                location = replace(location, start=equals.spans[0][0], end=equals.spans[0][1], same=True)
            elif equals.spans:
                return _unsure(location.path, equals.spans)
            here = location.path == self._partner.get(path) and self._in_order(path, old[0], location)
            state = "exact" if here else "moved"
            reason = "the same words"
        else:
            sure = min(sure, self._surest(path, old, location))
        if self._is_another_of_its_kind(path, old, location):
            return _unsure(location.path, ((location.start, location.end),))
        if has_twin(self._old[path], before) or has_twin(self._new[location.path], after):
            sure *= TWIN
        if location.path != self._partner.get(path) and any(
            self._new[p][i:j].strip() for p, i, j in self._successor(path, *old)
        ):
            sure *= TWIN  # it may be a copy, and what stands where it stood its other wording
        reason = changes_in_words(changes) or reason
        return Placement(state, location.path, location.start, location.end, round(sure, 3), bool(changes), reason)

    def _surest(self, path: str, old: Span, location: PlaceCandidate) -> float:
        """Return how sure a reworded passage can be at the most: by what stayed of what it says, or its sentence.

        With no more than half of its words it may be another rule put in its place: over that nothing is accepted.
        """
        versions, there, here = self._assignment.versions, location.path, (location.start, location.end)
        units = versions.old.touched(path, *old), versions.new.touched(there, *here)
        was, now = ([key for unit in side for key in unit.keys] for side in units)
        passage = term_keys(self._old[path][slice(*old)]), term_keys(self._new[there][slice(*here)])
        kept = max(_kept(*passage), _kept(was, now))
        return SURE_WITHOUT_WORDS + (1 - SURE_WITHOUT_WORDS) * (kept if kept > HALF_KEPT else min(kept, LITTLE_KEPT))

    def _among_equals(self, path: str, old: Span, location: PlaceCandidate) -> EqualPlaces:
        versions, here = self._assignment.versions, (location.path, (location.start, location.end))
        return place_among_equals(versions.old, (path, old), versions.new, here)

    def _is_another_of_its_kind(self, path: str, old: Span, location: PlaceCandidate) -> bool:
        """Say whether a sentence of a passage, or what its row is about, was found at one that is only put like it."""
        from reviewtui.text.placement.same_clause import is_another_of_its_kind

        versions, there = self._assignment.versions, location.path
        spans = [(old, (location.start, location.end))]
        labels = row_label(self._old[path], old[0]), row_label(self._new[there], location.start)
        if labels[0] and labels[1]:
            spans.append((labels[0], labels[1]))
        for before, after in spans:
            units, now = versions.old.touched(path, *before), versions.new.touched(there, *after)
            if len(units) == 1:
                pairs = [(units[0], [key for unit in now for key in unit.keys])]
            elif len(units) == len(now) <= _FEW:
                pairs = [(one, two.keys) for one, two in zip(units, now, strict=True)]
            else:
                continue
            if any(one.keys != keys and is_another_of_its_kind(versions.old, one, keys) for one, keys in pairs):
                return True
        return False

    def _in_order(self, path: str, start: int, location: PlaceCandidate) -> bool:
        """Say whether a passage stands where the word diff has its surroundings: it did not move within its file."""
        projection = self._assignment.versions.projection(path)
        if projection is None:
            return False
        first = projection.old.range(start, start + 1)[0]
        low, high = projection.gap(first, first + 1)
        here = projection.new.range(location.start, location.start + 1)[0]
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
        for piece in self._assignment.words.mapped_runs(path, 0, len(words)):
            went.setdefault(piece.path, []).append((piece.new, piece.size))
        most = max(went, key=lambda there: sum(size for _, size in went[there]), default=None)
        if most is None or sum(size for _, size in went[most]) < DISSOLVED * len(words):
            return Placement.lost("no file of the new version holds this section")
        pieces = sorted(went[most])
        span = self._assignment.versions.new_table(most).span(pieces[0][0], pieces[-1][0] + pieces[-1][1])
        sure = sum(size for _, size in pieces) / len(words)
        return self._placed(path, (0, len(self._old[path])), PlaceCandidate(most, *span, sure=min(sure, UNSEEN)))


def _kept(before: Sequence[str], after: Sequence[str]) -> float:
    """Return the share of what some terms say that other ones hold."""
    olds, news = substance_of(before), substance_of(after)
    return (olds & news).total() / max(olds.total(), 1)


def _unsure(path: str, spans: Iterable[Span]) -> Placement:
    return Placement.unsure(tuple(PlaceCandidate(path, *span, sure=0.5) for span in sorted(spans)))


def _without_outer_marks(location: PlaceCandidate, text: str, passage: str) -> PlaceCandidate:
    start, end = without_outer_marks(text, location.start, location.end, passage)
    return replace(location, start=start, end=end)


def _partners(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    if len(old) == 1 and len(new) == 1:
        return {next(iter(old)): next(iter(new))}
    return {before: after for before, after in pair_files(old, new) if before is not None and after is not None}
