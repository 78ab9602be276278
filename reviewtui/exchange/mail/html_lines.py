"""The lines of an HTML mail as its reader sees them; what nobody sees is kept apart, to be told."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import NamedTuple

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?P<name>[.#][\w-]+)?\Z")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_NOTHING = re.compile(r"[01]?(?:\.\d*)?(?:px|pt|%)?|0?(?:\.\d*)?[a-z]*")
"""A size at which nothing can be read: none, or about one point."""
_FAR = re.compile(r"-\d{3,}")
_NUMBERS = re.compile(r"[\d.]+")
_COLOURS = {
    "white": (255, 255, 255), "snow": (255, 250, 250), "ivory": (255, 255, 240), "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255), "floralwhite": (255, 250, 240), "azure": (240, 255, 255), "black": (0, 0, 0),
    "mintcream": (245, 255, 250), "yellow": (255, 255, 0), "red": (255, 0, 0), "green": (0, 128, 0),
    "blue": (0, 0, 255), "gray": (128, 128, 128), "grey": (128, 128, 128), "silver": (192, 192, 192),
    "navy": (0, 0, 128), "maroon": (128, 0, 0), "purple": (128, 0, 128), "teal": (0, 128, 128),
}  # fmt: skip
_LEAST_CONTRAST = 1.3
"""Below this words cannot be told from their ground; 4.5 is what is asked of pages."""
_MOST_STYLES = 100_000
_MOST_CLASSES = 20
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class HtmlLook:
    """How an element shows its words: whether at all, in which colour, on which ground."""

    hidden: bool = False
    colour: Colour = (0, 0, 0)
    ground: Colour = (255, 255, 255)

    @property
    def is_seen(self) -> bool:
        """Whether a reader sees the words."""
        return not self.hidden and _contrast(self.colour, self.ground) >= _LEAST_CONTRAST

    def within(self, attributes: Mapping[str, str], styles: Iterable[Mapping[str, str]]) -> "HtmlLook":
        """Return the look inside of an element with these attributes, for which these styles hold before its own."""
        colour, ground = _colour(attributes.get("color", "")), _colour(attributes.get("bgcolor", ""))
        look = HtmlLook(self.hidden or "hidden" in attributes, colour or self.colour, ground or self.ground)
        for values in (*styles, _values(attributes.get("style", ""))):
            look = _styled(look, values)
        return look


class StyleSheet:
    """What the style sheets of a mail declare for elements that are named by tag, class or id alone, the last wins."""

    def __init__(self) -> None:
        """Begin without a rule."""
        self._rules: dict[tuple[str, str], dict[str, str]] = {}

    def add(self, sheet: str) -> None:
        """Take in the rules of a sheet; of a row of selectors the last names the element."""
        for selectors, declared in _RULE.findall(_COMMENT.sub("", sheet[:_MOST_STYLES]).lower()):
            values = _values(declared)
            for selector in selectors.split(","):
                match = _SIMPLE.match((selector.split() or [""])[-1])
                if match and match[0]:
                    self._rules.setdefault((match["tag"] or "", match["name"] or ""), {}).update(values)

    def values(self, tag: str, attributes: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
        """Give what is declared for an element, rule by rule."""
        classes = attributes.get("class", "").lower().split()[:_MOST_CLASSES]
        signs = ("", *(f".{name}" for name in classes), f"#{attributes.get('id', '').lower()}")
        for key in ((tag, sign) for sign in signs):
            yield from (self._rules[each] for each in (("", key[1]), key) if each in self._rules)


_LINE_END = re.compile(r"\r\n?|\n")
_QUOTED = re.compile(r"((?:>[ \t]?)+)")
_SKIPPED = frozenset({"style", "script", "title", "template", "noscript", "textarea", "select", "object"})
_BREAKING = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"}
)
_APART = frozenset({"p", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr"})
_EMPTY = frozenset({"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "wbr"})
_ENDS_ITSELF = frozenset({"p", "li", "td", "th", "tr", "dd", "dt", "option"})
_HOLDERS = frozenset({"ul", "ol", "table", "blockquote", "div", "body", "dl"})
_DEEPEST = 500


class MailLine(NamedTuple):
    """A line of a mail and how deep it is quoted."""

    depth: int
    words: str


def quoted_line(words: str, depth: int = 0) -> MailLine:
    """Return a line of which each ">" at its beginning is a level of quotation, beside `depth` that it has already."""
    match = _QUOTED.match(words)
    return MailLine(depth + match[1].count(">"), words[match.end() :]) if match else MailLine(depth, words)


class _Element(NamedTuple):
    """An element that is open: its tag, how it shows its words, and whether it is none of the text of a mail.

    In a `preformatted` one the ends of lines are seen as they are written.
    """

    tag: str
    look: HtmlLook
    skipped: bool = False
    preformatted: bool = False


class HtmlLines(HTMLParser):
    """Reads the lines of an HTML mail; what it would load or run is never looked at."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        super().__init__(convert_charrefs=True)
        self.lines: list[MailLine] = []
        self.hidden: list[str] = []
        """Words that no reader of the mail sees."""
        self._depth = 0
        self._open = [_Element("", HtmlLook())]
        self._styles = StyleSheet()
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        if tag == "br":
            self._end_line()
        elif tag in _BREAKING:
            self._break(apart=tag in _APART)
        if tag == "blockquote":
            self._depth += 1
        if tag in {"td", "th"} and any(word.strip() for word in self._words):
            self._words.append(" | ")
        if tag in _EMPTY:
            return
        if tag in _ENDS_ITSELF:
            self._end_like(tag)
        attributes = {name: value or "" for name, value in attrs}
        look = self._open[-1].look.within(attributes, self._styles.values(tag, attributes))
        if len(self._open) < _DEEPEST:
            skipped = tag in _SKIPPED or self._open[-1].skipped
            space = _values(attributes.get("style", "")).get("white-space", "")
            is_plain = space.startswith("pre") or ((tag == "pre" or self._open[-1].preformatted) and not space)
            self._open.append(_Element(tag, look, skipped, is_plain))

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those in it that were not ended."""
        if tag in _BREAKING and tag != "br":
            self._break(apart=tag in _APART)
        if tag == "blockquote":
            self._depth = max(0, self._depth - 1)
        at = next((at for at in range(len(self._open) - 1, 0, -1) if self._open[at].tag == tag), 0)
        if at:
            del self._open[at:]

    def handle_data(self, data: str) -> None:
        """Take in words that are seen, and keep those apart that are not."""
        element = self._open[-1]
        if element.tag == "style":
            self._styles.add(data)
        elif element.skipped:
            return
        elif element.look.is_seen:
            first, *others = _LINE_END.split(data) if element.preformatted else [data]
            self._words.append(first)
            for line in others:
                self._end_line()
                self._words.append(line)
        elif words := " ".join(data.split()):
            self.hidden.append(words)

    def all_lines(self) -> list[MailLine]:
        """Return the lines, what stands behind the last element included."""
        self._break(apart=False)
        return self.lines

    def _end_like(self, tag: str) -> None:
        """End an open element of the same sort, as readers of HTML do where nothing says so."""
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
            if at >= len(self._open) or self._open[at].tag in _HOLDERS:
                return

    def _end_line(self) -> None:
        """End a line; one without words is an empty line."""
        self._break(apart=not any(word.strip() for word in self._words))

    def _break(self, *, apart: bool) -> None:
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if words:
            self.lines.append(quoted_line(words, self._depth))
        if apart and self.lines and self.lines[-1].words:
            self.lines.append(MailLine(self._depth, ""))


def _values(style: str) -> dict[str, str]:
    declared = _DECLARATION.findall(_COMMENT.sub("", style.lower()))
    return {name: value.replace("!important", "").strip() for name, value in declared}


def _styled(look: HtmlLook, values: Mapping[str, str]) -> HtmlLook:
    if any(_hides(name, value, values) for name, value in values.items()):
        return replace(look, hidden=True)
    colour = _colour(values.get("color", ""))
    ground = _colour(values.get("background-color", "") or values.get("background", ""))
    return replace(look, colour=colour or look.colour, ground=ground or look.ground)


def _hides(name: str, value: str, values: Mapping[str, str]) -> bool:
    if name in {"display", "visibility", "mso-hide"}:
        return value in {"none", "hidden", "collapse", "all"}
    if name in {"font-size", "max-height", "max-width", "opacity"}:
        return _NOTHING.fullmatch(value) is not None and (name != "opacity" or float(_number(value)) < 0.1)
    if name in {"height", "width"}:
        return values.get("overflow") == "hidden" and _NOTHING.fullmatch(value) is not None
    if name in {"left", "top", "text-indent", "margin-left", "margin-top"}:
        return _FAR.match(value) is not None
    return name == "color" and (value == "transparent" or value.replace(" ", "").endswith(",0)"))


def _number(value: str) -> str:
    match = _NUMBERS.search(value)
    return match[0] if match and match[0].count(".") < 2 and match[0] != "." else "0"


def _colour(value: str) -> Colour | None:
    """A colour as its three parts; None where the words for it are not known."""
    word = value.strip().lower()
    digits = word.removeprefix("#")
    if re.fullmatch(r"[0-9a-f]{3}|[0-9a-f]{6}", digits):
        pairs = [digit * 2 for digit in digits] if len(digits) == 3 else [digits[0:2], digits[2:4], digits[4:6]]
        return int(pairs[0], 16), int(pairs[1], 16), int(pairs[2], 16)
    if word.startswith("rgb"):
        parts = [min(255, int(float(_number(part)))) for part in _NUMBERS.findall(word)[:3]]
        return (parts[0], parts[1], parts[2]) if len(parts) == 3 else None
    return _COLOURS.get(word.split()[0]) if word else None


def _contrast(first: Colour, second: Colour) -> float:
    """How far two colours stand apart, by the formula of the Web Content Accessibility Guidelines: 1 to 21."""
    low, high = sorted((_light(first), _light(second)))
    return (high + 0.05) / (low + 0.05)


def _light(colour: Colour) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
