"""What an author says of events without effect: that they are known, which content counts, which late ones may."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reviewtui.domain.actions.actor import Actor, next_clock
from reviewtui.domain.actions.commands import Confirm, Settle
from reviewtui.domain.identifier import resolve
from reviewtui.domain.record.events import Confirmed, Settled
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.record.validity.same_id import reference_of
from reviewtui.domain.record.without_effect import WithoutEffect, without_effect
from reviewtui.domain.refusal import Refused
from reviewtui.text.words.visible import is_blank

_Names = Mapping[str, frozenset[str]]
"""Every name that people may type, with the references that it stands for."""


def settle(actor: Actor, command: Settle, review: Review) -> Settled:
    """Return the event by which an author acknowledges events without effect, or chooses among contents of one id.

    Raises:
        Refused: an event is not known or has its effect, the choice is none, I am not an author, or no reason is given.
    """
    actor.require_author("settles what has no effect")
    if is_blank(command.body):
        raise Refused("Settling needs its reason: say it with -m TEXT.")
    rows = [row for row in without_effect(review) if not row.recorded.provenance.pending]
    names = names_of(rows, review)
    named = {reference for end in command.events for reference in names[resolve(end, names, _WHAT)]}
    choice, rivals = _choice(command.choose, rows, names)
    wanted = named | rivals
    before = [review.settlements.words[reference] for reference in wanted if reference in review.settlements.words]
    if not choice and all(reference in review.settlements.words for reference in wanted):
        raise Refused("That is settled already; 'reviewtui verify' says by whom and why.")
    of = tuple(sorted(wanted | _exact(rows, wanted)))
    return Settled(**fields_after(actor, before), of=of, choice=choice, body=command.body.strip())


def confirm(actor: Actor, command: Confirm, review: Review) -> Confirmed:
    """Return the event by which an author lets late events count.

    Raises:
        Refused: an event is not late, I am not an author, or no reason is given.
    """
    actor.require_author("confirms what came late")
    if is_blank(command.body):
        raise Refused("Confirming needs its reason: say it with -m TEXT.")
    late = [row for row in without_effect(review) if row.cause == "late-by-revoked"]
    names = names_of(late, review)
    references = {row.reference for row in late}
    named = {reference for end in command.events for reference in names[resolve(end, names, "late event")]} & references
    if not named:
        raise Refused("That is not late; 'reviewtui verify' names what is.")
    of = tuple(sorted(named | _exact(late, named)))
    return Confirmed(**actor.common(), of=of, body=command.body.strip())


_WHAT = "event without effect"


def _exact(rows: Iterable[WithoutEffect], named: frozenset[str] | set[str]) -> set[str]:
    """The references of exactly these contents, so that another one under the same id takes nothing back."""
    return {reference_of(row.recorded) for row in rows if row.reference in named}


def fields_after(actor: Actor, before: Sequence[Settled]) -> dict[str, Any]:
    """Return the fields that all events have, for a word that has seen those `before`."""
    return actor.common() | {"clock": next_clock(before), "after": tuple(sorted({word.id for word in before}))}


def names_of(rows: Iterable[WithoutEffect], review: Review) -> _Names:
    """Return the names of events without effect, and of contents that stand beside others of their id."""
    names: dict[str, set[str]] = defaultdict(set)
    for recorded, reference in (*((row.recorded, row.reference) for row in rows), *_doubled(review)):
        original = recorded.path.rpartition("/")[2].removesuffix(".toml")
        for name in (reference, recorded.event.id, original):
            names[name].add(reference)
    return {name: frozenset(references) for name, references in names.items()}


def _doubled(review: Review) -> Iterable[tuple[Recorded, str]]:
    """Contents that stand though others have their id too, and copies in other threads: what `verify` calls a clash."""
    for recorded in review.everything():
        if recorded.reference or recorded.event.id in review.several:
            yield recorded, reference_of(recorded)


def _choice(choose: str, rows: Sequence[WithoutEffect], names: _Names) -> tuple[str, frozenset[str]]:
    """The reference of the content that is to count, and those of the others of its id."""
    if not choose:
        return "", frozenset()
    references = names[resolve(choose, names, _WHAT)]
    if len(references) > 1:
        raise Refused(f"'{choose}' has {len(references)} contents; choose one: {', '.join(sorted(references))}.")
    chosen = next((row for row in rows if row.reference in references and row.recorded.reference), None)
    rivals = [row for row in rows if chosen is not None and row.recorded.path == chosen.recorded.path]
    cancelled = [row for row in rivals if row.cause == "cancelled"]
    if chosen is None or not any(row.recorded.event.maker == chosen.recorded.event.maker for row in cancelled):
        raise Refused(
            f"There is nothing to choose in '{choose}': it is not one of two contents that cancel each other."
        )
    return chosen.reference, frozenset(row.reference for row in rivals)
