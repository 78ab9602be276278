"""Every organisation that was asked has signed off the text as it stands."""

from reviewtui.domain.gate import Evidence, Gate
from reviewtui.domain.gates.case import Case
from reviewtui.domain.signoff import current_signoffs

NAME = "signoffs"


def judge(case: Case) -> Gate:
    """Pass when each asked organisation supports the text, has no objection or abstains, and covers every section."""
    draft = case.draft
    evidence = []
    for row in current_signoffs(draft):
        name = draft.settings.organisation_name(row.organisation)
        if row.position is None:
            evidence.append(Evidence(f"{name} has not signed off"))
        elif row.position == "objection":
            wants = f"; it would be cleared when {row.clears_when}" if row.clears_when else ""
            evidence.append(Evidence(f"{name} objects{wants}"))
        elif row.changed or row.missing:
            paths = [*row.changed, *row.missing]
            shown = ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")
            evidence.append(Evidence(f"{name} signed off another text of {shown}", path=paths[0]))
    flips = "ask them to sign off this text: reviewtui signoff no-objection"
    asked = draft.settings.asked()
    title = f"Sign-offs of {len(asked)} asked organisations" if asked else "Sign-offs (no organisation was asked)"
    return Gate(NAME, title, not evidence, tuple(evidence), flips if evidence else "")
