"""Every visible character knows its source, every source character is to be found, and nothing raw is shown."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.words.visible import visible
from reviewtui.views.page.layout import Layout
from reviewtui.views.page.links import link_at
from reviewtui.views.page.row import TextRun, VisualLine
from tests.conftest import Clone
from tests.views.page.strategies import markdown

_TARGET = re.compile(r"\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)|^\s*\d+\.", re.MULTILINE)
WIDTHS = st.integers(min_value=1, max_value=100)


def lines_of(layout: Layout) -> list[VisualLine]:
    lines = []
    while layout.pin(len(lines)) is not None:
        lines.append(layout.line(len(lines)))
    return lines


def own_runs(layout: Layout) -> list[TextRun]:
    return [run for line in lines_of(layout) for run in line.runs if run.offsets and not run.sign]


def forms(char: str) -> set[str]:
    """Return what a source character may show as, whatever stands around it."""
    named = f"\u2039U+{ord(char):04X}\u203a"
    joins = unicodedata.category(char) in {"Mn", "Me", "Cf"}
    if char in "\r\n":
        return {" ", visible("\r")} if char == "\r" else {" "}
    return {visible(char), named, char} if joins else {visible(char)}


@given(source=markdown(), width=WIDTHS, marks=st.booleans())
def test_a_visible_character_is_its_source_character(source: str, width: int, *, marks: bool) -> None:
    """What is shown at an offset is `visible` of the source there, but for entities, which show what they mean."""
    for run in own_runs(Layout(source, width, marks=marks)):
        if "entity" in run.styles and not marks:
            continue
        shown: dict[int, str] = {}
        for char, offset in zip(run.text, run.offsets, strict=True):
            shown[offset] = shown.get(offset, "") + char
        for offset, text in shown.items():
            whole = forms(source[offset])
            assert text in whole or any(text in form for form in whole if len(form) > 1)


@given(markdown(), WIDTHS)
def test_with_marks_shown_no_character_is_left_out(source: str, width: int) -> None:
    """Every character of the source but line ends and a BOM at the very start is shown when marks are."""
    shown = {offset for run in own_runs(Layout(source, width, marks=True)) for offset in run.offsets}
    for offset, char in enumerate(source):
        # A carriage return alone is a line end as well (CommonMark 0.31, section 2.1).
        line_end = char in "\r\n"
        line = re.split(r"[\r\n]", source[:offset])[-1] + re.split(r"[\r\n]", source[offset:])[0]
        blank = not line.strip(" \t>")
        assert offset in shown or line_end or blank or (offset == 0 and char == "\ufeff")


@given(source=markdown(), width=WIDTHS, marks=st.booleans())
def test_offset_and_position_are_inverse(source: str, width: int, *, marks: bool) -> None:
    """The cell where a place of the caret is shown means that place again."""
    layout = Layout(source, width, marks=marks)
    for offset in range(len(source) + 1):
        place = layout.nearest_place(offset)
        y, x = layout.position_of(place)
        assert layout.offset_at(y, x) == place or not source
        shown = layout.offset_at(*layout.position_of(offset))
        assert shown in {offset, place, layout.place_before(offset)} or not source


@given(markdown(), WIDTHS)
def test_walking_visits_every_place_once(source: str, width: int) -> None:
    """A caret that goes right from the start comes to the end, and back the same way."""
    layout = Layout(source, width)
    there = [layout.nearest_place(0)]
    while (following := layout.place_after(there[-1])) != there[-1]:
        assert following > there[-1]
        there.append(following)
    back = [there[-1]]
    while (before := layout.place_before(back[-1])) != back[-1]:
        back.append(before)
    assert back[::-1] == there


@given(markdown(), st.integers(min_value=20, max_value=100))
def test_lines_keep_to_the_width(source: str, width: int) -> None:
    """A line is at most as wide as asked for, but for one hanging space."""
    for line in lines_of(Layout(source, width)):
        own = [run for run in line.runs if run.offsets]
        hanging = bool(own) and own[-1].text.endswith(" ")
        assert line.width - hanging <= width


@given(markdown(), WIDTHS)
def test_nothing_raw_is_shown(source: str, width: int) -> None:
    """No line holds a control character, a line end or a character that reorders what is read."""
    for line in lines_of(Layout(source, width)):
        assert "\n" not in line.text
        assert not {unicodedata.category(char) for char in line.text} & {"Cc", "Cs", "Zl", "Zp"}
        assert not set(line.text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u00ad\ufeff")


@given(markdown(), WIDTHS)
def test_the_height_is_exact_once_all_is_set(source: str, width: int) -> None:
    """The estimate ends as the number of lines."""
    layout = Layout(source, width)
    lines = lines_of(layout)
    assert layout.height == max(1, len(lines))
    assert layout.pin(layout.height if source else 0) is None


@given(markdown(), WIDTHS, st.integers(min_value=0, max_value=60))
def test_setting_what_is_below_moves_nothing_above(source: str, width: int, y: int) -> None:
    """Once settled, the lines around `y` keep their numbers while the rest is set."""
    layout = Layout(source, width)
    top = y + layout.settle(y, 10)
    if layout.pin(top) is None:
        return
    before = [layout.line(row) for row in range(top, top + 5)]
    lines_of(layout)
    pins = layout.pin(top)
    assert pins is not None
    assert [layout.line(row) for row in range(top, top + 5)] == before or top != layout.y_of(pins)


def test_the_first_screen_does_not_depend_on_the_length() -> None:
    """A screen of a long text reads and sets what it shows and little more, in one long line just as in many."""
    for source in (
        "word " * 200_000,
        "A line of words.\n" * 60_000,
        "A paragraph.\n\n" * 60_000,
        "| a | b |\n" * 60_000,
    ):
        layout = Layout(source, 80)
        layout.settle(0, 40)
        assert [layout.line(y).text for y in range(40)]
        assert layout.outline.scanned < 25_000
        assert layout.height > 5_000


@pytest.mark.slow
def test_the_standard_is_shown_whole(standard: Clone) -> None:
    """In every text of a real policy each word outside marks is shown, and each place is found again."""
    for path in sorted(standard.path.rglob("*.md")):
        source = path.read_bytes().decode("utf-8")
        layout = Layout(source, 72)
        shown = {offset for run in own_runs(layout) for offset in run.offsets}
        hidden = {offset for target in _TARGET.finditer(source) for offset in range(*target.span())}
        hidden |= set(range(layout.outline.beginning))
        assert [at for at, char in enumerate(source) if char.isalnum() and at not in shown | hidden] == []
        for offset in range(0, len(source), 17):
            place = layout.nearest_place(offset)
            assert layout.offset_at(*layout.position_of(place)) == place


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("A **bold** and *soft* word", "A bold and soft word"),
        ('See [the *guide*](https://a.example "t") now', "See the guide now"),
        ("see [1] and [@click=app.quit]", "see [1] and [@click=app.quit]"),
        ("![alt](x.png)", "▣ alt"),
        ("5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"),
        ("`a *b*` \\*not\\*", "a *b* *not*"),
        ("R&amp;D &#8238;x", "R&D \u2039U+202E\u203ax"),
        ("one\ntwo\r\nthree", "one two three"),
        ("a <!-- note --> b", "a <!-- note --> b"),
        ("<https://a.example>", "https://a.example"),
    ],
)
def test_marks_are_hidden(source: str, shown: str) -> None:
    """Inline marks go, words stay, and brackets that are no link stay too."""
    assert Layout(source, 80).line(0).text == shown


def test_blocks_look_like_text() -> None:
    """Lists hang, quotes have a bar, tables have columns, code stands as it is."""
    source = "* one two three\n  * four\n\n> said\n> twice\n\n| a | b |\n|---|---|\n| **c** | d |\n\n```\nx = 1\n```\n"
    assert [line.text for line in lines_of(Layout(source, 12))] == [
        "• one two ", "  three", "  ◦ four", "", "┃ said twice", "", "a │ b", "──┼──", "c │ d", "",
        "│ ```", "│ x = 1", "│ ```",
    ]  # fmt: skip


def test_a_link_gives_its_target_on_demand() -> None:
    """`link_at` says where the link under an offset leads to, as the source has it."""
    layout = Layout("Read [the guide](<a b.md>) first", 80)
    assert link_at(layout.outline, 8) == "a b.md"
    assert link_at(layout.outline, 0) is None
    layout = Layout("Read [the guide][Guide], not [1][2].\n\n[guide]: https://a.example/g\n", 80)
    assert layout.line(0).text == "Read the guide, not [1][2]."
    assert link_at(layout.outline, 8) == "https://a.example/g"
    assert link_at(layout.outline, 30) is None


def test_a_title_is_found_under_its_marks() -> None:
    """Headings are told with level and words, underlined ones and closed ones too."""
    layout = Layout("---\norder: 1\n---\n# One #\n\nTwo\n---\ntext\n\n```\n# no\n```\n", 80)
    assert [(heading.level, heading.title) for heading in layout.outline.headings] == [(1, "One"), (2, "Two")]


def test_an_empty_text_is_one_line() -> None:
    """Nothing to show is no error."""
    layout = Layout("", 80)
    assert layout.height == 1
    assert layout.position_of(0) == (0, 0)
    assert layout.offset_at(0, 0) is None
