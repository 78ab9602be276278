"""Who of the organisations that a round asked has read the policy, and who has answered."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.domain.record.events import Position, SignedOff, WasRead
from reviewtui.domain.record.rounds import Round
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.organisations.organisation_events import counts_for_organisation


@dataclass(frozen=True, slots=True)
class RoundResponse:
    """What an asked organisation has done since the round began; `unread` are texts that nobody there has read.

    Reading is said with a read mark, a remark on the text, or a sign-off that covers it, made since the round began
    or about the very text of now. `reported_by` brought the position in, where the organisation did not do so itself.
    """

    organisation: str
    unread: tuple[str, ...]
    texts: int
    remarks: int
    position: Position | None
    reported_by: str = ""
    said_before: int = 0
    """How many remarks and positions it had made before the round was opened; they are no answer to it."""

    @property
    def has_read(self) -> bool:
        """Whether somebody there has read at least one text."""
        return len(self.unread) < self.texts

    @property
    def has_answered(self) -> bool:
        """Whether it remarked or signed off; having read without a word is no answer."""
        return self.remarks > 0 or self.position is not None


def round_responses(draft: Draft, review_round: Round) -> tuple[RoundResponse, ...]:
    """Return how each organisation that was asked in a round stands; what is not submitted yet does not count."""
    return tuple(_of(organisation, draft, review_round) for organisation in review_round.opened.asked)


def _of(organisation: str, draft: Draft, review_round: Round) -> RoundResponse:
    opened = review_round.opened.at
    all_remarks, all_positions = list(_remarks(organisation, draft)), _signoffs(organisation, draft)
    remarks = [thread for thread in all_remarks if thread.root.at >= opened]
    positions = [event for event in all_positions if event.at >= opened]
    read = set(_read(organisation, draft, review_round))
    texts = tuple(draft.policy.texts)
    return RoundResponse(
        organisation,
        tuple(path for path in texts if path not in read),
        len(texts),
        len(remarks),
        positions[-1].position if positions else None,
        positions[-1].recorded_by if positions else "",
        len(all_remarks) + len(all_positions) - len(remarks) - len(positions),
    )


def _read(organisation: str, draft: Draft, review_round: Round) -> Iterator[str]:
    """The paths of the texts that the organisation has read, as far as it has shown that."""
    texts = draft.policy.texts
    marks = [e for e in draft.review.submitted(WasRead) if e.organisation == organisation]
    seen = [(mark.at, mark.path, mark.blob) for mark in marks]
    seen += [(event.at, cover.path, cover.blob) for event in _signoffs(organisation, draft) for cover in event.covers]
    for moment, path, blob in seen:
        if path in texts and (moment >= review_round.opened.at or texts[path].blob == blob):
            yield path
    for thread in _remarks(organisation, draft):
        for anchor in thread.anchors:
            known = texts.get(anchor.path)
            if known is not None and (thread.root.at >= review_round.opened.at or known.blob == anchor.blob):
                yield anchor.path


def _signoffs(organisation: str, draft: Draft) -> list[SignedOff]:
    return [event for event in draft.review.submitted(SignedOff) if event.organisation == organisation]


def _remarks(organisation: str, draft: Draft) -> Iterator[Thread]:
    for thread in draft.review.threads.values():
        own = thread.root.organisation == organisation and counts_for_organisation(
            thread.root, draft.effective_settings
        )
        if own and thread.is_submitted:
            yield thread
