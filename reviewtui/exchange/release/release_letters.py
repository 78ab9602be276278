"""A letter to each partner organisation: what became of its remarks, where its position stands, what happens next."""

from collections.abc import Iterable, Iterator

from reviewtui.domain.counted_nouns import counted, first_few
from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.events import Position
from reviewtui.domain.review.organisations.signoffs import OrganisationSignOff, current_signoffs
from reviewtui.exchange.papers.paper import (
    Items,
    Paper,
    PaperBlock,
    PaperHeading,
    PaperParagraph,
    paragraph,
    quote,
    strong,
    words,
)
from reviewtui.exchange.release.answers import HOW_TO_ANSWER, outcome, reference, where
from reviewtui.exchange.release.organisation_statements import own_replies, statement_of
from reviewtui.exchange.release.release_positions import stated_on
from reviewtui.exchange.release.remark_counts import release_counted

_POSITIONS: dict[Position, str] = {
    "support": "You support",
    "no-objection": "You have no objection to",
    "objection": "You object to",
    "abstain": "You abstained on",
}
_MOST_SECTIONS = 8


def letters(inputs: ReleaseInputs) -> Iterator[tuple[str, Paper]]:
    """Yield the id of each organisation that was asked or that remarked, with its letter."""
    own = inputs.draft.effective_settings.own_organisations()
    remarked = inputs.contributors()
    for organisation in inputs.draft.effective_settings.organisations:
        is_partner = organisation in inputs.draft.effective_settings.asked() or organisation in remarked
        if is_partner and organisation not in own:
            name = inputs.draft.effective_settings.organisation_name(organisation)
            blocks = tuple(_letter(inputs, organisation))
            yield organisation, Paper(f"To {name}", blocks, inputs.draft.effective_settings.language)


def _letter(inputs: ReleaseInputs, organisation: str) -> Iterator[PaperBlock]:
    threads = inputs.threads(organisation)
    yield paragraph(f"{inputs.day.day} {inputs.day:%B %Y}")
    yield paragraph("Dear colleagues,")
    yield paragraph(f"{inputs.title} {inputs.version} is released. {_thanks(inputs, organisation)}")
    if inputs.override:
        yield paragraph("It was released although not every condition was met, because: ", quote(inputs.override))
    yield PaperHeading("What became of your remarks")
    if threads:
        numbers = inputs.numbers()
        yield paragraph(
            f"Of yours: {release_counted(inputs, organisation)} The numbers are those of the disposition of comments."
        )
        for thread in sorted(threads, key=lambda each: numbers[each.id]):
            head = f"{numbers[thread.id]}, {where(inputs, thread)}"
            name = reference(inputs, thread)
            yield PaperParagraph(words(name, strong(head)) + statement_of(inputs, thread))
            yield PaperParagraph(words(name) + outcome(inputs, thread))
    else:
        yield paragraph("You made no remarks since the release before.")
    yield from own_replies(inputs, organisation)
    yield PaperHeading("Your position")
    row = next((row for row in current_signoffs(inputs.draft) if row.organisation == organisation), None)
    yield from position_blocks(inputs, row)
    yield PaperHeading("What happens next")
    yield Items(tuple(words(line) for line in _next(inputs, organisation, row)))
    yield paragraph("With kind regards,")
    yield paragraph("the authors of the policy")


def _thanks(inputs: ReleaseInputs, organisation: str) -> str:
    people = inputs.contributors().get(organisation, ())
    if people:
        return f"Thank you for reading it with us, and for the remarks of {' and '.join(people)}."
    return "Thank you for having been asked to read it with us."


def position_blocks(inputs: ReleaseInputs, row: OrganisationSignOff | None) -> Iterator[PaperBlock]:
    """Yield what an organisation has stated of which sections, and what that does not cover."""
    if row is None or row.position is None:
        yield paragraph("You have not told us your position.")
        return
    yield from (paragraph(line) for line in _stated(inputs, row))
    if row.position == "objection":
        wish = row.clears_when or "you did not say what would clear it; please tell us"
        yield paragraph("What would clear your objection: ", quote(wish) if row.clears_when else wish)
        with_it = " with this release" if inputs.version else ""
        yield paragraph(f"It stands on record{with_it} until you take it back.")
    yield from (paragraph(line) for line in _not_covered(inputs, row))


