"""Of equal sentences under several topics the one whose topic went is gone; the others are found under theirs."""

import pytest

from reviewtui.text.placement.equal_passages import place_among_equals
from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.placement import Placer
from reviewtui.text.words.units import Corpus

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


DUTIES = {
    "sub-heading": "## {}\n\n### Duties\n\nThey must ask before they post.",
    "sentence before": "{} read this first. They must ask before they post.",
    "paragraph before": "{} read this first.\n\nThey must ask before they post.",
    "bold line": "**{}**\n\nThey must ask before they post.",
    "label": "{}: they must ask before they post.",
    "definition": "{}\n: They must ask before they post.",
    "list": "For {} this holds:\n\n- They must ask before they post.\n- They keep a log.",
    "nested list": "- {}\n  - They must ask before they post.",
    "quotation": "{} say:\n\n> They must ask before they post.",
}


def duties(shape: str, roles: list[str]) -> str:
    """Return a text in which the same duty stands under each role."""
    between = " " if shape == "sentence before" else "\n" if shape == "nested list" else "\n\n"
    return f"# Rules\n\n{between.join(DUTIES[shape].format(role) for role in roles)}\n"


def place_of(words: str, role: str, old: str, new: str, into: int | None = None):
    """Return where `words` behind a role went; with `into` a gap so many characters into them."""
    start = old.index(words, old.index(role))
    span = (start, start + len(words)) if into is None else (start + into, start + into)
    return Placer({"a.md": old}, {"a.md": new}).place(Quote("a.md", *span, old[slice(*span)]))


@pytest.mark.parametrize("into", [None, 4])
@pytest.mark.parametrize("shape", DUTIES)
def test_a_duty_goes_with_its_role(shape, into):
    """Two roles changed places: the duty of the second one is found under it, or not said to be anywhere."""
    old, new = duties(shape, ["Editors", "Clerks", "Hosts"]), duties(shape, ["Clerks", "Editors", "Hosts"])
    found = place_of("must ask", "Clerks", old, new, into)
    right = new.index("must ask", new.index("Clerks")) + (into or 0)
    assert found.state == "ambiguous" or (found.path is not None and found.start == right)


@pytest.mark.parametrize("shape", DUTIES)
def test_a_duty_whose_role_was_replaced_is_not_another_roles(shape):
    """Hosts gave way to Stewards: nobody can say whether these are the hosts of before."""
    old, new = duties(shape, ["Editors", "Clerks", "Hosts"]), duties(shape, ["Editors", "Clerks", "Stewards"])
    assert place_of("must ask", "Hosts", old, new).path is None


def test_a_title_over_all_of_them_tells_nothing():
    """The title of the policy changed: every duty stays with its role."""
    old = duties("sub-heading", ["Editors", "Clerks", "Hosts"])
    new = old.replace("# Rules", "# Rules of the house", 1)
    assert place_of("must ask", "Clerks", old, new).start == new.index("must ask", new.index("Clerks"))


def test_of_a_sentence_that_stands_twice_now_neither_is_told():
    """An equal sentence was put before the only one: which of both is the old one cannot be known."""
    old = "# Rules\n\nStaff must ask first.\n\nCalls are free.\n"
    new = "# Rules\n\nStaff must ask first.\n\nPosts stay.\n\nStaff must ask first.\n\nCalls are free.\n"
    found = place_of("must ask", "Staff", old, new)
    assert found.state == "ambiguous"
    assert len(found.candidates) == 2


@pytest.mark.parametrize("marker", ["{}. ", "{}) ", "- "])
def test_the_number_of_an_item_is_not_what_it_is_about(marker):
    """The third of four parallel items was deleted: the fourth, which is the third now, is another one."""
    topics = ["Reply", "Audit", "Consultation", "Election"]
    old, new = (
        "# Rules\n\n"
        + "".join(f"{marker.format(n)}{t} meetings are open to the public.\n" for n, t in enumerate(each, 1))
        for each in (topics, [*topics[:2], topics[3]])
    )
    assert place_of("open to the public", "Consultation", old, new).path is None
    assert place_of("open to the public", "Election", old, new).start == new.index("open", new.index("Election"))


def test_words_in_a_new_parallel_clause_are_not_the_lost_one():
    """“The grace lead” went and “the reply lead” came three places above: that is another rule."""
    old, new = (
        "# Rules\n\n" + "".join(f"- Ask the {lead} lead before you post.\n" for lead in leads.split())
        for leads in ("training leave deposit payment grace audit", "training leave reply deposit payment audit")
    )
    assert place_of("before you post", "grace", old, new).path is None


