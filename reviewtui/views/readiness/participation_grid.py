"""Who has read what, as a grid: a row for each section, a column for each organisation."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.domain.policy.document import Section
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.participation import Participation, ParticipationStep
from reviewtui.views.page.cells import text_width
from reviewtui.views.styled_text import Look, Styled, StyledLine, line

SIGNS: dict[ParticipationStep, tuple[str, str, Look]] = {
    "not-asked": ("\u00b7", "not asked", "muted"),
    "asked": ("\u25cb", "asked", ""),
    "earlier": ("\u25d4", "read before it changed", ""),
    "read": ("\u25d0", "read", "key"),
    "remarked": ("\u25cf", "remarked", "key"),
    "agreed": ("\u2713", "no objection", "good"),
    "objects": ("\u2717", "objects", "bad"),
}
_TITLE = 34
_COLUMN = 12


@dataclass(frozen=True, slots=True)
class GridRow:
    """A line of the grid; `section` is the one that it leads to, None for a heading."""

    line: StyledLine
    section: Section | None = None
    said: str = ""
    """The same in words: which organisation has done what with the section."""


def grid_rows(draft: Draft, participations: tuple[Participation, ...]) -> Iterator[GridRow]:
    """Yield the grid, with what its signs mean; nothing where the settings know no organisation."""
    if not participations:
        return
    names = [Styled(_fitted(participation.organisation, _COLUMN), "muted") for participation in participations]
    yield GridRow(line(Styled(_fitted("Who has read what", _TITLE), "heading"), *names))
    for section in draft.policy.sections:
        signs = [SIGNS[participation.steps.get(section.path, "not-asked")] for participation in participations]
        cells = [Styled(_fitted(f"   {sign}", _COLUMN), look) for sign, _, look in signs]
        steps = zip(participations, signs, strict=True)
        said = " \u00b7 ".join(f"{participation.organisation}: {what}" for participation, (_, what, _) in steps)
        yield GridRow(line(Styled(_fitted(section.title, _TITLE)), *cells), section, said)
    yield GridRow(line(Styled("  ".join(f"{sign} {what}" for sign, what, _ in SIGNS.values()), "muted")))


def _fitted(text: str, width: int) -> str:
    """The text in exactly `width` cells, cut or filled up."""
    while text_width(text) > width - 1:
        text = f"{text[:-2]}\u2026"
    return text + " " * (width - text_width(text))
