"""Of equal sentences under several topics the one whose topic went is gone; the others are found under theirs."""

import pytest

from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.placement import Placer

SAME = "Records are destroyed after two years."
TOPICS = ("Leave", "Training", "Complaints", "Grants", "Visits")
SHAPES = {
    "heading": "## {}\n\n" + SAME,
    "heading of the top": "# {}\n\n" + SAME,
    "bold line": "**{}**\n\n" + SAME,
    "item": "- {}. " + SAME,
    "row": "| {} | " + SAME + " |",
    "picture": "![{}](files.png)\n\n" + SAME,
}


def laid_out(shape, topics):
    """Return a file in which the same words stand for each topic."""
    head = "| Topic | How long |\n| --- | --- |\n" if shape == "row" else ""
    between = "\n" if shape in {"row", "item"} else "\n\n"
    return f"# Records\n\nThe office keeps records.\n\n{head}{between.join(SHAPES[shape].format(t) for t in topics)}\n"


def moved(shape, marked, left):
    """Return where the words of a topic are when only some topics are left."""
    old, new = laid_out(shape, TOPICS), laid_out(shape, left)
    start = old.index(SAME, old.index(TOPICS[marked]))
    found = Placer({"a.md": old}, {"a.md": new}).place(Quote("a.md", start, start + len(SAME), SAME))
    return found, new


@pytest.mark.parametrize("gone", range(len(TOPICS)))
@pytest.mark.parametrize("shape", SHAPES)
def test_the_one_whose_topic_went_is_gone(shape, gone):
    """An equal one under another topic is another rule."""
    found, _ = moved(shape, gone, [topic for n, topic in enumerate(TOPICS) if n != gone])
    assert found.path is None


@pytest.mark.parametrize("gone", [0, 2, 4])
@pytest.mark.parametrize("marked", [1, 3])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_others_are_found_under_their_topic_or_said_to_be_unsure(shape, marked, gone):
    """Never under that of another."""
    found, new = moved(shape, marked, [topic for n, topic in enumerate(TOPICS) if n != gone])
    assert found.state in {"exact", "ambiguous"}
    assert found.path is None or found.start == new.index(SAME, new.index(TOPICS[marked]))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_gap_goes_with_its_topic(shape):
    """Where words were to be added to a rule that went, nothing is added to its equal."""
    old, new = laid_out(shape, TOPICS), laid_out(shape, [*TOPICS[:2], *TOPICS[3:]])
    gap = old.index(SAME, old.index(TOPICS[2])) + len("Records are destroyed")
    assert Placer({"a.md": old}, {"a.md": new}).place(Quote("a.md", gap, gap, "")).path is None


TWINS = (
    "# T\n\n## Maps\n\nMaps are **kept** for a year.\n\n## Coins\n\nmaps are kept\nfor a year. Coins go.\n\nThe end.\n"
)


def test_an_equal_neighbour_in_other_marks_leaves_no_place_certain() -> None:
    """Emphasis, letter case and line ends make no other passage, as long as the file changed at all."""
    changed = TWINS.replace("The end.", "The very end.")
    for quote in ("Maps are **kept** for a year.", "maps are kept\nfor a year."):
        start = TWINS.index(quote)
        placement = Placer({"p": TWINS}, {"p": changed}).place(Quote("p", start, start + len(quote), quote))
        assert placement.path == "p"
        assert placement.confidence < 1.0
        same = Placer({"p": TWINS}, {"p": TWINS}).place(Quote("p", start, start + len(quote), quote))
        assert same.confidence == 1.0


def test_a_gap_between_words_that_stand_there_twice_is_not_certain() -> None:
    """One that its words tell from all others is."""
    text = "# T\n\nLock the gate.\n\nAsk me.\n\nLock the gate.\n\nAsk me.\n\nRing the bell now.\n\nWash the cups.\n"
    changed = text.replace("Wash the cups.", "Wash all cups.")
    placer = Placer({"p": text}, {"p": changed})
    first = text.index("gate.") + 5
    assert placer.place(Quote("p", first, first, "")).confidence < 1.0
    alone = text.index("bell now.") + 4
    assert placer.place(Quote("p", alone, alone, "")).confidence == 1.0
