"""What is wrong with a record, or cannot be believed in it, as rows."""

from collections.abc import Iterator

from reviewtui.domain.draft import Draft
from reviewtui.domain.record import Problem


def findings(draft: Draft, missing_tags: tuple[Problem, ...] = ()) -> tuple[Problem, ...]:
    """Return every problem of the record with each event that was refused, the gravest first."""
    refused = tuple(
        Problem(
            "refused",
            recorded.path,
            why,
            recorded.provenance.commit or "",
            str(recorded.provenance.author or recorded.event.by),
            "it has no effect; whoever made it can make it anew under their own name",
        )
        for recorded, why in draft.review.refused()
    )
    rootless = tuple(
        Problem(
            "rootless",
            r.path,
            "its thread has no remark here",
            r.provenance.commit or "",
            r.event.by,
            "sync again; its remark may still be on its way",
        )
        for r in draft.review.rootless
    )
    return (*draft.problems, *missing_tags, *refused, *rootless)


def is_whole(found: tuple[Problem, ...]) -> bool:
    """Say whether the record can be believed: what was found is history, or mere advice."""
    return not any(problem.blocks for problem in found)


def verification_data(found: tuple[Problem, ...]) -> dict[str, object]:
    """Return the findings as `verify --json` documents them."""
    return {
        "ok": is_whole(found),
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
            for problem in found
        ],
    }


def verification_lines(found: tuple[Problem, ...], events: int) -> Iterator[str]:
    """Yield the findings, or that there are none."""
    if is_whole(found):
        yield f"The record is whole: {events} events, each added once and never changed."
    else:
        yield f"{sum(problem.blocks for problem in found)} findings in {events} events:"
    for problem in sorted(found, key=lambda problem: not problem.blocks):
        who = f", by {problem.by}" if problem.by else ""
        where = f" ({problem.commit[:10]}{who})" if problem.commit else who
        yield f"  {problem.what}: {problem.path or '(repository)'}{where}: {problem.reason}"
        if problem.repair:
            yield f"      → {problem.repair}"


def event_count(draft: Draft) -> int:
    """Return how many events the record holds."""
    inside = sum(len(thread.entries) for thread in draft.review.threads.values())
    return inside + len(draft.review.outside) + len(draft.review.rootless)
