"""One thread as a card beside the text: who, where, then and now, what was said, what was decided."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Literal

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record.events import Decided
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.text.placement.place_values import Placement
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.comparison.inline_change import word_change
from reviewtui.views.excerpt import excerpt, first_words, last_words, with_breaks_shown
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.card.event_lines import EventRow, came_from, event_rows, left_to_do, suggested_in
from reviewtui.views.threads.card.lost_passage import how_sure, version_read
from reviewtui.views.threads.card.place_rows import AROUND, PlaceRow, place_rows
from reviewtui.views.time_in_words import ago

_LONGEST = 280
"""Characters of a passage that a card quotes."""
_AROUND_NEW = 50
"""Characters of the text that are shown on either side of words to be put in."""
Shown = Literal["passage", "suggestion"]
"""What of a thread may stand beside its card: the words that it is about, and those that it suggests."""
_GOOD = frozenset({"accepted", "accepted-with-changes", "noted"})


def card_title(draft: Draft, thread: Thread) -> str:
    """Return the name of a thread with its kind."""
    return f"{draft.review.name_of(thread.id)} \u00b7 {thread.kind}" + (" \u00b7 blocking" if thread.blocking else "")


def card_lines(
    draft: Draft, thread: Thread, now: datetime, *, folded: bool = False, shown: Collection[Shown] = ()
) -> Iterator[StyledLine]:
    """Yield the card of a thread; `now` is when it is looked at (UTC).

    Folded it is for a low pane below the text: on fewer lines, and without words that stand marked in the text.
    `shown` is what stands beside the card already.
    """
    gap: tuple[StyledLine, ...] = () if folded else ((),)
    head = list(_head(draft, thread, now))
    yield from (_joined(head[:3]), *head[3:])
    events = list(event_rows(draft, thread.entries[1:]))
    decided = [row for row in events if thread.decision is not None and row.entry.event.id == thread.decision.id]
    yield from (each for part in _said_first(draft, thread, decided, now) for each in (*gap, *part))
    change = list(_change(draft, thread, shown))
    yield from (*gap, *change) if change else ()
    for row in events:
        if row not in decided:
            yield from (*gap, *_event(draft, thread, row, now))
    left = left_to_do(draft, thread)
    if left:
        yield from ((), line(Styled(left, "alarm")))


def _said_first(
    draft: Draft, thread: Thread, decided: Sequence[EventRow], now: datetime
) -> Iterator[Sequence[StyledLine]]:
    """Yield what is read first: the reviewer's own words, and the decision in force with its reason."""
    first = thread.entries[0]
    if first.words:
        yield [line(Styled(first.words))]
    if _is_revised(thread):
        yield [line(Styled("revised since: the words in force stand below, at their date", "alarm"))]
    for row in decided:
        yield list(_event(draft, thread, row, now))


def _change(draft: Draft, thread: Thread, shown: Collection[Shown]) -> Iterator[StyledLine]:
    """Yield where a thread stands and what it changes; the same change is shown once, where it is told in full."""
    edits = thread.decision.all_edits if thread.decision is not None else ()
    wish = (thread.anchors[0].exact, suggested_in(thread.entries[0])) if thread.anchors else ("", None)
    # What stands beside the card are the words in force; here, at their date, stand the first ones.
    is_shown = "suggestion" not in shown or _is_revised(thread)
    told = {edit.flat for edit in edits} | ({_flat(*wish)} if is_shown else set())
    for row in place_rows(draft, thread):
        if "passage" not in shown or not _stands_in_sight(row):
            yield from _place(row, repeats=row.as_decided or _flat(row.words, row.now) in told)
    if wish[1] is not None and is_shown:
        yield _suggestion(thread.anchors[0], wish[1])
    if thread.is_move:
        yield line(Styled("suggests to move it there", "muted"))
    for edit in edits:
        if edit.flat == _flat(*wish) and is_shown:
            yield line(Styled("in the text: as suggested", "muted"))
        else:
            yield line(Styled("in the text: ", "muted"), *word_change(edit.before, edit.after))


def _is_revised(thread: Thread) -> bool:
    """Whether other words than the first are in force."""
    return thread.words_event not in {"", thread.id}


def _flat(before: str, after: str | None) -> tuple[str, str]:
    return single_spaced(before), single_spaced(after or "")


