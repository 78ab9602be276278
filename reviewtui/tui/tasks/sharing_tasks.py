"""What brings clones together besides the key that shares: proposals, where to share, packs, an adopted policy."""

import re
from dataclasses import replace
from functools import partial
from pathlib import Path

from reviewtui.domain.actions.commands import Adopt, Join, Pack, Sync, Unpack
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.sync_state import (
    Joined,
    MergeConflicts,
    NeedsConsent,
    Packed,
    PlaceNotAgreed,
    ReleaseNotAgreed,
    Shared,
)
from reviewtui.tui.dialogs.answer_dialog import AnswerDialog, LinesDialog
from reviewtui.tui.dialogs.fields_dialog import AskedField, FieldAnswers, FieldsQuestion, required
from reviewtui.tui.dialogs.file_picker import FilePicker
from reviewtui.tui.dialogs.sync_dialogs import ConflictsDialog
from reviewtui.tui.state.requests import RunAct
from reviewtui.tui.tasks.export_task import path_of
from reviewtui.tui.tasks.import_task import usual_folder
from reviewtui.tui.tasks.progress_task import ASKING, run_with_progress
from reviewtui.tui.tasks.task_session import TaskCancelled, TaskSession
from reviewtui.views.comparison.adoption_rows import AdoptionView, adoption_lines
from reviewtui.views.compose.question import Question
from reviewtui.views.sharing.conflict_decisions import decided_for_ours
from reviewtui.views.sharing.proposal_lines import proposal_line
from reviewtui.views.sharing.settled_conflicts import ConflictAnswers
from reviewtui.views.sharing.sharing_lines import (
    holding_lines,
    joined_lines,
    packed_lines,
    place_question,
    release_question,
    shared_lines,
)
from reviewtui.views.styled_text import Styled, line
from reviewtui.workspace.session.unsaved_answers import ConflictWords

_BUNDLES = (".bundle", ".pack", ".git")


async def proposals(task: TaskSession) -> None:
    """List what others propose; what is chosen is taken over by a merge."""
    shared = await _shared(task, ASKING)
    entries = [(each.name, (line(proposal_line(each)),)) for each in shared.proposals]
    name = await task.choose("Proposals", entries, "Nobody proposes anything that is not here.")
    try:
        taken = await _shared(task, replace(ASKING, take=(name,)))
    except NeedsConsent as needed:
        lines = tuple(line(Styled(each, "alarm")) for each in (str(needed), *map(proposal_line, needed.proposals)))
        await task.confirm(Question(f"Take {name}?", lines, "take it", ()))
        taken = await _shared(task, replace(ASKING, take=(name,), agreed=True))
    _tell(task, tuple(shared_lines(taken, key="Y")), f"Took {name}")


async def _shared(task: TaskSession, sync: Sync) -> Shared:
    """Share as `sync` says.

    Raises:
        NeedsConsent: a proposal changes more than remarks.
        TaskCancelled: it was not possible, which is told.
    """
    services = task.services
    shared = await run_with_progress(services, "Sharing", lambda hear: services.workspace.share(sync, hear))
    if isinstance(shared, PlaceNotAgreed) and not sync.trusts_place:
        await task.confirm(place_question(shared))
        return await _shared(task, replace(sync, trusts_place=True))
    if isinstance(shared, ReleaseNotAgreed):
        await task.confirm(release_question(shared))
        return await _shared(task, replace(sync, asks_release=False))
    if isinstance(shared, NeedsConsent):
        raise shared
    if isinstance(shared, MergeConflicts):
        answers = await _settle(task, shared)
        sides = (*sync.resolve, *answers.sides)
        done = await _shared(task, replace(sync, resolve=sides, settled=(*sync.settled, *answers.settled)))
        _forget_words(task, shared)
        return done
    if isinstance(shared, ReviewError):
        task.screens.tell(str(shared), "error")
        raise TaskCancelled
    return shared


async def _settle(task: TaskSession, unresolved: MergeConflicts) -> ConflictAnswers:
    """Return what somebody chose for each place that both sides changed; TaskCancelled when they leave it."""
    decided = partial(decided_for_ours, task.state.draft)
    typed = ConflictWords(task.services.writer)
    return await task.ask(ConflictsDialog(unresolved.conflicts, typed, decided))


def _forget_words(task: TaskSession, settled: MergeConflicts) -> None:
    """Keep the words no longer that somebody wrote for what is carried out."""
    for conflict in settled.conflicts:
        ConflictWords(task.services.writer).forget(conflict)


