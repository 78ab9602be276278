"""Passages are found by span as a plain search through all of them would."""

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.tui.reader.highlight import ChangedPassage, Highlight, MarkedPassages

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), max_size=12)


@given(SPANS, st.integers(0, 80), st.integers(0, 20))
def test_touching_finds_what_a_plain_search_finds(spans: list[tuple[int, int]], start: int, length: int) -> None:
    """Those that share a character, and gaps inside or at an end."""
    remarks = [Highlight(at, at + size, "wording", "open", str(key)) for key, (at, size) in enumerate(spans)]
    end = start + length
    found = {each.key for each in MarkedPassages(remarks).touching(start, end)}
    plain = {
        each.key
        for each in remarks
        if (start <= each.start <= end if each.is_gap else each.start < end and each.end > start)
    }
    assert found == plain
    changes = [ChangedPassage(at, at + size) for at, size in spans]
    assert len(MarkedPassages((), changes).changed_in(start, end)) == len(plain)


def test_the_shortest_comes_first() -> None:
    """Where remarks overlap, the most precise one is meant."""
    wide, inner = Highlight(0, 20, "wording", "open", "wide"), Highlight(5, 9, "wording", "open", "inner")
    passages = MarkedPassages([wide, inner])
    assert [each.key for each in passages.at(6)] == ["inner", "wide"]
    assert [each.key for each in passages.at(12)] == ["wide"]
    assert passages.at(20) == []


def test_kinds_and_states_that_are_not_known_have_signs_too() -> None:
    """A newer version's kind is shown, not hidden."""
    assert Highlight(0, 1, "\x1b[31m", "[/]", "k").letter == "*"
    assert Highlight(0, 1, "wording", "\x1b", "k").sign == "?"
