"""Words put into a Markdown text leave whole blocks: what goes, goes as a whole, and what comes fits its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.markdown.document import document_of
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import Misfit, with_space_before
from reviewtui.text.merge.fitting import fitted

DELETIONS = [
    ("- a\n  - b\n  - c\n- d\n", "b", "- a\n  - c\n- d\n"),
    ("1. a\n\n   more\n\n2. b\n", "more", "1. a\n\n2. b\n"),
    ("- a\n- b\n\nPara.\n", "b", "- a\n\nPara.\n"),
    ("Pore.\n\n- a\n- b\n", "a", "Pore.\n\n- b\n"),
    ("Pore.\n\n- a\n\nNext.\n", "a", "Pore.\n\nNext.\n"),
    ("# T\n\nOne.\n\nTwo.\n\nThree.\n", "Two.", "# T\n\nOne.\n\nThree.\n"),
    ("# T\n\nOne.\n\nTwo.\n", "One.\n\nTwo.", "# T\n"),
    ("# T\r\n\r\nOne.\r\n\r\nTwo.\r\n\r\nThree.\r\n", "Two.", "# T\r\n\r\nOne.\r\n\r\nThree.\r\n"),
    ("- a\r\n- b\r\n- c\r\n", "b", "- a\r\n- c\r\n"),
    ("- a\n- b\r- c\n", "b", "- a\n- c\n"),
    ("- a\r- b\r- c\r", "b", "- a\r- c\r"),
    ("One.\r\rTwo.\r\rThree.\r", "Two.", "One.\r\rThree.\r"),
    ("# T\r\r## H\rText.\r", "H", "# T\r\rText.\r"),
    ("## H\n\nText.\n", "H", "Text.\n"),
    ("H\n===\n\nText.\n", "H", "Text.\n"),
    ("| A | B |\n|---|---|\n| c | d |\n| e | f |\n", "| c | d |", "| A | B |\n|---|---|\n| e | f |\n"),
    ("| A | B |\n|---|---|\n| c | d |\n| e | f |\n", "| c | d |\n", "| A | B |\n|---|---|\n| e | f |\n"),
    ("| A | B |\n|---|---|\n| c | d |\n| e | f |\n", "c | d", "| A | B |\n|---|---|\n| e | f |\n"),
    ("| A | B |\n|---|---|\n| c | d |\n| e | f |\n", "c", "| A | B |\n|---|---|\n|  | d |\n| e | f |\n"),
    ("Ask **the team** and wait.", "**the team** and", "Ask wait."),
    ("Ask **the whole team** now.", "whole ", "Ask **the team** now."),
    ("Ask **the whole team** now.", "the", "Ask **whole team** now."),
    ("Ask **the whole team** now.", "team", "Ask **the whole** now."),
    ("Officers **must ask** the _press team_ first.", "ask** the _press", "Officers **must** _team_ first."),
    ("Zero. **_One. Two._ Three.** Four.", "Zero. **_One. ", "**_Two._ Three.** Four."),
    ("See the [form](a.md) now.", "form", "See the now."),
    ("See [the long form](a.md) now.", "long ", "See [the form](a.md) now."),
    ("Be brief, and clear.", "and clear", "Be brief."),
    ("Normally, staff ask.", "Normally", "staff ask."),
    ("We ask the team, the office, and wait.", "the office", "We ask the team, and wait."),
    ("Must  act.", "Must ", "act."),
    ("Staff must not act.", "not", "Staff must act."),
    ("Staff must act now.", "now", "Staff must act."),
    ("Staff (or others) act.", "or others", "Staff act."),
    ("Say \u201cnever\u201d \u2014 not ever \u2014 now.", "not ever", "Say \u201cnever\u201d now."),
    ("Keep. [See form](a.md). Stay.", "See form", "Keep. Stay."),
    ("Go **very far** now.", "far** now", "Go **very**."),
    ("Go **very far** now.", "Go **very", "**far** now."),
    ("See [form][] now.\n\n[form]: https://a.example/\n", "form", "See now.\n\n[form]: https://a.example/\n"),
    ("See [the form](a.md) and wait.", "form](a.md) and", "See [the](a.md) wait."),
    ("a\n\n> one\n> two\n> three\n", "two", "a\n\n> one\n> three\n"),
    ("> a\n>\n> b\n\nPara\n", "b", "> a\n\nPara\n"),
    ("Para one\nwraps.\n\nTwo.\n", "Para one\nwraps.", "Two.\n"),
    ("```\na\nb\n```\n", "a\n", "```\nb\n```\n"),
    ("`code` here\n", "code", "here\n"),
    ("Text.[^1]\n\n[^1]: Note.\n", "Note.", "Text.\n"),
    ("One [^1] is. Two.[^1]\n\n[^1]: Note.\n\n[^2]: Other.\n", "Note.", "One is. Two.\n\n[^2]: Other.\n"),
    ("Keep. Go away.[^1] Stay.\n\n[^1]: Note.\n", "Go away.", "Keep. Stay.\n\n[^1]: Note.\n"),
    ("Staff act now.[^1]\n\n[^1]: Note.\n", "now", "Staff act.[^1]\n\n[^1]: Note.\n"),
    ("A | B\n---|---\nc | d\n", "c", "A | B\n---|---\n| | d\n"),
    ("A | B\n---|---\nc | d\n", "d", "A | B\n---|---\nc | |\n"),
    ("| A | B |\n|---|---|\n| one<br>two | d |\n", "two", "| A | B |\n|---|---|\n| one | d |\n"),
    ("One\\\ntwo\n", "two", "One\n"),
    ("One  \ntwo  \nthree\n", "two", "One  \nthree\n"),
    ("- a line\n  goes on\n- b\n", "a line", "- goes on\n- b\n"),
    ("- [ ] a\n- [x] b\n- [ ] c\n", "b", "- [ ] a\n- [ ] c\n"),
    ("1. [X] a\n2. [x] b\n", "a", "1. [x] b\n"),
    ("\ufeffOne.\n\nTwo.\n", "One.", "\ufeffTwo.\n"),
    ("\ufeff# One\n\nTwo.\n", "One", "\ufeffTwo.\n"),
    ("\ufeff- a\n- b\n", "a", "\ufeff- b\n"),
    ("> [!NOTE]\n> Careful.\n\nText.\n", "Careful.", "Text.\n"),
]
REPLACEMENTS = [
    ("# H\n\nT.\n", "H", "H\nand more", "# H and more\n\nT.\n"),
    ("## H\n\nT.\n", "H", "- a\n- b", "## - a - b\n\nT.\n"),
    ("| A | B |\n|---|---|\n| c | d |\n| e | f |\n", "c | d", "x | y", "| A | B |\n|---|---|\n| x | y |\n| e | f |\n"),
    (
        "Officers **must ask** the _press team_ first.",
        "ask** the _press",
        "call the",
        "Officers **must** call the _team_ first.",
    ),
    (
        "Officers **must ask** the _press team_ first.",
        "must ask** the _press team",
        "may ask the office",
        "Officers may ask the office first.",
    ),
    (
        "Officers **must ask** the _press team_ first.",
        "must ask** the _press team",
        "may ask** the _office",
        "Officers **may ask** the _office_ first.",
    ),
    ("Some text here.\n", "text here.", "text\n\n# here.", "Some text\n\n# here.\n"),
    ("# H\n\nT.\n", "T.", "T.\n\n- a\n- b", "# H\n\nT.\n\n- a\n- b\n"),
    ("x *a* y\n", "a", "b*", "x *b** y\n"),
    ("Ask [the team](a.md) now.\n", "team", "a]b", "Ask [the a\\]b](a.md) now.\n"),
    ("Ask [the team](a.md) now.\n", "team", "x](y)", "Ask [the x\\](y)](a.md) now.\n"),
    ("Ask [the team](a.md) now.\n", "team", "men [1]", "Ask [the men [1]](a.md) now.\n"),
    (
        "See [notes][n] now.\n\n[n]: https://a.example/n\n",
        "notes",
        "n]o",
        "See [n\\]o][n] now.\n\n[n]: https://a.example/n\n",
    ),
    ("Ask [the team](a.md) now.\n", "[the team](a.md)", "us [all]", "Ask us [all] now.\n"),
    ("x a y\n", "a", "2 * 3", "x 2 * 3 y\n"),
    ("x a y\n", "a", "**b**", "x **b** y\n"),
    ("- a\n- b\n", "a\n- b", "x\n- y", "- x\n- y\n"),
    ("One two.\n\nThree four.\n", "two.\n\nThree", "and", "One and four.\n"),
    ("- item one\n- item two\n", "one", "one\nand a half", "- item one and a half\n- item two\n"),
    ("See [the form](a.md) and wait.\n", "form](a.md) and", "sheet or", "See [the](a.md) sheet or wait.\n"),
    ("- two\n- a [link][x] here\n\n[x]: b.md\n", "two\n- a [link", "z", "- z here\n\n[x]: b.md\n"),
    ("Write to <a@b.example> now.\n", "a@b.example", "the office", "Write to the office now.\n"),
    ("Fish &amp; chips, 2 \\* 3.\n", "&", "and", "Fish and chips, 2 \\* 3.\n"),
    ("Fish &amp; chips, 2 \\* 3.\n", "* 3", "x 3", "Fish &amp; chips, 2 x 3.\n"),
    ("H\n---\n\nT.\n", "H", "One\n\nTwo", "One Two\n---\n\nT.\n"),
    ("A | B\n---|---\nc | d\n", "c", "| x", "A | B\n---|---\n\\| x | d\n"),
]
INSERTIONS = [
    ("- a\n- b\n", "a", "\n- new", "- a\n- new\n- b\n"),
    (
        "| A | B |\n|---|---|\n| c | d |\n| e | f |\n",
        "d |",
        "\n| x | y |",
        "| A | B |\n|---|---|\n| c | d |\n| x | y |\n| e | f |\n",
    ),
    (
        "| A | B |\n|---|---|\n| c | d |\n| e | f |\n",
        "d",
        " or | g",
        "| A | B |\n|---|---|\n| c | d or \\| g |\n| e | f |\n",
    ),
    ("# H\n\nT.\n", "H", "\n\nNew.", "# H\n\nNew.\n\nT.\n"),
    ("H\n---\n\nT.\n", "H", "\n\nNew.", "H\n---\n\nNew.\n\nT.\n"),
    ("- a\n  more\n- b\n", "a", "\n- new", "- a\n  more\n- new\n- b\n"),
    ("- a\n  - k\n- b\n", "a", "\n- new", "- a\n  - k\n- new\n- b\n"),
    ("- a\n  - k\n- b\n", "a", "\n  - new", "- a\n  - new\n  - k\n- b\n"),
    ("| A |\n|---|\n| c |\n| e |\n", "c", "\n| x |", "| A |\n|---|\n| c |\n| x |\n| e |\n"),
    ("| A |\n|---|\n| c |\n\nT.\n", "c", "\n\nNew.", "| A |\n|---|\n| c |\n\nNew.\n\nT.\n"),
    ("See [form](a.md) now.\n", "form", " two", "See [form](a.md) two now.\n"),
    ("One.[^1] Two.\n\n[^1]: N.\n", "One.", " New.", "One.[^1] New. Two.\n\n[^1]: N.\n"),
]
MISFITS = [
    ("- a\n  - b\n- d\n", "a", ""),
    ("1. a\n\n   more\n\n2. b\n", "a", ""),
    ("| A | B |\n|---|---|\n| c | d |\n| e | f |\n", "d |\n| e", ""),
    ("| A | B |\n|---|---|\n| c | d |\n| e | f |\n", "c | d", "x"),
    ("Some text here.\n", "Some", "- Some"),
    ("See [notes] now.\n\n[notes]: https://a.example/n\n", "notes", "papers"),
    ("See [notes] now.\n\n[notes]: https://a.example/n\n", "[notes]: https://a.example/n", ""),
    ("See [the form](a.md) now.\n", "a.md", "b c.md"),
    ("Use `git push` now.\n", "git push", "git `x` push"),
    ("1. a\n2. b\n\nText.\n\n1. c\n", "Text.", ""),
    ("Text.\n\n| A |\n|---|\n| c |\n| e |\n", "Text.\n\n| A |\n|---|\n| c", "x"),
    ("| A |\n|---|\n| [b](c.md) |\n", "c.md", ""),
    ("- one two\n- three\n", "two", "two\n\nmore"),
    ("> one two\n>\n> three\n", "two", "two\n\nmore"),
    ("- a\n  - k\n- b\n", "a", "a\n- new"),
    ("T.\n\n    a b\n    c d\n", "a b", "x\ny"),
    ("<div>\nHello there.\n</div>\n", "Hello", "Hi\n\n"),
    ("| A | B |\n|---|---|\n| c | d |\n", "| c | d |", "| c | d |\n| x |"),
]


def _put(text: str, start: int, end: int, words: str) -> str:
    change = fitted(text, start, end, words)
    assert isinstance(change, Edit), change
    return change.applied(text)


@pytest.mark.parametrize(("text", "quote", "expected"), DELETIONS)
def test_a_deletion_takes_the_whole_thing(text: str, quote: str, expected: str) -> None:
    """An item goes with its marker, a row with its line, a paragraph with its blank line, a word with one space."""
    start = text.index(quote)
    assert _put(text, start, start + len(quote), "") == expected


@pytest.mark.parametrize(("text", "quote", "words", "expected"), REPLACEMENTS)
def test_words_fit_the_block_that_they_come_into(text: str, quote: str, words: str, expected: str) -> None:
    """Bars and line ends fit a cell, a heading stays one line, marks come in pairs, and no character is cut."""
    start = text.index(quote)
    assert _put(text, start, start + len(quote), words) == expected


@pytest.mark.parametrize(("text", "after", "words", "expected"), INSERTIONS)
def test_an_insertion_may_bring_an_item_or_a_row(text: str, after: str, words: str, expected: str) -> None:
    """What begins on a line of its own is a new block behind the one named, and no footnote's mark changes hands."""
    at = text.index(after) + len(after)
    assert _put(text, at, at, words) == expected


