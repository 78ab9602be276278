"""Whether an event may have its effect, judged by what the commit that added it shows.

An event that may not be is kept and shown with the sentence returned here; it has no effect (docs/record.md).
"""

from collections.abc import Callable

from reviewtui.domain.person import Person, parse_person
from reviewtui.domain.record import events
from reviewtui.domain.record.event_kinds import CARRIED, EVENT_KINDS, MADE_BY_COMMIT, SIGNED_IF_REQUIRED, Maker
from reviewtui.domain.record.events import Decided, MarkedDone, OutsideEvent
from reviewtui.domain.record.record import Provenance, Recorded, SignatureState
from reviewtui.domain.record.validity.authorship import LATE, why_not_written
from reviewtui.domain.settings.settings import UNAFFILIATED, Settings
from reviewtui.text.words.visible import is_blank

NEEDS_REASON: dict[events.Verdict, str] = {"declined": "declining", "deferred": "deferring"}
"""Verdicts that count only with a reason."""
_NO_PROOF: dict[SignatureState, str] = {
    "none": "it is not signed, and the settings ask for a signature",
    "unbound": "its signature may have been made for another thread, since nothing that it covers names this one",
}
_Rule = Callable[[Recorded, Recorded | None, Settings], str]


def refusal(recorded: Recorded, root: Recorded | None) -> str:
    """Return why `recorded` may not have an effect, or an empty string when it may.

    `root` is the thread's root event; None for events outside threads. Unknown provenance never refuses.
    """
    if recorded.cancelled:
        return "its maker gave two contents to its id, on branches that knew nothing of each other"
    provenance = recorded.provenance
    if not provenance.known:
        return ""
    roles = provenance.roles
    if roles is None:
        return "no settings were in force when it was added"
    event = recorded.event
    if event.policy_id != roles.policy_id:
        return "it belongs to another policy"
    return (
        why_not_written(event, provenance, roles)
        or _signature(event, provenance, roles)
        or (
            _reported(event, roles)
            if isinstance(event, events.SignedOff | events.WasRead)
            else _recorded_for(event, roles)
        )
        or _membership(event, roles)
        or _RULES[EVENT_KINDS[type(event)].maker](recorded, root, roles)
        or _by_taken_role(recorded, root, roles)
    )


def _by_taken_role(recorded: Recorded, root: Recorded | None, roles: Settings) -> str:
    """Why one who acts for a whole organisation may not, since that was taken away on another branch; else empty."""
    gone = {
        (revoked.organisation, revoked.person)
        for revoked in recorded.provenance.revoked
        if revoked.role == "consolidator"
    }
    if not gone or isinstance(recorded.event, CARRIED):
        return ""
    then = roles.without_consolidators(gone)
    return LATE if _RULES[EVENT_KINDS[type(recorded.event)].maker](recorded, root, then) else ""


def own_side(person: Person, root: events.AnyEvent, roles: Settings) -> bool:
    """Say whether `person` is on the side of the remark `root`: its writer, its recorder or its consolidator.

    An author stands for no organisation: whoever decides does not take back for others what they said.
    """
    if person.key in {parse_person(root.by).key, root.maker.key}:
        return True
    organisation = roles.organisations.get(root.organisation)
    return organisation is not None and organisation.consolidates(person) and not roles.is_author(person)


def same_organisation(person: Person, root: events.AnyEvent, roles: Settings) -> bool:
    """Say whether `person` speaks for the organisation of the remark `root`, or is on its side."""
    belongs = UNAFFILIATED if roles.is_author(person) else roles.organisation_of(person)
    return own_side(person, root, roles) or (belongs != UNAFFILIATED and belongs == root.organisation)


def _signature(event: events.Event, provenance: Provenance, roles: Settings) -> str:
    if provenance.signature == "broken":
        return "its signature does not fit what it says"
    if not roles.requires_signature or not isinstance(event, SIGNED_IF_REQUIRED):
        return ""
    if event.recorded_by:
        return "it was reported, and the settings ask for a signature of the organisation itself"
    if provenance.signature == "foreign":
        return f"the key that signed it is not one of {parse_person(event.by)} in the settings"
    return _NO_PROOF.get(provenance.signature, "")


