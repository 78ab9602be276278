"""Of what class the change between two texts is: by rule of thumb on the words, unless an author says otherwise."""

import heapq
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reviewtui.domain.act import Act
from reviewtui.domain.event import MAX_CLOCK
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review_commands import Classify
from reviewtui.domain.review_events import Classified
from reviewtui.text.change_class import CHANGE_CLASSES, ChangeClass
from reviewtui.text.policy_diff import Change, FileDiff, PolicyDiff, diff_policies

_NOT_HERE = "its older text is not in this clone"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The class of a change and why; `by_author` says that an author said so."""

    change_class: ChangeClass
    reason: str
    by_author: bool = False

    @property
    def is_editorial(self) -> bool:
        """Whether whoever agreed to the old text agrees to the new one."""
        return self.change_class == "editorial"


UNCHANGED = Judgement("editorial", "unchanged")


def gravest(changes: Iterable[Change]) -> Judgement:
    """Return the class of several changes together: that of the gravest one."""
    found = [Judgement(change.change_class, change.reason) for change in changes]
    return max(found, key=_weight, default=UNCHANGED)


@dataclass(frozen=True)
class ChangeClasses:
    """What authors said about changes, and the texts that they spoke of: `texts` is text by blob."""

    said: Mapping[tuple[str, str], Classified]
    texts: Mapping[str, str]
    _judged: dict[tuple[str, str], Judgement] = field(default_factory=dict)
    _steps: dict[str, list[Classified]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sort what was said by the older text."""
        for event in self.said.values():
            self._steps.setdefault(event.old, []).append(event)

    @classmethod
    def of(cls, events: Iterable[Classified], texts: Mapping[str, str]) -> "ChangeClasses":
        """Return what `events`, in the order of their clocks, say; of two about the same texts the later one counts."""
        return cls({(event.old, event.new): event for event in events}, texts)

    def judge(self, old: str, new: str, direct: Callable[[], Judgement] | None = None) -> Judgement:
        """Return the class of the change from blob `old` to blob `new`.

        An author's word on exactly these two texts decides. Otherwise the change is as light as the lightest way from
        one text to the other: directly (`direct`, or by the words of the two), or by steps of which an author said
        the first. What an author called more than editorial is never passed by on the direct way.
        """
        if old == new:
            return UNCHANGED
        if (old, new) in self.said:
            return _by_author(self.said[old, new])
        return self._lightest(old, new, direct)

    def _lightest(self, old: str, new: str, direct: Callable[[], Judgement] | None) -> Judgement:
        """The class of the lightest way: texts are visited in the order of how light it is to come there (Dijkstra)."""
        count = itertools.count()
        waiting = [(_weight(UNCHANGED), next(count), old, UNCHANGED)]
        done: set[str] = set()
        while waiting:
            _, _, here, so_far = heapq.heappop(waiting)
            if here == new:
                return so_far
            if here in done:
                continue
            done.add(here)
            steps = self._steps.get(here, [])
            ways = [(event.new, _by_author(event)) for event in steps]
            if all(event.change_class == "editorial" for event in steps):
                ways.insert(0, (new, direct() if direct and here == old else self._by_words(here, new)))
            for there, judgement in ways:
                gravest_yet = max(so_far, judgement, key=_weight)
                heapq.heappush(waiting, (_weight(gravest_yet), next(count), there, gravest_yet))
        # Grave words in a circle: no way leads out of it.
        return max((_by_author(event) for event in self._steps[old]), key=_weight)

    def _by_words(self, old: str, new: str) -> Judgement:
        if (old, new) not in self._judged:
            self._judged[old, new] = self._compared(old, new)
        return self._judged[old, new]

    def _compared(self, old: str, new: str) -> Judgement:
        if old not in self.texts or new not in self.texts:
            return Judgement("substantive", _NOT_HERE)
        diff = diff_policies({"text": self.texts[old]}, {"text": self.texts[new]})
        return gravest(change for file in diff.files for change in file.changes)

    def applied(self, diff: PolicyDiff, old: Mapping[str, str], new: Mapping[str, str]) -> PolicyDiff:
        """Return `diff` with the class that an author gave the change of a file; `old` and `new` are blobs by path."""
        return replace(diff, files=tuple(self._applied(file, old, new) for file in diff.files))

    def _applied(self, file: FileDiff, old: Mapping[str, str], new: Mapping[str, str]) -> FileDiff:
        event = self.said.get((old.get(file.old_path or "", ""), new.get(file.new_path or "", "")))
        if event is None:
            return file
        judged = _by_author(event)
        return replace(
            file,
            changes=tuple(
                replace(change, change_class=judged.change_class, reason=judged.reason) for change in file.changes
            ),
        )


def classify(
    act: Act, command: Classify, path: str, pairs: Sequence[tuple[str, str]], earlier: Iterable[Classified]
) -> tuple[Classified, ...]:
    """Return one event for each of `pairs`, the old and the new blob of the section at `path`.

    Raises:
        Refused: I am no author, say no reason, or nothing changed.

    """
    if not act.settings.is_author(act.person):
        raise Refused(f"Only an author says of what class a change is; {act.person} is not one of the authors.")
    if not command.body.strip():
        raise Refused("Classing a change needs a reason: say it with -m TEXT.")
    changed = [pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1]]
    if not changed:
        raise Refused(f"'{path}' has not changed between the two; name others with --from V and --to V.")
    clock = min(MAX_CLOCK, 1 + max((event.clock for event in earlier), default=0))
    return tuple(
        Classified(
            **act.common() | {"clock": clock},
            path=path,
            old=old,
            new=new,
            change_class=command.change_class,
            body=command.body.strip(),
        )
        for old, new in changed
    )


def _by_author(event: Classified) -> Judgement:
    return Judgement(event.change_class, f"by the author: {event.body}", by_author=True)


def _weight(judgement: Judgement) -> int:
    return CHANGE_CLASSES.index(judgement.change_class)
