"""Sentences of the rules name keys in the app, never the options of commands."""

import ast
import json
import re
from pathlib import Path

import pytest

import reviewtui
from reviewtui.tui.keys.key_sentences import in_keys
from reviewtui.tui.keys.key_table import key_names
from reviewtui.tui.keys.palette_acts import COMMANDS, NOT_IN_THE_APP
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open

PACKAGE = Path(reviewtui.__file__).parent
_COMMAND = re.compile(r"reviewtui \w+|(?<!\w)--?[a-z]|SECTION|TEXT|WHY")
_SENTENCES = (
    "A remark needs words: say them with -m TEXT.",
    "Declining needs a reason: say it with -m TEXT.",
    "A dismissal needs its reason: say it with -m TEXT.",
    "An objection needs words: say with -m TEXT what would clear it.",
    "The words of k3f9 were removed; say with --as TEXT what to put into the text.",
    "k3f9 is decided already (declined); 'reviewtui undo k3f9' takes that back first.",
    "k3f9 is pending; its writer submits it first: reviewtui submit.",
    "The old words were removed by the author; say the remark anew with -m TEXT.",
    "The passage was changed in the same words; settle it with --as TEXT, or reattach or decline it.",
    "You have staged edits in the same words; commit or undo them first, or use --as TEXT after that.",
    "k3f9 is about no single passage, so --as cannot put words there; edit the text by hand and use 'done'.",
    "The passage of k3f9 is gone; say where it is with 'reviewtui reattach k3f9 SECTION --quote Q', or decline it.",
    "1.0 is not ready: blocking. 'reviewtui ready' says why; --override WHY releases all the same.",
    "This repository has no review yet; begin one with: reviewtui init --policy policy",
    "This repository has no review yet; begin one with: reviewtui init --policy 'our policy'",
    "There is no release to compare with yet; name two versions: reviewtui diff A B.",
    "There is no finding 'abc' in the text as it stands; 'reviewtui check' lists them.",
    "Changed k3f9; pending until 'reviewtui submit'.",
    "decide 2 remarks without a sure place, or say where they stand now: reviewtui reattach",
    "mend 3 findings, or dismiss with a reason: reviewtui dismiss",
    "ask for 2 sections to be read: reviewtui read SECTION",
    "ask them to sign off this text: reviewtui signoff no-objection",
)


@pytest.mark.parametrize("sentence", _SENTENCES)
def test_a_sentence_names_keys(sentence: str) -> None:
    """No command and no option is left, and what is left is a sentence."""
    said = in_keys(sentence, key_names("read"))
    assert not _COMMAND.search(said), said
    assert "  " not in said
    assert "{" not in said


@pytest.mark.parametrize(
    ("command", "called"),
    [
        ("round open --until DATE", "Open a round\u2026"),
        ("round close abc123", "Close the round\u2026"),
        ("round list", "Rounds"),
        ("organisation add", "Organisations\u2026"),
    ],
)
def test_a_command_of_a_group_names_what_does_it(command: str, called: str) -> None:
    """Where a round is to be closed the palette's act that closes it is named, not the list of rounds."""
    said = in_keys(f"wait, then do it: reviewtui {command}", key_names("ready"))
    assert said == f"wait, then do it: ctrl+p \u201c{called}\u201d"


def test_nobody_is_told_a_key_for_what_somebody_else_does() -> None:
    """What waits for its writer names no key of the reader's."""
    said = in_keys("k3f9 is pending; its writer submits it first: reviewtui submit.", key_names("decide"))
    assert said == "k3f9 is pending; its writer submits it first."


def _sentences() -> list[str]:
    """What the rooms below the front ends may say: every text of their source that names a command or an option."""
    texts = []
    for room in ("domain", "workspace", "views", "text", "checks", "store"):
        for path in sorted((PACKAGE / room).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            parts = {id(value) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for value in node.values}
            documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            for node in ast.walk(tree):
                if isinstance(node, ast.JoinedStr):
                    texts.append(
                        "".join(
                            str(getattr(value, "value", "x") or "x") if isinstance(value, ast.Constant) else "x1"
                            for value in node.values
                        )
                    )
                elif (
                    isinstance(node, ast.Constant)
                    and isinstance(node.value, str)
                    and id(node) not in parts | documented
                ):
                    texts.append(node.value)
    return [text for text in texts if " " in text and re.search(r"reviewtui [a-z]|(?<![\w-])--[a-z]", text)]


@pytest.mark.slow
def test_no_sentence_of_the_program_names_an_option_in_the_app() -> None:
    """Whatever the rules, the workspace and the views say: what is left names git, or what only a shell can do."""
    names = key_names("read")
    sentences = _sentences()
    assert len(sentences) > 50
    commands = "|".join((*COMMANDS, *NOT_IN_THE_APP))
    for sentence in sentences:
        shown = re.sub(r"git [a-z-]+ [^;]*|“reviewtui [^”]*”", "", in_keys(sentence, names))
        assert not re.search(rf"reviewtui (?:{commands})\b|(?<![\w-])--[a-z]", shown), (sentence, shown)


def test_a_changed_key_is_the_one_that_is_named() -> None:
    """Keys of one's own settings stand in the sentence."""
    names = key_names("decide", {"decide.undo": "ctrl+y"})
    assert in_keys("decided already; 'reviewtui undo k3f9' takes that back first.", names).startswith(
        "decided already; l lists it, and there ctrl+y takes"
    )


async def test_a_refused_decision_is_told_in_keys(review: Clone, run: Run, play: Open) -> None:
    """Declining without a reason is answered without an option of the command line."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    async with play(review) as app:
        await app.press("2", "x", "ctrl+s", tells="needs a reason: write it first.")
        assert "-m" not in app.told()


async def test_what_is_left_to_do_by_hand_is_told_without_a_command(review: Clone, run: Run, play: Open) -> None:
    """The remark beside the text and the list of remarks name the entry of the palette."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    thread = json.loads(run(review, "threads", "--json")[1])["threads"][0]["thread"]
    run(review, "accept", thread)
    async with play(review, size=(120, 40)) as app:
        app.screen.view.show_thread(thread)
        await app.settle()
        for _ in range(2):
            assert "“Done by" in app.seen()
            assert "reviewtui done" not in app.seen()
            await app.press("l")
