"""What only looks like a contradiction, one of a kind each."""

import pytest

PEACEFUL = [
    ("This role reports directly to the harbour master.", "This role reports directly to the head of moorings."),
    ("Line management of pilots on the pier", "Line management of deckhands on the pier"),
    ("Everything above goes to the harbour by email.", "Everything below goes to the harbour by email."),
    ("You may not feel able to ask the coxswain directly.", "Asking the coxswain directly is encouraged."),
    (
        "The coxswain shall immediately acknowledge the receipt of a claim to the claimant.",
        "The coxswain must answer the claimant within 21 days of acknowledging the claim.",
    ),
    (
        "Log in the harbour book if a leak lasts longer than 2 hours.",
        "Work in shifts if a storm lasts longer than 3 hours.",
    ),
    ("Painting over and washing off murals are prohibited.", "No painting over or washing off of murals is permitted."),
    ("![Mural of the pier](Mural of the pier 3.png)", "![Mural of the pier](Mural of the pier 8.png)"),
    ("The harbour wall is inspected twice a year.", "The harbour wall is inspected every six months."),
    (
        "During the storm season, volunteers are not expected to be on the pier.",
        "Volunteers are expected to be on the pier.",
    ),
    ("Notify the harbour of new pets.", "Notify the harbour of new boats."),
    (
        "Pilots do not lend ropes to young people or borrow ropes from them.",
        "Ropes are neither lent to young people nor borrowed from them by pilots.",
    ),
    (
        "Additional meetings of the choir shall be held at least monthly.",
        "A meeting of the choir shall be held at least annually.",
    ),
    ("Leaks are to be reported immediately.", "Reports of leaks are kept for six years."),
    ("You may be required to show your ticket on the ferry.", "You must show your ticket on the ferry."),
    ("Apprentices more often than not work at the quay crane.", "Apprentices work at the quay crane."),
    ("The loan of a boat cannot exceed 12 days.", "The loan of a boat must end after 12 days."),
    ("You must pay the pilot for these trips:", "You must not pay the pilot for ferry trips."),
    ("+--+--+--+--+--+--+--+ Level 2 of the flood risk", "+--+--+--+--+--+--+--+ Level 4 of the flood risk"),
    ("Nobody may open the lamp files without approval.", "Pilots must get approval before they open the lamp files."),
    ("No one may open the lamp files without approval.", "Pilots must get approval before they open the lamp files."),
    ("Do not publish a picture of a boy without consent.", "A picture of a boy needs consent before you publish it."),
    (
        "Never publish a picture of a child without written consent.",
        "You must have written consent before you publish a picture of a child.",
    ),
    (
        "A mate cannot leave the berth without permission from the company.",
        "A mate must get permission from the company before leaving the berth.",
    ),
    (
        "Lock the store room door before you leave the building.",
        "Check the store room door after you leave the building.",
    ),
    ("Post the harbour log online on Fridays.", "Sign the harbour log on paper on Fridays."),
    ("Ferry wages are paid on the 5th of each month.", "Ferry wages are paid on the 5th day of the month."),
    ("The ferry lottery ends on Monday, 5 May.", "The ferry lottery ends on 5 May 2027."),
    ("The ferry lottery ends on Monday.", "The ferry lottery ends on Monday, 5 May."),
    ("The ferry lottery ends in May 2027.", "The ferry lottery ends on 5 May 2027."),
    ("The ferry lottery ends on 05/05/2027.", "The ferry lottery ends on 5 May 2027."),
    ("A picture of an adult may be kept for five years.", "A picture of a child may be kept for two years."),
    (
        "Moderators must not remove a comment because it criticises us.",
        "Moderators must remove a comment that threatens a person.",
    ),
    (
        "A complaint is acknowledged within three working days.",
        "An information request is answered within twenty working days.",
    ),
    ("Passwords must be changed every 90 days.", "Change each password quarterly, every 90 days."),
    (
        "Owners must check the list of editors every three months.",
        "Administrators must check the list of members every six months.",
    ),
    ("You may take leave of 12 months for study.", "Leave for study may last for 52 weeks."),
    ("Drivers must rest for 45 minutes on long routes.", "Drivers must work for ten years on long routes."),
    ("Vans must be replaced every three years.", "All other vehicles, bar vans, must be replaced every five years."),
    ("As a last step, you may need to give notice to him.", "As a last step, you may give notice to him."),
    ("Wardens must keep the gate code secret.", "Here is what wardens need to know about the gate code."),
    ("A gate must not be the only way into the garden.", "Gardens must have a gate as a way into the garden."),
    ("Call the museum between 9am and 5pm on 01632 960 510.", "Call the library between 9am and 5pm on 01632 960 511."),
    (
        "Order before noon and it comes the same day; order after noon and it comes a day later.",
        "Order before noon and it comes the same day, but order after noon and it comes a day later.",
    ),
    (
        "Editors must answer questions.",
        "Editors must pass such questions to the press desk and must not answer them.",
    ),
    (
        "If you want more than five weeks of allotment leave, ask the warden.",
        "Allotment leave lasts for two weeks.",
    ),
    (
        "You will get an answer to your appeal within 14 days.",
        "You will be invited to an appeal meeting within 7 days of receiving your appeal.",
    ),
    ("All tools should be on a shelf in the shed.", "Tools that cannot fit on a shelf in the shed go to the barn."),
    ("1. Outsourced gardening of the park", "The society does not outsource gardening of the park."),
    ("Do not just check the lock of the gate.", "Check the lock of the gate and the fence."),
    ("No warden may lend a key of the tower.", "You may not lend a key of the tower."),
    ("13:35 - 13:50 Introduction to the bells", "09:45 - 09:50 Introduction to the bells"),
    ("The year of the guild ends on 31 December 2020.", "31 December: end of the year of the guild"),
    ("Requests under this policy must be sent to the warden.", "Requests under this policy must be sent to the clerk."),
    ("All of the following are considered tools:", "All of the following are not considered tools:"),
    ("The guild cannot cancel a loan by letter.", "We are not able to cancel a loan by letter."),
    ("Effective date: 4 May 2024", "Effective date: 9 June 2025"),
    ("Price of a key: £20", "Price of a lock: £35"),
    (
        "Your shed should lock (require a key) after 15 minutes.",
        "Additionally, your shed should lock (require a key) after 15 minutes.",
    ),
    ("Other members should not ask why a warden has a conflict.", "Some members may have a conflict with a warden."),
    (
        "Bakers must complete 12 months of continuous service before becoming eligible for harvest leave.",
        "Bakers must complete 3 months of continuous service before becoming eligible for the flour stipend.",
    ),
    ("Review the ferry logs every week.", "The lamp logs are reviewed every month to see whether lamps work."),
    (
        "Ferry books are kept under lock by the clerk of the north pier; the board may read them.",
        "Lamp books are kept under lock by the keeper of the south tower; the board may read them.",
    ),
    (
        "For instance, a baker with 3 days of sick leave keeps these 3 sick days over the summer.",
        "A baker cannot gather more than 5 days of sick leave, kept over the summer.",
    ),
    ("Deeds are write-restricted to the Chief Lamp Keeper.", "Deeds are write-restricted to the CLK."),
    ("When not in use, lock the shed with the chain.", "Locking the shed with the chain keeps the tools safe."),
    ("Before the regatta, the harbour master will", "After the regatta, the harbour master will"),
    ("Oarsmen with 4 or 5 points are not eligible for prizes.", "Oarsmen with 1 or 2 points are eligible for prizes."),
    ("The yearly stipend of a pilot is added to their invoice.", "Pilots add the stipend to their monthly invoice."),
    ("Only the harbour master may sign the lease.", "The lease may be ended only if it is signed by both parties."),
    (
        "All departures of a barge are announced by the clerk of the departing barge.",
        "All departures of a barge are announced by the departing clerk.",
    ),
    ("The harbour is not responsible for a lost rope.", "You take full responsibility for the loss of a rope."),
    ("By opting out, you won't share the log with the pier.", "By opting out, you stop sharing the log with the pier."),
    ("Add rope to the winch and you can start to lift.", "If you don't add rope to the winch, you can't lift."),
    ("Security ropes of the winch added 1 May 2026.", "Security ropes of the winch added 13 May 2026."),
    ("The dock is not responsible for the barge and its load.", "Masters are responsible for the barge and its load."),
    ("Section 4 (Ropes) - survives for one year in the dock.", "Section 9 (Winches) - survives in the dock for ever."),
    ("The first regatta ranks nine boats of the club.", "The second regatta ranks four boats of the club."),
    ("If you need any rope for the winch, tell the crew.", "Tell the crew if you need to put rope on the winch."),
    ("This is done by tying a rope before lifting a winch.", "This is done by tying a rope after lifting a winch."),
    ("A draw of £50 is paid to each AE on the old pier.", "A draw of £60 is paid to each RSD on the old pier."),
    ("The winch has a guard on deck.", "A winch that does not have a guard on deck"),
    ("Sailors: hand in the form for leave by the pilot.", "Passengers: hand in the form for leave by the mate."),
    (
        "A helmsman who wants to step down should inform the race committee of the club.",
        "A bell ringer who wants to step down should inform the tower captain of the club.",
    ),
    ("Berth fees are paid on the last day of February.", "Berth fees are paid on 29 February."),
    ("Berth fees are paid in the beginning of March.", "Berth fees are paid by 14 March."),
    ("Archers over the age of 16 may use the range.", "Archers who are 16 or older may use the range."),
    ("Dogs are not allowed in the ferry hall.", "Assistance dogs are allowed in the ferry hall."),
    ("The ferry office is closed on stormy days.", "The rescue line is open on stormy days."),
    (
        "Written consent is needed before a picture of a pilot is published.",
        "A picture of a pilot must not be published unless the warden confirms that it is safe.",
    ),
    (
        "Every new potter must complete the induction before using the kiln.",
        "New potters may use the kiln before the weekly meeting.",
    ),
    (
        "You should use the harbour launch only for official trips.",
        "Wardens may use the harbour launch for official trips at night.",
    ),
    ("Do not speak to the coxswain of another boat.", "Speak to the warden of another boat."),
    ("All boats of the club are lent to members.", "All boats of the club are lent only to members."),
    ("Harbour bills are kept for two years.", "Harbour bills are deleted after two years."),
    ("Orders of rope over £50 need a signature.", "Orders of rope under £50 need no signature."),
    (
        "The mate approves shore leave of up to two weeks.",
        "Shore leave of more than two weeks is approved by the master.",
    ),
    ("Section 4 (Use of the pier log) — kept for one year.", "Section 9 (Marks in the pier log) — kept for ever."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two"), PEACEFUL)
def test_what_only_looks_like_it_is_left_alone(look, one, two):
    """Different subjects in one pattern, exceptions and equal amounts in other words are no contradictions."""
    assert look("conflict", a=f"# One\n\n{one}\n", b=f"# Two\n\n{two}\n") == []


RULES = (
    "You get {0} of leave at full pay.",
    "The crew office answers within a week if you ask for leave of more than {0}.",
    "Leave of more than {0} needs a letter from the harbour master.",
)


def test_texts_of_one_pattern_are_of_two_cases(look):
    """Two files of which many sentences are the same but for a number differ on purpose; an overview does not."""
    here, there = ("\n\n".join(rule.format(time) for rule in RULES) for time in ("4 weeks", "16 weeks"))
    assert look("conflict", a=f"# Illness\n\n{here}\n", b=f"# Birth\n\n{there}\n") == []
    alone = RULES[0].format("16 weeks")
    assert len(look("conflict", a=f"# Illness\n\n{here}\n", b=f"# Birth\n\n{alone}\n")) == 1


def test_two_bodies_of_which_the_same_is_said(look):
    """What is said twice of two bodies is the task of each."""
    rules = ("The {0} approves the plan of its own work.", "The {0} approves the date of its own meetings.")
    here, there = ("\n\n".join(rule.format(name) for rule in rules) for name in ("pier committee", "dock panel"))
    assert look("conflict", a=f"# One\n\n{here}\n", b=f"# Two\n\n{there}\n") == []
    here, there = (rules[0].format(name) for name in ("pier committee", "dock panel"))
    assert len(look("conflict", a=f"# One\n\n{here}\n", b=f"# Two\n\n{there}\n")) == 1


def test_of_several_records_the_nearest_is_told(look):
    """A rule that is far nearer to one of several records than to the others contradicts that one."""
    forms = (
        ("A warning", "six"),
        ("A final warning for theft", "twelve"),
        ("A first spoken warning by a warden", "three"),
    )
    records = "\n\n".join(
        f"{name} of the harbour court is disregarded after a {count} month period." for name, count in forms
    )
    rule = "A warning of the harbour court is disregarded after a nine month period."
    found = look("conflict", a=f"# Warnings\n\n{records}\n", b=f"# Notes\n\n{rule}\n")
    assert len(found) == 1
    assert "six month" in found[0]


def test_notes_under_two_headings_of_one_file(look):
    """Items without a full stop speak of what their heading names; so does what differs in a word near by."""
    one, two = "- Bonus of $2,500 will be paid to each pilot", "- Bonus of $3,000 will be paid to each pilot"
    gap = "The harbour keeps its own books about all of this. " * 12
    assert look("conflict", a=f"# A\n\n## Sail\n\n{one}\n\n{gap}\n\n## Steam\n\n{two}\n") == []
    one, two = (f"A pilot may spend {price} on rope each year." for price in ("$50", "$75"))
    near = f"# A\n\n## Rope\n\n{one}\n\n## Wire\n\n{two.replace('rope', 'wire')}\n"
    assert look("conflict", a=near) == []
