"""Plans what a file that somebody sent back adds to the record: which of its acts are new, and the events they become.

Each act becomes a command, so that it passes the same rules as one that is typed. What an act asks for and the rules
refuse becomes a remark with its words; what is in the record already is left alone, so that nothing comes in twice.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Literal

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import Comment, Reply, Revise, Suggest, SuggestMove
from reviewtui.domain.actions.remarks import conversation, remarking, suggesting_moves
from reviewtui.domain.actions.remarks.remarking import suggested_kind
from reviewtui.domain.person import Person
from reviewtui.domain.policy.place import Place
from reviewtui.domain.policy.policy import Policy, ReadPolicy
from reviewtui.domain.record.events import (
    Commented,
    MoveSuggested,
    RemarkKind,
    Replied,
    Revised,
    Source,
    Suggested,
    ThreadEvent,
)
from reviewtui.domain.record.folding.thread_fold import fold_thread
from reviewtui.domain.record.record import Provenance, Recorded
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.import_content import UNMARKED, BroughtAct, BroughtPlace, Incoming, Voice
from reviewtui.domain.review.work_progress import step_by_step
from reviewtui.domain.settings.settings import Settings

Fate = Literal["new", "known", "revised", "refused"]
NOBODY = "unknown@address.invalid"
"""The address of a voice that is not known, in a preview."""
IN_AN_AUTHORS_NAME = "it is in the name of an author of the policy: leave it out if that is not so"
RESOLVED = "(Marked as resolved in the file.)"


@dataclass(frozen=True, slots=True)
class PlannedAct:
    """One act of the file and what becomes of it: `events` to be saved in `thread`, or why there are none."""

    act: BroughtAct
    person: Person | None
    fate: Fate
    thread: str = ""
    events: tuple[ThreadEvent, ...] = ()
    why: str = ""


@dataclass
class _Planning:
    """What has been planned so far."""

    actor: Actor
    incoming: Incoming
    review: Review
    texts: ReadPolicy
    """The policy in which the places of the file count: as it was sent out."""
    people: Mapping[Voice, Person | None]
    threads: Mapping[str, Sequence[Thread]]
    """The threads of the record that came from this export, by item and by digest."""
    held: Mapping[str, frozenset[str]]
    """The digests of the acts of this file, by what names them in it."""
    taken: set[str] = field(default_factory=set)
    """The events of the record that acts of this file have been found to be."""
    roots: dict[str, PlannedAct] = field(default_factory=dict)
    """The roots of the file by item, for the replies to them."""


def plan(
    actor: Actor, incoming: Incoming, review: Review, texts: ReadPolicy, people: Mapping[Voice, Person | None]
) -> tuple[PlannedAct, ...]:
    """Return what becomes of each act of a file, replies behind what they answer."""
    planning = _Planning(actor, incoming, review, texts, people, _threads_of(incoming, review), _held(incoming))
    own = [act for act in incoming.acts if act.act != "reply"]
    planning.taken.update(act.thread for act in own if act.thread)
    # What is known is found first, so that nothing else takes its thread for its own older words.
    known = {id(act): root for act in own if (root := _known_root(planning, act)) is not None}
    roots = {
        id(act): known.get(id(act)) or _revised(planning, act) or _fresh(planning, act)
        for act in step_by_step(own, "Placing what the file holds")
    }
    planning.roots.update((act.item, roots[id(act)]) for act in own)
    return tuple(
        roots[id(act)] if act.act != "reply" else _reply(planning, act)
        for act in sorted(incoming.acts, key=lambda act: act.act == "reply")
    )


def _known_root(planning: _Planning, act: BroughtAct) -> PlannedAct | None:
    if act.thread:
        return PlannedAct(act, planning.people.get(act.voice), "known", act.thread)
    for thread in planning.threads.get(act.digest, ()):
        source = thread.root.source
        same = source is not None and (source.item == act.item or _is_at(planning, thread, act.place))
        if same and thread.root.id not in planning.taken:
            planning.taken.add(thread.root.id)
            return PlannedAct(act, planning.people.get(act.voice), "known", thread.id)
    return _said_anew(planning, act)


def _said_anew(planning: _Planning, act: BroughtAct) -> PlannedAct | None:
    """A remark whose newest words came in with an earlier copy of the file."""
    for thread in planning.threads.get(act.item, ()):
        for entry in thread.entries[1:]:
            source = entry.event.source
            if source is not None and source.digest == act.digest and entry.event.id not in planning.taken:
                planning.taken |= {entry.event.id, thread.root.id}
                return PlannedAct(act, planning.people.get(act.voice), "known", thread.id)
    return None


def _is_at(planning: _Planning, thread: Thread, place: BroughtPlace | None) -> bool:
    """Whether a remark of the record was made where an act of the file stands."""
    if not thread.root.anchors:
        return place is None
    anchor = thread.root.anchors[0]
    text = planning.texts.policy.texts.get(anchor.path)
    if place is None or text is None or text.blob != anchor.blob:
        return False
    # Of a section an importer tells where it begins; its remark is about the file alone.
    span = (None, None) if place.end is None else (place.start, place.end)
    return (anchor.path, anchor.start, anchor.end) == (place.path, *span)


def _threads_of(incoming: Incoming, review: Review) -> dict[str, list[Thread]]:
    """The threads that came from this export, by what names them in the file, and by the digest of their words."""
    export = incoming.export or UNMARKED
    threads: dict[str, list[Thread]] = {}
    for thread in review.threads.values():
        source = thread.root.source
        if source is not None and (source.format, source.export) == (incoming.format, export):
            for key in {source.item, source.digest}:
                threads.setdefault(key, []).append(thread)
    return threads


def _held(incoming: Incoming) -> dict[str, frozenset[str]]:
    held: dict[str, set[str]] = {}
    for act in incoming.acts:
        held.setdefault(act.item, set()).add(act.digest)
    return {item: frozenset(digests) for item, digests in held.items()}


def _revised(planning: _Planning, act: BroughtAct) -> PlannedAct | None:
    """The same item with other words says its remark anew, unless the file still holds the old words too."""
    held = planning.held[act.item]
    for thread in planning.threads.get(act.item, ()):
        source = thread.root.source
        event = thread.root.id
        if source is None or source.digest in held or event in planning.taken or not thread.is_open:
            continue
        # What another file of the same mail brings in stands beside this one; neither is the newer one.
        if any(not entry.recorded.path for entry in thread.entries):
            continue
        person = planning.people.get(act.voice)
        same_kind = (thread.is_suggestion, thread.is_move) == (act.act == "suggestion", act.act == "move")
        if not same_kind or person is None or thread.by.key != person.key:
            continue
        planning.taken.add(event)
        return _made(planning, act, partial(_revise, act=act, thread=thread), thread.id)
    return None


def _revise(actor: Actor, person: Person, act: BroughtAct, thread: Thread) -> ThreadEvent:
    command = Revise(thread.id, act.body, act.replacement, on_behalf_of=_for(actor, person))
    return conversation.revise(actor, command, thread)


def _fresh(planning: _Planning, act: BroughtAct) -> PlannedAct:
    planned = _made(planning, act, lambda actor, person: _event(planning, actor, act, person))
    if planned.fate == "refused" and act.act in {"suggestion", "move"}:
        comment = act.as_comment(planned.why)
        remark = _made(planning, comment, lambda actor, person: _event(planning, actor, comment, person))
        return remark if remark.events else planned
    return planned


def _event(planning: _Planning, actor: Actor, act: BroughtAct, person: Person) -> ThreadEvent:
    texts = planning.texts
    place = _place(texts.policy, act.place)
    if act.act == "suggestion":
        kind = _kind(texts.policy, act) if act.kind == "general" else act.kind
        command = Suggest(place, act.replacement or "", act.body, kind, on_behalf_of=_for(actor, person))
        return remarking.suggest(actor, command, texts)
    if act.act == "move" and act.target is not None:
        target = _place(texts.policy, act.target)
        move = SuggestMove(place, target, act.body, on_behalf_of=_for(actor, person))
        return suggesting_moves.suggest_move(actor, move, texts)
    places = (place, *(_place(texts.policy, other) for other in act.also)) if act.place else ()
    comment = Comment(places, act.body, act.kind, on_behalf_of=_for(actor, person))
    return remarking.comment(actor, comment, texts)


def _kind(policy: Policy, act: BroughtAct) -> RemarkKind:
    """Return the kind of a suggestion whose file names none: words of duty that go or come are no wording."""
    place = act.place
    if place is None or place.start is None or place.end is None or place.path not in policy.texts:
        return "wording"
    text = policy.texts[place.path].text
    return suggested_kind(text, (place.start, place.end), act.replacement or "", policy.language)


def _place(policy: Policy, place: BroughtPlace | None) -> Place:
    if place is None:
        return Place()
    section = policy.section_at(place.path, place.start or 0)
    if section is None:
        raise Refused(f"There is no section '{place.path}' in the text that the file was made from.")
    if place.start is None or place.end is None:
        return Place(section.name)
    return policy.place_of(place.path, place.start, place.end)


def _reply(planning: _Planning, act: BroughtAct) -> PlannedAct:
    person = planning.people.get(act.voice)
    if act.thread:
        return PlannedAct(act, person, "known", act.thread)
    answered = planning.roots.get(act.to)
    identifier = answered.thread if answered is not None else act.to
    thread = planning.review.threads.get(identifier)
    if thread is not None:
        known = _known_reply(planning, act, thread)
        return known or _made(planning, act, lambda actor, who: _answer(actor, act, who, thread), thread.id)
    if answered is None or not answered.events:
        return PlannedAct(act, person, "refused", why="what it answers is not in the record")
    root = answered.events[0]
    return _made(planning, act, lambda actor, who: _first_answer(actor, act, who, root), root.id)


def _known_reply(planning: _Planning, act: BroughtAct, thread: Thread) -> PlannedAct | None:
    for entry in thread.entries:
        source = entry.event.source
        same = source is not None and source.digest == act.digest and source.format == planning.incoming.format
        if same and entry.event.id not in planning.taken:
            planning.taken.add(entry.event.id)
            return PlannedAct(act, planning.people.get(act.voice), "known", thread.id)
    return None


def _answer(actor: Actor, act: BroughtAct, person: Person, thread: Thread) -> ThreadEvent:
    return conversation.reply(actor, Reply(thread.id, act.body, on_behalf_of=_for(actor, person)), thread)


def _first_answer(actor: Actor, act: BroughtAct, person: Person, root: ThreadEvent) -> ThreadEvent:
    """A reply to a remark that comes in with it, so that there is no thread of it yet."""
    common = actor.common(on_behalf_of=_for(actor, person)) | {"clock": root.clock + 1, "after": (root.id,)}
    return Replied(**common, body=act.body.strip())


def _made(
    planning: _Planning, act: BroughtAct, make: Callable[[Actor, Person], ThreadEvent], thread: str = ""
) -> PlannedAct:
    person = planning.people.get(act.voice)
    voice = person or Person(act.voice.name or "unknown", NOBODY)
    source = Source(planning.incoming.format, planning.incoming.export or UNMARKED, act.item, act.digest)
    actor = replace(planning.actor, source=source, moment=_moment(planning.actor, act))
    try:
        event = make(actor, voice)
    except Refused as refusal:
        return PlannedAct(act, person, "refused", thread, why=str(refusal))
    fate: Fate = "revised" if isinstance(event, Revised) else "new"
    events = (event, *_resolution(actor, act, voice, event))
    is_authors = person is not None and person.key in planning.actor.settings.author_keys()
    return PlannedAct(act, person, fate, thread or event.id, events, IN_AN_AUTHORS_NAME if is_authors else act.note)


def _resolution(actor: Actor, act: BroughtAct, person: Person, event: ThreadEvent) -> Iterator[ThreadEvent]:
    """That a remark comes in as dealt with already is said in its thread; to decide it stays the author's."""
    if act.resolved and isinstance(event, Commented | Suggested | MoveSuggested):
        yield _first_answer(actor, replace(act, act="reply", body=RESOLVED), person, event)


