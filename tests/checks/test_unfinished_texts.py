"""What a writer has left open: gaps of many forms, sentences that break off, labels without words; and their likes."""

import pytest

from reviewtui.checks.check_registry import run_checks
from reviewtui.domain.review.findings.inspection import Inspection
from tests.checks.conftest import material

TODO_FORMS = (
    "£XX", "XX days", "XX/XX/XXXX", "(month?)", "(weeks?)", "DD/MM/YYYY", "[team name]", "[name of the lead officer]",
    "[PLACEHOLDER: what?]", "@@@", "[your council]", "[CITY]", "#todo", "(tbc)", "???", "[?]", "{{ council name }}",
    "?? per cent", "[N] days", "[STAFF / VISITOR]", "[This is a stub and needs to be expanded.]", "*insert figure*",
    "0000 000 0000", "(000) 000-0000", "01234 567890", "1-800-XXX-XXXX", "<name>", "<email address>", "<<name>>",
    "{name}",    "${NAME}", "%NAME%", "[●]", "20XX", "x days", "Xxxxx", "[HR to confirm]", "(to check with legal)",
    "(to fill in)", "[name of HR officer]", "[HR contact]", "[IT email]", "[CEO name]", "[HR team name]",
    "<<vendor mailbox, to fill in>>", "@@STREET ADDRESS@@", "* * *", "(xxx) xxx-xxxx", "CHECK THIS BEFORE PUBLISHING",
    "(treasurer: put the table of rates here)", "(date to be agreed)", "[amount still to be set]",
)  # fmt: skip


@pytest.mark.parametrize("words", TODO_FORMS)
def test_gap_in_a_sentence_is_found(look, words):
    """A gap of any of these forms is found once."""
    assert len(look("placeholder", a=f"# Leave\n\nTheir allowance is {words} a year for everyone.\n")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Name and number to follow.",
        "Details will follow shortly.",
        "The address is to be confirmed.",
        "To be agreed.",
        "The auditors: to be added by the treasurer.",
        "The form (to be added).",
        "Watch this space.",
        "The address will be added here later.",
        "The list is kept at <link to follow>.",
        "Requests go to (name to be confirmed).",
        "Details pending.",
        "The lead is ......",
        "This section is still being written.",
        "Add link here.",
        "Click or tap here to enter text.",
        "Note to self: ask the clerk.",
    ],
)
def test_what_is_promised_for_later_is_found(look, sentence):
    """Words that are still to come are a placeholder."""
    assert len(look("placeholder", a=f"# Contact\n\n{sentence}\n")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask to be added to the list by your manager.",
        "The form needs to be completed before you start.",
        "The price has to be agreed with Finance.",
        "The date is to be confirmed in writing by the clerk.",
        "Enter the date as DD/MM/YYYY.",
        "Dates are written in the form DD/MM/YYYY.",
        "These are the steps to follow.",
        "Never leave “TBC” in a published page.",
        'Do not write "TODO" in a policy.',
        "Keep a to-do list of your own.",
        "See [the team](team.md) and note [1].",
        "See the [HR contact](team.md), the [IT email][it] and the [GDPR guide](team.md).\n\n[it]: team.md",
        "- [x] done\n- [ ] open",
        "Louis XIV and part XX of the treaty.",
        "The pin is 0000 by default, the line is 020 7000 0000.",
        "Use 3 x days of leave; press X; the X axis shows days.",
        "Starts at <time>noon</time>, use the <strong>red</strong> form.",
        "This section is being consulted on, and your application is pending.",
    ],
)
def test_rules_and_mentions_are_no_placeholders(look, sentence):
    """The same words in a rule, in quotation marks or as the form of a date stand for nothing to come."""
    assert look("placeholder", a=f"# Rules\n\n{sentence}\n", team="# Team\n\nWe.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "# Mail\n\n## Template for a reply\n\nDear [name],\n\nyour complaint was read.\n",
        "# Mail\n\nSend this e-mail:\n\nDear [name], your complaint was read.\n",
        "# Mail\n\n> Dear [first name], your complaint was read.\n",
        "# Mail\n\nSign with [your name].\n",
    ],
)
def test_slots_of_a_template_are_for_others_to_fill(look, text):
    """A slot in a sample letter belongs to the text."""
    assert look("placeholder", a=text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "If a test fails, the officer decides whether to",
        "The member writes to the committee, which then",
        "Every laptop is backed up once a week, because",
        "At the end of the month your manager and your buddy will",
        "The form is sent to the",
        "Speak to the clerk first so that they can",
        "Time that you have not logged by Monday noon is",
        "When you have been away for more than four weeks, the team will",
        "If two people disagree, the clerk will talk to both of them before",
        "While the case is open the speaker should first",
        "Once the case is closed the outcome is written down and given to",
    ],
)
def test_sentence_that_breaks_off_is_found(look, sentence):
    """A paragraph that ends in a word behind which something has to come is not finished."""
    found = look("placeholder", a=f"# A\n\nAll is well. {sentence}\n\nAnother paragraph.\n")
    assert found == [f"{sentence} | this sentence breaks off"]


