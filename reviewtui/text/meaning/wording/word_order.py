"""The order and the voice of a sentence: a phrase that stands elsewhere, or a passive, that says the same."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reviewtui.text.meaning.holders import people_in
from reviewtui.text.meaning.tuning import MOVED_PHRASE, MOVED_REACH, TURNED
from reviewtui.text.meaning.wording.vocabulary.unbinding_words import FREE
from reviewtui.text.meaning.wording.vocabulary.verbs import is_past, verb_stem
from reviewtui.text.meaning.wording.word_keys import WordKey

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


JOINING = frozenset({"and", "but", "so"})
"""Words that join sentences."""
_LINKING = frozenset({"or", "not", "only"})
"""Words of which it matters what stands behind them."""
_OPENING = frozenset({"on", "in", "at", "each", "every", "by", "during", "from", "for", "as"})
"""Words that can begin a phrase of time or place, which may stand before a sentence without a comma."""
_ANYWHERE = (
    ("at", "all", "times"),
    ("at", "any", "time"),
    ("as", "a", "rule"),
    ("always",),
    ("usually",),
    ("each",),
    ("every",),
)
"""Beginnings of phrases that say how often: they belong to the verb wherever they stand."""
_PREPOSITIONS = frozenset({"in", "on", "at", "by", "to", "with", "for", "from", "of", "before", "after", "during"})
_LIMITING = frozenset(
    """only solely merely simply exclusively hardly barely scarcely nearly mostly mainly partly largely generally
    normally usually especially particularly possibly probably really family supply reply apply comply daily weekly
    monthly yearly early friendly""".split()
)
"""Words that say of how much or of whom something is said, and those that say no manner."""
_CLAUSES = frozenset({"who", "which"})
_USUALLY = ["usually"]
_RANKING = frozenset(
    """first second third then next last before after order priority following respectively former latter
    rank highest lowest start finish precede follow followed""".split()
)
"""Words of sentences in which it matters what stands first in an enumeration."""
_BEFORE_LIST = frozenset({"to", "by", "for", "from", "with", "of", "tell", "ask", "notify", "include", "including"})
_BEHIND_LIST = frozenset(
    {"is", "are", "was", "were", "can", "may", "will", "should", "must", "have", "has", "and", "so", "because"}
)
_ARTICLES = frozenset({"the", "a", "an"})
_LONGEST_ITEM = 3
"""Words of an item of such an enumeration, at the most."""
_OBJECT = frozenset(
    {"a", "an", "the", "its", "their", "our", "your", "his", "her", "all", "each", "any", "this", "these"}
)
"""Words that begin what is given to somebody."""


def is_reordered(olds: Sequence[WordKey], news: Sequence[WordKey]) -> bool:
    """Say whether all that changed is where a phrase stands: before a comma at the beginning, or one of time or place.

    Where another part could be meant by it then (an "and", an "only") that is for a reader to say.
    """
    if len(olds) != len(news):
        return False
    if any(moved(olds, news) for moved in (_has_moved_phrase, _has_moved_adverb, _lists_the_same)):
        return True
    if any(key.form in JOINING | _LINKING for key in olds):
        return False
    return _is_turned_at_comma(olds, news) or _is_turned_at_comma(news, olds)


def _has_moved_phrase(olds: Sequence[WordKey], news: Sequence[WordKey]) -> bool:
    """Say whether all that changed is that two neighbouring stretches changed places, and one may stand in both."""
    old, new = [key.form for key in olds], [key.form for key in news]
    first, stop = _changed(old, new)
    here = old[first:stop]
    if not here or len(here) > MOVED_REACH or not (JOINING | _LINKING - {"not"}).isdisjoint(here):
        return False
    if "not" in here:
        # What usually is not so is not usually so; of other phrases a "not" may deny the phrase alone.
        return any(here[cut:] + here[:cut] == new[first:stop] for cut in (1, len(here) - 1)) and _USUALLY in (
            here[:1],
            here[-1:],
        )
    opens = _begins(olds, first) or _begins(news, first)
    closes = (stop == len(old) or _begins(olds, stop)) and (stop == len(new) or _begins(news, stop))
    for cut in range(1, len(here)):
        if here[cut:] + here[:cut] == new[first:stop]:
            parts = here[:cut], here[cut:]
            if first and any(map(_takes_along, parts)):
                return False
            return any(_may_move(*pair, whole=opens and closes) for pair in (parts, parts[::-1]))
    return False


def _has_moved_adverb(olds: Sequence[WordKey], news: Sequence[WordKey]) -> bool:
    """Say whether all that changed is that an adverb stands before a verb behind "is", or behind both.

    Before two words it may belong to the first of them: "delete permanently closed accounts".
    """
    old, new = [key.form for key in olds], [key.form for key in news]
    first, stop = _changed(old, new)
    adverbs = [word for word in old[first:stop] if _is_of_manner(word)]
    if stop - first != 2 or len(adverbs) != 1 or sorted(old[first:stop]) != sorted(new[first:stop]):
        return False
    closes = stop == len(old) or _begins(olds, stop) or _begins(news, stop) or old[stop] in _PREPOSITIONS
    return closes and first > 0 and old[first - 1] in _BE


def _is_of_manner(word: str) -> bool:
    return word.endswith("ly") and word not in _LIMITING


def _takes_along(words: Sequence[str]) -> bool:
    """Say whether words hold a verb of their own, to which a phrase behind them would belong: "ask to leave"."""
    if not _CLAUSES.isdisjoint(words):
        return True
    return any(word == "to" and behind not in _OBJECT for word, behind in pairwise(words[1:])) and words[0] != "to"


def _lists_the_same(olds: Sequence[WordKey], news: Sequence[WordKey]) -> bool:
    """Say whether all that changed is the order of an enumeration with "and", in a sentence that ranks nothing.

    It stands before a verb or at an end, so that nothing behind it belongs to its last item alone.
    """
    old, new = [key.form for key in olds], [key.form for key in news]
    first, stop = _changed(old, new)
    if first >= stop or not _RANKING.isdisjoint(old) or any(":" in form for form in old[first:stop]):
        return False
    if not _LINKING.isdisjoint(old[first:stop]):
        return False
    here, there = _items(olds, first, stop), _items(news, first, stop)
    if here is None or there is None or here == there or sorted(here) != sorted(there):
        return False
    while first > 0 and old[first - 1] in _ARTICLES:
        first -= 1
    opens = _begins(olds, first) or old[first - 1] in _BEFORE_LIST
    closes = stop == len(old) or _begins(olds, stop) or old[stop] in _BEHIND_LIST or old[stop].startswith("duty:")
    # "A and B, or C" is "B and A, or C"; "only A and B" may be only A.
    reach = 1 + (_LONGEST_ITEM if old[stop : stop + 1] == ["and"] else 0)
    joined = "or" in old[stop : stop + reach + 1] or (first > 0 and old[first - 1] in _LINKING)
    return opens and closes and not joined


def _changed(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Return the first word that differs, and the one behind the last, of two rows of as many words."""
    first, stop = 0, len(old)
    while first < stop and old[first] == new[first]:
        first += 1
    while first < stop and old[stop - 1] == new[stop - 1]:
        stop -= 1
    return first, stop


