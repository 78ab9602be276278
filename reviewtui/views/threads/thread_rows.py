"""Threads as rows: what every front end, and every script, sees of a remark."""

from collections.abc import Iterable

from reviewtui.domain.actions.decisions.move_acceptance import moving_along
from reviewtui.domain.person import Person
from reviewtui.domain.record.events import TYPE_NAMES
from reviewtui.domain.record.thread import Entry, Thread
from reviewtui.domain.record.validity.authorship import identity_of
from reviewtui.domain.review.decided_place import shown_place
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.overlapping import overlapping, overlapping_with
from reviewtui.text.placement.place_values import Placement
from reviewtui.views.excerpt import after_words, asked_break, clipped, excerpt, with_breaks_shown
from reviewtui.views.threads.thread_filter import ThreadFilter

_UNDECIDED = 0.5
"""How sure each place of an ambiguous remark is."""


def select(draft: Draft, wanted: ThreadFilter) -> tuple[Thread, ...]:
    """Return the threads that `wanted` takes: in reading order, those without a place last."""
    order = {section.path: number for number, section in enumerate(draft.policy.sections)}

    def place(thread: Thread) -> tuple[int, int, str]:
        placement = draft.placement(thread.id)
        if placement is None or placement.path is None:
            return (len(order), 0, thread.id)
        return (order.get(placement.path, len(order)), placement.start, thread.id)

    return tuple(sorted((t for t in draft.review.threads.values() if wanted.takes(draft, t)), key=place))


def thread_data(draft: Draft, thread: Thread) -> dict[str, object]:
    """Return a thread as `threads --json` documents it (docs/record.md)."""
    placement = draft.placement(thread.id)
    section = draft.section_of(thread.id)
    anchor = thread.anchors[0] if thread.anchors else None
    decision = thread.decision
    return {
        "thread": thread.id,
        "root": TYPE_NAMES[type(thread.root)],
        "kind": thread.kind,
        "state": thread.state,
        "flags": list(draft.all_flags(thread)),
        "organisation": thread.root.organisation,
        "by": str(thread.by),
        "recorded_by": thread.root.recorded_by or None,
        "body": thread.body,
        "replacement": thread.replacement,
        "target": _target_data(draft, thread),
        "blocking": thread.blocking,
        "section": section.name if section else None,
        "topic": (anchor.topic or None) if anchor else None,
        "quote": anchor.exact if anchor and anchor.is_passage else None,
        **_place_data(placement),
        "decision": decision.verdict if decision else None,
        "decision_body": thread.decision_words if decision else None,
        "decision_by": decision.by if decision else None,
        "commit": thread.decision_commit,
        "done": thread.done.commit if thread.done else None,
        "refusal": thread.refusal or None,
        "identity": identity_of(thread.entries[0].recorded),
        "carried_by": _told(thread.entries[0].carried_by),
        "committed_by": _told(thread.entries[0].recorded.provenance.author),
        "same_as": thread.same_as or None,
        "at": thread.root.at.isoformat(),
        "version": (anchor.version or None) if anchor else None,
    }


def threads_data(draft: Draft, chosen: Iterable[Thread]) -> list[dict[str, object]]:
    """Return threads as `threads --json` documents them, each with the open suggestions for the same words."""
    groups = overlapping(draft.review.open_threads(), draft.policy, draft.placements)
    threads = [thread for thread in draft.review.open_threads() if thread.is_move or thread.is_suggestion]
    moves = any(thread.is_move for thread in threads)

    def colliding(thread: Thread) -> list[str]:
        along = moving_along(thread, threads, draft.placements) if moves and thread.is_open else ()
        return list(dict.fromkeys((*overlapping_with(groups, thread.id), *along)))

    return [{**thread_data(draft, thread), "collides": colliding(thread)} for thread in chosen]


def _target_data(draft: Draft, thread: Thread) -> dict[str, object] | None:
    """Return where a move is to go, in the text at hand; None for what is no move."""
    if not thread.is_move:
        return None
    anchor, placement = draft.places(thread)[1]
    path = placement.path if placement is not None and placement.is_placed else None
    start = placement.start if placement is not None and path is not None else None
    return {"path": path, "start": start, "after": anchor.prefix}


def _place_data(placement: Placement | None) -> dict[str, object]:
    if placement is None:
        empty = dict.fromkeys(("path", "start", "end", "placement", "confidence"))
        return {**empty, "meaning_changed": False, "reason": None, "around_changed": None, "candidates": []}
    placed = placement.path is not None
    return {
        "path": placement.path,
        "start": placement.start if placed else None,
        "end": placement.end if placed else None,
        "placement": placement.state,
        "confidence": round(placement.confidence, 3),
        "meaning_changed": placement.meaning_changed,
        "reason": placement.reason or None,
        "around_changed": placement.context_change.reason if placement.context_change is not None else None,
        "candidates": _candidates_data(placement),
    }