@pytest.mark.parametrize(
    "text",
    [
        "Think of those whom you work with",
        "Say what your last day will be",
        "Answer as soon as you can",
        "Ask as often as before",
        "Who the key is given to",
        "- tell the clerk, and\n- tell the mayor",
        "The following are told of it, because\n\n- they ask\n- they need it",
    ],
)
def test_whole_sentences_without_a_full_stop_are_left_alone(look, text):
    """A missing full stop alone says nothing."""
    assert look("placeholder", a=f"# A\n\n{text}\n") == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("# A\n\nCall us.\n\nCoordinator:\n", "Coordinator"),
        ("# A\n\n- Lead: Ada\n- Deputy: Ben\n- Coordinator:\n", "Coordinator"),
        ("# A\n\n## Keys\n\nTo book a key, contact:\n\n## Fire\n\nLeave.\n", "To book a key, contact"),
        ("# A\n\nLead: Ada\nCoordinator:\nDeputy: Ben\n", "Coordinator"),
        ("# A\n\n## Help\n\n**First aid officer:**\n\n## Fire\n\nLeave.\n", "First aid officer"),
    ],
)
def test_label_without_words_is_found(look, text, label):
    """A label behind which nothing stands is a gap."""
    assert [message.split(" | ")[1] for message in look("placeholder", a=text)] == [f"nothing stands behind “{label}”"]


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\nYou need:\n\n- a pen\n- paper\n",
        "# A\n\n## Answers\n\nThere are two:\n\n### Yes\n\nGood.\n\n### No\n\nBad.\n",
        "# A\n\nContact:\n\nAda Adams, clerk\n",
        "# A\n\nName:\nDate:\nSignature:\nPlace: here\n",
    ],
)
def test_label_that_leads_on_is_left_alone(look, text):
    """Before a list, parts, the words asked for, or among the fields of a form a label is no gap."""
    assert look("placeholder", a=text) == []


def test_lines_to_be_filled_in(look):
    """Lines to write on, also with a sign between or marks of Markdown that were taken off, are gaps."""
    for gap in ("Signed on __.__ by the clerk.", "Download it at \\_\\_\\_\\_\\_ (link)."):
        assert len(look("placeholder", a=f"# Form\n\n{gap}\n")) == 1
    assert look("placeholder", a="# Form\n\nUse snake_case or __init__.py names.\n") == []


@pytest.mark.parametrize(
    ("check", "text", "advises"),
    [
        ("placeholder", "The fee is TBC.", False),
        ("placeholder", "The fee is to be confirmed.", False),
        ("placeholder", "Tell the [team name] of it.", True),
        ("placeholder", "Signed on __.__ by the clerk.", True),
        ("placeholder", "The harbour board must be told of it by the", True),
        ("past-date", "Each account must be entered by 30 September 2025.", False),
        ("past-date", "The pier will open in May 2021.", True),
        ("link", "See [there](gone.md).", False),
        ("link", "See section 7 of this policy.", True),
    ],
)
def test_a_kind_that_is_often_wrong_only_advises(check, text, advises):
    """What others leave in a text on purpose, or mean of another text, stands in nobody's way."""
    found = run_checks(material({"a": f"# A\n\n{text}\n\n## 1. B\n\nYes.\n"}), check)
    assert [one.advises for one in found] == [advises]
    assert Inspection(found, frozenset((check,))).blocks(found[0]) is not advises
