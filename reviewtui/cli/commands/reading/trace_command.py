"""The command that follows a passage through versions."""

import sys

import click

from reviewtui.cli.options import Opened, name_argument, name_option, nth_option, repository_command
from reviewtui.cli.output import print_error, say_row, tell
from reviewtui.domain.policy.place import Place
from reviewtui.domain.refusal import Refused
from reviewtui.workspace.judging.passage_trace import TracedVersion, trace_line
from reviewtui.workspace.workspace import Workspace


@click.command()
@name_argument("section", required=False)
@name_option("--quote", "Q", "The passage, word for word.")
@nth_option
@name_option("--from first", "V", "The version in which the quote stands (default: the draft).")
@name_option("--to last", "V", "Follow it to this version only.")
@click.option("--jsonl", is_flag=True, help="Answer lines of JSON from standard input; for scripts and measurements.")
@repository_command
def trace(
    opened: Opened, section: str, quote: str, nth: int | None, first: str, last: str, jsonl: bool, as_json: bool
) -> int:
    """Follow a passage through the releases: born, unchanged, reworded, moved or gone.

    With --jsonl, each line is {"id", "old_commit", "old_path", "old_start", "old_end", "new_commit", "new_path"?} with
    paths from the repository's root; each answer is one line with where those characters are in the other commit.
    """
    if jsonl:
        return _answer_lines(opened.whole)
    if not section or not quote:
        raise Refused("Say which passage: reviewtui trace SECTION --quote Q")
    stops = opened.workspace.versions.trace(Place(section=section, quote=quote, nth=nth), first, last)
    tell({"versions": [_data(traced) for traced in stops]}, map(trace_line, stops), as_json=as_json)
    return 0


def _data(traced: TracedVersion) -> dict[str, object]:
    placement = traced.step.placement
    return {
        "version": traced.version.name,
        "commit": traced.version.commit,
        "happening": traced.step.happening,
        "quoted": traced.quoted,
        "placement": placement.state,
        "path": placement.path,
        "start": placement.start if placement.path else None,
        "end": placement.end if placement.path else None,
        "meaning_changed": bool(traced.step.alarm),
        "alarm": traced.step.alarm,
        "words": traced.step.words,
    }


def _answer_lines(workspace: Workspace) -> int:
    """Answer each line of standard input that can be answered, name the others, and return the exit code."""
    code = 0
    for answer in workspace.versions.answer_lines(sys.stdin):
        if isinstance(answer, Refused):
            print_error(str(answer))
            code = answer.exit_code
        else:
            say_row(answer)
    return code
