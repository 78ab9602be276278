"""Stories of a repository that holds two policies: each review is found where one stands, and none is the other's."""

import io
import json
import shutil
from pathlib import Path

import pytest

from reviewtui.cli.opening_app import chosen_policy
from reviewtui.domain.settings.review_home import KnownReview, ReviewHome, SeveralPolicies
from reviewtui.store.git.process.environment import STARTED
from reviewtui.store.git.repository import open_repository
from reviewtui.store.local.trust_memory import TrustMemory
from reviewtui.workspace.loading.first_page import first_page
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask, refused, remark, submitted
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, FromTemplate, Run, begun, drafted
from tests.sharing import bare_of, clone_of, synced, tips

TRAVEL = "# Travel\n\nOfficers should take the train. Officers must keep receipts.\n"
RECORD = "reviews/policies/travel"
SOUTHMERE_COUNCIL = ("--name", "Southmere", "--domain", "southmere.example")
CLERK = ("Travel Clerk", "clerk@council.example")


def _both(review: Clone, run: Run) -> None:
    review.commit_file("travel/index.md", TRAVEL, "Draft the travel policy", CLERK)
    assert run(review, "init", "--policy", "travel", who=CLERK)[0] == 0
    ask(run, review, "--policy", "travel", "organisation", "add", "southmere", *SOUTHMERE_COUNCIL, who=CLERK)


@pytest.fixture
def both(from_template: FromTemplate) -> Clone:
    """A repository with the review of a second policy, founded by somebody who is no author of the first."""
    return from_template(drafted, begun, _both)


def at(clone: Clone, folder: str = "travel") -> Clone:
    """Return the same repository for somebody who stands in one of its folders."""
    return Clone(clone.path / folder)


def opened(clone: Clone, policy: str = "") -> Workspace:
    """Return the workspace of one of the policies."""
    return Workspace.open(clone.path, policy)


def test_the_first_one_stays_as_it_is(review: Clone, run: Run) -> None:
    """Beginning the review of a second policy changes no file of the first; its record lies in a folder of its name."""
    before = review.git("ls-tree", "-r", "HEAD")
    review.commit_file("travel/index.md", TRAVEL, "Draft the travel policy")
    told = ask(run, review, "init", "--policy", "travel")

    after = review.git("ls-tree", "-r", "HEAD")
    assert told["path"] == f"{RECORD}/settings.toml"
    assert set(before.splitlines()) < set(after.splitlines())
    assert set(review.git("ls-files", "reviews/policies").splitlines()) == {
        f"{RECORD}/settings.toml",
        f"{RECORD}/.gitattributes",
    }


@pytest.mark.parametrize("folder", ["travel", RECORD])
def test_it_is_found_where_one_stands(both: Clone, run: Run, folder: str) -> None:
    """Who stands in the folder of a policy, or of its record, means that policy."""
    thread = ask(run, at(both, folder), "comment", "index", "--quote", "take the train", "-m", "Which?")["thread"]

    assert [row["thread"] for row in ask(run, at(both), "threads")["threads"]] == [thread]
    assert ask(run, at(both, "policy"), "threads")["threads"] == []
    assert ask(run, at(both), "status")["sections"][0]["title"] == "Travel"
    (path,) = (both.path / RECORD / "threads").rglob("*.toml")
    assert thread in str(path)


def test_who_stands_in_neither_is_asked_to_say_which(both: Clone, run: Run) -> None:
    """In a folder of neither a command names the policies and does nothing; --policy says which, before or behind."""
    both.write("minutes/may.txt", "Nothing.\n")
    told = refused(run, at(both, "minutes"), "status")
    assert "policy (“Social media policy”), travel (“Travel”)" in told
    assert "--policy travel" in told
    assert refused(run, at(both, "minutes"), "comment", "index", "--whole", "-m", "Words") == told
    assert ask(run, both, "--policy", "travel", "status") == ask(run, both, "status", "--policy", "travel")
    assert ask(run, both, "status", "--policy", "policy") == ask(run, at(both, "policy"), "status")
    assert "There is no policy 'wages'" in refused(run, both, "status", "--policy", "wages")


