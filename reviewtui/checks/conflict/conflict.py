"""Conflicting advice: two sentences about one thing that cannot both be followed."""

import re
from collections.abc import Iterable, Iterator

from reviewtui.checks.conflict.conflicting_amounts import amount_conflict, contact_conflict
from reviewtui.checks.conflict.conflicting_duties import duty_conflict
from reviewtui.checks.conflict.conflicting_roles import role_conflict
from reviewtui.checks.conflict.duties import duties_of
from reviewtui.checks.conflict.likeliest import Likeliest
from reviewtui.checks.conflict.one_form import OneForm
from reviewtui.checks.conflict.subject import is_near, is_statement, leads_to_lists
from reviewtui.checks.conflict.summing_up import sums_up
from reviewtui.checks.conflict.turned_round import is_example, shows_forbidden, turned_round
from reviewtui.checks.material.concepts import concepts_of
from reviewtui.checks.material.material import ConceptPair, Material, PlacedSentence
from reviewtui.checks.material.tuning import (
    ENTRY_ALIKE,
    ENTRY_WORDS,
    FRAGMENT_ALIKE,
    NEAR_ALIKE,
    NEAR_AMOUNT_HELD,
    ROW_SUBJECT,
    SECTION_ALIKE,
    SURELY_ALIKE,
)
from reviewtui.domain.review.findings.finding import Finding, finding_id

NAME = "conflict"
_LABELLED = re.compile(r"[^.;:]{1,40}(?::|\s[-\u2013\u2014])\s")
"""A line such as "Opening hours: 9am to 5pm"."""
_DATED = re.compile(r"\W*(?:effective|last|date|version|issued|approved|reviewed|updated|published)\b", re.IGNORECASE)
"""Says from when a text itself is."""
_ITSELF = re.compile(
    r"\bthis\s+(?:policy|document|page|section|standard|procedure|guide|bylaw|handbook)\b", re.IGNORECASE
)
"""Words by which a text speaks of itself."""
_BESIDE = 4
"""Items of a list that stand so near are read together."""


def find(material: Material) -> Iterator[Finding]:
    """Yield every two sentences that contradict each other, with why, in reading order; each sentence once."""
    one_form, likeliest = OneForm(material), Likeliest(material.pairs)
    conflicts = [(pair, why) for pair in material.pairs if (why := _why(material, one_form, likeliest, pair))]
    for pair, why in _each_once(conflicts):
        yield _finding(material, pair.first, pair.second, why)


def _why(material: Material, one_form: OneForm, likeliest: Likeliest, pair: ConceptPair) -> str:
    """Return why two sentences cannot both be followed, as the rest of the policy lets them be understood."""
    if why := shows_forbidden(pair):
        return why
    if _is_barred(pair):
        return ""
    overview = sums_up(material, pair.first) != sums_up(material, pair.second)
    if not overview and _only_beside(pair):
        return ""
    mutual = likeliest.are_each_others(pair)
    own = not overview and _of_its_own(pair)
    why = "" if own else _different_answers(pair, overview=overview, mutual=mutual)
    if why and not overview and pair.score < SURELY_ALIKE and not likeliest.is_of_either(pair):
        why = ""
    if why and one_form.differs_on_purpose(pair):
        return ""
    return why or duty_conflict(pair, overview=overview) or turned_round(pair)


def conflict_of(pair: ConceptPair) -> str:
    """Return why two sentences cannot both be followed, empty when they can."""
    if _is_barred(pair):
        return ""
    return (
        _different_answers(pair, overview=False, mutual=False)
        or duty_conflict(pair, overview=False)
        or turned_round(pair)
    )


def _different_answers(pair: ConceptPair, *, overview: bool, mutual: bool) -> str:
    """Return why two sentences give different contacts, amounts or roles, empty when they do not."""
    return (
        contact_conflict(pair, overview=overview)
        or amount_conflict(pair, overview=overview, mutual=mutual)
        or role_conflict(pair, overview=overview)
    )


