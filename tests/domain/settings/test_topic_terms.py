"""The terms of a topic: in their own forms, at the beginning of a word."""

import pytest

from reviewtui.domain.settings.settings import Topic
from reviewtui.domain.settings.topic_terms import TopicTerms

CARE = Topic("care", "Social care", ("care", "look after"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Who cares for them?", ["cares"]),
        ("Careers at the council; carers; a scarecrow", []),
        ("Staff who look-after a child", ["look-after"]),
        ("SOCIAL\nCARE", ["SOCIAL\nCARE"]),
    ],
)
def test_a_term_is_found_in_its_own_forms(text: str, found: list[str]) -> None:
    """Whatever stands between its words, and in whichever case."""
    assert [match[0] for match in TopicTerms(CARE).matches(text)] == found


def test_a_topic_without_words_is_found_nowhere() -> None:
    """An empty pattern would stand everywhere."""
    assert not TopicTerms(Topic("none", " ")).stand_in("Any text at all.")
