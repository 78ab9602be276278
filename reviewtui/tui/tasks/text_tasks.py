"""What is said of the text as a whole: how grave a change is, a companion in step, an edited copy, a passage's life."""

from pathlib import Path

from reviewtui.domain.actions.commands import CheckCompanion, Classify, CommitEdits, SuggestCopy, SuggestMove
from reviewtui.domain.policy.place import Place
from reviewtui.text.meaning.class_values import CHANGE_CLASSES, ChangeClass
from reviewtui.text.merge.fitted_change import trimmed
from reviewtui.tui.dialogs.answer_dialog import LinesDialog
from reviewtui.tui.dialogs.fields_dialog import AskedField, FieldAnswers, FieldsQuestion, required
from reviewtui.tui.dialogs.file_picker import FilePicker
from reviewtui.tui.read_screen.jumps import passage_span
from reviewtui.tui.tasks.import_task import usual_folder
from reviewtui.tui.tasks.task_session import TaskCancelled, TaskSession
from reviewtui.views.compose.edits_taken_back import discarding_edits
from reviewtui.views.compose.form_questions import edit_message
from reviewtui.views.excerpt import excerpt
from reviewtui.views.styled_text import Styled, line
from reviewtui.workspace.judging.passage_trace import trace_line

_MOST_FILES = 8
"""Files that are named before they are committed."""
_COPIES = (".md", ".markdown", ".txt", ".text")


async def classify(task: TaskSession) -> None:
    """Say how grave the change of a section is, since the newest release or between two versions."""
    compared = task.screens.shown.current_focus.subject.versions
    fields = (
        _section_field(task),
        AskedField("class", "It is", choices=tuple((name, name) for name in CHANGE_CLASSES)),
        AskedField("first", "From version", compared[0], hint="empty: the newest release, and what a sign-off covers"),
        AskedField("last", "To version", compared[1], hint="empty: the draft"),
        AskedField("words", "Why", hint="whoever signed off reads this"),
    )
    notes = (
        line("Of all that changed in the section between the two versions."),
        line(Styled("It settles doubt, never an alarm: a changed duty, number or date stays substantive.", "muted")),
    )
    title, after = "How grave is a change", task.afterwards(Classify)
    question = FieldsQuestion(title, "commit it", fields, notes, required("words"), afterwards=after)
    await task.ask_for_command(question, _classified)


def _classified(answers: FieldAnswers) -> Classify:
    change_class: ChangeClass = next(name for name in CHANGE_CLASSES if name == answers["class"])
    return Classify(answers["section"], change_class, answers["words"], answers["first"], answers["last"])


async def check_companion(task: TaskSession) -> None:
    """Say that a text which restates others is in step with them."""
    fields = (_section_field(task), AskedField("words", "Say about it", hint="if you want"))
    notes = (line("You have read it beside what it restates, and both say the same."),)
    after = task.afterwards(CheckCompanion)
    question = FieldsQuestion("A companion is in step", "commit it", fields, notes, afterwards=after)
    await task.ask_for_command(question, lambda answers: CheckCompanion(answers["section"], answers["words"]))


async def commit_edits(task: TaskSession) -> None:
    """Commit edits of the text that lie in the work tree: all of them, or those of one file."""
    texts = task.state.draft.policy.texts
    edited = tuple(path for path, text in texts.items() if text.dirty)
    if not edited:
        task.screens.tell("The text has no edit that is not committed.", "warning")
        return
    choices = (("", f"all {len(edited)} edited texts"), *((path, path) for path in edited))
    message = AskedField("message", "Message", edit_message(task.state.draft, edited), "what it is about")
    fields = (message, *((AskedField("which", "Which", choices=choices),) if len(edited) > 1 else ()))
    files = [line(path) for path in edited[:_MOST_FILES]]
    files += [line(f"and {len(edited) - _MOST_FILES} more")] if len(edited) > _MOST_FILES else []
    notes = (*files, line(Styled("Committed as your work, and nothing else that lies here.", "muted")))

    def committing(answers: FieldAnswers) -> CommitEdits:
        chosen = answers.get("which", "")
        return CommitEdits((chosen,) if chosen else edited, answers["message"])

    after = task.afterwards(CommitEdits)
    question = FieldsQuestion("Commit the edit", "commit it", fields, notes, required("message"), afterwards=after)
    await task.ask_for_command(question, committing)


