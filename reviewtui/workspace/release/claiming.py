"""Claims version tags that were made otherwise: before the review began, or by hand."""

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.events import Released
from reviewtui.domain.refusal import Refused
from reviewtui.store.git.references import release_tags
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy import text_history as changes
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import commit_changes, event_change

MOST = 1000
"""More tags than these are left unclaimed when a review begins."""


def claim(context: CommandContext, version: str) -> Outcome:
    """Commit that the tag of this name is a release of ours."""
    name = context.repository.home.tag(version)
    tag = next((tag for tag in release_tags(context.repository) if tag.name == version), None)
    if tag is None:
        raise Refused(f"There is no tag '{name}' here; make it first: git tag {name} COMMIT")
    event = claim_of(context.repository, context.actor(), tag, context.draft.policy.folder)
    change = event_change(context, event, "")
    commit = commit_changes(context, [change], f"Claim the tag {name} as a release\n\nIt is at {tag.commit}.\n")
    message = f"{version} is a release, at {tag.commit[:10]}: committed as {commit[:10]}."
    return Outcome(message, event=event.id, path=change.path, commit=commit)


def claim_of(repository: Repository, actor: Actor, tag: Version, folder: str) -> Released:
    """Return the event that claims a tag; its text is the folder's there, or all of it where that was elsewhere."""
    text = changes.tree_of(repository, tag.commit, folder) or changes.tree_of(repository, tag.commit, ".")
    return Released(**actor.common(), version=tag.name, text=text, commit=tag.commit)
