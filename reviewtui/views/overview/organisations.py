"""The organisations of a review as rows: who they are, and where each stands."""

from collections.abc import Iterator

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.policy import within
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.organisations.signoffs import OrganisationSignOff, signoffs_of
from reviewtui.domain.settings.settings import Organisation


def organisation_data(draft: Draft) -> list[dict[str, object]]:
    """Return the organisations as `organisation list --json` documents them."""
    known = draft.settings.organisations
    return [_data(row, known[row.organisation]) for row in signoffs_of(draft, known)]


def _data(row: OrganisationSignOff, known: Organisation) -> dict[str, object]:
    return {
        "id": row.organisation,
        "name": known.name,
        "addresses": list(known.addresses),
        "domains": list(known.domains),
        "consolidators": list(known.consolidators),
        "asked": known.asked,
        "position": row.position,
        "by": row.by or None,
        "on": row.on.isoformat() if row.on else None,
        "reported_by": row.reported_by or None,
        "clears_when": row.clears_when or None,
        "stale": [{"path": text.path, "reason": text.reason} for text in row.changed],
        "not_covered": list(row.missing),
    }


def organisation_lines(draft: Draft) -> Iterator[str]:
    """Yield one line an organisation, and one for each text that its sign-off does not cover any more."""
    for row in signoffs_of(draft, draft.settings.organisations):
        known = draft.settings.organisations[row.organisation]
        asked = "  (asked)" if known.asked else ""
        yield f"{row.organisation}  {known.name}{asked}{_position(row)}"
        for text in row.changed:
            yield f"    stale: {within(draft.policy.folder, text.path)}: {text.reason}"


def _position(row: OrganisationSignOff) -> str:
    if row.position is None:
        return ""
    position = f"  {row.position} ({row.source})"
    if row.position == "objection" and row.clears_when:
        position += f" until {row.clears_when}"
    return position + (f", {counted(len(row.missing), 'section')} not covered" if row.missing else "")
