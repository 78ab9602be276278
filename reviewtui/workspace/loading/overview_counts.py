"""What is counted of a draft and its repository for the overview that every front end shows."""

from reviewtui.domain.review.draft import Draft
from reviewtui.store.policy.text_history import events_apart
from reviewtui.views.overview.overview import Overview
from reviewtui.workspace.loading.versions.version_names import newest
from reviewtui.workspace.real_environment import Environment


def overview_of(environment: Environment, draft: Draft) -> Overview:
    """Return where things stand: what is pending, not shared, not taken over yet, and the newest release."""
    repository, commit = environment.repository, draft.version.commit
    unshared, incoming = events_apart(repository, commit, repository.branch())
    return Overview(
        draft,
        len(draft.my_pending),
        unshared,
        newest(repository, draft.releases, commit),
        environment.now().date(),
        incoming,
    )
