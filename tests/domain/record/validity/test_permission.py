"""Who may do what, judged by the commit that added an event and by the settings in force in its parents."""

from typing import Any

import msgspec
import pytest

from reviewtui.domain.person import Person
from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record import events
from reviewtui.domain.record.record import Provenance, Recorded
from reviewtui.domain.record.validity.permission import own_side, refusal, same_organisation
from reviewtui.domain.settings.settings import Organisation
from tests.making import COLLEAGUE, CONSOLIDATOR, RULES, STRANGER, kept, made, number
from tests.strategies import AUTHOR, READER, REVIEWER, SECOND

THREAD = number(1)
FIELDS: dict[type[events.AnyEvent], dict[str, Any]] = {
    events.Commented: {"kind": "general", "body": "Why?"},
    events.Suggested: {"kind": "wording", "replacement": "x", "anchors": (Anchor(path="policy/a.md"),)},
    events.MoveSuggested: {
        "kind": "wording",
        "anchors": (Anchor(path="policy/a.md", start=0, end=1),),
        "target": (Anchor(path="policy/a.md", start=5, end=5),),
    },
    events.Replied: {"body": "So."},
    events.Revised: {"body": "Anew."},
    events.Withdrawn: {},
    events.Reopened: {"body": "Again."},
    events.Linked: {"to": number(9)},
    events.Reattached: {"anchors": (Anchor(path="policy/a.md"),)},
    events.Answered: {"satisfied": True},
    events.Redacted: {"on": THREAD, "body": "Personal."},
    events.Decided: {"verdict": "noted", "on": THREAD},
    events.MarkedDone: {"commit": "a" * 40},
    events.SignedOff: {"position": "support", "covers": (events.Cover("policy/a.md", "a" * 40),)},
    events.Released: {"version": "1.0", "text": "a" * 40},
    events.RoundOpened: {"until": "2027-02-14"},
    events.RoundClosed: {"round": number(9)},
    events.WasRead: {"path": "policy/a.md", "blob": "a" * 40},
    events.Classified: {
        "path": "policy/a.md",
        "old": "a" * 40,
        "new": "b" * 40,
        "change_class": "editorial",
        "body": "x",
    },
    events.CompanionChecked: {"path": "a", "blob": "a" * 40, "of": (events.Cover("policy/a.md", "a" * 40),)},
    events.Dismissed: {"finding": "term-1", "body": "Quoted."},
    events.Settled: {"of": (number(9),), "body": "Known."},
    events.Confirmed: {"of": (number(9),), "body": "Meant."},
}
ANYONE = {events.Commented, events.Suggested, events.MoveSuggested, events.Replied, events.Linked, events.WasRead}
AUTHORS = {
    events.Redacted,
    events.Decided,
    events.MarkedDone,
    events.Released,
    events.RoundOpened,
    events.RoundClosed,
    events.Classified,
    events.CompanionChecked,
    events.Dismissed,
    events.Settled,
    events.Confirmed,
}
WRITER = {events.Revised, events.Withdrawn}
SIDE = {events.Answered}
AUTHOR_OR_SIDE = {events.Reopened, events.Reattached}
ORGANISATION = {events.SignedOff}
ROOT = kept(made(events.Commented, 1, REVIEWER, **FIELDS[events.Commented]), THREAD)


def event(kind: type[events.AnyEvent], by: Person = REVIEWER, /, **fields: object) -> events.AnyEvent:
    """Return an event of any type by a person."""
    return made(kind, 2, by, **(FIELDS[kind] | fields))


def judged(kind: type[events.AnyEvent], by: Person, root: Recorded = ROOT, /, **fields: object) -> str:
    """Return why an event of `by` about a remark, committed by its maker, may not be."""
    return refusal(kept(event(kind, by, **fields), THREAD), root)


def test_each_type_has_a_rule_here() -> None:
    """No type of event is left out of this file."""
    rules = [*ANYONE, *AUTHORS, *WRITER, *SIDE, *AUTHOR_OR_SIDE, *ORGANISATION]
    assert sorted(rules, key=str) == sorted(events.EVENT_TYPES, key=str)


@pytest.mark.parametrize("kind", events.EVENT_TYPES)
def test_who_may_do_it(kind: type[events.AnyEvent]) -> None:
    """Of a remark's writer, consolidator, colleagues, another organisation, strangers and authors, these may."""
    may = {who.name for who in (AUTHOR, SECOND, REVIEWER, CONSOLIDATOR, COLLEAGUE, READER, STRANGER)}
    authors, side = {AUTHOR.name, SECOND.name}, {REVIEWER.name, CONSOLIDATOR.name, COLLEAGUE.name}
    if kind in AUTHORS:
        may = authors
    elif kind in WRITER:
        may = {REVIEWER.name, CONSOLIDATOR.name}
    elif kind in SIDE:
        may = side
    elif kind in AUTHOR_OR_SIDE:
        may = authors | side
    elif kind in ORGANISATION:
        may = side | {READER.name}
    people = (AUTHOR, SECOND, REVIEWER, CONSOLIDATOR, COLLEAGUE, READER, STRANGER)
    assert {who.name for who in people if not judged(kind, who)} == may


