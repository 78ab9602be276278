"""What is pending and goes, what an author says of events without effect, and whether the record is whole."""

from collections.abc import Iterator

from reviewtui.domain.actions.commands import Command, Confirm, Settle
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.without_effect import WithoutEffect, unacknowledged
from reviewtui.tui.appearance.safe_text import DONE
from reviewtui.tui.dialogs.answer_dialog import LinesDialog
from reviewtui.tui.dialogs.fields_dialog import AskedField, FieldAnswers, FieldsQuestion, required
from reviewtui.tui.state.requests import RunAct
from reviewtui.tui.tasks.task_session import TaskCancelled, TaskSession
from reviewtui.views.compose.question import Question
from reviewtui.views.compose.thread_acts import can_take_back, pending_line, taking_back
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.trust.no_effect_rows import what_it_says
from reviewtui.views.trust.verification import record_problems, verification_lines
from reviewtui.workspace.workspace import Workspace

_WAYS = (("settle", "it stays without effect, and that is known"), ("confirm", "it came late: let it count"))


async def take_back(task: TaskSession) -> None:
    """List what is pending; what is chosen goes without a trace."""
    draft = task.state.draft
    pending = {each.event.id: each for each in draft.my_pending if can_take_back(draft, each)}
    entries = [(key, (pending_line(draft, each),)) for key, each in pending.items()]
    chosen = await task.choose("Take back what is pending", entries, "Nothing of yours is pending.")
    question = taking_back(draft, pending[chosen])
    await task.confirm(question)
    task.carry_out(*question.commands)


async def settle_events(task: TaskSession) -> None:
    """List what has no effect; one of it is settled, or confirmed, with a reason."""
    rows = unacknowledged(task.state.draft.review)
    entries = [(str(number), _entry(task, row)) for number, row in enumerate(rows)]
    row = rows[int(await task.choose("Without effect", entries, "Everything in the record has its effect."))]
    rivals = [each for each in rows if each.cause == "cancelled" and each.recorded.path == row.recorded.path]
    events = tuple(each.reference for each in rivals) if row in rivals else (row.reference,)
    choices = tuple((each.reference, what_it_says(each)) for each in rivals if row in rivals)
    fields = (
        AskedField("way", "What of it", choices=_WAYS),
        *((AskedField("choose", "Which counts", choices=(("", "none of them"), *choices)),) if choices else ()),
        AskedField("words", "Why", hint="it stays in the record"),
    )

    def settling(answers: FieldAnswers) -> Command:
        if answers["way"] == "confirm":
            return Confirm(events, answers["words"])
        return Settle(events, answers["words"], answers.get("choose", ""))

    lacks, after = required("words"), task.afterwards(Settle)
    question = FieldsQuestion(
        "Settle", "commit it", fields, _entry(task, row), lacks, about=row.reference, afterwards=after
    )
    await task.ask_for_command(question, settling)


def _entry(task: TaskSession, row: WithoutEffect) -> tuple[StyledLine, ...]:
    head = line(Styled(row.reference[-6:], "strong"), f" {what_it_says(row)} ", Styled(f"of {row.by.name}", "muted"))
    return (head, line(Styled(f"  {row.why}", "alarm")), *task.in_keys([f"  {row.repair}"]))


async def verify(task: TaskSession) -> None:
    """Show whether the record is whole, and everything in it by whom it says."""

    def checked(opened: Workspace) -> tuple[str, ...]:
        draft = opened.load(placed=False)
        return tuple(verification_lines(draft, record_problems(draft, opened.versions.tag_problems(draft))))

    lines = await task.work(checked, "checking the record \u2026")
    task.app.push_screen(LinesDialog("The record", task.in_keys(lines)))


async def recover(task: TaskSession) -> None:
    """Finish a command that was cut off, shown before it is done."""
    paths = await task.work(Workspace.unfinished, "looking what was cut off \u2026")
    if not paths:
        task.screens.tell("Nothing was cut off: every file is as its commit or its writer left it.")
        raise TaskCancelled
    await task.confirm(Question("Finish what was cut off", tuple(_cut_off(paths)), "finish it", ()))
    written = await task.work(Workspace.recover, "finishing it \u2026")
    task.screens.tell(f"Done; {counted(len(written), 'file')} brought to the last commit.", title=DONE)
    task.screens.shown.post_message(RunAct("reload"))


def _cut_off(paths: tuple[str, ...]) -> Iterator[StyledLine]:
    yield line("These files are brought to the last commit; any other file stays as it is.")
    yield from (line(Styled(f"  {path}", "quote")) for path in paths)
