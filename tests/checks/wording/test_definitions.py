"""A term that is defined twice, and what only looks like a definition."""

import pytest

OTHER = "A reporter means a person who has filled in the form."


@pytest.mark.parametrize(
    "sentence",
    [
        "In this policy a reporter is anyone who tells us of a problem.",
        "Reporter, in this handbook, is a member of staff.",
        "“Reporter” means someone outside the council.",
        "A reporter is anyone who calls.",
        "- **Reporter**: person who reports an incident.",
        "By “reporter” we mean a journalist.",
        "A reporter is a person who works for a newspaper.",
        "A reporter is when somebody tells us.",
        "(The reporter is the person whose behaviour was reported.)",
        "A reporter can be defined as whoever calls.",
        "Here, a reporter is anyone who writes to us.",
        "Whoever calls is known as a “reporter”.",
        "For the purposes of the complaints procedure, the “reporter” shall refer to whoever calls.",
        "Three calls within a week constitute a reporter.",
    ],
)
def test_a_second_definition_is_found(look, sentence):
    """However it is said, the later definition names the earlier one."""
    found = look("term", a=f"# A\n\n{OTHER}\n", b=f"# B\n\n{sentence}\n")
    assert [message.split(" | ")[1] for message in found] == ["“reporter” is defined a second time"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The reporter is told of the decision.",
        "Being a reporter means we can ask.",
        "It means that reporters wait.",
        OTHER,
    ],
)
def test_other_sentences_define_nothing(look, sentence):
    """What merely speaks of a term, or says the same again, is no second definition."""
    assert look("term", a=f"# A\n\n{OTHER}\n", b=f"# B\n\n{sentence}\n") == []


def test_names_of_fields_define_nothing(look):
    """A label that stands in front of many lines is a field."""
    fields = "\n".join(f"- **Website**: example-{number}.example" for number in range(4))
    assert look("term", a=f"# A\n\n{fields}\n", b="# B\n\nA website means a site of the council.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "NOTE that it is late.",
        "See part XIII and form B12.",
        "**BPR** - Business process review.",
        "The Chief Planning Officer decides. Ask the CPO.",
        "It stands on GOV.UK.",
        "Write to Castle Street, SO40 3WX.",
    ],
)
def test_capitals_that_need_no_explanation(look, text):
    """Words in capitals, numbers, lines of a glossary, initials of a name and postcodes need nothing."""
    assert look("abbreviation", a=f"# A\n\n{text}\n") == []


def test_a_handbook_that_mentions_social_media_is_not_about_it(look):
    """The usual topics of a social media policy are asked for in a policy about social media."""
    text = "# Staff handbook\n\n" + "We care for everybody who works here. " * 60
    assert look("topic", a=f"{text}Social media is used. Be careful on social media.\n") == []
    assert look("topic", a="# Social media policy\n\nPost on social media with care. Social media is public.\n") != []


def test_a_quoted_term_that_runs_or_covers(look):
    """A term in quotation marks is defined by what it runs from, covers or shall refer to."""
    one = 'The "harbour year" shall refer to the time from May 1st to April 30th.'
    two = 'The "harbour year" of the Guild runs from September 1st to August 31st.'
    found = look("term", a=f"# One\n\n{one}\n", b=f"# Two\n\n{two}\n")
    assert len(found) == 1
    assert "a second time" in found[0]


def test_a_numbered_paragraph_defines_a_term(look):
    """The number of a paragraph is no part of the term that it defines."""
    one, two = '2.1 "Berth value" means the price for the whole year.', "Berth value is the amount due in May."
    assert len(look("term", a=f"# One\n\n{one}\n", b=f"# Two\n\n{two}\n")) == 1
