"""The text alone, before anything is known about the review: what can be shown while everything else is loaded."""

from dataclasses import dataclass, replace
from pathlib import Path

from reviewtui.domain.policy.policy import Policy, build_policy
from reviewtui.domain.refusal import Refused
from reviewtui.store.files import durable
from reviewtui.store.git.process.git_version import require_git_version
from reviewtui.store.git.repository import Repository, open_repository
from reviewtui.store.policy.policy_files import heads_as_they_lie, text_as_it_lies
from reviewtui.store.record import settings_file
from reviewtui.store.record.review_homes import home_around
from reviewtui.workspace.session.clone_memory import NAME, CloneMemory, CloneMemoryFile

_HEAD = 4096
"""Bytes in which front matter says where in the order a text stands."""


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The first text of a policy as it lies in the work tree, and what was kept of the clone.

    The text has no blob id: no remark can be made by it. It is None when no settings or no file tell where to begin.
    """

    policy: Policy | None
    memory: CloneMemory


def first_page(folder: Path) -> FirstPage:
    """Return the first text of the policy around `folder`, and what was kept of the clone.

    Raises:
        SeveralPolicies: there are several policies, and `folder` lies in none of them.
        NoRepository: there is none, or nothing was committed in it.
        MachineFailed: git is missing or too old.
    """
    require_git_version()
    repository = open_repository(folder)
    repository = repository.at(home_around(repository, folder, committed=False))
    if not (repository.work_tree / repository.home.settings).exists():
        repository.fresh_head()
    memory = CloneMemoryFile(repository.review_work_tree_state_dir / NAME).read()
    try:
        return FirstPage(_first_text(repository), memory)
    except Refused:
        # Whatever is wrong with the settings is said once, by the loading of the whole.
        return FirstPage(None, memory)


def _first_text(repository: Repository) -> Policy | None:
    content = durable.read_regular(repository.work_tree / repository.home.settings, settings_file.MAX_BYTES)
    if content is None:
        return None
    settings = settings_file.decode_settings(content)
    inside = settings.text_folder
    heads = heads_as_they_lie(repository, inside, _HEAD)
    if not heads:
        return None
    rules = settings.section_rules
    first = build_policy(inside, heads, replace(rules, by_heading=False)).sections[0].path
    texts = {first: text_as_it_lies(repository, first)}
    return build_policy(inside, texts, rules)
