"""The text is sent out: in which form, for whom, what of it, and under which name."""

from collections.abc import Sequence
from pathlib import Path

from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.exchange.formats.format_registry import ATTACHMENTS, FORMATS
from reviewtui.tui.dialogs.answer_dialog import AnswerDialog
from reviewtui.tui.dialogs.fields_dialog import AskedField, FieldAnswers, FieldsQuestion
from reviewtui.tui.state.requests import CopyWords
from reviewtui.tui.tasks.task_session import TaskSession
from reviewtui.views.exchange.sent_files import file_name, sent_lines
from reviewtui.views.styled_text import Styled, StyledLine, line


async def send_out(task: TaskSession) -> None:
    """Ask what is to be sent out, write it, and say where it lies."""
    await _send(task, "docx", "")


async def share_section(task: TaskSession) -> None:
    """The same, begun with the section that is read, as a page."""
    section = task.screens.read.view.section
    await _send(task, "html", section.name if section is not None else "")


async def _send(task: TaskSession, form_name: str, section: str) -> None:
    draft = task.state.draft

    async def attempt(answers: FieldAnswers) -> tuple[FieldAnswers, tuple[str, ...]] | ReviewError:
        file = path_of(answers["file"])
        attached = tuple(part for part in answers["attached"].split(",") if part)
        files = await task.attempt(
            lambda opened: opened.files.export(
                answers["form"], file, section=answers["section"], organisation=answers["to"], attached=attached
            ),
            f"writing {file.name} \u2026",
        )
        return files if isinstance(files, ReviewError) else (answers, files)

    answers, files = await task.ask_until_valid(_question(draft, form_name, section), attempt)
    name = draft.effective_settings.organisation_name(answers["to"]) if answers["to"] else ""
    lines = [line(each) for each in sent_lines(files, name, task.screens.shown.names["bring_in"])]
    tell_written(task, f"Sent out as {FORMATS[answers['form']].label}", lines, files)


def tell_written(task: TaskSession, title: str, lines: Sequence[StyledLine], files: Sequence[str]) -> None:
    """Show whole where files were written, with a key that copies that."""

    def answered(way: str | None) -> None:
        if way:
            task.app.post_message(CopyWords("where it lies", "\n".join(files)))

    ways = ((("ctrl+y",), "copy where it lies", "copy"), (("escape", "q", "enter"), "leave", ""))
    task.app.push_screen(AnswerDialog(title, lines, ways), answered)


def path_of(typed: str) -> Path:
    """Return the path that somebody typed, ~ for their own folder."""
    return Path(typed).expanduser().absolute()


def _question(draft: Draft, form: str, section: str) -> FieldsQuestion:
    organisations = draft.settings.organisations.items()
    folder = Path.home()
    fields = (
        AskedField("form", "In which form", form, choices=tuple((name, each.label) for name, each in FORMATS.items())),
        AskedField("to", "To whom", choices=(("", "anyone"), *((key, each.name) for key, each in organisations))),
        AskedField(
            "section",
            "What of it",
            section,
            choices=(("", "the whole policy"), *((each.name, each.title) for each in draft.policy.sections)),
        ),
        AskedField("attached", "Goes with it", choices=ATTACHMENTS, asked_if=lambda given: given["form"] == "mail"),
        AskedField("file", "File", suggests=lambda given: str(folder / _name(draft, given))),
    )
    return FieldsQuestion("Send out", "write it", fields, refuses=file_refusal, effect=_effect)


def _name(draft: Draft, given: FieldAnswers) -> str:
    ending = FORMATS[given["form"]].ending
    return file_name(draft, ending, given["section"].removesuffix(".md"), given["to"], "" if ending else given["form"])


def file_refusal(given: FieldAnswers) -> str:
    """Return why nothing can be written where somebody wants it, empty where it can."""
    if not given["file"]:
        return "Say where it is to be written."
    return "That file exists already; name another one." if path_of(given["file"]).exists() else ""


def _effect(given: FieldAnswers) -> tuple[StyledLine, ...]:
    form = FORMATS[given["form"]]
    lies = "a new file" if form.ending else "a new folder"
    remarks = "the open remarks, and all that they have said" if given["to"] else "the open remarks"
    return (
        line(Styled(f"{form.label}: {form.note}.", "muted")),
        line(Styled(f"Writes {lies} with {remarks}: ", "muted"), Styled(given["file"])),
    )
