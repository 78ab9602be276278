"""Where a release stands with those who were asked, and which conditions it did not meet."""

import re
from collections.abc import Iterator

from reviewtui.domain.counted_nouns import counted, plural
from reviewtui.domain.person import parse_person
from reviewtui.domain.readiness.gate import Evidence, Gate
from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.events import Position, SignedOff
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.organisations.signoffs import POSITION_WORDS, OrganisationSignOff, current_signoffs
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
_STATES: dict[Position, tuple[str, str]] = {
    "support": ("supports", ""),
    "no-objection": ("no objection", " to"),
    "objection": ("objects", " to"),
    "abstain": ("abstains", " on"),
}
"""What an organisation states, and what stands between that and the sections that it is about."""
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
    text = text.replace("(asked on ", "(asked about the policy on ")
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


def _source_of(event: SignedOff) -> str:
    """Return who stated a position and when, and who reported it."""
    reported = f", reported by {parse_person(event.recorded_by).name}" if event.recorded_by else ""
    return f"{parse_person(event.by).name} on {event.at:%d %b %Y}{reported}"


def stated_on(row: OrganisationSignOff) -> dict[tuple[Position, str, bool], list[str]]:
    """Return the paths on which each position was stated, by it, its source, and whether it was on the whole text."""
    said: dict[tuple[Position, str, bool], list[str]] = {}
    for path, event in row.words.items():
        said.setdefault((event.position, _source_of(event), event.whole), []).append(path)
    return said


def position_told(draft: Draft, row: OrganisationSignOff) -> str:
    """Return what an organisation states, of how many sections, and how many of these read otherwise now.

    "no objection to 3 of 21 sections (S. Adviser on 28 Oct 2026), all changed since; no position on 18": a position on
    an older text is not to be taken for one on this.
    """
    if row.position is None:
        return "no position"
    texts, changed = draft.policy.texts, {each.path for each in row.changed}
    parts = []
    for (position, source, whole), paths in stated_on(row).items():
        state, on = _STATES.get(position, (position, ""))
        others = len(changed.intersection(paths))
        since = "all" if others == len(paths) else str(others)
        of_all = f"{len(paths)} of {counted(len(texts), 'section')}"
        then = f"the text as it was then ({source}), which had {of_all} of now"
        if whole and not others and len(paths) == len(texts):
            # It is about this very text: nothing is to be added.
            parts.append(f"{state} ({source})")
            continue
        seen = f"{state}{on} {then if whole else f'{of_all} ({source})'}"
        parts.append(f"{seen}, {since} changed since" if others else seen)
    if not any(event.position == row.position for event in row.words.values()):
        parts.insert(0, f"{row.stated}, on what has been taken out since")
    elif gone := len(changed - set(texts)):
        parts.append(f"{counted(gone, 'section')} that it was about {'was' if gone == 1 else 'were'} taken out since")
    if row.missing:
        parts.append(f"no position on {counted(len(row.missing), 'section')}")
    if row.itself:
        parts.append(f"before that it stated itself: {POSITION_WORDS[row.itself]}")
    return "; ".join(parts)


def _position(inputs: ReleaseInputs, row: OrganisationSignOff) -> Iterator[str | Phrase]:
    yield position_told(inputs.draft, row)
    if row.clears_when:
        yield "; what would clear it: "
        yield quote(row.clears_when)
    yield "."