def test_at_the_root_it_is_the_first_one(both: Clone, run: Run) -> None:
    """What stood there before a second one was begun stays: commands at the root work as they did."""
    assert ask(run, both, "status") == ask(run, at(both, "policy"), "status")


_BESIDE = """format = 1
policy_id = "01kb2m6y3t9v8w5x4z7q1r0pka"
title = "Mine"
folder = "{}"
authors = ["E <e@x.example>"]
"""


@pytest.mark.parametrize("settings", ["x = [[[", "", *map(_BESIDE.format, (".", "policy", "policy/in", "other"))])
@pytest.mark.parametrize("breaks", ["", "format = [[[", None], ids=["kept", "broken", "gone"])
def test_nobody_s_folder_beside_the_first_comes_between(review: Clone, settings: str, breaks: str | None) -> None:
    """Junk, and a review around, in or at the first's own text, even with the first's settings broken or gone."""
    review.commit_file("policy/in/more.md", "# More\n\nMore.\n", "More")
    review.write("reviews/policies/a/settings.toml", settings)
    if breaks is None:
        (review.path / "reviews" / "settings.toml").unlink()
    elif breaks:
        review.write("reviews/settings.toml", breaks)
    review.commit("Beside", NORTHVALE)
    for folder in ("", "policy", "policy/in", "reviews"):
        assert Workspace.open(review.path / folder).load().settings.title == "Social media policy", folder


def test_who_stands_where_two_claim_a_folder_is_asked(both: Clone, run: Run) -> None:
    """A third that names the second's folder takes nothing from it: the command says that there are two."""
    both.commit_file("reviews/policies/a/settings.toml", _BESIDE.format("travel"), "Beside", NORTHVALE)
    assert "a (“Mine”), travel (“Travel”)" in refused(run, at(both), "status")
    assert ask(run, at(both), "--policy", "travel", "status")["sections"][0]["title"] == "Travel"


def test_broken_settings_of_the_second_hand_its_folder_to_nobody(both: Clone) -> None:
    """Whoever stands there means it still, by the settings that its history has in force."""
    both.commit_file(f"{RECORD}/settings.toml", "format = [[[[\n", "Break them", NORTHVALE)
    assert Workspace.open(both.path / "travel").load().settings.title == "Travel"


@pytest.mark.parametrize("settings", ["x = [[[", _BESIDE])
def test_a_sync_looks_into_so_many_only(both: Clone, run: Run, settings: str) -> None:
    """Folders without number that somebody pushed cost a sync neither time nor lines, and are counted."""
    bare_of(both)
    for number in range(70):
        both.write(f"reviews/policies/a{number}/settings.toml", settings.replace("{}", f"a{number}"))
    both.commit("Many", NORTHVALE)
    before = sum(STARTED.values())
    told = [note for note in synced(run, both)["notes"] if "reviews/policies" in note]
    assert "not read besides" in told[-1]
    assert len(told) <= 4
    assert sum(STARTED.values()) - before < 500


def test_each_has_its_own_roles(both: Clone, run: Run) -> None:
    """The author of one is nobody in the other."""
    thread = remark(run, at(both), "comment", "index", "--quote", "take the train", "-m", "Which?", who=SOUTHMERE)
    assert "not one of the authors" in refused(run, at(both), "note", thread, who=OFFICER)
    ask(run, at(both), "note", thread, who=CLERK)
    (row,) = ask(run, at(both), "threads")["threads"]
    assert (row["state"], row["organisation"]) == ("noted", "southmere")
    other = remark(run, at(both, "policy"), "comment", "records", "--whole", "-m", "Long?")
    assert "not one of the authors" in refused(run, at(both, "policy"), "note", other, who=CLERK)


def test_releases_are_tagged_with_the_name(both: Clone, run: Run) -> None:
    """A release of the second has a tag and documents of its own; neither knows the versions of the other."""
    ask(run, at(both), "release", "1.0", "--override", "It is needed now", who=CLERK)
    ask(run, at(both, "policy"), "release", "2.0", "--override", "It is needed now")

    assert both.git("tag").split() == ["2.0", "travel/1.0"]
    assert (both.path / RECORD / "releases" / "1.0" / "CHANGELOG.md").is_file()
    assert [row["name"] for row in ask(run, at(both), "versions")["versions"]] == ["1.0", "draft"]
    assert [row["name"] for row in ask(run, at(both, "policy"), "versions")["versions"]] == ["2.0", "draft"]
    for folder in ("travel", "policy"):
        assert ask(run, at(both, folder), "verify")["ok"]
    assert ask(run, at(both), "diff", "1.0", "draft") == ask(run, at(both), "diff", "travel/1.0", "draft")


