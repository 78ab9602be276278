"""Where a release stands with those who were asked, and which conditions it did not meet."""

import re
from collections.abc import Iterator

from reviewtui.domain.counted_nouns import counted, plural
from reviewtui.domain.readiness.gate import Evidence, Gate
from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.organisations.signoffs import OrganisationSignOff, current_signoffs
from reviewtui.exchange.papers.paper import Items, PaperBlock, PaperHeading, Phrase, quote, words
from reviewtui.exchange.release.answers import passages, remark_words, where, who
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.excerpt import clipped

_MOST_SHOWN = 2
"""Things that speak against a condition; the others are counted."""
_LONGEST = 200
"""Characters of a remark."""
_UNMET = {
    "blocking": "Called blocking by who wrote it, and not decided",
    "undecided": "Remarks that are not decided yet",
    "carried-out": "Decided, and not carried out in the text yet",
    "orphaned": "Remarks of which it is not certain what they are about now",
    "placeholders": "Gaps that are still in the text",
    "findings": "Faults found in the text and not mended",
    "topics": "Topics that were asked for and are not in the text",
    "companions": "Overviews that do not say what the sections say now",
    "coverage": "Sections that too few organisations have read as they stand",
    "signoffs": "Organisations that were asked and have not agreed to this text",
    "round": "The round of review is not finished",
    "stability": "Much has changed since it was read",
    "record": "What is not in order in the record of the review",
}
"""What it means that a condition is not met: its title says what it asks for, which reads as if it were so."""
_COUNT = re.compile(r" \(\d+ of \d+\)")
"""How many of those that are needed; who they are is said beside it."""


def unmet(inputs: ReleaseInputs, gate: Gate) -> str:
    """A condition that was not met, with the first of what speaks against it; remarks go by their number."""
    numbers = inputs.numbers()
    plain = sorted(numbers[each.thread] for each in gate.evidence if each.thread in numbers and not _says(inputs, each))
    others = [each for each in gate.evidence if each.thread not in numbers or _says(inputs, each)]
    shown = [_told(inputs, each) for each in others[:_MOST_SHOWN]]
    left = len(others) - len(shown)
    if plain:
        which = f"{' and '.join(filter(None, (', '.join(map(str, plain[:-1])), str(plain[-1]))))} of the disposition"
        shown.insert(0, f"{plural(len(plain), 'number')} {which}")
    lead = _UNMET.get(gate.name) or gate.title.partition(" (")[0]
    return f"{lead}: {'; '.join([*shown, *([f'and {left} more'] if left else [])]) or gate.flips}."


def _says(inputs: ReleaseInputs, evidence: Evidence) -> str:
    """What is said of a remark beside its own words, which stand in the disposition; empty where that is nothing."""
    thread = inputs.draft.review.threads[evidence.thread]
    name = inputs.draft.effective_settings.organisation_name(thread.root.organisation)
    said = evidence.text.partition(f", {name}: ")[2]
    own = single_spaced(thread.body) or (thread.replacement or "")
    return "" if own.startswith(said.removesuffix("…")) else said


def _told(inputs: ReleaseInputs, evidence: Evidence) -> str:
    """One thing that speaks against a condition, without what only the program needs: ids and names of files."""
    numbers = inputs.numbers()
    if evidence.thread in numbers:
        return f"number {numbers[evidence.thread]} of the disposition: {_says(inputs, evidence)}"
    text = _COUNT.sub("", evidence.text.removesuffix(f" ({evidence.finding})"))
    if evidence.path:
        text = text.replace(evidence.path, f"“{inputs.draft.policy.title_at(evidence.path)}”")
    return text


def positions(inputs: ReleaseInputs) -> Iterator[PaperBlock]:
    """Where each organisation that was asked stands, and which blocking remarks wait."""
    rows = current_signoffs(inputs.draft)
    name = inputs.draft.effective_settings.organisation_name
    if rows:
        yield PaperHeading("Where those who were asked stand", 3)
        yield Items(tuple(words(f"{name(row.organisation)}: ", *_position(inputs, row)) for row in rows))
    numbers = inputs.numbers()
    waiting = (each for each in inputs.threads() if each.blocking and each.is_undecided)
    blocking = sorted(((numbers[each.id], each) for each in waiting), key=lambda row: row[0])
    if blocking:
        yield PaperHeading("Called blocking, and not decided yet", 3)
        yield Items(tuple(words(*_blocking(inputs, each, number)) for number, each in blocking))


def _blocking(inputs: ReleaseInputs, thread: Thread, number: int) -> Iterator[str | Phrase]:
    """Whose remark it is, on what, what it says, and its number in the disposition."""
    yield f"{who(inputs, thread)}, on {where(inputs, thread)}: "
    yield passages(thread)
    yield quote(clipped(remark_words(thread), _LONGEST))
    yield f" (number {number} of the disposition)"


def _position(inputs: ReleaseInputs, row: OrganisationSignOff) -> Iterator[str | Phrase]:
    if row.position is None:
        yield "no position."
        return
    yield row.stated
    if row.clears_when:
        yield "; what would clear it: "
        yield quote(row.clears_when)
    changed = sum(each.path in inputs.draft.policy.texts for each in row.changed)
    if changed:
        yield f"; {counted(changed, 'text')} changed since"
    if gone := len(row.changed) - changed:
        yield f"; {counted(gone, 'text')} taken out since"
    if row.missing:
        yield f"; {counted(len(row.missing), 'text')} not seen with it"
    yield "."
