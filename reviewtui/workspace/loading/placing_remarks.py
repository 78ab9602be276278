"""Finds every remark again in the text at hand, version by version, comparing each pair of versions once."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.work_progress import step_by_step
from reviewtui.store.cache.placement_cache import PlacementCache
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy.policy_files import files_of_commit, texts_of
from reviewtui.text.placement.place_values import Placement

if TYPE_CHECKING:
    from reviewtui.text.placement.placement import Placer
    from reviewtui.text.words.units import Corpus

_STOPS = frozenset(".,;:!?'\"\u201d\u2019")
_KEPT_PLACERS = 24
_KEPT_STANDINGS = 50_000


@dataclass
class Placing:
    """Places anchors and remembers what it found, so that reading a draft again costs only what changed."""

    repository: Repository
    _placements: dict[tuple[Anchor, str], Placement] = field(default_factory=dict)
    _placers: "OrderedDict[tuple[str, str], Placer]" = field(default_factory=OrderedDict)
    _read: "tuple[str, Corpus] | None" = None
    """What was read of the policy by now, for all versions that remarks were made on."""
    _versions: dict[tuple[str, str], Mapping[str, str] | None] = field(default_factory=dict)

    def place(self, threads: Iterable[Thread], policy: Policy) -> dict[str, tuple[Placement | None, ...]]:
        """Return where each thread's anchors stand in `policy`: one entry for each anchor, None for a topic."""
        asked = tuple(threads)
        placed = self.place_anchors((anchor for thread in asked for anchor in thread.anchors), policy)
        return {thread.id: tuple(_of(placed.get(anchor), thread) for anchor in thread.anchors) for thread in asked}

    def place_anchors(self, anchors: Iterable[Anchor], policy: Policy) -> dict[Anchor, Placement]:
        """Return where each of `anchors` stands in `policy`; a mere topic stands nowhere and is left out.

        An anchor without a version is placed by its own blob alone.
        """
        if len(self._placements) > _KEPT_STANDINGS:
            self._placements.clear()
        key = _key(policy)
        asked = dict.fromkeys(anchor for anchor in anchors if anchor.path)
        self._find((anchor for anchor in asked if (anchor, key) not in self._placements), policy, key)
        return {anchor: self._placements[anchor, key] for anchor in asked}

    def _find(self, anchors: Iterable[Anchor], policy: Policy, key: str) -> None:
        moved = []
        for anchor in anchors:
            text = policy.texts.get(anchor.path)
            if text is not None and text.blob == anchor.blob:
                self._placements[anchor, key] = _unmoved(anchor, len(text.text))
            else:
                moved.append(anchor)
        known = self._cache.load(key) if moved else {}
        fresh: dict[str, Placement] = {}
        for anchor in step_by_step(moved, "Finding the remarks"):
            name = hashlib.sha256(msgspec.msgpack.encode(anchor)).hexdigest()
            placement = known.get(name)
            if placement is None or (placement.path is not None and placement.path not in policy.texts):
                placement = self._placement(anchor, policy, key)
                if not anchor.version or self._version_texts(anchor.version, _folder(anchor, policy)):
                    fresh[name] = placement
            self._placements[anchor, key] = placement
        self._cache.keep(key, fresh)

    @property
    def _cache(self) -> PlacementCache:
        return PlacementCache(self.repository.review_state_dir / "standings.msgpack")

    def _placement(self, anchor: Anchor, policy: Policy, key: str) -> Placement:
        from reviewtui.text.placement.placing_by_words import around_words, place_by_words

        placer = self._placer(anchor, policy, key)
        if anchor.is_section:
            if placer is None:
                return Placement.lost("the version that it was made on is not here")
            # A section's own words change all the time; only a passage has one meaning to watch.
            return replace(placer.place_section(anchor.path), meaning_changed=False)
        quote = anchor.quote
        if placer is None:
            placement = place_by_words(quote, policy.strings(), policy.language)
        else:
            placement = _trimmed(placer.place(quote), anchor.exact, policy)
        if placement.path is None or not placement.is_placed:
            return placement
        now = (placement.start, placement.end)
        if placer is None:
            text = policy.texts[placement.path].text
            return replace(placement, context_change=around_words(quote, text, now, policy.language))
        return replace(placement, context_change=placer.around(quote, placement.path, now))

    def _placer(self, anchor: Anchor, policy: Policy, key: str) -> "Placer | None":
        from reviewtui.text.placement.placement import Placer
        from reviewtui.text.words.units import Corpus

        version, folder = anchor.version, _folder(anchor, policy)
        base = f"{version}:{folder}" + (f":{anchor.path}:{anchor.blob}" if anchor.dirty or not version else "")
        if (base, key) in self._placers:
            self._placers.move_to_end((base, key))
            return self._placers[base, key]
        old = self._old_texts(anchor, version, folder, policy)
        if old is None:
            return None
        if self._read is None or self._read[0] != key:
            self._read = (key, Corpus(policy.strings()))
        corpus = self._read[1]
        placer = Placer(old, corpus.texts, corpus, language=policy.language)
        self._placers[base, key] = placer
        if len(self._placers) > _KEPT_PLACERS:
            self._placers.popitem(last=False)
        return placer

    def _old_texts(self, anchor: Anchor, version: str, folder: str, policy: Policy) -> Mapping[str, str] | None:
        """The texts that the remark's writer read: the version's, and the very bytes of the anchor's blob."""
        texts = dict(self._version_texts(version, folder) or {})
        if anchor.path not in texts or anchor.dirty:
            own = self._blob_text(anchor, policy)
            if own is not None:
                texts[anchor.path] = own
        return texts if anchor.path in texts else None

    def _version_texts(self, version: str, folder: str) -> Mapping[str, str] | None:
        if (version, folder) not in self._versions:
            commit = self.repository.resolve_commit(version)
            files = files_of_commit(self.repository, commit, folder) if commit else None
            self._versions[version, folder] = {p: t.text for p, t in files.texts.items()} if files else None
        return self._versions[version, folder]

    def _blob_text(self, anchor: Anchor, policy: Policy) -> str | None:
        same = next((text.text for text in policy.texts.values() if text.blob == anchor.blob), None)
        if same is not None or not anchor.blob:
            return same
        return texts_of(self.repository, [anchor.blob]).get(anchor.blob)