async def join(task: TaskSession) -> None:
    """Say where to read from, and where to give to."""
    fields = (
        AskedField("upstream", "Read from", hint="a remote of this clone, a folder or an address"),
        AskedField("fork", "Give to", hint="a place of your own, if you may not push there"),
    )
    notes = (
        line(Styled("It is noted in git's own configuration, so that git pull and git push do the same.", "muted")),
    )
    sharing = task.services.workspace.workspace.sharing

    async def attempt(answers: FieldAnswers) -> Joined | ReviewError:
        wanted = Join(answers["upstream"], answers["fork"])
        return await run_with_progress(task.services, "Joining", lambda hear: sharing.join(wanted, hear))

    question = FieldsQuestion("Where to share", "join", fields, notes, required("upstream"))
    joined = await task.ask_until_valid(question, attempt)
    share, leave = (("enter", "Y"), "share now", True), (("escape", "q"), "later", False)
    if await task.ask_optional(AnswerDialog("Joined", task.in_keys(joined_lines(joined)), (share, leave))):
        task.screens.shown.post_message(RunAct("sync"))
    else:
        task.screens.shown.post_message(RunAct("reload"))


async def pack(task: TaskSession) -> None:
    """Write what others lack into a file."""
    fields = (
        AskedField("file", "File or folder", str(Path.home()), "a folder: the file is named after policy, you and day"),
        AskedField("since", "They have", hint="a version that they have already; empty: what the remote lacks"),
        AskedField(
            "whole", "All of it", choices=(("", "only what they lack"), ("yes", "everything, for somebody new"))
        ),
    )

    async def attempt(answers: FieldAnswers) -> Packed | ReviewError:
        file = str(path_of(answers["file"]))
        wanted = Pack(file, "" if answers["whole"] else answers["since"], whole=bool(answers["whole"]))
        return await task.attempt(lambda opened: opened.sharing.pack(wanted), "packing \u2026")

    packed = await task.ask_until_valid(
        FieldsQuestion("Pack for sending", "write it", fields, refuses=required("file")), attempt
    )
    task.app.push_screen(LinesDialog("Packed", task.in_keys(packed_lines(packed))))


async def unpack(task: TaskSession) -> None:
    """Take over what a pack holds."""
    files = task.services.workspace.workspace.files
    chosen = await task.ask(FilePicker("Unpack", lambda folder: files.look_into(folder, _BUNDLES), usual_folder()))
    packed, shared = await _unpacked(task, Unpack(chosen))
    _tell(task, (*holding_lines(packed), *shared_lines(shared, key="Y")), "Unpacked")


async def _unpacked(task: TaskSession, unpack: Unpack) -> tuple[Packed, Shared]:
    """Take over what a pack holds; what both sides changed is asked about.

    Raises:
        TaskCancelled: it was not possible, which is told, or somebody left what was asked.
    """
    sharing = task.services.workspace.workspace.sharing
    result = await run_with_progress(task.services, "Unpacking", lambda hear: sharing.unpack(unpack, hear))
    if isinstance(result, MergeConflicts):
        answers = await _settle(task, result)
        sides = (*unpack.resolve, *answers.sides)
        done = await _unpacked(task, replace(unpack, resolve=sides, settled=(*unpack.settled, *answers.settled)))
        _forget_words(task, result)
        return done
    if isinstance(result, ReviewError):
        task.screens.tell(str(result), "error")
        raise TaskCancelled
    return result


async def adopt(task: TaskSession) -> None:
    """Make suggestions of changes of the policy that this one was taken over from."""
    field = AskedField("remote", "Their policy", hint="a remote of this clone, as it was last fetched")

    async def attempt(answers: FieldAnswers) -> AdoptionView | ReviewError:
        return await task.attempt(
            lambda opened: opened.versions.adoption(answers["remote"]), "comparing with theirs \u2026"
        )

    view = await task.ask_until_valid(
        FieldsQuestion("What they changed", "look", (field,), refuses=required("remote")), attempt
    )
    fields = (AskedField("numbers", "Which", hint="numbers and ranges, as in 1, 4-7; empty: the editorial ones"),)
    notes = task.in_keys(adoption_lines(view))

    def chosen(answers: FieldAnswers) -> Adopt:
        single, ranges = _numbers(answers["numbers"])
        return Adopt(view.remote, single, ranges, editorial=not (single or ranges), of=view.commits[1])

    await task.ask_for_command(
        FieldsQuestion("Take over as suggestions", "suggest them", fields, notes, _refusal, about=view.remote), chosen
    )


def _numbers(typed: str) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
    """The single numbers, and the ranges, of what was typed."""
    parts = [part.partition("-") for part in re.split(r"[\s,]+", typed) if part]
    single = tuple(int(low) for low, sign, _ in parts if not sign)
    return single, tuple((int(low), int(high)) for low, sign, high in parts if sign)


def _refusal(answers: FieldAnswers) -> str:
    parts = [part for part in re.split(r"[\s,]+", answers["numbers"]) if part]
    wrong = next((part for part in parts if not re.fullmatch(r"[1-9]\d{0,6}(-[1-9]\d{0,6})?", part)), "")
    return f"\u201c{wrong}\u201d is neither a number nor a range." if wrong else ""


def _tell(task: TaskSession, sentences: tuple[str, ...], title: str) -> None:
    """Show what came of it, and read the repository again."""
    task.screens.shown.post_message(RunAct("reload"))
    task.app.push_screen(LinesDialog(title, task.in_keys(sentences)))
