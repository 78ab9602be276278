"""A change of words is editorial only where it is on the list; everything else is a doubt or an alarm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.text.meaning.change_class import change_class
from reviewtui.text.meaning.wording.paraphrases import plain_constructions
from reviewtui.text.meaning.wording.word_changes import word_changes

EDITORIAL = [
    ("Organize the color chart.", "Organise the colour chart."),
    ("The councils programs were cancelled.", "The council's programmes were canceled."),
    ("We recieve it seperately.", "We receive it separately."),
    ("The notice must be displaid immediatly.", "The notice must be displayed immediately."),
    ("- Wear a helmet\n- Wear gloves", "1. Wear a helmet.\n2. Wear gloves."),
    ("Mail will be dealt with daily.", "Mail is dealt with every day."),
    ("Do not post it; it is not yours.", "Don't post it, it isn't yours."),
    ("Use e-mail for well being.", "Use email for well-being."),
    ("Ask in order to begin.", "Ask to start."),
    ("Make sure that the form is kept.", "Ensure the form is retained."),
    ("Staff will carry out a check.", "Staff will undertake a check."),
    ("Reply in five days.", "Reply in 5 days."),
    ("It closes on 1st May 2027.", "It closes on 1 May 2027."),
    ("We follow the FOI rules.", "We follow the freedom of information (FOI) rules."),
    ("Ask the the team.", "Ask the team."),
    ("Read it. It can be renewed.", "Read it and can be renewed."),
    ("Within five days, the officer replies.", "The officer replies within five days."),
    ("Staff are required to lock it.", "Staff must lock it."),
    ("See the [guide](a/guide.md).", "See the [guide](b/guide.md)."),
    ("Keep it **safe**.", "Keep it safe."),
    ("- Ask first;\n- then post; and\n- log it.", "* Ask first\n* Then post\n* Log it"),
    ("4.1 Members sit for a year.", "5.1 Members sit for a year."),
    ("The data is public.", "The data are public."),
    ("Ring 01632960123.", "Ring 01632 960 123."),
    ("Reply within seven (7) days.", "Reply within seven days."),
    ("Records are kept by officers.", "Officers keep records."),
    ("The key is handed back by noon to the office.", "The key is handed back to the office by noon."),
    ("Complaints are logged. They are then sent on.", "Complaints are logged and are then sent on."),
    ("On Mondays the tip is closed.", "The tip is closed on Mondays."),
    ("Applications for 2024-25 close.", "Applications for 2024\u201325 close."),
    ("Seek pre-application advice.", "Seek preapplication advice."),
    ("See [it](a/english.md#code).", "See [it](b/english.html#code)."),
    ("Last updated: 3 May 2026", "Last updated: 4 June 2026"),
    ("# Manageing machines", "# Managing machines"),
    ("Staff must not eat, drink and smoke.", "Staff must not eat, drink, and smoke."),
    ("Leave is approved by the manager.", "The manager approves leave."),
]
DOUBTS = [
    ("Requests for information about staff", "Requests information about zebras"),
    ("Written consent is needed.", "Consent is needed."),
    ("Approve the bill.", "Verify the bill."),
    ("See [it](a/use-english.md#code).", "See [it](b/english-first.md#code)."),
    ("Ask a few people.", "Ask few people."),
    ("Re-sign the lease.", "Resign the lease."),
    ("Officers, who hold keys, carry it.", "Officers who hold keys carry it."),
    ("Records are kept by officers.", "Records keep officers."),
    ("Is it public?", "Is it public."),
    ("Send it from home.", "Send it form home."),
    ("Apply [the schedule](retention-2023.md).", "Apply [the schedule](retention-2019.md)."),
    ("Follow [these steps](breach.md).", "Follow [these steps](feedback.md)."),
    ("The board meets.", "The broad meets."),
    ("Adopt the statue.", "Adopt the statute."),
    ("The officer is personal.", "The officer is personnel."),
    ("Ask the caretaker.", "Ask the caretakers."),
    ("Licence the photocopier.", "Licence the photocopying."),
    ("Tickets are sold before noon or at the door.", "Tickets are sold at the door or before noon."),
    ("The board decides which contracts end.", "The board decides that contracts end."),
    ("Check which doors are locked.", "Check that doors are locked."),
    ("Only that manager may approve it.", "Only the manager may approve it."),
    ("Destroy that data.", "Destroy the data."),
    ("Leave is approved by email.", "Email approves leave."),
    ("Bids are sent by post.", "Post sends bids."),
    ("Staff must not smoke and drink in the office.", "Staff must not smoke, and drink in the office."),
    ("In the office, staff must not smoke and drink.", "In the office, staff must not smoke, and drink."),
    ("Ask staff and carers who are trained.", "Ask staff, and carers who are trained."),
]
ALARMS = [
    ("Keep the file.", "Destroy the file."),
    ("The report is public.", "The report is confidential."),
    ("Staff or volunteers help.", "Staff and volunteers help."),
    ("Last reviewed: 3 May 2026", "Last reviewed: 4 June 2026"),
    ("Statistics were last updated on 3 May 2026.", "Statistics were last updated on 4 June 2026."),
    ("Leave is paid.", "Leave is unpaid."),
    ("Write to complaints@council.example.", "Write to press@council.example."),
    ("[Write to us](mailto:complaints@council.example).", "[Write to us](mailto:press@council.example)."),
    ("It costs 1.5 per cent.", "It costs 15 per cent."),
    ("Post it in May only.", "Post it in may only."),
    ("The plan goes to the Head of Communications.", "The plan goes to the Chief Executive."),
    ("Ring 01234 555 100.", "Ring 01234 555 101."),
    ("Mileage is repaid at 45p a mile.", "Mileage is repaid at 54p a mile."),
    ("Write to dpo@harrow-green.example.", "Write to dpo@harrowgreen.example."),
    ("See https://a.example/one.", "See https://a.example/two."),
    ("It is harmful.", "It is harmless."),
    ("Records kept until 2027 count.", "Records kept until 2028 count."),
]


@pytest.mark.parametrize(("old", "new"), EDITORIAL, ids=[new for _, new in EDITORIAL])
def test_what_is_on_the_list_is_editorial(old: str, new: str) -> None:
    """In both directions."""
    assert change_class(old, new).change_class == "editorial", change_class(old, new)
    assert change_class(new, old).change_class == "editorial", change_class(new, old)


@pytest.mark.parametrize(("old", "new"), DOUBTS, ids=[new for _, new in DOUBTS])
def test_everything_else_is_in_doubt(old: str, new: str) -> None:
    """It is substantive in both directions, without an alarm."""
    for before, after in ((old, new), (new, old)):
        assert change_class(before, after)[::2] == ("substantive", False), change_class(before, after)


@pytest.mark.parametrize(("old", "new"), ALARMS, ids=[new for _, new in ALARMS])
def test_what_is_known_to_matter_is_an_alarm(old: str, new: str) -> None:
    """Numbers, names, addresses, words turned round."""
    for before, after in ((old, new), (new, old)):
        assert change_class(before, after)[::2] == ("substantive", True), change_class(before, after)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("guide.md", "help.md", "guide (link to guide) → guide (link to help)"),
        ("https://a.example/x", "https://b.example/x", "guide (link to a.example/x) → guide (link to b.example/x)"),
        ("guide.md#post", "guide.md#reply", "guide (link to guide#post) → guide (link to guide#reply)"),
    ],
)
def test_a_link_that_leads_elsewhere_is_named_as_a_reader_knows_it(old: str, new: str, reason: str) -> None:
    """By the end of its address; the signs by which the program compares addresses are not shown."""
    classed = change_class(f"See the [guide]({old}) first.", f"See the [guide]({new}) first.")
    assert (classed.change_class, classed.reason) == ("substantive", reason)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sie müssen fragen.", "Sie können fragen."),
        ("Fragt also an der Pforte nach.", "Fragt an der Pforte nach."),
        ("Caerdydd a Phowys sydd yn gyfrifol.", "Caerdydd Phowys sydd yn gyfrifol."),
        ("Il a répondu hier.", "Il répondu hier."),
        ("Sie dürfen keine Fotos zeigen.", "Sie dürfen Fotos zeigen."),
        ("Les agents doivent répondre.", "Les agents peuvent répondre."),
        ("Rhaid i staff ofyn.", "Gall staff ofyn."),
        ("员工必须先询问。", "员工不必先询问。"),
        ("يجب على الموظفين السؤال.", "يمكن للموظفين السؤال."),
    ],
)
def test_another_language_is_in_doubt(old: str, new: str) -> None:
    """The list knows English; a changed word of any other language is not on it."""
    assert change_class(old, new).change_class == "substantive"


@given(st.text("ab cd.,'\u2019-*_~|[]()#>1?\n", max_size=40), st.text("ab cd.,'\u2019-*_~|[]()#>1?\n", max_size=40))
def test_comparing_is_symmetric_and_total(old: str, new: str) -> None:
    """Whatever the texts: there is an answer, equal texts have no change, and turning them round keeps it."""
    assert word_changes(old, old) == ()
    assert bool(word_changes(old, new)) == bool(word_changes(new, old))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Replies take ~5 days.", "Replies take 5 days."),
        ("Groups of <5 people.", "Groups of >5 people."),
        ("A \u2265 5 rule.", "A \u2264 5 rule."),
        ("The factor is 5*3.", "The factor is 53."),
        ("Keep it below -5 degrees.", "Keep it below 5 degrees."),
        ("Sharing: \u2705", "Sharing: \u274c"),
        ("Pay £5.", "Pay €5."),
        ("From A \u2192 B.", "From B \u2192 A."),
    ],
)
def test_a_sign_that_says_something_is_a_word(old: str, new: str) -> None:
    """About, less than, a minus, a tick in a table: none of them is punctuation."""
    [file] = diff_policies({"a.md": old}, {"a.md": new}).files
    assert {change.change_class for change in file.changes} == {"substantive"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Close, if necessary, accounts opened abroad.", "Close accounts opened, if necessary, abroad."),
        ("Delete, if necessary, records kept elsewhere.", "Delete records kept, if necessary, elsewhere."),
        ("Tell, if needed, guests seated there.", "Tell guests seated, if needed, there."),
    ],
)
def test_words_that_stand_elsewhere_are_in_doubt_whichever_words_the_comparison_marks(old: str, new: str) -> None:
    """It may mark the words between the two places instead."""
    for before, after in ((old, new), (new, old)):
        diff = diff_policies({"a.md": f"{before}\n"}, {"a.md": f"{after}\n"})
        assert "substantive" in {change.change_class for change in diff.files[0].changes}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("* [Kontakt](k/kontakt) Preise", "* [Kontakt](k/rechnung) [Preise](k/preise)"),
        ("* [Kontakt](k/a) und [Preise](k/b)", "* [Kontakt](k/b) und Preise"),
        ("* Preise [Regeln](k/a)", "* [Preise](k/p) [Regeln](k/b)"),
    ],
)
def test_a_link_that_leads_elsewhere_is_seen_beside_one_that_comes(old: str, new: str) -> None:
    """In a language without a list, too: links are compared that stand behind the same word."""
    for before, after in ((old, new), (new, old)):
        assert change_class(before, after).change_class == "substantive"


def test_a_clause_is_looked_at_as_far_as_a_clause_reaches() -> None:
    """Where none ends, each beginning of one would else be followed to the end of the text."""
    endless = f"Although {'it rains and ' * 20}it is cold, we meet."
    assert plain_constructions(endless) == (endless,) * 2
    assert plain_constructions("Although it rains, we meet.") != ("Although it rains, we meet.",) * 2
