"""Decisions made in the app, on a repository whose remarks were made by the commands."""

import json
from dataclasses import replace

import pytest

from reviewtui.domain.refusal import Conflict
from reviewtui.text.placement.place_values import Placement
from reviewtui.views.threads.deciding.acceptance_preview import preview
from reviewtui.views.threads.thread_filter import ThreadFilter
from tests.acting import ask, refused, remark
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, FromTemplate, Run, begun, drafted
from tests.tui.conftest import Open
from tests.tui.holding import held

_SENTENCE = "Officers must think before they post anything."
_BETTER = "Officers must ask before they post anything."


def _suggested(review: Clone, run: Run) -> None:
    assert run(review, "suggest", "principles", "--quote", _SENTENCE, "--replace", _BETTER, who=NORTHVALE)[0] == 0
    assert run(review, "submit", who=NORTHVALE)[0] == 0


@pytest.fixture
def suggested(from_template: FromTemplate) -> Clone:
    """A review with one submitted suggestion by a partner organisation."""
    return from_template(drafted, begun, _suggested)


def _thread(run: Run, review: Clone) -> dict[str, object]:
    found = json.loads(run(review, "threads", "--json")[1])["threads"]
    assert isinstance(found[0], dict)
    return found[0]


async def test_an_ambiguous_remark_is_put_to_one_of_its_places(review: Clone, run: Run, play: Open) -> None:
    """The tray offers the places that fit alike; one choice later the remark stands there."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    path = "policy/records.md"
    places = tuple((path, start, start + 5) for start in (review.read(path).index(word) for word in ("Posts", "years")))
    async with play(review) as app:
        state = app.state
        assert state is not None
        thread = next(iter(state.draft.review.threads))
        unsure = {thread: (Placement("ambiguous", None, 0, 0, 0.5, candidates=places),)}
        overview = replace(state.overview, draft=replace(state.draft, placements=unsure))
        app.app.screens.show(replace(state, overview=overview))
        await app.press("t", "enter", sees="Where does it stand now?")
        await app.press("down", "enter")
    found = _thread(run, review)
    assert (found["placement"], found["start"]) == ("reattached", places[1][1])


async def test_looking_at_the_place_comes_back(suggested: Clone, play: Open) -> None:
    """Enter shows the passage in the text, esc is back at the remark; who went there by a number stays there."""
    async with play(suggested) as app:
        await app.press("2", "enter")
        assert app.app.current_mode == "read"
        assert "esc goes back to Decide." in app.told()
        await app.press("escape")
        assert app.app.current_mode == "decide"
        await app.press("enter", "2", "1", "escape", "escape")
        assert app.app.current_mode == "read"


async def test_esc_with_nothing_open_leaves_the_queue_only_when_it_is_pressed_twice(
    suggested: Clone, play: Open
) -> None:
    """A reason that is typed by habit behind it is no key of another screen."""
    async with play(suggested) as app:
        await app.press("2", "x", "escape", "escape")
        assert app.app.current_mode == "decide"
        assert "Nothing is open here; esc again, or 1, goes to the text." in app.seen()
        await app.press("down", "escape")
        assert app.app.current_mode == "decide"
        await app.press("escape")
        assert app.app.current_mode == "read"


async def test_the_mark_keeps_to_its_remark_when_others_come(suggested: Clone, run: Run, play: Open) -> None:
    """What is decided is what was marked, though a blocking remark of somebody else came in before it."""
    async with play(suggested, size=(120, 40)) as app:
        await app.press("2")
        marked = app.screen.current_focus.subject.thread.id
        assert run(suggested, "comment", "records", "-m", "Stop", "--blocking", who=NORTHVALE)[0] == 0
        assert run(suggested, "submit", who=NORTHVALE)[0] == 0
        await app.press("f5", sees="Blocking:")
        assert app.screen.current_focus.subject.thread.id == marked
        await app.press("x")
        assert app.screen.composer.form.thread == marked


async def test_what_nobody_submitted_stands_behind_what_can_be_decided(suggested: Clone, run: Run, play: Open) -> None:
    """A blocking remark that its writer keeps back is in nobody's way, and says why it cannot be decided."""
    remark_here = ("comment", "principles", "--quote", "Be kind", "-m", "Not yet", "--blocking")
    assert run(suggested, *remark_here, who=NORTHVALE)[0] == 0
    async with play(suggested, size=(120, 40)) as app:
        await app.press("2")
        assert not app.screen.current_focus.subject.thread.is_pending
        assert "Not submitted: Principles" in app.seen()
        await app.press("end", "a", tells="its writer submits it first")


