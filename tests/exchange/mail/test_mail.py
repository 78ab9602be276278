"""Mails are drafted and never sent; an answer comes in at the words that it quotes, or keeps its words in a remark."""

import base64
import email
import json
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP, default
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.mail import mail_answer
from tests.acting import ask, refused
from tests.conftest import PRINCIPLES, Clone, Run
from tests.exchange.sending import PATH, draft_with, elsewhere, here

PAT = "Pat Adviser <pat@southmere.example>"
TEXT = """# Principles

Officers must **think** before they post anything. Officers should ask the team if in doubt.

- Be kind.
- Be *brief*, and answer within two working days.

Be kind to each other.
"""
KNOWN = elsewhere(draft_with(TEXT, []))


def _mail(text: str, **headers: str) -> bytes:
    mail = EmailMessage(policy=SMTP)
    for name, value in ({"From": PAT, "Date": "Mon, 05 Jan 2026 09:30:00 +0000", "Subject": "Re: x"} | headers).items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail.as_bytes()


def _html(body: str) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = PAT
    mail.set_content(body, subtype="html")
    return mail.as_bytes()


def _acts(content: bytes) -> list[tuple[str, str | None]]:
    """What the text of a mail says, and the words that it is at: None without place, "" for a section."""
    return [(act.body, None if act.place is None else act.quote) for act in mail_answer.read(content, KNOWN).acts]


BOTTOM = """Dear colleagues,

On 3 January 2026 at 10:00, Policy Officer <officer@council.example>
wrote:

> Dear colleagues,
>
> Officers must think before they
> post anything. Officers should ask the team if in doubt.

Who is "the team"?

> - Be brief, and answer within two working days.

Three would do.
We are few.

Kind regards,
Pat
--
Pat Adviser, Southmere
"""


def test_answers_below_quotes_are_remarks_on_the_quoted_words() -> None:
    """Bottom part: each answer stands at the whole passage above it; greetings and closings are named, not taken."""
    incoming = mail_answer.read(_mail(BOTTOM), KNOWN)
    assert [(act.body, act.quote) for act in incoming.acts] == [
        (
            'Who is "the team"?',
            "Officers must **think** before they post anything. Officers should ask the team if in doubt.",
        ),
        ("Three would do.\nWe are few.", "Be *brief*, and answer within two working days."),
    ]
    assert {act.voice.address for act in incoming.acts} == {"pat@southmere.example"}
    assert any("Kind regards" in line for line in incoming.left_out)


def test_an_answer_on_top_of_all_is_a_remark_on_the_policy() -> None:
    """Top part says nothing about a passage, so none is guessed."""
    quoted = "".join(f"> {line}\n" for line in TEXT.splitlines())
    assert _acts(_mail(f"We like it.\n\nOn Monday, Officer wrote:\n{quoted}")) == [("We like it.", None)]


@pytest.mark.parametrize(
    "closing", ["Best, Sam", "Best,\nSam", "Many thanks - Sam Adviser", "All the best\nSam", "Thanks Sam"]
)
def test_a_closing_is_told_also_with_the_name_beside_it(closing: str) -> None:
    """It is no part of the remark above it."""
    incoming = mail_answer.read(_mail(f"We like it.\n\n{closing}\n"), KNOWN)
    assert [act.body for act in incoming.acts] == ["We like it."]


@pytest.mark.parametrize(
    "cover",
    [
        "Dear Ada, please find below our comments.",
        "Dear Ada and colleagues,\n\nthank you for the chance to comment on this draft. Please see our answers below.",
        "Hi all,\n\nMy answers are below.\n\nThanks for sending this policy.",
        "hello ada\n\nPlease find our comments inline in red:",
    ],
)
def test_what_only_leads_to_the_answers_is_told_and_no_remark(cover: str) -> None:
    """Greetings, thanks for being asked and "see below" say nothing about the policy."""
    incoming = mail_answer.read(_mail(f"{cover}\n\n> Be kind to each other.\n\nAlways?\n"), KNOWN)
    assert [act.body for act in incoming.acts] == ["Always?"]
    told = " ".join(incoming.left_out)
    assert all(line in told for line in cover.splitlines() if line)


@pytest.mark.parametrize(
    "words",
    [
        "Dear Ada, please delete the second sentence.",
        "Hello we cannot accept the first paragraph",
        "Thank you for the opportunity to comment on this policy. It is too long.",
        "Our comments are below the standard that you set.",
        "Messages that are confidential should not be sent in error.",
        "See below the table for what is missing.",
    ],
)
def test_what_may_be_about_the_policy_is_kept(words: str) -> None:
    """A line that says anything else besides is a remark; whoever brings it in can leave it out."""
    assert _acts(_mail(f"{words}\n\n> Be kind to each other.\n\nAlways?\n"))[0] == (words, None)


