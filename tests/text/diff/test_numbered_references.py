"""A reference to a numbered step means another one when the steps change places, though its own words stay."""

import pytest

from reviewtui.text.diff.policy_diff import ClassedChange, compare_policies

STEPS = (
    "# T\n\n1. Write down the complaint of the resident.\n2. Ask the manager for a second look.\n"
    "3. Publish the answer on the page.\n\nIn an emergency you may skip step 2.\n"
)
SWAPPED = (
    "# T\n\n1. Ask the manager for a second look.\n2. Write down the complaint of the resident.\n"
    "3. Publish the answer on the page.\n\nIn an emergency you may skip step 2.\n"
)


def _changes(old: str, new: str) -> list[ClassedChange]:
    return [change for file in compare_policies({"p": old}, {"p": new}).files for change in file.changes]


@pytest.mark.parametrize("reference", ["step 2", "steps 2 and 3", "steps 1-2", "the second step", "the first step"])
def test_a_step_that_is_another_one_is_in_doubt_where_the_text_names_it(reference: str) -> None:
    """In both directions; the reason names the reference."""
    old, new = (text.replace("step 2", reference) for text in (STEPS, SWAPPED))
    for before, after in ((old, new), (new, old)):
        assert any(change.in_doubt and "another one than before" in change.reason for change in _changes(before, after))


@pytest.mark.parametrize("reference", ["step 3", "the last step", "a call to the mayor"])
def test_steps_that_nothing_names_change_places_as_editorial(reference: str) -> None:
    """What the text names is the same step as before."""
    old, new = (text.replace("step 2", reference) for text in (STEPS, SWAPPED))
    assert {change.change_class for change in _changes(old, new)} == {"editorial"}


def test_a_section_that_is_another_one_is_in_doubt_where_the_text_names_its_number() -> None:
    """Without such a reference sections with numbers change places as editorial."""
    calls = "Handling of calls from residents\n\nClerks log each of the calls that come in by telephone.\n\n"
    posts = "Reading of posts by editors\n\nEditors read every post of a colleague before it goes out.\n\n"
    for end, classes in (("You may skip section 2 in June.", {"editorial", "substantive"}), ("End.", {"editorial"})):
        old, new = (
            f"# T\n\n## 1. {first}## 2. {second}## 3. Paper\n\n{end}\n"
            for first, second in ((calls, posts), (posts, calls))
        )
        assert {change.change_class for change in _changes(old, new)} == classes
