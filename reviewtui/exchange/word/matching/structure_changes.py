"""What was changed in a returned document besides words: levels of lists and headings, what is struck through, links.

Where the file tells who changed it, it says so; what only the comparison with what was sent shows is nobody's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import unquote

from reviewtui.domain.counted_nouns import counted
from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph
from reviewtui.exchange.word.matching.cell_changes import cell_changes
from reviewtui.exchange.word.matching.document_alignment import ParagraphPair
from reviewtui.exchange.word.matching.sent_places import SentPlace, SentPlaces
from reviewtui.exchange.word.reading.original_document import Original
from reviewtui.exchange.word.reading.paragraph import Paragraph, Run, TrackedChange
from reviewtui.views.excerpt import clipped

_MOST = 0.2
"""From this share of paragraphs on it was a program that gave them other levels, and no person."""
_MOST_TOLD = 5
_PAGE = re.compile(r"Page \d*")
"""What we write at the foot of each page."""
_OUTSIDE = re.compile(r"(?:mailto:|tel:|https?://)(?P<bare>[^#]*?)/?(?:#.*)?\Z", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class ShapeChange:
    """What is said of the characters `first` to `last` of the text that was sent; `change` where the file tells who."""

    body: str
    first: SentPlace
    last: SentPlace
    change: TrackedChange | None = None


@dataclass(frozen=True, slots=True)
class Shapes:
    """The changes that are worth a remark, the words of text boxes by the file around them, and what is only told."""

    changes: tuple[ShapeChange, ...] = ()
    boxes: tuple[tuple[str, str], ...] = ()
    told: tuple[str, ...] = ()


def shapes_of(places: SentPlaces, paragraphs: Sequence[Original]) -> Shapes:
    """Return what a document that was sent from here changes besides words."""
    pairs = [
        (original, pair, places.document.paragraphs[pair.sent])
        for original in paragraphs
        if (pair := places.alignment.pairs.get(original.number)) is not None
    ]
    pairs = [(original, pair, sent) for original, pair, sent in pairs if sent.is_of_policy]
    levels = [
        change
        for original, pair, sent in pairs
        if not _took_shape_over(original, places.originals)
        for change in _level(original, pair, sent)
    ]
    is_anew = sum(change.change is None for change in levels) > max(3, _MOST * len(pairs))
    kept = [change for change in levels if change.change is not None] if is_anew else levels
    words = [change for original, pair, sent in pairs for change in _words(original, pair, sent)]
    cells = list(cell_changes(paragraphs, places))
    placed = [
        ShapeChange(each.body, each.first, each.last, each.change)
        for each in cells
        if each.first is not None and each.last is not None
    ]
    changes = sorted((*kept, *words, *placed), key=lambda change: (change.first.index, change.first.at))
    loose = [each.told for each in cells if each.first is None]
    told = (
        *_set_anew(levels if is_anew else ()),
        *_emphasis(pairs),
        *_indents(pairs),
        *_tables(pairs),
        *_numbers(pairs),
        *_margins(places),
        *loose,
    )
    return Shapes(tuple(changes), tuple(_boxes(places)), told)


def shapes_tracked(places: SentPlaces, paragraphs: Sequence[Original]) -> Shapes:
    """Return what a document tracks besides words, of which the text itself was made: nothing else was changed."""
    tracked = [change for change in shapes_of(places, paragraphs).changes if change.change is not None]
    loose = [each.told for each in cell_changes(paragraphs, places) if each.first is None]
    return Shapes(tuple(tracked), told=tuple(loose))


def shapes_of_foreign(places: SentPlaces) -> Shapes:
    """Return what is told of a document that was not sent from here: what is struck through may be somebody's wish."""
    originals = places.originals
    struck = [
        run.text
        for original in originals
        for paragraph in original.paragraphs
        for run in paragraph.runs
        if "strike" in run.looks and run.deleted is None and not run.is_hidden and run.text.strip()
    ]
    told = (
        *_told("passage", "is", "struck through", struck),
        *_margins(places),
        *(each.told for each in cell_changes(originals)),
    )
    return Shapes(boxes=tuple(_boxes(places)), told=told)


def _set_anew(levels: Sequence[ShapeChange]) -> Iterator[str]:
    if levels:
        yield (
            f"{counted(len(levels), 'paragraph', 'has')} another level or list than was sent; "
            "that is so many that the program seems to have set them anew."
        )


