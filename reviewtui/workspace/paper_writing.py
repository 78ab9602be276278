"""Papers about the review, written to files that somebody names: a report, a comparison, anything drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reviewtui.domain.readiness.review_report import ReviewReport
from reviewtui.views.comparison.comparison import Comparison
from reviewtui.workspace.writing_to_file import export

PAGES = frozenset({".html", ".htm"})


def report_text(known: ReviewReport, *, as_page: bool) -> str:
    """Return a report as a page that loads nothing, or as Markdown."""
    # Only a report needs these.
    from reviewtui.exchange.papers.html_paper import as_html
    from reviewtui.exchange.papers.markdown_paper import as_markdown
    from reviewtui.exchange.report_paper import report_paper

    paper = report_paper(known)
    return as_html(paper) if as_page else as_markdown(paper)


@dataclass(frozen=True)
class PaperWriting:
    """Writes papers of one clone; each refuses a file that is there already, or whose folder is not.

    `report` judges the draft anew, `compare` sets it beside the newest release.
    """

    report: Callable[[], ReviewReport]
    compare: Callable[[], Comparison]

    def write_report(self, file: Path) -> None:
        """Write one page on where the review stands."""
        export(file, report_text(self.report(), as_page=file.suffix.lower() in PAGES))

    def write_comparison(self, file: Path) -> None:
        """Write how the draft differs from the newest release, as a page."""
        from reviewtui.exchange.html_comparison import html_lines

        export(file, "\n".join(html_lines(self.compare())) + "\n")

    def write(self, file: Path, text: str) -> None:
        """Write a text that was made elsewhere."""
        export(file, text)
