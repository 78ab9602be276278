"""The gates about organisations: who has read, who has signed off, and whether the round ran its full time."""

from datetime import date, timedelta

import msgspec
import pytest

from reviewtui.domain.record import events
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.settings.settings import GateSetting
from tests.domain.readiness.judging import CHANGED, PATH, TEXTS, TODAY, case, judged, told
from tests.making import NOON, RULES, blob, covers, kept, made, number
from tests.strategies import AUTHOR, READER, REVIEWER


def read(count: int, by: object = REVIEWER, texts: dict[str, str] = TEXTS) -> Recorded:
    """Return a mark that somebody has read the text."""
    return kept(made(events.WasRead, count, by, path=PATH, blob=blob(texts[PATH])))  # type: ignore[arg-type]


def test_enough_organisations_have_read_each_text() -> None:
    """Two of those asked unless the settings say how many; an older text is told and does not count."""
    assert not judged("coverage", case(read(1), read(2, READER))).is_shut
    half = judged("coverage", case(read(1)))
    assert (half.passed, told(half)) == (
        False,
        "Posts: read by Northvale Council (1 of 2); still to be read by Southmere Council",
    )
    assert "read by nobody as it stands (0 of 2)" in told(judged("coverage", case()))
    assert "ask for 1 section to be" in half.flips
    assert "ask for 2 sections to be" in judged("coverage", case(texts=TEXTS | {"policy/a.md": "# A\n"})).flips
    older = judged("coverage", case(read(1), read(2, READER), texts=CHANGED))
    assert "Northvale Council, Southmere Council read an older text" in told(older)
    one = msgspec.structs.replace(RULES, gates={"coverage": GateSetting(at_least=1)})
    assert not judged("coverage", case(read(1), roles=one)).is_shut
    assert judged("coverage", case(roles=one)).title == "Read by at least 1 organisation"
    none = msgspec.structs.replace(RULES, gates={"coverage": GateSetting(at_least=0)})
    assert not judged("coverage", case(roles=none)).is_shut
    assert judged("coverage", case(read(1, AUTHOR), read(2, AUTHOR), roles=one)).is_shut


def position(count: int, said: str, by: object = REVIEWER, **fields: object) -> Recorded:
    """Return an organisation's word on the whole policy."""
    return kept(made(events.SignedOff, count, by, position=said, whole=True, covers=covers(TEXTS), **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "passed"), [("support", True), ("no-objection", True), ("abstain", True), ("objection", False)]
)
def test_every_asked_organisation_has_signed_off(said: str, passed: bool) -> None:  # noqa: FBT001
    """Support, no objection and abstention do; an objection and silence do not."""
    gate = judged("signoffs", case(position(1, "support"), position(2, said, READER, clears_when="an owner")))
    assert gate.passed is passed
    who = "Southmere Council objects (S. Reader on 01 Feb 2027); what would clear it: an owner"
    assert passed or (gate.evidence[0].text, gate.counted) == (who, 1)
    assert "Northvale Council: supports the text (J. Reviewer on 01 Feb 2027)" in told(gate)
    assert gate.title == "Sign-offs of 2 asked organisations"
    silent = judged("signoffs", case(position(1, said)))
    assert "Southmere Council has not signed off" in told(silent)


def test_abstentions_alone_are_no_word_for_the_text() -> None:
    """Where everybody who was asked abstains, nobody says that the text may stand; one who does is enough."""
    silent = judged("signoffs", case(position(1, "abstain"), position(2, "abstain", READER)))
    assert silent.is_shut
    assert "every organisation that was asked abstains" in told(silent)
    assert "ask another organisation too" in silent.flips
    assert not judged("signoffs", case(position(1, "abstain"), position(2, "no-objection", READER))).is_shut


def test_a_reported_position_counts_and_says_so() -> None:
    """By whom, and what the organisation had stated itself where that was something else."""
    reported = {"recorded_by": str(AUTHOR), "source": events.Source(format="mail", digest="sha256:00")}
    gate = judged("signoffs", case(position(1, "support"), position(2, "no-objection", READER, **reported)))
    assert (gate.passed, gate.evidence[-1].text) == (
        True,
        "Southmere Council: no objection (S. Reader on 01 Feb 2027, reported by Policy Officer)",
    )
    both = (position(1, "abstain"), position(3, "support", **reported, clock=2))
    assert "before that it stated itself: abstains" in told(judged("signoffs", case(*both)))


def test_who_was_asked_and_when_is_said() -> None:
    """By the last round that asked, else by the settings; a partner that nobody has a day of is named alone."""
    asked = case(opened(), asked_on={"northvale": date(2026, 1, 2), "southmere": date(2026, 3, 4)})
    assert "Northvale Council has not signed off (asked on 01 Feb 2027)" in told(judged("signoffs", asked))
    unread = told(judged("coverage", asked))
    assert unread.endswith(
        "still to be read by Northvale Council (asked on 01 Feb 2027), Southmere Council (asked on 04 Mar 2026)"
    )
    assert told(judged("signoffs", case())).startswith("Northvale Council has not signed off |")


