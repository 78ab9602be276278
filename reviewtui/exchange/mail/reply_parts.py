"""A mail taken apart: what its writer says, and the quoted words that each of these stands below."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reviewtui.exchange.mail.html_lines import MailLine
from reviewtui.text.words.spacing import single_spaced

_ATTRIBUTION = re.compile(
    r"\s*(?:On|Am|Le|El|Op|Il|Ar|Em)\b.{0,300}\b(?:wrote|schrieb.*|a écrit|escribió|schreef|ha scritto|ysgrifennodd.*"
    r"|escreveu)\s*:\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_HAIL = r"(?:dear|hello|hi|hey|good (?:morning|afternoon|evening)|to whom it may concern)"
_CALLED = (
    r"(?:(?-i:[A-Z])[\w'.-]*|and|or|all|both|every(?:one|body)|colleagues?|friends|there|team|sirs?|madam|the|policy)"
)
_GREETING = re.compile(
    # Only names and what stands for them: other words may be what somebody has to say.
    rf"{_HAIL}(?:,?\s+{_CALLED}){{0,8}}\s*[,.!:\u2013\u2014-]?\Z|{_HAIL} [\w'-]+\s*[,.!:\u2013\u2014-]?\Z",
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
_SAID = r"(?:comments?|remarks?|responses?|feedback|answers?|suggestions?|form|file|document|table|spreadsheet)"
_THERE = r"(?:attached|enclosed|below|inline|in ?line|in red|here)"
_COVER = re.compile(
    rf"(?:(?:{_HAIL}(?:,?\s+{_CALLED}){{0,8}}\s*[,.!:\u2013\u2014-]\s*)?"
    rf"(?:(?:please )?(?:see|find|refer to)(?: (?:{_THERE}|the|our|my|{_SAID}|in|text)){{1,8}}"
    rf"|(?:our|my|the) {_SAID} (?:is|are)(?: {_THERE}){{1,3}}"
    r"|(?:many )?thank(?:s| you)(?: very much)? for (?:(?:the|this) (?:opportunity|chance) to (?:comment|respond|read)"
    r"|sending|sharing|consulting)(?: (?:on|to|us|me|this|the|your|draft|policy|text|paper|document|with|it)){0,8})"
    r"\s*(?:[.:!]\s*|\Z)){1,4}",
    re.IGNORECASE,
)
"""What a mail says around its answers: greetings, that they are attached or below, thanks for being asked."""
_DISCLAIMER = re.compile(
    r"confidential|intended (?:solely|only)|(?:received (?:this|it)|mail|message) in error|scanned for viruses"
    r"|addressee|this (?:e-?mail|message)",
    re.IGNORECASE,
)
"""Three of these make a paragraph at the end one that a program added."""
_BLANK = re.compile(r"\n[ \t]*\n+")
_LONGEST_COVER = 1_000
_SURELY_ADDED = 3
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
    paragraphs = [paragraph.strip("\n") for paragraph in _BLANK.split("\n".join(kept)) if paragraph.strip()]
    while paragraphs and _COVER.fullmatch(single_spaced(paragraphs[0][:_LONGEST_COVER])):
        aside.append(single_spaced(paragraphs.pop(0)))
    if paragraphs and len(set(_DISCLAIMER.findall(paragraphs[-1].lower()))) >= _SURELY_ADDED:
        aside.append(single_spaced(paragraphs.pop()))
    return "\n\n".join(paragraphs).strip(), [words for words in aside if words]


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
