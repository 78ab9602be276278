"""What a returned file of CriticMarkup holds is taken in or told: nothing goes without a word."""

import re
from pathlib import Path

import pytest

from reviewtui.domain.review.import_content import Incoming
from reviewtui.exchange.criticmarkup import criticmarkup_format
from tests.acting import ask, remark
from tests.conftest import Clone, Run
from tests.exchange.sending import draft_with, here, sent
from tests.making import draft_of

TEXT = "# Title\n\nOne two three four five six.\n"
DRAFT = draft_with(TEXT, [], [(13, 16, "Which two?")])
SENT = criticmarkup_format.write(sent(DRAFT)).decode()
PAT = "Pat Adviser <pat@southmere.example>"


def _read(content: str) -> Incoming:
    return criticmarkup_format.read(content.encode(), here(DRAFT))


@pytest.mark.parametrize("marked", ["{==three==}", "{~~three~>3~~}", "{--three--}", "three"])
def test_every_comment_at_one_place_comes_in(marked: str) -> None:
    """Several comments without ids behind one mark are as many remarks, whoever they name."""
    back = SENT.replace("three", f"{marked}{{>>@Pat: Why?<<}}{{>>@Kim: And how?<<}}{{>>And when?<<}}")
    acts = [act for act in _read(back).acts if not act.thread]
    assert sorted(act.body for act in acts) == ["And how?", "And when?", "Why?"]
    assert len({act.item for act in acts}) == 3


def test_what_is_written_before_a_comment_of_ours_answers_it() -> None:
    """The thread of a mark is known wherever in the row of comments ours stands."""
    acts = _read(SENT.replace("{>>[#", "{>>@Pat: I ask that too.<<}{>>[#")).acts
    assert [(act.act, act.body, bool(act.thread)) for act in acts] == [
        ("comment", "Which two?", True),
        ("reply", "I ask that too.", False),
    ]


def test_other_words_in_a_comment_of_ours_come_in_as_an_answer() -> None:
    """Who writes into our comment instead of beside it has said something as well."""
    first, second = _read(SENT.replace("Which two?", "Which two? Both, please.")).acts
    assert first.thread
    assert (second.act, second.body) == ("reply", "In the file that came back this reads: “Which two? Both, please.”")


def test_words_before_the_first_section_come_in() -> None:
    """Above the first line of ours or between it and the first section: a remark on the whole."""
    head = SENT.index("<!-- reviewtui section")
    for back in (f"Please see below.\n\n{SENT}", f"{SENT[:head]}Please see below.\n\n{SENT[head:]}"):
        acts = [act for act in _read(back).acts if not act.thread]
        assert [(act.act, act.body, act.place) for act in acts] == [("comment", "Please see below.", None)]


def test_a_section_that_is_missing_is_told() -> None:
    """It is no suggestion to delete it, and not taken for read either."""
    draft = draft_of({"policy/a.md": TEXT, "policy/b.md": "# Other\n\nMore.\n"})
    content = criticmarkup_format.write(sent(draft)).decode()
    start = content.index("<!-- reviewtui section", content.index("policy/a.md"))
    told = " ".join(criticmarkup_format.read(content[:start].encode(), here(draft)).left_out)
    assert "'Other'" in told
    unmarked = re.sub(r"<!-- reviewtui section.*\n", "", content)
    assert "None of the sections" in criticmarkup_format.read(unmarked.encode(), here(draft)).left_out[0]
    assert criticmarkup_format.read(content.encode(), here(draft)).left_out == ()


@pytest.mark.parametrize("kept", [0.35, 0.6, 0.9, 0.99])
def test_a_file_that_was_cut_off_takes_nothing_out(kept: float) -> None:
    """What is missing at the end is told and no suggestion to delete it, nor is such a file taken for read."""
    draft = draft_of({"policy/a.md": TEXT, "policy/b.md": f"# Other\n\n{'More words of it. ' * 20}\n"})
    content = criticmarkup_format.write(sent(draft)).decode().replace("three", "{~~three~>3~~}")
    begin = content.index("# Other")
    read = criticmarkup_format.read(content[: begin + int((len(content) - begin) * kept)].encode(), here(draft))
    assert [(act.quote, act.replacement) for act in read.acts] == [("three", "3")]
    assert read.texts == ()
    assert any("cut off" in told for told in read.left_out)


