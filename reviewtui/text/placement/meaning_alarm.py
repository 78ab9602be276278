"""What changed in the meaning of a passage that was placed: a duty, a negation, an amount, whom it binds."""

from typing import TYPE_CHECKING

from reviewtui.text.placement.tuning import STANDS_FOR_SENTENCES
from reviewtui.text.span import Span
from reviewtui.text.words.units import Corpus

if TYPE_CHECKING:
    from reviewtui.text.meaning.signal_changes import MeaningChange


def alarm(
    old: Corpus, there: tuple[str, Span], new: Corpus, here: tuple[str, Span], language: str
) -> "tuple[MeaningChange, ...]":
    """Return what changed in the meaning of the passage that stood `there`, in file and code points, and is `here`."""
    before, after = _cut(old, *there), _cut(new, *here)
    whole = _sentences(old, *there)
    start, end = there[1]
    if (end - start) > STANDS_FOR_SENTENCES * (whole[1] - whole[0]):
        before, after = _cut(old, there[0], whole), _cut(new, here[0], _sentences(new, *here))
    return compared_meaning(before, after, language)


def compared_meaning(before: str, after: str, language: str) -> "tuple[MeaningChange, ...]":
    """Return what changed in the meaning of a passage; the tables for it are loaded when words did change."""
    if before == after:
        return ()
    from reviewtui.text.meaning.meaning import may_mean_otherwise

    return may_mean_otherwise(before, after, language)


def changes_in_words(changes: "tuple[MeaningChange, ...]") -> str:
    """Return changes of meaning in words, empty without any."""
    if not changes:
        return ""
    from reviewtui.text.meaning.meaning import in_words

    return in_words(changes)


def _sentences(corpus: Corpus, path: str, span: Span) -> Span:
    """Return the sentences that a passage touches, and itself."""
    units = corpus.touched(path, *span)
    return (min(span[0], units[0].start), max(span[1], units[-1].end)) if units else span


def _cut(corpus: Corpus, path: str, span: Span) -> str:
    return corpus.texts[path][slice(*span)]
