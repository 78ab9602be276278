"""Where organisations stand: by their last word on each text, as far as that text is still the same in substance."""

import msgspec

from reviewtui.domain.record.events import Classified, Cover, SignedOff
from reviewtui.domain.record.folding.fold import fold
from reviewtui.domain.record.record import Record, Recorded
from reviewtui.domain.review.organisations.signoffs import (
    OrganisationSignOff,
    current_signoffs,
    signoffs_of,
    texts_needed,
)
from reviewtui.domain.settings.settings import Organisation
from tests.making import NOON, RULES, blob, covers, draft_of, kept, lying, made
from tests.strategies import AUTHOR, READER, REVIEWER

POSTS, KEPT = "policy/posts.md", "policy/kept.md"
TEXTS = {
    POSTS: "# Posts\n\nOfficers must think before they post.\n",
    KEPT: "# Kept\n\nPosts are kept safely for two years.\n",
}
SIX = TEXTS | {KEPT: "# Kept\n\nPosts are kept safely for six years.\n"}
DOUBT = TEXTS | {KEPT: "# Kept\n\nPosts are kept nicely for two years.\n"}
TYPO = TEXTS | {KEPT: "# Kept\n\nPosts are kept safley for two years.\n"}


def word(count: int, position: str, texts: dict[str, str] | None = None, **fields: object) -> SignedOff:
    """Return Northvale's word number `count` on texts, on all of them unless they are named."""
    whole = {"whole": True, "covers": covers(TEXTS)} if texts is None else {"covers": covers(texts)}
    return made(SignedOff, count, REVIEWER, position=position, **(whole | fields))


def stands(*words: SignedOff | Recorded, texts: dict[str, str] = TEXTS, older: dict[str, str] = TEXTS) -> str:
    """Return where Northvale stands, in one line: position, what changed, what is missing."""
    row = of(*words, texts=texts, older=older)
    changed = ",".join(f"-{stale.path[7:-3]}" for stale in row.changed)
    missing = ",".join(f"+{path[7:-3]}" for path in row.missing)
    return " ".join(filter(None, (row.position or "nothing", changed, missing)))


def of(
    *words: SignedOff | Recorded, texts: dict[str, str] = TEXTS, older: dict[str, str] = TEXTS
) -> OrganisationSignOff:
    """Return where Northvale stands."""
    events = [event if isinstance(event, Recorded) else kept(event) for event in words]
    (row,) = signoffs_of(draft_of(texts, *events, older=older.values()), ("northvale",))
    return row


def on(path: str, texts: dict[str, str] = TEXTS) -> dict[str, str]:
    """Return one of the texts."""
    return {path: texts[path]}


def test_nobody_has_signed_off_at_first() -> None:
    """Neither silence nor a file that is not submitted nor a refused event is a word."""
    assert stands() == "nothing"
    assert stands(lying(word(1, "support"))) == "nothing"
    assert stands(kept(word(1, "support"), author=READER)) == "nothing"
    assert stands(word(1, "support")) == "support"
    assert not of(word(1, "support")).is_stale


def test_the_last_word_counts() -> None:
    """By clock, then time, then id; what was withdrawn is said no more, and can be said again."""
    assert stands(word(2, "abstain"), word(1, "support")) == "abstain"
    later = NOON.replace(hour=13)
    assert stands(word(2, "abstain", clock=5), word(3, "support", clock=5)) == "support"
    assert stands(word(2, "abstain", clock=5, at=later), word(3, "support", clock=5)) == "abstain"
    assert stands(word(2, "abstain", clock=6), word(3, "support", clock=5, at=later)) == "abstain"
    assert stands(word(1, "support"), word(2, "withdrawn")) == "nothing"
    assert stands(word(1, "support"), word(2, "withdrawn"), word(3, "support")) == "support"


def test_an_objection_to_one_text_is_an_objection() -> None:
    """As long as it stands, whatever was said of other texts afterwards; with what would clear it."""
    objection = word(1, "objection", on(KEPT), clears_when="six years")
    both = (objection, word(2, "support", on(POSTS)))
    assert (of(*both).position, of(*both).clears_when) == ("objection", "six years")
    assert of(*both, word(3, "support", on(KEPT))).position == "support"
    assert of(*both, word(3, "support")).clears_when == ""
    again = word(3, "objection", on(POSTS), clears_when="another owner")
    assert of(objection, again, word(4, "support", on("policy/posts.md"))).clears_when == "six years"
    assert of(objection, again).clears_when == "another owner"


def test_a_word_on_some_texts_covers_those_alone() -> None:
    """Words on single texts add up; one on the whole policy ends them, also those on texts that went."""
    assert stands(word(1, "support", on(POSTS))) == "support +kept"
    assert stands(word(1, "support", on(POSTS)), word(2, "support", on(KEPT))) == "support"
    assert stands(word(1, "support"), word(2, "withdrawn", on(KEPT))) == "support +kept"
    assert stands(word(1, "objection", on(POSTS)), word(2, "withdrawn")) == "nothing"
    assert stands(word(1, "objection", {"policy/gone.md": "x"}), word(2, "support")) == "support"


