"""Whatever two people track in a text in which others suggested something: nothing is forged, broken or lost."""

import random
from collections.abc import Iterator, Mapping
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.record.record import Recorded
from reviewtui.domain.review.import_content import BroughtAct
from reviewtui.text.markdown.document import document_of
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitting import fitted
from tests.exchange.word.editing import WordFile
from tests.exchange.word.sending import draft, new_acts, sent, suggested
from tests.exchange.word.tracking_editor import TrackingEditor, words_in

PEOPLE = ("Pat Adviser", "Kim Other")
_SYLLABLES = [f"{first}{second}" for first in "bdfghklmnprstvz" for second in "aeiou"]


def _words(chance: random.Random) -> Iterator[str]:
    """Words each of which comes once."""
    words = ["".join(each) for each in product(_SYLLABLES, repeat=2)]
    yield from chance.sample(words, len(words))


def _text(chance: random.Random, words: Iterator[str]) -> str:
    def sentences(count: int) -> str:
        parts = (f"{next(words).capitalize()} {next(words)} **{next(words)}** {next(words)}." for _ in range(count))
        return " ".join(parts)

    def block() -> str:
        kind = chance.choice(("paragraph", "paragraph", "heading", "items", "numbers", "nested", "quote", "table"))
        lines = [sentences(chance.randint(1, 2)) for _ in range(3)]
        return {
            "paragraph": " ".join(lines),
            "heading": f"## {lines[0]}",
            "items": "\n".join(f"- {line}" for line in lines),
            "numbers": "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1)),
            "nested": f"- {lines[0]}\n  - {lines[1]}\n- {lines[2]}",
            "quote": f"> {lines[0]}",
            "table": f"| {lines[0]} | {next(words)} |\n| --- | --- |\n| {lines[1]} | {next(words)} |",
        }[kind]

    return "# Rules\n\n" + "\n\n".join(block() for _ in range(chance.randint(2, 6))) + "\n"


def _suggestions(text: str, chance: random.Random, words: Iterator[str]) -> Iterator[Recorded]:
    """What a colleague suggested in single words, apart from each other."""
    single = sorted(word for word in words_in(text) if f" {word}" in text and word != "rules")
    for count, word in enumerate(chance.sample(single, chance.randint(0, 3)), 1):
        start = text.index(word)
        new = chance.choice(("", next(words)))
        if isinstance(fitted(text, start, start + len(word), new), Edit):
            yield suggested(text, start, start + len(word), new, count)


def _kinds(text: str) -> Mapping[str, object]:
    """In what kind of block each word stands."""
    blocks = document_of(text).solid_blocks
    return {
        word: (block.kind, block.level, block.within) for block in blocks for word in words_in(text[slice(*block.text)])
    }


def _check(act: BroughtAct, text: str, editor: TrackingEditor) -> str:
    """Hold one act against what its writer did, and return all words that it tells."""
    assert act.voice.name in PEOPLE, act
    told = " ".join((act.body, act.quote, act.replacement or ""))
    if act.act != "suggestion":
        return told
    assert act.place is not None
    change = fitted(text, act.place.start or 0, act.place.end or 0, act.replacement or "")
    assert isinstance(change, Edit), (act, change)
    before, after = _kinds(text), _kinds(change.applied(text))
    gone = before.keys() - after.keys()
    assert gone <= editor.gone[act.voice.name], act
    assert after.keys() - before.keys() <= editor.come[act.voice.name], act
    assert {word: before[word] for word in before.keys() & after.keys()}.items() <= after.items(), act
    return f"{told} {' '.join(gone)}"


@given(seed=st.integers(0, 2**32))
def test_what_two_people_track_comes_in_as_theirs_and_whole(seed: int) -> None:
    """Accepted by itself, a suggestion takes and puts its writer's words alone; no other gets into another block.

    What is no suggestion is told with its words.
    """
    chance = random.Random(seed)  # noqa: S311 - for test data
    words = _words(chance)
    text = _text(chance, words)
    drafted = draft(text, *_suggestions(text, chance, words))
    editor = TrackingEditor(WordFile.of(sent(drafted)), chance)
    for _ in range(chance.randint(1, 4)):
        editor.edit(chance.choice(PEOPLE), words)
    told = dict.fromkeys(PEOPLE, "")
    for act in new_acts(editor.file.saved(), drafted):
        told[act.voice.name] = f"{told.get(act.voice.name, '')} {_check(act, text, editor)}".lower()
    for name in PEOPLE:
        done = editor.gone[name] | editor.come[name] | editor.taken_from_others[name]
        assert done <= words_in(told[name]), name
