"""A letter that is answered by mail: what stands below a paragraph about a remark is an answer to that remark."""

import email
from email.message import EmailMessage
from email.policy import SMTP, default
from pathlib import Path

import pytest

from tests.acting import ask, remark
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run
from tests.sharing import bare_of, clone_of, synced

WRITER = f"{SOUTHMERE[0]} <{SOUTHMERE[1]}>"


@pytest.fixture
def threads(review: Clone, run: Run) -> tuple[str, str]:
    """Two remarks of an organisation, one of which was declined."""
    declined = remark(run, review, "comment", "records", "-m", "Say it shorter.", who=SOUTHMERE)
    waiting = remark(run, review, "comment", "--whole", "-m", "Still to come.", who=SOUTHMERE)
    ask(run, review, "decline", declined, "-m", "The law says it like that.")
    return declined, waiting


def _letter(run: Run, review: Clone, folder: Path) -> tuple[EmailMessage, list[str]]:
    ask(run, review, "export", "mail", str(folder), "--attach", "letters", "--organisation", "southmere")
    mail = email.message_from_bytes((folder / "southmere.eml").read_bytes(), policy=default)
    assert isinstance(mail, EmailMessage)
    return mail, mail.get_content().splitlines()


def _answer(path: Path, text: str, **headers: str) -> Path:
    mail = EmailMessage(policy=SMTP)
    for name, value in ({"From": WRITER, "Subject": "Re: x"} | headers).items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    path.write_bytes(mail.as_bytes())
    return path


def _replies(run: Run, review: Clone, thread: str) -> list[tuple[str, str, str]]:
    events = ask(run, review, "show", thread)["events"]
    return [(each["body"], each["by"], each["recorded_by"]) for each in events if each["type"] == "reply"]


def test_what_stands_below_a_quoted_paragraph_of_a_letter_is_an_answer_to_that_remark(
    review: Clone, run: Run, threads: tuple[str, str], tmp_path: Path
) -> None:
    """Under the name of whoever wrote it, recorded by the author; the text of the policy gets no remark."""
    _, lines = _letter(run, review, tmp_path / "out")
    quoted = []
    for line in lines:
        quoted.append(f"> {line}")
        if line.startswith(f"[{threads[0][-4:]}]"):
            quoted += ["", "Which law is that?", ""]
    path = _answer(tmp_path / "back.eml", "\n".join(["Dear all,", "", *quoted]))
    preview = ask(run, review, "import", str(path), "--dry-run")
    assert [(act["act"], act["thread"]) for act in preview["acts"]] == [("reply", threads[0])]
    assert not any("Quoted words" in sentence for sentence in preview["left_out"])
    ask(run, review, "import", str(path), "--yes")
    assert _replies(run, review, threads[0]) == [
        ("Which law is that?", WRITER, "Policy Officer <officer@council.example>")
    ]
    assert ask(run, review, "import", str(path), "--yes")["count"] == 0


def test_a_paragraph_that_begins_with_the_sign_of_a_remark_answers_it(
    review: Clone, run: Run, threads: tuple[str, str], tmp_path: Path
) -> None:
    """Where the program marks no quotes, or the letter came on paper; what names none is a remark as before."""
    first, second = (thread[-4:] for thread in threads)
    text = f"[{first}] Which law?\n\n[{second}]\n\nSoon, please.\n\nAll in all good.\n\n[zzzz] What is that?\n"
    preview = ask(run, review, "import", str(_answer(tmp_path / "a.eml", text)), "--dry-run")
    assert preview["left_out"] == []
    assert [(act["act"], act["body"], act["to"]) for act in preview["acts"]] == [
        ("comment", "All in all good.\n\n[zzzz] What is that?", None),
        ("reply", "Which law?", threads[0]),
        ("reply", "Soon, please.", threads[1]),
    ]


