"""Carries out `classify`: an author says of what class a section's change is."""

from collections.abc import Sequence
from dataclasses import replace

from reviewtui.domain.actions.classifying import classify as classified
from reviewtui.domain.actions.commands import Classify
from reviewtui.domain.policy.passage import find_section
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.events import Classified
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.change_judgement import ChangeClasses
from reviewtui.domain.review.organisations.signoffs import current_signoffs
from reviewtui.text.diff.pairing import pair_files
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import commit_events
from reviewtui.workspace.loading.version_names import newest


def classify(context: CommandContext, command: Classify) -> Outcome:
    """Commit the class of the change between two texts of a section, or of every change that a sign-off waits for."""
    context.repository.require_quiet()
    later = context.policy_at(command.last).policy
    section = find_section(later, command.section)
    if not command.last:
        later.require_committed("a change is classed between committed texts", {section.path})
    new = later.texts[section.path].blob
    olds = (
        _named(context, command.first, later, section.path) if command.first else _usual(context, later, section.path)
    )
    earlier = context.draft.review.submitted(Classified)
    events = classified(context.actor(), replace(command, section=section.path), [(old, new) for old in olds], earlier)
    message = f"Class the change of {section.name} as {command.change_class}\n\n{events[0].body}\n"
    what = "the change" if len(events) == 1 else f"the changes since {len(events)} older texts"
    done = f"Classed {what} of {section.name} as {command.change_class}"
    outcome = commit_events(context, events, message, done, count=len(events))
    return replace(outcome, message=f"{outcome.message}{_alarm_that_stays(context, later, events)}")


def _alarm_that_stays(context: CommandContext, later: Policy, events: Sequence[Classified]) -> str:
    """Say that sign-offs stay stale, where the change is more than a doubt and was called lighter than it is."""
    texts = context.draft.texts_by_blob() | {text.blob: text.text for text in later.texts.values()}
    classes = ChangeClasses.of(events, texts, context.draft.effective_settings.language)
    judged = (classes.judge(event.old, event.new) for event in events)
    alarm = next((judgement for judgement in judged if judgement.alarm and not judgement.by_author), None)
    return f" The alarm stays, and so do stale sign-offs: {alarm.reason}." if alarm is not None else ""


def _named(context: CommandContext, name: str, later: Policy, path: str) -> list[str]:
    old = _old_blob(context.policy_at(name).policy, later, path)
    if old is None:
        raise Refused(f"'{path}' has no older text at {name}; it is new since then.")
    return [old]


def _usual(context: CommandContext, later: Policy, path: str) -> list[str]:
    """The section's text in the newest release, and each older one that an organisation signed off."""
    release = newest(context.repository, context.draft.releases, context.draft.version.commit)
    released = _old_blob(context.policy_at(release.name).policy, later, path) if release is not None else None
    stale = [text.blob for row in current_signoffs(context.draft) for text in row.changed if text.path == path]
    versions = [*([released] if released is not None else []), *stale]
    if not versions:
        raise Refused(f"No release and no sign-off has an older text of '{path}'; say which one: --from V.")
    return versions


def _old_blob(old: Policy, new: Policy, path: str) -> str | None:
    """The blob of the text that `path` was in the policy `old`, under whichever name."""
    partner = next((before for before, after in pair_files(old.strings(), new.strings()) if after == path), None)
    return old.texts[partner].blob if partner is not None else None
