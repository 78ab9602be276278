"""Whether words that moved as they are may say something else where they stand now."""

import re
from collections.abc import Mapping
from itertools import takewhile

from reviewtui.text.diff.footnotes import notes_of
from reviewtui.text.diff.hidden_words import hidden_by_move
from reviewtui.text.diff.moves import Move
from reviewtui.text.diff.numbered_references import RANKS
from reviewtui.text.markdown.block_parents import NOTHING, block_parents
from reviewtui.text.markdown.document import parted_text
from reviewtui.text.markdown.section_context import is_in_heading, leads_on, section_context_of
from reviewtui.text.meaning.change_class import change_class
from reviewtui.text.meaning.class_values import ClassByWords
from reviewtui.text.span import Span
from reviewtui.text.words.sentences import sentences_from

_REFERS_BACK = re.compile(
    r"\b(?:this|these|those|above|below|otherwise|the same|such)\b|\A\W*(?:it|they|that)\b", re.IGNORECASE
)
_SORTS = re.compile(
    r"\b(?:do|don.t|not|never|always|no|must|may|can|cannot|should|allow\w*|ban\w*|forb\w*|prohibit\w*|permit\w*|except\w*"
    r"|option\w*|requir\w*|only|unless|without)\b",
    re.IGNORECASE,
)
"""Words of a heading that sort what stands under it."""


_NUMBER = re.compile(
    r"\A(?:(?i:section|part|chapter|article|annex|appendix)\s+(?:\d{1,3}|[A-Z]{1,4})(?:\.\d{1,3})*[.):]?"
    r"|\d{1,3}(?:\.\d{1,3})*[.):]?|[A-Z]{1,4}[.):])\s+"
)
_BEGINS_BACK = re.compile(
    r"\W*(?:(?:but|and|for|if|to|of|from|with|under|by|at|on|in|after|before|all|both|each|some|any|none|one|most)\s+"
    r"(?:of\s+)?)?(?:(?:this|that|these|those)\b(?!\s+(?:policy|document|page|guide|handbook|version|website))"
    r"|(?:its?|they|their|them|he|she|his|her|such|so|otherwise|likewise|instead|however|but|then|also|there|both|neither"
    r"|either|unless|except|hyn|hwn|hon|rhain|felly)\b|the\s+(?:same|former|latter|above|previous|only|other|rest)\b)"
    r"|.*\b(?:preceding|previous|foregoing|former|latter|above)\b",
    re.IGNORECASE | re.DOTALL,
)
"""A sentence that begins so takes its meaning from the one before."""


_REFERS_ON = re.compile(r"\b(?:below|following|as follows|next|hereafter)\b", re.IGNORECASE)
"""A sentence with one of these takes its meaning from the one behind."""


def move_class(old: str, gone: Span, new: str, come: Span, language: str) -> ClassByWords:
    """Return the class of the move of `old[gone]` to `new[come]`: what its words tell, and what its place does."""
    move, old_texts, new_texts = Move("", *gone, "", *come), {"": old}, {"": new}
    classed = change_class(old[slice(*gone)], new[slice(*come)], language)
    if hidden := hidden_by_move(old, gone, new, come):
        return ClassByWords("substantive", hidden, alarm=True)
    if classed.change_class == "editorial":
        why, alarm = stands_otherwise(move, old_texts, new_texts)
        return ClassByWords("substantive", why, alarm=alarm) if why else classed
    return classed


def stands_otherwise(move: Move, old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, bool]:
    """Return why a passage with the same words may say something else where it stands now, and whether it surely does.

    The reason is empty where it says the same, and where what stands behind it does.
    """
    text = new[move.new_path]
    passage = text[move.new_start : move.new_end]
    if notes_of(old[move.old_path], move.old_start, move.old_end) != notes_of(text, move.new_start, move.new_end):
        return "its footnotes are other ones now", False
    if leads_on(text, move.new_start, move.new_end):
        return "it leads to other words", _SORTS.search(passage) is not None
    if is_in_heading(text, move.new_start) and "\n" not in passage.strip():
        return "the heading stands over other words now", False
    if match := _REFERS_BACK.search(passage):
        return f"“{match[0].strip()}” refers to what stands before it", False
    why, alarm = _under_other_words(move, old, new)
    return (why, alarm) if why else (_ranked(move, new) or _another_neighbour(move, old, new), False)


