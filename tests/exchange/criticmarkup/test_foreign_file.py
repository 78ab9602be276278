"""The whole policy as one file, marked in an editor by somebody who never had a file from us."""

import pytest

from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.import_content import BroughtAct, Incoming
from reviewtui.exchange.criticmarkup import criticmarkup_format
from reviewtui.exchange.formats.import_context import ImportContext
from tests.making import draft_of

FILES = {
    "policy/a.md": "# Aims\n\nWe want clear posts.\n",
    "policy/b.md": "---\ntitle: Duties\n---\n\n# Duties\n\nOfficers must ask first.\n\n## Records\n\nAll of them.\n",
    "policy/c.md": "# Contact\n\nWrite to the team.\n",
}
AIMS, DUTIES, CONTACT = (text.partition("---\n\n")[2] or text for text in FILES.values())


def _read(*parts: str) -> Incoming:
    draft = draft_of(FILES)
    return criticmarkup_format.read("\n".join(parts).encode(), ImportContext(draft, lambda _commit: draft))


def _told(act: BroughtAct) -> tuple[str, str, str | None]:
    place = act.place
    assert place is not None
    return place.path, FILES[place.path][place.start : place.end], act.replacement


def test_each_mark_stands_in_its_section() -> None:
    """However many sections stand behind each other, and without their settings, each mark is at its words."""
    back = _read(
        AIMS.replace("clear", "{~~clear~>plain~~}"),
        DUTIES.replace("All of them", "{==All of them==}{>>@Pat: Which?<<}"),
        CONTACT.replace("team.", "team{++ or call++}."),
    )
    assert [_told(act) for act in back.acts] == [
        ("policy/a.md", "clear", "plain"),
        ("policy/b.md", "All of them", None),
        ("policy/c.md", "", " or call"),
    ]
    assert back.left_out == ()


def test_an_unmarked_file_brings_nothing() -> None:
    """With any number of empty lines between the sections, and with the settings or without."""
    assert _read(*FILES.values()).acts == ()
    assert _read(AIMS, "\n\n", DUTIES, CONTACT.rstrip()).acts == ()


def test_a_missing_section_is_told_and_no_deletion() -> None:
    """Somebody who sends two of three sections back says nothing about the third."""
    back = _read(AIMS, CONTACT)
    assert back.acts == ()
    assert back.left_out == ("Not in the file: 'Duties'; nothing is said about it.",)


def test_a_deletion_over_sections_is_one_in_each() -> None:
    """A mark that begins in one section and ends in the next takes out its words in both."""
    whole = f"{AIMS}\n{DUTIES}\n{CONTACT}"
    start, end = whole.index("We want"), whole.index("Write to")
    back = _read(f"{whole[:start]}{{--{whole[start:end]}--}}{whole[end:]}")
    told = [_told(act) for act in back.acts]
    assert [path for path, _, _ in told] == ["policy/a.md", "policy/b.md", "policy/c.md"]
    assert [words.split()[0] for _, words, _ in told] == ["We", "#", "#"]
    assert {replacement for _, _, replacement in told} == {""}


def test_a_section_with_another_heading_is_told_by_its_neighbours() -> None:
    """Where one section is missing between two, what stands there is that one, and its heading was changed."""
    back = _read(AIMS, DUTIES.replace("# Duties", "# What officers do"), CONTACT)
    assert [_told(act) for act in back.acts] == [("policy/b.md", "Duties", "What officers do")]


def test_words_under_a_heading_of_no_section_are_a_remark_on_the_whole() -> None:
    """They are not put into the section before, as nobody asked for that."""
    back = _read("Some notes.\n", AIMS, DUTIES, CONTACT, "# Annex\n\nNew words.\n")
    assert [(act.act, act.place, act.body.split()[-1]) for act in back.acts] == [
        ("comment", None, "notes."),
        ("comment", None, "words."),
    ]


def test_a_heading_that_stands_twice_is_not_guessed() -> None:
    """Which of both is the section, nobody can tell, so that its words are a remark."""
    back = _read(AIMS, DUTIES, CONTACT, CONTACT.replace("team", "office"))
    assert [(act.act, act.place) for act in back.acts] == [("comment", None), ("comment", None)]
    assert "Contact" in back.left_out[-1]


_RULE = "Officers must ask the press team first, and wait for an answer before they post anything about a meeting."


def test_a_file_without_a_title_is_the_section_whose_words_it_has() -> None:
    """That is told; the title itself is not taken out."""
    files = {
        "policy/a.md": f"# Asking\n\n{_RULE}\n",
        "policy/b.md": "# Contact\n\nWrite to the team at any time of day.\n",
    }
    draft = draft_of(files)
    marked = _RULE.replace("press team", "{~~press team~>manager~~}") + "\n"
    back = criticmarkup_format.read(marked.encode(), ImportContext(draft, lambda _commit: draft))
    assert [(act.quote, act.replacement) for act in back.acts] == [("press team", "manager")]
    assert back.left_out == ("It has no title of the policy; by its words it was read as 'Asking'.",)


def test_a_file_whose_words_stand_in_two_sections_is_refused() -> None:
    """Which of them is meant nobody can know; it is said what helps."""
    files = {"policy/a.md": f"# Asking\n\n{_RULE}\n", "policy/b.md": f"# Contact\n\n{_RULE}\n"}
    draft = draft_of(files)
    with pytest.raises(Refused, match="give it the title of its section"):
        criticmarkup_format.read(f"{_RULE}\n".encode(), ImportContext(draft, lambda _commit: draft))
