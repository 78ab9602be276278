"""Commands on the content of the text: what the checks find, and what is done about it."""

import click

from reviewtui.cli.options import Opened, acting, name_argument, name_option, repository_command, text_options
from reviewtui.cli.output import NO, say, say_data
from reviewtui.domain.actions import commands
from reviewtui.domain.review.findings.inspection import open_findings
from reviewtui.views.findings import finding_rows as rows


@click.command()
@name_option("--only", "NAME", "This check alone, also if it is off.")
@click.option("--sections", is_flag=True, help="Show for each section how much binds and how hard it is to read.")
@name_option("--at", "VERSION", "Check the text as of this version.")
@repository_command
def check(opened: Opened, only: str, sections: bool, at: str, as_json: bool) -> int:
    """Look for what is wrong with the text; exit code 1 means that there are open findings.

    Each finding has an id: raise it as a remark with 'reviewtui comment --finding ID', or dismiss it with its reason.

    Example: reviewtui check --only conflict
    """
    workspace = opened.workspace
    draft = workspace.load(at, placed=False)
    inspection = workspace.judge.inspect(draft, only)
    bindingness = workspace.judge.bindingness(draft) if as_json or sections else ()
    if as_json:
        say_data(rows.findings_data(draft, inspection, bindingness))
    else:
        say(rows.finding_lines(draft, inspection))
        if sections:
            say(("", *rows.bindingness_lines(bindingness)))
    return NO if open_findings(inspection, draft.review) else 0


@click.command()
@name_argument("finding")
@text_options("The reason why nothing needs to be done")
@acting
def dismiss(finding: str, body: str) -> commands.Dismiss:
    """Dismiss a finding with a reason; it comes back when the text that it is about changes.

    The reason is a sentence about this finding alone: a word, or the reason of another finding, is refused. FINDING is
    its id as 'reviewtui check' shows it, or a unique beginning or end of it.

    Example: reviewtui dismiss term-4f1c -m "Both spellings are quoted from the law."
    """
    return commands.Dismiss(finding, body)


@click.command()
@name_argument("section")
@text_options("What was compared", required=False)
@acting
def companion(section: str, body: str) -> commands.CheckCompanion:
    """Say that a companion text is in step with the sections that it restates, as they are now.

    SECTION is the companion: one that settings.toml names under [[companions]] or, where it names none, an
    overview that links to the sections. A later change of substance makes it stale again.

    Example: reviewtui companion overview -m "Read beside getting started."
    """
    return commands.CheckCompanion(section, body)
