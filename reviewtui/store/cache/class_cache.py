"""Of what class the changes between two texts are, so that asking again, in another command, costs nothing.

The file lies in the clone's own state folder and can be deleted at any time. A pair of texts is named by a digest of
their very characters, the language, and the files of the program that class changes, so an answer stays true.
"""

import hashlib
from pathlib import Path

from reviewtui.store.cache.sealed_cache import Kept, SealedCache
from reviewtui.store.cache.text_code_digest import text_code_digest
from reviewtui.text.meaning.class_values import ChangeClass

ClassRow = tuple[int, int, int, int, ChangeClass, str, bool]
"""The span in the old text and in the new one, the class, why, and whether it is an alarm."""
_MAX_BYTES = 64 * 1024 * 1024
# Fewer changes than these are classed again faster than a file is written and synced.
_WORTH_KEEPING = 8


def class_cache(state_dir: Path) -> SealedCache[dict[str, list[ClassRow]]]:
    """Return the classes that this clone has worked out before, by pair of texts."""
    return SealedCache(
        state_dir / "classes.msgpack", Kept[dict[str, list[ClassRow]]], {}, _MAX_BYTES, worth_keeping=_WORTH_KEEPING
    )


def pair_name(old: str, new: str, language: str) -> str:
    """Return the name of a pair of texts in the cache."""
    sides = (hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in (old, new))
    return " ".join((*sides, language, text_code_digest()))