def _candidates_data(placement: Placement) -> list[dict[str, object]]:
    """Return the places that may be that of a remark without a sure one, the likeliest first."""
    rows = [(*place, _UNDECIDED) for place in placement.candidates] if placement.state == "ambiguous" else ()
    return [dict(zip(("path", "start", "end", "sure"), row, strict=True)) for row in (*rows, *placement.likely)]


def event_data(entry: Entry) -> dict[str, object]:
    """Return one event of a thread for `show --json`; words that were removed are not in it."""
    event = entry.event
    extra = {
        name: value
        for name in ("verdict on of satisfied to relation commit replacement kind blocking").split()
        if (value := getattr(event, name, None)) not in {None, ""} and entry.hidden is None
    }
    return {
        "id": event.id,
        "type": TYPE_NAMES[type(event)],
        "by": event.by,
        "recorded_by": event.recorded_by or None,
        "from": event.source.format if event.source is not None else None,
        "organisation": event.organisation,
        "at": event.at.isoformat(),
        "clock": event.clock,
        "body": entry.words,
        "commit_added": entry.recorded.provenance.commit,
        "committed_by": _told(entry.recorded.provenance.author),
        "identity": identity_of(entry.recorded),
        "carried_by": _told(entry.carried_by),
        "signature": entry.recorded.provenance.signature,
        "pending": entry.recorded.provenance.pending,
        "refusal": entry.refusal or None,
        "same_as": entry.same_as or None,
        "path": entry.recorded.path,
        **extra,
    }


def _told(person: Person | None) -> str | None:
    return str(person) if person is not None else None


def marks(draft: Draft, thread: Thread) -> str:
    """Return the state of a thread in words: state, blocking, flags, and where its passage is."""
    words: list[str] = [thread.state_in_words]
    if thread.blocking:
        words.append("blocking")
    words += draft.flags_in_words(thread)
    placement = shown_place(draft, thread)
    if placement is not None and placement.state != "exact":
        words.append(placement.state)
    if placement is not None and placement.meaning_changed and not _is_as_decided(draft, thread, placement):
        words.append(f"meaning changed ({placement.reason})")
    around = placement.context_change if placement is not None and thread.is_suggestion else None
    if around is not None and not draft.is_as_decided(thread, around.before, around.after):
        words.append(f"around it changed ({around.reason})")
    return " · ".join(words)


def _is_as_decided(draft: Draft, thread: Thread, placement: Placement) -> bool:
    """Say whether the words at the first place of a thread are those that its own decision put there."""
    text = draft.policy.texts.get(placement.path or "")
    if thread.decision is None or text is None or not thread.anchors:
        return False
    return draft.is_as_decided(thread, thread.anchors[0].exact, text.text[placement.start : placement.end])


def thread_lines(draft: Draft, thread: Thread) -> tuple[str, ...]:
    """Return a thread as three short lines of plain text."""
    name = draft.review.name_of(thread.id)
    where = where_it_stands(draft, thread)
    who = draft.settings.organisation_name(thread.root.organisation)
    anchor = thread.anchors[0] if thread.anchors else None
    lines = [f"{name}  {thread.kind} · {marks(draft, thread)}  [{where}]  {who}, {draft.called(thread.by)}"]
    if anchor is not None and anchor.exact:
        lines.append(f"      “{excerpt(anchor.exact)}”")
    if thread.replacement is not None:
        if anchor is not None and anchor.is_gap:
            lines.append(f"      {after_words(anchor.prefix)}")
        wish = asked_break(thread) or clipped(with_breaks_shown(thread.replacement)) or "(delete)"
        lines.append(f"      → {wish}")
    if thread.is_move:
        lines.append(f"      → moves {after_words(thread.anchors[1].prefix)}")
    if thread.body:
        lines.append(f"      {clipped(thread.body)}")
    return tuple(lines)


def where_it_stands(draft: Draft, thread: Thread) -> str:
    """Return where a thread stands now: its section, its topic, the whole policy, or where it stood last."""
    placement = shown_place(draft, thread)
    section = draft.policy.section_at(placement.path, placement.start) if placement and placement.path else None
    if section is not None:
        return section.name
    if not thread.anchors:
        return "whole policy"
    anchor = thread.anchors[0]
    if anchor.topic:
        return f"topic {anchor.topic}"
    # Before its place was looked for, nobody knows that it is gone.
    return f"{'was' if thread.id in draft.placements else 'made'} in {anchor.path}"
