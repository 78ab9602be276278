"""Edited copies taken apart into separate edits."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reviewtui.text.merge.edited_copy import copy_edits, set_otherwise
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitting import fitted

TEXT = """# Rules

Staff must ask the press team before they post. They should keep a copy.

- Do not post pictures of children.
- Answer within two days.

| Who | What |
|---|---|
| Editor | May post |
| Clerk | May read |

The last line says no more.
"""


def _made(text: str, copy: str) -> str:
    for edit in reversed(copy_edits(text, copy)):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("must ask", "should tell", 1),
        ("Answer within two days.", "Answer within two days.\n- Say thank you.", 1),
        ("- Do not post pictures of children.\n", "", 1),
        ("They should keep a copy.", "They should keep a copy.\n\nNobody else may.", 1),
        ("| Clerk | May read |\n", "", 1),
        ("May post", "Must post", 1),
        ("The last line says no more.\n", "", 1),
    ],
)
def test_one_change_is_one_edit(old, new, count):
    """A word, an item, a paragraph or a row that is changed, added or taken out is one edit that fits by itself."""
    copy = TEXT.replace(old, new)
    edits = copy_edits(TEXT, copy)
    assert len(edits) == count
    assert all(edit.fits for edit in edits)
    assert _made(TEXT, copy).split() == copy.split()


def test_changes_far_apart_are_separate_edits():
    """Three changes in three places are three edits, each of which gives its own words and leaves the others."""
    copy = TEXT.replace("must ask", "should ask").replace("two days", "five days").replace("May read", "May write")
    edits = copy_edits(TEXT, copy)
    assert [TEXT[edit.start : edit.end] for edit in edits] == ["must", "two", "read"]
    assert [edit.words for edit in edits] == ["should", "five", "write"]


@pytest.mark.parametrize(
    "copy",
    [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        "\ufeff" + TEXT,
        TEXT.rstrip(),
        TEXT + "\n\n",
        TEXT.replace("press team before", "press team\nbefore"),
    ],
)
def test_line_ends_and_wrapping_are_no_change(copy):
    """What an editor or another system does to white space is nobody's suggestion."""
    assert copy_edits(TEXT, copy) == ()


LINES = TEXT.splitlines(keepends=True)
WORDS = st.sampled_from(["staff", "mayors", "must", "never", "ten", "**bold**", "[link](a.md)", "said."])


@st.composite
def edited(draw) -> str:
    """A copy in which words are replaced, lines dropped and paragraphs added."""
    lines = list(LINES)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        way = draw(st.sampled_from(["word", "drop", "add"]))
        if way == "drop" and "|" not in lines[at]:
            lines[at] = ""
        elif way == "add" and "|" not in lines[at]:
            lines[at] += f"\nA new paragraph about {draw(WORDS)} things.\n\n"
        else:
            words = lines[at].split(" ")
            words[draw(st.integers(0, len(words) - 1))] = draw(WORDS) + ("\n" if words[-1].endswith("\n") else "")
            lines[at] = " ".join(words) if words[-1].endswith("\n") else " ".join(words) + "\n"
    return "".join(lines)


@given(edited())
def test_all_edits_together_give_the_copy(copy):
    """Whatever was changed, the edits do not overlap, and made together they give the words of the copy."""
    edits = copy_edits(TEXT, copy)
    assert all(first.end <= second.start for first, second in pairwise(edits))
    assert _made(TEXT, copy).split() == copy.split()
    otherwise = set_otherwise(TEXT, copy, edits)
    assert otherwise is None or TEXT[slice(*otherwise)]
    for edit in edits:
        change = fitted(TEXT, edit.start, edit.end, edit.words)
        assert isinstance(change, Edit) or not edit.fits


def test_a_footnote_that_a_copy_leaves_out_is_a_suggestion() -> None:
    """Its words and its mark are two changes; either can be accepted by itself."""
    text = "# T\n\nOne.[^1] Two.\n\n[^1]: A note.\n\nEnd.\n"
    edits = copy_edits(text, "# T\n\nOne. Two.\n\nEnd.\n")
    assert [edit.fits for edit in edits] == [True, True]


def test_changes_of_a_sentence_that_turn_its_not_together_are_one() -> None:
    """However many words stay between them: either alone would say the opposite."""
    text = "You do not need to ask for the consent of anybody. You post it today.\n"
    copy = "You need to ask for the consent of nobody. You post it now.\n"
    words = [(text[edit.start : edit.end], edit.words) for edit in copy_edits(text, copy)]
    assert [new.split()[-1] for _, new in words] == ["nobody.", "now."]


