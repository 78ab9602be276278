"""How far organisations have got: each step shows for the text that it was about, and for no other."""

from datetime import date

from reviewtui.domain.review.participation import participations
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask, remark
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run


def steps(clone: Clone, who: str) -> dict[str, str]:
    """Return the steps of one organisation, by the file's name."""
    draft = Workspace.open(clone.path).load()
    found = next(one for one in participations(draft, date(2026, 11, 22)) if one.organisation == who)
    return {path.removeprefix("policy/"): step for path, step in found.steps.items()}


def test_each_step_is_told_apart(review: Clone, run: Run) -> None:
    """Asked, read, read before it changed, remarked, agreed; a typo corrected leaves what was said in force."""
    assert set(steps(review, "northvale").values()) == {"asked"}
    ask(run, review, "read", "records", "principles", who=NORTHVALE)
    assert set(steps(review, "northvale").values()) == {"asked"}, "pending marks are nobody's business yet"
    ask(run, review, "submit", who=NORTHVALE)
    remark(run, review, "comment", "principles", "--quote", "Be kind", "-m", "Good.", who=NORTHVALE)
    found = steps(review, "northvale")
    assert (found["records.md"], found["principles.md"]) == ("read", "remarked")
    review.write("policy/records.md", review.read("policy/records.md").replace("two years", "five years"))
    review.commit("Longer")
    assert steps(review, "northvale")["records.md"] == "earlier"
    assert set(steps(review, "southmere").values()) == {"asked"}


def test_an_objection_stands_although_the_text_changed(review: Clone, run: Run) -> None:
    """An agreement goes with the words it was given to, an objection only with its maker's next word."""
    for who, position in ((NORTHVALE, "support"), (SOUTHMERE, "objection")):
        ask(run, review, "signoff", position, "-m", "We say so.", who=who)
        ask(run, review, "submit", who=who)
    assert set(steps(review, "northvale").values()) == {"agreed"}
    review.write("policy/records.md", review.read("policy/records.md").replace("two years", "five years"))
    review.commit("Longer")
    assert steps(review, "northvale")["records.md"] == "earlier"
    assert set(steps(review, "southmere").values()) == {"objects"}
