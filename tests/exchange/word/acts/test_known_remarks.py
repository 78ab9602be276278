"""What we sent is known when it comes back through a program that writes names, spaces and moves in its own way."""

from typing import Any

import pytest

from reviewtui.domain.record.events import Replied
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import Voice
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.exchange.word import word_format
from tests.exchange.word.editing import WordFile, w
from tests.exchange.word.sending import commented, draft, new_acts, read, relocated, sent, suggested
from tests.making import kept, made, number
from tests.strategies import AUTHOR

TEXT = "# Rules\n\nStaff must answer within two working days.\n\nThey keep a record.\n\nThey call.\n"
ASKED = "Is that enough for a letter that comes by post?"


def _comment(file: WordFile) -> Any:
    return next(each for each in file.comments.iter(w("comment")))


@pytest.mark.parametrize("name", ["", "Author", "Kim Other"])
def test_a_comment_of_ours_without_its_name_is_none_of_theirs(name: str) -> None:
    """LibreOffice gives the names in an .rtf file to the next comment; one came in as the author's own."""
    start = TEXT.index("two working")
    drafted = draft(TEXT, commented(TEXT, start, start + 16, ASKED))
    file = WordFile.of(sent(drafted))
    _comment(file).set(w("author"), name)
    assert new_acts(file.saved(), drafted) == []


def test_few_equal_words_of_two_people_are_two_comments() -> None:
    """Both may say "I agree."; the second one is no copy of the first."""
    start = TEXT.index("two working")
    drafted = draft(TEXT, commented(TEXT, start, start + 16, "I agree."))
    file = WordFile.of(sent(drafted))
    _comment(file).set(w("author"), "Kim Other")
    [act] = new_acts(file.saved(), drafted)
    assert (act.voice.name, act.body) == ("Kim Other", "I agree.")


def test_the_same_words_in_our_comment_and_in_theirs_are_one_of_each() -> None:
    """Ours is in the file under its own name, so the other one is new."""
    start = TEXT.index("two working")
    drafted = draft(TEXT, commented(TEXT, start, start + 16, ASKED))
    file = WordFile.of(sent(drafted))
    file.comment("They call.", ASKED, "Kim Other")
    [act] = new_acts(file.saved(), drafted)
    assert act.voice.name == "Kim Other"


def test_the_words_of_a_remark_that_somebody_else_says_elsewhere_are_theirs() -> None:
    """Two organisations may ask the same thing; whether ours lost its name only its place and its moment tell."""
    start = TEXT.index("two working")
    drafted = draft(TEXT, commented(TEXT, start, start + 16, ASKED))
    file = WordFile.of(sent(drafted))
    file.remove_comments()
    file.comment("They call.", ASKED, "Kim Other")
    file.comment("They keep a record.", ASKED, "Author")
    acts = new_acts(file.saved(), drafted)
    assert [act.voice.name for act in acts] == ["Kim Other", "Author"]
    assert all("it may be that one" in act.note for act in acts)


def test_the_words_of_a_remark_that_its_writer_says_again_elsewhere_are_new() -> None:
    """Whichever of both the file tells first."""
    start = TEXT.index("two working")
    drafted = draft(TEXT, commented(TEXT, start, start + 16, "Why?"))
    file = WordFile.of(sent(drafted))
    file.comment("They call.", "Why?", _comment(file).get(w("author")))
    file.comments.insert(0, file.comments[-1])
    [act] = new_acts(file.saved(), drafted)
    assert act.quote == "They call."


@pytest.mark.parametrize(("words", "count"), [("two working days", 0), ("They call.", 1)])
def test_a_comment_without_a_name_and_a_date_is_ours_where_that_stood(words: str, count: int) -> None:
    """So Word writes it when it removes personal information."""
    start = TEXT.index("two working")
    drafted = draft(TEXT, commented(TEXT, start, start + 16, "Why?"))
    file = WordFile.of(sent(drafted))
    file.remove_comments()
    file.comment(words, "Why?", "Author")
    del _comment(file).attrib[w("date")]
    assert len(new_acts(file.saved(), drafted)) == count


