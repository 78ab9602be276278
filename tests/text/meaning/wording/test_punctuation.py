"""Signs between words: where they change how far a "not" or an "if" reaches, and where they are style."""

import pytest

from reviewtui.text.meaning.change_class import change_class

REACH = [
    ("Do not post, like, or share.", "Do not post. Like, or share."),
    ("You must not share passwords, tell others.", "You must not share passwords. Tell others."),
    ("You must not delete posts and block people.", "You must not delete posts; and block people."),
    ("Never: reply in anger.", "Never. Reply in anger."),
    ("No photos of children are allowed.", "No. Photos of children are allowed."),
    ("No photos without consent.", "No, photos without consent."),
    ("Not all posts need approval.", "Not. All posts need approval."),
    ("Do not stop posting.", "Do not. Stop posting."),
    ("If it is abusive, delete it.", "If it is abusive. Delete it."),
    ("Only managers approve; staff post.", "Only managers approve staff post."),
    ("Officers who are trained may post.", "Officers, who are trained, may post."),
    ("Staff don't reply, delete it.", "Staff don't reply. Delete it."),
    ("Unless asked, reply.", "Unless asked. Reply."),
    ("Officers, managers must ask.", "Officers' managers must ask."),
    ("Ask the officer's manager.", "Ask the officers' manager."),
    ("The clerks report to the chair.", "The clerk's report to the chair."),
    ("Ask the boards.", "Ask the board's."),
    ("Managers, trustees approve it.", "Managers trustees approve it."),
    ("Senior, staff and volunteers.", "Senior staff and volunteers."),
    ("Directors, staff and volunteers ask.", "Directors staff and volunteers ask."),
    ("Staff that smoke leave.", "Staff, that smoke, leave."),
    ("Officers working at night sign in.", "Officers, working at night, sign in."),
    ("Staff trained in first aid help.", "Staff (trained in first aid) help."),
    ("Visitors with dogs wait.", "Visitors \u2013 with dogs \u2013 wait."),
    ("Files marked secret are locked.", "Files, marked secret, are locked."),
    ("Staff can apply for leave, with pay.", "Staff can apply for leave with pay."),
    ("Ask staff; managers approve.", "Ask staff, managers approve."),
    ("Pay fees; fines and costs are extra.", "Pay fees, fines and costs are extra."),
    ("Staff may post: managers approve.", "Staff may post managers approve."),
    ("After eating, the staff wash.", "After eating the staff, wash."),
    ("If staff agree, the manager may act.", "If staff agree the manager, may act."),
    ("Councillors, however elected, ask.", "Councillors however, elected ask."),
    ("Ask three people: the clerk, the chair.", "Ask three people, the clerk, the chair."),
    ("Ask staff. Managers approve.", "Ask staff managers approve."),
    ("Managers and staff, if trained, post.", "Managers, and staff if trained, post."),
    ("Staff post if trained and asked.", "Staff post, if trained, and asked."),
    ("Staff post and reply if trained.", "Staff post, and reply if trained."),
    ("Ask the clerk, and the mayor or the chair.", "Ask the clerk and the mayor, or the chair."),
    ("Records kept by staff before May go.", "Records kept by staff, before May go."),
    ("Staff must not leave. They also post.", "Staff must not leave and post."),
    ("Staff may leave. Staff also post.", "Staff may leave and post."),
    ("Two hundred-year leases.", "Two-hundred-year leases."),
    ("Twenty four-hour shifts.", "Twenty-four hour shifts."),
    ("Staff (must) ask first.", "Staff must ask first."),
    ("Staff [must] ask first.", "Staff must ask first."),
]
STYLE = [
    ("Staff post, like and share.", "Staff post, like, and share."),
    ("Ask first; then post.", "Ask first. Then post."),
    ("In an emergency call us.", "In an emergency, call us."),
    ("Don't post it, it isn't yours.", "Don't post it; it isn't yours."),
    ("Do not post it; ask first.", "Do not post it. Ask first."),
    ("Do not post it", "Do not post it."),
    ("If it is late call us.", "If it is late, call us."),
    ("Staff park here, if the gate is open.", "Staff park here if the gate is open."),
    ("Read it, please.", "Read it please."),
    ("Use fruit, for example, apples.", "Use fruit (for example apples)."),
    ("The surgeries (which are free) are held.", "The surgeries, which are free, are held."),
    ("Leave (including sick leave) is paid.", "Leave - including sick leave - is paid."),
    ("We keep it, then we shred it.", "We keep it. Then we shred it."),
    ("Open Monday - Friday.", "Open Monday\u2013Friday."),
    ("Section 4 - Leave", "Section 4: Leave"),
    ("Wait for the tone... then speak.", "Wait for the tone\u2026 then speak."),
    ("Bring pens, ink etc. to it.", "Bring pens, ink etc to it."),
    ("It is abroad. in line with the guide", "It is abroad, in line with the guide"),
    ("Ask: a clerk; a chair; a mayor.", "Ask: a clerk, a chair, a mayor."),
    ("Ask a clerk; a chair; and a mayor.", "Ask a clerk, a chair and a mayor."),
    ("It is on Monday, 12 May.", "It is on Monday 12 May."),
    ("A twenty-four hour shift.", "A twenty-four-hour shift."),
    ("It takes twenty four days.", "It takes twenty-four days."),
    ("Give two hours notice.", "Give two hours' notice."),
    ("Use smaller, more regular steps.", "Use smaller more regular steps."),
    ("Ask staff (or volunteers) there.", "Ask staff, or volunteers, there."),
    ("- Fish, meat\n- Eggs", "- Fish, meat,\n- Eggs."),
    ("The boards decision counts.", "The board's decision counts."),
    ("Members comments are kept.", "Member's comments are kept."),
    ("GPs are told.", "GP's are told."),
    ("We dont post.", "We don't post."),
    ("Because it is public, it should be: open, legible.", "Because it is public, it should be open, legible."),
    ("It does not apply to: wardens, clerks.", "It does not apply to wardens, clerks."),
]


@pytest.mark.parametrize(("old", "new"), REACH, ids=[new for _, new in REACH])
def test_a_sign_that_changes_what_is_forbidden_is_in_doubt(old: str, new: str) -> None:
    """The words are the same, and what they bind to may not be: in both directions."""
    assert change_class(old, new).change_class != "editorial"
    assert change_class(new, old).change_class != "editorial"


@pytest.mark.parametrize(("old", "new"), STYLE, ids=[new for _, new in STYLE])
def test_other_signs_are_style(old: str, new: str) -> None:
    """Serial commas, semicolons for sentence ends, and a last full stop bind nobody: in both directions."""
    assert change_class(old, new).change_class == "editorial"
    assert change_class(new, old).change_class == "editorial"
