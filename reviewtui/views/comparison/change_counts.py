"""How many changes there are between two versions: the one way in which they are counted on every screen and line.

A change is a changed passage: a paragraph, an item or a row that differs, or a passage that moved. One that moved from
file to file stands in both and counts once, where it arrived.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from reviewtui.text.meaning.class_values import ChangeClass
from reviewtui.views.comparison.change_blocks import ChangeBlock, blocks_of
from reviewtui.views.comparison.comparison import Comparison, class_words, totals_line

_CLASS_WORDS = ("editorial", "substantive, in doubt", "substantive", "new-rule")


def counted_blocks(blocks: Iterable[ChangeBlock]) -> list[ChangeBlock]:
    """Return those of the changed passages that count."""
    return [block for block in blocks if not block.goes]


def class_counts(blocks: Iterable[ChangeBlock]) -> Counter[ChangeClass]:
    """Count changed passages by their class."""
    return Counter(block.change_class for block in counted_blocks(blocks))


def stat_lines(comparison: Comparison) -> Iterator[str]:
    """Yield one line a changed file: how many changes of which class."""
    yield totals_line(comparison)
    for file in comparison.files():
        blocks = blocks_of(comparison, file)
        classes = [class_words(block.change_class, in_doubt=block.in_doubt) for block in counted_blocks(blocks)]
        counts = [f"{classes.count(words)} {words}" for words in _CLASS_WORDS if words in classes]
        leave = sum(block.goes for block in blocks)
        counts += [f"{leave} moved to another file"] if leave else []
        yield f"  {comparison.heading(file)}: {', '.join(counts) or 'no words changed'}"
