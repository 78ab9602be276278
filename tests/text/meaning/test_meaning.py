"""The meaning alarm: every change of a duty, no change of wording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.meaning.change_class import change_class
from reviewtui.text.meaning.meaning import in_words, meaning_changes

CHANGED = [
    ("Use the lift if possible.", "Use the lift if necessary."),
    ("Reply by email where appropriate.", "Reply by email where possible."),
    ("Officers must not post.", "Officers may post."),
    ("You MUST ask first.", "You SHOULD ask first."),
    ("Officers shall keep records.", "Officers may keep records."),
    ("You should reply.", "You need not reply."),
    ("You may delete it.", "You may not delete it."),
    ("You have to ask.", "You do not have to ask."),
    ("Sign-off is mandatory.", "Sign-off is optional."),
    ("Sign-off is required.", "Sign-off is recommended."),
    ("Reply within 7 days.", "Reply within 14 days."),
    ("Reply within two working days.", "Reply within two days."),
    ("Reply by 1 May 2027.", "Reply by 1 June 2027."),
    ("Send it before 5pm.", "Send it before 6pm."),
    ("Spend at most £500.", "Spend at most £5,000."),
    ("Ask unless it is urgent.", "Ask if it is urgent."),
    ("Post if the manager agrees.", "Post only if the manager agrees."),
    ("Keep at least two copies.", "Keep at most two copies."),
    ("All posts are kept.", "Some posts are kept."),
    ("Keep it until the election.", "Keep it after the election."),
    ("It doesn't apply to councillors.", "It does apply to councillors."),
    ("Everyone signs.", "Nobody signs."),
    ("Check it weekly.", "Check it monthly."),
    ("Only managers may approve it.", "Managers may approve it."),
    ("Managers must approve each post.", "Editors must approve each post."),
    ("Contributors must not upload personal data.", "The archive must not contain personal data."),
    ("The first reply counts.", "The second reply counts."),
]
SAME = [
    ("Officers must keep records.", "Officers are required to keep records."),
    (
        "Officers must keep records.",
        "Every record: officers shall keep it.".replace("Every record: o", "O").replace("keep it", "keep records"),
    ),
    ("You must not fail to reply.", "You must reply."),
    ("Reply within two weeks.", "Reply within 14 days."),
    ("Keep 2 copies.", "Keep two copies."),
    ("You can't post.", "You cannot post."),
    ("You may not post.", "You must not post."),
    ("It is not prohibited to post.", "It is permitted to post."),
    ("On 1st of May 2027 it ends.", "It ends on 1 May 2027."),
    ("Testing MAY be done.", "Testing is OPTIONAL."),
    ("Use **plain** words.", "Use plain words, please."),
    ("If in doubt, you must ask.", "You must ask if in doubt."),
    ("The notes will be published.", "The notes are published."),
    ("Keep it for one year.", "Keep it for twelve months."),
    ("We won&rsquo;t post it.", "We won\u2019t post it."),
    ("Needn't ask.", "Need not ask."),
    ("All officers must keep records.", "Each officer must keep records."),
    ("Officers must keep every record.", "Every record must be kept by officers."),
    ("It stays within the team.", "It stays with the team."),
]


@pytest.mark.parametrize(("old", "new"), CHANGED)
def test_a_changed_duty_raises_the_alarm_both_ways(old, new):
    """Duty, negation, amount, date, condition and scope, in either direction."""
    assert meaning_changes(old, new)
    assert meaning_changes(new, old)


@pytest.mark.parametrize(("old", "new"), SAME)
def test_other_words_for_the_same_duty_raise_none(old, new):
    """Synonyms, double negation, number words, reordered clauses."""
    assert meaning_changes(old, new) == ()
    assert meaning_changes(new, old) == ()


def test_the_alarm_says_which_words_changed():
    """The words before and after, for a person to read."""
    assert meaning_changes("You must ask.", "You should ask.")[0].words == "must → should"
    assert meaning_changes("In 7 days.", "In 14 days.")[0].words == "7 days → 14 days"


@given(
    st.lists(
        st.sampled_from(
            [
                "officers",
                "must",
                "should",
                "may",
                "not",
                "post",
                "a",
                "reply",
                "within",
                "two",
                "2",
                "days",
                "if",
                "only",
                "unless",
            ]
        )
    )
)
def test_a_passage_never_differs_from_itself(words):
    """Neither as it is nor wrapped nor in marks."""
    text = " ".join(words)
    assert meaning_changes(text, text) == ()
    assert meaning_changes(text, "\n".join(words)) == ()
    assert meaning_changes(text, "**" + text + "**") == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "Officers must keep a log of it.", "new-rule"),
        ("", "Here is some advice on tone and style.", "substantive"),
        ("You must ask.", "You should ask.", "substantive"),
        ("You must ask the team.", "You must ask the press team.", "substantive"),
        ("Ask the manager.", "", "substantive"),
    ],
)
def test_changes_are_classed(old, new, expected):
    """Editorial, substantive, or a new rule."""
    assert change_class(old, new)[0] == expected


@pytest.mark.quick(3)
@pytest.mark.parametrize(
    "piece", ["must ", "<!--", "\n\n ", "a-", "1.", "](", "1 May ", "`1", "{", "{% ", "one ", "---\n"]
)
def test_hostile_repetition_is_read_once(piece):
    """Many thousand characters take a moment, whatever they repeat."""
    text = piece * (30_000 // len(piece))
    assert isinstance(meaning_changes(text, f"{text} must"), tuple)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Hide comments that are obscene.", "Hide comments that are obscene or in bad taste.", "substantive"),
        ("Hide comments that are obscene or in bad taste.", "Hide comments that are obscene.", "substantive"),
        ("Ask the manager before you post.", "Ask the manager or the duty officer before you post.", "substantive"),
        ("Write clearly and briefly.", "Write clearly and/or briefly.", "substantive"),
        ("It is clear or at least readable.", "It is plain or at least readable.", "substantive"),
    ],
)
def test_an_alternative_widens_a_rule(old: str, new: str, expected: str) -> None:
    """What is put behind an "or" is more than wording; other words beside an "or" that was there are not."""
    assert change_class(old, new)[0] == expected


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("You may post. If in doubt, ask.", "You may post if the editor agrees. If in doubt, ask.", "“if” is new"),
        ("Post if asked. If in doubt, ask.", "Post. If in doubt, ask.", "“if” is gone"),
        ("Please ask if you can. If you cannot, tell.", "If you cannot, please ask. If you can, tell.", "elsewhere"),
    ],
)
def test_what_is_told_as_new_is_new(old: str, new: str, told: str) -> None:
    """Of several words of one meaning the one is named that was put in; what only moved is neither new nor gone."""
    assert told in change_class(old, new).reason


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Tell your manager of 500 members.", "Tell one boss of 1,000 members.", "500 → 1,000"),
        ("Keep 500 days and 20 copies.", "Keep 30 copies and 1,000 days.", "500 days → 1,000 days; 20 → 30"),
        ("Answer 500.", "Answer 30 or 1,000.", "“500” is gone; “30” is new; “1,000” is new"),
        ("At 5 pm 20 people.", "At 5 pm 30 people.", "20 → 30"),
    ],
)
def test_an_amount_is_paired_with_what_it_became(old: str, new: str, told: str) -> None:
    """By its unit, figures with figures; where that does not tell, each is told by itself."""
    assert told in in_words(meaning_changes(old, new))
