"""What is said of the text as a whole: how grave a change is, a companion in step, an edited copy, a passage's life."""

from pathlib import Path

from reviewtui.domain.actions.commands import CheckCompanion, Classify, CommitEdits, SuggestCopy, SuggestMove
from reviewtui.domain.policy.passage import trimmed
from reviewtui.domain.policy.place import Place
from reviewtui.text.meaning.class_values import CHANGE_CLASSES, ChangeClass
from reviewtui.tui.dialogs.fields_dialog import Answers, AskedField, FieldsQuestion, needs
from reviewtui.tui.dialogs.file_picker import FilePicker
from reviewtui.tui.dialogs.lines_dialog import LinesDialog
from reviewtui.tui.read_screen.jumps import passage_span
from reviewtui.tui.tasks.asking import Asker, TaskLeft
from reviewtui.tui.tasks.bringing_in import usual_folder
from reviewtui.views.compose.form_questions import edit_message
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Styled, line
from reviewtui.workspace.judging.passage_trace import trace_line

_MOST_FILES = 8
"""Files that are named before they are committed."""
_COPIES = (".md", ".markdown", ".txt", ".text")


async def classify(asker: Asker) -> None:
    """Say how grave the change of a section is, since the newest release or between two versions."""
    fields = (
        _section_field(asker),
        AskedField("class", "It is", choices=tuple((name, name) for name in CHANGE_CLASSES)),
        AskedField("first", "From version", hint="empty: the newest release, and what a sign-off covers"),
        AskedField("last", "To version", hint="empty: the draft"),
        AskedField("words", "Why", hint="whoever signed off reads this"),
    )
    notes = (
        line(Styled("It settles doubt, never an alarm: a changed duty, number or date stays substantive.", "muted")),
    )
    question = FieldsQuestion("How grave is a change", "say so", fields, notes, needs("words"))
    await asker.command_from(question, _classified)


def _classified(answers: Answers) -> Classify:
    change_class: ChangeClass = next(name for name in CHANGE_CLASSES if name == answers["class"])
    return Classify(answers["section"], change_class, answers["words"], answers["first"], answers["last"])


async def check_companion(asker: Asker) -> None:
    """Say that a text which restates others is in step with them."""
    fields = (_section_field(asker), AskedField("words", "Say about it", hint="if you want"))
    notes = (line("You have read it beside what it restates, and both say the same."),)
    question = FieldsQuestion("A companion is in step", "say so", fields, notes)
    await asker.command_from(question, lambda answers: CheckCompanion(answers["section"], answers["words"]))


async def commit_edits(asker: Asker, just_edited: str = "") -> None:
    """Commit edits of the text that lie in the work tree: all of them, or those of one file.

    `just_edited` is a file whose edit the screens do not know yet.
    """
    texts = asker.state.draft.policy.texts
    edited = tuple(path for path, text in texts.items() if text.dirty or path == just_edited)
    if not edited:
        asker.screens.tell("The text has no edit that is not committed.", "warning")
        return
    choices = (("", f"all {len(edited)} edited texts"), *((path, path) for path in edited))
    message = AskedField("message", "Message", edit_message(asker.state.draft, edited), "what it is about")
    fields = (message, *((AskedField("which", "Which", choices=choices),) if len(edited) > 1 else ()))
    files = [line(path) for path in edited[:_MOST_FILES]]
    files += [line(f"and {len(edited) - _MOST_FILES} more")] if len(edited) > _MOST_FILES else []
    notes = (
        *files,
        line(Styled("Committed as your work, and nothing else that lies here.", "muted")),
    )

    def committing(answers: Answers) -> CommitEdits:
        chosen = answers.get("which", "")
        return CommitEdits((chosen,) if chosen else edited, answers["message"])

    question = FieldsQuestion("Commit the edit", "commit it", fields, notes, needs("message"))
    await asker.command_from(question, committing)


async def suggest_copy(asker: Asker) -> None:
    """Make suggestions of what somebody changed in a copy of a section."""
    files = asker.services.workspace.workspace.files
    title = "An edited copy of a section"
    chosen = await asker.ask(FilePicker(title, lambda folder: files.look_into(folder, _COPIES), usual_folder()))
    copy = await asker.work(lambda opened: opened.files.read_copy(Path(chosen)), "reading the copy \u2026")
    fields = (_section_field(asker), AskedField("words", "Why", hint="said with each suggestion, if you want"))
    notes = (line(Styled("Each change of the copy becomes a suggestion of yours, pending until you submit.", "muted")),)
    question = FieldsQuestion("Suggest what the copy changes", "suggest it", fields, notes)
    await asker.command_from(question, lambda answers: SuggestCopy(answers["section"], copy, answers["words"]))


async def trace_passage(asker: Asker) -> None:
    """Show where the passage at the caret stands in the releases: born, unchanged, reworded, moved or gone."""
    place, at = _passage(asker), asker.state.version
    stops = await asker.work(lambda opened: opened.versions.trace(place, at, ""), "following it \u2026")
    asker.app.push_screen(LinesDialog("This passage in the versions", [line(trace_line(stop)) for stop in stops]))


async def suggest_move(asker: Asker) -> None:
    """Suggest that the passage at the caret stands elsewhere: behind some words, or at the end of a section."""
    place, at = _passage(asker), asker.state.version
    fields = (
        _section_field(asker),
        AskedField("after", "Behind the words", hint="as they stand there; empty: at the end of the section"),
        AskedField("words", "Why", hint="if you want to say"),
    )
    notes = (line(Styled(clipped(place.quote, 160), "quote")),)
    await asker.command_from(
        FieldsQuestion("Suggest to move this", "suggest it", fields, notes),
        lambda answers: SuggestMove(place, Place(answers["section"], after=answers["after"]), answers["words"], at=at),
    )


def _passage(asker: Asker) -> Place:
    """Return the selected words, else the sentence at the caret; TaskLeft where there is none, which is told."""
    view = asker.screens.read.view
    section, source = view.section, view.reader.prose.source
    start, end = trimmed(source, passage_span(view.reader))
    if section is None or start >= end:
        asker.screens.tell("Put the caret into a sentence first.", "warning")
        raise TaskLeft
    return Place(section.name, span=(section.start + start, section.start + end), quote=source[start:end])


def _section_field(asker: Asker) -> AskedField:
    sections = asker.state.draft.policy.sections
    here = asker.screens.read.view.section
    choices = tuple((each.name, each.title) for each in sections)
    return AskedField("section", "Section", here.name if here is not None else "", choices=choices)
