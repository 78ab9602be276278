"""A passage shows its language by its small words; where none does, the policy's language counts."""

import pytest

from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.text.meaning.language.passage_language import passage_language


@pytest.mark.parametrize(
    ("passage", "main"),
    [
        ("Staff must ask the press team first.", "en"),
        ("Rhaid i staff ofyn i'r tîm yn gyntaf.", "cy"),
        ("Ni chaniateir ysmygu.", "cy"),
        ("Die Mitarbeiter müssen vorher fragen.", ""),
        ("De medewerkers moeten dit vragen voor het is te laat.", ""),
        ("Les agents doivent demander.", ""),
        ("Pracownicy muszą pytać.", ""),
        ("员工必须先询问。", ""),
        ("يجب على الموظفين السؤال.", ""),
        ("Record retention", "en"),
        ("Zutritt", ""),
        ("The café and the crèche", "en"),
    ],
)
def test_small_words_and_the_dictionary_show_the_language(passage, main):
    """Also of a heading without a small word, where the policy is an English one."""
    assert passage_language(passage, passage).main == main


def test_without_words_that_show_it_the_language_of_the_policy_counts():
    """A heading of a Welsh policy is Welsh; one of a French policy is in no language that an alarm knows."""
    assert passage_language("Cadw cofnodion", "Cadw data", "cy") == ("cy", ("cy",))
    assert passage_language("Record retention", "Record storage", "fr-FR") == ("", ())


def test_a_passage_that_changes_its_language_is_in_none():
    """Both alarms listen then."""
    assert passage_language("Staff must ask.", "Rhaid i staff ofyn yn gyntaf.") == ("", ("cy", "en"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Die Mitarbeiter müssen vorher fragen.", "Die Mitarbeiter können vorher fragen."),
        ("Mitglieder dürfen keine Daten teilen.", "Mitglieder dürfen Daten teilen."),
        ("Les agents doivent demander avant de publier.", "Les agents peuvent demander avant de publier."),
        ("Rhaid i staff ofyn yn gyntaf.", "Gall staff ofyn yn gyntaf."),
        ("员工必须先询问。", "员工不必先询问。"),
        ("करना चाहिए की", "करना चाहिए कि"),
        ("เจ้าหน้าที่ต้องถามก่อน", "เจ้าหน้าที่ไม่ต้องถามก่อน"),
        ("De medewerkers moeten het vragen.", "De medewerkers hoeven het niet te vragen."),
        ("Ansatte skal spørge.", "Ansatte kan spørge."),
        ("Pracownicy muszą pytać.", "Pracownicy mogą pytać."),
        ("الموظف يجب أن يسأل", "الموظف يجوز أن يسأل"),
        ("Wir fragen Sie.", "Wir fragen sie."),
        ("Frist: 1,500 Tage sind genug.", "Frist: 1500 Tage sind genug."),
        ("Die Akten werden von den Beamten geführt.", "Die Beamten führen die Akten."),
        ("Die Mitglieder müssen zahlen, fragen und gehen.", "Die Mitglieder müssen:\n\n- zahlen\n- fragen\n- gehen"),
        ("Der Müller fragt die Leute.", "Der Muller fragt die Leute."),
        ("La police est à l'entrée du bâtiment.", "La police est à l'entree du batiment."),
        ("Les membres doivent payer et voter.", "Les membres doivent voter et payer."),
        ("Mae'r swyddog yn penderfynu.", "Mae swyddog yn penderfynu."),
        ("经理和员工批准。", "员工和经理批准。"),
    ],
)
@pytest.mark.parametrize("language", ["en-GB", "cy", "de"])
def test_in_a_language_without_a_list_every_changed_word_counts(old, new, language):
    """Whatever the settings say of the policy, alone and beside English."""
    for around in ("", "Staff must ask the press team first.\n\n"):
        [file] = diff_policies({"a.md": f"{around}{old}\n"}, {"a.md": f"{around}{new}\n"}, language).files
        assert {change.change_class for change in file.changes} == {"substantive"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Die Mitarbeiter  müssen\nfragen.", "Die Mitarbeiter müssen fragen."),
        ("Die Mitarbeiter müssen fragen, bevor sie posten.", "Die Mitarbeiter müssen **fragen** bevor sie posten."),
        ("员工必须\uff0c先询问。", "员工必须先询问。"),
        ("Caf\u00e9 und M\u00fcller fragen nicht.", "Cafe\u0301 und Mu\u0308ller fragen nicht."),
    ],
)
def test_white_space_punctuation_and_marks_are_editorial_in_every_language(old, new):
    """As are two forms of one letter."""
    [file] = diff_policies({"a.md": old}, {"a.md": new}).files
    assert {change.change_class for change in file.changes} <= {"editorial"}


def test_the_reason_names_the_words_and_says_that_no_alarm_knows_the_language():
    """So that an author knows why a word that he finds harmless is in doubt, and can settle it."""
    [file] = diff_policies({"a.md": "Die Leute müssen fragen."}, {"a.md": "Die Leute sollen fragen."}).files
    [change] = file.changes
    assert change.reason == "müssen → sollen (in a language that the alarm does not know)"
    assert change.in_doubt
