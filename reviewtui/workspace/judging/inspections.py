"""Runs the content checks on a draft, once for each text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache

from reviewtui.checks.check_registry import CHECKS, blocks, run_checks
from reviewtui.checks.input.check_input import CheckInput, Restated
from reviewtui.checks.wording.binding import section_bindingness
from reviewtui.domain.policy.bindingness import SectionBindingness
from reviewtui.domain.record.events import Classified, CompanionChecked
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.change_judgement import ChangeClasses, ClassJudgement
from reviewtui.domain.review.companion_texts import Restatement, companion_checks, restatements
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.review.findings.inspection import Inspection, open_findings
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy.policy_files import texts_of
from reviewtui.store.policy.text_history import blobs_at, file_versions
from reviewtui.text.words.spacing import single_spaced


@dataclass(frozen=True)
class _Asked:
    """A run of checks; two with the same texts (`key` names them by their blobs), settings and day find the same."""

    key: tuple[object, ...]
    check_input: CheckInput = field(compare=False)
    only: str

    @classmethod
    def of(cls, given: CheckInput, only: str) -> "_Asked":
        """Return the run of all checks, or of one, on what is given."""
        texts = tuple((path, text.blob) for path, text in sorted(given.policy.texts.items()))
        sections = tuple((section.name, section.start) for section in given.policy.sections)
        return cls((texts, sections, given.today, given.restated, repr(given.settings)), given, only)


def check_input_of(repository: Repository, draft: Draft, now: datetime) -> CheckInput:
    """Return what the checks look at; a version is judged by the day on which it was made, the draft by today."""
    moment = draft.version.date or now
    return CheckInput(
        draft.policy, moment.astimezone(UTC).date(), draft.effective_settings, restated_texts(repository, draft)
    )


def inspect(repository: Repository, draft: Draft, now: datetime, only: str = "") -> tuple[Finding, ...]:
    """Return what the content checks find in a draft, dismissed or not.

    Raises:
        Refused: there is no check called `only`.
    """
    if only and only not in CHECKS:
        raise Refused(f"There is no check '{only}'. Checks: {', '.join(CHECKS)}.")
    return _findings(_Asked.of(check_input_of(repository, draft, now), only))


def inspection_of(repository: Repository, draft: Draft, now: datetime) -> Inspection:
    """Return the findings that nobody has dismissed, with the checks of which they stand in the way of a release."""
    findings = open_findings(inspect(repository, draft, now), draft.review)
    return Inspection(findings, frozenset(name for name in CHECKS if blocks(name, draft.effective_settings)))


def bindingness(draft: Draft, now: datetime) -> tuple[SectionBindingness, ...]:
    """Return for each section how many of its sentences bind, and how hard it is to read."""
    return section_bindingness(CheckInput(draft.policy, now.date(), draft.effective_settings))


@lru_cache(maxsize=8)
def _findings(asked: _Asked) -> tuple[Finding, ...]:
    return run_checks(asked.check_input, asked.only)


def restated_texts(repository: Repository, draft: Draft) -> tuple[Restated, ...]:
    """Return each passage that restates a section with that section's text as both were last in step.

    They were in step when the author said so of a text that held these words, else when the words were written. A
    passage that nobody has committed yet is being written now, so it is in step with what stands there now.
    """
    passages = restatements(draft.policy, draft.effective_settings)
    events = draft.review.counting(CompanionChecked)
    restated = []
    classified = draft.review.submitted(Classified)
    histories: dict[str, tuple[tuple[str, str], ...]] = {}
    for passage in passages:
        if passage.path not in histories:
            histories[passage.path] = file_versions(repository, draft.version.commit, passage.path)
        then = _said(repository, passage, draft, events) or _written(
            repository, passage, draft, histories[passage.path]
        )
        if then is not None:
            restated.append(Restated(passage, then[1], _judged(passage, draft, then, classified)))
    return tuple(restated)


def _judged(
    restatement: Restatement, draft: Draft, then: tuple[str, str], classified: Sequence[Classified]
) -> ClassJudgement | None:
    """Return the class of what has changed since `then`, a blob and its text, where an author said it."""
    blob, before = then
    now = draft.policy.texts[restatement.source]
    classes = ChangeClasses.of(
        classified, {**draft.texts_by_blob(), blob: before, now.blob: now.text}, draft.effective_settings.language
    )
    judgement = classes.judge(blob, now.blob) if any(event.old == blob for event in classified) else None
    return judgement if judgement is not None and judgement.by_author else None


def _said(
    repository: Repository, restatement: Restatement, draft: Draft, events: Sequence[CompanionChecked]
) -> tuple[str, str] | None:
    pairs = companion_checks(restatement, events)
    texts = texts_of(repository, tuple(blob for pair in pairs for blob in pair))
    words = _words(restatement, draft)
    return next(
        (
            (source, texts[source])
            for companion, source in pairs
            if source in texts and words in single_spaced(texts.get(companion, ""))
        ),
        None,
    )


def _written(
    repository: Repository, restatement: Restatement, draft: Draft, history: Sequence[tuple[str, str]]
) -> tuple[str, str] | None:
    """The section's blob and text in the commit that put the companion's words where they are."""
    texts = texts_of(repository, tuple(blob for _, blob in history))
    words = _words(restatement, draft)
    commit = ""
    for version, blob in history:
        if words not in single_spaced(texts.get(blob, "")):
            break
        commit = version
    source = blobs_at(repository, [(commit, restatement.source)])[0] if commit else None
    held = texts_of(repository, (source,)).get(source) if source else None
    return (source, held) if source and held is not None else None


def _words(restatement: Restatement, draft: Draft) -> str:
    return single_spaced(draft.policy.texts[restatement.path].text[restatement.start : restatement.end])
