"""Which passages say the same."""

ONE = "Every picture needs a short description in words, so that a screen reader can say what it shows."
TWO = "Each image needs a brief description in words so that screen readers can say what is shown."


def test_another_section_says_the_same(look):
    """A rule in nearly the same words in another section is found, with the name of that section."""
    found = look("duplicate", a=f"# Photos\n\n{ONE}\n", b=f"# Access\n\n{TWO}\n")
    assert len(found) == 1
    assert "“Access”" in found[0]


def test_sentences_cut_in_another_way(look):
    """Two sentences that another section makes one of are found as a paragraph."""
    one = (
        "Shares count as endorsement, so check the source before you pass something on. A rumour is hard to call back."
    )
    two = "Check the source before passing anything on: sharing is endorsing, and a rumour is hard to call back."
    assert len(look("duplicate", a=f"# A\n\n{one}\n", b=f"# B\n\n{two}\n")) == 1


def test_one_section_may_repeat_itself(look):
    """What is said twice within one section is that section's own affair."""
    assert look("duplicate", a=f"# Photos\n\n{ONE}\n\n## More\n\n{TWO}\n") == []


def test_a_companion_may_restate(look):
    """An overview that links to a section is there to restate it."""
    overview = f"# Overview\n\n{TWO} See [photos](a.md).\n"
    assert look("duplicate", a=f"# Photos\n\n{ONE}\n", b=overview) == []


def test_references_and_rows_are_no_passages(look):
    """Lists of links and tables repeat words without saying anything twice."""
    link = "* [How to write good posts about events](https://one.example) by the Council of Ashmere"
    assert look("duplicate", a=f"# A\n\n{link}\n", b=f"# B\n\n{link.replace('one', 'two')}\n") == []


def test_a_short_rule_in_another_order(look):
    """A rule of few words is found again when it is said the other way round, in synonyms."""
    one = "The laptop remains council property and must be handed back on the last day of employment."
    two = (
        "On the final day of their employment people give back the laptop, since it stays the property of the council."
    )
    assert len(look("duplicate", a=f"# A\n\n{one}\n", b=f"# B\n\n{two}\n")) == 1


def test_a_contradiction_is_no_repetition(look):
    """Two paragraphs of which one forbids what the other allows are a conflict, and not shown a second time."""
    one = "No one keeps council records in a private mailbox. Folders have one owner."
    two = "Staff may keep council records in their private mailbox. Each folder has one owner."
    assert look("duplicate", a=f"# A\n\n{one}\n", b=f"# B\n\n{two}\n") == []
    assert len(look("conflict", a=f"# A\n\n{one}\n", b=f"# B\n\n{two}\n")) == 1


def test_what_one_demands_and_the_other_allows_is_not_the_same(look):
    """A rule that must be kept before something happens is not said again where it may be kept after it."""
    one = "The board must approve the title and the salary range of the job before its description is made public."
    two = "The description of a job may be made public before the board approves the title and the salary range."
    assert look("duplicate", a=f"# A\n\n{one}\n", b=f"# B\n\n{two}\n") == []


def test_a_short_rule_of_nearly_the_same_letters(look):
    """Where two sentences differ in a letter or two, it needs no five words that say what they are about."""
    one = "You need to hand over the office equipment given to you when your contract has been ended."
    two = "You need to handover the office equipment given to you when your contract is ended."
    assert len(look("duplicate", a=f"# A\n\n{one}\n", b=f"# B\n\n{two}\n")) == 1


def test_a_file_that_says_a_thing_under_two_headings(look):
    """In nearly the same words that is a repetition; under one heading, or where one sums up, it is meant."""
    one = "Questions about the lamps of the north pier go to the lamp officer, a pilot."
    two = "If you have any questions about the lamps of the north pier, talk to the lamp officer, a pilot."
    assert len(look("duplicate", a=f"# A\n\n## Lamps\n\n{one}\n\n## Help\n\n{two}\n")) == 1
    assert look("duplicate", a=f"# A\n\n## Lamps\n\n{one}\n\n{two}\n") == []
    assert look("duplicate", a=f"# A\n\n## At a glance\n\n{one}\n\n## Help\n\n{two}\n") == []