def test_changes_of_a_sentence_that_make_another_duty_together_are_one() -> None:
    """Either alone would be a third rule; a change further on that binds nobody stays apart."""
    text = "Staff must, where they can and are asked, answer within 5 days, in a letter to the office.\n"
    copy = text.replace("must", "should").replace("5", "10").replace("letter", "mail")
    assert [edit.words for edit in copy_edits(text, copy)] == [
        "should, where they can and are asked, answer within 10",
        "mail",
    ]


ITEMS = "# R\n\n- one thing\n- two thing\n- three thing\n"
NUMBERED = "# R\n\n1. one thing\n2. two thing\n3. three thing\n"
NESTED = "# R\n\n- one thing\n  - old part\n- two thing\n"


@pytest.mark.parametrize(
    ("text", "behind", "lines"),
    [
        (ITEMS, "two thing", "\n  - sub a\n  - sub b"),
        (ITEMS, "two thing", "\n  - sub a\n    - sub b"),
        (ITEMS, "two thing", "\n  1. sub a\n  2. sub b"),
        (ITEMS, "two thing", "\n\t- sub a\n\t- sub b"),
        (ITEMS, "three thing", "\n  - sub a\n  - sub b"),
        (ITEMS, "two thing", " of old\n  - sub a\n  - sub b"),
        (ITEMS, "two thing", "\n  ```\n  code\n  ```"),
        (ITEMS.replace("\n", "\r\n"), "two thing", "\r\n  - sub a\r\n  - sub b"),
        (NUMBERED, "two thing", "\n   - sub a\n   - sub b"),
        (NESTED, "old part", "\n    - deep a\n    - deep b"),
        (NESTED, "old part", "\n  - new part"),
        ("# R\n\n| A | B |\n|---|---|\n| c | d |\n", "| c | d |", "\n| e | f |"),
        ("# R\n\n| A | B |\n|---|---|\n| c | d |\n\nEnd.\n", "| c | d |", "\n| e | f |"),
        (NESTED.replace("- ", "> - ").replace("  >", ">  "), "one thing", "\n>   - new part"),
    ],
)
def test_lines_that_came_keep_their_indentation(text: str, behind: str, lines: str) -> None:
    """A new list within an item stands where the copy has it, byte for byte, when its edit is fitted and made."""
    copy = text.replace(behind, behind + lines)
    (edit,) = copy_edits(text, copy)
    change = fitted(text, edit.start, edit.end, edit.words)
    assert isinstance(change, Edit)
    assert edit.fits
    assert change.applied(text) == copy


def test_two_new_lists_within_items_are_accepted_one_after_the_other() -> None:
    """Each is an edit of its own that takes in no item beside it."""
    copy = ITEMS.replace("one thing", "one thing\n  - sub a").replace("two thing", "two thing\n  - sub b")
    text = ITEMS
    for edit in reversed(copy_edits(ITEMS, copy)):
        change = fitted(text, edit.start, edit.end, edit.words)
        assert isinstance(change, Edit)
        text = change.applied(text)
    assert text == copy


def test_a_line_put_in_the_place_of_an_item_keeps_its_indentation() -> None:
    """Words for a whole line that begin a list within the item before it are no item of the outer list."""
    start = ITEMS.index("- three")
    change = fitted(ITEMS, start, len(ITEMS) - 1, "  - sub a\n- three thing")
    assert isinstance(change, Edit)
    assert change.applied(ITEMS) == ITEMS.replace("two thing", "two thing\n  - sub a")


@pytest.mark.parametrize(
    ("text", "old", "new", "block"),
    [
        (ITEMS, "- two", "  - two", "two thing"),
        (NESTED, "  - old", "- old", "old part"),
        ("# R\n\nOne.\n\nTwo is.\n", "Two", "    Two", "Two is."),
        ("# R\n\nOne.\n\n    Two is.\n", "    Two", "Two", "Two is."),
        (ITEMS.replace("one", "first"), "- first thing\n- two", "- zeroth and one thing\n  - two", "two thing"),
    ],
)
def test_what_white_space_alone_makes_of_a_block_is_told(text: str, old: str, new: str, block: str) -> None:
    """An item of an inner list, or code: no word changed, and yet it is no longer said as before."""
    copy = text.replace(old, new)
    span = set_otherwise(text, copy, copy_edits(text, copy))
    assert span is not None
    assert text[slice(*span)].strip() == block


def test_lines_wrapped_otherwise_are_set_as_before() -> None:
    """So is a copy with changed words in the same blocks."""
    for copy in (TEXT.replace("press team before", "press team\nbefore"), TEXT.replace("must", "should")):
        assert set_otherwise(TEXT, copy, copy_edits(TEXT, copy)) is None


