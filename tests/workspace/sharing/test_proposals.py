"""What people who may not push offer: it is listed for the author, and taken by a true merge when it is named."""

from pathlib import Path

import pytest

from reviewtui.store.git.process.environment import STARTED
from tests.acting import ask, event_file, program_at, refused, remark, submitted, thread_of, unchanged
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run
from tests.sharing import bare_of, bodies, clone_of, synced
from tests.store.test_bounds import bomb, commit_at

ADDRESS_OF_A_FORGE = ("Forge", "noreply@forge.example")


@pytest.fixture
def bare(review: Clone) -> Path:
    """The shared repository, whose main branch only the officer may push to."""
    made = bare_of(review)
    script = 'test "$1" != refs/heads/main -o "$GIT_COMMITTER_EMAIL" = officer@council.example'
    program_at(made / "hooks" / "update", script)
    return made


@pytest.fixture
def partner(bare: Path) -> Clone:
    """A partner's clone of it."""
    return clone_of(bare, "partner")


def squashed(bare: Path, branch: str, who: tuple[str, str]) -> None:
    """Do what a forge does with a request that is squashed: one commit of somebody else's, and the branch is gone."""
    forge = clone_of(bare, f"forge-{who[0].partition(' ')[0]}-{len(list(bare.parent.iterdir()))}")
    forge.git("merge", "-q", "--squash", f"origin/{branch}", who=who)
    forge.git("commit", "-q", "-m", f"Squash {branch}", who=who)
    forge.git(f"--git-dir={bare}", "fetch", "-q", str(forge.path), "main:main")


def test_the_author_is_told_and_takes_by_a_merge(review: Clone, partner: Clone, run: Run) -> None:
    """What a partner's refused push left on the server is listed with what it holds, and taken when it is named."""
    remark(run, partner, "comment", "-m", "First.")
    remark(run, partner, "comment", "principles", "-m", "Second.")
    assert synced(run, partner, who=NORTHVALE)["proposed"] == "proposal/reviewer"
    (offer,) = synced(run, review)["proposals"]
    assert (offer["name"], offer["types"], offer["only_adds_remarks"]) == ("reviewer", {"comment": 2}, True)
    assert bodies(run, review) == set()
    out = run(review, "sync")[1]
    assert "reviewer: 2 remarks, no change of text" in out
    assert "--take reviewer" in out
    taken = synced(run, review, "--take", "reviewer")
    assert (taken["taken"], taken["proposals"], taken["received"]["events"]) == (["reviewer"], [], 2)
    assert bodies(run, review) == {"First.", "Second."}
    assert len(review.git("show", "-s", "--format=%P", "HEAD").split()) == 2
    assert review.git("ls-remote", "origin", "main").startswith(review.git("rev-parse", "HEAD"))
    assert synced(run, review)["proposals"] == []
    assert ask(run, review, "verify")["ok"]


def test_a_partner_is_not_told(review: Clone, partner: Clone, bare: Path, run: Run) -> None:
    """Whoever does not decide has nothing to take, and nothing is fetched for them."""
    remark(run, partner, "comment", "-m", "First.")
    synced(run, partner, who=NORTHVALE)
    assert synced(run, clone_of(bare, "other"), who=SOUTHMERE)["proposals"] == []
    assert bodies(run, review) == set()


def test_requests_of_a_forge_are_listed(review: Clone, partner: Clone, bare: Path, run: Run) -> None:
    """Pull requests (GitHub, Gitea) and merge requests (GitLab) are seen; those about other things are not told."""
    for reference, body in (("pull/12", "Pulled."), ("merge-requests/3", "Merged.")):
        partner.git("reset", "-q", "--hard", "origin/main")
        remark(run, partner, "comment", "-m", body)
        partner.git("push", "-q", str(bare), f"HEAD:refs/{reference}/head")
    partner.git("reset", "-q", "--hard", "origin/main")
    partner.commit_file("code.py", "print()\n", "Something else", who=NORTHVALE)
    partner.git("push", "-q", str(bare), "HEAD:refs/pull/13/head")
    offers = {offer["name"]: offer["events"] for offer in synced(run, review)["proposals"]}
    assert offers == {"pull/12": 1, "merge-request/3": 1}
    synced(run, review, "--take", "pull/12", "--take", "merge-request/3")
    assert bodies(run, review) == {"Pulled.", "Merged."}
    assert not (review.path / "code.py").exists()


