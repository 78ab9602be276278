"""Sentences of which much was put otherwise: told where enough speaks for it, and never surer than by what stayed."""

import pytest

from reviewtui.text.placement.place_values import Placement, Quote
from reviewtui.text.placement.placement import Placer

HALLS = "\n\n".join(
    f"The {name} hall is open on {day} and its porter keeps the {key} key in the safe."
    for name, day, key in (("upper", "Monday", "red"), ("lower", "Tuesday", "blue"), ("small", "Friday", "grey"))
)
FAIRS = "\n\n".join(
    f"Ask the {name} about {thing} before you book the {place} for a fair."
    for name, thing, place in (("clerk", "lamps", "barn"), ("cook", "stoves", "kitchen"), ("mayor", "flags", "square"))
)
PUBLIC = """We provide the service to you for public purposes, with data that you have requested.

You may use public information for the purposes of the service with your permission.

We keep data for archival purposes and provide public information to you.

Public data may be requested from the service for many purposes."""
ARCHIVES = "Archivists may scrape the service for public data for archival purposes."
ARCHIVES_NOW = "Archivists may use public information from the service for archival purposes."
USE = f"# Use\n\nMugs are red.\n\nCups are blue.\n\n{ARCHIVES_NOW}\n\nJugs are green.\n"


def placed(words: str, old: str, new: dict[str, str]) -> Placement:
    """Return where words of the old text `a.md` stand in a new version."""
    start = old.index(words)
    return Placer({"a.md": old}, new).place(Quote("a.md", start, start + len(words), words))


def rules(between: str) -> str:
    """Return a text of two chapters with something between them."""
    return f"# Halls\n\n{HALLS}\n\n{between}\n\n# Fairs\n\n{FAIRS}\n"


def test_most_words_of_a_sentence_in_its_own_file_tell_where_it_went() -> None:
    """It stands far from its neighbours, among others that say much the same: told, and not sure."""
    new = {"a.md": f"{rules('')}\n{PUBLIC}\n\n{USE}"}
    placement = placed(ARCHIVES, f"{rules(ARCHIVES)}\n{PUBLIC}\n", new)
    assert new["a.md"][placement.start : placement.end] == ARCHIVES_NOW
    assert placement.confidence < 0.5


def test_as_many_words_in_another_file_may_be_those_of_a_parallel_text() -> None:
    """There they are offered and not told."""
    new = {"a.md": f"{rules('')}\n{PUBLIC}\n", "b.md": USE}
    placement = placed(ARCHIVES, f"{rules(ARCHIVES)}\n{PUBLIC}\n", new)
    assert placement.state == "orphaned"
    assert ARCHIVES_NOW in {new[one.path][one.start : one.end] for one in placement.likely}


CONTACT = (
    "Information reasonably sufficient to permit us to contact the party, such as an address, telephone number and if "
    "available, an electronic mail address at which they may be contacted."
)
EMAIL = "Email address is preferred but a telephone number or mailing address works too."


def test_an_item_between_its_neighbours_needs_to_keep_a_quarter_of_what_it_says() -> None:
    """The items before it and behind it stayed; it is hardly sure."""
    old = rules(f"* Your name.\n* {CONTACT}\n* The place where it stands.")
    new = {"a.md": rules(f"* Your full name.\n* {EMAIL}\n* The place where it stands now.")}
    placement = placed(CONTACT, old, new)
    assert new["a.md"][placement.start : placement.end] == EMAIL
    assert placement.confidence < 0.75


def test_an_item_that_keeps_next_to_nothing_is_not_told_by_its_neighbours() -> None:
    """Another item came in its place."""
    old = rules(f"* Your name.\n* {CONTACT}\n* The place where it stands.")
    new = {"a.md": rules("* Your full name.\n* Cups, mugs and a jug for the party.\n* The place where it stands now.")}
    assert placed(CONTACT, old, new).state == "orphaned"


KEY = "The clerk keeps the brass key of the barn in the safe."


