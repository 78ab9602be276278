"""Which sentences cannot both be followed."""

import pytest

CLASHES = [
    (
        "A complaint about how a berth was given goes to the harbour panel, which will review the case within 14 days.",
        "The harbour panel will review a complaint about a berth within 28 days.",
        "times",
    ),
    (
        "Send monthly invoices for repairs of the ferry to <cash@pier.example>.",
        "Monthly invoices for repairs of the ferry are sent to bills@pier.example.",
        "addresses",
    ),
    ("The harbour wall is inspected twice a year.", "The harbour wall is inspected every second year.", "intervals"),
    (
        "Leaks must be reported immediately to the warden.",
        "Leaks must be reported to the warden within five days.",
        "times",
    ),
    (
        "Report a burst pipe to the warden by the end of the week.",
        "Report a burst pipe to the warden at once.",
        "times",
    ),
    ("Wages are paid on the last day of the month.", "Wages are paid on the 25th day of each month.", "dates"),
    ("A keeper can be removed by a simple majority vote.", "A keeper may be removed by a two-thirds vote.", "shares"),
    (
        "The harbour board holds one regular meeting per year.",
        "The harbour board shall hold two regular meetings per year.",
        "numbers",
    ),
    (
        "Claims more than 60 days late need approval.",
        "Claims more than 30 days late may not be paid without approval.",
        "60",
    ),
    ("Singers are welcome to wear badges on stage.", "When on stage, singers should avoid wearing badges.", "forbids"),
    ("Porters need not notify the depot of new pets.", "Notify the depot of new pets.", "leaves free"),
    (
        "Contracts that need a seal are signed and never sent to the mayor.",
        "Contracts must be sent to the mayor for the seal.",
        "forbids",
    ),
    (
        "Unused tickets roll over to the next season.",
        "Unused tickets do not roll over to the next season.",
        "forbids",
    ),
    ("Porters must hold a full licence.", "Porters may hold a full or a provisional license.", "left open"),
    (
        "Large murals go to the arts panel for approval.",
        "Large murals are put on the agenda for Board approval.",
        "roles",
    ),
    (
        "If the pilot is absent, it is the steward who shall sail the ferry.",
        "If the pilot is absent, the captain shall sail the ferry.",
        "roles",
    ),
    (
        "Bank transfers for the choir shall be approved by the treasurer alone.",
        "Bank transfers for the choir shall be approved by any two of the officers.",
        "alone",
    ),
    (
        "All reports are logged openly with the warden.",
        "All reports are logged in confidence with the warden.",
        "openly",
    ),
    ("> Tickets for the ferry may be refunded.", "Tickets for the ferry are not refundable.", "forbids"),
    ("Passwords must be changed every 90 days.", "Change the password of each account every 60 days.", "90 days"),
    (
        "Messages must be deleted after 12 months.",
        "Messages from customers must be kept for three years.",
        "12 months",
    ),
    ("Chats must be exported to the archive once a month.", "Exports of chats go to the archive every week.", "week"),
    ("Our accounts are looked after from 8am to 6pm.", "Nobody looks after our accounts outside 9am to 5pm.", "8am"),
    ("An advert may cost at most £200 a week.", "No advert may cost more than £500 a week.", "£200"),
    (
        "Report a lost phone to the service desk on 01632 960 501.",
        "Tell the service desk about a lost phone on 01632 960 510.",
        "numbers",
    ),
    (
        "Posts at weekends must be approved by the communications manager.",
        "The duty editor approves posts at weekends.",
        "roles",
    ),
    ("We never delete a comment because it is rude.", "Comments that are rude must be deleted at once.", "forbids"),
    (
        "You must not use personal devices to open corporate accounts.",
        "Staff may open corporate accounts on their own phone.",
        "forbids",
    ),
    ("All films need subtitles, however short.", "Subtitles are optional on short films.", "leaves free"),
    ("Entry to the museum is free of charge.", "Entry to the museum costs 4 euros, with a charge for tours.", "sums"),
    ("Minutes of the council are kept for ever.", "Council minutes are destroyed after ten years.", "times"),
    ("The lost badge is reported within 3 hours.", "The loss of a badge is notified within 12 hours.", "times"),
    (
        "Nobody is expected to work in the garden on Sundays.",
        "Wardens must work in the garden on Sundays.",
        "leaves free",
    ),
    ("No one stores documents in the attic.", "Trainees may store documents in the attic.", "forbids"),
    ("The bus fare of trainees is not reimbursed.", "The bus fare of trainees is reimbursed in May.", "forbids"),
    ("The aquarium is drained every two years.", "Every three years the keepers drain the old aquarium.", "intervals"),
    ("There is no obligation to attend choir rehearsals.", "Singers must attend choir rehearsals.", "leaves free"),
    (
        "When a tenant moves out, the deposit for keys is forfeited.",
        "When a tenant moves out, the deposit for keys is refunded.",
        "refunded",
    ),
    ("Bell ringers may speak for two (2) minutes.", "Each bell ringer may speak for five minutes.", "minutes"),
    ("Audits of the depot can be done in isolation.", "Audits of the depot cannot be done in isolation.", "cannot"),
    (
        "Claims for travel to a hearing must be submitted within three months, like all other expenses.",
        "Expenses for travel are submitted within two months.",
        "times",
    ),
    (
        "Porters who work 30 hours a week are given 12 hours of rest.",
        "A porter who works 30 hours a week is given 8 hours of rest.",
        "12 hours",
    ),
    (
        "Guides join the lottery from their 90th day of service.",
        "Guides join the lottery from their 30th day of service.",
        "90th",
    ),
    ("The harbour lamps are inspected on a quarterly basis.", "Harbour lamps are inspected once a year.", "intervals"),
    ("Ferry wages are paid on the 5th of each month.", "Ferry wages are paid on the 25th day of the month.", "dates"),
    ("The ferry lottery ends on 5 May 2027.", "The ferry lottery ends on 15 May.", "dates"),
    ("Nobody may lend a key of the tower.", "Wardens may lend a key of the tower.", "forbids"),
    (
        "Lock the store room door before you leave the building.",
        "Lock the store room door after you leave the building.",
        "before",
    ),
    ("Lodging of pilots should be approved in advance.", "Lodging of pilots needs no approval in advance.", "free"),
    (
        "Obtain approval from a member of the harbour team before running the pump on a barge.",
        "The lock manager approves running the pump on a barge.",
        "roles",
    ),
    (
        "A mate must obtain approval from the company before leaving the berth.",
        "A mate may leave the berth without approval from the company.",
        "without approval",
    ),
    (
        "Jurors will be granted up to 3 days of paid time to serve as a witness.",
        "Jurors called to serve as a witness receive up to 5 paid days.",
        "3 days",
    ),
    (
        "A motion to remove a bell ringer passes by a simple majority of the guild.",
        "A motion to remove a bell ringer passes if two-thirds of the guild agree.",
        "shares",
    ),
    ("Feel free to keep paint in the boat shed.", "Please do not keep any paint in the boat shed.", "forbids"),
    (
        "Warden approval is required to open a new allotment.",
        "Treasurer approval is required to open a new allotment.",
        "roles",
    ),
    (
        "At least one other person checks the winch before a launch.",
        "At least two other people check the winch before a launch.",
        "numbers",
    ),
    ("A berth in the dock costs 108 NZD for members.", "A berth in the dock costs 60 NZD for members.", "sums"),
    ("Repairs of the winch are required in spring.", "Repairs of the winch in spring: it's not required.", "free"),
    ("There is a 7-calendar-day wait for a mooring.", "The wait for a mooring is 14 calendar days.", "times"),
    ("Tell the harbour of a spill within five days.", "Tell the harbour of a spill within 24 hours.", "times"),
    ("Pilots must ask for permission to dock.", "Pilots can dock without asking anyone for permission.", ""),
    (
        "If a complaint concerns the harbour master, the Vice-Commodore Sailing will be the investigator.",
        "If a complaint concerns the harbour master, the Commodore will be the investigator.",
        "roles",
    ),
    (
        "Every crane on the old pier must be approved by the HSC and is subject to audits.",
        "A crane on the old pier must be approved by the harbour committee.",
        "roles",
    ),
    (
        "The pilot team is responsible for issuing charts to masters, whatever the price.",
        "The board is responsible for issuing charts to masters unless it has none (for example of foreign seas).",
        "roles",
    ),
    (
        "Masters who report a spill should receive a note about the action taken.",
        "Masters who report a spill do not receive a note about the action taken.",
        "forbids",
    ),
    (
        "Spills of oil are looked into by an internal surveyor.",
        "Spills of oil are looked into by an outside surveyor.",
        "internal",
    ),
    ("Provided nobody objects, such moves of a berth end after 72 hours.", "Moves of a berth end after 48 hours.", ""),
    ("Archers must be 16 or older to use the range.", "To use the range archers must be 18 or older.", "ages"),
    ("Archers must be aged 16 to use the range.", "To use the range archers have to be aged 18.", "ages"),
    ("The range is for archers over the age of 18.", "The range is for archers under the age of 18.", "ages"),
    ("The quorum for a choir meeting shall be fifteen.", "The quorum of any choir meeting shall be twenty.", "be"),
    (
        "Ferry wages are paid before the 10th of each lunar calendar month.",
        "Wages on the ferry are paid before the 15th of each lunar calendar month.",
        "dates",
    ),
    (
        "The berth fees of a boat are paid in full by the last day of February.",
        "Berth fees of boats should be paid in full by the last day in January.",
        "dates",
    ),
    (
        "Cooked food that is kept for more than a week is discarded by the warden.",
        "The warden discards cooked food that is kept for more than three days.",
        "times",
    ),
    (
        "If you do not see your harbour wages by the 7th of the month, tell the office.",
        "Tell the office if you do not see your harbour wages by the 15th of the month.",
        "dates",
    ),
    ("The bronze kiln requires training.", "The bronze kiln doesn't require training for potters.", "require"),
    ("Rowers are entitled to a boathouse key.", "Rowers are not entitled to a boathouse key.", "forbids"),
    ("There shall be no smoking on the quay.", "Pilots may smoke on the quay when their ship has left.", "forbids"),
    (
        "Attendance of potters at the weekly kiln meeting is not required.",
        "All potters are required to attend the weekly kiln meeting.",
        "leaves free",
    ),
    (
        "Unless the notice says otherwise, a warden's resignation must be accepted to be effective.",
        "A warden's resignation need not be accepted to be effective, unless its notice says otherwise.",
        "leaves free",
    ),
    (
        "Every new potter must complete the induction before using the kiln.",
        "New potters may use the kiln before they have done the induction.",
        "other way round",
    ),
    (
        "Deck plans may not be changed unless a second pilot has looked at them.",
        "Deck plans may be changed without a second pilot.",
        "forbids",
    ),
    (
        "You should use the harbour launch only for official trips.",
        "Wardens may use the harbour launch for private trips.",
        "only for official trips",
    ),
    (
        "Steel anchors are preferred to rope anchors, large or small.",
        "Rope anchors, large or small, are preferred to steel anchors.",
        "preferred to",
    ),
    (
        "The lighthouse is closed to visitors on stormy days.",
        "On stormy days the lighthouse is open to visitors.",
        "closed",
    ),
    (
        "When there are collisions, the harbour team is responsible for sending out the notices.",
        "The rescue service is responsible for sending notices of collisions.",
        "roles",
    ),
    (
        "Agendas of the choir are shared in the weekly reminder by the librarian.",
        "Agendas of the choir are shared by the conductor in the weekly reminder.",
        "roles",
    ),
    ("It is fine to lend your mooring card to another skipper.", "Skippers should not lend mooring cards.", "forbids"),
    (
        "Tide tables about a harbour are answered with the papers of the month and are kept for two years.",
        "All tide tables submitted to the office are kept for nine years.",
        "times",
    ),
    (
        "Lifeboat drills are open to cadets once the coxswain agrees, which must happen within 30 days of the request.",
        "The coxswain must agree to lifeboat drills of cadets within 12 days of the request.",
        "times",
    ),
    (
        "Notice of a regatta shall be given at least fourteen days before it.",
        "Rowers receive seven days' notice of any regatta.",
        "times",
    ),
    ("Mooring dues are paid by the tenth of the month.", "Mooring dues are paid by the 5th of each month.", "dates"),
    (
        "Tide charts of the bay are kept for ninety days.",
        "Tide charts of the bay are kept until they are a year old.",
        "times",
    ),
    ("New sea charts must be checked by two officers.", "Only one reader checks new sea charts.", "numbers"),
    (
        "The stewards will approve the use of the lamp budget in the second half of a month.",
        "The Tide Committee will approve the use of the lamp budget in the second half of a month.",
        "roles",
    ),
    ("The harbour manager orders all the ropes of the quay.", "Students order all the ropes of the quay.", "roles"),
    (
        "Oilskins are optional for passengers on the ferry deck.",
        "Passengers must stay on the ferry deck near the stern and wear oilskins.",
        "free",
    ),
    (
        "The harbour master has a casting vote when the votes are equal.",
        "The motion falls when the votes are equal, since the harbour master has no casting vote.",
        "forbids",
    ),
    ("Files on a pilot are kept for six years.", "We destroy the files on a pilot after three years.", "times"),
    (
        "The oars of the gig must be locked in the shed.",
        "Locking the oars of the gig in the shed is recommended but optional.",
        "free",
    ),
    (
        "Talks with the coxswain are compulsory for rowers.",
        "Rowers may choose whether to have a talk with the coxswain.",
        "free",
    ),
    ("Only the harbour team may paint the signs of the pier.", "Any rower may paint the signs of the pier.", "Any"),
    (
        "Receipts are needed for all claims on the lamp fund.",
        "For the lamp fund receipts are needed only for claims over £10.",
        "only",
    ),
    ("Rope is paid at 45p per metre by the dock.", "The dock pays rope at 40p a metre.", "sums"),
    (
        "The foghorn of the pier is tested every Monday.",
        "The foghorn of the pier is tested on the first Friday of a month.",
        "dates",
    ),
    ("Own oars may be used to row the old gig.", "The old gig must never be moved with own oars.", "forbids"),
    (
        "Access to the logs of a wreck is open to all members, not only the mate.",
        "Access to the logs of a wreck is restricted to the mate.",
        "open",
    ),
    (
        "Ill pilots get full pay for the first ten days.",
        "Full pay is given to an ill pilot for the first twenty days.",
        "times",
    ),
    (
        "Reports of a leak go to the pier panel, which is responsible for closing the dock.",
        "The harbour council is responsible for closing the dock.",
        "roles",
    ),
    (
        "New rowers complete the training on the winch within their first month.",
        "Training on the winch is completed within six months by all new rowers.",
        "times",
    ),
    (
        "The boat room must be booked at least two days in advance.",
        "Book the boat room no later than a week before you need it.",
        "times",
    ),
    (
        "Pilots may let another pilot steer the old ferry by radio.",
        "Steering by pilots of the old ferry may not be done by radio.",
        "forbids",
    ),
    (
        "The harbour panel gives one week of notice of its hearings to each boat owner.",
        "Hearings of the harbour panel are held with notice to each boat owner of three days, at such time as fits.",
        "times",
    ),
    (
        "Anybody aged 14 or over may join the harbour choir.",
        "Whoever joins the harbour choir must be at least 16 years of age.",
        "ages",
    ),
    ("Pilots may at the same time be stewards.", "A pilot may not be a steward simultaneously.", "forbids"),
    (
        "Talks with the coxswain have to be booked a week in advance.",
        "A talk with the coxswain is booked at least three days in advance.",
        "times",
    ),
    (
        "Old flares may be used at parties in the harbour.",
        "Old flares should not be used, sold or shown in the harbour at parties.",
        "forbids",
    ),
    (
        "For ropes below £100, one written offer is enough.",
        "For ropes below £100, two written offers are needed.",
        "numbers",
    ),
    (
        "The sale of a boat must be approved by the harbour master and by the mate of the pier.",
        "The sale of a boat must be approved by the harbour master alone.",
        "by",
    ),
    (
        "Notice of a storm drill is given no later than 48 hours before it begins.",
        "Notice of a storm drill shall be given at least seventy-two (72) hours before the day.",
        "times",
    ),
    (
        "A voyage to the islands is announced to the crew two months before it begins.",
        "They should also notify the crew of a voyage to the islands at least 4 weeks in advance.",
        "times",
    ),
    (
        "In brief, you get full pay for the first 10 days of illness in 12 months, half pay for the 10 days after.",
        "Within 12 months you will get full pay for the first 20 days of illness.",
        "times",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "why"), CLASHES)