def _level(original: Original, pair: ParagraphPair, sent: SentParagraph) -> Iterator[ShapeChange]:
    # Where somebody began new paragraphs in it, any of them may have kept its shape.
    own = next((each for each in original.paragraphs if each.original.strip()), original.first)
    is_gone = own.mark_deleted is not None and all(run.deleted is not None for run in own.runs)
    now, then = shape_now(own), shape_sent(sent)
    kept = any(shape_now(each) == then for each in original.paragraphs)
    if not kept and not is_gone and original.text:
        body = f"Would make this {now}; it was sent as {then}."
        yield ShapeChange(body, SentPlace(pair.sent, 0), SentPlace(pair.sent, len(sent.text)), own.reshaped)


def _took_shape_over(original: Original, originals: Sequence[Original]) -> bool:
    """Whether the paragraph before was taken out, or its end: some programs give what is behind its shape."""
    before = originals[original.number - 1].paragraphs[-1] if original.number else None
    own = next((each for each in original.paragraphs if each.original.strip()), original.first)
    if before is None or before.part != own.part:
        return False
    is_joined = before.mark_deleted is not None or (bool(before.original) and not before.current)
    # Its style alone goes over, not the list that the other one was an item of.
    is_taken = own.style == before.style or shape_now(own) == shape_now(before)
    return is_joined and own.reshaped is None and is_taken


def shape_now(paragraph: Paragraph) -> str:
    """Say what a paragraph of the document is."""
    if paragraph.level:
        return f"a heading of level {min(paragraph.level, 6)}"
    if paragraph.item is None:
        return "a paragraph"
    kind = "a numbered" if paragraph.item.ordered else "a bulleted"
    return f"{kind} item{_deep(paragraph.item.depth + 1)}"


def shape_sent(paragraph: SentParagraph) -> str:
    """Say what a paragraph was sent as."""
    if paragraph.kind == "heading":
        return f"a heading of level {min(paragraph.level, 6)}"
    if not (paragraph.depth and paragraph.first):
        return "a paragraph"
    return f"{'a numbered' if paragraph.ordered else 'a bulleted'} item{_deep(paragraph.depth)}"


def _deep(depth: int) -> str:
    return f" at level {min(depth, 9)}" if depth > 1 else ""


@dataclass(frozen=True, slots=True)
class _SignSeen:
    """One character as it was sent, character `at` of its paragraph, and the run in which the document has it."""

    at: int
    run: Run
    looks: frozenset[str]
    link: str

    @property
    def struck(self) -> tuple[bool, bool, TrackedChange | None]:
        """Whether it is struck through, whether it was sent so, and who changed that."""
        return "strike" in self.run.looks, "strike" in self.looks, self.run.restyled

    @property
    def leads(self) -> tuple[str, str]:
        """Where it leads, and led."""
        return self.run.link, self.link

    @property
    def is_emphasised_anew(self) -> bool:
        """Whether it is bold or slanted where it was not, or the other way round."""
        return bool((self.run.looks ^ self.looks) & {"bold", "italic"})


def _signs(original: Original, pair: ParagraphPair, sent: SentParagraph) -> list[_SignSeen]:
    """The characters that the document has as they were sent; most paragraphs have no look that could differ."""
    runs = [piece.run for piece in original.pieces if piece.run is not None and piece.run.inserted is None]
    if not any(run.looks or run.link for run in runs) and not any(run.looks or run.link for run in sent.runs):
        return []
    own = [run for run in runs for _ in run.text]
    places = [pair.sent_at(at, opens=True) if pair.hunks else at for at in range(len(own))]
    signs = sent.signs
    return [
        _SignSeen(then, run, *signs[then][1:])
        for at, (run, then) in enumerate(zip(own, places, strict=True))
        if then is not None and then < len(signs) and signs[then][0] == original.text[at] and run.deleted is None
    ]


def _words(original: Original, pair: ParagraphPair, sent: SentParagraph) -> Iterator[ShapeChange]:
    signs = _signs(original, pair, sent)
    for (now, was, by), group in groupby(signs, key=lambda sign: sign.struck):
        if now != was:
            yield _stretch("Would strike this through." if now else "Would strike this no more.", pair, list(group), by)
    for (leads, led), group in groupby(signs, key=lambda sign: sign.leads):
        stretch = list(group)
        words = "".join(sent.text[sign.at] for sign in stretch)
        before, behind = _target(led), _target(leads)
        # Programs make links of addresses by themselves.
        if before != behind and (before or words.strip().casefold().rstrip("/") not in behind):
            to = f"Would let this lead to {leads or 'nothing'}{f', not to {led}' if led else ''}."
            yield _stretch(to, pair, stretch)


