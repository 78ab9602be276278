# ruff: noqa: RUF001 - signs that look alike are the subject
"""Changes that tell of another meaning by themselves: an alarm, which no word of the author settles."""

import pytest

from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.text.meaning.change_class import change_class
from reviewtui.text.meaning.meaning import meaning_changes
from reviewtui.text.meaning.wording.vocabulary.antonyms import are_opposites

ANOTHER_MEANING = [
    ("Give ½ of the fee back.", "Give ¼ of the fee back."),
    ("The fee must be ≤ 50 pounds.", "The fee must be ≥ 50 pounds."),
    ("Wait if x ≤ y.", "Wait if x ≥ y."),
    ("The dose is 5 mg.", "The dose is 5 µg."),
    ("The dose is 5 mg a day.", "The dose is 5 μg a day."),
    ("The policy includes contractors.", "The policy excludes contractors."),
    ("It costs £50.", "It costs €50."),
    ("Keep it at 5 °C.", "Keep it at 5 °F."),
    ("Keep it at 5°C.", "Keep it at 5°F."),
    ("Files up to 500 kB.", "Files up to 500 MB."),
    ("Files up to 500kB are fine.", "Files up to 500MB are fine."),
    ("A tolerance of ±5 applies.", "A tolerance of +5 applies."),
    ("A tolerance of ±5 applies.", "A tolerance of 5 applies."),
    ("Work out hours × rate.", "Work out hours ÷ rate."),
    ("See part IV of the plan.", "See part VI of the plan."),
    ("Grade II staff sign.", "Grade III staff sign."),
    ("Schedule iv applies.", "Schedule vi applies."),
    ("The first offence is noted.", "The second offence is noted."),
    ("Half of the members vote.", "A third of the members vote."),
    ("Half the members vote.", "A third of the members vote."),
    ("Report before the meeting.", "Report after the meeting."),
    ("Staff above grade five sign.", "Staff below grade five sign."),
    ("The minimum stay is short.", "The maximum stay is short."),
    ("Parents opt in to photos.", "Parents opt out of photos."),
    ("People who opt in are told.", "People who opt out are told."),
    ("Ask the manager and the clerk.", "Ask the manager or the clerk."),
    ("Leave counts from Monday.", "Leave counts until Monday."),
    ("Access from the start date.", "Access until the start date."),
    ("Open at 8 AM.", "Open at 8 PM."),
    ("Meet on Monday.", "Meet on Tuesday."),
    ("It starts in March.", "It starts in April."),
    ("It starts in May.", "It starts in June."),
    ("Mondays are free.", "Fridays are free."),
    ("Write to a.b@x.example.", "Write to a.c@x.example."),
    ("Call 01234 567890.", "Call 01234 567891."),
    ("Send it to AB1 2CD.", "Send it to AB1 3CD."),
    ("See https://x.example/a/b.", "See https://x.example/a/c."),
    ("See <https://x.example/a?b=1>.", "See <https://x.example/a?b=2>."),
    ("Up to 10² cells.", "Up to 10³ cells."),
    ("Up to 5 m² of space.", "Up to 5 m³ of space."),
    ("Up to 5 m<sup>2</sup> of space.", "Up to 5 m<sup>3</sup> of space."),
    ("CO₂ is measured.", "CO₃ is measured."),
    ("Only officers may enter.", "Officers may enter."),
    ("Officers only work here.", "Officers work here."),
    ("Everyone except staff signs.", "Everyone including staff signs."),
    ("All except staff sign.", "All staff sign."),
    ("Post unless told.", "Post if told."),
    ("This is a lawful act.", "This is an unlawful act."),
    ("The data is complete.", "The data is incomplete."),
    ("Follow discretionary advice.", "Follow non-discretionary advice."),
    ("They agree with it.", "They disagree with it."),
    ("A compliant supplier.", "A non-compliant supplier."),
    ("A compliant supplier.", "A noncompliant supplier."),
    ("It is possible to leave.", "It is impossible to leave."),
    ("The contract is legal.", "The contract is illegal."),
    ("An authorised person.", "An unauthorised person."),
    ("regular reviews happen", "irregular reviews happen"),
    ("A paid role.", "An unpaid role."),
    ("It is appropriate.", "It is inappropriate."),
    ("Prior approval is needed.", "Subsequent approval is needed."),
    ("Applies to the upper tier.", "Applies to the lower tier."),
    ("increase the limit", "decrease the limit"),
    ("Internal use.", "External use."),
    ("Entry is allowed.", "Entry is forbidden."),
    ("Payments are approved.", "Payments are rejected."),
    ("The limit is 10% of pay.", "The limit is 10‰ of pay."),
    ("Cost: 5 million.", "Cost: 5 billion."),
    ("a fee of 5p", "a fee of 5£"),
    ("Between 5 and 10 staff.", "5 or 10 staff."),
    ("5-10 staff attend.", "5, 10 staff attend."),
    ("Twice a year.", "Once a year."),
    ("Staff with consent may act.", "Staff without consent may act."),
    ("with approval", "without approval"),
    ("Act within the area.", "Act outside the area."),
    ("Pay in advance.", "Pay in arrears."),
    ("Every officer signs.", "No officer signs."),
    ("All officers sign.", "Some officers sign."),
    ("Many officers sign.", "Few officers sign."),
    ("always sign", "never sign"),
    ("sometimes sign", "always sign"),
    ("often sign", "rarely sign"),
    ("more than half attend", "less than half attend"),
    ("The chair is elected.", "The chair is appointed."),
    ("Daily checks.", "Weekly checks."),
    ("the oldest record", "the newest record"),
    ("at the latest on Friday", "at the earliest on Friday"),
    ("Either parent signs.", "Both parents sign."),
    ("Before 5pm.", "By 5pm."),
    ("x < 5 is fine", "x > 5 is fine"),
    ("A pass is a + or more.", "A pass is a - or more."),
    ("the last day", "the first day"),
    ("Ⅳ is the grade", "Ⅵ is the grade"),
    ("① applies", "② applies"),
    ("three-quarters of members", "two-thirds of members"),
    ("¾ of members", "⅔ of members"),
    ("5½ days", "5¼ days"),
    ("two and a half days", "two and a quarter days"),
    ("At 12 noon.", "At 12 midnight."),
    ("Fees rise.", "Fees fall."),
    ("left hand", "right hand"),
    ("the former applies", "the latter applies"),
    ("5 km", "5 miles"),
    ("5 Mb", "5 MB"),
    ("10 kg", "10 lb"),
    ("$5", "£5"),
    ("5 USD", "5 GBP"),
    ("5 euros", "5 pounds"),
    ("∀ x", "∃ x"),
    ("A ∪ B", "A ∩ B"),
    ("a → b", "a ← b"),
    ("√ done", "✗ done"),
    ("✓ may share", "✗ may share"),
    ("☑ may share", "☐ may share"),
    ("5′ long", "5″ long"),
    ("the 1st day", "the 2nd day"),
    ("a one-off fee", "a monthly fee"),
    ("Section 5(a) applies.", "Section 5(b) applies."),
    ("Under paragraph (a), staff act.", "Under paragraph (b), staff act."),
    ("Mon-Fri from nine.", "Mon-Sat from nine."),
    ("Mon\u2013Fri from nine.", "Tue\u2013Fri from nine."),
    ("Sat and Sun are free.", "Fri and Sun are free."),
    ("Winter hours apply.", "Summer hours apply."),
    ("| Day | Desk |\n| --- | --- |\n| Mon-Fri | open |", "| Day | Desk |\n| --- | --- |\n| Mon-Thu | open |"),
    ("Give it to a third party.", "Give it to a first party."),
    ("Third-party cookies are off.", "First-party cookies are off."),
    ("Only first-hand goods are sold.", "Only second-hand goods are sold."),
    ("Two tickets are given per person.", "Two tickets are given per household."),
    ("One vote per member.", "One vote per branch."),
    ("A bag for each child.", "A bag for each class."),
    ("A bag for every child.", "A bag for every family."),
    ("The price is £5 incl. VAT.", "The price is £5 excl. VAT."),
    ("The price is £5 inc VAT.", "The price is £5 ex VAT."),
    ("The price is £5 incl. VAT.", "The price is £5 plus VAT."),
    ("Lunch is included in it.", "Lunch is extra to it."),
    ("A primary school.", "A secondary school."),
    ("MMXX edition of the rules.", "MMXXI edition of the rules."),
    ("Form MDL is used.", "Form MDC is used."),
]
REWORDED = [
    ("The form is below.", "The form is shown below."),
    ("Keep the list up to date.", "Keep the list current."),
    ("Give a short reason.", "Give a brief reason."),
    ("Ask the team in charge.", "Ask the team that is in charge."),
    ("It is a big step.", "It is a large step."),
    ("A fee of £5 per person is due.", "A fee of £5 per head is due."),
    ("A fee of £5 incl. tax is due.", "A fee of £5 including tax is due."),
    ("He signs the form.", "She signs the form."),
    ("Act as per policy.", "Act as per guidance."),
]