def test_a_missing_tag_is_named_with_its_whole_name(both: Clone, run: Run) -> None:
    """What `verify` says of a release without a tag repairs it when it is followed."""
    ask(run, at(both), "release", "1.0", "--override", "It is needed now", who=CLERK)
    both.git("tag", "-d", "travel/1.0")
    (finding,) = ask(run, at(both), "verify", code=1)["findings"]
    assert "travel/1.0" in finding["repair"]
    both.git("tag", "-a", "-m", "Release", "travel/1.0", finding["repair"].split()[-1])
    assert ask(run, at(both), "verify")["ok"]


def test_version_tags_found_at_the_beginning_are_its_own(review: Clone, run: Run) -> None:
    """Beginning the second claims the tags of its name, and none of the first."""
    review.git("tag", "0.1")
    review.git("tag", "travel/0.2")
    review.commit_file("travel/index.md", TRAVEL, "Draft the travel policy")
    ask(run, review, "init", "--policy", "travel")
    assert [row["name"] for row in ask(run, at(review), "versions")["versions"]] == ["0.2", "draft"]


def test_an_event_of_one_never_counts_in_the_other(both: Clone, run: Run) -> None:
    """A decision that is copied into the record of the other policy is refused there: it names the policy it is of."""
    thread = remark(run, at(both, "policy"), "comment", "records", "--whole", "-m", "Long?", who=OFFICER)
    ask(run, at(both, "policy"), "note", thread)
    submitted(run, at(both, "policy"), "signoff", "support", who=NORTHVALE)
    for room in ("threads", "signoffs"):
        shutil.copytree(both.path / "reviews" / room, both.path / RECORD / room)
    both.commit("Replay the record of one policy in the other", CLERK)

    (row,) = ask(run, at(both), "threads")["threads"]
    assert "refused" in row["flags"]
    told = ask(run, at(both), "verify", code=1)["findings"]
    assert {finding["what"] for finding in told} >= {"refused"}
    assert ask(run, at(both, "policy"), "verify")["ok"]
    assert len(opened(both, "travel").load().review.refused()) == 3


def test_one_sync_carries_both(both: Clone, run: Run) -> None:
    """A push and a fetch share remarks, settings and releases of both, wherever one stands, without a choice."""
    bare = bare_of(both)
    other = clone_of(bare, "other")
    submitted(run, at(other), "comment", "index", "--quote", "the train", "-m", "Which?", "--json", who=SOUTHMERE)
    remark(run, at(other, "policy"), "comment", "records", "--whole", "-m", "Long?")
    synced(run, other, who=NORTHVALE)
    ask(run, at(both), "release", "1.0", "--override", "It is needed now", who=CLERK)
    told = run(both, "sync")[1]
    assert "2 events (2 comments) of Northvale Council, Southmere" in told, told
    synced(run, other, who=NORTHVALE)
    for clone in (both, other):
        assert [row["body"] for row in ask(run, at(clone), "threads")["threads"]] == ["Which?"]
        assert [row["body"] for row in ask(run, at(clone, "policy"), "threads")["threads"]] == ["Long?"]
    assert other.git("tag") == "travel/1.0"
    assert ask(run, at(other), "verify")["ok"]


def test_settings_of_the_second_are_merged_key_by_key(both: Clone, run: Run) -> None:
    """Two clones name an organisation each in the second policy; both are there after a sync, and a clash is asked."""
    bare = bare_of(both)
    other = clone_of(bare, "other")
    for clone, name in ((both, "eastbrook"), (other, "westfield")):
        ask(run, at(clone), "organisation", "add", name, "--name", name.capitalize(), who=CLERK)
    synced(run, other, who=CLERK)
    synced(run, both, who=CLERK)
    assert set(opened(both, "travel").load().settings.organisations) == {"southmere", "eastbrook", "westfield"}
    synced(run, other, who=CLERK)

    for clone, name in ((both, "A"), (other, "B")):
        ask(run, at(clone), "organisation", "add", "southmere", "--name", name, who=CLERK)
    synced(run, other, who=CLERK)
    (conflict,) = synced(run, both, who=CLERK, code=3)["conflicts"]
    assert conflict["section"] == "travel/settings"
    assert conflict["path"] == f"{RECORD}/settings.toml"
    assert "only an author" in refused(run, both, "sync", who=NORTHVALE)
    synced(run, both, "--resolve", "travel/settings=theirs", who=CLERK)
    assert opened(both, "travel").load().settings.organisations["southmere"].name == "B"


