"""Commands that read: where things stand, threads, versions, comparison, readiness, verification."""

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from reviewtui.cli.options import Opened, name_argument, name_option, repository_command
from reviewtui.cli.output import NO, print_error, say, say_data, say_page, tell
from reviewtui.domain.identifier import resolve
from reviewtui.domain.policy.passage import find_section
from reviewtui.domain.policy.policy import within
from reviewtui.domain.record.events import KINDS
from reviewtui.domain.record.thread import FLAGS, STATES
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.milestone import COUNTED
from reviewtui.views.comparison import adoption_rows
from reviewtui.views.comparison.change_blocks import stat_lines
from reviewtui.views.comparison.comparison import Comparison, comparison_data, word_lines
from reviewtui.views.comparison.plain_styles import exact_lines, side_by_side_lines
from reviewtui.views.overview import overview
from reviewtui.views.threads import thread_rows
from reviewtui.views.threads.card.conversation_lines import conversation_lines
from reviewtui.views.threads.thread_filter import ThreadFilter
from reviewtui.views.timeline import version_rows
from reviewtui.views.trust import verification
from reviewtui.workspace.writing_to_file import write_new_file

_MOST_UNREAD = 5
"""So many files that could not be compared are named one by one."""


@click.command()
@repository_command
def status(opened: Opened, as_json: bool) -> None:
    """Show where things stand and what to do next."""
    row = opened.workspace.versions.overview(opened.workspace.load())
    tell(overview.overview_data(row), overview.overview_lines(row), as_json=as_json)


@click.command()
@click.option("--open", "open_only", is_flag=True, help="Only those that wait for a decision.")
@click.option("--state", type=click.Choice(STATES), default=None, help="Only those in this state.")
@name_option("--section", "S", "Only those that stand in this section now.")
@name_option("--organisation", "O", "Only those of this organisation.")
@click.option("--kind", type=click.Choice(KINDS), default=None, help="Only those of this kind.")
@click.option("--flag", type=click.Choice(FLAGS), default=None, help="Only those with this flag.")
@click.option("--mine", is_flag=True, help="Only those that I made.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    metavar="DAY",
    help="Only those with something said since this day.",
)
@repository_command
def threads(
    opened: Opened,
    open_only: bool,
    state: str | None,
    section: str,
    organisation: str,
    kind: str | None,
    flag: str | None,
    mine: bool,
    since: datetime | None,
    as_json: bool,
) -> None:
    """List the threads: every remark with its state and its place in the draft."""
    draft = opened.workspace.load()
    name = _section_name(draft, section) if section else ""
    wanted = ThreadFilter(
        open_only,
        state or "",
        name,
        organisation,
        kind or "",
        flag or "",
        mine=mine,
        since=f"{since:%Y-%m-%d}" if since else "",
    )
    chosen = thread_rows.select(draft, wanted)
    if as_json:
        say_data({"threads": thread_rows.threads_data(draft, chosen), **_absent(draft)})
        return
    say(line for thread in chosen for line in thread_rows.thread_lines(draft, thread))
    if not chosen:
        say(
            [
                "No such remarks."
                if draft.review.threads
                else "No remarks yet: reviewtui comment SECTION --quote Q -m TEXT"
            ]
        )
    say(f"! {problem.path or problem.what}: {problem.reason}" for problem in draft.alarms)


def _section_name(draft: Draft, section: str) -> str:
    """The section's name now; one that is gone may still be named as it was, for the remarks that it left behind."""
    try:
        return find_section(draft.policy, section).name
    except Refused:
        anchors = [thread.anchors[0].path for thread in draft.review.threads.values() if thread.anchors]
        gone = {within(draft.policy.folder, path) for path in anchors}
        name_there = next((name for name in (section, f"{section}.md") if name in gone), None)
        if name_there is None:
            raise
        return name_there


def _absent(draft: Draft) -> dict[str, object]:
    return {"problems": [{"what": p.what, "path": p.path, "reason": p.reason} for p in draft.alarms]}


@click.command()
@name_argument("thread")
@repository_command
def show(opened: Opened, thread: str, as_json: bool) -> None:
    """Show one thread with everything that was said and decided."""
    draft = opened.workspace.load()
    whole_thread = draft.review.threads[resolve(thread, draft.review.threads)]
    if as_json:
        events = [thread_rows.event_data(entry) for entry in whole_thread.entries]
        say_data({**thread_rows.thread_data(draft, whole_thread), "events": events})
    else:
        say(conversation_lines(draft, whole_thread))


