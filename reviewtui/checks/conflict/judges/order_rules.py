"""Two sentences of which one asks for an act before another, and the other lets that one come first."""

import re
from functools import lru_cache

from reviewtui.checks.conflict.duties import duties_of
from reviewtui.checks.conflict.sentence_comparison import ComparedRules, Contradiction
from reviewtui.checks.input.concepts import concepts_of
from reviewtui.checks.input.tuning import ORDER_AGREES

_BEFORE = re.compile(r"\b(?:before|prior\s+to|without(?:\s+first)?)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|unless|before|without|prior\s+to)\b", re.IGNORECASE)


def order_conflict(comparison: ComparedRules) -> Contradiction | None:
    """Return that what has to come first in one sentence comes second in the other, None where it does not."""
    for here, there in (comparison.plains, comparison.plains[::-1]):
        order, other = _demanded_order(here), _allowed_order(there)
        if not order or not other or comparison.accord() < ORDER_AGREES:
            continue
        if all(ours & theirs for ours, theirs in zip(order, other[::-1], strict=True)):
            return Contradiction(
                "one asks for an act before the other, one allows it the other way round", comparison.accord()
            )
    return None


@lru_cache(maxsize=16384)
def _demanded_order(plain: str) -> tuple[set[str], set[str]] | None:
    """Return what has to come first and what comes after it, None where a sentence asks for no order."""
    levels = {duty.level for duty in duties_of(plain)}
    if levels and min(levels) > 1:
        return _parts(_BEFORE, plain)
    denied = _parts(_UNTIL, plain) if levels and max(levels) < 0 else None
    return denied[::-1] if denied else None


@lru_cache(maxsize=16384)
def _allowed_order(plain: str) -> tuple[set[str], set[str]] | None:
    """Return what may be done and what it does not wait for, None where a sentence gives no such leave."""
    levels = {duty.level for duty in duties_of(plain)}
    return _parts(_BEFORE, plain) if levels and min(levels) > 0 else None


def _parts(pattern: "re.Pattern[str]", plain: str) -> tuple[set[str], set[str]] | None:
    parts = pattern.split(plain, maxsplit=1)
    if len(parts) < 2:
        return None
    first, second = ({*concepts_of(part)} for part in parts)
    # What stands on both sides says nothing of an order.
    return first - second, second - first
