"""A suggestion that a passage stands elsewhere goes out with where it is to stand, in every format."""

from pathlib import Path

import pytest

from tests.acting import ask
from tests.conftest import NORTHVALE, Clone, Run


@pytest.mark.quick(3)
@pytest.mark.parametrize("name", ["docx", "html", "criticmarkup", "xlsx", "csv", "jsonld", "letters"])
def test_a_move_says_where_to_and_is_known_again(review: Clone, run: Run, tmp_path: Path, name: str) -> None:
    """Without a word of its own it would say nothing; what comes back unchanged is nothing new."""
    wish = ("principles", "--quote", "Be kind.", "--move-after", "Be brief, and answer within two working days.")
    assert run(review, "suggest", *wish, who=NORTHVALE)[0] == 0
    assert run(review, "submit", who=NORTHVALE)[0] == 0
    file = tmp_path / f"policy.{'md' if name == 'criticmarkup' else name}"
    assert run(review, "export", name, str(file))[0] == 0
    if name not in {"docx", "xlsx", "letters"}:
        assert "Move this to behind" in file.read_text("utf-8")
    if name not in {"jsonld", "letters", "html"}:
        assert ask(run, review, "import", str(file))["count"] == 0
    if name == "letters":
        assert "two working days" in (file / "northvale.md").read_text("utf-8")