@pytest.mark.parametrize("kind", ["text", "settings", "event", "other"])
def test_what_changes_more_than_remarks_asks_first(
    review: Clone, partner: Clone, bare: Path, run: Run, kind: str
) -> None:
    """Text, settings, events already here and other files are named and need --yes; before that nothing is changed."""
    thread = remark(run, review, "comment", "-m", "Mine.")
    synced(run, review)
    partner.git("pull", "-q")
    path = {
        "text": "policy/records.md",
        "settings": "reviews/settings.toml",
        "event": event_file(thread),
        "other": "Makefile",
    }[kind]
    known = partner.read(path) if kind != "other" else "all:\n"
    partner.commit_file(
        path,
        known.replace("two years", "six years").replace("Social", "Other").replace("Mine.", "Yours."),
        "Change it",
        who=NORTHVALE,
    )
    remark(run, partner, "comment", "-m", "A remark.")
    partner.git("push", "-q", str(bare), "HEAD:refs/heads/proposal/sam")
    (offer,) = synced(run, review)["proposals"]
    assert not offer["only_adds_remarks"]
    with unchanged(review, but="refs"):
        line = refused(run, review, "sync", "--take", "sam")
        told = {"text": "policy/records.md", "settings": "settings", "event": "1 event", "other": "Makefile"}[kind]
        assert told in line
        assert "--yes" in line
    assert synced(run, review, "--take", "sam", "--yes")["taken"] == ["sam"]


def test_an_unknown_name_is_refused(review: Clone, bare: Path, run: Run) -> None:
    """The line names those that there are."""
    assert bare.exists()
    assert "No" not in refused(run, review, "sync", "--take", "nobody")
    assert "nobody" in refused(run, review, "sync", "--take", "nobody")


def test_the_same_words_on_both_sides_are_for_a_person(review: Clone, partner: Clone, bare: Path, run: Run) -> None:
    """A proposal that cannot be merged by itself says where, and is settled as any other conflict is."""
    text = review.read("policy/records.md")
    partner.commit_file("policy/records.md", text.replace("two years", "six years"), "Six", who=NORTHVALE)
    partner.git("push", "-q", str(bare), "HEAD:refs/heads/proposal/sam")
    review.commit_file("policy/records.md", text.replace("two years", "ten years"), "Ten")
    (offer,) = synced(run, review)["proposals"]
    assert offer["conflicts"] == ["policy/records.md"]
    ask(run, review, "sync", "--take", "sam", "--yes", code=3)
    synced(run, review, "--take", "sam", "--yes", "--resolve", "records=theirs")
    assert "six years" in review.read("policy/records.md")
    assert synced(run, review)["proposals"] == []


@pytest.mark.parametrize("who", [OFFICER, ADDRESS_OF_A_FORGE])
def test_taking_after_a_bad_squash_heals_the_record(
    review: Clone, partner: Clone, bare: Path, run: Run, who: tuple[str, str]
) -> None:
    """A forge that squashed under another name leaves a position without proof; the branch itself brings it."""
    thread = remark(run, partner, "comment", "principles", "-m", "First.", "--blocking")
    submitted(run, partner, "withdraw", thread, who=NORTHVALE)
    synced(run, partner, who=NORTHVALE)
    squashed(bare, "proposal/reviewer", who)
    (offer,) = synced(run, review)["proposals"]
    assert offer["proves"] >= 1
    assert thread_of(run, review, thread)["state"] != "withdrawn"
    synced(run, review, "--take", "reviewer")
    assert thread_of(run, review, thread)["state"] == "withdrawn"
    assert synced(run, review)["proposals"] == []
    assert ask(run, review, "verify")["ok"]


def test_a_fork_of_an_organisation_is_looked_at(review: Clone, partner: Clone, bare: Path, run: Run) -> None:
    """The settings name a partner's fork (format 2, written by itself); what lies there is taken by its id."""
    fork = bare.parent / "fork.git"
    review.git("clone", "-q", "--bare", str(bare), str(fork))
    code, _, err = run(
        review, "organisation", "add", "northvale", "--name", "Northvale Council", "--remote", f"file://{fork}"
    )
    assert (code, err) == (0, "")
    text = review.read("reviews/settings.toml")
    assert "format = 2" in text
    assert "northvale.example" in text
    remark(run, partner, "comment", "-m", "From the fork.")
    partner.git("push", "-q", str(fork), "HEAD:main")
    (offer,) = synced(run, review)["proposals"]
    assert (offer["name"], offer["events"]) == ("northvale", 1)
    synced(run, review, "--take", "northvale")
    assert bodies(run, review) == {"From the fork."}
    fork.rename(bare.parent / "gone.git")
    told = synced(run, review)
    assert any("fork of northvale" in note for note in told["notes"])


