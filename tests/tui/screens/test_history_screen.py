"""The history: who did what, when and why, and enter leads to its place."""

from tests.acting import ask, refused, remark, suggestion
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open, Play


async def _go_to(app: Play, words: str) -> None:
    """Mark the first entry that holds `words`, from the newest on: which of two is newer is for the clock to say."""
    await app.press("home")
    for _ in range(30):
        rows = app.screen.query_one("#rows")
        if words in str(rows.get_option_at_index(rows.highlighted or 0).prompt):
            return
        await app.press("n")
    raise AssertionError(app.seen())


async def test_what_somebody_submits_on_a_day_is_one_entry(review: Clone, run: Run, play: Open) -> None:
    """Several submissions without a word are told once; one whose words are quoted stands alone."""
    for section in ("principles", "records"):
        ask(run, review, "read", section, who=NORTHVALE)
        ask(run, review, "submit", who=NORTHVALE)
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two?")
    async with play(review, size=(120, 40)) as app:
        await app.press("5")
        seen = " ".join(app.seen().split())
        assert "J. Reviewer, Northvale Council submitted 2 sections read" in seen
        assert "J. Reviewer, Northvale Council submitted 1 comment: Why two?" in seen


async def test_each_entry_says_who_did_what_and_why_and_leads_there(review: Clone, run: Run, play: Open) -> None:
    """A decision leads to its remark, a change of the text to its comparison, a release to its text."""
    review.git("tag", "-a", "0.1", "-m", "0.1")
    name = suggestion(run, review, "must think", "must ask")
    other = remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two?")
    ask(run, review, "accept", name, "-m", "Clearer indeed.")
    ask(run, review, "decline", other, "-m", "The law says so.")
    review.commit_edit("policy/records.md", "two years", "three years", "Keep posts for three years")
    async with play(review, size=(120, 40)) as app:
        await app.press("5")
        seen = " ".join(app.seen().split())
        assert f"Policy Officer accepted {name[-4:]} of Northvale Council: Clearer indeed." in seen
        assert f"Policy Officer declined {other[-4:]} of Northvale Council: The law says so." in seen
        assert "J. Reviewer, Northvale Council submitted 1 comment: Why two?" in seen
        assert "Policy Officer changed \u201cRecords\u201d: Keep posts for three years" in seen
        # The first draft and the settings too; an accepted suggestion is a decision.
        assert seen.count("Policy Officer changed \u201c") == 2
        await _go_to(app, "The law says so")
        await app.press("enter")
        assert app.app.current_mode == "read"
        assert "The law says so" in app.seen()
        await app.press("5")
        await _go_to(app, "three years")
        await app.press("enter")
        assert app.app.current_mode == "compare"
        assert "three" in app.seen()
        await app.press("5")
        await _go_to(app, "0.1")
        await app.press("enter", sees="0.1")


async def test_decisions_taken_back_name_their_remarks(review: Clone, run: Run, play: Open) -> None:
    """Each is an entry of its own in the same words: which remark it is about tells them apart."""
    names = [
        suggestion(run, review, "must think", "must ask"),
        remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two?"),
    ]
    for name in names:
        ask(run, review, "decline", name, "-m", "No.")
    async with play(review, size=(140, 40)) as app:
        await app.press("2", "ctrl+z", "enter", "ctrl+z", "enter", "5")
        rows = [row for row in app.seen().splitlines() if "1 reopening (" in row]
        for name, section in zip(names, ("Principles", "Records"), strict=True):
            told = f"submitted 1 reopening ({name[-4:]} in \u201c{section}\u201d): The author"
            assert sum(told in row for row in rows) == 1, app.seen()


async def test_what_counts_for_nothing_or_is_pending_is_no_history(review: Clone, run: Run, play: Open) -> None:
    """A pending remark has not happened yet for anybody else; a position that was submitted leads to Ready."""
    ask(run, review, "signoff", "support", who=NORTHVALE)
    ask(run, review, "submit", who=NORTHVALE)
    ask(run, review, "comment", "-m", "Not yet said.", who=NORTHVALE)
    assert refused(run, review, "decline", "zzzz", "-m", "x")
    async with play(review, NORTHVALE, size=(100, 30)) as app:
        await app.press("5", sees="submitted 1 sign-off: support")
        assert "Not yet said" not in app.seen()
        await _go_to(app, "support")
        await app.press("enter")
        assert app.app.current_mode == "ready"


