"""A passage followed through versions."""

from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.tracing import trace_quote

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
    """Unchanged, reworded with its alarm, gone; seen from the version in which it was quoted to the end."""
    steps = trace_quote(VERSIONS, ASKED)
    assert [step.happening for step in steps] == ["first", "unchanged", "reworded", "gone"]
    assert [step.alarm for step in steps] == ["", "", "must → should", ""]


def test_the_way_back_is_told_in_order_of_time():
    """What changed on the way to a version is said there, whichever version was quoted."""
    quote = Quote("a.md", VERSIONS[2]["a.md"].index(LATER), VERSIONS[2]["a.md"].index(LATER) + len(LATER), LATER)
    back, forth = trace_quote(VERSIONS, quote, 2), trace_quote(VERSIONS, ASKED)
    told = [[(step.version, step.happening, step.alarm, step.words) for step in steps] for steps in (back, forth)]
    assert told[0] == told[1]


def test_a_passage_is_born_where_the_version_before_lacks_it():
    """Looking back, what is not there yet is no loss."""
    versions = [{"a.md": "# Rules\n\nAsk first.\n"}, *VERSIONS[:2]]
    steps = trace_quote(versions, ASKED, 1)
    assert [(step.version, step.happening) for step in steps] == [(1, "born"), (2, "unchanged")]


def test_a_passage_that_moved_between_two_versions_moved_in_the_later_one():
    """The same from either side."""
    stay = "Say who you are when you answer, and for which service of the council you do so.\n\nKeep every reply brief."
    old = {"a.md": f"# Rules\n\n{SENTENCE}\n\n{KIND}\n{stay}\n"}
    new = {"a.md": f"# Rules\n\n{KIND}\n{stay}\n\n{SENTENCE}\n"}
    start = new["a.md"].index(SENTENCE)
    quote = Quote("a.md", start, start + len(SENTENCE), SENTENCE)
    assert [step.happening for step in trace_quote([old, new], quote, 1)] == ["first", "moved"]
