"""A partner without git takes part by a Word file: sent out, written in, brought in, shared."""

import os
import shutil
import subprocess
from email.message import EmailMessage
from pathlib import Path

import pytest

from reviewtui.views.compose.thread_acts import submission_lines
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask, program_at, refused, remark, submitted
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run
from tests.exchange.word.editing import WordFile, answered, w
from tests.sharing import bare_of, bodies, clone_of, synced

PAT = "Pat Adviser <pat@southmere.example>"


NAMED = ("--as", PAT, "--as", "Kim Other=Kim Other <kim@southmere.example>")


@pytest.fixture
def review(policy: Clone, run: Run) -> Clone:
    """A review with two partner organisations and one remark that was submitted."""
    ask(run, policy, "init", "--policy", "policy")
    for name in ("northvale", "southmere"):
        run(policy, "organisation", "add", name, "--name", name.title(), "--domain", f"{name}.example", "--asked")
    remark(run, policy, "comment", "principles", "--quote", "two working days", "-m", "Is that enough?")
    return policy


@pytest.fixture
def answer(review: Clone, run: Run, tmp_path: Path) -> Path:
    """The file that came back from a partner, with a change and a comment in it."""
    ask(run, review, "export", "docx", str(tmp_path / "out.docx"))
    path = tmp_path / "back.docx"
    path.write_bytes(answered((tmp_path / "out.docx").read_bytes()))
    return path


def test_an_answer_comes_in_under_the_names_of_its_writers(review: Clone, run: Run, answer: Path) -> None:
    """The change and the comment become remarks of the partner, recorded by the author; ours stay as they are."""
    submitted(run, review, "import", str(answer), *NAMED, "--yes")
    threads = ask(run, review, "threads")["threads"]
    assert len(threads) == 3
    change = next(row for row in threads if row["root"] == "suggestion")
    assert (change["by"], change["organisation"], change["quote"], change["replacement"]) == (
        PAT, "southmere", "must", "have to",
    )  # fmt: skip
    assert change["recorded_by"] == "Policy Officer <officer@council.example>"
    assert {row["by"] for row in threads if row["body"] == "All of them?"} == {"Kim Other <kim@southmere.example>"}
    assert all(not row["refusal"] for row in threads)


def test_an_answer_to_an_older_text_is_placed_in_the_text_of_now(review: Clone, run: Run, answer: Path) -> None:
    """The author went on writing meanwhile: the change is about the words as they were sent, and found again."""
    text = review.read("policy/principles.md")
    review.commit_file(
        "policy/principles.md",
        text.replace("# Principles\n", "# Principles\n\nA new first paragraph.\n"),
        "Go on writing",
    )
    submitted(run, review, "import", str(answer), *NAMED, "--yes")
    change = next(row for row in ask(run, review, "threads")["threads"] if row["root"] == "suggestion")
    assert change["placement"] == "exact"
    ask(run, review, "accept", change["thread"])
    assert "Officers have to think" in review.read("policy/principles.md")


@pytest.mark.slow
def test_two_clones_that_bring_in_one_file_have_nothing_twice(review: Clone, run: Run, answer: Path) -> None:
    """Each remark is one thread after both have shared, and a third import brings nothing."""
    other = clone_of(bare_of(review), "other")
    for clone in (review, other):
        submitted(run, clone, "import", str(answer), *NAMED, "--yes")
    synced(run, review)
    synced(run, other)
    synced(run, review)
    for clone in (review, other):
        counting = [row for row in ask(run, clone, "threads")["threads"] if not row["same_as"]]
        assert len(counting) == 3
        assert ask(run, clone, "import", str(answer), *NAMED, "--yes")["count"] == 0
    assert bodies(run, review) == bodies(run, other)


def test_nothing_is_written_without_a_yes(review: Clone, run: Run, answer: Path) -> None:
    """Without a terminal the preview is shown and --yes is named; --dry-run says the same and ends with 0."""
    code, out, err = run(review, "import", str(answer), *NAMED)
    assert (code, "--yes" in err) == (2, True)
    assert "have to" in out
    assert run(review, "import", str(answer), *NAMED, "--dry-run")[0] == 0
    assert ask(run, review, "status")["pending"] == 0


