"""The report as a paper for whoever answers for the policy and does not take part in the review."""

import re
from collections.abc import Iterator

from reviewtui.domain.counted_nouns import counted, plural
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.readiness.review_report import PartnerState, ReviewReport
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.milestone import Milestone
from reviewtui.exchange.papers.paper import (
    Items,
    Paper,
    PaperBlock,
    PaperHeading,
    PaperTable,
    paragraph,
    quote,
    strong,
    words,
)
from reviewtui.exchange.release.advising_findings import advising_findings
from reviewtui.exchange.release.release_positions import position_told
from reviewtui.exchange.release.remark_counts import all_counted
from reviewtui.views.excerpt import clipped
from reviewtui.views.readiness.participation_grid import step_words
from reviewtui.views.readiness.readiness_rows import position_line, unseen_line, verdict_line

_COMMAND = re.compile(r": reviewtui [^;]*")
"""How to do it here, which means nothing to who reads a report."""
_MOST_BLOCKING = 5
_MOST_VERSIONS = 8
_LONGEST = 140


def report_paper(report: ReviewReport) -> Paper:
    """Return the paper."""
    title = f"{report.draft.effective_settings.title or 'Policy'}: the review on {report.day.day} {report.day:%B %Y}"
    return Paper(title, tuple(_blocks(report)), report.draft.effective_settings.language)


def _blocks(report: ReviewReport) -> Iterator[PaperBlock]:
    readiness = report.readiness
    yield from _verdict(readiness)
    if readiness.unseen is not None:
        yield paragraph(unseen_line(readiness.unseen))
    yield PaperHeading("Who has taken no position")
    yield _unanswered(report)
    yield PaperHeading("Work")
    yield PaperTable(
        "Work done and left",
        ("What", "Done", "Left"),
        tuple((kind.name[:1].upper() + kind.name[1:], str(kind.done), str(kind.left)) for kind in readiness.work),
    )
    yield paragraph(
        f"{all_counted(report.draft.review.threads.values())} Under “Remarks to decide”, what is done are those that "
        f"were {f'made since {readiness.base} and' if readiness.base else 'made and'} decided."
        f"{_findings_by_condition(readiness)}"
    )
    if readiness.closed:
        yield PaperHeading("What stands in the way")
        yield Items(tuple(words(strong(gate.title), f": {_COMMAND.sub('', gate.flips)}") for gate in readiness.closed))
    yield from advising_findings(readiness.advised, report.draft.policy, 2)
    yield from _blocking(report)
    if report.partners:
        yield PaperHeading("Who has read and answered")
        yield _partners(report)
        yield _grid(report)
    if len(report.milestones) > 1:
        yield PaperHeading("How it came here")
        yield _trend(report.milestones[-_MOST_VERSIONS:])


def _verdict(readiness: Readiness) -> Iterator[PaperBlock]:
    """Whether it is ready, how many conditions are met, which not, and how near it is to that."""
    if readiness.ready or not readiness.closed:
        yield paragraph(strong(verdict_line(readiness)))
    else:
        yield paragraph(strong(f"{readiness.target} is not ready."), f" {_conditions(readiness)}")
    if readiness.question:
        why = _COMMAND.sub("", readiness.question)
        yield paragraph(f"How near it is to {readiness.target} cannot be said yet: {why}.")
    elif not readiness.ready:
        yield paragraph(position_line(readiness))


def _conditions(readiness: Readiness) -> str:
    """How many conditions there are, and which are met or cannot be judged; those that are not are listed below."""
    met = [gate.title for gate in readiness.gates if gate.judged and gate.passed]
    unjudged = [gate.title for gate in readiness.gates if not gate.judged]
    shut = len(readiness.closed)
    parts = [f"{shut} {'is' if shut == 1 else 'are'} not met"]
    parts += [f"{len(met)} {'is' if len(met) == 1 else 'are'} met ({', '.join(met)})"] if met else []
    parts += [f"{len(unjudged)} cannot be judged yet ({', '.join(unjudged)})"] if unjudged else []
    return f"Of {counted(len(readiness.gates), 'condition')} {', '.join(parts)}."


