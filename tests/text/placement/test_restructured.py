"""Policies that were restructured: what was put otherwise is found; a new rule with a common word is another rule."""

import pytest

from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.placement import Placer
from reviewtui.text.placement.sentence_matching.sentence_part import clause_inside
from reviewtui.text.words.terms import terms_of

OLD = """# Parcels at reception

Reception takes parcels for members of staff. A parcel for a visitor is sent back at once. The porter opens the post
room at eight and rings the bell twice.

Perishable goods are collected within the hour. A ledger lists every parcel with the initials of whoever fetched it.

Notices are licensed under the [Open Notice Attribution licence](https://notices.example/by/4).
"""
NEW = """# Reception

A parcel for a member of staff is taken at reception. The porter wears the badge of the house. The post room is opened
by the porter at eight, and the bell is rung two times.

The kettle is emptied within the hour. Whoever fetched a parcel puts initials in the ledger, which lists every one of
them by day, by sender and by weight.

Notices are licensed under the [Open Notice Zero licence](https://notices.example/zero/1).
"""


def placed(words: str, old: str = OLD, new: str = NEW, to: str = "reception.md"):
    """Return where `words` of the old text went."""
    start = old.index(words)
    placement = Placer({"parcels.md": old}, {to: new}).place(Quote("parcels.md", start, start + len(words), words))
    return placement, new[placement.start : placement.end] if placement.path else None


@pytest.mark.parametrize(
    "words", ["A parcel for a visitor is sent back at once.", "Perishable goods are collected within the hour."]
)
def test_a_new_rule_that_shares_common_words_is_not_the_old_one(words):
    """It stands where the old one stood, and what both say of substance is little: the passage is gone."""
    placement, _ = placed(words, to="parcels.md")
    assert placement.state in {"orphaned", "ambiguous"}


def test_a_sentence_is_found_whole_when_a_link_in_it_changed():
    """Words and target of its link are others: the place ends where the sentence ends."""
    words = "This notice on parcels is licensed under the [Open Notice Fair licence](https://notices.example/by/4)."
    new = f"# Parcels\n\nThe porter rings twice.\n\n{words}\n".replace("Fair", "Zero").replace("by/4", "zero/1")
    _, there = placed(words, f"# Parcels\n\nThe porter rings twice.\n\n{words}\n", new, "parcels.md")
    assert there == words.replace("Fair", "Zero").replace("by/4", "zero/1")


@pytest.mark.parametrize(
    ("part", "there"),
    [("sweep the yard", "The yard is swept on the last day"), ("the office", None)],
)
def test_a_part_put_otherwise_is_the_clause_that_says_it(part, there):
    """No run of its words is left; the clause that tells of the same is it, or none where none stands out."""
    old = "They sweep the yard and tidy away ladders before the office closes."
    new = "The yard is swept on the last day, and ladders are brought away at the end."
    keys = [term.key for term in terms_of(old)]
    first = len(terms_of(old[: old.index(part)]))
    words = (first, first + len(part.split()))
    span = clause_inside(keys, words, new, terms_of(new), lambda _key: 1.0)
    assert (new[slice(*span)] if span else None) == there


def test_what_is_lost_is_offered():
    """The nearest places come with an orphan, so that a person can choose."""
    placement, _ = placed("A ledger lists every parcel with the initials of whoever fetched it.")
    places = [NEW[likely.start : likely.end] for likely in placement.likely]
    there = NEW[placement.start : placement.end]
    assert any(text.startswith("Whoever fetched a parcel") for text in [there, *places])


def test_a_passage_reaches_over_what_was_put_between_its_sentences():
    """It is not the half of it that has more words."""
    first, last = "The porter opens the post room at eight.", "Perishable goods are collected within the hour."
    between = " ".join(f"Shelf {name} holds letters for floor {name}." for name in "ABCDEFG")
    old, new = (
        f"# Parcels\n\n{text}\n\nThe bell rings twice.\n" for text in (f"{first} {last}", f"{first} {between} {last}")
    )
    _, there = placed(f"{first} {last}", old, new)
    assert there == f"{first} {between} {last}"


def test_a_rewritten_sentence_beside_the_other_of_a_passage_is_part_of_it():
    """By itself too little is left of it to tell; beside the sentence that it stood beside it is the same one."""
    first = "Give visitors a place to leave parcels if there is one, but meanwhile the porter decides."
    last = "Keep in mind that it is not wise to leave a parcel on the stairs."
    new = "If a guest wants to leave parcels, tell them that the lodge <lodge@house.example> takes them."
    pages = [f"# Parcels\n\nRing the bell once.\n\n{text} {last}\n\nSweep the yard.\n" for text in (first, new)]
    _, there = placed(f"{first} {last}", *pages, "parcels.md")
    assert there == f"{new} {last}"


