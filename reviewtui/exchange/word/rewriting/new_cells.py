"""What comes with new rows of a table, row by row and cell by cell, each cell as the paragraphs in it."""

from collections.abc import Sequence

from reviewtui.exchange.word.matching.tracked_edits import NewPiece
from reviewtui.exchange.word.reading.paragraph import Cell, Run

NewCell = list[list[Run]]
"""The runs of each paragraph of a cell."""


def new_rows(pieces: Sequence[NewPiece]) -> list[list[NewCell]]:
    """Return the cells of each row that was put in: the end of each paragraph tells in which cell it stands."""
    rows: dict[int, dict[Cell, NewCell]] = {}
    runs: list[Run] = []
    for piece in pieces:
        if piece.run is not None:
            runs.append(piece.run)
        elif piece.ended is not None and (cell := piece.ended.cell) is not None:
            rows.setdefault(cell.row, {}).setdefault(cell, []).append(runs)
            runs = []
    return [list(cells.values()) for cells in rows.values()]
