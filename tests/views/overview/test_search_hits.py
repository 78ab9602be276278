"""Words are found however they are wrapped, in whatever case, composed or not."""

import pytest

from reviewtui.views.overview.search_hits import is_in_address, pattern_of, search_hits
from tests.making import draft_of

TEXT = "I must\n> think. Caf\u00e9 and cafe\u0301."


def _places(text: str, term: str) -> list[tuple[int, int]]:
    pattern = pattern_of(term)
    return [match.span() for match in pattern.finditer(text)] if pattern else []


def test_words_are_found_across_line_ends_and_quote_marks() -> None:
    """Case and the kind of blanks do not matter."""
    assert _places(TEXT, "MUST  think") == [(2, 14)]


def test_both_forms_of_an_accent_are_found() -> None:
    """Composed or not, whichever was typed."""
    assert len(_places(TEXT, "caf\u00e9")) == len(_places(TEXT, "cafe\u0301")) == 2


def test_signs_are_no_pattern_and_blanks_find_nothing() -> None:
    """What is typed is words, never an expression."""
    assert _places("axb", "a.b") == []
    assert _places("axb", "  ") == []


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Don\u2019t wait\u2026", "don't wait..."),
        ("Open 9\u20135 daily", "9-5 daily"),
        ("Staff **must** _ask_", "staff must ask"),
        ("See [the guide](https://a.example/g) first", "the guide first"),
        ("- ask the team\n- wait", "team wait"),
        ("| Staff | in ten days |", "staff in ten"),
        ("the communi\u00adcations team", "communications"),
    ],
)
def test_words_are_found_as_they_are_seen(text: str, term: str) -> None:
    """Signs are taken as they are typed, and marks, items and cells between words do not matter."""
    assert len(_places(text, term)) == 1


@pytest.mark.parametrize(
    ("words", "unseen"), [("consent", True), ("form", False), ("form consent", False), ("ask", False)]
)
def test_where_a_link_leads_is_no_hit(words: str, unseen: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """A word that is in the address alone is on no page; one that a reader sees is found, whatever it lies in."""
    text = "Staff ask for the [form](policy/consent.md) first, or the [form](a.md) consent.\n"
    pattern = pattern_of(words)
    assert pattern is not None
    match = pattern.search(text)
    assert match is not None
    assert is_in_address(text, *match.span()) is unseen


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Staff need consent[^1] first.\n\n[^1]: In writing.\n", "consent\u00b9 first"),
        ("- Ask first.\n- Then post.\n", "\u2022 Ask first. \u2022 Then post."),
        ("Say \u00abno\u00bb now.\n", '"no" now'),
        ("The \ufb01nal o\ufb03ce.\n", "final office"),
        ("Ask \u2014 then wait.\n", "ask -- then"),
    ],
)
def test_what_is_seen_on_a_page_is_found_by_the_search(text: str, term: str) -> None:
    """Marks of footnotes and items, signs that no keyboard has."""
    draft = draft_of({"a.md": f"# T\n\n{text}"})
    assert len(search_hits(draft, term).hits) == 1
