"""Events that may not be are kept, shown as refused with their reason, and have no effect."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from reviewtui.views.styled_text import words_of
from reviewtui.views.threads.card.thread_card import card_lines
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask, gate_of, remark, suggestion, thread_of
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run

Change = Callable[[str], str]
WHO = f"{OFFICER[0]} <{OFFICER[1]}>"


def forge(run: Run, clone: Clone, arguments: tuple[str, ...], claim: tuple[str, str], by: tuple[str, str]) -> None:
    """Make an event as `claim` and commit its file as `by`."""
    ask(run, clone, *arguments, who=claim)
    clone.commit("Add a remark", who=by)


def rewrite(clone: Clone, change: Change) -> None:
    """Change the text of every event file that no commit holds yet."""
    for path in clone.git("ls-files", "--others", "--", "reviews/threads").splitlines():
        clone.write(path, change(clone.read(path)))


def into_acceptance(thread: str) -> Change:
    """Return how the file of a reply becomes one that accepts its thread."""
    words = f'type = "decision"\nverdict = "accepted"\non = "{thread}"'
    return lambda text: text.replace('type = "reply"', words)


def verified(run: Run, clone: Clone) -> dict[str, str]:
    """Return what `verify` found: reason by kind."""
    return {row["what"]: row["reason"] for row in ask(run, clone, "verify", code=1)["findings"]}


def test_a_decision_by_a_reviewer_has_no_effect(review: Clone, run: Run) -> None:
    """An acceptance written by hand and committed by a reviewer is refused, and the thread stays open."""
    thread = suggestion(run, review, "must think", "think")
    ask(run, review, "reply", thread, "-m", "Fine.", who=SOUTHMERE)
    rewrite(review, into_acceptance(thread))
    review.commit("Accept it", who=SOUTHMERE)
    found = thread_of(run, review, thread)
    assert (found["state"], found["flags"]) == ("open", ["refused"])
    assert "not an author" in found["events"][-1]["refusal"]
    assert "not an author" in verified(run, review)["refused"]


def test_a_decision_in_the_authors_name_has_no_effect(review: Clone, run: Run) -> None:
    """A decision that claims the author but was committed by somebody else is refused, and both are named."""
    thread = suggestion(run, review, "must think", "think")
    ask(run, review, "reply", thread, "-m", "Fine.", who=OFFICER)
    rewrite(review, into_acceptance(thread))
    review.commit("Accept it", who=NORTHVALE)
    assert thread_of(run, review, thread)["state"] == "open"
    reason = verified(run, review)["refused"]
    assert OFFICER[1] in reason
    assert NORTHVALE[1] in reason


def test_a_remark_in_anothers_name_has_no_effect(review: Clone, run: Run) -> None:
    """A comment that claims Southmere but came by Northvale's commit counts for nothing."""
    forge(run, review, ("comment", "-m", "We object.", "--blocking"), SOUTHMERE, NORTHVALE)
    row = ask(run, review, "threads")["threads"][0]
    assert row["refusal"] is not None
    gates = {gate["name"]: gate["passed"] for gate in ask(run, review, "ready", code=1)["gates"]}
    assert gates["blocking"] is not False
    assert gates["undecided"] is not False


def test_a_remark_for_a_foreign_organisation_has_no_effect(review: Clone, run: Run) -> None:
    """Nobody speaks for an organisation that the settings do not give them."""
    ask(run, review, "comment", "-m", "We object.", who=NORTHVALE)
    rewrite(review, lambda text: text.replace('organisation = "northvale"', 'organisation = "southmere"'))
    review.commit("Remark", who=NORTHVALE)
    assert "does not speak for Southmere" in verified(run, review)["refused"]


def test_only_the_own_side_withdraws_and_revises(review: Clone, run: Run) -> None:
    """A withdrawal or revision of somebody else's remark is refused at the keyboard and in the record."""
    thread = remark(run, review, "comment", "-m", "Ours.")
    for arguments in (("withdraw", thread), ("revise", thread, "-m", "Theirs.")):
        code, _, err = run(review, *arguments, who=SOUTHMERE)
        assert code == 2
        assert NORTHVALE[0] in err
    ask(run, review, "reply", thread, "-m", "Gone.", who=SOUTHMERE)
    rewrite(review, lambda text: text.replace('type = "reply"', 'type = "withdraw"'))
    review.commit("Withdraw it", who=SOUTHMERE)
    found = thread_of(run, review, thread)
    assert (found["state"], found["flags"]) == ("open", ["refused"])


