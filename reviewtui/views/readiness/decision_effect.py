"""What a decision would change in readiness, before it is made, at once and whatever the verdict.

What an acceptance would do to the text itself takes reading it anew: that is `ready --if-accepted` (`forecast`).
"""

from collections.abc import Collection

from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.views.styled_text import Styled, StyledLine, line


def effect_line(readiness: Readiness, threads: Collection[str]) -> StyledLine:
    """Return in one line which gates come closer when `threads` are decided, and which then pass.

    Only what stands against a gate because of these remarks is counted: the text itself is judged when it has changed.
    """
    parts: list[Styled] = []
    for gate in readiness.closed:
        before = len(gate.evidence)
        after = sum(evidence.thread not in threads for evidence in gate.evidence)
        if after < before:
            parts.append(Styled(f"{gate.title} {before}\u2192{after}", "" if after else "good"))
            parts.append(Styled(" \u2713" if not after else "", "good"))
            parts.append(Styled(" \u00b7 ", "muted"))
    if not parts:
        return line(Styled("then: no gate comes closer", "muted"))
    return line(Styled("then: ", "muted"), *parts[:-1])
