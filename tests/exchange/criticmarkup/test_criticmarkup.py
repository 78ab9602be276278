"""The text with its suggestions as CriticMarkup: out and in again the same, whatever signs the text has itself."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.criticmarkup import criticmarkup_format
from reviewtui.exchange.criticmarkup.criticmarkup_signs import code_spans, escaped, marks, unescaped
from tests.acting import ask, remark
from tests.conftest import PRINCIPLES, Clone, Run
from tests.exchange.sending import draft_with, elsewhere, here, sent, suggested

PAT = "Pat Adviser <pat@southmere.example>"
signs = st.lists(
    st.sampled_from(["{", "}", "++", "--", "~~", "~", ">", "<<", ">>", "==", "\\", "a", "+", "-"]), max_size=12
)


@given(signs.map("".join) | st.text())
def test_signs_of_a_text_are_no_marks_and_come_back(words: str) -> None:
    """What is escaped holds no mark, and reads as before."""
    assert list(marks(escaped(words), [])) == []
    assert unescaped(escaped(words)) == words


@given(suggested())
@example(("# Title\n\n{++a++} ~> {==b==}\n", [(9, 12, "++}"), (16, 17, "~>")]))
@example(('# Title\n\n\t"""\n', [(9, 10, "")]))
def test_what_is_sent_comes_in_the_same(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    """Any text with any suggestions: a clone without them reads just these; the one that sent it nothing new."""
    text, wishes = case
    assume(all(sum(start < high and low < end for start, end, _ in wishes) < 2 for low, high in code_spans(text)))
    draft = draft_with(text, wishes)
    content = criticmarkup_format.write(sent(draft))
    acts = criticmarkup_format.read(content, elsewhere(draft)).acts
    assert len(acts) == len(wishes)
    for act, (start, end, words) in zip(sorted(acts, key=lambda act: act.place.start or 0), wishes, strict=True):
        whole = act.place is not None and text[: act.place.start] + (act.replacement or "") + text[act.place.end :]
        assert (act.act, whole) == ("suggestion", text[:start] + words + text[end:])
    assert all(act.thread for act in criticmarkup_format.read(content, here(draft)).acts)


def test_of_two_suggestions_in_one_piece_of_code_one_is_told() -> None:
    """Nothing in code is a mark, so that a mark holds all of it: the second suggestion is a remark with its words."""
    draft = draft_with("# Title\n\n\tone two\n", [(9, 10, ""), (14, 17, "2")])
    acts = criticmarkup_format.read(criticmarkup_format.write(sent(draft)), elsewhere(draft)).acts
    assert [(act.act, act.replacement) for act in acts] == [("suggestion", "\tone 2"), ("reply", None)]
    assert acts[1].body.endswith("why 1 Suggested: delete this.")


def test_each_mark_is_what_it_says() -> None:
    """Insertion, deletion, substitution, comment, highlight; next to each other a deletion and an insertion are one."""
    text = "# Title\n\nOne two three four five six.\n"
    draft = draft_with(text, [])
    marked = "# Title\n\nOne{++ and++} {--two --}{~~three~>3~~} {==four==}{>>@Pat: Why?<<} "
    marked += "{--five--}{++5++} six.{>>End?<<}\n"
    acts = criticmarkup_format.read(marked.encode(), elsewhere(draft)).acts
    assert [(act.act, act.quote, act.replacement, act.body, act.voice.name) for act in acts] == [
        ("suggestion", "", " and", "", ""),
        ("suggestion", "two ", "", "", ""),
        ("suggestion", "three", "3", "", ""),
        ("comment", "four", None, "Why?", "Pat"),
        ("suggestion", "five", "5", "", ""),
        ("comment", "", None, "End?", ""),
    ]
    assert [text[act.place.start : act.place.end] for act in acts if act.place] == [act.quote for act in acts]


def test_code_is_left_alone() -> None:
    """What looks like a mark in code is code, on the way out and on the way in."""
    text = "# Title\n\nWrite `{++x++}` or:\n\n```\n{--y--}\n```\n\n    {~~a~>b~~}\n"
    draft = draft_with(text, [])
    assert text.encode() in criticmarkup_format.write(sent(draft))
    assert criticmarkup_format.read(text.encode(), elsewhere(draft)).acts == ()
    draft = draft_with(text, [(16, 17, "z")])
    [act] = criticmarkup_format.read(criticmarkup_format.write(sent(draft)), elsewhere(draft)).acts
    assert act.act == "suggestion"


def test_what_was_changed_without_a_mark_is_found_and_said() -> None:
    """Untracked edits come in as suggestions that say so; marks beside them keep their places."""
    text = "# Title\n\nOne two three four five six.\n\nSeven eight nine.\n"
    marked = "# Title\n\nOne 2 three four five six.\n\nSeven {--eight --}nine.\n"
    first, second = criticmarkup_format.read(marked.encode(), elsewhere(draft_with(text, []))).acts
    assert (first.quote, first.replacement, text[first.place.start : first.place.end]) == ("eight ", "", "eight ")
    assert (second.quote, second.replacement, second.note) == ("two", "2", "changed without a mark")


def test_changes_without_a_mark_that_turn_a_sentence_together_are_one() -> None:
    """Either alone would say the opposite of what was written."""
    text = "# Title\n\nYou do not need anyone's permission.\n"
    changed = text.replace("do not ", "").replace("anyone's", "nobody's")
    [act] = criticmarkup_format.read(changed.encode(), elsewhere(draft_with(text, []))).acts
    assert (act.quote, act.replacement) == ("do not need anyone's", "need nobody's")


def test_a_file_of_another_text_is_refused() -> None:
    """A file whose title no section has, or that is no text, brings in nothing."""
    known = elsewhere(draft_with("# Title\n\nOne.\n", []))
    for content in (b"# Other\n\nx\n", b"", b"\xff\xfe", b"a\0b"):
        with pytest.raises(Refused):
            criticmarkup_format.read(content, known)
    assert criticmarkup_format.read(b"# Title\n\nQuite other words are here now, and many.\n", known).left_out


@pytest.mark.quick(2)
@pytest.mark.parametrize("sign", ["{++", "{~~", "{>>a<<}", "`{++", "{~~a~>"])
def test_many_signs_take_no_time(sign: str) -> None:
    """However many openers have no end, and however many marks there are, the file is read or refused at once."""
    known = elsewhere(draft_with("# Title\n\nOne.\n", []))
    with suppress(Refused):
        criticmarkup_format.read(f"# Title\n\nOne.\n{sign * 40_000}".encode(), known)


def test_a_file_comes_in_once_with_the_names_in_it(review: Clone, run: Run, tmp_path: Path) -> None:
    """Our own remarks are known, a partner's are new once, and replies stand in their thread."""
    remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "How kind?")
    remark(run, review, "suggest", "principles", "--quote", "two working days", "--replace", "three", "-m", "Why not?")
    remark(run, review, "comment", "--whole", "-m", "Short.")
    assert run(review, "export", "criticmarkup", str(tmp_path / "policy.md"))[0] == 0
    text = (tmp_path / "policy.md").read_text("utf-8")
    assert "{==Be kind.==}{>>[#" in text
    assert ask(run, review, "import", str(tmp_path / "policy.md"))["count"] == 0
    marked = text.replace("How kind?<<}", "How kind?<<}{>>@Pat Adviser: Very.<<}").replace(
        "Posts are", "Posts {--are--}{++were++}"
    )
    (tmp_path / "back.md").write_text(marked, "utf-8")
    assert ask(run, review, "import", str(tmp_path / "back.md"), "--as", PAT)["count"] == 2
    assert ask(run, review, "import", str(tmp_path / "back.md"), "--as", PAT)["count"] == 0
    assert PRINCIPLES in review.read("policy/principles.md")


