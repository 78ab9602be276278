"""The command with which a council takes over changes of the policy that its own came from."""

import re

import click

from reviewtui.cli.options import Opened, name_argument, name_option, repository_command
from reviewtui.cli.output import tell
from reviewtui.domain.actions import commands
from reviewtui.domain.refusal import Refused

_NUMBERS = re.compile(r"(?P<low>[1-9][0-9]{0,6})(?:(?:-|\.\.)(?P<high>[1-9][0-9]{0,6}))?\Z")


@click.command()
@name_argument("remote")
@name_argument("numbers", "[N|N-M]...", nargs=-1, required=False)
@name_option("--section", "S", "All changes of this section.")
@click.option("--editorial", is_flag=True, help="All changes that are editorial (with --section: of that section).")
@name_option("--of of", "COMMIT", "Their commit that the numbers are of.")
@repository_command
def adopt(opened: Opened, /, remote: str, numbers: tuple[str, ...], section: str, of: str, **flags: bool) -> None:
    """Make suggestions of changes of the policy that this one was taken over from.

    The numbers are those of 'reviewtui diff --adopted REMOTE', which names the commit that they are of; give it with
    --of, so that they mean the same after the next fetch. Of a range, a section and the editorial changes, those that
    you have already or that have to be taken over by hand are left out and counted. Each change becomes a suggestion,
    pending until 'reviewtui submit', which is accepted or declined like any other; accepting it credits whoever wrote
    the words there.

    Example: reviewtui adopt upstream --of 3f0c9e1d2b 1 4-7
    """
    single, ranges = _numbers(numbers)
    if not (numbers or section or flags["editorial"]):
        raise Refused("Say which changes: their numbers, a range (2-5), --section S or --editorial.")
    outcome = opened.carry_out(commands.Adopt(remote, single, ranges, section, flags["editorial"], of))
    data = {"threads": list(outcome.threads), "path": outcome.path}
    tell(data, [outcome.message], as_json=flags["as_json"])


def _numbers(given: tuple[str, ...]) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
    """The single numbers, and the ranges, that were typed; a comma separates them too."""
    single: list[int] = []
    ranges: list[tuple[int, int]] = []
    for word in (part.strip() for each in given for part in each.split(",")):
        match = _NUMBERS.match(word)
        if match is None or (match["high"] and int(match["high"]) < int(match["low"])):
            raise Refused(f"'{word}' is neither a number nor a range; give numbers as in 2 or 4-7.")
        if match["high"]:
            ranges.append((int(match["low"]), int(match["high"])))
        else:
            single.append(int(match["low"]))
    return tuple(single), tuple(ranges)
