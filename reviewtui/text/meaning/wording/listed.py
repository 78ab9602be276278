"""A list read as the sentence that it is: "You may pay: - by card - in cash" says "You may pay by card or in cash"."""

import re
from collections.abc import Iterator

from reviewtui.text.markdown.said_passage import BLOCK_START, HEADING
from reviewtui.text.meaning.quantities import amount_words

_BLOCKS = re.compile(rf"{BLOCK_START}+\n")
_BEGINS = f"{BLOCK_START}\n"
_INNER_END = re.compile(rf"[.!?]\s|{BLOCK_START}|{HEADING}")
_LINK = re.compile(r"[;,]?\s*\b(and|or)\W*\Z")
_FREE_TO_CHOOSE = re.compile(r"\b(?:can|may|could)\b(?! not)|\bany of\b|\bone of\b", re.IGNORECASE)
_DENIED = re.compile(r"\bnot\b|\bcannot\b|n't\b|\bnever\b|\bwithout\b|\bno\b", re.IGNORECASE)
_BINDING = re.compile(r"\b(?:must|shall|if|unless|when|where|who|which|that)\b", re.IGNORECASE)
_CONDITION = re.compile(r"(?:if|when|where|before|after|once|unless)\b[^,]*:", re.IGNORECASE)
"""A lead that is a condition and nothing else, behind which a comma stands in a sentence."""
_COUNTED = re.compile(rf"\W*(?:\d|(?:{'|'.join(amount_words())})\b)", re.IGNORECASE)
"""Of amounts a list may mean all of them."""
_FEWEST = 2
"""Items of a list, at the least."""


def as_sentences(passage: str) -> Iterator[str]:
    """Yield a passage with its list as a part of the sentence that leads to it, without the colon and with it."""
    lead, *items = _BLOCKS.split(passage.removeprefix(_BEGINS))
    *before, lead = lead.rsplit(BLOCK_START, 1)
    if len(items) < _FEWEST or not lead.rstrip().endswith(":") or any(map(_INNER_END.search, items)):
        return
    link = next((match[1] for item in items[:-1] if (match := _LINK.search(item))), "") or _left_out(lead)
    words = [_without_end(item) for item in items]
    if not link or (link == "or" and any(map(_COUNTED.match, words))):
        return
    listed = f"{', '.join(words[:-1])} {link} {words[-1]}."
    start = "".join(f"{sentence}{BLOCK_START}" for sentence in before)
    for sign in ("", ":", *([","] if _CONDITION.fullmatch(lead.strip()) else [])):
        yield f"{start}{lead.rstrip()[:-1]}{sign} {listed}"


def _left_out(lead: str) -> str:
    """Return the word that stands for nothing between items: "or" where one may choose or all is denied."""
    if _DENIED.search(lead):
        return "" if _FREE_TO_CHOOSE.search(lead) else "or"
    if _FREE_TO_CHOOSE.search(lead):
        return "" if _BINDING.search(lead) else "or"
    return "and"


def _without_end(item: str) -> str:
    words = _LINK.sub("", item.strip()).rstrip(" .;,")
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words