def test_a_comment_and_a_suggestion_for_the_same_words_go_out_together(review: Clone, run: Run, tmp_path: Path) -> None:
    """Both have the same place and only one has words; the file comes back as what is there already."""
    remark(run, review, "comment", "principles", "--quote", "must think", "-m", "Why must?")
    remark(run, review, "suggest", "principles", "--quote", "must think", "--replace", "think")
    file = tmp_path / "out.md"
    assert run(review, "export", "criticmarkup", str(file))[0] == 0
    assert "{~~must think~>think~~}" in file.read_text(encoding="utf-8")
    assert "Why must?" in file.read_text(encoding="utf-8")


def test_marks_that_make_another_duty_only_together_are_one_suggestion() -> None:
    """Each with what was said at it; marks by two people, and marks of two sentences, stay apart."""
    draft = draft_with("# Title\n\nStaff may not share it. They keep it.\n", [])
    marked = "# Title\n\nStaff {~~may~>must~~}{>>@Pat: As we do.<<} {--not --}{>>@Pat: Really.<<}share "
    marked += "{==it==}{>>@Kim: What?<<}."
    acts = criticmarkup_format.read(f"{marked} They {{~~keep~>delete~~}} it.\n".encode(), elsewhere(draft)).acts
    assert [(act.act, act.quote, act.replacement, act.body, act.voice.name) for act in acts] == [
        ("suggestion", "may not ", "must ", "As we do.", "Pat"),
        ("comment", "", None, "Really.", "Pat"),
        ("comment", "it", None, "What?", "Kim"),
        ("suggestion", "keep", "delete", "", ""),
    ]
    marked = (
        "# Title\n\nStaff {~~may~>must~~}{>>@Pat: As we do.<<} {--not --}{>>@Kim: Really.<<}share it. They keep it.\n"
    )
    assert len(criticmarkup_format.read(marked.encode(), elsewhere(draft)).acts) == 2
