"""Words of a text: where they stand, and what of them counts when two texts are compared.

A word is a run of characters without white space. For comparing, Markdown's marks of emphasis and code are taken
off it, and words are numbered by one code point each, so that a text becomes a string of numbers (`alignment`).
Offsets are code points everywhere.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, chain, islice

from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.text.words.unspaced import has_unspaced, piece_spans

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W_]+(?:['\u2019.,:/@_-][^\W_]+)*")
_LETTER = (
    "(?:[^\\W_]|[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
    "\u0e31-\u0e4e\u0eb1-\u0ecd\u0f18-\u0f3e\u0f71-\u0fbc\u102b-\u103e\u17b4-\u17d3\u200c\u200d\u3099\u309a])"
)
"""A letter or a mark on one, in the scripts that write vowels as marks."""
_WORD_WITH_MARKS = re.compile(rf"[^\W_]{_LETTER}*(?:['\u2019.,:/@_-]{_LETTER}+)*")
_MARKS = re.compile(r"`+|~~+|(?<![^\W_])[*_]+|(?!(?<=^[A-Z])\*[^\w*]*\Z)[*_]+(?![^\W_])|^\[|^\\")
"""Marks of emphasis and code, and those that open a link; the star of a grade "A*" is none."""
_SURROGATES = (0xD800, 0xE000)
_LAST = 0x10FFFF
MARK_ONLY = "\x00"
"""Number of a token that is nothing but marks: a bullet, a hash, a table rule."""
_MARK = "\n"
"""Stands for such tokens among words, where it cannot be a word."""
MARK_STARTS = frozenset("-*+>#|:=_~`.")
"""What a token that is nothing but marks can begin with."""
_MARKED_STARTS = MARK_STARTS | frozenset("[\\")
_INNER_MARK = re.compile(r"[*_`~]")
_OPENING_MARK = re.compile(r"\n(?=[-+>#|:=.\[\\])")
"""Two signs that may be marks, in a list of words."""
_MANY = 50
"""Numbers of marked words that are replaced one by one; with more the whole is put together anew."""
_MARK_TOKEN = re.compile(r"[-*+>#|:=_~`.]+\Z")
UNMARKED = re.compile(r"(?![-*+>#|:=_~`.]+(?!\S))\S+")
"""A token that is more than marks (`is_mark`)."""


def without_marks(token: str) -> str:
    """Return what of `token` counts as its word: without marks of emphasis, code and an opening link bracket."""
    if "*" in token or "_" in token or "`" in token or "~" in token or token[0] in "[\\":
        return _MARKS.sub("", token) or token
    return token


def is_mark(token: str) -> bool:
    """Say whether `token` is nothing but marks: a bullet, a hash, a table rule."""
    return token[0] in MARK_STARTS and _MARK_TOKEN.match(token) is not None


def holds_word(token: str) -> bool:
    """Say whether a token is more than marks, also once those around it are off."""
    return not is_mark(token) and not is_mark(without_marks(token))


def without_any_marks(token: str) -> str:
    """Return what of `token` is left when marks are taken off it again and again, a line end for mere marks."""
    while not is_mark(token):
        word = without_marks(token)
        if word == token:
            return token
        token = word
        if token[0] not in _MARKED_STARTS:
            return token
    return _MARK


class Numbering(defaultdict[str, str]):
    """Gives each different word one code point; tokens that differ in marks only share theirs.

    New tokens are numbered without a look at them, which costs next to nothing; those with marks are then found all
    at once and get the number of their plain word. Surrogates are left out.
    """

    def __init__(self, *, exact: bool = False) -> None:
        fresh = map(chr, chain(range(1, _SURROGATES[0]), range(_SURROGATES[1], _LAST + 1)))
        super().__init__(fresh.__next__)
        self._exact = exact
        if not exact:
            self[_MARK] = MARK_ONLY

    def string(self, tokens: list[str]) -> str:
        """Return `tokens` as a string with one code point a word.

        Raises:
            OverflowError: there are more than 1.1 million different words.
        """
        known = len(self)
        numbers = "".join(map(self.__getitem__, tokens))
        if len(numbers) < len(tokens):
            raise OverflowError("more than 1.1 million different words in one comparison")
        if self._exact or len(self) == known:
            return numbers
        marked = self._unmark(list(islice(reversed(self), len(self) - known)))
        if len(marked) > _MANY:
            return "".join(map(self.__getitem__, tokens))
        for wrong, right in marked:
            numbers = numbers.replace(wrong, right)
        return numbers

    def pair(self, old: list[str], new: list[str]) -> tuple[str, str]:
        """Return two lists of tokens as strings that can be compared with each other, however many words there are.

        Where there are too many different words, those that stand on one side only share a number; so do words past
        the last number, which then count as changed.
        """
        try:
            return self.string(old), self.string(new)
        except OverflowError:
            return _numbered_by_side(*([self._key(token) for token in tokens] for tokens in (old, new)))

    def _key(self, token: str) -> str:
        return token if self._exact or not token else without_any_marks(token)

    def _unmark(self, tokens: list[str]) -> list[tuple[str, str]]:
        """Give those of `tokens` that carry marks the number of their plain word; return old and new numbers."""
        listed = "\n".join(["", *tokens, ""])
        places = [match.start() for match in _INNER_MARK.finditer(listed)]
        places += [match.end() for match in _OPENING_MARK.finditer(listed)]
        renumbered: list[tuple[str, str]] = []
        for token in dict.fromkeys(_lines_at(listed, places)):
            word = without_any_marks(token)
            if word != token:
                renumbered.append((self[token], self[word]))
                self[token] = self[word]
        return renumbered


def _numbered_by_side(old: list[str], new: list[str]) -> tuple[str, str]:
    common = set(new)
    codes = chain(range(3, _SURROGATES[0]), range(_SURROGATES[1], _LAST + 1))
    numbers = dict(zip(dict.fromkeys(word for word in old if word in common), map(chr, codes), strict=False))
    numbers[_MARK] = MARK_ONLY
    return "".join(numbers.get(word, "\1") for word in old), "".join(numbers.get(word, "\2") for word in new)


def _lines_at(text: str, places: Iterable[int]) -> Iterator[str]:
    """Give the lines at `places`, each once, however many places are in it."""
    end = -1
    for at in sorted(places):
        if at > end:
            end = text.find("\n", at)
            yield text[text.rfind("\n", 0, at) + 1 : end]


class WordTable:
    """The words of one text and, once asked for, where each begins."""

    __slots__ = ("__dict__", "text")

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text with their ends."""
        return self.text.splitlines(keepends=True)

    @cached_property
    def line_words(self) -> list[list[str]]:
        """The words of each line."""
        return list(map(str.split, self.lines))

    @cached_property
    def words(self) -> list[str]:
        """All words in reading order."""
        return list(chain.from_iterable(self.line_words)) if "line_words" in self.__dict__ else self.text.split()

    @cached_property
    def starts(self) -> list[int]:
        """Offset of each word's first character."""
        if "line_words" not in self.__dict__:
            return [match.start() for match in _TOKEN.finditer(self.text)]
        offsets = accumulate(map(len, self.lines), initial=0)
        lines = zip(self.lines, self.line_words, offsets, strict=False)
        return list(chain.from_iterable(_word_starts(*line) for line in lines if line[1]))

    def start(self, index: int) -> int:
        """Return the offset of word `index`, reading its line alone."""
        if "starts" in self.__dict__:
            return self.starts[index]
        firsts, offsets, known = self._line_table
        line = bisect_right(firsts, index) - 1
        within = known.get(line)
        if within is None:
            within = known[line] = _word_starts(self.lines[line], self.line_words[line], offsets[line])
        return within[index - firsts[line]]

    @cached_property
    def _line_table(self) -> tuple[list[int], list[int], dict[int, list[int]]]:
        """First word and offset of each line, and the offsets of the words of those lines that were asked for."""
        firsts = list(accumulate(map(len, self.line_words), initial=0))
        return firsts, list(accumulate(map(len, self.lines), initial=0)), {}

    def end(self, index: int) -> int:
        """Return the offset behind word `index`."""
        return self.start(index) + len(self.words[index])

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Return the offsets of the words `first` up to (not including) `stop`; an empty run is a gap."""
        if first < stop:
            return self.start(first), self.end(stop - 1)
        if first < len(self.words):
            at = self.start(first)
            return at, at
        end = self.end(first - 1) if first else 0
        return end, end

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return the words that `start` to `end` touches, as first and stop index."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.starts[first] + len(self.words[first]) <= start:
            first += 1
        return first, max(first, bisect_left(self.starts, end))


def _word_starts(line: str, words: list[str], at: int) -> list[int]:
    """Return the offsets of the words of a line that begins at `at`."""
    steps = [len(word) + 1 for word in words]
    if sum(steps) - 1 == len(line.rstrip()) and line.startswith(words[0]):
        # One space between any two words: their places follow from their lengths.
        return list(accumulate(steps[:-1], initial=at))
    return [at + match.start() for match in _TOKEN.finditer(line)]


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return where the words of the prose stand; marks, punctuation around words and front matter are no words."""
    start = front_matter_end(text)
    if text.isascii():
        return [match.span() for match in _WORD.finditer(text, start)]
    spans: list[tuple[int, int]] = []
    for match in _WORD_WITH_MARKS.finditer(text, start):
        if has_unspaced(match[0]):
            spans += [span for span in piece_spans(match[0], match.start()) if text[span[0]].isalnum()]
        else:
            spans.append(match.span())
    return spans
