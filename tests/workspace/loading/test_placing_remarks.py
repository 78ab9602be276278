"""Every anchor has its own placement, in order, and a placement that was found once is not looked for again."""

from dataclasses import replace

import pytest

from reviewtui.store.cache.placement_cache import PlacementCache
from reviewtui.text.placement.placement import Placer
from reviewtui.views.threads.card.conversation_lines import conversation_lines
from reviewtui.workspace.loading import placing_remarks
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask, remark
from tests.conftest import NORTHVALE, Clone, Run

TOPIC = '\n[[topics]]\nid = "records"\ntitle = "Records"\nterms = ["records"]\n'


def test_standings_run_parallel_to_anchors(review: Clone, run: Run) -> None:
    """A topic stands nowhere and shifts nothing: the passage behind it keeps its own place."""
    review.commit_file("reviews/settings.toml", review.read("reviews/settings.toml") + TOPIC, "Name a topic")
    also = ("--also", "records", "--also-quote", "two years")
    arguments = ("comment", "principles", "--quote", "two working days", *also, "-m", "Which two?")
    thread = str(ask(run, review, *arguments, who=NORTHVALE)["thread"])
    path = review.git("ls-files", "--others", "--", "reviews/threads")
    text = review.read(path)
    first = text.index("[[anchors]]")
    topic = '[[anchors]]\ntopic = "records"\n\n'
    review.write(path, text[:first] + topic + text[first:])
    ask(run, review, "submit", who=NORTHVALE)
    draft = Workspace.open(review.path).load()
    found = draft.review.threads[thread]
    places = draft.places(found)
    assert [placement is None for _, placement in places] == [True, False, False]
    for anchor, placement in places[1:]:
        assert placement is not None
        assert (placement.path, placement.start, placement.end) == (anchor.path, anchor.start, anchor.end)
    assert draft.placement(thread) is None
    passages = [line for line in conversation_lines(draft, found) if line.startswith("passage")]
    assert passages == ["passage  “two working days”", "passage  “two years”"]
    unplaced = Workspace.open(review.path).load(placed=False)
    assert all(placement is None for _, placement in unplaced.places(found))


def test_a_full_cache_forgets_nothing_that_is_asked_for(
    review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Making room comes before the work, so a thread known before keeps its place."""
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two?")
    workspace = Workspace.open(review.path)
    before = workspace.load().placements
    remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "How?")
    monkeypatch.setattr(placing_remarks, "_KEPT_STANDINGS", 0)
    after = workspace.load().placements
    assert before.items() <= after.items()
    assert all(len(placements) == 1 for placements in after.values())


def test_standings_are_kept_between_two_runs(review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second process that asks about the same text compares nothing, and answers the same."""
    monkeypatch.setattr("reviewtui.store.cache.placement_cache.WORTH_KEEPING", 1)
    remark(run, review, "comment", "principles", "--quote", "must think", "-m", "Why?")
    review.commit_edit("policy/principles.md", "must think", "may think", "Reword")
    before = Workspace.open(review.path).load().placements
    made: list[int] = []
    monkeypatch.setattr(Placer, "__init__", lambda *_: made.append(1))
    assert Workspace.open(review.path).load().placements == before
    assert made == []


def test_a_kept_standing_in_an_unknown_file_is_found_anew(
    review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cache that names a file which the text does not have is not believed."""
    monkeypatch.setattr("reviewtui.store.cache.placement_cache.WORTH_KEEPING", 1)
    remark(run, review, "comment", "principles", "--quote", "must think", "-m", "Why?")
    review.write("policy/principles.md", "# Principles\n\nOfficers must think.\n")
    workspace = Workspace.open(review.path)
    before = workspace.load().placements
    cache = PlacementCache(workspace.environment.repository.state_dir / "standings.msgpack")
    for text, found in cache._file.load().items():
        cache.keep(text, {name: replace(placement, path="policy/none.md") for name, placement in found.items()})
    assert Workspace.open(review.path).load().placements == before