@pytest.mark.parametrize(
    "new", ["Staff should ask first.\n\nLast words here.\n", "Staff must ask first.\n\nLast words here.\n\nMore.\n"]
)
def test_a_gap_at_the_end_of_a_file_stays_behind_its_last_words(new):
    """What was to be put at the end is put behind what stood last, whatever else changed."""
    old = "Staff must ask first.\n\nLast words here.\n"
    found = Placer({"a.md": old}, {"a.md": new}).place(Quote("a.md", len(old), len(old), ""))
    assert new[: found.start].endswith("Last words here.\n")


def test_a_passage_of_an_equal_sentence_is_cut_by_its_words_however_that_is_wrapped() -> None:
    """The characters before it are other ones where lines end elsewhere."""
    rule = "The head answers every complaint about a post within ten days of the day on which it came in."
    words = "on which it came in"

    def text(first: str, second: str) -> str:
        return f"# Top\n\nStart.\n\n# Complaints\n\nOf posts.\n\n- {first}\n\n# Appeals\n\nOf others.\n\n- {second}\n"

    wrapped = rule.replace("about a post", "about\n      a post")
    old, new = text(rule, rule), text(rule, wrapped).replace("Of posts.", "Of others.")
    at = old.index(words)
    there = ("p.md", (at, at + len(words)))
    for here in (new.index(words), new.rindex(words)):
        placed = place_among_equals(
            Corpus({"p.md": old}), there, Corpus({"p.md": new}), ("p.md", (here, here + len(words)))
        )
        assert {new[start:stop] for start, stop in placed.spans} <= {words}


def under_headings(topics: list[str]) -> str:
    """Return a text in which the same words stand under each heading."""
    return "# Records\n\n" + "".join(f"## {topic}\n\n{SAME}\n\n" for topic in topics)


@pytest.mark.parametrize("count", [60, 120, 300])
def test_of_very_many_equal_sentences_none_is_told_at_another(count):
    """Two of many headings changed places: the words go with theirs; where they are too many, that is not told."""
    topics = [f"Topic {n}" for n in range(count)]
    swapped = [*topics[:-5], topics[-3], topics[-4], topics[-5], *topics[-2:]]
    old, new = under_headings(topics), under_headings(swapped).replace("# Records", "# All records", 1)
    found = place_of(SAME, topics[-3], old, new)
    assert found.state == ("moved" if count <= 250 else "ambiguous")
    assert found.path is None or found.start == new.index(SAME, new.index(topics[-3]))


def test_one_of_sixty_that_stays_under_its_heading_is_found_there():
    """However many have the same words."""
    topics = [f"Topic {n}" for n in range(60)]
    old, new = under_headings(topics), under_headings([*topics[:5], *topics[6:]])
    assert place_of(SAME, topics[57], old, new).start == new.index(SAME, new.index(topics[57]))
    assert place_of(SAME, topics[5], old, new).path is None


OFFICES = {
    "halls.md": "# Halls\n\n## Editor\n\nThe editor writes. Nothing is paid before that. {same}\n\nA map is here.\n",
    "rooms.md": "# Rooms\n\nMaps are sold.\n\n## Steward\n\nThe steward opens the hall. {before}{same}\n\nAsk.\n",
}


def test_an_equal_section_that_came_from_another_file_is_not_the_own_one():
    """Only there the sentence before it was kept; the titles over both say that it is the other one."""
    old = {path: text.format(same=SAME, before="Nothing is paid before that. ") for path, text in OFFICES.items()}
    editor = old["halls.md"].partition("\n\n")[2]
    rooms = OFFICES["rooms.md"].format(same=SAME, before="").replace("## Steward", f"{editor}\n## Steward")
    start = old["rooms.md"].index(SAME)
    found = Placer(old, {"rooms.md": rooms}).place(Quote("rooms.md", start, start + len(SAME), SAME))
    assert found.path is None or found.start == rooms.rindex(SAME)