def test_a_redaction_is_the_authors_alone(review: Clone, run: Run) -> None:
    """A reviewer hides nobody's words."""
    thread = remark(run, review, "comment", "-m", "Ours.")
    assert run(review, "redact", thread, "-m", "Hide it.", who=SOUTHMERE)[0] == 2
    ask(run, review, "reply", thread, "-m", "Hide it.", who=SOUTHMERE)
    rewrite(review, lambda text: text.replace('type = "reply"', f'type = "redact"\non = "{thread}"'))
    review.commit("Hide it", who=SOUTHMERE)
    assert thread_of(run, review, thread)["body"] == "Ours."


def test_nobody_records_for_others_unasked(review: Clone, run: Run) -> None:
    """A reviewer who is no consolidator cannot pass on remarks; at the keyboard: exit 2."""
    arguments = ("comment", "-m", "By phone.", "--on-behalf-of", "C. Caller <c@northvale.example>")
    assert run(review, *arguments, who=SOUTHMERE)[0] == 2
    ask(run, review, "comment", "-m", "By phone.", who=SOUTHMERE)
    by = f'by = "{SOUTHMERE[0]} <{SOUTHMERE[1]}>"\norganisation = "southmere"'
    claim = (
        f'by = "C. Caller <c@northvale.example>"\nrecorded_by = "{SOUTHMERE[0]} <{SOUTHMERE[1]}>"\n'
        'organisation = "northvale"'
    )
    rewrite(review, lambda text: text.replace(by, claim))
    review.commit("Pass it on", who=SOUTHMERE)
    assert "may not record" in verified(run, review)["refused"]


def test_a_consolidator_passes_remarks_on(review: Clone, run: Run) -> None:
    """The consolidator of an organisation records for its people, but decides nothing for them."""
    arguments = ("--name", "Northvale Council", "--consolidator", NORTHVALE[1])
    ask(run, review, "organisation", "add", "northvale", *arguments)
    thread = remark(run, review, "comment", "-m", "By phone.", "--on-behalf-of", "C. Caller <c@northvale.example>")
    found = thread_of(run, review, thread)
    assert (found["flags"], found["refusal"]) == ([], None)
    assert found["by"] == "C. Caller <c@northvale.example>"


def test_events_of_another_policy_do_not_count(review: Clone, run: Run) -> None:
    """An event that was copied from another review belongs to another policy."""
    identifier = next(line for line in review.read("reviews/settings.toml").splitlines() if "policy_id" in line)
    ask(run, review, "comment", "-m", "From elsewhere.", who=NORTHVALE)
    rewrite(review, lambda text: text.replace(identifier, 'policy_id = "01kb2m6y3t9v8w5x4z7q1r0pka"'))
    review.commit("Copy", who=NORTHVALE)
    assert "another policy" in verified(run, review)["refused"]


def _make_author(clone: Clone, person: tuple[str, str]) -> None:
    text = clone.read("reviews/settings.toml")
    clone.write("reviews/settings.toml", text.replace("authors = [", f'authors = [\n    "{person[0]} <{person[1]}>",'))


def test_a_reviewer_who_makes_himself_author_decides_nothing(review: Clone, run: Run) -> None:
    """Settings and decision in one commit: roles are judged by the parents, so neither counts, then or later."""
    thread = suggestion(run, review, "must think", "think")
    _make_author(review, NORTHVALE)
    ask(run, review, "reply", thread, "-m", "Yes.", who=NORTHVALE)
    rewrite(review, into_acceptance(thread))
    review.commit("Take over", who=NORTHVALE)
    assert thread_of(run, review, thread)["state"] == "open"
    found = verified(run, review)
    assert "not an author" in found["settings"]
    assert "not an author" in found["refused"]
    assert run(review, "accept", thread, who=NORTHVALE)[0] == 2
    assert run(review, "decline", thread, "-m", "No.", who=NORTHVALE)[0] == 2
    assert not gate_of(run, review, "record")["passed"]