def test_words_put_into_a_letter_without_marks_of_quoting_answer_the_paragraph_above_them(
    review: Clone, run: Run, threads: tuple[str, str], tmp_path: Path
) -> None:
    """Outlook marks no quotes: the letter is known by its words."""
    _, lines = _letter(run, review, tmp_path / "out")
    head = ["From: Policy Officer <officer@council.example>", "Sent: Monday", "To: Pat", "Subject: x", ""]
    inside = []
    for line in lines:
        inside.append(line)
        if line.startswith(f"[{threads[0][-4:]}]"):
            inside += ["", "Which law is that?"]
    path = _answer(tmp_path / "back.eml", "\n".join(["See below.", "", *head, *inside]))
    acts = ask(run, review, "import", str(path), "--dry-run")["acts"]
    assert [(act["act"], act["body"], act["thread"]) for act in acts] == [("reply", "Which law is that?", threads[0])]


@pytest.mark.usefixtures("threads")
def test_a_letter_without_marks_that_reads_otherwise_by_now_gives_nobody_its_words(
    review: Clone, run: Run, tmp_path: Path
) -> None:
    """What cannot be told from our own words is told, and never taken for the answer of a partner."""
    _, lines = _letter(run, review, tmp_path / "out")
    lines = [line.replace("The law says it like that", "The old law says so") for line in lines]
    head = ["From: Policy Officer <officer@council.example>", "Sent: Monday", "To: Pat", "Subject: x", ""]
    path = _answer(tmp_path / "back.eml", "\n".join(["Fine.", "", *head, *lines]))
    preview = ask(run, review, "import", str(path), "--dry-run")
    assert [(act["act"], act["body"]) for act in preview["acts"]] == [("comment", "Fine.")]
    assert "does not say which remark" in preview["acts"][0]["note"]
    assert any("not told from ours" in sentence for sentence in preview["left_out"])


def test_an_answer_without_the_reference_is_known_by_the_mail_that_it_answers(
    review: Clone, run: Run, threads: tuple[str, str], tmp_path: Path
) -> None:
    """Programs name it in their headers, so the export is known when people delete that line."""
    mail, _ = _letter(run, review, tmp_path / "out")
    path = _answer(tmp_path / "a.eml", f"[{threads[0][-4:]}] Which law?\n", In_Reply_To=str(mail["Message-ID"]))
    preview = ask(run, review, "import", str(path), "--dry-run")
    assert preview["export"]
    assert f"{preview['export']}.{preview['version']}" in str(mail["Message-ID"])


def test_an_answer_that_two_clones_bring_in_is_shown_once(
    review: Clone, run: Run, threads: tuple[str, str], tmp_path: Path
) -> None:
    """Each makes a reply of its own before they share; both are kept, and one is told."""
    path = _answer(tmp_path / "a.eml", f"[{threads[0][-4:]}] Which law?\n")
    other = clone_of(bare_of(review), "other")
    for clone in (review, other):
        ask(run, clone, "import", str(path), "--yes")
        ask(run, clone, "submit")
    synced(run, review)
    synced(run, other)
    synced(run, review)
    for clone in (review, other):
        assert len(_replies(run, clone, threads[0])) == 2
        assert run(clone, "show", threads[0])[1].count("Which law?") == 1


def test_whoever_is_not_satisfied_by_a_letter_has_the_remark_opened_again(
    review: Clone, run: Run, threads: tuple[str, str]
) -> None:
    """The author records it for them; for somebody of another organisation it is refused."""
    other = f"{NORTHVALE[0]} <{NORTHVALE[1]}>"
    assert run(review, "reopen", threads[0], "-m", "No.", "--on-behalf-of", other)[0] == 2
    ask(run, review, "reopen", threads[0], "-m", "Which law?", "--on-behalf-of", WRITER)
    ask(run, review, "submit")
    shown = ask(run, review, "show", threads[0])
    assert (shown["state"], shown["events"][-1]["by"], shown["events"][-1]["refusal"]) == ("open", WRITER, None)
