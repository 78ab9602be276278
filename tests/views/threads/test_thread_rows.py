"""Text and JSON of one review tell the same."""

from tests.acting import ask, remark, suggestion
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run


def test_filters_pick_what_they_name(review: Clone, run: Run) -> None:
    """Each filter of `threads` leaves exactly the threads whose row says so, in text and in JSON."""
    first = suggestion(run, review, "must think", "think")
    second = remark(run, review, "comment", "records", "-m", "Who keeps them?", "--kind", "question", who=SOUTHMERE)
    third = ask(run, review, "comment", "-m", "Well done.", "--kind", "praise", who=NORTHVALE)["thread"]
    ask(run, review, "decline", first, "-m", "No.")
    for arguments, expected in (
        ((), {first, second, third}),
        (("--open",), {second, third}),
        (("--state", "declined"), {first}),
        (("--section", "records"), {second}),
        (("--organisation", "northvale"), {first, third}),
        (("--kind", "question"), {second}),
        (("--flag", "pending"), {third}),
        (("--flag", "refused"), set()),
    ):
        rows = ask(run, review, "threads", *arguments)["threads"]
        assert {row["thread"] for row in rows} == expected, arguments
        printed = run(review, "threads", *arguments)[1]
        shown = {thread for thread in (first, second, third) if f"{thread[-4:]}  " in printed}
        assert shown == expected, arguments


def test_threads_come_in_reading_order(review: Clone, run: Run) -> None:
    """By section and place; a remark on the whole policy last."""
    whole = remark(run, review, "comment", "-m", "Well done.")
    late = remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why?")
    early = remark(run, review, "comment", "principles", "--quote", "Be kind", "-m", "How?")
    rows = ask(run, review, "threads")["threads"]
    assert [row["thread"] for row in rows] == [early, late, whole]


def test_a_row_leads_to_its_words(review: Clone, run: Run) -> None:
    """Path and characters of a row are the quote in the draft, also after text came before it."""
    thread = remark(run, review, "comment", "principles", "--quote", "Be kind", "-m", "How?")
    review.write("policy/principles.md", "Foreword.\n\n" + review.read("policy/principles.md"))
    row = ask(run, review, "threads")["threads"][0]
    assert (row["thread"], row["placement"], row["confidence"] > 0.9) == (thread, row["placement"], True)
    assert review.read(row["path"])[row["start"] : row["end"]] == row["quote"] == "Be kind"


def test_show_holds_all_of_a_conversation(review: Clone, run: Run) -> None:
    """`show` tells who said what, in order, with what was refused and what is pending."""
    thread = suggestion(run, review, "must think", "think")
    ask(run, review, "reply", thread, "-m", "Please do.", who=SOUTHMERE)
    ask(run, review, "submit", who=SOUTHMERE)
    ask(run, review, "decline", thread, "-m", "It is a duty.")
    ask(run, review, "answer", thread, "--not-satisfied", "-m", "It is none.", who=NORTHVALE)
    events = ask(run, review, "show", thread)["events"]
    assert [event["type"] for event in events] == ["suggestion", "reply", "decision", "answer"]
    assert [event["pending"] for event in events] == [False, False, False, True]
    assert "unsatisfied" in ask(run, review, "show", thread)["flags"]
    printed = run(review, "show", thread)[1]
    places = [printed.index(words) for words in ("Clearer.", "Please do.", "It is a duty.", "It is none.")]
    assert places == sorted(places)


def test_a_split_of_a_paragraph_is_seen_where_threads_are_listed(review: Clone, run: Run) -> None:
    """The words are the same; the sign between them is all that the suggestion is."""
    words = "Think before you post.\n\nSay who you are."
    review.commit_file("policy/split.md", "# Split\n\nThink before you post. Say who you are.\n", "Add a section")
    assert run(review, "suggest", "split", "--quote", words.replace("\n\n", " "), "--replace", words)[0] == 0
    _, listed, _ = run(review, "threads")
    assert "→ Think before you post. ¶ Say who you are." in listed


def test_a_remark_without_a_sure_place_names_those_that_it_may_have(review: Clone, run: Run) -> None:
    """Of three equal items one goes: nobody can say which, and both that are left are offered."""
    item = "- Ask the press team before you post.\n"
    review.commit_file("policy/items.md", f"# Items\n\n{item * 3}", "Add a list")
    thread = remark(run, review, "comment", "items", "--quote", item[2:-1], "--nth", "2", "-m", "Again?")
    review.write("policy/items.md", f"# Items\n\n{item * 2}")
    (row,) = [row for row in ask(run, review, "threads")["threads"] if row["thread"] == thread]
    text = review.read("policy/items.md")
    assert row["placement"] == "ambiguous"
    assert [text[place["start"] : place["end"]] for place in row["candidates"]] == [item[2:-1]] * 2
    assert all(place["sure"] <= 0.5 for place in row["candidates"])


def test_an_insertion_is_listed_with_the_words_before_it(review: Clone, run: Run) -> None:
    """What is put in says nothing without its place."""
    remark(run, review, "suggest", "principles", "--after", "within two working days.", "--insert", " Except Fridays.")
    listed = run(review, "threads")[1]
    assert "within two working days.”\n      → Except Fridays." in listed


def test_an_accepted_suggestion_stands_at_its_own_words(review: Clone, run: Run) -> None:
    """No alarm tells the words that it asked for itself, and it is found at all of them, also where it replaced all."""
    longer = suggestion(run, review, "Be kind", "Be kind and patient")
    other = suggestion(run, review, "Officers must think before they post anything.", "Nobody posts in anger.")
    added = remark(
        run, review, "suggest", "records", "--after", "for two years", "--insert", " or longer", "-m", "The law."
    )
    ask(run, review, "accept", longer, other, added)
    for thread in (longer, other, added):
        head, *lines = run(review, "show", thread)[1].splitlines()
        assert "changed" not in head, head
        assert "orphaned" not in head, head
        assert not any(line.startswith("around") for line in lines)
    assert "now      “Nobody posts in anger.”  (as decided)" in run(review, "show", other)[1]
