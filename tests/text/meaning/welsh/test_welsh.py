"""The Welsh alarm: duties, negations, numbers, dates and conditions of Welsh policies."""

import pytest

from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.text.meaning.signals import signals_of

ASK = "Rhaid i swyddogion ofyn i'r tîm cyn cyhoeddi."


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Rhaid i staff ofyn.", ["must"]),
        ("Mae'n rhaid i staff ofyn.", ["must"]),
        ("Nid oes rhaid i staff ofyn.", ["need not"]),
        ("Rhaid i swyddogion beidio â rhannu.", ["must not"]),
        ("Ni chaniateir rhannu.", ["must not"]),
        ("Caiff y Cyngor rannu.", ["may"]),
        ("Ni chaiff y Cyngor rannu.", ["must not"]),
        ("Dylai staff ofyn.", ["should"]),
        ("Ni ddylid rhannu.", ["should not"]),
        ("Gellir rhannu.", ["may"]),
        ("o fewn pythefnos", ["at most", "14 day"]),
        ("14 diwrnod", ["14 day"]),
        ("pedwar diwrnod ar ddeg", ["14 day"]),
        ("dau ddeg wyth diwrnod", ["28 day"]),
        ("hanner cant", ["50"]),
        ("25 y cant", ["25 %"]),
        ("cyn 1 Mai 2027", ["before", "2027-05-01"]),
        ("oni bai bod rheolwr yn cytuno", ["unless"]),
    ],
)
def test_what_is_heard(words, values):
    """In all forms that mutation makes of a word."""
    assert [signal.value for signal in signals_of(words, "cy")] == values


@pytest.mark.parametrize(
    ("was", "now", "reason"),
    [
        ("Rhaid i swyddogion", "Gall swyddogion", "Rhaid → Gall (in Welsh)"),
        ("Rhaid i swyddogion ofyn", "Nid oes rhaid i swyddogion ofyn", "Rhaid → Nid oes rhaid (in Welsh)"),
        ("cyn cyhoeddi", "ar ôl cyhoeddi", "cyn → ar ôl (in Welsh)"),
        ("cyn cyhoeddi.", "cyn cyhoeddi, oni bai bod brys.", "“oni bai” is new (in Welsh)"),
    ],
)
def test_a_changed_duty_is_an_alarm_that_names_its_language(was, now, reason):
    """Also in a policy whose settings say that it is English."""
    for language in ("cy", "en-GB"):
        [file] = diff_policies({"a.md": ASK}, {"a.md": ASK.replace(was, now)}, language).files
        assert (True, reason) in [(change.alarm, change.reason) for change in file.changes]


def test_other_words_are_in_doubt():
    """No list says which Welsh words bind nobody."""
    [file] = diff_policies({"a.md": ASK}, {"a.md": ASK.replace("tîm", "swyddfa")}, "cy").files
    assert [(change.change_class, change.alarm) for change in file.changes] == [("substantive", False)]


def test_a_new_rule_in_welsh_is_a_new_rule():
    """Told by its word of duty."""
    [file] = diff_policies({"a.md": f"{ASK}\n"}, {"a.md": f"{ASK}\n\nNi chaniateir ysmygu yn yr adeilad.\n"}).files
    assert [change.change_class for change in file.changes] == ["new-rule"]
