"""People without git are handed words, and none of the marks of their source."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.views.rendered_text import rendered_change, rendered_text
from tests.acting import ask, remark
from tests.conftest import Clone, Run


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("Officers must **think**, always.", "Officers must think, always."),
        ("see [getting started](getting-started.md#passwords)", "see getting started"),
        ("| Private messages | one year |", "Private messages | one year"),
        ("* Be *kind*.\n* Be brief.", "Be kind.\nBe brief."),
        ("\n\n## Tone\n\nText. ", "\n\nTone\nText. "),
        ("half **of a mark", "half **of a mark"),
        ("| a | b |\n|---|---|\n| **c** | d |", "a | b\nc | d"),
        ("<b>must</b> not, a < b", "must not, a < b"),
        ("<del>must</del> not", "<del>must</del> not"),
        ("seen <!-- and not -->", "seen <!-- and not -->"),
        ("[a]: https://x.example/y", "[a]: https://x.example/y"),
    ],
)
def test_marks_are_left_out_and_words_are_not(source: str, seen: str) -> None:
    """What would hide something, and what shows nothing, stays as it is."""
    assert rendered_text(source) == seen


@given(st.text("ab .*_[]()|#\n>`<", max_size=40))
def test_no_letter_is_lost(source: str) -> None:
    """Whatever stands in a piece of Markdown but an address, its letters come in their order."""
    if "](" not in source and "]:" not in source and "<b>" not in source:
        letters = [sign for sign in source if sign in "ab"]
        assert [sign for sign in rendered_text(source) if sign in "ab"] == letters


def test_a_change_of_marks_alone_keeps_them() -> None:
    """Words that would read alike are told with their marks; so is where a link leads."""
    assert rendered_change("must", "**must**") == ("must", "**must**")
    assert rendered_change("*must*", "*may*") == ("must", "may")
    links = ("See [a](x.md) now.", "See [a](y.md) then.")
    assert rendered_change(*links) == links
    assert rendered_change("See [a](x.md) now.", "See [a](x.md) then.") == ("See a now.", "See a then.")
    assert rendered_change("the *form*", "the [form](https://x.example/f)")[1] == "the [form](https://x.example/f)"


def test_letters_tables_and_papers_tell_words(review: Clone, run: Run, tmp_path: Path) -> None:
    """A suggestion with marks goes out without them, and comes back from the table as the same."""
    review.commit_file("policy/tone.md", "# Manner\n\nBe **very** kind, see [records](records.md).\n", "Add a section")
    quote = "**very** kind, see [records](records.md)"
    wish = remark(
        run, review, "suggest", "tone", "--quote", quote, "--replace", "**quite** kind, see [rules](index.md)"
    )
    for name in ("letters", "form.xlsx"):
        assert run(review, "export", name[-4:] if "." in name else name, str(tmp_path / name))[0] == 0
    letter = (tmp_path / "letters" / "northvale.html").read_text("utf-8")
    assert "“quite kind, see rules” instead of “very kind, see records”" in letter
    assert ask(run, review, "import", str(tmp_path / "form.xlsx"))["count"] == 0
    ask(run, review, "decline", wish, "-m", "No.")
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    for paper in (review.path / "reviews" / "releases" / "1.0").rglob("*.md"):
        assert "**quite" not in paper.read_text("utf-8").replace("\\", "")