@pytest.mark.parametrize(
    ("now", "most"),
    [
        ("The clerk keeps the brass key of the barn in the iron safe.", 1.0),
        ("The clerk keeps the brass key of the mill in a tin box.", 0.85),
        ("The clerk keeps the brass key of both mills near the new bridge by the pond.", 0.85),
    ],
)
def test_a_reworded_sentence_is_the_less_sure_the_fewer_of_its_words_stayed(now: str, most: float) -> None:
    """However surely it stands between its neighbours: another rule may have come for it."""
    placement = placed(KEY, rules(KEY), {"a.md": rules(now)})
    assert placement.state == "edited"
    assert 0.5 <= placement.confidence <= most


MAJORITY = "at least 2/3 of the votes must be positive to carry out the proposed action"


def test_numbers_in_a_row_are_no_words_of_its_own() -> None:
    """“At least 2/3 of” counts anything; the rule of votes is gone, though nothing else has these words."""
    old = rules(f"A minimum of 80% of the council must vote and {MAJORITY} (fractions are rounded up).")
    part = "Members of a council are required to take part in at least 2/3 of formal votes of it each year"
    new = {"a.md": f"{rules('')}\n# Members\n\n{part} (councils decide on fractions).\n\nMugs are red.\n"}
    assert placed(MAJORITY, old, new).state == "orphaned"


OTHER_RULES = [
    ("Members must pay the fee by May.", "Members may vote by post."),
    ("Members must pay the fee by May.", "Members may bring one guest."),
    (KEY, "Nobody may smoke in the barn or near the safe."),
    ("Children must be with an adult in the pool.", "Children may borrow books."),
    ("The treasurer must publish the accounts.", "The treasurer may resign."),
    ("Guests must sign the book.", "Guests may dance."),
    ("Tenants must sweep the stairs each week.", "Tenants may keep a cat."),
    ("The board appoints an auditor.", "The board may borrow money."),
    ("Coaches must hold a first aid badge.", "Coaches may travel free."),
    ("Drivers must wear a belt on the bus.", "Drivers may refuse dogs."),
    ("The cook must wash the pans at night.", "The cook may order flour."),
    ("Volunteers must wear gloves in the kitchen.", "Volunteers get a badge."),
    ("Visitors must park behind the church.", "Visitors may take photos."),
    ("Librarians must log each late book.", "Librarians may close early."),
    ("The secretary must send the minutes.", "The secretary buys stamps."),
]
"""A rule, and another one of the same people or places that came between the same neighbours."""


@pytest.mark.parametrize(("was", "now"), OTHER_RULES)
def test_another_rule_that_shares_a_word_or_two_is_not_told_as_the_reworded_one(was: str, now: str) -> None:
    """Whoever the rule binds is one word, and all that stayed."""
    assert placed(was, rules(was), {"a.md": rules(now)}).state == "orphaned"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (KEY, "The brass band plays in the barn in May."),
        ("Staff must keep the log for two years.", "Staff may read the log at home."),
        ("Staff must lock the gate at night.", "Staff may park at the gate."),
        ("Guests must sign the book at the door.", "Guests may leave bikes at the door."),
        ("The clerk keeps the minutes of each meeting.", "The clerk opens each meeting."),
        ("Tenants must clear the yard in March.", "Tenants may use the yard in August."),
        ("Members must book the court by noon.", "Members may leave the court open."),
        ("Dogs must be kept on a lead in the park.", "Bicycles must be kept out of the park."),
        ("A fee of ten pounds for each day.", "A deposit of ten pounds for each key."),
    ],
)
def test_a_place_that_kept_half_of_what_was_said_is_below_what_is_accepted(was: str, now: str) -> None:
    """It may be another rule of the same people at the same place."""
    assert placed(was, rules(was), {"a.md": rules(now)}).confidence < 0.5


def test_a_phrase_is_sure_where_its_sentence_stayed() -> None:
    """However little of the phrase did."""
    was = "The clerk keeps the brass key of the barn in the safe for ten full days."
    now = was.replace("ten full days", "two long days")
    placement = placed("ten full days", rules(was), {"a.md": rules(now)})
    assert (placement.state, rules(now)[placement.start : placement.end]) == ("edited", "two long days")
    assert placement.confidence >= 0.5
