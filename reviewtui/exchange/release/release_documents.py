"""All documents of a release by the name of their file: a new one is one module and one line here."""

from collections.abc import Callable, Iterator

from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.review.work_progress import step_by_step
from reviewtui.exchange.papers.html_paper import as_html
from reviewtui.exchange.papers.markdown_paper import as_markdown
from reviewtui.exchange.papers.paper import Items, Paper, PaperBlock, paragraph, words
from reviewtui.exchange.release import disposition, whats_new, you_said
from reviewtui.exchange.release.release_letters import letters


def _acknowledgements(inputs: ReleaseInputs) -> Paper:
    """Return who helped, and which other policies the text draws on."""
    title = f"{inputs.title} {inputs.version}: acknowledgements"
    return Paper(title, tuple(_helpers_and_sources(inputs)), inputs.draft.effective_settings.language)


def _helpers_and_sources(inputs: ReleaseInputs) -> Iterator[PaperBlock]:
    contributors = inputs.contributors()
    if contributors:
        name = inputs.draft.effective_settings.organisation_name
        yield paragraph("These people helped with remarks and suggestions:")
        yield Items(tuple(words(f"{name(who)}: {', '.join(people)}") for who, people in contributors.items()))
    sources = inputs.draft.effective_settings.sources
    if sources:
        yield paragraph("The text draws on:")
        rows = []
        for source in sources:
            parts = ", ".join(filter(None, (source.title, source.url, source.licence)))
            rows.append(words(f"{parts}: {source.note}" if source.note else parts))
        yield Items(tuple(rows))
    if not contributors and not sources:
        yield paragraph("Nobody outside the council's own authors took part since the release before.")


_PAPERS: dict[str, Callable[[ReleaseInputs], Paper]] = {
    whats_new.NAME: whats_new.paper,
    disposition.NAME: disposition.paper,
    you_said.NAME: you_said.paper,
    "acknowledgements": _acknowledgements,
}


def documents_of(inputs: ReleaseInputs) -> dict[str, str]:
    """Return the text of each document by its name within the folder of the release, as Markdown and as HTML."""
    papers = {name: render(inputs) for name, render in step_by_step(tuple(_PAPERS.items()), "Writing the documents")}
    papers |= {f"letters/{organisation}": letter for organisation, letter in letters(inputs)}
    pages = {f"{name}.md": as_markdown(paper) for name, paper in papers.items()}
    pages |= {f"{name}.html": as_html(paper) for name, paper in papers.items()}
    return pages | {disposition.NUMBERS: disposition.numbers_file(inputs)}