def test_it_is_found_from_both_sides(look, one, two, why):
    """A contradiction between two sections is found whichever stands first, and says what it is about."""
    filler = " ".join(f"The {word} is another matter altogether." for word in ("river", "harbour", "bridge", "market"))
    for first, second in ((one, two), (two, one)):
        found = look("conflict", a=f"# One\n\n{first}\n", b=f"# Two\n\n{second}\n", c=f"# Three\n\n{filler}\n")
        assert len(found) == 1
        assert why in found[0] or why in one + two


def test_two_parts_of_one_file(look):
    """Two headings of one file contradict each other as two files do; one heading may hold a rule and its exception."""
    one, two = "Lockers are emptied after two weeks.", "Lockers are emptied after five weeks."
    assert len(look("conflict", a=f"# A\n\n## Now\n\n{one}\n\n## Later\n\n{two}\n")) == 1


def test_parallel_parts_of_one_file_each_have_their_own_times(look):
    """Two headings on two kinds of one thing, and sentences that give several amounts each, are no contradiction."""
    one, two = "You get 12 weeks of leave at full pay.", "You get 6 weeks of leave at full pay."
    assert look("conflict", a=f"# A\n\n## Maternity leave\n\n{one}\n\n## Paternity leave\n\n{two}\n") == []
    one, two = (f"From April {year}, members pay {share}% of the pension." for year, share in ((2018, 2), (2019, 3)))
    assert look("conflict", a=f"# A\n\n## Then\n\n{one}\n\n## Now\n\n{two}\n") == []