def _head(draft: Draft, thread: Thread, now: datetime) -> Iterator[StyledLine]:
    state = Styled(thread.state_in_words, "good" if thread.state in _GOOD else "alarm" if thread.is_open else "strong")
    words = draft.flags_in_words(thread)
    flags = [Styled(f" \u00b7 {flag}", "pending" if flag.endswith("pending") else "bad") for flag in words]
    yield line(state, *flags)
    root = thread.root
    # Beside a decision a name alone would be taken for whoever decided.
    whose = "remark of " if thread.decision is not None else ""
    yield line(
        Styled(whose, "muted"),
        Styled(draft.called(thread.by), "strong"),
        f" \u00b7 {draft.settings.organisation_name(root.organisation)}",
    )
    when = ago(root.at, now)
    origin = came_from(root)
    recorded = f" \u00b7 {origin}" if origin else ""
    carrier = thread.entries[0].carried_by
    carried = f" \u00b7 carried by {carrier.name}" if carrier else ""
    read_on = version_read(draft, thread.anchors[0]) if thread.anchors else ""
    # Which draft it was the day before it tells: the digits of a commit mean nothing to who reads.
    is_earlier = read_on.startswith("draft ")
    on = " \u00b7 earlier draft" if is_earlier else f" \u00b7 on {read_on}" if read_on else ""
    yield line(Styled(f"{when}{on}{recorded}{carried}", "muted"))
    if thread.refusal:
        yield line(Styled(f"counts for nothing: {thread.refusal}", "bad"))


def _joined(lines: list[StyledLine]) -> StyledLine:
    """Several short lines as one."""
    first, *others = lines
    return (*first, *(piece for each in others for piece in (Styled(" \u00b7 ", "muted"), *each)))


def _stands_in_sight(row: PlaceRow) -> bool:
    """Whether the words of a place are marked in the text as they were read."""
    exact = row.placement is not None and row.placement.state in {"exact", "moved", "reattached"}
    if not exact or row.is_changed or row.placement is None:
        return False
    return not row.placement.meaning_changed and row.placement.context_change is None


def _place(row: PlaceRow, *, repeats: bool) -> Iterator[StyledLine]:
    if row.about in {"policy", "topic", "section"}:
        about = {"policy": "the whole policy", "topic": f"the topic {row.words}", "section": "the section as a whole"}
        yield line(Styled(f"about {about[row.about]}", "muted"))
        return
    if row.about == "passage":
        yield line(Styled(f"\u201c{excerpt(row.words, _LONGEST)}\u201d", "quote"))
    else:
        yield line(Styled(f"between \u201c\u2026{excerpt(row.words, _LONGEST)}\u201d and what follows", "quote"))
    if row.placement is not None:
        yield from _now(row, row.placement, repeats=repeats)
        yield from (line(Styled(sentence, "muted")) for sentence in row.lost)


def _now(row: PlaceRow, placement: Placement, *, repeats: bool) -> Iterator[StyledLine]:
    if not placement.is_placed:
        what = "in several places" if placement.state == "ambiguous" else "not in this text any more"
        yield line(Styled(f"now: {what}", "alarm"), f"  {placement.reason}" if placement.reason else "")
        return
    sure = how_sure(placement.confidence)
    is_there = f"{placement.state}{f', {sure} here' if sure else ''}"
    yield line(Styled(f"now: {'as decided' if row.as_decided else is_there}", "muted"))
    if placement.meaning_changed:
        yield line(Styled(f"\u26a0 the meaning changed: {placement.reason}", "alarm"))
    around = placement.context_change
    holds = around is not None and row.words in around.before and row.now in around.after
    if row.is_changed and not repeats and not holds:
        yield line(*word_change(row.words, row.now))
    if around is not None:
        yield line(Styled(f"\u26a0 {AROUND}:", "alarm"))
        yield line(*word_change(around.before, around.after))


def _suggestion(anchor: Anchor | None, replacement: str) -> StyledLine:
    exact = anchor.exact if anchor is not None else ""
    if not exact:
        before = with_breaks_shown(last_words(anchor.prefix, _AROUND_NEW)) if anchor is not None else ""
        behind = first_words(with_breaks_shown(anchor.suffix), _AROUND_NEW) if anchor is not None else ""
        new = Styled(replacement, "come")
        return line(Styled("insert: ", "muted"), Styled(before, "muted"), new, Styled(behind, "muted"))
    if not replacement:
        return line(Styled("suggests to delete it", "bad"))
    return line(Styled("\u2192 ", "muted"), *word_change(exact, replacement))


def _event(draft: Draft, thread: Thread, row: EventRow, now: datetime) -> Iterator[StyledLine]:
    event, refusal = row.entry.event, row.entry.refusal
    is_author = draft.in_force and draft.effective_settings.is_author(row.entry.by)
    who = f"{row.who} \u00b7 {'author' if is_author else row.organisation}"
    when = (ago(event.at, now), row.doubts, came_from(event))
    yield line(
        Styled(who, "strong"),
        " ",
        Styled(row.does, "good" if row.is_decision else "muted"),
        Styled("".join(f" \u00b7 {each}" for each in when if each), "muted"),
    )
    if refusal:
        yield line(Styled(f"without effect: {refusal}", "bad"))
    if row.words:
        yield line(row.words)
    if row.replacement is not None:
        yield _suggestion(thread.anchors[0] if thread.anchors else None, row.replacement)
    in_force = thread.decision is not None and event.id == thread.decision.id
    for edit in event.all_edits if isinstance(event, Decided) and not in_force else ():
        # A later change may have taken these words out again: nothing is said of the text as it is now.
        then = "taken back: " if row.taken_back else "put into the text then: "
        yield line(Styled(then, "muted"), *word_change(edit.before, edit.after))