@pytest.mark.parametrize("is_dated", [True, False])
@pytest.mark.parametrize(("words", "count"), [("They call.", 1), ("must answer within ", 1), ("two working days", 0)])
def test_its_writer_says_it_again_where_place_or_moment_speaks_against_the_one_sent(
    words: str, count: int, *, is_dated: bool
) -> None:
    """Both were taken for the one that was sent, and left out without a word."""
    start = TEXT.index("two working")
    drafted = draft(TEXT, commented(TEXT, start, start + 16, "Why?"))
    file = WordFile.of(sent(drafted))
    name = _comment(file).get(w("author"))
    file.remove_comments()
    file.comment(words, "Why?", name)
    if not is_dated:
        del _comment(file).attrib[w("date")]
    # Without a date a place that touches is enough, since some programs leave white space out.
    expected = 0 if words.endswith(" ") and not is_dated else count
    assert len(new_acts(file.saved(), drafted)) == expected


def test_a_suggestion_of_ours_of_which_a_program_cuts_out_a_space_is_known() -> None:
    """Pandoc writes the space within a deletion as one that nobody deleted."""
    start = TEXT.index("Staff")
    end = TEXT.index("\n\nThey keep")
    drafted = draft(TEXT, suggested(TEXT, start, end, "Officers should answer in a week."))
    file = WordFile.of(sent(drafted))
    [gone] = file.document.iter(w("del"))
    words = gone.findtext(f".//{w('delText')}")
    first, second = words.split(" must ")
    author = gone.get(w("author"))
    parts = [file.changed("del", author) for _ in range(2)]
    for part, own in zip(parts, (f"{first} must", second), strict=True):
        part.append(file.run(own, tag="delText"))
        gone.addprevious(part)
    parts[1].addprevious(file.run(" "))
    gone.getparent().remove(gone)
    assert read(file.saved(), drafted).acts != ()
    assert new_acts(file.saved(), drafted) == []


def test_a_suggestion_of_ours_among_whose_words_somebody_wrote_is_not_made_again() -> None:
    """Its parts came in anew, in the name of whoever had suggested it."""
    start = TEXT.index("answer")
    drafted = draft(TEXT, suggested(TEXT, start, start + 6, "reply to all"))
    file = WordFile.of(sent(drafted))
    held = file.run_of("reply ").getparent()
    rest = file.changed("ins", held.get(w("author")))
    rest.set(w("date"), held.get(w("date")))
    rest.append(held[-1])
    held.addnext(rest)
    gone = next(file.document.iter(w("del")))
    gone.addnext(rest)
    own = file.changed("ins", "Pat Adviser")
    own.append(file.run("soon "))
    held.addnext(own)
    assert {act.voice.name for act in new_acts(file.saved(), drafted)} == {"Pat Adviser"}


def test_a_move_of_ours_of_which_the_ends_have_two_names_is_known() -> None:
    """LibreOffice gives one end of a move another name when it writes an .odt file."""
    start, at = TEXT.index("They keep"), TEXT.index("\n", TEXT.index("They call"))
    drafted = draft(TEXT, relocated(TEXT, (start, start + 19), at))
    file = WordFile.of(sent(drafted))
    border = next(file.document.iter(w("moveFromRangeStart")))
    border.set(w("name"), f"{border.get(w('name'))}_Copy_1")
    assert [bool(act.thread) for act in read(file.saved(), drafted).acts] == [True]


@pytest.mark.parametrize("before", ["", "- "])
def test_a_heading_behind_a_paragraph_that_goes_is_no_change(before: str) -> None:
    """Some programs give it the style of that paragraph or item, whoever took it out and however."""
    text = f"{TEXT.replace('They call.', f'{before}They call.')}\n## More\n\nLast words.\n"
    file = WordFile.of(sent(draft(text)))
    file.delete("They call.", "Pat Adviser")
    heading = file.paragraph("More")
    style = heading.find(w("pPr"))
    if style is not None:
        heading.remove(style)
    assert [act.replacement for act in new_acts(file.saved(), draft(text))] == [""]


