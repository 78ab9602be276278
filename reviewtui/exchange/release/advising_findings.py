"""What the checks found that does not stand in the way: who reads of none takes the text for sound."""

from collections.abc import Iterator, Sequence

from reviewtui.checks.input.policy_prose import sentences_at
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.review.findings.finding import Finding, Spot
from reviewtui.exchange.papers.paper import (
    Items,
    PaperBlock,
    PaperHeading,
    PaperWords,
    Phrase,
    paragraph,
    quote,
    strong,
    words,
)
from reviewtui.views.excerpt import clipped
from reviewtui.views.rendered_text import rendered_text

_MOST = 20
_LONGEST = 240
_NAMED = frozenset({"placeholder", "link", "past-date", "topic", "companion"})
"""Checks whose findings are told one by one: something is missing, leads nowhere, or is over."""


def advising_findings(found: Sequence[Finding], policy: Policy, level: int) -> Iterator[PaperBlock]:
    """Yield what the checks found in `policy` beside what bars a release: pairs of sentences first; nothing for none.

    `level` is that of the heading, 2 or 3.
    """
    pairs = [each for each in found if each.check == "conflict" and each.other is not None]
    named = [each for each in found if each.check in _NAMED]
    if not found:
        return
    yield PaperHeading("What the checks found beside that", level)
    if pairs:
        seem = (
            "seems to contradict each other; it does" if len(pairs) == 1 else "seem to contradict each other; they do"
        )
        yield paragraph(f"{counted(len(pairs), 'pair')} of sentences {seem} not bar a release:")
        yield Items(tuple(_pair(policy, each) for each in pairs[:_MOST]))
        yield from [paragraph(f"{counted(len(pairs) - _MOST, 'more pair')}.")] * (len(pairs) > _MOST)
    if named:
        yield paragraph("Also found, and no bar to a release:")
        yield Items(tuple(words(strong(_title(policy, each.path)), f": {each.message}") for each in named[:_MOST]))
        yield from [paragraph(f"{counted(len(named) - _MOST, 'more')}.")] * (len(named) > _MOST)
    if rest := len(found) - len(pairs) - len(named):
        yield paragraph(f"{counted(rest, 'more note')} on words that repeat, are long, or are not explained.")


def _pair(policy: Policy, finding: Finding) -> PaperWords:
    """Both sentences with the sections that they stand in, and what is different."""
    first = (finding.path, finding.start, finding.end)
    told = [part for spot in (first, finding.other) if spot is not None for part in _told(policy, spot)]
    return words(*told, f"({finding.message})")


def _told(policy: Policy, spot: Spot) -> Iterator[str | Phrase]:
    path, start, end = spot
    text = policy.texts[path].text
    sentence = sentences_at(text, start, end) or rendered_text(text[start:end])
    yield strong(policy.title_at(path, start))
    yield ": "
    yield quote(clipped(sentence, _LONGEST))
    yield " "


def _title(policy: Policy, path: str) -> str:
    return policy.title_at(path) if path else "The whole policy"
