"""Equal passages: the same words standing right beside a passage, or elsewhere in its file.

Of three equal items of which one went, nobody can say which: such a passage is in several places. One whose words stand
elsewhere in its file as well is never wholly sure in a file that changed.
"""

from collections.abc import Iterator

from reviewtui.text.words.sentences import Span
from reviewtui.text.words.units import Corpus


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
