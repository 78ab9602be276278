"""An orphan remembers where its words stood, and what stands there now."""

import json

from tests.conftest import Clone, Run

GONE = "If in doubt, ask the communications team first."


def _remark(review: Clone, run: Run, quote: str) -> str:
    _, out, _ = run(review, "comment", "principles", "--quote", quote, "-m", "Why?", "--json")
    run(review, "submit")
    return json.loads(out)["thread"]


def test_show_says_what_stands_where_a_lost_passage_stood(review: Clone, run: Run) -> None:
    """The file and version in which it was read, and the words between its old neighbours."""
    text = review.read("policy/principles.md")
    sentence = next(line for line in text.splitlines() if len(line.split()) > 6 and not line.startswith("#"))
    thread = _remark(review, run, sentence.split(". ")[0].rstrip("."))
    review.write("policy/principles.md", text.replace(sentence, "Nobody shall juggle burning torches indoors."))
    review.commit("Write something else")
    code, out, _ = run(review, "show", thread)
    assert code == 0
    assert "was in     policy/principles.md  (draft " in out
    assert "there now  policy/principles.md  “Nobody shall juggle burning torches indoors.”" in out


def test_show_says_when_the_whole_section_is_gone(review: Clone, run: Run) -> None:
    """Nothing stands in the place of a passage whose file was deleted."""
    text = review.read("policy/principles.md")
    sentence = next(line for line in text.splitlines() if len(line.split()) > 6 and not line.startswith("#"))
    thread = _remark(review, run, sentence.split(". ")[0].rstrip("."))
    review.git("rm", "-q", "policy/principles.md")
    review.commit("Drop the principles")
    assert "its section is not there any more" in run(review, "show", thread)[1]


def test_a_place_without_a_word_of_the_passage_is_not_like_it(review: Clone, run: Run) -> None:
    """What stands instead is told as that, once; only what shares more than the frame of sentences is offered."""
    text = review.read("policy/principles.md")
    review.write("policy/principles.md", f"{text}\nThe clerk must answer within three working days.\n")
    review.commit("Say how fast")
    thread = _remark(review, run, "The clerk must answer within three working days.")
    review.write("policy/principles.md", f"{text}\nNobody must juggle in the one corridor.\n")
    review.write("policy/extra.md", "# Extra\n\nThe clerk answers letters on working days.\n")
    review.commit("Say something else")
    out = run(review, "show", thread)[1]
    assert "there now  policy/principles.md  “Nobody must juggle in the one corridor.”" in out
    assert out.count("Nobody must juggle") == 1
    assert "like it    policy/extra.md" in out
