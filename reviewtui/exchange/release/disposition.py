"""The disposition of comments: every remark with what was decided, as a table."""

from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.exchange.markdown_escaping import plain
from reviewtui.exchange.release.answers import answer, asked, who

NAME = "disposition.md"


def render(inputs: ReleaseInputs) -> str:
    """Return the table, in the order in which the remarks were made."""
    lines = [
        f"# {plain(inputs.title)} {inputs.version}: disposition of comments",
        "",
        "| Remark | Where | By | Kind | What it says | What was decided |",
        "|---|---|---|---|---|---|",
    ]
    threads = sorted(inputs.threads(), key=lambda thread: (thread.root.at, thread.id))
    for thread in threads:
        name = inputs.draft.review.name_of(thread.id)
        kind = f"{thread.kind}, blocking" if thread.blocking else thread.kind
        cells = (name, plain(inputs.where(thread)), who(inputs, thread), kind, asked(thread), answer(inputs, thread))
        lines.append(f"| {' | '.join(cells)} |")
    if not threads:
        lines = [*lines[:2], "No remarks were made since the release before."]
    return "\n".join(lines) + "\n"