@pytest.mark.parametrize(("text", "quote", "words"), MISFITS)
def test_what_would_break_a_block_is_a_misfit_with_its_reason(text: str, quote: str, words: str) -> None:
    """Half a table, what others hang on or lead to, and words that turn a block into something else are refused."""
    start = text.index(quote)
    change = fitted(text, start, start + len(quote), words)
    assert isinstance(change, Misfit)
    assert change.reason


PAGE = (
    "# Rules\n\nStaff must **ask first**, and wait.\n\n- one _thing_ here\n- another\n  - inner\n\n"
    "| A | B |\n|---|---|\n| c | d e |\n\n> quoted words\n> go on\n\n1. first\n2. second\n\nThe end.\n"
)
WORDS = ["", "x", "may ask", "a | b", "x\ny", "*", "# h"]


@given(st.integers(0, len(PAGE)), st.integers(0, 40), st.sampled_from(WORDS))
def test_no_other_block_is_ever_touched(start: int, size: int, words: str) -> None:
    """Wherever words are put, the blocks before and behind keep their kind and their words, or it is refused."""
    end = min(len(PAGE), start + size)
    change = fitted(PAGE, start, end, words)
    if isinstance(change, Misfit):
        return
    after = change.applied(PAGE)
    made = [(one.kind, one.within, after[slice(*one.text)]) for one in document_of(after).blocks if one.kind != "blank"]
    for block in document_of(PAGE).blocks:
        if block.content_end < change.start or block.start > change.end:
            assert (block.kind, block.within, PAGE[slice(*block.text)]) in made


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [("1. one\n2. two\n", "one", "> one"), ("# T\n\nThe end.\n", "The end.", "The end\n---")],
)
def test_words_that_turn_a_block_unasked_are_refused(text: str, quote: str, words: str) -> None:
    """A number at the beginning of an item begins a list in it, and a line of dashes makes a heading of a paragraph."""
    start = text.index(quote)
    assert isinstance(fitted(text, start, start + len(quote), words), Misfit)


