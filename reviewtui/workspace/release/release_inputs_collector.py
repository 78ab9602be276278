"""Gathers what the documents of a release are made of."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from reviewtui.domain.policy.versions import Version, version_key
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.readiness.release_inputs import ManualChange, ReleaseInputs
from reviewtui.domain.record.events import Classified, Dismissed, Released
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.change_judgement import with_authors_classes
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.review.findings.inspection import dismissal_of, dismissals
from reviewtui.exchange.release.disposition import NUMBERS, read_numbers
from reviewtui.exchange.release.manual_changes import manual_change
from reviewtui.store.git.objects import list_tree, read_blobs
from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.judging.inspections import inspect
from reviewtui.workspace.loading.loader import Loader
from reviewtui.workspace.loading.version_names import newest

_MOST_BYTES = 8 << 20


def collect_release_inputs(
    context: CommandContext, draft: Draft, readiness: Readiness, event: Released
) -> ReleaseInputs:
    """Return the release inputs of `draft`, whose remarks are placed, as `event` releases it."""
    day = context.environment.now().date()
    numbered, first_told = _numbers_so_far(context, draft)
    inputs = ReleaseInputs(
        event.version,
        day,
        draft,
        readiness,
        event.override,
        numbered=numbered,
        first_told=first_told,
        dismissed=_dismissed(context, draft),
    )
    release = newest(context.repository, draft.releases, draft.version.commit)
    if release is not None:
        inputs = _since_release(context, inputs, release)
    return replace(inputs, by_hand=_changes_by_hand(context.loader, draft, inputs.threads()))


def collect_inputs_so_far(context: CommandContext, draft: Draft) -> ReleaseInputs:
    """Return what a letter between releases is made of: all remarks, with the numbers that they have already."""
    release = newest(context.repository, draft.releases, draft.version.commit)
    numbered, first_told = _numbers_so_far(context, draft)
    return ReleaseInputs(
        "",
        context.environment.now().date(),
        draft,
        # The words of a letter need no verdict on the draft; those of a release say what it was.
        Readiness(draft.target, ()),
        base=context.loader.policy_of(release, draft.settings) if release is not None else None,
        numbered=numbered,
        first_told=first_told,
        by_hand=_changes_by_hand(context.loader, draft, draft.review.threads.values()),
    )


def _since_release(context: CommandContext, inputs: ReleaseInputs, release: Version) -> ReleaseInputs:
    """The inputs with what was released before, and what has changed since."""
    draft = inputs.draft
    base = context.loader.policy_of(release, draft.settings)
    diff = diff_policies(base.strings(), draft.policy.strings(), draft.effective_settings.language)
    judged = with_authors_classes(diff, draft.review.submitted(Classified), base.blobs(), draft.policy.blobs())
    event = next((event.id for event, _ in draft.review.releases() if event.version == release.name), "")
    return replace(inputs, base=base, since=release.date, release_event=event, diff=judged, base_version=release.name)


def _dismissed(context: CommandContext, draft: Draft) -> tuple[tuple[Finding, Dismissed], ...]:
    """The findings of the text that an author set aside, each with its dismissal."""
    done = dismissals(draft.review)
    if not done:
        return ()
    findings = inspect(context.repository, draft, context.environment.now())
    pairs = ((finding, dismissal_of(finding, done)) for finding in findings)
    return tuple((finding, dismissal) for finding, dismissal in pairs if dismissal is not None)


def _numbers_so_far(context: CommandContext, draft: Draft) -> tuple[dict[str, int], dict[str, str]]:
    """Return the numbers that remarks have in committed documents, and of each the first release that told of it."""
    repository = context.repository
    folder = repository.home.releases
    files = {
        entry.path: entry.object_id
        for entry in list_tree(repository.git, draft.version.commit, folder)
        if entry.path.endswith(f"/{NUMBERS}") and entry.path.count("/") == folder.count("/") + 2
    }
    contents = read_blobs(repository.git, files.values(), _MOST_BYTES)
    numbers: dict[str, int] = {}
    first: dict[str, str] = {}
    for path in sorted(files, key=_age):
        held = read_numbers(contents.get(files[path], b""))
        numbers = held | numbers
        first = dict.fromkeys(held, path.split("/")[-2]) | first
    return numbers, first


def _age(path: str) -> tuple[bool, object, str]:
    """By which papers are put in the order of their releases; a folder that is no version comes last."""
    name = path.split("/")[-2]
    key = version_key(name)
    return key is None, key or (), name


def _changes_by_hand(loader: Loader, draft: Draft, threads: Iterable[Thread]) -> dict[str, ManualChange]:
    """Return what was changed for those of `threads` that were carried out by hand.

    A commit that is not here tells nothing.
    """
    repository = loader.environment.repository

    @cache
    def texts(commit: str) -> dict[str, str]:
        try:
            return loader.policy_at(commit, draft.settings).strings()
        except ReviewError:
            return {}

    changes = {}
    for thread in threads:
        commit = repository.resolve_commit(thread.done.commit) if thread.done is not None else None
        parent = repository.resolve_ref(f"{commit}^") if commit is not None else None
        if commit is not None and parent is not None:
            changes[thread.id] = manual_change(thread, texts(parent), texts(commit))
    return changes
