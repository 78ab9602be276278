"""From what a mail says to remarks: each at the quoted words that it stands below, if these stand in the text once."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from reviewtui.domain.policy.passage import quote_spans
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.review.incoming import BroughtAct, BroughtPlace, Voice
from reviewtui.exchange.formats.clauses import sole_place
from reviewtui.exchange.mail.posting import Posting, Postings

_BULLET = re.compile(r"\A\s*(?:[-*+•]|\d{1,3}[.)])\s+")
_FROM_MAIL = "it stood inside of the mail that was answered"
_LONGEST = 4_000


def remarks_of(
    answered: Postings, voice: Voice, at: datetime | None, policy: Policy, ours: str
) -> tuple[BroughtAct, ...]:
    """Return the remarks of a mail; `ours` are the words that we sent, whose lines are never taken for an answer."""
    acts = [_remark(posting, voice, at, policy) for posting in answered.said]
    acts += _inside(answered.inside, voice, at, policy, ours)
    return tuple(acts)


def _remark(posting: Posting, voice: Voice, at: datetime | None, policy: Policy) -> BroughtAct:
    act = BroughtAct("comment", _item(voice, posting.quote, posting.words), voice, posting.words, at=at)
    if not posting.quote:
        return act
    place = place_of(policy, posting.quote)
    if place is not None:
        quote = policy.texts[place.path].text[place.start : place.end]
        return replace(act, place=place, quote=quote)
    section = _section_of(policy, posting)
    body = f"On “{posting.quote}”:\n\n{posting.words}"
    return replace(
        act, place=section, body=body, note="the quoted words do not stand in the text, or stand several times"
    )


def _item(voice: Voice, quote: str, words: str) -> str:
    parts = (voice.address.casefold() or voice.name, " ".join(quote.split()), " ".join(words.split()))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def place_of(policy: Policy, quote: str) -> BroughtPlace | None:
    """Return the one place where quoted words stand, a list's marker in front of them aside."""
    for words in dict.fromkeys((_BULLET.sub("", quote), quote)):
        if len(words) <= _LONGEST and (place := sole_place(policy, " ".join(words.split()))) is not None:
            return place
    return None


def _section_of(policy: Policy, posting: Posting) -> BroughtPlace | None:
    """The section of the words: the only one that holds them, or that of the paragraph quoted just before."""
    words = " ".join(posting.quote.split())[:_LONGEST]
    holding = [
        each for each in policy.sections if quote_spans(policy.texts[each.path].text, words, each.start, each.end)
    ]
    if len(holding) == 1:
        return BroughtPlace(holding[0].path, holding[0].start, None)
    before = next((place for quote in posting.before[:1] if (place := place_of(policy, quote)) is not None), None)
    section = policy.section_at(before.path, before.start or 0) if before is not None else None
    if section is None or (holding and section not in holding):
        return None
    return BroughtPlace(section.path, section.start, None)


def _inside(
    paragraphs: Iterable[str], voice: Voice, at: datetime | None, policy: Policy, ours: str
) -> Iterator[BroughtAct]:
    """Words that somebody put between the lines of the mail that they answer, without a mark of quoting.

    They are known by standing neither in what we sent nor in the policy; what they are about stands before them, but
    how much of it nobody can say, so they are remarks on the section.
    """
    sent = "".join(ours.split()).casefold()
    section: BroughtPlace | None = None
    for paragraph in paragraphs:
        place = place_of(policy, paragraph)
        if place is not None:
            own = policy.section_at(place.path, place.start or 0)
            section = BroughtPlace(place.path, own.start, None) if own is not None else None
        elif "".join(paragraph.split()).casefold() not in sent and section is not None:
            item = _item(voice, section.path, paragraph)
            yield BroughtAct("comment", item, voice, paragraph, section, at=at, note=_FROM_MAIL)
