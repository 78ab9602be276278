"""The class of a change: by the words, by an author's word on two texts, and along several steps."""

import itertools

from reviewtui.domain.record.events import Classified
from reviewtui.domain.review.change_judgement import ChangeClasses, with_authors_classes
from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.text.meaning.class_values import ChangeClass
from tests.strategies import AUTHOR, SETTINGS

MISSPELT, RIGHT, BINDER, POLISHED, SIX = ("1" * 40, "2" * 40, "3" * 40, "4" * 40, "5" * 40)
TEXTS = {
    MISSPELT: "# Records\n\nPosts must be kept for two years in a seperate folder.\n",
    RIGHT: "# Records\n\nPosts must be kept for two years in a separate folder.\n",
    BINDER: "# Records\n\nPosts must be kept for two years in a separate binder.\n",
    POLISHED: "# Records\n\nPosts must be kept for two years in a seperate binder.\n",
    SIX: "# Records\n\nPosts must be kept for six years in a separate folder.\n",
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
    """A misspelling is editorial, other words are not, and no change at all is editorial."""
    assert judged(MISSPELT, RIGHT) == "editorial"
    assert judged(RIGHT, BINDER) == "substantive"
    assert judged(RIGHT, RIGHT) == "editorial"


def test_an_author_settles_a_doubt() -> None:
    """In both directions of gravity; of two words the later one counts."""
    assert judged(RIGHT, BINDER, said(RIGHT, BINDER, "editorial")) == "editorial"
    assert judged(MISSPELT, RIGHT, said(MISSPELT, RIGHT, "new-rule")) == "new-rule"
    both = (said(RIGHT, BINDER, "editorial"), said(RIGHT, BINDER, "substantive", 2))
    assert judged(RIGHT, BINDER, *both) == "substantive"


def test_an_author_settles_no_alarm() -> None:
    """Another number stays substantive, directly and by steps, and the reason says what the author called it."""
    word = said(RIGHT, SIX, "editorial")
    found = ChangeClasses.of([word], TEXTS).judge(RIGHT, SIX)
    assert (found.change_class, found.alarm, found.by_author) == ("substantive", True, False)
    assert found.reason == "two years → six years (called editorial by the author: Because.)"
    steps = (said(RIGHT, BINDER, "editorial"), said(BINDER, SIX, "editorial", 2))
    assert judged(RIGHT, SIX, *steps) == "substantive"
    assert judged(MISSPELT, SIX, *steps, word) == "substantive"


def test_an_alarm_can_be_made_graver() -> None:
    """An author may call a changed number a new rule."""
    assert judged(RIGHT, SIX, said(RIGHT, SIX, "new-rule")) == "new-rule"


def test_an_editorial_word_lasts_through_a_polish_behind_it() -> None:
    """What was called editorial stays so when only a spelling changes afterwards, and not when a number does."""
    word = said(RIGHT, BINDER, "editorial")
    assert judged(RIGHT, POLISHED, word) == "editorial"
    assert judged(MISSPELT, RIGHT, said(MISSPELT, POLISHED, "editorial")) == "editorial"
    assert judged(BINDER, SIX, said(BINDER, RIGHT, "editorial")) == "substantive"


def test_a_grave_word_is_not_passed_by() -> None:
    """A change that was called substantive stays one when a typo follows."""
    assert judged(MISSPELT, RIGHT, said(MISSPELT, POLISHED, "substantive")) == "substantive"
    words = (said(BINDER, RIGHT, "new-rule"), said(RIGHT, POLISHED, "editorial", 2))
    assert judged(BINDER, POLISHED, *words) == "new-rule"


def test_words_in_a_circle_end() -> None:
    """Every text called editorial to every other: the search ends, and says editorial where there is no alarm."""
    names = tuple(TEXTS)
    events = [said(a, b, "editorial", 1 + n) for n, (a, b) in enumerate((a, b) for a in names for b in names if a != b)]
    gone = "9" * 40
    assert judged(RIGHT, gone, *events) == "substantive"
    assert judged(RIGHT, BINDER, *events) == "editorial"


def test_a_long_chain_of_words_ends() -> None:
    """Thousands of words, one after the other, are followed, and grave ones in a circle are no way out."""
    names = [RIGHT, *(f"{number:040x}" for number in range(16, 2016)), BINDER]
    chain = [said(a, b, "editorial", 1 + n) for n, (a, b) in enumerate(itertools.pairwise(names))]
    assert judged(RIGHT, BINDER, *chain) == "editorial"
    circle = (said(RIGHT, MISSPELT, "new-rule"), said(MISSPELT, RIGHT, "new-rule", 2))
    assert judged(RIGHT, POLISHED, *circle) == "new-rule"


def test_a_text_that_is_not_here_counts_as_changed() -> None:
    """Nobody can say that a text is the same in substance without having it."""
    judgement = ChangeClasses.of((), TEXTS).judge("9" * 40, SIX)
    assert judgement.change_class == "substantive"
    assert "not in this clone" in judgement.reason


def test_a_comparison_shows_the_authors_word() -> None:
    """A doubt has the class that the author gave, with the reason; an alarm keeps its own."""
    for new, shown in ((BINDER, "editorial"), (SIX, "substantive")):
        diff = diff_policies({"a.md": TEXTS[RIGHT]}, {"a.md": TEXTS[new]})
        applied = with_authors_classes(diff, [said(RIGHT, new, "editorial")], {"a.md": RIGHT}, {"a.md": new})
        (change,) = applied.files[0].changes
        assert change.change_class == shown
        assert "by the author: Because." in change.reason
        assert diff.files[0].changes[0].change_class == "substantive"