def test_only_an_author_merges_settings_of_however_many_policies(both: Clone, run: Run) -> None:
    """Where more policies lie before the second than a sync looks into, its settings are an author's to merge still."""
    for number in range(55):
        both.write(f"reviews/policies/a{number}/settings.toml", _BESIDE.replace("{}", f"a{number}"))
    both.commit("Many", NORTHVALE)
    bare = bare_of(both)
    other = clone_of(bare, "other")
    for clone, name in ((both, "eastbrook"), (other, "westfield")):
        ask(run, at(clone), "organisation", "add", name, "--name", name.capitalize(), who=CLERK)
    synced(run, other, who=CLERK)
    before = both.git("rev-parse", "HEAD"), tips(bare)
    assert f"Both sides changed {RECORD}/settings.toml, and only an author" in refused(run, both, "sync", who=OFFICER)
    assert (both.git("rev-parse", "HEAD"), tips(bare)) == before
    synced(run, both, who=CLERK)
    assert set(opened(both, "travel").load().settings.organisations) == {"southmere", "eastbrook", "westfield"}


def test_a_conflict_of_words_is_named_by_the_path_in_the_other(both: Clone, run: Run) -> None:
    """Both policies have an index; a conflict in the one where one does not stand is named by its path."""
    bare = bare_of(both)
    other = clone_of(bare, "other")
    for clone, word in ((both, "tram"), (other, "bus")):
        clone.commit_file("travel/index.md", TRAVEL.replace("train", word), f"Take the {word}")
    synced(run, other)
    (conflict,) = synced(run, at(both, "policy"), code=3)["conflicts"]
    assert conflict["section"] == "travel/index.md"
    (conflict,) = synced(run, at(both), code=3)["conflicts"]
    assert conflict["section"] == "index.md"
    synced(run, at(both, "policy"), "--resolve", "travel/index.md=theirs")
    assert "bus" in both.read("travel/index.md")


def test_a_pack_carries_both(both: Clone, run: Run, tmp_path: Path) -> None:
    """A pack holds both records and the tags of both; who unpacks it has both."""
    other = clone_of(bare_of(both), "other")
    ask(run, at(both), "release", "1.0", "--override", "It is needed now", who=CLERK)
    remark(run, at(both, "policy"), "comment", "records", "--whole", "-m", "Long?")
    assert ask(run, both, "pack", str(tmp_path / "p.bundle"))["versions"] == ["travel/1.0"]
    ask(run, other, "unpack", str(tmp_path / "p.bundle"))
    assert other.git("tag") == "travel/1.0"
    assert len(ask(run, at(other, "policy"), "threads")["threads"]) == 1


@pytest.mark.parametrize("kind", ["docx", "xlsx", "criticmarkup"])
def test_a_returned_file_of_the_other_is_refused_by_name(both: Clone, run: Run, tmp_path: Path, kind: str) -> None:
    """A file that was made from one policy is not taken by the other, which says where it belongs."""
    ending = {"criticmarkup": "md"}.get(kind, kind)
    submitted(run, at(both), "comment", "index", "--quote", "the train", "-m", "Which?", who=SOUTHMERE)
    ask(run, at(both), "export", kind, str(tmp_path / f"sent.{ending}"))
    told = refused(run, at(both, "policy"), "import", str(tmp_path / f"sent.{ending}"))
    assert "“Travel”, another policy of this repository" in told
    assert "--policy travel" in told


