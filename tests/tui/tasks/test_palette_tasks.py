"""What the palette offers besides keys: each task asks, does what its command does, and says what came of it."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.acting import ask, refused, remark
from tests.cli.test_settle import forged
from tests.conftest import NORTHVALE, Clone, Run
from tests.sharing import bare_of, clone_of
from tests.tui.conftest import Open, Play

pytestmark = pytest.mark.slow


async def _begin(app: Play, act: str) -> None:
    app.screen.action_act(act)
    await app.settle()


async def _from_palette(app: Play, words: str) -> None:
    await app.press("ctrl+p")
    await app.type(words)
    await app.pilot.pause(0.5)
    await app.press("enter")


async def test_a_round_is_opened_from_the_palette_listed_and_closed(review: Clone, run: Run, play: Open) -> None:
    """Its name is typed; who is asked stands ticked; a day that is none keeps the dialog open."""
    async with play(review, size=(120, 40)) as app:
        await _from_palette(app, "open a round")
        assert "Open a review round" in app.seen()
        assert "Northvale Council" in app.seen()
        await app.press("backspace", "ctrl+s", sees="is no day")
        await app.press("ctrl+u")
        await app.type("1 Jan 2020", "ctrl+s", sees="01 Jan 2020 is over")
        await app.press("ctrl+u")
        await app.type("28 Feb 2099", "tab", "right", "ctrl+s", "ctrl+s", tells="Opened a round until")
        await _begin(app, "rounds")
        assert "Southmere Council: has not read it" in app.seen()
        assert "Northvale Council:" not in app.seen()
        await app.press("pagedown", sees=("reviewtui signoff no-objection", "reviewtui submit"))
        await app.press("escape")
        await _begin(app, "close_round")
        await app.press("enter", tells="Closed the round")
    [listed] = ask(run, review, "round", "list")["rounds"]
    assert (listed["state"], [row["organisation"] for row in listed["organisations"]]) == ("closed", ["southmere"])


async def test_the_rounds_lead_to_opening_and_closing_one(review: Clone, play: Open) -> None:
    """Where there is none, the list says which key opens one; with an open one, which closes it. A reviewer is told."""
    async with play(review, size=(120, 40)) as app:
        await _begin(app, "rounds")
        assert "No round was opened yet." in app.seen()
        await app.press("o", sees="Open a review round")
        await app.press("ctrl+s", "ctrl+s", tells="Opened a round until")
        await _begin(app, "rounds")
        await app.press("c", sees="Close the review round")
    async with play(review, NORTHVALE, size=(120, 40)) as app:
        await _begin(app, "rounds")
        assert "close the round" not in app.seen()


async def test_a_round_with_nobody_to_ask_leads_to_naming_one_first(policy: Clone, run: Run, play: Open) -> None:
    """Ready? names that first, in no gate a round that could not be opened; then the round follows."""
    assert run(policy, "init", "--policy", "policy")[0] == 0
    line = refused(run, policy, "round", "open", "--until", "2099-01-01")
    assert "name a partner organisation first: reviewtui organisation add" in line
    assert "round open" not in run(policy, "ready")[1]
    async with play(policy, size=(120, 40)) as app:
        await app.press("4", sees="name a partner organisation to ask: ctrl+p “Organisations…”")
        assert "Open a round" not in app.seen()
        await _from_palette(app, "open a round")
        assert "none is named yet: name one, then the round follows" in app.told()
        await app.press("enter")
        await app.type("Eastwick Council", "tab", "tab", "tab")
        await app.type(
            "eastwick.example", "ctrl+s", "ctrl+s", tells="Added Eastwick Council", sees="Open a review round"
        )
        await app.press("ctrl+s", "ctrl+s", tells="Opened a round until")
        await app.press("escape", "4")
        assert "name a partner organisation to ask" not in app.seen()


async def test_an_organisation_is_named_and_one_is_changed(review: Clone, run: Run, play: Open) -> None:
    """The first entry names another one; what is there already is shown and stays."""
    async with play(review, size=(120, 40)) as app:
        await _begin(app, "organisations")
        assert "southmere.example" in app.seen()
        await app.press("enter")
        await app.type("Eastwick Council", "tab", "tab", "tab")
        await app.type("eastwick.example", "ctrl+s", "ctrl+s", tells="Added Eastwick Council")
        await _begin(app, "organisations")
        await app.type("south", "enter", "tab", "tab", "tab")
        await app.type("sam@partner.example", "ctrl+s", "ctrl+s")
    rows = {row["id"]: row for row in ask(run, review, "organisation", "list")["organisations"]}
    assert (rows["eastwick"]["domains"], rows["eastwick"]["asked"]) == (["eastwick.example"], True)
    assert (rows["southmere"]["addresses"], rows["southmere"]["domains"]) == (
        ["sam@partner.example"],
        ["southmere.example"],
    )


async def test_an_organisation_is_asked_no_more(review: Clone, run: Run, play: Open) -> None:
    """What the form says is done: no gate waits for it then; the command says it too, and leaves it else as it is."""
    async with play(review, size=(120, 40)) as app:
        await _begin(app, "organisations")
        await app.type("south", "enter", "tab", "right", "ctrl+s", "ctrl+s", tells="Changed Southmere Council")
    named = ("organisation", "add", "northvale", "--name", "Northvale Council")
    assert run(review, *named, "--address", "a@northvale.example")[0] == 0
    rows = {row["id"]: row["asked"] for row in ask(run, review, "organisation", "list")["organisations"]}
    assert (rows["southmere"], rows["northvale"]) == (False, True)
    assert run(review, *named, "--not-asked")[0] == 0
    rows = {row["id"]: row["asked"] for row in ask(run, review, "organisation", "list")["organisations"]}
    assert not rows["northvale"]


async def test_an_organisation_for_which_nobody_speaks_is_told(review: Clone, play: Open) -> None:
    """The form says what it means to name no domain and no address, until one is typed; so do outcome and list."""
    async with play(review, size=(120, 40)) as app:
        await _begin(app, "organisations")
        await app.press("enter")
        await app.type("Eastwick Council", sees="Nobody speaks for it yet")
        await app.press("tab", "tab", "tab")
        await app.type("e")
        assert "Nobody speaks for it yet" not in app.seen()
        await app.press("backspace", "ctrl+s", sees="Once more commits it all the same.")
        assert app.seen().count("Nobody speaks for it yet") == 1
        assert "Added" not in app.told()
        await app.press("ctrl+s", "ctrl+s", tells="Nobody speaks for it yet")
        assert "git revert HEAD takes it back" in app.told()
        await _begin(app, "organisations")
        assert any("Nobody speaks for it yet" in row and "\u2502" in row for row in app.seen().splitlines())


async def test_signs_in_a_name_are_asked_about(review: Clone, play: Open) -> None:
    """A slip of the keys is no name; what is meant goes through, and is asked about again once it is another one."""
    head = review.git("rev-parse", "HEAD")
    async with play(review, size=(120, 40)) as app:
        await _begin(app, "organisations")
        await app.press("enter")
        await app.type("Bad Name!! $%", "tab", "tab", "tab")
        await app.type("bad.example", "ctrl+s", sees="\u201c!$%\u201d stands in its name. Once more commits it")
        await app.type("x", "ctrl+s", sees="stands in its name.")
        assert review.git("rev-parse", "HEAD") == head
        await app.press("ctrl+s", "ctrl+s", tells="Added Bad Name!! $%")


async def test_enter_in_a_form_of_several_lines_goes_to_the_next_one(review: Clone, play: Open) -> None:
    """Nothing is committed by enter before the last line; what is told of it then stands on the screen."""
    head = review.git("rev-parse", "HEAD")
    async with play(review, size=(120, 40)) as app:
        await _begin(app, "organisations")
        await app.press("enter")
        await app.burst(*"Eastwick Council", "enter", "enter", "enter", *"eastwick.example")
        assert review.git("rev-parse", "HEAD") == head
        assert "ctrl+s commit it \u00b7 esc later \u00b7 ctrl+l throw away \u00b7 enter next" in app.seen()
        await app.press("enter", "enter", "enter", "enter", sees="Another organisation?")
        assert review.git("rev-parse", "HEAD") == head
        await app.press("ctrl+s", sees="Added Eastwick Council")


async def test_a_form_that_is_refused_keeps_what_was_typed(review: Clone, run: Run, play: Open) -> None:
    """A bad id is told in the form, which keeps every line; mended, it goes through."""
    async with play(review, size=(120, 40)) as app:
        await _begin(app, "organisations")
        await app.press("enter")
        await app.type("Eastwick Council", "tab", "ctrl+u")
        await app.type("East Wick", "tab", "tab")
        await app.type("eastwick.example", "ctrl+s", "ctrl+s", sees=("'East Wick' is no id", "eastwick.example"))
        await app.press("shift+tab", "shift+tab", "ctrl+u")
        await app.type("eastwick")
        assert "is no id" not in app.seen()
        await app.press("ctrl+s", "ctrl+s", tells="Added Eastwick Council")
    rows = {row["id"]: row for row in ask(run, review, "organisation", "list")["organisations"]}
    assert rows["eastwick"]["domains"] == ["eastwick.example"]


@pytest.fixture
def two(review: Clone, run: Run) -> tuple[str, str]:
    """Two remarks on the same words, submitted by a partner."""
    places = ("comment", "records", "--quote", "two years")
    named = [
        ask(run, review, *places, "-m", words, who=NORTHVALE)["thread"] for words in ("Why two?", "Why two years?")
    ]
    ask(run, review, "submit", who=NORTHVALE)
    return named[0], named[1]


@pytest.mark.slow
async def test_remarks_are_linked_repeated_hidden_and_done(
    review: Clone, run: Run, two: tuple[str, str], play: Open
) -> None:
    """The other remark is chosen from the list; a reason is asked where the command needs one."""
    async with play(review, size=(120, 40)) as app:
        await app.press("n")
        here = app.screen.current_focus.subject.thread.id
        other = next(each for each in two if each != here)
        await _begin(app, "link")
        await app.press("enter", "enter")
        await _begin(app, "redact")
        assert "Hide which words?" in app.seen()
        await app.press("enter", "enter", sees="has to be written there first")
        await app.type("It named a person.", "enter")
        await _begin(app, "mark_duplicate")
        await app.press("enter", "enter")
    shown = ask(run, review, "show", here)
    assert (shown["state"], shown["body"]) == ("duplicate", "(removed by the author: It named a person.)")
    assert any(event["type"] == "link" for event in shown["events"])
    ask(run, review, "accept", other, "-m", "We change it.")
    async with play(review, size=(120, 40)) as app:
        app.screen.view.show_thread(other)
        await app.settle()
        await _begin(app, "mark_done")
        assert "none changed its section" in app.seen()
        await app.press("enter", sees="Done by hand")
        await app.press("escape")
    review.commit_edit("policy/records.md", "two years", "three years", "Three years")
    async with play(review, size=(120, 40)) as app:
        app.screen.view.show_thread(other)
        await app.settle()
        await _begin(app, "mark_done")
        assert review.git("rev-parse", "HEAD")[:10] in app.seen()
        await app.press("enter")
    assert any(event["type"] == "done" for event in ask(run, review, "show", other)["events"])


async def test_papers_are_written_where_one_says(review: Clone, play: Open) -> None:
    """A report, the changes since the release and the screen as a picture: each shows whole where its file lies."""
    review.git("tag", "-a", "0.1", "-m", "0.1")
    review.commit_edit("policy/records.md", "two years", "three years")
    async with play(review, size=(120, 40)) as app:
        for act in ("report", "compare_page", "picture"):
            await _begin(app, act)
            effect = app.seen().partition("Writes a new file: ")[2]
            await app.press("ctrl+s", sees=": written")
            file = str(max(Path.home().glob("[!.]*.*"), key=lambda path: path.stat().st_mtime_ns))
            for seen in (effect, app.seen()):
                assert file in "".join(seen.replace("\u2502", "").split())
            await app.press("ctrl+y", tells="Copied where it lies")
            assert app.app.clipboard == file
        await _begin(app, "share_section")
        assert "About this policy" in app.seen()
        await app.press("escape")
    files = {
        path.name.rpartition("-")[0].removeprefix("social-media-policy-"): path for path in Path.home().glob("[!.]*.*")
    }
    assert set(files) == {"report", "changes", "screen"}
    assert files["screen"].read_text(encoding="utf-8").startswith("<svg")
    assert "three" in files["changes"].read_text(encoding="utf-8")


async def test_where_things_stand_and_whether_the_record_is_whole_is_read_in_the_app(review: Clone, play: Open) -> None:
    """What status and verify print stands in a box, with keys where it names commands."""
    async with play(review, size=(120, 40)) as app:
        await _begin(app, "status")
        assert "Where things stand" in app.seen()
        assert "reviewtui" not in app.seen()
        await app.press("escape")
        await _begin(app, "verify")
        assert "The record" in app.seen()
        await app.press("escape")
        await _begin(app, "recover")
        assert "Nothing was cut off" in app.told()
        await _begin(app, "settle_events")
        assert "Everything in the record has its effect" in app.seen()


@pytest.mark.slow
async def test_a_change_is_classed_a_copy_becomes_suggestions_and_a_passage_is_followed(
    review: Clone, run: Run, play: Open
) -> None:
    """Three acts on the text: each begins with the section that is read."""
    review.git("tag", "-a", "0.1", "-m", "0.1")
    copy = review.read("policy/records.md").replace("two years", "three years")
    review.commit_edit("policy/records.md", "Posts are", "All posts are")
    (Path.home() / "records-edited.md").write_text(copy.replace("Posts are", "All posts are"), encoding="utf-8")
    async with play(review, size=(120, 40)) as app:
        await app.press("]", "]", "down", "down")
        await _begin(app, "suggest_move")
        await app.press("left", "tab", "tab")
        await app.type("It belongs there.", "ctrl+s")
        await _begin(app, "trace")
        assert "This passage in the versions" in app.seen()
        await app.press("escape")
        await _begin(app, "classify")
        assert "Records" in app.seen()
        # What is missing is the reason, not the version above it, which may be empty.
        await app.press("tab", "tab", "ctrl+s")
        await app.type("Only a word more.", "ctrl+s", "ctrl+s", tells="Classed")
        await _begin(app, "suggest_copy")
        await app.type(str(Path.home() / "records-edited.md"), "enter", "ctrl+s", tells="suggestion")
    rows = ask(run, review, "threads")["threads"]
    assert [row["body"] for row in rows if row["root"] == "move"] == ["It belongs there."]
    assert ["three" in row["replacement"] for row in rows if row["root"] == "suggestion"] == [True]


async def test_proposals_are_taken_and_a_pack_is_written(review: Clone, run: Run, play: Open) -> None:
    """What somebody proposes on a branch is listed, and taken by enter; a pack lies where one says."""
    other = clone_of(bare_of(review), "other")
    remark(run, other, "comment", "-m", "Theirs.")
    other.git("push", "-q", "origin", "HEAD:refs/heads/proposal/theirs")
    async with play(review, size=(120, 40)) as app:
        await _begin(app, "proposals")
        assert "1 remark" in app.seen()
        await app.press("enter", sees="Took")
        await app.press("escape")
        await _begin(app, "pack")
        await app.press("tab", "tab", "right", "enter", sees="Packed")
    assert [row["body"] for row in ask(run, review, "threads")["threads"]] == ["Theirs."]
    assert list(Path.home().glob("*.bundle"))


async def test_what_has_no_effect_is_settled_with_a_reason(review: Clone, run: Run, play: Open) -> None:
    """The list says who and why; a reason settles it."""
    forged(run, review)
    async with play(review, size=(120, 40)) as app:
        await _begin(app, "settle_events")
        assert "withdraw" in app.seen()
        await app.press("enter", "tab")
        await app.type("A slip in the office.", "enter", "ctrl+s")
    assert ask(run, review, "status")["without_effect"][0]["settled"] == "A slip in the office."


async def test_who_git_does_not_know_is_asked_at_the_first_key_that_writes(review: Clone, play: Open) -> None:
    """Name and address are typed in a form; what is no address is said there, and then the key does what it does."""
    async with play(review, ("", ""), size=(120, 40)) as app:
        assert app.state.draft.me is None
        assert "c Comment" in app.seen().splitlines()[-1]
        assert "Accept" not in app.seen().splitlines()[-1]
        await app.press("c", sees="Who are you?")
        await app.type("J. Reviewer", "tab")
        await app.type("northvale", "ctrl+s", sees="'northvale' is no address")
        await app.press("ctrl+u")
        await app.type("j.reviewer@northvale.example", "ctrl+s")
        assert "To git you are J. Reviewer <j.reviewer@northvale.example> here." in app.told()
        assert app.state.draft.organisation == "northvale"
        await app.press("c")
        assert app.screen.composer.form is not None
    assert review.git("config", "--local", "user.name").strip() == "J. Reviewer"


async def test_what_both_sides_changed_is_settled_when_unpacking(review: Clone, run: Run, play: Open) -> None:
    """As when sharing: place by place, and no flag of a command is named."""
    other = clone_of(bare_of(review), "other")
    for clone, words in ((other, "shall think"), (review, "should think")):
        clone.commit_edit("policy/principles.md", "must think", words, words)
    file = review.path.parent / "sent.bundle"
    assert run(other, "pack", str(file))[0] == 0
    async with play(review) as app:
        await _begin(app, "unpack")
        await app.press("ctrl+u")
        await app.type(str(file), "enter", sees="principles.md (1 of 1)")
        await app.press("t", sees="What will be written (1 place)")
        await app.press("enter", sees="Unpacked")
        assert "--resolve" not in app.told()
    assert "shall think" in review.read("policy/principles.md")


async def test_a_suggested_short_name_is_typed_over_or_gone_on_with(review: Clone, play: Open) -> None:
    """The caret stands behind it; what somebody typed of their own stays when the name changes."""
    async with play(review, size=(120, 40)) as app:
        await _begin(app, "organisations")
        await app.press("enter", sees="\u2039 yes \u203a  or no")
        await app.type("Eastwick Council", "tab", "end")
        await app.type("-2", "shift+tab", "end")
        await app.type(" of the North")
        assert app.app.screen.query_one("#answer-id", Input).value == "eastwick-2"
        assert app.app.screen.query_one("#answer-name", Input).value == "Eastwick Council of the North"
