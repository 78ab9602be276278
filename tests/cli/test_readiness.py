"""Each gate shuts for its own reason, says what would open it, and opens when that is done."""

import pytest

from tests.acting import accepted, ask, refused, remark, submitted
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run


def shut(run: Run, clone: Clone) -> set[str]:
    """Return the gates that do not pass; the exit code agrees with the verdict."""
    code, out, _ = run(clone, "ready")
    gates = ask(run, clone, "ready", code=code)
    closed = {gate["name"] for gate in gates["gates"] if gate["judged"] and not gate["passed"]}
    assert gates["ready"] is (code == 0) is (not closed and gates["question"] is None)
    assert all(bool(gate["flips"]) and bool(gate["evidence"]) for gate in gates["gates"] if not gate["passed"])
    assert out.count("✗") == len(closed)
    return closed


@pytest.fixture
def signed(review: Clone, run: Run) -> Clone:
    """A review that is ready: both organisations signed off."""
    assert shut(run, review) == {"signoffs", "coverage"}
    for who in (NORTHVALE, SOUTHMERE):
        submitted(run, review, "signoff", "support", who=who)
    assert shut(run, review) == set()
    return review


def test_blocking_and_undecided(signed: Clone, run: Run) -> None:
    """An open remark shuts one gate, a blocking one two; a decision opens both."""
    thread = remark(run, signed, "comment", "-m", "Unlawful.", "--blocking")
    assert shut(run, signed) == {"blocking", "undecided"}
    ask(run, signed, "decline", thread, "-m", "It is lawful.")
    assert shut(run, signed) == set()
    submitted(run, signed, "reopen", thread, "-m", "It is not.", who=NORTHVALE)
    assert shut(run, signed) == {"blocking", "undecided"}
    submitted(run, signed, "withdraw", thread, who=NORTHVALE)
    assert shut(run, signed) == set()


def test_orphaned(signed: Clone, run: Run) -> None:
    """An open remark whose passage is gone shuts the gate until it is reattached and decided."""
    thread = remark(run, signed, "comment", "records", "--quote", "They are kept for two years.", "-m", "Why two?")
    signed.commit_file("policy/records.md", "# Records\n\nEntirely different content stands here today.\n", "Rewrite")
    assert "orphaned" in shut(run, signed)
    submitted(run, signed, "reattach", thread, "records", "--quote", "different content")
    assert "orphaned" not in shut(run, signed)


def test_placeholders(signed: Clone, run: Run) -> None:
    """A TBC shuts the gate and names its place; as new words it has to be read and signed off as well."""
    signed.commit_file("policy/records.md", signed.read("policy/records.md") + "\nOwner: TBC\n", "Leave it open")
    assert shut(run, signed) == {"placeholders", "signoffs", "coverage"}
    gate = next(g for g in ask(run, signed, "ready", code=1)["gates"] if g["name"] == "placeholders")
    row = gate["evidence"][0]
    assert signed.read(row["path"])[row["start"] : row["end"]] == "TBC"


def test_signoffs(signed: Clone, run: Run) -> None:
    """A changed text, an objection and a withdrawal shut the gate; a new sign-off opens it."""
    signed.commit_file("policy/records.md", "# Records\n\nPosts are records.\n", "Cut")
    assert shut(run, signed) == {"signoffs", "coverage", "stability"}
    for who in (NORTHVALE, SOUTHMERE):
        submitted(run, signed, "signoff", "no-objection", who=who)
    assert shut(run, signed) == set()
    assert "-m" in refused(run, signed, "signoff", "objection", who=NORTHVALE)
    submitted(run, signed, "signoff", "objection", "-m", "Name an owner.", who=NORTHVALE)
    assert shut(run, signed) == {"signoffs"}
    assert "Name an owner." in run(signed, "ready")[1]


def test_carried_out(signed: Clone, run: Run) -> None:
    """Accepted words that somebody who is no author took out of the text shut the gate, and the door of a release."""
    thread = accepted(run, signed, "must think", "think twice")
    assert "carried-out" not in shut(run, signed)
    signed.commit_edit("policy/principles.md", "think twice", "must think", "Put it back", who=NORTHVALE)
    assert "carried-out" in shut(run, signed)
    assert "not-in-text" in ask(run, signed, "show", thread)["flags"]
    ask(run, signed, "threads", "--flag", "not-in-text")
    assert "Decisions carried out" in refused(run, signed, "release", "1.0")


