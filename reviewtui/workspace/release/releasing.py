"""Carries out `release`: the record says that a text is a version, with the gates as they stood, and a tag marks it."""

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import Release
from reviewtui.domain.actions.releasable import behind_newest, require_override, require_unreleased, tag_in_the_way
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.record.events import GateRecord, Released
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.store.git.references import release_tags
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy import text_history
from reviewtui.store.signing.git_signing import tag_signing
from reviewtui.text.words.visible import visible_line
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import commit_changes, commit_events, event_change, new_file
from reviewtui.workspace.judging.readiness_judging import judge_draft
from reviewtui.workspace.loading.effective_settings import require_effective
from reviewtui.workspace.loading.version_names import with_contradictions

_MOST_EVIDENCE = 20
MOST_CLAIMED = 1000
"""More tags than these are left unclaimed when a review begins."""


def release(context: CommandContext, command: Release) -> Outcome:
    """Commit the release and tag it; refused while a gate does not pass, unless a reason overrides them."""
    context.repository.require_quiet()
    actor = context.actor()
    actor.require_author("releases")
    _require_new(context, command.version, existing=command.existing)
    if command.existing:
        return claim(context, command.version)
    require_effective(context.repository, context.draft)
    context.draft.policy.require_committed("a release is committed text")
    # What is released is committed: a withdrawal or reading that is pending here is nothing that others will see.
    # The draft of a command does not say where remarks stand, and two gates ask for that.
    judged = with_contradictions(context.repository, context.loader.load(submitted=True))
    readiness = judge_draft(context.loader, judged, command.version)
    override = command.override.strip()
    if not override:
        _require_ready(context, readiness, command.version)
    elif not readiness.ready:
        require_override(override)
    head = context.draft.version.commit
    event = Released(
        **actor.common(),
        version=command.version,
        text=text_history.tree_of(context.repository, head, context.draft.policy.folder),
        gates=_as_they_stand(readiness),
        override=override if not readiness.ready else "",
    )
    message = f"Release {command.version}\n" + (f"\nOverride: {event.override}\n" if event.override else "")
    change = event_change(context, event, "")
    home = context.repository.home
    folder = f"{home.releases}/{command.version}"
    papers = _papers(context, judged, event, readiness)
    added = [new_file(context.repository, f"{folder}/{name}", text.encode("utf-8")) for name, text in papers.items()]
    signing = tag_signing(context.repository)
    commit = commit_changes(context, [change, *added], message, tag=home.tag(command.version), tag_key=signing.key)
    unsigned = f"The tag is not signed, though git is set up to sign tags: {signing.why}"
    return Outcome(
        f"Released {command.version}: committed and tagged as {commit[:10]}. Its documents are in {folder}.",
        event=event.id,
        path=change.path,
        commit=commit,
        warnings=tuple(filter(None, (unsigned if signing.why else "", behind_newest(context.draft, command.version)))),
    )


def _require_ready(context: CommandContext, readiness: Readiness, version: str) -> None:
    """Refuse what is not ready by what is committed, or would not be with what is pending here."""
    if context.draft.review.pending() and readiness.ready:
        here = with_contradictions(context.repository, context.loader.load())
        readiness = judge_draft(context.loader, here, version)
    elif not readiness.ready and context.draft.review.pending():
        raise Refused(
            f"{readiness.not_ready}. That follows from what is submitted, and only that is released: what is pending "
            "here is submitted first (reviewtui submit); --override WHY releases all the same."
        )
    if not readiness.ready:
        raise Refused(f"{readiness.not_ready}. 'reviewtui ready' says why; --override WHY releases all the same.")


def _papers(context: CommandContext, judged: Draft, event: Released, readiness: Readiness) -> dict[str, str]:
    # Writing papers takes modules that no other command needs.
    from reviewtui.exchange.release.release_documents import documents_of
    from reviewtui.workspace.release.release_inputs_collector import collect_release_inputs

    return documents_of(collect_release_inputs(context, judged, readiness, event))


def _require_new(context: CommandContext, version: str, *, existing: bool) -> None:
    require_unreleased(context.draft, version)
    taken = tag_in_the_way(context.draft, version)
    if taken is not None and not existing:
        name = context.repository.home.tag(taken.name)
        raise Refused(
            f"There is a tag '{name}' already, which no author released; whoever may push could have made it. If it is "
            f"your release: reviewtui release {taken.name} --existing. If not, take it away here and where you share: "
            f"git tag -d {name} && git push REMOTE :refs/tags/{name}"
        )


def _as_they_stand(readiness: Readiness) -> tuple[GateRecord, ...]:
    # Evidence may name a file whose name no event can hold as it is.
    return tuple(
        GateRecord(
            gate.name, gate.passed, tuple(visible_line(item.text)[:200] for item in gate.evidence[:_MOST_EVIDENCE])
        )
        for gate in readiness.judged
    )


def claim(context: CommandContext, version: str) -> Outcome:
    """Commit that the tag of this name is a release of ours."""
    name = context.repository.home.tag(version)
    tag = next((tag for tag in release_tags(context.repository) if tag.name == version), None)
    if tag is None:
        raise Refused(f"There is no tag '{name}' here; make it first: git tag {name} COMMIT")
    event = claim_of(context.repository, context.actor(), tag, context.draft.policy.folder)
    message = f"Claim the tag {name} as a release\n\nIt is at {tag.commit}.\n"
    return commit_events(context, [event], message, f"{version} is a release, at {tag.commit[:10]}")


def claim_of(repository: Repository, actor: Actor, tag: Version, folder: str) -> Released:
    """Return the event that claims a tag; its text is the folder's there, or all of it where that was elsewhere."""
    text = text_history.tree_of(repository, tag.commit, folder) or text_history.tree_of(repository, tag.commit, ".")
    return Released(**actor.common(), version=tag.name, text=text, commit=tag.commit)
