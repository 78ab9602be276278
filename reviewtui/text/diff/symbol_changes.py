"""Signs between words that stayed: "=" for ">", or a dash, is a mark to the word diff."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reviewtui.text.diff.kept_words import KeptWordsChange, kept_stretches
from reviewtui.text.meaning.wording.significant_words import other_sign
from reviewtui.text.span import Span
from reviewtui.text.words.words import is_mark

_SPACED_SIGN = re.compile(r"[ \t](?<=\S[ \t])[ \t]*[-*+>#=~:.]+(?=\s)")
_IN_TABLE_OR_HEADING = re.compile(r"[|#]")
_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"\S+")


def sign_changes(old: str, new: str, hunks: Iterable[tuple[Span, Span]]) -> Iterator[KeptWordsChange]:
    """Yield where another sign stands between words that stayed: an alarm where it compares or counts, else a doubt."""
    for here, there in kept_stretches(old, new, hunks):
        if old[slice(*here)] != new[slice(*there)]:
            yield from _other_signs((old, *here), (new, *there))


def _other_signs(old: tuple[str, int, int], new: tuple[str, int, int]) -> Iterator[KeptWordsChange]:
    if not (_SPACED_SIGN.search(*_stretch(old)) or _SPACED_SIGN.search(*_stretch(new))):
        return
    if old[0][old[1] : old[2]].split() == new[0][new[1] : new[2]].split():
        return
    (words, here), (others, there) = _signs(*old), _signs(*new)
    for place in sorted(here.keys() | there.keys()):
        was, now = here.get(place, ""), there.get(place, "")
        if was == now or not 0 < place < min(len(words), len(others)):
            continue
        if (was and now) or _is_bare((others if was else words)[place - 1 : place + 1]):
            spans = (words[place - 1].end(), words[place].start()), (others[place - 1].end(), others[place].start())
            yield KeptWordsChange(*spans, f"{was or 'no sign'} → {now or 'no sign'}", alarm=other_sign(was + now))


def _stretch(part: tuple[str, int, int]) -> tuple[str, int, int]:
    """Return a stretch with the letter before it, to which a sign may be attached."""
    return part[0], max(0, part[1] - 1), part[2]


def _signs(text: str, start: int, end: int) -> tuple[list["re.Match[str]"], dict[int, str]]:
    """Return the words of a stretch, and the signs that stand between them by the number of words before."""
    words: list[re.Match[str]] = []
    signs: dict[int, str] = {}
    for token in _WORD.finditer(text, start, end):
        if not is_mark(token[0]):
            words.append(token)
        elif _says_something(token):
            signs[len(words)] = token[0]
    return words, signs


def _is_bare(words: Sequence["re.Match[str]"]) -> bool:
    """Say whether nothing stands between two words but white space."""
    return words[0][0][-1].isalnum() and words[1][0][0].isalnum()


def _says_something(token: "re.Match[str]") -> bool:
    """Say whether a token is a sign between words of one line, and neither a list's mark nor a table's bar."""
    line = token.string[token.string.rfind("\n", 0, token.start()) + 1 : token.start()]
    return is_mark(token[0]) and not _IN_TABLE_OR_HEADING.search(token[0]) and _LETTER.search(line) is not None
