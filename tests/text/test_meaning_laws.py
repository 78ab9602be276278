"""Laws of the meaning alarm: made by rule from tables, not from any real text."""

from itertools import permutations, product

import pytest

from reviewtui.text.meaning.change_class import change_class
from reviewtui.text.meaning.meaning import meaning_changes

FORCES = {
    "must": ("must", "MUST", "shall", "are required to", "have to", "need to", "are obliged to", "are to"),
    "must not": (
        *("must not", "MUST NOT", "shall not", "may not", "cannot", "are not to", "mustn't", "must never", "can't"),
        *("are not allowed to", "are prohibited to", "are not permitted to", "must under no circumstances"),
    ),
    "should": ("should", "SHOULD", "ought to", "are expected to", "are encouraged to", "are advised to"),
    "should not": ("should not", "SHOULD NOT", "ought not to", "shouldn't", "are not expected to"),
    "may": ("may", "MAY", "can", "are allowed to", "are free to", "are permitted to", "might"),
    "need not": ("need not", "needn't", "do not have to", "do not need to", "are not required to", "don't have to"),
}
"""Phrases that bind alike."""
SENTENCES = (
    "Officers {} keep a record of each reply.",
    "Before they post, officers {} ask the press team.",
    "All users of the account {} use a strong password and tell the owner.",
    "- officers {} **read** the [guide](https://guide.example/2/part-3)",
)

