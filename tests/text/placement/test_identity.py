"""Which of several places like a sentence is that sentence: by its label, by rare words, by what its rivals have."""

from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.placement import Placer

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


TERMS = "Seats have no term. The usual number is between six and twelve, so that all fields of work are covered."
CHARTERS = {
    "council.md": f"# Council\n\nThe council is chosen by the residents. {TERMS}\n\nIt meets in the hall.\n",
    "groups.md": f"# Groups\n\n## Members of a group\n\nResidents found a group. {TERMS}\n\nIt reports.\n",
}


def test_a_copy_of_an_equal_passage_is_not_the_passage():
    """A new page copies the rule of the groups; the equal rule of the council went, and is not that copy."""
    new = {
        "council.md": CHARTERS["council.md"].replace(TERMS, "Nobody sits for ever."),
        "groups.md": CHARTERS["groups.md"],
        "form.md": f"# Form\n\n## Members of a group\n\nResidents found a group. {TERMS}\n",
    }
    words = "The usual number is between six and twelve, so that all fields of work are covered."
    assert placed(words, CHARTERS, new, "council.md")[0].state == "orphaned"


def test_of_equal_passages_the_one_that_moved_with_its_neighbours_is_found():
    """The council's page went into another file as a whole: its rule is there, though the groups have an equal one."""
    new = {"charter.md": f"# Charter\n\n{CHARTERS['council.md']}", "groups.md": CHARTERS["groups.md"]}
    words = "The usual number is between six and twelve, so that all fields of work are covered."
    placement, there = placed(words, CHARTERS, new, "council.md")
    assert (placement.path, there) == ("charter.md", words)


CONTACT = "For anything that touches safety write to the desk. For all else open a request and name the group.\n"


def test_a_shared_footer_makes_no_file_another_one():
    """The page of the ponds went and one of the barn came; all that both say is how to reach a group."""
    old = {name: f"# {name}\n\nLooks after the {name}.\n\n## Contact\n\n{CONTACT}" for name in ("hives", "ponds")}
    new = {"hives": old["hives"], "barn": f"# barn\n\nLooks after the barn.\n\n## Contact\n\n{CONTACT}"}
    for words in ("Looks after the ponds.", "open a request and name the group"):
        assert placed(words, old, new, "ponds")[0].state == "orphaned"


def roster(*rows: str) -> str:
    """Return a page with a table of rows, given without their outer signs."""
    table = "\n".join(f"| {row} |" for row in ("Name | Role | Place", "- | - | -", *rows))
    return f"# Roster\n\nThe roster is printed twice a year.\n\n{table}\n\nAsk the desk for a copy.\n"


def person(name: str, place: str) -> str:
    """Return a row with the picture of somebody, a link to them, their role and their place."""
    short = name.replace(" ", "").lower()
    picture = f'<img src="https://pics.example/{short}.png" width=100 alt="@{short}">'
    return f"{picture} | {name} [@{short}](https://pics.example/{short}) | Member | {place}"


def test_a_row_is_placed_in_one_row():
    """Its last cell changed, and the next row now says what it said: the row is found whole, without its neighbour."""
    before, after = person("Ivo Tew", "Hall (Flint)"), person("Eirlys Fry", "Pool (Cardiff)")
    old = roster(before, person("Gwilym Roe", "Depot (Bangor)"), after)
    new = roster(before, person("Gwilym Roe", "Pool (Cardiff)"), person("Bethan Sayce", "Depot (Bangor)"), after)
    _, there = placed(f"| {person('Gwilym Roe', 'Depot (Bangor)')} |", {"a.md": old}, {"a.md": new}, "a.md")
    assert there == f"| {person('Gwilym Roe', 'Pool (Cardiff)')} |"


def test_a_row_that_went_is_not_words_of_another_table():
    """Role and place of a row stand in another file, in the row of somebody else who came."""
    old = {
        "a.md": roster("Anwen Pugh | Member | Library", "Gwilym Roe | Member | Depot"),
        "b.md": roster("Ioan Ty | Chair | Pool"),
    }
    new = {
        "a.md": roster("Anwen Pugh | Member | Library"),
        "b.md": roster("Ioan Ty | Chair | Pool", "Mair Wyn | Member | Depot"),
    }
    assert placed("| Gwilym Roe | Member | Depot |", old, new, "a.md")[0].state == "orphaned"


RATES = """# Rates

Members who rent a hall pay the rate that the harbour committee printed in spring, with all of its exceptions for
choirs, brass bands and schools, on the morning after the concert.

The clerk writes the bill.
"""


def test_a_long_sentence_without_siblings_is_itself_though_a_name_in_it_changed():
    """One name of many words was replaced, and nothing else in either version is put like the sentence."""
    new = f"# Rates\n\nNothing here binds guests.\n\n{RATES[9:]}".replace(
        "The clerk", "Bills are sent by post.\n\nThe clerk"
    ).replace("harbour committee", "lighthouse board")
    words = RATES.split("\n\n")[1]
    _, there = placed(
        words, {"rates.md": RATES}, {"rates.md": new.replace("The clerk writes", "A clerk sends")}, "rates.md"
    )
    assert there == words.replace("harbour committee", "lighthouse board")


def test_where_the_likely_place_is_doubtful_a_much_less_likely_one_is_not_told():
    """The rule has a sibling put alike, so nobody can say; another sentence that shares half of it is no answer."""
    old = RATES.replace("The clerk", "Guests who rent a hall pay the rate that the museum printed.\n\nThe clerk")
    new = (
        old.replace("harbour committee", "theatre wardens")
        .replace("The clerk writes", "A clerk sends")
        .replace("all of its exceptions", "none of its discounts")
    )
    words = RATES.split("\n\n")[1]
    _, there = placed(
        words, {"rates.md": old}, {"rates.md": f"{new}\nThe rate of a hall is printed by the committee.\n"}, "rates.md"
    )
    assert there is None or there.startswith("Members who rent")


def test_a_row_with_another_first_cell_is_another_row():
    """Somebody left and somebody else has the same house and term: neither the row nor its last cells are theirs."""
    old = roster("Anwen Pugh | Museum | two years", "Gwilym Roe | Depot | one year", "Ivo Tew | Hall | one year")
    new = roster("Anwen Pugh | Museum | two years", "Bethan Sayce | Depot | one year", "Ivo Tew | Hall | one year")
    for words in ("| Gwilym Roe | Depot | one year |", "Depot | one year"):
        assert placed(words, {"a.md": old}, {"a.md": new}, "a.md")[0].state == "orphaned"


def test_a_row_that_went_to_another_table_of_its_file_is_found_by_its_first_cell():
    """Its other cells stand in the rows of others: it is the row that begins with the name."""
    old = roster("Anwen Pugh | Museum | two years", "Gwilym Roe | Depot | one year")
    new = f"{roster('Anwen Pugh | Museum | two years', 'Bethan Sayce | Depot | one year')}\n| Gwilym Roe | thanks |\n"
    _, there = placed("| Gwilym Roe | Depot | one year |", {"a.md": old}, {"a.md": new}, "a.md")
    assert there == "| Gwilym Roe | thanks |"
