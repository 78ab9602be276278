"""Whether an event that is a mere file yet may have an effect: who put it there is not known from any commit."""

from reviewtui.domain.record.event_kinds import CARRIED, MADE_BY_COMMIT
from reviewtui.domain.record.events import Decided, MarkedDone, OutsideEvent
from reviewtui.domain.record.record import Recorded


def why_mere_file(recorded: Recorded) -> str:
    """Return why a pending event has no effect as it lies there, or an empty string.

    What an author decides is made by its commit. What else changes how a remark stands counts once its maker saved it
    in this clone. Words alone are shown, and readings and positions count nowhere before they are submitted.
    """
    if not recorded.provenance.pending:
        return ""
    if isinstance(recorded.event, Decided | MarkedDone):
        return "it is a file that no decision put there; it was never committed"
    if isinstance(recorded.event, MADE_BY_COMMIT):
        return "it is a file that no commit of an author put there"
    if not recorded.provenance.made_here and not isinstance(recorded.event, (*CARRIED, OutsideEvent)):
        return "it is a file that was not saved by this program for its maker on this machine"
    return ""
