"""Gathers what the documents of a release are made of."""

from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.events import Classified
from reviewtui.domain.review.change_classes import ChangeClasses
from reviewtui.domain.review.draft import Draft
from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.loading.version_names import newest


def release_inputs_of(
    context: CommandContext, draft: Draft, version: str, readiness: Readiness, override: str
) -> ReleaseInputs:
    """Return the dossier of releasing `draft`, whose remarks are placed, as `version`."""
    day = context.environment.now().date()
    release = newest(context.repository, draft.releases, draft.version.commit)
    if release is None:
        return ReleaseInputs(version, day, draft, readiness, override)
    base, _ = context.loader.policy_of(release, draft.settings)
    sides = [{path: text.blob for path, text in policy.texts.items()} for policy in (base, draft.policy)]
    diff = diff_policies(base.strings(), draft.policy.strings(), draft.rules.language)
    judged = ChangeClasses.of(draft.review.submitted(Classified), {}).applied(diff, sides[0], sides[1])
    event = next((event.id for event, _ in draft.review.releases() if event.version == release.name), "")
    return ReleaseInputs(version, day, draft, readiness, override, base, release.date, event, judged)
