"""The text alone, before anything is known about the review: what can be shown while everything else is loaded."""

from dataclasses import dataclass
from pathlib import Path

from reviewtui.domain.document import Policy, build_policy
from reviewtui.domain.refusal import Refused
from reviewtui.store import durable, settings_file
from reviewtui.store.policy_files import heads_as_they_lie, text_as_it_lies
from reviewtui.store.repository import Repository, demand_git_version, open_repository

_HEAD = 4096
"""Bytes in which front matter says where in the order a text stands."""


@dataclass(frozen=True, slots=True)
class FirstSight:
    """The first text of a policy as it lies in the work tree, without a blob id: no remark can be made by it."""

    title: str
    policy: Policy


def first_sight(folder: Path) -> FirstSight | None:
    """Return the first text of the policy around `folder`; None when no settings or no text tell where to begin.

    Raises:
        Refused: there is no repository.
        MachineFailed: git is missing or too old.

    """
    demand_git_version()
    repository = open_repository(folder)
    try:
        return _sight(repository)
    except Refused:
        # Whatever is wrong with the settings is said once, by the loading of the whole.
        return None


def _sight(repository: Repository) -> FirstSight | None:
    content = durable.read_regular(repository.work_tree / settings_file.PATH, settings_file.MAX_BYTES)
    if content is None:
        return None
    settings = settings_file.decode_settings(content)
    inside = settings.folder.strip("/") or "."
    heads = heads_as_they_lie(repository, inside, _HEAD)
    if not heads:
        return None
    first = build_policy(inside, heads, order=settings.order).sections[0].path
    texts = {first: text_as_it_lies(repository, first)}
    policy = build_policy(inside, texts, by_heading=settings.sections == "headings", order=settings.order)
    return FirstSight(settings.title or inside, policy)