def test_files_that_a_number_tells_apart_each_have_their_own_times(look):
    """Two years of one fair are two fairs; a fair and a notice of it are one."""
    fair = "# Fair\n\nThe fair of the harbour opens on {}.\n"
    assert look("conflict", fair2024=fair.format("4 May"), fair2025=fair.format("9 June")) == []
    assert len(look("conflict", fair=fair.format("4 May"), notice=fair.format("9 June"))) == 1


def test_a_reason_is_not_what_a_rule_is_about(look):
    """Two rules on one thing are told by their rules, however long the reason that one of them gives."""
    one = "Lockers are emptied after two weeks, so that newcomers who wait for a place of their own find a clean one."
    assert len(look("conflict", a=f"# A\n\n{one}\n", b="# B\n\nLockers are emptied after five weeks.\n")) == 1


def test_a_row_of_a_table_speaks_for_its_first_cell(look):
    """A period in a table contradicts the text about the same thing, and not the text about another."""
    table = "# Keeping\n\n| What | How long | Who |\n|---|---|---|\n| Moderation log | two years | web team |\n"
    table += "| Adverts | one year | web team |\n"
    found = look("conflict", a=table, b="# Log\n\nThe web team keeps the moderation log for six years.\n")
    assert len(found) == 1
    assert found[0].startswith("Moderation log")


