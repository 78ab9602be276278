"""Where remarks stood is remembered for a few texts, and a cache that cannot be believed counts as empty."""

from dataclasses import replace
from pathlib import Path

from reviewtui.store.cache.placement_cache import KEPT_TEXTS, WORTH_KEEPING, PlacementCache
from reviewtui.text.placement.place_values import Placement

_ONE = Placement("edited", "policy/a.md", 0, 1, 0.9, meaning_changed=True, reason="may", candidates=(("b", 1, 2),))
MANY = {f"anchor {n}": replace(_ONE, start=n, end=n + 1) for n in range(20)}


def test_what_was_kept_is_loaded(tmp_path: Path) -> None:
    """Placements come back whole, text by text, and later ones are added to earlier ones."""
    cache = PlacementCache(tmp_path / "standings.msgpack")
    cache.keep("one", MANY)
    more = {f"{name} more": placement for name, placement in MANY.items()}
    cache.keep("one", more)
    assert cache.load("one") == MANY | more
    assert cache.load("two") == {}


def test_few_answers_write_nothing(tmp_path: Path) -> None:
    """Fewer new answers than are worth it touch no file."""
    cache = PlacementCache(tmp_path / "standings.msgpack")
    cache.keep("one", dict(list(MANY.items())[: WORTH_KEEPING - 1]))
    assert not cache.path.exists()


def test_the_oldest_texts_go(tmp_path: Path) -> None:
    """The last few texts are kept; one that was asked for again counts as new."""
    cache = PlacementCache(tmp_path / "standings.msgpack")
    for name in [str(number) for number in range(KEPT_TEXTS)] + ["0", "last"]:
        cache.keep(name, MANY)
    assert [bool(cache.load(name)) for name in ("0", "1", "2", "last")] == [True, False, True, True]


def test_a_damaged_file_counts_as_empty(tmp_path: Path) -> None:
    """Bytes that are no cache are ignored, and written over when there is something to keep."""
    cache = PlacementCache(tmp_path / "standings.msgpack")
    cache.path.write_bytes(b"\xff\x00 no cache")
    assert cache.load("one") == {}
    cache.keep("one", MANY)
    assert cache.load("one") == MANY
