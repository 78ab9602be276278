"""Saying as an author that a companion text is in step with what it restates."""

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import CheckCompanion
from reviewtui.domain.policy.passage import find_section
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.events import CompanionChecked, Cover
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.companion_texts import restatements


def companion_checked(actor: Actor, command: CheckCompanion, policy: Policy) -> CompanionChecked:
    """Return the event by which the author says that a companion is in step with what it restates.

    Raises:
        Refused: I am not an author, the section is no companion, or a text has edits that are not committed.

    """
    actor.require_author("says that a companion is in step")
    section = find_section(policy, command.section)
    sources = sorted(
        {restatement.source for restatement in restatements(policy, actor.settings) if restatement.path == section.path}
    )
    if not sources:
        raise Refused(f"'{section.name}' is no companion; name what it restates in settings.toml under [[companions]].")
    policy.require_committed("a companion is checked against committed text", {section.path, *sources})
    texts = policy.texts
    covers = tuple(Cover(path, texts[path].blob) for path in sources)
    body = command.body.strip()
    return CompanionChecked(**actor.common(), path=section.path, blob=texts[section.path].blob, of=covers, body=body)
