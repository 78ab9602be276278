"""A file that comes back as it was sent brings in nothing, whatever was said, answered, decided or taken back in it."""

from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.policy.passage import passage_anchor
from reviewtui.domain.record.events import Commented, Decided, Replied, Suggested, Verdict, Withdrawn
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.review.draft import Draft
from reviewtui.exchange.formats.format_registry import Importer, exporter, importer
from reviewtui.text.placement.place_values import Placement
from tests.exchange.sending import PATH, here, replacements, sent, texts
from tests.making import COLLEAGUE, draft_of, kept, made, number, policy_of
from tests.strategies import AUTHOR, REVIEWER

SUFFIXES = {"criticmarkup": ".md", "csv": ".csv", "xlsx": ".xlsx", "docx": ".docx"}
VERDICTS = ("noted", "declined", "deferred")


class _Said:
    """The events of one draft, and the places of their threads, as they are drawn."""

    def __init__(self, draw: st.DrawFn, text: str) -> None:
        """Draw remarks on a text, and what was said to each."""
        self._draw, self._text = draw, text
        self._source = policy_of({PATH: text}).texts[PATH]
        self.events: list[Recorded] = []
        self.places: dict[str, tuple[Placement, ...]] = {}
        for _ in range(draw(st.integers(1, 5))):
            self._thread()

    def _keep(self, thread: str, event: object) -> None:
        self.events.append(kept(cast("Commented", event), thread, AUTHOR if isinstance(event, Decided) else None))

    def _next(self) -> int:
        return len(self.events) + 1

    def _thread(self) -> None:
        draw, count = self._draw, self._next()
        start, end = sorted((draw(st.integers(9, len(self._text))), draw(st.integers(9, len(self._text)))))
        anchor = passage_anchor(self._source, (start, end), "f" * 40)
        sort = draw(st.sampled_from(("whole", "comment", "suggestion", "suggestion")))
        fields = {"body": draw(st.sampled_from(("Why?", "two\nlines: of it", "“so”, a \u2013 b")))}
        if sort == "whole":
            self._keep(
                number(count),
                made(Commented, count, draw(st.sampled_from((REVIEWER, COLLEAGUE))), kind="general", **fields),
            )
        else:
            words = draw(replacements)
            is_wish = sort == "suggestion" and words != self._text[start:end]
            more = {"replacement": words} if is_wish else {}
            kind = Suggested if is_wish else Commented
            self._keep(number(count), made(kind, count, kind="wording", anchors=(anchor,), **fields, **more))
            self.places[number(count)] = (Placement("exact", PATH, start, end, 1.0),)
        self._answers(number(count), count)

    def _answers(self, thread: str, clock: int) -> None:
        draw = self._draw
        for _ in range(draw(st.integers(0, 2))):
            self._keep(thread, made(Replied, self._next(), body="Because.", after=(thread,), clock=clock + 1))
        ending = draw(st.sampled_from(("", "", "decided", "withdrawn")))
        if ending == "decided":
            verdict = cast("Verdict", draw(st.sampled_from(VERDICTS)))
            fields = {"verdict": verdict, "on": thread, "body": "So it is.", "after": (thread,), "clock": clock + 5}
            self._keep(thread, made(Decided, self._next(), AUTHOR, **fields))
        elif ending == "withdrawn":
            self._keep(thread, made(Withdrawn, self._next(), after=(thread,), clock=clock + 5))


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A text with remarks that may overlap, some answered, decided or withdrawn."""
    text = draw(texts)
    said = _Said(draw, text)
    return replace(draft_of({PATH: text}, *said.events), placements=said.places)


@pytest.mark.quick(2)
@pytest.mark.parametrize("name", SUFFIXES)
@given(draft=drafts(), organisation=st.sampled_from(("", "northvale")))
def test_an_untouched_file_brings_in_nothing(name: str, draft: Draft, organisation: str) -> None:
    """Overlapping suggestions, answers and decisions are all known again, and nothing is told as left out."""
    content = exporter(name).write(sent(draft, organisation))
    assert isinstance(content, bytes)
    reader: Importer = importer(f"x{SUFFIXES[name]}")
    incoming = reader.read(content, here(draft))
    assert [act for act in incoming.acts if not act.thread] == []
    assert incoming.left_out == ()
