"""Words of an HTML mail that no reader sees are told, and are nobody's remark."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.review.import_content import Incoming
from reviewtui.exchange.mail import mail_answer
from reviewtui.exchange.mail.html_lines import HtmlLines
from reviewtui.exchange.mail.reply_parts import reply_parts
from tests.exchange.sending import draft_with, elsewhere

KNOWN = elsewhere(draft_with("# Title\n\nOne two three.\n", []))
HIDDEN = [
    '<p style="display:none">No!</p>',
    "<p hidden>No!</p>",
    '<div style="display : none !important"><p>No!</p></div>',
    '<p style="visibility:hidden">No!</p>',
    '<span style="mso-hide:all">No!</span>',
    '<span style="font-size:0">No!</span>',
    '<span style="FONT-SIZE: 1px">No!</span>',
    '<div style="max-height:0px;overflow:hidden">No!</div>',
    '<div style="height:0;overflow:hidden">No!</div>',
    '<span style="opacity:0.01">No!</span>',
    '<p style="position:absolute;left:-9999px">No!</p>',
    '<p style="text-indent:-9999em">No!</p>',
    '<p style="color:#ffffff">No!</p>',
    '<font color="white">No!</font>',
    '<font color="#FEFEFE">No!</font>',
    '<p style="color:rgb(255, 255, 255)">No!</p>',
    '<p style="color:transparent">No!</p>',
    '<table bgcolor="#1f3864"><tr><td style="color:#1f3863">No!</td></tr></table>',
    '<div style="background:black"><p>No!</p></div>',
    "<style>.x, p.y { display:none }</style><span class='a x'>No!</span>",
    "<style>@media screen { #pre { font-size: 0 } }</style><div id='pre'>No!</div>",
    "<ul><li hidden>No!<li>Seen.</ul>",
]
SEEN = [
    '<p style="color:#333">Seen.</p>',
    '<p style="font-size:10pt;opacity:1">Seen.</p>',
    '<table bgcolor="#1f3864"><tr><td style="color:white">Seen.</td></tr></table>',
    '<p style="color:windowtext;max-height:100px">Seen.</p>',
    '<p style="margin-left:-5px;height:0">Seen.</p>',
    "<p hidden>No!<p>Seen.</p>",
    "<br hidden><img style='display:none'>Seen.",
]


def _read(body: str) -> Incoming:
    mail = EmailMessage()
    mail["From"] = "Pat Adviser <pat@southmere.example>"
    mail.set_content(f"<html><body>{body}</body></html>", subtype="html")
    return mail_answer.read(mail.as_bytes(), KNOWN)


@pytest.mark.parametrize("body", HIDDEN)
def test_hidden_words_are_told_and_no_remark(body: str) -> None:
    """Whichever way they are hidden; what stands beside them is taken."""
    incoming = _read(f"<p>Fine.</p>{body}")
    assert "No!" not in "".join(act.body for act in incoming.acts)
    assert any("“No!”" in line for line in incoming.left_out)
    assert incoming.acts[0].body.startswith("Fine.")


@pytest.mark.parametrize("body", SEEN)
def test_what_is_seen_is_taken(body: str) -> None:
    """Small, pale, or light on a dark ground is not hidden."""
    assert [act.body for act in _read(body).acts] == ["Seen."]


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    "body", ["<p class='x'>a" * 20_000, "<b><p hidden>" * 20_000, "<i style='color:red'>" * 40_000]
)
def test_many_elements_and_rules_take_no_time(body: str) -> None:
    """What grows with the rules times the elements would not end within the time that a test has."""
    _read(f"<style>{'.x { color: red } p, b .y { font-size: 3em }' * 2_000}</style>{body}")


def test_comments_and_what_only_one_program_shows_are_no_words() -> None:
    """Comments, conditional ones too, hold nothing that a reader sees."""
    body = "<!-- No! --><!--[if mso]><p>No!</p><![endif]--><p>Seen.</p>"
    assert [act.body for act in _read(body).acts] == ["Seen."]


@given(st.lists(st.sampled_from(["<p hidden>", "</p>", "<div style='color:#fff'>", "</div>", "<td>", "a", "<br>"])))
def test_however_elements_are_nested_words_are_seen_or_told(parts: list[str]) -> None:
    """No word of a mail goes without being taken or told."""
    incoming = _read("".join(parts))
    held = sum(act.body.count("a") for act in incoming.acts) + sum(line.count("a") for line in incoming.left_out)
    assert bool(held) == ("a" in parts)


@pytest.mark.parametrize(
    "quoting",
    [
        '<blockquote type="cite"><pre class="moz-quote-pre" wrap="">{}</pre></blockquote>',
        '<blockquote><div style="white-space: pre-wrap">{}</div></blockquote>',
        "<blockquote><pre><span>{}</span></pre></blockquote>",
    ],
)
def test_lines_of_a_preformatted_quotation_stay_apart(quoting: str) -> None:
    """Thunderbird quotes a plain mail so: all of it was one paragraph, and the answer stood below the whole text."""
    ours, rest = "Dear all,\n\nOne two three.\r\n\n", "\nFour five.\n"
    reader = HtmlLines()
    reader.feed(f"{quoting.format(ours)}<p>Who counts?</p>{quoting.format(rest)}<pre>-- \nSam\nNorthvale</pre>")
    said = reply_parts(reader.all_lines(), "Sam")
    assert [(part.words, part.quote) for part in said.said] == [("Who counts?", "One two three.")]
    assert said.left == ("Sam Northvale",)
