"""Text that breaks off: a sentence that ends in "and the", a label with nothing behind it."""

import re
from collections.abc import Iterator, Sequence

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import document_of
from reviewtui.text.span import Span

_OPEN_END = re.compile(
    r"(?<![\w'\u2019/-])(?:the|a|an|our|your|their|its|every|each|and|but|because|if|than|whose|whether|unless|until"
    r"|within|during|between|including|regarding|per|upon|such as|so that|in order to|which then|and then"
    r"|(?:so that|which) \w+ can"
    r"|whether to|without|into|against"
    r"|(?<!\bas )(?<!than )(?<!ever )(?<!soon )(?<!long )(?<!shortly )(?<!days )(?<!week )(?<!day )(?<!year )"
    r"(?:before|after)"
    r"|(?:will|must|should|shall|may|can)\s+(?:first|then|also|always|only))"
    r"[*_]*\s*\Z"
)
"""Last words, in lower case, behind which something has to come."""
_MODAL_END = re.compile(
    r"(?<![\w'\u2019/-])(?:(?:will|must|should|shall|may|has to|have to|needs? to|is to|are to)(?: be)?|can|cannot"
    r"|able to|asked to|required to|(?<=[a-z] )(?:is|are|was|were)"
    r"|(?:be|been|is|are|and)\s+(?:\w+ed|given|sent|made|kept|held|shown|paid|written|taken)"
    r" (?:to|by|with|from|for|at))[*_]*\s*\Z"
)
"""A word that needs a verb, unless a clause says "as soon as you can", "what you should"."""
_CLAUSE = re.compile(
    r"\b(?:as|if|when|what|whatever|that|than|best|all|everything|anything|who|which|where|how|why)\b"
    r"(?:\s+\S+){0,6}\s*\Z",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[;,:]\s*(?:and|or)[*_]*\s*\Z")
"""How an item of a list is joined to the next one."""
_JOINED_ITEM = re.compile(r"\b(?:and|or|if|but)[*_]*\s*\Z")
_SENTENCE_END = re.compile(r"[.!?][*_\"'\u201d\u2019)]*\s+(?=\S)")
_FEWEST = 4
"""Words that a line has before it is taken for a sentence."""
_LABEL = re.compile(r"[*_]*(?P<label>[A-Z][\w'\u2019 ,/&()-]{1,80}?)[*_]*\s*:[*_]*\s*\Z")
_BESIDE = 2
"""Labels with words behind them that stand beside one before an empty one is a gap."""
_WANTED = re.compile(
    r"\b(?:contacts?|coordinator|officer|manager|lead|owner|author|deputy|name|telephone|phone|number|e-?mail|address|date"
    r"|approved by|reviewed by|version|secretary"
    r"|clerk|chair|\w+(?:ator|ager|icer|visor|oner|eeper|ant))[*_]*\s*:[*_]*\s*\Z",
    re.IGNORECASE,
)
"""A label that asks for a person, an address or a date."""
_SHORT = 8
"""Words up to which what follows may be what a label asks for."""
_VALUE = re.compile(r"\S@\S|\d[\d ]{8,}\d")
_FILLED = re.compile(r"[*_]*[A-Z][\w'\u2019 /&()-]{1,40}?[*_]*\s*:[*_]*\s*\S")

_BreakOff = tuple[int, int, str]


def broken_off(text: str) -> Iterator[_BreakOff]:
    """Yield the sentences at the end of a paragraph or item that end in a word behind which something has to come."""
    blocks = document_of(text).solid_blocks
    for index, block in enumerate(blocks):
        if block.kind == "paragraph" and not _goes_on(blocks, index):
            words = text[slice(*block.text)].rstrip()
            last = max((match.end() for match in _SENTENCE_END.finditer(words)), default=0)
            if _breaks_off(words[last:], in_item="item" in block.within):
                yield block.text[0] + last, block.text[0] + len(words), "this sentence breaks off"


def _breaks_off(sentence: str, *, in_item: bool) -> bool:
    if len(sentence.split()) < _FEWEST or (_JOINED_ITEM if in_item else _JOINED).search(sentence):
        return False
    clause = sentence.rpartition(",")[2]
    return bool(_OPEN_END.search(sentence) or (_MODAL_END.search(sentence) and not _CLAUSE.search(clause)))


def empty_labels(text: str) -> Iterator[_BreakOff]:
    """Yield the labels behind which nothing stands: before a heading, at the end, or where others beside are filled."""
    blocks = document_of(text).solid_blocks
    for index, block in enumerate(blocks):
        if block.kind != "paragraph" or block.quote:
            continue
        lines = _lines(text, block)
        beside = lines if len(lines) > 1 else _items_beside(text, blocks, index)
        for number, (start, end) in enumerate(lines):
            label = _LABEL.fullmatch(text[start:end])
            goes_on = number + 1 == len(lines) and _goes_on(blocks, index)
            if (
                label
                and ("," not in label["label"] or _WANTED.search(label[0]))
                and not goes_on
                and (_is_one_gap(text, beside) or (len(lines) == 1 and _is_alone(text, blocks, index)))
            ):
                yield start, end, f"nothing stands behind “{label['label']}”"


def _is_one_gap(text: str, beside: Sequence[Span]) -> bool:
    """Whether most of the labels beside one have words behind them."""
    filled = sum(bool(_FILLED.match(text[start:end])) for start, end in beside)
    empty = sum(bool(_LABEL.fullmatch(text[start:end])) for start, end in beside)
    return filled >= _BESIDE and empty * 2 <= filled


def _is_alone(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether a label by itself leads to nothing: the end, the next heading, or words that are not what it asks for."""
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if after is None or after.kind == "rule":
        return True
    if after.kind == "heading":
        over = next((block.level for block in reversed(blocks[:index]) if block.kind == "heading"), 0)
        return after.level <= over
    follows = text[slice(*after.text)]
    asks = _WANTED.search(text[slice(*blocks[index].text)])
    return bool(asks) and after.kind == "paragraph" and len(follows.split()) > _SHORT and not _VALUE.search(follows)


def _goes_on(blocks: Sequence[Block], index: int) -> bool:
    """Whether what follows belongs to a block: a list, code, a table or a quotation that it leads to."""
    block = blocks[index]
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if after is None or after.kind in {"heading", "rule"}:
        return False
    if after.kind in {"code", "table", "html", "alert"} or after.quote > block.quote:
        return True
    return len(after.within) > len(block.within) or (
        after.kind == "paragraph" and not after.markers and bool(block.within)
    )


def _lines(text: str, block: Block) -> list[Span]:
    start, lines = block.text[0], []
    for line in text[slice(*block.text)].splitlines(keepends=True):
        inner = line.strip()
        first = start + line.find(inner) if inner else start
        lines.append((first, first + len(inner)))
        start += len(line)
    return lines


def _items_beside(text: str, blocks: Sequence[Block], index: int) -> list[Span]:
    """The first lines of the other items of a list, or of the paragraphs right before and behind."""
    block = blocks[index]
    if "item" not in block.within:
        return []
    around = range(max(0, index - 8), min(len(blocks), index + 9))
    items = [
        blocks[near]
        for near in around
        if near != index and blocks[near].within == block.within and blocks[near].indent == block.indent
    ]
    return [_lines(text, item)[0] for item in items if item.kind == "paragraph" and item.text[0] < item.text[1]]