def _is_barred(pair: ConceptPair) -> bool:
    """Whether two sentences are not to be compared: quoted, side by side, under one heading and only loosely alike."""
    first, second = pair.first, pair.second
    if any(place.sentence.quoted or place.sentence.reference for place in (first, second)) or _one_place(first, second):
        return True
    if not (_row_speaks(first, second) and _row_speaks(second, first)):
        return True
    if is_example(first) or is_example(second):
        return True
    if _are_entries(pair) or leads_to_lists(pair):
        return True
    if pair.score < FRAGMENT_ALIKE and (_is_fragment(first) or _is_fragment(second)):
        return True
    return is_near(pair) and pair.score < NEAR_ALIKE and pair.held < NEAR_AMOUNT_HELD


def _only_beside(pair: ConceptPair) -> bool:
    """Whether two sentences of one section are not so alike that they must be meant for the same thing."""
    if pair.first.section != pair.second.section:
        return False
    return pair.score < SECTION_ALIKE or pair.held < NEAR_AMOUNT_HELD


def _of_its_own(pair: ConceptPair) -> bool:
    """Whether two sentences of two files speak of "this policy", which is another in each."""
    plains = [place.sentence.plain for place in (pair.first, pair.second)]
    return pair.first.path != pair.second.path and all(map(_ITSELF.search, plains))


def _are_entries(pair: ConceptPair) -> bool:
    """Whether two lines without a verb stand in one list or file, or under different headings, or say little."""
    if not all(map(_is_entry, (pair.first, pair.second))):
        return False
    if any(_DATED.match(place.sentence.plain) for place in (pair.first, pair.second)):
        return True
    return (
        pair.first.path == pair.second.path
        or pair.score < ENTRY_ALIKE
        or set(pair.first.about) != set(pair.second.about)
    )


def _is_entry(place: PlacedSentence) -> bool:
    plain = place.sentence.plain
    if is_statement(plain) or duties_of(plain):
        return False
    return bool(_LABELLED.match(plain)) or len(plain.split()) <= ENTRY_WORDS


def _is_fragment(place: PlacedSentence) -> bool:
    """Whether a list item only goes on with the sentence over the list: it begins in lower case."""
    return place.sentence.item and place.sentence.plain[:1].islower()


def _each_once(conflicts: Iterable[tuple[ConceptPair, str]]) -> list[tuple[ConceptPair, str]]:
    """Return the conflicts, the clearest first chosen, so that no sentence and no copy of it is told twice."""
    taken: set[str] = set()
    chosen = []
    for pair, why in sorted(conflicts, key=lambda conflict: -conflict[0].score * conflict[0].held):
        words = {place.sentence.plain for place in (pair.first, pair.second)}
        if not words & taken:
            chosen.append((pair, why))
            taken |= words
    return sorted(chosen, key=lambda conflict: (conflict[0].first.section, conflict[0].first.sentence.start))


def _one_place(here: PlacedSentence, there: PlacedSentence) -> bool:
    """Whether one paragraph, list or table holds both: what stands side by side there was meant to differ."""
    first, second = here.sentence, there.sentence
    if here.path != there.path or first.block != second.block:
        return False
    beside = abs(first.paragraph - second.paragraph) <= _BESIDE
    return first.paragraph == second.paragraph or (first.row and second.row) or (first.item and second.item and beside)


def _row_speaks(row: PlacedSentence, other: PlacedSentence) -> bool:
    """Whether what a table's row is about, its first cell, stands in the other sentence; true for what is no row."""
    if not row.sentence.row:
        return True
    subject = set(concepts_of(row.sentence.plain.split(";")[0]))
    return len(subject) >= 2 and len(subject & set(other.sentence.concepts)) >= ROW_SUBJECT * len(subject)


def _finding(material: Material, here: PlacedSentence, there: PlacedSentence, why: str) -> Finding:
    first = material.policy.texts[here.path].text[here.sentence.start : here.sentence.end]
    second = material.policy.texts[there.path].text[there.sentence.start : there.sentence.end]
    return Finding(
        finding_id(NAME, first, second),
        NAME,
        here.path,
        here.sentence.start,
        here.sentence.end,
        why,
        (there.path, there.sentence.start, there.sentence.end),
    )
