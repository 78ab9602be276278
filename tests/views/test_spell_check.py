"""Words in doubt while somebody writes."""

from types import SimpleNamespace
from typing import Any

from reviewtui.views.compose.spell_check import SpellCheck


def test_the_name_of_a_remark_is_no_misspelt_word() -> None:
    """A remark is named by the end of its id, which stands in no dictionary."""
    draft: Any = SimpleNamespace(
        settings=SimpleNamespace(language="en"),
        policy=SimpleNamespace(texts={}),
        review=SimpleNamespace(threads={"01j9zzzzzzzzzzzzzzzzzzacsy": None}),
    )
    assert SpellCheck(draft).doubtful("acsy declined: the words of acsy were taken, teh csyy ") == ("teh", "csyy")
