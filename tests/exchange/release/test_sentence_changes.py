"""What a release changed, told in whole sentences: what became what, and what merely moved."""

from reviewtui.exchange.release.comparing.sentence_changes import moved_passages, sentence_changes, taken_in_by
from reviewtui.exchange.release.unasked_changes import duty_change
from reviewtui.text.diff.policy_diff import diff_policies
from tests.making import policy_of

LOST = "A name in the wrong place, a list on a screen, a message sent to the wrong person: it happens to everybody."
TELL = "You must tell the data protection officer within two working days of noticing, even when the post is gone."
ASK = "A person who can be recognised in a picture must agree before the council publishes it anywhere."
KEEP = "The owner of each account must export its posts twice a year and store the export in the records system."
OTHER = "Messages on a private telephone about council business are held on behalf of the council."


def compared(old, new):
    """Return the changes, and what moved, as (before, after) and as (where, words)."""
    diff = diff_policies(old, new)
    base, now = policy_of(old), policy_of(new)
    return sentence_changes(base, now, diff), moved_passages(base, now, diff)


def test_a_passage_that_moved_and_says_something_else_is_told_with_both():
    """A deadline that is cut on the way into another section is a change of it, and nothing else of it is."""
    old = {"a.md": f"# Records\n\n{KEEP}\n\n{LOST} {TELL}\n", "b.md": f"# Data\n\n{ASK}\n"}
    new = {
        "a.md": f"# Records\n\n{KEEP}\n",
        "b.md": f"# Data\n\n{ASK}\n\n{LOST} {TELL.replace('two working days', '24 hours')}\n",
    }
    changes, moved = compared(old, new)
    assert [(change.before, change.after) for change in changes] == [
        ((TELL,), (TELL.replace("two working days", "24 hours"),))
    ]
    assert (changes[0].section, changes[0].was, changes[0].change_class) == ("Data", "in “Records”", "substantive")
    assert moved == ()


def test_a_passage_that_reads_as_before_elsewhere_has_moved():
    """It is told with where it came from, and is neither taken out nor new."""
    old = {"a.md": f"# Records\n\n{KEEP}\n\n{LOST} {TELL}\n", "b.md": f"# Data\n\n{ASK}\n"}
    new = {"a.md": f"# Records\n\n{KEEP}\n", "b.md": f"# Data\n\n{ASK}\n\n{LOST} {TELL}\n"}
    changes, moved = compared(old, new)
    assert changes == ()
    assert moved == (("From “Records” to “Data”", f"{LOST} {TELL}"),)


def test_a_rule_that_was_loosened_on_its_way_elsewhere_is_not_told_as_taken_out():
    """A rule of an item that stands in a section of its own now, with a clause more, is told before and now."""
    caption = "You should add captions to every video"
    now = f"{caption}, and you may do so after it is published if time is short."
    sharing = f"# Photos and video\n\n{KEEP}\n\n## Before you publish\n\n{ASK}\n"
    video = f"# Video\n\n{OTHER}\n\n## Captions\n\n"
    new = {"a.md": sharing, "b.md": f"{video}- {now}\n"}
    there = {"a.md": f"{sharing}\n- {caption}.\n"}
    gone = {"a.md": sharing, "b.md": f"{video}{TELL}\n", "d.md": f"# Films\n\n{LOST}\n\n- {caption}.\n"}
    for old, was in ((there, "Photos and video"), (gone, "Films")):
        changes = [change for change in compared(old, new)[0] if f"{caption}." in change.before]
        assert [(change.before, change.after, change.section, change.was) for change in changes] == [
            ((f"{caption}.",), (now,), "Video", f"in “{was}”")
        ]


def test_sentences_of_two_sections_that_are_put_alike_did_not_become_each_other():
    """Where the placement finds one nowhere it is taken out of where it stood, and the other one is new."""
    reading = "Reading what hundreds of strangers think can be funny, moving and exhausting."
    old = {"a.md": f"# Safety\n\n{reading} Some of it is dangerous.\n\n{KEEP}\n", "b.md": f"# Start\n\n{ASK}\n"}
    new = {
        "a.md": f"# Safety\n\n{reading} This section is about you.\n\n{KEEP}\n",
        "b.md": f"# Start\n\n{ASK}\n\n## First\n\nHere is a short to-do list. None of it is hard.\n",
    }
    changes = compared(old, new)[0]
    assert not [change for change in changes if change.before and change.after]
    gone = [change for change in changes if change.before]
    assert [(change.section, change.before) for change in gone] == [("Safety", ("Some of it is dangerous.",))]
    assert any("None of it is hard." in change.after for change in changes)


def test_what_stands_in_its_place_did_not_come_of_it():
    """Where a passage went and quite another one came, the two are told apart, each under its own heading."""
    old = {"a.md": f"# Records\n\n{KEEP}\n\n## Pictures\n\n{ASK}\n"}
    new = {"a.md": f"# Records\n\n{KEEP}\n\n## What may be asked for\n\n{OTHER}\n"}
    changes, _ = compared(old, new)
    assert [(change.where, change.before, change.after) for change in changes] == [
        ("under “Pictures”", (ASK,), ()),
        ("under “What may be asked for”", (), (OTHER,)),
    ]


