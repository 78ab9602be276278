"""Marks that open and close: where they stand, and that what never closes is looked through once."""

import re
from typing import Any

import pytest

from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.parsing.closed_marks import ClosedMark, marked_spans
from reviewtui.text.markdown.silent_elements import silent_elements


class CountedSearch:
    """A pattern that counts how many characters it was asked to look through."""

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        self.looked_through = 0

    def search(self, source: str, start: int, end: int) -> "re.Match[str] | None":
        """Search as the pattern does."""
        match = self.pattern.search(source, start, end)
        self.looked_through += (match.end() if match else end) - start
        return match


def mark(**ways: bool) -> tuple[ClosedMark, CountedSearch]:
    """Return the mark `<<` … `>>` and its counter."""
    closes: Any = CountedSearch(">>")
    return ClosedMark(re.compile("<<"), closes, **ways), closes


@pytest.mark.parametrize(
    ("source", "ways", "spans"),
    [
        ("a <<b>> c <<d>> <<e", {}, [(2, 7), (10, 15)]),
        ("a <<b\nc>> d", {}, [(2, 9)]),
        ("a <<b\nc>> d", {"on_line": True}, []),
        ("a <<b\n<<c>> d", {"on_line": True}, [(6, 11)]),
        ("a <<b", {"to_end": True}, [(2, 5)]),
        ("<<>>", {}, [(0, 4)]),
    ],
)
def test_a_mark_reaches_from_where_it_opens_to_where_it_first_closes(source, ways, spans):
    """On its line, or to the end, where its kind says so."""
    assert list(marked_spans(source, mark(**ways)[0])) == spans


@pytest.mark.parametrize("ways", [{}, {"on_line": True}, {"to_end": True}])
@pytest.mark.parametrize("source", ["<<" * 1000, "<<\n" * 1000, "<< >" * 1000, "<<a>>" * 1000])
def test_what_never_closes_is_looked_through_once(source, ways):
    """Each opening sign looked for its end anew, so twice as long a text took four times as long."""
    opened, counted = mark(**ways)
    list(marked_spans(source, opened))
    assert counted.looked_through <= len(source)


def test_templates_and_comments_are_hidden_whichever_signs_they_have():
    """A comment that never ends hides the rest, a template that never ends hides nothing."""
    source = "See {{ a }} and {% b %} and {# c #} and {>>d<<} and {--e--} and {{ f.\n\n{% comment %} g"
    looks = {source[start:end]: look for start, end, look in silent_elements(document_of(source))}
    assert looks == {
        "{{ a }}": "hidden",
        "{% b %}": "hidden",
        "{# c #}": "hidden",
        "{>>d<<}": "hidden",
        "{--e--}": "strike",
        "{% comment %}": "hidden",
        "{% comment %} g": "hidden",
    }
