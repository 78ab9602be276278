"""A file that is no event is set aside, named and counted; all others load."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.acting import ask, event_file, remark
from tests.conftest import NORTHVALE, Clone, Run
from tests.store.record.test_event_codec import BOMBS


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.data())
def test_any_byte_of_a_pending_event_may_rot(review: Clone, run: Run, data: st.DataObject) -> None:
    """Corrupting one file leaves the number of the other events as it was."""
    threads = [row["thread"] for row in ask(run, review, "threads")["threads"]]
    while len(threads) < 3:
        threads.append(ask(run, review, "comment", "principles", "-m", "Why?", who=NORTHVALE)["thread"])
    victim = min(threads)
    path = event_file(victim)
    good = (review.path / path).read_bytes()
    content = bytearray(good)
    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    review.write(path, bytes(content))
    answer = ask(run, review, "threads")
    others = {row["thread"] for row in answer["threads"]} - {victim}
    assert others == set(threads) - {victim}
    assert len(answer["threads"]) + len(answer["problems"]) >= 3
    review.write(path, good)


@pytest.mark.parametrize("committed", [False, True])
def test_bombs_and_rubbish_are_counted(review: Clone, run: Run, *, committed: bool) -> None:
    """Each bad file is a problem with its path and reason, and blocks the record gate."""
    thread = remark(run, review, "comment", "-m", "Ours.")
    letters = "0123456789abcdefghjkmnpqrs"
    for letter, content in zip(letters, BOMBS.values(), strict=False):
        name = f"01kb2m6y3t9v8w5x4z7q1r0pk{letter}"
        review.write(event_file(name), content)
    if committed:
        review.commit("Rubbish", who=NORTHVALE)
    answer = ask(run, review, "threads")
    assert [row["thread"] for row in answer["threads"]] == [thread]
    assert len(answer["problems"]) == len(BOMBS)
    assert all(problem["reason"] for problem in answer["problems"])
    gates = {gate["name"]: gate for gate in ask(run, review, "ready", code=1)["gates"]}
    assert len(gates["record"]["evidence"]) == len(BOMBS)
    assert len(ask(run, review, "verify", code=1)["findings"]) == len(BOMBS)


def test_an_event_in_the_wrong_place_is_set_aside(review: Clone, run: Run) -> None:
    """Name, folder and kind have to fit what a file holds."""
    thread = remark(run, review, "comment", "-m", "Ours.")
    path = event_file(thread)
    text = review.read(path)
    other = "01kb2m6y3t9v8w5x4z7q1r0pkf"
    for wrong in (
        event_file(thread, other),
        f"reviews/threads/kf/{other}/{thread}.toml",
        f"reviews/threads/zz/{thread}/{thread}.toml",
        f"reviews/signoffs/{thread}.toml",
        event_file(thread, "NOTES"),
    ):
        review.write(wrong, text)
        answer = ask(run, review, "threads")
        assert [row["thread"] for row in answer["threads"]] == [thread], wrong
        assert [problem["path"] for problem in answer["problems"]] == [wrong]
        (review.path / wrong).unlink()


def test_a_newer_type_is_counted_as_such(review: Clone, run: Run) -> None:
    """An unknown type needs a newer version and changes nothing else."""
    thread = remark(run, review, "comment", "-m", "Ours.")
    ask(run, review, "reply", thread, "-m", "x", who=NORTHVALE)
    path = review.git("ls-files", "--others", "--", "reviews/threads")
    review.write(path, review.read(path).replace('type = "reply"', 'type = "vote"'))
    answer = ask(run, review, "threads")
    assert [problem["what"] for problem in answer["problems"]] == ["newer"]
    assert "vote" in answer["problems"][0]["reason"]


def test_a_conversation_without_its_remark_waits(review: Clone, run: Run) -> None:
    """A reply whose remark is not here is named by `verify` and shown nowhere else."""
    thread = ask(run, review, "comment", "-m", "Ours.", who=NORTHVALE)["thread"]
    ask(run, review, "reply", thread, "-m", "x", who=NORTHVALE)
    (review.path / event_file(thread)).unlink()
    assert ask(run, review, "threads")["threads"] == []
    assert {row["what"] for row in ask(run, review, "verify", code=1)["findings"]} == {"rootless"}
