"""Opening and closing a review round."""

from collections.abc import Iterable

from reviewtui.domain.actions.actor import Actor, next_clock
from reviewtui.domain.actions.commands import CloseRound, OpenRound
from reviewtui.domain.identifier import resolve
from reviewtui.domain.record.events import RoundClosed, RoundOpened
from reviewtui.domain.record.rounds import Round
from reviewtui.domain.refusal import Refused


def open_round(actor: Actor, command: OpenRound, text: str, rounds: tuple[Round, ...]) -> RoundOpened:
    """Return the event of a round about the policy whose tree id is `text`.

    Raises:
        Refused: I am no author, its end lies in the past, nobody is asked or an organisation is not known, or another
            round is open.
    """
    actor.require_author("opens a round")
    today = actor.moment.date()
    if command.until < today:
        raise Refused(f"{command.until} is over; give the last day of the round, as in --until {today}.")
    running = next((earlier for earlier in rounds if earlier.is_open(today)), None)
    if running is not None:
        raise Refused(f"A round is open until {running.opened.until}; close it first: reviewtui round close.")
    asked = tuple(dict.fromkeys(command.asked)) or actor.settings.asked()
    unknown = [name for name in asked if name not in actor.settings.organisations]
    if unknown:
        known = ", ".join(actor.settings.organisations) or "none yet"
        raise Refused(f"There is no organisation '{unknown[0]}' in the settings. Known: {known}.")
    if not actor.settings.organisations:
        raise Refused("There is nobody to ask: name a partner organisation first: reviewtui organisation add.")
    if not asked:
        raise Refused("Nobody would be asked; name organisations with --ask ORG: reviewtui organisation list.")
    fields = actor.common() | {"clock": _next_clock(rounds)}
    return RoundOpened(**fields, until=command.until, asked=asked, text=text, body=command.body.strip())


def close_round(actor: Actor, command: CloseRound, rounds: tuple[Round, ...]) -> RoundClosed:
    """Return the event that ends a round; without one named, the one that nobody has closed yet.

    Raises:
        Refused: I am no author, there is no such round, it is closed already, or several could be meant.
    """
    actor.require_author("closes a round")
    waiting = {begun.id: begun for begun in rounds if begun.closed is None}
    if command.round:
        chosen = resolve(command.round, (begun.id for begun in rounds), what="round")
        if chosen not in waiting:
            raise Refused(f"Round {command.round} is closed already.")
    elif len(waiting) == 1:
        (chosen,) = waiting
    elif waiting:
        ends = ", ".join(f"{begun.id[-6:]} (until {begun.opened.until})" for begun in waiting.values())
        raise Refused(f"Several rounds were never closed: {ends}. Say which: reviewtui round close ROUND.")
    else:
        raise Refused("No round is open; 'reviewtui round list' shows the ones that were.")
    return RoundClosed(**actor.common() | {"clock": _next_clock(rounds)}, round=chosen, body=command.body.strip())


def _next_clock(rounds: Iterable[Round]) -> int:
    return next_clock(event for begun in rounds for event in (begun.opened, begun.closed) if event is not None)
