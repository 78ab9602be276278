"""What a reviewer did in Word comes back as exactly that, under their name, at its place."""

import pytest

from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitting import fitted
from tests.exchange.word.editing import WordFile, w
from tests.exchange.word.sending import PATH, commented, draft, new_acts, read, sent, suggested, wordings

TEXT = """# Principles

Officers must *think* before they post **anything at all**. They should ask [the team](https://a.example) if in doubt.

* Be kind.
* Be brief, and answer within two working days.
  1. First things first.
  2. Then the rest.

| Who | When |
| --- | --- |
| Officers | at once |
| Others | within a week[^1] |

> Quoted words stay quoted.

[^1]: A week has seven days.

## Last words

The end of it.
"""


@pytest.fixture
def file() -> WordFile:
    """The text above as a Word file, open for editing."""
    return WordFile.of(sent(draft(TEXT)))


def _accepted(content: bytes, text: str = TEXT) -> str:
    """The text with the one suggestion of a file accepted."""
    [act] = new_acts(content, draft(text))
    assert act.place is not None, act
    assert act.place.start is not None, act
    assert act.place.end is not None
    change = fitted(text, act.place.start, act.place.end, act.replacement or "")
    assert isinstance(change, Edit)
    return change.applied(text)


def test_an_untouched_file_brings_nothing(file: WordFile) -> None:
    """A file that comes back as it was sent holds no act at all."""
    incoming = read(file.saved(), draft(TEXT))
    assert incoming.acts == ()
    assert incoming.export
    assert [cover.path for cover in incoming.texts] == [PATH]


@pytest.mark.parametrize(
    ("words", "new"),
    [
        ("must", "have to"),
        ("think", "stop and think"),
        ("anything at all", "a word"),
        ("the team", "their manager"),
        ("two working", "five"),
        ("First things", "Important matters"),
        ("Officers", "Staff"),
        ("within a week", "within a month"),
        ("Quoted words", "Words of others"),
        ("seven days", "7 days"),
        ("Last words", "Closing words"),
        ("kind", "kind_ly *now*"),
        ("kind", "<b>kind</b> & [fair]"),
    ],
)
def test_words_that_replace_others_are_a_suggestion_for_just_these(file: WordFile, words: str, new: str) -> None:
    """Wherever words stand (emphasis, links, items, cells, notes), what comes in their place shows just as in Word."""
    file.replace(words, new, "Pat Adviser")
    [act] = new_acts(file.saved(), draft(TEXT))
    assert (act.act, act.voice.name) == ("suggestion", "Pat Adviser")
    assert act.place is not None
    assert TEXT[act.place.start : act.place.end] == words
    after = read(sent(draft(_accepted(file.saved()))), draft(_accepted(file.saved())))
    assert after.acts == ()


@pytest.mark.parametrize("words", ["must ", "*think* ", "**anything at all**", "* Be kind.\n", "The end of it."])
def test_a_deletion_is_a_suggestion_of_no_words(file: WordFile, words: str) -> None:
    """What is taken out goes, with the marks that would be left over."""
    file.delete(words.strip("*\n ").removeprefix("* "), "Pat Adviser")
    shown = _accepted(file.saved())
    assert words.strip("*\n ") not in shown


def test_an_insertion_stands_in_its_gap(file: WordFile) -> None:
    """Words that are put in take nothing out."""
    file.insert_behind("post ", "or share ", "Pat Adviser")
    assert wordings(new_acts(file.saved(), draft(TEXT)), TEXT) == [("", "or share ")]
    assert "they post or share **anything" in _accepted(file.saved())


def test_a_new_item_and_a_new_paragraph_are_blocks_of_their_own(file: WordFile) -> None:
    """What begins with a new paragraph mark becomes an item where it stands in a list."""
    file.add_paragraph("Be kind.", "Be fair.", "Pat Adviser")
    assert "* Be kind.\n* Be fair.\n* Be brief" in _accepted(file.saved())
    other = WordFile.of(sent(draft(TEXT)))
    other.add_paragraph("The end of it.", "And one more.", "Pat Adviser")
    assert _accepted(other.saved()).endswith("The end of it.\n\nAnd one more.\n")


def test_a_paragraph_that_goes_with_its_mark_goes_whole(file: WordFile) -> None:
    """A deleted paragraph leaves neither a marker nor an empty line."""
    file.delete("Be kind.", "Pat Adviser")
    file.mark(file.paragraph("Be kind."), "del", "Pat Adviser")
    assert "doubt.\n\n* Be brief" in _accepted(file.saved())


