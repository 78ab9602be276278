"""What is wrong with a record, or cannot be believed in it, and who signs with which key."""

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.person import parse_person
from reviewtui.domain.record.record import Problem
from reviewtui.domain.record.signing_key import fingerprint
from reviewtui.domain.record.validity.authorship import Identity, identity_of
from reviewtui.domain.record.without_effect import WithoutEffect, without_effect
from reviewtui.domain.review.draft import Draft

_SAID: dict[Identity, str] = {
    "claimed": "pending and only claimed",
    "committed": "committed by whom they say",
    "verified": "signed",
    "carried": "carried by an author or a carrier",
    "contradicted": "contradicted by their commit",
    "unchecked": "unchecked",
}


def record_problems(draft: Draft, missing_tags: tuple[Problem, ...] = ()) -> tuple[Problem, ...]:
    """Return every problem of the record with each event that was refused, the gravest first."""
    no_effect = tuple(_no_effect(row) for row in without_effect(draft.review))
    return (*draft.problems, *missing_tags, *no_effect, *_signatures(draft))


def _no_effect(row: WithoutEffect) -> Problem:
    provenance, settled = row.recorded.provenance, row.settled
    reason = row.why if settled is None else f"{row.why}; settled by {parse_person(settled.by)}: {settled.body}"
    by = str(provenance.author or row.recorded.event.by)
    what = "refused" if row.cause == "cancelled" else row.cause
    return Problem(what, row.recorded.path, reason, provenance.commit or "", by, row.repair, settled is not None)


def _signatures(draft: Draft) -> Iterator[Problem]:
    """Yield what is to be said of signatures on events that count."""
    without_effect = {recorded.path for recorded, _ in draft.review.refused()}
    for recorded in draft.review.everything():
        state = recorded.provenance.signature
        if state not in {"foreign", "unchecked"} or recorded.path in without_effect:
            continue
        where = (
            recorded.path,
            recorded.provenance.commit or "",
            str(recorded.provenance.author or recorded.event.maker),
        )
        if state == "unchecked":
            reason = "its signature cannot be checked on this machine"
            yield Problem("signature", where[0], reason, where[1], where[2], "install OpenSSH (ssh-keygen)")
        else:
            reason = (
                f"the key that signed it was not one of {recorded.event.maker} in the settings; it counts as unsigned"
            )
            repair = "an author adds the key to [[signers]] in settings.toml, for what is signed from then on"
            yield Problem("signature", where[0], reason, where[1], where[2], repair, settled=True)


def identities(draft: Draft) -> dict[Identity, int]:
    """Return of how many events it is known how far that they are by whom they say."""
    counts = Counter(identity_of(recorded) for recorded in draft.review.everything())
    return {name: counts[name] for name in get_args(Identity)}


def is_whole(problems: tuple[Problem, ...]) -> bool:
    """Say whether the record can be believed: what was found is history, or mere advice."""
    return not any(problem.blocks for problem in problems)


def verification_data(draft: Draft, problems: tuple[Problem, ...]) -> dict[str, object]:
    """Return the findings as `verify --json` documents them."""
    return {
        "ok": is_whole(problems),
        "events": event_count(draft),
        "identities": identities(draft),
        "settings": [
            {"commit": change.commit, "by": str(change.by), "counts": change.counts}
            for change in draft.settings_changes
        ],
        "findings": [
            {
                "what": problem.what,
                "path": problem.path or None,
                "reason": problem.reason,
                "commit": problem.commit or None,
                "by": problem.by or None,
                "repair": problem.repair or None,
                "settled": problem.settled,
            }
            for problem in problems
        ],
    }


def verification_lines(draft: Draft, problems: tuple[Problem, ...]) -> Iterator[str]:
    """Yield the findings, or that there are none; then how far it is known by whom all this is."""
    events = event_count(draft)
    if is_whole(problems):
        yield f"The record is whole: {counted(events, 'event')}, each added once and never changed."
    else:
        yield f"{counted(sum(problem.blocks for problem in problems), 'finding')} in {counted(events, 'event')}:"
    for problem in sorted(problems, key=lambda problem: not problem.blocks):
        who = f", by {problem.by}" if problem.by else ""
        where = f" ({problem.commit[:10]}{who})" if problem.commit else who
        yield f"  {problem.what}: {problem.path or '(repository)'}{where}: {problem.reason}"
        if problem.repair:
            yield f"      → {problem.repair}"
    known = ", ".join(f"{count} {_SAID[name]}" for name, count in identities(draft).items() if count)
    if known:
        yield f"By whom: {known}."
    if draft.settings_changes:
        last = draft.settings_changes[-1]
        count = len(draft.settings_changes)
        yield f"Settings: {counted(count, 'commit')}, the last one {last.commit[:10]} by {last.by}."


def event_count(draft: Draft) -> int:
    """Return how many events the record holds."""
    return len(draft.review.everything())


def signer_data(draft: Draft) -> dict[str, object]:
    """Return the keys in force as `signer list --json` documents them."""
    return {
        "required": draft.effective_settings.requires_signature,
        "signers": [
            {"address": signer.address, "fingerprint": fingerprint(signer.key), "key": signer.key}
            for signer in draft.effective_settings.signers
        ],
        "changed": list(draft.trust_changes),
    }


def signer_lines(draft: Draft) -> Iterator[str]:
    """Yield the keys in force, one a line, then what this clone did not know."""
    for signer in draft.effective_settings.signers:
        yield f"{signer.address}  {fingerprint(signer.key)}"
    if not draft.effective_settings.signers:
        yield "No keys yet: reviewtui signer add ADDRESS KEY"
    yield from (f"! {sentence}" for sentence in draft.trust_changes)
