"""What somebody sent back in a file enters the record once, under the name of whoever said it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reviewtui.domain.actions.commands import BringIn, Submit
from reviewtui.domain.record.events import Cover, WasRead
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.import_content import BroughtAct, BroughtPlace, Incoming, Voice
from reviewtui.views.exchange.import_preview import preview_lines
from reviewtui.views.exchange.import_rows import imported_file
from reviewtui.workspace.workspace import Workspace
from tests.conftest import OFFICER, PRINCIPLES, Clone, Run

PAT = "Pat Adviser <pat@southmere.example>"
KIM = "Kim Other=Kim Other <kim@southmere.example>"
PATH = "policy/principles.md"
START = PRINCIPLES.index("two working days")
PLACE = BroughtPlace(PATH, START, START + len("two working days"))
COMMENT = BroughtAct("comment", "c1", Voice("Pat Adviser"), "Who answers in the holidays?", PLACE)
SUGGESTION = BroughtAct("suggestion", "s1", Voice("Pat Adviser"), place=PLACE, replacement="three working days")
REPLY = BroughtAct("reply", "r1", Voice("Kim Other"), "I ask that too.", to="c1")


@pytest.fixture
def desk(policy: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A review whose author is at work, with one partner organisation."""
    assert run(policy, "init", "--policy", "policy")[0] == 0
    added = run(policy, "organisation", "add", "southmere", "--name", "Southmere", "--domain", "southmere.example")
    assert added[0] == 0
    for name, value in zip(("NAME", "EMAIL"), OFFICER, strict=True):
        monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{name}", value)
    return Workspace.open(policy.path)


def _incoming(desk: Workspace, *acts: BroughtAct) -> Incoming:
    return Incoming("docx", "01kb2m6y3t9v8w5x4z7q1r0pka", desk.load("").version.commit, acts)


def test_acts_become_events_of_whoever_said_them_recorded_by_me(desk: Workspace) -> None:
    """A comment with its answer and a suggestion become pending threads under the names that --as gives."""
    desk.carry_out(BringIn(_incoming(desk, COMMENT, SUGGESTION, REPLY), (PAT, KIM)))
    threads = sorted(desk.load("").review.threads.values(), key=lambda thread: thread.is_suggestion)
    assert [thread.root.by for thread in threads] == [PAT, PAT]
    assert {thread.root.recorded_by for thread in threads} == {"Policy Officer <officer@council.example>"}
    assert {thread.root.organisation for thread in threads} == {"southmere"}
    assert [entry.event.by for entry in threads[0].entries] == [PAT, "Kim Other <kim@southmere.example>"]
    assert threads[1].replacement == "three working days"
    assert threads[1].anchors[0].exact == "two working days"


def test_the_same_file_twice_brings_nothing_twice(desk: Workspace) -> None:
    """A second import finds all in the record, pending or submitted, however often."""
    incoming = _incoming(desk, COMMENT, SUGGESTION, REPLY)
    desk.carry_out(BringIn(incoming, (PAT, KIM)))
    assert desk.carry_out(BringIn(incoming, (PAT, KIM))).count == 0
    desk.carry_out(Submit())
    assert desk.carry_out(BringIn(incoming, ())).count == 0


def test_a_copy_with_more_in_it_brings_only_that(desk: Workspace) -> None:
    """Another reviewer's copy of the same file holds the first one's remarks too; only the new ones come in."""
    desk.carry_out(BringIn(_incoming(desk, COMMENT), (PAT, KIM)))
    more = replace(COMMENT, voice=Voice("Kim Other"), item="c2", body="And at night?")
    outcome = desk.carry_out(BringIn(_incoming(desk, replace(COMMENT), more), ("Kim Other <kim@southmere.example>",)))
    assert outcome.count == 1


def test_the_same_item_with_other_words_says_the_remark_anew(desk: Workspace) -> None:
    """What was changed in the file since is a revise of the remark, not a second one."""
    desk.carry_out(BringIn(_incoming(desk, COMMENT), (PAT, KIM)))
    desk.carry_out(BringIn(_incoming(desk, replace(COMMENT, body="Who answers on Sundays?")), (PAT, KIM)))
    [thread] = desk.load("").review.threads.values()
    assert thread.body == "Who answers on Sundays?"


def test_two_equal_remarks_of_one_file_are_two(desk: Workspace) -> None:
    """Somebody who says the same twice at one place has said it twice, also when the file comes again."""
    twice = _incoming(desk, COMMENT, replace(COMMENT))
    desk.carry_out(BringIn(twice, (PAT, KIM)))
    assert desk.carry_out(BringIn(twice, (PAT, KIM))).count == 0
    assert len(desk.load("").review.threads) == 2


def test_a_suggestion_that_breaks_its_block_comes_in_as_a_remark_with_its_words(desk: Workspace) -> None:
    """What the rules refuse is no suggestion, and not lost either."""
    gap = replace(SUGGESTION, replacement="two working days")
    desk.carry_out(BringIn(_incoming(desk, gap), (PAT, KIM)))
    [thread] = desk.load("").review.threads.values()
    assert not thread.is_suggestion
    assert "two working days" in thread.body


