"""The same thing has the same number wherever it is told."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.policy.policy import Text, build_policy
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.settings.settings import Settings
from reviewtui.text.diff.policy_diff import count_words, diff_policies
from reviewtui.views.comparison.change_blocks import stat_lines
from reviewtui.views.comparison.change_rows import counts_line, filter_entries
from reviewtui.views.comparison.comparison import Comparison
from reviewtui.views.styled_text import words_of

SETTINGS = Settings(policy_id="01kb2m6y3t9v8w5x4z7q1r0pka")
RULES = (
    "Officers must ask the press team before they post about a candidate.",
    "Each account has an owner who keeps its password in the vault.",
    "The team answers a question from the public within two working days.",
    "Records of every post are kept for three years after it was made.",
    "Nobody shares a photo of a child without the written consent of a parent.",
)
files = st.fixed_dictionaries(
    {name: st.lists(st.sampled_from(RULES), max_size=4).map("\n\n".join) for name in ("policy/a.md", "policy/b.md")}
)


def compared(old: dict[str, str], new: dict[str, str]) -> Comparison:
    """Return two versions, compared."""
    return Comparison(draft(old), draft(new), diff_policies(old, new))


def draft(texts: dict[str, str]) -> Draft:
    """Return a draft of some files without any review."""
    policy = build_policy(SETTINGS.folder, {path: Text(path, text, "a" * 40) for path, text in texts.items()})
    return Draft(
        SETTINGS,
        founded=True,
        effective_settings=SETTINGS,
        policy=policy,
        version=Version("draft", "b" * 40),
        review=Review(),
    )


def numbers(text: str) -> int:
    """Return the sum of the numbers in front of the classes of change in a line."""
    return sum(int(number) for number in re.findall(r"(\d+)[^\d,]*(?:editorial|substantive|in doubt|new.rule)", text))


@given(files, files)
def test_header_filter_and_stat_count_the_same_changes(old: dict[str, str], new: dict[str, str]) -> None:
    """Compare's header, its filter as a whole and file by file, and the lines of `--style stat`."""
    comparison = compared(old, new)
    entries = {name: int(words_of([row]).split()[-1]) for name, _, row in filter_entries(comparison)}
    by_file = sum(count for name, count in entries.items() if name.startswith("in "))
    header = words_of([counts_line(comparison)]).partition("→")[2]
    assert numbers(header) == entries["all"] == by_file == numbers(" ".join(list(stat_lines(comparison))[1:]))


@given(files, files)
def test_words_are_counted_the_same_with_classes_and_without(old: dict[str, str], new: dict[str, str]) -> None:
    """`versions` and the masthead tell what `diff` tells: words deleted, inserted and moved together."""
    diff, counts = diff_policies(old, new), count_words(old, new)
    told = (counts.words_deleted, counts.words_inserted, counts.words_moved)
    assert told == (diff.words_deleted, diff.words_inserted, diff.words_moved)
    assert counts.words_changed == sum(told) == diff.words_changed


def test_a_passage_that_moved_to_another_file_is_one_change() -> None:
    """It stands in both files and counts where it arrived."""
    old = {"policy/a.md": f"{RULES[0]}\n\n{RULES[1]}\n", "policy/b.md": f"{RULES[2]}\n"}
    new = {"policy/a.md": f"{RULES[0]}\n", "policy/b.md": f"{RULES[2]}\n\n{RULES[1]}\n"}
    lines = list(stat_lines(compared(old, new)))
    assert lines[1:] == ["  a.md: 1 moved to another file", "  b.md: 1 editorial"]
