"""What an author needs to see of a remark to decide it: the remark, who else wants its words, and what would follow."""

from collections.abc import Collection, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.views.comparison.inline_change import word_change
from reviewtui.views.findings.finding_marks import FLAW
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.card.thread_card import Shown, card_lines
from reviewtui.views.threads.deciding.acceptance_preview import (
    effect_lines,
    neighbours,
    preview,
    surroundings,
    words_now,
)
from reviewtui.views.threads.deciding.queue import QueueItem, item_of

_MOST_TOLD = 3
"""Findings that new words would bring, of which each is told."""
_LEFT = {"undecided": "open remarks", "blocking": "blocking remarks", "orphaned": "places in doubt"}
"""What there is less of when a remark is decided, by the gate that it stands against."""


@dataclass(frozen=True, slots=True)
class DecisionEffects:
    """What a decision is judged by: how ready the draft is (None: not judged), and what the new words would bring."""

    readiness: Readiness | None
    new_findings: Collection[Finding] = ()
    just_decided: Collection[str] = ()
    """Remarks that were decided since the draft was read; the readiness may count them still."""


def decision_lines(
    draft: Draft, item: QueueItem, thread: Thread, now: datetime, effects: DecisionEffects, *, settle: str
) -> Iterator[StyledLine]:
    """Yield the remark, the others of its group, what accepting would do to the text and to readiness.

    `settle` is the key that settles a group.
    """
    readiness = effects.readiness
    if item.overlaps:
        yield from _group(draft, item, thread, settle)
    shown: tuple[Shown, ...] = ("passage", "suggestion") if item.overlaps else ("passage",)
    yield from card_lines(draft, thread, now, shown=shown)
    can_accept = True
    if thread.is_suggestion or thread.is_move:
        can_accept = yield from _result(draft, thread)
    else:
        yield from _context(draft, thread)
    yield from new_finding_lines(effects.new_findings)
    if readiness is not None and thread.is_undecided and can_accept:
        yield ()
        closed = [_without_decided(draft, gate, effects.just_decided) for gate in readiness.closed]
        yield _effect_line("then: ", closed, {thread.id})
        if item.overlaps and draft.is_author:
            every = f"{settle} settles them all: "
            yield _effect_line(every, closed, {each.id for each in item.everyone})


def consequence_lines(draft: Draft, thread: Thread, effects: DecisionEffects) -> Iterator[StyledLine]:
    """Yield who else wants the words of a suggestion and stays open, and what accepting it does to readiness."""
    item = item_of(draft, thread)
    others = [each.id for each in item.threads if each.id != thread.id] if item is not None else []
    if others:
        names = ", ".join(draft.review.name_of(other) for other in others)
        wants = "wants the same words and stays" if len(others) == 1 else "want the same words and stay"
        yield line(Styled(f"{names} {wants} open.", "alarm"))
    if effects.readiness is not None:
        closed = [_without_decided(draft, gate, effects.just_decided) for gate in effects.readiness.closed]
        yield _effect_line("then: ", closed, {thread.id})
    if others or effects.readiness is not None:
        yield ()


def new_finding_lines(findings: Collection[Finding]) -> Iterator[StyledLine]:
    """Yield what the checks would find in the new words; nothing where they would find nothing."""
    if findings:
        yield ()
    for finding in list(findings)[:_MOST_TOLD]:
        yield line(Styled(f"{FLAW} would bring: {finding.message} ({finding.check})", "alarm"))
    if len(findings) > _MOST_TOLD:
        yield line(Styled(f"and {len(findings) - _MOST_TOLD} more findings", "alarm"))


def _group(draft: Draft, item: QueueItem, marked: Thread, settle: str) -> Iterator[StyledLine]:
    way = f"; {settle} settles them together" if draft.is_author else ""
    yield line(Styled(f"{len(item.everyone)} want to change the same words{way}", "alarm"))
    for thread in item.everyone:
        who = draft.effective_settings.organisation_name(thread.root.organisation)
        sign = Styled("\u25b8 " if thread.id == marked.id else "  ", "key")
        yield line(sign, Styled(f"{draft.review.name_of(thread.id)} {who}", "muted"))
        yield (Styled("  "), *word_change(words_now(draft, thread), thread.replacement or ""))
    yield ()


def _context(draft: Draft, thread: Thread) -> Iterator[StyledLine]:
    """Yield the paragraph around each passage of a comment, so that it can be decided without leaving the queue."""
    for anchor, placement in draft.places(thread):
        if placement is None or placement.path is None or not placement.is_placed or not anchor.is_passage:
            continue
        text = draft.policy.texts[placement.path].text
        lead, before, words, behind = surroundings(text, placement.start, placement.end)
        section = draft.policy.section_at(placement.path, placement.start) if len(thread.anchors) > 1 else None
        yield ()
        yield line(Styled("In the text" + (f", in {section.title}" if section is not None else ""), "heading"))
        passage = words if before.strip() else words.lstrip()
        above, below = neighbours(text, placement.start, placement.end)
        if lead:
            yield line(Styled(lead, "muted"))
        elif above:
            yield from (line(Styled(above, "muted")), ())
        yield line(Styled(before, "muted"), Styled(passage or "\u25c7", "strong"), Styled(behind, "muted"))
        if below:
            yield from ((), line(Styled(below, "muted")))


def _result(draft: Draft, thread: Thread) -> Generator[StyledLine, None, bool]:
    """Yield what the text would read, or why it cannot; say whether it can be accepted as it is."""
    yield ()
    try:
        effect = preview(draft, thread)
    except ReviewError as refusal:
        yield line(Styled("Cannot be accepted as it is", "heading"))
        yield line(Styled(str(refusal), "alarm"))
        return False
    yield line(Styled("If accepted, the text reads", "heading"))
    if effect is not None:
        yield from effect_lines(effect, draft.effective_settings.language)
    return True


def _without_decided(draft: Draft, gate: Gate, just_decided: Collection[str]) -> Gate:
    """Return a gate without the remarks that were decided since it was judged: so the list beside the card counts."""
    if gate.name not in _LEFT:
        return gate
    waiting = {thread.id for thread in draft.review.threads.values() if thread.is_undecided} - {*just_decided}
    evidence = (each for each in gate.evidence if not each.thread or each.thread in waiting)
    return replace(gate, evidence=tuple(evidence))


def _effect_line(lead: str, closed: Sequence[Gate], threads: Collection[str]) -> StyledLine:
    """Return in one line what is left to do when `threads` are decided, by gate, and which gates then pass.

    Only what stands against a gate because of these remarks is counted: the text itself is judged when it has changed.
    """
    parts: list[Styled] = []
    for gate in closed:
        before = len(gate.evidence)
        after = sum(evidence.thread not in threads for evidence in gate.evidence)
        if after < before:
            left = _LEFT.get(gate.name, f"{gate.title}, left:")
            parts.append(Styled(f"{left} {before}\u2192{after}", "" if after else "good"))
            parts.append(Styled(" \u2713" if not after else "", "good"))
            parts.append(Styled(" \u00b7 ", "muted"))
    if not parts:
        return line(Styled(f"{lead}no gate comes closer", "muted"))
    return line(Styled(lead, "muted"), *parts[:-1])
