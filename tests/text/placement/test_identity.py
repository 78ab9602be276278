"""Which of several places like a sentence is that sentence: by its label, by rare words, by what its rivals have."""

from reviewtui.text.placement.placement import Placer, Quote

WARDENS = """# Wardens

The caretaker keeps the list of the wardens and prints it twice a year.

* Anwen Pugh, Library, first floor
* Gwilym Roe, Depot, gate
* Bethan Sayce, Museum, cloakroom

A warden wears a yellow jacket during a drill.
"""


def placed(words: str, old: dict[str, str], new: dict[str, str], path: str = "wardens.md"):
    """Return where `words` of an old file went: its placement and its words there."""
    start = old[path].index(words)
    placement = Placer(old, new).place(Quote(path, start, start + len(words), words))
    return placement, new[placement.path][placement.start : placement.end] if placement.path else None


def test_an_item_is_known_by_its_label():
    """All but the name of a warden was replaced: it is still the item of that warden, and its words changed."""
    new = WARDENS.replace("* Gwilym Roe, Depot, gate", "* Owain Tew, Pool, foyer\n* Gwilym Roe, Theatre, stage door")
    placement, words = placed("Gwilym Roe, Depot, gate", {"wardens.md": WARDENS}, {"wardens.md": new})
    assert (placement.state, words) == ("edited", "Gwilym Roe, Theatre, stage door")


def test_an_item_with_another_label_is_another_one():
    """The warden went and another one took the place with the same duty."""
    new = WARDENS.replace("Gwilym Roe, Depot, gate", "Owain Tew, Depot, gate")
    placement, _ = placed("Gwilym Roe, Depot, gate", {"wardens.md": WARDENS}, {"wardens.md": new})
    assert placement.state == "orphaned" or placement.confidence < 1.0


def test_a_label_that_stands_twice_tells_nothing():
    """Both lists have an item for the warden: when one of them goes, the other list is not its place."""
    twice = f"{WARDENS}\n## Drills\n\n* Gwilym Roe, Theatre, stage door\n"
    new = twice.replace("* Gwilym Roe, Depot, gate\n", "").replace("yellow", "orange")
    placement, _ = placed("Gwilym Roe, Depot, gate", {"wardens.md": twice}, {"wardens.md": new})
    assert placement.state == "orphaned"


LEAVE = {
    "leave.md": """# Leave

Notes for whoever plans a rota.

If your partner is having a baby or you are adopting, you will probably be eligible for statutory paternity pay.
"""
}
NEW_LEAVE = {
    "leave.md": """# Time away

If you are adopting, you will probably be eligible for statutory adoption leave and statutory adoption pay.

A rota is planned by the team that works to it, four weeks ahead.

If your partner is pregnant, you are adopting, or you are having a baby with the help of somebody else, you will
probably be eligible for statutory paternity leave and statutory paternity pay or for statutory adoption pay.
"""
}


def test_of_equally_likely_places_the_one_with_the_rare_words_is_the_one():
    """Both new sentences are put like the old one; "partner", "baby" and "paternity" stand in one of them alone."""
    words = LEAVE["leave.md"].split("\n\n")[2].strip()
    _, there = placed(words, LEAVE, NEW_LEAVE, "leave.md")
    assert there is not None
    assert there.startswith("If your partner is pregnant")


REVIEWS = {
    "reviews.md": """# Reviews

Taking a piece of work from its first sketch to the day it is used is the best way for a drafter to learn the trade.
To help with that we ask reviewers to leave their remarks, put questions and talk the draft over, but never to change
it without a word from the drafter. We hope this lets us:
"""
}
NEW_DRAFTING = {
    "drafting.md": """# Drafting

1. Taking a piece of work from its first sketch to the day it is used is the best way to get it done, and for a
   drafter to learn the trade.
2. Ask early.
3. Draft in pairs where a page is long.
4. Print what you send to the chamber.
5. Read a page aloud before it is sent.
6. Ask for remarks, put questions and talk drafts over, but in the end the drafter answers for what is changed.
"""
}


def test_a_passage_goes_where_its_best_sentence_went():
    """Its sentences were scattered over a list: the one that was hardly changed tells where it is, not the longest."""
    words = REVIEWS["reviews.md"].split("\n\n")[1].strip()
    _, there = placed(words, REVIEWS, NEW_DRAFTING, "reviews.md")
    assert there is not None
    assert there.startswith("Taking a piece of work")


def test_a_link_alone_is_no_reason_to_find_a_sentence_in_another_file():
    """The sentence went; a list of links elsewhere shares the words of its link and nothing that it said."""
    old = {
        "testing.md": "# Testing\n\nDrills are planned by default (see [plan the year](../plan/plan-the-year.md)).\n\n"
        "A drill that failed is held again within a week.\n",
        "rotas.md": "# Rotas\n\nA rota is drawn up for four weeks and hangs in the hall of the depot.\n",
    }
    new = {
        "testing.md": "# Testing\n\nA drill that failed is held again within a week.\n\nThe horn is loud.\n",
        "rotas.md": f"{old['rotas.md']}\nSee [plan the year](../plan/plan-the-year.md) and [drills](testing.md).\n",
    }
    words = "Drills are planned by default (see [plan the year](../plan/plan-the-year.md))."
    assert placed(words, old, new, "testing.md")[0].state == "orphaned"
