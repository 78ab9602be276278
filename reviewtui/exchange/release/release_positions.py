"""Where a release stands with those who were asked, and which conditions it did not meet."""

from collections.abc import Iterator

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.organisations.signoffs import OrganisationSignOff, current_signoffs
from reviewtui.exchange.papers.paper import Items, PaperBlock, PaperHeading, Phrase, quote, words
from reviewtui.exchange.release.answers import passages, remark_words, where, who
from reviewtui.views.excerpt import clipped

_MOST_SHOWN = 2
"""Things that speak against a condition; the others are counted."""
_LONGEST = 200
"""Characters of one of them, and of a remark."""


def unmet(gate: Gate) -> str:
    """A condition that was not met, with the first of what speaks against it."""
    shown = [clipped(each.text, _LONGEST) for each in gate.evidence[:_MOST_SHOWN]]
    left = len(gate.evidence) - len(shown)
    return f"{gate.title}: {'; '.join([*shown, *([f'and {left} more'] if left else [])]) or gate.flips}."


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
