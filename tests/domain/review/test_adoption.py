"""What the others changed is told as new, as ours already, or as changed by both; nothing is made up."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewtui.domain.review.adoption import Offer, offers, own_changes

BASE = {
    "policy/a.md": "# A\n\nOfficers must think before they post. Posts are kept for two years. Be kind to everybody.\n",
    "policy/b.md": "# B\n\nAsk the communications team if in doubt. Answer within five working days.\n",
}


def changed(old: str, new: str, texts: dict[str, str] = BASE) -> dict[str, str]:
    """Return the texts with some words changed."""
    return {path: text.replace(old, new) for path, text in texts.items()}


def relations(theirs: dict[str, str], ours: dict[str, str]) -> list[str]:
    """Return what each change of theirs is to us."""
    return [offer.relation for offer in offers(BASE, theirs, ours)]


def taken(offer: Offer, ours: dict[str, str]) -> dict[str, str]:
    """Return our texts after a change was taken over."""
    assert offer.place is not None
    text = ours[offer.place.path]
    return {**ours, offer.place.path: text[: offer.place.start] + offer.words + text[offer.place.end :]}


def test_the_three_relations() -> None:
    """A change of theirs alone is new, one that we made too is the same, and another one at its place is both."""
    theirs = changed("two years", "six years")
    assert relations(theirs, BASE) == ["new"]
    assert relations(theirs, theirs) == ["same"]
    assert relations(theirs, changed("two years", "ten years")) == ["both"]
    assert relations(theirs, changed("Be kind", "Be polite")) == ["new"]
    assert relations(BASE, theirs) == []


def test_changes_of_one_sentence_are_one_passage() -> None:
    """What belongs to one sentence is taken together; the next sentence is a passage of its own."""
    theirs = changed(
        "Be kind", "Be very kind", changed("must think before they post", "should pause before they write")
    )
    found = offers(BASE, theirs, BASE)
    assert [offer.number for offer in found] == [1, 2]
    assert "should pause before they write" in found[0].after


def test_taking_over_keeps_what_we_changed() -> None:
    """The passage is taken at its place of now, in a file that has another name with us."""
    ours = {"policy/x.md": BASE["policy/a.md"].replace("Be kind", "Be polite"), "policy/b.md": BASE["policy/b.md"]}
    (offer,) = offers(BASE, changed("two years", "six years"), ours)
    after = taken(offer, ours)["policy/x.md"]
    assert "six years" in after
    assert "Be polite" in after
    assert offer.change_class == "substantive"


def test_both_sides_are_shown_and_can_be_settled() -> None:
    """Theirs, ours and what both had are there; taking it puts their words where ours stand."""
    ours = changed("two years", "ten years")
    (offer,) = offers(BASE, changed("two years", "six years"), ours)
    assert ("two" in offer.before, "six" in offer.after, "ten" in offer.ours) == (True, True, True)
    assert offer.can_be_taken
    assert "six years" in taken(offer, ours)["policy/a.md"]
    assert "ten" not in taken(offer, ours)["policy/a.md"]


def test_whole_sections_are_told_and_not_taken() -> None:
    """A section that they added, or that we have no more, has no passage to put words to."""
    theirs = {**BASE, "policy/c.md": "# C\n\nEntirely new rules about photographs and consent of those shown.\n"}
    (offer,) = offers(BASE, theirs, BASE)
    assert (offer.relation, offer.can_be_taken) == ("section", False)
    assert relations(theirs, theirs) == ["same"]
    less = {"policy/b.md": BASE["policy/b.md"]}
    assert not any(offer.can_be_taken for offer in offers(BASE, changed("two years", "six years"), less))


def test_our_own_changes_are_told() -> None:
    """What we changed has its class and both its words."""
    (mine,) = own_changes(BASE, changed("five working", "ten working"))
    assert (mine.path, mine.change_class) == ("policy/b.md", "substantive")
    assert "ten" in mine.after


EDITS = (
    ("two years", "six years"),
    ("must think", "should think"),
    ("Be kind to everybody.", ""),
    ("if in doubt", "when in doubt, and before each campaign"),
    ("five working days", "three days"),
    ("Ask the", "Always ask the"),
)


@settings(max_examples=30)
@given(st.sets(st.sampled_from(EDITS), max_size=3), st.sets(st.sampled_from(EDITS), max_size=3))
def test_taking_everything_leaves_nothing_new(them: set[tuple[str, str]], us: set[tuple[str, str]]) -> None:
    """Whatever both sides changed, taking over change after change puts every one of theirs into our text.

    It is ours then, unless it is so few words, amid changes of ours, that they could stand there by chance.
    """
    theirs, ours = dict(BASE), dict(BASE)
    for edit in sorted(them):
        theirs = changed(*edit, theirs)
    for edit in sorted(us):
        ours = changed(*edit, ours)
    assert all(offer.relation == "same" for offer in offers(BASE, theirs, theirs))
    assert {offer.relation for offer in offers(BASE, theirs, BASE)} <= {"new"}
    for number in range(1, 1 + len(offers(BASE, theirs, ours))):
        offer = offers(BASE, theirs, ours)[number - 1]
        if offer.can_be_taken:
            ours = taken(offer, ours)
            again = offers(BASE, theirs, ours)[number - 1]
            assert " ".join(offer.after.split()) in " ".join(ours[offer.place.path].split())  # type: ignore[union-attr]
            assert again.relation == "same" or (again.relation == "both" and len(again.after.split()) < 4)
