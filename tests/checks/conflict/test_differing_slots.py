"""Rules that agree in all but one thing: how many, when, at whose expense, or who may."""

import pytest

from reviewtui.checks.conflict import conflict
from tests.checks.conftest import material

ONE_DIFFERS = [
    ("A crew may hold only one of our moorings.", "A crew may hold several of our moorings.", "“several”"),
    ("All members of the panel must sign the award.", "One member of the panel must sign the award.", "“One”"),
    (
        "Pilots may claim fares from their first day.",
        "Pilots may claim fares from the end of their trial.",
        "the end of",
    ),
    ("Keys are handed out once the deposit is paid.", "Keys are handed out once the contract is signed.", "contract"),
    ("The hoist is used during staffed hours only.", "The hoist can be used at any time of day or night.", "any time"),
    ("You mend broken oars at your own expense.", "Broken oars are mended at the expense of the port.", "the port"),
    ("Travel to the fair is paid by the exhibitor.", "We pay for travel to the fair.", "We pay"),
    ("Post is opened in the hall by two porters.", "Post is opened in the office by two porters.", "the office"),
    (
        "No photographs are taken of the ferry crew.",
        "Visitors may take photographs of the ferry crew in summer.",
        "nobody",
    ),
]


@pytest.mark.parametrize(("one", "two", "why"), ONE_DIFFERS)
def test_one_thing_differs(look, one, two, why):
    """What differs is named, and the two rules are not told to be the same."""
    filler = " ".join(f"The {word} is another matter altogether." for word in ("river", "bridge", "market", "chapel"))
    texts = {"a": f"# One\n\n{one}\n", "b": f"# Two\n\n{two}\n", "c": f"# Three\n\n{filler}\n"}
    (found,) = look("conflict", **texts)
    assert why in found
    assert look("duplicate", **texts) == []
    (finding,) = conflict.find(material(texts))
    assert finding.advises


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("A crew may hold only one of our moorings.", "A crew may hold several of our lockers."),
        ("Wood is stored in the yard until it is dry.", "Wood is stored in the loft once it is dry."),
        ("Once your form is approved, save a copy of it.", "After completion, save a copy of the form."),
        ("You buy gloves at your own expense.", "Fire hoses are bought at the expense of the port."),
        ("Nobody may open an account in any other way.", "A pilot may open an account at the desk."),
        ("No pilot may enter the kiln room.", "Potters may enter the kiln room."),
        ("The port may not even see the wreck.", "Divers may see the wreck."),
        ("Changes a single system and helps to change several systems.", "Helps to change several systems."),
    ],
)
def test_two_cases(look, one, two):
    """Another thing, another time of it, a step of a procedure, or somebody else: both may hold."""
    assert look("conflict", a=f"# One\n\n{one}\n", b=f"# Two\n\n{two}\n") == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Spare oars are given only to crews that have paid the fee.",
            "Spare oars are given to crews that have paid the fee.",
        ),
        (
            "At least two porters lock the harbour gate each night.",
            "At most two porters lock the harbour gate each night.",
        ),
    ],
)
def test_no_repetition_where_an_amount_in_words_differs(look, one, two):
    """What one keeps to some, or bounds the other way, is not said again."""
    assert look("duplicate", a=f"# One\n\n{one}\n", b=f"# Two\n\n{two}\n") == []


def test_how_often_as_days(look):
    """Two days in each month are more than once a month."""
    found = look(
        "conflict",
        a="# One\n\nStewards walk the pier at least once a month.\n",
        b="# Two\n\nStewards walk the pier on at least two days in each month.\n",
    )
    assert len(found) == 1


def test_a_full_stop_leads_to_no_list(look):
    """A sentence may end with "are" or "of", and what "has had" no visitor tells nothing of the past."""
    one, two = (
        "Old visitor books are never thrown away, whoever asks for what they are.",
        "Old visitor books are shredded.",
    )
    assert len(look("conflict", a=f"# One\n\n{one}\n", b=f"# Two\n\n{two}\n")) == 1
    one, two = (f"A locker that has had no visitor for {time} is emptied." for time in ("two months", "five months"))
    assert len(look("conflict", a=f"# One\n\n{one}\n", b=f"# Two\n\n{two}\n")) == 1