NOTED = "Staff ask.[^1]\n\n[^1]: A note.\n"


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        (NOTED + "\nThe end.\n", "A note.", "A note.\n\nIt binds mayors."),
        (NOTED, "A note.", "A note.\n\nIt binds mayors."),
        ("- one\n- two\n\nThe end.\n", "two", "two\n\nmore"),
        ("> one\n\nThe end.\n", "one", "one\n\nmore"),
        ("Term\n: its sense\n\nThe end.\n", "its sense", "its sense\n\nmore"),
        ("- one\n- two\n", "two", "# two"),
        ("1. one\n2. two\n", "two", "## two"),
        ("> one\n", "one", "# one"),
        (NOTED, "A note.", "# A note."),
    ],
)
def test_words_do_not_leave_what_they_stand_in_nor_make_a_heading_there(text: str, quote: str, words: str) -> None:
    """The second paragraph of a footnote, indented by nothing, would be text; a heading in an item is in no outline."""
    start = text.index(quote)
    assert isinstance(fitted(text, start, start + len(quote), words), Misfit)


def test_a_paragraph_that_is_indented_stays_in_its_footnote() -> None:
    """And words put in behind the last ones may be meant to follow the list."""
    start = NOTED.index("A note.")
    end = start + len("A note.")
    assert isinstance(fitted(NOTED, start, end, "A note.\n\n    It binds mayors."), Edit)
    assert _put("- one\n- two\n", 11, 11, "\n\nThe end.") == "- one\n- two\n\nThe end.\n"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("- a\n- b\n\nmid\n\n- c\n- d\n", "mid"),
        ("- a\n- b\n\n## mid\n\n- c\n- d\n", "mid"),
        ("- a\n- b\n\n> mid\n\n- c\n- d\n", "mid"),
        ("- a\n- b\n\n<!-- mid -->\n\n- c\n- d\n", "<!-- mid -->"),
        ("- a\n- b\n\n| x |\n|---|\n| y |\n\n- c\n- d\n", "| x |\n|---|\n| y |"),
        ("- a\n- b\n\nmid\n\n- c\n- d\n", "b\n\nmid"),
        ("- a\n  - b\n\n  mid\n\n  - c\n- d\n", "mid"),
        ("> - a\n>\n> mid\n>\n> - b\n", "mid"),
        ("Term\n: its sense\n\nmid\n: another\n", "mid"),
    ],
)
def test_what_stands_between_two_lists_does_not_go_by_itself(text: str, quote: str) -> None:
    """One list of both would have no beginning of the second, and a definition another term."""
    start = text.index(quote)
    assert isinstance(fitted(text, start, start + len(quote), ""), Misfit)