def test_a_reviewer_who_removes_the_author_has_no_effect(review: Clone, run: Run) -> None:
    """The author still decides after a reviewer changed `authors`."""
    thread = suggestion(run, review, "must think", "think")
    review.commit_edit("reviews/settings.toml", OFFICER[1], NORTHVALE[1], "Take over", who=NORTHVALE)
    ask(run, review, "accept", thread, who=OFFICER)
    assert thread_of(run, review, thread)["state"] == "accepted"


def test_an_author_may_name_another_author(review: Clone, run: Run) -> None:
    """A change of authors by an author counts from the next commit on."""
    thread = suggestion(run, review, "must think", "think")
    _make_author(review, SOUTHMERE)
    review.commit("Name a second author", who=OFFICER)
    ask(run, review, "accept", thread, who=SOUTHMERE)
    assert thread_of(run, review, thread)["state"] == "accepted"
    assert ask(run, review, "verify")["ok"]


def test_a_merged_branch_brings_no_authority(review: Clone, run: Run) -> None:
    """A reviewer's branch with settings and decision of their own, merged by the author, still does not count."""
    thread = suggestion(run, review, "must think", "think")
    review.git("switch", "-q", "-c", "side")
    _make_author(review, NORTHVALE)
    review.commit("Take over", who=NORTHVALE)
    ask(run, review, "reply", thread, "-m", "Yes.", who=NORTHVALE)
    rewrite(review, into_acceptance(thread))
    review.commit("Decide", who=NORTHVALE)
    review.git("switch", "-q", "main")
    review.commit_file("policy/records.md", "# Records\n\nMeanwhile.\n", "Meanwhile")
    review.git("merge", "-q", "--no-edit", "side", who=OFFICER)
    assert thread_of(run, review, thread)["state"] == "open"
    assert "refused" in verified(run, review)
    assert run(review, "decline", thread, "-m", "No.", who=NORTHVALE)[0] == 2


def test_a_fast_forward_brings_no_authority(review: Clone, run: Run) -> None:
    """Without a merge commit it is the same."""
    thread = suggestion(run, review, "must think", "think")
    review.git("switch", "-q", "-c", "side")
    _make_author(review, NORTHVALE)
    review.commit("Take over", who=NORTHVALE)
    review.git("switch", "-q", "main")
    review.git("merge", "-q", "--ff-only", "side")
    assert run(review, "accept", thread, who=NORTHVALE)[0] == 2


def test_the_work_trees_settings_make_nobody_author(review: Clone, run: Run) -> None:
    """Roles of a pending act are those of HEAD, whatever the settings file in the work tree says."""
    thread = suggestion(run, review, "must think", "think")
    _make_author(review, NORTHVALE)
    assert run(review, "accept", thread, who=NORTHVALE)[0] == 2
    assert run(review, "organisation", "add", "x", "--name", "X", who=NORTHVALE)[0] == 2


@pytest.mark.parametrize("position", ["support", "objection"])
def test_a_sign_off_for_a_foreign_organisation_does_not_count(review: Clone, run: Run, position: str) -> None:
    """Southmere's position is Southmere's own."""
    ask(run, review, "signoff", position, "-m", "We say so.", who=NORTHVALE)
    for path in review.git("ls-files", "--others", "--", "reviews/signoffs").splitlines():
        review.write(path, review.read(path).replace('organisation = "northvale"', 'organisation = "southmere"'))
    review.commit("Sign", who=NORTHVALE)
    evidence = next(g for g in ask(run, review, "ready", code=1)["gates"] if g["name"] == "signoffs")["evidence"]
    assert [row["text"].partition(" (asked")[0] for row in evidence] == [
        "Northvale Council has not signed off",
        "Southmere Council has not signed off",
    ]


