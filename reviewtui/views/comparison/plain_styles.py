"""Two versions as lines of plain text: beside each other, or character by character."""

import re
import textwrap
from collections.abc import Iterator
from itertools import zip_longest

from reviewtui.text.diff.policy_diff import FileDiff
from reviewtui.text.diff.prose.prose_diff import diff_texts
from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.views.comparison.comparison import Comparison, totals_line

_PARAGRAPH = re.compile(r"\n[ \t]*\r?\n")


_AROUND = 32
_SIGNS = str.maketrans({"\r": "␍", "\n": "¶", "\t": "→"})
"""White space that a line cannot show."""


def side_by_side_lines(comparison: Comparison, width: int = 100) -> Iterator[str]:
    """Yield the changed paragraphs of both versions in two columns of about `width` / 2 characters."""
    yield totals_line(comparison)
    for file in comparison.files():
        yield ""
        yield f"── {comparison.heading(file)}"
        yield from _file_lines(comparison, file, (width - 3) // 2)


def _file_lines(comparison: Comparison, file: FileDiff, column: int) -> Iterator[str]:
    old, new = comparison.texts(file)
    last: tuple[str, str] | None = None
    for change in file.changes:
        left = "" if change.direction == "from" else _paragraph(old, change.old_start, change.old_end)
        right = "" if change.direction == "to" else _paragraph(new, change.new_start, change.new_end)
        if (left, right) == last:
            continue
        last = (left, right)
        for old_line, new_line in zip_longest(_wrapped(left, column), _wrapped(right, column), fillvalue=""):
            yield f"{old_line:<{column}} │ {new_line}".rstrip()
        yield f"{'':-<{column}}-┼-{'':-<{column}}"


def _paragraph(text: str, start: int, end: int) -> str:
    """The whole paragraphs that hold the characters from `start` to `end`."""
    if not text:
        return ""
    breaks = sorted({0, front_matter_end(text), *(match.end() for match in _PARAGRAPH.finditer(text)), len(text)})
    first = max(b for b in breaks if b <= start)
    last = min((b for b in breaks if b >= end and b > first), default=len(text))
    return text[first:last].strip()


def _wrapped(text: str, column: int) -> list[str]:
    return [line for row in text.splitlines() for line in (textwrap.wrap(row, column) or [""])]


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
