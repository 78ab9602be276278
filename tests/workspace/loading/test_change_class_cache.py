"""What a clone has classed once it knows in the next command, and never believes where it might be false."""

from pathlib import Path

import pytest

from reviewtui.store.git.repository import open_repository
from reviewtui.text.diff import hunk_classes, policy_diff, text_comparison
from reviewtui.text.diff.policy_diff import PolicyDiff, compare_policies
from reviewtui.text.diff.text_comparison import TextComparisons
from reviewtui.workspace.loading import change_class_cache
from reviewtui.workspace.loading.change_class_cache import classes_kept, pair_name
from tests.conftest import Clone

OLD = "".join(f"Officers must keep the log of visit {n} for two years.\n\n" for n in range(9))
NEW = OLD.replace("must", "may")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The changes that were classed anew."""
    classed: list[str] = []
    real = hunk_classes.hunk_class
    monkeypatch.setattr(hunk_classes, "hunk_class", lambda *change: classed.append("") or real(*change))
    return classed


def another_process(review: Clone, monkeypatch: pytest.MonkeyPatch, new: str = NEW) -> PolicyDiff:
    """Compare two texts with nothing in memory."""
    comparisons = TextComparisons(100_000)
    monkeypatch.setattr(policy_diff, "COMPARISONS", comparisons)
    monkeypatch.setattr(text_comparison, "COMPARISONS", comparisons)
    monkeypatch.setattr(change_class_cache, "COMPARISONS", comparisons)
    monkeypatch.setattr(change_class_cache, "_MEMORIES", {})
    with classes_kept(open_repository(review.path)):
        return compare_policies({"a.md": OLD}, {"a.md": new})


def kept(review: Clone) -> Path:
    """Return the file in which classes are kept."""
    return review.path / ".git" / "reviewtui" / "classes.msgpack"


def test_the_next_command_classes_nothing_again(review: Clone, monkeypatch, asked: list[str]) -> None:
    """The same changes with the same classes and reasons, from the file."""
    first = another_process(review, monkeypatch)
    count = len(asked)
    assert count == 9
    assert kept(review).exists()
    assert another_process(review, monkeypatch) == first
    assert len(asked) == count


def test_another_text_and_a_damaged_file_are_classed_anew(review: Clone, monkeypatch, asked: list[str]) -> None:
    """An answer is about the very characters of both texts; a file that another wrote is none."""
    another_process(review, monkeypatch)
    another_process(review, monkeypatch, NEW.replace("visit 3", "visit 33"))
    assert len(asked) > 9
    count = len(asked)
    content = kept(review).read_bytes()
    kept(review).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    another_process(review, monkeypatch)
    assert len(asked) == count + 9


def test_other_rules_are_another_name(monkeypatch) -> None:
    """Whatever file of the program that classes is another one, an older answer counts no more."""
    name = pair_name(OLD, NEW, "en-GB")
    assert name != pair_name(OLD, NEW, "cy")
    monkeypatch.setattr(change_class_cache, "text_code_digest", lambda: "other")
    assert name != pair_name(OLD, NEW, "en-GB")
