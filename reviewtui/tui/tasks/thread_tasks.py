"""What can be done to a remark besides deciding it: it was done by hand, repeats another, belongs to one, is hidden."""

from reviewtui.domain.actions.commands import Decide, LinkThreads, MarkDone, Redact
from reviewtui.domain.record.thread import Thread
from reviewtui.tui.dialogs.fields_dialog import AskedField, FieldsQuestion, required
from reviewtui.tui.dialogs.pickers import RemarkPicker
from reviewtui.tui.keys.key_sentences import entries_in_keys
from reviewtui.tui.tasks.task_session import TaskCancelled, TaskSession
from reviewtui.views.excerpt import clipped, gist
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.card.event_lines import EventRow, event_rows
from reviewtui.views.threads.remark_list import remark_entries

_IF_WANTED = "if you want to say"


async def mark_done(task: TaskSession) -> None:
    """Say in which commit an agreed change was made by hand."""
    thread = _thread(task)
    draft = task.state.draft
    commit = await task.work(
        lambda space: space.versions.change_since_decision(draft, thread), "looking for the change"
    )
    since = (
        "the newest one that changed its section since" if commit else "none changed its section since it was decided"
    )
    field = AskedField("commit", "In which commit", commit[:10], f"its id; {since}")
    title = f"Done by hand: {_name(task, thread)}"
    lacks, after = required("commit"), task.afterwards(MarkDone)
    question = FieldsQuestion(title, "commit it", (field,), (_about(thread),), lacks, afterwards=after)
    await task.ask_for_command(question, lambda answers: MarkDone(thread.id, answers["commit"]))


async def mark_duplicate(task: TaskSession) -> None:
    """Decide that a remark repeats another one, which is chosen."""
    thread = _thread(task)
    other = await _other(task, thread, f"{_name(task, thread)} repeats\u2026")
    title, after = f"{_name(task, thread)} repeats {_short(task, other)}", task.afterwards(Decide)
    field = AskedField("words", "Why", hint=_IF_WANTED)
    question = FieldsQuestion(title, "commit the decision", (field,), (_about(thread),), afterwards=after)
    await task.ask_for_command(question, lambda answers: Decide(thread.id, "duplicate", answers["words"], of=other))


async def link(task: TaskSession) -> None:
    """Say that two remarks belong together."""
    thread = _thread(task)
    other = await _other(task, thread, f"{_name(task, thread)} belongs to\u2026")
    how = AskedField("how", "How", choices=(("", "related"), ("duplicate", "the same said twice")))
    title = f"Link {_name(task, thread)} with {_short(task, other)}"
    question = FieldsQuestion(title, "link them", (how,), (_about(thread),))
    await task.ask_for_command(question, lambda answers: LinkThreads(thread.id, other, duplicate=bool(answers["how"])))


async def redact(task: TaskSession) -> None:
    """Hide the words of a remark, or of something said in it, everywhere; the reason stays."""
    thread, draft = _thread(task), task.state.draft
    entries = [
        (each.entry.event.id, (_row(each.who, each.does, each.entry.words),)) for each in _with_text(task, thread)
    ]
    target = await task.choose("Hide which words?", entries, "Nothing here has words.")
    notes = (
        line("The words are hidden on every screen and in every export; the reason stays in their place."),
        line(Styled("Git's history still holds them; who has a clone can find them there.", "alarm")),
    )
    field = AskedField("words", "Why", hint="everybody reads this in the place of the words")
    title = f"Hide words of {draft.review.name_of(thread.id)}"
    question = FieldsQuestion(title, "hide them", (field,), notes, required("words"), about=target)
    await task.ask_for_command(question, lambda answers: Redact(target, answers["words"]))


def _with_text(task: TaskSession, thread: Thread) -> list[EventRow]:
    return [row for row in event_rows(task.state.draft, thread.entries) if row.entry.words]


def _row(who: str, does: str, words: str) -> StyledLine:
    return line(Styled(who, "strong"), f" {does}: ", Styled(clipped(words, 80), "muted"))


async def _other(task: TaskSession, thread: Thread, title: str) -> str:
    draft = task.state.draft
    here = draft.section_of(thread.id)
    others = [each for each in draft.review.threads.values() if each.id != thread.id]
    # What is open and stands nearby is meant more often than what was decided long ago elsewhere.
    others.sort(key=lambda each: (not each.is_open, draft.section_of(each.id) != here))
    entries = entries_in_keys(remark_entries(draft, others, task.state.overview.today), task.screens.shown.names)
    return await task.ask(RemarkPicker(title, entries, "There is no other remark."))


def _thread(task: TaskSession) -> Thread:
    thread = task.screens.shown.current_focus.subject.thread
    if thread is None:
        raise TaskCancelled
    return thread


def _name(task: TaskSession, thread: Thread) -> str:
    return _short(task, thread.id)


def _short(task: TaskSession, thread: str) -> str:
    return task.state.draft.review.name_of(thread)


def _about(thread: Thread) -> StyledLine:
    return line(Styled(gist(thread, 160), "quote"))
