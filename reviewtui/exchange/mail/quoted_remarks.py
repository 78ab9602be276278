"""From what a mail says to remarks: each at the quoted words that it stands below, if these stand in the text once."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from rapidfuzz import fuzz, process

from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.review.import_content import BroughtAct, BroughtPlace, Voice
from reviewtui.exchange.formats.clause_number import quote_place
from reviewtui.exchange.mail.inner_mail import InnerMail, OwnLines
from reviewtui.exchange.mail.mail_reference import SentMail
from reviewtui.exchange.mail.reply_parts import ReplyPart, ReplyParts
from reviewtui.text.markdown.quotes import quote_spans
from reviewtui.views.excerpt import clipped

_BULLET = re.compile(r"\A\s*(?:[-*+•]|\d{1,3}[.)])\s+")
_FROM_MAIL = "it stood inside of the mail that was answered"
_LONGEST = 4_000
_LONGEST_TOLD = 600
_SHORT = 12
_NEAR = 70
"""How alike a line must be to one of ours, of 100, to be that with other words in it."""
_MOST_PARAGRAPHS = 200
_BLANK = re.compile(r"\n[ \t]*\n+")
_QUOTING = re.compile(r"\n(?=[“\"\u201e\u00ab][^“”\"\n]{8,2000}[”\"\u201c\u00bb])")
_LEADING = re.compile(
    r"[>\s]*(?:[“\"\u201e\u00ab](?P<quote>[^“”\"\n]{8,2000})[”\"\u201c\u00bb]|(?P<line>[^\n]{20,2000})(?=\n|\Z))(?P<rest>.*)",
    re.DOTALL,
)
"""A paragraph that begins with words of somebody else: between quotation marks, or as its first line."""


@dataclass(frozen=True)
class MailSpeaker:
    """Whose words of a mail are read, when they were said, in which text they are placed; and what to know of them."""

    voice: Voice
    at: datetime | None
    sent: SentMail
    note: str = ""

    @property
    def policy(self) -> Policy:
        """The text that was sent."""
        return self.sent.draft.policy

    def remark(self, part: ReplyPart) -> BroughtAct:
        """Return a part as a remark, or as the answer to the one that a paragraph of a letter is about."""
        thread, _ = self.sent.answered(part.quote)
        item = _item(self.voice, part.quote, part.words)
        act = (
            BroughtAct("reply", item, self.voice, part.words, at=self.at, to=thread)
            if thread
            else _remark(part, BroughtAct("comment", item, self.voice, part.words, at=self.at), self.policy)
        )
        return replace(act, note="; ".join(note for note in (act.note, self.note) if note))


def remarks_of(answered: ReplyParts, speaker: MailSpeaker) -> Iterator[BroughtAct]:
    """Give the remarks of a mail."""
    for part in answered.said:
        parts = [part] if part.quote else _by_leading_quotes(part.words, speaker.sent)
        yield from map(speaker.remark, parts)


def _by_leading_quotes(words: str, sent: SentMail) -> list[ReplyPart]:
    """Words that quote nothing below which they stand: a paragraph that begins with words of the text is about these.

    So is one that begins with the sign of a remark in a letter.

    One that is nothing but such words has the next one to itself. What stands on both sides of one is said apart.
    """
    parts: list[ReplyPart] = []
    takes_next = False
    for number, paragraph in enumerate(_paragraphs(words)):
        is_looked_at = number < _MOST_PARAGRAPHS
        match = _LEADING.match(paragraph) if is_looked_at else None
        quote = (match["quote"] or match["line"]) if match else ""
        thread, rest = sent.answered(paragraph) if is_looked_at else ("", paragraph)
        if thread:
            parts.append(ReplyPart(rest, paragraph))
            takes_next = not rest
        elif match and place_of(sent.draft.policy, quote) is not None:
            parts.append(ReplyPart(paragraph, quote))
            takes_next = not match["rest"].strip()
        elif parts and (takes_next or not parts[-1].quote):
            parts[-1] = replace(parts[-1], words=f"{parts[-1].words}\n\n{paragraph}".strip())
            takes_next = False
        else:
            parts.append(ReplyPart(paragraph))
    return [part for part in parts if part.words]


def _paragraphs(words: str) -> Iterator[str]:
    """Give what stands between empty lines, and by itself each line that begins with a quotation, with those below."""
    for paragraph in _BLANK.split(words):
        yield from _QUOTING.split(paragraph)


def _remark(part: ReplyPart, act: BroughtAct, policy: Policy) -> BroughtAct:
    """Return a remark at the words that it stands below."""
    if not part.quote:
        return act
    place = place_of(policy, part.quote)
    if place is not None:
        quote = policy.texts[place.path].text[place.start : place.end]
        return replace(act, place=place, quote=quote)
    section = _section_of(policy, part)
    body = f"On “{part.quote}”:\n\n{part.words}"
    return replace(
        act, place=section, body=body, note="the quoted words do not stand in the text, or stand several times"
    )


def _item(voice: Voice, quote: str, words: str) -> str:
    parts = (voice.address.casefold() or voice.name, " ".join(quote.split()), " ".join(words.split()))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def place_of(policy: Policy, quote: str) -> BroughtPlace | None:
    """Return the one place where quoted words stand, a list's marker in front of them aside."""
    for words in dict.fromkeys((_BULLET.sub("", quote), quote)):
        if len(words) <= _LONGEST and (place := quote_place(policy, " ".join(words.split()))) is not None:
            return place
    return None