def alarmed(old: str, new: str) -> bool:
    """Say whether the comparison of two texts raises an alarm."""
    [file] = diff_policies({"a.md": f"# Text\n\n{old}\n"}, {"a.md": f"# Text\n\n{new}\n"}).files
    return any(change.alarm for change in file.changes)


@pytest.mark.parametrize(("old", "new"), ANOTHER_MEANING, ids=[new for _, new in ANOTHER_MEANING])
def test_a_change_that_tells_of_another_meaning_is_an_alarm(old: str, new: str) -> None:
    """In both directions, for the words alone and in a comparison."""
    for before, after in ((old, new), (new, old)):
        assert change_class(before, after).alarm
        assert alarmed(before, after)


def test_the_alarm_of_a_placed_remark_hears_signs_measures_and_opposites() -> None:
    """Where no word of duty and no amount changed."""
    for old, new in (
        ("Give \u00bd of it back.", "Give \u00bc of it back."),
        ("The dose is 5 mg.", "The dose is 5 \u00b5g."),
        ("The policy includes contractors.", "The policy excludes contractors."),
        ("Wait if x \u2264 y.", "Wait if x \u2265 y."),
        ("Schedule iv applies.", "Schedule vi applies."),
    ):
        assert meaning_changes(old, new)
        assert meaning_changes(new, old)


@pytest.mark.parametrize(("old", "new"), REWORDED)
def test_a_rewording_raises_no_alarm(old: str, new: str) -> None:
    """Whatever its class is."""
    assert not change_class(old, new).alarm
    assert not meaning_changes(old, new)


def test_opposites_are_told_in_all_forms_of_a_word() -> None:
    """And a word is no opposite of itself, nor of one that only begins alike."""
    assert are_opposites("included", "excluded")
    assert are_opposites("approving", "rejecting")
    assert are_opposites("pre-election", "post-election")
    assert not are_opposites("include", "includes")
    assert not are_opposites("come", "welcome")
