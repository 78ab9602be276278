"""The outline says of each section what waits there."""

from reviewtui.views.findings.finding_marks import Flaw
from reviewtui.views.overview.news import News
from reviewtui.views.overview.outline import outline_rows
from reviewtui.workspace.workspace import Workspace
from tests.conftest import Clone


def test_the_outline_counts_findings_that_bar_a_release(review: Clone) -> None:
    """Each once, however many passages it has; one that is only told is none of them, as the legend says."""
    draft = Workspace.open(review.path).load()
    section = draft.policy.sections[0]
    names = ("one", "two", "three", "three")
    flaws = {section: tuple(Flaw(name, at, at + 1, "† check", name != "one") for at, name in enumerate(names))}
    counts = {row.title: row.findings for row in outline_rows(draft, News(), flaws)}
    assert counts[section.title] == 2
    assert sum(counts.values()) == 2