def _section_of(policy: Policy, part: ReplyPart) -> BroughtPlace | None:
    """The section of the words: the only one that holds them, or that of the paragraph quoted just before."""
    words = " ".join(part.quote.split())[:_LONGEST]
    holding = [
        each for each in policy.sections if quote_spans(policy.texts[each.path].text, words, each.start, each.end)
    ]
    if len(holding) == 1:
        return BroughtPlace(holding[0].path, holding[0].start, None)
    before = next((place for quote in part.before[:1] if (place := place_of(policy, quote)) is not None), None)
    section = policy.section_at(before.path, before.start or 0) if before is not None else None
    if section is None or (holding and section not in holding):
        return None
    return BroughtPlace(section.path, section.start, None)


def remarks_inside(mail: InnerMail, ours: str, speaker: MailSpeaker, *, is_sure: bool) -> Iterator[BroughtAct | str]:
    """Give the words that somebody put between lines of ours without a mark of quoting, as remarks; or tell them.

    They are known by standing neither in what we sent nor in the policy; what they are about stands before them, but
    how much of it nobody can say, so they are remarks on the section. Words that are nearly ours were changed there,
    unless nothing tells which text was sent (`is_sure`): then they may be older ones. What stands before the first line
    of ours in a mail of our own is what we said beside it. What stands right below the paragraph of a letter about a
    remark answers that.
    """
    own, held, is_begun = OwnLines(ours), list[str](), bool(speaker.note)
    before: list[str] = []
    section: BroughtPlace | None = None
    thread, is_apart = "", True
    for line in (*(each.words for each in mail.lines), *("",)):
        is_own = bool(line.strip()) and own.is_ours(line)
        if line.strip() and not is_own:
            held.append(line.strip())
            continue
        if held and not is_begun:
            words = clipped(" ".join(held), _LONGEST_TOLD)
            yield f"Words of {mail.sender or 'nobody named'} in a mail below, which are no remark: “{words}”"
        elif held:
            # Where a line of ours stands is looked up for these alone: to do so for each takes as long as the text is.
            found = (_section_at(each, speaker.policy) for each in reversed(before))
            section, before = next((each for each in found if each is not None), section), []
            yield (
                replace(speaker, note=_note(speaker)).remark(ReplyPart("\n".join(held), thread))
                if thread
                else (_between("\n".join(held), section, ours, speaker, is_sure=is_sure))
            )
        held = []
        if is_own and (is_apart or speaker.sent.answered(line)[0]):
            thread = line if speaker.sent.answered(line)[0] else ""
        is_apart = not line.strip()
        is_begun = is_begun or is_own
        before += [line] if is_own else []


def _section_at(line: str, policy: Policy) -> BroughtPlace | None:
    place = place_of(policy, line) if len(line) > _SHORT else None
    own = policy.section_at(place.path, place.start or 0) if place is not None else None
    return BroughtPlace(own.path, own.start, None) if own is not None else None


def _between(
    words: str, section: BroughtPlace | None, ours: str, speaker: MailSpeaker, *, is_sure: bool
) -> BroughtAct | str:
    if _nearly(words, ours):
        if not is_sure:
            return f"Words below the answer that nearly stand in the text, and may be older: “{clipped(words, 200)}”"
        words = f"In the mail that came back the text reads: “{words}”"
    item = _item(speaker.voice, section.path if section else "", words)
    return BroughtAct("comment", item, speaker.voice, words, section, at=speaker.at, note=_note(speaker))


def _note(speaker: MailSpeaker) -> str:
    return "; ".join(note for note in (_FROM_MAIL, speaker.note) if note)


def _nearly(words: str, ours: str) -> bool:
    """Whether words are a block of what was sent but for a few."""
    flat = " ".join(words.split())
    blocks = [line for line in ours.splitlines() if len(line) > _SHORT]
    return len(flat) > _SHORT and process.extractOne(flat, blocks, scorer=fuzz.ratio, score_cutoff=_NEAR) is not None
