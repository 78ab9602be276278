"""Which file of one version is which file of another: by content, since names, wrapping and order change.

Files that share many long lines are paired by these, which costs little. The others are compared by the runs of
three words that they share (shingles, Broder 1997), so a re-wrapped file is still itself; the name counts a little.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from itertools import compress

from rapidfuzz import fuzz

from reviewtui.text.diff.tuning import (
    COMMON,
    KEPT_BY_NAME,
    LONG_LINE,
    LONG_WORD,
    OTHER_PATH,
    OWN_KEPT,
    SAME_PATH,
    SHORT_TEXT,
    SURE,
    SURE_BY_NAME,
    TAGGED,
)

_MARKUP = re.compile(r"<[^<>]*>|\]\([^()\s]*\)")

PathPair = tuple[str | None, str | None]


def pair_files(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[PathPair, ...]:
    """Pair the files of two versions; a file without a partner stands alone.

    The order is that of the new version, with files that are gone behind, in the old order.
    """
    partner = {path: path for path in new if path in old and old[path] == new[path]}
    _pair_equal_texts(old, new, partner)
    if not _one_name_is_left(old, new, partner):
        own = _Runs(old, new)
        _pair_by_lines(old, new, partner, own)
        _pair_by_content(old, new, partner, own)
    for path in new:
        # A file that was rewritten from top to bottom is still the file of that name.
        if path not in partner and path in old and path not in partner.values():
            partner[path] = path
    taken = set(partner.values())
    rest: list[PathPair] = [(path, None) for path in old if path not in taken]
    return (*((partner.get(path), path) for path in new), *rest)


def _pair_equal_texts(old: Mapping[str, str], new: Mapping[str, str], partner: dict[str, str]) -> None:
    by_text: dict[str, list[str]] = defaultdict(list)
    for path in old:
        if path not in new:
            by_text[old[path]].append(path)
    for path in new:
        if path not in old and path not in partner and by_text.get(new[path]) and new[path].strip():
            partner[path] = by_text[new[path]].pop(0)


def _one_name_is_left(old: Mapping[str, str], new: Mapping[str, str], partner: Mapping[str, str]) -> bool:
    """Say whether the same single file is left over on both sides, so that nothing has to be compared."""
    taken = set(partner.values())
    return [path for path in old if path not in taken] == [path for path in new if path not in partner] and (
        len(new) - len(partner) <= 1
    )


class _Runs:
    """The shingles of the files of both versions, each read once and when it is asked for."""

    def __init__(self, old: Mapping[str, str], new: Mapping[str, str]) -> None:
        self._texts = old, new
        self._read: tuple[dict[str, set[int]], dict[str, set[int]]] = {}, {}

    def of_old(self, path: str) -> set[int]:
        """Return the shingles of an old file."""
        return self._of(0, path)

    def of_new(self, path: str) -> set[int]:
        """Return the shingles of a new file."""
        return self._of(1, path)

    def share(self, path: str, again: str) -> bool:
        """Say whether the new file `again` has kept some of what only the old file `path` says, not a shared footer."""
        own, fresh = self.of_old(path) - self._repeated, self.of_new(again) - self._repeated
        return not own or len(own & fresh) >= OWN_KEPT * min(len(own), len(fresh))

    @cached_property
    def _repeated(self) -> set[int]:
        """What several old files say."""
        met: set[int] = set()
        repeated: set[int] = set()
        for path in self._texts[0]:
            repeated |= met & self.of_old(path)
            met |= self.of_old(path)
        return repeated

    def _of(self, side: int, path: str) -> set[int]:
        runs = self._read[side].get(path)
        if runs is None:
            runs = self._read[side][path] = shingles(self._texts[side][path])
        return runs


def _pair_by_lines(old: Mapping[str, str], new: Mapping[str, str], partner: dict[str, str], own: _Runs) -> None:
    taken = set(partner.values())
    holders: dict[str, str | None] = {}
    for path in old:
        if path not in taken:
            for line in set(old[path].splitlines()):
                holders[line] = None if line in holders else path
    shared = {path: _shared_lines(new[path], holders) for path in new if path not in partner}
    _pair_by_name(old, new, shared, partner)
    taken = set(partner.values())
    shared = {path: {key: size for key, size in votes.items() if key not in taken} for path, votes in shared.items()}
    claims: dict[str, list[int]] = defaultdict(list)
    for votes in shared.values():
        for path, size in votes.items():
            claims[path].append(size)
    for path, votes in shared.items():
        if votes:
            size, origin = max((size, origin) for origin, size in votes.items())
            rivals = sorted([*votes.values(), *claims[origin]])[:-2]
            least = SURE_BY_NAME if origin == path else SURE
            if (
                size >= least * max(len(old[origin]), len(new[path]))
                and (not rivals or 2 * rivals[-1] <= size)
                # Where the name stays, a line of another file may have come in: all that both say decides.
                and (origin == path or (path not in old and own.share(origin, path)))
            ):
                partner[path] = origin


def _pair_by_name(
    old: Mapping[str, str], new: Mapping[str, str], shared: dict[str, dict[str, int]], partner: dict[str, str]
) -> None:
    """Pair files of one name of which enough is left; what went to another file is a move there."""
    for path in [path for path, votes in shared.items() if votes.get(path)]:
        if shared[path][path] >= KEPT_BY_NAME * min(len(old[path]), len(new[path])):
            partner[path] = path
            del shared[path]


def _shared_lines(text: str, holders: Mapping[str, str | None]) -> dict[str, int]:
    """Return how many characters of `text` are long lines of one old file alone, by that file."""
    votes: dict[str, int] = {}
    for line in set(text.splitlines()):
        path = holders.get(line)
        if path is not None and len(line) >= LONG_LINE:
            votes[path] = votes.get(path, 0) + len(line)
    return votes


def _pair_by_content(old: Mapping[str, str], new: Mapping[str, str], partner: dict[str, str], own: _Runs) -> None:
    taken = set(partner.values())
    before = {path: own.of_old(path) for path in old if path not in taken}
    after = {path: own.of_new(path) for path in new if path not in partner} if before else {}
    scored = sorted(
        ((_similarity(before[x], after[y], common, x, y), x, y) for (x, y), common in _shared(before, after).items()),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    for score, x, y in scored:
        if x in taken or y in partner or score < (SAME_PATH if x == y else OTHER_PATH):
            continue
        if x != y and not own.share(x, y):
            continue
        partner[y] = x
        taken.add(x)


def _shared(before: Mapping[str, set[int]], after: Mapping[str, set[int]]) -> dict[tuple[str, str], int]:
    where: dict[int, list[str]] = {}
    for path, grams in before.items():
        for gram in grams:
            where.setdefault(gram, []).append(path)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for path, grams in after.items():
        for gram in where.keys() & grams:
            holders = where[gram]
            if len(holders) <= COMMON:
                for holder in holders:
                    shared[holder, path] += 1
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
    if text.count("<") * TAGGED > len(text):
        text = _MARKUP.sub(" ", text)
    words = text.lower().split()
    # hash() of strings differs from run to run, but only equality of numbers within one run is used here.
    if len(words) <= SHORT_TEXT:
        return set(map(hash, zip(words, words[1:], words[2:], strict=False)))
    runs = zip(words, (*words[1:], ""), (*words[2:], "", ""), strict=True)
    return set(map(hash, compress(runs, map(LONG_WORD.__le__, map(len, words)))))