async def discard_edits(task: TaskSession) -> None:
    """Put edited texts back as they are committed: all of them, or one."""
    draft = task.state.draft
    edited = tuple(path for path, text in draft.policy.texts.items() if text.dirty)
    committed = await task.work(
        lambda opened: opened.load("HEAD", placed=False).policy.texts, "reading what is committed \u2026"
    )
    there = tuple(path for path in edited if path in committed)
    if not there:
        task.screens.tell("No commit holds what is edited, so there is nothing to go back to.", "warning")
        return
    if len(there) > 1:
        entries = [(path, (line(draft.policy.title_at(path), Styled(f"  {path}", "muted")),)) for path in there]
        all_of_them = ("*", (line(f"all {len(there)} edited texts"),))
        chosen = await task.choose("Discard the edit of", [*entries, all_of_them])
        there = there if chosen == "*" else (chosen,)
    texts = {path: committed[path].text for path in there}
    await task.confirm(question := discarding_edits(draft, texts, there))
    task.carry_out(*question.commands)


async def suggest_copy(task: TaskSession) -> None:
    """Make suggestions of what somebody changed in a copy of a section."""
    files = task.services.workspace.workspace.files
    title = "An edited copy of a section"
    chosen = await task.ask(FilePicker(title, lambda folder: files.look_into(folder, _COPIES), usual_folder()))
    copy = await task.work(lambda opened: opened.files.read_copy(Path(chosen)), "reading the copy \u2026")
    fields = (_section_field(task), AskedField("words", "Why", hint="said with each suggestion, if you want"))
    notes = (line(Styled("Each change of the copy becomes a suggestion of yours, pending until you submit.", "muted")),)
    question = FieldsQuestion("Suggest what the copy changes", "suggest it", fields, notes, about=chosen)
    await task.ask_for_command(question, lambda answers: SuggestCopy(answers["section"], copy, answers["words"]))


async def trace(task: TaskSession) -> None:
    """Show where the passage at the caret stands in the releases: born, unchanged, reworded, moved or gone."""
    place, at = _passage(task), task.state.version
    stops = await task.work(lambda opened: opened.versions.trace(place, at, ""), "following it \u2026")
    task.app.push_screen(LinesDialog("This passage in the versions", [line(trace_line(stop)) for stop in stops]))


async def suggest_move(task: TaskSession) -> None:
    """Suggest that the passage at the caret stands elsewhere: behind some words, or at the end of a section."""
    place, at = _passage(task), task.state.version
    fields = (
        _section_field(task),
        AskedField("after", "Behind the words", hint="as they stand there; empty: at the end of the section"),
        AskedField("words", "Why", hint="if you want to say"),
    )
    notes = (line(Styled(excerpt(place.quote, 160), "quote")),)
    await task.ask_for_command(
        FieldsQuestion("Suggest to move this", "suggest it", fields, notes, about=f"{place.section}: {place.quote}"),
        lambda answers: SuggestMove(place, Place(answers["section"], after=answers["after"]), answers["words"], at=at),
    )


def _passage(task: TaskSession) -> Place:
    """Return the selected words, else the sentence at the caret; TaskCancelled where there is none, which is told."""
    view = task.screens.read.view
    section, source = view.section, view.reader.prose.source
    start, end = trimmed(source, *passage_span(view.reader))
    if section is None or start >= end:
        task.screens.tell("Put the caret into a sentence first.", "warning")
        raise TaskCancelled
    return Place(section.name, span=(section.start + start, section.start + end), quote=source[start:end])


def _section_field(task: TaskSession) -> AskedField:
    """Ask for a section, offering the one that the screen is about: its marked change, its remark, or what is read."""
    draft, subject = task.state.draft, task.screens.shown.current_focus.subject
    of_thread = draft.section_of(subject.thread.id) if subject.thread is not None else None
    here = draft.policy.section_named(subject.section) or of_thread or task.screens.read.view.section
    choices = tuple((each.name, each.title) for each in draft.policy.sections)
    return AskedField("section", "Section", here.name if here is not None else "", choices=choices)
