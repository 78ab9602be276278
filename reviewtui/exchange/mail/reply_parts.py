"""A mail taken apart: what its writer says, and the quoted words that each of these stands below."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reviewtui.exchange.mail.html_lines import MailLine

_ATTRIBUTION = re.compile(
    r"\s*(?:On|Am|Le|El|Op|Il|Ar|Em)\b.{0,300}\b(?:wrote|schrieb.*|a écrit|escribió|schreef|ha scritto|ysgrifennodd.*"
    r"|escreveu)\s*:\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_GREETING = re.compile(
    r"(?:dear|hello|hi|hey|good (?:morning|afternoon|evening)|to whom it may concern)\b[^,.!?]{0,60}"
    r"(?:,\s*(?:(?:(?-i:[A-Z])[\w'-]*|and|all|both|everyone|colleagues|there|team)\b\s*)+){0,4}[,!.]?\Z",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:with |my |our )?(?:kind(?:est)?|best|warm(?:est)?|many|all good)? ?(?:regards|wishes|thanks)"
    r"|thanks|thank you|cheers|(?:all the )?best|yours (?:sincerely|faithfully|truly|ever)|yours"
    r"|sincerely|sent from my .*)"
    # A name may stand on the same line.
    r"(?:[,.!]?|,?\s+[-\u2013\u2014]?\s*(?-i:[A-Z])[\w'.-]*(?:\s+(?-i:[A-Z])[\w'.-]*){0,3})\Z",
    re.IGNORECASE,
)
_COVER = re.compile(
    r"(?:please )?(?:see|find|refer to) (?:(?:the|our|my) )?(?:attached|enclosed)"
    r"(?: (?:our|my|the|comments?|remarks?|responses?|feedback|answers?|form|file|document|table|spreadsheet))*\.?"
    r"|(?:our|my) (?:comments|remarks|answers?|response|feedback) (?:is|are) (?:attached|enclosed)\.?",
    re.IGNORECASE,
)
"""All that the mail around an attachment says."""
_DISCLAIMER = re.compile(
    r"confidential|intended (?:solely|only)|received (?:this|it) in error|scanned for viruses", re.IGNORECASE
)
_AFTERWARDS = re.compile(r"\s*P\.?\s?S\b", re.IGNORECASE)
_LONGEST_CLOSING = 8
"""Lines that may follow a closing: a name, a title, an address."""
_LAST = 40
"""Lines at the end of what somebody writes among which a closing is looked for."""


@dataclass(frozen=True, slots=True)
class ReplyPart:
    """Words of the writer and the quoted paragraph that they stand below; empty for words that stand below none."""

    words: str
    quote: str = ""
    before: tuple[str, ...] = ()
    """The quoted paragraphs before that one, the nearest first."""


@dataclass(frozen=True, slots=True)
class ReplyParts:
    """All that a mail says; `left` is what is no remark: greetings and closings, `quoted` what it quotes."""

    said: tuple[ReplyPart, ...]
    left: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()


def reply_parts(lines: Sequence[MailLine], name: str = "") -> ReplyParts:
    """Return what a mail says; `name` is its writer's, with which a signature begins."""
    answers: list[ReplyPart] = []
    left: list[str] = []
    quoted: list[str] = []
    for is_quoted, group in groupby(lines, key=lambda line: line.depth > 0):
        block = list(group)
        if is_quoted:
            quoted += _paragraphs(line.words for line in block)
            continue
        words, aside = _words((line.words for line in block), name)
        left += aside
        if words:
            before = tuple(reversed(quoted[:-1]))[:20]
            answers.append(ReplyPart(words, quoted[-1] if quoted else "", before))
    return ReplyParts(tuple(answers), tuple(left), tuple(quoted))


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            held.append(line.strip())
        elif held:
            yield "\n".join(held)
            held = []


def _words(lines: Iterable[str], name: str) -> tuple[str, list[str]]:
    """What a writer says in unquoted lines, and what of them is only a greeting, a closing or whom they quote."""
    kept, aside = list(lines), []
    if "-- " in kept or "--" in kept:
        at = min(kept.index(sign) for sign in ("-- ", "--") if sign in kept)
        aside += [" ".join(" ".join(kept[at + 1 :]).split())]
        kept = kept[:at]
    kept = _without_attribution(kept)
    for at, line in enumerate(kept[-_LAST:], max(0, len(kept) - _LAST)):
        if (_CLOSING.fullmatch(line.strip()) or _is_name(line, name)) and _is_signature(kept[at + 1 :]):
            aside.append(" ".join(" ".join(kept[at:]).split()))
            kept = kept[:at]
            break
    filled = [line for line in kept if line.strip()]
    if filled and is_greeting(filled[0]):
        aside.append(filled[0].strip())
        kept = kept[kept.index(filled[0]) + 1 :]
    said = " ".join(" ".join(kept).split())
    if _COVER.fullmatch(said):
        aside.append(said)
        kept = []
    return "\n".join(kept).strip(), [words for words in aside if words]


def _is_name(line: str, name: str) -> bool:
    """Whether a line is only the name of the writer, or the first part of it."""
    words = " ".join(line.split()).strip(",.").casefold()
    return bool(words and name) and words in {name.casefold(), name.split(maxsplit=1)[0].casefold()}


def _is_signature(lines: Sequence[str]) -> bool:
    """Whether lines are short and few, as a name, a title and an address are; a disclaimer may be long."""
    behind = [line for line in lines if line.strip() and not _DISCLAIMER.search(line)]
    return len(behind) <= _LONGEST_CLOSING and all(len(each) < 80 and not _AFTERWARDS.match(each) for each in behind)


def is_greeting(line: str) -> bool:
    """Say whether a line only greets."""
    return _GREETING.fullmatch(line.strip()) is not None


def is_attribution(words: str) -> bool:
    """Say whether words only tell who wrote what is quoted below them."""
    return _ATTRIBUTION.match(words) is not None


def _without_attribution(lines: list[str]) -> list[str]:
    """Take off the last lines if they say who wrote what is quoted below them."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    for start in (end - 1, end - 2, end - 3):
        if start >= 0 and _ATTRIBUTION.match("\n".join(lines[start:end])):
            return lines[:start]
    return lines
