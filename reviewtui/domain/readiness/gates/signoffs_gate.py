"""Every organisation that was asked has signed off the text as it stands."""

from reviewtui.domain.readiness.gate import Evidence, Gate
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.review.signoffs import current_signoffs

NAME = "signoffs"


def judge(given: GateInput) -> Gate:
    """Pass when each asked organisation supports the text, has no objection or abstains, and covers every section.

    A change that is only editorial leaves a sign-off as it is.
    """
    draft = given.draft
    evidence = []
    rows = current_signoffs(draft)
    stale = any(row.is_stale for row in rows)
    for row in rows:
        name = draft.rules.organisation_name(row.organisation)
        if row.position is None:
            evidence.append(Evidence(f"{name} has not signed off"))
            continue
        if row.position == "objection":
            wants = f"; what would clear it: {row.clears_when}" if row.clears_when else ""
            evidence.append(Evidence(f"{name} objects{wants}"))
            continue
        evidence += [
            Evidence(f"{name} signed off an older text of {text.path}: {text.reason}", path=text.path)
            for text in row.changed
        ]
        if row.missing:
            evidence.append(Evidence(f"{name} has not signed off {_some(row.missing)}", path=row.missing[0]))
    flips = "ask them to sign off this text: reviewtui signoff no-objection"
    if stale:
        flips += "; where a change is none of substance, say so: reviewtui classify SECTION editorial -m WHY"
    asked = draft.rules.asked()
    title = f"Sign-offs of {len(asked)} asked organisations" if asked else "Sign-offs (no organisation was asked)"
    return Gate(NAME, title, not evidence, tuple(evidence), flips if evidence else "")


def _some(paths: tuple[str, ...]) -> str:
    return ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")
