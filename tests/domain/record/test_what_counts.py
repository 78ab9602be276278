"""Which events of a record count: of two files with one id, of two copies, after a round, as mere files."""

from dataclasses import replace
from datetime import timedelta

from reviewtui.domain.person import Person
from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record import events
from reviewtui.domain.record.folding.fold import fold
from reviewtui.domain.record.record import Record
from reviewtui.domain.record.revocation import Revocation
from tests.making import NOON, kept, lying, made, number
from tests.strategies import AUTHOR, READER, REVIEWER, THREADS, comment


def test_of_one_id_the_best_known_file_counts() -> None:
    """What a commit holds comes before a mere file of its rightful writer; then whose commit it is, then its roles.

    Otherwise anybody could take a committed remark out of force here by laying a file of its writer's beside it.
    """
    ours = kept(comment(THREADS[0], REVIEWER, body="Ours."), THREADS[0])
    forged = kept(comment(THREADS[0], REVIEWER, body="Forged."), THREADS[0], author=READER)
    file = lying(comment(THREADS[0], REVIEWER, body="A file."), THREADS[0])
    alien = lying(comment(THREADS[0], REVIEWER, body="Alien."), THREADS[0])
    alien = replace(alien, provenance=replace(alien.provenance, author=READER))
    early = kept(comment(THREADS[0], REVIEWER, body="Before any settings."), THREADS[0], roles=None)
    order = (ours, early, forged, file, alien)
    for place, best in enumerate(order):
        for worse in order[place + 1 :]:
            for pair in ((best, worse), (worse, best)):
                (thread,) = fold(Record(pair)).threads.values()
                assert [entry.event for entry in thread.entries] == [best.event], (best.event.words, worse.event.words)


def test_the_recorder_is_whose_commit_it_has_to_be() -> None:
    """Of one remark that was brought in for someone, the recorder's commit counts before that of the one it is by."""
    said = comment(THREADS[0], REVIEWER, recorded_by=str(AUTHOR))
    recorded_by, written_by = kept(said, THREADS[0], author=AUTHOR), kept(said, THREADS[0], author=REVIEWER)
    for pair in ((recorded_by, written_by), (written_by, recorded_by)):
        assert fold(Record(pair)).threads[THREADS[0]].entries[0].recorded == recorded_by


def test_of_two_copies_of_one_item_the_lower_id_stands() -> None:
    """Equal export, item and person: the other names it, unless its source says too little or it is refused."""
    source = events.Source("docx", "e1", "7")

    def copies(first: events.Source | None, second: events.Source | None, by: Person = REVIEWER) -> list[str]:
        pair = (
            kept(comment(THREADS[0], REVIEWER, source=first), THREADS[0]),
            kept(comment(THREADS[1], by, source=second), THREADS[1]),
        )
        return [thread.same_as for thread in fold(Record(pair)).threads.values()]

    assert copies(source, source) == ["", THREADS[0]]
    assert copies(source, source, READER) == ["", ""]
    for other in (None, events.Source("docx", "e1", "8"), events.Source("docx", "e2", "7")):
        assert copies(source, other) == ["", ""]
    assert copies(events.Source("docx", "e1", "7", "words"), events.Source("docx", "e1", "7", "others")) == ["", ""]
    for vague in (events.Source("docx", "", "7"), events.Source("docx", "e1", "")):
        assert copies(vague, vague) == ["", ""]
    forged = kept(comment(THREADS[0], REVIEWER, source=source), THREADS[0], author=READER)
    copy = kept(comment(THREADS[1], REVIEWER, source=source), THREADS[1])
    assert [t.same_as for t in fold(Record((forged, copy))).threads.values()] == ["", ""]


def test_only_reviewers_are_late() -> None:
    """A remark after a round is late, an author's own and one taken over from another policy never are."""
    opened = kept(made(events.RoundOpened, 7, AUTHOR, until=NOON.date(), asked=("northvale",)))
    after = {"at": NOON + timedelta(days=2)}
    adopted = events.Source(events.ADOPTED)
    for by, fields, late in (
        (REVIEWER, after, True),
        (REVIEWER, {"at": NOON}, False),
        (REVIEWER, after | {"source": adopted}, False),
        (REVIEWER, after | {"source": events.Source("docx")}, True),
        (AUTHOR, after, False),
    ):
        remark = kept(comment(THREADS[0], by, **fields), THREADS[0])
        assert ("late" in fold(Record((opened, remark))).threads[THREADS[0]].flags) is late
    remark = kept(comment(THREADS[0], REVIEWER, **after), THREADS[0])
    planted = lying(opened.event)
    assert "late" not in fold(Record((planted, remark))).threads[THREADS[0]].flags
    closed = kept(made(events.RoundClosed, 8, AUTHOR, round=opened.event.id, at=NOON))
    early = kept(comment(THREADS[0], REVIEWER, at=NOON + timedelta(minutes=1)), THREADS[0])
    assert "late" in fold(Record((opened, closed, early))).threads[THREADS[0]].flags
    released = kept(made(events.Released, 9, AUTHOR, version="1.0", text="a" * 40, at=NOON + timedelta(days=1)))
    assert "late" not in fold(Record((opened, released, remark))).threads[THREADS[0]].flags