def test_what_is_left_out_by_its_number_stays_out_until_it_is_asked_for(review: Clone, run: Run, answer: Path) -> None:
    """The numbers are those of the preview; nobody has to be named for what is not taken."""
    acts = ask(run, review, "import", str(answer), *NAMED, "--dry-run", "--leave-out", "1")["acts"]
    new = [act for act in acts if act["fate"] == "new"]
    assert [act["taken"] for act in new] == [act["number"] != 1 for act in new]
    kims = [str(act["number"]) for act in new if act["name"] == "Kim Other"]
    assert ask(run, review, "import", str(answer), "--as", PAT, "--leave-out", ",".join(kims), "--yes")["count"] == 1
    assert ask(run, review, "import", str(answer), *NAMED, "--yes")["count"] == 1
    assert "no number 99" in refused(run, review, "import", str(answer), "--leave-out", "1, 99", "--yes")
    assert "--leave-out 2,5" in refused(run, review, "import", str(answer), "--leave-out", "one", "--yes")


def test_unknown_names_and_other_reviews_end_with_a_line(review: Clone, run: Run, answer: Path, tmp_path: Path) -> None:
    """Whoever nobody knows has to be named; a reviewer may not bring in words of others."""
    assert "--as 'Pat Adviser=Name <address>'" in refused(run, review, "import", str(answer), "--yes", "--json")
    told = refused(run, review, "import", str(answer), "--as", PAT, "--yes", "--json")
    assert "known as 'Kim Other'" in told
    assert "may not record" in run(review, "import", str(answer), *NAMED, "--yes", who=NORTHVALE)[1]
    assert "no file" in refused(run, review, "import", str(tmp_path / "gone.docx"))
    assert "format" in refused(run, review, "import", str(tmp_path / "letter.pdf"))
    assert "exists already" in refused(run, review, "export", "docx", str(answer))
    assert "no format" in refused(run, review, "export", "pdf", str(tmp_path / "x.pdf"))


def test_a_reviewer_brings_in_what_they_wrote_in_word_themselves(review: Clone, run: Run, tmp_path: Path) -> None:
    """My own words need nobody who records them."""
    ask(run, review, "export", "docx", str(tmp_path / "mine.docx"), who=SOUTHMERE)
    file = WordFile.of((tmp_path / "mine.docx").read_bytes())
    file.replace("must", "have to", SOUTHMERE[0])
    (tmp_path / "mine.docx").write_bytes(file.saved())
    me = f"{SOUTHMERE[0]} <{SOUTHMERE[1]}>"
    ask(run, review, "import", str(tmp_path / "mine.docx"), "--as", me, "--yes", who=SOUTHMERE)
    change = next(row for row in ask(run, review, "threads")["threads"] if row["root"] == "suggestion")
    assert (change["by"], change["recorded_by"], change["refusal"]) == (me, None, None)


def test_the_same_file_again_tells_what_came_before_from_what_was_sent(review: Clone, run: Run, answer: Path) -> None:
    """The partner's two are in the record already; only the remark of ours was sent from here."""
    ask(run, review, "submit")
    ask(run, review, "import", str(answer), *NAMED, "--as", "Kim Other <kim@southmere.example>", "--yes")
    _, said, _ = run(review, "import", str(answer), "--dry-run")
    assert "3 are in the record already: 1 sent from here, 2 from another copy." in said
    assert "new" not in said