@click.command()
@click.option("--ready", "judges", is_flag=True, help="Say also how much of the work was done in each; takes a while.")
@click.option("--all", "goes_into_all", is_flag=True, help="Count in every release, and not only in the newest 60.")
@repository_command
def versions(opened: Opened, judges: bool, goes_into_all: bool, as_json: bool) -> None:
    """List the releases and the draft, oldest first, with what was open then and how much had changed.

    Of many releases the counts are those of the newest 60.
    """
    draft = opened.workspace.load(placed=judges)
    number = len(draft.releases)
    counted = number if goes_into_all else COUNTED
    past = opened.workspace.judge.past_releases(draft, min(number, counted) if judges else 0, counted)
    milestones = opened.workspace.judge.milestones(
        draft, past, opened.workspace.judge.readiness(draft) if judges else None
    )
    tell(
        {"versions": version_rows.milestones_data(draft, milestones)},
        version_rows.version_lines(draft, milestones),
        as_json=as_json,
    )


@click.command()
@name_argument("old", "[A]", required=False)
@name_argument("new", "[B]", required=False)
@name_option("--section", "S", "Only this section.")
@click.option(
    "--style",
    type=click.Choice(["words", "side-by-side", "stat", "exact", "html"]),
    default="words",
    show_default=True,
    help="How to show it; exact shows marks, white space and wrapping too.",
)
@name_option(
    "--adopted remote", "REMOTE", "Compare with the policy of REMOTE that this one came from, as it was last fetched."
)
@click.option(
    "-o",
    "output",
    type=click.Path(path_type=Path),
    default=None,
    metavar="FILE",
    help="Write to FILE, which must not exist yet.",
)
@repository_command
def diff(
    opened: Opened, old: str, new: str, section: str, style: str, remote: str, output: Path | None, as_json: bool
) -> None:
    """Compare two versions in words; A is the newest release and B the draft unless you name others.

    With --adopted it tells what both sides changed since this policy was taken over from REMOTE. Each change of theirs
    has a number, by which 'reviewtui adopt REMOTE N' makes a suggestion of it. Nothing is fetched: git fetch REMOTE.
    """
    workspace = opened.workspace
    if remote:
        if old or new or section or output is not None or style != "words":
            raise Refused(
                "--adopted compares with the draft as a whole; leave versions, --section, --style and -o out."
            )
        shown = workspace.versions.adoption(remote)
        tell(adoption_rows.adoption_data(shown), adoption_rows.adoption_lines(shown), as_json=as_json)
        return
    whole = workspace.versions.compare(old, new)
    comparison = replace(whole, section=_section_path(whole.old, whole.new, section))
    for problem in comparison.unread[:_MOST_UNREAD]:
        print_error(f"Not all is compared: {problem.path}: {problem.reason}.")
    if len(comparison.unread) > _MOST_UNREAD:
        print_error(f"So it is with {len(comparison.unread) - _MOST_UNREAD} more: reviewtui verify")
    if as_json:
        say_data(comparison_data(comparison))
        return
    text = _styled(comparison, style)
    if output is None:
        (say_page if style == "html" else say)(text)
    else:
        write_new_file(output, "\n".join(text) + "\n")
        say([f"Written to {output}."])


def _section_path(earlier: Draft, later: Draft, section: str) -> str:
    if not section:
        return ""
    try:
        return find_section(later.policy, section).path
    except Refused:
        return find_section(earlier.policy, section).path


def _styled(comparison: Comparison, style: str) -> list[str]:
    if style == "stat":
        return list(stat_lines(comparison))
    if style == "side-by-side":
        return list(side_by_side_lines(comparison, shutil.get_terminal_size((100, 24)).columns))
    if style == "exact":
        return list(exact_lines(comparison))
    if style == "html":
        from reviewtui.exchange.html_comparison import html_lines

        return list(html_lines(comparison))
    return list(word_lines(comparison))


@click.command()
@repository_command
def verify(opened: Opened, as_json: bool) -> int:
    """Check that the record is whole and that everything in it is by whom it says; exit code 1 means no."""
    workspace = opened.workspace
    draft = workspace.load(placed=False)
    problems = verification.record_problems(draft, workspace.versions.tag_problems(draft))
    tell(
        verification.verification_data(draft, problems),
        verification.verification_lines(draft, problems),
        as_json=as_json,
    )
    return 0 if verification.is_whole(problems) else NO
