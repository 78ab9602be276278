"""The class of a few changed words is that of the sentences that they stand in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.diff.hunk_classes import hunk_class
from reviewtui.text.diff.policy_diff import diff_policies

ASK = "Officers must ask the press team before they post on any network of the council."
LOG = "Each team keeps a log of the messages that it has answered in public."


def classes(old, new):
    """Each change of a text with its class and reason."""
    [file] = diff_policies({"a.md": old}, {"a.md": new}).files
    return [(change.change_class, change.reason) for change in file.changes]


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("must ask", "must not ask", ("substantive", "must → must not")),
        ("must ask", "ask", ("substantive", "“must” is gone")),
        ("the press team", "the whole press team", ("substantive", "“whole” is new")),
        ("before they post", "prior to their posts", ("substantive", "they post → their posts")),
        ("council.", "council, unless it is urgent.", ("substantive", "“unless” is new")),
        ("Officers must", "Councillors must", ("substantive", "Officers → Councillors")),
        ("before they post", "2 days before they post", ("substantive", "“2 days” is new")),
        ("the press team", "[the press team](https://press.example/2)", ("editorial", "wording")),
    ],
)
def test_a_few_words_change_what_their_sentence_says(was, now, expected):
    """Put in, "not" is a prohibition; "whole" is in doubt, and the target of a link is editorial."""
    assert classes(f"{LOG}\n\n{ASK}\n", f"{LOG}\n\n{ASK.replace(was, now)}\n") in ([expected], [])


def test_only_the_words_that_changed_the_meaning_are_substantive():
    """Beside them a spelling in the same sentence stays editorial."""
    old = f"{ASK} It has the colour of the council and needs no more than that."
    new = old.replace("must", "should").replace("colour", "color")
    assert classes(old, new) == [("substantive", "must → should"), ("editorial", "wording")]


def test_a_new_item_between_others_is_a_new_rule():
    """However the comparison cut it."""
    old = "- The team must answer mail.\n- The team may close an account.\n"
    new = "- The team must answer mail.\n- The team must keep a record of it.\n- The team may close an account.\n"
    assert [kind for kind, _ in classes(old, new)] == ["new-rule"]


def test_a_sentence_without_a_duty_that_comes_or_goes_is_substantive():
    """It is no rule; and no negation in it is taken for one."""
    story = "None of it is hard to learn."
    assert classes(f"{ASK}\n", f"{ASK}\n\n{story}\n") == [("substantive", "“None” is new")]
    assert classes(f"{ASK}\n\nIt is easy to learn.\n", f"{ASK}\n") == [("substantive", "words taken away")]
    assert classes(f"{LOG}\n\n{ASK}\n", f"{LOG}\n") == [("substantive", "words with “must” taken away")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("---\norder: 5\n---\n\nText.\n", "---\norder: 6\n---\n\nText.\n"),
        ("Text.\n\n[guide]: https://a.example/5\n", "Text.\n\n[guide]: https://a.example/docs/5\n"),
    ],
)
def test_words_outside_the_prose_are_editorial(old, new):
    """The order of pages, and the page that a reference leads to where it moved as a whole."""
    assert classes(old, new) == [("editorial", "not in the prose")]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("# Replies in 5 days\n", "# Replies in 6 days\n", "substantive"),
        ("## 1. Replies\n", "## 2. Replies\n", "editorial"),
        ("1. Ask first.\n2. Then post.\n", "1. Ask first.\n3. Then post.\n", "editorial"),
        (
            "| who | when |\n|---|---|\n| team | 5 days |\n",
            "| who | when |\n|---|---|\n| team | 6 days |\n",
            "substantive",
        ),
        ("| who | when |\n|---|---|\n| team | days |\n", "| who | when |\n|:--|---|\n| team | days |\n", "editorial"),
    ],
)
def test_headings_cells_and_numbers_of_items(old, new, kind):
    """A number in a heading or a cell is one of the rule; the number of a heading or an item is none."""
    assert {found for found, _ in classes(old, new)} <= {kind}


@given(st.data(), st.lists(st.sampled_from([ASK, LOG, "- It may close.", "Ask!", "", "```", "---"]), max_size=6))
def test_any_hunk_has_a_class(data, parts):
    """Wherever it begins and ends."""
    text = "\n".join(parts)
    cut = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: tuple(sorted(pair)))
    assert hunk_class(text, text, (data.draw(cut), data.draw(cut)))[0] in {"editorial", "substantive", "new-rule"}


def test_a_comment_behind_a_sentence_brings_no_new_words():
    """Nothing stood there before; the sentence on the same line stayed."""
    assert classes(f"{ASK}\n", f"{ASK} <!-- spelling: keep this -->\n") == [("editorial", "not in the prose")]


IN_PIECES = (
    "com\u00admunications",
    "cafe\u0301",
    "caf&eacute;",
    "re&shy;search",
    "un**paid**",
    "**c**hief",
    "&#67;EO",
    "<b>c</b>hief",
    "\u200bpress",
    "\ufb01nal",
    "1&nbsp;000",
    "\u4e94\u4eba",
)
"""Words that are written otherwise than they are seen."""


def gravest_class(old: str, new: str) -> str:
    """Return the gravest class of the changes between two sentences."""
    [file] = diff_policies({"a.md": f"# T\n\n{old}\n"}, {"a.md": f"# T\n\n{new}\n"}).files
    return max((change.change_class for change in file.changes), key=("editorial", "substantive", "new-rule").index)


@pytest.mark.parametrize("word", IN_PIECES)
def test_a_word_that_is_written_in_pieces_does_not_go_or_come_unheard(word: str) -> None:
    """By a soft hyphen, an accent or an entity, or with emphasis inside: it is a word of its sentence."""
    whole, without = f"Ask the {word} team for it first.", "Ask the team for it first."
    assert gravest_class(whole, without) != "editorial"
    assert gravest_class(without, whole) != "editorial"


def test_a_sign_or_a_number_in_another_script_is_heard_inside_a_sentence() -> None:
    """Also where taking it apart would leave another sign, and where a month reads like a duty."""
    for old, new in (
        ("The rule x \u2260 y is kept.", "The rule x = y is kept."),
        ("Staff read that \u4e94\u4eba is enough.", "Staff read that \u516d\u4eba is enough."),
        ("It starts no earlier than May.", "It starts no later than May."),
    ):
        assert gravest_class(old, new) != "editorial"
        assert gravest_class(new, old) != "editorial"