def _recorded_for(event: events.Event, roles: Settings) -> str:
    if not event.recorded_by:
        return ""
    if isinstance(event, events.Decided | events.Redacted | events.MarkedDone | events.OutsideEvent):
        return "nobody can decide or release for someone else"
    recorder, voice = parse_person(event.recorded_by), parse_person(event.by)
    if roles.is_author(recorder):
        return ""
    organisation = roles.organisations.get(event.organisation)
    if organisation is None or not organisation.consolidates(recorder):
        return f"{recorder} may not record remarks for others"
    if roles.is_author(voice) or roles.organisation_of(voice) not in {event.organisation, UNAFFILIATED}:
        return f"{recorder} may not speak for {voice}"
    return ""


def _reported(event: events.SignedOff | events.WasRead, roles: Settings) -> str:
    """Why a position or a reading that somebody else brought in may not be reported; empty where it may."""
    if not event.recorded_by:
        return ""
    recorder, voice = parse_person(event.recorded_by), parse_person(event.by)
    organisation = roles.organisations.get(event.organisation)
    if not roles.is_author(recorder) and (organisation is None or not organisation.consolidates(recorder)):
        return f"{recorder} may not report what others have read or think"
    if event.source is None or not event.source.digest:
        return "it does not say what it rests on (the digest of a source)"
    if roles.is_author(voice):
        return f"{voice} is an author, for whom nobody reports"
    if organisation is None or roles.organisation_of(voice) != event.organisation:
        return f"{voice} does not speak for {roles.organisation_name(event.organisation)}"
    return ""


def _membership(event: events.Event, roles: Settings) -> str:
    if event.recorded_by or event.organisation == UNAFFILIATED:
        return ""
    if roles.organisation_of(parse_person(event.by)) == event.organisation:
        return ""
    return f"{parse_person(event.by)} does not speak for {roles.organisation_name(event.organisation)}"


def _author(recorded: Recorded, _root: Recorded | None, roles: Settings) -> str:
    by = parse_person(recorded.event.by)
    return "" if roles.is_author(by) else f"{by} is not an author of this policy"


def _decision(recorded: Recorded, root: Recorded | None, roles: Settings) -> str:
    event = recorded.event
    lacking = _lacking(event, root) if isinstance(event, events.Decided) else ""
    return _author(recorded, root, roles) or lacking


def _lacking(event: events.Decided, root: Recorded | None) -> str:
    """What a decision has to say beside its verdict and does not; empty where it says it."""
    if event.verdict in NEEDS_REASON and is_blank(event.body):
        return f"it gives no reason, and {NEEDS_REASON[event.verdict]} needs one"
    if event.verdict == "duplicate" and (not event.of or (root is not None and event.of == root.event.id)):
        return "it does not say of which other remark this one is a duplicate"
    return ""


def _owner(recorded: Recorded, root: Recorded | None, roles: Settings) -> str:
    by = parse_person(recorded.event.by)
    if root is None or own_side(by, root.event, roles):
        return ""
    return f"only {parse_person(root.event.by)} can do this to the remark"


def _side(recorded: Recorded, root: Recorded | None, roles: Settings) -> str:
    by = parse_person(recorded.event.by)
    if root is None or same_organisation(by, root.event, roles):
        return ""
    return "only the remark's own side can do this"


def _author_or_side(recorded: Recorded, root: Recorded | None, roles: Settings) -> str:
    return "" if not _author(recorded, root, roles) else _side(recorded, root, roles)


def _organisation(recorded: Recorded, _root: Recorded | None, roles: Settings) -> str:
    event = recorded.event
    by = parse_person(event.by)
    if event.organisation == UNAFFILIATED or event.organisation not in roles.organisations:
        return f"{by} speaks for no organisation of this review"
    return f"{by} is an author, whose own word is no position of an organisation" if roles.is_author(by) else ""


_RULES: dict[Maker, _Rule] = {
    "anyone": lambda _recorded, _root, _roles: "",
    "author": _author,
    "decider": _decision,
    "owner": _owner,
    "side": _side,
    "author or side": _author_or_side,
    "organisation": _organisation,
}


def why_mere_file(recorded: Recorded) -> str:
    """Return why a pending event has no effect as it lies there, or an empty string.

    What an author decides is made by its commit. What else changes how a remark stands counts once its maker saved it
    in this clone. Words alone are shown, and readings and positions count nowhere before they are submitted.
    """
    if not recorded.provenance.pending:
        return ""
    if isinstance(recorded.event, Decided | MarkedDone):
        return "it is a file that no decision put there; it was never committed"
    if isinstance(recorded.event, MADE_BY_COMMIT):
        return "it is a file that no commit of an author put there"
    if not recorded.provenance.made_here and not isinstance(recorded.event, (*CARRIED, OutsideEvent)):
        return "it is a file that was not saved by this program for its maker on this machine"
    return ""
