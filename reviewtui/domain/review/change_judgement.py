"""Of what class the change between two texts is: by rule of thumb on the words, unless an author says otherwise."""

import heapq
import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from reviewtui.domain.record.events import Classified
from reviewtui.text.diff.policy_diff import ClassedChange, PolicyDiff, diff_policies
from reviewtui.text.meaning.class_values import CHANGE_CLASSES, ChangeClass
from reviewtui.text.meaning.language.default_language import BRITISH_ENGLISH

_NOT_HERE = "its older text is not in this clone"


@dataclass(frozen=True, slots=True)
class ClassJudgement:
    """The class of a change and why.

    `by_author` says that an author said so, `alarm` that something known to matter changed; a substantive change with
    neither is in doubt, and an author can settle it.
    """

    change_class: ChangeClass
    reason: str
    by_author: bool = False
    alarm: bool = False

    @property
    def is_editorial(self) -> bool:
        """Whether whoever agreed to the old text agrees to the new one."""
        return self.change_class == "editorial"


UNCHANGED = ClassJudgement("editorial", "unchanged")


def gravest(changes: Iterable[ClassedChange]) -> ClassJudgement:
    """Return the class of several changes together: that of the gravest one."""
    judgements = [ClassJudgement(change.change_class, change.reason, alarm=change.alarm) for change in changes]
    return max(judgements, key=_weight, default=UNCHANGED)


@dataclass(frozen=True)
class ChangeClasses:
    """What authors said about changes, and the texts that they spoke of: `texts` is text by blob.

    `language` is that of the policy.
    """

    classified: Mapping[tuple[str, str], Classified]
    texts: Mapping[str, str]
    language: str = BRITISH_ENGLISH
    _judged: dict[tuple[str, str], ClassJudgement] = field(default_factory=dict)
    _steps: dict[str, list[Classified]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sort what was said by the older text."""
        for event in self.classified.values():
            self._steps.setdefault(event.old, []).append(event)

    @classmethod
    def of(
        cls, events: Iterable[Classified], texts: Mapping[str, str], language: str = BRITISH_ENGLISH
    ) -> "ChangeClasses":
        """Return what `events`, in the order of their clocks, say; of two about the same texts the later one counts."""
        return cls({(event.old, event.new): event for event in events}, texts, language)

    def judge(self, old: str, new: str, direct: Callable[[], ClassJudgement] | None = None) -> ClassJudgement:
        """Return the class of the change from blob `old` to blob `new`.

        An author's word on exactly these two texts decides, but where there is an alarm: it settles doubt only.
        Otherwise the change is as light as the lightest way from one text to the other: directly (`direct`, or by the
        words of the two), or by steps of which an author said the first. What an author called more than editorial
        is never passed by on the direct way, and no way leads around an alarm.
        """
        if old == new:
            return UNCHANGED
        by_words = direct() if direct else self._by_words(old, new)
        if (old, new) in self.classified:
            return _settled(self.classified[old, new], by_words)
        lightest = self._lightest(old, new, by_words)
        return by_words if by_words.alarm and _weight(lightest) < _weight(by_words) else lightest

    def _lightest(self, old: str, new: str, direct: ClassJudgement) -> ClassJudgement:
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
            ways = [(event.new, self._step(event)) for event in steps]
            if all(event.change_class == "editorial" for event in steps):
                ways.insert(0, (new, direct if here == old else self._by_words(here, new)))
            for there, judgement in ways:
                gravest_yet = max(so_far, judgement, key=_weight)
                heapq.heappush(waiting, (_weight(gravest_yet), next(count), there, gravest_yet))
        # Grave words in a circle: no way leads out of it.
        return max((self._step(event) for event in self._steps[old]), key=_weight)

    def _step(self, event: Classified) -> ClassJudgement:
        return _settled(event, self._by_words(event.old, event.new))

    def _by_words(self, old: str, new: str) -> ClassJudgement:
        if (old, new) not in self._judged:
            self._judged[old, new] = self._compared(old, new)
        return self._judged[old, new]

    def _compared(self, old: str, new: str) -> ClassJudgement:
        if old not in self.texts or new not in self.texts:
            return ClassJudgement("substantive", _NOT_HERE)
        diff = diff_policies({"text": self.texts[old]}, {"text": self.texts[new]}, self.language)
        return gravest(change for file in diff.files for change in file.changes)


def with_authors_classes(
    diff: PolicyDiff, events: Iterable[Classified], old: Mapping[str, str], new: Mapping[str, str]
) -> PolicyDiff:
    """Return `diff` with the classes that `events`, in the order of their clocks, give to the changes of a file.

    `old` and `new` are blobs by path.
    """
    said = {(event.old, event.new): event for event in events}
    files = []
    for file in diff.files:
        event = said.get((old.get(file.old_path or "", ""), new.get(file.new_path or "", "")))
        changes = file.changes if event is None else tuple(_reclassed(change, event) for change in file.changes)
        files.append(replace(file, changes=changes))
    return replace(diff, files=tuple(files))


def _settled(event: Classified, by_words: ClassJudgement) -> ClassJudgement:
    """Return what an author's word makes of a change: it settles a doubt, and never makes an alarm lighter."""
    if by_words.alarm and CHANGE_CLASSES.index(event.change_class) < CHANGE_CLASSES.index(by_words.change_class):
        return replace(by_words, reason=f"{by_words.reason} (called {event.change_class} by the author: {event.body})")
    return ClassJudgement(event.change_class, f"by the author: {event.body}", by_author=True, alarm=by_words.alarm)


def _reclassed(change: ClassedChange, event: Classified) -> ClassedChange:
    judged = _settled(event, ClassJudgement(change.change_class, change.reason, alarm=change.alarm))
    return replace(change, change_class=judged.change_class, reason=judged.reason, alarm=judged.alarm)


def _weight(judgement: ClassJudgement) -> tuple[int, bool]:
    return CHANGE_CLASSES.index(judgement.change_class), judgement.alarm
