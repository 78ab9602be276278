"""The disposition of comments: every remark with what was decided, as a table in the order of the ISO form.

The running numbers stay for good: those of earlier releases are read from what they committed (`numbers.json`), and new
remarks get the next ones.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reviewtui.checks.input.policy_prose import prose_of
from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.events import RemarkKind
from reviewtui.domain.record.thread import Thread
from reviewtui.exchange.papers.paper import Paper, PaperBlock, PaperHeading, PaperTable, as_text, paragraph
from reviewtui.exchange.release.answers import (
    TAKEN_UP,
    as_sentence,
    authors_replies,
    decided,
    passages,
    proposal,
    remark_words,
    resulting,
    where,
    who,
    without_text,
)
from reviewtui.exchange.release.remark_counts import DECISIONS, release_counted, tally
from reviewtui.views.excerpt import clipped

NAME = "disposition"
NUMBERS = "numbers.json"
"""The file beside it that says which remark has which number."""
ISO_TYPES: dict[RemarkKind, str] = {
    "general": "ge",
    "question": "ge",
    "praise": "ge",
    "substance": "te",
    "missing": "te",
    "conflict": "te",
    "wording": "ed",
}
_HEAD = (
    "No.",
    "Organisation",
    "Line",
    "Section",
    "Paragraph",
    "Type",
    "Comment",
    "Proposed change",
    "Decision of the authors",
    "Resulting text",
)
_MOST_NUMBERS = 100_000


def paper(inputs: ReleaseInputs) -> Paper:
    """Return the paper."""
    title = f"{inputs.title} {inputs.version}: disposition of comments"
    return Paper(title, tuple(_blocks(inputs)), inputs.draft.effective_settings.language)


def numbers_file(inputs: ReleaseInputs) -> str:
    """Return which remark has which number in this paper, for the papers of later releases."""
    numbers = inputs.numbers()
    held = {thread.id: numbers[thread.id] for thread in _in_order(inputs, inputs.threads())}
    return json.dumps({"numbers": held}, indent=1) + "\n"


def read_numbers(content: bytes) -> dict[str, int]:
    """Return the numbers that such a file holds; one that is none, or holds none, gives nothing."""
    try:
        table = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    numbers = table.get("numbers") if isinstance(table, dict) else None
    if not isinstance(numbers, dict) or len(numbers) > _MOST_NUMBERS:
        return {}
    return {
        thread: number
        for thread, number in numbers.items()
        if isinstance(number, int) and not isinstance(number, bool) and 0 < number <= _MOST_NUMBERS
    }


def _blocks(inputs: ReleaseInputs) -> Iterator[PaperBlock]:
    threads = _in_order(inputs, inputs.threads())
    if threads:
        numbers = inputs.numbers()
        yield paragraph(
            "The columns follow the form of ISO for comments. Type: ge general, te technical (substance), ed "
            "editorial; “blocking” where the organisation holds that the policy must not be released like this. A "
            "number stays with its comment in the papers of all later releases."
        )
        yield paragraph(release_counted(inputs))
        yield PaperTable("Comments and decisions", _HEAD, tuple(_row(inputs, each, numbers) for each in threads))
        yield PaperHeading("Totals by organisation")
        yield _totals(inputs, threads)
    else:
        yield paragraph("No remarks were made since the release before.")
    yield from _dismissed(inputs)


def _in_order(inputs: ReleaseInputs, threads: Sequence[Thread]) -> list[Thread]:
    numbers = inputs.numbers()
    return sorted(threads, key=lambda thread: numbers[thread.id])


def _row(inputs: ReleaseInputs, thread: Thread, numbers: Mapping[str, int]) -> tuple[str, ...]:
    line, part = _line_and_paragraph(inputs, thread)
    kind = ISO_TYPES[thread.kind] + (", blocking" if thread.blocking else "")
    replies = as_text(authors_replies(inputs, thread))
    decision = f"{as_sentence(decided(inputs, thread))}{replies}" if replies else decided(inputs, thread)
    after = resulting(inputs, thread)
    if not after and thread.state in TAKEN_UP:
        after = without_text(inputs, thread)
    section, wish = where(inputs, thread), proposal(thread)
    return (
        str(numbers[thread.id]),
        who(inputs, thread),
        line,
        section,
        part,
        kind,
        remark_words(thread) if wish else f"{passages(thread)}{remark_words(thread)}",
        wish,
        decision,
        after,
    )


def _line_and_paragraph(inputs: ReleaseInputs, thread: Thread) -> tuple[str, str]:
    """The line of the file, and the number of the paragraph in it, where a remark stands in the released text."""
    placement = inputs.draft.placement(thread.id)
    passage = bool(thread.anchors) and thread.anchors[0].is_passage
    if not passage or placement is None or not placement.is_placed or placement.path is None:
        return "", ""
    text = inputs.draft.policy.texts[placement.path].text
    first, last = placement.start, placement.end
    held = (each.paragraph for each in prose_of(text).running() if each.start < last and first < each.end)
    number = next(held, None)
    return str(text.count("\n", 0, first) + 1), "" if number is None else str(number + 1)


def _totals(inputs: ReleaseInputs, threads: Sequence[Thread]) -> PaperTable:
    held: dict[str, list[Thread]] = {}
    for thread in threads:
        held.setdefault(thread.root.organisation, []).append(thread)
    name = inputs.draft.effective_settings.organisation_name
    rows = [(name(who_), *_sums(tally(own))) for who_, own in sorted(held.items(), key=lambda item: name(item[0]))]
    rows.append(("All", *_sums(tally(threads))))
    head = ("Organisation", "Comments", *(state.replace("-", " ").capitalize() for state in DECISIONS))
    return PaperTable("Comments by organisation and decision", head, tuple(rows))


def _sums(counts: Counter[str]) -> tuple[str, ...]:
    return (str(counts.total()), *(str(counts[state]) for state in DECISIONS))


def _dismissed(inputs: ReleaseInputs) -> Iterator[PaperBlock]:
    """What the checks found and an author set aside, each with the reason."""
    if not inputs.dismissed:
        return
    yield PaperHeading("Findings of the checks that were set aside")
    rows = []
    for finding, dismissal in inputs.dismissed:
        section = inputs.draft.policy.section_at(finding.path, finding.start) if finding.path else None
        place = section.title if section else "the whole policy"
        rows.append((finding.check, place, clipped(finding.message, 300), dismissal.body, dismissal.by.split(" <")[0]))
    yield PaperTable(
        "Findings and reasons", ("Check", "Where", "What was found", "Why nothing is done", "By"), tuple(rows)
    )