def _stated(inputs: ReleaseInputs, row: OrganisationSignOff) -> Iterator[str]:
    """What was stated of how much: a position on some sections is none on the policy."""
    said = stated_on(row)
    if row.position is not None and not any(position == row.position for position, *_ in said):
        yield f"{_POSITIONS.get(row.position, 'Your position is on')} what has been taken out since ({row.source})."
    for (position, source, is_whole), paths in said.items():
        is_all = len(said) == 1 and (is_whole or not row.missing)
        what = "the policy" if is_all else _sections(inputs, paths)
        yield f"{_POSITIONS.get(position, 'Your position is on')} {what} ({source})."


def _not_covered(inputs: ReleaseInputs, row: OrganisationSignOff) -> Iterator[str]:
    """What a position does not speak of: other words than were seen, and sections that it never covered."""
    changed = [each.path for each in row.changed if each.path in inputs.draft.policy.texts]
    if changed and len(changed) == len(row.words):
        yield "It is about the words that you saw; every section that it covers has other words now."
    elif changed:
        yield f"It is about the words that you saw, which are others now in {_sections(inputs, changed)}."
    if gone := len(row.changed) - len(changed):
        yield f"{counted(gone, 'section')} that it covered {'has' if gone == 1 else 'have'} been taken out since."
    if row.missing:
        yield f"You have stated no position on {_sections(inputs, row.missing)}."


def _sections(inputs: ReleaseInputs, paths: Iterable[str]) -> str:
    """How many sections these are, by title."""
    titles = [f"“{inputs.draft.policy.title_at(path)}”" for path in paths]
    return f"{counted(len(titles), 'section')}: {first_few(titles, _MOST_SECTIONS)}"


def _owed(inputs: ReleaseInputs, organisation: str) -> Iterator[str]:
    """What the authors have not answered: the open remarks, those that were open at an earlier release apart."""
    numbers = inputs.numbers()
    own = sorted(inputs.threads(organisation), key=lambda thread: numbers[thread.id])
    waiting = [(numbers[each.id], inputs.waited_at(each)) for each in own if each.is_open]
    fresh = [str(number) for number, versions in waiting if not versions]
    late = [f"{number} (open since {versions[0]})" for number, versions in waiting if versions]
    put_off = [str(numbers[each.id]) for each in own if not each.is_open and each.is_undecided]
    others = [str(numbers[each.id]) for each in own if each.state == "duplicate" and inputs.waits(each)]
    if late:
        yield f"We still owe you an answer to number {', '.join(late)}: it is late."
    if fresh:
        yield f"We owe you an answer to number {', '.join(fresh)}; it is to be decided before the next release."
    if put_off:
        yield f"Put off though you called it blocking: number {', '.join(put_off)}."
    if others:
        yield f"Number {', '.join(others)} waits with the remark that says the same."


def _next(inputs: ReleaseInputs, organisation: str, row: OrganisationSignOff | None) -> Iterator[str]:
    yield from _owed(inputs, organisation)
    now = [each for each in inputs.draft.review.rounds if each.is_open(inputs.day)]
    for each in now:
        yield f"A round of review is open until {each.opened.until.day} {each.opened.until:%B %Y}."
    if row is None or row.position is None or row.is_stale or row.missing:
        yield "Please read the text as released and tell us whether you support it, object, or have no objection."
    elif row.position == "objection":
        yield "Please tell us whether this release clears your objection, or what it still lacks."
    yield "If an answer does not satisfy you, say so: the remark can be opened again, with your reason."
    if inputs.threads(organisation):
        yield HOW_TO_ANSWER
