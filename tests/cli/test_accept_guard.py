"""`accept` is the last guard: what it commits is what was shown, and never words in a place that nobody meant."""

import pytest

from tests.acting import ask, refused, remark, suggestion, thread_of, unchanged
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run
from tests.text.placement.test_heavily_reworded import FAIRS, HALLS

PERIODS = "# Periods\n\nThe notice period is ten days. The reply period is ten days. The appeal period is ten days.\n"


@pytest.fixture
def periods(review: Clone) -> Clone:
    """A review with a section of three sentences that are alike."""
    review.commit_file("policy/periods.md", PERIODS, "Write the section")
    return review


def test_a_like_sentence_never_takes_the_words_of_a_deleted_one(periods: Clone, run: Run) -> None:
    """When the sentence of a passage is gone, accepting ends with 3 and changes nothing, whatever else was edited."""
    thread = remark(
        run, periods, "suggest", "periods", "--quote", "ten days", "--nth", "2", "--replace", "two weeks", "-m", "More."
    )
    gone = PERIODS.replace("The reply period is ten days. ", "").replace("# Periods", "# Our periods")
    periods.commit_file("policy/periods.md", gone, "Delete a sentence")
    with unchanged(periods):
        refused(run, periods, "accept", thread, code=3)


def test_a_passage_between_its_own_neighbours_is_accepted(periods: Clone, run: Run) -> None:
    """An edit elsewhere in the section is no reason to ask."""
    thread = remark(
        run, periods, "suggest", "periods", "--quote", "ten days", "--nth", "2", "--replace", "two weeks", "-m", "More."
    )
    periods.commit_file("policy/periods.md", PERIODS.replace("# Periods", "# Our periods"), "Edit the heading")
    ask(run, periods, "accept", thread)
    assert "The reply period is two weeks. The appeal period is ten days." in periods.read("policy/periods.md")


@pytest.mark.parametrize("way", [(), ("--as", "Members must pay by June.")])
@pytest.mark.parametrize("now", ["Members may vote by post.", "Members must sweep the hall by May."])
def test_another_rule_of_the_same_people_is_not_overwritten(
    review: Clone, run: Run, now: str, way: tuple[str, ...]
) -> None:
    """It came between the same neighbours: neither the suggested words nor other ones are put over it."""
    was = "Members must pay the fee by May."
    long = f"# Halls\n\n{HALLS}\n\n{was}\n\n# Fairs\n\n{FAIRS}\n"
    review.commit_file("policy/long.md", long, "Write the section")
    thread = suggestion(run, review, was, "Members must pay the fee by June.", "long")
    review.commit_file("policy/long.md", long.replace(was, now), "Write another rule")
    with unchanged(review):
        refused(run, review, "accept", thread, *way, code=3)


def test_an_accepted_deletion_takes_the_item_with_its_marker(review: Clone, run: Run) -> None:
    """No bare marker and no second blank line is left behind, and `undo` brings the item back."""
    text = "# List\n\n- check the facts\n- ask the owner\n- read it aloud\n\nThe end.\n"
    review.commit_file("policy/list.md", text, "Write a list")
    thread = remark(run, review, "suggest", "list", "--quote", "ask the owner", "--replace", "", "-m", "Said before.")
    ask(run, review, "accept", thread)
    assert review.read("policy/list.md") == text.replace("- ask the owner\n", "")
    ask(run, review, "undo", thread)
    assert review.read("policy/list.md") == text


def test_suggest_shows_what_accept_will_commit(review: Clone, run: Run) -> None:
    """The line as it will read is printed when a suggestion is made, and is just what stands there afterwards."""
    review.commit_file(
        "policy/table.md", "# Table\n\n| Record | Kept |\n|---|---|\n| Minutes | Always |\n", "Write a table"
    )
    arguments = ("suggest", "table", "--quote", "Always", "--replace", "6 years | 10 years", "-m", "Law.")
    made = ask(run, review, *arguments, who=NORTHVALE)
    assert made["reads"] == "| Minutes | 6 years \\| 10 years |"
    ask(run, review, "submit", who=NORTHVALE)
    ask(run, review, "accept", made["thread"])
    assert f"\n{made['reads']}\n" in review.read("policy/table.md")


