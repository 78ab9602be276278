"""The choices by which remarks are filtered; they combine, and each says how many remarks would be listed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.events import KINDS
from reviewtui.domain.record.thread import FLAGS, STATES, Thread, in_words
from reviewtui.domain.review.draft import Draft
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.thread_filter import ThreadFilter

_ALL = "all:"
_DAYS = {"today": 0, "in the last 7 days": 7, "in the last 30 days": 30}
_SWITCHES = {"open_only": "open only", "decided_only": "decided only", "mine": "mine", "blocking": "blocking"}
_OTHER_SIDE: dict[str, dict[str, object]] = {"open_only": {"decided_only": False}, "decided_only": {"open_only": False}}
"""What waits is not decided: the one takes the other's place."""
FilterEntries = Iterator[tuple[str, tuple[StyledLine, ...]]]
Lists = Callable[[Thread, ThreadFilter], bool]
"""Says whether a screen lists a remark that a filter takes: a queue leaves out what is decided."""


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What can be chosen where a section is at hand, on a screen that lists what `lists` says."""

    draft: Draft
    section: str
    today: date
    lists: Lists = lambda _thread, _wanted: True

    def entries(self, wanted: ThreadFilter) -> FilterEntries:
        """Yield every choice that some remark takes, those in force marked.

        One that leaves none beside those in force stays, so that no row moves while choices are switched.
        """
        others: dict[str, list[Thread]] = {}
        threads = self.draft.review.threads.values()
        for key, label in _choices(self.draft, wanted, self.section, self.today):
            name = key.partition(":")[0]
            alone = ThreadFilter() if key == _ALL else changed_filter(ThreadFilter(), key)
            if name not in others:
                without = ThreadFilter() if key == _ALL else _without(wanted, name)
                others[name] = [thread for thread in threads if without.takes(self.draft, thread)]
            is_on = wanted.is_empty if key == _ALL else _is_on(wanted, key)
            then = alone if key == _ALL else wanted if is_on else changed_filter(wanted, key)
            taken = [thread for thread in others[name] if alone.takes(self.draft, thread)]
            if taken or is_on or name == "open_only" or any(alone.takes(self.draft, thread) for thread in threads):
                sign = Styled("\u2713 " if is_on else "  ", "good")
                yield key, (line(sign, label, Styled(f"  {self._count(taken, then)}", "muted")),)

    def told(self, wanted: ThreadFilter) -> str:
        """Return how many remarks of all are listed under a filter."""
        threads = self.draft.review.threads.values()
        taken = [thread for thread in threads if wanted.takes(self.draft, thread)]
        return f"{self._count(taken, wanted)} of {counted(len(threads), 'remark')}"

    def _count(self, taken: Sequence[Thread], wanted: ThreadFilter) -> str:
        listed = sum(self.lists(thread, wanted) for thread in taken)
        return f"{listed}" if listed == len(taken) else f"{listed} waiting, {len(taken) - listed} done with"


def _choices(draft: Draft, wanted: ThreadFilter, section: str, today: date) -> Iterator[tuple[str, str]]:
    yield _ALL, "all remarks"
    yield from ((f"{name}:", label) for name, label in _SWITCHES.items())
    yield from ((f"state:{state}", f"state {in_words(state)}") for state in STATES)
    yield from ((f"kind:{kind}", f"kind {kind}") for kind in KINDS)
    for organisation in sorted({thread.root.organisation for thread in draft.review.threads.values()}):
        yield f"organisation:{organisation}", f"from {draft.settings.organisation_name(organisation)}"
    for name in dict.fromkeys(name for name in (section, wanted.section) if name):
        found = draft.policy.section_named(name)
        yield f"section:{name}", f"in {found.title if found is not None else name}"
    yield from _days(draft, wanted, today)
    yield from ((f"flag:{flag}", f"flag {flag}") for flag in FLAGS)


def _days(draft: Draft, wanted: ThreadFilter, today: date) -> Iterator[tuple[str, str]]:
    labels = {f"{today - timedelta(days=days)}": f"something new {label}" for label, days in _DAYS.items()}
    released = next((version for version in reversed(draft.releases) if version.date), None)
    if released is not None and released.date is not None:
        labels.setdefault(f"{released.date:%Y-%m-%d}", f"something new since {released.name}")
    if wanted.since:
        labels.setdefault(wanted.since, f"something new since {wanted.since}")
    yield from ((f"since:{day}", label) for day, label in labels.items())


def changed_filter(wanted: ThreadFilter, choice: str) -> ThreadFilter:
    """Return the filter with `choice` put in force, or taken back where it was; the others stay."""
    name, _, value = choice.partition(":")
    if choice == _ALL:
        return ThreadFilter()
    if name in _SWITCHES:
        changes: dict[str, object] = {name: not getattr(wanted, name)}
        changes |= _OTHER_SIDE.get(name, {})
        return replace(wanted, **changes)  # type: ignore[arg-type]
    return replace(wanted, **{name: "" if getattr(wanted, name) == value else value})  # type: ignore[arg-type]


def filter_words(draft: Draft, wanted: ThreadFilter) -> str:
    """Return the filter in force in a few words; empty when there is none."""
    switches = {"open_only": "open", "decided_only": "decided", "mine": "mine", "blocking": "blocking"}
    parts = [words for name, words in switches.items() if getattr(wanted, name)]
    parts += [in_words(wanted.state), wanted.kind, wanted.flag]
    parts.append(draft.settings.organisation_name(wanted.organisation) if wanted.organisation else "")
    parts += [f"in {wanted.section}"] if wanted.section else []
    parts += [f"since {wanted.since}"] if wanted.since else []
    return ", ".join(part for part in parts if part)


def _without(wanted: ThreadFilter, name: str) -> ThreadFilter:
    """Return the filter as it would be if `name` were chosen anew."""
    none: dict[str, object] = {name: getattr(ThreadFilter(), name)} | _OTHER_SIDE.get(name, {})
    return replace(wanted, **none)  # type: ignore[arg-type]


def _is_on(wanted: ThreadFilter, choice: str) -> bool:
    name, _, value = choice.partition(":")
    held = getattr(wanted, name)
    return bool(held) if name in _SWITCHES else held == value
