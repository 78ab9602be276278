"""How far a draft is, in sentences: what stands in the way first, each with what would change that."""

from collections.abc import Iterator

from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.views.overview.overview import Overview, overview_lines
from reviewtui.views.readiness.readiness_rows import position_line, unseen_line, verdict_line


def readiness_sentences(readiness: Readiness) -> Iterator[str]:
    """Yield the verdict, and each gate with its evidence: those that do not pass first."""
    yield verdict_line(readiness)
    if not readiness.ready:
        yield position_line(readiness)
    if readiness.unseen is not None:
        yield unseen_line(readiness.unseen)
    for gate in sorted(readiness.gates, key=lambda each: (not each.is_shut, not each.judged)):
        yield from _gate(gate)


def _gate(gate: Gate) -> Iterator[str]:
    verdict = "passes" if gate.passed else "does not pass"
    yield f"Gate {gate.title}: {verdict if gate.judged else 'has nothing to judge'}."
    if gate.is_shut and gate.flips:
        yield f"To make it pass: {gate.flips}"
    yield from (evidence.text for evidence in gate.evidence if gate.is_shut)


def standing_sentences(overview: Overview) -> Iterator[str]:
    """Yield where things stand, without the sections, which are a list of their own."""
    for line in overview_lines(overview):
        if not line.startswith("  "):
            yield f"Warning: {line.removeprefix('! ')}" if line.startswith("! ") else line


def reminder_sentences(overview: Overview, unsaved: int) -> Iterator[str]:
    """Yield what others do not see yet, for somebody who leaves."""
    if overview.pending:
        them = "it" if overview.pending == 1 else "them"
        yield f"{overview.pending_words} pending: nobody else sees {them} until you type submit."
    if overview.apart.to_share_number:
        yield f"{overview.apart.to_share_words}, in this clone alone until you type sync."
    if unsaved:
        yield f"{unsaved} half written: kept on this disk; continue goes on with it when you come back."
    yield "Nothing is lost."
