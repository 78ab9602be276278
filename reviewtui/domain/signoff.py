"""What the organisations' sign-offs amount to for the text at hand."""

from collections.abc import Iterable
from dataclasses import dataclass

from reviewtui.domain.act import Act
from reviewtui.domain.commands import SignOff
from reviewtui.domain.document import Policy
from reviewtui.domain.draft import Draft
from reviewtui.domain.event import MAX_CLOCK
from reviewtui.domain.passage import find_section
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review_events import Cover, Position, SignedOff
from reviewtui.domain.settings import UNAFFILIATED


@dataclass(frozen=True, slots=True)
class OrganisationSignOff:
    """An organisation's last word: `position` None when it has none; `changed` and `missing` name texts not covered."""

    organisation: str
    position: Position | None
    clears_when: str = ""
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def current_signoffs(draft: Draft) -> tuple[OrganisationSignOff, ...]:
    """Return where each asked organisation stands."""
    events = draft.review.signoffs()
    return tuple(_of(name, events, draft) for name in draft.rules.asked())


def _of(organisation: str, events: Iterable[SignedOff], draft: Draft) -> OrganisationSignOff:
    covered: dict[str, tuple[str, SignedOff]] = {}
    last: SignedOff | None = None
    for event in sorted((e for e in events if e.organisation == organisation), key=lambda e: (e.clock, e.at, e.id)):
        last = event
        covered |= {cover.path: (cover.blob, event) for cover in event.covers}
    if last is None or last.position == "withdrawn":
        return OrganisationSignOff(organisation, None)
    objection = next((e for _, e in covered.values() if e.position == "objection"), None)
    position = objection or last
    changed = tuple(
        p for p, (blob, _) in covered.items() if p in draft.policy.texts and draft.policy.texts[p].blob != blob
    )
    missing = tuple(p for p in draft.policy.texts if p not in covered)
    return OrganisationSignOff(organisation, position.position, position.clears_when, changed, missing)


def sign_off(act: Act, command: SignOff, policy: Policy, earlier: Iterable[SignedOff]) -> SignedOff:
    """Return the event of an organisation's position on the sections named, or on all.

    Raises:
        Refused: I speak for no organisation, an objection does not say what would clear it, or a text has
            edits that are not committed.

    """
    organisation = act.settings.organisation_of(act.person)
    if organisation == UNAFFILIATED:
        raise Refused(f"{act.person} speaks for no organisation in reviews/settings.toml; the author adds it there.")
    if command.position == "objection" and not (command.clears_when.strip() or command.body.strip()):
        raise Refused("An objection needs words: say with -m TEXT what would clear it.")
    paths = {find_section(policy, name).path for name in command.sections} or set(policy.texts)
    policy.demand_committed("a sign-off covers committed text only", paths if command.sections else None)
    clock = min(MAX_CLOCK, 1 + max((e.clock for e in earlier if e.organisation == organisation), default=0))
    fields = act.common() | {"clock": clock}
    return SignedOff(
        **fields,
        position=command.position,
        body=command.body.strip(),
        clears_when=command.clears_when.strip() or (command.body.strip() if command.position == "objection" else ""),
        covers=tuple(Cover(path, policy.texts[path].blob) for path in sorted(paths)),
    )
