"""Slips of grammar and spelling, and two ways to write one figure; each kind beside changes that look like it."""

import pytest

from reviewtui.text.meaning.change_class import change_class

SLIPS = {
    "a word that stands elsewhere on both sides": (
        ("Read teh form before the visit.", "Read the form before the visit."),
        ("Ask for a modificaton; a modification is free.", "Ask for a modification; a modification is free."),
    ),
    "words of a link": (
        ("See [training requets](requests.md).", "See [training requests](requests.md)."),
        ("Log your [reciepts](https://a.example/b).", "Log your [receipts](https://a.example/b)."),
    ),
    "a month": (
        ("It starts on 1 Febrary 2025.", "It starts on 1 February 2025."),
        ("Closed in Setember.", "Closed in September."),
    ),
    "words of the list": (
        ("It is late and therefor refused.", "It is late and therefore refused."),
        ("Read the punction marks.", "Read the punctuation marks."),
        ("Ask the councilor.", "Ask the councillor."),
        ("Fees are payed in May.", "Fees are paid in May."),
        ("See the term calender.", "See the term calendar."),
    ),
    "words in one or two": (
        ("Moving onto the next step needs a form.", "Moving on to the next step needs a form."),
        ("Please checkout the tool bar.", "Please check out the toolbar."),
    ),
    "of for have": (
        ("A debt that should of been paid is reported.", "A debt that should have been paid is reported."),
        ("You could of asked.", "You could have asked."),
    ),
    "a duty said twice": (
        ("You may need to need to ask.", "You may need to ask."),
        ("Staff must must sign.", "Staff must sign."),
    ),
    "a participle": (
        ("Every member is encourage to ask.", "Every member is encouraged to ask."),
        ("Complaints can be submit by post.", "Complaints can be submitted by post."),
    ),
    "a verb behind another": (
        ("Staff must to sign.", "Staff must sign."),
        ("Let users to compare fees.", "Let users compare fees."),
        ("The list is not be published.", "The list is not published."),
        ("They are referred as guests.", "They are referred to as guests."),
        ("The group is lead by a warden.", "The group is led by a warden."),
    ),
    "one, or several": (("If a members is ill, ask.", "If a member is ill, ask."),),
    "a figure": (
        ("Leave 50cm of space.", "Leave 50 cm of space."),
        ("Wait around 10 minutes.", "Wait about 10 minutes."),
        ("Stay 50 centimetres away.", "Stay 50cm away."),
        ("The 2025/26 fund is open.", "The 2025-26 fund is open."),
        ("PlacedSentences of the 1990's are cold.", "PlacedSentences of the 1990s are cold."),
    ),
    "days and months in a row": (
        ("Open Mon-Fri from 9am.", "Open Monday to Friday from 9am."),
        ("Open Mon\u2013Fri.", "Open Monday-Friday."),
        ("Closed Sat and Sun.", "Closed Saturday and Sunday."),
        ("It runs May-July.", "It runs May to July."),
    ),
    "a comma": (
        ("The clerk, must approve it.", "The clerk must approve it."),
        ("At the beginning it doesn't work.", "At the beginning, it doesn't work."),
        ("But when you ask you get it.", "But when you ask, you get it."),
    ),
    "a hyphen": (("It reduces vendor-lock in.", "It reduces vendor lock-in."),),
    "a numbered choice": (("Either: (1) mend it or (2) pay.", "Either: (1) mend it; or (2) pay."),),
}
OTHER = {
    "another noun than the one of the article": (
        ("A decision by the directors is final.", "A decision by the director is final."),
        ("An officer who disobeys the managers is dismissed.", "An officer who disobeys the manager is dismissed."),
        ("An officer who breaks rules is dismissed.", "An officer who breaks rule is dismissed."),
        ("A report from the auditors is needed.", "A report from the auditor is needed."),
        ("Every director who holds shares is barred.", "Every director who holds share is barred."),
    ),
    "a place, and no figure that is not exact": (
        ("Put signs around 3 schools.", "Put signs about 3 schools."),
        ("Posters around 10 Downing Street.", "Posters about 10 Downing Street."),
    ),
    "a word that stands elsewhere on both sides": (
        ("Ask for a modication; a modification is free.", "Ask for a modification; a modification is free."),
        ("Ask Teh about the form.", "Ask Tan about the form."),
        ("Ask Mr Teh about the form.", "Ask about the form."),
        ("Cair House and the care team sign.", "Care House and the care team sign."),
        ("Read the recod and the record.", "Read the record."),
        ("Keep the from and the form.", "Keep the form and the form."),
        ("Ask Kare in the care team.", "Ask Kane in the care team."),
        ("The wadren and a warden sign.", "A warden signs."),
        ("The form or teh fee.", "The form and the fee."),
        ("Teh form is due.", "No form is due."),
        ("Tell teh clerk the fee.", "Tell a clerk no fee."),
    ),
    "words of a link": (
        ("See [the rules](a.md).", "See [the roles](a.md)."),
        ("See [paid leave](a.md).", "See [unpaid leave](a.md)."),
        ("Ask [the clerk](https://a.example/b).", "Ask [the mayor](https://a.example/b)."),
        ("See [fees](fees.md).", "See [fines](fees.md)."),
        ("See [Smith](smith.md).", "See [Smyth](smith.md)."),
        ("See [teh form](https://a.example/teh).", "See [the form](https://b.example/the)."),
        ("Write to [us](mailto:recieve@a.example).", "Write to [us](mailto:receive@a.example)."),
        ("See [May](a.md).", "See [March](a.md)."),
        ("[Do](a.md)", "[Do not](a.md)"),
        ("See [part 1](a.md).", "See [part 2](a.md)."),
    ),
    "a month": (
        ("It starts on 1 Febrary 2025.", "It starts on 2 February 2025."),
        ("It starts on 1 Febrary 2025.", "It starts on 1 January 2025."),
        ("Closed in Setember.", "Closed in December."),
        ("Closed in June.", "Closed in July."),
        ("Closed on Tusday.", "Closed on Thursday."),
        ("Closed on Tursday.", "Closed on Tuesday."),
        ("Ask Jane.", "Ask June."),
        ("Closed in Agust and May.", "Closed in April and May."),
        ("By 1 Octber.", "After 1 October."),
        ("In Novmber 2024.", "In November 2025."),
    ),
    "words of the list": (
        ("Fees are payed in May.", "Fees are unpaid in May."),
        ("Fees are paid in May.", "Fees are played in May."),
        ("Ask the councilor.", "Ask the counsellor."),
        ("Ask the councillor.", "Ask the council."),
        ("The councillor signs.", "The councillors sign."),
        ("See the calendar.", "See the colander."),
        ("Late, and therefore refused.", "Late, and thereafter refused."),
        ("Wait until Friday.", "Wait since Friday."),
        ("Ask the principal.", "Ask the principle."),
        ("A cheque is kept.", "A check is kept."),
    ),
    "words in one or two": (
        ("Staff re sign each year.", "Staff resign each year."),
        ("Staff re-sign each year.", "Staff resign each year."),
        ("They work over time.", "They work overtime."),
        ("They may be late.", "Maybe late."),
        ("Walk in to the hall.", "Walk on to the hall."),
        ("Check out the form.", "Check in the form."),
        ("Hold it over night.", "Hold it over nights."),
        ("Some times apply.", "Sometimes apply."),
        ("Every day rules apply.", "Everyday rules apply."),
        ("Go onto the roof.", "Go off the roof."),
    ),
    "of for have": (
        ("You could of course ask.", "You could have asked."),
        ("You must of necessity ask.", "You must have asked."),
        ("Some of them ask.", "Some have them ask."),
        ("It should of been paid.", "It should not have been paid."),
        ("It should of been paid.", "It must have been paid."),
        ("It would of been paid.", "It should have been paid."),
        ("It should of been paid.", "It should be paid."),
        ("It should of been lent.", "It should have been sent."),
        ("It could of been kept.", "It could have been kept twice."),
        ("You might of asked.", "You might have to ask."),
    ),
    "a duty said twice": (
        ("Staff must must sign.", "Staff may sign."),
        ("Staff must must sign.", "Staff must not sign."),
        ("Staff must not not sign.", "Staff must not sign."),
        ("You need to need to ask.", "You need not ask."),
        ("Staff may may sign.", "Staff sign."),
        ("Staff should should sign.", "Staff must sign."),
        ("You have to have to ask.", "You have had to ask."),
        ("They will will sign.", "They would sign."),
        ("No no staff sign.", "Staff sign."),
        ("It can can wait.", "It cannot wait."),
    ),
    "a participle": (
        ("Members are encourage to ask.", "Members are required to ask."),
        ("Members are expect to ask.", "Members are not expected to ask."),
        ("The board is to approve it.", "The board is approved to."),
        ("Staff are allow to ask.", "Staff are obliged to ask."),
        ("It is keep by the clerk.", "It is kept by the mayor."),
        ("It was keep by the clerk.", "It will be kept by the clerk."),
        ("They ask to leave.", "They are asked to leave."),
        ("It is used to pay.", "It used to pay."),
        ("The form is send to us.", "The form is sent by us."),
        ("It is report to us.", "It is to report to us."),
    ),
    "a verb behind another": (
        ("Staff must to sign.", "Staff need not sign."),
        ("Staff should to sign.", "Staff must sign."),
        ("Let rooms to members.", "Let members rooms free."),
        ("Let users to compare fees.", "Let users to pay fees."),
        ("The list is to be published.", "The list is published."),
        ("The list is be published.", "The list is not published."),
        ("They are referred to us.", "They are referred as guests."),
        ("The group is lead by a warden.", "The group is led by wardens."),
        ("The warden is lead by a group.", "The group is led by a warden."),
        ("The group was lead by a warden.", "The group is led by a warden."),
    ),
    "one, or several": (
        ("Ask the caretaker.", "Ask the caretakers."),
        ("If a core team member is ill, ask.", "If core team members are ill, ask."),
        ("If a core team members is ill, ask.", "If a board member is ill, ask."),
        ("Each list of members is kept.", "Each list of one member is kept."),
        ("These kinds of project end.", "This kind of project ends."),
        ("All kinds of projects end.", "All kinds of projections end."),
        ("Two types of leave.", "Three types of leave."),
        ("A members is ill.", "The members are ill."),
        ("Each copies is kept.", "Both copies are kept."),
        ("Every records is kept.", "Every recording is kept."),
    ),
    "a figure": (
        ("Leave 50cm of space.", "Leave 50 mm of space."),
        ("Leave 50cm of space.", "Leave 5 cm of space."),
        ("Leave 50 cm of space.", "Leave 50 m of space."),
        ("Leave 50km free.", "Leave 50 kg free."),
        ("The 2025/26 fund is open.", "The 2025-27 fund is open."),
        ("The 2025/26 fund is open.", "The 2026-26 fund is open."),
        ("The 2025/26 fund is open.", "The 2025 fund is open."),
        ("PlacedSentences of the 1990's are cold.", "PlacedSentences of the 1980s are cold."),
        ("PlacedSentences of the 1990s are cold.", "PlacedSentences of 1990 are cold."),
        ("Give 5mg a day.", "Give 5 g a day."),
    ),
    "days and months in a row": (
        ("Open Mon-Fri.", "Open Monday to Thursday."),
        ("Open Mon-Fri.", "Open Monday and Friday."),
        ("Open Mon-Fri.", "Open Mon to Sat."),
        ("Open Mon to Fri.", "Open Mon or Fri."),
        ("Open Mon-Fri.", "Open from Monday."),
        ("It runs May-July.", "It runs May to June."),
        ("It runs May-July.", "It runs until July."),
        ("Closed Sat and Sun.", "Closed Saturday or Sunday."),
        ("Rest in the sun and sit.", "Rest in the Sunday and sit."),
        ("Keep the sat nav and sun hat.", "Keep the Saturday nav and sun hat."),
    ),
    "a comma": (
        ("Staff who ask, must sign.", "Staff, who ask, must sign."),
        ("Staff, who ask, must sign.", "Staff who ask must sign."),
        ("Officers not on duty must sign.", "Officers, not on duty, must sign."),
        ("When staff leave rooms, lock them.", "When staff leave, rooms lock them."),
        ("Do not sign because it is late.", "Do not sign, because it is late."),
        ("At night it is not open if wet.", "At night it is not open, if wet."),
        ("The clerk, must approve it.", "The clerk may approve it."),
        ("The clerk, must approve it.", "The clerk must not approve it."),
        ("Members without keys must ring.", "Members, without keys must ring."),
        ("Nobody, may enter but staff.", "Nobody may enter, but staff."),
    ),
    "a numbered choice": (
        ("Either: (1) mend it or (2) pay.", "Both: (1) mend it; and (2) pay."),
        ("(1) mend it or (2) pay.", "(1) mend it and (2) pay."),
        ("(1) mend it; or (2) pay.", "(1) mend it; or (3) pay."),
        ("Pay a fee or (if late) a fine.", "Pay no fee; or (if late) a fine."),
        ("Do not mend it or (2) pay.", "Do not mend it; (2) pay."),
        ("(1) mend or sell or (2) pay.", "(1) mend; or sell and (2) pay."),
        ("(1) mend it and pay or (2) pay.", "(1) mend it or pay; or (2) pay."),
        ("(1) mend it or (2) pay.", "(2) pay."),
        ("(1) mend it or (2) pay.", "(1) mend it; or (2) do not pay."),
        ("Pay in 5 days or (2) leave.", "Pay in 6 days; or (2) leave."),
    ),
}


