"""Terms: the words of a passage as meaning is searched by, without marks, link targets, tags, case and endings.

Endings are cut with a few rules of thumb in the manner of the S-stemmer (Harman 1991); both spellings of -ise meet.

The forms of a word, by what each drops. `without_any_marks`, `spelling_form` and `british` leave alone what they gave;
the others may drop more of it:

- `without_marks`: one pair of marks of emphasis, code or a link; `without_any_marks`: all of them (`words.words`)
- `bare_word`: case and what stands around its letters and digits; `bare_stem`: the ending, too
- `stem`: case and ending; `verb_stem`: what tells the forms of a verb apart, irregular ones too (`vocabulary.verbs`)
- `spelling_form`: which of several spellings it is (`vocabulary.spelling`); `british`, `american`: the same for one
  side (`words.spelling_variants`)
- `concept_of`: which of several words for one thing it is; nothing is left of a word without a subject (`concepts`)
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from reviewtui.text.words.unspaced import has_unspaced, piece_spans

_SKIP_OR_WORD = re.compile(
    r"\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)|<!--.*?-->|</?[A-Za-z][^<>]*>|https?://\S+|&(?!rsquo;)[a-z]+;"
    r"|([^\W_]+(?:(?:['\u2019.,]|&rsquo;|&apos;|&\#0?39;)[^\W_]+)*|§)",
    re.DOTALL,
)
_EDGES = re.compile(r"^[\W_]+|(?:\]\([^)]*\)[\W_]*|[\W_]+)$")
_SUFFIXES = (
    ("isations", "is"), ("izations", "is"), ("isation", "is"), ("ization", "is"), ("ising", "is"), ("izing", "is"),
    ("ised", "is"), ("ized", "is"), ("ises", "is"), ("izes", "is"), ("ise", "is"), ("ize", "is"),
    ("ibility", "ibl"), ("ability", "abl"), ("ments", "ment"), ("ations", "at"), ("ation", "at"), ("ating", "at"),
    ("ated", "at"), ("ates", "at"), ("ate", "at"), ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ings", ""),
    ("ing", ""), ("edly", ""), ("ed", ""), ("ly", ""), ("es", ""), ("s", ""), ("e", ""),
)  # fmt: skip
TermWeight = Callable[[str], float]
"""How much a term tells of what a passage is about."""


class Term(NamedTuple):
    """One word as it is searched by, and where it stands."""

    key: str
    start: int
    end: int


def terms_of(text: str, start: int = 0, end: int | None = None) -> list[Term]:
    """Return the terms between two offsets."""
    matches = _SKIP_OR_WORD.finditer(text, start, len(text) if end is None else end)
    if text.isascii():
        return [Term(stem(match[1]), *match.span(1)) for match in matches if match[1]]
    terms: list[Term] = []
    for match in matches:
        if match[1] and has_unspaced(match[1]):
            terms += [Term(text[slice(*span)], *span) for span in piece_spans(match[1], match.start(1))]
        elif match[1]:
            terms.append(Term(stem(match[1]), *match.span(1)))
    return terms


def term_keys(text: str, start: int = 0, end: int | None = None) -> tuple[str, ...]:
    """Return the keys of the terms between two offsets: cheaper where nobody asks where they stand."""
    stop = len(text) if end is None else end
    if text.isascii() or not has_unspaced(text[start:stop]):
        return tuple([stem(word) for word in _SKIP_OR_WORD.findall(text, start, stop) if word])
    return tuple([term.key for term in terms_of(text, start, stop)])


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return `word` in lower case without its ending; words that differ in the ending only share their stem."""
    low = word.lower().replace("\u2019", "'").replace("&rsquo;", "'")
    low = low.removesuffix("'s")
    low = low.replace("'", "")
    if len(low) <= 3 or not low.isalpha() or low.endswith(("ss", "us", "is")):
        return low
    for suffix, short in _SUFFIXES:
        if low.endswith(suffix) and len(low) - len(suffix) >= 3:
            return _undouble(low[: len(low) - len(suffix)] + short)
    return low


def _undouble(base: str) -> str:
    return base[:-1] if len(base) > 4 and base[-1] == base[-2] and base[-1] not in "lsz" else base


def bare_word(word: str) -> str:
    """Return `word` without case and without what stands around its letters and digits."""
    return _EDGES.sub("", word).lower()


@lru_cache(maxsize=65536)
def bare_stem(word: str) -> str:
    """Return the stem of a word of running text; empty for mere marks."""
    return stem(bare_word(word))
