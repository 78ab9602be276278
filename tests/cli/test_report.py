"""The report: one page on where the review stands, printed or written, the same in every form."""

from tests.acting import ask, refused, remark, submitted
from tests.cli.test_release_documents import Tags
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run


def test_it_tells_state_work_grid_trend_and_who_is_silent(review: Clone, run: Run) -> None:
    """As Markdown on standard output; the one who has answered is not among those who have not."""
    ask(run, review, "release", "0.1", "--override", "For the partners.")
    submitted(run, review, "signoff", "objection", "-m", "Name an owner.", who=NORTHVALE)
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Too short | far.", "--blocking")
    code, page, _ = run(review, "report")
    assert (code, page.count("\n# ")) == (0, 0)
    assert page.startswith("# Social media policy: the review on ")
    silent = page[page.index("## Who has taken no position") : page.index("## Work")]
    assert "**Southmere Council**, asked on" in silent
    assert "no remarks, no position; has read 0 of 3 sections" in silent
    assert "Northvale" not in silent
    assert "| Remarks to decide | 0 | 1 |" in page or "| Remark to decide | 0 | 1 |" in page
    assert "objects (J. Reviewer on" in page
    assert "what would clear it: Name an owner." in page
    assert "“Too short \\| far.”" in page
    assert "| Section | Northvale Council | Southmere Council |" in page
    assert "| 0.1 |" in page
    assert "reviewtui" not in page[: page.index("## Blocking")]


def test_it_is_the_same_as_data(review: Clone, run: Run) -> None:
    """Names, grid and trend for scripts."""
    submitted(run, review, "signoff", "support", who=SOUTHMERE)
    data = ask(run, review, "report")
    assert (data["ready"], data["not_answered"], data["file"]) == (False, ["Northvale Council"], None)
    south = next(row for row in data["organisations"] if row["id"] == "southmere")
    assert (south["position"], south["read"], south["sections"], south["reported_by"]) == ("support", 3, 3, None)
    assert {row["steps"]["southmere"] for row in data["grid"]} == {"support"}
    assert [row["version"] for row in data["trend"]][-1] == "draft"
    assert data["work"]


def test_the_name_of_the_file_says_the_form(review: Clone, run: Run) -> None:
    """Markdown and HTML; another ending, or a file that is there, is refused and nothing is written."""
    markdown, html = (str(review.path / name) for name in ("state.md", "state.html"))
    assert run(review, "report", markdown)[0] == 0
    assert run(review, "report", html)[0] == 0
    page = Tags()
    page.feed(review.read("state.html"))
    assert (page.loads, page.names.count("h1"), "table" in page.names) == ([], 1, True)
    assert review.read("state.md") == run(review, "report")[1]
    assert "neither .md nor .html" in refused(run, review, "report", "state.pdf")
    assert "exists already" in refused(run, review, "report", markdown)


def test_a_review_of_nobody_says_so(policy: Clone, run: Run) -> None:
    """Without organisations there is nobody to name."""
    ask(run, policy, "init")
    assert "Nobody was asked yet." in run(policy, "report")[1]


def test_an_open_round_is_told_in_whole_words(review: Clone, run: Run) -> None:
    """Without the command of the terminal the sentence still ends where a sentence ends."""
    ask(run, review, "round", "open", "--until", "2099-01-01")
    page = run(review, "report")[1]
    assert "wait until it is over, then close it" in page
    assert ", then\n" not in page