@pytest.mark.parametrize(
    "text",
    ["- a\n\nmid\n\n* b\n", "- a\n\n  mid\n\n- b\n", "> - a\n\nmid\n\n> - b\n", "- a\n\nmid\n\n1. b\n", "mid\n\n- a\n"],
)
def test_what_stands_between_lists_that_stay_two_may_go(text: str) -> None:
    """They have other markers, stand in two quotes, or were one list before."""
    start = text.index("mid")
    assert isinstance(fitted(text, start, start + len("mid"), ""), Edit)


SETTINGS = '---\ntitle: Old name # ours\norder: 3\nquoted: "Some words"\ntags: [one, two]\n---\n\n# R\n\nText.\n'


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("Old name", "New: name"),
        ("Old name", "New: name [draft"),
        ("Old name", "[draft] New"),
        ("Old name", "Name #2 # of two"),
        ("Old name", "Name\nsecond line"),
        ("Old name", "Name\norder: 4"),
        ("Old name", "'Old name"),
        ("Old name", "*new*"),
        ("Old name", "@new"),
        ("Old name", "New:"),
        ("Some words", 'Some "words"'),
        ("one, two", "one, [two"),
        ("order: 3", "order"),
    ],
)
def test_settings_that_might_not_be_read_are_refused(quote: str, words: str) -> None:
    """Signs that mean something in YAML are words only between quotation marks."""
    start = SETTINGS.index(quote)
    assert isinstance(fitted(SETTINGS, start, start + len(quote), words), Misfit)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("Old name", "New name"),
        ("Old name", '"New: name [draft"'),
        ("Old name", "Name\nowner: press"),
        ("Old name", "Staff's own -- a:b"),
        ("Some words", "Some: words # here"),
        ("one, two", "one, two, three"),
        ("order: 3", ""),
        ("3", "4"),
    ],
)
def test_settings_that_are_surely_read_may_change(quote: str, words: str) -> None:
    """Plain words, quoted ones, further settings, and a setting that goes."""
    start = SETTINGS.index(quote)
    change = fitted(SETTINGS, start, start + len(quote), words)
    assert isinstance(change, Edit)
    assert words in change.applied(SETTINGS)


