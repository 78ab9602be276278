"""What is passed over quickly has nothing in it: the shortcuts answer as the whole search does."""

import json
import re
from itertools import accumulate, pairwise, product
from pathlib import Path

from reviewtui.text.markdown.said_passage import at_line_starts
from reviewtui.text.meaning import signals
from reviewtui.text.meaning.wording import paraphrases, visible_words
from reviewtui.text.meaning.wording.visible_words import as_it_stands, seen_passage
from reviewtui.text.meaning.wording.vocabulary import antonyms

LISTS = sorted((Path(__file__).parents[3] / "data" / "classes").glob("*.jsonl"))
PASSAGES = [
    pair[side]
    for path in LISTS
    for pair in map(json.loads, path.read_text().splitlines()[::3])
    for side in ("before", "after")
]


def test_a_construction_is_found_by_its_phrases_and_without_a_look_at_them():
    """Each row of constructions is tried on each passage of the lists."""
    tables = (paraphrases._CONSTRUCTIONS, paraphrases._SLIP_CONSTRUCTIONS, *paraphrases._WAYS)
    for passage, table in product(PASSAGES, tables):
        for number, (pattern, form) in enumerate(table._forms):
            said = pattern.sub(form, passage)
            assert said == passage or number in table._possible(passage), (passage, said)


ODD = [
    "- one \u2013 two - 5 % of 6'4\" \u2029\n- (A) ?x ",
    "? \u2014 A-b, 3.5%! -",
    'grade A* "5"? B+ (c',
    "50 £ £ 50 £50 a£ 5, up to £ 7",
]
"""Signs beside spaces, at the ends, and across a space."""


def test_words_are_read_run_by_run_as_in_one():
    """Between any two spaces, with what the runs before make of the next word."""
    for passage in [*PASSAGES, *ODD, *map(" ".join, pairwise(ODD))]:
        whole = visible_words._read(seen := seen_passage(passage), visible_words._WORD)
        if not any(sign in seen for sign in visible_words._IN_CONTACTS):
            words = [word._replace(first=word.first or not at) for at, word in enumerate(whole.words)]
            assert list(visible_words.visible_words(passage)) == words


def test_beginnings_of_signals_are_found_run_by_run_as_in_one():
    """Each word of a line with its place; the word that may go on a phrase is the next one."""
    known = signals._ALARMS["en"]
    for line in map(signals.plain, [*PASSAGES, *ODD]):
        alone = [(begin.at, begin.word) for begin in known._beginnings(line)]
        runs = signals._SPACE.split(line)
        starts = accumulate((len(run) + 1 for run in runs), initial=0)
        both = zip(starts, runs, strict=False)
        assert [(at + begin.at, begin.word) for at, run in both for begin in known.beginnings[run]] == alone


def test_words_are_told_with_the_signs_between_them_as_a_pattern_would_find_them():
    """Three words in a row of each passage, also such as stand twice and such as are signs."""
    for passage in PASSAGES:
        words = [word.text for word in visible_words.visible_words(passage)]
        for at in range(len(words) - 2):
            told = " ".join(words[at : at + 3])
            before, behind = r"(?<!\w)" * told[0].isalnum(), r"(?!\w)" * told[-1].isalnum()
            pattern = r"\W*?".join(map(re.escape, told.split(" ")))
            match = re.search(f"{before}{pattern}{behind}", re.sub("\ue000[^\ue001]*\ue001", "", seen_passage(passage)))
            clean = " ".join(re.sub("[\u2029\ue000-\ue0ff]", " ", match[0]).split()) if match else told
            assert as_it_stands(told, passage) == clean


def test_a_beginning_that_turns_a_word_round_leaves_its_end():
    """Words with other ends are passed over; those with each beginning of the table are found."""
    pairs = [(f"{here}view", f"{there}view") for here, there in antonyms._PREFIXES]
    pairs += [("view", f"{prefix}view") for prefix in antonyms._BEFORE_A_WORD] + [("careful", "careless")]
    assert all(antonyms.are_opposites(*pair) and antonyms.are_opposites(*pair[::-1]) for pair in pairs)


def test_what_begins_a_line_is_found_as_by_looking_everywhere():
    """Numbers of items and marks of lists, of passages alone and set one under the other."""
    texts = [*PASSAGES, *map("\n".join, pairwise(PASSAGES)), "1. One\n- 2) two\n\n  (a) three\n# 4.1 Four"]
    for pattern, text in product([signals._NUMBERS, visible_words._LINE_MARKS, visible_words._OWN_NUMBER], texts):
        assert at_line_starts(pattern, lambda match: f"<{match[0]}>", text) == pattern.sub(r"<\g<0>>", text)
