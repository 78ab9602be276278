"""What a merge left unsettled in a file is found by its marks, and nothing else is taken for them."""

import pytest

from reviewtui.domain.policy.policy import conflict_line

_BOTH = "<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> other\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (_BOTH, 1),
        (f"# Title\n\n{_BOTH}", 3),
        (f"# Title\n\n{_BOTH}".replace("\n", "\r\n"), 3),
        ("<<<<<<<\nours\n||||||| base\nwas\n=======\ntheirs\n>>>>>>>\n", 1),
        (f"<<<<<<< begun\n{_BOTH}", 2),
        ("Title\n=======\n\nText.\n", 0),
        ("<<<<<<< HEAD\nours\n", 0),
        (">>>>>>> other\n=======\n<<<<<<< HEAD\n", 0),
        ("<<<<<<<< eight\n=======\n>>>>>>>> eight\n", 0),
        ("", 0),
    ],
)
def test_the_first_conflict_is_found(text: str, line: int) -> None:
    """Of several the first whole one; a heading that is underlined with signs is none."""
    assert conflict_line(text) == line