def test_two_copies_of_a_file_in_one_mail_are_brought_in_once(
    review: Clone, run: Run, answer: Path, tmp_path: Path
) -> None:
    """Each act came in twice, and "Brought in 4" was said of two."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Pat Adviser <pat@southmere.example>", "Re: the draft"
    mail.set_content("Please see the attached.")
    again = WordFile.of(answer.read_bytes())
    again.comment("Posts are records.", "And one more.", "Kim Other", again.comments[-1].get(w("id")))
    for name, content in (("a.docx", answer.read_bytes()), ("b.docx", again.saved())):
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    (tmp_path / "answer.eml").write_bytes(mail.as_bytes())
    names = (*NAMED, "--as", "Kim Other <kim@southmere.example>")
    told = ask(run, review, "import", str(tmp_path / "answer.eml"), *names, "--yes")
    assert told["count"] == 3
    again_told = ask(run, review, "import", str(tmp_path / "answer.eml"), *names, "--yes")
    assert again_told["count"] == 0
    bodies = [event["body"] for thread in told["threads"] for event in ask(run, review, "show", thread)["events"]]
    assert bodies.count("And one more.") == 1


def test_two_comments_at_one_passage_in_two_files_of_a_mail_are_two_remarks(
    review: Clone, run: Run, tmp_path: Path
) -> None:
    """The second one "said anew" the first, which nobody saw any more; brought in again, both are known."""
    ask(run, review, "export", "docx", str(tmp_path / "out.docx"))
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Pat Adviser <pat@southmere.example>", "Re: the draft"
    mail.set_content("Please see the attached.")
    said = ["Say for how long they are kept.", "Say who may read them."]
    for number, words in enumerate(said):
        copy = WordFile.of((tmp_path / "out.docx").read_bytes())
        copy.comment("Posts are records.", words, "Kim Other")
        mail.add_attachment(copy.saved(), maintype="application", subtype="octet-stream", filename=f"{number}.docx")
    (tmp_path / "answer.eml").write_bytes(mail.as_bytes())
    command = ("import", str(tmp_path / "answer.eml"), *NAMED, "--as", "Kim Other <kim@southmere.example>", "--yes")
    told = ask(run, review, *command)
    events = [ask(run, review, "show", thread)["events"] for thread in told["threads"]]
    assert [[event["body"] for event in each] for each in events] == [[words] for words in said]
    assert ask(run, review, *command)["count"] == 0


def test_what_an_organisation_read_is_one_line_of_what_is_submitted(
    review: Clone, run: Run, answer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whose reading it is, and of how much; what two of its people read counts once."""
    for name, value in zip(("NAME", "EMAIL"), OFFICER, strict=True):
        monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
    ask(run, review, "import", str(answer), *NAMED, "--as", "Kim Other <kim@southmere.example>", "--yes")
    shown = [
        "".join(str(piece.text) for piece in each) for each in submission_lines(Workspace.open(review.path).load())
    ]
    assert [each for each in shown if each.startswith("read ")] == ["read       Southmere: 3 sections read"]


@pytest.mark.slow
def test_an_answer_from_writer_comes_in(review: Clone, run: Run, answer: Path, tmp_path: Path) -> None:
    """Saved as .odt by LibreOffice, the changes and comments of two people come in once, each as its writer's."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path), str(answer)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    odt = str(tmp_path / "back.odt")
    assert ask(run, review, "import", odt, *NAMED, "--yes")["count"] == 2
    threads = ask(run, review, "threads")["threads"]
    assert {(row["by"], row["quote"], row["replacement"]) for row in threads if row["flags"] == ["pending"]} == {
        (PAT, "must", "have to"),
        ("Kim Other <kim@southmere.example>", "Posts are records.", None),
    }
    assert ask(run, review, "import", odt, *NAMED, "--yes")["count"] == 0


def test_a_form_that_loses_changes_on_its_way_says_so(
    review: Clone, run: Run, answer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An .rtf or .doc file may say something else in LibreOffice than where it was written; an .odt does not."""
    office = program_at(
        tmp_path / "bin" / "soffice",
        f'while [ "$1" != "--outdir" ]; do shift; done\nmkdir -p "$2"\ncp "{answer}" "$2/document.docx"',
    )
    monkeypatch.setenv("PATH", f"{office.parent}:{os.environ['PATH']}")
    for name, is_told in (("a.rtf", True), ("a.doc", True), ("a.odt", False)):
        (tmp_path / name).write_bytes(b"x")
        told = ask(run, review, "import", str(tmp_path / name), *NAMED)["left_out"]
        assert any("ask for a .docx" in line for line in told) == is_told


def test_a_copy_without_marks_is_compared_with_the_version_that_it_was_made_from(
    review: Clone, run: Run, tmp_path: Path
) -> None:
    """Other programs leave properties out; the text went on meanwhile, and only the partner's edit is one."""
    ask(run, review, "export", "docx", str(tmp_path / "out.docx"))
    file = WordFile.of((tmp_path / "out.docx").read_bytes())
    file.parts["docProps/custom.xml"] = file.parts["docProps/custom.xml"].replace(b"reviewtui-", b"other-")
    file.type_untracked("must", "have to")
    own = file.paragraph("This is a draft for review")
    own.getparent().remove(own)
    (tmp_path / "back.docx").write_bytes(file.saved())
    text = review.read("policy/principles.md")
    review.commit_file("policy/principles.md", text.replace("two working days", "a week"), "Go on writing")
    preview = ask(run, review, "import", str(tmp_path / "back.docx"), "--as", PAT, "--dry-run")
    assert [(act["quote"], act["replacement"]) for act in preview["acts"] if act["fate"] == "new"] == [
        ("must", "have to")
    ]
