"""Carries out the beginning and the end of review rounds: each is one commit of its own."""

from reviewtui.domain.actions import holding_rounds as rules
from reviewtui.domain.actions.commands import CloseRound, OpenRound
from reviewtui.domain.settings.settings import pre_election_warnings
from reviewtui.store.policy import text_history
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import commit_events


def open_round(context: CommandContext, command: OpenRound) -> Outcome:
    """Commit that organisations are asked to read the committed text by a day."""
    context.repository.require_quiet()
    actor = context.actor()
    policy = context.draft.policy
    policy.require_committed("a round asks for remarks on committed text")
    text = text_history.tree_of(context.repository, context.draft.version.commit, policy.folder)
    event = rules.open_round(actor, command, text, context.draft.review.rounds)
    names = ", ".join(actor.settings.organisation_name(name) for name in event.asked)
    body = f"\n{event.body}\n" if event.body else ""
    message = f"Open a review round until {event.until}\n\nAsked: {names}\n{body}"
    warnings = pre_election_warnings(actor.settings, "The round", actor.moment.date(), event.until)
    done = f"Opened a round until {event.until} for {names}"
    return commit_events(context, [event], message, done, warnings=warnings)


def close_round(context: CommandContext, command: CloseRound) -> Outcome:
    """Commit that a round is over."""
    context.repository.require_quiet()
    event = rules.close_round(context.actor(), command, context.draft.review.rounds)
    opened = next(candidate.opened for candidate in context.draft.review.rounds if candidate.id == event.round)
    body = f"\n{event.body}\n" if event.body else ""
    message = f"Close the review round until {opened.until}\n{body}"
    early = opened.until >= event.at.date()
    warned = (
        f"It was to run until {opened.until}; remarks that come now are marked as late.",
        "A release asks for a round that ran its time or in which all stated a position: open another, or --override.",
    )
    done = f"Closed the round until {opened.until}"
    return commit_events(context, [event], message, done, warnings=warned if early else ())
