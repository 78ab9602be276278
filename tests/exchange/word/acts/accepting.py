"""A returned Word file and what its suggestions come to, each accepted alone."""

from collections.abc import Sequence
from typing import Any

from reviewtui.domain.review.import_content import BroughtAct
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitting import fitted
from tests.exchange.word.editing import WordFile, w
from tests.exchange.word.sending import draft, new_acts, sent

PAT, KIM = "Pat Adviser", "Kim Other"
TABLED = """# Principles

Officers must think. They answer every question.

Keep a record. Delete nothing.

| Who | When |
| --- | --- |
| Officers | at once |
| Members | later[^1] |

* Be kind.
* Be fair.

[^1]: Within a week.

The end of it.
"""


def opened(text: str = TABLED) -> WordFile:
    """Return a text as a Word file, open for editing."""
    return WordFile.of(sent(draft(text)))


def acts_of(file: WordFile, text: str = TABLED) -> Sequence[BroughtAct]:
    """Return what a file brings in to a review of the text that was sent."""
    return new_acts(file.saved(), draft(text))


def accepted(act: BroughtAct, text: str = TABLED) -> str:
    """Return the text with one suggestion accepted."""
    assert act.place is not None, act
    assert act.place.start is not None, act
    assert act.place.end is not None
    assert act.replacement is not None, act
    change = fitted(text, act.place.start, act.place.end, act.replacement)
    assert isinstance(change, Edit), change
    return change.applied(text)


def new_paragraph(file: WordFile, words: str, author: str, mark: str) -> Any:
    """Return a paragraph of new words by `author` whose own end is put in by `mark`."""
    made = file.document.makeelement(w("p"))
    file.mark(made, "ins", mark)
    holder = file.changed("ins", author)
    holder.append(file.run(words))
    made.append(holder)
    return made
