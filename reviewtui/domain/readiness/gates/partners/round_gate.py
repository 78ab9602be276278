"""The review round ran its full time."""

from reviewtui.domain.readiness.gate import Evidence, Gate, nothing_to_judge
from reviewtui.domain.readiness.gates.gate_input import GateInput

NAME = "round"


def judge(given: GateInput) -> Gate:
    """Pass when the latest round was closed after its last day, or there was none."""
    rounds = given.draft.review.rounds
    if not rounds:
        return nothing_to_judge(NAME, "Review round", "none yet", "open one: reviewtui round open --until DATE")
    last = rounds[-1]
    until = last.opened.until
    if last.closed is None and given.today <= until:
        flips = f"wait until it is over, then close it: reviewtui round close {last.id[-6:]}"
        return _shut(f"open until {until}", flips)
    if last.closed is None:
        return _shut(f"over since {until}, but nobody closed it", f"reviewtui round close {last.id[-6:]}")
    if not last.ran_full_time():
        return _shut(f"closed before its last day, {until}", "open another round and let it run: reviewtui round open")
    fact = f"open until {until}, closed on {last.closed.at.date()}"
    return Gate(NAME, "Review round", passed=True, evidence=(Evidence(fact),))


def _shut(fact: str, flips: str) -> Gate:
    return Gate(NAME, "Review round", passed=False, evidence=(Evidence(fact),), flips=flips)
