"""Only settings that an author has committed decide anything, and none that lie there are lost."""

import pytest

from tests.acting import ask, refused, remark, unchanged
from tests.conftest import NORTHVALE, Clone, Run

SETTINGS = "reviews/settings.toml"
UNHEARD = "\n[gates.undecided]\non = false\n\n[gates.record]\non = false\n"


def gates(run: Run, clone: Clone, code: int = 1) -> dict[str, bool]:
    """Return each gate that is judged with whether it passes."""
    return {gate["name"]: gate["passed"] for gate in ask(run, clone, "ready", code=code)["gates"]}


def test_gates_are_judged_by_committed_settings(review: Clone, run: Run) -> None:
    """An edit of the settings that nobody committed switches off no gate, asks nobody less and moves no target."""
    remark(run, review, "comment", "-m", "Why?")
    before = ask(run, review, "ready", code=1)
    text = review.read(SETTINGS).replace("asked = true", "asked = false").replace('"1.0"', '"2.0"')
    review.write(SETTINGS, text + UNHEARD)
    assert ask(run, review, "ready", code=1) == before
    assert not gates(run, review)["undecided"]


def test_a_release_needs_the_committed_settings(review: Clone, run: Run) -> None:
    """Settings that differ from HEAD's refuse a release, a reason to override or not, and nothing changes."""
    review.write(SETTINGS, review.read(SETTINGS) + UNHEARD)
    with unchanged(review):
        assert SETTINGS in refused(run, review, "release", "1.0", "--override", "It is needed now.")
    (review.path / SETTINGS).unlink()
    assert SETTINGS in refused(run, review, "release", "1.0", "--override", "It is needed now.")


def test_the_record_always_counts(review: Clone, run: Run) -> None:
    """A committed setting can switch off a gate, but never the one that says whether the record can be believed."""
    review.commit_file(SETTINGS, review.read(SETTINGS) + UNHEARD, "Switch two gates off")
    assert "undecided" not in gates(run, review)
    assert "record" in gates(run, review)


@pytest.mark.parametrize("content", ["format = 99\nnew = true\n", "not toml at all", ""])
@pytest.mark.parametrize("committed", [True, False])
def test_init_overwrites_no_settings(policy: Clone, run: Run, content: str, committed: bool) -> None:  # noqa: FBT001
    """Settings of any kind, of a newer format too, keep their bytes: init refuses."""
    policy.write(SETTINGS, content)
    if committed:
        policy.commit("Settings")
    with unchanged(policy):
        assert SETTINGS in refused(run, policy, "init", "--policy", "policy")


def test_init_overwrites_no_settings_that_only_head_has(review: Clone, run: Run) -> None:
    """Settings that were deleted in the work tree are still HEAD's."""
    (review.path / SETTINGS).unlink()
    assert "already" in refused(run, review, "init", "--policy", "policy")


def test_settings_written_by_hand_say_commit_me(policy: Clone, run: Run) -> None:
    """Valid settings that are not committed yet lead to one sentence everywhere: commit them; then all works."""
    policy.write(
        SETTINGS,
        'format = 1\npolicy_id = "01kb2m6y3t9v8w5x4z7q1r0pka"\nfolder = "policy"\n'
        'authors = ["Policy Officer <officer@council.example>"]\n',
    )
    for arguments in (("init", "--policy", "policy"), ("comment", "-m", "Why?"), ("submit",)):
        assert f"git add {SETTINGS} && git commit" in refused(run, policy, *arguments)
    policy.commit("Settings")
    remark(run, policy, "comment", "-m", "Why?", who=NORTHVALE)