def test_quotations_are_examples(look):
    """What stands in a block quotation binds nobody."""
    assert look("conflict", a="# A\n\nReply within two days.\n", b="# B\n\n> Reply within five days.\n") == []


OTHER_MATTERS = "\n\n".join(f"The {word} is another matter." for word in ("river", "bridge", "market", "lamp", "pier"))


def test_an_item_is_read_with_the_words_that_lead_to_its_list(look):
    """What a list forbids, and by when it gives something, stands before the list."""
    listed = "# Money\n\nThe lamp fund cannot be used to buy:\n\n- rope for moorings\n- flags\n"
    found = look("conflict", a=listed, b="# Ropes\n\nYou may buy rope for moorings from the lamp fund.\n")
    assert [one.split(" | ")[0] for one in found] == ["rope for moorings"]


@pytest.mark.parametrize(
    "overview",
    [
        "# Leave\n\nIn short, pilots have eleven holidays, four weeks of shore leave and ten days of sick pay.\n",
        "# Leave\n\n## At a glance\n\nPilots have four weeks of shore leave and ten days of sick pay.\n",
    ],
)
def test_an_overview_is_held_against_the_section_that_it_restates(look, overview):
    """What sums up has fewer words for each rule, and may stand in the file of the rule."""
    rules = (
        "\n## Illness\n\nWhen they are ill, pilots who have told the office are paid five days of sick pay a year.\n"
    )
    found = look("conflict", a=overview + rules, b="# Boats\n\nThe boats lie in the harbour.\n")
    assert len(found) == 1
    assert "“ten days” and “five days”" in found[0]


