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
        ("pum diwrnod gwaith", ["5 working day"]),
        ("pedair gwaith", ["4 time"]),
        ("yr ail gyfarfod", ["2th"]),
        ("dydd Mawrth", ["tuesday"]),
        ("hanner nos", ["00:00"]),
        ("5yp", ["17:00"]),
        ("bob mis", ["monthly"]),
        ("Nid yw staff yn cael parcio.", ["must not"]),
        ("Mae staff yn cael parcio.", ["may"]),
        ("Mae'n cael ei gadw.", []),
        ("Disgwylir i staff ofyn.", ["should"]),
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


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Rhaid i swyddogion ofyn.", "Rhaid i reolwyr ofyn."),
        ("Rhaid i'r clerc lofnodi'r cofnodion.", "Rhaid i'r cadeirydd lofnodi'r cofnodion."),
        ("Dylai staff ofyn i'w rheolwr.", "Dylai gwirfoddolwyr ofyn i'w rheolwr."),
        ("Caiff y Cyngor rannu'r data.", "Caiff y Cabinet rannu'r data."),
        ("Gall rheolwyr gymeradwyo gwyliau.", "Gall staff gymeradwyo gwyliau."),
        ("Rhaid iddynt ofyn.", "Rhaid ichi ofyn."),
        ("Llofnodir y ffurflen gan y clerc.", "Llofnodir y ffurflen gan y maer."),
        ("Mae'r rheolwr yn gyfrifol am y gyllideb.", "Mae'r clerc yn gyfrifol am y gyllideb."),
        ("Peidiwch â rhannu cyfrineiriau.", "Rhannwch gyfrineiriau."),
        ("Cadwch ef am dair blynedd.", "Cadwch ef am bedair blynedd."),
        ("Atebwch o fewn pum diwrnod gwaith.", "Atebwch o fewn pum diwrnod."),
        ("Ar yr ail ddydd Llun.", "Ar y trydydd dydd Llun."),
        ("Traean o'r aelodau.", "Hanner yr aelodau."),
        ("Cyn hanner dydd.", "Cyn hanner nos."),
        ("Pob blwyddyn.", "Pob mis."),
    ],
)
@pytest.mark.parametrize("language", ["cy", "en-GB"])
def test_another_holder_number_or_day_is_an_alarm(was, now, language):
    """In both directions, also in a policy whose settings say that it is English."""
    for old, new in ((was, now), (now, was)):
        [file] = diff_policies({"a.md": old}, {"a.md": new}, language).files
        assert any(change.alarm for change in file.changes)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Rhaid i reolwyr ofyn.", "Rhaid i'r rheolwyr ofyn."),
        ("Rhaid i swyddog ofyn.", "Rhaid i swyddogion ofyn."),
        ("Rhaid iddynt ofyn.", "Rhaid iddynt hwy ofyn."),
    ],
)
def test_the_same_holder_in_another_form_is_a_doubt_only(was, now):
    """A mutated first letter, one and several: no list says which Welsh words bind nobody."""
    [file] = diff_policies({"a.md": was}, {"a.md": now}, "cy").files
    assert {(change.change_class, change.alarm) for change in file.changes} == {("substantive", False)}
