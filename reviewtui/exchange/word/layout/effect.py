"""What an edit of the file would show: whether words in Word and words in Markdown come to the same is tried out."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewtui.domain.policy.policy import Policy, Text, build_policy
from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph
from reviewtui.exchange.word.layout.sent_text import sent_paragraphs
from reviewtui.text.markdown.document import document_of
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.fitting import fitted

_ALONE = "alone.md"


@dataclass(frozen=True, slots=True)
class Effect:
    """The paragraphs around an edit, without it and with it, as a part of the file that begins at `start`."""

    start: int

    before: tuple[SentParagraph, ...]
    after: tuple[SentParagraph, ...]


def effect(source: str, span: tuple[int, int], replacement: str) -> Effect | None:
    """Return the paragraphs around `span` of a file as they are, and as they are once `replacement` is accepted there.

    None where the words do not fit there, or the blocks around them cannot be looked at by themselves.
    """
    change = fitted(source, *span, replacement)
    if isinstance(change, Misfit):
        return None
    for region in _regions(source, (min(span[0], change.start), max(span[1], change.end))):
        tail = _definitions(source, region)
        inside = source[slice(*region)]
        before = laid_out(inside, tail)
        whole = [part for part in file_paragraphs(source) if region[0] <= part.start < region[1]]
        if [part.seen for part in whole] == [part.seen for part in before]:
            cut = inside[: change.start - region[0]] + change.words + inside[change.end - region[0] :]
            return Effect(region[0], tuple(before), tuple(laid_out(cut, tail)))
    return None


def _regions(source: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Give the blocks around a span: these alone, the whole of the lists and quotes that they stand in, the file."""
    blocks = document_of(source).blocks
    starts = [block.start for block in blocks]
    first = max(0, bisect_right(starts, span[0]) - 1)
    last = max(first, bisect_right(starts, max(span[0], span[1] - 1)) - 1)
    if blocks:
        yield blocks[first].start, blocks[last].end
        while first > 0 and blocks[first].within and blocks[first - 1].within:
            first -= 1
        while last + 1 < len(blocks) and blocks[last + 1].within:
            last += 1
        yield blocks[first].start, blocks[last].end
    yield 0, len(source)


def _definitions(source: str, region: tuple[int, int]) -> str:
    """What a part of a file refers to and what refers to it, to stand behind it, where nothing else moves."""
    document = document_of(source)
    start, end = region
    labels = {part.label for part in document.footnotes if start <= part.start < end}
    texts = [
        source[block.start : block.end].rstrip()
        for block in document.blocks
        if not start <= block.start < end
        if block.kind == "definition" or ("footnote" in block.within and block.label in labels)
    ]
    own = {block.label: None for block in document.blocks if start <= block.start < end and "footnote" in block.within}
    texts += [f"[^{label}]" for label in own]
    return "\n\n" + "\n\n".join(texts) + "\n" if texts else ""


def laid_out(inside: str, tail: str = "") -> list[SentParagraph]:
    """Return the paragraphs of a text; what stands in `tail` is only referred to."""
    policy = _policy(inside + tail)
    return [part for part in sent_paragraphs(policy, policy.sections) if part.start < len(inside)]


@lru_cache(maxsize=8)
def file_paragraphs(source: str) -> tuple[SentParagraph, ...]:
    """Return the paragraphs of a file; the suggestions for one come one after the other."""
    return tuple(laid_out(source))


def _policy(source: str) -> Policy:
    return build_policy("", {_ALONE: Text(_ALONE, source, "")})
