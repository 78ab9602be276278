"""A remark that nobody was told of yet can be changed; one that was submitted or answered stays as it was said."""

import json

import pytest

from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run


def _comment(review: Clone, run: Run) -> str:
    said = ("comment", "records", "--quote", "two years", "-m", "Why two?", "--json")
    return str(json.loads(run(review, *said, who=NORTHVALE)[1])["thread"])


def _shown(review: Clone, run: Run, thread: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(run(review, "show", thread, "--json")[1])
    return found


def test_a_pending_remark_gets_another_kind_and_weight(review: Clone, run: Run) -> None:
    """It keeps its id, its place and its one event; words that are not given stay."""
    thread = _comment(review, run)
    before = _shown(review, run, thread)
    code, out, _ = run(review, "revise", thread, "--kind", "question", "--blocking", who=NORTHVALE)
    assert (code, "Changed" in out) == (0, True)
    after = _shown(review, run, thread)
    assert (after["kind"], after["blocking"], after["body"]) == ("question", True, "Why two?")
    assert [after[key] for key in ("thread", "start", "end")] == [before[key] for key in ("thread", "start", "end")]
    assert len(after["events"]) == 1  # type: ignore[arg-type]
    assert run(review, "revise", thread, "--not-blocking", "-m", "Why not three?", who=NORTHVALE)[0] == 0
    after = _shown(review, run, thread)
    assert (after["kind"], after["blocking"], after["body"]) == ("question", False, "Why not three?")
    assert run(review, "submit", who=NORTHVALE)[0] == 0
    assert run(review, "verify")[0] == 0


def test_words_alone_are_said_anew_and_the_old_ones_stay(review: Clone, run: Run) -> None:
    """Without another kind or weight, a revision is an event of its own, pending or not."""
    thread = _comment(review, run)
    assert run(review, "revise", thread, "-m", "Why two years?", who=NORTHVALE)[0] == 0
    assert len(_shown(review, run, thread)["events"]) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize("how", ["submitted", "replied", "of another"])
def test_what_others_may_have_read_keeps_its_kind(review: Clone, run: Run, how: str) -> None:
    """Once it is committed, answered or not mine, one line says what to do instead, and nothing changes."""
    thread = _comment(review, run)
    if how == "submitted":
        run(review, "submit", who=NORTHVALE)
    elif how == "replied":
        run(review, "reply", thread, "-m", "Good question.", who=NORTHVALE)
    code, _, error = run(review, "revise", thread, "--blocking", who=SOUTHMERE if how == "of another" else NORTHVALE)
    assert code == 2
    assert "until it is submitted" in error
    assert _shown(review, run, thread)["blocking"] is False


def test_a_pending_suggestion_gets_other_words(review: Clone, run: Run) -> None:
    """The words of the suggestion change with its kind; words that change nothing are refused, as when it was made."""
    said = ("suggest", "records", "--quote", "two years", "--replace", "three years", "--json")
    thread = json.loads(run(review, *said, who=NORTHVALE)[1])["thread"]
    assert run(review, "revise", thread, "--replace", "five years", "--kind", "substance", who=NORTHVALE)[0] == 0
    shown = _shown(review, run, thread)
    assert (shown["replacement"], shown["kind"]) == ("five years", "substance")
    assert run(review, "revise", thread, "--replace", "two years", "--kind", "wording", who=NORTHVALE)[0] == 2
    other = _comment(review, run)
    assert run(review, "revise", other, "--replace", "five years", "--kind", "wording", who=NORTHVALE)[0] == 2
