"""All documents of a release by the name of their file: a new one is one module and one line here."""

from collections.abc import Callable

from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.exchange.release import acknowledgements, changes, disposition, you_said
from reviewtui.exchange.release.letters import letters

_DOCUMENTS: dict[str, Callable[[ReleaseInputs], str]] = {
    changes.NAME: changes.render,
    disposition.NAME: disposition.render,
    you_said.NAME: you_said.render,
    acknowledgements.NAME: acknowledgements.render,
}


def documents_of(inputs: ReleaseInputs) -> dict[str, str]:
    """Return the text of each document by its name within the folder of the release."""
    pages = {name: render(inputs) for name, render in _DOCUMENTS.items()}
    return pages | {f"letters/{organisation}.md": letter for organisation, letter in letters(inputs)}
