"""Somebody whose name or address a reader takes for another's is told apart from them everywhere."""

import pytest

from reviewtui.domain.person import parse_person
from reviewtui.domain.record.look_alikes import look_alikes
from tests.acting import ask, remark
from tests.conftest import NORTHVALE, Clone, Run

OFFICER_LIKE = "P\u043elicy Officer"
ALIKE = [
    ("Policy Officer <officer@council.example>", f"{OFFICER_LIKE} <officer@other.example>"),
    ("Policy Officer <officer@council.example>", "policy  officer <officer@other.example>"),
    ("Policy Officer <officer@council.example>", "Policy\u200b Officer <officer@other.example>"),
    ("Policy Officer <officer@council.example>", "Poli\u00e7y Officer <officer@other.example>"),
    ("ACME <a@acme.example>", "\u0391C\u039c\u0395 <b@other.example>"),
    ("Ian Carn <a@x.example>", "lan Cam <b@x.example>"),
    ("Ada <ada@council.example>", "Bea <\u0430da@council.example>"),
    ("Ada <ada@council.example>", "Bea <ada@counci1.example>"),
]
APART = [
    ("Nell South <nell@x.example>", "Neil South <neil@x.example>"),
    ("\u0418\u0432\u0430\u043d <ivan@x.example>", "\u041e\u043b\u044c\u0433\u0430 <olga@x.example>"),
    ("Reader 1 <reader1@x.example>", "Reader 2 <reader2@x.example>"),
    ("Ada <ada@x.example>", "Ada Ash <ADA@x.example>"),
]


@pytest.mark.parametrize("pair", ALIKE)
def test_what_looks_alike_is_told(pair: tuple[str, str]) -> None:
    """Letters of other alphabets, case, accents, blanks and letters drawn alike; whichever comes first."""
    for order in (pair, pair[::-1]):
        (group,) = look_alikes(map(parse_person, order))
        assert {str(person) for person in group} == {str(parse_person(each)) for each in pair}


@pytest.mark.parametrize("pair", APART)
def test_what_does_not_is_not(pair: tuple[str, str]) -> None:
    """Other words, other alphabets as a whole, and one address under two names."""
    assert look_alikes(map(parse_person, pair)) == ()


def test_a_name_of_two_alphabets_is_told_alone() -> None:
    """Nobody else need be there."""
    ((person,),) = look_alikes([parse_person(f"{OFFICER_LIKE} <o@x.example>"), parse_person("Ada <a@x.example>")])
    assert person.name == OFFICER_LIKE


def test_a_reader_sees_who_it_is(review: Clone, run: Run) -> None:
    """The list and the card show the address beside the name, and only there; status and verify say why."""
    thread = remark(run, review, "comment", "records", "--whole", "-m", "I agree.", who=(OFFICER_LIKE, "o@x.example"))
    other = remark(run, review, "comment", "records", "--whole", "-m", "Why?")
    lines = run(review, "threads")[1]
    assert f"{OFFICER_LIKE} <o@x.example>" in lines
    assert f"{NORTHVALE[0]} <" not in lines
    assert f"{OFFICER_LIKE} <o@x.example>" in run(review, "show", thread)[1]
    assert f"{NORTHVALE[0]} <" not in run(review, "show", other)[1]
    for command in ("status", "verify"):
        code, out, _ = run(review, command)
        assert code == 0
        assert "look alike, and are 2 addresses, so 2 people" in out
        assert "U+043E CYRILLIC SMALL LETTER O" in out
    assert ask(run, review, "verify")["ok"]


def test_nobody_is_held_up_by_it(review: Clone, run: Run) -> None:
    """It is advice: the gate of the record stays as it was."""
    gates = {gate["name"]: gate["passed"] for gate in ask(run, review, "ready", code=1)["gates"]}
    remark(run, review, "comment", "records", "-m", "Good.", "--kind", "praise", who=(OFFICER_LIKE, "o@x.example"))
    again = {gate["name"]: gate["passed"] for gate in ask(run, review, "ready", code=1)["gates"]}
    assert again["record"] == gates["record"] is True
