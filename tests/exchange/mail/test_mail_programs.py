"""Answers as mail programs write them: what each puts around words or sends by itself is no remark."""

import html
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from reviewtui.exchange.mail import mail_answer, quoted_remarks
from reviewtui.exchange.mail.mail_draft import sent_phrases, text_for_mail
from reviewtui.exchange.mail.mail_reference import reference_line
from tests.exchange.sending import draft_with, elsewhere, sent

PAT = "Pat Adviser <pat@southmere.example>"
DUTY = "Officers must think before they post anything. Officers should ask the team if in doubt."
TEXT = f"""# Principles

{DUTY}

- Be kind.
- Be *brief*, and answer within two working days, on weekdays and on all other days of the year.

Be kind to each other.
"""
DRAFT = draft_with(TEXT, [])
KNOWN = elsewhere(DRAFT)
LINES = [*sent_phrases(sent(DRAFT)), "", reference_line(sent(DRAFT)), "", *text_for_mail(sent(DRAFT))]
AT = next(number for number, line in enumerate(LINES) if line == DUTY) + 1
HEAD = "From: Policy Officer <officer@council.example>\nSent: Monday\nTo: Pat Adviser\nSubject: Principles\n"


def _mail(text: str | None, rich: str | None = None, **headers: str) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    for name, value in ({"From": PAT, "Subject": "Re: Principles"} | headers).items():
        mail[name.replace("_", "-")] = value
    if text is not None:
        mail.set_content(text)
    if rich is not None:
        (mail.add_alternative if text is not None else mail.set_content)(rich, subtype="html")
    return mail


def _read(mail: EmailMessage | bytes) -> tuple[list[tuple[str, str | None, str]], str]:
    """What a mail says, the words that it is at (None without place, "" for a section), by whom; and what is told."""
    incoming = mail_answer.read(mail if isinstance(mail, bytes) else mail.as_bytes(), KNOWN)
    acts = [
        (act.body, None if act.place is None else act.quote, act.voice.name)
        for file in incoming.each()
        for act in file.acts
    ]
    return acts, " ".join(sentence for file in incoming.each() for sentence in file.left_out)


def _marked(lines: Sequence[str]) -> str:
    return "".join(f"> {line}\n" for line in lines)


def _html_lines(lines: Sequence[str], before: str, behind: str) -> str:
    return "".join(f"{before}{html.escape(line) or '<br>'}{behind}" for line in lines)


def test_quotes_of_html_programs_end_at_empty_lines() -> None:
    """Gmail writes a line end for each line, Apple Mail an element: the answer is at the paragraph above."""
    gmail = f"""<div dir="ltr">Fine.<br></div><div class="gmail_quote"><div>On Mon, Officer wrote:<br></div>
    <blockquote class="gmail_quote">{"<br>".join(map(html.escape, LINES[:AT]))}</blockquote><div><br></div>
    <div>Which team?</div><blockquote>{"<br>".join(map(html.escape, LINES[AT:]))}</blockquote></div>"""
    apple = f"""<div>Fine.</div><div><br></div><blockquote type="cite">On Monday, Officer wrote:<br><br></blockquote>
    <blockquote type="cite"><div>{_html_lines(LINES[:AT], "<div>", "</div>")}</div></blockquote><div><br></div>
    <div>Which team?</div><blockquote type="cite">{_html_lines(LINES[AT:], "<div>", "</div>")}</blockquote>"""
    for body in (gmail, apple):
        acts, told = _read(_mail(None, body))
        assert acts == [("Fine.", None, "Pat Adviser"), ("Which team?", DUTY, "Pat Adviser")]
        assert told == ""


def test_words_typed_right_below_a_line_without_marks_are_alone_a_remark() -> None:
    """What Outlook repeats is ours, on the next line too; even a short word between our lines is the writer's."""
    for words in ("PA: Two days, please.", "No.", "kind"):
        text = "\n".join(["See below.", "", HEAD, *LINES[:AT], words, *LINES[AT:]])
        acts, _ = _read(_mail(text))
        assert acts == [(words, "", "Pat Adviser")]


def test_words_above_the_text_of_the_answered_mail_are_not_lost() -> None:
    """Somebody writes under our greeting: it is a remark on the policy."""
    text = "\n".join([HEAD, LINES[0], "We like it all.", *LINES[1:]])
    assert _read(_mail(text))[0] == [("We like it all.", None, "Pat Adviser")]


