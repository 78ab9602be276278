"""The few changes of a release that matter first, and the remarks that were made on each of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.thread import Thread
from reviewtui.exchange.papers.paper import (
    Compared,
    Items,
    PaperBlock,
    PaperHeading,
    PaperWords,
    paragraph,
    quote,
    strong,
    words,
)
from reviewtui.exchange.release.answers import lower_first, verdict
from reviewtui.exchange.release.comparing.compared_prose import SentenceChange
from reviewtui.exchange.release.unasked_changes import duty_change, unasked
from reviewtui.text.meaning.signals import signals_of
from reviewtui.views.excerpt import clipped
from reviewtui.views.rendered_text import rendered_text

_MOST = 10
_REPEATED = 4
"""So many places in which the same words became the same others are told together."""
_PUNCTUATION = ".,;:!?()\"'\u201c\u201d\u2018\u2019"
_LONGEST = 240
"""Characters of a passage here; it stands whole below."""
_FEWEST_LETTERS = 12
"""Shorter words of a remark stand in a sentence by chance."""


def main_changes(inputs: ReleaseInputs, changes: Iterable[SentenceChange], in_new: int) -> Iterator[PaperBlock]:
    """Yield at most ten changes: rules taken out or weakened, then with other amounts, then the others.

    `in_new` is how many rules the new sections bring, which are counted here and quoted below.
    """
    ranked = sorted((each for each in changes if _rank(each) < len(_RANKS)), key=_rank)
    if ranked:
        yield PaperHeading("What matters first", 3)
        yield Items(tuple(_item(inputs, change) for change in ranked[:_MOST]))
    if in_new:
        yield paragraph(f"The new sections bring {counted(in_new, 'rule')} more, quoted under “New sections”.")


_RANKS = (
    "fewer or weaker rules",
    "rules with other duties or amounts",
    "rules that read otherwise",
    "new rules",
    "other amounts",
)


def _rank(change: SentenceChange) -> int:
    if change.why or not (change.before or change.after):
        return len(_RANKS)
    if change.has_fewer_rules:
        return 0
    other_amounts = _amounts(change.before) != _amounts(change.after)
    if change.other_rules:
        return 3 if not change.before else 1 if other_amounts or duty_change(change) else 2
    return 4 if other_amounts else len(_RANKS)


def _amounts(sentences: Iterable[str]) -> list[str]:
    signals = (signal for sentence in sentences for signal in signals_of(sentence))
    return [signal.value for signal in signals if signal.kind in {"amount", "date"}]


def _item(inputs: ReleaseInputs, change: SentenceChange) -> PaperWords:
    before, after = (clipped(" ".join(side), _LONGEST) for side in (change.before, change.after))
    told = [quote(before), " became ", quote(after)] if before and after else [quote(after or before)]
    lead = "" if before and after else "new: " if after else "taken out: "
    duty = duty_change(change)
    remarks = remarks_on(inputs, change)
    remarks = "; ".join(filter(None, (remarks, unasked(inputs, change))))
    return words(
        strong(change.section), f", {duty}: " if duty else f": {lead}", *told, f" ({remarks})" if remarks else ""
    )


def repeated(changes: Iterable[SentenceChange]) -> dict[tuple[str, str], list[SentenceChange]]:
    """Return the changes that put the same words in the place of the same others, by these; few of a kind are none.

    Rules are left out: each of them is quoted as it reads now.
    """
    found: dict[tuple[str, str], list[SentenceChange]] = {}
    for change in changes:
        swapped = _swapped(change)
        if len(swapped) == 1 and not change.other_rules:
            found.setdefault(swapped.pop(), []).append(change)
    return {words: held for words, held in found.items() if len(held) >= _REPEATED}


def repeated_told(found: Mapping[tuple[str, str], Sequence[SentenceChange]]) -> Iterator[PaperBlock]:
    """Yield where words were put in the place of the same others, with one place as it reads before and now."""
    for (old, new), held in found.items():
        where = Counter(change.section for change in held)
        places = ", ".join(f"{title} ({count})" if count > 1 else title for title, count in where.items())
        yield paragraph(
            quote(old), " became ", quote(new), f" in {counted(len(held), 'place')}: {places}. One of them:"
        )
        first = held[0]
        before, after = (clipped(" ".join(side), _LONGEST) for side in (first.before, first.after))
        yield Compared(first.where, before, after, first.was, first.why)


def _swapped(change: SentenceChange) -> set[tuple[str, str]]:
    """Which words stand where others stood; what was put in between is told with the word behind it."""
    sides = [" ".join(side).casefold().split() for side in (change.before, change.after)]
    ours, theirs = ([word.strip(_PUNCTUATION) for word in side] for side in sides)
    swapped = set()
    for op, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if op != "equal":
            more = op != "replace" and b < len(ours)
            swapped.add((" ".join(ours[a : b + more]), " ".join(theirs[c : d + more])))
    return swapped if change.before and change.after else set()


def remarks_on(inputs: ReleaseInputs, change: SentenceChange) -> str:
    """Return by number which remarks were made on which words of a change, and what became of each; empty for none."""
    numbers, name = inputs.numbers(), inputs.draft.effective_settings.organisation_name
    sides = (" ".join(change.before), " ".join(change.after))
    return "; ".join(
        f"number {numbers[thread.id]}, {name(thread.root.organisation)}, on {_on(thread)}: "
        f"{lower_first(verdict(inputs, thread))}"
        for thread in inputs.threads()
        if any(_speaks_of(thread, side) for side in sides)
    )


def _speaks_of(thread: Thread, side: str) -> bool:
    """Whether the words that a remark is about stand in a passage; a remark that is hidden speaks of nothing."""
    quotes = () if thread.is_hidden else (" ".join(rendered_text(anchor.exact).split()) for anchor in thread.anchors)
    return any(len(each) >= _FEWEST_LETTERS and each in side for each in quotes)


def _on(thread: Thread) -> str:
    """The words that a remark is about: not all that changed around them was asked for."""
    return f"“{clipped(rendered_text(thread.anchors[0].exact), _LONGEST)}”"
