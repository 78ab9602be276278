"""How a line of Markdown says what block it belongs to (CommonMark 0.31, with tables and front matter)."""

import re

BLANK = re.compile(r"[ \t\r]*(?:\n|\Z)")
QUOTED_BLANK = re.compile(r"[ \t>\r]*(?:\n|\Z)")
BEFORE_BLANK = re.compile(r"\n(?=[ \t>\r]*(?:\n|\Z))")
FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:.*\n){0,500}?(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)")
QUOTE = re.compile(r"[ \t]*>(?:[ \t]?>)*[ \t]?")
SPACE = re.compile(r"[ \t]*")
HEADING = re.compile(r"(#{1,6})(?:[ \t]+|(?=\r?\n|\Z))")
UNDERLINE = re.compile(r"[ \t>]*(=+|-+)[ \t]*\r?(?:\n|\Z)")
RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*\r?(?:\n|\Z)")
FENCE = re.compile(r"(`{3,})(?=[^`\n]*(?:\n|\Z))|(~{3,})")
MARKER = re.compile(r"([-*+]|(\d{1,9})[.)])([ \t]+|(?=\r?\n|\Z))")
DEFINITION = re.compile(r"\[[^\]\n]{1,200}\]:[ \t]*\S")
HTML = re.compile(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|"
    r"fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|"
    r"menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|"
    r"track|ul|script|pre|style|textarea)(?=[\s/>]|\Z)|<[?!]|</?[a-z][a-z0-9-]*(?:\s[^<>\n]*)?/?>[ \t]*\r?(?:\n|\Z)",
    re.IGNORECASE,
)
DELIMITERS = re.compile(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\r?(?:\n|\Z)")
CELL_END = re.compile(r"(?<!\\)\|")


def columns(space: str) -> int:
    """Return how many columns leading white space takes; a tab goes to the next multiple of four."""
    at = 0
    for char in space:
        at = at + 1 if char == " " else at - at % 4 + 4
    return at


def fence_end(fence: str) -> re.Pattern[str]:
    """Return what closes a code block that `fence` opened."""
    return re.compile(rf"^[ \t>]*{re.escape(fence)}{re.escape(fence[0])}*[ \t]*\r?$", re.MULTILINE)
