"""Suggestions that a passage, or what stands under a heading, is to stand elsewhere."""

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import SuggestMove
from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.policy.passage import anchor_for, find_section, passage_anchor, quote_spans
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.events import MoveSuggested
from reviewtui.domain.refusal import Refused
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.moving import moved


def suggest_move(actor: Actor, command: SuggestMove, policy: Policy, version: str) -> MoveSuggested:
    """Return the event of a suggestion that a passage of `policy` is to stand behind another one.

    Raises:
        Refused: the passage or the place is not there, or the passage cannot stand there.

    """
    anchor = _passage(command, policy, version)
    target = _target(command, policy, version)
    source, there = policy.texts[anchor.path].text, policy.texts[target.path].text
    other = there if target.path != anchor.path else None
    outcome = moved(source, (anchor.start or 0, anchor.end or 0), other, target.start or 0)
    if isinstance(outcome, Misfit):
        raise Refused(f"It cannot be moved there: {outcome.reason}.")
    event = MoveSuggested(
        **actor.common(on_behalf_of=command.on_behalf_of),
        kind=command.kind,
        blocking=command.blocking,
        body=command.body.strip(),
        anchors=(anchor,),
        target=(target,),
    )
    actor.permitted(event, None)
    return event


def _passage(command: SuggestMove, policy: Policy, version: str) -> Anchor:
    """Return the passage that is to move; of a section that begins with a heading the heading stands for all of it."""
    anchor = anchor_for(command.place, policy, version, ())
    if anchor is None:
        raise Refused("Say which passage is to move: SECTION --quote Q.")
    if anchor.is_passage and not anchor.is_gap:
        return anchor
    section = find_section(policy, command.place.section)
    if anchor.is_gap or section.start == 0 or not section.headings:
        raise Refused(
            "Say with --quote what is to move: words of the text, or a heading with all that stands under it. "
            "The order of whole files is the author's: 'order' in reviews/settings.toml."
        )
    first = section.headings[0]
    return passage_anchor(policy.texts[section.path], (first.start, first.end), version)


def _target(command: SuggestMove, policy: Policy, version: str) -> Anchor:
    place = command.target
    section = find_section(policy, place.section or command.place.section)
    text = policy.texts[section.path]
    if place.span is not None:
        return passage_anchor(text, (place.span[1], place.span[1]), version)
    if not place.after:
        end = section.end - len(policy.body(section)) + len(policy.body(section).rstrip())
        return passage_anchor(text, (end, end), version)
    hits = quote_spans(text.text, place.after, section.start, section.end)
    if not hits:
        raise Refused(f"'{place.after}' does not stand in section '{section.name}'; quote its words as they are there.")
    if len(hits) > 1:
        raise Refused(f"'{place.after}' stands {len(hits)} times in section '{section.name}'; quote more words of it.")
    return passage_anchor(text, (hits[0][1], hits[0][1]), version)