def test_a_row_that_goes_or_comes_is_a_row_of_the_table(file: WordFile) -> None:
    """A deleted row goes with its bars, a new one gets them."""
    file.delete_row("at once", "Pat Adviser")
    assert "| --- | --- |\n| Others" in _accepted(file.saved())
    other = WordFile.of(sent(draft(TEXT)))
    other.add_row("at once", ["Guests", "never | ever"], "Pat Adviser")
    assert "| Officers | at once |\n| Guests | never \\| ever |\n| Others" in _accepted(other.saved())


def test_two_people_have_their_own_changes(file: WordFile) -> None:
    """Changes side by side by different people are different suggestions."""
    file.replace("must", "may", "Pat Adviser")
    file.replace("in doubt", "unsure", "Kim Other")
    acts = new_acts(file.saved(), draft(TEXT))
    assert [(act.voice.name, act.replacement) for act in acts] == [("Pat Adviser", "may"), ("Kim Other", "unsure")]


def test_words_inside_of_another_persons_deletion_are_a_collision_that_is_told(file: WordFile) -> None:
    """The deletion is one suggestion; what another put into it is a remark with its words, never applied."""
    file.delete("They should ask ", "Pat Adviser")
    gone = next(file.document.iter(w("del")))
    second = file.changed("del", "Pat Adviser")
    second.append(file.run("ask ", None, "delText"))
    gone[0].find(w("delText")).text = "They should "
    inserted = file.changed("ins", "Kim Other")
    inserted.append(file.run("always "))
    gone.addnext(inserted)
    inserted.addnext(second)
    first, other = new_acts(file.saved(), draft(TEXT))
    assert (first.voice.name, first.quote, first.replacement) == ("Pat Adviser", "They should ask ", "")
    assert (other.voice.name, other.act) == ("Kim Other", "comment")
    assert "collision" in other.note
    assert "always" in other.body


def test_words_that_one_puts_in_and_another_takes_out_stay_the_first_ones_suggestion(file: WordFile) -> None:
    """The suggestion keeps all its words, and who would have some of them out is told with them."""
    inserted = file.insert_behind("post ", "or share or send ", "Pat Adviser")
    inserted[0].find(w("t")).text = "or share "
    taken = file.changed("del", "Kim Other")
    taken.append(file.run("or send ", None, "delText"))
    inserted.append(taken)
    acts = new_acts(file.saved(), draft(TEXT))
    assert [(act.voice.name, act.act) for act in acts] == [("Pat Adviser", "suggestion"), ("Kim Other", "comment")]
    assert acts[0].replacement == "or share or send "
    assert "or send" in acts[1].body


def test_what_was_changed_without_tracking_is_found_and_marked(file: WordFile) -> None:
    """Nobody is named for it, and the note says why."""
    file.type_untracked("two working days", "ten days")
    [act] = new_acts(file.saved(), draft(TEXT))
    assert (act.voice.name, act.quote, act.replacement) == ("", "two working", "ten")
    assert "without tracking" in act.note


def test_a_comment_stands_on_its_words_with_its_answers(file: WordFile) -> None:
    """A comment, an answer to it and its mark as resolved come in as one conversation."""
    first = file.comment("two working days", "Who answers in the holidays?", "Pat Adviser", done=True)
    file.comment("two working days", "I ask that too.", "Kim Other", answers=first)
    root, answer = new_acts(file.saved(), draft(TEXT))
    assert wordings([root], TEXT) == [("two working days", None)]
    assert (root.body, root.resolved) == ("Who answers in the holidays?", True)
    assert (answer.act, answer.to, answer.voice.name) == ("reply", root.item, "Kim Other")


def test_a_comment_on_words_that_were_put_in_answers_that_suggestion(file: WordFile) -> None:
    """There are no such words in the text, so it is said about the suggestion."""
    file.insert_behind("post ", "or share ", "Pat Adviser")
    file.comment("or share ", "Why?", "Kim Other")
    suggestion, answer = new_acts(file.saved(), draft(TEXT))
    assert (answer.act, answer.to) == ("reply", suggestion.item)


