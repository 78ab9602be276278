"""The order of a sentence: a phrase that stands elsewhere and says the same."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from reviewtui.text.meaning.wording.word_keys import WordKey

JOINING = frozenset({"and", "but", "so"})


_OPENING = frozenset({"on", "in", "at", "each", "every", "by", "during", "from", "for"})


_LINKING = frozenset({"or", "not", "only"})


_ONE_MOVE = 2
"""A phrase that moved is gone at one place and new at another."""


_PHRASE = 4
"""Words that can begin a phrase of time or place, which may stand before a sentence without a comma; its longest."""


def stretches(old: list[str], new: list[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield equal and changed stretches in turn: whether equal, then first and stop on both sides."""
    first = start = 0
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            if (first, start) != (op.src_start, op.dest_start):
                yield False, first, op.src_start, start, op.dest_start
            yield True, op.src_start, op.src_end, op.dest_start, op.dest_end
            first, start = op.src_end, op.dest_end
    if (first, start) != (len(old), len(new)):
        yield False, first, len(old), start, len(new)


def is_reordered(olds: Sequence[WordKey], news: Sequence[WordKey]) -> bool:
    """Say whether all that changed is where a phrase stands: before a comma at the beginning, or one of time or place.

    Where another part could be meant by it then (an "and", an "only") that is for a reader to say.
    """
    if len(olds) != len(news) or any(key.form in JOINING | _LINKING for key in olds):
        return False
    return _is_turned_at_comma(olds, news) or _is_turned_at_comma(news, olds) or _has_moved_phrase(olds, news)


def _is_turned_at_comma(here: Sequence[WordKey], there: Sequence[WordKey]) -> bool:
    commas = [at for at, key in enumerate(here) if key.words and key.words[0].comma]
    if len(commas) != 1 or sum(key.words[0].first for key in here if key.words) != 1:
        return False
    return [key.form for key in (*here[commas[0] :], *here[: commas[0]])] == [key.form for key in there]


def _has_moved_phrase(olds: Sequence[WordKey], news: Sequence[WordKey]) -> bool:
    blocks = stretches([key.form for key in olds], [key.form for key in news])
    changed = [block[1:] for block in blocks if not block[0]]
    if len(changed) != _ONE_MOVE:
        return False
    moved = [[*olds[first:stop], *news[start:end]] for first, stop, start, end in changed]
    first = moved[0][0].words[:1]
    leads = bool(first) and first[0].text.casefold() in _OPENING
    return leads and len(moved[0]) <= _PHRASE and [key.form for key in moved[0]] == [key.form for key in moved[1]]
