"""Which reviews a repository holds, and which of them is meant by somebody who stands in one of its folders."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.review_home import (
    FIRST,
    NAMED,
    RECORDS,
    KnownReview,
    ReviewHome,
    SeveralPolicies,
    is_beside,
    is_home_name,
)
from reviewtui.domain.settings.settings import Settings
from reviewtui.store.files import durable
from reviewtui.store.files.file_names import folded_name
from reviewtui.store.git.objects import names_in, object_infos, read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.record.record_history import settings_in_force
from reviewtui.store.record.settings_file import MAX_BYTES, settings_or_none

_MOST_ASKED = 8
"""Folders without readable settings of which the history is asked whether they ever were a review."""


def homes_in(repository: Repository, commits: Iterable[str] = ("HEAD",)) -> tuple[ReviewHome, ...]:
    """Return where the reviews lie that `commits` hold, the first one always among them."""
    infos = object_infos(repository.git, [f"{commit}:{NAMED}" for commit in commits])
    trees = {info.object_id for info in infos if info is not None and info.kind == "tree"}
    return (FIRST, *_named(name for tree in sorted(trees) for name in names_in(repository.git, tree)))


def _named(names: Iterable[str]) -> list[ReviewHome]:
    return [ReviewHome(name) for name in sorted({name for name in names if is_home_name(name)})]


def reviews_here(repository: Repository) -> tuple[KnownReview, ...]:
    """Return the reviews of HEAD and of the work tree.

    The first one is among them where it has settings, or where there is no other.
    """
    return _known_reviews(repository, _named_homes(repository, committed=True), committed=True)


def _known_reviews(repository: Repository, named: Iterable[ReviewHome], *, committed: bool) -> tuple[KnownReview, ...]:
    known = [_known(repository, home, committed=committed) for home in (FIRST, *named)]
    return tuple(review for review in known if review is not None) or (KnownReview(FIRST),)


def _named_homes(repository: Repository, *, committed: bool) -> list[ReviewHome]:
    homes = {*_in_work_tree(repository), *(homes_in(repository)[1:] if committed else ())}
    return sorted(homes, key=lambda home: home.name)


def _in_work_tree(repository: Repository) -> list[ReviewHome]:
    folder = repository.work_tree / NAMED
    if folder.is_symlink() or folder.parent.is_symlink():
        return []
    try:
        with os.scandir(folder) as entries:
            return _named(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
    except OSError:
        return []


def _known(repository: Repository, home: ReviewHome, *, committed: bool) -> KnownReview | None:
    """The review there; None where neither the work tree nor HEAD has settings of it."""
    content = _settings_bytes(repository, home)
    settings = settings_or_none(content)
    if settings is None and committed:
        (info,) = object_infos(repository.git, [f"HEAD:{home.settings}"])
        if info is not None and info.kind == "blob":
            content = read_blobs(repository.git, [info.object_id], MAX_BYTES).get(info.object_id, b"")
            settings = settings_or_none(content)
    if content is None:
        return None
    return _as_set(home, settings) if settings is not None else KnownReview(home)


def _as_set(home: ReviewHome, settings: Settings) -> KnownReview:
    return KnownReview(home, settings.text_folder, settings.title, settings.policy_id)


def _settings_bytes(repository: Repository, home: ReviewHome) -> bytes | None:
    try:
        durable.require_no_link(repository.work_tree, home.settings)
    except Refused:
        return None
    return durable.read_regular(repository.work_tree / home.settings, MAX_BYTES)


def home_around(repository: Repository, start: Path, asked: str = "", *, committed: bool = True) -> ReviewHome:
    """Return where the review lies that is meant: the one that is `asked` for, else by the folder `start`.

    At the root that is the first one, where it was ever founded: nobody's review beside it may come between.

    Raises:
        SeveralPolicies: there are several, and `start` lies in the folder of none, or of more than one.
        Refused: there is none of the name that was asked for.
    """
    named = _named_homes(repository, committed=committed)
    if not asked and not named:
        return FIRST
    reviews = _known_reviews(repository, named, committed=committed)
    if asked:
        return _asked(reviews, asked)
    founded = _founded(repository, reviews)
    inside = _inside(repository, start)
    around = [review for review in founded if _lies_around(review, inside)]
    if len(around) == 1:
        return around[0].home
    if around:
        raise SeveralPolicies(around)
    if len(founded) < 2 or (not inside and founded[0].home == FIRST):
        return founded[0].home if founded else FIRST
    raise SeveralPolicies(founded)


def _founded(repository: Repository, reviews: Sequence[KnownReview]) -> list[KnownReview]:
    """The reviews that count, the first one before the others: those with settings, now or by their history.

    A folder that never had valid ones is none. One whose text lies in that of the first, or around it, was not made
    by `init`: it has no folder, so that nobody who stands there comes to it unasked.
    """
    known = {review.home: review for review in reviews}
    first = known.pop(FIRST, KnownReview(FIRST))
    first = first if first.folder else _in_force(repository, FIRST) or first
    unreadable = [review for review in known.values() if not review.folder]
    now = {review.home: _in_force(repository, review.home) for review in unreadable[:_MOST_ASKED]}
    others = [now.get(review.home, review) for review in known.values()]
    beside = [review if is_beside(first, review) else replace(review, folder="") for review in others if review]
    return [*([first] if first.folder else []), *beside]


def _in_force(repository: Repository, home: ReviewHome) -> KnownReview | None:
    """The review by the settings that its history has in force, whatever lies there now; None where it has none."""
    if repository.resolve_ref("HEAD") is None:
        return None
    (settings,) = settings_in_force(repository.at(home), ["HEAD"])
    return _as_set(home, settings) if settings is not None else None


def _asked(reviews: Sequence[KnownReview], asked: str) -> ReviewHome:
    wanted = asked.strip().strip("/")
    named = [review for review in reviews if wanted in {review.home.name, review.called} and wanted]
    named += [review for review in reviews if wanted == review.folder]
    if not named:
        known = ", ".join(review.with_title for review in reviews if review.called != RECORDS) or "none yet"
        raise Refused(f"There is no policy '{asked}' in this repository. There are: {known}.")
    return named[0].home


def _inside(repository: Repository, start: Path) -> tuple[str, ...]:
    folder = start.expanduser().resolve()
    return folder.relative_to(repository.work_tree).parts if folder.is_relative_to(repository.work_tree) else ()


def _lies_around(review: KnownReview, inside: tuple[str, ...]) -> bool:
    """Say whether a place lies in the folder of a review's policy, or of its record."""
    text = () if review.folder in {"", "."} else tuple(review.folder.split("/"))
    at_root = review.folder == "." and not (inside and folded_name(inside[0]) == RECORDS)
    if at_root or (text and inside[: len(text)] == text):
        return True
    record = tuple(review.home.record.split("/"))
    other = not review.home.name and "/".join(inside).startswith(f"{NAMED}/")
    return inside[: len(record)] == record and not other
