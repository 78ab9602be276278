"""Whole policies compared: renamed files, moved passages, classes of change."""

from reviewtui.text.diff import policy_diff
from reviewtui.text.diff.policy_diff import diff_policies

INTRO = "This policy says how officers take part in public networks, and why it is worth their while."
VAULT = "Each account has an owner who keeps its password in the vault and hands it over when she leaves."
THINK = "Officers must think before they post anything about a candidate, a party or a campaign."
REPLY = "The team answers a question from the public within two working days, or says when it will."


def changes(old, new):
    return [(file, change) for file in diff_policies(old, new).files for change in file.changes]


def test_the_same_policy_has_no_changes():
    """Unchanged files are listed, without changes."""
    texts = {"a.md": INTRO, "b.md": VAULT}
    diff = diff_policies(texts, texts)
    assert [file.changes for file in diff.files] == [(), ()]
    assert (diff.words_deleted, diff.words_inserted, diff.words_moved) == (0, 0, 0)


def test_a_renamed_file_is_compared_with_itself():
    """Only the changed words count."""
    old = {"a.md": f"{INTRO}\n\n{THINK}\n"}
    new = {"b.md": f"{INTRO}\n\n{THINK.replace('must', 'should')}\n"}
    [(file, change)] = changes(old, new)
    assert (file.old_path, file.new_path) == ("a.md", "b.md")
    assert (change.op, change.change_class, change.reason) == ("replace", "substantive", "must → should")
    assert old["a.md"][change.old_start : change.old_end] == "must"


def test_a_moved_passage_is_a_move():
    """It is neither deleted nor inserted, and counts as moved."""
    old = {"a.md": f"{INTRO}\n\n{VAULT}\n\n{THINK}\n\n{REPLY}\n"}
    new = {"a.md": f"{INTRO}\n\n{THINK}\n\n{REPLY}\n\n{VAULT}\n"}
    [(_, change)] = changes(old, new)
    assert (change.op, change.change_class, change.direction) == ("move", "editorial", "within")
    assert old["a.md"][change.old_start : change.old_end] == VAULT
    assert new["a.md"][change.new_start : change.new_end] == VAULT
    diff = diff_policies(old, new)
    assert (diff.words_deleted, diff.words_inserted, diff.words_moved) == (0, 0, len(VAULT.split()))


def test_a_passage_that_moved_to_another_file_stands_in_both():
    """Where it left and where it arrived; each names the other file."""
    old = {"a.md": f"{INTRO}\n\n{VAULT}\n\n{THINK}\n", "b.md": f"{REPLY}\n"}
    new = {"a.md": f"{INTRO}\n\n{THINK}\n", "b.md": f"{REPLY}\n\n{VAULT}\n"}
    found = {(file.new_path, change.direction, change.other_path) for file, change in changes(old, new)}
    assert found == {("a.md", "to", "b.md"), ("b.md", "from", "a.md")}


def test_a_passage_edited_while_it_moved_keeps_its_alarm():
    """The class of the move is that of its words."""
    edited = VAULT.replace("keeps", "may keep")
    old = {"a.md": f"{INTRO}\n\n{VAULT}\n\n{THINK}\n\n{REPLY}\n"}
    new = {"a.md": f"{INTRO}\n\n{THINK}\n\n{REPLY}\n\n{edited}\n"}
    [(_, change)] = changes(old, new)
    assert (change.op, change.change_class) == ("move", "substantive")


def test_a_new_duty_is_a_new_rule():
    """An inserted sentence with a duty."""
    [(_, change)] = changes({"a.md": INTRO}, {"a.md": f"{INTRO}\n\n{THINK}"})
    assert (change.op, change.change_class) == ("insert", "new-rule")


def test_new_and_dropped_files_are_whole_changes():
    """One side of the pair is empty."""
    diff = diff_policies({"a.md": INTRO}, {"b.md": "Something else altogether stands here now."})
    assert {(file.old_path, file.new_path) for file in diff.files} == {("a.md", None), (None, "b.md")}
    assert diff.words_deleted == len(INTRO.split())


def test_rewrapping_a_file_changes_nothing():
    """Line ends are no words."""
    assert changes({"a.md": f"{INTRO} {VAULT}"}, {"a.md": f"{INTRO} {VAULT}".replace(" ", "\n")}) == []


def test_what_a_move_leaves_of_a_list_is_nothing():
    """The bullet of a moved item is no change of its own."""
    old = {"a.md": f"{INTRO}\n\n* {VAULT}\n* {THINK}\n* {REPLY}\n"}
    new = {"a.md": f"{INTRO}\n\n* {THINK}\n* {REPLY}\n* {VAULT}\n"}
    assert [change.op for _, change in changes(old, new)] == ["move"]


def test_a_comparison_is_made_once():
    """Asked again for equal texts, in other objects, the same answer comes back."""
    old, new = {"a.md": f"{INTRO}\n\n{THINK}\n"}, {"a.md": f"{INTRO}\n\n{REPLY}\n"}
    again = {path: "".join(list(text)) for path, text in old.items()}
    assert diff_policies(old, new) is diff_policies(again, dict(new))


def test_long_versions_are_not_held_in_memory(monkeypatch):
    """They are compared anew."""
    monkeypatch.setattr(policy_diff, "KEPT_CHARACTERS", 100)
    old, new = {"a.md": INTRO}, {"a.md": VAULT}
    assert diff_policies(old, new) is not diff_policies(old, new)
    assert diff_policies(old, new) == diff_policies(old, new)
