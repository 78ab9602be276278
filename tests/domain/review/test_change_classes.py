"""The class of a change: by the words, by an author's word on two texts, and along several steps."""

import itertools

from reviewtui.domain.record.events import Classified
from reviewtui.domain.review.change_classes import ChangeClasses
from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.text.meaning.change_class import ChangeClass
from tests.strategies import AUTHOR, SETTINGS

TWO, TYPO, SIX, OTHER = ("1" * 40, "2" * 40, "3" * 40, "4" * 40)
TEXTS = {
    TWO: "# Records\n\nPosts must be kept for two years by the ofice.\n",
    TYPO: "# Records\n\nPosts must be kept for two years by the office.\n",
    SIX: "# Records\n\nPosts must be kept for six years by the office.\n",
    OTHER: "# Records\n\nPosts must be kept for six years by our office.\n",
}


def said(old: str, new: str, kind: ChangeClass, clock: int = 1) -> Classified:
    """Return an author's word on the change from one text to another."""
    return Classified(
        policy_id=SETTINGS.policy_id,
        id=f"01kb2m6y3t9v8w5x4z7q1r{clock:04d}",
        clock=clock,
        at="2026-11-22T20:00:00Z",  # type: ignore[arg-type]
        by=str(AUTHOR),
        organisation="unaffiliated",
        path="policy/records.md",
        old=old,
        new=new,
        change_class=kind,
        body="Because.",
    )


def judged(old: str, new: str, *events: Classified) -> ChangeClass:
    """Return the class of a change after `events`."""
    return ChangeClasses.of(events, TEXTS).judge(old, new).change_class


def test_the_words_decide_where_nobody_spoke() -> None:
    """A typo is editorial, another number is not, and no change at all is editorial."""
    assert judged(TWO, TYPO) == "editorial"
    assert judged(TWO, SIX) == "substantive"
    assert judged(TWO, TWO) == "editorial"


def test_the_authors_word_on_two_texts_decides() -> None:
    """In both directions of gravity; of two words the later one counts."""
    assert judged(TYPO, SIX, said(TYPO, SIX, "editorial")) == "editorial"
    assert judged(TWO, TYPO, said(TWO, TYPO, "new-rule")) == "new-rule"
    assert judged(TYPO, SIX, said(TYPO, SIX, "editorial"), said(TYPO, SIX, "substantive", 2)) == "substantive"


def test_an_editorial_word_lasts_through_a_typo_behind_it() -> None:
    """What was called editorial stays so when only a word is polished afterwards, and not when a duty changes."""
    word = said(TYPO, SIX, "editorial")
    assert judged(TYPO, OTHER, word) == "editorial"
    assert judged(TYPO, TWO, said(TYPO, OTHER, "editorial")) == "editorial"
    assert judged(SIX, TWO, said(SIX, OTHER, "editorial")) == "substantive"


def test_a_grave_word_is_not_passed_by() -> None:
    """A change that was called substantive stays one when a typo follows."""
    assert judged(TWO, TYPO, said(TWO, OTHER, "substantive")) == "substantive"
    assert judged(SIX, OTHER, said(SIX, TYPO, "new-rule"), said(TYPO, SIX, "editorial", 2)) == "new-rule"


def test_words_in_a_circle_end() -> None:
    """Every text called editorial to every other: the search ends, and says editorial."""
    names = tuple(TEXTS)
    events = [said(a, b, "editorial", 1 + n) for n, (a, b) in enumerate((a, b) for a in names for b in names if a != b)]
    gone = "9" * 40
    assert judged(TWO, gone, *events) == "substantive"
    assert judged(TWO, SIX, *events) == "editorial"


def test_a_long_chain_of_words_ends() -> None:
    """Thousands of words, one after the other, are followed, and grave ones in a circle are no way out."""
    names = [TYPO, *(f"{number:040x}" for number in range(16, 2016)), SIX]
    chain = [said(a, b, "editorial", 1 + n) for n, (a, b) in enumerate(itertools.pairwise(names))]
    assert judged(TYPO, SIX, *chain) == "editorial"
    assert judged(TYPO, OTHER, said(TYPO, TWO, "new-rule"), said(TWO, TYPO, "new-rule", 2)) == "new-rule"


def test_a_text_that_is_not_here_counts_as_changed() -> None:
    """Nobody can say that a text is the same in substance without having it."""
    judgement = ChangeClasses.of((), TEXTS).judge("9" * 40, SIX)
    assert judgement.change_class == "substantive"
    assert "not in this clone" in judgement.reason


def test_a_comparison_shows_the_authors_word() -> None:
    """All changes of the section have the class that the author gave, with the reason."""
    diff = diff_policies({"a.md": TEXTS[TYPO]}, {"a.md": TEXTS[SIX]})
    applied = ChangeClasses.of([said(TYPO, SIX, "editorial")], {}).applied(diff, {"a.md": TYPO}, {"a.md": SIX})
    (change,) = applied.files[0].changes
    assert (change.change_class, change.reason) == ("editorial", "by the author: Because.")
    assert diff.files[0].changes[0].change_class == "substantive"
