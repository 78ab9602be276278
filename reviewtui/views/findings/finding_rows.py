"""Findings of the content checks as rows: where, what, why, and what became of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.bindingness import SectionBindingness
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding, Spot
from reviewtui.domain.review.findings.inspection import dismissal_of, dismissals
from reviewtui.text.words.spacing import single_spaced

_MOST_WORDS = 110


def findings_data(
    draft: Draft, findings: Sequence[Finding], bindingness: Iterable[SectionBindingness]
) -> dict[str, object]:
    """Return the findings as `check --json` documents them: open ones, dismissed ones, and the sections' force."""
    done = dismissals(draft.review)
    return {
        "findings": [_row(draft, finding) for finding in findings if dismissal_of(finding, done) is None],
        "dismissed": [
            _row(draft, finding) | {"reason": dismissal.body, "by": dismissal.by}
            for finding in findings
            if (dismissal := dismissal_of(finding, done)) is not None
        ],
        "sections": [
            {
                "section": counts.section.name,
                "binds": counts.binds,
                "advises": counts.advises,
                "allows": counts.allows,
                "tells": counts.tells,
                "words": counts.words,
                "flesch": counts.flesch,
                "fog": counts.fog,
            }
            for counts in bindingness
        ],
    }


def _row(draft: Draft, finding: Finding) -> dict[str, object]:
    row = {"id": finding.id, "check": finding.check, **_place(draft, (finding.path, finding.start, finding.end))}
    row |= {"message": finding.message, "other": _place(draft, finding.other) if finding.other else None}
    return row | {"topic": finding.topic or None}


def _place(draft: Draft, spot: Spot) -> dict[str, object]:
    path, start, end = spot
    section = draft.policy.section_at(path, start) if path else None
    return {
        "section": section.name if section else None,
        "path": path or None,
        "start": start if path else None,
        "end": end if path else None,
        "quote": draft.policy.texts[path].text[start:end] if path else None,
    }


def finding_lines(draft: Draft, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield the open findings by check, each with its passages, and how many were dismissed."""
    done = dismissals(draft.review)
    open_ones = [finding for finding in findings if dismissal_of(finding, done) is None]
    counts = Counter(finding.check for finding in open_ones)
    summary = ", ".join(f"{count} {name}" for name, count in counts.items())
    yield (f"{counted(len(open_ones), 'finding')}: {summary}." if open_ones else "The checks find nothing.")
    for finding in open_ones:
        yield ""
        yield f"{finding.id}  {finding.message}"
        for spot in ((finding.path, finding.start, finding.end), finding.other):
            if spot is not None and spot[0]:
                yield f"    {_where(draft, spot)}: {_quoted(draft, spot)}"
    if len(findings) > len(open_ones):
        yield ""
        yield f"{len(findings) - len(open_ones)} more were dismissed."


def _where(draft: Draft, spot: Spot) -> str:
    section = draft.policy.section_at(spot[0], spot[1])
    return section.name if section else spot[0]


def _quoted(draft: Draft, spot: Spot) -> str:
    words = single_spaced(draft.policy.texts[spot[0]].text[spot[1] : spot[2]])
    return words if len(words) <= _MOST_WORDS else f"{words[: _MOST_WORDS - 1]}…"


def bindingness_lines(bindingness: Iterable[SectionBindingness]) -> Iterator[str]:
    """Yield one line a section: what binds, advises, allows and tells in it, and its figures."""
    yield f"{'section':<32} binds advises allows tells  words Flesch  fog"
    for row in bindingness:
        counts = f"{row.binds:>5} {row.advises:>7} {row.allows:>6} {row.tells:>5}"
        yield f"{row.section.name:<32} {counts} {row.words:>6} {row.flesch:>6.0f} {row.fog:>4.0f}"
