"""Suggestions that somebody made one by one, of which one alone would say what nobody wrote: each is told so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reviewtui.domain.review.import_content import BroughtAct
from reviewtui.text.meaning.dependent_changes import PieceChange
from reviewtui.text.merge.joined_changes import runs_as_one
from reviewtui.text.words.sentences import sentence_spans

_TOGETHER = (
    "It and another suggestion here change one sentence and make one rule together; read both before you decide."
)


def dependence_told(acts: Sequence[BroughtAct], texts: Mapping[str, str]) -> tuple[BroughtAct, ...]:
    """Return the acts, with a note on the suggestions that hang together, also those of several people.

    They stay as many as they are: each was made for itself, or nobody knows whether by one person.
    """
    bound = {number for path, text in texts.items() for number in _bound(acts, text, path)}
    return tuple(_told(act) if number in bound else act for number, act in enumerate(acts))


def _told(act: BroughtAct) -> BroughtAct:
    return act if act.thread else replace(act, note=" ".join(filter(None, (act.note, _TOGETHER))))


def _bound(acts: Sequence[BroughtAct], text: str, path: str) -> Iterator[int]:
    """Yield the numbers of the acts on one text that hang together."""
    apart: list[tuple[PieceChange, int]] = []
    for change, number in sorted(_changes(acts, path)):
        if not apart or apart[-1][0].end <= change.start:
            apart.append((change, number))
    for run in runs_as_one(text, [change for change, _ in apart], lambda: sentence_spans(text)):
        yield from (number for _, number in apart[run])


def _changes(acts: Sequence[BroughtAct], path: str) -> Iterator[tuple[PieceChange, int]]:
    for number, act in enumerate(acts):
        place = act.place
        if act.replacement is None or act.act != "suggestion" or place is None or place.path != path:
            continue
        if place.start is not None and place.end is not None:
            yield PieceChange(place.start, place.end, act.replacement), number
