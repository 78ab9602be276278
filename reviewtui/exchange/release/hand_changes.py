"""What a commit by hand changed, for the remark that it carried out: the sentences that came, and those that went."""

from collections import Counter
from collections.abc import Iterator, Mapping

from reviewtui.checks.material.policy_prose import prose_of
from reviewtui.domain.readiness.release_inputs import HandChange
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft


def hand_change(thread: Thread, old: Mapping[str, str], new: Mapping[str, str]) -> HandChange:
    """Return what changed between two states of the texts: in the file that a remark is about, else in all."""
    changed = [path for path in new if new[path] != old.get(path)] + [path for path in old if path not in new]
    own = [path for path in changed if path in {anchor.path for anchor in thread.anchors}]
    paths = own or changed
    before = [plain for path in paths for plain in _sentences(old.get(path, ""))]
    after = [plain for path in paths for plain in _sentences(new.get(path, ""))]
    return HandChange(_without(after, before), _without(before, after))


def standing(draft: Draft, change: HandChange) -> tuple[str, ...]:
    """Return the sentences that came and still stand in the text."""
    here = {plain for text in draft.policy.texts.values() for plain in _sentences(text.text)}
    return tuple(plain for plain in change.came if plain in here)


def _sentences(text: str) -> Iterator[str]:
    return (each.plain for each in prose_of(text).sentences)


def _without(sentences: list[str], others: list[str]) -> tuple[str, ...]:
    """The sentences that are not among others; one that stands there once less came or went once."""
    left = Counter(others)
    kept = []
    for plain in sentences:
        if left[plain]:
            left[plain] -= 1
        else:
            kept.append(plain)
    return tuple(kept)
