"""Which settings the commits of a record hold, whether they count or not."""

from collections.abc import Mapping

from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.settings import Settings
from reviewtui.store.git.objects import object_infos, read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.record.commit_graph import CommitInfo
from reviewtui.store.record.settings_file import MAX_BYTES, decode_settings


def held_settings(
    repository: Repository, commits: tuple[CommitInfo, ...]
) -> tuple[Mapping[str, str], Mapping[str, Settings]]:
    """Return the settings blob that each of `commits` brought or, as a merge, holds, and what can be read of them."""
    brought = {info.commit: blob for info in commits if (blob := _brought(info, repository.home.settings)) is not None}
    held = _held_by_merges(repository, commits) | brought
    return held, _settings_by_blob(repository, set(held.values()))


def _brought(info: CommitInfo, path: str) -> str | None:
    return next((touch.blob for touch in info.touches if touch.path == path), None)


def _held_by_merges(repository: Repository, commits: tuple[CommitInfo, ...]) -> dict[str, str]:
    """The settings blob in each merge commit, since a merge that took one side unchanged shows no difference."""
    path = repository.home.settings
    merges = [info.commit for info in commits if len(info.parents) > 1]
    held = zip(merges, object_infos(repository.git, [f"{commit}:{path}" for commit in merges]), strict=True)
    return {commit: info.object_id for commit, info in held if info is not None and info.kind == "blob"}


def _settings_by_blob(repository: Repository, blobs: set[str]) -> dict[str, Settings]:
    decoded: dict[str, Settings] = {}
    for blob, content in read_blobs(repository.git, (b for b in blobs if set(b) != {"0"}), MAX_BYTES).items():
        try:
            decoded[blob] = decode_settings(content)
        except Refused:
            continue
    return decoded