async def test_the_course_stands_above_the_history(remarked: Clone, play: Open) -> None:
    """Open remarks and words over the versions, with bars, in sight without a key."""
    async with play(remarked, size=(80, 24)) as app:
        await app.press("5", sees=("Over time", "open remarks"))


async def test_histories_that_were_joined_are_told(review: Clone, play: Open) -> None:
    """A merge, as a sync makes it, has an entry of its own."""
    review.git("checkout", "-q", "-b", "side")
    review.commit_file("policy/records.md", review.read("policy/records.md") + "\nMore.\n", "More")
    review.git("checkout", "-q", "main")
    review.commit_file("note.txt", "x\n", "Note")
    review.git("merge", "-q", "--no-edit", "side")
    async with play(review, size=(120, 40)) as app:
        await app.press("5", sees="joined two histories")


async def test_what_a_merge_gave_up_and_what_the_settings_became_are_told_too(
    review: Clone, run: Run, play: Open
) -> None:
    """Somebody made that change, though the others' words were taken; a change of the settings names no text."""
    ask(run, review, "organisation", "add", "eastwick", "--name", "Eastwick Council", "--domain", "eastwick.example")
    review.git("switch", "-q", "-c", "theirs")
    review.commit_edit("policy/records.md", "two years", "six years", "Keep for six years", who=NORTHVALE)
    review.git("switch", "-q", "main")
    review.commit_edit("policy/records.md", "two years", "three years", "Keep for three years")
    review.git("merge", "-q", "-s", "ours", "-m", "Take ours", "theirs")
    async with play(review, size=(120, 40)) as app:
        await app.press("5")
        seen = " ".join(app.seen().split())
        assert "Policy Officer joined two histories: Take ours" in seen
        assert "J. Reviewer changed \u201cRecords\u201d: Keep for six years" in seen
        assert "Policy Officer changed \u201cRecords\u201d: Keep for three years" in seen
        await _go_to(app, "changed the settings")
        await app.press("enter", tells="This entry has no place of its own.")


async def test_esc_goes_back_to_the_history_from_wherever_an_entry_leads(review: Clone, run: Run, play: Open) -> None:
    """To readiness, to an old text, to a comparison and from there on to the passage: each esc goes one step back."""
    review.git("tag", "-a", "0.1", "-m", "0.1")
    review.write("policy/records.md", review.read("policy/records.md").replace("two years", "three years"))
    review.commit("Keep posts for three years")
    ask(run, review, "round", "open", "--until", "2031-01-31")
    async with play(review, size=(120, 40)) as app:
        await app.press("5")
        for words, key, there in (("round", "enter", "ready"), ("0.1  ", "enter", "read"), ("0.1  ", "b", "compare")):
            await _go_to(app, words)
            await app.press(key)
            assert app.app.current_mode == there
            assert (app.state.version == "0.1") is (there == "read")
            if there == "compare":
                await app.press("enter")
                assert app.app.current_mode == "read"
                await app.press("escape")
                assert app.app.current_mode == "compare"
            await app.press("escape")
            assert app.app.current_mode == "history"
            assert not app.state.version
        await app.press("enter", "4", "escape")
        assert app.app.current_mode == "ready"


async def test_the_mark_keeps_to_its_entry_when_something_new_comes(review: Clone, run: Run, play: Open) -> None:
    """What is submitted from there stands above it; the entry that was marked still is."""
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two?")
    ask(run, review, "comment", "principles", "-m", "And this?", who=NORTHVALE)
    async with play(review, NORTHVALE, size=(120, 40)) as app:
        await app.press("5")
        await _go_to(app, "Why two?")
        await app.press("S", "enter")
        rows = app.find("#rows")
        assert "Why two?" in str(rows.get_option_at_index(rows.highlighted).prompt)
