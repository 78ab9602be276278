"""What a clone has classed once it knows in the next command, and never believes where it might be false."""

import sys
from pathlib import Path

import pytest

from reviewtui.store.git.repository import open_repository
from reviewtui.text.diff import hunk_classes, policy_diff, text_comparison
from reviewtui.text.diff.policy_diff import PolicyDiff, compare_policies
from reviewtui.text.diff.text_comparison import TextComparisons
from reviewtui.text.markdown.document import parted_text
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


def another_process(
    review: Clone, monkeypatch: pytest.MonkeyPatch, new: str = NEW, language: str = "en-GB"
) -> PolicyDiff:
    """Compare two texts with nothing in memory."""
    comparisons = TextComparisons(100_000)
    monkeypatch.setattr(policy_diff, "COMPARISONS", comparisons)
    monkeypatch.setattr(text_comparison, "COMPARISONS", comparisons)
    monkeypatch.setattr(change_class_cache, "COMPARISONS", comparisons)
    monkeypatch.setattr(change_class_cache, "_MEMORIES", {})
    with classes_kept(open_repository(review.path)):
        return compare_policies({"a.md": OLD}, {"a.md": new}, language)


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
    name = pair_name(OLD, NEW)
    assert name != pair_name(NEW, OLD)
    monkeypatch.setattr(change_class_cache, "text_code_digest", lambda: "other")
    assert name != pair_name(OLD, NEW)


def test_a_policy_in_another_language_is_classed_anew(review: Clone, monkeypatch, asked: list[str]) -> None:
    """The words are known, what they mean is not."""
    another_process(review, monkeypatch)
    count = len(asked)
    another_process(review, monkeypatch, language="cy")
    assert len(asked) == 2 * count


def test_the_next_command_reads_no_text(review: Clone, monkeypatch) -> None:
    """What changed, what moved and where it stands now follow from the two texts alone: nothing is parsed again."""
    gates = "# Guards\n\n- They lock the *north* gate of the old yard at seven.\n- They open it at nine.\n\n"
    old, new = gates.removeprefix("# Guards\n\n") + OLD, NEW + gates
    monkeypatch.setattr(sys.modules[__name__], "OLD", old)
    first = another_process(review, monkeypatch, new)
    assert any(change.op == "move" for file in first.files for change in file.changes)
    parted_text.cache_clear()
    monkeypatch.setattr(text_comparison, "diff_texts", lambda *_: pytest.fail("compared again"))
    assert another_process(review, monkeypatch, new) == first
    assert parted_text.cache_info().misses == 0