def _items(keys: Sequence[WordKey], first: int, stop: int) -> list[tuple[str, ...]] | None:
    """Return the items of an enumeration, None where it is none."""
    items: list[list[str]] = [[]]
    for at in range(first, stop):
        key = keys[at]
        if key.form == "and" or (at > first and key.words and key.words[0].comma):
            items.append([])
        if at > first and key.words and key.words[0].first:
            return None
        if key.form != "and" and key.form not in _ARTICLES:
            items[-1].append(key.form)
    kept = [tuple(item) for item in items if item]
    return kept if len(kept) > 1 and all(len(item) <= _LONGEST_ITEM for item in kept) else None


def _may_move(phrase: list[str], rest: list[str], *, whole: bool) -> bool:
    """Say whether a phrase may stand before `rest` and behind it; `whole`: both together are a sentence."""
    if len(phrase) > MOVED_PHRASE and not phrase[-1].startswith(("amount:", "date:")):
        return False
    if any(tuple(phrase[: len(words)]) == words for words in _ANYWHERE):
        return True
    if phrase[0] == "to":
        return (
            rest[0] in _OBJECT and len(rest) > 1 and not any(word.startswith("duty:") or word == "be" for word in rest)
        )
    if phrase[0] in _OPENING and rest[0] in _OPENING | {"to", "with"} and len(rest) <= MOVED_PHRASE:
        return not any(word.startswith("duty:") for word in rest)
    return whole and (phrase[0] in _OPENING or phrase[0].startswith(("amount:", "date:")))


def _begins(keys: Sequence[WordKey], at: int) -> bool:
    """Say whether a sentence or a part behind a comma begins at a word."""
    words = keys[at].words
    return bool(words) and (words[0].first or words[0].comma)


def _is_turned_at_comma(here: Sequence[WordKey], there: Sequence[WordKey]) -> bool:
    commas = [at for at, key in enumerate(here) if key.words and key.words[0].comma]
    if len(commas) != 1 or sum(key.words[0].first for key in here if key.words) != 1:
        return False
    return [key.form for key in (*here[commas[0] :], *here[: commas[0]])] == [key.form for key in there]


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
