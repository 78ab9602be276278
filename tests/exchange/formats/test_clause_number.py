"""A clause is named by its title, its path or its number; words that could mean another one name none."""

import pytest

from reviewtui.exchange.formats.clause_number import find_clause
from tests.making import policy_of

POLICY = policy_of(
    {
        "policy/a.md": "# 5. Resources\n\nWho pays.\n\n## 5.1 Staff\n\nWho works.\n",
        "policy/fair.md": "# Be fair, and say so\n\nTo all.\n\n## A duty\n\nIt binds.\n",
        "policy/c.md": "# 6. Be brief\n\nAlways.\n\n# B. Sources\n\nMany.\n",
    }
)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("5", "5. Resources"),
        ("5.", "5. Resources"),
        ("5 Resources", "5. Resources"),
        ("5, second paragraph", None),
        ("5 second paragraph", "5. Resources"),
        ("5.1", "5. Resources / 5.1 Staff"),
        ("5.1 Staff", "5. Resources / 5.1 Staff"),
        ("Resources", "5. Resources"),
        ("6 Resources", None),
        ("5 Be fair, and say so", "Be fair, and say so"),
        ("5 Be fair\u2026", "Be fair, and say so"),
        ("Be fair...", "Be fair, and say so"),
        ("Be\u2026", None),
        ("5 Be brief", None),
        ("A new clause", None),
        ("B", "6. Be brief / B. Sources"),
        ("\u2026", None),
    ],
)
def test_a_clause_is_found_by_what_names_it_alone(words: str, title: str | None) -> None:
    """The number of one clause beside the title of another names neither."""
    clause = find_clause(POLICY, words)
    assert (clause.name if clause is not None else None) == title
