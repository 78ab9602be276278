"""A location: one place of a passage, the marks at its edges, and the equal passages right beside it.

Of three equal items of which one went, nobody can say which: such a passage is in several places. One whose words stand
elsewhere in its file as well is never wholly sure in a file that changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.text.placement.tuning import TAG_REACH
from reviewtui.text.words.sentences import Span
from reviewtui.text.words.terms import Term, terms_of
from reviewtui.text.words.units import Corpus


@dataclass(frozen=True, slots=True)
class PassageLocation:
    """A passage stands at `start` to `end` of the new file `path`; `sure` is 0 to 1.

    `same` means word for word, `whole` that it is whole sentences.
    """

    path: str
    start: int
    end: int
    sure: float
    same: bool = False
    whole: bool = False


def opens_sentence(text: str, at: int) -> bool:
    """Say, from the characters around alone, whether a sentence may begin at `at`."""
    before = text[max(0, at - 12) : at].rstrip()
    if at - len(before) and "\n" in text[max(0, at - 12) : at][len(before) :]:
        line = text[text.rfind("\n", 0, at) + 1 : at]
        return not line.strip() and (not before or before[-1] in ".!?:;>|\n" or "\n\n" in text[max(0, at - 12) : at])
    return not before or before[-1] in ".!?:>|#*-+\n" or before[-1:].isdigit()


def closes_sentence(text: str, at: int) -> bool:
    """Say, from the characters around alone, whether a sentence may end at `at`."""
    if at >= len(text) or text[at - 1] in ".!?:;|" or text[at] in ".!?:;|<":
        return True
    rest = text[at : at + 4].lstrip(" \t\r")
    return rest.startswith("\n") and not rest[1:2].isalpha()


def without_outer_marks(text: str, start: int, end: int, passage: str) -> tuple[int, int]:
    """Return `text[start:end]` without marks at an edge where `passage` has a letter or a digit.

    A span without any word stays as it is.
    """
    own, terms = terms_of(passage), _terms(text, start, end)
    if not own or not terms:
        return start, end
    return (
        terms[0].start if own[0].start == 0 else start,
        terms[-1].end if own[-1].end == len(passage) else end,
    )


def _terms(text: str, start: int, end: int) -> list[Term]:
    """Return the terms of the span, seen from before a tag that reaches into it."""
    opened = text.rfind("<", max(0, start - TAG_REACH), start)
    begin = opened if opened >= 0 and text.find(">", opened, start) < 0 else start
    return [term for term in terms_of(text, begin, end) if term.start >= start]


def has_twin(text: str, passage: str) -> bool:
    """Say whether `passage` stands in `text` more than once."""
    return text.find(passage, text.find(passage) + 1) >= 0


def undecided(old: Corpus, there: tuple[str, Span], new: Corpus, here: tuple[str, Span]) -> list[Span]:
    """Return all places of a passage that lost one of the equal ones beside it; none where it is clear which it is.

    The passage stood `there`, in file and code points, and was found `here`.
    """
    for beside in (_equal_lines, _equal_sentences):
        before = list(beside(old, *there))
        if len(before) > 1:
            after = list(beside(new, *here))
            return after if len(after) < len(before) else []
    return []


def _equal_lines(corpus: Corpus, path: str, span: Span) -> Iterator[Span]:
    """Yield the places of a passage in its line and in the equal lines right before and behind it."""
    text = corpus.texts[path]
    first = text.rfind("\n", 0, span[0]) + 1
    last = text.find("\n", span[1])
    line = text[first : last if last >= 0 else len(text)]
    if "\n" in line or not line.strip():
        yield span
        return
    into = span[0] - first
    size = span[1] - span[0]
    for step in (-1, 1):
        at = first
        while (at := _next_line(text, at, step)) >= 0 and text.startswith(line, at) and _ends(text, at + len(line)):
            yield at + into, at + into + size
    yield span


def _next_line(text: str, at: int, step: int) -> int:
    """Return where the next line, or with a negative step the last one, begins that is not empty; -1 without one."""
    while True:
        if step > 0:
            end = text.find("\n", at)
            at = end + 1 if 0 <= end < len(text) - 1 else -1
        else:
            at = text.rfind("\n", 0, at - 1) + 1 if at > 0 else -1
        if at < 0 or not text.startswith("\n", at):
            return at


def _ends(text: str, at: int) -> bool:
    return at == len(text) or text[at] == "\n"


def _equal_sentences(corpus: Corpus, path: str, span: Span) -> Iterator[Span]:
    """Yield the places of a passage in its sentence and in the equal sentences right before and behind it."""
    yield span
    touched = corpus.touched(path, *span)
    if len(touched) != 1:
        return
    unit, units = touched[0], corpus.units(path)
    words = unit.text[unit.start : unit.end]
    for step in (-1, 1):
        index = unit.index + step
        while 0 <= index < len(units) and unit.text[units[index].start : units[index].end] == words:
            shift = units[index].start - unit.start
            yield span[0] + shift, span[1] + shift
            index += step