def test_our_own_remarks_come_back_as_known_and_answers_go_to_them() -> None:
    """What was sent is in the record already, also when a client gives its items other numbers."""
    start = TEXT.index("two working days")
    remark = commented(TEXT, start, start + 16, "Is that enough?")
    change = suggested(TEXT, TEXT.index("must"), TEXT.index("must") + 4, "shall", 2)
    drafted = draft(TEXT, remark, change)
    file = WordFile.of(sent(drafted))
    assert [bool(act.thread) for act in read(file.saved(), drafted).acts] == [True, True]
    key = next(c.get(w("id")) for c in file.comments)
    file.comment("two working days", "It is not.", "Pat Adviser", answers=key)
    [answer] = new_acts(file.saved(), drafted)
    assert (answer.act, answer.to) == ("reply", remark.event.id)


def test_a_file_that_is_not_from_here_is_placed_by_its_words_alone() -> None:
    """A partner's own copy has no marks: equal words are its places, other text is nobody's change and told as that."""
    file = WordFile.of(sent(draft(TEXT + "\nMore words of theirs.\n")))
    file.parts["docProps/custom.xml"] = file.parts["docProps/custom.xml"].replace(b"reviewtui-", b"other-")
    file.replace("two working", "five", "Pat Adviser")
    file.replace("More words", "Other words", "Pat Adviser")
    exact, remark, untracked = new_acts(file.saved(), draft(TEXT))
    assert wordings([exact], TEXT) == [("two working", "five")]
    assert (untracked.voice.name, untracked.replacement) == ("", "\n\nMore words of theirs.")
    assert (remark.act, remark.place and remark.place.start) == ("comment", None)
    assert "Other words" in remark.body


PERMISSION = "# Rules\n\nYou do not need anyone's permission to post about your work.\n"


@pytest.mark.parametrize("tracked", [True, False])
def test_edits_that_turn_a_sentence_only_together_are_one_suggestion(*, tracked: bool) -> None:
    """Either alone would say the opposite: "You need anyone's", or "You do not need nobody's"."""
    file = WordFile.of(sent(draft(PERMISSION)))
    for words, new in (("do not ", ""), ("anyone's", "nobody's")):
        if not tracked:
            file.type_untracked(words, new)
        elif new:
            file.replace(words, new, "Pat Adviser")
        else:
            file.delete(words, "Pat Adviser")
    assert _accepted(file.saved(), PERMISSION) == "# Rules\n\nYou need nobody's permission to post about your work.\n"


def test_tracked_changes_of_a_sentence_that_keep_its_not_stay_apart() -> None:
    """Each can be taken by itself, so each is decided by itself."""
    file = WordFile.of(sent(draft(PERMISSION)))
    file.replace("anyone's", "a manager's", "Pat Adviser")
    file.replace("work", "office", "Pat Adviser")
    assert len(new_acts(file.saved(), draft(PERMISSION))) == 2


DUTY = "# Rules\n\nStaff may not share **records** of pupils with partners.\n"


@pytest.mark.parametrize("tracked", [True, False])
def test_edits_that_make_another_duty_only_together_are_one_suggestion(*, tracked: bool) -> None:
    """Of "may not share" and "must share" the one alone made "must not share", the other "may share"."""
    file = WordFile.of(sent(draft(DUTY)))
    for words, new in (("may", "must"), (" not", "")):
        if not tracked:
            file.type_untracked(words, new)
        elif new:
            file.replace(words, new, "Pat Adviser")
        else:
            file.delete(words, "Pat Adviser")
    assert _accepted(file.saved(), DUTY) == DUTY.replace("may not", "must")


def test_edits_around_another_persons_deletion_are_one_suggestion_that_keeps_its_words() -> None:
    """What the other one takes out still stands in the words of this person, and goes with that suggestion alone."""
    file = WordFile.of(sent(draft(DUTY)))
    file.replace("may not", "must", "Pat Adviser")
    file.delete(" of pupils", "Kim Other")
    file.replace("partners", "nobody", "Pat Adviser")
    assert wordings(new_acts(file.saved(), draft(DUTY)), DUTY) == [
        ("may not share **records** of pupils with partners", "must share **records** of pupils with nobody"),
        (" of pupils", ""),
    ]


def test_a_comment_on_changed_words_quotes_them_as_they_were_sent() -> None:
    """Not the old and the new ones one behind the other, as they stand in the file."""
    file = WordFile.of(sent(draft(DUTY)))
    file.comment("may not share", "Is this so?", "Kim Other")
    file.replace("may not", "must", "Pat Adviser")
    change, remark = new_acts(file.saved(), draft(DUTY))
    assert (change.quote, change.replacement) == ("may not", "must")
    assert (remark.body, remark.quote) == ("Is this so?", "may not share")