SAME = {
    "numbers": [
        ("Keep two copies.", "Keep 2 copies."),
        ("Reply within two weeks.", "Reply within 14 days."),
        ("Reply within a fortnight.", "Reply within fourteen days."),
        ("Reply within one hour.", "Reply within 60 minutes."),
        ("Wait for half an hour.", "Wait for 30 minutes."),
        ("Keep it for half a year.", "Keep it for six months."),
        ("At least 50% of members must agree.", "At least half of members must agree."),
        ("At least 25 per cent of members must agree.", "At least 25% of members must agree."),
        ("Gifts over £1,000 are declared.", "Gifts over 1000 pounds are declared."),
        ("Gifts over £1.5m are declared.", "Gifts over £1,500,000 are declared."),
        ("Gifts over £25 are declared.", "Gifts over £25.00 are declared."),
        ("A 14-day period applies.", "A period of 14 days applies."),
        ("A five-day limit applies.", "A limit of 5 days applies."),
        ("Reply in two working days.", "Reply in 2 business days."),
        ("It is read daily.", "It is read every day."),
        ("It is read weekly.", "It is read once a week."),
        ("It is read annually.", "It is read once a year."),
        ("It is read yearly.", "It is read every year."),
        ("Two thirds of members must agree.", "Two-thirds of members must agree."),
        ("Ask twice.", "Ask two times."),
        ("It has twenty-five members.", "It has 25 members."),
        ("It has one hundred and twenty members.", "It has 120 members."),
    ],
    "dates": [
        ("It ends on 1 May 2027.", "It ends on 1st May 2027."),
        ("It ends on 1 May 2027.", "It ends on May 1, 2027."),
        ("It ends on 1 May 2027.", "It ends on 2027-05-01."),
        ("It ends on 1 May 2027.", "It ends on 01/05/2027."),
        ("It ends on 1 May 2027.", "It ends on the 1st of May 2027."),
        ("It ends on 9 September 2027.", "It ends on 9 Sept 2027."),
        ("Send it by 5pm.", "Send it by 17:00."),
        ("Send it by 5.30 p.m.", "Send it by 17:30."),
        ("Send it by noon.", "Send it by 12 noon."),
        ("Send it by noon.", "Send it by 12:00."),
    ],
    "order": [
        ("If in doubt, officers must ask the manager.", "Officers must ask the manager if in doubt."),
        ("Before you post, you must ask.", "You must ask before you post."),
        ("Unless it is urgent, officers must wait 2 days.", "Officers must wait 2 days unless it is urgent."),
        ("Officers must ask and should wait.", "Officers should wait and must ask."),
        ("Within 5 days, the team must reply.", "The team must reply within 5 days."),
    ],
    "voice": [
        ("Officers must keep records.", "Records must be kept by officers."),
        ("The press team must approve each post.", "Each post must be approved by the press team."),
        ("Managers should review the account.", "The account should be reviewed by managers."),
        ("The chair may close the meeting.", "The meeting may be closed by the chair."),
    ],
    "conditions": [
        ("Officers must wait unless the manager agrees.", "Officers must wait if the manager does not agree."),
        ("You may not post unless the manager agrees.", "You may post only if the manager agrees."),
        ("You may post provided that the manager agrees.", "You may post only if the manager agrees."),
        ("You may post as long as the manager agrees.", "You may post only when the manager agrees."),
        ("Officers must wait, except where it is urgent.", "Officers must wait unless it is urgent."),
        ("Keep at least two copies.", "Keep not fewer than two copies."),
        ("Keep at least two copies.", "Keep a minimum of two copies."),
        ("Keep two or more copies.", "Keep at least two copies."),
        ("Reply within 5 days.", "Reply no later than 5 days."),
        ("Spend up to £50.", "Spend no more than £50."),
        ("Spend more than £50.", "Spend over £50."),
        ("You must ask before posting.", "You must ask prior to posting."),
        ("You must ask when in doubt.", "You must ask if in doubt."),
        ("You must reply immediately.", "You must reply without delay."),
        ("You must reply at once.", "You must reply straight away."),
    ],
    "forces": [
        ("Sign-off is mandatory.", "Sign-off is required."),
        ("Sign-off is compulsory.", "Sign-off is obligatory."),
        ("It is mandatory to ask.", "It is compulsory to ask."),
        ("Testing is OPTIONAL.", "Testing MAY be done."),
        ("It is for the chair to decide.", "The chair must decide."),
        ("It is recommended to test it.", "It should be tested."),
        ("Officers must not fail to reply.", "Officers must reply."),
        ("It is not forbidden to post.", "It is allowed to post."),
        ("There is no need to ask.", "You need not ask."),
        ("Under no circumstances may officers post it.", "Officers must not post it."),
        ("No officer may post it.", "Officers must not post it."),
        ("The officer shall reply.", "The officer is to reply."),
    ],
    "other words": [
        ("Officers must keep it not only safe but also secret.", "Officers must keep it safe and secret."),
        ("Officers must say whether or not they agree.", "Officers must say whether they agree."),
        (
            "Officers must read [the guide](https://guide.example/v2/7).",
            "Officers must read [it](https://g.example/8).",
        ),
        ("Officers must read https://guide.example/2/7.", "Officers must read https://guide.example/3/9."),
        ("Officers must read `guide-2.md` first.", "Officers must read `guide-3.md` first."),
        ("Officers must read it (see section 4.2).", "Officers must read it (see section 5.1)."),
        ("1. Officers must ask.", "3. Officers must ask."),
        ("## 2.1 Officers must ask", "## 3.4 Officers must ask"),
        ("a) Officers must ask.", "b) Officers must ask."),
        ("| Officers must ask | the team |", "|Officers must ask|the team|"),
        ("The organisation must reply.", "The organization must reply."),
        ("Officers must reply in colour.", "Officers must reply in color."),
        ("Don't post it.", "Do not post it."),
        ("See if officers must ask.", "Check that officers must ask."),
        ("Officers must reply as often as possible.", "Officers must reply very often."),
        ("Officers must read {% if page %}it{% endif %}.", "Officers must read it."),
    ],
}
"""Pairs that say the same."""