def test_an_equal_sentence_that_came_with_another_section_is_not_the_deleted_one():
    """It left another file, and there stands again what stood around it there."""
    clerk, porter = (f"## {who}\n\nThe {who.lower()} opens.\n\n{SAME}\n" for who in ("Clerk", "Porter"))
    old = {"a.md": f"# One\n\n{clerk}\n## End\n\nTea is free.\n", "b.md": f"# Two\n\n{porter}\n## Rest\n\nAll else.\n"}
    new = {
        "a.md": old["a.md"].replace(f"\n{SAME}\n", "").replace("free", "sold") + f"\n{porter}",
        "b.md": "# Two\n\n## Rest\n\nAll else.\n",
    }
    start = old["a.md"].index(SAME)
    assert Placer(old, new).place(Quote("a.md", start, start + len(SAME), SAME)).path is None


def test_the_same_end_of_another_sentence_is_not_the_one_that_stands_elsewhere_whole() -> None:
    """Two sentences changed places: the words that end both were found in the other one, and are told in their own."""
    first, second, words = "A request is read within ten days.", "They are trained within ten days.", "within ten days"
    old, new = (f"# Rules\n\n{one} {two}\n\nTea is free.\n" for one, two in ((first, second), (second, first)))
    there, here = (text.index(words, text.index("They" if text is old else "A request")) for text in (old, new))
    placed = place_among_equals(
        Corpus({"a": old}), ("a", (there, there + len(words))), Corpus({"a": new}), ("a", (here, here + len(words)))
    )
    assert placed.spans == ((new.index(words), new.index(words) + len(words)),)


@pytest.mark.parametrize("words", ["desk", "mail"])
def test_a_cell_of_a_row_about_something_else_now_is_not_told(words):
    """What told the row from the others was replaced in its first cell."""
    rows = [
        f"| For each {what} the clerk asks within ten days | desk | mail |" for what in ("grant", "permit", "survey")
    ]
    old = "# Rules\n\n| Rule | Where | How |\n|---|---|---|\n" + "\n".join(rows) + "\n\nTea is free.\n"
    assert place_of(words, "survey", old, old.replace("survey", "review").replace("free", "sold")).path is None
    assert place_of(words, "survey", old, old.replace("free", "sold")).path == "a.md"


def test_of_two_sentences_one_that_gave_way_to_another_one_leaves_the_place_uncertain():
    """The notice form went elsewhere, and the payment form stands there instead."""
    forms = [
        f"A {what} form is returned to the desk within ten days." for what in ("notice", "survey", "grant", "payment")
    ]
    old = "# Rules\n\n" + "".join(f"- {form}\n" for form in forms) + "\nTea is free.\n"
    new = "# Rules\n\n" + "".join(f"- {form}\n" for form in (forms[3], *forms[1:3])) + f"\nTea is sold. {forms[0]}\n"
    found = place_of(f"{forms[0]}\n- {forms[1]}", "Rules", old, new)
    assert found.path is None or not new[found.start : found.end].startswith("A payment")


def test_sections_that_changed_files_are_not_taken_for_each_other():
    """In one both sentences are items of a list: the others stand as they stood, in the other file."""
    first, filler = "They are trained each year.", "Maps are sold here.\n\n## End\n\nMeetings are streamed."
    prose = f"## Records\n\nOld accounts are closed. {first} {SAME}\n"
    items = f"## Treasurer\n\n- The treasurer answers.\n- {first}\n- {SAME}\n"
    old = {"a.md": f"# One\n\n{prose}\n{filler}\n", "b.md": f"# Two\n\n{items}\n## Halls\n\nTea is free.\n"}
    new = {"a.md": f"# One\n\n{items}\n{filler}\n", "b.md": f"# Two\n\n## Halls\n\nTea is sold.\n\n{prose}"}
    words = f"{first} {SAME}"
    start = old["a.md"].index(words)
    found = Placer(old, new).place(Quote("a.md", start, start + len(words), words))
    assert found.path in {None, "b.md"}


def test_a_sentence_stays_with_its_title_where_a_longer_one_came_before_it():
    """The rest of its paragraph and the titles agree, though an equal one elsewhere stands behind the same sentence."""
    both = "Nothing is paid before that. "
    old = "# Rules\n\n## Clerk\n\nThe clerk opens all the halls at eight and keeps the keys. " + both + SAME
    old += f"\n\n## Cook\n\nIt is warm. {both}{SAME}\n\nTea is free.\n"
    new = old.replace(both, "", 1).replace("free", "sold")
    found = place_of(SAME, "Clerk", old, new)
    assert found.state == "ambiguous" or found.start == new.index(SAME)
