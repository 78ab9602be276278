"""Cells of tables that somebody put in, took out, joined or split, tracked: one remark for what one did to a table.

No Markdown shows a table whose rows have other numbers of cells, so they come in as remarks and are not applied.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewtui.domain.counted_nouns import counted
from reviewtui.exchange.word.matching.sent_places import SentPlace, SentPlaces
from reviewtui.exchange.word.reading.original_document import Original
from reviewtui.exchange.word.reading.paragraph import Cell, Paragraph, TrackedChange
from reviewtui.views.excerpt import clipped

_MOST_TOLD = 5
_VERBS = {"insert": "put in", "delete": "take out"}


@dataclass(frozen=True, slots=True)
class CellChange:
    """What one person did to cells of one table, and from where to where that was sent, where the table was."""

    change: TrackedChange
    body: str
    first: SentPlace | None = None
    last: SentPlace | None = None

    @property
    def told(self) -> str:
        """The change in one sentence, with who made it."""
        return f"{self.change.author or 'Nobody named'}: {self.body}"


def cell_changes(originals: Sequence[Original], places: SentPlaces | None = None) -> Iterator[CellChange]:
    """Give what was done to cells, table by table; a table of which nothing was sent has no place."""
    changed: dict[tuple[int, str, str], list[Original]] = {}
    for original in originals:
        cell = original.first.cell
        if cell is not None and cell.change is not None:
            changed.setdefault((cell.table, cell.change.author, cell.change.kind), []).append(original)
    for (table, _, _), cells in changed.items():
        first = cells[0].first.cell
        beside = [each for each in originals if each.first.cell is not None and each.first.cell.table == table]
        spots = (_sent(places, cells) or _sent(places, beside)) if places is not None else []
        if first is None or first.change is None:
            continue
        body = _sentence(first.change, [paragraph for each in cells for paragraph in each.paragraphs])
        yield CellChange(first.change, body, *(_stretch(places, spots) if places is not None and spots else ()))


def _sentence(change: TrackedChange, paragraphs: Sequence[Paragraph]) -> str:
    cells: dict[Cell, list[str]] = {}
    for paragraph in paragraphs:
        if paragraph.cell is not None:
            cells.setdefault(paragraph.cell, []).append(paragraph.original or paragraph.current)
    words = [f"“{clipped(' '.join(each))}”" for each in cells.values()]
    more = " …" if len(words) > _MOST_TOLD else ""
    verb = _VERBS.get(change.kind, "join or split")
    return f"Would {verb} {counted(len(words), 'cell')} of a table: {', '.join(words[:_MOST_TOLD])}{more}."


def _sent(places: SentPlaces | None, originals: Sequence[Original]) -> list[int]:
    """The paragraphs of the policy that these are."""
    pairs = [places.alignment.pairs.get(each.number) for each in originals] if places is not None else []
    sent = [pair.sent for pair in pairs if pair is not None]
    return [each for each in sent if places is not None and places.document.paragraphs[each].is_of_policy]


def _stretch(places: SentPlaces, spots: Sequence[int]) -> tuple[SentPlace, SentPlace]:
    last = max(spots)
    return SentPlace(min(spots), 0), SentPlace(last, len(places.document.paragraphs[last].text))
