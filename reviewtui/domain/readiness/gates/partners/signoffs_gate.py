"""Every organisation that was asked has signed off the text as it stands."""

from reviewtui.domain.readiness.gate import Evidence, Gate, nothing_to_judge
from reviewtui.domain.readiness.gates.gate_input import GateInput

NAME = "signoffs"


def judge(given: GateInput) -> Gate:
    """Pass when each asked organisation supports the text, has no objection or abstains, and covers every section.

    A change that is only editorial leaves a sign-off as it is.
    """
    draft = given.draft
    evidence = []
    rows = given.signoffs
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
    asked = draft.rules.asked()
    removed = [name for name in given.once_asked if name not in asked]
    names = map(draft.rules.organisation_name, removed)
    evidence += [Evidence(f"{name} was asked once and is not any more") for name in names]
    if not asked and not removed:
        flips = "ask an organisation: reviewtui organisation add"
        return nothing_to_judge(NAME, "Sign-offs", "nobody was asked", flips)
    flips = "ask them to sign off this text: reviewtui signoff no-objection"
    if removed:
        flips += "; ask again who was asked, or release with --override"
    if stale:
        flips += "; where a change is none of substance, say so: reviewtui classify SECTION editorial -m WHY"
    title = f"Sign-offs of {len(asked)} asked organisation{'s' * (len(asked) != 1)}"
    return Gate(NAME, title, not evidence, tuple(evidence), flips if evidence else "")


def _some(paths: tuple[str, ...]) -> str:
    return ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")
