"""Papers: whatever others wrote, both forms have the structure of the paper and nothing more."""

from html.parser import HTMLParser

import pyromark
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.exchange.papers.html_paper import as_html
from reviewtui.exchange.papers.markdown_paper import as_markdown, plain
from reviewtui.exchange.papers.paper import (
    Compared,
    Items,
    Paper,
    PaperHeading,
    PaperTable,
    paragraph,
    quote,
    strong,
    words,
)

MARKS = st.sampled_from(
    ["# ", "- ", "1. ", "> ", "```", "~~~", "|", "[x](y)", "[x]: y", "<b>", "<!--", "**", "__", "![", "$x$", ": ",
     "&lt;", "\\", "https://a.example", "<script>alert(1)</script>", '" onload="', "\n\n", "\t", "\u202e", "===", "---"]
)  # fmt: skip
TEXTS = st.lists(MARKS | st.text(max_size=8), max_size=6).map("".join)
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "ul", "li", "dl", "dt", "dd", "del",
    "ins", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "q", "strong",
}  # fmt: skip


def paper_of(text: str) -> Paper:
    """Return a paper that has the same words in every place."""
    return Paper(
        text,
        (
            PaperHeading(text),
            paragraph(text, quote(text), strong(text)),
            Items((words(text), words("Said: ", text))),
            Compared(text, text, f"{text} more"),
            Compared("", "", text),
            PaperTable(text, ("Head", text), ((text, text),)),
        ),
    )


class Page(HTMLParser):
    """The tags of a page and the names of their attributes."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}


@given(TEXTS)
def test_a_page_has_no_tag_that_others_wrote(text: str) -> None:
    """Nor an attribute, nor a sign that cannot be seen."""
    page = Page()
    page.feed(as_html(paper_of(text)))
    assert set(page.tags) <= ALLOWED
    assert page.attributes <= {
        "lang", "charset", "http-equiv", "content", "name", "class", "role", "aria-label", "tabindex", "scope",
    }  # fmt: skip
    assert page.tags.count("h1") == page.tags.count("table") == 1
    assert "\u202e" not in as_html(paper_of(text))


@given(TEXTS)
def test_markdown_has_the_blocks_of_the_paper(text: str) -> None:
    """Two headings, lists and a table by the grammar, and no link, picture, code or HTML."""
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_DEFINITION_LIST
    page = Page()
    page.feed(pyromark.html(as_markdown(paper_of(text)), options=options))
    assert set(page.tags) <= {"h1", "h2", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "strong"}
    assert (page.tags.count("h1"), page.tags.count("h2"), page.tags.count("table")) == (1, 1, 1)
    assert "\u202e" not in as_markdown(paper_of(text))


def test_a_pair_of_brackets_is_a_character() -> None:
    """Only what would make a link, a note or a box of it is taken off."""
    assert plain("see [insert date] and [here](y)") == "see [insert date] and [here\\](y)"
    assert plain("[^1] and [[a]] here") == "\\[^1] and \\[[a]] here"
