"""Carries out what brings a returned file into the record: each of its acts becomes a pending event."""

from collections import Counter
from collections.abc import Iterator

from reviewtui.domain.actions.bringing_in.import_plan import (
    PlannedAct,
    chosen,
    events_of,
    plan,
    unknown_voices,
    with_planned,
)
from reviewtui.domain.actions.bringing_in.person_mapping import given_names, people_of
from reviewtui.domain.actions.commands import BringIn, Read
from reviewtui.domain.actions.marking_read import mark_read
from reviewtui.domain.policy.policy import ReadPolicy
from reviewtui.domain.record.events import Source, WasRead
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.import_content import Incoming
from reviewtui.views.exchange.import_preview import read_sentences
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.recordable_events import only_recordable, recordable_file
from reviewtui.workspace.command.saving import save_all_pending


def bring_in(context: CommandContext, command: BringIn) -> Outcome:
    """Save every act that is not in the record yet and was not left out.

    Raises:
        Refused: somebody in the file is not named yet.
    """
    every = planned_acts(context, command)
    planned = chosen(every, command.without)
    require_named(planned)
    events = list(events_of(planned))
    reads = planned_reads(context, command, planned)
    paths = save_all_pending(context, [*events, *((event, "") for event in reads)])[: len(events)]
    read = "".join(f" {sentence}" for sentence in read_sentences(reads))
    fates = Counter(each.fate for each in planned)
    kept = f", {fates['known']} in the record already" if fates["known"] else ""
    refused = f", {fates['refused']} not taken in" if fates["refused"] else ""
    without = sum(bool(each.events) for each in every) - sum(bool(each.events) for each in planned)
    refused += f", {without} left out" if without else ""
    if not paths:
        return Outcome(f"Nothing new{kept}{refused}.{read}", count=0)
    message = f"Brought in {fates['new'] + fates['revised']}{kept}{refused}; pending until you submit.{read}"
    threads = tuple(dict.fromkeys(each.thread for each in planned if each.events))
    return Outcome(message, path=paths[0], count=len(paths), threads=threads)


def planned_reads(context: CommandContext, command: BringIn, planned: tuple[PlannedAct, ...]) -> tuple[WasRead, ...]:
    """Return the reads that the file counts as: whoever wrote in it had its texts before them."""
    reads: dict[tuple[str, str, str], WasRead] = {}
    for file in _files(command):
        for event in _reads(context, file, planned):
            reads.setdefault((event.by, event.path, event.blob), event)
    return tuple(reads.values())


def _reads(context: CommandContext, incoming: Incoming, planned: tuple[PlannedAct, ...]) -> Iterator[WasRead]:
    """Whoever wrote in what was sent out has read the texts that it held."""
    voices = {act.voice for act in incoming.acts if not act.thread}
    people = dict.fromkeys(each.person for each in planned if each.person is not None and each.act.voice in voices)
    source = Source(incoming.format, incoming.export, digest=incoming.digest)
    for person in people if incoming.export and incoming.texts and incoming.digest else ():
        own = person.key == context.me.key
        command = Read(on_behalf_of="" if own else str(person), source=None if own else source, texts=incoming.texts)
        try:
            yield from mark_read(context.actor(), command, context.draft.policy, context.draft.review.counting(WasRead))
        except Refused:
            # Of somebody who speaks for no organisation, nobody asks what they have read.
            continue


def planned_acts(context: CommandContext, command: BringIn) -> tuple[PlannedAct, ...]:
    """Return what becomes of each act of the file."""
    review, settings = context.draft.review, context.settings
    people = people_of(command.incoming.voices(), review, settings, given_names(command.names))
    every: list[PlannedAct] = []
    for file in _files(command):
        planned = list(only_recordable(plan(context.actor(), file, review, _texts(context, file), people)))
        every += planned
        review = with_planned(review, planned, settings) if command.incoming.enclosed else review
    return tuple(every)


def _files(command: BringIn) -> Iterator[Incoming]:
    return map(recordable_file, command.incoming.each())


def require_named(planned: tuple[PlannedAct, ...]) -> None:
    """Refuse while nobody has said who a name in the file is."""
    unknown = unknown_voices({each.act.voice: each.person for each in planned if each.fate != "known"})
    if unknown:
        names = ", ".join(f"'{voice.name}'" for voice in unknown[:6])
        first = unknown[0].name.replace("'", "")
        raise Refused(f"Nobody of the review is known as {names}; say who it is: --as '{first}=Name <address>'.")


def _texts(context: CommandContext, incoming: Incoming) -> ReadPolicy:
    """The policy as it was sent out, or the draft for a file that is not from here."""
    commit = incoming.version
    if not commit:
        return ReadPolicy(context.draft.policy, context.draft.version.commit)
    return ReadPolicy(context.loader.policy_at(commit, context.draft.settings), commit)
