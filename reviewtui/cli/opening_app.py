"""Opening the app from the command line."""

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from reviewtui.cli.output import has_terminal, print_error
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.review_home import KnownReview, SeveralPolicies


class AppWanted(Exception):
    """The app is to be opened on `folder` by whoever started the program: no front end knows the other."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


def open_app(folder: Path) -> NoReturn:
    """Ask for the app on the repository around `folder`.

    Raises:
        AppWanted: it can be opened.
        Refused: there is no repository and nobody to ask, no terminal, or one that the app cannot draw on.
    """
    import os
    import sys

    if not has_terminal():
        _require_repository(folder)
        raise Refused(
            "The app needs a terminal; 'reviewtui --plain', 'reviewtui status' and 'reviewtui --help' work without one."
        )
    if not sys.stderr.isatty():
        raise Refused("The app draws on standard error, which leads elsewhere here; start it without '2>'.")
    if os.environ.get("TERM", "dumb") == "dumb":
        raise Refused("This terminal (TERM=dumb) cannot show the app; use: reviewtui --plain")
    if "utf" not in (sys.stdout.encoding or "").lower():
        raise Refused("The app needs a UTF-8 terminal: set LC_ALL=C.UTF-8; the commands work without it.")
    raise AppWanted(folder)


def chosen_policy(several: SeveralPolicies) -> str:
    """Ask a person at the terminal which of several policies is meant; return what it is called."""
    import click

    for number, review in enumerate(several.reviews, 1):
        print_error(f"{number:>3}  {review.with_title}")
    while True:
        answer = click.prompt("Which policy (a number or a name)", err=True).strip()
        meant = _named(answer, several.reviews)
        if len(meant) == 1:
            return meant[0].called
        if meant:
            print_error(f"Several policies are called '{answer}': {', '.join(review.called for review in meant)}.")
        else:
            print_error(f"There is no policy '{answer}' here.")


def _named(answer: str, reviews: Sequence[KnownReview]) -> Sequence[KnownReview]:
    """The policies that an answer may mean: by its exact name, else by any, else by the number of the line."""
    wanted = answer.casefold()
    exact = [each for each in reviews if each.called == answer]
    told = [each for each in reviews if wanted in {name.casefold() for name in (each.called, each.folder, each.title)}]
    numbered = [each for number, each in enumerate(reviews, 1) if str(number) == answer]
    return exact or told or numbered


def _require_repository(folder: Path) -> None:
    """Refuse where there is no repository: what could be begun there helps more than which terminal it needs."""
    from reviewtui.workspace.loading.first_page import first_page

    first_page(folder)