def _moment(actor: Actor, act: BroughtAct) -> datetime:
    return act.at if act.at is not None and act.at <= actor.moment else actor.moment


def _for(actor: Actor, person: Person) -> str:
    return "" if person.key == actor.person.key else str(person)


def unknown_voices(people: Mapping[Voice, Person | None]) -> Sequence[Voice]:
    """Return the voices that nobody has named yet."""
    return [voice for voice, person in people.items() if person is None]


def chosen(planned: Sequence[PlannedAct], without: frozenset[int]) -> tuple[PlannedAct, ...]:
    """Return what is planned but for the acts of these numbers, and for answers to remarks that come in with none."""
    gone = {each.thread for number, each in enumerate(planned) if number in without and _begins(each)}
    return tuple(each for number, each in enumerate(planned) if number not in without and each.thread not in gone)


def _begins(planned: PlannedAct) -> bool:
    """Whether it is a remark that is not in the record yet."""
    return any(event.id == planned.thread for event in planned.events)


def events_of(planned: Iterable[PlannedAct]) -> Iterator[tuple[ThreadEvent, str]]:
    """Give each event that is to be saved, with its thread."""
    for each in planned:
        for event in each.events:
            yield event, each.thread


def with_planned(review: Review, planned: Iterable[PlannedAct], settings: Settings) -> Review:
    """Return the review with what is planned, under no path: what the next file of a mail holds too is known then."""
    members: dict[str, list[Recorded]] = {}
    for event, thread in events_of(planned):
        held = review.threads.get(thread)
        own = members.setdefault(thread, [entry.recorded for entry in held.entries] if held is not None else [])
        own.append(Recorded(event, thread, "", Provenance(roles=settings)))
    folded = {
        thread: fold_thread(own[0], root, own)
        for thread, own in members.items()
        if isinstance(root := own[0].event, Commented | Suggested | MoveSuggested)
    }
    return replace(review, threads={**review.threads, **folded})
