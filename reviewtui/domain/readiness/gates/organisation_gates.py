"""Gates about those who were asked: what they have read, since when it changed, and what they think of it."""

from collections.abc import Iterator, Sequence

from reviewtui.domain.counted_nouns import counted, first_few
from reviewtui.domain.readiness.gate import Evidence, Gate, nothing_to_judge
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.readiness.stability import Stability, changed_since_read
from reviewtui.domain.record.events import SignedOff
from reviewtui.domain.record.rounds import Round
from reviewtui.domain.review.organisations.coverage import Coverage, readers_needed
from reviewtui.domain.review.organisations.signoffs import OrganisationSignOff


def coverage(given: GateInput) -> Gate:
    """Pass when each text was read, as it stands, by as many organisations as the settings want."""
    least = readers_needed(given.draft)
    if not least:
        return nothing_to_judge(
            "coverage", "Coverage", "nobody was asked", "ask an organisation: reviewtui organisation add"
        )
    thin = [text for text in given.coverage if len(text.readers) < least]
    evidence = tuple(_readers(given, text, least) for text in thin)
    title = f"Read by at least {counted(least, 'organisation')}"
    flips = f"ask for {counted(len(thin), 'section')} to be read: reviewtui read SECTION" if thin else ""
    return Gate("coverage", title, not thin, evidence, flips)


def _readers(given: GateInput, text_coverage: Coverage, least: int) -> Evidence:
    name = given.draft.effective_settings.organisation_name
    seen = text_coverage.readers | text_coverage.earlier
    named = ", ".join(sorted(map(name, text_coverage.readers)))
    readers = f"read by {named}" if named else "read by nobody as it stands"
    told = ", ".join(sorted(map(name, text_coverage.reported)))
    reported = f"; of {told} that was reported by somebody else" if told else ""
    older = (
        f"; {', '.join(sorted(map(name, text_coverage.earlier)))} read an older text" if text_coverage.earlier else ""
    )
    unread = [f"{name(who)}{given.since(who)}" for who in given.draft.effective_settings.asked() if who not in seen]
    waiting = f"; still to be read by {', '.join(unread)}" if unread else ""
    title = given.draft.policy.title_at(text_coverage.path)
    counted = f"({len(text_coverage.readers)} of {least})"
    return Evidence(f"{title}: {readers} {counted}{reported}{older}{waiting}", path=text_coverage.path)


def signoffs(given: GateInput) -> Gate:
    """Pass when each asked organisation supports the text, has no objection or abstains, and covers every section.

    Abstentions alone are no word for the text.

    A sign-off counts for the words that were seen; a change that is only editorial leaves it as it is.
    """
    asked = given.draft.effective_settings.asked()
    removed = [name for name in given.once_asked if name not in asked]
    if not asked and not removed:
        flips = "ask an organisation: reviewtui organisation add"
        return nothing_to_judge("signoffs", "Sign-offs", "nobody was asked", flips)
    name = given.draft.effective_settings.organisation_name
    lacks = {row: list(_lacking(given, row)) for row in given.signoffs}
    missing = [Evidence(text, path=path) for own in lacks.values() for text, path in own]
    unsupported = not missing and bool(asked) and all(row.position == "abstain" for row in given.signoffs)
    if unsupported:
        missing.append(Evidence("every organisation that was asked abstains, so nobody says that the text may stand"))
    stated = [Evidence(f"{name(row.organisation)}: {row.stated}", told=True) for row, own in lacks.items() if not own]
    once = [Evidence(f"{name(each)} was asked once and is not any more") for each in removed]
    title = f"Sign-offs of {counted(len(asked), 'asked organisation')}"
    passed = not missing and not once
    if unsupported and not once:
        flips = "ask another organisation too: reviewtui organisation add"
    else:
        flips = "" if passed else _signing_flips(removed, stale=any(row.is_stale for row in given.signoffs))
    return Gate("signoffs", title, passed, (*missing, *stated, *once), flips)


