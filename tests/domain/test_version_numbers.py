"""Version numbers sort as Semantic Versioning 2.0.0 says, and other names are none."""

from itertools import pairwise

import pytest

from reviewtui.domain.policy.versions import Version, is_prerelease, newest_release, upcoming, version_key

ORDER = ("0.1", "v0.9.0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11")
ORDER += ("1.0.0-rc.1", "v1.0.0", "1.0.1", "1.2", "1.10.0", "2.0.0")


def test_order() -> None:
    """Item 11 of the specification, its own example included."""
    keys = [version_key(name) for name in ORDER]
    assert all(one is not None and two is not None and one < two for one, two in pairwise(keys))


@pytest.mark.parametrize(
    "name", ["main", "1", "v1", "01.0", "1.0.0.0", "1.0-", "release-1.0", "1.0 ", "1.0\n", "", "\u0967.\u0966"]
)
def test_other_names_are_none(name: str) -> None:
    """What only looks like a number is a tag like any other."""
    assert version_key(name) is None


def test_prefix_patch_and_build_mean_nothing() -> None:
    """`v`, a missing patch number and build words do not change the order."""
    assert version_key("v1.0") == version_key("1.0.0") == version_key("1.0.0+build.7")


def test_the_newest_release_is_a_full_one() -> None:
    """Pre-releases are listed and never the newest release; a tag that is no number neither."""
    versions = tuple(
        Version(name, "a" * 40, release=version_key(name) is not None, prerelease=is_prerelease(name))
        for name in ("0.9.0", "1.0.0-rc.1", "9.9-x", "main", "0.10.0")
    )
    found = newest_release(versions)
    assert found is not None
    assert found.name == "0.10.0"
    assert newest_release(()) is None


@pytest.mark.parametrize(
    ("target", "released", "found"),
    [
        ("1.0", (), "1.0"),
        ("1.0", ("0.9",), "1.0"),
        ("1.0", ("0.9", "1.0"), "1.1"),
        ("1.0", ("1.0", "1.1"), "1.2"),
        ("1.9", ("1.9",), "1.10"),
        ("v2.0.9", ("v2.0.9",), "v2.0.10"),
        ("1.0-rc.1", ("1.0-rc.1",), "1.0"),
    ],
)
def test_the_version_that_is_worked_on(target: str, released: tuple[str, ...], found: str) -> None:
    """The target, or once that is released the next number."""
    assert upcoming(target, released) == found
