"""You said, we did: what remarks led to, for the public."""

from collections.abc import Iterator

from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.thread import Thread
from reviewtui.exchange.markdown_escaping import plain
from reviewtui.exchange.release.answers import answer, asked

NAME = "you-said-we-did.md"
_DONE = ("accepted", "accepted-with-changes")
_NOT = ("declined", "deferred", "noted")


def render(inputs: ReleaseInputs) -> str:
    """Return the page: what was changed because of remarks first, then what was not, with the reasons."""
    return "\n".join(_lines(inputs)) + "\n"


def _lines(inputs: ReleaseInputs) -> Iterator[str]:
    threads = inputs.threads()
    done = [thread for thread in threads if thread.state in _DONE]
    left = [thread for thread in threads if thread.state in _NOT and thread.kind != "praise"]
    yield f"# {plain(inputs.title)} {inputs.version}: you said, we did"
    yield ""
    yield f"{len(threads)} remarks were made on the way to {inputs.version}. {len(done)} changed the text."
    yield from _part(inputs, "You said, and we did", done)
    yield from _part(inputs, "You said, and we did not, or not yet", left)


def _part(inputs: ReleaseInputs, heading: str, threads: list[Thread]) -> Iterator[str]:
    if not threads:
        return
    yield from ("", f"## {heading}")
    for thread in threads:
        yield ""
        yield f"**You said** about {plain(inputs.where(thread))}: {asked(thread)}"
        yield ""
        yield f"**We**: {answer(inputs, thread)}"