def test_settings_in_toml_are_read_again() -> None:
    """What the reader of that language refuses is refused."""
    text = '+++\ntitle = "Old name"\n+++\n\n# R\n'
    start = text.index("Old name")
    assert isinstance(fitted(text, start, start + 8, 'New" name'), Misfit)
    assert isinstance(fitted(text, start, start + 8, "New name"), Edit)


LISTED = "# T\n\n- Ask first.\n- Then post.\n- Tell us.\n"
NUMBERED = "# T\n\n1. Ask first.\n2. Then post.\n3. Tell us.\n"


@pytest.mark.parametrize(
    ("text", "quote", "words", "wanted"),
    [
        (LISTED, "Then post.", "* Then call.", "- Ask first.\n- Then call.\n- Tell us."),
        (LISTED, "Then post.", "1. Then call.", "- Ask first.\n- Then call.\n- Tell us."),
        (LISTED, "- Then post.", "* Then call.", "- Ask first.\n- Then call.\n- Tell us."),
        (LISTED, "Ask first.\n- Then post.", "* Ask.\n* Post.", "- Ask.\n- Post.\n- Tell us."),
        (LISTED, "Then post.", "Then post.\n+ Call.", "- Ask first.\n- Then post.\n- Call.\n- Tell us."),
        (LISTED, "Then post.", "Post.\n* Call:\n  * us", "- Ask first.\n- Post.\n- Call:\n  * us\n- Tell us."),
        (NUMBERED, "Then post.", "- Then call.", "1. Ask first.\n2. Then call.\n3. Tell us."),
        (NUMBERED, "2. Then post.", "2) Then call.", "1. Ask first.\n2. Then call.\n3. Tell us."),
        (NUMBERED, "Then post.", "Post.\n* Call.", "1. Ask first.\n2. Post.\n3. Call.\n4. Tell us."),
    ],
)
def test_items_take_the_marker_of_their_list(text: str, quote: str, words: str, wanted: str) -> None:
    """Another one would cut the list in three."""
    start = text.index(quote)
    change = fitted(text, start, start + len(quote), words)
    assert isinstance(change, Edit)
    assert change.applied(text) == f"# T\n\n{wanted}\n"


