"""A suggestion to move a passage as Word tracks it: what goes in one place, and the same words that come in another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewtui.domain.policy.policy import Text
from reviewtui.exchange.word.layout.edit_preview import file_paragraphs, laid_out
from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph, SentRun, Stretch
from reviewtui.text.markdown.document import document_of
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.move_units import MovedUnit, moved_unit
from reviewtui.text.merge.moving import MovedText, moved_between
from reviewtui.text.placement.place_values import Placement

_WHOLE = frozenset({"heading", "paragraph", "item"})
_SENTENCES = frozenset({"paragraph", "item"})


@dataclass(frozen=True, slots=True)
class SentMove:
    """The characters that go, and what comes: `runs` at a character of a paragraph, or `paragraphs` behind it."""

    about: Stretch
    behind: int
    at: int
    runs: tuple[SentRun, ...] = ()
    paragraphs: tuple[SentParagraph, ...] = ()

    @property
    def ends(self) -> tuple[int, ...]:
        """Both ends as numbers, by which it is known again."""
        return (self.about.first, self.about.start, self.about.last, self.about.end, self.behind, self.at)

    def spans(self, paragraphs: Sequence[SentParagraph]) -> Iterator[tuple[int, tuple[int, int]]]:
        """Give the characters of each paragraph that no other change may touch."""
        if self.runs:
            yield self.about.first, (self.about.start, self.about.end)
            yield self.behind, (self.at, self.at)
            return
        last = len(paragraphs) - 1
        for index in range(self.about.first, self.about.last + 1):
            yield index, (0, len(paragraphs[index].text))
        # What begins the paragraph behind would be read as standing in what goes.
        yield min(last, self.about.last + 1), (0, 0)
        yield self.behind, (self.at, self.at)
        yield min(last, self.behind + 1), (0, 0)


@dataclass(frozen=True, slots=True)
class _Texts:
    """The files of a move: where the passage stands, where it is to go, and that file before and after it comes."""

    source: str
    source_path: str
    target: str
    target_path: str
    unit: MovedUnit
    change: MovedText

    @property
    def is_within(self) -> bool:
        """Whether it stays in its file."""
        return self.source_path == self.target_path

    @property
    def base(self) -> str:
        """The file that it goes to, without it."""
        return self.change.taken.applied(self.source) if self.is_within else self.target


def tracked_move(
    texts: Mapping[str, Text], places: Sequence[Placement | None], paragraphs: Sequence[SentParagraph]
) -> SentMove | None:
    """Return how a move stands in a document; None where the document cannot show just what accepting it does."""
    change = _texts(texts, places)
    if change is None or change.unit.kind == "rows":
        return None
    before, after = laid_out(change.base), laid_out(change.change.put.applied(change.base))
    if change.unit.kind == "sentences":
        return _sentences(change, before, after, paragraphs)
    return _whole(change, before, after, paragraphs)


def _texts(texts: Mapping[str, Text], places: Sequence[Placement | None]) -> _Texts | None:
    source, target = places if len(places) == 2 else (None, None)
    if source is None or source.path is None or target is None or target.path is None:
        return None
    if not source.is_placed or not target.is_placed or target.sure_context_change is not None:
        return None
    here, there = texts[source.path].text, texts[target.path].text
    span = (source.start, source.end)
    unit = moved_unit(document_of(here), *span)
    files = {source.path: here, target.path: there}
    change = moved_between(files, (source.path, span), (target.path, target.start))
    if isinstance(unit, Misfit) or isinstance(change, Misfit):
        return None
    return _Texts(here, source.path, there, target.path, unit, change)


def _whole(
    change: _Texts, before: Sequence[SentParagraph], after: Sequence[SentParagraph], all_sent: Sequence[SentParagraph]
) -> SentMove | None:
    """Whole paragraphs, which come behind another."""
    source = file_paragraphs(change.source)
    passage = [part for part in source if part.start < change.unit.end and change.unit.start < part.end]
    if not passage or any(not part.text.strip() or part.kind not in _WHOLE or _has_note(part) for part in passage):
        return None
    rest = [part for part in source if part not in passage]
    target = rest if change.is_within else file_paragraphs(change.target)
    shown = [part.seen for part in after]
    # Among paragraphs that are alike nobody sees what went where.
    if [part.seen for part in target] != [part.seen for part in before] or shown == [part.seen for part in source]:
        return None
    at = _place_of(passage, before, after, change.change.put.start)
    first, last = (_number(all_sent, change.source_path, part) for part in (passage[0], passage[-1]))
    behind = _gap(all_sent, change.target_path, target[at - 1]) if at else None
    if first is None or last is None or behind is None or last - first != len(passage) - 1:
        return None
    if behind <= last and not any(part.text for part in all_sent[behind + 1 : first]):
        # It stays where it is, only deeper or less deep in a list.
        return None
    about = Stretch(first, 0, last, len(passage[-1].text))
    return SentMove(about, behind, len(all_sent[behind].text), paragraphs=tuple(after[at : at + len(passage)]))


def _place_of(
    passage: Sequence[SentParagraph], before: Sequence[SentParagraph], after: Sequence[SentParagraph], put: int
) -> int:
    """Return before which paragraph the passage came in, if nothing else is other than it was; else 0."""
    size = len(passage)
    old, new = [part.seen for part in before], [part.seen for part in after]
    wanted = [_unspaced(part.text) for part in passage]
    same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    near = len([part for part in before if part.start < put])
    places: list[int] = [near, *range(same, max(0, same - size), -1)]
    for at in places:
        inside = [_unspaced(part.text) for part in after[at : at + size]]
        if inside == wanted and [*new[:at], *new[at + size :]] == old:
            return at
    return 0


def _gap(all_sent: Sequence[SentParagraph], path: str, before: SentParagraph) -> int | None:
    """The last paragraph with words up to `before`, if what comes behind it is read as of its file.

    What stands before another file is so only where that begins with a heading.
    """
    index = _number(all_sent, path, before)
    while index is not None and not all_sent[index].text:
        index = index - 1 if index and all_sent[index - 1].path == path else None
    if index is None or all_sent[index].kind == "note":
        return None
    following = next((part for part in all_sent[index + 1 :] if part.text), None)
    fits = following is None or following.path == path or following.kind in {"heading", "note"}
    return index if fits else None


def _sentences(
    change: _Texts, before: Sequence[SentParagraph], after: Sequence[SentParagraph], all_sent: Sequence[SentParagraph]
) -> SentMove | None:
    """Words of a paragraph, which come behind others in the same or another one."""
    going = _going(change, before)
    coming = _coming(change, before, after)
    if going is None or coming is None:
        return None
    holder, start, end = going
    number, at, runs = coming
    about = _number(all_sent, change.source_path, holder)
    if change.is_within and before[number].start == holder.start:
        if at == start:
            return None
        at = at if at < start else at + end - start
    target = file_paragraphs(change.source if change.is_within else change.target)[number]
    behind = _number(all_sent, change.target_path, target)
    if about is None or behind is None or _words(runs) != _unspaced(holder.text[start:end]):
        return None
    return SentMove(Stretch(about, start, about, end), behind, at, runs)


def _going(change: _Texts, before: Sequence[SentParagraph]) -> tuple[SentParagraph, int, int] | None:
    """The paragraph that loses words, and which: a space beside them goes along."""
    unit = change.unit
    source = file_paragraphs(change.source)
    left = before if change.is_within else laid_out(change.change.taken.applied(change.source))
    number = next((n for n, part in enumerate(source) if part.start <= unit.start and unit.end <= part.end), None)
    if number is None or len(source) != len(left) or source[number].kind not in _SENTENCES:
        return None
    holder, rest = source[number], left[number]
    shown = holder.shown(unit.start, unit.end)
    size = len(holder.text) - len(rest.text)
    if shown is None or size < shown[1] - shown[0] or any(run.note for run in holder.cut(*shown)):
        return None
    starts = range(shown[0], max(-1, shown[1] - size - 1), -1)
    start = next((n for n in starts if (*holder.signs[:n], *holder.signs[n + size :]) == rest.signs), None)
    others = [n for n in range(len(source)) if source[n].seen != left[n].seen]
    return (holder, start, start + size) if start is not None and others == [number] else None


def _coming(
    change: _Texts, before: Sequence[SentParagraph], after: Sequence[SentParagraph]
) -> tuple[int, int, tuple[SentRun, ...]] | None:
    """The number of the paragraph that gets words, before which of its characters, and how they look."""
    changed = [n for n, (old, new) in enumerate(zip(before, after, strict=False)) if old.seen != new.seen]
    if len(before) != len(after) or len(changed) != 1:
        return None
    old, new = before[changed[0]], after[changed[0]]
    at, size = old.gap_at(change.change.put.start), len(new.text) - len(old.text)
    if not at or size <= 0 or old.kind not in _SENTENCES or old.shape != new.shape:
        return None
    return (changed[0], at, new.cut(at, at + size)) if (*new.signs[:at], *new.signs[at + size :]) == old.signs else None


def _number(all_sent: Sequence[SentParagraph], path: str, part: SentParagraph) -> int | None:
    """The number in the document of a paragraph of a file."""
    return next(
        (
            n
            for n, sent in enumerate(all_sent)
            if sent.path == path and (sent.start, sent.seen) == (part.start, part.seen)
        ),
        None,
    )


def _has_note(paragraph: SentParagraph) -> bool:
    return any(run.note for run in paragraph.runs)


def _words(runs: Sequence[SentRun]) -> str:
    return _unspaced("".join(run.text for run in runs))


def _unspaced(text: str) -> str:
    return "".join(text.split())
