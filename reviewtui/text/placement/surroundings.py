"""Whether what a passage is part of says something else now: its sentence, row or item, its lead, the headings over it.

The words of a passage can stay while all around them says the reverse: "Never" became "Always" at the beginning of the
sentence, "You may:" became "You must not:" over the list. Whoever puts words into such a passage has to know that.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reviewtui.text.diff.hidden_words import hidden_by_move
from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.headings import headings
from reviewtui.text.markdown.said_passage import BLOCK_START, said_passage
from reviewtui.text.meaning.change_class import class_of
from reviewtui.text.meaning.holders import people_in
from reviewtui.text.meaning.language.default_language import BRITISH_ENGLISH
from reviewtui.text.meaning.language.passage_language import passage_language
from reviewtui.text.meaning.meaning import in_words, may_mean_otherwise, meaning_changes
from reviewtui.text.placement.place_values import ContextChange
from reviewtui.text.span import Span
from reviewtui.text.words.sentences import sentences_within

REFERS_BACK = re.compile(
    r"\W*(?:this|that|these|those|it|they|here|none\s+of|nothing|the\s+above|however|but|except\w*|unless|otherwise"
    r"|only|nor|save)\b",
    re.IGNORECASE,
)
"""How a sentence begins that says something about the ones before it."""
_LEADS = re.compile(r"[^.!?\s][\s*_]*\Z|\b(?:following|these|those|this|below|next|list)\b", re.IGNORECASE)
"""What the last sentence before a list has if it leads to it: no full stop behind it, or a word for what follows."""
_LIMITS = re.compile(
    r"\b(?:appl(?:y|ies)|bind(?:s|ing)?|exempt\w*|except\w*|exclud\w*|suspend\w*|however|but|unless|otherwise|only|not"
    r"|never|no|none|nothing|may|need|optional\w*)\b",
    re.IGNORECASE,
)
"""What in such a sentence can take away from what stands before it."""
_REACHES = re.compile(r"\b(?:appl(?:y|ies)|bind(?:s|ing)?|exempt\w*|except\w*|exclud\w*|suspend\w*)\b", re.IGNORECASE)
"""What reaches over more than its own paragraph."""
_LABEL = re.compile(r"(?:(\*\*|__|\*|_)(?![\s*_]).+?\1[:.]?|!\[[^\]\n]*\]\([^)\n]*\))\s*", re.DOTALL)
"""A paragraph that is a heading in all but its marks: stressed words alone, or a picture."""
_TITLE_TAG = re.compile(r"<(?:h[1-6]|summary|caption|legend)\b", re.IGNORECASE)
"""What a title is in HTML."""
_SPACE = re.compile(r"[\s\ue000-\uf8ff\u2029]+")


class Surroundings(NamedTuple):
    """The sentence, row or item that holds a passage; what leads to it, outermost first; the headings over it.

    `sentence` is the narrowest of it: of an item the sentence alone, of a table the row with the head of its columns.
    """

    own: str
    leads: tuple[str, ...]
    headings: tuple[str, ...]
    sentence: str = ""


def changed_surroundings(old: str, before: Span, new: str, after: Span, language: str) -> ContextChange | None:
    """Say whether what characters `before` of a text are said within says something else around `after` of another.

    What a person would have to see counts: a duty, a negation, an amount, a holder, a condition. Within the same
    sentence or row any other word counts that is no spelling, since which nouns and verbs matter is not known.
    """
    if (old, before) == (new, after):
        return None
    if silenced := hidden_by_move(old, _filled(old, before), new, _filled(new, after)):
        return ContextChange(silenced, _shown(old[slice(*before)]), _shown(new[slice(*after)]))
    was, now = surroundings_of(old, before), surroundings_of(new, after)
    if was == now:
        return None
    known = bool(passage_language(was.own, now.own, language).heard)
    if reason := _differs(was.own, now.own, language):
        return ContextChange(reason, _shown(was.own), _shown(now.own))
    for over, under, whole in ((was.leads, now.leads, False), (was.headings, now.headings, True)):
        if reason := _leads_differ(over, under, known=known, whole=whole):
            return ContextChange(reason, _shown(*over, was.own), _shown(*under, now.own))
    return other_wording(was.sentence, now.sentence, language)


def other_wording(was: str, now: str, language: str) -> ContextChange | None:
    """Say whether the words of a sentence or row changed by more than spelling, case and punctuation."""
    if was == now:
        return None
    classed = class_of([was], [now], language=language)
    if classed.change_class == "editorial":
        return None
    return ContextChange(classed.reason, _shown(was), _shown(now), in_doubt=True)


def _differs(was: str, now: str, language: str) -> str:
    """Return what changed in a sentence that a person has to see, empty where that is nothing."""
    if was == now:
        return ""
    classed = class_of([was], [now], language=language)
    if classed.alarm:
        return classed.reason
    if changes := may_mean_otherwise(was, now, language):
        return in_words(changes)
    gone, come = people_in(was) - people_in(now), people_in(now) - people_in(was)
    return f"{_listed(gone)} → {_listed(come)}" if gone and come else ""


def _leads_differ(was: Sequence[str], now: Sequence[str], *, known: bool, whole: bool) -> str:
    """Return how the words that lead to a passage bind otherwise; where no alarm is `known`, any other words do.

    Of whole headings only the nearest one says whom a passage is about.
    """
    if was == now:
        return ""
    before, after = BLOCK_START.join(was), BLOCK_START.join(now)
    if not known:
        return f"“{_shown(*was) or '(nothing)'}” → “{_shown(*now) or '(nothing)'}”"
    if changes := meaning_changes(before, after, language=BRITISH_ENGLISH):
        return in_words(changes)
    nearest, nearest_now = (BLOCK_START.join(words[-1:] if whole else words) for words in (was, now))
    gone, come = people_in(nearest) - people_in(nearest_now), people_in(nearest_now) - people_in(nearest)
    return f"{_listed(gone) or '(nobody named)'} → {_listed(come) or '(nobody named)'}" if gone or come else ""


def surroundings_of(text: str, span: Span) -> Surroundings:
    """Return what a passage of a text is said within."""
    document = document_of(text)
    index = _block_index(document, span)
    over, leads = headings_and_leads(text, span)
    if index is None:
        own = said_passage(document, *span)
        return Surroundings(own, leads, over, own)
    block = document.blocks[index]
    if block.kind == "table" and block.rows:
        own = said_passage(document, *_whole(_row(block, span)))
        return Surroundings(own, leads, over, BLOCK_START.join((*_column_titles(document, block, span), own)))
    return Surroundings(_own(document, block, span), leads, over, _sentence(document, block, span))


def headings_and_leads(text: str, span: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the titles over a passage of a text, the highest first, and the words that lead to it."""
    document = document_of(text)
    index = _block_index(document, span)
    over = tuple(_headings_over(text, span[0]))
    if index is None:
        return over, ()
    return over, (*_leads(document, index), *_column_titles(document, document.blocks[index], span))


