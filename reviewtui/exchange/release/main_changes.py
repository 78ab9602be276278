"""The few changes of a release that matter first, and the remarks that were made on each of them."""

from collections.abc import Iterable, Iterator, Sequence

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.thread import Thread
from reviewtui.exchange.papers.paper import Items, PaperBlock, PaperHeading, PaperWords, paragraph, quote, strong, words
from reviewtui.exchange.release.answers import verdict
from reviewtui.exchange.release.compared_prose import SentenceChange
from reviewtui.text.meaning.signals import signals_of
from reviewtui.views.excerpt import clipped
from reviewtui.views.rendered_text import rendered_text

_MOST = 10
_LONGEST = 240
"""Characters of a passage here; it stands whole below."""
_FEWEST_LETTERS = 12
"""Shorter words of a remark stand in a sentence by chance."""
_STRENGTH = ("must not", "must", "should not", "should", "may")
"""Words of duty, the strongest first."""


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
    return words(
        strong(change.section), f", {duty}: " if duty else f": {lead}", *told, f" ({remarks})" if remarks else ""
    )


def duty_change(change: SentenceChange) -> str:
    """Return that a duty binds less or more than before ("weaker: must → should"), empty where it does not."""
    before, after = (_duties(side) for side in (change.before, change.after))
    gone, come = ([duty for duty in ours if duty not in theirs] for ours, theirs in ((before, after), (after, before)))
    if not gone or not come:
        return ""
    weaker = _STRENGTH.index(gone[0]) < _STRENGTH.index(come[0])
    return f"{'weaker' if weaker else 'stricter'}: {gone[0]} → {come[0]}"


def _duties(sentences: Sequence[str]) -> list[str]:
    signals = (signal for sentence in sentences for signal in signals_of(sentence))
    return [signal.value for signal in signals if signal.kind == "duty" and signal.value in _STRENGTH]


def remarks_on(inputs: ReleaseInputs, change: SentenceChange) -> str:
    """Return by number which remarks were made on which words of a change, and what became of each; empty for none."""
    numbers, name = inputs.numbers(), inputs.draft.effective_settings.organisation_name
    sides = (" ".join(change.before), " ".join(change.after))
    return "; ".join(
        f"number {numbers[thread.id]}, {name(thread.root.organisation)}, on {_on(thread)}: "
        f"{_lower(verdict(inputs, thread))}"
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


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
