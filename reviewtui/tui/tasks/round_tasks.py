"""Review rounds: who was asked and has answered, another one opened, the open one closed."""

from datetime import date, timedelta

from reviewtui.domain.actions.commands import CloseRound, OpenRound
from reviewtui.tui.dialogs.answer_dialog import LinesDialog
from reviewtui.tui.dialogs.fields_dialog import YES_NO, Answers, AskedField, FieldsQuestion
from reviewtui.tui.tasks.task_session import TaskCancelled, TaskSession
from reviewtui.views.styled_text import Styled, line
from reviewtui.views.timeline.round_rows import headline, reminder_lines, round_lines

_USUAL = timedelta(weeks=4)
_ASK = "ask-"


async def rounds(task: TaskSession) -> None:
    """Show the rounds with who has read and answered, the newest first, and letters to whom has to be reminded."""
    draft, today = task.state.draft, task.state.overview.today
    lines = [each for known in reversed(draft.review.rounds) for each in (*round_lines(draft, known, today), "")]
    letters = [
        each for known in draft.review.rounds if known.is_open(today) for each in reminder_lines(draft, known, today)
    ]
    shown = list(task.in_keys(lines or ["No round was opened yet; the palette opens one."]))
    if letters:
        # A letter is for somebody at another terminal: its commands stay commands.
        shown += [(), line("Letters to be sent by mail, as they are:"), (), *map(line, letters)]
    task.app.push_screen(LinesDialog("Review rounds", shown))


async def open_round(task: TaskSession) -> None:
    """Ask organisations to read the committed text by a day."""
    state = task.state
    known = state.draft.settings.organisations.items()
    fields = (
        AskedField("until", "Last day", f"{state.overview.today + _USUAL:%Y-%m-%d}", "as in 2027-02-28"),
        *(AskedField(f"{_ASK}{key}", each.name, "yes" if each.asked else "", choices=YES_NO) for key, each in known),
        AskedField("words", "Say to them", hint="if you want"),
    )
    notes = (line(Styled("One commit. Remarks that come after the last day are kept, and marked as late.", "muted")),)
    await task.ask_for_command(FieldsQuestion("Open a review round", "open it", fields, notes, _refusal), _opened)


def _opened(answers: Answers) -> OpenRound:
    asked = tuple(name.removeprefix(_ASK) for name, yes in answers.items() if name.startswith(_ASK) and yes)
    return OpenRound(date.fromisoformat(answers["until"]), asked, answers["words"])


def _refusal(answers: Answers) -> str:
    try:
        date.fromisoformat(answers["until"])
    except ValueError:
        return f"\u201c{answers['until']}\u201d is no day; write it as in 2027-02-28."
    return "" if any(yes for name, yes in answers.items() if name.startswith(_ASK)) else "Nobody is asked."


async def close_round(task: TaskSession) -> None:
    """End the round that nobody has closed yet."""
    state = task.state
    still = [each for each in state.draft.review.rounds if each.closed is None]
    if not still:
        task.screens.tell("No round is open.", "warning")
        raise TaskCancelled
    notes = tuple(line(headline(each, state.overview.today)) for each in still[-1:])
    field = AskedField("words", "Say about it", hint="if you want")
    question = FieldsQuestion("Close the review round", "close it", (field,), notes)
    await task.ask_for_command(question, lambda answers: CloseRound(still[-1].id, answers["words"]))