def test_words_that_were_changed_in_the_repeated_text_are_a_remark_or_told() -> None:
    """Between marks of quoting nobody can say who changed them, so it is told; without, it reads so in their mail."""
    changed = [line.replace("two working days", "TWENTY working days") for line in LINES]
    acts, told = _read(_mail(f"Changed below.\n\nOn Monday, Officer wrote:\n{_marked(changed)}"))
    assert [body for body, *_ in acts] == ["Changed below."]
    assert "Quoted words that are not in what was sent" in told
    assert "TWENTY" in told
    acts, _ = _read(_mail("\n".join(["Changed below.", "", HEAD, *changed])))
    assert "TWENTY" in acts[1][0]
    assert acts[1][0].startswith("In the mail that came back the text reads")
    # Without our line nothing tells which text was sent, so words that nearly stand in the draft may be older ones.
    older = [line for line in changed if not line.startswith("Reference")]
    acts, told = _read(_mail("\n".join(["Changed below.", "", HEAD, *older])))
    assert [body for body, *_ in acts] == ["Changed below."]
    assert "may be older" in told


def test_a_mail_that_was_passed_on_is_its_writers() -> None:
    """Gmail and Apple put it into the text, Outlook attaches it: the words are Kim's, passed on by Pat."""
    head = "From: Kim Other <kim@southmere.example>\nSubject: Re"
    inside = f"{head}\n\nI object.\n\nOn Monday, Officer wrote:\n\n{_marked(LINES)}"
    for sign in ("---------- Forwarded message ---------", "Begin forwarded message:"):
        acts, _ = _read(_mail(f"For you.\n\n{sign}\n{inside}"))
        assert acts == [("For you.", None, "Pat Adviser"), ("I object.", None, "Kim Other")]
    mail = _mail("For you.")
    mail.add_attachment(_mail("I object.", From="Kim Other <kim@southmere.example>"))
    assert _read(mail)[0] == [("For you.", None, "Pat Adviser"), ("I object.", None, "Kim Other")]


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Subject": "Automatic reply: Principles"},
        {"Subject": "Abwesenheitsnotiz: Principles"},
        {"From": "Mail Delivery <MAILER-DAEMON@mx.example>"},
    ],
)
def test_what_no_person_wrote_is_nobodys_remark(headers: dict[str, str]) -> None:
    """An absence note and a report that a mail did not arrive are told."""
    acts, told = _read(_mail("I am away until Monday.", **headers))
    assert acts == []
    assert "I am away until Monday." in told
    assert _read(_mail("Yes.", Auto_Submitted="no"))[0]


def test_of_two_forms_of_a_text_the_one_is_read_that_a_reader_sees() -> None:
    """A plain form that says something else, or nothing, is told; one that says the same is read."""
    acts, told = _read(_mail("This message needs a viewer.", "<p>We want <b>three</b> days at the least.</p>"))
    assert [body for body, *_ in acts] == ["We want three days at the least."]
    assert "This message needs a viewer." in told
    assert _read(_mail("We want three days.", "<p>We want <b>three</b> days.</p>")) == (
        [("We want three days.", None, "Pat Adviser")],
        "",
    )


def test_words_that_begin_with_those_of_the_text_are_about_these() -> None:
    """Quoted by hand: in quotation marks, or as a line of their own with the remark below."""
    text = (
        f"All in all good.\n\n“{DUTY}” Who is the team?\n\nBe kind to each other.\n\nAlways?\n\nThat is all we say.\n"
    )
    acts, _ = _read(_mail(text))
    assert acts == [
        ("All in all good.", None, "Pat Adviser"),
        (f"“{DUTY}” Who is the team?", DUTY, "Pat Adviser"),
        ("Be kind to each other.\n\nAlways?", "Be kind to each other.", "Pat Adviser"),
        ("That is all we say.", None, "Pat Adviser"),
    ]


def test_a_signature_without_a_sign_is_none_of_a_remark_and_a_postscript_is() -> None:
    """It begins with the writer's name; behind it come title, telephone and what lawyers want."""
    signed = "Pat Adviser\nCommunications\nTel. 01234 567890\n\n"
    disclaimer = (
        "This e-mail is confidential and intended solely for the person to whom it is addressed, and for no one else.\n"
    )
    acts, told = _read(_mail(f"Three days, please.\n\n{signed}{disclaimer}"))
    assert [body for body, *_ in acts] == ["Three days, please."]
    assert "01234 567890" in told
    acts, _ = _read(_mail(f"Three days, please.\n\n{signed}PS: And who answers on Sundays?\n"))
    assert "Sundays" in acts[0][0]


