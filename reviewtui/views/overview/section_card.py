"""What stands beside a section while no remark is looked at: counts, and what one can do."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.policy import Section
from reviewtui.views.findings.finding_marks import BARRING_FLAW, FLAW
from reviewtui.views.overview.overview import Overview
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.possible_actions import NOBODY, why_not_write
from reviewtui.views.threads.remark_list import remark_entries
from reviewtui.views.threads.remark_marks import Mark

_NEXT = ("next_remark", "go to the next remark")
_FIRST = (("comment", "comment on a sentence or a selection"), ("suggest", "suggest other words"), _NEXT)
_AUTHOR = (_NEXT, ("screen_decide", "decide what waits"), ("screen_ready", "see what a release needs"))


_LISTED = 8
"""Remarks of a section that its card lists."""


class SectionCounts(NamedTuple):
    """What is marked in a section: its remarks, and how many changes, findings, and `barring` ones among these."""

    remarks: tuple[Mark, ...]
    changes: int
    findings: int
    barring: int = 0


def section_lines(
    overview: Overview,
    section: Section,
    marked: SectionCounts,
    keys: Mapping[str, str],
    loading: StyledLine | None = None,
) -> Iterator[StyledLine]:
    """Yield the counts of a section with what is `marked` in it, and the first of the `keys`, by act, to know.

    `loading` stands there while it is not known yet which remarks there are.
    """
    draft, (marks, changed, findings, barring) = overview.draft, marked
    waiting = sum(mark.state in {"open", "contested"} for mark in marks)
    yield line(Styled(section.title, "strong"))
    yield line(Styled(counted(len(draft.policy.body(section).split()), "word"), "muted"))
    if loading is not None:
        yield loading
    elif marks:
        yield line(f"{counted(len(marks), 'remark')} here, {waiting} open")
    else:
        yield line(Styled("no remarks here yet", "muted"))
    if changed:
        yield line(f"{counted(changed, 'change')} since the last release")
    way = Styled(f"  {keys['next_finding']} goes there", "muted")
    if barring:
        yield line(
            f"{BARRING_FLAW} {counted(barring, 'finding')} that {'bars' if barring == 1 else 'bar'} a release", way
        )
    if findings > barring:
        others = counted(findings - barring, "other finding" if barring else "finding")
        yield line(f"{FLAW} {others} of the checks", *(() if barring else (way,)))
    yield ()
    refused = why_not_write(draft)
    if refused == NOBODY:
        yield line(
            Styled("git does not know who you are; ", "alarm"),
            Styled(keys["comment" if draft.founded else "begin"], "key"),
            " asks",
        )
        return
    if refused:
        yield line(Styled(refused, "alarm"))
        return
    for act, does in _AUTHOR if draft.is_author and draft.review.threads else _FIRST:
        yield line(Styled(f"{keys[act]} ", "key"), Styled(does, "muted"))
    if loading is None:
        yield from _listed(overview, marks, keys["list"])


def _listed(overview: Overview, marks: tuple[Mark, ...], all_of_them: str) -> Iterator[StyledLine]:
    """Yield the remarks of a section in their order, open ones first; `all_of_them` is the key that lists all."""
    draft = overview.draft
    ordered = sorted(marks, key=lambda mark: (mark.state not in {"open", "contested"}, mark.start))
    threads = [draft.review.threads[name] for name in dict.fromkeys(mark.thread for mark in ordered)]
    for _, (first, gist, *_) in remark_entries(draft, threads[:_LISTED], overview.today, without="place"):
        yield from ((), first, gist)
    if len(threads) > _LISTED:
        yield from ((), line(Styled(f"and {len(threads) - _LISTED} more; {all_of_them} lists all", "muted")))
