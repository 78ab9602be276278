"""The page holds the text, its remarks and nothing that runs or loads; its answer comes back as remarks, each once."""

import base64
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.html import html_page
from tests.acting import ask, remark
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.exchange.sending import PATH, draft_with, elsewhere, here, sent, suggested, texts
from tests.making import number
from tests.strategies import POLICY

HOSTILE = """# <script>alert(1)</script> A

<img src=x onerror=alert(1)> <a href="javascript:alert(1)">x</a> [go](javascript:alert(1)) [file](file:///etc/passwd)
![tracker](https://evil.example/x.png) [ok](https://example.org/?a=1&b="2") <https://a.example> \x1b]52;c;x\x07 \u202e

[data](data:text/html,<script>) [up](../../etc/passwd) ]]> </script><script>alert(2)</script> <!-- secret -->

| <b>a</b> | b |
|---|---|
| <svg onload=alert(1)> | {{ 7*7 }} {% raw %} |

</main></body></html>
"""


class Page(HTMLParser):
    """Collects what a page is made of: its tags, and the spans that know their place."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.spans: list[tuple[int, int | None, str]] = []
        self.data = ""
        self._in = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        own = dict(attrs)
        self.tags.append((tag, own))
        self._in = "data" if own.get("id") == "data" else "span" if "data-s" in own else ""
        if self._in == "span":
            self.spans.append((int(own["data-s"] or 0), int(own["data-e"] or 0) if "data-e" in own else None, ""))

    def handle_endtag(self, _tag: str) -> None:
        """Note that an element ends."""
        self._in = ""

    def handle_data(self, data: str) -> None:
        """Note words."""
        if self._in == "data":
            self.data += data
        elif self._in == "span":
            start, end, words = self.spans[-1]
            self.spans[-1] = (start, end, words + data)


def _page(text: str) -> Page:
    return Page(html_page.write(sent(draft_with(text, []))).decode("utf-8"))


def _answer(*acts: dict[str, Any], **fields: object) -> bytes:
    answer = {"reviewtui": "answer", "format": 1, "policy_id": POLICY, "export": number(999), "version": "f" * 40}
    who = {"name": "Pat Adviser", "address": "pat@southmere.example"}
    return json.dumps(answer | who | {"acts": acts} | fields).encode("utf-8")


def test_nothing_in_a_hostile_text_runs_or_loads() -> None:
    """No script but ours, no handler, no picture, no address but web and mail; the data cannot end its element."""
    page = _page(HOSTILE)
    assert [tag for tag, _ in page.tags].count("script") == 2
    assert {tag for tag, _ in page.tags}.isdisjoint({"img", "svg", "iframe", "link", "base", "object", "embed"})
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on")], tag
        assert not [name for name in ("src", "srcset", "style", "action") if name in attributes], tag
        target = attributes.get("href") or "#"
        assert target.startswith(("#", "https://example.org/", "https://a.example")), target
    policy = next(
        attributes["content"] for tag, attributes in page.tags if tag == "meta" and "http-equiv" in attributes
    )
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert json.loads(page.data)["texts"][PATH] == HOSTILE
    shown = "".join(words for _, _, words in page.spans)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "{{ 7*7 }}" in shown


@given(texts)
def test_every_character_on_the_page_knows_its_place(text: str) -> None:
    """Spans follow each other in the order of the source, and one that says no end is just that source."""
    last = 0
    for start, end, words in _page(text).spans:
        assert start >= last
        last = end if end is not None else start + len(words)
        if end is None:
            assert text[start:last] == words


@given(suggested())
def test_any_suggestions_of_an_answer_come_in_as_they_are(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    """Any text with any suggestions: the answer of a page brings in just these, words and places."""
    text, wishes = case
    acts = [
        {
            "item": str(at),
            "act": "suggestion",
            "path": PATH,
            "start": a,
            "end": b,
            "quote": text[a:b],
            "replacement": new,
        }
        for at, (a, b, new) in enumerate(wishes)
    ]
    incoming = html_page.read(_answer(*acts), here(draft_with(text, [])))
    assert [(act.place.start, act.place.end, act.replacement) for act in incoming.acts if act.place] == wishes


@given(st.binary(max_size=200) | st.text().map(lambda text: json.dumps({"reviewtui": text}).encode()))
def test_what_is_no_answer_is_refused_with_a_sentence(content: bytes) -> None:
    """Whatever the bytes: a sentence."""
    with pytest.raises(Refused):
        html_page.read(content, elsewhere(draft_with("# A\n", [])))


def test_an_answer_whose_words_are_not_there_becomes_remarks_with_its_words() -> None:
    """Offsets that do not fit are no places: the words are looked for, and else kept in the remark."""
    known = here(draft_with("# A\n\nBe kind. Be brief.\n", []))
    wish = {"item": "1", "act": "suggestion", "path": PATH, "start": 0, "end": 5, "replacement": "Go"}
    acts = [
        wish | {"quote": "Be brief."},
        wish | {"quote": "Be bold."},
        {"item": "3", "act": "comment", "path": "policy/none.md", "start": 0, "end": 2, "quote": "No", "body": "Why?"},
        {"item": "4", "act": "suggestion", "body": "x", "replacement": "y"},
    ]
    first, second, third, fourth = html_page.read(_answer(*acts), known).acts
    assert (first.act, first.place and first.place.start) == ("suggestion", 14)
    assert (second.act, second.place) == ("comment", None)
    assert "Be bold." in second.body
    assert "“Go”" in second.body
    assert (third.place, third.body) == (None, "On “No”:\n\nWhy?")
    assert fourth.act == "comment"


def test_an_answer_of_another_review_is_refused() -> None:
    """It is not placed in a text that it was not made from; nor is the page itself an answer."""
    known = here(draft_with("# A\n", []))
    with pytest.raises(Refused, match="another policy"):
        html_page.read(_answer(policy_id="other"), known)
    with pytest.raises(Refused, match="This is a page"):
        html_page.read(b"<!DOCTYPE html>", known)


def test_an_answer_comes_in_once_in_whichever_form(review: Clone, run: Run, tmp_path: Path) -> None:
    """As a file or as text of a mail, twice, made twice, and on two clones that join: each act is there once."""
    thread = remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "How kind?")
    assert run(review, "export", "html", str(tmp_path / "page.html"), "--organisation", "southmere")[0] == 0
    page = Page((tmp_path / "page.html").read_text("utf-8"))
    data = json.loads(page.data)
    start = data["texts"]["policy/principles.md"].index("two working days")
    where = {"path": "policy/principles.md", "start": start, "end": start + 16, "quote": "two working days"}
    answer = json.loads(
        _answer(
            {"item": "a1", "act": "suggestion", "body": "Two is short.", "replacement": "three working days", **where},
            {"item": "a2", "act": "reply", "body": "Very.", "to": thread},
            {"item": "a3", "act": "comment", "body": "Good.", "path": "policy/records.md", "from": 0, "kind": "praise"},
        )
    ) | {"policy_id": data["policy_id"], "export": data["export"], "version": data["version"]}
    (tmp_path / "answer.json").write_text(json.dumps(answer))
    (tmp_path / "anew.json").write_text(re.sub(r'"a(?=[123]")', '"b', json.dumps(answer)))
    block = base64.b64encode(json.dumps(answer).encode()).decode()
    text = f"> Hello\n-----BEGIN REVIEWTUI ANSWER-----\n> {block}\n-----END REVIEWTUI ANSWER-----\n"
    (tmp_path / "answer.txt").write_text(text)
    other = Clone(tmp_path / "other")
    review.git("clone", "-q", ".", str(other.path))
    for clone, name in ((review, "anew.json"), (other, "answer.txt")):
        assert ask(run, clone, "import", str(tmp_path / name))["count"] == 3
        for again in ("answer.json", "anew.json"):
            assert ask(run, clone, "import", str(tmp_path / again))["count"] == 0
        assert run(clone, "submit")[0] == 0
    review.git("fetch", "-q", str(other.path), "main", who=OFFICER)
    review.git("merge", "-q", "--no-edit", "FETCH_HEAD", who=OFFICER)
    threads = [row for row in ask(run, review, "threads")["threads"] if row["same_as"] is None]
    assert len(threads) == 3
    assert {row["by"] for row in threads} >= {"Pat Adviser <pat@southmere.example>"}


def test_removed_words_stand_on_no_page(review: Clone, run: Run, tmp_path: Path) -> None:
    """What the author had to remove is not sent to anybody."""
    thread = remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "Ring Jo on 0123")
    assert run(review, "submit", who=NORTHVALE)[0] == 0
    assert run(review, "redact", thread, "-m", "a telephone number")[0] == 0
    assert run(review, "submit")[0] == 0
    assert run(review, "export", "html", str(tmp_path / "page.html"))[0] == 0
    assert "0123" not in (tmp_path / "page.html").read_text("utf-8")


def test_suggestions_of_one_sentence_that_make_one_rule_together_are_told_so() -> None:
    """They stay two, since their writer made two; the one alone would forbid, the other permit."""
    text = "# Rules\n\nStaff may not share it. They keep it.\n"
    changes = [("may", "must"), ("not ", ""), ("keep", "delete")]
    acts = [
        {"item": f"i{number}", "act": "suggestion", "path": PATH, "quote": old, "replacement": new}
        | {"start": text.index(old), "end": text.index(old) + len(old)}
        for number, (old, new) in enumerate(changes)
    ]
    brought = html_page.read(_answer(*acts), elsewhere(draft_with(text, []))).acts
    assert [(act.act, act.replacement, bool(act.note)) for act in brought] == [
        ("suggestion", "must", True),
        ("suggestion", "", True),
        ("suggestion", "delete", False),
    ]