def test_words_that_would_break_a_table_are_refused_when_suggested(review: Clone, run: Run) -> None:
    """A table cannot lose its head: the sentence says so, and nothing is saved."""
    review.commit_file(
        "policy/table.md", "# Table\n\n| Record | Kept |\n|---|---|\n| Minutes | Always |\n", "Write a table"
    )
    with unchanged(review):
        line = refused(
            run, review, "suggest", "table", "--quote", "|---|---|", "--replace", "", "-m", "Ugly.", who=NORTHVALE
        )
        assert "a table cannot be without the rows at its head" in line


def test_an_author_may_settle_words_that_no_longer_fit(review: Clone, run: Run) -> None:
    """What fitted when it was suggested and does not now ends with 3; words of the author's own are taken."""
    review.commit_file("policy/page.md", "# Page\n\n- ask first\n- wait\n", "Write a page")
    thread = suggestion(run, review, "ask first", "", "page")
    review.commit_file("policy/page.md", "# Page\n\n- ask first\n  - in writing\n- wait\n", "Say more")
    assert "more hangs on this item" in refused(run, review, "accept", thread, code=3)
    ask(run, review, "accept", thread, "--as", "ask")
    assert review.read("policy/page.md") == "# Page\n\n- ask\n  - in writing\n- wait\n"


REVERSED = {
    "an adverb": ("Never share the plan by mail.", "Always share the plan by mail.", "by mail"),
    "a duty": ("Staff must ask the team by mail.", "Staff must not ask the team by mail.", "by mail"),
    "an amount": ("Reply by mail within ten days.", "Reply by mail within five days.", "by mail"),
    "a holder": ("Officers reply by mail.", "Councillors reply by mail.", "by mail"),
    "an exception": (
        "Staff must reply by mail and at once.",
        "Staff must reply by mail and at once unless ill.",
        "by mail",
    ),
    "an exception behind it": ("Reply by mail.", "Reply by mail. This does not apply to councillors.", "by mail"),
    "a lead-in": ("You may:\n\n- reply by mail\n- ask", "You must not:\n\n- reply by mail\n- ask", "by mail"),
    "an item over it": ("- Reply\n  - by mail\n", "- Do not reply\n  - by mail\n", "by mail"),
    "a heading": ("## Do\n\n- reply by mail", "## Do not\n\n- reply by mail", "by mail"),
    "a role over it": ("## Officers\n\nReply by mail.", "## Councillors\n\nReply by mail.", "by mail"),
    "a cell of its row": (
        "| Who | How | When |\n|---|---|---|\n| Officer | by mail | in ten days |",
        "| Who | How | When |\n|---|---|---|\n| Officer | by mail | in five days |",
        "by mail",
    ),
    "the head of its column": (
        "| Who | May reply |\n|---|---|\n| Officer | by mail |",
        "| Who | May not reply |\n|---|---|\n| Officer | by mail |",
        "by mail",
    ),
    "the sentence of a footnote": (
        "Reply at once[^1].\n\n[^1]: Best by mail.",
        "Do not reply at once[^1].\n\n[^1]: Best by mail.",
        "by mail",
    ),
    "another language": (
        "Die Antwort auf eine Anfrage wird in der Regel per Brief gegeben.",
        "Die Antwort auf eine Anfrage wird nicht in der Regel per Brief gegeben.",
        "per Brief",
    ),
}
"""What is around the passage changes, the passage does not: before, after, the passage."""


