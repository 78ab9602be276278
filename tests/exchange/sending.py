"""What tests of formats do again and again: drafts with suggestions, sent out, and read where nobody knows them."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from reviewtui.domain.policy.passage import passage_anchor
from reviewtui.domain.record.events import Commented, Suggested
from reviewtui.domain.review.draft import Draft
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.text.placement.place_values import Placement
from tests.making import NOON, draft_of, kept, made, number, policy_of
from tests.strategies import TRICKY

PATH = "policy/a.md"
WORDS = (
    *TRICKY,
    "must",
    "may ",
    " not",
    "=1+1",
    "“",
    "” with “",
    "”",
    "{++",
    "++}",
    "~>",
    "|",
    "\n\n",
    "- ",
    "*b*",
    "x",
)
texts = st.lists(st.one_of(st.sampled_from(WORDS), st.text("ab cdé.\n", max_size=20)), min_size=1, max_size=30).map(
    lambda parts: f"# Title\n\n{''.join(parts)}\n"
)
replacements = st.lists(st.sampled_from(WORDS), max_size=4).map("".join)


@st.composite
def suggested(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    """A text, and suggestions for passages of it that do not touch each other: start, end, replacement."""
    text = draw(texts)
    cuts = sorted(draw(st.sets(st.integers(9, len(text)), max_size=6)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    wishes = [(start, end, draw(replacements)) for start, end in spans]
    return text, [wish for wish in wishes if text[wish[0] : wish[1]] != wish[2]]


def draft_with(
    text: str, wishes: Sequence[tuple[int, int, str]], remarks: Sequence[tuple[int, int, str]] = ()
) -> Draft:
    """Return a draft of one section with suggestions, and comments on passages, each at its place."""
    policy = policy_of({PATH: text})
    events = []
    for count, (start, end, words) in enumerate(wishes, 1):
        anchors = (passage_anchor(policy.texts[PATH], (start, end), "f" * 40),)
        fields = {"kind": "wording", "body": f"why {count}", "replacement": words, "anchors": anchors}
        events.append(kept(made(Suggested, count, **fields), number(count)))
    for count, (start, end, words) in enumerate(remarks, len(wishes) + 1):
        anchors = (passage_anchor(policy.texts[PATH], (start, end), "f" * 40),)
        fields = {"kind": "question", "body": words, "anchors": anchors}
        events.append(kept(made(Commented, count, **fields), number(count)))
    places = {
        number(count): (Placement("exact", PATH, start, end, 1.0),)
        for count, (start, end, _) in enumerate((*wishes, *remarks), 1)
    }
    return replace(draft_of({PATH: text}, *events), placements=places)


def sent(draft: Draft, organisation: str = "") -> Outgoing:
    """Return all of a draft as it is handed to a format."""
    return Outgoing(draft, number(999), NOON, organisation)


def elsewhere(draft: Draft) -> ImportContext:
    """Return what a clone knows that has the same text, and none of the remarks."""
    empty = draft_of({path: text.text for path, text in draft.policy.texts.items()})
    return ImportContext(empty, lambda _commit: empty)


def here(draft: Draft) -> ImportContext:
    """Return what the clone knows that sent the text out."""
    return ImportContext(draft, lambda _commit: draft)