def _key(policy: Policy) -> str:
    rows = (f"{path}\0{text.blob}\0" for path, text in sorted(policy.texts.items()))
    words = "\0".join((policy.folder, policy.language, "".join(rows)))
    return hashlib.sha256(words.encode("utf-8", "surrogateescape")).hexdigest()


def _folder(anchor: Anchor, policy: Policy) -> str:
    """The folder of the policy when the anchor was made, as far as its path tells."""
    inside = policy.folder == "." or anchor.path.startswith(f"{policy.folder}/")
    return policy.folder if inside else str(PurePosixPath(anchor.path).parent)


def _unmoved(anchor: Anchor, length: int) -> Placement:
    if anchor.is_section:
        return Placement("exact", anchor.path, 0, length, 1.0)
    end = min(anchor.end or 0, length)
    return Placement("exact", anchor.path, min(anchor.start or 0, end), end, 1.0)


def _of(placement: Placement | None, thread: Thread) -> Placement | None:
    if placement is None or not thread.reattached or placement.state not in {"exact", "moved"}:
        return placement
    return replace(placement, state="reattached", meaning_changed=False, reason="", candidates=(), likely=())


def _trimmed(placement: Placement, exact: str, policy: Policy) -> Placement:
    """The placement without the full stop or space at its edges that the remark's own words did not hold.

    A suggestion replaces exactly its passage, so a character too many would go with it.
    """
    if not placement.is_placed or placement.path is None or not exact:
        return placement
    text, start, end = policy.texts[placement.path].text, placement.start, placement.end
    while end > start and _at_edge(text[end - 1]) and not _at_edge(exact[-1]):
        end -= 1
    while start < end and _at_edge(text[start]) and not _at_edge(exact[0]):
        start += 1
    return replace(placement, start=start, end=end) if start < end else placement


def _at_edge(char: str) -> bool:
    return char.isspace() or char in _STOPS