def _lacking(given: GateInput, row: OrganisationSignOff) -> Iterator[tuple[str, str]]:
    """What an organisation's last word lacks, each with the text that it is about."""
    name = given.draft.effective_settings.organisation_name(row.organisation)
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


def _signing_flips(removed: Sequence[str], *, stale: bool) -> str:
    flips = "ask them to sign off this text: reviewtui signoff no-objection"
    if removed:
        flips += "; ask again who was asked, or release with --override"
    if stale:
        flips += "; where a change is none of substance, say so: reviewtui classify SECTION editorial -m WHY"
    return flips


def round_closed(given: GateInput) -> Gate:
    """Pass when the latest round was closed after its last day, or once all whom it asked had stated a position."""
    rounds = given.draft.review.rounds
    if not rounds:
        return nothing_to_judge("round", "Review round", "none yet", given.asking("open one"))
    last = rounds[-1]
    until = last.opened.until
    close = f"reviewtui round close {last.id[-6:]}"
    answered = _all_answered(given, last)
    if last.closed is None and given.today <= until:
        if answered:
            return _shut(f"open until {until}; all who were asked have stated a position", f"close it: {close}")
        return _shut(f"open until {until}", f"wait until it is over, then close it: {close}")
    if last.closed is None:
        return _shut(f"over since {until}, but nobody closed it", close)
    early = not last.ran_full_time()
    if early and not answered:
        return _shut(f"closed before its last day, {until}", "open another round and let it run: reviewtui round open")
    why = ", when all who were asked have stated a position" if early else ""
    fact = f"open until {until}, closed on {last.closed.at.date()}{why}"
    return Gate("round", "Review round", passed=True, evidence=(Evidence(fact),))


def _all_answered(given: GateInput, last: Round) -> bool:
    """Say whether each organisation that a round asked stated a position on the whole text in it, and keeps it."""
    ended = last.closed.at if last.closed is not None else None
    whole = {
        event.organisation: event.whole and event.position != "withdrawn" and (ended is None or event.at <= ended)
        for event in sorted(given.draft.review.submitted(SignedOff), key=lambda event: event.at)
        if event.at >= last.opened.at
    }
    return bool(last.opened.asked) and all(whole.get(name) for name in last.opened.asked)


def _shut(fact: str, flips: str) -> Gate:
    return Gate("round", "Review round", passed=False, evidence=(Evidence(fact),), flips=flips)


_USUAL = 0.1
"""The part of what an organisation read that may change in substance, where the settings say nothing."""


def stability(given: GateInput) -> Gate:
    """Pass when little of what each asked organisation has read changed in substance since; commits do not count."""
    setting = given.draft.effective_settings.gate("stability").at_most
    most = _USUAL if setting is None else setting
    shares = changed_since_read(given.draft, given.past_texts)
    name = given.draft.effective_settings.organisation_name
    evidence = [
        Evidence(f"{name(who)}: {share:.1%} of the words that it read changed in substance since", told=share <= most)
        for who, share in sorted(shares.items(), key=lambda item: -item[1])
    ]
    if not evidence:
        flips = given.asking("ask organisations to read")
        return nothing_to_judge("stability", "Stability", "nobody who was asked has read anything yet", flips)
    evidence += [Evidence(text, told=True) for text in _changes_told(given.stability)]
    passed = max(shares.values()) <= most
    flips = f"let them read again what changed: at most {most:.0%} of the words that each has read"
    return Gate("stability", "Stability", passed, tuple(evidence), "" if passed else flips)


def _changes_told(stability: Stability) -> Iterator[str]:
    """How much changed since the last release and the last round; told, since who has read it again is not asked."""
    release = stability.release or "the first draft"
    if stability.since_release is not None:
        yield f"{stability.since_release:.0%} of the words changed in substance since {release}"
    if stability.round_on is not None:
        yield f"{stability.since_round:.0%} since the last round, which began on {stability.round_on:%d %b %Y}"
