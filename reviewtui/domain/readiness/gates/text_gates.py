"""Gates about what stands in the text: placeholders, findings, topics, companions."""

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.gate import Evidence, Gate, nothing_to_judge, silenced
from reviewtui.domain.readiness.gates.gate_input import GateInput


def placeholders(given: GateInput) -> Gate:
    """Pass when the text holds no TBC, TODO, lorem ipsum or the like."""
    placeholders = given.findings_of("placeholder")
    if not placeholders and given.is_silenced("placeholder"):
        return silenced("placeholders", "Placeholders", "placeholder")
    evidence = tuple(given.shown(finding) for finding in placeholders)
    flips = f"fill in or delete {counted(len(placeholders), 'placeholder')}"
    return Gate("placeholders", "Placeholders", not placeholders, evidence, flips if placeholders else "")


_ELSEWHERE = frozenset({"placeholder", "topic", "companion"})
"""Checks that have a gate of their own."""


def findings(given: GateInput) -> Gate:
    """Pass when every finding that blocks is mended or dismissed; some checks have a gate of their own."""
    findings = [finding for finding in given.findings if finding.check not in _ELSEWHERE]
    evidence = [given.shown(finding) for finding in findings]
    if given.advised and not findings:
        more = "finding that does" if len(given.advised) == 1 else "findings that do"
        evidence.append(Evidence(f"{len(given.advised)} more {more} not stand in the way: reviewtui check"))
    if given.dismissed:
        evidence.append(Evidence(_dismissed(given)))
    silent = [
        name for name in given.draft.effective_settings.checks if name not in _ELSEWHERE and given.is_silenced(name)
    ]
    if silent:
        evidence.append(Evidence(f"kept by the settings from standing in the way: {', '.join(silent)}"))
    flips = f"mend {counted(len(findings), 'finding')}, or dismiss with a reason: reviewtui dismiss"
    return Gate("findings", "Findings in the text", not findings, tuple(evidence), flips if findings else "")


def _dismissed(given: GateInput) -> str:
    many = "findings were" if given.dismissed != 1 else "finding was"
    weak = f", {given.unreasoned} of them without a reason of their own" if given.unreasoned else ""
    return f"{given.dismissed} {many} dismissed with a reason{weak}: reviewtui check"


def topics(given: GateInput) -> Gate:
    """Pass when a heading or a passage is about every required topic; a word in passing is none."""
    missing = given.findings_of("topic")
    evidence = tuple(given.shown(finding) for finding in missing)
    evidence += tuple(Evidence(f"{title} was required once and is not any more") for title in given.once_required)
    if not given.topics and not given.once_required:
        flips = "name what has to be in it in settings.toml: [[topics]]"
        return nothing_to_judge("topics", "Topics", "none required", flips)
    if not evidence and given.is_silenced("topic"):
        return silenced("topics", "Topics", "topic")
    title = f"Topics ({len(given.topics)} required)" if given.topics else "Topics"
    flips = f"write about {counted(len(missing), 'missing topic')}" if missing else ""
    if given.once_required:
        flips += f"{'; ' * bool(flips)}require again what was required, or release with --override"
    return Gate("topics", title, not evidence, (*evidence, *given.topic_passages), flips)


def companions(given: GateInput) -> Gate:
    """Pass when no passage restates a section that has changed in substance since."""
    out_of_step = given.findings_of("companion")
    evidence = tuple(given.shown(finding) for finding in out_of_step)
    if not given.companions:
        return nothing_to_judge(
            "companions", "Companion texts", "none set", "name what restates what in settings.toml: [[companions]]"
        )
    if not out_of_step and given.is_silenced("companion"):
        return silenced("companions", "Companion texts", "companion")
    flips = "bring them in step, or say that they are: reviewtui companion SECTION" if out_of_step else ""
    return Gate("companions", "Companion texts", not out_of_step, evidence, flips)
