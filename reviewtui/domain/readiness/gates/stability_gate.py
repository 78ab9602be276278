"""The text has settled."""

from reviewtui.domain.readiness.gate import Evidence, Gate
from reviewtui.domain.readiness.gates.gate_input import GateInput

NAME = "stability"
_USUAL = 0.1
_ENOUGH = 3
"""Steps that it takes to see where a text is going."""


def judge(given: GateInput) -> Gate:
    """Pass when the latest drafts changed little in substance, or less than those before them."""
    found = given.stability
    said = given.draft.rules.gate(NAME).at_most
    most = _USUAL if said is None else said
    if not found.steps:
        since = f"since {found.release}" if found.release else "yet"
        return Gate(NAME, "Stability", passed=True, evidence=(Evidence(f"no commit on the text {since}"),))
    if len(found.steps) < _ENOUGH:
        few = f"too few drafts to tell: {found.steps[-1]:.1%} of the words changed in substance in the latest"
        return Gate(NAME, "Stability", passed=True, evidence=(Evidence(few),))
    since = f"since {found.release}" if found.release else "since the first draft"
    evidence = (
        Evidence(f"{found.since_release:.0%} of the words changed in substance {since}"),
        Evidence(f"in the latest drafts, in order: {', '.join(f'{share:.1%}' for share in found.steps)}"),
    )
    passed = found.steps[-1] <= most or found.falling
    flips = f"wait until the drafts settle: at most {most:.0%} of the words in the latest, or less than before"
    return Gate(NAME, "Stability", passed, evidence, "" if passed else flips)
