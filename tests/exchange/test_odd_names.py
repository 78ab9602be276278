"""A text whose file name is no UTF-8 goes out in every format under a visible name, and comes back to itself."""

import json
from dataclasses import replace

import pytest

from reviewtui.domain.review.import_content import BroughtPlace
from reviewtui.exchange.criticmarkup import criticmarkup_format
from reviewtui.exchange.formats.format_registry import FORMATS, exporter
from reviewtui.exchange.html import html_page
from reviewtui.exchange.word import word_format
from tests.exchange.sending import draft_with, here, sent
from tests.exchange.word.editing import WordFile
from tests.making import draft_of

ODD, SHOWN = "policy/caf\udce9.md", "policy/caf\u2039U+DCE9\u203a.md"
TEXT = "# Tea\n\nOfficers must ask.\n"
DRAFT = draft_of({ODD: TEXT, "policy/b.md": "# Other\n\nMore.\n"})
AT = TEXT.index("must")


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in {"mail", "letters"}])
def test_every_format_can_be_written(name: str) -> None:
    """Nothing is refused, and no format ends in a traceback."""
    written = exporter(name).write(sent(DRAFT))
    assert written


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "mail"])
def test_remarks_whose_file_was_renamed_so_go_out(name: str) -> None:
    """They were made in a file of another name, and follow it."""
    other = draft_with(TEXT, [(AT, AT + 4, "may")], [(0, 5, "Why?")])
    places = {key: (replace(placed[0], path=ODD),) for key, placed in other.placements.items()}
    assert exporter(name).write(sent(replace(other, policy=DRAFT.policy, placements=places)))


def test_marked_text_comes_back_to_its_file() -> None:
    """The line in front of a section names its file visibly, and the mark behind it is one in that file."""
    marked = criticmarkup_format.write(sent(DRAFT)).decode().replace("must", "{~~must~>may~~}")
    [act] = criticmarkup_format.read(marked.encode(), here(DRAFT)).acts
    assert act.place == BroughtPlace(ODD, AT, AT + 4)


def test_a_page_names_it_visibly_and_its_answer_finds_home() -> None:
    """What the page tells as a path is what its answer says, and that is the file."""
    outgoing = sent(DRAFT)
    assert SHOWN in html_page.write(outgoing).decode()
    act = {"item": "1", "act": "suggestion", "path": SHOWN, "start": AT, "end": AT + 4, "quote": "must"}
    answer = {"reviewtui": "answer", "format": 1, "policy_id": outgoing.policy_id, "export": outgoing.export}
    answer |= {"version": outgoing.version, "acts": [act | {"replacement": "may"}]}
    [brought] = html_page.read(json.dumps(answer).encode(), here(DRAFT)).acts
    assert brought.place == BroughtPlace(ODD, AT, AT + 4)


def test_a_word_file_finds_home() -> None:
    """A change in the section is one in its file."""
    written = word_format.write(sent(DRAFT))
    assert isinstance(written, bytes)
    file = WordFile.of(written)
    file.replace("must", "may", "Pat")
    [act] = word_format.read(file.saved(), here(DRAFT)).acts
    assert act.place == BroughtPlace(ODD, AT, AT + 4)
