"""Suggestions that a passage, or what stands under a heading, is to stand elsewhere."""

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import SuggestMove
from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.policy.passage import anchor_for, find_section, passage_anchor
from reviewtui.domain.policy.policy import Policy, ReadPolicy, Section
from reviewtui.domain.record.events import MoveSuggested
from reviewtui.domain.refusal import Refused
from reviewtui.text.markdown.quotes import quote_spans
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.moving import moved_between


def suggest_move(actor: Actor, command: SuggestMove, read: ReadPolicy) -> MoveSuggested:
    """Return the event of a suggestion that a passage of the policy that was read is to stand behind another one.

    Raises:
        Refused: the passage or the place is not there, or the passage cannot stand there.
    """
    anchor = _passage(command, read)
    target = _target(command, read)
    texts = {each.path: read.policy.texts[each.path].text for each in (anchor, target)}
    passage = anchor.start or 0, anchor.end or 0
    outcome = moved_between(texts, (anchor.path, passage), (target.path, target.start or 0))
    if isinstance(outcome, Misfit):
        raise Refused(f"It cannot be moved there: {outcome.reason}.")
    return actor.made(
        MoveSuggested,
        on_behalf_of=command.on_behalf_of,
        kind=command.kind,
        blocking=command.blocking,
        body=command.body.strip(),
        anchors=(anchor,),
        target=(target,),
    )


def _passage(command: SuggestMove, read: ReadPolicy) -> Anchor:
    """Return the passage that is to move; of a section that begins with a heading the heading stands for all of it."""
    anchor = anchor_for(command.place, read, ())
    if anchor is None:
        raise Refused("Say which passage is to move: SECTION --quote Q.")
    if anchor.is_passage and not anchor.is_gap:
        return anchor
    section = find_section(read.policy, command.place.section)
    if anchor.is_gap or section.start == 0 or not section.headings:
        raise Refused(
            "Say with --quote what is to move: words of the text, or a heading with all that stands under it. "
            "The order of whole files is the author's: 'order' in reviews/settings.toml."
        )
    first = section.headings[0]
    return passage_anchor(read.policy.texts[section.path], (first.start, first.end), read.version)


def _target(command: SuggestMove, read: ReadPolicy) -> Anchor:
    """Return the gap behind the named words: in the section that is named, else in the passage's own, else in any."""
    place, policy = command.target, read.policy
    own = find_section(policy, place.section or command.place.section)
    text = policy.texts[own.path]
    if not place.after:
        if not place.section:
            raise Refused("Say behind which words it is to stand: --move-after Q2.")
        end = own.start + len(policy.body(own).rstrip())
        return passage_anchor(text, (end, end), read.version)
    for sections in ((own,), () if place.section else policy.sections):
        hits = [(each.path, span) for each in sections for span in _behind(policy, each, place.after)]
        if len(hits) > 1:
            where = f"section '{own.name}'" if sections == (own,) else "the policy"
            raise Refused(f"'{place.after}' stands {len(hits)} times in {where}; quote more words of it.")
        if hits:
            return passage_anchor(policy.texts[hits[0][0]], hits[0][1], read.version)
    where = f"section '{own.name}'" if place.section else "the policy"
    raise Refused(f"'{place.after}' does not stand in {where}; quote its words as they are there.")


def _behind(policy: Policy, section: Section, words: str) -> list[tuple[int, int]]:
    """Return the gaps behind some words of a section."""
    return [(end, end) for _, end in quote_spans(policy.texts[section.path].text, words, section.start, section.end)]