def test_a_sentence_written_anew_about_the_same_thing_became_the_other():
    """Also where no word stayed in its place; and the title of a section is always the same title."""
    old = {"a.md": f"# Photos and video\n\n{KEEP}\n\nHide rather than delete a comment.\n"}
    new = {"a.md": f"# Moving pictures\n\n{KEEP}\n\nA hidden comment is better than a deleted one.\n"}
    changes, _ = compared(old, new)
    assert [(change.before, change.after) for change in changes] == [
        (("Photos and video",), ("Moving pictures",)),
        (("Hide rather than delete a comment.",), ("A hidden comment is better than a deleted one.",)),
    ]


def test_short_words_of_a_list_that_moved_are_told_as_standing_elsewhere():
    """They stand in the policy as often as before; what stands under another line than before is told with both."""
    old = {"a.md": f"# Records\n\n{KEEP}\n\n1. Breathe.\n2. {ASK}\n", "b.md": f"# Data\n\n{TELL}\n"}
    new = {"a.md": f"# Records\n\n{KEEP}\n", "b.md": f"# Data\n\n{TELL}\n\n1. Breathe.\n2. {ASK}\n"}
    changes, _ = compared(old, new)
    assert {change.why.partition(" “")[0] for change in changes} <= {
        "the same words stand elsewhere in the policy",
        "stands under",
    }


def test_the_same_words_under_another_lead_or_as_a_quotation_are_told():
    """What may be posted and what must not is a change of substance, though no word of the item changed."""
    may = "- post pictures of council buildings\n- post news about council meetings\n"
    must_not = "- post lies about other councils\n- post names of members of the public\n"
    old = {"a.md": f"# Alpha\n\nYou must not:\n\n{must_not}\nYou may:\n\n{may}"}
    moved = must_not.splitlines()[1]
    new = {"a.md": old["a.md"].replace(f"{moved}\n", "").rstrip() + f"\n{moved}\n"}
    changes, _ = compared(old, new)
    told = [change for change in changes if "names of members" in " ".join((*change.before, *change.after))]
    assert told
    assert all(change.change_class != "editorial" for change in told)
    assert any("must not" in change.why for change in told)
    quoted, _ = compared({"a.md": f"# Alpha\n\n{ASK}\n\n{TELL}\n"}, {"a.md": f"# Alpha\n\n{ASK}\n\n> {TELL}\n"})
    assert [(change.before, change.after) for change in quoted] == [((TELL,), (TELL,))]
    assert quoted[0].why


def test_headings_that_change_places_are_told():
    """What stood under "Banned" and stands under "Allowed" now is no other wording."""
    old = {"a.md": f"# Alpha\n\n## Allowed\n\n{ASK}\n\n## Banned\n\n{KEEP}\n"}
    new = {"a.md": f"# Alpha\n\n## Banned\n\n{ASK}\n\n## Allowed\n\n{KEEP}\n"}
    changes, _ = compared(old, new)
    assert any(change.change_class != "editorial" for change in changes)


def test_a_section_that_was_merged_into_another_is_found_there() -> None:
    """Most of its words stand there now, reworded or not; one of which a sentence is left over was taken out."""
    records = "# Records\n\nKeep each post for two years. The register is public.\n"
    sharing = (
        "You may share photographs of public events. Ask before you share a picture of a child. Credit the maker.\n"
    )
    base = policy_of({"policy/a.md": records, "policy/b.md": f"# Sharing\n\n{sharing}"})
    gone = next(section for section in base.sections if section.path == "policy/b.md")
    for words, title in ((sharing, "Records"), (sharing.replace("may", "can"), "Records"), ("Credit the maker.", None)):
        now = policy_of({"policy/a.md": f"{records}\n{words}"})
        into = taken_in_by(gone, base, now, diff_policies(base.strings(), now.strings()))
        assert (into.title if into else None) == title


def test_a_link_that_leads_elsewhere_is_told_without_its_notation():
    """The words read the same, and so that is what is said of them."""
    old, new = ({"a.md": f"# Pictures\n\nThe form is explained in [people]({to}).\n"} for to in ("b.md#form", "c.md"))
    changes, _ = compared(old, new)
    assert [(change.before == change.after, change.why) for change in changes] == [(True, "a link leads elsewhere now")]


def test_a_duty_that_binds_less_is_told_as_that():
    """Must that became should is weaker, should that became must is stricter, another amount is neither."""
    before, after = (
        {"a.md": "# A\n\nYou must tell the clerk of it.\n"},
        {"a.md": "# A\n\nYou should tell the clerk of it.\n"},
    )
    assert [duty_change(change) for change in compared(before, after)[0]] == ["weaker: must → should"]
    assert [duty_change(change) for change in compared(after, before)[0]] == ["stricter: should → must"]
    assert [duty_change(change) for change in compared({"a.md": TELL}, {"a.md": TELL.replace("two", "three")})[0]] == [
        ""
    ]


def test_rules_of_a_list_that_change_places_are_no_new_rules():
    """Two rules that stand in another order are told once each, as having another place."""
    first, second = "- Editors must log each block.\n", "- Moderators must tell the person why.\n"
    changes, _ = compared({"a.md": f"# A\n\n{first}{second}"}, {"a.md": f"# A\n\n{second}{first}"})
    assert all(change.before == change.after for change in changes)
    assert not any(change.change_class == "new-rule" for change in changes)
