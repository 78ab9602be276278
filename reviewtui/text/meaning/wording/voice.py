"""The voice of a sentence: "records are kept by officers" says what "officers keep records" says.

Only a sentence of which every other word stays, each on its side of the verb, is turned; who does what to whom is the
same then.
"""

from collections.abc import Sequence

from reviewtui.text.meaning.tuning import DOUBLED_STEM, TURNED
from reviewtui.text.meaning.wording.synonyms import FREE
from reviewtui.text.words.terms import stem

_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_IRREGULAR = (
    "give gives gave given/keep keeps kept/take takes took taken/make makes made/hold holds held/send sends sent"
    "/tell tells told/write writes wrote written/pay pays paid/put puts put/see sees saw seen/set sets set"
    "/choose chooses chose chosen/read reads read/run runs ran/do does did done/find finds found/know knows knew known"
    "/lead leads led/leave leaves left/lend lends lent/lose loses lost/show shows shown/speak speaks spoke spoken"
    "/spend spends spent/teach teaches taught/bring brings brought/buy buys bought/draw draws drew drawn/meet meets met"
)
_AS_DOER = {"us": "we", "them": "they", "him": "he", "her": "she", "me": "i"}
_VERBS = {form: forms.split()[0] for forms in _IRREGULAR.split("/") for form in forms.split()}


def is_turned(old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether one of two sentences, as words, is the other one in the passive voice."""
    sides = [[word for word in side if word not in FREE] for side in (old, new)]
    if max(map(len, sides)) > TURNED:
        return False
    return _is_passive_of(*sides) or _is_passive_of(*reversed(sides))


def _is_passive_of(passive: list[str], active: list[str]) -> bool:
    """Say whether `passive` is "X be done by Y rest" where `active` is "Y do X rest"."""
    if len(passive) - len(active) not in {1, 2}:
        return False
    for by in (at for at, word in enumerate(passive) if word == "by"):
        for be in (at for at in range(1, by - 1) if passive[at] in _BE):
            thing, verb, between = passive[:be], passive[be + 1], passive[be + 2 : by]
            modal = thing[-1:] if thing[-1].startswith("duty:") or thing[-1] in _MODALS else []
            thing = thing[: len(thing) - len(modal)]
            for end in range(by + 2, len(passive) + 1):
                doer, rest = [_AS_DOER.get(word, word) for word in passive[by + 1 : end]], passive[end:]
                wanted = [*doer, *modal, _verb(verb), *thing, *between, *rest]
                place = len(doer) + len(modal)
                verbs = [_verb(word) if at == place else word for at, word in enumerate(active)]
                if thing and verbs == wanted:
                    return True
    return False


_MODALS = frozenset({"may", "can", "should", "will", "must", "shall", "could", "would"})


def _verb(word: str) -> str:
    """Return a verb without its ending: "logs" and "logged" are "log"."""
    base = _VERBS.get(word) or stem(word)
    return base[:-1] if len(base) > DOUBLED_STEM and base[-1] == base[-2] and base[-1] in "bdgmnprt" else base
