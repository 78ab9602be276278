"""What says the same in plainer words is editorial; what only looks like it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.text.meaning.wording.vocabulary.nominal_verbs import with_plain_verbs
from reviewtui.text.meaning.wording.vocabulary.plain_english import RULES, compiled, in_plain_english


def classes(old: str, new: str) -> set[str]:
    """Return the classes of all changes between two texts."""
    diff = diff_policies({"a.md": f"{old}\n"}, {"a.md": f"{new}\n"})
    return {change.change_class for file in diff.files for change in file.changes}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("At all times staff must carry a badge.", "Staff must at all times carry a badge."),
        ("Every six months the engineer tests the lifts.", "The engineer tests the lifts every six months."),
        (
            "The clerk will send to each bidder a copy of the rules.",
            "The clerk will send a copy of the rules to each bidder.",
        ),
        ("Call the duty officer, who will decide.", "Call the duty officer. The duty officer will decide."),
        ("The officer carries out an inspection of the boiler.", "The officer inspects the boiler."),
        ("It is the responsibility of the site manager to ask.", "The site manager must ask."),
        ("There is no need for staff to ask.", "Staff need not ask."),
        ("Should you have any questions, contact us.", "If you have any questions, contact us."),
        ("A decision will be made by the panel on each case.", "The panel will decide on each case."),
        ("Children who are under five travel free.", "Children under five travel free."),
        ("Ask the person who is responsible for the hall.", "Ask the person responsible for the hall."),
        ("The report of the auditor is public.", "The auditor's report is public."),
        ("Leave a gap of 50cm.", "Leave a gap of 50 centimetres."),
        ("Homes of the 1990's are surveyed.", "Homes of the 1990s are surveyed."),
        ("Bids for 2025-26 close in June.", "Bids for 2025/26 close in June."),
        ("The chaplain is appointed on an annual basis.", "The chaplain is appointed annually."),
        ("The yearly review is done in March.", "The annual review is done in March."),
        ("Staff get two weeks' notice.", "Staff get a fortnight's notice."),
        ("Parks staff lock there vehicles.", "Parks staff lock their vehicles."),
        ("The Chief Exec. signs it.", "The Chief Executive signs it."),
        ("The site closes on Sat and Sun.", "The site closes on Saturday and Sunday."),
        ("Send it asap.", "Send it as soon as possible."),
        ("The head teacher decides.", "The headteacher decides."),
        ("Ring (01632) 960 101.", "Ring 01632 960101."),
        ("The clerk will keep the seal.", "The clerk keeps the seal."),
        ("Let the press team know.", "Tell the press team."),
        ("Table 3: charges", "Table 4: charges"),
        ("## Who can apply", "## Who can apply?"),
        ("Documents are kept as long as It takes.", "Documents are kept as long as it takes."),
        ("Officers must log every call.", "Every call must be logged by officers."),
        ("Email Press@Westmoor.example.", "Email press@westmoor.example."),
        ("See [section 4](#leave).", "See [section 4](policy.md#leave)."),
        ("They wll compare it.", "They will compare it."),
    ],
)
def test_plainer_words_for_the_same_are_editorial(old: str, new: str) -> None:
    """In both directions."""
    assert classes(old, new) <= {"editorial"}
    assert classes(new, old) <= {"editorial"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Complaints to the ombudsman must be copied.", "Complaints must be copied to the ombudsman."),
        ("Reports from January must be filed.", "Reports must be filed from January."),
        ("Bookings for the weekend must be made.", "Bookings must be made for the weekend."),
        ("Staff in the office must report.", "Staff must report in the office."),
        ("In the office staff must report.", "Staff in the office must report."),
        ("Should you have a permit, you may park.", "You should have a permit, you may park."),
        ("The majority of staff agree.", "All staff agree."),
        ("The majority of staff agree.", "Staff agree."),
        ("They pay the council the sum.", "The council pays them the sum."),
        ("Tenants who are evicted can appeal.", "Tenants who were evicted can appeal."),
        ("Staff who are required to drive tell us.", "Staff required to drive tell us not."),
        ("The 2025-26 budget applies.", "The 2026-27 budget applies."),
        ("Leave a gap of 5cm.", "Leave a gap of 5mm."),
        ("Leave a gap of 5 cm.", "Leave a gap of 5 metres."),
        ("Staff are paid overtime.", "Staff are paid over time."),
        ("It is the duty of the manager to ask.", "The officer must ask."),
        ("It is the duty of the manager to ask.", "The manager may ask."),
        ("A decision will be made by the panel on each case.", "The board will decide on each case."),
        ("A decision may be made by the panel on each case.", "The panel will decide on each case."),
        ("The clerk will keep the seal.", "The clerk may keep the seal."),
        ("The clerk will keep the seal.", "The clerk keep the seals."),
        ("Carry out an inspection of the boiler.", "Carry out a repair of the boiler."),
        ("Make an application for a permit.", "Apply for two permits."),
        ("There is no need for staff to ask.", "Staff must ask."),
        ("There is no need for staff to ask.", "Staff must not ask."),
        ("Call the duty officer, who will decide.", "Call the duty officer. The manager will decide."),
        ("The committee are informed.", "The committees are informed."),
        ("Ring 01632 960 101.", "Ring 01632 960 102."),
        ("Let the press team know.", "Let the legal team know."),
        ("Let us know.", "Tell them."),
        ("The report of the auditor is final.", "The report of the director is final."),
        ("The report of the auditor is final.", "The auditor of the report is final."),
        ("Staff have to be asked.", "Staff have asked."),
        ("Table 3: charges", "Table 3: refunds"),
        ("See table 3.", "See table 4."),
        ("Section 2 applies to wardens.", "Section 3 applies to wardens."),
        ("Section 2: wardens", "Section 2A: managers"),
        ("It is annual.", "It is monthly."),
        ("Give the key to the warden.", "Give the warden to the key."),
        ("Send the manager the report.", "Send the report the manager."),
        ("The IT team signs it.", "The it team signs it."),
        ("May staff park here?", "Staff may park here."),
        ("Staff are able to leave.", "Staff are unable to leave."),
        ("On Mondays staff must ask.", "On Tuesdays staff must ask."),
        ("At all times staff must not post.", "Staff must at all times post."),
        ("In case of fire call us.", "In case of flood call us."),
        ("Use the form [here](a.md).", "Use the form [here](b.md)."),
        ("Members of the public may speak.", "Members may speak."),
        ("He or she must ask.", "He must ask."),
        ("Staff give notice to the council.", "Staff notice the council."),
        ("Do not provide support to lobby groups.", "Do support lobby groups."),
        ("The panel consists of three people.", "The panel consists of people."),
        ("Whether staff agree matters.", "Weather staff agree matters not."),
        ("Each and every post is checked.", "Some posts are checked."),
        ("Residents receive letters.", "Residents received letters."),
        ("Staff who are under 18 need consent.", "Staff under 16 need consent."),
        ("Refer the matter to the board.", "Refer to the matter of the board."),
        ("It is for the clerk to decide.", "It is for the chair to decide."),
        ("The keeping of records is required.", "Keeping records is encouraged."),
        ("Provide assistance to the police.", "Help the press."),
        ("Pay the fee in the course of 2023.", "Pay the fee in the course of 2024."),
        ("Their manager signs.", "There is a manager who signs."),
        ("A licence holder must tell us.", "A license holder need not tell us."),
        ("The lead officer decides.", "The led officer decided."),
        ("Ask the chair of the committee.", "Ask the committee chair or clerk."),
    ],
)
def test_what_only_looks_like_it_is_not(old: str, new: str) -> None:
    """Another duty, holder, number, place or tense stays one, in both directions."""
    assert classes(old, new) - {"editorial"}
    assert classes(new, old) - {"editorial"}


def test_a_phrase_that_no_rule_knows_stays() -> None:
    """Nothing is rewritten for its own sake."""
    assert in_plain_english("Officers must ask the press team first.") == "Officers must ask the press team first."


PIECES = (
    "in the event that", "in cases that", "in CASE that", "at such time as", "until such time as", "in cases where",
    "Should you call,", "the keeping of records", "a decision will be made by the board.", "must of been",
    "of the fact that", "because of the fact that", "in spite of the fact that", "where it is the case that",
    "for the purposes of", "in the course of", "in the year 2024", "prior to the commencement of",
    "a large number of", "the majority of", "in excess of", "on an annual basis", "a pair of", "each and every",
    "any and all", "it is the duty of staff to", "there is a need for the owner to", "it is essential for you to",
    "there is no need for you to", "let us know", "is in receipt of", "receives", "at no cost to you",
    "free of charge", "who are responsible", "that is available", "the owner of the page is", "5 cm", "the 1980's",
    "2024-25", "two weeks' notice", "(01234) 567 890", "30 mph (thirty miles per hour)", "please note that staff",
    "it should be noted that", "please be aware that", "do not hesitate to call", "please find below a list of",
    "carry out an inspection of", "staff", "2020", ".",
    "s/he asks", "(s)he", "his/her form", "him/her", "fails to pay", "failed to pay", "are unable to come",
    "in a safe manner", "in a polite way", "this includes, but is not limited to, masks",
    "including masks, among other things", "members of the club are told",
    "no later than 5 May", "on or before Friday 5 May", "both staff and visitors", "either a card or cash",
    "with a view to saving", "for the purpose of checking", "the process of hiring", "may not speak unless asked",
    "may only speak if asked", "is responsible for checking", "have a responsibility to ask",
    "posts which have been published", "people who enter",
    "\ue005What is the aim?", "must, within five days, tell the clerk",
    "in the event of snow", "if there are any forms", "do not agree", "disagrees", "not satisfied", "bi-annually",
    "with in 5 days",
    "in the manager's absence", "the aim of this policy is to help", "ceases to work", "tell us of any change",
    "decisions are made by the board", "contain the following:", "Note that staff", "Please remember to ask.",
    "Make sure that you ask.", "We would like to inform you that staff", "As mentioned above, staff",
    "for the avoidance of doubt, staff", "\ue005How do I apply?", "\ue005How is leave booked?", "on a voluntary basis",
    "in 5-7 days",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join))
def test_looking_for_the_words_of_a_rule_first_changes_no_result(text: str) -> None:
    """What a rule says to hold stands in all that it matches."""
    tried = with_plain_verbs(text)
    for _, pattern, form in RULES:
        tried = compiled(pattern).sub(form, tried)
    assert in_plain_english(text) == tried


def test_each_rule_is_tried_by_the_law_above() -> None:
    """A rule that no piece is for would be held by nothing."""
    assert [pattern for _, pattern, _ in RULES if not any(map(compiled(pattern).search, PIECES))] == []
