"""The voice of a sentence: "records are kept by officers" says what "officers keep records" says.

Only a sentence of which every other word stays, each on its side of the verb, is turned; who does what to whom is the
same then. What stands before and behind the part that was turned stays as it is.
"""

from collections.abc import Iterator, Sequence

from reviewtui.text.meaning.holders import people_in
from reviewtui.text.meaning.tuning import TURNED
from reviewtui.text.meaning.wording.vocabulary.free_words import FREE
from reviewtui.text.meaning.wording.vocabulary.verbs import is_participle, is_past, verb_of

_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_PAST = frozenset({"was", "were"})
_AS_DOER = {"us": "we", "them": "they", "him": "he", "her": "she", "me": "i"}
_AS_OBJECT = {they: them for them, they in _AS_DOER.items()}
_OUR_MODALS = frozenset({"will", "may", "can"})
"""With these whoever writes the policy speaks of what they do; a "must" binds whoever is named."""
_MODALS = frozenset({"may", "can", "should", "will", "must", "shall", "could", "would", "only"})
_NO_TIME = frozenset({"and", "or", "not", "only", "but"})
"""Words of sentences in which a time is left where it stands."""
_GIVING = frozenset({"give", "send", "show", "offer", "lend", "hand", "pay", "teach"})
"""Verbs of which what is given and to whom may stand in either order: "gives the hirer a receipt"."""
_MOST_MORE = 3
"""Words that a passive sentence has more than the active one: "is", "by" and "to"."""
_Words = Sequence[str]


def is_turned(old: _Words, new: _Words) -> bool:
    """Say whether one of two sentences, as words, is the other one in the passive voice or with "to" for whom."""
    sides = [[word for word in side if word not in FREE] for side in (old, new)]
    if max(map(len, sides)) > TURNED:
        return False
    if any(_is_passive_of(*pair) or _gives(*pair) for pair in (sides, sides[::-1])):
        return True
    return any(
        _is_passive_of(passive, with_end) for passive, active in (sides, sides[::-1]) for with_end in _ended(active)
    )


def _ended(active: list[str]) -> Iterator[list[str]]:
    """Yield a sentence with a time that it begins with at its end: "every six months the engineer tests the lifts"."""
    if active and _NO_TIME.isdisjoint(active):
        if active[0].startswith(("amount:", "date:")):
            yield [*active[1:], active[0]]
        elif len(active) > 1 and active[0] in {"on", "in", "at", "every", "each"}:
            yield from ([*active[cut:], *active[:cut]] for cut in (2, 3) if active[1].startswith(("amount:", "date:")))


def _is_passive_of(passive: list[str], active: list[str]) -> bool:
    """Say whether `passive` is "X be done by Y rest" where `active` is "Y do X rest", behind the same words."""
    if not 0 <= len(passive) - len(active) <= _MOST_MORE or ("by" not in passive and "we" not in active):
        return False
    stop = next((at for at, pair in enumerate(zip(passive, active, strict=False)) if pair[0] != pair[1]), 0)
    return any(_is_whole_passive(passive[start:], active[start:]) for start in range(stop + 1) if active[start:])


def _is_whole_passive(passive: list[str], active: list[str]) -> bool:
    if active[0] == "we" and _is_done_by_us(passive, active):
        return True
    for by in (at for at, word in enumerate(passive) if word == "by"):
        for be in (at for at in range(1, by) if passive[at] in _BE):
            if any(_agree(form, active, be=passive[be]) for form in _active_forms(passive, be, by)):
                return True
    return False


def _is_done_by_us(passive: list[str], active: list[str]) -> bool:
    """Say whether "we" do what one side says will be done, and not who does it."""
    for be in (at for at in range(1, len(passive) - 1) if passive[at] in _BE and is_participle(passive[at + 1])):
        cut = be - 1 if passive[be - 1] in _OUR_MODALS else be
        thing, modal = [_AS_OBJECT.get(word, word) for word in passive[:cut]], passive[cut:be]
        wanted = ["we", *modal, verb_of(passive[be + 1]), *thing, *passive[be + 2 :]]
        if thing and _agree((1 + len(modal), wanted), active, be=passive[be]):
            return True
    return False


def _agree(form: tuple[int, list[str]], active: list[str], *, be: str) -> bool:
    """Say whether a sentence has the words of a form, with the verb in the tense of the passive."""
    place, wanted = form
    if len(wanted) != len(active) or wanted[:place] != active[:place] or wanted[place + 1 :] != active[place + 1 :]:
        return False
    return verb_of(active[place]) == wanted[place] and is_past(active[place]) in {None, be in _PAST}


def _active_forms(passive: list[str], be: int, by: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the words of a passive sentence as they stand in an active one, with the place of its verb."""
    thing, middle = passive[:be], passive[be + 1 : by]
    cut = len(thing)
    while cut and (thing[cut - 1].startswith("duty:") or thing[cut - 1] in _MODALS):
        cut -= 1
    thing, modal = thing[:cut], thing[cut:]
    manner = [word for word in middle if word.endswith("ly") or word == "only"]
    middle = [word for word in middle if word not in manner]
    if not thing or not middle:
        return
    only = ["only"] if "only" in modal + manner else []
    modal, manner = ([word for word in words if word != "only"] for words in (modal, manner))
    verb, between = verb_of(middle[0]), middle[1:]
    for end in range(by + 2, len(passive) + 1):
        doer, rest = [_AS_DOER.get(word, word) for word in passive[by + 1 : end]], passive[end:]
        if rest[:1] in (["and"], ["or"]):
            continue
        before = [*only, *doer, *modal]
        for place in _places_of_manner(manner, [*thing, *between, *rest]):
            yield len(before) + place[0], [*before, *place[1][0], verb, *place[1][1]]
        if verb in _GIVING and len(between) > 1 and not manner and between[0] == "to":
            yield len(before), [*before, verb, *between[1:], *thing, *rest]
        elif verb in _GIVING and between and not manner:
            yield len(before), [*before, verb, *between, "to", *thing, *rest]


def _places_of_manner(manner: list[str], behind: list[str]) -> Iterator[tuple[int, tuple[list[str], list[str]]]]:
    """Yield where "securely" may stand: before the verb, behind what it is done to, or at the end."""
    yield len(manner), (manner, behind)
    if manner:
        yield from ((0, ([], [*behind[:at], *manner, *behind[at:]])) for at in range(1, len(behind) + 1))


def _gives(here: list[str], there: list[str]) -> bool:
    """Say whether one side gives "a receipt to the hirer" and the other "the hirer a receipt"."""
    if len(here) != len(there) + 1:
        return False
    for to in (at for at, word in enumerate(here) if word == "to"):
        for verb in (at for at in range(to - 1) if verb_of(here[at]) in _GIVING):
            for end in range(to + 2, len(here) + 1):
                if people_in(" ".join(here[verb + 1 : to])):
                    # Whoever is sent to somebody is no thing that is given.
                    continue
                turned = [*here[: verb + 1], *here[to + 1 : end], *here[verb + 1 : to], *here[end:]]
                if turned == there:
                    return True
    return False