def test_a_mailmap_in_the_tree_changes_no_author(review: Clone, run: Run) -> None:
    """The commit's own author counts, not what a `.mailmap` turns it into."""
    thread = suggestion(run, review, "must think", "think")
    review.commit_file(".mailmap", f"{WHO} <{NORTHVALE[1]}>\n", "Map", who=NORTHVALE)
    ask(run, review, "reply", thread, "-m", "Yes.", who=OFFICER)
    rewrite(review, into_acceptance(thread))
    review.commit("Decide", who=NORTHVALE)
    assert thread_of(run, review, thread)["state"] == "open"


def test_verify_tells_who_changed_the_settings(review: Clone, run: Run) -> None:
    """Every commit that changed them is listed; what somebody had no right to stays told after it was put right."""
    _make_author(review, NORTHVALE)
    wrong = review.commit("Take over", who=NORTHVALE)
    found = ask(run, review, "verify", code=1)
    assert [row["settled"] for row in found["findings"]] == [False]
    assert [(row["by"].split("<")[1], row["counts"]) for row in found["settings"]][-1] == (f"{NORTHVALE[1]}>", False)
    review.git("checkout", "-q", f"{wrong}~1", "--", "reviews/settings.toml")
    review.commit("Put it right")
    found = ask(run, review, "verify")
    assert [(row["commit"], row["settled"]) for row in found["findings"]] == [(wrong, True)]
    assert found["ok"]


FORGED = ("author", "recorded_by", "withdrawal", "decision", "merge", "roles")


def _forged(run: Run, clone: Clone, how: str) -> str:
    """Forge something about a remark in one of the ways in which that can be tried; return the thread that shows it."""
    if how == "author":
        forge(run, clone, ("comment", "-m", "We object."), SOUTHMERE, NORTHVALE)
        return str(ask(run, clone, "threads")["threads"][0]["thread"])
    thread = remark(run, clone, "comment", "-m", "Ours.")
    if how == "merge":
        _change_in_merge(clone)
        return thread
    if how == "roles":
        _make_author(clone, SOUTHMERE)
    ask(run, clone, "reply", thread, "-m", "Forged.", who=SOUTHMERE)
    by = f'by = "{SOUTHMERE[0]} <{SOUTHMERE[1]}>"\norganisation = "southmere"'
    claim = f'by = "{NORTHVALE[0]} <{NORTHVALE[1]}>"\norganisation = "northvale"\nrecorded_by = "S <{SOUTHMERE[1]}>"'
    changes: dict[str, Change] = {
        "recorded_by": lambda text: text.replace(by, claim),
        "withdrawal": lambda text: text.replace('type = "reply"', 'type = "withdraw"'),
    }
    rewrite(clone, changes.get(how, into_acceptance(thread)))
    clone.commit("Forge", who=SOUTHMERE)
    return thread


def _change_in_merge(clone: Clone) -> None:
    path = clone.git("ls-files", "reviews/threads")
    clone.git("checkout", "-q", "-b", "side")
    clone.commit_file("notes.txt", "x", "Side")
    clone.git("checkout", "-q", "main")
    clone.git("merge", "-q", "--no-ff", "--no-commit", "side")
    clone.commit_edit(path, "Ours.", "Theirs.", "Merge", who=SOUTHMERE)


@pytest.mark.parametrize("how", FORGED)
def test_every_forgery_shows_everywhere_and_counts_for_nothing(review: Clone, run: Run, how: str) -> None:
    """`threads`, `show`, `verify` and the app's card each tell it; the remark stays what it was."""
    thread = _forged(run, review, how)
    row = next(row for row in ask(run, review, "threads")["threads"] if row["thread"] == thread)
    assert row["state"] == "open"
    findings = ask(run, review, "verify", code=1)["findings"]
    if how == "merge":
        assert row["body"] == "Ours."
        assert [finding["what"] for finding in findings] == ["edited"]
        assert SOUTHMERE[1] in findings[0]["by"]
        assert "changed after it was added" in run(review, "threads")[1]
        return
    assert row["flags"] == ["refused"]
    assert "refused" in {finding["what"] for finding in findings}
    assert all(finding["commit"] and finding["by"] and finding["repair"] for finding in findings)
    assert "without effect" in run(review, "show", thread)[1]
    draft = Workspace.open(review.path).load()
    card = words_of(card_lines(draft, draft.review.threads[thread], datetime.now(UTC)))
    assert "without effect" in card or "counts for nothing" in card