def test_the_end_of_a_mark_that_was_cut_off_is_told() -> None:
    """A remark of which only the beginning came is quoted in the report, and is nobody's suggestion."""
    cut = SENT[: SENT.index("six")] + "six{>>This is what I me"
    read = _read(cut)
    assert [act for act in read.acts if not act.thread] == []
    assert any("{>>This is what I me" in told for told in read.left_out)


def test_words_behind_the_last_section_come_in() -> None:
    """Below the last line of ours stands what is said of the whole."""
    [act] = [act for act in _read(f"{SENT}\nAll in all: good.\n").acts if not act.thread]
    assert (act.act, act.body, act.place) == ("comment", "All in all: good.", None)


def test_what_says_nothing_is_told() -> None:
    """A highlight alone asks for nothing that anybody could answer."""
    assert _read(SENT.replace("three", "{==three==}")).left_out == ("1 highlight or comment without words.",)


def test_the_authors_answers_and_removed_words_are_no_remarks(review: Clone, run: Run, tmp_path: Path) -> None:
    """What was sent out comes back as known though the thread was decided, or its words removed, meanwhile."""
    first = remark(
        run, review, "comment", "principles", "--quote", "Be kind.", "-m", "Ask Ms Example of 1 High Street."
    )
    wish = ("principles", "--quote", "two working days", "--replace", "three")
    second = remark(run, review, "suggest", *wish, "-m", "Why not?")
    run(review, "decline", second, "-m", "Too slow.")
    back = tmp_path / "policy.md"
    assert run(review, "export", "criticmarkup", str(back), "--organisation", "southmere")[0] == 0
    run(review, "redact", first, "-m", "personal data")
    run(review, "undo", second)
    assert ask(run, review, "import", str(back), "--as", PAT)["count"] == 0


def test_what_programs_change_by_themselves_is_told_and_no_suggestion() -> None:
    """Other quotation marks and signs of list items; lines that were broken anew say what they said, ours too."""
    text = "# Title\n\nSay \u201cyes\u201d \u2013 or not.\n\n- one\n- two of them\n"
    draft = draft_with(text, [(41, 44, "a pair")], [(9, 12, "Which of the two do you mean here?")])
    content = criticmarkup_format.write(sent(draft)).decode()
    signs = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2013": "-"})
    back = content.translate(signs).replace("- one", "* one").replace("do you mean", "do\nyou mean")
    back = back.replace("a pair", "a\npair").replace("] J. Reviewer", "]\nJ. Reviewer")
    read = criticmarkup_format.read(back.encode(), here(draft))
    assert [act for act in read.acts if not act.thread] == []
    assert read.left_out == ("3 changes of quotation marks, dashes or signs of list items alone.",)


def test_a_sign_that_went_without_a_mark_is_a_suggestion() -> None:
    """A minus, or quotation marks around a word, are somebody's change."""
    draft = draft_with("# Title\n\nAt -5 degrees say 'no'.\n", [])
    content = criticmarkup_format.write(sent(draft)).decode().replace("-5", "5").replace("'no'", "no")
    [act] = criticmarkup_format.read(content.encode(), here(draft)).acts
    assert (act.quote, act.replacement) == ("-5 degrees say 'no'.", "5 degrees say no.")


def test_a_suggestion_that_a_program_accepted_is_told() -> None:
    """Whoever accepts all marks in an editor has not suggested what others suggested."""
    draft = draft_with(TEXT, [(17, 22, "3"), (28, 32, "5")])
    content = criticmarkup_format.write(sent(draft)).decode()
    back = re.sub(r"\{~~(.*?)~>(.*?)~~\}", r"\2", re.sub(r"\{>>.*?<<\}", "", content)).replace("six", "{~~six~>6~~}")
    read = criticmarkup_format.read(back.encode(), here(draft))
    assert [(act.quote, act.replacement) for act in read.acts] == [("six", "6")]
    assert sum("without its mark" in told for told in read.left_out) == 2


def test_sections_in_another_order_are_told() -> None:
    """It is no suggestion by itself, and not lost without a word."""
    draft = draft_of({"policy/a.md": TEXT, "policy/b.md": "# Other\n\nMore.\n"})
    head, first, last = re.split(r"(?=<!-- reviewtui section)", criticmarkup_format.write(sent(draft)).decode())
    last, end = last[: last.index("<!-- reviewtui end")], last[last.index("<!-- reviewtui end") :]
    assert "another order" in criticmarkup_format.read((head + last + first + end).encode(), here(draft)).left_out[0]