def test_a_proposal_for_the_second_is_told_and_taken(both: Clone, run: Run) -> None:
    """An author of the first, standing anywhere, is told of a proposal for the second, and can take it."""
    bare = bare_of(both)
    other = clone_of(bare, "other")
    remark(run, at(other), "comment", "index", "--quote", "the train", "-m", "Which?", who=SOUTHMERE)
    other.git("push", "-q", "origin", "HEAD:refs/heads/proposal/sam")
    (proposal,) = synced(run, both)["proposals"]
    assert proposal["events"] == 1
    synced(run, both, "--take", "sam")
    assert [row["body"] for row in ask(run, at(both), "threads")["threads"]] == ["Which?"]


def test_a_second_of_the_same_name_elsewhere_is_refused(review: Clone, run: Run) -> None:
    """Where two clones began different reviews under one name, joining them says so and changes nothing."""
    bare = bare_of(review)
    other = clone_of(bare, "other")
    for clone in (review, other):
        clone.commit_file("travel/index.md", TRAVEL, "Draft the travel policy")
        ask(run, clone, "init", "--policy", "travel")
    synced(run, other)
    before = review.git("rev-parse", "HEAD")
    assert "holds another review (“Travel”" in refused(run, review, "sync")
    assert review.git("rev-parse", "HEAD") == before


def test_folders_that_lie_in_each_other_are_refused(both: Clone, run: Run) -> None:
    """No section belongs to two policies."""
    both.commit_file("policy/annex/index.md", "# Annex\n\nWords.\n", "Add an annex")
    assert "lie in each other" in refused(run, both, "init", "--policy", "policy/annex")
    assert "lie in each other" in refused(run, both, "init", "--policy", ".")
    assert "has a review already" in refused(run, both, "init", "--policy", "travel")
    assert "init --policy DIR" in refused(run, both, "init")


def test_two_folders_of_one_name_get_two_names(both: Clone, run: Run) -> None:
    """The name comes from the folder's last part, and from more of it where that is taken."""
    both.commit_file("old/travel/index.md", "# Old travel\n\nWords.\n", "Bring the old one")
    assert ask(run, both, "init", "--policy", "old/travel")["path"] == "reviews/policies/old-travel/settings.toml"
    assert ask(run, both, "--policy", "old-travel", "status")["sections"][0]["title"] == "Old travel"


def test_what_a_clone_keeps_is_kept_for_each(both: Clone) -> None:
    """Typed words, caches and known keys of one policy lie apart from those of the other."""
    first, second = opened(both, "policy"), opened(both, "travel")
    assert first.unsaved.folder != second.unsaved.folder
    assert first.unsaved.folder == open_repository(both.path).work_tree_state_dir / "typed"
    known = [TrustMemory(space.environment.repository).read() for space in (first, second)]
    assert [memory.authors for memory in known if memory] == [(OFFICER[1],), (CLERK[1],)]


def test_a_record_that_is_a_link_is_not_followed(both: Clone, run: Run, tmp_path: Path) -> None:
    """A folder of policies that leads elsewhere holds nothing that counts, and is named."""
    shutil.copytree(both.path / "reviews" / "policies", tmp_path / "elsewhere")
    both.git("rm", "-rq", "--cached", "reviews/policies")
    shutil.rmtree(both.path / "reviews" / "policies")
    (both.path / "reviews" / "policies").symlink_to(tmp_path / "elsewhere")
    both.commit("Lead elsewhere")
    assert ask(run, both, "status")["sections"][0]["title"] == "About this policy"
    assert "no policy 'travel'" in refused(run, both, "status", "--policy", "travel")


def test_settings_that_are_gone_do_not_hand_a_policy_to_the_first(both: Clone) -> None:
    """Where the files of the second were deleted from the work tree, its folder still is not the first one's."""
    shutil.rmtree(both.path / "reviews" / "policies")
    draft = Workspace.open(both.path / "travel").load()
    assert draft.settings.title == "Travel"
    assert any(problem.path == f"{RECORD}/settings.toml" for problem in draft.problems)


def test_a_stranger_s_bomb_beside_it_does_not_stop_the_first(both: Clone, run: Run) -> None:
    """Settings of the second that cannot be read are told where they are asked for; the first works on."""
    both.commit_file(f"{RECORD}/settings.toml", "format = [[[[\n", "Break them", NORTHVALE)
    assert ask(run, at(both, "policy"), "status")["sections"]
    assert ask(run, both, "--policy", "travel", "status")["sections"][0]["title"] == "Travel"