@pytest.mark.parametrize("words", ["\n* Then call.", "\n1. Then call.", "\n- Then call."])
def test_an_item_that_is_put_in_takes_the_marker_of_its_list(words: str) -> None:
    """Whatever marker was typed."""
    at = LISTED.index("\n- Tell")
    change = fitted(LISTED, at, at, words)
    assert isinstance(change, Edit)
    assert change.applied(LISTED) == LISTED.replace("\n- Tell", "\n- Then call.\n- Tell")


@pytest.mark.parametrize(
    ("text", "behind", "words", "wanted"),
    [
        ("one two three.\n", "two", "x", "one two x three.\n"),
        ("one two. Three.\n", "two.", "More.", "one two. More. Three.\n"),
        ("one (two) three.\n", "(", "x", "one (xtwo) three.\n"),
        ("one two three.\n", "tw", "x", "one twxo three.\n"),
        ("one two three.\n", "two", ", x", "one two, x three.\n"),
        ("\u5fc5\u987b\u3002\n", "\u5fc5", "\u4e0d", "\u5fc5\u4e0d\u987b\u3002\n"),
    ],
)
def test_words_that_are_put_in_do_not_run_into_the_word_before(text: str, behind: str, words: str, wanted: str) -> None:
    """A space is put before them, but not inside of a word, behind a bracket, or where a script has none."""
    at = text.index(behind) + len(behind)
    change = fitted(text, at, at, with_space_before(text, at, words))
    assert isinstance(change, Edit)
    assert change.applied(text) == wanted


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("Ask. <!-- skip this --> Post.\n", "skip this", "skip --> this"),
        ("Ask. <!-- skip this --> Post.\n", "skip this -->", ""),
        ("Ask. Post.\n", "Post.", "<!-- one"),
        ("Ask first now.\n\nMore.\n", "first", "<span hidden>first"),
        ("Ask now.\n\nMore.\n", "Ask", "<div hidden>\n\nAsk"),
        ("Ask now.\n\nMore.\n", "Ask", "{% comment %}Ask"),
    ],
)
def test_words_do_not_hide_or_show_what_stands_beside_them(text: str, quote: str, words: str) -> None:
    """Neither by a comment nor by an element that is not seen."""
    start = text.index(quote)
    assert isinstance(fitted(text, start, start + len(quote), words), Misfit)


def test_other_words_in_a_comment_leave_it_a_comment() -> None:
    """Only these words are others."""
    text = "# T\n\n<!-- Staff may skip\nthis rule. -->\n\nMore.\n"
    start = text.index("this rule.")
    change = fitted(text, start, start + 10, "that duty.")
    assert isinstance(change, Edit)
    assert change.applied(text) == text.replace("this rule.", "that duty.")


def test_signs_that_would_close_a_heading_are_written_as_letters() -> None:
    """Where the heading has none of its own behind the words."""
    text = "## Sub\n\nMore.\n"
    change = fitted(text, 3, 6, "Plan #")
    assert isinstance(change, Edit)
    assert change.applied(text) == "## Plan \\#\n\nMore.\n"
    closed = "## Sub ##\n\nMore.\n"
    change = fitted(closed, 3, 6, "Plan")
    assert isinstance(change, Edit)
    assert change.applied(closed) == "## Plan ##\n\nMore.\n"


def test_settings_that_all_go_take_their_signs_along() -> None:
    """One of several goes alone."""
    text = "---\ntitle: x\n---\n# T\n"
    change = fitted(text, 4, 12, "")
    assert isinstance(change, Edit)
    assert change.applied(text) == "# T\n"
    text = "---\ntitle: x\nname: y\n---\n# T\n"
    change = fitted(text, 4, 12, "")
    assert isinstance(change, Edit)
    assert change.applied(text) == "---\nname: y\n---\n# T\n"


