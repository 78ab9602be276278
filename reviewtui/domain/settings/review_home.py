"""Where one review of a repository lies: its record and its tags. A repository may hold several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewtui.domain.counted_nouns import first_few
from reviewtui.domain.policy.versions import version_key
from reviewtui.domain.refusal import Refused

RECORDS = "reviews"
"""The folder in which all records of a repository lie."""
NAMED = f"{RECORDS}/policies"
"""The folder in which the records of all reviews but the first lie, each in a folder of its name."""
_NAME = r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?"
_MOST_NAMED = 8
_WHOLE_NAME = re.compile(rf"{_NAME}\Z")
_NAMED_FILE = re.compile(rf"{NAMED}/({_NAME})/")
_NAMED_TAG = re.compile(rf"{_NAME}/(?=[^/]+\Z)")


@dataclass(frozen=True, slots=True)
class ReviewHome:
    """Where a review lies: the first one of a repository has no name, every other one is named."""

    name: str = ""

    @property
    def record(self) -> str:
        """The folder of its record, from the repository's root."""
        return f"{NAMED}/{self.name}" if self.name else RECORDS

    @property
    def settings(self) -> str:
        """The path of its settings."""
        return f"{self.record}/settings.toml"

    @property
    def attributes(self) -> str:
        """The path of the file that tells git to leave the bytes of its record alone."""
        return f"{self.record}/.gitattributes"

    @property
    def releases(self) -> str:
        """The folder of the documents of its releases."""
        return f"{self.record}/releases"

    def tag(self, version: str) -> str:
        """Return the name of the tag of a version."""
        return f"{self.name}/{version}" if self.name else version

    def version(self, tag: str) -> str | None:
        """Return the version that a tag of this name marks; None where it is no tag of this review."""
        if self.name:
            folder, _, tag = tag.partition("/")
            if folder != self.name:
                return None
        return tag if version_key(tag) is not None else None

    def holds(self, path: str) -> bool:
        """Say whether the file at `path` (from the root) lies in its record, and not in that of another review."""
        if self.name:
            return path.startswith(f"{self.record}/")
        return path.startswith(f"{RECORDS}/") and not path.startswith(f"{NAMED}/")


FIRST = ReviewHome()
"""The review that a repository began with, and of most the only one."""


def is_home_name(name: str) -> bool:
    """Say whether a review can have this name: it is a folder and the beginning of tags."""
    return _WHOLE_NAME.match(name) is not None


def home_of(path: str) -> ReviewHome:
    """Return the review to whose record a path below `reviews/` belongs."""
    match = _NAMED_FILE.match(path)
    return ReviewHome(match[1]) if match else FIRST


def is_version_tag(tag: str) -> bool:
    """Say whether a tag of this name can mark a version of one of the reviews."""
    return version_key(_NAMED_TAG.sub("", tag, count=1)) is not None


def name_for(folder: str, taken: frozenset[str]) -> str:
    """Return a name for the review of the policy in `folder` (from the root) that none of the others has."""
    parts = [re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in folder.split("/")]
    whole = "-".join(part for part in parts if part)
    short = next((part for part in reversed(parts) if part), "policy")
    numbered = (f"{short[:36]}-{number}" for number in range(2, 1000))
    tidy = (name[:40].strip("-") for name in (short, whole, *numbered))
    return next(name for name in tidy if is_home_name(name) and name not in taken)


@dataclass(frozen=True, slots=True)
class KnownReview:
    """A review of a repository: where it lies, and what its settings say of its policy; empty where unreadable."""

    home: ReviewHome
    folder: str = ""
    title: str = ""
    policy_id: str = ""

    @property
    def called(self) -> str:
        """What people call it when they choose: its name, for the first one its folder."""
        return self.home.name or self.folder or RECORDS

    @property
    def with_title(self) -> str:
        """What people call it, with the title of its policy."""
        return f"{self.called} (“{self.title}”)" if self.title else self.called


class SeveralPolicies(Refused):
    """There are several policies, and nobody has said which is meant."""

    def __init__(self, reviews: Sequence[KnownReview]) -> None:
        named = first_few([review.with_title for review in reviews], _MOST_NAMED)
        example = reviews[-1].called
        super().__init__(
            f"This repository holds several policies: {named}. Go to the folder of one, or name it: --policy {example}"
        )
        self.reviews = tuple(reviews)


def require_beside(reviews: Sequence[KnownReview], folder: str) -> None:
    """Refuse a folder for one more policy that lies in that of another, or around it."""
    for review in reviews:
        if not is_beside(review, KnownReview(review.home, folder)):
            raise Refused(
                f"'{folder}' and '{review.folder}', the folder of “{review.title}”, lie in each other, so a section "
                "would belong to two policies; choose folders beside each other."
            )


def is_beside(review: KnownReview, other: KnownReview) -> bool:
    """Say whether the folders of two policies lie beside each other, and none in the other."""
    return not (_lies_in(other.folder, review.folder) or _lies_in(review.folder, other.folder))


def _lies_in(folder: str, other: str) -> bool:
    return other in {".", folder} or folder.startswith(f"{other}/")