def test_an_example_that_shows_what_is_forbidden(look):
    """An example is held against prohibitions of other sections, unless it is one of what not to do."""
    rule = "# Keys\n\nKeys of the boat shed must not be handed to guests.\n"
    for example, told in (
        ("For example, a member may hand the keys of the boat shed to guests who arrive late.", 1),
        (
            "For example, a member may hand the keys of the boat shed to guests who are late. That breaks this rule.",
            0,
        ),
        ("This is not allowed. For example, a member may hand the keys of the boat shed to guests who arrive late.", 0),
        ("For example, handing keys of the boat shed to guests who arrive late.", 0),
        ("For example, a member may show guests the boats.", 0),
        ("For example, a member who hands keys of the boat shed to guests breaks this rule.", 0),
    ):
        found = look("conflict", a=rule, b=f"# Visits\n\n{example}\n", c=f"# Else\n\n{OTHER_MATTERS}\n")
        assert len(found) == told
        assert all("example" in one for one in found)


def test_an_item_behind_which_another_stands(look):
    """An item that ends in "; and" is a rule, and what a list is not limited to denies nothing."""
    duties = (
        "Stewards' duties include, but are not limited to:\n\n- hold open days of the pier twice a month; and\n- row.\n"
    )
    found = look("conflict", a=f"# One\n\n{duties}", b="# Two\n\nStewards hold open days of the pier once a week.\n")
    assert len(found) == 1
    assert "intervals" in found[0]


