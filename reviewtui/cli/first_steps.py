"""What a person is offered where there is no repository: the example, or a beginning of their own."""

import sys
from collections.abc import Callable
from pathlib import Path

from reviewtui.cli.output import mention, say
from reviewtui.domain.refusal import NoRepository, Refused
from reviewtui.workspace.new_repository import begin_in_folder, possible_texts

EXAMPLE = "reviewtui-demo"
"""The folder in which the example is built."""


def first_steps(folder: Path, build_example: Callable[[], object], why: NoRepository) -> Path:
    """Ask a person at a terminal what to begin with, and return the folder in which there is something to open then.

    Raises:
        ReviewError: nothing was chosen, or it was not possible.

    """
    here = folder.expanduser().resolve()
    built = (here / EXAMPLE / ".git").exists()
    look = f"open the example in {EXAMPLE}" if built else f"build an example in {EXAMPLE}, and look around in it"
    say(
        [
            f"There is no review in {here} yet: no git repository is there.",
            f"1: {look}.",
            "2: begin a review here, of a folder with Markdown or of a Word document.",
        ]
    )
    choice = _asked("Type 1 or 2, Enter to leave: ")
    if choice == "1":
        if not built:
            build_example()
        return here / EXAMPLE
    if choice != "2":
        raise why
    say([begin_in_folder(here, _chosen_text(here))])
    return here


def _chosen_text(folder: Path) -> str:
    texts = possible_texts(folder)
    if texts:
        say(["What lies here:", *(f"{number}: {_named(text)}" for number, text in enumerate(texts, 1))])
    say(["It becomes a git repository on your own machine; the text stays as it is, and nothing is sent anywhere."])
    answer = _asked("Type a number or a name, Enter to leave: ")
    if not answer:
        raise Refused("Nothing was begun.")
    if answer.isdecimal() and 1 <= int(answer) <= len(texts):
        return texts[int(answer) - 1]
    if Path(answer).is_absolute() or ".." in Path(answer).parts:
        raise Refused(f"'{answer}' does not lie in this folder; go to the folder that is to be reviewed.")
    return answer


def _named(text: str) -> str:
    return "the Markdown in this folder" if text == "." else text


def _asked(prompt: str) -> str:
    mention(prompt, end_line=False)
    return sys.stdin.readline().strip()