@pytest.mark.parametrize("count", [1, 2])
def test_words_that_somebody_puts_into_a_comment_of_ours_are_not_said_by_who_made_it(count: int) -> None:
    """Programs let everybody edit every comment and keep its name and moment: it came in as that person's own words."""
    start = TEXT.index("two working")
    answer = kept(made(Replied, 2, AUTHOR, body="We think so."), number(1))
    drafted = draft(TEXT, commented(TEXT, start, start + 16, ASKED), answer)
    file = WordFile.of(sent(drafted))
    comment = list(file.comments.iter(w("comment")))[count - 1]
    next(comment.iter(w("t"))).text = "It is by far too much."
    [act] = new_acts(file.saved(), drafted)
    assert (act.act, act.voice, act.to, act.body) == ("reply", Voice(""), number(1), "It is by far too much.")
    assert "in other words" in act.note


def _take(change: Any, *, words: bool) -> None:
    """Take a tracked change as a program does: its words stay as the file's own, or go."""
    for run in list(change) if words else ():
        for text in run.iter(w("delText")):
            text.tag = w("t")
        change.addprevious(run)
    change.getparent().remove(change)


@pytest.mark.parametrize(
    ("ins", "gone", "told"),
    [
        (True, False, "accepted"),
        (True, None, "accepted"),
        (None, False, "accepted"),
        (False, True, "rejected"),
        (None, None, ""),
    ],
)
def test_a_suggestion_of_ours_that_somebody_accepts_or_rejects_is_told(
    *, ins: bool | None, gone: bool | None, told: str
) -> None:
    """All of it or one of its two changes: the suggestion stays its writer's, nothing new is said in nobody's name."""
    start = TEXT.index("two working")
    drafted = draft(TEXT, suggested(TEXT, start, start + 16, "one day and a half", body="Two are too many."))
    file = WordFile.of(sent(drafted))
    for tag, words in (("ins", ins), ("del", gone)):
        if words is not None:
            _take(next(file.document.iter(w(tag))), words=words)
    incoming = read(file.saved(), drafted)
    assert [act for act in incoming.acts if not act.thread] == []
    said = [each for each in incoming.left_out if "suggestion that we sent out" in each]
    assert len(said) == bool(told)
    assert all(f"is {told}" in each and number(1)[-6:] in each for each in said)


def test_of_suggestions_that_share_words_none_is_told_as_rejected_in_an_untouched_file() -> None:
    """Those of one second are one change in the file, in which the second one is not seen."""
    start = TEXT.index("two working")
    twice = [suggested(TEXT, start, start + end, "", count, body="Why?") for count, end in ((1, 3), (2, 11))]
    drafted = draft(TEXT, *twice)
    assert read(sent(drafted), drafted).left_out == ()


def _rejected(file: WordFile) -> WordFile:
    """A file in which the one suggestion of ours was rejected."""
    for tag, words in (("ins", False), ("del", True)):
        _take(next(file.document.iter(w(tag))), words=words)
    return file


@pytest.mark.parametrize(("gone", "come"), [("two working", "a"), ("two working days", "one day"), ("working", "half")])
@pytest.mark.parametrize("is_sent", [True, False])
def test_who_types_some_words_of_a_suggestion_of_ours_suggests_something_else(
    gone: str, come: str, *, is_sent: bool
) -> None:
    """A letter of it was enough: it did not come in, and the suggestion was told as accepted, or was never there."""
    start = TEXT.index("two working")
    drafted = draft(TEXT, suggested(TEXT, start, start + 16, "one day and a half", body="Two are too many."))
    file = _rejected(WordFile.of(sent(drafted))) if is_sent else WordFile.of(sent(draft(TEXT)))
    file.type_untracked(gone, come)
    incoming = read(file.saved(), drafted)
    [act] = [act for act in incoming.acts if not act.thread]
    assert (act.act, act.voice, act.quote, act.replacement) == ("suggestion", Voice(""), gone, come)
    assert not any("accepted" in each for each in incoming.left_out)


@pytest.mark.parametrize("is_sent", [True, False])
def test_who_takes_out_what_we_would_replace_suggests_that(*, is_sent: bool) -> None:
    """The words that we would put there are gone from the file, so no half of ours was taken."""
    start = TEXT.index("two working")
    drafted = draft(TEXT, suggested(TEXT, start, start + 16, "one day and a half", body="Two are too many."))
    file = _rejected(WordFile.of(sent(drafted))) if is_sent else WordFile.of(sent(draft(TEXT)))
    file.type_untracked("two working days", "")
    incoming = read(file.saved(), drafted)
    assert [act.act for act in incoming.acts if not act.thread] == ["suggestion"]
    assert not any("accepted" in each for each in incoming.left_out)