def test_a_word_grows_stale_by_substance_alone() -> None:
    """Another number does it, a typo does not; the reason is told."""
    assert stands(word(1, "support"), texts=SIX) == "support -kept"
    assert stands(word(1, "support"), texts=TYPO) == "support"
    row = of(word(1, "support"), texts=SIX)
    assert (row.is_stale, [(stale.path, stale.blob) for stale in row.changed]) == (True, [(KEPT, blob(TEXTS[KEPT]))])
    assert "six" in row.changed[0].reason


def test_an_author_says_of_what_class_a_change_is() -> None:
    """Editorial where there was doubt, never where a number changed; new where none did; a mere file says nothing."""

    def classed(new: str, change_class: str) -> Classified:
        return made(
            Classified, 9, AUTHOR, path=KEPT, old=blob(TEXTS[KEPT]), new=blob(new), change_class=change_class, body="x"
        )

    assert stands(word(1, "support"), texts=DOUBT) == "support -kept"
    assert stands(word(1, "support"), kept(classed(DOUBT[KEPT], "editorial")), texts=DOUBT) == "support"
    assert stands(word(1, "support"), lying(classed(DOUBT[KEPT], "editorial")), texts=DOUBT) == "support -kept"
    assert stands(word(1, "support"), kept(classed(SIX[KEPT], "editorial")), texts=SIX) == "support -kept"
    assert stands(word(1, "support"), kept(classed(TYPO[KEPT], "new-rule")), texts=TYPO) == "support -kept"


def test_texts_that_came_and_went() -> None:
    """A new one is missing, a deleted one and one that is not in this clone are changed, a renamed one is neither."""
    more = TEXTS | {"policy/new.md": "# New\n\nPictures need consent.\n"}
    assert stands(word(1, "support"), texts=more) == "support +new"
    assert stands(word(1, "support"), texts=on(POSTS)) == "support -kept"
    renamed = {POSTS: TEXTS[POSTS], "policy/records.md": TEXTS[KEPT]}
    assert stands(word(1, "support"), texts=renamed) == "support"
    assert stands(word(1, "support"), texts=SIX, older={}) == "support -kept"
    assert of(word(1, "support"), texts=SIX, older={}).changed[0].reason == "its older text is not in this clone"


def test_what_changed_stands_in_the_order_of_the_policy() -> None:
    """Texts of now first, in their order, then those that went, by name."""
    both = {path: text.replace("Posts", "No posts").replace("must", "may") for path, text in TEXTS.items()}
    assert stands(word(1, "support"), texts=both) == "support -posts,-kept"
    reversed_order = {KEPT: both[KEPT], POSTS: both[POSTS]}
    assert stands(word(1, "support"), texts=reversed_order) == "support -kept,-posts"
    gone = {
        "policy/b.md": "# B\n\nOfficers must ask a colleague first.\n",
        "policy/a.md": "# A\n\nPictures must not show children.\n",
    }
    said = word(1, "support", whole=True, covers=covers(TEXTS | gone))
    assert stands(said, texts=SIX, older=TEXTS | gone) == "support -kept,-a,-b"


def test_each_organisation_speaks_for_itself() -> None:
    """In the order of the settings, those alone that were asked; equal covers give equal answers."""
    asked = dict(RULES.organisations) | {"westport": Organisation("Westport", domains=("westport.example",))}
    roles = msgspec.structs.replace(RULES, organisations=asked)
    other = made(SignedOff, 2, READER, position="objection", whole=True, covers=covers(TEXTS), clears_when="x")
    draft = draft_of(SIX, kept(word(1, "support")), kept(other), older=TEXTS.values(), roles=roles)
    rows = current_signoffs(draft)
    assert [(row.organisation, row.position) for row in rows] == [("northvale", "support"), ("southmere", "objection")]
    assert rows[0].changed == rows[1].changed != ()
    assert [row.position for row in signoffs_of(draft, ("westport",))] == [None]


def test_the_texts_that_are_needed_are_those_in_force() -> None:
    """What a later word on the same text replaced is not read; both texts of a change class are."""
    classed = made(
        Classified, 9, AUTHOR, path=KEPT, old="1" * 40, new="2" * 40, change_class="editorial", body="Because."
    )
    over = word(1, "support", covers=(Cover(POSTS, "3" * 40), Cover(KEPT, "4" * 40)))
    now = word(2, "support", {}, covers=(Cover(POSTS, "5" * 40),), whole=False)
    theirs = made(SignedOff, 3, READER, position="support", covers=(Cover(POSTS, "6" * 40),))
    gone = made(SignedOff, 4, AUTHOR, position="withdrawn", covers=(Cover(POSTS, "7" * 40),), organisation="northvale")
    pending = lying(word(5, "support", {}, covers=(Cover(POSTS, "8" * 40),)))
    events = [kept(event) for event in (classed, over, now, theirs, gone)]
    needed = texts_needed(fold(Record((*events, pending))))
    assert needed == {digit * 40 for digit in "12456"}
    assert texts_needed(fold(Record())) == frozenset()
