"""A comparison as a page that loads nothing and runs nothing."""

from html.parser import HTMLParser

from tests.conftest import NORTHVALE, Clone, Run

HOSTILE = '<script>alert(1)</script> <img src=x onerror=alert(1)> <a href="javascript:x">x</a> \x1b]52;c;x\x07 \u202e'


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, tuple(name for name, _ in attrs)))


def test_the_page_shows_what_went_and_what_came(review: Clone, run: Run):
    """Deleted words are struck out, inserted ones underlined, the rest of the section stands around them."""
    review.git("tag", "0.1")
    review.write("policy/records.md", review.read("policy/records.md").replace("two years", "six years"))
    code, out, _ = run(review, "diff", "0.1", "--style", "html")
    assert code == 0
    assert "<del>two</del>" in out
    assert "<ins>six</ins>" in out
    assert "Posts are records." in out


def test_text_by_others_stays_text(review: Clone, run: Run, tmp_path):
    """No script, no event handler, no foreign address, no control character; a file is never overwritten."""
    review.git("tag", "0.1")
    review.write("policy/records.md", f"# Records\n\n{HOSTILE}\n")
    target = tmp_path / "page.html"
    assert run(review, "diff", "0.1", "--style", "html", "-o", str(target), who=NORTHVALE)[0] == 0
    page = target.read_text("utf-8")
    tags = Tags()
    tags.feed(page)
    allowed = {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "h1",
        "h2",
        "p",
        "section",
        "del",
        "ins",
        "mark",
        "b",
    }
    assert {tag for tag, _ in tags.seen} <= allowed
    assert not any(name.startswith("on") or name in {"src", "href"} for _, names in tags.seen for name in names)
    assert not any(char in page for char in "\x1b\x07\u202e")
    code, _, err = run(review, "diff", "0.1", "--style", "html", "-o", str(target))
    assert (code, "exists already" in err) == (2, True)