def test_a_suggestion_that_the_file_never_held_is_not_told_as_accepted_in_it() -> None:
    """It was made after the file was sent; who typed just its words suggests nothing new, and accepted nothing."""
    start = TEXT.index("two working")
    drafted = draft(TEXT, suggested(TEXT, start, start + 16, "one day"))
    file = WordFile.of(sent(draft(TEXT)))
    file.type_untracked("two working days", "one day")
    incoming = read(file.saved(), drafted)
    assert [act for act in incoming.acts if not act.thread] == []
    [said] = [each for each in incoming.left_out if number(1)[-6:] in each]
    assert "accepted" not in said
    assert "by whomever" in said


def _in_one_second(*placed: tuple[str, str]) -> Draft:
    """A draft with remarks of one person and second, on some words each."""
    own = [
        commented(TEXT, TEXT.index(about), TEXT.index(about) + len(about), words, count)
        for count, (about, words) in enumerate(placed, 1)
    ]
    assert len({each.event.at for each in own}) == 1
    return draft(TEXT, *own)


@pytest.mark.parametrize("other", ["They keep a record.", "two working days"])
def test_of_two_remarks_of_one_second_the_rewritten_one_is_known_by_its_place(other: str) -> None:
    """The first one was taken out in Word: what was written in the second came in as an answer to the first."""
    drafted = _in_one_second(("two working days", "Why two days?"), (other, "Where do they keep it?"))
    file = WordFile.of(sent(drafted))
    first, second = file.comments.iter(w("comment"))
    file.comments.remove(first)
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        mark = next(each for each in file.document.iter(w(tag)) if each.get(w("id")) == first.get(w("id")))
        mark.getparent().remove(mark)
    next(second.iter(w("t"))).text = "In which drawer?"
    [act] = new_acts(file.saved(), drafted)
    assert act.voice == Voice("")
    if other.startswith("They"):
        assert (act.act, act.to) == ("reply", number(2))
    else:
        assert (act.act, act.to, act.quote) == ("comment", "", other)
        assert "one of several remarks of J. Reviewer" in act.note


def _bare(file: WordFile, key: str, before: str) -> None:
    """Take the range of a comment away, and set its sign behind the words `before`."""
    for tag in ("commentRangeStart", "commentRangeEnd"):
        mark = next(each for each in file.document.iter(w(tag)) if each.get(w("id")) == key)
        mark.getparent().remove(mark)
    sign = next(each for each in file.document.iter(w("commentReference")) if each.get(w("id")) == key).getparent()
    file.run_of(before).addnext(sign)


def test_an_answer_that_lost_its_thread_says_what_it_stands_behind() -> None:
    """LibreOffice 7 saves one as a comment on no words, behind what it answers: it may be that, and is no guess."""
    start = TEXT.index("two working")
    drafted = draft(TEXT, commented(TEXT, start, start + 16, ASKED))
    file = WordFile.of(sent(drafted))
    _bare(file, file.comment("They call.", "Three, I think.", "Kim Other"), "two working days")
    list(file.comments.iter(w("comment")))[-1].set(w("date"), "2030-01-02T10:00:00Z")
    [act] = new_acts(file.saved(), drafted)
    assert (act.act, act.body) == ("comment", "Three, I think.")
    assert "behind the remark of J. Reviewer" in act.note


def test_what_libreoffice_says_beside_a_tracked_comment_is_nobodys_words() -> None:
    """In a .doc file stands “Comment added” within its range then, of the same moment and under the same name."""
    drafted = draft(TEXT)
    file = WordFile.of(sent(drafted))
    file.comment("two working days", "Three, I think.", "Kim Other")
    _bare(file, file.comment("They call.", "Comment added", "Kim Other"), "two working days")
    incoming = word_format.read(file.saved(), ImportContext(drafted, lambda _: drafted, loses_changes=True))
    assert [act.body for act in incoming.acts] == ["Three, I think."]
    assert any("Comment added" in each for each in incoming.left_out)
    assert len(read(file.saved(), drafted).acts) == 2