def test_the_app_asks_which_one_to_open(both: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stands in neither chooses by number or name; the app is opened in a folder where only that one is meant."""
    (both.path / "minutes").mkdir()
    with pytest.raises(SeveralPolicies) as several:
        first_page(both.path / "minutes")
    monkeypatch.setattr("sys.stdin", io.StringIO("Elsewhere\nTravel\n"))
    assert chosen_policy(several.value) == "travel"
    monkeypatch.setattr("sys.stdin", io.StringIO("7\n2\n"))
    chosen = chosen_policy(several.value)
    assert chosen == "travel"
    folder = opened(both, chosen).folder
    page = first_page(folder)
    assert page.policy is not None
    assert page.policy.sections[0].title == "Travel"
    assert Workspace.open(folder).load().settings.title == "Travel"
    assert run(both, "--policy", "travel")[2].startswith("The app needs a terminal")


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("Same\nhandbook\n", "handbook"), ("1\n", "1"), ("Alpha\n", "Alpha"), ("alpha\n", "Alpha"), ("3\n", "1")],
)
def test_a_name_that_could_mean_two_policies_is_asked_again(
    typed: str, chosen: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Equal titles are asked, a number is the line only where no policy has that name, and capitals do not matter."""
    homes = ((ReviewHome(), "Alpha"), (ReviewHome("handbook"), "beta"), (ReviewHome("1"), "gamma"))
    titles = ("Same", "Same", "Third")
    reviews = [KnownReview(home, folder, title) for (home, folder), title in zip(homes, titles, strict=True)]
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert chosen_policy(SeveralPolicies(reviews)) == chosen
    assert ("Several policies are called 'Same': Alpha, handbook." in capsys.readouterr().err) == ("Same" in typed)


def test_lines_of_a_script_need_no_choice(both: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`trace --jsonl` names paths from the root, so that it answers at the root of a repository with two policies."""
    head = both.git("rev-parse", "HEAD")
    question = {"id": 1, "old_commit": head, "old_path": "travel/index.md", "old_start": 10, "old_end": 31}
    line = json.dumps(question | {"new_commit": head})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line.encode() + b"\n"), "utf-8"))
    code, out, _ = run(both, "trace", "--jsonl")
    assert (code, json.loads(out)["placement"]) == (0, "exact")


def test_a_table_without_a_mark_counts_for_no_policy_by_chance(both: Clone, run: Run, tmp_path: Path) -> None:
    """Rows that are remarks of the other are refused by its name, new rows until somebody names the policy."""
    submitted(run, at(both), "comment", "index", "--quote", "the train", "-m", "Which?", who=SOUTHMERE)
    ask(run, at(both), "export", "csv", str(tmp_path / "sent.csv"))
    for arguments in ((at(both, "policy"),), (both, "--policy", "policy")):
        told = refused(run, *arguments, "import", str(tmp_path / "sent.csv"))
        assert "This table holds remarks of “Travel”, another policy of this repository" in told
    assert ask(run, at(both), "import", str(tmp_path / "sent.csv"), who=CLERK)["count"] == 0
    head = (tmp_path / "sent.csv").read_text("utf-8-sig").splitlines()[0]
    row = '"Southmere","","","","ge","Why?","",""'
    (tmp_path / "new.csv").write_text(f"{head}\n{row}\n", "utf-8")
    told = refused(run, at(both, "policy"), "import", str(tmp_path / "new.csv"))
    assert "--policy POLICY import new.csv" in told
    person = "Pat Adviser <pat@southmere.example>"
    named = ask(run, both, "--policy", "policy", "import", str(tmp_path / "new.csv"), "--dry-run", "--as", person)
    assert len(named["acts"]) == 1


def test_a_log_that_follows_renames_tells_the_same(both: Clone, run: Run) -> None:
    """The record of the second review is one path, which git follows where log.follow asks for that."""
    remark(run, at(both), "comment", "index", "-m", "Which one?", who=CLERK)
    before = ask(run, at(both), "threads")
    both.git("config", "log.follow", "true")
    assert ask(run, at(both), "threads") == before
    assert ask(run, at(both), "verify")["ok"] is True
