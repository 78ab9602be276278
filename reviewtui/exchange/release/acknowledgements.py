"""Acknowledgements: who helped, and which other policies the text draws on."""

from collections.abc import Iterator

from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.exchange.papers.paper import Items, Paper, PaperBlock, paragraph, words

NAME = "acknowledgements"


def paper(inputs: ReleaseInputs) -> Paper:
    """Return the paper."""
    title = f"{inputs.title} {inputs.version}: acknowledgements"
    return Paper(title, tuple(_blocks(inputs)), inputs.draft.judging_settings.language)


def _blocks(inputs: ReleaseInputs) -> Iterator[PaperBlock]:
    contributors = inputs.contributors()
    if contributors:
        name = inputs.draft.judging_settings.organisation_name
        yield paragraph("With remarks and suggestions helped:")
        yield Items(tuple(words(f"{name(who)}: {', '.join(people)}") for who, people in contributors.items()))
    sources = inputs.draft.judging_settings.sources
    if sources:
        yield paragraph("The text draws on:")
        rows = []
        for source in sources:
            parts = ", ".join(filter(None, (source.title, source.url, source.licence)))
            rows.append(words(f"{parts}: {source.note}" if source.note else parts))
        yield Items(tuple(rows))
    if not contributors and not sources:
        yield paragraph("Nobody outside the council's own authors took part since the release before.")
