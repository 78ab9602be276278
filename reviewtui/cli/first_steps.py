"""What a person is offered where nothing was committed: the example, or a beginning of their own."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from reviewtui.cli.output import print_progress, say
from reviewtui.domain.refusal import Refused
from reviewtui.workspace.new_repository import begin_in_folder, possible_texts
from reviewtui.workspace.workspace import Workspace

EXAMPLE = "reviewtui-demo"
"""The folder in which the example is built."""


def first_steps(folder: Path, build_example: Callable[[], object], *, is_repository: bool = False) -> Path:
    """Ask a person at a terminal what to begin with, and return the folder in which there is something to open then.

    In a repository (`is_repository`) there is no commit yet, and it is gone on with.

    Raises:
        LeftAlone: nothing was chosen.
        ReviewError: it was not possible.
    """
    here = folder.expanduser().resolve()
    built = (here / EXAMPLE / ".git").exists()
    look = f"open the example in {EXAMPLE}" if built else f"build an example in {EXAMPLE}, and look around in it"
    lacks = "nothing was committed" if is_repository else "no git repository is"
    say(
        [
            f"There is no review in {here} yet: {lacks} there.",
            f"1: {look}.",
            "2: begin a review here, of a folder with Markdown or of a Word document.",
        ]
    )
    while (choice := _asked("Type 1 or 2, Enter to leave: ")) not in {"1", "2"}:
        say([f"'{choice}' is neither 1 nor 2."])
    if choice == "2":
        _begin(here, is_repository=is_repository)
        return here
    if not built:
        build_example()
    return here / EXAMPLE


class LeftAlone(Exception):
    """Somebody was asked what to begin with, and left."""


def _begin(folder: Path, *, is_repository: bool) -> None:
    """Ask what is to be reviewed until that could be begun, and say who is the author and what comes next."""
    does = "Your text becomes its first commit" if is_repository else "It becomes a git repository on your own machine"
    say([f"{does}; the text stays as it is, and nothing is sent anywhere."])
    while True:
        texts = possible_texts(folder)
        _say_choices(folder, texts)
        answer = _asked(f"Type {'a number or a name' if texts else 'its name'}, Enter to leave: ")
        try:
            message = begin_in_folder(folder, _chosen_text(answer, texts))
            break
        except Refused as error:
            say([str(error)])
    me = Workspace.open(folder).load().me
    say(
        [
            message,
            f"To git you are {me}, so you are the author here. git config user.name and user.email change that.",
            "Next: read the text; reviewtui organisation add names an organisation that is to review it.",
        ]
    )


def _say_choices(folder: Path, texts: Sequence[str]) -> None:
    if texts:
        say(["What lies here:", *(f"{number}: {_named(text)}" for number, text in enumerate(texts, 1))])
    else:
        say([f"Neither Markdown (.md) nor a Word document lies in {folder}. Put the text there, then type its name."])


def _chosen_text(answer: str, texts: Sequence[str]) -> str:
    if answer.isdecimal() and not 1 <= int(answer) <= len(texts):
        raise Refused(f"There is no number {answer} here.")
    if answer.isdecimal():
        return texts[int(answer) - 1]
    if Path(answer).is_absolute() or ".." in Path(answer).parts:
        raise Refused(f"'{answer}' does not lie in this folder; go to the folder that is to be reviewed.")
    return answer


def _named(text: str) -> str:
    return "the Markdown in this folder" if text == "." else text


def _asked(prompt: str) -> str:
    print_progress(prompt, end_line=False)
    answer = sys.stdin.readline().strip()
    if not answer:
        raise LeftAlone
    return answer