def test_an_objection_without_words_is_one() -> None:
    """Nothing is said of what would clear it; one organisation is told as one."""
    one = {"northvale": RULES.organisations["northvale"]}
    gate = judged("signoffs", case(position(1, "objection"), roles=msgspec.structs.replace(RULES, organisations=one)))
    who = "Northvale Council objects (J. Reviewer on 01 Feb 2027)"
    assert (told(gate), gate.title) == (who, "Sign-offs of 1 asked organisation")


def test_a_sign_off_of_another_text_is_none() -> None:
    """Of an older one, and of only a part."""
    both = (position(1, "support"), position(2, "support", READER))
    fresh = made(events.SignedOff, 3, REVIEWER, position="support", whole=True, covers=covers(CHANGED))
    assert not judged("signoffs", case(*both)).is_shut
    older = judged("signoffs", case(*both, texts=CHANGED))
    assert (older.passed, told(older).count("older text"), "classify" in older.flips) == (False, 2, True)
    one = judged("signoffs", case(kept(fresh), both[1], texts=CHANGED))
    assert (told(one).count("older text"), "classify" in one.flips) == (1, True)
    more = TEXTS | {f"policy/{n}.md": f"# {n}\n\nPictures of {n} need consent.\n" for n in ("a", "b", "c", "d")}
    partial = judged("signoffs", case(*both, texts=more))
    assert "has not signed off policy/a.md, policy/b.md, policy/c.md and 1 more" in told(partial)
    assert "classify" not in partial.flips
    three = {path: more[path] for path in list(more)[:4]}
    assert told(judged("signoffs", case(*both, texts=three))).count(" and ") == 0


def test_who_was_asked_once_is_still_missed() -> None:
    """By name, also where nobody else is asked; whoever is asked now was not taken out."""
    again = judged("signoffs", case(once_asked=("northvale", "eastwick")))
    assert ("eastwick was asked once" in told(again), told(again).count("once")) == (True, 1)
    assert "ask again who was asked" in again.flips
    assert "ask again" not in judged("signoffs", case(once_asked=("northvale",))).flips
    nobody = msgspec.structs.replace(RULES, organisations={})
    assert judged("signoffs", case(roles=nobody, once_asked=("eastwick",))).is_shut


def opened(until: date = TODAY) -> Recorded:
    """Return a round until a day."""
    return kept(made(events.RoundOpened, 8, AUTHOR, until=until, asked=("northvale",)))


def closed(day: date) -> Recorded:
    """Return the closing of that round, at noon of a day."""
    at = NOON.replace(year=day.year, month=day.month, day=day.day)
    return kept(made(events.RoundClosed, 9, AUTHOR, round=number(8), at=at))


def test_a_round_runs_its_full_time() -> None:
    """It is closed after its last day: not on that day, not before it, and not left open."""
    for recorded, words in (
        ((opened(),), f"open until {TODAY}"),
        ((opened(TODAY - timedelta(days=1)),), "nobody closed it"),
        ((opened(), closed(TODAY)), "closed before its last day"),
        ((opened(), closed(TODAY - timedelta(days=1))), "closed before its last day"),
    ):
        gate = judged("round", case(*recorded))
        assert (gate.passed, words in told(gate)) == (False, True)
        assert told(gate).startswith("closed") or gate.flips.endswith(f"reviewtui round close {number(8)[-6:]}")
    earlier = kept(made(events.RoundOpened, 7, AUTHOR, until=TODAY, at=NOON - timedelta(days=9)))
    assert judged("round", case(earlier, opened(), closed(TODAY + timedelta(days=1)))).passed
    later = TODAY + timedelta(days=3)
    said = position(10, "support")
    assert judged("round", case(opened(later), closed(TODAY), said)).passed
    assert "all who were asked have stated a position" in told(judged("round", case(opened(later), said)))
    assert not judged("round", case(opened(later), closed(TODAY), position(10, "support", READER))).passed
    after = position(12, "support", at=NOON + timedelta(days=20))
    nobody = kept(made(events.RoundOpened, 8, AUTHOR, until=later, asked=()))
    for recorded in (
        (opened(later), closed(TODAY), position(10, "withdrawn")),
        (opened(later), closed(TODAY), said, position(11, "withdrawn")),
        (opened(later), closed(TODAY), after),
        (nobody, closed(TODAY), said),
    ):
        assert not judged("round", case(*recorded)).passed
    over = judged("round", case(opened(), closed(TODAY + timedelta(days=1))))
    assert (over.passed, told(over)) == (True, f"open until {TODAY}, closed on {TODAY + timedelta(days=1)}")