def _column_titles(document: Document, block: Block, span: Span) -> tuple[str, ...]:
    """Return the first row of a table as what leads to a passage in another row; nothing elsewhere."""
    if block.kind != "table" or not block.rows or _row(block, span) == block.rows[0]:
        return ()
    return (said_passage(document, *_whole(block.rows[0])),)


def _block_index(document: Document, span: Span) -> int | None:
    """Return the number of the block that holds a passage; a gap behind its last word is in it."""
    index = bisect_right(document.blocks, span[0], key=lambda block: block.start) - 1
    while index > 0 and document.blocks[index].kind == "blank":
        index -= 1
    return index if index >= 0 else None


def _own(document: Document, block: Block, span: Span) -> str:
    """Return the sentences that a passage touches, and those behind them that speak of them; an item as a whole."""
    if "item" in block.within or block.kind not in {"paragraph", "heading", "alert"}:
        return said_passage(document, min(block.text[0], span[0]), max(block.text[1], span[1]))
    spans = sentences_within(document.source, *block.text)
    low, high = _touched(spans, span)
    behind = (each for each in spans if each[0] >= high and _takes_back(document.source, each, _LIMITS))
    return " ".join(said_passage(document, *each) for each in ((low, high), *behind))


def _sentence(document: Document, block: Block, span: Span) -> str:
    """Return the sentences that a passage touches; a block without sentences as a whole."""
    if block.kind not in {"paragraph", "heading", "alert"}:
        return said_passage(document, min(block.text[0], span[0]), max(block.text[1], span[1]))
    return said_passage(document, *_touched(sentences_within(document.source, *block.text), span))


def _touched(sentences: Sequence[Span], span: Span) -> Span:
    """Return from where to where the sentences go that a passage touches."""
    touched = [each for each in sentences if each[1] >= span[0] and each[0] < max(span[1], span[0] + 1)] or [span]
    return min(touched[0][0], span[0]), max(touched[-1][1], span[1])


