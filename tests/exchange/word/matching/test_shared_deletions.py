"""A paragraph that somebody takes out in which a colleague suggested something: all of it is meant, nothing beside."""

from collections.abc import Sequence

import pytest

from reviewtui.domain.review.import_content import BroughtAct
from tests.exchange.word.editing import WordFile, w
from tests.exchange.word.sending import draft, new_acts, sent, suggested

PAT = "Pat Adviser"
TEXT = """# Rules

Officers must answer within two days. They may call.

They keep a record of each call.

- Be kind to all.
- Are obscene here.

## Then

More of it.
"""


def _without(words: str, start: int, end: int, new: str) -> Sequence[BroughtAct]:
    """What comes back when Pat takes out the paragraph with these words, in which others suggested `new`."""
    event = suggested(TEXT, start, end, new)
    file = WordFile.of(sent(draft(TEXT, event)))
    paragraph = file.paragraph(words)
    # As LibreOffice does: what others put in is taken out within their insertion, what they took out stays theirs.
    for run in [each for each in paragraph.iter(w("r")) if each.find(w("t")) is not None]:
        holder = file.changed("del", PAT)
        run.getparent().replace(run, holder)
        holder.append(file.run(run.findtext(w("t")), run.find(w("rPr")), "delText"))
    file.mark(paragraph, "del", PAT)
    return new_acts(file.saved(), draft(TEXT, event))


@pytest.mark.parametrize("new", ["", "Other words", "Must we"])
@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("must answer", "Officers must answer within"),
        ("must answer", "within two days"),
        ("a record", "They keep"),
        ("Be kind", "Be kind"),
        ("obscene", "Are obscene"),
        ("obscene", "here"),
        ("Then", "Then"),
    ],
)
def test_a_paragraph_that_goes_takes_nothing_of_the_next_one(words: str, quote: str, new: str) -> None:
    """It took the heading or the beginning of the paragraph behind it along, without a word."""
    start = TEXT.index(quote)
    acts = _without(words, start, start + len(quote), new)
    assert acts
    first = next(line for line in TEXT.splitlines() if words in line).lstrip("#- ")
    low, high = TEXT.index(first), TEXT.index(first) + len(first)
    for act in acts:
        assert act.place is not None, act
        assert act.place.start is not None, act
        assert act.place.end is not None
        assert low <= act.place.start <= act.place.end <= high, act
    whole = [act for act in acts if f"“{first}”" in act.body or act.quote == first]
    assert whole, "that all of it is to go is told"
    assert any("collision" in act.note for act in acts) or whole[0].replacement == ""
