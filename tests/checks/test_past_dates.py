"""Days that have passed (today is 22 November 2026): rules and promises for them, and stories about them."""

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "The discount runs up to and including June 2021.",
        "The next call opens in spring 2022.",
        "The next meeting, in autumn 2022, will vote on it.",
        "Until the office reopens in June 2021, all interviews are held by video.",
        "The trial ends in Q3 2024.",
        "We will move by the end of March 2019.",
        "Staff must finish the course by 1 May 2020.",
        "The next such review is planned for January 2019.",
        "The vote is scheduled for 4 May 2021.",
        "The new guide will be published in spring 2023.",
        "We expect the choir to sing again by autumn 2022.",
        "A form with fewer questions will be available from January 2022.",
        "Last reviewed: June 2025. Next review due: June 2026.",
        "Next review of these rules: 30 June 2020",
        "**Review date:** 4 May 2021",
        "A free bag for everyone who renews before 31 January 2020.",
    ],
)
def test_rules_and_promises_for_a_day_that_has_passed(look, sentence):
    """Each is found, however the day is given."""
    assert len(look("past-date", a=f"# A\n\n{sentence}\n")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Packages agreed up to and including June 2021 followed an older formula.",
        "The channel was archived in spring 2022.",
        "Tests carried out in autumn 2016 led to this.",
        "Contracts signed up to June 2021 are kept in the old archive.",
        "The trial ends in winter 2026.",
        "Last reviewed: June 2019",
        "Next review due: June 2027",
        "From January 2022 all pilots carry a lamp.",
        "See [the log](https://example.example/2023-08-24-log/), which will change.",
        "Until the office moved in May 2021, interviews were held there.",
    ],
)
def test_stories_and_days_to_come(look, sentence):
    """What was done by a day, or is still to come, is left alone."""
    assert look("past-date", a=f"# A\n\n{sentence}\n") == []


def test_a_date_that_divides_cases_or_stands_in_an_example_is_no_rule_s(look):
    """A rule for those who came before a day goes on; an example and a list of changes tell of their own day."""
    for words in (
        "Pilots who joined in May 2021 or earlier must keep their badge.",
        "If your leave was agreed prior to 2023-09-01, you will keep it.",
        "Ex: a berth ends in July 2024 and must be paid.",
    ):
        assert look("past-date", a=f"# A\n\n{words}\n") == []
    assert look("past-date", changelog="# A\n\nThe pier will open in May 2021.\n") == []
    assert len(look("past-date", a="# A\n\nThe pier will open in May 2021.\n")) == 1


@pytest.mark.parametrize("name", ["minutes", "newsletter", "how-we-write-release-notes"])
def test_a_rule_of_a_policy_on_papers_of_their_day_is_found(look, name):
    """Minutes in the name of a file are what it is about; the whole file was left out."""
    assert len(look("past-date", **{name: "# A\n\nStaff must publish minutes by 1 May 2020.\n"})) == 1


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Staff must finish the course by 1 May 2020 and before the exam.", 1),
        ("Staff must finish the course by 1 May 2020 and later send the form.", 1),
        ("Staff must finish the course by 1 May 2020 or before they leave.", 1),
        ("Pilots who joined in May 2021 or after must keep their badge.", 0),
        ("Pilots must keep a badge that was made in May 2021 or before.", 0),
    ],
)
def test_what_goes_on_behind_a_date_divides_no_cases(look, words, count):
    """Only what ends there, or goes on with the duty, says that there are cases on both sides."""
    assert len(look("past-date", a=f"# A\n\n{words}\n")) == count
