"""The versions over time: what was open then, what changed since the one before, as numbers and bars."""

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.policy.versions import Version
from reviewtui.domain.review.milestone import Milestone
from reviewtui.views.readiness.trend_plot import plot, trend_line, trend_rows
from reviewtui.views.styled_text import words_of
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask, remark
from tests.conftest import Clone, Run


def test_each_version_is_told_as_it_stood_then(review: Clone, run: Run) -> None:
    """A remark that is decided today was open in the release made before; words are counted from version to version."""
    thread = remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two?", "--blocking")
    ask(run, review, "release", "0.1", "--override", "It is a first look.")
    review.commit_edit("policy/records.md", "two years", "five years", "Longer")
    ask(run, review, "decline", thread, "-m", "It is five now.")
    first, now = ask(run, review, "versions", "--ready")["versions"]
    assert (first["open"], first["blocking"], first["words_changed"]) == (1, 1, None)
    assert (now["open"], now["blocking"], now["words_changed"]) == (0, 0, 2)
    assert (first["share"], now["share"]) == (None, None)
    assert all(row["share"] is None for row in ask(run, review, "versions")["versions"])
    space = Workspace.open(review.path)
    draft = space.load()
    table = words_of(trend_rows(space.judge.milestones(draft, space.judge.past_releases(draft))))
    assert "open remarks              1        0   █▁" in table


def test_a_narrow_screen_has_fewer_versions_and_whole_names() -> None:
    """No row is wider than the screen, and no name is cut to that of another version."""
    names = ("0.7.1", "0.8.0-rc.1", "0.8.0-rc.2", "0.8.0", "draft")
    milestones = [Milestone(Version(name, ""), number, 0, number * 100) for number, name in enumerate(names)]
    for width in range(50, 130, 10):
        rows = [words_of([row]) for row in trend_rows(milestones, width)]
        assert all(len(row) <= width for row in rows)
        assert rows[0].split()[-1] == "draft"
    assert rows[0].split()[2:] == list(names)


@given(st.lists(st.none() | st.integers(0, 10_000), max_size=12))
def test_bars_stand_for_their_values(values: list[int | None]) -> None:
    """One sign a value; the highest reaches the top, a missing one is blank, and more is never lower."""
    bars = plot(values)
    assert len(bars) == len(values)
    pairs = [(value, bar) for value, bar in zip(values, bars, strict=True) if value is not None]
    assert all(one[1] <= two[1] for one in pairs for two in pairs if one[0] <= two[0])
    assert all(bar == " " for value, bar in zip(values, bars, strict=True) if value is None)


def test_the_course_on_one_line_keeps_a_name_beside_its_number() -> None:
    """At 80 columns changed words are left out where they have no room; a line is never wider than it may be."""
    milestones = [Milestone(Version(name, ""), 20_000, 0, 385_100, 0.38) for name in ("0.10.1-rc.1", "draft")]
    assert words_of([trend_line(milestones, 90)]).endswith(
        "words changed \u2588\u2588 385,100  work done \u2588\u2588 38%"
    )
    short = words_of([trend_line(milestones, 76)])
    assert short == "since 0.10.1-rc.1:  open remarks \u2588\u2588 20000  work done \u2588\u2588 38%"