@pytest.mark.quick(4)
@pytest.mark.parametrize("kind", REVERSED)
def test_words_are_not_put_into_a_sentence_that_says_the_reverse_now(review: Clone, run: Run, kind: str) -> None:
    """Accepting ends with 3, shows what it was part of then and now, and takes the words when the author says them."""
    before, after, passage = REVERSED[kind]
    review.commit_file("policy/page.md", f"# Page\n\n{before}\n", "Write a page")
    thread = suggestion(run, review, passage, "by letter", "page")
    review.commit_file("policy/page.md", f"# Page\n\n{after}\n", "Say the reverse")
    with unchanged(review):
        line = refused(run, review, "accept", thread, code=3)
        assert "says something else since it was suggested" in line
        assert line.count("\n  ") == 3
        assert ask(run, review, "show", thread)["around_changed"]
        assert "; say the words with --as TEXT" in run(review, "show", thread)[1]
        assert "; the author says the words with --as TEXT" in run(review, "show", thread, who=NORTHVALE)[1]
    ask(run, review, "accept", thread, "--as", "by letter")
    assert review.read("policy/page.md") == f"# Page\n\n{after.replace(passage, 'by letter')}\n"


def test_spelling_and_neighbours_around_a_passage_are_no_reason_to_ask(review: Clone, run: Run) -> None:
    """A new heading, a new neighbour sentence, spelling, case and signs leave the suggestion acceptable."""
    review.commit_file("policy/page.md", "# Page\n\nall staff must organize the reply by mail.\n", "Write a page")
    thread = suggestion(run, review, "by mail", "by letter", "page")
    now = "# A page\n\nThis page is short. All staff must organise the reply by mail. It is kept.\n"
    review.commit_file("policy/page.md", now, "Spell it anew")
    ask(run, review, "accept", thread)
    assert "All staff must organise the reply by letter. It is kept." in review.read("policy/page.md")


OTHER_WORDS = {
    "a noun": ("{} wait for two days before they post.", "Adults", "Children"),
    "a verb": ("The team {} the record after two days.", "deletes", "publishes"),
    "an object": ("The rule is for {} and ends two days later.", "buildings", "people"),
    "an item": ("- {} wait for two days.\n- Done.", "Adults", "Children"),
    "a cell": ("| Rule | Who | Wait |\n|---|---|---|\n| Posts | {} | two days |", "Adults", "Children"),
    "a column head": ("| Who | {} |\n|---|---|\n| Adults | two days |", "Days", "Hours"),
    "a heading of its own": ("## {} wait for two days", "Adults", "Children"),
}
"""A sentence or row with a word in it that becomes another; none of them is a duty, an amount or a known role."""


PROSE = ("a noun", "a verb", "an object")
CASES = [*((kind, "two days") for kind in OTHER_WORDS), *((kind, "") for kind in PROSE)]


@pytest.mark.quick(3)
@pytest.mark.parametrize(("kind", "quote"), CASES)
def test_any_other_word_of_the_sentence_is_a_reason_to_ask(review: Clone, run: Run, kind: str, quote: str) -> None:
    """Accepting ends with 3 and shows both sentences, also where the whole line was quoted; `--as` settles it."""
    frame, old, new = OTHER_WORDS[kind]
    passage = quote or frame.format(old)
    review.commit_file("policy/page.md", f"# Page\n\n{frame.format(old)}\n", "Write a page")
    thread = suggestion(run, review, passage, passage.replace("two days", "one day"), "page")
    review.commit_file("policy/page.md", f"# Page\n\n{frame.format(new)}\n", "Say it of others")
    with unchanged(review):
        shown = refused(run, review, "accept", thread, code=3)
        assert old in shown
        assert new in shown
    if quote:
        ask(run, review, "accept", thread, "--as", "one day")
        assert review.read("policy/page.md") == f"# Page\n\n{frame.format(new).replace('two days', 'one day')}\n"


