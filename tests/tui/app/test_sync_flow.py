"""Sharing from the app, by key presses."""

from pathlib import Path

import pytest
from textual.widgets import TextArea

from tests.acting import ask, remark, suggestion
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run
from tests.sharing import bare_of, bodies, clone_of, synced, tips
from tests.tui.conftest import Open
from tests.tui.holding import held

_SENT = (("submit",), ("sync",))


@pytest.fixture
def bare(review: Clone) -> Path:
    """The bare repository that the officer's clone follows."""
    return bare_of(review)


async def test_one_key_submits_and_shares(review: Clone, bare: Path, run: Run, play: Open) -> None:
    """Y shows what is pending; enter shares it, and takes over what others had."""
    other = clone_of(bare, "other")
    remark(run, other, "comment", "-m", "Theirs.")
    synced(run, other)
    ask(run, review, "comment", "-m", "Mine.", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        assert "1 pending" in app.seen()
        await app.press("Y", sees="enter submit and share")
        await app.press("enter", sees="all shared", tells="1 comment")
    synced(run, other)
    assert bodies(run, other) == {"Mine.", "Theirs."}


@pytest.mark.usefixtures("bare")
async def test_half_written_words_are_told_where_one_submits_and_shares(review: Clone, play: Open) -> None:
    """Who shares is not to think that words went which are not saved yet, with a question or without one."""
    async with play(review, NORTHVALE) as app:
        await app.press("c")
        await app.type("Mine.", "ctrl+s", "]", "c")
        await app.type("Half", "escape")
        told = "1 half written not among it: it stays on this disk until saved."
        await app.press("S", sees=told)
        await app.press("escape", "Y", sees=told)
        await app.press("enter", tells=told)


@pytest.mark.usefixtures("bare")
async def test_that_it_was_shared_stands_beside_what_is_left(review: Clone, run: Run, play: Open) -> None:
    """No count of what is to be shared stands beside the sentence that it was: both wait until it is read."""
    ask(run, review, "comment", "-m", "Mine.", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("S", "enter", sees="1 to share")
        with held(app.app.workspace, "look") as gate:
            app.send("Y")
            await app.wait_for(lambda: synced_tip(review))
            await app.pilot.pause(0.2)
            assert "1 event" not in app.told()
            await app.wait_for(lambda: "reading" in app.seen())
            assert "\u2026 to share" in app.seen()
            assert "Y Share" not in app.seen()
            gate.set()
            await app.settle()
        assert "1 event" in app.told()
        assert "to share" not in app.seen()


async def test_what_waits_elsewhere_and_what_is_new_here_are_told_apart(
    review: Clone, bare: Path, run: Run, play: Open
) -> None:
    """The first line says of the one that it is to be taken over, of the other that it is new to whoever reads."""
    async with play(review, NORTHVALE) as app:
        app.send("ctrl+q")
        await app.left()
    other = clone_of(bare, "other")
    remark(run, other, "comment", "records", "--quote", "two years", "-m", "Theirs.", who=SOUTHMERE)
    synced(run, other)
    review.git("fetch", "-q")
    async with play(review, NORTHVALE) as app:
        first = app.seen().splitlines()[0]
        assert ("1 to take over" in first, "new" in first) == (True, False)
        await app.press("Y")
        first = app.seen().splitlines()[0]
        assert ("to take over" in first, "1 new to you" in first) == (False, True)


def synced_tip(review: Clone) -> bool:
    """Whether the branch that is followed has what is here."""
    return review.git("rev-parse", "HEAD") == review.git("rev-parse", "@{upstream}")


@pytest.mark.usefixtures("bare")
async def test_what_was_submitted_is_not_pending_while_it_is_shared(review: Clone, run: Run, play: Open) -> None:
    """Submitted and shared with one key: the first line counts nothing until it is read again."""
    ask(run, review, "comment", "-m", "Mine.", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("Y")
        with held(app.app.workspace, "look") as gate:
            app.send("enter")
            await app.wait_for(lambda: synced_tip(review))
            await app.wait_for(lambda: "reading" in app.seen())
            assert "\u2026 pending" in app.seen().splitlines()[0]
            assert "S Submit" not in app.seen()
            gate.set()
            await app.settle()
        assert "all shared" in app.seen()


async def test_what_is_submitted_names_the_key_that_shares(review: Clone, bare: Path, run: Run, play: Open) -> None:
    """S says what comes next, and the footer offers it as long as something waits; what came is told in a line."""
    other = clone_of(bare, "other")
    thread = remark(run, other, "comment", "-m", "Theirs.")
    for words in (("reply", thread, "-m", "More."), ("read", "principles"), ("submit",), ("note", thread)):
        assert run(other, *words)[0] == 0
    synced(run, other)
    ask(run, review, "comment", "-m", "Mine.", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        assert "Y Share" not in app.seen()
        await app.press("S", "enter", tells="Next: Y shares it.")
        assert "Y Share" in app.seen().splitlines()[-1]
        await app.press("Y", tells="4 events.")
        assert "Y Share" not in app.seen()


async def test_what_became_of_remarks_is_told(review: Clone, bare: Path, run: Run, play: Open) -> None:
    """On a first visit too: what was decided and how, what is new and where; the count stays in the first line."""
    thread = suggestion(run, review, "must think", "think")
    synced(run, review)
    other = clone_of(bare, "other")
    async with play(review, NORTHVALE) as app:
        for words in (("decline", thread, "-m", "It is a duty."), ("comment", "records", "-m", "Look here."), *_SENT):
            assert run(other, *words)[0] == 0
        await app.press("Y")
        new = next(each for each in app.state.draft.review.threads if each != thread)
        assert f"1 decided: {thread[-4:]} declined; 1 new: {new[-4:]} in “Records”. W goes there." in app.told()
        assert "2 new" in app.seen()
        await app.press("W", "W")
        assert " new" not in app.seen().splitlines()[0]
        for words in (("reply", new, "-m", "And here."), ("reply", thread, "-m", "Sorry."), *_SENT):
            assert run(other, *words)[0] == 0
        await app.press("2", "Y", sees="2 new", tells=("2 answered: ", "1 W goes there."))


@pytest.mark.slow
async def test_a_release_is_asked_about_before_it_goes_out(review: Clone, bare: Path, run: Run, play: Open) -> None:
    """Y lists what goes with it; escape gives nothing, enter shares it with its tag; afterwards nothing is asked."""
    for name in (remark(run, review, "comment", "-m", "One."), suggestion(run, review, "must think", "must ask")):
        ask(run, review, "accept", name, "-m", "Yes.")
    before = tips(bare)
    async with play(review) as app:
        await app.press("4", "!", "tab")
        await app.type("The council meets today.", "ctrl+s", "enter", tells="Released 1.0")
        await app.press("Y")
        seen = app.seen()
        assert "Publish 1.0?" in seen
        for words in ("2 decisions", "1 comment", "1 suggestion", "text changed in policy/principles.md"):
            assert words in seen
        assert "release 1.0, with its tag 1.0" in seen
        await app.press("escape")
        assert tips(bare) == before
        await app.press("Y", "enter", tells="version 1.0")
        assert "refs/tags/1.0" in tips(bare)
    remark(run, review, "comment", "-m", "Later.")
    async with play(review) as app:
        await app.press("Y")
        assert "Publish" not in app.seen()
        assert "1 comment" in app.told()


async def test_a_tag_of_a_version_is_asked_about(review: Clone, bare: Path, play: Open) -> None:
    """A tag that was made by hand is published like a release, so it is asked about too."""
    review.git("tag", "-a", "0.9", "-m", "0.9")
    async with play(review) as app:
        await app.press("Y", sees=("Publish 0.9?", "tag 0.9"))
        await app.press("enter")
    assert "refs/tags/0.9" in tips(bare)


@pytest.mark.slow
async def test_a_release_that_is_offered_is_asked_about_once(review: Clone, bare: Path, run: Run, play: Open) -> None:
    """Where the shared branch is closed a release goes into a proposal; what was agreed to is not asked again."""
    hook = bare / "hooks" / "update"
    hook.write_text('#!/bin/sh\ncase "$1" in refs/heads/main) exit 1;; esac\n')
    hook.chmod(0o755)
    ask(run, review, "release", "1.0", "--override", "The council meets today.")
    async with play(review) as app:
        await app.press("Y", sees="Publish 1.0?")
        await app.press("enter", sees="Give it there?")
        await app.press("enter", tells="propose it for main there")
    remark(run, review, "comment", "-m", "Later.")
    async with play(review) as app:
        await app.press("Y")
        assert "Publish" not in app.seen()


@pytest.mark.slow
async def test_an_empty_place_is_shared_with(review: Clone, tmp_path: Path, play: Open) -> None:
    """Without a place Y names the entry of the palette that says where; an empty one is taken, and Y fills it."""
    review.git("init", "-q", "--bare", str(tmp_path / "new.git"))
    async with play(review) as app:
        await app.press("Y", tells="“Where to share…”")
        assert "git remote add" not in app.told()
        app.screen.action_act("join")
        await app.settle()
        await app.type(str(tmp_path / "nowhere"), "ctrl+s")
        # The sentence is wrapped where the length of the path wants it.
        assert "is no remote of this clone" in " ".join(app.seen().replace("│", " ").split())
        await app.press("ctrl+u")
        await app.type(str(tmp_path / "new.git"), "ctrl+s", sees="It is empty as yet")
        await app.press("Y")
    assert review.git("ls-remote", str(tmp_path / "new.git"), "refs/heads/main")


async def test_a_dispute_is_settled_by_a_choice(review: Clone, bare: Path, run: Run, play: Open) -> None:
    """The three readings are shown; t takes theirs, enter shares."""
    other = clone_of(bare, "other")
    for clone, words in ((other, "shall think"), (review, "should think")):
        clone.commit_edit("policy/principles.md", "must think", words, words)
    synced(run, other)
    async with play(review) as app:
        await app.press("Y")
        for words in ("must think", "{+shall+} think", "{+should+} think", "principles.md (1 of 1)"):
            assert words in app.seen()
        await app.press("enter", sees="principles.md (1 of 1)")
        await app.press("t", sees="Officers shall think")
        await app.press("enter")
    assert "shall think" in review.read("policy/principles.md")
    assert review.git("rev-parse", "HEAD") == review.git("rev-parse", "origin/main")


async def test_own_words_are_there_again_after_esc(review: Clone, bare: Path, run: Run, play: Open) -> None:
    """Whoever leaves the words, the question and the sharing goes on with what was typed."""
    other = clone_of(bare, "other")
    for clone, words in ((other, "shall think"), (review, "should think")):
        clone.commit_edit("policy/principles.md", "must think", words, words)
    synced(run, other)
    async with play(review) as app:
        await app.press("Y", "w")
        await app.type(" Mine.", "escape", tells="w goes on with these words")
        await app.press("escape", "Y", "w")
        assert app.app.screen.query_one(TextArea).text.endswith(" Mine.")


@pytest.mark.slow
async def test_a_dispute_is_settled_in_own_words(review: Clone, bare: Path, run: Run, play: Open) -> None:
    """W opens a field with our words; what is written stands in the text of both, with what only they changed."""
    other = clone_of(bare, "other")
    for clone, words in ((other, "shall think"), (review, "should think")):
        clone.commit_edit("policy/principles.md", "must think", words, words)
    other.commit_edit("policy/principles.md", "Be kind.", "Be very kind.", "Very")
    synced(run, other)
    async with play(review) as app:
        await app.press("Y", "w", sees="Your words in principles.md")
        await app.press("escape", "w", *["ctrl+shift+k"], *["ctrl+a"])
        await app.type("Officers ought to think. ", "ctrl+s", sees="your words")
        await app.press("enter")
    text = review.read("policy/principles.md")
    assert "Officers ought to think. " in text
    assert "should think" not in text
    assert "Be very kind." in text
    assert review.git("rev-parse", "HEAD") == review.git("rev-parse", "origin/main")


async def test_each_place_is_settled_by_itself(review: Clone, bare: Path, run: Run, play: Open) -> None:
    """Ours here, theirs there, own words at a third, also where two places read alike; all is shown before it is so."""
    text = review.read("policy/principles.md") + "\n## Once\n\nAsk us. Go on.\n\n## Twice\n\nAsk us. Stop.\n"
    review.commit_file("policy/principles.md", text)
    synced(run, review)
    other = clone_of(bare, "other")
    for clone, who in ((other, "them"), (review, "you")):
        clone.write(
            "policy/principles.md", text.replace("Ask us", f"Ask {who}").replace("Be kind", f"Be kind to {who}")
        )
        settings = clone.read("reviews/settings.toml").replace('target = "1.0"', f'target = "2.{len(who)}"')
        clone.write("reviews/settings.toml", settings)
        clone.commit(who)
    synced(run, other)
    head = review.git("rev-parse", "HEAD")
    async with play(review, size=(100, 40)) as app:
        await app.press("Y", sees="principles.md (1 of 4)")
        await app.press("o", "t", sees="principles.md (3 of 4)")
        await app.press("enter", tells="Nothing is chosen yet for 2 places in principles.md, settings.")
        await app.press("w", "ctrl+shift+k")
        await app.type("Ask somebody.", "ctrl+s", sees=("settings (4 of 4)", "target"))
        assert "w your words" not in app.app.screen.ways
        await app.press("t", sees=("What will be written (4 places)", "Be kind to you.", "Ask them. Go on.", '"2.4"'))
        assert "Ask somebody. Stop." in app.seen()
        assert review.git("rev-parse", "HEAD") == head
        await app.press("enter")
    text = review.read("policy/principles.md")
    assert "* Be kind to you.\n" in text
    assert text.endswith("## Once\n\nAsk them. Go on.\n\n## Twice\n\nAsk somebody. Stop.\n")
    assert 'target = "2.4"' in review.read("reviews/settings.toml")
    assert review.git("rev-parse", "HEAD") == review.git("rev-parse", "origin/main")


async def test_own_words_keep_apart_what_stands_around_them(review: Clone, bare: Path, run: Run, play: Open) -> None:
    """What parts a place from the next one stays, whatever is typed behind the words."""
    other = clone_of(bare, "other")
    for clone, words in ((other, "Be kind today."), (review, "Be kind always.")):
        clone.write("policy/principles.md", clone.read("policy/principles.md").replace("Be kind.", words))
        clone.commit(words)
    synced(run, other)
    async with play(review, size=(100, 40)) as app:
        await app.press("Y", "w", "ctrl+shift+k")
        await app.type("Be good.", "enter", "enter", "ctrl+s", "enter")
    assert "* Be good.\n* Be brief" in review.read("policy/principles.md")


async def test_a_share_without_a_remote_says_so(review: Clone, play: Open) -> None:
    """The app stays, with the reason."""
    async with play(review) as app:
        await app.press("Y", tells="Where to share…")


@pytest.mark.usefixtures("bare")
async def test_what_the_other_side_has_is_not_published(review: Clone, run: Run, play: Open) -> None:
    """A release whose tag is there goes out as what it is, a note in the record: nobody is asked to publish it."""
    review.git("tag", "-a", "0.9", "-m", "0.9")
    review.git("push", "-q", "origin", "0.9")
    ask(run, review, "release", "0.9", "--existing")
    async with play(review) as app:
        assert "1 to share" in app.seen()
        await app.press("Y")
        assert "Publish" not in app.seen()
        assert "1 earlier release named as one" in app.told()


async def test_a_side_that_carries_out_a_decision_says_so(review: Clone, bare: Path, run: Run, play: Open) -> None:
    """Before somebody takes the words of the other one, which would leave the decision without its words."""
    thread = suggestion(run, review, "must think", "must ask")
    synced(run, review)
    other = clone_of(bare, "other")
    other.write("policy/principles.md", other.read("policy/principles.md").replace("must think", "shall think"))
    other.commit("shall")
    synced(run, other)
    ask(run, review, "accept", thread)
    async with play(review) as app:
        await app.press("Y", sees=f"here (ours) \u00b7 accepted: {thread[-4:]}")
        await app.press("t", "ctrl+s")
    assert "shall think" in review.read("policy/principles.md")


async def test_what_came_of_sharing_stays_in_sight(review: Clone, bare: Path, run: Run, play: Open) -> None:
    """At 80 columns, beside the news, until somebody goes on; what speaks against something first, all in the list."""
    other = clone_of(bare, "other")
    remark(run, other, "comment", "records", "-m", "Theirs.")
    other.git("tag", "-a", "0.9", "-m", "0.9")
    other.git("push", "-q", "origin", "HEAD", "0.9")
    review.commit_edit("policy/principles.md", "must think", "shall think", "shall")
    review.git("tag", "-a", "0.9", "-m", "0.9")
    ask(run, review, "comment", "-m", "Mine.")
    async with play(review, size=(80, 24)) as app:
        await app.press("Y", "s")
        words = " ".join(app.seen().split())
        for said in ("! The tag 0.9 leads elsewhere", "From origin: 1 event", "To origin: text changed", "1 new: "):
            assert said in words
        assert "1 more sentence on this: f8 lists all." in words
        await app.press("f8", sees="1 event of yours pending and not shared; to share: Y")


async def test_a_submission_that_cannot_be_shared_is_not_called_nothing(
    review: Clone, bare: Path, run: Run, play: Open
) -> None:
    """Without the other side it is committed all the same, and said to be kept for the next time."""
    review.git("remote", "set-url", "origin", str(bare.with_name("away.git")))
    ask(run, review, "comment", "-m", "Mine.", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("Y", "enter", sees="1 to share", tells="cannot be reached")
        assert "Nothing was changed" not in app.told()
        assert "what you wrote is kept here, and the next sync shares it" in app.told()


async def test_who_changed_the_other_side_is_told(review: Clone, bare: Path, run: Run, play: Open) -> None:
    """A decision that was made there is in no draft here yet: its commit says what taking our words would undo."""
    thread = suggestion(run, review, "must think", "must ask")
    synced(run, review)
    other = clone_of(bare, "other")
    ask(run, other, "accept", thread)
    synced(run, other)
    review.commit_edit("policy/principles.md", "must think", "shall think", "shall")
    async with play(review) as app:
        await app.press("Y", sees=f"the file was changed last by Policy Officer: Accept {thread[-4:]}")
