"""A quote as a reader sees it, in a source with marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.markdown.quotes import nearest_words, quote_spans, seen_spans

SOURCE = "* All [contributions](../glossary.md#c) MUST pass **automated [tests](x)** before\nthey are _admitted_.\n"


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("All contributions MUST", "All [contributions](../glossary.md#c) MUST"),
        ("automated tests", "automated [tests](x)"),
        ("before they are admitted", "before\nthey are _admitted_"),
        ("tests before", "[tests](x)** before"),
    ],
)
def test_marks_and_line_ends_between_words_are_not_seen(quote, found):
    """What stands between two words of a source does not keep a quote from being found."""
    assert [SOURCE[start:end] for start, end in seen_spans(SOURCE, quote)] == [found]


def test_a_link_is_not_cut_in_half():
    """A span that opens a link takes its end along."""
    assert [SOURCE[a:b] for a, b in seen_spans(SOURCE, "All contributions")] == [
        "All [contributions](../glossary.md#c)"
    ]


@pytest.mark.parametrize(
    ("source", "quote", "found"),
    [
        ("Staff must **ask** first.", "ask", "ask"),
        ("Staff must **ask** first.", "must ask", "must **ask**"),
        ("> Staff must\n> ask &amp; wait.\n", "must ask & wait", "must\n> ask &amp; wait"),
        ("See [the rules][r] of <b>old</b>.\n\n[r]: /x\n", "the rules of old", "[the rules][r] of <b>old"),
        ("a <!-- no --> b", "a b", "a <!-- no --> b"),
        ("| a | `b\\|c` |\n|---|---|\n", "b|c", "b\\|c"),
    ],
)
def test_words_are_found_as_they_are_seen(source, quote, found):
    """Quote marks, entities, references, tags and comments are in the file and not in the quote."""
    assert [source[start:end] for start, end in seen_spans(source, quote)] == [found]


def test_other_words_are_not_found():
    """Marks are forgiven, words are not."""
    assert seen_spans(SOURCE, "All contributions SHOULD") == []


@given(st.text("ab [](*_`.\n", max_size=60), st.text("ab .[]*", max_size=12))
def test_what_is_found_holds_the_words_of_the_quote(source, quote):
    """Every span holds the letters of the quote in their order."""
    for start, end in seen_spans(source, quote):
        letters = [c for c in quote if c.isalnum()]
        assert [c for c in source[start:end] if c.isalnum()][: len(letters)] == letters


TYPED = (
    ("We don\u2019t reply at once.", "We don't reply", "We don\u2019t reply"),
    ('Call it "urgent" now.', "it \u201curgent\u201d now", 'it "urgent" now'),
    ("Open 9\u20135 on weekdays.", "9-5 on", "9\u20135 on"),
    ("Ask first \u2014 always.", "first - always", "first \u2014 always"),
    ("Wait \u2026 then call.", "Wait ... then", "Wait \u2026 then"),
    ("And so on...", "so on\u2026", "so on..."),
    ("The Press Office answers.", "the press office", "The Press Office"),
    ("The communi\u00adcations team", "communications team", "communi\u00adcations team"),
    ("The communications team", "communi\u00adcations", "communications"),
    ("Reply at once[^1] please.\n\n[^1]: By mail.", "at once please", "at once[^1] please"),
    ("> - Don\u2019t\n>   **wait**\u2026", "don't wait...", "Don\u2019t\n>   **wait**\u2026"),
    ("The my_word form", "WORD form", "word form"),
    ("The my_word form", "MY_WORD", "my_word"),
    ("Mae'r ty\u0302 mawr.", "t\u0177 mawr", "ty\u0302 mawr"),
    ("Wait 1\u00bd days.", "1 1/2 days", "1\u00bd days"),
    ("Office\u2122 and Word\u00ae.", "office and word", "Office\u2122 and Word"),
    ("Office\u2122 and Word\u00ae.", "Office\u2122 and", "Office\u2122 and"),
    ("staff \u2192 manager", "staff -> manager", "staff \u2192 manager"),
    ("See the note.[^1] Then.\n\n[^1]: N.", "note.1 Then", "note.[^1] Then"),
    ("| Who |\n|---|\n| see [the form](a.md) now |\n", "see the form now", "see [the form](a.md) now"),
    ("Staff co\u200doperate well.", "cooperate well", "co\u200doperate well"),
)


@pytest.mark.parametrize(("source", "quote", "found"), TYPED)
def test_signs_are_found_as_they_are_typed(source, quote, found):
    """Quotes straight or curly, dashes, ellipses, soft hyphens, footnote marks; case where nothing else fits."""
    assert [source[start:end] for start, end in seen_spans(source, quote)] == [found]


def test_case_counts_where_something_fits_it():
    """Of two spellings the one that was typed is meant."""
    source = "The Office is here. An office is a room."
    assert [source[start:end] for start, end in seen_spans(source, "office is")] == ["office is"]


def test_the_nearest_words_and_the_first_letter_that_differs():
    """What is most like a quote that stands nowhere, as it is seen; nothing where nothing is like it."""
    source = "# Replies\n\nStaff **must ask** the press office first. Others wait.\n"
    assert nearest_words(source, "Staff must ask the press team", 0, len(source)) == (
        "Staff must ask the press office",
        25,
    )
    assert nearest_words(source, "Kettles are emptied", 0, len(source)) is None


AS_SEEN = (
    (
        "Staff must have consent[^1] before they post.\n\n[^1]: In writing.\n",
        "consent\xb9 before",
        "consent[^1] before",
    ),
    ("Staff must have consent[^1] before they post.\n\n[^1]: In writing.\n", "consent[1] before", "consent[^1] before"),
    (
        "Staff must have consent[^1] before they post.\n\n[^1]: In writing.\n",
        "consent [1] before",
        "consent[^1] before",
    ),
    ("Staff must have consent[^1] before they post.\n\n[^1]: In writing.\n", "consent(1) before", "consent[^1] before"),
    ("Staff must have consent[^1] before they post.\n\n[^1]: In writing.\n", "consent1 before", "consent[^1] before"),
    (
        "Staff must have consent[^1] before they post.\n\n[^1]: In writing.\n",
        "consent[^1] before",
        "consent[^1] before",
    ),
    ("Staff must have consent[^1] before they post.\n\n[^1]: In writing.\n", "have consent\xb9", "have consent[^1]"),
    ("Staff must have consent[^1] before they post.\n\n[^1]: In writing.\n", "have consent[1]", "have consent[^1]"),
    ("Staff must have consent[^1] before they post.\n\n[^1]: In writing.\n", "In writing.", "In writing."),
    ("Staff must have consent[^1] before they post.\n\n[^1]: In writing.\n", "1. In writing.", "In writing."),
    ("Staff must have consent[^1] before they post.\n\n[^1]: In writing.\n", "\xb9 In writing.", "In writing."),
    ("A[^a] and b[^b] c.\n\n[^a]: x\n[^b]: y\n", "b\xb2 c", "b[^b] c"),
    ("A[^a] and b[^b] c.\n\n[^a]: x\n[^b]: y\n", "A* and b\u2020 c", "A[^a] and b[^b] c"),
    ("- Ask first.\n- Then post.\n", "\u2022 Ask first.", "Ask first."),
    ("- Ask first.\n- Then post.\n", "\u2022 Ask first. \u2022 Then post.", "Ask first.\n- Then post."),
    ("- Ask first.\n- Then post.\n", "\u2022\tAsk first.\n\u2022\tThen post.", "Ask first.\n- Then post."),
    ("- Ask first.\n- Then post.\n", "- Ask first.\n- Then post.", "- Ask first.\n- Then post."),
    ("* Ask first.\n* Then post.\n", "- Ask first.\n- Then post.", "Ask first.\n* Then post."),
    ("- Ask first.\n- Then post.\n", "\xb7 Ask first.\n\xb7 Then post.", "Ask first.\n- Then post."),
    ("- Ask first.\n- Then post.\n", "\u25e6 Ask first.", "Ask first."),
    ("- Ask first.\n- Then post.\n", "\u25aa Then post.", "Then post."),
    ("1. Ask first.\n2. Then post.\n", "1) Ask first.\n2) Then post.", "Ask first.\n2. Then post."),
    ("1. Ask first.\n1. Then post.\n", "1. Ask first. 2. Then post.", "Ask first.\n1. Then post."),
    ("- [x] Ask first.\n- [ ] Then post.\n", "\u2611 Ask first.", "Ask first."),
    ("- [ ] Ask first.\n", "\u2610 Ask first.", "Ask first."),
    ("> Ask first.\n", "> Ask first.", "> Ask first."),
    ("> Ask first\n> and post.\n", "Ask first and post.", "Ask first\n> and post."),
    ('Say "no" now.', "\xabno\xbb now", '"no" now'),
    ("Say \xabno\xbb now.", '"no" now', "\xabno\xbb now"),
    ("Say \xab no \xbb now.", '"no" now', "\xab no \xbb now"),
    ("Say \u2039no\u203a now.", "'no' now", "\u2039no\u203a now"),
    ("Say 'no' now.", '"no" now', "'no' now"),
    ("Say ``no'' now.", '"no" now', "``no'' now"),
    ("Ask \u2014 then wait.", "Ask -- then wait", "Ask \u2014 then wait"),
    ("Ask\u2014then wait.", "Ask--then wait", "Ask\u2014then wait"),
    ("Ask\u2014then wait.", "Ask - then wait", "Ask\u2014then wait"),
    ("Ask \u2014 then wait.", "Ask---then wait", "Ask \u2014 then wait"),
    ("Ask \u2013 then wait.", "Ask-then wait", "Ask \u2013 then wait"),
    ("Ask -- then wait.", "Ask \u2014 then wait", "Ask -- then wait"),
    ("Open 9\u20135.", "9--5", "9\u20135"),
    ("The \ufb01nal o\ufb03ce.", "final office", "\ufb01nal o\ufb03ce"),
    ("The final office.", "\ufb01nal o\ufb03ce", "final office"),
    ("The Stra\xdfe is long.", "STRASSE", "Stra\xdfe"),
    ("The \ufb02ag.", "The flag", "The \ufb02ag"),
    ("The \u200fword\u200e here.", "word here", "word\u200e here"),
    ("See \u2067abc\u2069 now.", "See abc now", "See \u2067abc\u2069 now"),
    ("wo\xadrd here.", "word here", "wo\xadrd here"),
    ("com\xadmu\xadni\xadcations", "communications", "com\xadmu\xadni\xadcations"),
    ("Wait\u2026 then go.", "Wait...then", "Wait\u2026 then"),
    ("Wait\u2026 then go.", "Wait. . . then", "Wait\u2026 then"),
    ("Wait ... then go.", "Wait\u2026 then", "Wait ... then"),
    ("Wait . . . then go.", "Wait \u2026 then", "Wait . . . then"),
    ("Ten\u202f000 people.", "Ten 000 people", "Ten\u202f000 people"),
    ("Ten&nbsp;days later", "Ten days later", "Ten&nbsp;days later"),
    ("A caf\xe9 here", "cafe\u0301 here", "caf\xe9 here"),
    ("\uff26ull width", "Full width", "\uff26ull width"),
    ("The fee is \xbd of it.", "1/2 of it", "\xbd of it"),
    ("It is 5 \xd7 3.", "5 x 3", "5 \xd7 3"),
    ("10 m<sup>2</sup> of it", "10 m\xb2 of it", "10 m<sup>2</sup> of it"),
    ("10 m\xb2 of it", "10 m2 of it", "10 m\xb2 of it"),
    ("CO<sub>2</sub> levels", "CO2 levels", "CO<sub>2</sub> levels"),
    ("A \u2264 B here", "A <= B here", "A \u2264 B here"),
    ("One<br>two lines", "One two lines", "One<br>two lines"),
    ("| Who | What |\n|---|---|\n| Staff | May post |\n", "Staff May post", "Staff | May post"),
    ("| Who | What |\n|---|---|\n| Staff | May post |\n", "Staff | May post", "Staff | May post"),
    ("| Who | What |\n|---|---|\n| Staff | May post |\n", "Staff\tMay post", "Staff | May post"),
    ('See [the rules](a.md "Title") now.', "See the rules now", 'See [the rules](a.md "Title") now'),
    ("Mail <a@b.example> now.", "Mail a@b.example now", "Mail <a@b.example> now"),
    ("A \\*star\\* here.", "A *star* here", "A \\*star\\* here"),
    ("snake\\_case here", "snake_case here", "snake\\_case here"),
    ("## Ask first ##\n", "Ask first", "Ask first"),
    ("## Ask first\n", "## Ask first", "## Ask first"),
    ("## 2. Ask first\n", "2. Ask first", "2. Ask first"),
    ("~~Old~~ new words.", "new words", "new words"),
    ("The council\u2019s rule.", "council`s rule", "council\u2019s rule"),
    ("The council\u2019s rule.", "council\xb4s rule", "council\u2019s rule"),
    ("state-of-the-art", "state\u2011of\u2011the\u2011art", "state-of-the-art"),
    ("non\u2011stop work", "non-stop work", "non\u2011stop work"),
)
"""Quotes as people type them from a screen, a printout or a mail: source, quote, what it names."""
NEAREST = (
    ("Term\n: Its meaning.\n", "Term: Its meaning."),
    ("Staff must ask first.", "Staff may ask first."),
    ("Die Stra\xdfe ist lang und breit.", "Die Stra\xdfe ist lang und kurz."),
    ("\u0130stanbul is a large town there.", "Istanbul is a big town there."),
    ("The \ufb01nal o\ufb03ce answers each letter.", "The final office answers every letter."),
)
GAPS = "Staff must ask the press team before they post on any page.\n\nStaff may share pictures with people first.\n"


def quoted(source: str, quote: str) -> list[str]:
    """Return what a quote names in a text in which other words stand around its source."""
    text = f"# Title\n\nSome words before.\n\n{source}\nMore at the end.\n"
    return [text[start:end] for start, end in quote_spans(text, quote, 0, len(text))]


def test_a_quote_is_found_as_it_is_seen_on_a_screen_or_a_page() -> None:
    """Marks of footnotes and items, quotation marks, dashes, ligatures, signs that nobody sees: each once."""
    for source, quote, found in AS_SEEN:
        [words] = quoted(source, quote)
        assert found in words, (source, quote)
        assert len(words) <= len(found) + 8, (source, quote)


def test_dots_leave_words_out_where_both_parts_stand_once() -> None:
    """Where a part stands twice, nobody can say which one is meant."""
    assert quoted(GAPS, "Staff must \u2026 on any page") == [
        "Staff must ask the press team before they post on any page"
    ]
    assert quoted(GAPS, "ask [...] any page") == ["ask the press team before they post on any page"]
    assert quoted(GAPS, "\u2026ask the press team...") == ["ask the press team"]
    assert quoted(GAPS, "Staff \u2026 first") == []


@pytest.mark.parametrize(("source", "quote"), NEAREST)
def test_what_is_not_there_is_not_found_and_the_nearest_is_shown(source: str, quote: str) -> None:
    """Also where letter case changes how many letters there are."""
    assert quoted(source, quote) == []
    words, at = nearest_words(source, quote, 0, len(source)) or ("", 0)
    assert words
    assert quote[:at].casefold()[:3] == words[:at].casefold().replace("\ufb01", "fi").replace("i\u0307", "i")[:3]


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("Staff must ask\nfirst. Clerks must ask first.", "ask first"),
        ("Staff **must** ask. Clerks must ask.", "must ask"),
        ("Staff [must](x.md) ask. Clerks must ask.", "must ask"),
        ("Staff ask\u00a0first. Clerks ask first.", "ask first"),
        ("Staff ask&nbsp;first. Clerks ask first.", "ask first"),
        ("It\u2019s here. It's there.", "It's"),
        ("Pay 5\u201310 now. Pay 5-10 then.", "5-10"),
        ("Fish &amp; chips. Fish & chips.", "Fish & chips"),
        ("Ask the team.[^1] Then post. Ask the team. Then post.\n\n[^1]: n", "team. Then"),
        ("> Staff must\n> ask. Clerks must ask.", "must ask"),
    ],
)
def test_what_looks_the_same_stands_as_often(source: str, quote: str) -> None:
    """Equal letters in the file are no reason to take one of two places that nobody can tell apart by sight."""
    assert len(quote_spans(source, quote, 0, len(source))) == 2


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("Keep 10\u00b2 posts.", "102"),
        ("Wait 1\u00bd days.", "11/2"),
        ("The Mayor asks.", "may"),
        ("Wait 1\u00bd days.", "1/2 days"),
        ("Cafe\u0301s open.", "CAFE"),
    ],
)
def test_another_number_or_a_part_of_another_word_is_not_the_quote(source: str, quote: str) -> None:
    """10² is not 102, one and a half not eleven halves, and the mayor not may."""
    assert quote_spans(source, quote, 0, len(source)) == []


def test_a_letter_that_stands_everywhere_is_counted_in_one_pass() -> None:
    """Thousands of hits and as many places that look alike are compared once each, not each with all."""
    source = "word number " * 20_000
    assert len(quote_spans(source, "word number", 0, len(source))) == 20_000


def test_a_place_that_looks_the_same_takes_its_marks_along() -> None:
    """Chosen among several, it leaves no half of a mark behind when it gets other words."""
    source = "Staff **must** ask. Clerks must ask."
    assert [source[a:b] for a, b in quote_spans(source, "must ask", 0, len(source))] == ["**must** ask", "must ask"]