@pytest.mark.parametrize("first", [0, 1])
def test_only_words_that_a_writer_could_see_are_no_reason_to_ask(review: Clone, run: Run, first: int) -> None:
    """Southmere saw that others want "Children", Northvale did not see that others want "one day"."""
    text = "# Page\n\nAdults wait for two days. Adults ask.\n"
    review.commit_file("policy/page.md", text, "Write a page")
    quotes = (("Adults wait", "Children wait", NORTHVALE), ("two days", "one day", SOUTHMERE))
    threads = [
        remark(run, review, "suggest", "page", "--quote", quote, "--replace", words, "-m", "So.", who=who)
        for quote, words, who in quotes
    ]
    ask(run, review, "accept", threads[first])
    if first == 0:
        ask(run, review, "accept", threads[1])
        assert "Children wait for one day. Adults ask." in review.read("policy/page.md")
    else:
        refused(run, review, "accept", threads[0], code=3)


@pytest.mark.slow
def test_an_ordered_list_counts_on_and_undo_brings_its_numbers_back(review: Clone, run: Run) -> None:
    """Deleting an item, and putting one in, give the others their numbers; the preview shows just that."""
    text = "# List\n\n1. check the facts\n2. ask the owner\n3. read it aloud\n"
    review.commit_file("policy/list.md", text, "Write a list")
    first = suggestion(run, review, "ask the owner", "", "list")
    second = remark(
        run, review, "suggest", "list", "--after", "read it aloud", "--insert", "\n4. send it", "-m", "Add."
    )
    ask(run, review, "accept", first)
    assert review.read("policy/list.md") == "# List\n\n1. check the facts\n2. read it aloud\n"
    ask(run, review, "accept", second)
    assert review.read("policy/list.md") == "# List\n\n1. check the facts\n2. read it aloud\n3. send it\n"
    assert thread_of(run, review, first)["flags"] == []
    ask(run, review, "undo", second)
    ask(run, review, "undo", first)
    assert review.read("policy/list.md") == text


def test_a_row_that_is_about_somebody_else_now_is_not_changed(review: Clone, run: Run) -> None:
    """The row of the adults went and one of the children came: accepting ends with 3 and changes nothing."""
    row = "# Page\n\n| Who | Wait |\n|---|---|\n| {} | two days |\n"
    review.commit_file("policy/page.md", row.format("Adults"), "Write a page")
    thread = suggestion(run, review, "two days", "one day", "page")
    review.commit_file("policy/page.md", row.format("Children"), "Write of children")
    with unchanged(review):
        assert "not in the committed text any more" in refused(run, review, "accept", thread, code=3)


def test_a_footnotes_mark_is_not_lost_with_words_that_are_replaced(review: Clone, run: Run) -> None:
    """Whoever quotes words as they are seen does not see the mark within them: it has to be in the new words, too."""
    review.commit_file("policy/note.md", "# Note\n\nReply soon[^1] and well.\n\n[^1]: In two days.\n", "Write a note")
    words = ("suggest", "note", "--quote", "soon and well", "-m", "Clearer.", "--replace")
    assert "[^1] stands within these words" in refused(run, review, *words, "at once and well", who=NORTHVALE)
    made = ask(run, review, *words, "at once[^1] and well", who=NORTHVALE)
    assert made["reads"] == "Reply at once[^1] and well."


@pytest.mark.parametrize("label", ["**{}**", "**{}**.", "**{}:**", "__{}__:", "*{}*", "_{}_.", "### {}", "{}:"])
def test_a_label_that_turns_round_what_stands_under_it_is_heard(review: Clone, run: Run, label: str) -> None:
    """However it is written: bold or slanted, with a full stop or a colon, inside or outside of the marks."""
    listed = "\n\n- share photographs of events\n- answer residents\n\nPosts are kept for two years.\n"
    review.commit_file("policy/lists.md", f"# Lists\n\n{label.format('Allowed')}{listed}", "Write the section")
    thread = suggestion(run, review, "photographs of events", "pictures of events", "lists")
    review.commit_file("policy/lists.md", f"# Lists\n\n{label.format('Not allowed')}{listed}", "Turn it round")
    with unchanged(review):
        refused(run, review, "accept", thread, code=3)
