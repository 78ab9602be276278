"""Writing what was made of a review to a file that somebody named."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reviewtui.domain.refusal import Refused
from reviewtui.store.files import durable

if TYPE_CHECKING:
    from reviewtui.domain.readiness.review_report import ReviewReport
    from reviewtui.views.comparison.comparison import Comparison

PAGES = frozenset({".html", ".htm"})


def write_new_file(path: Path, text: str) -> None:
    """Write `text` to a new file.

    Raises:
        Refused: it exists already, or its folder does not.
    """
    write_new_files(path, text.encode("utf-8", "replace"))


def write_new_files(path: Path, content: bytes | Mapping[str, bytes]) -> tuple[str, ...]:
    """Write a new file, or the files of a new folder, and return their names.

    Raises:
        Refused: it exists already, or its folder does not.
    """
    if not path.absolute().parent.is_dir():
        raise Refused(f"There is no folder '{path.parent}'; make it first, or name another one.")
    if path.exists() or path.is_symlink():
        raise Refused(f"'{path}' exists already; name another file, or remove it first.")
    files = {path: content} if isinstance(content, bytes) else {path / name: own for name, own in content.items()}
    for file, own in files.items():
        durable.write_new(file.absolute(), own)
    return tuple(str(file) for file in files)


def report_text(known: "ReviewReport", *, as_page: bool) -> str:
    """Return a report as a page that loads nothing, or as Markdown."""
    # Only a report needs these.
    from reviewtui.exchange.papers.html_paper import as_html
    from reviewtui.exchange.papers.markdown_paper import as_markdown
    from reviewtui.exchange.report_paper import report_paper

    paper = report_paper(known)
    return as_html(paper) if as_page else as_markdown(paper)


def comparison_page(comparison: "Comparison") -> str:
    """Return a comparison as a page that loads nothing."""
    from reviewtui.exchange.html_comparison import html_lines

    return "\n".join(html_lines(comparison)) + "\n"
