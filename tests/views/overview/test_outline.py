"""The outline says of each section what waits there."""

from reviewtui.views.findings.finding_marks import Flaw
from reviewtui.views.overview.news import News
from reviewtui.views.overview.outline import outline_rows
from reviewtui.workspace.workspace import Workspace
from tests.conftest import Clone


def test_the_outline_counts_what_is_marked_beside_the_text(review: Clone) -> None:
    """Each finding once, however many passages it has: one sign means one thing on the whole screen."""
    draft = Workspace.open(review.path).load()
    section = draft.policy.sections[0]
    flaws = {section: tuple(Flaw(name, at, at + 1, "† check") for at, name in enumerate(("one", "two", "two")))}
    counts = {row.title: row.findings for row in outline_rows(draft, News(), flaws)}
    assert counts[section.title] == 2
    assert sum(counts.values()) == 2