async def test_accept_left_changes_nothing(suggested: Clone, play: Open) -> None:
    """Esc on the question leaves text and record as they were."""
    head = suggested.git("rev-parse", "HEAD")
    async with play(suggested) as app:
        await app.press("n", "a", "escape")
    assert suggested.git("rev-parse", "HEAD") == head


async def test_what_the_new_words_would_bring_is_told_before(review: Clone, run: Run, play: Open) -> None:
    """A placeholder in a suggestion stands on its card and in the question; one without says nothing."""
    remark(run, review, "suggest", "principles", "--quote", "Be kind", "--replace", "Be kind (TBC)", who=NORTHVALE)
    remark(run, review, "suggest", "principles", "--quote", "must think", "--replace", "must ask", who=NORTHVALE)
    async with play(review) as app:
        await app.press("2")
        for _ in range(2):
            shown = app.screen.current_focus.subject.thread
            await app.wait_for(lambda key=shown.id: key in app.screen._foreseen._known)
            await app.settle()
            has_gap = "TBC" in shown.replacement
            assert ("would bring:" in app.seen()) is has_gap
            await app.press("a")
            assert ("would bring:" in app.seen()) is has_gap
            await app.press("escape", "n")


async def test_accept_with_other_words(suggested: Clone, run: Run, play: Open) -> None:
    """Shift+a edits the suggested words before they go into the text."""
    async with play(suggested) as app:
        await app.press("n", "A")
        await app.type(" Always.", "ctrl+s")
    assert f"{_BETTER} Always." in suggested.read("policy/principles.md")
    assert _thread(run, suggested)["state"] == "accepted-with-changes"


async def test_decline_needs_a_reason(suggested: Clone, run: Run, play: Open) -> None:
    """X without words is refused and stays open; with words it is committed."""
    async with play(suggested) as app:
        await app.press("n", "x", "ctrl+s", tells="needs a reason")
        await app.type("Thinking is enough.", "ctrl+s")
    thread = _thread(run, suggested)
    assert (thread["state"], thread["decision_body"]) == ("declined", "Thinking is enough.")


async def test_undo_takes_the_words_out_again(suggested: Clone, run: Run, play: Open) -> None:
    """Ctrl+z shows what it takes back and commits that."""
    async with play(suggested) as app:
        await app.press("n", "a", "enter", tells="z takes it back.")
        await app.press("z", "enter")
    assert _SENTENCE in suggested.read("policy/principles.md")
    assert _thread(run, suggested)["state"] == "open"


async def test_conflict_is_shown_from_three_sides(suggested: Clone, play: Open) -> None:
    """When the passage was changed in the same words, base, theirs and ours stand there, and words settle it."""
    text = suggested.read("policy/principles.md").replace("must think", "must wonder")
    suggested.commit_file("policy/principles.md", text, "Wonder")
    async with play(suggested) as app:
        await app.press("n", "a")
        seen = app.seen()
        assert "A person has to settle this" in seen
        assert all(words in seen for words in (_SENTENCE, _BETTER, "must wonder"))
        await app.press("enter")
        await app.type(" Settled.", "ctrl+s")
    assert f"{_BETTER} Settled." in suggested.read("policy/principles.md")


