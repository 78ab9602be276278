"""Laws of the Word format: whatever the text and the suggestions, what goes out comes back the same."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reviewtui.domain.policy.policy import Text, build_policy
from reviewtui.exchange.word.layout.sent_text import sent_paragraphs
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.fitting import fitted
from reviewtui.text.merge.moving import MovedText, moved
from tests.exchange.word.sending import draft, new_acts, read, relocated, sent, suggested
from tests.exchange.word.word_structure import faults

_WORDS = st.sampled_from(
    (
        "officers",
        "must",
        "think",
        "post",
        "a",
        "the team",
        "2,000",
        "café",
        "naïve—so",
        "it's",
        "R&D",
        "x_y",
        "5 > 3",
        "Ωμέγα",
    )
)
_INLINE = st.one_of(
    _WORDS,
    _WORDS.map("*{}*".format),
    _WORDS.map("**{}**".format),
    _WORDS.map("[{}](https://a.example/x)".format),
    _WORDS.map("`{}`".format),
    _WORDS.map("~~{}~~".format),
    st.sampled_from(
        ("\\*", "&amp;", "<b>bold</b>", "line  \nbreak", "soft\nbreak", "[^1]", "https://b.example.", "![pic](p.png)")
    ),
)
_LINE = st.lists(_INLINE, min_size=1, max_size=7).map(" ".join)
_BLOCK = st.one_of(
    _LINE,
    _LINE.map(lambda line: f"## {' '.join(line.split())}"),
    st.lists(_LINE.map(lambda line: " ".join(line.split())), min_size=1, max_size=3).map(
        lambda items: "\n".join(f"* {item}" for item in items)
    ),
    st.lists(_LINE.map(lambda line: " ".join(line.split())), min_size=1, max_size=3).map(
        lambda items: "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    ),
    _LINE.map(lambda line: "> " + " ".join(line.split())),
    st.lists(_WORDS, min_size=2, max_size=2).map(lambda cells: f"| A | B |\n| --- | --- |\n| {' | '.join(cells)} |"),
    st.just("* one\n  1. inner\n  2. other\n* two\n\n  more of two"),
    st.just("```\ncode here\n```"),
    st.just("---"),
)  # fmt: skip
_TEXTS = st.lists(_BLOCK, min_size=1, max_size=6).map(
    lambda blocks: "# T\n\n" + "\n\n".join(blocks) + "\n\n[^1]: A note.\n"
)
_NEW = st.lists(_WORDS, min_size=1, max_size=3).map(" ".join) | st.just("")


@st.composite
def suggestions(draw: st.DrawFn, text: str) -> list[tuple[int, int, str]]:
    """Return suggestions for stretches of what a reader sees, apart from each other."""
    policy = build_policy("", {"a.md": Text("a.md", text, "")})
    chosen: list[tuple[int, int, str]] = []
    paragraphs = [one for one in sent_paragraphs(policy, policy.sections) if one.text.strip()]
    for one in draw(st.lists(st.sampled_from(paragraphs), min_size=1, max_size=4)):
        first = draw(st.integers(0, len(one.text)))
        last = draw(st.integers(first, min(len(one.text), first + 12)))
        start, end = one.source(first, last)
        words = draw(_NEW)
        apart = all(end < low - 1 or high + 1 < start for low, high, _ in chosen)
        if apart and text[start:end] != words and not isinstance(fitted(text, start, end, words), Misfit):
            chosen.append((start, end, words))
    return chosen


@given(st.data(), _TEXTS)
def test_suggestions_come_back_as_they_went_out(data: st.DataObject, text: str) -> None:
    """Each comes back as a suggestion that makes the same of the text, or as a remark with its words."""
    chosen = data.draw(suggestions(text))
    assume(chosen)
    events = [suggested(text, start, end, words, number) for number, (start, end, words) in enumerate(chosen, 1)]
    content = sent(draft(text, *events))
    acts = new_acts(content, draft(text))
    made = [(a.place.start, a.place.end, a.replacement) for a in acts if a.act == "suggestion" and a.place]
    told = " ".join(act.body for act in acts if act.act == "comment")
    results = {_result(text, *one) for one in made}  # type: ignore[arg-type]
    for start, end, words in chosen:
        # A deletion that leaves a mark without its other end shows that mark: a reader sees it as a replacement.
        says = (words,) if words else ("elete", "ould replace")
        assert _result(text, start, end, words) in results or any(each in told for each in says)
    assert len(acts) == len(chosen)


@given(st.data(), _TEXTS)
def test_what_we_sent_is_known_when_it_comes_back(data: st.DataObject, text: str) -> None:
    """Nothing of an untouched file is new to the review that it came from."""
    chosen = data.draw(suggestions(text))
    events = [suggested(text, start, end, words, number) for number, (start, end, words) in enumerate(chosen, 1)]
    drafted = draft(text, *events)
    assert [act for act in read(sent(drafted), drafted).acts if not act.thread] == []


def test_a_suggestion_that_shows_no_difference_is_told() -> None:
    """One that takes a backslash out changes nothing that a reader sees, so a comment says what it asks for."""
    text = "# T\n\n* must \\*\n"
    [act] = new_acts(sent(draft(text, suggested(text, 12, 13, ""))), draft(text))
    assert "delete" in act.body


@st.composite
def moves(draw: st.DrawFn, text: str) -> list[tuple[tuple[int, int], int]]:
    """Return moves of whole paragraphs, or of some words of one, behind others; they may stand in each other's way."""
    policy = build_policy("", {"a.md": Text("a.md", text, "")})
    parts = [part for part in sent_paragraphs(policy, policy.sections) if part.text.strip()]
    chosen = []
    for part, behind in draw(st.lists(st.tuples(st.sampled_from(parts), st.sampled_from(parts)), max_size=4)):
        first = draw(st.sampled_from((0, 0, len(part.text) // 2)))
        span = part.source(first, draw(st.sampled_from((len(part.text), len(part.text), first + 5))))
        at = behind.source(0, draw(st.sampled_from((len(behind.text), (len(behind.text) + 1) // 2))))[1]
        if isinstance(moved(text, span, None, at), MovedText):
            chosen.append((span, at))
    return chosen


@given(st.data(), _TEXTS)
def test_moves_that_we_sent_are_known_when_they_come_back(data: st.DataObject, text: str) -> None:
    """Nothing of an untouched file is new, whatever moves and suggestions are in it; each change has its order."""
    asked = data.draw(moves(text))
    chosen = data.draw(suggestions(text))
    events = [suggested(text, start, end, words, 20 + n) for n, (start, end, words) in enumerate(chosen)]
    events += [relocated(text, *each, count=data.draw(st.integers(1, 9)) * 10 + n) for n, each in enumerate(asked)]
    drafted = draft(text, *events)
    content = sent(drafted)
    assert faults(content) == []
    assert [act for act in read(content, drafted).acts if not act.thread] == []


@pytest.mark.slow
@given(st.data(), _TEXTS)
def test_a_move_is_shown_as_what_accepting_it_makes(data: st.DataObject, text: str) -> None:
    """Without the record it comes in as a move that makes the same of the text, or as a remark with its words."""
    asked = data.draw(moves(text))[:1]
    assume(asked)
    [(span, at)] = asked
    acts = new_acts(sent(draft(text, relocated(text, span, at))), draft(text))
    assert acts
    for act in acts:
        if act.act == "move":
            assert act.place is not None
            assert act.target is not None
            again = moved(text, (act.place.start or 0, act.place.end or 0), None, act.target.start or 0)
            # What does not fit there is refused with the reason when it is brought in.
            assert isinstance(again, Misfit) or _read_as(text, again) == _read_as(text, moved(text, span, None, at))
        else:
            assert act.act == "comment"
            assert "Move this to" in act.body


def _read_as(text: str, change: MovedText | Misfit) -> tuple[str, ...]:
    assert isinstance(change, MovedText)
    policy = build_policy("", {"a.md": Text("a.md", change.put.applied(change.taken.applied(text)), "")})
    return tuple(" ".join(part.text.split()) for part in sent_paragraphs(policy, policy.sections))


def _result(text: str, start: int, end: int, words: str) -> tuple[str, ...]:
    """What a reader sees of the text once a suggestion is accepted: two ways to write one sign are the same."""
    change = fitted(text, start, end, words)
    assert not isinstance(change, Misfit)
    policy = build_policy("", {"a.md": Text("a.md", change.applied(text), "")})
    return tuple(" ".join(one.text.split()) for one in sent_paragraphs(policy, policy.sections))
