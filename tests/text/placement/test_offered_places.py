"""What is offered for a lost passage: first what stands between the neighbours that stayed."""

import pytest

from reviewtui.text.placement.place_values import Placement, Quote
from reviewtui.text.placement.placement import Placer

PROSE = "# Records\n\nWe keep what we post. Posts are kept for two years. The archive is open to all.\n\nEnd of it.\n"
ITEMS = "# R\n\n- kept for two years\n- read by the team\n- open to all\n"
ACTS = (
    "trims the wick at dusk",
    "writes the log by hand",
    "counts the barrels of oil",
    "rows out when a bell is heard",
)
ROWS = "# R\n\n| What | How long |\n|---|---|\n| Posts | kept for two years |\n| Mails | deleted at once |\n"


def _placed(old: str, new: str, words: str) -> Placement:
    start = old.index(words)
    return Placer({"a.md": old}, {"a.md": new}).place(Quote("a.md", start, start + len(words), words))


@pytest.mark.parametrize(
    ("text", "words", "instead", "offered"),
    [
        (
            PROSE,
            "Posts are kept for two years.",
            "Posts are kept until 1 May 2027.",
            "Posts are kept until 1 May 2027.",
        ),
        (PROSE, "for two years", "until 1 May 2027", "until 1 May 2027"),
        (ITEMS, "kept for two years", "kept until 1 May 2027", "kept until 1 May 2027"),
        (ITEMS, "read by the team", "seen by an editor", "seen by an editor"),
        (ROWS, "kept for two years", "kept until 1 May 2027", "kept until 1 May 2027"),
        (ROWS, "kept for two years", "six months", "six months"),
    ],
)
def test_what_stands_in_its_place_is_offered_first(text: str, words: str, instead: str, offered: str) -> None:
    """Where only the frame of a short sentence stays, or nothing, the sentence there is the best candidate."""
    new = text.replace(words, instead)
    placement = _placed(text, new, words)
    if placement.state == "orphaned":
        best = placement.likely[0]
        assert new[best.start : best.end] in {offered, instead}
        assert best.sure <= 0.5
    else:
        assert new[placement.start : placement.end] in {offered, instead}


def test_nothing_is_offered_where_nothing_stands_in_its_place() -> None:
    """A sentence that was deleted leaves no gap to choose."""
    assert _placed(ITEMS, ITEMS.replace("- read by the team\n", ""), "read by the team").likely == ()


def test_what_another_sentence_became_is_not_offered() -> None:
    """A neighbour that was only reworded is no candidate for the one that went."""
    old = "# R\n\nPosts are kept for two years.\n\nOfficers read every reply on the same day.\n"
    new = "# R\n\nOfficers read each and every reply on the same day.\n"
    assert _placed(old, new, "Posts are kept for two years.").likely == ()


def test_the_very_words_in_a_copy_of_the_file_are_offered() -> None:
    """A page that repeats most of what others keep is no place that is told; what only it still says is offered."""
    went = "These pages are published from the lighthouse at Skerry Point."
    kept = "\n\n".join(f"Rule {number}: the keeper {act}." for number, act in enumerate(ACTS))
    old = {"a.md": f"# Keepers\n\n{kept}\n\n{went}\n", "b.md": "# Boats\n\nBoats land at noon.\n", "c.md": "# Oil\n"}
    new = old | {"a.md": f"# Keepers\n\nRead all of it.\n\n{kept}\n", "intro.md": f"# Start\n\n{kept}\n\n{went}\n"}
    start = old["a.md"].index(went)
    placement = Placer(old, new).place(Quote("a.md", start, start + len(went), went))
    best = placement.likely[0]
    assert placement.state == "orphaned"
    assert (best.path, new[best.path][best.start : best.end], best.sure) == ("intro.md", went, 0.5)
