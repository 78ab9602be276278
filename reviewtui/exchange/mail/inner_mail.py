"""The mails that a mail holds below its own words without a mark of quoting, and which of their lines we sent."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from reviewtui.exchange.mail.html_lines import MailLine

_ORIGINAL = re.compile(
    r"\s*(?:-{2,}\s*(?:Original Message|Original-Nachricht|Ursprüngliche Nachricht|Message d'origine|Forwarded message"
    r"|Neges Wreiddiol|Originalnachricht|Mensaje original)\s*-{2,}|_{20,}|Begin forwarded message:)\s*\Z",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"\s*\*?(?:From|Sent|To|Cc|Subject|Date|Reply-To|Von|Gesendet|An|Betreff|De|Envoyé|À|Objet|Oddi wrth|Anfonwyd|At"
    r"|Pwnc)\s*:\*?\s",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s*\*?(?:From|Von|De|Oddi wrth)\s*:\*?\s+(?P<who>.*)", re.IGNORECASE)
_MARKER = re.compile(r"\A\s*(?:[-*+•·]|\d{1,3}[.)])\s+")
_SURE = 30
"""Characters of a line that nobody types by chance as we did."""
_SHORT = 8
_ADDRESSES = re.compile(r"<(?:https?|mailto|tel):[^>\s]*>")
"""What mail programs write behind words that look like an address."""
_HEADER_WITHIN = 4
_MOST_MAILS = 20
_MOST_OTHERS = 2_000
"""Lines of others after which only whole blocks are looked for: to search for each takes as long as the text is."""


class InnerMail(NamedTuple):
    """A mail inside of another: who it says that it is from (empty for the outer one), and its lines."""

    sender: str
    lines: tuple[MailLine, ...]


def mails_of(lines: Sequence[MailLine]) -> Iterator[InnerMail]:
    """Give the mail itself, then those below it that bear a head of their own."""
    sender, begin = "", 0
    for _ in range(_MOST_MAILS):
        at = next((at for at in range(begin, len(lines)) if _begins(lines, at)), len(lines))
        yield InnerMail(sender, tuple(lines[begin:at]))
        if at == len(lines):
            return
        sender, begin = _head(lines, at)
    yield InnerMail(sender, tuple(lines[begin:]))


def _begins(lines: Sequence[MailLine], at: int) -> bool:
    line = lines[at]
    if line.depth:
        return False
    behind = lines[at + 1 : at + _HEADER_WITHIN]
    return bool(_ORIGINAL.match(line.words)) or (
        _FROM.match(line.words) is not None and any(_HEADER.match(each.words) for each in behind)
    )


def _head(lines: Sequence[MailLine], at: int) -> tuple[str, int]:
    """Who the head of a mail names, and where the words below it begin."""
    sender = ""
    while at < len(lines):
        words = lines[at].words
        named = _FROM.match(words)
        if words.strip() and not _HEADER.match(words) and not _ORIGINAL.match(words):
            break
        sender = sender or (named["who"].strip() if named else "")
        at += 1
    return sender, at


class OwnLines:
    """Knows the lines that we sent, wherever a program broke them; what somebody typed between them is none."""

    def __init__(self, ours: str) -> None:
        """Take the text that was sent, one block a line."""
        blocks = [flat for line in ours.splitlines() if (flat := _flat(line))]
        self._text = "".join(blocks)
        self._blocks = set(blocks) | {_flat(_MARKER.sub("", line)) for line in ours.splitlines()}
        self._starts = {0, *accumulate(map(len, blocks))}
        self._at = 0
        self._others = 0

    def is_ours(self, words: str) -> bool:
        """Say whether a line is one of ours: a whole block, a long piece, or what goes on where the last one ended."""
        flat = _flat(words)
        if not flat:
            return True
        goes_on = self._text.startswith(flat, self._at)
        if goes_on and (len(flat) >= _SHORT or self._at not in self._starts):
            self._at += len(flat)
            return True
        if flat in self._blocks or (len(flat) >= _SURE and self._others < _MOST_OTHERS):
            at = self._text.find(flat, self._at)
            at = self._text.find(flat) if at < 0 else at
            if at >= 0:
                self._at = at + len(flat)
                return True
        self._others += flat not in self._blocks
        return flat in self._blocks

    def others(self, lines: Iterable[str]) -> Iterator[str]:
        """Give the runs of lines that are not ours."""
        held: list[str] = []
        for line in (*lines, ""):
            if line.strip() and not self.is_ours(line):
                held.append(line.strip())
            elif held:
                yield "\n".join(held)
                held = []


def _flat(words: str) -> str:
    return "".join(_ADDRESSES.sub("", words).split()).casefold()
