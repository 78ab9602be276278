"""A passage followed through versions."""

from reviewtui.text.placement import Quote
from reviewtui.text.tracing import place_through, trace_quote

SENTENCE = "Officers must reply to a question within two days of its receipt."
LATER = "Officers should reply to any question within two days of receiving it."
KIND = "Be kind to people.\n"
VERSIONS = [
    {"a.md": f"# Rules\n\n{SENTENCE}\n\n{KIND}"},
    {"a.md": f"# Rules\n\nPreface.\n\n{SENTENCE}\n\n{KIND}"},
    {"a.md": f"# Rules\n\nPreface.\n\n{LATER}\n\n{KIND}"},
    {"a.md": f"# Rules\n\nPreface.\n\n{KIND}"},
]
START = VERSIONS[0]["a.md"].index(SENTENCE)
ASKED = Quote("a.md", START, START + len(SENTENCE), SENTENCE)


def test_each_step_says_what_happened():
    """Unchanged, reworded with its alarm, gone."""
    steps = trace_quote(VERSIONS, ASKED)
    assert [step.happening for step in steps] == ["unchanged", "reworded", "gone"]
    assert steps[1].placement.meaning_changed


def test_a_passage_is_placed_by_way_of_the_versions_between():
    """The last version in which it stands."""
    placement = place_through(VERSIONS[:3], ASKED)
    assert VERSIONS[2]["a.md"][placement.start : placement.end].startswith("Officers should reply")
