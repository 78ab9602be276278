"""How much of the text changed in substance since the last release, and in the latest drafts."""

from collections.abc import Sequence
from itertools import pairwise

from reviewtui.domain.policy.document import Policy
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.readiness.stability import Stability, changed_share
from reviewtui.domain.record.events import Classified
from reviewtui.domain.review.change_classes import ChangeClasses
from reviewtui.domain.review.draft import Draft
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy.file_history import commits_on
from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.workspace.loading.loader import Loader

_STEPS = 3


def stability_of(repository: Repository, loader: Loader, draft: Draft, release: Version | None) -> Stability:
    """Return how steady `draft` is: against the last release, and in equal runs of the commits on the text since."""
    since = release.commit if release is not None else ""
    commits = commits_on(repository, draft.policy.folder, draft.version.commit, since)
    begun = [since] if since else commits[:1]
    if not commits or not begun:
        return Stability(release.name if release else "")
    ends = [begun[0], *_ends([commit for commit in commits if commit != begun[0]])]
    texts = [loader.policy_of(Version(commit[:10], commit), draft.settings)[0] for commit in ends]
    if any(text.dirty for text in draft.policy.texts.values()):
        texts[-1] = draft.policy
    classes = ChangeClasses.of(draft.review.submitted(Classified), {}, draft.rules.language)
    shares = [_share(before, after, classes) for before, after in pairwise(texts)]
    whole = _share(texts[0], texts[-1], classes) if len(texts) > 1 else 0.0
    return Stability(release.name if release else "", whole, tuple(shares))


def _ends(commits: Sequence[str]) -> list[str]:
    """The last commit of each of at most three equal runs."""
    runs = min(_STEPS, len(commits))
    return [commits[(number + 1) * len(commits) // runs - 1] for number in range(runs)]


def _share(old: Policy, new: Policy, classes: ChangeClasses) -> float:
    diff = diff_policies(old.strings(), new.strings(), classes.language)
    sides = [{path: (text.blob, text.text) for path, text in policy.texts.items()} for policy in (old, new)]
    return changed_share(diff, sides[0], sides[1], classes)
