"""Prepositions that say the same behind some words, or before some: "news about", "news on"; "in the list", "on it".

The word that governs the preposition decides. Where two prepositions can tell two things ("report to", "report on";
"within five days", "in five days") they stand in no row.
"""

from collections.abc import Mapping
from functools import cache

from reviewtui.text.meaning.holders import people_in
from reviewtui.text.meaning.wording.runs.word_run import WordRun
from reviewtui.text.meaning.wording.vocabulary.verbs import verb_of

_BEHIND = """
on of about: progress detail knowledge
on about: information advice guidance question view news advise comment decide decision consult consultation discuss
on about: discussion query talk opinion policy rule law note
on about: update briefing feedback statement article page fact agree agreement learn lesson idea research concern
of about: aware awareness warn warning remind reminder notify complain certain sure
in at: role job position post interest skilled
to in of: change increase reduction amendment adjustment improvement modification alteration
of in: rise fall decrease growth decline
for of: reason criteria label date price cost evidence
for to of: solution alternative approach
for to: relevant useful important essential suitable helpful harmful key
in with: experience involved assist support difficulty help delay
in of: experience
with to: compare link connect related relation comply conform according
on for: expectation
on to: apply
from to than: different
from against: protect protection safeguard
on upon: base rely depend focus agree
over on: influence
over about: concern concerned argue dispute worry
into in: reuse adopt divide split invest incorporate insert build
into of: investigation
into on: research insight
to towards: contribute contribution attitude
by with: cover accompany
by to for: understandable readable accessible
"""
_BEFORE = """
in on: website webpage page site intranet portal form list register agenda system database app platform internet log
in at during: meeting interview session hearing visit inspection event conference
in under: policy agreement act code contract scheme section paragraph regulation framework terms
in within inside: organisation organization council team department building borough district community sector industry
in within: document text project policy section scope
by via through: website portal form app platform link email intranet
"""
_REACH = 3
"""Words between a preposition and the noun that it governs, with that noun, at the most."""
_BETWEEN = frozenset("a an the this that these those our your its their same whole online".split())  # noqa: SIM905
_OF_WHOM = frozenset({"of", "by", "for"})
"""Before people these say who does something, or whose it is."""
_MODALS = frozenset({"must", "should", "will", "can", "may", "could", "would", "to"})


@cache
def _rows(table: str) -> Mapping[str, list[frozenset[str]]]:
    """Return the sets of prepositions that say the same beside a word, by its stem."""
    rows: dict[str, list[frozenset[str]]] = {}
    for line in table.strip().split("\n"):
        prepositions, _, words = line.partition(":")
        for word in words.split():
            rows.setdefault(verb_of(word), []).append(frozenset(prepositions.split()))
    return rows


def is_other_preposition(here: WordRun, there: WordRun) -> bool:
    """Say whether two prepositions say the same where they stand."""
    old, new = here.low_words, there.low_words
    if len(old) != 1 or len(new) != 1:
        return False
    pair = {old[0], new[0]}
    return _says_same_behind(here, pair) or (_says_same_before(here, pair) and _says_same_before(there, pair))


def _says_same_behind(run: WordRun, pair: set[str]) -> bool:
    words = [word.text.casefold() for key in run.keys[max(0, run.first - 2) : run.first] for word in key.words]
    if not words or run.begins:
        return False
    if len(words) > 1 and words[-2] in _MODALS and "to" in pair:
        # "may change to" is done, "the change to" is a thing.
        return False
    if pair & _OF_WHOM and people_in(" ".join(_words_behind(run))):
        # "The cost for the tenant" is not "the cost of the tenant".
        return False
    return any(pair <= row for row in _rows(_BEHIND).get(verb_of(words[-1]), ()))


def _words_behind(run: WordRun) -> list[str]:
    return [word.low for key in run.keys[run.stop : run.stop + _REACH] for word in key.words]


def _says_same_before(run: WordRun, pair: set[str]) -> bool:
    noun = next((word for word in _words_behind(run) if word not in _BETWEEN), "")
    return any(pair <= row for row in _rows(_BEFORE).get(verb_of(noun), ())) if noun else False
