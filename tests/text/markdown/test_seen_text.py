"""What is seen, and its place in the file: for any text, for the grammar's own examples, for a real policy."""

import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given

from reviewtui.text.markdown.document import Document
from reviewtui.text.markdown.seen_text import seen_around, seen_text
from tests.conftest import Clone
from tests.text.markdown.texts import texts

SPEC = Path(os.environ.get("COMMONMARK_SPEC", "node_modules/commonmark-spec/spec.txt"))
EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.DOTALL | re.MULTILINE)
OTHERWISE = {
    "---\nFoo\n---\nBar\n---\nBaz\n": "front matter here",
    "<?php\n\n  echo '>';\n\n?>\nokay\n": "Python's HTML parser ends an instruction at the first sign",
    "foo <!--> foo -->\n\nfoo <!---> foo -->\n": "Python's HTML parser reads on to the next end of a comment",
}


def assert_each_character_has_its_place(source):
    """Each seen character stands where the map says: it is that character, or what stands in for those there."""
    seen = seen_text(Document(source).read())
    for index, char in enumerate(seen.text):
        start, end = seen.span(index, index + 1)
        assert 0 <= start <= end <= len(source)
        if source[start:end] != char:
            assert char in "\n " or re.match(r"&|`|!\[", source[start:end]), (char, source[start:end])


@given(texts)
def test_each_seen_character_has_its_place(source):
    """Any text: no seen character without its own place in the file."""
    assert_each_character_has_its_place(source)


class _Words(HTMLParser):
    """The words of a page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.words = []
        self._hidden = 0

    def handle_data(self, data):
        if not self._hidden:
            self.words.append(data)

    def handle_starttag(self, tag, attrs):
        self._hidden += tag in {"script", "style"}
        self.words.append((dict(attrs).get("alt") or "") if tag == "img" else "")

    def handle_endtag(self, tag):
        self._hidden -= tag in {"script", "style"}


def page_words(html):
    reader = _Words()
    reader.feed(html)
    reader.close()
    return "".join("".join(reader.words).split())


@pytest.mark.skipif(not SPEC.exists(), reason="no spec.txt: npm install --no-save commonmark-spec, or COMMONMARK_SPEC")
def test_the_examples_of_the_grammar_show_the_words_of_their_pages():
    """All 652 examples: what is seen is what stands on the page that the specification gives, and has its place."""
    found = EXAMPLE.findall(SPEC.read_text(encoding="utf-8").replace("\u2192", "\t"))
    assert len(found) > 600
    for source, html in found:
        assert_each_character_has_its_place(source)
        if source not in OTHERWISE:
            assert "".join(seen_text(Document(source).read()).text.split()) == page_words(html), source


def test_each_word_of_the_standard_has_its_place(standard: Clone):
    """A real policy in all its files."""
    for path in standard.path.rglob("*.md"):
        assert_each_character_has_its_place(path.read_bytes().decode("utf-8", "replace"))


AROUND = """---
order: 10
---
# Social media

**Want an account?** See [getting
started](start.md#first) &amp; ask.

| Who | **Where** |
|---|---|
| Press | |
| Tom | here *now* |

<!-- not yet -->
"""


@pytest.mark.parametrize(
    ("passage", "before", "words", "behind"),
    [
        ("Social", "", "Social", " media"),
        ("an account?", "Want ", "an account?", " See getting started & ask."),
        ("started", "Want an account? See getting ", "started", " & ask."),
        ("Press", "", "Press", " \u2502 "),
        ("now", "Tom \u2502 here ", "now", ""),
        ("Tom", "", "Tom", " \u2502 here now"),
        ("---\norder: 10\n---\n#", "", "", "Social media"),
        ("not yet", "", "not yet", ""),
    ],
)
def test_what_stands_around_a_passage_is_shown_as_it_is_seen(
    passage: str, before: str, words: str, behind: str
) -> None:
    """Within its block, or its row of a table: no settings above the page, no marks, no targets of links."""
    start = AROUND.index(passage)
    around = seen_around(Document(AROUND).read(), start, start + len(passage))
    assert around == (before, words, behind)


def test_a_gap_behind_the_last_words_has_them_before_it() -> None:
    """What is put there stands behind them; nothing of the next block is shown."""
    text = "First words.\n\nThe next ones.\n"
    gap = text.index(".") + 1
    assert seen_around(Document(text).read(), gap, gap) == ("First words.", "", "")
