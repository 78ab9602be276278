"""Every organisation that was asked has signed off the text as it stands."""

from collections.abc import Iterator, Sequence

from reviewtui.domain.counted_nouns import counted, first_few
from reviewtui.domain.readiness.gate import Evidence, Gate, nothing_to_judge
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.review.organisations.signoffs import OrganisationSignOff

NAME = "signoffs"


def judge(given: GateInput) -> Gate:
    """Pass when each asked organisation supports the text, has no objection or abstains, and covers every section.

    Abstentions alone are no word for the text.

    A sign-off counts for the words that were seen; a change that is only editorial leaves it as it is.
    """
    asked = given.draft.judging_settings.asked()
    removed = [name for name in given.once_asked if name not in asked]
    if not asked and not removed:
        flips = "ask an organisation: reviewtui organisation add"
        return nothing_to_judge(NAME, "Sign-offs", "nobody was asked", flips)
    name = given.draft.judging_settings.organisation_name
    lacks = {row: list(_missing(given, row)) for row in given.signoffs}
    missing = [Evidence(text, path=path) for own in lacks.values() for text, path in own]
    unsupported = not missing and bool(asked) and all(row.position == "abstain" for row in given.signoffs)
    if unsupported:
        missing.append(Evidence("every organisation that was asked abstains, so nobody says that the text may stand"))
    stated = [Evidence(f"{name(row.organisation)}: {row.stated}") for row, own in lacks.items() if not own]
    once = [Evidence(f"{name(each)} was asked once and is not any more") for each in removed]
    title = f"Sign-offs of {counted(len(asked), 'asked organisation')}"
    passed = not missing and not once
    if unsupported and not once:
        flips = "ask another organisation too: reviewtui organisation add"
    else:
        flips = "" if passed else _flips(removed, stale=any(row.is_stale for row in given.signoffs))
    return Gate(NAME, title, passed, (*missing, *stated, *once), flips)


def _missing(given: GateInput, row: OrganisationSignOff) -> Iterator[tuple[str, str]]:
    """What an organisation's last word lacks, each with the text that it is about."""
    name = given.draft.judging_settings.organisation_name(row.organisation)
    if row.position is None:
        yield f"{name} has not signed off{given.since(row.organisation)}", ""
    elif row.position == "objection":
        wants = f"; what would clear it: {row.clears_when}" if row.clears_when else ""
        yield f"{name} objects ({row.source}){wants}", ""
    else:
        for text in row.changed:
            yield f"{name} signed off an older text of {text.path}: {text.reason} ({row.source})", text.path
        if row.missing:
            yield f"{name} has not signed off {first_few(row.missing, 3)} ({row.source})", row.missing[0]


def _flips(removed: Sequence[str], *, stale: bool) -> str:
    flips = "ask them to sign off this text: reviewtui signoff no-objection"
    if removed:
        flips += "; ask again who was asked, or release with --override"
    if stale:
        flips += "; where a change is none of substance, say so: reviewtui classify SECTION editorial -m WHY"
    return flips