def test_a_mail_or_an_answer_in_it_that_was_cut_off_says_so() -> None:
    """A mail without its last part, and a copied answer without its end: what is missing is told, nothing else goes."""
    whole = _mail("Three days, please.", "<p>Three days, please.</p>").as_bytes()
    acts, told = _read(whole[: whole.index(b"<p>Three")])
    assert "cut off" in told
    acts, told = _read(_mail("Fine.\n\n-----BEGIN REVIEWTUI ANSWER-----\nZm9v\nYmFy\n"))
    assert [body for body, *_ in acts] == ["Fine."]
    assert "cut off" in told


def test_what_an_author_wrote_in_between_is_nobody_elses() -> None:
    """Outlook keeps the whole correspondence: our own words in it, and those beside our text, are told."""
    ours = f"{HEAD}\nWe will look into it.\n\n"
    earlier = f"From: {PAT}\nSent: Monday\nTo: Policy Officer\nSubject: Re\n\nThree days, please.\n\n"
    sent_first = "\n".join([HEAD, "Hello Pat, as we said by telephone.", "", *LINES])
    acts, told = _read(_mail(f"All fine now.\n\n{ours}{earlier}{sent_first}"))
    assert acts == [("All fine now.", None, "Pat Adviser"), ("Three days, please.", None, "Pat Adviser")]
    assert "We will look into it." in told
    address = "officer@council.example"
    for name in ("Officer, Policy", f"Officer, Policy <{address}>", f"policy officer [mailto:{address}]"):
        again = ours.replace("Policy Officer <officer@council.example>", name)
        assert _read(_mail(f"All fine now.\n\n{again}"))[0] == [("All fine now.", None, "Pat Adviser")]
    assert "as we said by telephone" in told


@pytest.mark.parametrize("greeting", ["Hello,", "Dear Pat, Kim and all,", "Hi, Pat", "Good morning, everyone!"])
def test_a_greeting_with_words_behind_it_is_a_remark(greeting: str) -> None:
    """Who is greeted is none, however many there are; what is said in the same line is not lost."""
    acts, told = _read(_mail(f"{greeting}\n\nFine."))
    assert ([body for body, *_ in acts], told) == (["Fine."], f"Not a remark: “{greeting}”")
    assert _read(_mail(f"{greeting.rstrip(',!')}, we like it all."))[0][0][0].endswith("we like it all.")


def test_places_are_looked_up_for_words_of_others_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """To look up each line of a long text that is repeated below an answer takes as long as the text is, each time."""
    looked_up: list[str] = []
    place_of = quoted_remarks.place_of
    monkeypatch.setattr(
        quoted_remarks, "place_of", lambda policy, quote: looked_up.append(quote) or place_of(policy, quote)
    )
    assert _read(_mail("\n".join(["Fine.", "", HEAD, *LINES])))[0] == [("Fine.", None, "Pat Adviser")]
    assert looked_up == []
    assert len(_read(_mail("\n".join(["Fine.", "", HEAD, *LINES[:AT], "No.", *LINES[AT:]])))[0]) == 2
    assert looked_up == [DUTY]


def test_a_document_of_another_office_program_is_named_with_what_to_do() -> None:
    """No other program is started for an attachment; saved and named by itself it is read."""
    mail = _mail("See below.")
    mail.add_attachment(b"PK", maintype="application", subtype="octet-stream", filename="answer.odt")
    assert "'answer.odt' is of no format that is read here; save it and import it by itself." in _read(mail)[1]


@pytest.mark.parametrize(
    "cover", ["See attached.", "Please find attached our comments.", "Our comments are\nattached.", "see enclosed form"]
)
def test_a_word_on_an_attachment_is_no_remark(cover: str) -> None:
    """It is told as left out; with anything more it is a remark as it stands."""
    acts, told = _read(_mail(f"Hello,\n\n{cover}\n\nBest wishes,\nSam"))
    assert acts == []
    assert " ".join(cover.split()) in told
    more = f"{cover} Page 3 is the one that worries us."
    assert " ".join(_read(_mail(more))[0][0][0].split()) == " ".join(more.split())


def test_the_subject_is_shown() -> None:
    """Some answer there and nowhere else."""
    mail = _mail("Pat", Subject="No objection from us")
    assert (
        mail_answer.read(mail.as_bytes(), KNOWN)
        .read[0]
        .startswith("A mail by Pat Adviser about “No objection from us”:")
    )