_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
STEPS = "1. first step\n2. second step\n3. third step"
MORE = f"{STEPS}\n\n> Quoted text here.\n\nPara two. It has _two_ sentences.\n\n"
PAGE = TEXT.replace("The last line", f"{MORE}The last line")
BULLETS = PAGE[PAGE.index("- Do") : PAGE.index("| Who")].strip()
TABLE = PAGE[PAGE.index("| Who") : PAGE.index("1. first")].strip()
KINDS = {
    "paragraphs joined": ("sentences.\n\nThe last", "sentences. The last"),
    "a paragraph parted": ("two. It", "two.\n\nIt"),
    "bullets to numbers": (BULLETS, BULLETS.replace("- Do", "1. Do").replace("- Ans", "2. Ans")),
    "numbers to bullets": (STEPS, STEPS.replace("1.", "-").replace("2.", "-").replace("3.", "-")),
    "other bullets": ("- Do not post pictures of children.\n- Ans", "* Do not post pictures of children.\n* Ans"),
    "other numbers": (STEPS, STEPS.replace(".", ")")),
    "another first number": (STEPS, "3. first step\n4. second step\n5. third step"),
    "a step more": ("2. second step\n3.", "2. new step\n3. second step\n4."),
    "a step less": ("1. first step\n2. second step\n3.", "1. second step\n2."),
    "a step at the head": (STEPS, "1. zero\n2. first step\n3. second step\n4. third step"),
    "a column more": (TABLE, TABLE.replace(" |\n", " | x |\n").replace("---|\n", "---|---|\n") + " x |"),
    "a column less": (TABLE, "| What |\n|---|\n| May post |\n| May read |"),
    "columns exchanged": (TABLE, "| What | Who |\n|---|---|\n| May post | Editor |\n| May read | Clerk |"),
    "columns set otherwise": ("|---|---|", "|:--|--:|"),
    "a table to a list": (TABLE, "- Editor: may post\n- Clerk: may read"),
    "a table gone": (TABLE + "\n\n", ""),
    "an inner list": ("two days.\n", "two days.\n  - one inner\n  - another\n"),
    "a paragraph in an item": ("two days.\n", "two days.\n\n  More of it.\n"),
    "items joined": ("children.\n- Answer", "children. Answer"),
    "a paragraph ahead of all": ("# Rules", "Intro first.\n\n# Rules"),
    "a heading of another level": ("# Rules", "## Rules"),
    "a heading underlined": ("# Rules", "Rules\n====="),
    "no heading": ("# Rules", "Rules"),
    "long words struck out": ("They should keep a copy.", "~~They should keep a copy.~~"),
    "long words stressed": (
        "Staff must ask the press team before they post.",
        "**Staff must ask the press team before they post.**",
    ),
    "a link over long words": ("ask the press team before", "[ask the press team before](a.md)"),
    "a note more": ("keep a copy.", "keep a copy.[^2]"),
    "no quotation": ("> Quoted", "Quoted"),
    "a quotation": ("The last line", "> The last line"),
    "a quotation to code": ("> Quoted text here.", "```\ncode here\n```"),
    "the end gone": ("\nThe last line says no more.\n", ""),
}
FORMS = {
    "plain": str,
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "mark": lambda text: f"\ufeff{text}",
}


def _html(text: str) -> str:
    return _PARSER.render(text.removeprefix("\ufeff").replace("\r\n", "\n"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", KINDS)
def test_whatever_was_changed_is_suggested_and_gives_the_copy(kind, form):
    """The suggestions, accepted one after the other, read as the copy does, by another parser of Markdown."""
    assert KINDS[kind][0] in PAGE
    text, copy = (FORMS[form](each) for each in (PAGE, PAGE.replace(*KINDS[kind], 1)))
    edits = copy_edits(text, copy)
    assert edits
    for edit in reversed(edits):
        assert edit.fits
        change = fitted(text, edit.start, edit.end, edit.words)
        assert isinstance(change, Edit)
        text = change.applied(text)
    assert _html(text) == _html(copy)
    assert text.startswith("\ufeff") == (form == "mark")
    assert (text.count("\r\n") == text.count("\n")) == (form == "line ends")


def test_another_marker_is_one_of_its_whole_list():
    """Of one item alone it would cut the list in two."""
    (edit,) = copy_edits(PAGE, PAGE.replace("- Ans", "1. Ans"))
    assert PAGE[edit.start : edit.end] == BULLETS


def test_a_pair_of_marks_is_put_by_one_change():
    """Half of it would stand in the text until the other change is accepted, or for good."""
    (edit,) = copy_edits(PAGE, PAGE.replace(*KINDS["long words struck out"]))
    assert edit.words == "~~They should keep a copy.~~"
