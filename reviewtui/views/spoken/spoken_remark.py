"""A remark in sentences: short where it is met in the text, whole where it is asked for."""

from collections.abc import Iterator
from datetime import datetime

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.thread import Thread, in_words
from reviewtui.domain.review.draft import Draft
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.comparison.inline_change import word_change
from reviewtui.views.spoken.spoken_line import spoken
from reviewtui.views.threads.card.event_lines import EventRow, event_rows, left_to_do
from reviewtui.views.threads.card.lost_passage import how_sure
from reviewtui.views.threads.card.place_rows import PlaceRow, place_rows
from reviewtui.views.threads.thread_rows import where_it_stands
from reviewtui.views.time_in_words import ago


def remark_sentences(draft: Draft, thread: Thread) -> Iterator[str]:
    """Yield what a remark says and what became of it."""
    what = "Suggestion" if thread.is_suggestion or thread.is_move else "Remark"
    who = f"{draft.called(thread.by)} of {draft.effective_settings.organisation_name(thread.root.organisation)}"
    name = draft.review.name_of(thread.id)
    state = (thread.state_in_words, *(("blocking",) if thread.blocking else ()), *draft.flags_in_words(thread))
    yield f"{what} {name}, {thread.kind}, {', '.join(state)}, by {who}."
    for row in place_rows(draft, thread):
        yield from _place(row)
    if thread.replacement is not None:
        yield _suggests(thread)
    if thread.is_move:
        yield "Suggests to move the passage behind that place."
    if thread.body:
        yield from _labelled("Says", thread.body)
    if thread.refusal:
        yield f"It counts for nothing: {thread.refusal}"
    if thread.decision is not None:
        yield from _labelled(f"The author: {in_words(thread.decision.verdict)}", thread.decision_words)
    more = sum(not entry.same_as for entry in thread.entries) - 1 - (thread.decision is not None)
    if more > 0:
        yield f"{counted(more, 'more event')}: show {name} says all."
    left = left_to_do(draft, thread)
    if left:
        yield left


def remark_with_place(draft: Draft, thread: Thread) -> Iterator[str]:
    """Yield the same, with the section that it stands in."""
    yield from remark_sentences(draft, thread)
    if draft.section_of(thread.id) is not None:
        yield f"It stands in {where_it_stands(draft, thread)}."


def conversation_sentences(draft: Draft, thread: Thread, now: datetime) -> Iterator[str]:
    """Yield a remark with all that was said and done in it, oldest first; `now` is when it is asked for (UTC)."""
    yield from remark_with_place(draft, thread)
    for row in event_rows(draft, thread.entries):
        yield from _event(row, now)


def _event(row: EventRow, now: datetime) -> Iterator[str]:
    event = row.entry.event
    recorded = f", recorded by {event.recorded_by}" if event.recorded_by else ""
    yield from _labelled(
        f"{ago(event.at, now)}, {row.who} of {row.organisation}{recorded} {row.does}, {row.status}", row.words
    )
    if row.entry.refusal:
        yield f"Without effect: {row.entry.refusal}"


def _suggests(thread: Thread) -> str:
    exact = thread.anchors[0].exact if thread.anchors else ""
    if not thread.replacement:
        return "Suggests to delete these words."
    if not exact:
        return f"Suggests to insert: {' '.join(thread.replacement.split())}"
    return f"Suggests: {spoken(word_change(exact, thread.replacement))}"


def _place(row: PlaceRow) -> Iterator[str]:
    words = single_spaced(row.words)
    about = {"policy": "the whole policy", "section": "the section as a whole", "topic": f"the topic {words}"}
    if row.about in about:
        yield f"About {about[row.about]}."
        return
    yield f"On the words: {words}" if row.about == "passage" else f"After the words: {words}"
    placement = row.placement
    if placement is None:
        return
    if not placement.is_placed:
        what = "could be in several places" if placement.state == "ambiguous" else "is not in this text any more"
        yield f"The passage {what}. {placement.reason}".rstrip()
        yield from (single_spaced(line) for line in row.lost)
    elif row.is_changed:
        sure = how_sure(placement.confidence)
        yield f"The words there now{f', {sure}' if sure else ''}: {spoken(word_change(row.words, row.now))}"
    if placement.meaning_changed:
        yield f"The meaning changed: {placement.reason}"


def _labelled(label: str, words: str) -> Iterator[str]:
    """Yield words behind a label; further lines say that they are, so that none passes for a sentence of ours."""
    first, *others = words.splitlines() or [""]
    yield f"{label}: {first}" if first else f"{label}."
    yield from (f"More of it: {line}" for line in others if line.strip())
