"""The blind lists of changes are well formed, and each place in them cuts whole sentences of the Standard."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Clone

DATA = Path(__file__).parent / "data"
SCRIPT = Path(__file__).parents[1] / "benchmarks" / "blind_candidates.py"
LISTS = ("duties", "editorial", "newrules")
PLACES = {f"{side}_{part}" for side in ("old", "new") for part in ("commit", "path", "start", "end")}
OWN = {
    "duties": {"what", "borderline"},
    "editorial": {"set", "trivial"},
    "newrules": {"what"},
}
BEFORE = re.compile(r"(?:^|\n)[ \t>]*(?:(?:[*+-]|\d+[.)]|#{1,6})[ \t]+(?:\[ \] )?)?\Z|[.!?][)\"'*_]*\s+\Z")
LINE_END = re.compile(r"[ \t]*(?:\Z|\n)")
STOP = re.compile(r"[.!?][)\"'*_]*\Z")
WORD = re.compile(r"\w+")


@cache
def lines(name: str) -> list[dict[str, Any]]:
    """Return the lines of one list."""
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]


def sides(line: dict[str, Any]) -> Iterator[tuple[str, str, int, int]]:
    """Yield commit, path, start and end of each side that a line has."""
    for side in ("old", "new"):
        if line[f"{side}_path"] is not None:
            yield tuple(line[f"{side}_{part}"] for part in ("commit", "path", "start", "end"))


@pytest.fixture
def texts(standard: Clone) -> dict[tuple[str, str], str]:
    """Every file that a list names, as the commit has it."""
    named = {place[:2] for name in LISTS for line in lines(name) for place in sides(line)}
    return {(commit, path): standard.git("show", f"{commit}:{path}") for commit, path in named}


@pytest.mark.parametrize("name", LISTS)
def test_a_line_holds_places_and_a_judgement_and_no_words_of_the_text(name: str) -> None:
    """Every line has the same fields; commits are full, paths are Markdown files, and a note is one short remark."""
    for line in lines(name):
        assert line.keys() - {"note"} == {"id", "class"} | PLACES | OWN[name]
        assert re.fullmatch(r"[0-9a-f]{8}", line["id"])
        assert len(line.get("note", "-")) in range(1, 120)
        assert re.fullmatch(r"[0-9a-f]{40}", line["old_commit"])
        for commit, path, start, end in sides(line):
            assert re.fullmatch(r"[0-9a-f]{40}", commit)
            assert re.fullmatch(r"[\w/-]+\.md", path)
            assert 0 <= start < end


def test_no_change_is_listed_twice() -> None:
    """Ids are unique, and so are the places: what one list calls substantive no other calls editorial."""
    every = [line for name in LISTS for line in lines(name)]
    assert len({line["id"] for line in every}) == len(every)
    assert len({tuple(sides(line)) for line in every}) == len(every)


def test_the_judgements_are_those_that_each_list_is_for() -> None:
    """Duties are substantive, rewordings are editorial and told apart by set, new rules have nothing before them."""
    assert {(line["class"], line["what"] in {"duty", "negation", "number"}) for line in lines("duties")} == {
        ("substantive", True)
    }
    assert all(line["borderline"] <= ("note" in line) for line in lines("duties"))
    assert {line["class"] for line in lines("editorial")} == {"editorial"}
    assert {(line["class"], line["old_path"]) for line in lines("newrules")} == {("new-rule", None)}


def test_the_editorial_list_is_sixty_for_the_alarm_and_the_rest_for_the_classifier() -> None:
    """The first sixty are the alarm's, and at most a third of either set is trivial."""
    kinds = [line["set"] for line in lines("editorial")]
    assert kinds[:60] == ["alarm"] * 60
    assert set(kinds[60:]) == {"class"}
    assert len(kinds) >= 100
    for kind in ("alarm", "class"):
        trivial = [line["trivial"] for line in lines("editorial") if line["set"] == kind]
        assert sum(trivial) * 3 <= len(trivial)


@pytest.mark.slow
def test_each_place_cuts_whole_sentences_and_both_sides_share_words(texts: dict[tuple[str, str], str]) -> None:
    """A place lies in its file, begins where a line or sentence begins and ends where one ends; a pair is alike."""
    for line in (line for name in LISTS for line in lines(name)):
        cut = []
        for commit, path, start, end in sides(line):
            text = texts[commit, path]
            assert end <= len(text), line["id"]
            assert text[start:end] == text[start:end].strip(), line["id"]
            assert BEFORE.search(text[:start]), line["id"]
            assert LINE_END.match(text, end) or STOP.search(text[start:end]), line["id"]
            cut.append({word.lower() for word in WORD.findall(text[start:end])})
        assert len(set.intersection(*cut)) * 3 >= min(map(len, cut)), line["id"]


@pytest.mark.slow
def test_the_script_proposes_every_change_of_a_duty_that_was_not_found_by_hand(standard: Clone) -> None:
    """The list can be made again: the proposals hold every listed change, at the same places."""
    command = [sys.executable, str(SCRIPT), str(standard.path), "duty"]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    proposed = {line["id"]: line for line in map(json.loads, done.stdout.splitlines())}
    for line in lines("duties"):
        if not line.get("note", "").startswith("found by hand"):
            assert {
                key: proposed[line["id"]][key] for key in PLACES - {"old_commit", "new_commit"}
            }.items() <= line.items()