async def test_what_accepting_would_refuse_is_told_before_the_key(review: Clone, run: Run, play: Open) -> None:
    """Northvale had not seen what Southmere wanted in the same sentence: card, key and command say so."""
    review.commit_file("policy/principles.md", "# Principles\n\nAdults wait for two days. Adults ask.\n", "Write it")
    quotes = (("Adults wait", "Children wait", SOUTHMERE), ("two days", "one day", NORTHVALE))
    threads = [
        ask(run, review, "suggest", "principles", "--quote", quote, "--replace", words, who=who)["thread"]
        for quote, words, who in quotes
    ]
    for who in (SOUTHMERE, NORTHVALE):
        ask(run, review, "submit", who=who)
    ask(run, review, "accept", threads[0])
    assert "is part of says something else" in refused(run, review, "accept", threads[1], code=3)
    async with play(review) as app:
        await app.press("2")
        seen = " ".join(app.seen().split())
        assert "is part of says something else since it was suggested" in seen
        assert "{+one day+}" not in seen.partition("If accepted")[2]
        await app.press("a", sees="A person has to settle this")


async def test_a_place_that_is_not_certain_is_told_before_the_key(suggested: Clone, play: Open) -> None:
    """A placement that `accept` would not act upon shows no words as they would read."""
    async with play(suggested) as app:
        state = app.screen.state
        ((name, places),) = state.draft.placements.items()
        policy = state.draft.policy
        text = policy.texts["policy/principles.md"]
        draft = replace(
            state.draft,
            placements={name: (replace(places[0], state="moved", confidence=0.4),)},
            policy=replace(policy, texts={**policy.texts, text.path: replace(text, blob="0" * 40)}),
        )
        with pytest.raises(Conflict, match="is not found with certainty"):
            preview(draft, draft.review.threads[name])


async def test_a_reviewer_cannot_decide_and_is_told_why(suggested: Clone, play: Open) -> None:
    """The key of an act that is not mine says so."""
    async with play(suggested, NORTHVALE) as app:
        await app.press("n", "a", tells="Only an author decides")


async def test_the_queue_groups_what_collides(suggested: Clone, run: Run, play: Open) -> None:
    """Suggestions for the same words stand together, and each is decided by itself."""
    run(suggested, "suggest", "principles", "--quote", "must think", "--replace", "must wonder", who=SOUTHMERE)
    run(suggested, "comment", "records", "--quote", "two years", "-m", "Why two?", who=SOUTHMERE)
    run(suggested, "submit", who=SOUTHMERE)
    async with play(suggested) as app:
        await app.press("2", sees=("want to change the same words", "G settles them together"))
        await app.press("d")
        await app.type("After the summer.", "ctrl+s", sees="2 open")
        await app.press("n", "enter")
        assert app.app.current_mode == "read"
        assert app.screen.current_focus.subject.thread is not None
        assert app.screen.current_focus.subject.thread.body == "Why two?"


async def test_what_collides_is_shown_against_its_own_words(suggested: Clone, run: Run, play: Open) -> None:
    """A suggestion for a whole sentence beside one for a part of it: each shows what it would take out itself."""
    remark(run, suggested, "suggest", "principles", "--quote", "think", "--replace", "wonder", who=SOUTHMERE)
    async with play(suggested, size=(160, 40)) as app:
        await app.press("2")
        seen = " ".join(app.seen().split())
        assert "want to change the same words" in seen
        assert "Officers must [-think-] {+ask+} before they post anything." in seen
        # Once in the list, which says what each takes out, and once against the sentence that both want.
        assert seen.count("[-think-] {+wonder+}") == 2


async def test_the_reviewer_answers_a_decision(suggested: Clone, run: Run, play: Open) -> None:
    """N says that a decision leaves something open."""
    name = str(_thread(run, suggested)["thread"])
    assert run(suggested, "decline", name, "-m", "No.")[0] == 0
    async with play(suggested, NORTHVALE, (150, 40)) as app:
        await app.press("n", "N")
        await app.type("Still unclear.", "ctrl+s", sees="Still unclear.")
    assert "unsatisfied" in str(_thread(run, suggested)["flags"])