def _findings_by_condition(readiness: Readiness) -> str:
    """How many findings to mend each condition has, where that is all of them; else empty."""
    held = [(gate.title.partition(" (")[0], sum(bool(e.finding) for e in gate.evidence)) for gate in readiness.closed]
    left = next((kind.left for kind in readiness.work if kind.name.startswith("finding")), 0)
    if not left or sum(count for _, count in held) != left:
        return ""
    return f" The findings to mend by condition: {', '.join(f'{title} {count}' for title, count in held if count)}."


def _unanswered(report: ReviewReport) -> PaperBlock:
    name = report.draft.effective_settings.organisation_name
    if not any(partner.asked for partner in report.partners):
        return paragraph("Nobody was asked yet.")
    rows = [words(strong(name(each.organisation)), _since(each)) for each in report.without_position]
    for each in report.partners:
        if each.asked and each.signoff.position is not None and each.signoff.missing:
            lacks = f"{len(each.signoff.missing)} of {counted(each.sections, 'section')}"
            rows.append(words(strong(name(each.organisation)), f": no position on {lacks}"))
    return Items(tuple(rows)) if rows else paragraph("Everybody who was asked has stated a position on all of it.")


def _since(partner: PartnerState) -> str:
    asked = f", asked on {partner.asked_on:%d %b %Y}" if partner.asked_on is not None else ""
    remarks = f"{partner.remarks or 'no'} {plural(partner.remarks, 'remark')}"
    sections = counted(partner.sections, "section")
    return f"{asked}: {remarks}, no position; has read {partner.read} of {sections} as they stand"


def _blocking(report: ReviewReport) -> Iterator[PaperBlock]:
    draft = report.draft
    waiting = [each for each in draft.review.threads.values() if each.blocking and each.is_undecided]
    if not waiting:
        return
    yield PaperHeading("Blocking remarks that wait for a decision")
    name = draft.effective_settings.organisation_name
    rows = []
    for thread in waiting[:_MOST_BLOCKING]:
        section = draft.section_of(thread.id)
        where = section.title if section else "the policy as a whole"
        said = clipped(thread.body or thread.replacement or "", _LONGEST) if not thread.is_hidden else "(removed)"
        rows.append(words(f"{name(thread.root.organisation)}, on {where}: ", quote(said)))
    if len(waiting) > _MOST_BLOCKING:
        rows.append(words(f"and {len(waiting) - _MOST_BLOCKING} more"))
    yield Items(tuple(rows))


def _partners(report: ReviewReport) -> PaperTable:
    name = report.draft.effective_settings.organisation_name
    rows = tuple(
        (
            name(each.organisation),
            f"{each.asked_on:%d %b %Y}" if each.asked_on is not None else "yes" if each.asked else "no",
            f"{each.read} of {each.sections}",
            str(each.remarks),
            _position(report.draft, each),
        )
        for each in report.partners
    )
    return PaperTable("Organisations", ("Organisation", "Asked", "Sections read", "Remarks", "Position"), rows)


def _position(draft: Draft, partner: PartnerState) -> str:
    signoff = partner.signoff
    if signoff.position is None:
        return "none"
    wish = f"; what would clear it: {signoff.clears_when}" if signoff.clears_when else ""
    return f"{position_told(draft, signoff)}{wish}"


def _grid(report: ReviewReport) -> PaperTable:
    name = report.draft.effective_settings.organisation_name
    known = [each for each in report.participations if each.organisation in {p.organisation for p in report.partners}]
    rows = tuple(
        (section.title, *(step_words(each, section.path) for each in known)) for section in report.draft.policy.sections
    )
    return PaperTable("Sections by organisation", ("Section", *(name(each.organisation) for each in known)), rows)


def _trend(milestones: tuple[Milestone, ...]) -> PaperTable:
    rows = tuple(
        (
            each.version.name,
            f"{each.version.date:%d %b %Y}" if each.version.date else "now",
            str(each.open),
            str(each.blocking),
            "" if each.words is None else f"{each.words:,}",
            "" if each.share is None else f"{each.share:.0%}",
        )
        for each in milestones
    )
    head = ("Version", "Date", "Open remarks", "of them blocking", "Words changed", "Work done")
    return PaperTable("Versions, as they stood then", head, rows)