def test_an_address_that_runs_a_program_is_no_fork(review: Clone, run: Run) -> None:
    """Neither a transport that starts programs nor a folder without file:// can be named."""
    for address in ("ext::sh -c x", "../here", "--upload-pack=x"):
        arguments = ("organisation", "add", "northvale", "--name", "N", f"--remote={address}")
        assert "is not used" in refused(run, review, *arguments)


def test_taking_proves_what_was_only_carried(review: Clone, partner: Clone, bare: Path, run: Run) -> None:
    """A remark that the author's squash carries counts, and is listed as offered with its proof until that is taken."""
    thread = remark(run, partner, "comment", "principles", "-m", "First.")
    synced(run, partner, who=NORTHVALE)
    squashed(bare, "proposal/reviewer", OFFICER)
    (offer,) = synced(run, review)["proposals"]
    assert (offer["proves"], offer["events"], offer["only_adds_remarks"]) == (1, 0, True)
    assert "carried" in thread_of(run, review, thread)["flags"]
    synced(run, review, "--take", "reviewer")
    assert "carried" not in thread_of(run, review, thread)["flags"]
    assert synced(run, review)["proposals"] == []


def told(run: Run, clone: Clone) -> tuple[dict[str, object], list[str]]:
    """Return a clone's only remark but for what shows who wrote it, and its flags."""
    (row,) = ask(run, clone, "threads")["threads"]
    proof = {"flags", "identity", "carried_by", "committed_by", "commit"}
    return {key: value for key, value in row.items() if key not in proof}, row["flags"]


def test_clones_with_the_same_commits_show_the_same_of_who_wrote_it(
    review: Clone, partner: Clone, bare: Path, run: Run
) -> None:
    """After the author's squash the writer's clone alone has the proof; all else is equal, and taking it heals that."""
    remark(run, partner, "comment", "principles", "-m", "First.")
    synced(run, partner, who=NORTHVALE)
    squashed(bare, "proposal/reviewer", OFFICER)
    synced(run, review)
    synced(run, partner, who=NORTHVALE)
    other = clone_of(bare, "other")
    assert told(run, other) == told(run, review) == (told(run, partner)[0], ["carried"])
    assert told(run, partner)[1] == []
    assert "1 remark carried" in run(review, "status")[1]
    assert [ask(run, clone, "status")["carried"] for clone in (review, other, partner)] == [1, 1, 0]
    synced(run, review, "--take", "reviewer")
    synced(run, other, who=SOUTHMERE)
    synced(run, partner, who=NORTHVALE)
    assert told(run, other) == told(run, review) == told(run, partner) == (told(run, partner)[0], [])
    assert "carried" not in run(review, "status")[1]


@pytest.mark.slow
def test_a_proposal_of_too_many_files_holds_nothing_up(review: Clone, bare: Path, run: Run) -> None:
    """A tree bomb that somebody proposes is named, and the author's sync goes on."""
    planted = clone_of(bare, "planted")
    commit_at(planted, "policy/bomb", bomb(planted))
    planted.git("push", "-q", str(bare), "main:refs/heads/proposal/zed")
    told = synced(run, review)
    assert told["proposals"] == []
    assert any("zed" in note and "more than can be listed" in note for note in told["notes"])
    remark(run, review, "comment", "-m", "Mine.")
    assert synced(run, review)["sent"] == 1


def test_requests_for_other_files_cost_little(review: Clone, partner: Clone, bare: Path, run: Run) -> None:
    """A forge keeps what was closed for ever: each such request costs two children a sync, and one with a twin none."""
    for number in range(1, 4):
        partner.commit_file(f"code-{number}.txt", "x\n", "Code", who=NORTHVALE)
        partner.git("push", "-q", "origin", f"HEAD:refs/pull/{number}/head", f"HEAD:refs/pull/{number}0/head")
    synced(run, review)
    before = STARTED.total()
    assert synced(run, review)["proposals"] == []
    with_requests = STARTED.total() - before
    for reference in Clone(bare).git("for-each-ref", "--format=%(refname)", "refs/pull").split():
        Clone(bare).git("update-ref", "-d", reference)
    synced(run, review)
    before = STARTED.total()
    synced(run, review)
    assert with_requests - (STARTED.total() - before) <= 2 * 3 + 2
