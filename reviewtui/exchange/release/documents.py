"""All documents of a release by the name of their file: a new one is one module and one line here."""

from collections.abc import Callable

from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.review.work_progress import step_by_step
from reviewtui.exchange.papers.html_paper import as_html
from reviewtui.exchange.papers.markdown_paper import as_markdown
from reviewtui.exchange.papers.paper import Paper
from reviewtui.exchange.release import acknowledgements, disposition, whats_new, you_said
from reviewtui.exchange.release.release_letters import letters

_PAPERS: dict[str, Callable[[ReleaseInputs], Paper]] = {
    whats_new.NAME: whats_new.paper,
    disposition.NAME: disposition.paper,
    you_said.NAME: you_said.paper,
    acknowledgements.NAME: acknowledgements.paper,
}


def documents_of(inputs: ReleaseInputs) -> dict[str, str]:
    """Return the text of each document by its name within the folder of the release, as Markdown and as HTML."""
    papers = {name: render(inputs) for name, render in step_by_step(tuple(_PAPERS.items()), "Writing the documents")}
    papers |= {f"letters/{organisation}": letter for organisation, letter in letters(inputs)}
    pages = {f"{name}.md": as_markdown(paper) for name, paper in papers.items()}
    pages |= {f"{name}.html": as_html(paper) for name, paper in papers.items()}
    return pages | {disposition.NUMBERS: disposition.numbers_file(inputs)}
