"""Changes are gathered into whole paragraphs, items and rows; none is lost, none stands in two blocks."""

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.policy.policy import Text, build_policy
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.settings.settings import Settings
from reviewtui.text.diff.policy_diff import ClassedChange, FileDiff, diff_policies
from reviewtui.views.comparison.change_blocks import ChangeBlock, blocks_of
from reviewtui.views.comparison.change_rows import ChangeFilter, change_rows, counts_line
from reviewtui.views.comparison.comparison import Comparison
from reviewtui.views.styled_text import Styled, words_of

SETTINGS = Settings(policy_id="01kb2m6y3t9v8w5x4z7q1r0pka")
words = st.lists(st.sampled_from(("officers", "must", "ask", "before", "posting", "at", "all")), min_size=1, max_size=8)
paragraphs = st.lists(words.map(" ".join), max_size=6)


def compared(old: str, new: str) -> Comparison:
    """Return two versions of one file, compared."""
    diff = diff_policies({"policy/a.md": old}, {"policy/a.md": new})
    return Comparison(draft(old), draft(new), diff)


def draft(text: str) -> Draft:
    """Return a draft of one file without any review."""
    policy = build_policy(SETTINGS.folder, {"policy/a.md": Text("policy/a.md", text, "a" * 40)})
    return Draft(
        SETTINGS,
        founded=True,
        effective_settings=SETTINGS,
        policy=policy,
        version=Version("draft", "b" * 40),
        review=Review(),
    )


def blocks(old: str, new: str) -> tuple[ChangeBlock, ...]:
    """Return the blocks of one file."""
    found = compared(old, new)
    return tuple(block for file in found.files() for block in blocks_of(found, file))


def test_two_changes_of_a_paragraph_are_one_block() -> None:
    """A paragraph is read as a whole, whatever many changes it holds; its neighbours are folded."""
    old = "# A\n\nStays as it is.\n\nOfficers should ask the team first and wait for two days.\n\nThe end.\n"
    found = blocks(old, old.replace("should", "must").replace("two", "three"))
    assert len(found) == 1
    assert len(found[0].changes) == 2
    assert old[slice(*found[0].old)].startswith("Officers should")
    assert found[0].folded == 2
    assert found[0].change_class == "substantive"


def test_items_and_rows_stand_alone() -> None:
    """A list item and a table row are shown without the rest of their list and table."""
    old = "- one rule\n- two rules\n- three rules\n\n| a | b |\n|---|---|\n| red | blue |\n| green | grey |\n"
    found = blocks(old, old.replace("two rules", "two old rules").replace("green", "violet"))
    assert [old[slice(*block.old)].strip() for block in found] == ["- two rules", "| green | grey |"]


@given(paragraphs, paragraphs)
def test_every_change_stands_in_one_block(before: list[str], after: list[str]) -> None:
    """Blocks hold each change once, in order, and cut neither side's words."""
    old, new = "\n\n".join(before), "\n\n".join(after)
    comparison = compared(old, new)
    for file in comparison.files():
        found = blocks_of(comparison, file)
        assert sorted(map(repr, file.changes)) == sorted(repr(change) for block in found for change in block.changes)
        left, here = without_moved(file, old, "old"), without_moved(file, new, "new")
        for block in found:
            for change in block.changes:
                assert stands_in((change.old_start, change.old_end), block.old, left)
                assert stands_in((change.new_start, change.new_end), block.new, here)


def without_moved(file: FileDiff, text: str, side: str) -> str:
    """Return a side of a file with blanks for what moved: that is a block of its own, wherever it stands."""
    left = list(text)
    for change in (change for change in file.changes if change.op == "move"):
        first, last = (getattr(change, f"{side}_{end}") for end in ("start", "end"))
        left[first:last] = " " * (last - first)
    return "".join(left)


def stands_in(span: tuple[int, int], block: tuple[int, int], text: str) -> bool:
    """Say whether a span stands in a block; of an empty one only white space may lie between."""
    if span[0] < span[1]:
        return block[0] <= span[0] and span[1] <= block[1]
    at = span[0]
    return not (text[at : block[0]] + text[block[1] : at]).strip()


@given(paragraphs, paragraphs)
def test_what_stays_stands_on_both_sides_of_a_block(before: list[str], after: list[str]) -> None:
    """Without what went and what came both sides of a block are the same words: none that stays looks new or gone."""
    old, new = "\n\n".join(before), "\n\n- ".join(after)
    comparison = compared(old, new)
    for file in comparison.files():
        for block in blocks_of(comparison, file):
            if not any(crosses(change, block) for change in file.changes if change.op == "move"):
                assert kept(old, block.old, file, "old") == kept(new, block.new, file, "new")


def crosses(move: ClassedChange, block: ChangeBlock) -> bool:
    """Say whether a move takes or brings words of a block: then they are kept on one side of it alone."""
    spans = ((move.old_start, move.old_end), block.old), ((move.new_start, move.new_end), block.new)
    return any(span[0] < other[1] and other[0] < span[1] for span, other in spans)


def kept(text: str, block: tuple[int, int], file: FileDiff, side: str) -> list[str]:
    """Return the words of a block that no change of the file takes or brings."""
    left = list(text)
    for change in (change for change in file.changes if not change.stays):
        first, last = (getattr(change, f"{side}_{end}") for end in ("start", "end"))
        left[first:last] = " " * (last - first)
    return [word for word in "".join(left)[slice(*block)].split() if word != "-"]


def test_a_filter_takes_one_class() -> None:
    """Only blocks of the wanted class are left, under the heading of their file."""
    old = "Officers should ask.\n\nThe colour is nice.\n"
    comparison = compared(old, "Officers must ask.\n\nThe color is nice.\n")
    rows = list(change_rows(comparison, ChangeFilter("substantive")))
    assert [row.block is not None for row in rows] == [False, True]
    assert "must" in words_of(rows[1].lines())


def test_doubt_is_told_quietly_and_apart_from_what_matters() -> None:
    """A changed duty comes first in the counts and is loud; words of which nothing is known are in doubt, and muted."""
    old = "Officers should ask.\n\nThe counter opens early.\n"
    comparison = compared(old, "Officers must ask.\n\nThe counter opens early, near the lift.\n")
    counts = words_of([counts_line(comparison)])
    assert counts.index("1 substantive") < counts.index("1 in doubt")
    assert "editorial" not in counts
    doubt = list(change_rows(comparison, ChangeFilter("doubt")))[1]
    assert doubt.head[0] == Styled("in doubt", "muted")
    assert "lift" in words_of(doubt.lines())
    assert "must" in words_of(list(change_rows(comparison, ChangeFilter("substantive")))[1].lines())
