"""A passage taken from one place of a Markdown text and put to another, of the same file or not, with its blocks whole.

A row goes behind a row, an item into the list that the place stands in, a heading with all that is under it behind that
section; sentences go behind sentences. What cannot stand there is refused with the reason, never bent.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import dirname

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.parsing.lines import line_end, line_start
from reviewtui.text.markdown.seen_text import seen_text
from reviewtui.text.merge.block_guard import cell_count
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.fitting import fitted, taken
from reviewtui.text.merge.inline_marks import NOTE_MARKS, behind_marks
from reviewtui.text.merge.list_items import last_of_item
from reviewtui.text.merge.move_units import MovedUnit, indented, moved_unit
from reviewtui.text.merge.renumbering import ORDERED_MARKER, blocks_with_words, renumbered
from reviewtui.text.merge.source_part import bare_text
from reviewtui.text.span import Span
from reviewtui.text.words.unspaced import has_unspaced

_STANDS_THERE = Misfit("it stands right behind that place already, so nothing would change")
_STOP = re.compile(rf"[.!?]+(?:{NOTE_MARKS.pattern})?(?!\w)")
_REFERENCE = re.compile(r"\[\^[^\]\s]+\]")

_HTML_LINK = re.compile(r"<[a-z][^<>]*?\s(?:href|src)\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[a-z][a-z\d+.-]*:|/|#|\Z", re.IGNORECASE)
"""A target that leads to the same place from every folder."""


@dataclass(frozen=True, slots=True)
class MovedText:
    """The two changes of a move: what goes, and what comes; in one file the second is told after the first."""

    taken: Edit
    put: Edit


def moved_between(texts: Mapping[str, str], source: tuple[str, Span], target: tuple[str, int]) -> MovedText | Misfit:
    """Return what moving a passage of the file of a path behind a character of that or another file comes to.

    A link that leads from its own folder does not go to another one, where it would lead elsewhere.
    """
    (path, passage), (other, at) = source, target
    if dirname(path) != dirname(other) and (link := _relative_link(texts[path], passage)):
        return Misfit(f"its link “{link}” would lead elsewhere from the folder there; change that first")
    return moved(texts[path], passage, None if path == other else texts[other], at)


def _relative_link(text: str, passage: Span) -> str:
    """Return the first target in a passage that leads from its folder; empty where there is none."""
    document = document_of(text)
    unit = moved_unit(document, *passage)
    if isinstance(unit, Misfit):
        return ""
    targets = [link.target for link in document.links_within(unit.start, unit.end) if link.kind == "inline"]
    targets += _HTML_LINK.findall(text, unit.start, unit.end)
    return next((target for target in targets if not _ABSOLUTE.match(target)), "")


def moved(source: str, passage: Span, target: str | None, at: int) -> MovedText | Misfit:
    """Return what moving `source[passage]` behind the character `at` of `target` comes to (None: of the same text).

    A place inside of a block means behind that block, for a row, an item or a paragraph; for sentences it means itself.
    The beginning of the text, 0, is behind nothing.
    """
    here, there = bare_text(source), bare_text(source if target is None else target)
    span = here.bare(passage[0]), here.bare(passage[1])
    outcome = _moved(here.text, span, None if target is None else there.text, there.bare(at))
    if isinstance(outcome, Misfit):
        return outcome
    gone = here.edit_of(source, outcome.taken)
    left = gone.applied(source) if target is None else target
    return MovedText(gone, bare_text(left).edit_of(left, outcome.put))


def _moved(source: str, passage: Span, target: str | None, at: int) -> MovedText | Misfit:
    if at <= 0:
        return Misfit("nothing stands there to go behind")
    document = document_of(source)
    unit = moved_unit(document, *passage)
    if isinstance(unit, Misfit):
        return unit
    gone = taken(source, unit.start, unit.end)
    if isinstance(gone, Misfit):
        return gone
    put = _put_within(document, unit, gone, at) if target is None else _put_elsewhere(document, unit, target, at)
    return put if isinstance(put, Misfit) else MovedText(gone, put)


def _put_within(document: Document, unit: MovedUnit, taken: Edit, at: int) -> Edit | Misfit:
    if unit.start < at <= unit.end and (unit.kind != "sentences" or at < unit.end):
        return Misfit("it cannot go behind itself")
    left = taken.applied(document.source)
    place = _place_after(document, unit, taken, at)
    put = _put(left, unit, place) if isinstance(place, int) else place
    stands = not isinstance(put, Misfit) and put.applied(left) == document.source
    return _STANDS_THERE if stands else put


def _put_elsewhere(document: Document, unit: MovedUnit, target: str, at: int) -> Edit | Misfit:
    if _refers_within(document, unit):
        return Misfit("it has a note or a link that is defined in its own file, or is one")
    return _put(target, unit, at)


def _refers_within(document: Document, unit: MovedUnit) -> bool:
    """Say whether a passage needs something of its own file, or is that: a footnote, or the address of a link."""
    source = document.source
    return (
        any(link.kind == "reference" or link.target[:1] == "#" for link in document.links_within(unit.start, unit.end))
        or _REFERENCE.search(source, unit.start, unit.end) is not None
        or any(unit.start <= block.start < unit.end for block in document.blocks if block.kind == "definition")
    )


def _place_after(document: Document, unit: MovedUnit, taken: Edit, at: int) -> int | Misfit:
    """Return where a place of the text is when the passage has gone from it; the numbers of a list may be others."""
    if unit.kind == "sentences":
        # A space that goes with the passage may hold the place.
        return at if at <= taken.start else max(at, taken.end) + len(taken.words) - (taken.end - taken.start)
    blocks = document.solid_blocks
    holder = _holder(blocks, at)
    if holder is None:
        return Misfit("nothing stands there to go behind")
    if unit.kind == "rows":
        return at if at <= taken.start else at - (taken.end - taken.start)
    number = blocks.index(holder)
    gone = sum(unit.start <= block.text[0] <= unit.end for block in blocks[: number + 1])
    if number < gone:
        return _STANDS_THERE
    there = document_of(taken.applied(document.source)).solid_blocks[number - gone]
    return min(there.text[0] + max(0, at - holder.text[0]), there.content_end)


def _holder(blocks: list[Block], at: int) -> Block | None:
    """Return the last block that begins at a place or before it."""
    return next((block for block in reversed(blocks) if block.start <= at), None)


def _put(text: str, unit: MovedUnit, at: int) -> Edit | Misfit:
    if unit.kind == "sentences":
        return _sentences_put(text, unit, at)
    document = document_of(text)
    blocks = document.solid_blocks
    holder = _holder(blocks, at)
    if holder is None:
        return Misfit("nothing stands there to go behind")
    if unit.kind == "rows":
        change = _rows_put(text, unit, holder, at)
    elif unit.kind == "item":
        change = _item_put(text, unit, blocks, holder)
    else:
        change = _blocks_put(unit, blocks, holder)
    if isinstance(change, Misfit):
        return change
    return _checked(text, change, unit)


def _sentences_put(text: str, unit: MovedUnit, at: int) -> Edit | Misfit:
    document = document_of(text)
    block = document.block_at(max(0, at - 1)) if at else None
    if block is None or block.kind != "paragraph":
        return Misfit("a sentence goes behind a sentence of a paragraph; name one")
    at = behind_marks(document, at, emphasis=True)
    if unit.words.endswith((".", "!", "?")) and (stop := _STOP.match(text, at)):
        at = stop.end()
    is_unspaced = has_unspaced(unit.words) and not text[at - 1].isascii()
    before = "" if is_unspaced or text[at - 1].isspace() else " "
    behind = "" if is_unspaced or at >= len(text) or text[at].isspace() or text[at] in ".,;:!?)" else " "
    change = fitted(text, at, at, f"{before}{unit.words}{behind}")
    return change if isinstance(change, Misfit) else _shown_whole(document, change, unit)


def _shown_whole(document: Document, change: Edit, unit: MovedUnit) -> Edit | Misfit:
    """Return the change if a reader sees just the words of the passage come, and no mark among them."""
    old, new = (_seen(each) for each in (document, document_of(change.applied(document.source))))
    words = "".join(unit.shape[0])
    first = next((at for at, (was, now) in enumerate(zip(old, new, strict=False)) if was != now), len(old))
    for at in range(max(0, first - len(words)), first + 1):
        if new[at : at + len(words)] == words and new[:at] + new[at + len(words) :] == old:
            return change
    return Misfit("it would not read the same there; mark the passage with both marks of what is emphasised in it")


def _seen(document: Document) -> str:
    return "".join(seen_text(document).text.split())


def _rows_put(text: str, unit: MovedUnit, holder: Block, at: int) -> Edit | Misfit:
    if holder.kind != "table":
        return Misfit("a row of a table goes behind a row of a table; name one")
    rows = [row for row in holder.rows if row]
    if any(cell_count(line) != len(rows[0]) for line in unit.words.splitlines()):
        return Misfit("the table there has another number of cells")
    row = next((row for row in reversed(rows) if line_start(text, row[0][0]) <= at), rows[0])
    spot = line_end(text, row[-1][1])
    spot = line_end(text, spot) if row == rows[0] else spot
    head = "" if text[spot - 1 : spot] == "\n" else "\n"
    return Edit(spot, spot, f"{head}{unit.words}" + ("\n" if not head else ""))


def _item_put(text: str, unit: MovedUnit, blocks: list[Block], holder: Block) -> Edit | Misfit:
    """Put an item behind the item of the place, or at the beginning of the list that the place leads to."""
    number = blocks.index(holder)
    if "item" in holder.within:
        opener = next(
            n for n in range(number, -1, -1) if blocks[n].markers and _begins_with(holder.within, blocks[n].within)
        )
        last = last_of_item(blocks, opener, len(blocks[opener].within) - 1)
        gap = "\n\n" if _is_loose(blocks, opener, last) else "\n"
        words = gap + _as_item(text, unit, blocks[opener], 1)
        return Edit(blocks[last].content_end, blocks[last].content_end, words)
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    if following is not None and following.markers and following.within[-1:] == ("item",):
        last = last_of_item(blocks, number + 1, len(following.within) - 1)
        gap = "\n\n" if _is_loose(blocks, number + 1, last) else "\n"
        return Edit(following.start, following.start, _as_item(text, unit, following, 0) + gap)
    return _blocks_put(unit, blocks, holder)


def _begins_with(within: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    return within[: len(outer)] == outer


def _is_loose(blocks: list[Block], opener: int, last: int) -> bool:
    """Say whether a blank line stands between an item, of the blocks `opener` to `last`, and one beside it."""
    depth = len(blocks[opener].within)
    sides = ((blocks[number - 1], blocks[number]) for number in (opener, last + 1) if 0 < number < len(blocks))
    return any(before.blank >= 0 and before.within[:depth] == behind.within[:depth] for before, behind in sides)


def _as_item(text: str, unit: MovedUnit, beside: Block, more: int) -> str:
    """Return an item as one of the list in which `beside` is one, its number `more` than that one's."""
    start, end = beside.markers[-1]
    own = text[start:end]
    match = ORDERED_MARKER.match(own)
    marker = f"{int(match[1]) + more}{match[2]}" if match else own
    indent = re.sub(r"[^>\s]", " ", text[line_start(text, start) : start])
    return f"{indent}{marker} {indented(unit.words, indent + ' ' * (len(marker) + 1))}"