async def test_what_was_chosen_is_let_go_in_sight(review: Clone, run: Run, play: Open) -> None:
    """A filter that hides chosen suggestions says so, and esc lets go of them before it leaves the screen."""
    remark(run, review, "suggest", "principles", "--quote", "must think", "--replace", "should think")
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why?", who=NORTHVALE)
    async with play(review) as app:
        await app.press("2", "space", sees="1 chosen: J accepts, esc lets go")
        app.app.screens.update(remark_filter=ThreadFilter(kind="general"))
        await app.settle()
        assert "1 chosen, 1 hidden: 0 shows, esc lets go" in app.seen()
        await app.press("escape")
        assert "chosen" not in app.seen()
        await app.press("0")
        assert "chosen" not in app.seen()


@pytest.mark.slow
async def test_several_are_accepted_after_one_look(review: Clone, run: Run, play: Open) -> None:
    """Space chooses suggestions, also such as change a rule; J shows what each does and accepts them all."""
    for quote, words in (("must think", "should think"), ("Be kind", "Be polite"), ("two years", "six years")):
        section = "records" if quote == "two years" else "principles"
        remark(run, review, "suggest", section, "--quote", quote, "--replace", words)
    async with play(review) as app:
        await app.press("2", "space", sees="1 chosen: J accepts, esc lets go")
        await app.press("escape", sees="2 Decide")
        assert "chosen" not in app.seen()
        await app.press("p", "space", "p", "n", "n", "space", sees="2 chosen")
        assert app.seen().count("\u2713 ") == 2
        await app.press("J", sees=("Accept 2 suggestions", "[-two-] {+six+} years"))
        await app.press("enter")
    states = [thread["state"] for thread in json.loads(run(review, "threads", "--json")[1])["threads"]]
    assert sorted(states) == ["accepted", "accepted", "open"]


async def test_a_comment_is_shown_in_its_paragraph(review: Clone, run: Run, play: Open) -> None:
    """What stands around the passage is on the same screen; a comment cannot be chosen."""
    remark(run, review, "comment", "principles", "--quote", "must think", "-m", "Must they?")
    async with play(review) as app:
        await app.press("2", sees="In the text")
        assert "before they post anything. Officers should ask" in " ".join(app.seen().split())
        await app.press("space", tells="Only suggestions can be accepted together")