def test_a_refusal_is_a_sentence_about_the_person() -> None:
    """It names who may not, or whose remark it is."""
    assert judged(events.Decided, REVIEWER) == f"{REVIEWER} is not an author of this policy"
    assert judged(events.Withdrawn, READER) == f"only {REVIEWER} can do this to the remark"
    assert judged(events.Answered, AUTHOR) == "only the remark's own side can do this"
    assert judged(events.Reopened, READER) == "only the remark's own side can do this"
    assert judged(events.SignedOff, STRANGER) == f"{STRANGER} speaks for no organisation of this review"


@pytest.mark.parametrize("kind", [events.Revised, events.Answered, events.Reopened])
def test_a_thread_without_a_root_gives_no_reason_to_refuse(kind: type[events.AnyEvent]) -> None:
    """What is about a remark that is not here is set aside by the fold, not here."""
    assert refusal(kept(event(kind, READER), THREAD), None) == ""


def test_strangers_are_no_side() -> None:
    """Two people of no organisation have nothing in common: the one does not answer for the other."""
    root = kept(made(events.Commented, 1, STRANGER, **FIELDS[events.Commented]), THREAD)
    other = Person("Another", "another@nowhere.example")
    assert judged(events.Answered, STRANGER, root) == ""
    assert judged(events.Answered, other, root) != ""
    assert not same_organisation(other, root.event, RULES)


def test_whoever_recorded_a_remark_is_on_its_side() -> None:
    """The writer, the recorder and the organisation's consolidator; addresses in any spelling."""
    root = made(events.Commented, 1, REVIEWER, recorded_by=str(AUTHOR), **FIELDS[events.Commented])
    shouting = Person("J. R.", REVIEWER.address.upper())
    assert [own_side(who, root, RULES) for who in (REVIEWER, AUTHOR, CONSOLIDATOR, shouting)] == [True] * 4
    assert [own_side(who, root, RULES) for who in (SECOND, COLLEAGUE, READER)] == [False] * 3


@pytest.mark.parametrize("kind", [events.SignedOff, events.Answered, events.Withdrawn, events.Revised])
def test_an_author_speaks_for_no_organisation(kind: type[events.AnyEvent]) -> None:
    """Though the settings make the author's address its only one: neither under a partner's name nor the own."""
    own = Organisation("Northvale Council", addresses=(AUTHOR.address,), consolidators=(AUTHOR.address,), asked=True)
    roles = msgspec.structs.replace(RULES, organisations={**RULES.organisations, "northvale": own})
    for voice in (AUTHOR, Person(REVIEWER.name, AUTHOR.address)):
        said = event(kind, voice, organisation="northvale")
        assert refusal(kept(said, THREAD, author=AUTHOR, roles=roles), ROOT) != ""


@pytest.mark.parametrize("kind", [events.Revised, events.Withdrawn, events.Answered, events.Reattached])
def test_the_same_voice_may_be_recorded_by_another_hand(kind: type[events.AnyEvent]) -> None:
    """A remark of a person's, passed on by one author, is revised in that person's name by another."""
    voice = Person("P. Phone", "phone@elsewhere.example")
    root = kept(made(events.Commented, 1, voice, recorded_by=str(AUTHOR), **FIELDS[events.Commented]), THREAD)
    assert judged(kind, voice, root, recorded_by=str(SECOND)) == ""
    other = Person("Q. Phone", "other@elsewhere.example")
    assert kind is events.Reattached or judged(kind, other, root, recorded_by=str(SECOND)) != ""


def test_the_commit_has_to_agree_with_the_name() -> None:
    """An event whose commit is by somebody else is refused and both are named; the spelling of an address is none."""
    found = refusal(kept(event(events.Replied), THREAD, author=READER), ROOT)
    assert found == f"it says it is by {REVIEWER}, but its commit is by {READER}"
    shouting = Person("Somebody", REVIEWER.address.upper())
    assert refusal(kept(event(events.Replied), THREAD, author=shouting), ROOT) == ""
    pending = Recorded(event(events.Replied), THREAD, "x", Provenance(roles=RULES))
    assert refusal(pending, ROOT) == ""


def test_a_recorded_remark_is_the_recorders_commit() -> None:
    """The commit of what was brought in for someone is by whoever recorded it, and not by the one whose words it is."""
    said = event(events.Replied, REVIEWER, recorded_by=str(AUTHOR))
    assert refusal(kept(said, THREAD, author=AUTHOR), ROOT) == ""
    assert str(AUTHOR) in refusal(kept(said, THREAD, author=REVIEWER), ROOT)


