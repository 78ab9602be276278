"""What an edit of the file would show: whether words in Word and words in Markdown come to the same is tried out."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reviewtui.domain.policy.policy import Text, build_policy
from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph
from reviewtui.exchange.word.layout.sent_text import sent_paragraphs
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.fitting import fitted
from reviewtui.text.merge.source_part import SourcePart, part_around

_ALONE = "alone.md"


@dataclass(frozen=True, slots=True)
class EditPreview:
    """The paragraphs around an edit, without it and with it, as a part of the file that begins at `start`."""

    start: int

    before: tuple[SentParagraph, ...]
    after: tuple[SentParagraph, ...]


def preview_edit(source: str, span: tuple[int, int], replacement: str) -> EditPreview | None:
    """Return the paragraphs around `span` of a file as they are, and as they are once `replacement` is accepted there.

    None where the words do not fit there, or the blocks around them cannot be looked at by themselves.
    """
    change = fitted(source, *span, replacement)
    if isinstance(change, Misfit):
        return None
    part = part_around(source, min(span[0], change.start), max(span[1], change.end))
    for each in (part, SourcePart(0, len(source), source)):
        before = laid_out(each.inside, each.tail)
        if [one.seen for one in _between(source, each.start, each.end)] == [one.seen for one in before]:
            cut = Edit(change.start - each.start, change.end - each.start, change.words).applied(each.inside)
            return EditPreview(each.start, tuple(before), tuple(laid_out(cut, each.tail)))
    return None


def _between(source: str, start: int, end: int) -> Sequence[SentParagraph]:
    """The paragraphs of a file that begin between two places, in the order in which it shows them."""
    paragraphs, starts = file_paragraphs(source), _starts(source)
    numbers = starts[bisect_left(starts, (start, 0)) : bisect_left(starts, (end, 0))]
    return [paragraphs[number] for number in sorted(number for _, number in numbers)]


def laid_out(inside: str, tail: str = "") -> list[SentParagraph]:
    """Return the paragraphs of a text; what stands in `tail` is only referred to."""
    policy = build_policy("", {_ALONE: Text(_ALONE, inside + tail, "")})
    return [part for part in sent_paragraphs(policy, policy.sections) if part.start < len(inside)]


@lru_cache(maxsize=8)
def file_paragraphs(source: str) -> tuple[SentParagraph, ...]:
    """Return the paragraphs of a file; the suggestions for one come one after the other."""
    return tuple(laid_out(source))


@lru_cache(maxsize=8)
def _starts(source: str) -> list[tuple[int, int]]:
    """Where each paragraph of a file begins, and its number; those of footnotes are shown behind the others."""
    return sorted((one.start, number) for number, one in enumerate(file_paragraphs(source)))
