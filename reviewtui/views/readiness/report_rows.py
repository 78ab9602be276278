"""The report as data for scripts."""

from reviewtui.domain.readiness.review_report import PartnerState, ReviewReport
from reviewtui.views.readiness.readiness_rows import readiness_data, verdict_line


def report_data(report: ReviewReport) -> dict[str, object]:
    """Return the report as `report --json` documents it."""
    name = report.draft.effective_settings.organisation_name
    verdict = readiness_data(report.readiness)
    return {
        "title": report.draft.effective_settings.title or None,
        "day": report.day.isoformat(),
        "verdict": verdict_line(report.readiness),
        **{key: verdict[key] for key in ("ready", "target", "base", "share", "position", "question", "work", "unseen")},
        "closed": [
            {"name": gate.name, "title": gate.title, "flips": gate.flips or None} for gate in report.readiness.closed
        ],
        "organisations": [_partner_data(name(each.organisation), each) for each in report.partners],
        "not_answered": [name(each.organisation) for each in report.unanswered],
        "without_position": [name(each.organisation) for each in report.without_position],
        "grid": [
            {
                "section": section.name,
                "path": section.path,
                "steps": {
                    each.organisation: each.steps.get(section.path, "not-asked") for each in report.participations
                },
            }
            for section in report.draft.policy.sections
        ],
        "trend": [
            {
                "version": each.version.name,
                "date": each.version.date.isoformat() if each.version.date else None,
                "open": each.open,
                "blocking": each.blocking,
                "words_changed": each.words,
                "share": None if each.share is None else round(each.share, 3),
            }
            for each in report.milestones
        ],
    }


def _partner_data(name: str, partner: PartnerState) -> dict[str, object]:
    signoff = partner.signoff
    return {
        "id": partner.organisation,
        "name": name,
        "asked": partner.asked,
        "asked_on": partner.asked_on.isoformat() if partner.asked_on else None,
        "read": partner.read,
        "sections": partner.sections,
        "remarks": partner.remarks,
        "position": signoff.position,
        "by": signoff.by or None,
        "on": signoff.on.isoformat() if signoff.on else None,
        "reported_by": signoff.reported_by or None,
        "clears_when": signoff.clears_when or None,
        "stale": signoff.is_stale or bool(signoff.position and signoff.missing),
        "answered": partner.has_answered,
    }
