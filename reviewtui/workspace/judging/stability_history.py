"""How much of the text changed in substance since the last release, and since the last round began."""

from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.readiness.stability import Stability, changed_share
from reviewtui.domain.record.events import Classified, RoundOpened
from reviewtui.domain.review.authors_classes import ChangeClasses
from reviewtui.domain.review.draft import Draft
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy.file_history import commits_on
from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.workspace.loading.loader import Loader


def stability_of(repository: Repository, loader: Loader, draft: Draft, release: Version | None) -> Stability:
    """Return how steady `draft` is: against the last release, or the first draft, and against the last round."""
    classes = ChangeClasses.of(draft.review.submitted(Classified), {}, draft.rules.language)
    first = [release.commit] if release else commits_on(repository, draft.policy.folder, draft.version.commit)[:1]
    opened = _last_round(draft)
    since = {commit: _since(loader, draft, commit, classes) for commit in {*first, *([opened[1]] if opened else [])}}
    return Stability(
        release.name if release else "",
        since[first[0]] if first else None,
        opened[0].at.date() if opened else None,
        since[opened[1]] if opened else 0.0,
    )


def _last_round(draft: Draft) -> tuple[RoundOpened, str] | None:
    """The last round, with the commit that opened it; None without one, and where history is cut off before it."""
    rounds = draft.review.rounds
    if not rounds:
        return None
    entries = (each.recorded for each in draft.review.outside if each.recorded.event.id == rounds[-1].id)
    commit = next((recorded.provenance.commit for recorded in entries if recorded.provenance.commit), None)
    return (rounds[-1].opened, commit) if commit else None


def _since(loader: Loader, draft: Draft, commit: str, classes: ChangeClasses) -> float:
    before, _ = loader.policy_of(Version(commit[:10], commit), draft.settings)
    return _share(before, draft.policy, classes)


def _share(old: Policy, new: Policy, classes: ChangeClasses) -> float:
    diff = diff_policies(old.strings(), new.strings(), classes.language)
    sides = [{path: (text.blob, text.text) for path, text in policy.texts.items()} for policy in (old, new)]
    return changed_share(diff, sides[0], sides[1], classes)
