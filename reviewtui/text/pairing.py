"""Which file of one version is which file of another: by content, since names, wrapping and order change.

Files are compared by the runs of three words that they share (shingles, Broder 1997), so a re-wrapped file is still
itself; the name counts a little.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from rapidfuzz import fuzz

_MARKUP = re.compile(r"<[^<>]*>|\]\([^()\s]*\)")
_TAGGED = 100
_SHORT = 600
_LONG_WORD = 9

Pair = tuple[str | None, str | None]

_SAME_PATH = 0.12
_OTHER_PATH = 0.2
_COMMON = 24
"""A shingle in more files than this says nothing about any of them."""


def pair_files(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Pair, ...]:
    """Pair the files of two versions; a file without a partner stands alone.

    The order is that of the new version, with files that are gone behind, in the old order.
    """
    partner = {path: path for path in new if path in old and old[path] == new[path]}
    _pair_equal_texts(old, new, partner)
    _pair_by_content(old, new, partner)
    for path in new:
        # A file that was rewritten from top to bottom is still the file of that name.
        if path not in partner and path in old and path not in partner.values():
            partner[path] = path
    taken = set(partner.values())
    rest: list[Pair] = [(path, None) for path in old if path not in taken]
    return (*((partner.get(path), path) for path in new), *rest)


def _pair_equal_texts(old: Mapping[str, str], new: Mapping[str, str], partner: dict[str, str]) -> None:
    by_text: dict[str, list[str]] = defaultdict(list)
    for path in old:
        if path not in new:
            by_text[old[path]].append(path)
    for path in new:
        if path not in old and path not in partner and by_text.get(new[path]) and new[path].strip():
            partner[path] = by_text[new[path]].pop(0)


def _pair_by_content(old: Mapping[str, str], new: Mapping[str, str], partner: dict[str, str]) -> None:
    taken = set(partner.values())
    before = {path: shingles(old[path]) for path in old if path not in taken}
    after = {path: shingles(new[path]) for path in new if path not in partner}
    scored = sorted(
        ((_similarity(before[x], after[y], common, x, y), x, y) for (x, y), common in _shared(before, after).items()),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    for score, x, y in scored:
        if x in taken or y in partner or score < (_SAME_PATH if x == y else _OTHER_PATH):
            continue
        partner[y] = x
        taken.add(x)


def _shared(before: Mapping[str, set[int]], after: Mapping[str, set[int]]) -> Counter[tuple[str, str]]:
    where: dict[int, list[str]] = defaultdict(list)
    for path, grams in before.items():
        for gram in grams:
            where[gram].append(path)
    shared: Counter[tuple[str, str]] = Counter()
    for path, grams in after.items():
        for gram in grams:
            holders = where.get(gram)
            if holders and len(holders) <= _COMMON:
                shared.update((holder, path) for holder in holders)
    return shared


def _similarity(old: set[int], new: set[int], common: int, old_path: str, new_path: str) -> float:
    both = common / max(1, min(len(old), len(new)))
    balance = 2 * common / max(1, len(old) + len(new))
    content = (both + balance) / 2
    if old_path.rpartition(".")[0] == new_path.rpartition(".")[0] or old_path == new_path:
        # The same name with another ending: a text that changed its format, not its place.
        return content * 1.6 + 0.1
    name = fuzz.ratio(_stem(old_path), _stem(new_path)) / 100
    return content * (0.8 + 0.4 * name)


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()


def shingles(text: str) -> set[int]:
    """Return numbers for runs of three words in `text`; of a long text only for those that a long word begins."""
    if text.count("<") * _TAGGED > len(text):
        text = _MARKUP.sub(" ", text)
    words = text.lower().split()
    # hash() of strings differs from run to run, but only equality of numbers within one run is used here.
    if len(words) <= _SHORT:
        return set(map(hash, zip(words, words[1:], words[2:], strict=False)))
    return {hash((word, *words[at + 1 : at + 3])) for at, word in enumerate(words) if len(word) >= _LONG_WORD}
