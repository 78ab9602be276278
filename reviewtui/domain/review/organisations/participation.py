"""How far each organisation has got with each text: not asked, asked, read, remarked, its position."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from reviewtui.domain.record.events import SignedOff
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.organisations.coverage import Coverage, coverage
from reviewtui.domain.review.organisations.organisation_events import counts_for_organisation
from reviewtui.domain.review.organisations.signoffs import OrganisationSignOff, current_signoffs

ParticipationStep = Literal[
    "not-asked", "asked", "earlier", "read", "remarked", "abstain", "no-objection", "support", "objection"
]
"""From nothing to the most; `earlier`: an older text was read, which has changed in substance since."""


@dataclass(frozen=True, slots=True)
class Participation:
    """What one organisation has done with each text, by path.

    `reported` says who brought its position on a text in, where the organisation did not state it itself.
    """

    organisation: str
    steps: Mapping[str, ParticipationStep]
    reported: Mapping[str, str] = field(default_factory=dict)

    def step(self, path: str) -> ParticipationStep:
        """Return how far it has got with the text at `path`."""
        return self.steps.get(path, "not-asked")


def participations(draft: Draft, today: date) -> tuple[Participation, ...]:
    """Return how far each organisation of the settings has got, by what was submitted; those asked come first."""
    asked = _asked(draft, today)
    covered = coverage(draft, draft.texts_by_blob())
    remarked = frozenset(_remarked(draft))
    signed = {row.organisation: row for row in current_signoffs(draft)}
    rows = []
    for name in sorted(draft.effective_settings.organisations, key=lambda name: (name not in asked, name)):
        steps = {text.path: _step(name, text, remarked, name in asked) for text in covered}
        words = dict(_words(signed.get(name), steps))
        steps |= {path: word.position for path, word in words.items() if word.position != "withdrawn"}
        reported = {path: word.recorded_by for path, word in words.items() if word.recorded_by}
        rows.append(Participation(name, steps, reported))
    return tuple(rows)


def _step(name: str, text_coverage: Coverage, remarked: frozenset[tuple[str, str]], asked: bool) -> ParticipationStep:  # noqa: FBT001
    if (name, text_coverage.path) in remarked:
        return "remarked"
    if name in text_coverage.readers:
        return "read"
    if name in text_coverage.earlier:
        return "earlier"
    return "asked" if asked else "not-asked"


def _words(row: OrganisationSignOff | None, paths: Collection[str]) -> Iterator[tuple[str, SignedOff]]:
    """The texts with what an organisation's last word on each is, as far as it still says something of it."""
    for path, word in row.words.items() if row is not None else ():
        # An objection stands until it is taken back, whatever happened to the text meanwhile; an agreement does not.
        if path in paths and row is not None and (word.position == "objection" or row.covers(path)):
            yield path, word


def _asked(draft: Draft, today: date) -> frozenset[str]:
    rounds = draft.review.submitted_rounds
    now = {name for review_round in rounds if review_round.is_open(today) for name in review_round.opened.asked}
    return frozenset({*draft.effective_settings.asked(), *now})


def _remarked(draft: Draft) -> Iterator[tuple[str, str]]:
    """Each organisation with each text in which an effective remark of it stands."""
    for thread in draft.review.threads.values():
        if thread.is_submitted and counts_for_organisation(thread.root, draft.effective_settings):
            for _, placement in draft.places(thread):
                if placement is not None and placement.path is not None:
                    yield thread.root.organisation, placement.path
