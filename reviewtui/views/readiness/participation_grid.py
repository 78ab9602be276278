"""Who has read what, as a grid: a row for each section, a column for each organisation."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.domain.person import parse_person
from reviewtui.domain.policy.policy import Section
from reviewtui.domain.record.events import SignedOff
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.organisations.participation import Participation, ParticipationStep
from reviewtui.views.page.cells import text_width
from reviewtui.views.styled_text import Look, Styled, StyledLine, line

SIGNS: dict[ParticipationStep, tuple[str, str, Look]] = {
    "not-asked": ("\u00b7", "not asked", "muted"),
    "asked": ("\u25cb", "asked", ""),
    "earlier": ("\u25d4", "read before it changed", ""),
    "read": ("\u25d0", "read", "key"),
    "remarked": ("\u25cf", "remarked", "key"),
    "abstain": ("/", "abstains", "muted"),
    "no-objection": ("\u2713", "no objection", "good"),
    "support": ("\u271a", "supports", "good"),
    "objection": ("\u2717", "objects", "bad"),
}
_REPORTED = "r"
_COLUMN = 12
_LEAST_TITLE, _LEAST_COLUMN = 20, 4
_HEAD = "Who has read what"


@dataclass(frozen=True, slots=True)
class GridRow:
    """A line of the grid; `section` is the one that it leads to, None for a heading."""

    line: StyledLine
    section: Section | None = None
    said: str = ""
    """The same in words: which organisation has done what with the section."""


def grid_rows(draft: Draft, participations: tuple[Participation, ...], room: int = 120) -> Iterator[GridRow]:
    """Yield the grid in `room` cells, with what its signs mean; nothing where the settings know no organisation."""
    if not participations:
        return
    wanted = _column(participations)
    column = max(_LEAST_COLUMN, min(wanted, (room - _LEAST_TITLE) // len(participations)))
    title = max(_LEAST_TITLE, min(_title(draft), room - column * len(participations)))
    names = [Styled(_fitted(participation.organisation, column), "muted") for participation in participations]
    yield GridRow(line(Styled(_fitted(_HEAD, title), "heading"), *names))
    held = {each.step(section.path) for section in draft.policy.sections for each in participations}
    signs = [f"{sign} {what}" for step, (sign, what, _) in SIGNS.items() if step in held]
    if any(each.reported for each in participations):
        signs.append(f"{_REPORTED} reported by somebody else")
    yield from (GridRow(line(Styled(words, "muted"))) for words in _on_lines(signs, room))
    for section in draft.policy.sections:
        cells = [_cell(each, section.path, column) for each in participations]
        steps = " \u00b7 ".join(f"{each.organisation}: {step_words(each, section.path)}" for each in participations)
        yield GridRow(line(Styled(_fitted(section.title, title)), *cells), section, steps)


def grid_width(draft: Draft, participations: tuple[Participation, ...]) -> int:
    """Return in how many cells the grid stands without a title or a name that is cut."""
    return _title(draft) + _column(participations) * len(participations)


def _title(draft: Draft) -> int:
    return 1 + max(text_width(words) for words in (_HEAD, *(section.title for section in draft.policy.sections)))


def _column(participations: tuple[Participation, ...]) -> int:
    return min(_COLUMN, 2 + max((text_width(each.organisation) for each in participations), default=0))


def pending_position_lines(draft: Draft) -> Iterator[StyledLine]:
    """Yield the positions that I stated and did not submit: the grid shows what everybody can know."""
    for recorded in draft.my_pending:
        if isinstance(recorded.event, SignedOff):
            who = draft.effective_settings.organisation_name(recorded.event.organisation)
            yield line(Styled(f"{who}: {recorded.event.position}, pending: not submitted yet", "pending"))


def step_words(participation: Participation, path: str) -> str:
    """Return in words what an organisation has done with a text, and who reported its position where somebody did."""
    what = SIGNS[participation.step(path)][1]
    by = participation.reported.get(path)
    return f"{what}, reported by {parse_person(by).name}" if by else what


def _on_lines(parts: list[str], room: int) -> Iterator[str]:
    """Yield the parts on as few lines of `room` cells as hold them."""
    words = ""
    for part in parts:
        if words and text_width(words) + 2 + text_width(part) > room:
            yield words
            words = ""
        words = f"{words}  {part}" if words else part
    yield words


def _cell(participation: Participation, path: str, column: int) -> Styled:
    sign, _, look = SIGNS[participation.step(path)]
    mark = _REPORTED if path in participation.reported else ""
    return Styled(_fitted(f"{' ' * min(3, column // 3)}{sign}{mark}", column), look)


def _fitted(text: str, width: int) -> str:
    """The text in exactly `width` cells, cut or filled up."""
    while text_width(text) > width - 1:
        text = f"{text[:-2]}\u2026"
    return text + " " * (width - text_width(text))
