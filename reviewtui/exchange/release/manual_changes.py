"""What a commit by hand changed, for the remark that it carried out: the sentences that came, and those that went."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz import fuzz

from reviewtui.checks.input.policy_prose import prose_of
from reviewtui.domain.readiness.release_inputs import ManualChange
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.rendered_text import rendered_text

_MOST = 3
"""Sentences that a commit may change for a remark; more of them are told by what is new."""
_LEAST_ALIKE = 50.0
"""How alike a sentence is, in percent, to the one that it became."""


def manual_change(thread: Thread, old: Mapping[str, str], new: Mapping[str, str]) -> ManualChange:
    """Return what changed between two states of the texts for a remark.

    That is what became of the sentence that it is about, wherever it stands now. Where that cannot be told, it is what
    changed in the file that it is about, else in all; a commit that changed much beside it tells nothing of it.
    """
    changed = [path for path in new if new[path] != old.get(path)] + [path for path in old if path not in new]
    everywhere = _between(changed, old, new)
    about = _about(thread, everywhere.went)
    if about:
        became = max(everywhere.came, key=lambda plain: fuzz.ratio(about, plain), default="")
        if fuzz.ratio(about, became) >= _LEAST_ALIKE:
            return ManualChange((became,), (about,))
    own = [path for path in changed if path in {anchor.path for anchor in thread.anchors}]
    change = _between(own, old, new) if own else everywhere
    if max(len(change.came), len(change.went)) > _MOST:
        return ManualChange((), (), len(change.came) + len(change.went))
    return change


def _between(paths: Iterable[str], old: Mapping[str, str], new: Mapping[str, str]) -> ManualChange:
    before = [plain for path in paths for plain in _sentences(old.get(path, ""))]
    after = [plain for path in paths for plain in _sentences(new.get(path, ""))]
    return ManualChange(_without(after, before), _without(before, after))


def _about(thread: Thread, went: Iterable[str]) -> str:
    """The sentence that went and that a remark is about, empty where it is about none of them or about several."""
    passage = single_spaced(rendered_text(thread.anchors[0].exact)) if thread.anchors else ""
    held = [plain for plain in went if passage and (passage in plain or plain in passage)]
    return held[0] if len(held) == 1 else ""


def standing(draft: Draft, change: ManualChange) -> tuple[str, ...]:
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