def test_a_disclaimer_at_the_end_is_told_and_no_part_of_the_remark() -> None:
    """Servers add it below what people wrote."""
    added = "This message is confidential and intended solely for the addressee. If received in error, delete it."
    incoming = mail_answer.read(_mail(f"We agree.\n\n{added}\n"), KNOWN)
    assert [act.body for act in incoming.acts] == ["We agree."]
    assert any(added in line for line in incoming.left_out)


def test_what_stands_on_both_sides_of_quoted_words_is_said_apart() -> None:
    """Paragraphs with no quotation between them are one remark; so are none of two passages."""
    text = "Good.\n\nVery.\n\n“Be kind to each other.” Why?\n“Be brief, and answer” No.\n\nToo long.\n\nAll of it.\n"
    assert _acts(_mail(text)) == [
        ("Good.\n\nVery.", None),
        ("“Be kind to each other.” Why?", "Be kind to each other."),
        ("“Be brief, and answer” No.", "Be *brief*, and answer"),
        ("Too long.\n\nAll of it.", None),
    ]


def test_words_that_stand_twice_or_not_at_all_keep_their_quote() -> None:
    """Of two equal passages none is guessed; the section is sure where all of them stand in it."""
    twice = _acts(_mail("> Be kind\n\nVery.\n"))
    assert twice == [("On “Be kind”:\n\nVery.", "")]
    assert _acts(_mail("> Be bold.\n\nNo.\n")) == [("On “Be bold.”:\n\nNo.", None)]


def test_a_mail_in_html_alone_is_read_too() -> None:
    """Quotes are block quotes there; what it would load or run is not looked at."""
    body = """<html><head><style>p{}</style><script>x()</script></head><body><p>Hello,</p>
    <blockquote type="cite"><p>Officers must <b>think</b> before they post&nbsp;anything.</p></blockquote>
    <div>Why &amp; how?</div><img src="http://evil.example/x"><blockquote><ul>
    <li>Be brief, and answer within two working days.</li>
    </ul></blockquote><p>Three.</p></body></html>"""
    assert _acts(_html(body)) == [
        ("Why & how?", "Officers must **think** before they post anything."),
        ("Three.", "Be *brief*, and answer within two working days."),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "-----Original Message-----\nFrom: Officer\nSent: Monday\nTo: Pat\nSubject: x\n",
        "________________________________\nFrom: Officer\nSent: Monday\nTo: Pat\nSubject: x\n",
        "From: Officer\nSent: Monday\nTo: Pat\nSubject: x\n",
        "-----Ursprüngliche Nachricht-----\nVon: Officer\nGesendet: Montag\nAn: Pat\nBetreff: x\n",
    ],
)
def test_the_mail_below_an_answer_is_no_answer_but_words_put_into_it_are(header: str) -> None:
    """Outlook marks no quotes: what it repeats is left alone, and what is written between is put to the section."""
    below = f"{header}\nOfficers must think before they post anything. Officers should ask the team if in doubt.\n\n"
    rest = "Be kind to each other.\n"
    assert _acts(_mail(f"Fine with us.\n\n{below}{rest}")) == [("Fine with us.", None)]
    acts = _acts(_mail(f"See below.\n\n{below}Which team is that?\n\n{rest}"))
    assert acts == [("Which team is that?", "")]


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "utf-16", "windows-1252", "no-such-charset"])
@pytest.mark.parametrize("coding", ["8bit", "base64", "quoted-printable"])
def test_every_encoding_is_read(charset: str, coding: str) -> None:
    """Whatever a program writes in, the words come in as they were written."""
    raw = "> Be kind to each other.\n\nDéjà vu, naïve?\n".encode(
        "utf-8" if charset == "no-such-charset" else charset, "replace"
    )
    import quopri

    body = {"8bit": raw, "base64": base64.encodebytes(raw), "quoted-printable": quopri.encodestring(raw)}[coding]
    head = f"From: {PAT}\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {coding}\n\n"
    if charset == "utf-16" and coding == "8bit":
        return
    [(words, quote)] = _acts(head.encode() + body)
    assert quote == "Be kind to each other."
    assert words.startswith("Déjà vu")


def test_lines_that_only_fit_the_page_are_put_together() -> None:
    """A flowed mail (RFC 3676) breaks lines anywhere; its paragraphs are whole again."""
    head = f"From: {PAT}\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
    body = "> Be kind to each \n> other.\n\nOne \ntwo.\n"
    assert _acts((head + body).encode()) == [("One two.", "Be kind to each other.")]


@given(st.binary(max_size=300))
def test_whatever_the_bytes_a_mail_is_read_or_refused(content: bytes) -> None:
    """Never anything but a sentence."""
    for head in (b"", b"From: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"):
        try:
            mail_answer.read(head + content, KNOWN)
        except Refused:
            continue