def test_an_agreed_change_is_carried_out_by_a_commit_that_changes_the_text(signed: Clone, run: Run) -> None:
    """Accepted without words it is not until then: neither the acceptance, nor a commit beside the draft, will do."""
    thread = remark(run, signed, "comment", "-m", "Name somebody to ask.")
    assert f"then: reviewtui done {thread[-4:]} --commit C" in run(signed, "accept", thread, "-m", "Yes.")[1]
    accepted = signed.git("rev-parse", "HEAD")
    assert "carried-out" in shut(run, signed)
    assert "changes no text" in refused(run, signed, "done", thread, "--commit", accepted)
    signed.git("switch", "-q", "-c", "aside")
    aside = signed.commit_file(
        "policy/principles.md", signed.read("policy/principles.md") + "\nAsk the editor.\n", "Name the editor"
    )
    signed.git("switch", "-q", "main")
    assert "no part of this draft" in refused(run, signed, "done", thread, "--commit", aside)
    signed.git("merge", "-q", "--no-ff", "-m", "Join", "aside")
    assert "carried-out" in shut(run, signed)
    ask(run, signed, "done", thread, "--commit", "HEAD")
    assert "carried-out" not in shut(run, signed)


def test_a_commit_without_a_change_carried_nothing_out(signed: Clone, run: Run) -> None:
    """The record may say so, from an older version of the tool or from somebody's own hand; the gate knows better."""
    thread = remark(run, signed, "comment", "-m", "Name somebody to ask.")
    accepted = ask(run, signed, "accept", thread, "-m", "Yes.")["commit"]
    changed = signed.commit_file(
        "policy/principles.md", signed.read("policy/principles.md") + "\nAsk the editor.\n", "Name the editor"
    )
    said = ask(run, signed, "done", thread, "--commit", changed)["commit"]
    (path,) = signed.git("show", "--format=", "--name-only", said).split()
    signed.write(path, signed.read(path).replace(changed, accepted))
    signed.git("commit", "-q", "-a", "--amend", "--no-edit")
    assert "the commit that is named for it changes no text" in run(signed, "ready")[1]
    assert "carried-out" in shut(run, signed)


def test_an_authors_later_change_is_carried_out(signed: Clone, run: Run) -> None:
    """What an author rewrites afterwards is the author's to rewrite."""
    thread = accepted(run, signed, "must think", "think twice")
    signed.commit_edit("policy/principles.md", "think twice", "pause", "Put it better", who=OFFICER)
    assert "not-in-text" not in ask(run, signed, "show", thread)["flags"]


def test_release_needs_readiness_or_a_reason(signed: Clone, run: Run) -> None:
    """Refused while a gate is shut, unless a reason is recorded; a reviewer releases nothing; each number once."""
    remark(run, signed, "comment", "-m", "Why?")
    assert "Remarks decided" in refused(run, signed, "release", "1.0")
    assert "author" in refused(run, signed, "release", "1.0", "--override", "It is needed now.", who=NORTHVALE)
    commit = ask(run, signed, "release", "1.0", "--override", "The cabinet meets today.")["commit"]
    assert signed.git("rev-parse", "1.0^{commit}") == commit
    assert signed.git("cat-file", "-t", "1.0") == "tag"
    assert "The cabinet meets today." in signed.git("show", commit)
    assert "already" in refused(run, signed, "release", "v1.0.0", "--override", "Again.")
    assert ask(run, signed, "verify")["ok"]


@pytest.mark.parametrize("reason", ["ok", "not relevant", "yes yes yes", "1.0."])
def test_a_mark_overrides_no_gate(signed: Clone, run: Run, reason: str) -> None:
    """What would be no reason to dismiss a finding is none to release what is not ready; nothing is committed."""
    remark(run, signed, "comment", "-m", "Why?")
    head = signed.git("rev-parse", "HEAD")
    assert f"\u201c{reason}\u201d is no reason to release all the same" in refused(
        run, signed, "release", "1.0", "--override", reason
    )
    assert signed.git("rev-parse", "HEAD") == head


def test_tags_and_releases_have_to_agree(signed: Clone, run: Run) -> None:
    """A missing tag is named and a moved one contradicts and blocks ready (docs/record.md)."""
    ask(run, signed, "release", "1.0")
    signed.git("tag", "-d", "1.0")
    assert {row["what"] for row in ask(run, signed, "verify", code=1)["findings"]} == {"missing-tag"}
    assert "1.0" in {row["name"] for row in ask(run, signed, "versions")["versions"]}
    signed.commit_file("policy/records.md", "# Records\n\nOther.\n", "Other")
    signed.git("tag", "-a", "-m", "x", "1.0")
    assert {row["what"] for row in ask(run, signed, "verify", code=1)["findings"]} == {"contradicted"}
    assert "record" in shut(run, signed)
