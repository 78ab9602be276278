"""What is heard of a section: every block that a reader sees, in words, each with its place in the file."""

from reviewtui.views.spoken.paragraphs import sentences_of, spoken_paragraphs
from tests.making import draft_of

_TEXT = """---
title: Hidden
---
# Head *line*

Some ~~old~~ words, a [link](there.md), ![a map](map.png) and a note[^1].
The second sentence.

- one
- [x] done
  - inside

1. first

> quoted

| Who | What |
|---|---|
| officers | think |
| all | |

<!-- hidden -->

[^1]: The note.
"""


def test_everything_that_is_seen_is_heard_and_nothing_else() -> None:
    """Marks become words, hidden parts are left out, and the rows of a table name their columns."""
    draft = draft_of({"policy/a.md": _TEXT})
    heard = [each.sentence for each in spoken_paragraphs(draft, draft.policy.sections[0])]
    assert heard == [
        "Heading, level 1: Head line",
        "Some (struck out: old) words, a link, (picture: a map) and a note(note: 1). The second sentence.",
        "Item: one",
        "Item: (done) done",
        "Item, level 2: inside",
        "Item 1: first",
        "Quote: quoted",
        "Table of 2 rows: Who; What",
        "Table, row 1 of 2: Who: officers; What: think",
        "Table, row 2 of 2: Who: all; What: empty",
        "Note 1: The note.",
    ]


def test_a_sentence_is_where_the_file_has_it() -> None:
    """The span of a sentence holds its words with their marks."""
    draft = draft_of({"policy/a.md": _TEXT})
    section = draft.policy.sections[0]
    _, (span, heard) = sentences_of(draft, section, spoken_paragraphs(draft, section)[1])
    assert _TEXT[slice(*span)] == heard == "The second sentence."