def test_what_an_author_does_is_done_by_its_commit() -> None:
    """A release or a round that merely lies there has no effect; a reading mark counts before it is committed."""
    for event, planted in (
        (made(events.RoundOpened, 7, AUTHOR, until=NOON.date()), True),
        (made(events.Released, 7, AUTHOR, version="1.0", text="a" * 40), True),
        (made(events.WasRead, 7, REVIEWER, path="policy/a.md", blob="a" * 40), False),
    ):
        (entry,) = fold(Record((lying(event),))).outside
        assert ("no commit of an author" in entry.refusal) is planted
        assert fold(Record((kept(event),))).outside[0].refusal == ""


def test_an_id_that_lies_in_two_folders_is_named() -> None:
    """Both threads keep theirs; the copy is told with where the first one lies, and by whom it came."""
    first = kept(comment(THREADS[0]), THREADS[0])
    copy = replace(kept(comment(THREADS[0]), THREADS[1], author=READER), path="reviews/copy.toml")
    review = fold(Record((first, copy)))
    assert set(review.threads) == {THREADS[0]}
    (problem,) = review.problems
    assert (problem.what, problem.path, first.path in problem.reason) == ("clash", copy.path, True)
    assert (problem.by, problem.commit) == (str(READER), copy.provenance.commit)
    assert review.rootless == (copy,)


def test_what_belongs_to_no_thread_is_judged_and_ordered_too() -> None:
    """A reviewer's release is refused; what counts comes by clock, then id, in whichever order it was read."""
    release = kept(made(events.Released, 7, REVIEWER, version="1.0", text="a" * 40))
    assert "not an author" in fold(Record((release,))).outside[0].refusal
    marks = [
        kept(made(events.WasRead, count, REVIEWER, path="policy/a.md", blob="a" * 40, clock=clock))
        for count, clock in ((9, 1), (3, 2), (4, 2))
    ]
    for order in (marks, marks[::-1]):
        found = fold(Record(tuple(order))).submitted(events.WasRead)
        assert [event.id for event in found] == [recorded.event.id for recorded in marks]


def test_a_late_event_that_several_commits_added_is_confirmed_by_its_id() -> None:
    """It is one content, however often it was added."""
    remark = kept(comment(THREADS[0]), THREADS[0])
    revoked = (Revocation("e" * 40, REVIEWER.key),)
    late = replace(remark, provenance=replace(remark.provenance, revoked=revoked))
    again = replace(late, provenance=replace(late.provenance, commit="f" * 40))
    confirmed = kept(made(events.Confirmed, 7, AUTHOR, of=(THREADS[0],), body="It was hers."))
    for record in ((late, confirmed), (late, again, confirmed)):
        (entry,) = fold(Record(record)).threads[THREADS[0]].entries
        assert entry.refusal == ""


def test_a_thread_begins_with_a_remark() -> None:
    """A reply that bears the thread's own id is no root: all of the folder stands without one."""
    reply = kept(made(events.Replied, 1, REVIEWER, id=THREADS[0], body="So."), THREADS[0])
    other = kept(made(events.Replied, 2, REVIEWER, body="Yes."), THREADS[0])
    review = fold(Record((reply, other)))
    assert (review.threads, {found.event.id for found in review.rootless}) == ({}, {reply.event.id, other.event.id})


def test_a_remark_from_before_any_settings_may_be_late() -> None:
    """Nobody was an author then; it is refused, and marked like any other."""
    opened = kept(made(events.RoundOpened, 7, AUTHOR, until=NOON.date(), asked=("northvale",)))
    remark = kept(comment(THREADS[0], AUTHOR, at=NOON + timedelta(days=2)), THREADS[0], roles=None)
    assert fold(Record((opened, remark))).threads[THREADS[0]].flags == {"late", "refused"}


def test_copies_are_known_by_what_was_said_where_however_they_are_numbered_or_mapped() -> None:
    """Two importers may number items and map names differently; the same words of one name at one place are one."""

    def copies(second: events.Source, **fields: object) -> list[str]:
        first = events.Source("docx", "e1", "7", "digest")
        brought = {"recorded_by": str(AUTHOR)}
        pair = (
            kept(comment(THREADS[0], REVIEWER, source=first, **brought), THREADS[0], author=AUTHOR),
            kept(comment(THREADS[1], READER, source=second, **(brought | fields)), THREADS[1], author=AUTHOR),
        )
        return [thread.same_as for thread in fold(Record(pair)).threads.values()]

    assert copies(events.Source("docx", "e1", "9", "digest")) == ["", THREADS[0]]
    assert copies(events.Source("docx", "e1", "9", "other")) == ["", ""]
    assert copies(events.Source("docx", "e2", "9", "digest")) == ["", ""]
    assert copies(events.Source("docx", "e1", "9", "digest"), anchors=(Anchor(path="policy/b.md"),)) == ["", ""]