def _under_other_words(move: Move, old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, bool]:
    """Return what a moved passage stands under now that says of it what was not said before, and whether it sorts."""
    text = new[move.new_path]
    before = section_context_of(old[move.old_path], move.old_start)
    after = section_context_of(text, move.new_start)
    if not is_in_heading(text, move.new_start):
        for was, now in (
            (before.lead, after.lead),
            (before.label, after.label),
            (_item_of(old[move.old_path], move.old_start), _item_of(text, move.new_start)),
            *zip(_over_cell(old[move.old_path], move.old_start), _over_cell(text, move.new_start), strict=True),
        ):
            if was != now:
                reason = f"stands under “{now or after.heading}” now, was under “{was or before.heading}”"
                return reason, _sorting(was) != _sorting(now)
    if _unnumbered(before.heading) != _unnumbered(after.heading):
        return f"stands under “{after.heading}” now, was under “{before.heading}”", False
    return "", False


def _unnumbered(heading: str) -> str:
    """Return the words of a heading, by which it is the same one wherever it stands and whatever its number is."""
    return _NUMBER.sub("", heading).casefold()


def _sorting(words: str) -> set[str]:
    """Return the words of a heading or a lead-in that sort what stands under it."""
    return {match[0].casefold() for match in _SORTS.finditer(words)}


def _item_of(text: str, start: int) -> str:
    """Return the words of the item that a passage is a further part of, empty where it is none."""
    document, base = parted_text(text).section(start)
    blocks = document.blocks
    parent = block_parents(document)[document.index_at(start - base)]
    if parent == NOTHING or "item" not in blocks[parent].within:
        return ""
    return " ".join(document.source[slice(*blocks[parent].text)].split())


def _over_cell(text: str, start: int) -> tuple[str, str]:
    """Return the head of the column and the name of the row that a passage of a table stands in, empty elsewhere.

    A whole row, which begins with its name, stands under nothing; one that begins with an empty cell goes on with the
    row above it.
    """
    document, base = parted_text(text).section(start)
    text, start = document.source, start - base
    rows = document.blocks[document.index_at(start)].rows
    row = next((at for at, cells in enumerate(rows) if cells and start < cells[-1][1]), 0)
    if not row:
        return "", ""
    cells = [" ".join(text[slice(*cell)].split()) for cell in rows[row]]
    column = next(at for at, cell in enumerate(rows[row]) if start < cell[1])
    if column == 0 or not any(cells[:column]):
        names = (" ".join(text[slice(*each[0])].split()) for each in reversed(rows[1 : row + 1]))
        return "", "" if cells[0] else next((name for name in names if name), "")
    return " ".join(text[slice(*rows[0][column])].split()) if column < len(rows[0]) else "", cells[0]


def _ranked(move: Move, new: Mapping[str, str]) -> str:
    """Return by which words the order of the list says something in which an item moved, empty where it does not."""
    context = section_context_of(new[move.new_path], move.new_start)
    match = RANKS.search(context.lead)
    return f"its place counts, by “{match[0]}”" if match else ""


def _another_neighbour(move: Move, old: Mapping[str, str], new: Mapping[str, str]) -> str:
    """Return which sentence refers to a moved passage on one side only, empty where none does."""
    left = _sentence_behind(old[move.old_path], move.old_end)
    here = _sentence_behind(new[move.new_path], move.new_end)
    if left.split() != here.split() and (match := _BEGINS_BACK.match(left) or _BEGINS_BACK.match(here)):
        return f"“{_beginning(match.string)} …” refers to what stands before it"
    left = _sentence_before(old[move.old_path], move.old_start)
    here = _sentence_before(new[move.new_path], move.new_start)
    if left.split() != here.split() and (match := _REFERS_ON.search(left) or _REFERS_ON.search(here)):
        return f"“{_beginning(match.string)} …” refers to what stands behind it"
    return ""


def _beginning(sentence: str) -> str:
    return " ".join(sentence.split()[:4])


def _sentence_before(text: str, at: int) -> str:
    """Return the last sentence before a place of a text, in its block or in the one before."""
    document, base = parted_text(text).section(at)
    index = document.index_at(at - base)
    if base and not index:
        document, base = parted_text(text).section(base - 1)
        index = len(document.blocks)
    start = document.blocks[max(0, index - 1)].start + base
    before = list(takewhile(lambda span: span[1] <= at, sentences_from(text, start)))
    return text[slice(*before[-1])] if before else ""


def _sentence_behind(text: str, at: int) -> str:
    """Return the first sentence behind a place of a text, empty at its end."""
    behind = next((span for span in sentences_from(text, at) if span[0] >= at), None)
    if behind is None:
        return ""
    document, base = parted_text(text).section(behind[0])
    block = document.block_at(behind[0] - base)
    # A footnote refers to where its mark stands.
    return "" if block is not None and "footnote" in block.within else text[slice(*behind)]