def _blocks_put(unit: MovedUnit, blocks: list[Block], holder: Block) -> Edit | Misfit:
    """Put paragraphs, or a heading with all that is under it, behind a block that stands in nothing else."""
    number = blocks.index(holder)
    if unit.level:
        while number + 1 < len(blocks) and not 0 < _level(blocks[number + 1]) <= unit.level:
            number += 1
    elif holder.within:
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if following is not None and following.within[:1] == holder.within[:1]:
            return Misfit("it would cut the list or the quote in two; name its last part")
    last = blocks[number]
    lines = unit.lines
    behind = "\n" if last.blank < 0 and number + 1 < len(blocks) else ""
    return Edit(last.content_end, last.content_end, f"\n\n{lines}{behind}")


def _level(block: Block) -> int:
    return block.level if block.kind == "heading" and block.is_top else 0


def _checked(text: str, change: Edit, unit: MovedUnit) -> Edit | Misfit:
    """Return the change with the numbers of its list, if all other blocks are what they were."""
    counted = renumbered(text, change)
    before, after = blocks_with_words(text), blocks_with_words(counted.applied(text))
    if unit.kind == "rows":
        return counted if len(before) == len(after) else Misfit("it would break the table")
    size = len(unit.shape)
    at = next((n for n, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before))
    for first in range(max(0, at - size), at + 1):
        inner = [(kind, *words) for kind, _, _, words in after[first : first + size]]
        if before == after[:first] + after[first + size :] and inner == list(unit.shape):
            return counted
    return Misfit("it would make something else of the text there")
