"""Where a policy deals with a topic: a heading, sentences about it, a section that comes back to it, and no less."""

import pytest

from reviewtui.checks.structure.topic_passage import passage_about
from reviewtui.domain.settings.settings import Topic
from tests.checks.conftest import material

HEALTH = Topic("health", "Health and safety", ("health", "safety"), required=True)
PURDAH = Topic("purdah", "Pre-election period", ("purdah", "election"), required=True)
FILLER = "The harbour is open in the morning and closed at night for all who live there. " * 60


def how(topic: Topic, text: str) -> str:
    """Return how a long policy with `text` deals with a topic, empty where it does not."""
    passage = passage_about(material({"a": f"{text}\n\n# Harbour\n\n{FILLER}\n"}), topic)
    return passage.how if passage else ""


@pytest.mark.parametrize(
    "text",
    [
        "# Staff\n\nMental health first aiders can be called by anybody who needs somebody to talk to in the office.",
        "# Mental health first aiders\n\nThey wear badges.",
        "# Staff\n\nAsk our mental health first aiders. Mental health first aiders meet. Health first aiders rest.",
        "# Staff\n\nThe hall has a public health leaflet rack, a kitchen with a kettle and a long table for all of us.",
        "# Health\n\nTBC.",
        "# Health\n\nMore soon.",
        "# Health\n\nMore will be said about this in due course.",
        "# Health and safety\n\n[to be written]",
        "# Health",
        "# Health group\n\nIt meets on Mondays in the hall beside the kitchen.",
        "# Healthier lunches\n\nThe kitchen offers them on Mondays and on Fridays.",
        "# Health\n\nSee the intranet.",
        "# Health\n\n(See the intranet.)",
        "# Health\n\n\u201cRefer to the handbook.\u201d",
        "# Health\n\nThis policy does not deal with health.",
    ],
)
def test_a_word_in_passing_is_not_about_the_topic(text: str) -> None:
    """Nor is a name of something else that has the word in it, however often, nor a heading with nothing under it."""
    assert how(HEALTH, text) == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Health and safety at work\n\nKeep the doors shut.", "heading"),
        ("# Rules\n\n## Records, safety and training\n\nKeep the doors shut.", "heading"),
        ("# Health\n\n## Where to go\n\nTo the second floor.", "heading"),
        (
            (
                "# Rules\n\nThe health of everybody who works here comes first, and safety at the machines is the"
                " duty of each head of service, who walks through the rooms once a month."
            ),
            "sentences",
        ),
        (
            (
                "# Rules\n\nWe look after your health. Managers talk about safety every month in their teams."
                " Tell your manager when you fear for your health or for the safety of others in the building."
            ),
            "mentions",
        ),
    ],
)
def test_a_heading_a_passage_or_a_section_is(text: str, kind: str) -> None:
    """And the passage is named."""
    assert how(HEALTH, text) == kind


def test_a_period_in_front_of_the_verb_is_what_a_sentence_is_about() -> None:
    """Not where the sentence only ends with it, nor as the first half of a name."""
    rule = "officers must not post about candidates, and every scheduled post is looked at again before it goes out."
    assert how(PURDAH, f"# A\n\nDuring the pre-election period {rule} In purdah nobody at all posts for a party.")
    assert (
        how(PURDAH, "# A\n\nWe print election leaflets, calendars and posters on our own machines in the cellar.") == ""
    )