def test_a_mail_of_many_parts_inside_each_other_is_refused_or_read() -> None:
    """A thousand boxes in boxes end in a sentence, within a second."""
    content = b"From: a\n"
    for depth in range(3_000):
        content += f'Content-Type: multipart/mixed; boundary="b{depth}"\n\n--b{depth}\n'.encode()
    with pytest.raises(Refused):
        mail_answer.read(content + b"Content-Type: text/plain\n\nx", KNOWN)


def _drafts(run: Run, review: Clone, folder: Path, *arguments: str) -> dict[str, Any]:
    assert run(review, "export", "mail", str(folder), *arguments)[0] == 0
    return {path.stem: email.message_from_bytes(path.read_bytes(), policy=default) for path in folder.iterdir()}


def test_each_asked_organisation_gets_a_draft_with_what_it_needs(review: Clone, run: Run, tmp_path: Path) -> None:
    """To its people, marked as not sent, with the page and the table, or with what is asked for."""
    added = ("--name", "Eastwick", "--address", "lead@eastwick.example", "--asked")
    assert run(review, "organisation", "add", "eastwick", *added)[0] == 0
    drafts = _drafts(run, review, tmp_path / "drafts")
    assert set(drafts) == {"northvale", "southmere", "eastwick"}
    mail = drafts["eastwick"]
    assert (mail["To"], mail["X-Unsent"]) == ("lead@eastwick.example", "1")
    assert [part.get_filename() for part in mail.iter_attachments()] == ["policy.html", "policy.xlsx"]
    assert "two working days" in mail.get_body().get_content()
    again = _drafts(run, review, tmp_path / "one", "--organisation", "eastwick", "--attach", "csv")
    assert [part.get_filename() for part in again["eastwick"].iter_attachments()] == ["policy.csv"]
    assert "attached" in refused(run, review, "export", "mail", str(tmp_path / "x"), "--attach", "mail")


def test_a_page_in_a_mail_is_read_in_its_encoding(review: Clone, run: Run, tmp_path: Path) -> None:
    """Programs that save it by the encoding that the mail tells save the very page, whose script works by its hash."""
    draft = _drafts(run, review, tmp_path / "drafts", "--organisation", "southmere", "--attach", "html")["southmere"]
    [page] = draft.iter_attachments()
    assert page.get_content().encode() == page.get_payload(decode=True)


def test_no_header_can_be_put_in_by_a_name(review: Clone, run: Run, tmp_path: Path) -> None:
    """Line ends in a title or an address make no header of their own."""
    settings = review.read("reviews/settings.toml")
    settings = settings.replace(
        'title = "Social media policy"', 'title = "x\\r\\nBcc: evil@evil.example\\r\\n\\r\\n<b>"'
    )
    settings = settings.replace(
        "asked = true", 'asked = true\naddresses = ["a@x.example\\r\\nBcc: e@evil.example", "b@x.example"]', 1
    )
    review.commit_file("reviews/settings.toml", settings, "Settings")
    for mail in _drafts(run, review, tmp_path / "drafts").values():
        assert mail["Bcc"] is None
        assert "evil" not in str(mail["To"])


def test_a_draft_answered_inline_comes_back_at_its_version(review: Clone, run: Run, tmp_path: Path) -> None:
    """Our own mail, quoted with wrapped lines and answered, is placed in the text that was sent, and comes in once."""
    mail = _drafts(run, review, tmp_path / "drafts", "--organisation", "southmere")["southmere"]
    body = mail.get_body().get_content()
    review.commit_file("policy/principles.md", PRINCIPLES.replace("two working days", "ten days"))
    lines: list[str] = []
    for line in body.splitlines():
        words = line.split(" ")
        while words:
            lines.append("> " + " ".join(words[:9]))
            words = words[9:]
        if "Be brief" in line:
            lines += ["", "Three would do.", ""]
    (tmp_path / "answer.eml").write_bytes(_mail("\n".join(lines)))
    told = ask(run, review, "import", str(tmp_path / "answer.eml"))
    assert [(act["body"], act["quote"], act["by"]) for act in told["acts"]] == [
        ("Three would do.", "Be brief, and answer within two working days.", PAT)
    ]
    assert ask(run, review, "import", str(tmp_path / "answer.eml"))["count"] == 0


