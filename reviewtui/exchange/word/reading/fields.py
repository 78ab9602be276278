"""Fields of a Word file: their codes are no text, and one kind of them is a link."""

import re
from dataclasses import dataclass, field

_HYPERLINK = re.compile(r"\s*HYPERLINK\s+(?:\\[a-z]\s+)*\"(?P<address>[^\"]*)\"", re.IGNORECASE)


@dataclass
class FieldStack:
    """The fields that have begun and not ended; they may reach over runs and paragraphs."""

    _codes: list[str] = field(default_factory=list)
    _shown: list[bool] = field(default_factory=list)

    def mark(self, kind: str) -> None:
        """Note that a field begins, that its result follows, or that it ends."""
        if kind == "begin":
            self._codes.append("")
            self._shown.append(False)
        elif kind == "separate" and self._shown:
            self._shown[-1] = True
        elif kind == "end" and self._shown:
            self._codes.pop()
            self._shown.pop()

    def add_code(self, text: str) -> None:
        """Add to the code of the innermost field."""
        if self._codes:
            self._codes[-1] += text

    @property
    def hides(self) -> bool:
        """Whether what comes now is the code of a field."""
        return not all(self._shown)

    @property
    def link(self) -> str:
        """Where the result that comes now leads to; an empty string where it is no link."""
        for code in reversed(self._codes):
            address = link_of(code)
            if address:
                return address
        return ""


def link_of(code: str) -> str:
    """Return the address that the code of a field leads to."""
    match = _HYPERLINK.match(code)
    return match["address"] if match else ""
