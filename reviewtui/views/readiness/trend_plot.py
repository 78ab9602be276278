"""Open remarks, changed words and gates over the versions, as a small plot of text."""

from collections.abc import Iterator, Sequence

from reviewtui.domain.review.milestone import Milestone
from reviewtui.views.styled_text import Styled, StyledLine, line

_BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588"
_NAME = 18
_COLUMN = 9
_GAP = 3
"""Cells between the table and the plots."""
_MOST = 10
_WIDE = 200
"""Cells in which all of them have room."""


def trend_rows(milestones: Sequence[Milestone], width: int = _WIDE) -> Iterator[StyledLine]:
    """Yield a table of as many of the latest versions as `width` cells hold, with a plot of each row.

    There is none without an earlier version.
    """
    latest = milestones[-_MOST:]
    column = max([_COLUMN, *(len(milestone.version.name) + 1 for milestone in latest)])
    shown = latest[-max(1, (width - _NAME - _GAP) // (column + 1)) :]
    if len(shown) < 2:
        return
    yield line(
        Styled(f"{'Over time':<{_NAME}}", "heading"),
        *(Styled(f"{milestone.version.name:>{column}}", "muted") for milestone in shown),
    )
    opened = [milestone.open for milestone in shown]
    yield _row("open remarks", opened, [str(count) for count in opened], column)
    words = [milestone.words for milestone in shown]
    yield _row("words changed", words, ["\u2013" if count is None else f"{count:,}" for count in words], column)
    shares = [milestone.share for milestone in shown]
    if any(share is not None for share in shares):
        yield _row("work done", shares, ["\u2013" if share is None else f"{share:.0%}" for share in shares], column)


def trend_line(milestones: Sequence[Milestone], width: int = _WIDE) -> StyledLine:
    """Return the milestones of the latest versions on one line of `width` cells; nothing without an earlier version.

    Where not all of it has room the changed words are left out: a line that goes on below parts a name from its number.
    """
    shown = milestones[-_MOST:]
    if len(shown) < 2:
        return ()
    last = shown[-1]
    words = "\u2013" if last.words is None else f"{last.words:,}"
    measures = [
        ("open remarks", plot([each.open for each in shown]), str(last.open)),
        ("words changed", plot([each.words for each in shown]), words),
    ]
    if last.share is not None:
        measures.append(("work done", plot([each.share for each in shown]), f"{last.share:.0%}"))
    head = Styled(f"since {shown[0].version.name}:", "muted")
    whole = (head, *(piece for measure in measures for piece in _measure(*measure)))
    if sum(len(piece.text) for piece in whole) > width:
        whole = (head, *(piece for measure in (measures[0], *measures[2:]) for piece in _measure(*measure)))
    return whole


def _measure(name: str, bars: str, value: str) -> StyledLine:
    return line(f"  {name} ", Styled(bars.lstrip(), "key"), f" {value}")


def plot(values: Sequence[float | None]) -> str:
    """Return one bar a value, the highest reaching the top; a blank where there is none."""
    top = max((value for value in values if value is not None), default=0)
    return "".join(" " if value is None else _bar(value, top) for value in values)


def _bar(value: float, top: float) -> str:
    return _BARS[0] if top <= 0 else _BARS[min(len(_BARS) - 1, round(value / top * (len(_BARS) - 1)))]


def _row(name: str, values: Sequence[float | None], labels: Sequence[str], column: int) -> StyledLine:
    cells = "".join(f"{text:>{column}}" for text in labels)
    return line(Styled(f"{name:<{_NAME}}"), Styled(cells), Styled(f"{' ' * _GAP}{plot(values)}", "key"))
