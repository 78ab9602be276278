"""What one run of a Word file shows: its characters, and what stands among them that is no character."""

from collections.abc import Iterator
from typing import Any

from reviewtui.exchange.word.package.xml_names import attribute, child, name_of, value_of
from reviewtui.exchange.word.reading.left_out import LeftOut

_SIGNS = {
    "w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad",
}  # fmt: skip
_SYMBOLS = {
    ("symbol", 0xB7): "•", ("wingdings", 0xFC): "✓", ("wingdings", 0xE0): "→", ("wingdings", 0xFE): "☑",
    ("wingdings", 0xA8): "☐", ("wingdings", 0x6F): "☐", ("wingdings", 0x4A): "☺", ("symbol", 0xAE): "→",
    ("symbol", 0xB3): "≥", ("symbol", 0xA3): "≤", ("symbol", 0xD7): "\u00d7", ("symbol", 0x2D): "\u2212",
}  # fmt: skip


_SMALL = {
    "superscript": str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"),
    "subscript": str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}


def with_raised_signs(words: str, properties: Any, left_out: LeftOut) -> str:
    """Return raised and lowered figures as signs of their own: "10" and a raised "2" are no "102"."""
    signs = _SMALL.get(value_of(properties, "w:vertAlign"))
    if signs is None or not any(map(str.isdigit, words)):
        return words
    if any(ord(sign) not in signs and not sign.isspace() for sign in words):
        left_out.count("height", words)
        return words
    return words.translate(signs)


def plain_text(element: Any) -> str:
    """Return the characters of a `w:t`; white space at its ends counts only where the file says so."""
    text = element.text or ""
    if element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve":
        return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    return " ".join(text.strip(" \t\r\n").splitlines()) if "\n" in text or "\r" in text else text.strip(" \t\r\n")


def shown_characters(element: Any, left_out: LeftOut) -> str:
    """Return what a child of a run shows; an empty string for what shows no character."""
    name = name_of(element)
    if name in {"w:t", "w:delText"}:
        return plain_text(element)
    if name in _SIGNS:
        return _SIGNS[name]
    if name == "w:br":
        return "" if attribute(element, "w:type") in {"page", "column"} else "\n"
    return _symbol(element, left_out) if name == "w:sym" else ""


def _symbol(element: Any, left_out: LeftOut) -> str:
    font = attribute(element, "w:font").casefold()
    code = attribute(element, "w:char")
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    plain = number - 0xF000 if 0xF000 <= number < 0xF100 else number
    for (family, sign), shown in _SYMBOLS.items():
        if font.startswith(family) and sign == plain:
            return shown
    if number < 0xD800 and not font.startswith(("symbol", "wingdings", "webdings")):
        return chr(number)
    left_out.count("symbol")
    return "□"


def boxes_in(element: Any) -> Iterator[Any]:
    """Give the text boxes of a drawing, each once: what stands there for older programs is left out."""
    for inner in element:
        name = name_of(inner)
        if name == "w:txbxContent":
            yield inner
        elif name != "mc:Fallback":
            yield from boxes_in(inner)


def without_fallback(element: Any) -> list[Any]:
    """Return what an element of alternatives holds: the first choice, else what stands there for older programs."""
    for inner in element:
        if name_of(inner) == "mc:Choice":
            return list(inner)
    fallback = child(element, "mc:Fallback")
    return [] if fallback is None else list(fallback)
