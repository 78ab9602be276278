"""Whether the tags of this clone and the releases of the record say the same."""

from dataclasses import replace

from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.record import Problem
from reviewtui.domain.review.draft import Draft
from reviewtui.store.git.references import release_tags
from reviewtui.store.git.repository import Repository
from reviewtui.workspace.loading.versions.version_names import holds_released_text


def with_contradictions(repository: Repository, draft: Draft) -> Draft:
    """Return `draft` with each tag at another text than was released among its problems, since it blocks a release."""
    contradictions = tuple(problem for problem in tag_problems(repository, draft) if problem.what == "contradicted")
    return replace(draft, problems=(*draft.problems, *contradictions)) if contradictions else draft


def tag_problems(repository: Repository, draft: Draft) -> tuple[Problem, ...]:
    """Return a problem for each release whose tag is missing here, and each whose tag is at another text."""
    if repository.shallow:
        return ()  # a cut-off history names the wrong commits, so no repair of a tag could be right
    tags = {tag.name: tag for tag in release_tags(repository)}
    problems = []
    for event, commit in draft.review.releases():
        path = next((e.recorded.path for e in draft.review.outside if e.recorded.event.id == event.id), "")
        tag, name = tags.get(event.version), repository.home.tag(event.version)
        if tag is None:
            repair = f"git tag -a -m 'Release {event.version}' {name} {commit or '<commit>'}"
            problems.append(
                Problem(
                    "missing-tag",
                    path,
                    f"release {event.version} has no tag in this clone",
                    commit or "",
                    event.by,
                    repair,
                )
            )
        elif not holds_released_text(repository, event, commit, tag.commit, draft.policy.folder):
            repair = f"find out who moved the tag, then: git tag -d {name} && git fetch --tags"
            problems.append(
                Problem(
                    "contradicted",
                    path,
                    f"tag {name} is at another text than the one that was released",
                    tag.commit,
                    event.by,
                    repair,
                )
            )
    return (*problems, *(_unclaimed(version, repository.home.tag(version.name)) for version in draft.unclaimed))


def _unclaimed(version: Version, tag: str) -> Problem:
    reason = f"no author released {version.name}; the tag is listed and counts for nothing"
    repair = f"an author claims it: reviewtui release {version.name} --existing; or: git tag -d {tag}"
    return Problem("unclaimed", f"refs/tags/{tag}", reason, version.commit, repair=repair)
