"""A gate counts what stands in its way, and not what is only told beside that."""

from reviewtui.domain.readiness.gate import Evidence, Gate

_EVIDENCE = (Evidence("one remark"), Evidence("another one"), Evidence("who has said yes", told=True))


def test_what_is_only_told_does_not_count() -> None:
    """A gate that does not pass counts what bars it; one that passes, or judges nothing, all that it shows."""
    assert Gate("remarks", "Remarks", passed=False, evidence=_EVIDENCE).counted == 2
    assert Gate("remarks", "Remarks", passed=True, evidence=_EVIDENCE).counted == 3
    assert Gate("remarks", "Remarks", passed=False, evidence=_EVIDENCE, judged=False).counted == 3