def test_what_is_attached_is_read_by_its_own_format(review: Clone, run: Run, tmp_path: Path) -> None:
    """The answer of a page and a table come in with the mail, and not again from the saved files; the rest is named."""
    draft = _drafts(run, review, tmp_path / "drafts", "--organisation", "southmere")["southmere"]
    page, table = (part.get_content() for part in draft.iter_attachments())
    data = json.loads(page.partition('id="data">')[2].partition("</script>")[0])
    answer = {"reviewtui": "answer", "format": 1, "policy_id": data["policy_id"], "export": data["export"]}
    answer |= {"version": data["version"], "name": "Pat Adviser", "address": "pat@southmere.example"}
    answer |= {"acts": [{"item": "1", "act": "comment", "body": "On all."}]}
    mail = email.message_from_bytes(_mail("Two files.\n"), policy=default)
    attach: Callable[..., None] = mail.add_attachment
    for name, content in (
        ("answer.json", json.dumps(answer).encode()),
        ("policy.xlsx", table),
        ("policy.html", page.encode()),
        ("winmail.dat", b"x"),
        ("bomb.xlsx", b"PK"),
    ):
        attach(content, maintype="application", subtype="octet-stream", filename=name)
    (tmp_path / "answer.eml").write_bytes(mail.as_bytes())
    (tmp_path / "answer.json").write_text(json.dumps(answer))
    told = ask(run, review, "import", str(tmp_path / "answer.eml"))
    assert sorted(act["body"] for act in told["acts"]) == ["On all.", "Two files."]
    assert len(told["left_out"]) == 3
    assert ask(run, review, "import", str(tmp_path / "answer.json"))["count"] == 0


def test_an_answer_copied_into_a_mail_comes_in_once() -> None:
    """What the page copies is for people and for the program: only the second counts."""
    answer = {"reviewtui": "answer", "format": 1, "policy_id": KNOWN.draft.settings.policy_id, "export": "0" * 26}
    answer |= {"version": "f" * 40, "name": "Pat", "address": "p@x.example", "acts": []}
    answer["acts"] = [{"item": "1", "act": "comment", "body": "Good.", "path": PATH}]
    block = base64.b64encode(json.dumps(answer).encode()).decode()
    copied = f"-----BEGIN REVIEWTUI ANSWER-----\n{block}\n-----END REVIEWTUI ANSWER-----\n"
    text = f"Hi,\n\n===== 1 remarks, to be read by people =====\n\nOn a section\nGood.\n\n{copied}Best wishes\nPat\n"
    incoming = mail_answer.read(_mail(text), KNOWN)
    assert incoming.acts == ()
    assert [act.body for file in incoming.enclosed for act in file.acts] == ["Good."]


def test_more_signs_than_anybody_writes_are_one_remark_with_the_rest() -> None:
    """The first paragraphs are answers, what is beyond all measure is kept as it stands."""
    draft = draft_with(TEXT, [], [(2, 5, "Which?")])
    [sign] = (thread[-4:] for thread in draft.review.threads)
    acts = mail_answer.read(_mail(f"[{sign}] So.\n\n" * 2_000), here(draft)).acts
    assert len(acts) < 300
    assert sum(act.body.count("So.") for act in acts) == 2_000


@pytest.mark.parametrize("indent", [None, 1])
def test_a_saved_answer_pasted_into_a_mail_is_read(indent: int | None) -> None:
    """The content of the file in place of the file; one that was wrapped on the way is told, and is nobody's remark."""
    answer = {"reviewtui": "answer", "format": 1, "policy_id": KNOWN.draft.settings.policy_id, "export": "0" * 26}
    answer |= {"version": "f" * 40, "name": "Pat", "address": "p@x.example", "acts": []}
    answer["acts"] = [{"item": "1", "act": "comment", "body": "Good.", "path": PATH}]
    pasted = json.dumps(answer, indent=indent)
    incoming = mail_answer.read(_mail(f"Hi,\n\n{pasted}\n\nBest wishes\nPat\n"), KNOWN)
    assert incoming.acts == ()
    assert [act.body for file in incoming.enclosed for act in file.acts] == ["Good."]
    broken = mail_answer.read(_mail(f"Fine.\n\n{pasted[:-4]}\n"), KNOWN)
    assert [act.body for act in broken.acts] == ["Fine."]
    assert broken.enclosed == ()
    assert any("cut off" in sentence for sentence in broken.left_out)


def test_a_draft_says_how_to_answer_where_a_program_marks_no_quotes(review: Clone, run: Run, tmp_path: Path) -> None:
    """Outlook does not; who does as the mail says is placed at the words, with all of the mail below."""
    body = (
        _drafts(run, review, tmp_path / "drafts", "--organisation", "southmere")["southmere"].get_body().get_content()
    )
    assert "begin each remark with the words it is about, in quotation marks" in body
    header = f"From: Policy Officer\nSent: Monday\nTo: {PAT}\nSubject: x"
    (tmp_path / "answer.eml").write_bytes(_mail(f"“two working days”: Three would do.\n\n{header}\n\n{body}"))
    [act] = ask(run, review, "import", str(tmp_path / "answer.eml"))["acts"]
    assert (act["quote"], act["by"]) == ("two working days", PAT)
