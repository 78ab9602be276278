"""Text by others reaches a widget through one module only."""

import ast
from pathlib import Path

import pytest
from textual.app import App, ComposeResult

import reviewtui.tui
from reviewtui.tui.appearance.safe_text import Words, content, harmless, one_line, option
from reviewtui.views.styled_text import Styled, line
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open

_TUI = Path(next(iter(reviewtui.tui.__path__)))
_DOORS = {"appearance/safe_text.py"}
_FORBIDDEN = {"Static", "Label", "Option", "Markdown", "Log", "RichLog", "Pretty", "from_markup", "add_row"}
_PAYLOADS = (
    "\x1b[31mred\x1b[0m",
    "\x1b]52;c;ZXZpbA==\x07",
    "\x9b31m",
    "[/] [@click=app.quit]quit[/] [link=https://evil.example]x",
    "see [1] and [bold]",
    "\u202eevil\u202c",
    "a\u200bb\u00adc",
    "}, [/* d */]);",
)


@pytest.mark.parametrize("path", sorted(_TUI.rglob("*.py")), ids=lambda path: path.name)
def test_only_the_door_makes_widgets_of_text(path: Path) -> None:
    """No module but plain.py makes a Static, a Label or an Option, notifies, or writes into a border."""
    if str(path.relative_to(_TUI)) in _DOORS:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            # The app's own `notify` hands on what came through the door.
            inherited = isinstance(getattr(node.func, "value", None), ast.Call)
            assert name not in _FORBIDDEN | ({"notify"} - ({name} if inherited else set())), f"{path.name}: {name}"
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            assert node.attr not in {"border_title", "border_subtitle", "tooltip"}, f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("payload", _PAYLOADS)
def test_nothing_is_markup_and_nothing_is_hidden(payload: str) -> None:
    """Brackets stay, controls and bidirectional characters become signs."""
    for shown in (
        one_line(line(payload)),
        content([line(Styled(payload, "quote"))]),
        option([line(payload)]).prompt,
    ):
        text = str(getattr(shown, "plain", shown))
        assert not any(char < " " or "\x7f" <= char <= "\x9f" or char in "\u202e\u202c\u200b\u00ad" for char in text)
        assert text.count("[") >= payload.count("[") - payload.count("\x1b[")


async def test_hostile_words_stay_words_on_every_screen(review: Clone, run: Run, play: Open) -> None:
    """Escapes, markup and bidirectional characters in text, remarks and names do nothing but be seen."""
    for number, payload in enumerate(_PAYLOADS):
        review.write(f"policy/p{number}.md", f"# T {payload}\n\nWords {payload} end here.\n")
    review.commit("Hostile \x1b[31m title")
    review.git("tag", "0.1")
    for number, payload in enumerate(_PAYLOADS):
        run(review, "comment", f"p{number}", "--quote", "end here", "-m", f"Body {payload}", who=NORTHVALE)
    run(review, "suggest", "p0", "--quote", "Words", "--replace", _PAYLOADS[0], who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    review.commit_file("policy/p1.md", f"# T\n\nOther words {_PAYLOADS[3]} now.\n", "Change")
    async with play(review) as app:
        for key in ("n", "n", "A", "escape", "2", "n", "n", "3", "|", "4", "5", "?", "escape", "1", "g", "escape"):
            await app.press(key)
            seen = app.seen()
            assert not any(char < " " or "\x7f" <= char <= "\x9f" for char in seen.replace("\n", ""))
            assert "\u202e" not in seen


def test_an_edited_text_shows_no_control_characters() -> None:
    """What a text area paints is made harmless, cell by cell."""
    from rich.segment import Segment
    from textual.strip import Strip

    strip = harmless(Strip([Segment("a\x1b[31mb\u202e")]))
    assert strip.text == "a\ufffd[31mb\ufffd"


def test_a_name_is_one_line() -> None:
    """Names and labels, and everything in a list, keep no line end; running text keeps its own."""
    for look in ("strong", "muted", "heading", "alarm"):
        assert "\n" not in one_line(line(Styled("a\nb\r\nc", look))).plain
    assert one_line(line(Styled("a\nb"))).plain == "a\nb"
    shown = option([line(Styled("a\nb"), "c\nd"), line("e")]).prompt
    assert str(shown).count("\n") == 1


async def test_words_that_take_the_same_room_arrange_nothing_anew() -> None:
    """A letter typed below a form changes a count of words; the screen around it stays as it is."""

    class Two(App[None]):
        def compose(self) -> ComposeResult:
            yield Words(id="high")
            yield Words(id="wide")

    app = Two(css_path=None)
    async with app.run_test(size=(40, 10)) as pilot:
        high, wide = app.query_one("#high", Words), app.query_one("#wide", Words)
        wide.styles.width = "auto"
        for words in (high, wide):
            words.show_lines([line("1 word")])
        await pilot.pause()
        assert not high._takes_other_room(content([line("22 words")]))
        assert wide._takes_other_room(content([line("22 words")]))
        assert high._takes_other_room(content([line("1 word"), line("more")]))