def test_what_no_settings_allow_is_refused_unless_nobody_can_know() -> None:
    """Without settings, and under another policy's id, nothing counts; a history that is cut off refuses nothing."""
    said = event(events.Decided, REVIEWER)
    assert "no settings" in refusal(kept(said, THREAD, roles=None), ROOT)
    foreign = event(events.Replied, policy_id=number(7))
    assert refusal(kept(foreign, THREAD), ROOT) == "it belongs to another policy"
    for unknown in (said, foreign):
        assert refusal(Recorded(unknown, THREAD, "x", Provenance(known=False)), ROOT) == ""
        assert refusal(Recorded(unknown, THREAD, "x", Provenance(known=False, roles=RULES)), ROOT) == ""


@pytest.mark.parametrize("required", [False, True])
@pytest.mark.parametrize("kind", [events.Decided, events.SignedOff, events.Replied, events.Released])
def test_signatures_count_where_the_settings_ask(kind: type[events.AnyEvent], *, required: bool) -> None:
    """A broken one never does; decisions and sign-offs without one, or by another key, only where none is required."""
    roles = msgspec.structs.replace(RULES, signatures="required" if required else "optional")
    by = REVIEWER if kind is events.SignedOff else AUTHOR
    found = {
        state: refusal(kept(event(kind, by), THREAD, roles=roles, signature=state), ROOT)
        for state in ("none", "valid", "foreign", "broken", "unchecked")
    }
    asked = required and kind in {events.Decided, events.SignedOff}
    assert found["broken"] == "its signature does not fit what it says"
    assert (found["valid"], found["unchecked"]) == ("", "")
    assert ("not signed" in found["none"], found["none"] == "") == (asked, not asked)
    assert (f"not one of {by}" in found["foreign"], found["foreign"] == "") == (asked, not asked)


@pytest.mark.parametrize("kind", [events.Commented, events.Replied, events.Withdrawn])
def test_who_records_for_whom(kind: type[events.AnyEvent]) -> None:
    """Authors for anybody; a consolidator for people of the own organisation, and of none, in its name."""
    for recorder, voice, organisation, may in (
        (AUTHOR, REVIEWER, "northvale", True),
        (AUTHOR, READER, "northvale", True),
        (CONSOLIDATOR, REVIEWER, "northvale", True),
        (CONSOLIDATOR, STRANGER, "northvale", True),
        (CONSOLIDATOR, READER, "northvale", False),
        (CONSOLIDATOR, AUTHOR, "northvale", False),
        (CONSOLIDATOR, READER, "southmere", False),
        (CONSOLIDATOR, STRANGER, "unaffiliated", False),
        (COLLEAGUE, REVIEWER, "northvale", False),
        (REVIEWER, REVIEWER, "nowhere", False),
    ):
        said = event(kind, voice, recorded_by=str(recorder), organisation=organisation)
        root = kept(said, THREAD)
        assert (refusal(kept(said, THREAD), root) == "") is may, (recorder, voice, organisation)


def test_the_refusal_of_a_recorder_says_which_of_the_two_it_is() -> None:
    """Not a recorder at all, or not for this person."""
    stranger = event(events.Replied, REVIEWER, recorded_by=str(COLLEAGUE))
    assert refusal(kept(stranger, THREAD), ROOT) == f"{COLLEAGUE} may not record remarks for others"
    other = event(events.Replied, READER, recorded_by=str(CONSOLIDATOR), organisation="northvale")
    assert refusal(kept(other, THREAD), ROOT) == f"{CONSOLIDATOR} may not speak for {READER}"


@pytest.mark.parametrize("kind", [k for k in events.EVENT_TYPES if k not in ANYONE or k is events.WasRead])
def test_nobody_decides_for_another(kind: type[events.AnyEvent]) -> None:
    """What is a person's own deed cannot be recorded for them, not even by an author."""
    found = refusal(kept(event(kind, SECOND, recorded_by=str(AUTHOR)), THREAD), ROOT)
    reported = kind in {events.SignedOff, events.WasRead}
    own = kind in {events.Decided, events.Redacted, events.MarkedDone} or issubclass(kind, events.OutsideEvent)
    if reported:
        assert "what it rests on" in found
        return
    assert ("for someone else" in found) is own


def test_one_speaks_for_ones_own_organisation() -> None:
    """Another organisation's name is refused, no organisation's is not."""
    assert judged(events.Replied, REVIEWER, organisation="southmere").endswith("does not speak for Southmere Council")
    assert judged(events.Replied, REVIEWER, organisation="unaffiliated") == ""
    assert judged(events.Replied, STRANGER, organisation="northvale").startswith(str(STRANGER))
    assert judged(events.SignedOff, REVIEWER, organisation="unaffiliated") != ""
