"""The voice of a sentence: "records are kept by officers" says what "officers keep records" says.

Only a sentence of which every other word stays, each on its side of the verb, is turned; who does what to whom is the
same then. What stands before and behind the part that was turned stays as it is.
"""

from collections.abc import Iterator, Sequence

from reviewtui.text.meaning.holders import people_in
from reviewtui.text.meaning.tuning import TURNED
from reviewtui.text.meaning.wording.vocabulary.unbinding_words import FREE
from reviewtui.text.meaning.wording.vocabulary.verbs import is_past, verb_stem

_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_PAST = frozenset({"was", "were"})
_AS_DOER = {"us": "we", "them": "they", "him": "he", "her": "she", "me": "i"}
VOICE_WORDS = _BE | FREE | {"by", *_AS_DOER, *_AS_DOER.values()}
"""Words that one of the two voices has and the other has not, or in another form."""
_ACTING = frozenset({*_AS_DOER, *_AS_DOER.values(), "it", "you"})
_TEXTS = frozenset(
    """policy policies code guide guidance standard procedure document section agreement contract law act legislation
    statement scheme insurance budget plan""".split()
)
"""Things that cover, govern or need something."""
_MODALS = frozenset({"may", "can", "should", "will", "must", "shall", "could", "would"})


def is_turned(old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether one of two sentences, as words, is the other one in the passive voice."""
    sides = [[word for word in side if word not in FREE] for side in (old, new)]
    passive, active = sorted(sides, key=len, reverse=True)
    if not len(passive) == len(active) + 2 <= TURNED or "by" not in passive or "only" in passive:
        return False
    same = next((at for at, pair in enumerate(zip(passive, active, strict=False)) if pair[0] != pair[1]), len(active))
    starts = range(min(same + 1, len(active)))
    return any(_is_whole_passive(passive[start:], active[start:]) for start in starts)


def _is_whole_passive(passive: list[str], active: list[str]) -> bool:
    """Say whether one side is "X be done by Y rest" and the other "Y do X rest"."""
    return any(
        _agree(form, active, be=passive[be])
        for by in range(2, len(passive))
        if passive[by] == "by"
        for be in range(1, by)
        if passive[be] in _BE
        for form in _active_forms(passive, be, by)
    )


def _agree(form: tuple[int, list[str]], active: list[str], *, be: str) -> bool:
    """Say whether a sentence has the words of a form, with the verb in the tense of the passive."""
    place, wanted = form
    if wanted[:place] != active[:place] or wanted[place + 1 :] != active[place + 1 :]:
        return False
    return verb_stem(active[place]) == wanted[place] and is_past(active[place]) in {None, be in _PAST}


def _may_act(words: list[str]) -> bool:
    """Say whether words name who does something, and no day, month or way in which it is done ("by email")."""
    return not (_ACTING | _TEXTS).isdisjoint(words) or bool(people_in(" ".join(words)))


def _active_forms(passive: list[str], be: int, by: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the words of a passive sentence as they stand in an active one, with the place of its verb."""
    cut = be
    while cut and (passive[cut - 1].startswith("duty:") or passive[cut - 1] in _MODALS):
        cut -= 1
    thing, modal, middle = passive[:cut], passive[cut:be], passive[be + 1 : by]
    manner = [word for word in middle if word.endswith("ly")]
    told = [word for word in middle if word not in manner]
    if not thing or not told:
        return
    for end in range(by + 2, len(passive) + 1):
        doer, rest = [_AS_DOER.get(word, word) for word in passive[by + 1 : end]], passive[end:]
        if rest[:1] not in (["and"], ["or"]) and _may_act(passive[by + 1 : end]):
            before = [*doer, *modal]
            yield len(before) + len(manner), [*before, *manner, verb_stem(told[0]), *thing, *told[1:], *rest]
            if manner:
                yield len(before), [*before, verb_stem(told[0]), *thing, *manner, *told[1:], *rest]