GUIDE = """# Using social media

## Posting

Think before you post anything. If in doubt, ask the press team before posting. Posts must be written in plain English
and checked by a second person.

## Records

Financial records are kept for seven years. Emails are deleted automatically after two years unless they are filed.

## Requests

Anyone may ask to see the data that we hold about them. We answer within one month.
"""
DISSOLVED = {
    "posting.md": "# Posting\n\nNot sure? The press team will help you before you post.\n\nUse plain English. Have a "
    "colleague check each post.\n",
    "records.md": "# Records\n\nFinancial records stay for 7 years.\n\nUnless you file an email, it is removed "
    "automatically once it is two years old.\n",
    "requests.md": "# Requests\n\nPeople can request the data we hold on them. You will get an answer in a month.\n",
}
WENT = {
    "If in doubt, ask the press team before posting.": "The press team will help you before you post.",
    "Posts must be written in plain English\nand checked by a second person.": "Use plain English. Have a "
    "colleague check each post.",
    "Emails are deleted automatically after two years unless they are filed.": "Unless you file an email, it is "
    "removed automatically once it is two years old.",
    "Anyone may ask to see the data that we hold about them.": "People can request the data we hold on them.",
    "We answer within one month.": "You will get an answer in a month.",
}


@pytest.mark.parametrize("words", WENT)
@pytest.mark.parametrize("is_left", [True, False])
def test_a_sentence_goes_with_its_heading_where_a_file_fell_into_several(words, is_left):
    """Put otherwise it is found between its neighbours under that heading; where it was left out it is gone."""
    new = {path: text if is_left else text.replace(WENT[words], "") for path, text in DISSOLVED.items()}
    start = GUIDE.index(words)
    found = Placer({"guide.md": GUIDE}, new).place(Quote("guide.md", start, start + len(words), words))
    assert (found.path is not None) == is_left
    assert not is_left or new[found.path][found.start : found.end] in WENT[words]


def test_a_heading_that_gained_words_is_followed_too():
    """As long as it is the only one that says as much."""
    words, there = (
        "We answer within one month.",
        DISSOLVED["requests.md"].replace("# Requests", "# Requests to see data"),
    )
    start = GUIDE.index(words)
    new = DISSOLVED | {"requests.md": there}
    found = Placer({"guide.md": GUIDE}, new).place(Quote("guide.md", start, start + len(words), words))
    assert there[found.start : found.end] == WENT[words]


RECORDS = "Records are kept for two years."
EMAILS = "Emails are deleted automatically after two years unless they are filed."
STAYS = "".join(f"The {nth} paragraph stays as it is in every version.\n\n" for nth in ("first", "second", "third"))
MADE_ANEW = {
    "two equal clauses": (f"## Leave\n\n{RECORDS}\n\n## Training\n\n{RECORDS}", RECORDS, 0.8),
    "two equal clauses, one of before": (f"## Leave\n\n{RECORDS}", RECORDS, 0.8),
    "another rule": (f"## Leave\n\n{EMAILS}", EMAILS, 0.0),
}


@pytest.mark.parametrize("case", MADE_ANEW)
def test_an_equal_heading_in_a_new_file_makes_no_place_surer(case):
    """Unless something else that stood under it surely went there: another rule may have such a heading too."""
    rule, words, most = MADE_ANEW[case]
    old = {"rules.md": f"# Rules\n\n{STAYS}{rule}\n\n## End\n\nThe end of it.\n"}
    clause = RECORDS if most else "Invoices are destroyed automatically after six years unless they are filed."
    grants = f"# Grants\n\nGrants are given.\n\n## Leave\n\n{clause}\n\n## Training\n\n{clause}\n"
    new = {"rules.md": f"# Rules\n\n{STAYS}## End\n\nThe end of it.\n", "grants.md": grants}
    start = old["rules.md"].index(words)
    quote = Quote("rules.md", start, start + len(words), words)
    assert Placer(old, new).place(quote).confidence <= most


def test_an_equal_heading_is_followed_where_another_sentence_surely_went_there():
    """Then what was put otherwise beside that one is looked for there."""
    kept = "Invoices and receipts lie in the blue safe behind the counter."
    old = {"rules.md": f"# Rules\n\n{STAYS}## Papers\n\n{kept} {RECORDS}\n"}
    new = {
        "rules.md": f"# Rules\n\n{STAYS}",
        "papers.md": f"# Offices\n\nAll else is here.\n\n## Papers\n\n{kept} We keep a record two years long.\n",
    }
    start = old["rules.md"].index(RECORDS)
    found = Placer(old, new).place(Quote("rules.md", start, start + len(RECORDS), RECORDS))
    assert new["papers.md"][found.start : found.end] == "We keep a record two years long."
