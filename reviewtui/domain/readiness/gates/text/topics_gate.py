"""Every required topic is dealt with."""

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.gate import Evidence, Gate, nothing_to_judge, silenced
from reviewtui.domain.readiness.gates.gate_input import GateInput

NAME = "topics"


def judge(given: GateInput) -> Gate:
    """Pass when a heading or a passage is about every required topic; a word in passing is none."""
    missing = given.findings_of("topic")
    evidence = tuple(given.shown(finding) for finding in missing)
    evidence += tuple(Evidence(f"{title} was required once and is not any more") for title in given.once_required)
    if not given.topics and not given.once_required:
        flips = "name what has to be in it in settings.toml: [[topics]]"
        return nothing_to_judge(NAME, "Topics", "none required", flips)
    if not evidence and given.is_silenced("topic"):
        return silenced(NAME, "Topics", "topic")
    title = f"Topics ({len(given.topics)} required)" if given.topics else "Topics"
    flips = f"write about {counted(len(missing), 'missing topic')}" if missing else ""
    if given.once_required:
        flips += f"{'; ' * bool(flips)}require again what was required, or release with --override"
    return Gate(NAME, title, not evidence, (*evidence, *given.topic_passages), flips)