async def test_a_conflict_is_shown_at_both_places(review: Clone, run: Run, play: Open) -> None:
    """What contradicts stands below each other, each under the name of its section."""
    places = ("--quote", "two years", "--also", "principles", "--also-quote", "Be kind")
    run(review, "comment", "records", *places, "-m", "Which?", "--kind", "conflict", who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    async with play(review) as app:
        await app.press("2", sees=("In the text, in Records", "In the text, in Principles", "Be kind"))


async def test_an_item_is_shown_with_the_words_that_lead_to_it(review: Clone, run: Run, play: Open) -> None:
    """Beside its remark and in the question before it is accepted; nothing shows the signs of Markdown around it."""
    lead = "Say what you\nthink. We **hide** comments that:"
    text = f"---\norder: 3\n---\n# Rules\n\n{lead}\n\n- are [rude](x.md), or\n- are obscene\n"
    review.commit_file("policy/rules.md", text, "Say what is hidden")
    remark(run, review, "suggest", "rules", "--quote", "obscene", "--replace", "obscene or cruel")
    remark(run, review, "comment", "rules", "--quote", "or", "-m", "Both?")
    remark(run, review, "comment", "rules", "--quote", "Rules", "-m", "Whose?")
    async with play(review, size=(120, 40)) as app:
        await app.press("2", sees="In the text")
        assert "order: 3" not in app.seen()
        assert "# Rules" not in app.seen()
        await app.press("down", sees=("We hide comments that:", "are rude, or"))
        assert "think. We" not in app.seen()
        await app.press("down", sees="We hide comments that:")
        await app.press("a")
        assert app.seen().count("We hide comments that:") >= 1
        assert "are obscene" in app.seen()


async def test_a_later_item_is_shown_as_that_and_a_not_that_goes_is_told(review: Clone, run: Run, play: Open) -> None:
    """Words that are left out between the lead and the item are marked; the decision and the question warn."""
    lead = "Ask for help where you need it. If you are threatened because of your work:"
    text = f"# Safety\n\n{lead}\n\n- save it.\n- You must not answer, call the police.\n"
    review.commit_file("policy/safety.md", text, "Say what to do")
    quoted = ("--quote", "must not answer", "--replace", "must answer")
    assert run(review, "suggest", "safety", *quoted, who=NORTHVALE)[0] == 0
    assert run(review, "submit", who=NORTHVALE)[0] == 0
    async with play(review, size=(160, 40)) as app:
        await app.press("2", sees="\u2026 If you are threatened because of your work: \u2026")
        assert "It then says something else: must not \u2192 must" in app.seen()
        await app.press("a")
        assert app.seen().count("It then says something else: must not \u2192 must") == 2
    told = run(review, "ready", "--if-accepted", str(_thread(run, review)["thread"]))[1]
    assert "would say something else" in told


async def test_what_blocks_comes_first(review: Clone, run: Run, play: Open) -> None:
    """Whatever stands before it in the text."""
    remark(run, review, "comment", "principles", "--quote", "must think", "-m", "Must they?")
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Not two!", "--blocking")
    async with play(review) as app:
        await app.press("2")
        assert app.screen.current_focus.subject.thread.body == "Not two!"
        assert "Blocking: Records" in app.seen()


async def test_a_remark_to_decide_is_shown_once_and_as_it_stands(review: Clone, run: Run, play: Open) -> None:
    """What bars a release stands under such a heading; words around a passage keep their spaces; it stands once."""
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two?", "--blocking")
    async with play(review, size=(120, 40)) as app:
        await app.press("2")
        seen = " ".join(app.seen().split())
        assert "Blocking: Records" in seen
        assert "general \u00b7 Northvale Council" in seen
        assert seen.count("two years") == 1
        assert "for two years." in seen
        assert "open \u00b7 J. Reviewer \u00b7 Northvale Council \u00b7" in seen


async def test_a_question_leaves_the_screen_behind_it_in_sight(suggested: Clone, play: Open) -> None:
    """What is to be decided can be read beside the question about it."""
    async with play(suggested, size=(120, 40)) as app:
        await app.press("n", "a")
        seen = app.seen()
        assert "enter accept" in seen
        assert "Sections" in seen
        assert "1 Read" in seen


async def test_settling_is_offered_where_several_want_the_same_words(suggested: Clone, run: Run, play: Open) -> None:
    """One suggestion alone has nothing to settle: the footer does not offer it, and the key says so."""
    async with play(suggested) as app:
        await app.press("2")
        assert "Settle" not in app.seen()
        await app.press("G", tells="Nobody else wants to change these words")
    assert run(suggested, "suggest", "principles", "--quote", "must think", "--replace", "may", who=SOUTHMERE)[0] == 0
    assert run(suggested, "submit", who=SOUTHMERE)[0] == 0
    async with play(suggested, size=(120, 40)) as app:
        await app.press("2", sees="G Settle")


async def test_a_click_marks_a_remark_and_a_second_one_goes_to_its_passage(
    suggested: Clone, run: Run, play: Open
) -> None:
    """Who clicks through the queue stays in it; a click on the marked row is what enter is."""
    remark(run, suggested, "comment", "records", "--quote", "two years", "-m", "Why two?")
    async with play(suggested, size=(120, 40)) as app:
        await app.press("2")
        lines = app.seen().splitlines()
        row = next(number for number, each in enumerate(lines) if "Why two?" in each)
        place = app.find("#rows").region
        for screen in ("decide", "read"):
            await app.pilot.click("#rows", offset=(10, row - place.y))
            await app.settle()
            assert app.app.current_mode == screen
            assert app.screen.current_focus.subject.thread.body == "Why two?"


async def test_the_card_counts_as_the_list_does(review: Clone, run: Run, play: Open) -> None:
    """Until a decision is judged, what is left to decide is counted without it, on the card as above the list."""
    for words in ("One.", "Two.", "Three."):
        remark(run, review, "comment", "principles", "-m", words, "--blocking")
    ask(run, review, "comment", "principles", "-m", "Four.", "--blocking")
    async with play(review, size=(140, 40)) as app:
        await app.press("2", sees="4 open (1 pending) \u00b7 4 blocking (1 pending)")
        assert "then: blocking remarks 3\u21922 \u00b7 open remarks 3\u21922" in app.seen()
        with held(app.app.workspace, "judged"):
            await app.press("x")
            await app.type("No.")
            app.send("ctrl+s")
            await app.wait_for(lambda: "3 open (1 pending)" in app.seen())
            assert "then: blocking remarks 2\u21921 \u00b7 open remarks 2\u21921" in app.seen()
        await app.settle()
        assert "then: blocking remarks 2\u21921 \u00b7 open remarks 2\u21921" in app.seen()


async def test_what_was_put_off_and_blocks_is_listed_and_counted(review: Clone, run: Run, play: Open) -> None:
    """List, card and readiness count it alike: it stands in the way until it is decided."""
    for words in ("One.", "Two."):
        remark(run, review, "comment", "principles", "-m", words, "--blocking")
    async with play(review, size=(140, 40)) as app:
        await app.press("2", "d")
        await app.type("Later.", "ctrl+s")
        seen = " ".join(app.seen().split())
        assert "1 open \u00b7 2 blocking \u00b7 1 of them deferred" in seen
        assert "Deferred, still blocking: Principles" in seen
        assert "then: blocking remarks 2\u21921 \u00b7 open remarks 1\u21920 \u2713" in seen
    work = [row["what"] for row in ask(run, review, "ready", code=1)["work"]]
    assert "remarks to decide (1 deferred, still blocking)" in work


async def test_a_filter_hides_no_collision(suggested: Clone, run: Run, play: Open) -> None:
    """Of two who want the same words one may not be listed; the other one still says that there are two."""
    assert run(suggested, "suggest", "principles", "--quote", "must think", "--replace", "may", who=SOUTHMERE)[0] == 0
    assert run(suggested, "submit", who=SOUTHMERE)[0] == 0
    hidden = next(row["thread"] for row in ask(run, suggested, "threads")["threads"] if row["replacement"] == "may")
    async with play(suggested, size=(140, 40)) as app:
        await app.press("2", "f")
        await app.type("from Northvale", "enter", "escape")
        assert f"2 want the same words; not listed: {hidden[-4:]}" in app.seen()
        assert "G settles them together" in app.seen()
        assert "only Northvale Council (0: all)" in app.seen()
        await app.press("0", tells="All remarks are shown again.")
        assert "not listed" not in app.seen()
        assert app.app.current_mode == "decide"
        await app.press("escape", "escape")
        assert app.app.current_mode == "read"


async def test_what_cannot_be_accepted_forecasts_nothing(suggested: Clone, play: Open) -> None:
    """Where its words were edited since, the card says so in place of what the text would read."""
    text = suggested.read("policy/principles.md")
    suggested.commit_file("policy/principles.md", text.replace("must think", "must consider"), "Other words")
    async with play(suggested, size=(140, 40)) as app:
        await app.press("2", sees="Cannot be accepted as it is")
        assert "If accepted, the text reads" not in app.seen()
        assert "then:" not in app.seen()


async def test_the_list_tells_what_goes_and_what_comes(suggested: Clone, play: Open) -> None:
    """A suggestion without words of its own is shown by its change, there and in the list of one's own remarks."""
    change = "\u2192 Officers must [-think-] {+ask+} before they post"
    async with play(suggested, size=(160, 40)) as app:
        await app.press("2", sees=change)
    async with play(suggested, NORTHVALE, size=(160, 40)) as app:
        await app.press("L", sees=change)


async def test_the_entry_that_is_decided_stays_in_sight(review: Clone, run: Run, play: Open) -> None:
    """The queue that gives room to a composer goes along with its mark, and comes back when that is closed."""
    for number in range(12):
        remark(run, review, "comment", "records", "--quote", "two years", "-m", f"Reason {number}")
    async with play(review, size=(120, 30)) as app:
        await app.press("2", *"n" * 11)
        for key in ("x", "escape", "A"):
            await app.press(key)
            assert any(row[1:2] == "\u25b8" for row in app.seen().splitlines()), app.seen()
