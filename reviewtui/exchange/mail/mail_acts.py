"""What the text of a mail says: its own words below what it quotes, and those in the mails below it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reviewtui.domain.person import Person
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.import_content import BroughtAct, Voice
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.letters.interim_letters import letter_lines
from reviewtui.exchange.mail.html_lines import MailLine
from reviewtui.exchange.mail.inner_mail import InnerMail, OwnLines, mails_of
from reviewtui.exchange.mail.mail_draft import sent_phrases, text_for_mail
from reviewtui.exchange.mail.mail_parts import LONGEST_HEADER, LONGEST_TOLD
from reviewtui.exchange.mail.mail_reference import SentMail
from reviewtui.exchange.mail.quoted_remarks import MailSpeaker, remarks_inside, remarks_of
from reviewtui.exchange.mail.reply_parts import is_attribution, is_greeting, reply_parts
from reviewtui.views.excerpt import clipped

_MOST_ANSWERS = 500
_WHICH = (
    "it answers a letter and does not say which remark; if it is about one, leave it out and record it with "
    "reviewtui reply THREAD --on-behalf-of"
)
_UNTOLD = (
    "A letter stands below without marks of quoting, and has changed since or was for others, so that words written "
    "into it are not told from ours; ask for an answer above it that begins with the sign of the remark"
)
_MOST_TOLD = 20
_ADDRESS = re.compile(r"[^\s<>\[\]\"',;:()]{1,64}@[A-Za-z0-9.-]{1,250}")
_AROUND = re.compile(r"mailto:|[<>\[\]\"*]")


@dataclass
class MailActs:
    """What the text of a mail says: its own words, and those in the mails below them."""

    voice: Voice
    at: datetime | None
    sent: SentMail
    left_out: list[str]
    answers: int = 0

    def acts(self, lines: Sequence[MailLine]) -> Iterator[BroughtAct]:
        """Give the remarks; what is none is told."""
        outer, *below = mails_of(lines)
        is_letter = bool(self._signs(lines))
        ours = _ours(self.sent) + (self._letter() if is_letter else "")
        speaker = MailSpeaker(self.voice, self.at, self.sent)
        for act in self._posted(outer.lines, ours, speaker):
            is_general = is_letter and act.act == "comment" and act.place is None
            yield replace(act, note=_WHICH) if is_general and not act.note else act
        for mail in below:
            yield from self._held(mail, ours, speaker)

    def _posted(self, lines: Sequence[MailLine], ours: str, speaker: MailSpeaker) -> Iterator[BroughtAct]:
        answered = reply_parts(lines, speaker.voice.name)
        if len(answered.said) > _MOST_ANSWERS:
            raise _too_long()
        self.answers += len(answered.said)
        self.left_out += [f"Not a remark: “{words}”" for words in answered.left]
        if self._signs([line for line in lines if line.depth]):
            self.left_out.append("It quotes a letter; whether all that is quoted was in that was not compared.")
        else:
            self.left_out += _other_quotes(answered.quoted, ours)
        yield from remarks_of(answered, speaker)

    def _held(self, mail: InnerMail, ours: str, speaker: MailSpeaker) -> Iterator[BroughtAct]:
        """What a mail below holds: ours with words put into it, or somebody's that the sender passes on."""
        if len(mail.lines) > 20 * _MOST_ANSWERS:
            raise _too_long()
        sent = OwnLines(ours)
        if not all(sent.is_ours(line) for line in self._signs(mail.lines)):
            words = clipped(" ".join(line.words for line in mail.lines), LONGEST_TOLD)
            self.left_out.append(f"{_UNTOLD}: “{words}”")
            return
        writer = _voice(mail.sender)
        first = next((each.words for each in mail.lines if each.words.strip() and not is_greeting(each.words)), "")
        if not self._is_ours(writer) and not OwnLines(ours).is_ours(first):
            own = writer.address.casefold() == speaker.voice.address.casefold() and writer.address
            note = (
                "in an earlier mail below" if own else f"in a mail by {writer.name} that {speaker.voice.name} passed on"
            )
            speaker = replace(speaker, voice=writer, at=None, note=note)
            if any(line.depth for line in mail.lines):
                yield from self._posted(mail.lines, ours, speaker)
                return
        for each in remarks_inside(mail, ours, speaker, is_sure=bool(self.sent.export)):
            if isinstance(each, str):
                self.left_out.append(each)
            else:
                self.answers += 1
                if self.answers > _MOST_ANSWERS:
                    raise _too_long()
                yield each

    def _signs(self, lines: Sequence[MailLine]) -> list[str]:
        """The lines that begin with the sign of a remark, as paragraphs of our letters do."""
        return [line.words for line in lines if self.sent.answered(line.words)[0]]

    def _letter(self) -> str:
        """The letter that whoever writes would get, to know it again where it is not marked as quoted."""
        writer = Person(self.voice.name, self.voice.address)
        organisation = self.sent.draft.effective_settings.organisation_of(writer)
        return "\n" + "\n".join(letter_lines(_outgoing(self.sent), organisation))

    def _is_ours(self, writer: Voice) -> bool:
        """Whether a mail names an author as its writer, or nobody."""
        authors = self.sent.draft.settings.author_people()
        if writer.address:
            return writer.address.casefold() in {each.address.casefold() for each in authors}
        return not writer.name or _words(writer.name) in {_words(each.name) for each in authors}


def _words(name: str) -> frozenset[str]:
    """The words of a name, in whichever order."""
    return frozenset(name.casefold().replace(",", " ").split())


def _too_long() -> Refused:
    return Refused(f"The text of this mail holds more than {_MOST_ANSWERS} answers; it is too long to be one mail.")


def _other_quotes(quoted: Sequence[str], ours: str) -> Iterator[str]:
    """Say which quoted words are none that we sent: somebody may have changed them there."""
    own = OwnLines(ours)
    other = [words for each in quoted for words in own.others(each.splitlines()) if not is_attribution(words)]
    yield from (
        f"Quoted words that are not in what was sent: “{clipped(words, LONGEST_TOLD)}”" for words in other[:_MOST_TOLD]
    )
    if len(other) > _MOST_TOLD:
        yield f"{len(other) - _MOST_TOLD} more quoted passages that are not in what was sent."


def _voice(sender: str) -> Voice:
    """Whoever the head of a mail below names; programs write "Adviser, Pat" too, so that is no list of addresses."""
    sender = sender[:LONGEST_HEADER]
    match = _ADDRESS.search(sender)
    address = match[0] if match else ""
    name = _AROUND.sub(" ", sender.replace(address, " ", 1) if address else sender)
    return Voice(" ".join(name.split())[:200] or address, address)


def _ours(sent: SentMail) -> str:
    """The words that our mails hold, to know them again inside of an answer."""
    own = _outgoing(sent)
    return "\n".join((*sent_phrases(own), *text_for_mail(own)))


def _outgoing(sent: SentMail) -> Outgoing:
    return Outgoing(sent.draft, sent.export, datetime.min)  # noqa: DTZ901 - never shown
