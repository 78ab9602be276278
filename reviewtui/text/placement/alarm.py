"""The alarm for a placed passage: did what it says change meaning, also by words that came beside it.

"Unless it is urgent", put behind a marked sentence, leaves its words as they were and changes what they say. So a
passage that is most of its sentences is compared as those sentences; a phrase out of one by itself.
"""

from reviewtui.text.meaning.meaning import meaning_changes
from reviewtui.text.meaning.signal_changes import MeaningChange
from reviewtui.text.placement.tuning import STANDS_FOR_SENTENCES
from reviewtui.text.words.sentences import Span
from reviewtui.text.words.units import Corpus


def alarm(old: Corpus, there: tuple[str, Span], new: Corpus, here: tuple[str, Span]) -> tuple[MeaningChange, ...]:
    """Return what changed in the meaning of the passage that stood `there`, in file and code points, and is `here`."""
    before, after = _cut(old, *there), _cut(new, *here)
    whole = _sentences(old, *there)
    start, end = there[1]
    if (end - start) > STANDS_FOR_SENTENCES * (whole[1] - whole[0]):
        before, after = _cut(old, there[0], whole), _cut(new, here[0], _sentences(new, *here))
    return meaning_changes(before, after)


def _sentences(corpus: Corpus, path: str, span: Span) -> Span:
    """Return the sentences that a passage touches, and itself."""
    units = corpus.touched(path, *span)
    return (min(span[0], units[0].start), max(span[1], units[-1].end)) if units else span


def _cut(corpus: Corpus, path: str, span: Span) -> str:
    return corpus.texts[path][slice(*span)]