def _stretch(
    body: str, pair: ParagraphPair, signs: Sequence[_SignSeen], by: TrackedChange | None = None
) -> ShapeChange:
    return ShapeChange(body, SentPlace(pair.sent, signs[0].at), SentPlace(pair.sent, signs[-1].at + 1), by)


def _target(address: str) -> str:
    """The place outside that an address leads to, however a program writes it: it may leave out all others."""
    match = _OUTSIDE.match(unquote(address.strip()))
    return match["bare"].casefold() if match is not None else ""


_Compared = tuple[Original, ParagraphPair, SentParagraph]


def _emphasis(pairs: Sequence[_Compared]) -> Iterator[str]:
    """Bold and slanted words are no remark; that they differ is told."""
    words = [
        "".join(sent.text[sign.at] for sign in group)
        for original, pair, sent in pairs
        if sent.kind != "heading"
        for anew, group in groupby(_signs(original, pair, sent), key=lambda sign: sign.is_emphasised_anew)
        if anew
    ]
    yield from _told("passage", "is", "bold or slanted otherwise than sent", [each for each in words if each.strip()])


def _indents(pairs: Sequence[_Compared]) -> Iterator[str]:
    """Plain paragraphs that stand further in now: Markdown knows no such thing, and a quote or an item may be meant."""
    plain = [own for own, _, sent in pairs if sent.kind == "paragraph" and not (sent.depth or sent.quote)]
    words = [own.text for own in plain if own.first.is_indented and own.first.item is None]
    if len(words) <= max(3, _MOST * len(plain)):
        yield from _told("paragraph", "is", "indented, which nothing in the text can say", words)


def _tables(pairs: Sequence[_Compared]) -> Iterator[str]:
    joined = [
        own.text for own, _, sent in pairs if sent.cell and (cell := own.first.cell) and (cell.span > 1 or cell.merged)
    ]
    yield from _told("cell", "was", "joined to another", joined)
    loose = [own.text for own, _, sent in pairs if bool(sent.cell) != bool(own.first.cell)]
    yield from _told("paragraph", "was", "taken out of a table, or put into one", loose)


def _numbers(pairs: Sequence[_Compared]) -> Iterator[str]:
    """Lists that count otherwise than sent: one list as two, or two as one."""
    firsts: dict[int, str] = {}
    opened: dict[int, str] = {}
    anew, on = list[str](), list[str]()
    for own, _, sent in pairs:
        label = own.first.item.label if own.first.item is not None and own.first.item.ordered else ""
        if not (label and sent.first and sent.ordered):
            continue
        if not sent.opens:
            anew += [own.text] if label == opened.get(sent.depth) else []
            continue
        opened[sent.depth] = label
        if sent.number == 1 and label != firsts.setdefault(sent.depth, label):
            on.append(own.text)
    yield from _told("list", "was", "begun anew within one that was sent", anew)
    yield from _told("list", "was", "counted on from the one before", on)


def _margins(places: SentPlaces) -> Iterator[str]:
    words = [own.text for own in places.originals if own.first.part in {"header", "footer"}]
    yield from _told("line", "was", "added to header or footer", [each for each in words if _is_foreign(each)])


def _is_foreign(words: str) -> bool:
    return bool(words.strip()) and _PAGE.fullmatch(words.strip()) is None


def _told(what: str, verb: str, said: str, words: Sequence[str]) -> Iterator[str]:
    if words:
        yield f"{counted(len(words), what, verb)} {said}: {first_of(words)}."


def first_of(words: Sequence[str]) -> str:
    """Return the first of many words, each between quotation marks, with a sign that there are more."""
    shown = ", ".join(f"“{clipped(each)}”" for each in words[:_MOST_TOLD])
    return f"{shown}{' …' if len(words) > _MOST_TOLD else ''}"


def _boxes(places: SentPlaces) -> Iterator[tuple[str, str]]:
    """The words of each text box that nobody tracked, with the file in which it stands."""
    path = ""
    for part, group in groupby(places.originals, key=lambda original: original.first.part):
        originals = list(group)
        if part == "text box":
            words = "\n".join(original.text for original in originals if original.text.strip())
            if words:
                yield path, words
            continue
        sent = [places.alignment.pairs[own.number].sent for own in originals if own.number in places.alignment.pairs]
        path = places.document.paragraphs[sent[-1]].path if sent else path