def pairs(kinds: dict[str, tuple[tuple[str, str], ...]]) -> list[tuple[str, str]]:
    """Return all pairs, each in both directions."""
    return [pair for listed in kinds.values() for one, other in listed for pair in ((one, other), (other, one))]


@pytest.mark.parametrize(("old", "new"), pairs(SLIPS))
def test_a_slip_is_editorial(old: str, new: str) -> None:
    """Of one of the two forms there is no other reading."""
    assert change_class(old, new).change_class == "editorial", change_class(old, new)


@pytest.mark.parametrize(("old", "new"), pairs(OTHER))
def test_what_looks_like_a_slip_is_in_doubt_at_least(old: str, new: str) -> None:
    """Ten changes of substance for each kind."""
    assert change_class(old, new).change_class != "editorial"


def test_a_reason_tells_the_words_as_they_stand() -> None:
    """Also beside a slip that was put right."""
    assert change_class("Ask HR for teh fee.", "Ask PR for the fee.").reason == "HR → PR"


def test_where_a_link_leads_is_no_word_to_be_put_right() -> None:
    """Each letter of it counts."""
    classed = change_class("Read [teh form](teh).", "Read [the form](the).")
    assert (classed.change_class, classed.reason) == ("substantive", "form (link to teh) → form (link to the)")


def test_the_second_word_of_a_contraction_is_told() -> None:
    """It stands nowhere by itself."""
    assert change_class("We're formed groups.", "We've formed groups.").reason == "are → have"
