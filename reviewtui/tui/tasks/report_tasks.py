"""Papers about the review: where it stands, a report, a comparison as a page, the screen as a picture."""

from collections.abc import Callable
from pathlib import Path

from reviewtui.domain.refusal import ReviewError
from reviewtui.tui.dialogs.answer_dialog import LinesDialog
from reviewtui.tui.dialogs.fields_dialog import AskedField, FieldAnswers, FieldsQuestion
from reviewtui.tui.tasks.export_task import file_refusal, path_of, tell_written
from reviewtui.tui.tasks.task_session import TaskSession
from reviewtui.views.exchange.sent_files import file_name
from reviewtui.views.overview.overview import overview_lines
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.workspace.workspace import Workspace
from reviewtui.workspace.writing_to_file import PAGES, comparison_page, report_text, write_new_file

_FORMS = ((".html", "a page for a browser"), (".md", "Markdown"))


async def status(task: TaskSession) -> None:
    """Show where things stand, and what to do next."""
    task.app.push_screen(LinesDialog("Where things stand", task.in_keys(overview_lines(task.state.overview))))


async def report(task: TaskSession) -> None:
    """Write one page on where the review stands."""

    def text(opened: Workspace, file: Path) -> str:
        return report_text(opened.judge.report(opened.load()), as_page=file.suffix.lower() in PAGES)

    await _write(task, "Report", "report", _FORMS, text)


async def compare_page(task: TaskSession) -> None:
    """Write the comparison with the newest release as a page."""
    await _write(
        task,
        "Comparison",
        "changes",
        _FORMS[:1],
        lambda opened, _file: comparison_page(opened.versions.compare("", "")),
    )


async def picture(task: TaskSession) -> None:
    """Write the screen as a picture."""
    drawn = task.app.export_screenshot()
    forms = ((".svg", "a picture"),)
    await _write(task, "The screen as a picture", "screen", forms, lambda _opened, _file: drawn)


async def _write(
    task: TaskSession, title: str, what: str, forms: tuple[tuple[str, str], ...], text: Callable[[Workspace, Path], str]
) -> None:
    """Ask for the name of a file, write it, and say where it lies."""
    draft, home = task.state.draft, Path.home()
    fields = (
        *((AskedField("form", "In which form", choices=forms),) if len(forms) > 1 else ()),
        AskedField(
            "file", "File", suggests=lambda given: str(home / file_name(draft, given.get("form") or forms[0][0], what))
        ),
    )

    async def attempt(answers: FieldAnswers) -> Path | ReviewError:
        file = path_of(answers["file"])
        refused = await task.attempt(
            lambda opened: write_new_file(file, text(opened, file)), f"writing {file.name} \u2026"
        )
        return refused or file

    question = FieldsQuestion(title, "write it", fields, refuses=file_refusal, effect=_effect)
    file = await task.ask_until_valid(question, attempt)
    tell_written(task, f"{title}: written", [line(str(file))], [str(file)])


def _effect(given: FieldAnswers) -> tuple[StyledLine, ...]:
    """Say whole where it will lie: the line in which it is typed has room for its end alone."""
    return (line(Styled("Writes a new file: ", "muted"), Styled(str(path_of(given["file"])))),) if given["file"] else ()
