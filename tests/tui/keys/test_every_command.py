"""Whatever a command can do can be done in the app: by a key, from the palette, or it is said why not."""

import re
from pathlib import Path

import pytest

import reviewtui
from reviewtui.cli.command_registry import COMMANDS as CLI_COMMANDS
from reviewtui.tui.keys.key_sentences import in_keys
from reviewtui.tui.keys.key_table import KEYS, key_names
from reviewtui.tui.keys.palette_acts import COMMANDS, NOT_IN_THE_APP
from reviewtui.tui.tasks.task_registry import TASKS, find_task
from reviewtui.workspace.handlers.handler_registry import HANDLERS


@pytest.mark.parametrize("command", CLI_COMMANDS)
def test_every_command_has_its_act_or_a_reason(command: str) -> None:
    """A new command needs a key, an entry of the palette, or a sentence why it has none."""
    acts = {key.act for key in KEYS}
    assert (command in COMMANDS) != (command in NOT_IN_THE_APP)
    assert set(COMMANDS.get(command, ())) <= acts


def test_nothing_is_named_that_is_no_command() -> None:
    """The two lists hold nothing that went away."""
    assert {*COMMANDS, *NOT_IN_THE_APP} <= {*CLI_COMMANDS}


@pytest.mark.parametrize("act", TASKS)
def test_every_task_is_there_and_offered(act: str) -> None:
    """Its module and function exist, and an entry of the palette leads to it."""
    assert callable(find_task(act))
    assert act in {key.act for key in KEYS}


def test_every_handler_is_asked_for_from_the_app() -> None:
    """No command value is left that only the command line makes."""
    package = Path(reviewtui.__file__).parent
    folders = (package / "tui", package / "views" / "compose")
    texts = [path.read_text("utf-8") for folder in folders for path in folder.rglob("*.py")]
    made = {name for text in texts for name in re.findall(r"\b([A-Z]\w+)\(", text)}
    assert {each.__name__ for each in HANDLERS} <= made


@pytest.mark.parametrize("command", COMMANDS)
def test_a_sentence_that_names_a_command_names_the_act(command: str) -> None:
    """What stands behind the command, its options and capitals, goes with it."""
    sentence = in_keys(f"Do it first: reviewtui {command} THREAD --flag. Then go on.", key_names("read"))
    assert "reviewtui" not in sentence
    assert sentence.endswith(". Then go on.")
