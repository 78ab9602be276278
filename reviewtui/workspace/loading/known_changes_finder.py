"""Which accepted suggestions account for a change around an open one: those that its writer had before them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.known_changes import NOTHING_KNOWN, KnownChanges, known_to
from reviewtui.store.git.ancestry import is_ancestor
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy.policy_files import texts_of
from reviewtui.text.placement.place_values import Placement


@dataclass
class KnownChangesFinder:
    """Asks git what a writer could see, and remembers it. Only a passage with a change around it costs a question."""

    repository: Repository
    _ancestors: set[tuple[str, str]] = field(default_factory=set)
    """Those that are; of the others a commit may arrive yet."""
    _texts: dict[str, str] = field(default_factory=dict)

    def around(
        self,
        thread: Thread,
        placements: Mapping[str, tuple[Placement | None, ...]],
        others: Iterable[Thread],
        language: str,
        together: frozenset[str] = frozenset(),
    ) -> KnownChanges:
        """Return those of `others` that account for a change around `thread`, which stands as `placements` say.

        Those with ids in `together` are decided in one go with it; the policy is in `language`.
        """
        place = next(iter(placements.get(thread.id, ())), None)
        if place is None or place.context_change is None or thread.is_move:
            return NOTHING_KNOWN
        asked = known_to(thread, others, together)
        known = tuple(other for other in asked if other.id in together or self._was_there(other, thread))
        if not known:
            return NOTHING_KNOWN
        return KnownChanges(self._text_of(thread.anchors[0].blob), known, together, language)

    def around_all(
        self, threads: Mapping[str, Thread], placements: Mapping[str, tuple[Placement | None, ...]], language: str
    ) -> dict[str, KnownChanges]:
        """Return the same for all open suggestions among `threads` for which there is something."""
        every = {
            thread.id: self.around(thread, placements, threads.values(), language)
            for thread in threads.values()
            if thread.is_open and thread.is_suggestion
        }
        return {name: known for name, known in every.items() if known is not NOTHING_KNOWN}

    def _was_there(self, other: Thread, thread: Thread) -> bool:
        """Say whether the writer of `thread` had made `other`, or had it in the version that the remark is on."""
        commit, version = other.entries[0].recorded.provenance.commit, thread.anchors[0].version
        if other.by.key == thread.by.key:
            return True
        if not (commit and version):
            return False
        if (commit, version) not in self._ancestors and is_ancestor(self.repository, commit, version):
            self._ancestors.add((commit, version))
        return (commit, version) in self._ancestors

    def _text_of(self, blob: str) -> str:
        if blob not in self._texts:
            self._texts |= texts_of(self.repository, [blob])
        return self._texts.get(blob, "")
