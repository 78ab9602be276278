"""A few words found far away are the passage only if what stood around them came along."""

import pytest

from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.placement import Placer

GUIDE = """# Guide

Officers must think before they post anything on the council's accounts.

## Records

Every post is kept for six years in the archive of the communications team.

## Requirements

Say who you are, and for which service you answer.

Nexmo | text messages | United States
"""
MINUTES = """# Minutes of the fourth meeting

The meeting looked at the plans for the summer fair.

* Records
* Parking

Suppliers come from the United States, from Ireland and from Wales.
"""
REST = "# Guide\n\nOfficers must think before they post anything on the council's accounts.\n"


def placed(words, new, old=None):
    """Return where `words` of the guide went."""
    old = old or {"guide.md": GUIDE}
    start = GUIDE.index(words)
    placement = Placer(old, new).place(Quote("guide.md", start, start + len(words), words))
    return placement, new[placement.path][placement.start : placement.end] if placement.path else None


@pytest.mark.parametrize("words", ["Records", "Nexmo | text messages | United States"])
def test_a_heading_or_a_cell_that_went_is_not_found_in_other_company(words):
    """The same word in the minutes, or a part of a row, is another passage."""
    placement, _ = placed(words, {"guide.md": REST, "minutes.md": MINUTES})
    assert placement.state == "orphaned"


def test_a_heading_is_followed_with_its_section():
    """A whole section went to a file of its own: so did its heading."""
    section = GUIDE[GUIDE.index("## Records") : GUIDE.index("## Requirements")]
    new = {"guide.md": REST, "minutes.md": MINUTES, "archive.md": f"# Archive\n\n{section}"}
    placement, words = placed("Records", new)
    assert (placement.path, words) == ("archive.md", "Records")


def test_many_rare_words_need_no_company():
    """A sentence that stands alone in another file is still itself."""
    words = "Every post is kept for six years in the archive of the communications team."
    new = {"guide.md": REST, "minutes.md": f"{MINUTES}\n{words}\n"}
    assert placed(words, new)[1] == words


def test_a_small_part_of_a_passage_is_not_the_passage():
    """Of three sentences one came along, with few words: the passage is gone."""
    passage = GUIDE[GUIDE.index("Every post") : GUIDE.index("\n\nNexmo")]
    new = {"guide.md": f"{REST}\n## Requirements\n\nAsk the chair.\n"}
    assert placed(passage, new)[0].state == "orphaned"


def test_the_same_words_inside_another_sentence_are_not_a_list_item():
    """A link in a list of contents is gone when its words stand in the middle of an unrelated rule."""
    old = GUIDE.replace("## Records", "* [Audits](#audits)\n* [Records](#records)\n\n## Records")
    new = GUIDE.replace("Say who you are", "When the audits are done, say who you are")
    start = old.index("Audits")
    quote = Quote("guide.md", start, start + 6, "Audits")
    placement = Placer({"guide.md": old, "b.md": MINUTES}, {"guide.md": new, "b.md": MINUTES + "More.\n"}).place(quote)
    assert placement.state == "orphaned"


def test_a_snapshot_beside_a_document_is_no_place_for_its_passages():
    """A copy of an older state keeps the old wording; the passage is where the document says it now."""
    rules = [f"Rule {n}: every {w} of the council is checked by the {v} each year." for n, (w, v) in enumerate(
        [("account", "owner"), ("poster", "printer"), ("photograph", "archive"), ("film", "editor"),
         ("letter", "registry"), ("survey", "statistician"), ("podcast", "studio"), ("banner", "designer")]
    )]  # fmt: skip
    old = "\n\n".join(rules) + "\n"
    draft = old.replace("every film of the council is checked by the editor", "each film is approved by its editor")
    new = {"rules.md": draft, "other.md": "# Other\n\nBe kind.\n", "snapshots/2019.md": "# 2019\n\n" + old}
    start = old.index("Rule 3")
    quote = Quote("rules.md", start, start + len(rules[3]), rules[3])
    placement = Placer({"rules.md": old, "other.md": "# Other\n"}, new).place(quote)
    assert placement.path == "rules.md"
    assert new["rules.md"][placement.start : placement.end].startswith("Rule 3: each film")


def test_synonyms_are_what_two_sentences_have_in_common() -> None:
    """Who purchases and notifies buys and informs: little else is left of the sentence."""
    said = "Staff must purchase laptops with permission and notify the desk promptly."
    now = "Employees who buy a laptop have to inform the service point."
    old, new = (f"# Rules\n\nAsk before you leave.\n\n{each}\n\nReturn all keys.\n" for each in (said, now))
    start = old.index(said)
    found = Placer({"a.md": old}, {"a.md": new}).place(Quote("a.md", start, start + len(said), said))
    assert found.path is not None
    assert new[found.start : found.end] == now


def test_the_next_best_sentence_is_not_told_where_the_best_was_taken_by_one_that_says_the_same():
    """Two notes on holidays were merged into one; what is beside that one is about other days."""
    first = (
        "Note that you must book market holidays that fall on a rowing day as annual leave in the Dockbook when "
        "following this rowing pattern."
    )
    second = "You must book market holidays that fall on rowing days as leave\nin the Dockbook."
    weekly = "For example, when rowing a 4 day week, the leave allowance will be 20 days per year.\n"
    old = (
        f"# Leave\n\n## Short weeks\n\n{weekly}\n{first}\n\n## Long days\n\nHours are counted by the clerk. {second}\n"
    )
    new = (
        f"# Leave\n\n## Effect on leave\n\n{weekly}\nThe harbour office will book any market holidays that fall on a "
        "rowing day as annual leave in the Dockbook on your behalf.\n\nIf a market holiday falls on a day without "
        "rowing then this day will be added to your bookable annual leave allowance, to be taken at another point in "
        "the annual leave year.\n"
    )
    start = old.index(first)
    placement = Placer({"a.md": old}, {"a.md": new}).place(Quote("a.md", start, start + len(first), first))
    told = new[placement.start : placement.end] if placement.state == "edited" else ""
    assert not told.startswith("If a market holiday")