def test_a_name_that_nobody_has_is_asked_about(desk: Workspace) -> None:
    """Nothing is written while it is not known who a name is, and the sentence names the option."""
    with pytest.raises(Refused, match=r"'Pat Adviser'.*--as"):
        desk.carry_out(BringIn(_incoming(desk, COMMENT)))
    assert not desk.load("").review.threads


def test_what_was_marked_as_resolved_says_so_in_its_thread_and_stays_open(desk: Workspace) -> None:
    """A file cannot decide: the mark becomes an answer of the remark's own side."""
    desk.carry_out(BringIn(_incoming(desk, replace(COMMENT, resolved=True)), (PAT, KIM)))
    [thread] = desk.load("").review.threads.values()
    assert thread.is_open
    assert "resolved" in thread.entries[1].words


def test_the_time_that_a_file_tells_is_kept_but_never_one_to_come(desk: Workspace) -> None:
    """A remark is shown with the time at which it was made; a clock that runs ahead counts as now."""
    then = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
    late = datetime(2999, 1, 5, tzinfo=UTC)
    desk.carry_out(BringIn(_incoming(desk, replace(COMMENT, at=then), replace(SUGGESTION, at=late)), (PAT, KIM)))
    roots = {thread.is_suggestion: thread.root for thread in desk.load("").review.threads.values()}
    assert roots[False].at == then
    assert roots[True].at < late


def test_two_remarks_at_one_place_stay_two_whichever_copy_holds_which(desk: Workspace) -> None:
    """A later copy that holds only the second of them neither rewords the first nor brings in anything."""
    second = replace(COMMENT, item="c2", body="And at night?")
    desk.carry_out(BringIn(_incoming(desk, COMMENT, second), (PAT, KIM)))
    assert desk.carry_out(BringIn(_incoming(desk, replace(second, item="c1")), (PAT, KIM))).count == 0
    threads = desk.load("").review.threads.values()
    assert {thread.body for thread in threads if thread.counts} == {COMMENT.body, second.body}


def test_whoever_wrote_in_a_file_has_read_its_texts(desk: Workspace) -> None:
    """A returned export counts as reading, reported by whoever brings it in."""
    text = desk.load("").policy.texts[PATH]
    incoming = replace(_incoming(desk, COMMENT), texts=(Cover(PATH, text.blob),), digest="0" * 64)
    desk.carry_out(BringIn(incoming, (PAT, KIM)))
    [event] = desk.load("").review.counting(WasRead)
    assert (event.by, event.path, event.blob) == (PAT, PATH, text.blob)
    assert event.recorded_by
    assert desk.carry_out(BringIn(incoming, (PAT, KIM))).count == 0


def test_that_a_file_counts_as_reading_is_said_before_and_after(desk: Workspace) -> None:
    """The preview names the reads that will be saved, the outcome those that were; a second time there are none."""
    text = desk.load("").policy.texts[PATH]
    incoming = replace(_incoming(desk, COMMENT), texts=(Cover(PATH, text.blob),), digest="0" * 64)
    said = f"It counts as reading of 1 text by {PAT} for southmere."
    preview = desk.files.preview(incoming, (PAT, KIM))
    assert said in list(preview_lines(preview))
    assert desk.carry_out(BringIn(incoming, (PAT, KIM))).message.endswith(said)
    assert desk.files.preview(incoming, (PAT, KIM)).reads == ()


def test_what_is_left_out_of_a_file_comes_in_neither_itself_nor_what_answers_it(desk: Workspace) -> None:
    """A person may take some of what a file holds; the answer to a remark that was left out has nothing to answer."""
    incoming = _incoming(desk, COMMENT, SUGGESTION, REPLY)
    outcome = desk.carry_out(BringIn(incoming, (PAT, KIM), frozenset({0})))
    [thread] = desk.load("").review.threads.values()
    assert (outcome.count, thread.is_suggestion, len(thread.entries)) == (1, True, 1)
    desk.carry_out(BringIn(incoming, (PAT, KIM), frozenset({1})))
    assert sorted(len(each.entries) for each in desk.load("").review.threads.values()) == [1, 2]


def test_the_preview_numbers_what_can_be_left_out_and_names_what_a_reply_answers(desk: Workspace) -> None:
    """The numbers stay as they are when some of it is in the record; whole words are shown, however many."""
    long = replace(COMMENT, item="c2", body=" ".join(f"word{number}" for number in range(80)))
    incoming = _incoming(desk, COMMENT, long, REPLY)
    lines = list(preview_lines(desk.files.preview(incoming, (PAT, KIM))))
    assert lines[0] == "3 are new, by Pat Adviser (2), Kim Other (1)."
    assert lines[1].startswith(f"  1 + comment by {PAT}")
    assert " ".join(lines).split().count("word79") == 1
    assert max(map(len, lines)) <= 110
    assert any(line.startswith("  3 + reply to 1 “Who answers in the holidays?” by Kim Other") for line in lines)
    desk.carry_out(BringIn(_incoming(desk, COMMENT), (PAT,)))
    preview = desk.files.preview(incoming, (PAT, KIM), frozenset({1}))
    lines = list(preview_lines(preview))
    name = preview.draft.review.name_of(preview.planned[0].thread)
    assert any(line.startswith("  2 - comment by") and line.endswith("left out") for line in lines)
    assert any(line.startswith(f"  3 + reply to {name} “Who answers in the holidays?”") for line in lines)


