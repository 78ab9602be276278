"""Acknowledgements: who helped, and which other policies the text draws on."""

from collections.abc import Iterator

from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.exchange.markdown_escaping import address, plain

NAME = "acknowledgements.md"


def render(inputs: ReleaseInputs) -> str:
    """Return the page."""
    return "\n".join(_lines(inputs)) + "\n"


def _lines(inputs: ReleaseInputs) -> Iterator[str]:
    yield f"# {plain(inputs.title)} {inputs.version}: acknowledgements"
    contributors = inputs.contributors()
    if contributors:
        yield from ("", "With remarks and suggestions helped:", "")
        for organisation, people in contributors.items():
            name = plain(inputs.draft.rules.organisation_name(organisation))
            yield f"- {name}: {', '.join(plain(person) for person in people)}"
    sources = inputs.draft.rules.sources
    if sources:
        yield from ("", "The text draws on:", "")
        for source in sources:
            parts = [plain(source.title)]
            parts += [address(source.url)] if source.url else []
            parts += [plain(source.licence)] if source.licence else []
            note = f": {plain(source.note)}" if source.note else ""
            yield f"- {', '.join(parts)}{note}"
    if not contributors and not sources:
        yield from ("", "Nobody outside the council's own authors took part since the release before.")
