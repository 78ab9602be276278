"""Two versions compared character by character: marks, white space and wrapping too, which are no change of words."""

from collections.abc import Iterator

from reviewtui.text.diff.policy_diff import FileDiff
from reviewtui.text.diff.prose.prose_diff import diff_texts
from reviewtui.views.comparison.comparison import Comparison, totals_line

_AROUND = 32
_SIGNS = str.maketrans({"\r": "␍", "\n": "¶", "\t": "→"})
"""White space that a line cannot show."""


def exact_lines(comparison: Comparison) -> Iterator[str]:
    """Yield every change of characters with some around it: [-gone-] and {+come+}, a line end as ¶."""
    yield totals_line(comparison)
    for file in _files(comparison):
        old, new = comparison.texts(file)
        yield ""
        yield f"── {comparison.heading(file)}"
        for hunk in diff_texts(old, new, exact=True).hunks:
            gone, come = old[hunk.old_start : hunk.old_end], new[hunk.new_start : hunk.new_end]
            before = new[max(0, hunk.new_start - _AROUND) : hunk.new_start]
            after = new[hunk.new_end : hunk.new_end + _AROUND]
            marked = (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")
            yield "   " + f"{before}{marked}{after}".translate(_SIGNS)


def _files(comparison: Comparison) -> Iterator[FileDiff]:
    """Yield the pairs of files that were asked for and differ in any character."""
    for file in comparison.diff.files:
        old, new = comparison.texts(file)
        if old != new and (not comparison.section or comparison.section in {file.old_path, file.new_path}):
            yield file