def test_nobody_has_to_be_named_who_says_nothing_that_is_taken(desk: Workspace) -> None:
    """An unknown name is asked about only where something of it comes in."""
    other = replace(SUGGESTION, voice=Voice("Kim Other"))
    pat = f"{COMMENT.voice.name}={PAT}"
    with pytest.raises(Refused, match="Kim Other"):
        desk.carry_out(BringIn(_incoming(desk, COMMENT, other), (pat,)))
    assert desk.carry_out(BringIn(_incoming(desk, COMMENT, other), (pat,), frozenset({1}))).count == 1


def test_a_preview_tells_where_the_words_stand_in_the_draft_of_now(desk: Workspace, policy: Clone) -> None:
    """The file was made from an older text; what it is about is shown where it stands since."""
    incoming = _incoming(desk, SUGGESTION)
    policy.commit_edit(PATH, "# Principles\n", "# Principles\n\nNew words here.\n")
    preview = desk.files.preview(incoming, (PAT, KIM))
    [place] = preview.places.values()
    text = preview.draft.policy.texts[PATH].text
    assert (place.state, text[place.start : place.end]) == ("exact", "two working days")


def test_whoever_is_named_for_the_nameless_is_nobody_else(desk: Workspace) -> None:
    """Saying who wrote what bears no name says nothing of another name that nobody knows."""
    nameless, other = replace(COMMENT, voice=Voice("")), replace(SUGGESTION, voice=Voice("Kim Other"))
    planned = desk.files.preview(_incoming(desk, nameless, other), (f"={PAT}",)).planned
    assert [str(each.person) if each.person else None for each in planned] == [PAT, None]


def test_the_preview_shows_where_long_words_begin_to_differ(desk: Workspace) -> None:
    """A line that ends before that would show the same words twice."""
    long = " ".join(f"word{number}" for number in range(40))
    act = replace(SUGGESTION, quote=f"{long} old words.", replacement=f"{long} new words.")
    lines = list(preview_lines(desk.files.preview(_incoming(desk, act), (PAT,))))
    assert "      “…word35 word36 word37 word38 word39 old words.”" in lines
    assert "      → …word35 word36 word37 word38 word39 new words." in lines


def test_the_preview_tells_the_answer_that_a_resolved_remark_brings_along(desk: Workspace) -> None:
    """It is saved in the name of whoever wrote the remark, so they see it before."""
    act = replace(COMMENT, resolved=True)
    lines = list(preview_lines(desk.files.preview(_incoming(desk, act), (PAT,))))
    assert "      and an answer: (Marked as resolved in the file.)" in lines


@pytest.mark.parametrize(("quote", "is_told"), [("Do not shout.", False), ("not ", True)])
def test_a_denial_that_goes_is_told_where_the_rest_of_its_sentence_stays(
    desk: Workspace, quote: str, *, is_told: bool
) -> None:
    """With a whole sentence its “not” goes too, and nothing is left that would say the contrary."""
    act = replace(SUGGESTION, quote=quote, replacement="")
    lines = "\n".join(preview_lines(desk.files.preview(_incoming(desk, act), (PAT,))))
    assert ("a denial" in lines) == is_told


def test_many_remarks_are_each_noted_as_saved_here_until_they_are_submitted(desk: Workspace, policy: Clone) -> None:
    """The marks of all are written together; what is committed needs none."""
    many = [replace(COMMENT, item=f"c{number}", body=f"Comment {number}.") for number in range(60)]
    assert desk.carry_out(BringIn(_incoming(desk, *many), (PAT,))).count == 60
    marks = (policy.path / ".git" / "reviewtui" / "saved").read_bytes().split()
    assert len(marks) == len(set(marks)) == 120
    assert len(desk.load("").review.pending_of(OFFICER[1])) == 60
    desk.carry_out(Submit())
    assert not (policy.path / ".git" / "reviewtui" / "saved").exists()


def test_a_card_says_how_much_of_very_long_words_it_leaves_out(desk: Workspace) -> None:
    """No word is cut, and nobody takes the beginning for the whole."""
    long = replace(COMMENT, body=" ".join(f"word{number:04}" for number in range(200)))
    [row] = imported_file(desk.files.preview(_incoming(desk, long), (PAT,))).rows
    said = "".join(piece.text for line in row.card for piece in line)
    assert said.endswith("word0132 … (603 more characters)")
