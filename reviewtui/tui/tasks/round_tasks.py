"""Review rounds: who was asked and has answered, another one opened, the open one closed."""

import contextlib
from datetime import UTC, date, datetime, timedelta
from functools import partial

from reviewtui.domain.actions.commands import CloseRound, OpenRound
from reviewtui.tui.dialogs.answer_dialog import AnswerChoice, AnswerDialog
from reviewtui.tui.dialogs.fields_dialog import YES_NO, AskedField, FieldAnswers, FieldsQuestion
from reviewtui.tui.tasks.settings_tasks import organisations
from reviewtui.tui.tasks.task_session import TaskCancelled, TaskSession
from reviewtui.views.styled_text import Styled, line
from reviewtui.views.timeline.round_rows import headline, reminder_lines, round_lines

_USUAL = timedelta(weeks=4)
_ASK = "ask-"
_FORMS = ("%d %b %Y", "%d %B %Y")
"""How a day is written in words, as the app does itself."""


async def rounds(task: TaskSession) -> None:
    """Show the rounds with who has read and answered, the newest first, and letters to whom has to be reminded.

    An author goes on from there to open one, or to close the one that is open.
    """
    draft, today = task.state.draft, task.state.overview.today
    lines = [each for known in reversed(draft.review.rounds) for each in (*round_lines(draft, known, today), "")]
    letters = [
        each for known in draft.review.rounds if known.is_open(today) for each in reminder_lines(draft, known, today)
    ]
    is_open = any(known.closed is None for known in draft.review.rounds)
    none = "No round was opened yet." if draft.is_author else "No round was opened yet; an author opens one."
    shown = list(task.in_keys(lines or [none]))
    if letters:
        # A letter is for somebody at another terminal: its commands stay commands.
        shown += [(), line("Letters to be sent by mail, as they are:"), (), *map(line, letters)]
    ways: tuple[AnswerChoice[str], ...] = ((("escape", "q", "enter"), "leave \u00b7 arrows scroll", ""),)
    if draft.is_author:
        ways = ((("o",), "open another round" if lines else "open a round", "open"), *ways)
        ways = ((("c",), "close the round", "close"), *ways) if is_open else ways
    following = await task.ask(AnswerDialog("Review rounds", shown, ways))
    if following:
        await (open_round(task) if following == "open" else close_round(task))


async def open_round(task: TaskSession) -> None:
    """Ask organisations to read the committed text by a day; where none is named yet, that is asked before."""
    if not task.state.draft.settings.organisations:
        task.screens.tell("A round asks organisations, and none is named yet: name one, then the round follows.")
        await organisations(task)
    state = task.state
    known = state.draft.settings.organisations.items()
    fields = (
        AskedField("until", "Last day", f"{state.overview.today + _USUAL:%Y-%m-%d}", "as in 2027-02-28"),
        *(AskedField(f"{_ASK}{key}", each.name, "yes" if each.asked else "", choices=YES_NO) for key, each in known),
        AskedField("words", "Say to them", hint="if you want"),
    )
    refuses = partial(_refusal, today=state.overview.today)
    notes = (line(Styled("One commit. Remarks that come after the last day are kept, and marked as late.", "muted")),)
    title, after = "Open a review round", task.afterwards(OpenRound)
    question = FieldsQuestion(title, "open it", fields, notes, refuses, afterwards=after)
    await task.ask_for_command(question, _opened)


def _opened(answers: FieldAnswers) -> OpenRound:
    asked = tuple(name.removeprefix(_ASK) for name, yes in answers.items() if name.startswith(_ASK) and yes)
    return OpenRound(_day_of(answers["until"]) or date.min, asked, answers["words"])


def _refusal(answers: FieldAnswers, today: date) -> str:
    day = _day_of(answers["until"])
    if day is None:
        return f"\u201c{answers['until']}\u201d is no day; write it as in 2027-02-28 or 28 Feb 2027."
    if day < today:
        return f"{day:%d %b %Y} is over; give the last day on which somebody may answer."
    if any(yes for name, yes in answers.items() if name.startswith(_ASK)):
        return ""
    return "Nobody is asked; left or right says yes beside an organisation, \u201cOrganisations\u2026\u201d names them."


def _day_of(typed: str) -> date | None:
    """Return the day that somebody typed, in the form of the settings or as the app writes days; None: it is none."""
    words = " ".join(typed.split())
    with contextlib.suppress(ValueError):
        return date.fromisoformat(words)
    for form in _FORMS:
        with contextlib.suppress(ValueError):
            return datetime.strptime(words, form).replace(tzinfo=UTC).date()
    return None


async def close_round(task: TaskSession) -> None:
    """End the round that nobody has closed yet."""
    state = task.state
    still = [each for each in state.draft.review.rounds if each.closed is None]
    if not still:
        task.screens.tell("No round is open.", "warning")
        raise TaskCancelled
    notes = tuple(line(headline(each, state.overview.today)) for each in still[-1:])
    field = AskedField("words", "Say about it", hint="if you want")
    after = task.afterwards(CloseRound)
    question = FieldsQuestion("Close the review round", "close it", (field,), notes, afterwards=after)
    await task.ask_for_command(question, lambda answers: CloseRound(still[-1].id, answers["words"]))