@pytest.mark.parametrize(
    ("old", "new"), [("social-media", "social media"), ("and/or", "and or"), ("e\u2013mail", "e mail")]
)
def test_a_space_in_the_place_of_what_joins_words_stays(old: str, new: str) -> None:
    """It was taken for a deletion, which made one word of two."""
    text = f"# R\n\nUse {old} today.\n"
    at = text.index(old) + next(n for n, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1])
    change = fitted(text, at, at + 1, " ")
    assert isinstance(change, Edit)
    assert change.applied(text) == text.replace(old, new)


HALF_SENTENCES = [
    ("Ask the clerk. Do it now.", "now.", "Ask the clerk. Do it."),
    ('He said "go now."', 'now."', 'He said "go."'),
    ("Ask the clerk now. Then go.", "now.", "Ask the clerk. Then go."),
    ("Ask the clerk, and tell the mayor. Then go.", ", and tell the mayor.", "Ask the clerk. Then go."),
    ("Ask the clerk (at once). Then go.", "(at once).", "Ask the clerk. Then go."),
    ("Ask the clerk (at once.) Then go.", "(at once.)", "Ask the clerk. Then go."),
    ("Ask the clerk: now. Go.", "now.", "Ask the clerk. Go."),
    ("Ask the clerk at once!", "at once!", "Ask the clerk!"),
    ("Ask **the clerk now.** Then go.", "now.", "Ask **the clerk.** Then go."),
    ("Ask **now.** Go.", "**now.**", "Ask. Go."),
    ("Ask [the clerk.](x.md) Go.", "[the clerk.](x.md)", "Ask. Go."),
    ("He said \u201cgo now.\u201d Then go.", "now.\u201d", "He said \u201cgo.\u201d Then go."),
    ("Ask the clerk.[^1] Go.\n\n[^1]: Note.\n", "the clerk.[^1]", "Ask. Go.\n\n[^1]: Note.\n"),
    ("Go.[^1] Ask the clerk.\n\n[^1]: Note.\n", "Ask the clerk.", "Go.[^1]\n\n[^1]: Note.\n"),
    ("> Ask the clerk\n> now.\n> Go.", "now.", None),
    ("Ask the clerk  \nnow.\nGo.", "now.", "Ask the clerk.\nGo."),
    ("- Ask the clerk.\n- Do it now.\n- End.\n", "clerk.\n- Do it now.", "- Ask the.\n- End.\n"),
    ("| a | b |\n|---|---|\n| Ask now. | x |\n", "now.", "| a | b |\n|---|---|\n| Ask. | x |\n"),
    ("\u8bf7\u95ee\u804c\u5458\u3002\u53bb\u3002", "\u804c\u5458\u3002", "\u8bf7\u95ee\u3002\u53bb\u3002"),
    ("Ask Mr. Smith. Go.", "Smith.", None),
    ("Ask the clerk&nbsp;now. Go.", "now.", None),
    ("Keep it, e.g. in a box, for a year.", "e.g.", "Keep it, in a box, for a year."),
    ("Ask. Go.", "Ask.", "Go."),
    ("> Ask. And more of it.\n> Go.\n", " more of it.\n>", "> Ask. And.\n> Go.\n"),
    ("| a | b |\n|---|---|\n| Ask now. Go. | x |\n", "Ask now", "| a | b |\n|---|---|\n| Go. | x |\n"),
    (
        "| a | b |\n|---|---|\n| All | a week[^1] |\n\n[^1]: Or so.\n",
        "a week",
        "| a | b |\n|---|---|\n| All | [^1] |\n\n[^1]: Or so.\n",
    ),
    ("- Wait:\n  - in post; or\n  - by phone.\n- Go.\n", "in post; or\n  - by phone", "- Wait:\n- Go.\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "expected"), HALF_SENTENCES)
def test_a_sentence_of_which_the_end_goes_keeps_its_full_stop(text: str, quote: str, expected: str | None) -> None:
    """Its beginning would run into the next sentence; where a stop finds no word to stand behind, it is refused."""
    start = text.index(quote)
    change = fitted(text, start, start + len(quote), "")
    assert (change.applied(text) if isinstance(change, Edit) else None) == expected


STOPS = [
    ("Ask the clerk. Go.", "Ask the clerk.", "Ask the mayor", "Ask the mayor. Go."),
    ("Ask in ten days. Go.", "ten days.", "**five** days", "Ask in **five** days. Go."),
    ("Go. Ask the clerk.\n", "Ask the clerk.", "Ask [us](x.md)", "Go. Ask [us](x.md).\n"),
    ("Go. Ask the clerk.\n", "Ask the clerk.", "Ask the clerk", "Go. Ask the clerk\n"),
    ("Ask the clerk. Go.", "Ask the clerk.", "Ask the mayor:", "Ask the mayor: Go."),
    ("Ask the clerk. Mary does.", "clerk.", "clerk and", "Ask the clerk and Mary does."),
    ("Ask Dr. Smith. Go.", "Dr.", "Doctor", "Ask Doctor Smith. Go."),
    ("Keep it, e.g. in a box.", "e.g.", "for example", "Keep it, for example in a box."),
    ("Ask the clerk etc. Go.", "etc.", "as usual", "Ask the clerk as usual. Go."),
    ("- Ask the clerk.\n- Go.\n", "Ask the clerk.", "Ask the mayor", "- Ask the mayor\n- Go.\n"),
    ("- Ask the clerk. Go.\n", "Ask the clerk.", "Ask the mayor", "- Ask the mayor. Go.\n"),
    ("May I? Go.", "May I?", "You ask", None),
    ("Ask in ten days. Go.", "ten days", "five days.", "Ask in five days. Go."),
    ("Ask the clerk now. Go.", "now", "etc.", "Ask the clerk etc. Go."),
    ("Ask Cllr. Smith for it.", "Cllr.", "Councillor", "Ask Councillor Smith for it."),
    ("Ask Sgt. Smith for it.", "Sgt.", "Sergeant", "Ask Sergeant Smith for it."),
    ("Read our.example.gov. Then go.", "our.example.gov.", "our page", "Read our page. Then go."),
    ("Is it so? Yes.", "Is it so?", "It is so", None),
    ("Use version 1.2 of it.", "1", "No.", "Use version No..2 of it."),
    ("See example.org for it.", "example", "etc.", "See etc..org for it."),
]


@pytest.mark.parametrize(("text", "quote", "words", "expected"), STOPS)
def test_a_sentence_with_other_words_ends_as_it_did(text: str, quote: str, words: str, expected: str | None) -> None:
    """The next sentence would run on, or two stops would stand there; who leaves out a stop alone, means it."""
    start = text.index(quote)
    change = fitted(text, start, start + len(quote), words)
    assert (change.applied(text) if isinstance(change, Edit) else None) == expected


def test_the_mark_of_a_file_is_not_shown_of_a_deletion():
    """The first paragraph of a file with a byte-order mark goes: nothing is left to be shown of it."""
    text = "\ufeffOne.\n\nTwo.\n"
    change = fitted(text, 1, 5, "")
    assert isinstance(change, Edit)
    assert "\ufeff" not in change.lines(text)


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("- We act.\n- are obscene.\n\n## What moderators do\n\nThey read.\n", ".\n\n## ", ""),
        ("Leave it.\n\n## 2. Be honest\n\nAlways.\n", "\n\n## ", ""),
        ("## One\n\nTwo words.\n", "\n\n", ": "),
        ("One word.\n\n- Two words.\n", "\n\n- ", " "),
        ("- One word.\n\nTwo words.\n", "word.\n\nTwo", "word, two"),
        ("One word.\n\n> Two words.\n", "word.\n\n> Two", "two"),
    ],
)
def test_what_stays_of_two_blocks_stays_what_it_was(text: str, quote: str, words: str) -> None:
    """A passage that reaches from one into the other made an item or a paragraph of a heading without a word."""
    start = text.index(quote)
    assert isinstance(fitted(text, start, start + len(quote), words), Misfit)


def test_two_paragraphs_may_become_one() -> None:
    """Both are such ones before and after."""
    text = "Move it.\n\nThen call.\n"
    change = fitted(text, text.index("it."), text.index(" call"), "it. Then")
    assert isinstance(change, Edit)
    assert change.applied(text) == "Move it. Then call.\n"


@pytest.mark.parametrize(
    ("text", "quote", "wanted"),
    [
        ("Aa bb. Cc dd.\n\nEe ff gg.\n", "Cc dd.\n\nEe ff ", "Aa bb. gg.\n"),
        ("- Aa bb cc.\n- Dd ee.\n", "bb cc.\n- Dd ", "- Aa ee.\n"),
    ],
)
def test_a_deletion_over_the_end_of_a_paragraph_leaves_the_space_before_it(text: str, quote: str, wanted: str) -> None:
    """It went as if the first paragraph ended there, and two words became one."""
    assert _put(text, text.index(quote), text.index(quote) + len(quote), "") == wanted