def test_what_comes_back_to_a_clone_without_the_original_is_the_original_once_that_arrives() -> None:
    """A remark that was sent out and read where it was not known yet is no second remark; one with other words is."""
    original = kept(comment(THREADS[0], REVIEWER, body="Why?"), THREADS[0])
    for words, same in (("Why?", THREADS[0]), ("Why not?", "")):
        source = events.Source("xlsx", "e1", THREADS[0], "digest")
        back = comment(THREADS[1], REVIEWER, body=words, recorded_by=str(AUTHOR), source=source)
        threads = fold(Record((original, kept(back, THREADS[1], author=AUTHOR)))).threads
        assert threads[THREADS[1]].same_as == same


def test_a_reply_that_two_clones_brought_in_counts_once_and_both_are_kept() -> None:
    """Equal export, item and words are one reply; another item, other words or another writer's own are others."""
    brought = {"recorded_by": str(AUTHOR), "body": "Two days."}

    def replies(*sources: events.Source, **fields: object) -> list[str]:
        said = (
            kept(made(events.Replied, count, READER, source=source, **(brought | fields)), THREADS[0], author=AUTHOR)
            for count, source in enumerate(sources, 2)
        )
        [thread] = fold(Record((kept(comment(THREADS[0], REVIEWER), THREADS[0]), *said))).threads.values()
        assert len(thread.entries) == 1 + len(sources)
        return [entry.event.id for entry in thread.replies]

    source = events.Source("mail", "e1", "7", "digest")
    assert replies(source, source) == [number(2)]
    for other in (
        events.Source("mail", "e1", "8", "digest"),
        events.Source("mail", "e1", "7", "other"),
        events.Source("mail", "e2", "7", "digest"),
    ):
        assert len(replies(source, other)) == 2
    vague = events.Source("mail", "", "7", "digest")
    assert len(replies(vague, vague)) == 2


def test_a_second_copy_of_a_remark_is_told_as_that_and_not_as_open() -> None:
    """People read which thread it is; no state is asked for that finds it."""
    source = events.Source("docx", "e1", "7", "digest")
    fields = {"recorded_by": str(AUTHOR), "source": source}
    pair = (kept(comment(THREADS[n], REVIEWER, **fields), THREADS[n], author=AUTHOR) for n in (0, 1))
    first, copy = fold(Record(tuple(pair))).threads.values()
    assert (first.state_in_words, copy.state_in_words) == ("open", f"the same as {THREADS[0][-4:]}")


def test_of_two_copies_the_one_that_was_decided_stands() -> None:
    """Whoever decided before the clones shared put words into the text: that counts, and the other is its copy."""
    source = events.Source("docx", "e1", "7", "digest")
    fields = {"recorded_by": str(AUTHOR), "source": source}
    pair = [kept(comment(THREADS[n], REVIEWER, **fields), THREADS[n], author=AUTHOR) for n in (0, 1)]
    decision = made(events.Decided, 9, AUTHOR, verdict="noted", on=THREADS[1], clock=2, after=(THREADS[1],))
    threads = fold(Record((*pair, kept(decision, THREADS[1])))).threads
    assert [(thread.same_as, thread.state) for thread in threads.values()] == [(THREADS[1], "open"), ("", "noted")]


def test_a_decision_on_a_copy_that_was_taken_back_leaves_the_remark_where_it_is() -> None:
    """The copy that was ever decided stands, and one that two decided alike is decided."""
    source = events.Source("docx", "e1", "7", "digest")
    fields = {"recorded_by": str(AUTHOR), "source": source}
    pair = [kept(comment(THREADS[n], REVIEWER, **fields), THREADS[n], author=AUTHOR) for n in (0, 1)]
    one, two = (
        made(events.Decided, 8 + n, AUTHOR, verdict="noted", on=THREADS[n], clock=2, after=(THREADS[n],))
        for n in (0, 1)
    )
    back = made(events.Reopened, 11, AUTHOR, body="Back.", clock=3, after=(two.id,))

    def states(*more: tuple[events.ThreadEvent, int]) -> list[tuple[str, str]]:
        record = Record((*pair, *(kept(event, THREADS[n]) for event, n in more)))
        return [(thread.same_as, thread.state) for thread in fold(record).threads.values()]

    assert states((two, 1), (back, 1)) == [(THREADS[1], "open"), ("", "open")]
    assert states((one, 0), (two, 1)) == [("", "noted"), (THREADS[0], "noted")]
    undone = made(events.Reopened, 12, AUTHOR, body="Back.", clock=3, after=(one.id,))
    assert states((one, 0), (undone, 0), (two, 1)) == [("", "contested"), (THREADS[0], "noted")]
    both = made(events.Reopened, 13, AUTHOR, body="Back.", clock=3, after=(one.id, two.id))
    assert states((one, 0), (both, 0), (two, 1)) == [("", "open"), (THREADS[0], "noted")]