CHANGED = {
    "numbers": [
        ("Reply within 5 days.", "Reply within 10 days."),
        ("Reply within two weeks.", "Reply within 10 days."),
        ("Reply within 5 days.", "Reply within 5 working days."),
        ("At least 50% of members must agree.", "At least a third of members must agree."),
        ("Gifts over £1,000 are declared.", "Gifts over £100 are declared."),
        ("Keep it for one year.", "Keep it for two years."),
        ("It is read daily.", "It is read every week."),
        ("Two officers must sign.", "Officers must sign."),
        ("It is in the first set of results.", "It is in the results."),
        ("Reply within 5 days.", "Reply."),
        ("Have it approved by one person.", "Have it approved by two people."),
    ],
    "dates": [
        ("It ends on 1 May 2027.", "It ends on 2 May 2027."),
        ("It ends on 1 May 2027.", "It ends on 5 January 2027."),
        ("It ends on 1 May 2027.", "It ends on 1 May 2028."),
        ("It ends on 2027-05-01.", "It ends on 2027-01-05."),
        ("Send it by 5pm.", "Send it by 5am."),
        ("Send it by Friday.", "Send it by Monday."),
    ],
    "conditions": [
        ("You may post if the manager agrees.", "You may post only if the manager agrees."),
        ("You may post if the manager agrees.", "You may post unless the manager agrees."),
        ("You must ask.", "You must ask if it is urgent."),
        ("You must ask.", "You must ask unless it is urgent."),
        ("Keep at least two copies.", "Keep at most two copies."),
        ("Spend more than £50.", "Spend less than £50."),
        ("You must ask before posting.", "You must ask after posting."),
        ("You must reply immediately.", "You must reply."),
        ("You must reply, where possible.", "You must reply."),
        ("You must reply.", "You must reply wherever practicable."),
        ("You must reply.", "You must reply unless it is not reasonable."),
        ("You must report every gift.", "You must report every gift except flowers."),
        ("Reply within 5 days.", "Reply after 5 days."),
        ("The council must have officers.", "The council must have officers who can post."),
    ],
    "holders": [
        ("Officers must keep records.", "Councillors must keep records."),
        ("Officers must keep records.", "Officers and councillors must keep records."),
        ("Officers and councillors must keep records.", "Officers must keep records."),
        ("Each post must be approved by the press team.", "Each post must be approved by the manager."),
        ("Officers must keep records.", "Records must be kept by councillors."),
        ("It is for the chair to decide.", "It is for the clerk to decide."),
        ("The chair may close the meeting.", "The clerk may close the meeting."),
        ("The council will publish the list.", "The government will publish the list."),
        ("Officers are responsible for the account.", "Managers are responsible for the account."),
        ("Officers have to keep records.", "Councillors have to keep records."),
        ("Councillors must ask officers.", "Officers must ask councillors."),
        ("Contributors should group changes.", "Guidelines should require contributors to group changes."),
        ("All posts and replies must be kept.", "All posts must be kept."),
    ],
    "negation": [
        ("It applies to councillors.", "It does not apply to councillors."),
        ("The log holds personal data.", "The log holds no personal data."),
        ("Post it.", "Do not post it."),
        ("You may post with approval.", "You may post without approval."),
        ("Replies are always sent.", "Replies are never sent."),
    ],
    "scope": [
        ("Officers must keep all records.", "Officers must keep some records."),
        ("Officers must use the council's account.", "Officers must use only the council's account."),
        ("Everyone must sign.", "Nobody must sign."),
        ("It applies to all staff.", "It applies to most staff."),
    ],
}
"""Pairs that do not."""


def rows(table):
    """Every pair of a table with its kind before it."""
    return [(kind, *pair) for kind, pairs in table.items() for pair in pairs]


@pytest.mark.parametrize("force", FORCES)
def test_phrases_that_bind_alike_raise_no_alarm(force):
    """In whatever sentence and direction."""
    for sentence, (one, two) in product(SENTENCES, permutations(FORCES[force], 2)):
        assert meaning_changes(sentence.format(one), sentence.format(two)) == (), (one, two)


@pytest.mark.quick(10)
@pytest.mark.parametrize(("one", "two"), list(permutations(FORCES, 2)))
def test_every_other_force_raises_the_alarm_with_its_words(one, two):
    """Must, must not, should, should not, may, need not: each phrase against each of the others."""
    for sentence, before, after in product(SENTENCES, FORCES[one], FORCES[two]):
        assert meaning_changes(sentence.format(before), sentence.format(after)), (before, after)
        assert change_class(sentence.format(before), sentence.format(after))[0] == "substantive"


@pytest.mark.parametrize(("kind", "old", "new"), rows(SAME))
def test_the_same_rule_in_other_words_raises_no_alarm(kind, old, new):
    """In both directions; where the list of editorial changes does not know it, it is in doubt."""
    assert (kind, meaning_changes(old, new), meaning_changes(new, old)) == (kind, (), ())
    assert kind == "other words" or not change_class(old, new).alarm


@pytest.mark.parametrize(("kind", "old", "new"), rows(CHANGED))
def test_another_rule_raises_the_alarm(kind, old, new):
    """In both directions; and the class is not editorial."""
    assert meaning_changes(old, new), kind
    assert meaning_changes(new, old), kind
    assert change_class(old, new)[0] != "editorial"