def test_a_title_is_no_kind_of_what_stands_below_it(look):
    """What stands under the title of a file is held against the headings below it, which are no kind beside it."""
    gap = "The harbour keeps its own books about all of this. " * 12
    rule, other = (f"Meetings of the pilots outside the season are called {days} days ahead." for days in (3, 7))
    text = f"# Good meetings\n\n{rule}\n\n{gap}\n\n## Meetings in the season\n\n{other}\n"
    assert len(look("conflict", a=text)) == 1


def test_rows_of_two_tables_on_one_thing(look):
    """A row that has another amount in another table, and the same in all other cells, contradicts it."""
    head = "| Record | Period | Starts |\n|---|---|---|\n"
    one, two = (f"{head}| Mooring account | {years} years | End of the year |\n" for years in ("Seven", "Five"))
    assert len(look("conflict", a=f"# One\n\n{one}", b=f"# Two\n\n{two}")) == 1
    other = two.replace("End of the year", "Last voyage")
    assert look("conflict", a=f"# One\n\n{one}", b=f"# Two\n\n{other}") == []


def test_several_contradictions_of_two_texts_are_no_pattern(look):
    """Texts that contradict each other in some of many rules are not made from one pattern."""
    rules = ("ropes are dried for {} days", "lamps are cleaned after {} weeks", "{} pilots sail in each gig")
    filler = "\n\n".join(
        f"The {word} harbour has its own keeper and needs no rule." for word in ("east", "north", "old")
    )
    texts = [
        "\n\n".join(f"In the harbour {rule.format(count)}." for rule in rules) + f"\n\n{filler}\n\n{filler}\n"
        for count in ("four", "nine")
    ]
    texts[1] = texts[1].replace("needs no rule", "is looked after by the watch").replace("harbour has", "quay has")
    assert len(look("conflict", a=f"# One\n\n{texts[0]}", b=f"# Two\n\n{texts[1]}")) == 3


def test_a_short_name_is_the_long_one(look):
    """A short name that the policy explains names the same body, with its letters or without."""
    texts = {
        "a": "# One\n\nThe Harbour Council (HC) consists of 6 members.\n",
        "b": "# Two\n\nThe HC has eight members.\n",
    }
    assert len(look("conflict", **texts)) == 1