def test_what_bears_an_authors_name_says_so(review: Clone, run: Run, tmp_path: Path) -> None:
    """A partner can write any name into a file; one in the name of whoever decides is pointed out."""
    ask(run, review, "export", "criticmarkup", str(tmp_path / "x.md"))
    back = (tmp_path / "x.md").read_text("utf-8").replace("Be kind.", "Be kind.{>>@Policy Officer: Accepted.<<}")
    (tmp_path / "x.md").write_text(back, "utf-8")
    [act] = ask(run, review, "import", str(tmp_path / "x.md"), "--dry-run")["acts"]
    assert "in the name of an author" in act["why"]


@pytest.mark.parametrize("new", ["\n{++Well, new.++}\n\n", "\n{++Well, new.\n++}\n", "\n\n{++Well, new.++}\n\n"])
def test_a_paragraph_put_in_on_lines_of_its_own_is_a_suggestion(new: str) -> None:
    """Whoever writes one does not mark the empty line around it: it became a remark that named options of a command."""
    text = "# Title\n\nOne two.\n\nFour five.\n"
    drafted = draft_of({"policy/a.md": text})
    content = str(criticmarkup_format.write(sent(drafted)), "utf-8").replace("One two.\n\n", f"One two.\n{new}")
    [act] = criticmarkup_format.read(content.encode(), here(drafted)).acts
    assert act.place is not None
    assert act.place.start is not None
    taken = f"{text[: act.place.start]}{act.replacement}{text[act.place.end :]}"
    assert [each for each in taken.split("\n\n") if each] == ["# Title", "One two.", "Well, new.", "Four five.\n"]


@pytest.mark.parametrize(
    ("text", "before", "new", "shown"),
    [
        ("- One.\n- Two.\n", "- One.\n", "{++  - Sub.++}\n", "- One.\n  - Sub.\n- Two.\n"),
        ("- One.\n- Two.\n", "- One.\n", "  {++- Sub.++}\n", "- One.\n  - Sub.\n- Two.\n"),
        ("One.\n\nTwo.\n", "One.\n\n", "{++    a\n    b++}\n\n", "One.\n\n    a\n    b\n\nTwo.\n"),
        ("One.\n\nTwo.\n", "One.\n\n", "{++\n    a++}\n\n", "One.\n\n    a\n\nTwo.\n"),
        ("One.\n\nTwo.\n", "", "{++Start.++}\n\n", "Start.\n\nOne.\n\nTwo.\n"),
        ("One.\n\nTwo.\n", "", "\n{++Start.++}\n\n", "Start.\n\nOne.\n\nTwo.\n"),
        ("- One.\n- Two.\n", "", "{++- Start.++}\n", "- Start.\n- One.\n- Two.\n"),
    ],
)
def test_words_put_in_on_lines_of_their_own_keep_their_indent_and_their_lines(
    text: str, before: str, new: str, shown: str
) -> None:
    """A sub-item became an item and a block of code a paragraph; above the first words two were glued together."""
    drafted = draft_of({"policy/a.md": text})
    content = str(criticmarkup_format.write(sent(drafted)), "utf-8")
    assert content.count(text) == 1
    marked = content.replace(text, f"{before}{new}{text.removeprefix(before)}")
    [act] = criticmarkup_format.read(marked.encode(), here(drafted)).acts
    assert act.place is not None
    assert act.place.start is not None
    assert f"{text[: act.place.start]}{act.replacement}{text[act.place.end :]}" == shown


def test_words_put_in_among_words_that_were_changed_unmarked_are_a_remark_that_says_so() -> None:
    """They have no certain place, and no option of a command would give them one."""
    drafted = draft_of({"policy/a.md": "# Title\n\nOne two three four.\n"})
    content = str(criticmarkup_format.write(sent(drafted)), "utf-8").replace("two three", "ten {++or so++} times")
    acts = criticmarkup_format.read(content.encode(), here(drafted)).acts
    assert any("changed without a mark" in act.note and "or so" in act.body for act in acts)
