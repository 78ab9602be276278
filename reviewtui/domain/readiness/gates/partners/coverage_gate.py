"""Every section was read by enough organisations."""

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.gate import Evidence, Gate, nothing_to_judge
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.review.organisations.coverage import Coverage, wanted

NAME = "coverage"


def judge(given: GateInput) -> Gate:
    """Pass when each text was read, as it stands, by as many organisations as the settings want."""
    least = wanted(given.draft)
    if not least:
        return nothing_to_judge(NAME, "Coverage", "nobody was asked", "ask an organisation: reviewtui organisation add")
    thin = [text for text in given.coverage if len(text.readers) < least]
    evidence = tuple(_evidence(given, text, least) for text in thin)
    title = f"Read by at least {counted(least, 'organisation')}"
    flips = f"ask for {counted(len(thin), 'section')} to be read: reviewtui read SECTION" if thin else ""
    return Gate(NAME, title, not thin, evidence, flips)


def _evidence(given: GateInput, text_coverage: Coverage, least: int) -> Evidence:
    name = given.draft.judging_settings.organisation_name
    seen = text_coverage.readers | text_coverage.earlier
    named = ", ".join(sorted(map(name, text_coverage.readers)))
    readers = f"read by {named}" if named else "read by nobody as it stands"
    told = ", ".join(sorted(map(name, text_coverage.reported)))
    reported = f"; of {told} that was reported by somebody else" if told else ""
    older = (
        f"; {', '.join(sorted(map(name, text_coverage.earlier)))} read an older text" if text_coverage.earlier else ""
    )
    unread = [f"{name(who)}{given.since(who)}" for who in given.draft.judging_settings.asked() if who not in seen]
    waiting = f"; still to be read by {', '.join(unread)}" if unread else ""
    title = given.draft.policy.title_at(text_coverage.path)
    counted = f"({len(text_coverage.readers)} of {least})"
    return Evidence(f"{title}: {readers} {counted}{reported}{older}{waiting}", path=text_coverage.path)
