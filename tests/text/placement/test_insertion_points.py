"""Insertion points: between the same words, else beside the sentence that they stood beside."""

import pytest

from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.placement import Placer

RULES = """# Replies

Officers must think before they post anything. If in doubt, ask the press desk first.

* Answer every question from the public within two working days.
* Never argue with a resident in public; take it to a private message.

Thank people who report a mistake, and mend it quickly.
"""
OTHER = "# Accounts\n\nEach account has an owner. The owner keeps its password in the vault of the council.\n"
PARAGRAPH = RULES[RULES.index("Officers") : RULES.index("* Answer")]


def placed(at, new):
    """Return the state and what stands before and after the point in the new version."""
    placement = Placer({"a.md": RULES, "b.md": OTHER}, new).place(Quote("a.md", at, at, ""))
    assert placement.start == placement.end
    text = new[placement.path] if placement.path else ""
    return placement.state, text[: placement.start], text[placement.start :]


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("anything.", "anything at all.", "at all.", " If in doubt"),
        ("If in doubt", "When unsure", "anything.", " When unsure"),
        ("anything. If in doubt", "a thing online. When unsure", "online.", " When unsure"),
    ],
)
def test_a_point_between_sentences_stays_between_them(old, new, before, after):
    """Whichever of the two was edited."""
    _, left, right = placed(RULES.index(" If in doubt"), {"a.md": RULES.replace(old, new), "b.md": OTHER})
    assert left.endswith(before)
    assert right.lstrip(" ").startswith(after.strip())


def test_a_point_at_the_end_of_a_line_stays_at_the_end_of_a_line():
    """What is put there begins a new item, also when the last word of the line was edited."""
    point = RULES.index("\n* Never")
    for now in ("two weeks.", "two working days.\n* Be brief."):
        _, left, right = placed(point, {"a.md": RULES.replace("two working days.", now), "b.md": OTHER})
        assert right.startswith("\n* ")
        assert left.splitlines()[-1].startswith("* Answer")


def test_a_point_before_a_heading_stays_before_its_hashes():
    """The beginning of a file is before what it began with."""
    _, left, right = placed(0, {"a.md": "Hello.\n\n" + RULES, "b.md": OTHER})
    assert (left.strip(), right) == ("Hello.", RULES)


def test_a_point_goes_with_its_paragraph_and_is_lost_with_it():
    """To another file, or nowhere."""
    point = RULES.index(" If in doubt")
    rest = RULES.replace(PARAGRAPH, "")
    state, left, right = placed(point, {"a.md": rest, "b.md": f"{OTHER}\n{PARAGRAPH}"})
    assert (state, left.endswith("anything."), right.startswith(" If in doubt")) == ("moved", True, True)
    assert placed(point, {"a.md": rest, "b.md": OTHER})[0] == "orphaned"


def test_a_section_is_followed_into_the_larger_part_of_it():
    """Renamed, merged into another file, split over two, and gone."""
    old = {"a.md": RULES, "b.md": OTHER}

    def home(path, new):
        placement = Placer(old, new).place_section(path)
        return placement.state, placement.path

    assert home("a.md", {"z.md": RULES, "b.md": OTHER}) == ("moved", "z.md")
    assert home("b.md", {"a.md": f"{RULES}\n{OTHER}"}) == ("moved", "a.md")
    cut = RULES.index("* Answer")
    assert home("a.md", {"c.md": RULES[:cut], "d.md": RULES[cut:], "b.md": OTHER})[1] in {"c.md", "d.md"}
    assert home("a.md", {"b.md": OTHER}) == ("orphaned", None)


COURSES = "# Rules\n\nBook a place online.\n\nAsk the desk for help.\n"


def gap_in_courses(new):
    """Return the point behind "online" in the new text, as what stands before and behind it; None when it is lost."""
    at = COURSES.index("online") + len("online")
    placement = Placer({"a.md": COURSES}, {"a.md": new}).place(Quote("a.md", at, at, ""))
    return None if placement.path is None else (new[: placement.start], new[placement.start :])


def test_a_gap_in_a_word_that_was_replaced_is_lost():
    """It never falls to what stands before its sentence."""
    assert gap_in_courses(COURSES.replace("online.", "by telephone.")) is None
    assert gap_in_courses(COURSES.replace("Book a place online.\n\n", "")) is None


def test_a_gap_in_a_word_that_got_other_signs_stays_behind_its_letters():
    """The full stop became a comma."""
    left, right = gap_in_courses(COURSES.replace("online.", "online, if you can."))
    assert (left[-6:], right[:2]) == ("online", ", ")


def test_a_gap_at_the_end_of_a_list_does_not_go_to_the_next_heading():
    """What ends a line belongs to it: where its line and its like are gone the point is lost."""
    old = "# Roles\n\n## Editor\n\n* Checks drafts.\n* Reads proofs.\n\n## Moderator\n\n* Reads the replies.\n"
    new = "# Roles\n\n## Moderator\n\n* Reads all replies.\n"
    at = old.index("proofs.") + len("proofs.")
    assert Placer({"a.md": old}, {"a.md": new}).place(Quote("a.md", at, at, "")).path is None


DUTIES = "The clerk opens the hall. They are trained within ten days. {} within ten days."
LAST = "A request is read"


def gap_after(words, old, new):
    """Return where the gap behind some words of an old text went."""
    at = old.index(words) + len(words)
    return Placer({"a.md": old}, {"a.md": new}).place(Quote("a.md", at, at, ""))


def test_a_gap_at_the_end_of_a_sentence_that_went_is_not_in_the_one_before_it():
    """Both end in the same words: the word diff takes the last one for the other."""
    old = f"# T\n\n## Clerk\n\n{DUTIES.format(LAST)}\n\nTea is free.\n"
    new = old.replace(f" {LAST} within ten days.", "").replace("free", "sold")
    assert gap_after(f"{LAST} within ten days", old, new).path is None


def test_a_gap_beside_a_common_word_is_not_in_another_sentence():
    """The section changed places with the others: the gap goes with its sentence, which stands there word for word."""
    parts = [f"## {who}\n\nThe {who.lower()} {what} the hall. Nothing is paid before.\n\n" for who, what in (
        ("Archivist", "opens"), ("Moderator", "checks"), ("Porter", "sweeps")
    )]  # fmt: skip
    old, new = "# T\n\n" + "".join(parts), "# T\n\n" + "".join(reversed(parts))
    found = gap_after("The archivist opens", old, new)
    assert found.path is None or new[: found.start].endswith("The archivist opens")


def test_a_gap_in_a_sentence_about_something_else_now_is_not_told():
    """Whatever else speaks of the same thing elsewhere: “the notice log” is none of the periods."""
    logs = "".join(f"- Officers keep the {what} log for ten days.\n" for what in ("notice", "grant", "audit"))
    periods = "".join(f"- The {what} period is ten days.\n" for what in ("notice", "grant", "audit", "appeal"))
    old = f"# T\n\n## Logs\n\n{logs}\n## Periods\n\n{periods}\nTea is free.\n"
    new = old.replace("The notice period", "The training period")
    assert gap_after("The notice period is ten days", old, new).path is None
