"""The choices by which remarks are filtered."""

from collections.abc import Iterator
from dataclasses import replace

from reviewtui.domain.record.events import KINDS
from reviewtui.domain.review.draft import Draft
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.thread_rows import ThreadFilter

_ALL = "all:"
_FLAGS = ("pending", "unsatisfied", "older-words", "not-in-text", "unchecked")


def filter_entries(draft: Draft, wanted: ThreadFilter) -> Iterator[tuple[str, tuple[StyledLine, ...]]]:
    """Yield every choice that takes some remark, those in force marked."""
    threads = tuple(draft.review.threads.values())
    yield _entry(_ALL, "all remarks", len(threads), on=wanted == ThreadFilter())
    waiting = sum(thread.is_open for thread in threads)
    yield _entry("open_only:", "open only", waiting, on=wanted.open_only)
    for flag in _FLAGS:
        count = sum(flag in draft.all_flags(thread) for thread in threads)
        if count:
            yield _entry(f"flag:{flag}", flag, count, on=wanted.flag == flag)
    for kind in KINDS:
        count = sum(thread.kind == kind for thread in threads)
        if count:
            yield _entry(f"kind:{kind}", f"kind {kind}", count, on=wanted.kind == kind)
    for organisation in sorted({thread.root.organisation for thread in threads}):
        count = sum(thread.root.organisation == organisation for thread in threads)
        name = draft.settings.organisation_name(organisation)
        yield _entry(f"organisation:{organisation}", f"from {name}", count, on=wanted.organisation == organisation)


def changed_filter(wanted: ThreadFilter, choice: str) -> ThreadFilter:
    """Return the filter with `choice` put in force, or taken back where it was."""
    name, _, value = choice.partition(":")
    if choice == _ALL:
        return ThreadFilter()
    if name == "open_only":
        return replace(wanted, open_only=not wanted.open_only)
    before = {"flag": wanted.flag, "kind": wanted.kind, "organisation": wanted.organisation}[name]
    after = "" if before == value else value
    if name == "flag":
        return replace(wanted, flag=after)
    return replace(wanted, kind=after) if name == "kind" else replace(wanted, organisation=after)


def filter_words(draft: Draft, wanted: ThreadFilter) -> str:
    """Return the filter in force in a few words; empty when there is none."""
    parts = ["open" if wanted.open_only else "", wanted.kind, wanted.flag]
    parts.append(draft.settings.organisation_name(wanted.organisation) if wanted.organisation else "")
    return ", ".join(part for part in parts if part)


def _entry(key: str, label: str, count: int, *, on: bool) -> tuple[str, tuple[StyledLine, ...]]:
    return key, (line(Styled("\u2713 " if on else "  ", "good"), label, Styled(f"  {count}", "muted")),)
