"""Ids are told apart by their ends, as short as possible and never shorter than four characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.identifier import ULID, resolve, short, short_names
from reviewtui.domain.refusal import Refused
from tests.strategies import ulids

FIRST, SECOND, THIRD = (f"01kb2m6y3t9v8w5x4z7q1r{end}" for end in ("aaaa", "baaa", "cbaa"))
TWIN = f"01kb2m6y3t9v8w5x4z7q2r{'aaaa'}"
alike = st.lists(st.sampled_from([f"01kb2m6y3t9v8w5x4z7q{a}{b}{c}aaa" for a in "12" for b in "xyz" for c in "ab"]))


def test_four_characters_where_they_are_enough() -> None:
    """As many more as tell it from others; itself among the others is no other."""
    assert short(FIRST) == "aaaa"
    assert short(FIRST, (FIRST, SECOND, THIRD)) == "aaaa"
    assert short(FIRST, (TWIN,)) == "1raaaa"
    assert short(f"x{FIRST}", (FIRST,)) == f"x{FIRST}"


def test_each_is_named_among_all() -> None:
    """Ends grow for those alone that have the same; one id twice has its whole self for a name."""
    assert short_names((FIRST, TWIN, SECOND)) == {FIRST: "1raaaa", TWIN: "2raaaa", SECOND: "baaa"}
    assert short_names((FIRST, FIRST)) == {FIRST: FIRST}
    assert short_names(()) == {}


@given(st.sets(ulids, max_size=6) | alike.map(set))
def test_a_name_resolves_to_its_id(identifiers: set[str]) -> None:
    """Names are ends, unlike each other, at least four characters long, and the shortest that there are."""
    names = short_names(identifiers)
    assert names.keys() == identifiers
    for identifier, name in names.items():
        assert identifier.endswith(name)
        assert len(name) >= 4
        assert resolve(name, identifiers) == identifier
        assert name == short(identifier, identifiers)
        assert len(name) == 4 or any(o.endswith(name[1:]) for o in identifiers - {identifier})


def test_what_people_type_is_an_end() -> None:
    """In any case, with space around it, of any length; one that is there twice is one."""
    assert resolve(" AAAA\n", (FIRST, SECOND)) == FIRST
    assert resolve("b", (FIRST, "0b", "0b")) == "0b"
    assert resolve(FIRST, (FIRST, SECOND)) == FIRST


@pytest.mark.parametrize("typed", ["", "  ", "zzzz", f"x{FIRST}"])
def test_what_ends_no_id_is_refused(typed: str) -> None:
    """Nothing at all is no end, and means nobody's thread."""
    with pytest.raises(Refused, match="There is no thread"):
        resolve(typed, (FIRST, SECOND))


def test_what_ends_several_is_refused_with_their_names() -> None:
    """Sorted, six at the most, and how many there are; the sentence says what was asked for."""
    with pytest.raises(Refused, match=r"'aa' is the end of 3 events: aaaa, baaa, cbaa\. Type more of it\."):
        resolve("aa", (THIRD, SECOND, FIRST), "event")
    many = [f"{letter}aaaa" for letter in "hgfedcb"]
    with pytest.raises(Refused, match=r"7 threads: baaaa, caaaa, daaaa, eaaaa, faaaa, gaaaa\."):
        resolve("aaaa", many)


def test_an_id_is_a_ulid_in_lower_case() -> None:
    """Twenty-six characters without i, l, o and u, whose first is at most 7."""
    assert ULID.match(FIRST)
    for wrong in (FIRST[1:], f"{FIRST}a", FIRST.upper(), f"8{FIRST[1:]}", f"{FIRST[:-1]}i", f"{FIRST}\n"):
        assert not ULID.match(wrong)
