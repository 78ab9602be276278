"""A mail taken apart: what its writer says, and the quoted words that each of these stands below."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reviewtui.exchange.mail.html_lines import MailLine

_ORIGINAL = re.compile(
    r"\s*(?:-{2,}\s*(?:Original Message|Original-Nachricht|Ursprüngliche Nachricht|Message d'origine|Forwarded message"
    r"|Neges Wreiddiol|Originalnachricht|Mensaje original)\s*-{2,}|_{20,})\s*\Z",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"\s*\*?(?:From|Sent|To|Cc|Subject|Date|Von|Gesendet|An|Betreff|De|Envoyé|À|Objet|Oddi wrth|Anfonwyd|At|Pwnc)"
    r"\s*:\*?\s",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s*\*?(?:From|Von|De|Oddi wrth)\s*:\*?\s", re.IGNORECASE)
_ATTRIBUTION = re.compile(
    r"\s*(?:On|Am|Le|El|Op|Il|Ar|Em)\b.{0,300}\b(?:wrote|schrieb.*|a écrit|escribió|schreef|ha scritto|ysgrifennodd.*"
    r"|escreveu)\s*:\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_GREETING = re.compile(
    r"(?:dear|hello|hi|hey|good (?:morning|afternoon|evening)|to whom it may concern)\b[^.!?]{0,60}[,!.]?\Z",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:with |my |our )?(?:kind(?:est)?|best|warm|many)? ?(?:regards|wishes|thanks)|thanks|thank you|cheers"
    r"|yours (?:sincerely|faithfully|truly)|sincerely|sent from my .*)[,.!]?\Z",
    re.IGNORECASE,
)
_LONGEST_CLOSING = 8
"""Lines that may follow a closing: a name, a title, an address."""
_LAST = 40
"""Lines at the end of what somebody writes among which a closing is looked for."""


@dataclass(frozen=True, slots=True)
class Posting:
    """Words of the writer and the quoted paragraph that they stand below; empty for words that stand below none."""

    words: str
    quote: str = ""
    before: tuple[str, ...] = ()
    """The quoted paragraphs before that one, the nearest first."""


@dataclass(frozen=True, slots=True)
class Postings:
    """All that a mail says.

    `left` is what is no remark: greetings and closings; `inside` the paragraphs of the mail that it answers, where that
    is not marked as quoted.
    """

    said: tuple[Posting, ...]
    left: tuple[str, ...] = ()
    inside: tuple[str, ...] = field(default=())


def postings(lines: Sequence[MailLine]) -> Postings:
    """Return what a mail says."""
    own, original = _divided(lines)
    answers: list[Posting] = []
    left: list[str] = []
    quoted: list[str] = []
    for is_quoted, group in groupby(own, key=lambda line: line.depth > 0):
        block = list(group)
        if is_quoted:
            quoted += _paragraphs(line.words for line in block)
            continue
        words, aside = _words(line.words for line in block)
        left += aside
        if words:
            before = tuple(reversed(quoted[:-1]))[:20]
            answers.append(Posting(words, quoted[-1] if quoted else "", before))
    return Postings(tuple(answers), tuple(left), tuple(_paragraphs(original)))


def _divided(lines: Sequence[MailLine]) -> tuple[list[MailLine], list[str]]:
    """The mail, and the one that it answers where that stands below it without being marked as quoted."""
    for at, line in enumerate(lines):
        is_header = _FROM.match(line.words) and any(_HEADER.match(each.words) for each in lines[at + 1 : at + 4])
        if line.depth == 0 and (_ORIGINAL.match(line.words) or is_header):
            rest = [each.words for each in lines[at:] if not _ORIGINAL.match(each.words)]
            headers = next((n for n, words in enumerate(rest) if words.strip() and not _HEADER.match(words)), len(rest))
            return list(lines[:at]), rest[headers:]
    return list(lines), []


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            held.append(line.strip())
        elif held:
            yield "\n".join(held)
            held = []


def _words(lines: Iterable[str]) -> tuple[str, list[str]]:
    """What a writer says in unquoted lines, and what of them is only a greeting, a closing or whom they quote."""
    kept, aside = list(lines), []
    if "-- " in kept or "--" in kept:
        at = min(kept.index(sign) for sign in ("-- ", "--") if sign in kept)
        aside += [" ".join(" ".join(kept[at + 1 :]).split())]
        kept = kept[:at]
    kept = _without_attribution(kept)
    for at, line in enumerate(kept[-_LAST:], max(0, len(kept) - _LAST)):
        behind = [each for each in kept[at + 1 :] if each.strip()]
        if (
            _CLOSING.fullmatch(line.strip())
            and len(behind) <= _LONGEST_CLOSING
            and all(len(each) < 80 for each in behind)
        ):
            aside.append(" ".join(" ".join(kept[at:]).split()))
            kept = kept[:at]
            break
    filled = [line for line in kept if line.strip()]
    if filled and _GREETING.fullmatch(filled[0].strip()):
        aside.append(filled[0].strip())
        kept = kept[kept.index(filled[0]) + 1 :]
    return "\n".join(kept).strip(), [words for words in aside if words]


def _without_attribution(lines: list[str]) -> list[str]:
    """Take off the last lines if they say who wrote what is quoted below them."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    for start in (end - 1, end - 2, end - 3):
        if start >= 0 and _ATTRIBUTION.match("\n".join(lines[start:end])):
            return lines[:start]
    return lines
