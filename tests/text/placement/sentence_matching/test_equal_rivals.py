"""Of old sentences that are equally like a new one none is it: where they stood does not tell whose it is."""

import pytest

from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.placement import Placer

FAMILIES = [
    ("Alcohol is prohibited in the hall.", "Smoking is prohibited in the hall.", "Vaping is prohibited in the hall."),
    ("Dogs must be registered.", "Bikes must be registered.", "Boats must be registered."),
    ("Members under sixteen pay two pounds.", "Members under ten pay two pounds.", "Members under six pay two pounds."),
]
LAYOUTS = ["{}\n\n{}\n", "{} {}\n", "- {}\n- {}\n", "| A |\n|---|\n| {} |\n| {} |\n"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("family", FAMILIES)
def test_two_that_went_claim_no_new_one(family: tuple[str, str, str], layout: str) -> None:
    """Two siblings go and a third comes, in their place or beside one that stays, in one file or in another."""
    first, second, third = family
    line = layout.partition("{}")[0] + "{}" + (" |\n" if "|" in layout else "\n")
    policies = [
        ({"a.md": layout.format(first, second)}, {"a.md": line.format(third)}),
        ({"a.md": layout.format(first, second)}, {"a.md": "Nothing else.\n", "b.md": line.format(third)}),
        ({"a.md": line.format(first), "b.md": line.format(second)}, {"a.md": line.format(third), "b.md": "Nothing.\n"}),
    ]
    for old, new in policies:
        for quote in (first, second):
            path = next(path for path, text in old.items() if quote in text)
            start = old[path].index(quote)
            placed = Placer(old, new).place(Quote(path, start, start + len(quote), quote))
            assert placed.state in {"orphaned", "ambiguous"}, (old, new, quote)


def test_one_that_lost_none_of_its_words_is_found_beside_its_like() -> None:
    """What is added to a sentence takes it from nobody."""
    old = "# House\n\nDogs must be registered.\n\nBikes must be registered.\n"
    new = "# House\n\nDogs must be registered with the warden.\n"
    placed = Placer({"a.md": old}, {"a.md": new}).place(Quote("a.md", 9, 33, "Dogs must be registered."))
    assert (placed.state, new[placed.start : placed.end]) == ("edited", "Dogs must be registered with the warden.")
