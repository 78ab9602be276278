"""Copying, following links, and headings inside a section."""

import base64

import pytest

from reviewtui.domain.policy.policy import Policy
from reviewtui.tui.app.outside_programs import without_controls
from reviewtui.views.page.links import LinkPlace, link_place
from reviewtui.workspace.workspace import Workspace
from tests.acting import remark
from tests.conftest import Clone, Run
from tests.tui.conftest import Open

_TEXT = """# Principles

See [the records](records.md#how-long), [here](#tone), [the law](https://law.example/act), or [gone](no.md).

## Tone

Be kind.

### Even then

Still.
"""


@pytest.fixture
def linked(review: Clone, run: Run) -> Clone:
    """A section with links and headings, and a remark."""
    review.write("policy/principles.md", _TEXT)
    review.write("policy/records.md", "# Records\n\nThey are kept.\n\n## How long?\n\nFor two years.\n")
    review.commit("Link")
    remark(run, review, "comment", "principles", "--quote", "Be kind", "-m", "Always?")
    return review


def _policy(clone: Clone) -> Policy:
    return Workspace.open(clone.path).load().policy


def test_links_lead_into_the_policy_or_out_of_it(linked: Clone) -> None:
    """Files beside it, headings by their usual names, extensions or none; what leads out has no place."""
    policy, path = _policy(linked), "policy/principles.md"
    there = linked.read("policy/records.md").index("## How long")
    assert link_place(policy, path, "records.md#how-long") == LinkPlace("policy/records.md", there)
    assert link_place(policy, path, "records") == link_place(policy, path, "/policy/records.md")
    assert link_place(policy, path, "#tone") == LinkPlace(path, _TEXT.index("## Tone"))
    for out in ("https://law.example/act", "mailto:a@b.example", "//x.example", "no.md", "../../etc/passwd"):
        assert link_place(policy, path, out) is None


async def test_a_link_is_followed_and_one_goes_back(linked: Clone, play: Open) -> None:
    """U goes to the heading in the other section, ctrl+o back to the caret's place."""
    async with play(linked) as app:
        await app.press("]")
        reader = app.screen.view.reader
        reader.go_to(_TEXT.index("the records"))
        await app.press("U")
        assert app.screen.view.section.name == "records.md"
        assert reader.prose.source[reader.caret :].startswith("How long?")
        await app.press("ctrl+o")
        assert app.screen.view.section.name == "principles.md"
        assert reader.caret == _TEXT.index("the records")
        reader.go_to(_TEXT.index("the law"))
        await app.press("U", tells="leads out of this policy, to https://law.example/act")


async def test_headings_inside_a_section_are_in_the_outline(linked: Clone, play: Open) -> None:
    """They stand below the section that is read; enter on one goes there, h and H step through them."""
    async with play(linked) as app:
        assert "  Tone" not in app.seen()
        await app.press("]", sees=("  Tone", "  Even then"))
        reader = app.screen.view.reader
        await app.press("h")
        assert reader.prose.source[reader.caret :].startswith("Tone")
        await app.press("h", "H")
        assert reader.prose.source[reader.caret :].startswith("Tone")
        app.find("#outline").focus()
        await app.press("down", "down", "enter")
        assert reader.prose.source[reader.caret :].startswith("Even then")
        await app.press("ctrl+o")
        assert reader.prose.source[reader.caret :].startswith("Tone")


async def test_what_is_copied_lies_in_a_file_too(linked: Clone, play: Open) -> None:
    """The passage goes to the terminal and to a file; remark, id, or words under the mouse can be chosen instead."""
    async with play(linked) as app:
        sent: list[str] = []
        app.app._driver.write = sent.append  # type: ignore[union-attr, method-assign]
        await app.press("n", "ctrl+y", "enter")
        assert base64.b64encode(b"Be kind.").decode() in "".join(sent)
        kept = app.app.workspace.unsaved.folder.parent / "copied.txt"
        assert kept.read_text() == "Be kind."
        assert "where the terminal takes it" in app.told()
        await app.press("ctrl+y")
        await app.type("the remark", "enter")
        assert "Always?" in kept.read_text()
        await app.press("ctrl+y")
        await app.type("id of", "enter")
        assert kept.read_text() == app.screen.current_focus.subject.thread.id
        lines = app.seen().splitlines()
        row = next(number for number, line in enumerate(lines) if "Always?" in line)
        column = lines[row].index("Always?")
        await app.pilot.mouse_down(offset=(column, row))
        await app.pilot.hover(offset=(column + 5, row))
        await app.pilot.mouse_up(offset=(column + 5, row))
        await app.press("ctrl+y", "enter")
        assert kept.read_text() == "Always"


def test_copied_words_cannot_act() -> None:
    """Escapes and other control characters are left out; line ends and letters stay."""
    assert without_controls("a\x1b[31m\nb\x07\x9b\ud800\tc") == "a[31m\nb\tc"
