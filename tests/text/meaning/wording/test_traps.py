"""Changes of substance that look like slips or other words for the same: a word of duty in another tense, one letter.

None of them is editorial, in neither direction; each kind stands beside slips of its own that are.
"""

import pytest

from reviewtui.text.diff.policy_diff import diff_policies

TRAPS = {
    "a duty of the past": (
        ("Staff are required to ask.", "Staff were required to ask."),
        ("Staff must be asked.", "Staff had to be asked."),
        ("Members have to declare gifts.", "Members had to declare gifts."),
        ("The clerk has to sign.", "The clerk had to sign."),
        ("Staff are obliged to post.", "Staff were obliged to post."),
        ("The board is bound to reply.", "The board was bound to reply."),
        ("Training is mandatory.", "Training was mandatory."),
        ("A badge is compulsory.", "A badge was compulsory."),
        ("Officers need to log calls.", "Officers needed to log calls."),
        ("Smoking is forbidden.", "Smoking was forbidden."),
        ("Guests are not allowed to vote.", "Guests were not allowed to vote."),
        ("Pets are prohibited.", "Pets were prohibited."),
        ("A form is not required.", "A form was not required."),
        ("Drivers do not need to pay.", "Drivers did not need to pay."),
        ("Members are expected to ask.", "Members were expected to ask."),
        ("Editors are allowed to post.", "Editors were allowed to post."),
        ("You have a duty to ask.", "You had a duty to ask."),
        ("The clerk is responsible for it.", "The clerk was responsible for it."),
        ("Wardens are under a duty to report.", "Wardens were under a duty to report."),
        ("Staff are required to ask.", "Staff have been required to ask."),
    ),
    "a condition": (
        ("The council pays if it wins.", "The council pays when it wins."),
        ("Say where you post.", "Say if you post."),
        ("Tell us if you post.", "Tell us when you post."),
        ("Stop when you are harassed.", "Stop where you are harassed."),
        ("Reply if a member asks.", "Reply whenever a member asks."),
        ("Close the hall if it rains.", "Close the hall in case it rains."),
        ("Report where a fault occurs.", "Report when a fault occurs."),
        ("Wear a badge where you serve.", "Wear a badge when you serve."),
        ("Note when the guest left.", "Note if the guest left."),
        ("Note where the guest slept.", "Note when the guest slept."),
        ("When the fund is closed, staff leave.", "If the fund is closed, staff leave."),
        ("Where a tree is felled, plant one.", "When a tree is felled, plant one."),
        ("Record if the door was locked.", "Record when the door was locked."),
        ("Show where the meter stands.", "Show if the meter stands."),
        ("Ask wherever you are unsure.", "Ask if you are unsure."),
        ("Pay whenever the clerk asks.", "Pay when the clerk asks."),
        ("Leave if told.", "Leave when told."),
        ("In the event of fire, leave.", "When fire breaks out, leave."),
    ),
    "a negation that is misspelt": (
        ("Staff musnt post.", "Staff must post."),
        ("Staff mustn post.", "Staff must post."),
        ("It wasn public.", "It was public."),
        ("Staff didn ask.", "Staff did ask."),
        ("They hadn asked.", "They had asked."),
        ("Staff shouldn post.", "Staff should post."),
        ("It wouldn count.", "It would count."),
        ("Guests cann vote.", "Guests can vote."),
        ("Guests cannt vote.", "Guests can vote."),
        ("It isn open.", "It is open."),
        ("They aren open.", "They are open."),
        ("It doesn count.", "It does count."),
        ("Guests neednt ask.", "Guests need ask."),
        ("The hall is unopen.", "The hall is open."),
        ("It couldn wait.", "It could wait."),
        ("They haven asked.", "They have asked."),
        ("Staff shouldt post.", "Staff should post."),
        ("Guests must nott ring.", "Guests must note ring."),
        ("Nver ring.", "Ever ring."),
    ),
    "a word that the dictionary lacks": (
        ("Treat hypoglycaemia.", "Treat hyperglycaemia."),
        ("Report smishing.", "Report smashing."),
        ("Keep the statins.", "Keep the satins."),
        ("Ask the comms team.", "Ask the comma team."),
        ("Approvers may post.", "Approved may post."),
        ("Only authorizers post.", "Only authorized post."),
        ("Ask the vetter.", "Ask the vetted."),
        ("Ask the deployer.", "Ask the deployed."),
        ("Name the bullier.", "Name the bullied."),
        ("Report vishing.", "Report wishing."),
        ("Treat hypotension.", "Treat hypertension."),
        ("Check the fintech.", "Check the fitch."),
        ("Ask the devops.", "Ask the develops."),
        ("Ask the convenor.", "Ask the convener's."),
        ("Store the lorazepam.", "Store the clonazepam."),
        ("Use the intranets.", "Use the internets."),
        ("Ask the reposter.", "Ask the reporter."),
        ("Ask the scorers.", "Ask the scores."),
        ("Ask the rater.", "Ask the rated."),
        ("Log the redactor.", "Log the redacted."),
        ("Ask the assessee.", "Ask the assessed."),
        ("Give prednisolone.", "Give prednisone."),
        ("Give cefalexin.", "Give cefalexins."),
        ("Tell the retweeters.", "Tell the retweeted."),
    ),
    "a name": (
        ("Ask Nora.", "Ask Noora."),
        ("Ask Brwn.", "Ask Brown."),
        ("Staff at Norwth post.", "Staff at North post."),
        ("Staff of Soth Ward post.", "Staff of South Ward post."),
        ("Ask Hil.", "Ask Hill."),
        ("Ask Mr Gren.", "Ask Mr Green."),
        ("Ask Ms Whit.", "Ask Ms White."),
        ("Send it to Kingg.", "Send it to King."),
        ("The Wst Ward hall is open.", "The West Ward hall is open."),
        ("Ask Bakar.", "Ask Baker."),
        ("Ask Coock.", "Ask Cook."),
        ("Ask Marchh.", "Ask March."),
        ("Use Gooogle.", "Use Google."),
        ("The Esk Bridge is closed.", "The Elk Bridge is closed."),
        ("Ask Mr Shephard.", "Ask Mr Shepherd."),
    ),
    "whose it is": (
        (
            "The mayor tells the members that their posts stay.",
            "The mayor tells the members that his posts stay.",
        ),
        ("Staff must tell the mayor himself.", "Staff must tell the mayor themselves."),
        ("The clerk asks members for their keys.", "The clerk asks members for his keys."),
        ("Members thank the warden for his time.", "Members thank the warden for their time."),
        ("The mayor tells guests that they must leave.", "The mayor tells guests that he must leave."),
        ("Ask them.", "Ask him."),
        ("Members tell the clerk, and they sign.", "Members tell the clerk, and she signs."),
        ("The officer asks them to leave.", "The officer asks her to leave."),
        ("Members and the clerk lock her room.", "Members and the clerk lock their room."),
        ("The chair tells members about her fee.", "The chair tells members about their fee."),
        ("Guests may ask the warden herself.", "Guests may ask the warden themselves."),
        ("Parents must bring the child himself.", "Parents must bring the child themselves."),
        ("Staff may ask the mayor if they agree.", "Staff may ask the mayor if he agrees."),
        ("Members tell the clerk that they are late.", "Members tell the clerk that he is late."),
        ("Members tell the clerk that they have left.", "Members tell the clerk that she has left."),
        ("Keep them.", "Keep those."),
    ),
    "a word of duty": (
        ("You shall have access.", "You must have access."),
        ("Staff could post.", "Staff might post."),
        ("Members shall have a vote.", "Members must have a vote."),
        ("You shall be paid.", "You must be paid."),
        ("Each member shall have one vote.", "Each member has to have one vote."),
        ("The tenant shall be free to leave.", "The tenant must be free to leave."),
        ("Guests shall enjoy quiet.", "Guests must enjoy quiet."),
        ("You shall receive a copy.", "You must receive a copy."),
        ("The hall could close.", "The hall might close."),
        ("Members could vote.", "Members may vote."),
        ("Members can vote.", "Members might vote."),
        ("Guests could stay.", "Guests are able to stay."),
        ("You shall own your posts.", "You must own your posts."),
        ("Nobody might enter.", "Nobody could enter."),
        ("The clerk might approve it.", "The clerk can approve it."),
    ),
    "an address in a tag": (
        (
            '<a href="mailto:complaints@c.example">Write</a> to us.',
            '<a href="mailto:press@c.example">Write</a> to us.',
        ),
        ('<a href="tel:999">Call</a> us.', '<a href="tel:111">Call</a> us.'),
        ("<a href='mailto:a@c.example'>Write</a> to us.", "<a href='mailto:b@c.example'>Write</a> to us."),
        ("<A HREF=mailto:a@c.example>Write</A> to us.", "<A HREF=mailto:b@c.example>Write</A> to us."),
        (
            '<a class="x" href="mailto:a@c.example">Write</a> to us.',
            '<a class="x" href="mailto:b@c.example">Write</a> to us.',
        ),
        ('<a href="https://c.example/a">Read</a> it.', '<a href="https://c.example/b">Read</a> it.'),
        ('<img src="map-a.png"> Meet here.', '<img src="map-b.png"> Meet here.'),
        ('<form action="mailto:a@c.example"> Send it.', '<form action="mailto:b@c.example"> Send it.'),
        ('<a\nhref="mailto:a@c.example">Write</a> to us.', '<a\nhref="mailto:b@c.example">Write</a> to us.'),
        ('<a href = "mailto:a@c.example">Write</a> to us.', '<a href = "mailto:b@c.example">Write</a> to us.'),
        (
            '<a href="mailto:a@c.example" title="us">Write</a> to us.',
            '<a href="mailto:b@c.example" title="us">Write</a> to us.',
        ),
        ('- <a href="mailto:a@c.example">Write</a> to us.', '- <a href="mailto:b@c.example">Write</a> to us.'),
        ('<a href="sms:123">Text</a> us.', '<a href="sms:124">Text</a> us.'),
        (
            '<a href="mailto:a@c.example">Write</a> to us.',
            '<a href="mailto:a@c.example?cc=b@c.example">Write</a> to us.',
        ),
        ('<area href="mailto:a@c.example"> Write to us.', '<area href="mailto:b@c.example"> Write to us.'),
    ),
    "a rule in code, or a heading": (
        ("Staff must ask first.", "`Staff must ask first.`"),
        ("Staff must not post.", "Staff must `not` post."),
        ("Staff must ask first.", "Staff `must` ask first."),
        ("- Staff must ask first.", "- `Staff must ask first.`"),
        ("Staff must ask.", "Staff `must ask`."),
        ("| a |\n| - |\n| Staff must ask. |", "| a |\n| - |\n| `Staff must ask.` |"),
        ("Staff must ask.", "<code>Staff must ask.</code>"),
        ("Staff must ask.", "<pre>Staff must ask.</pre>"),
        ("- Staff must ask first.", "- # Staff must ask first."),
        ("Staff must ask.\n\n---", "Staff must ask.\n---"),
        ("Staff must ask.\n\n===", "Staff must ask.\n==="),
        ("Staff must ask.", "# Staff must ask."),
        ("> Staff must ask.", "> # Staff must ask."),
        ("1. Staff must ask first.", "1. ## Staff must ask first."),
    ),
}
SLIPS = (
    ("Staff must must ask.", "Staff must ask."),
    ("It is 5km away.", "It is 5 km away."),
    ("Teh staff post.", "The staff post."),
    ("A fault that occured is logged.", "A fault that occurred is logged."),
    ("We recieve the mail.", "We receive the mail."),
    ("Ask the commitee.", "Ask the committee."),
    ("Its seperate from that.", "It's separate from that."),
    ("The council's rules apply to staff.", "The Council's rules apply to staff."),
    ("Staff are encouraged to e-mail us.", "Staff are encouraged to email us."),
)


def in_substance(old: str, new: str) -> bool:
    """Say whether a comparison of two policies finds more than editorial changes."""
    sides = ({"a.md": f"# R\n\nThe rules are for all of us.\n\n{text}\n"} for text in (old, new))
    return any(change.change_class != "editorial" for file in diff_policies(*sides).files for change in file.changes)


@pytest.mark.parametrize("kind", TRAPS)
def test_what_changes_a_rule_is_never_editorial(kind: str) -> None:
    """However small it is, in both directions: a sign-off must not survive it."""
    missed = [pair for one, other in TRAPS[kind] for pair in ((one, other), (other, one)) if not in_substance(*pair)]
    assert not missed


def test_a_slip_stays_editorial() -> None:
    """In both directions."""
    wrong = [pair for one, other in SLIPS for pair in ((one, other), (other, one)) if in_substance(*pair)]
    assert not wrong
