"""What came of sharing, for people and for scripts."""

from collections.abc import Iterator, Mapping, Sequence

from reviewtui.domain.policy.versions import version_key
from reviewtui.domain.review.sharing import Brought, Dispute, Packed, Shared
from reviewtui.domain.settings.settings import UNAFFILIATED

_MOST = 12
_KINDS = {
    "reply": ("reply", "replies"),
    "signoff": ("sign-off", "sign-offs"),
    "revise": ("revised remark", "revised remarks"),
    "done": ("done mark", "done marks"),
    "withdraw": ("withdrawal", "withdrawals"),
    "reopen": ("re-opening", "re-openings"),
    "reattach": ("re-attachment", "re-attachments"),
    "redact": ("redaction", "redactions"),
    "classify": ("change class", "change classes"),
    "dismiss": ("dismissal", "dismissals"),
    "read": ("text read", "texts read"),
    "round-closed": ("closed round", "closed rounds"),
}


def shared_data(shared: Shared) -> dict[str, object]:
    """Return what came of a sync as its JSON is documented."""
    return {
        "remote": shared.source,
        "branch": shared.branch,
        "before": shared.before,
        "commit": shared.commit,
        "merged": shared.merged,
        "received": brought_data(shared.received),
        "sent": shared.given.events,
        "given": brought_data(shared.given),
        "pending": shared.pending,
        "tags_received": list(shared.tags_received),
        "tags_sent": list(shared.tags_sent),
        "tags_clashing": list(shared.tags_clashing),
        "proposed": shared.proposed or None,
        "kept": shared.kept or None,
        "tries": shared.tries,
        "notes": list(shared.notes),
    }


def brought_data(brought: Brought) -> dict[str, object]:
    """Return what one side had and the other lacked."""
    return {
        "events": brought.events,
        "types": dict(sorted(brought.types.items())),
        "organisations": dict(sorted(brought.organisations.items())),
        "people": list(brought.people),
        "texts": list(brought.texts),
        "commits": brought.commits,
    }


def shared_lines(shared: Shared, names: Mapping[str, str], key: str = "reviewtui sync --submit") -> Iterator[str]:
    """Yield what came of a sync; `names` are those of organisations by id, `key` is how pending events are shared."""
    got = tuple(brought_lines(shared.received, shared.tags_received, names))
    yield f"From {shared.source}: {'; '.join(got) or 'nothing new'}."
    given = "; ".join(brought_lines(shared.given, shared.tags_sent, names))
    if shared.proposed:
        yield f"{shared.branch} at {shared.source} takes no push ({shared.kept})."
        yield f"Your work is there as the branch {shared.proposed}; propose it for {shared.branch} there."
    elif shared.kept:
        yield f"Nothing was sent: {shared.kept}."
    elif given:
        yield f"To {shared.source}: {given}."
    for tag in shared.tags_clashing:
        yield f"! The tag {tag} leads elsewhere at {shared.source} than here; find out who is right."
    for note in shared.notes:
        yield f"! {note}"
    if shared.pending:
        yield f"{counted(shared.pending, 'event')} of yours pending and not shared; to share: {key}"


def brought_lines(brought: Brought, tags: Sequence[str], names: Mapping[str, str]) -> Iterator[str]:
    """Yield in a few words what came."""
    if brought.events:
        kinds = ", ".join(_of_kind(kind, count) for kind, count in sorted(brought.types.items()))
        by = ", ".join(names.get(key, key) for key in sorted(brought.organisations) if key != UNAFFILIATED)
        yield counted(brought.events, "event") + (f" ({kinds})" if kinds else "") + (f" of {by}" if by else "")
    if brought.texts:
        more = f" and {len(brought.texts) - _MOST} more" if len(brought.texts) > _MOST else ""
        yield f"text changed in {', '.join(brought.texts[:_MOST])}{more}"
    if tags:
        yield f"version {', '.join(_by_number(tags))}"
    if brought.commits > 0 and not (brought.events or brought.texts):
        yield counted(brought.commits, "commit")


def packed_data(packed: Packed) -> dict[str, object]:
    """Return what a pack is as its JSON is documented."""
    return {
        "file": packed.file or None,
        "title": packed.title,
        "branch": packed.branch,
        "commit": packed.commit,
        "by": packed.by,
        "date": packed.at,
        "holds": brought_data(packed.holds),
        "versions": list(packed.versions),
        "builds_on": list(packed.builds_on),
        "bytes": packed.size,
        "pending": packed.pending,
    }


def packed_lines(packed: Packed, names: Mapping[str, str]) -> Iterator[str]:
    """Yield what was packed, and what to do with it."""
    if not packed.file:
        yield f"Nothing to pack: {packed.base} is nothing. To pack all there is: reviewtui pack --all FILE"
    else:
        yield f"Packed {packed.base} into {packed.file} ({_kilobytes(packed.size)})."
        yield from holding_lines(packed, names)
        first = "" if packed.builds_on else " (whoever has nothing yet: git clone FILE)"
        yield f"Send it; they take it over with: reviewtui unpack FILE{first}"
    if packed.pending:
        yield f"{counted(packed.pending, 'event')} of yours pending and not packed; first: reviewtui submit"


def holding_lines(packed: Packed, names: Mapping[str, str]) -> Iterator[str]:
    """Yield what a pack is and holds."""
    yield f"“{packed.title or packed.branch}”, as of {packed.at}, from {packed.by}"
    holds = "; ".join(brought_lines(packed.holds, packed.versions, names))
    yield f"It holds {holds or 'nothing new'}."


def _kilobytes(size: int) -> str:
    return f"{max(1, round(size / 1000)):,} kB"


def dispute_lines(disputes: Sequence[Dispute]) -> Iterator[str]:
    """Yield each dispute with its three readings."""
    for dispute in disputes:
        where = f"{dispute.section} ({dispute.what})" if dispute.what else dispute.section
        yield f"{where}:"
        for name, words in (("base", dispute.base), ("ours", dispute.ours), ("theirs", dispute.theirs)):
            yield f"  {name:<7} {' '.join(words.split()) or '(nothing)'}"


def dispute_data(disputes: Sequence[Dispute]) -> list[dict[str, str]]:
    """Return each dispute as JSON tells it."""
    return [
        {
            "section": dispute.section,
            "title": dispute.title,
            "path": dispute.path,
            "what": dispute.what,
            "base": dispute.base,
            "ours": dispute.ours,
            "theirs": dispute.theirs,
        }
        for dispute in disputes
    ]


def counted(count: int, word: str) -> str:
    """Return a number of things in words."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _of_kind(kind: str, count: int) -> str:
    one, many = _KINDS.get(kind, (kind, f"{kind}s"))
    return f"{count} {one if count == 1 else many}"


def _by_number(names: Sequence[str]) -> list[str]:
    return sorted(names, key=lambda name: (version_key(name) is None, version_key(name) or (), name))