def _takes_back(text: str, sentence: Span, how: "re.Pattern[str]") -> bool:
    """Say whether a sentence speaks of those before it and may take something away from them."""
    return REFERS_BACK.match(text, *sentence) is not None and how.search(text, *sentence) is not None


def _leads(document: Document, index: int) -> Iterator[str]:
    """Yield what leads to a block, outermost first: the items over it, the words before its list, a footnote's host."""
    block = document.blocks[index]
    chain: list[Block] = []
    if "footnote" in block.within:
        return (yield from _hosts(document, block))
    depth = len(block.within)
    for number in range(index - 1, -1, -1):
        before = document.blocks[number]
        if before.kind == "blank":
            continue
        if before.kind == "heading" and before.is_top:
            break
        leads_on = document.source[slice(*before.text)].rstrip().endswith(":") and before.end >= block.start
        if len(before.within) < depth or (leads_on and not chain):
            chain.append(before)
            depth = len(before.within)
        if not depth:
            break
    yield from _labels(document, chain[-1].start if chain else block.start)
    leads = ((each, _last_sentence(document, each)) for each in reversed(chain))
    for each, words in leads:
        if each.markers or each.kind != "paragraph" or _is_label(document, each) or _LEADS.search(words):
            yield words
    yield from _limits_behind(document, index)


def _labels(document: Document, at: int) -> Iterator[str]:
    """Yield what stands over the block at `at` like a heading without being one of the outline."""
    index = bisect_left(document.blocks, at, key=lambda block: block.start)
    within = document.blocks[index].within
    if _is_label(document, document.blocks[index]):
        return
    for before in reversed(document.blocks[:index]):
        if before.kind == "heading" and before.is_top:
            return
        if before.within == within and _is_label(document, before):
            yield said_passage(document, *before.text) or document.source[before.start : before.content_end]
            return


def _is_label(document: Document, block: Block) -> bool:
    if block.kind == "paragraph":
        return _LABEL.fullmatch(document.source, *block.text) is not None
    return block.kind == "html" and _TITLE_TAG.search(document.source, block.start, block.content_end) is not None


def _limits_behind(document: Document, index: int) -> Iterator[str]:
    """Yield the paragraphs up to the next heading that say to whom what stands before them applies."""
    for number in range(index + 1, len(document.blocks)):
        block = document.blocks[number]
        if block.kind == "heading" and block.is_top:
            return
        if block.kind == "paragraph" and _takes_back(document.source, block.text, _REACHES):
            yield said_passage(document, *block.text)


def _hosts(document: Document, note: Block) -> Iterator[str]:
    """Yield the sentences that a footnote belongs to."""
    for reference in document.footnotes:
        block = document.block_at(reference.start)
        if reference.label == note.label and block is not None:
            yield _own(document, block, (reference.start, reference.end))


def _last_sentence(document: Document, block: Block) -> str:
    """Return the last sentence of a block, which is what leads on; of an item all of it."""
    spans = sentences_within(document.source, *block.text) if block.kind != "table" else []
    low = block.text[0] if block.within or not spans else spans[-1][0]
    return said_passage(document, low, block.text[1])


def _headings_over(text: str, at: int) -> Iterator[str]:
    """Yield the titles over a place, the highest first."""
    outline = headings(text)
    level, over = 7, []
    for heading in reversed(outline[: bisect_left(outline, at + 1, key=lambda each: each.start)]):
        if heading.level < level and heading.end <= at:
            over.append(heading.title)
            level = heading.level
    yield from reversed(over)


def _row(table: Block, span: Span) -> tuple[Span, ...]:
    """Return the cells of the row that holds a passage, from the bar before it on; of a gap the last one before it."""
    rows = [row for row in table.rows if row]
    if span[0] < span[1]:
        return next((row for row in rows if row[-1][1] > span[0]), rows[-1])
    return next((row for row in reversed(rows) if row[0][0] <= span[0]), rows[0])


def _whole(row: Sequence[Span]) -> Span:
    return row[0][0], row[-1][1]


def _filled(text: str, span: Span) -> Span:
    """Return a passage; for a gap the character before it, which is silent where the gap is."""
    return span if span[0] < span[1] else (max(0, len(text[: span[0]].rstrip()) - 1), span[1])


def _shown(*parts: str) -> str:
    """Return what is said on one line, without signs."""
    return " ".join(_SPACE.sub(" ", " / ".join(part for part in parts if part.strip())).split())


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
