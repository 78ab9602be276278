"""The commands that say how far a version is from its release, what would be, and where the review stands."""

from pathlib import Path

import click

from reviewtui.cli.options import Opened, name_option, repository_command
from reviewtui.cli.output import NO, say, say_data
from reviewtui.domain.refusal import Refused
from reviewtui.views.readiness import readiness_rows as readiness
from reviewtui.views.readiness.report_rows import report_data
from reviewtui.workspace.writing_to_file import PAGES, report_text, write_new_file


@click.command()
@name_option("--for target", "V", "The version that it should become (default: the target of the settings).")
@name_option("--at", "VERSION", "Judge this version as it stood then.")
@name_option("--if-accepted wished", "THREAD", "Say also what accepting this remark would do", multiple=True)
@click.option("--if-editorial-accepted", "bettering", is_flag=True, help="The same for all editorial suggestions.")
@repository_command
def ready(opened: Opened, target: str, at: str, wished: tuple[str, ...], bettering: bool, as_json: bool) -> int:
    """Say whether the draft is ready for release, gate by gate; exit code 1 means no.

    Example: reviewtui ready --if-accepted k3f9 --if-accepted 7m2p
    """
    if at and (wished or bettering):
        raise Refused("What would be is asked of the draft; leave out --at.")
    workspace = opened.workspace
    draft = workspace.load_then(at) if at else workspace.load()
    verdict = workspace.judge.readiness(draft, target)
    forecast = workspace.judge.forecast(draft, wished, verdict, editorial=bettering) if wished or bettering else None
    if as_json:
        more = {"if_accepted": readiness.forecast_data(forecast)} if forecast else {}
        say_data(readiness.readiness_data(verdict) | more)
    else:
        say(readiness.readiness_lines(verdict))
        if forecast:
            say(readiness.forecast_lines(draft, forecast))
    return 0 if verdict.ready else NO


_MARKDOWN = frozenset({".md", ".markdown"})


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="[FILE]")
@repository_command
def report(opened: Opened, file: Path | None, as_json: bool) -> None:
    """Write one page on where the review stands: state, work left, who has read and answered, how it came here.

    FILE ends with .md (Markdown) or .html (one page that loads nothing). Without FILE it is printed as Markdown.

    Example: reviewtui report review.html
    """
    if file is not None and file.suffix.lower() not in PAGES | _MARKDOWN:
        raise Refused(f"'{file}' ends with neither .md nor .html; name the file so that its ending says which.")
    known = opened.workspace.judge.report(opened.workspace.load())
    if file is not None:
        write_new_file(file, report_text(known, as_page=file.suffix.lower() in PAGES))
    if as_json:
        say_data(report_data(known) | {"file": str(file) if file is not None else None})
    else:
        say([f"Written to {file}."] if file is not None else report_text(known, as_page=False).splitlines())
