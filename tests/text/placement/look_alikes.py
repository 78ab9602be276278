"""Histories in which a marked passage has look-alikes: parallel sentences, items, rows, and boilerplate under headings.

The marked passage, or one of its siblings, is deleted or gives way to a new one about something else, clauses are
counted anew, and some unrelated words are edited elsewhere. Where the marked passage is afterwards is known by
construction. Everything is drawn from a seed, so a history can be made again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from textwrap import fill

SHAPES = ("sentences", "items", "rows", "sections", "paragraphs", "clauses")
FATES = ("kept", "sibling deleted", "deleted", "exchanged")
EDITS = range(6)
WAYS = ("else as it was", "wrapped anew", "a sibling edited")

_SUBJECTS = ("notice", "reply", "appeal", "payment", "review", "training", "storage", "handover")
_ROLES = ("Account owner", "Editor", "Moderator", "Press officer", "Photographer", "Translator")
_DUTIES = (
    "writes the posts",
    "checks each draft twice",
    "reads the replies",
    "answers journalists",
    "takes the pictures",
    "puts the words into Welsh",
)
_FILLER = (
    "The council speaks with one voice on every channel.",
    "Residents may write to us in any language that they like.",
    "A printed copy of this page hangs in the town hall.",
    "Nobody posts photographs of children without a signed form.",
    "The service desk opens at eight in the morning.",
    "We thank everybody who reports a broken link.",
    "Meetings are streamed from the main chamber.",
    "Old accounts are closed once a year by the web team.",
)
_WORDS = (
    ("council", "authority"),
    ("printed", "paper"),
    ("signed", "completed"),
    ("morning", "forenoon"),
    ("broken", "dead"),
    ("main", "large"),
    ("language", "tongue"),
    ("streamed", "broadcast"),
)


@dataclass(frozen=True)
class History:
    """Two versions of a file, the marked span of the old one, and where it is in the new one (None: gone)."""

    name: str
    old: str
    new: str
    marked: tuple[int, int]
    truth: tuple[int, int] | None


def histories(seeds: int) -> Iterator[History]:
    """Yield one history for each shape, fate, way, number of edits elsewhere and seed."""
    for shape in SHAPES:
        for fate in FATES:
            for way in WAYS:
                for edits in EDITS:
                    for seed in range(seeds):
                        yield history(shape, fate, way, edits, seed)


def history(shape: str, fate: str, way: str, edits: int, seed: int) -> History:
    """Return one history, drawn from its name."""
    name = f"{shape}, {fate}, {way}, {edits} edits, seed {seed}"
    chance = Random(name)  # noqa: S311  # test data, not a secret
    *blocks, another = _blocks(shape, chance)
    chosen = chance.randrange(len(blocks))
    part = chance.choice(_parts(shape, blocks[chosen]))
    sibling = chance.choice([n for n in range(len(blocks)) if n != chosen])
    gone = {"kept": None, "sibling deleted": sibling}.get(fate, chosen)
    filler = chance.sample(_FILLER, 6)
    after = list(blocks)
    if way == "a sibling edited":
        other = chance.choice([n for n in range(len(blocks)) if n not in {chosen, gone}])
        after[other] = _sibling_edited(blocks[other], chance)
    old = _laid_out(shape, blocks, filler)
    kept = [block for n, block in enumerate(after) if n != gone]
    if fate == "exchanged":
        kept.insert(chance.randrange(len(blocks)), another)
    if shape == "clauses":
        kept = [f"7.{n} {_body(block)}" for n, block in enumerate(kept, 1)]
    new = _laid_out(shape, kept, _edited(filler, edits, chance))
    marked = _find(old, blocks[chosen], part)
    truth = None if gone == chosen else _find(new, _body(blocks[chosen]), part)
    if way == "wrapped anew":
        (old, marked), (new, truth) = _wrapped(old, marked, 50), _wrapped(new, truth, 61)
    assert marked is not None
    return History(name, old, new, marked, truth)


def _sibling_edited(block: str, chance: Random) -> str:
    """Return a sibling with an edit that a reader would not take for the marked passage."""
    edit = chance.choice(
        (("ten days", "two weeks"), ("The ", "Now the "), ("days", "working days"), (".", " at most."))
    )
    return block.replace(*edit)


def _wrapped(text: str, span: tuple[int, int] | None, width: int) -> tuple[str, tuple[int, int] | None]:
    """Return a text with its prose wrapped at a width, and where a span of it is then."""
    parts = [
        fill(part, width, break_on_hyphens=False) if not part.startswith(("*", "|", "#")) else part
        for part in text.split("\n\n")
    ]
    wrapped = "\n\n".join(parts) + "\n"
    if span is None:
        return wrapped, None
    # Only white space changes, so a place is known by the letters before it.
    letters = [at for at, char in enumerate(wrapped) if not char.isspace()]
    before = [sum(not char.isspace() for char in text[:at]) for at in span]
    return wrapped, (letters[before[0]], letters[before[1] - 1] + 1)


def _blocks(shape: str, chance: Random) -> list[str]:
    if shape == "sections":
        both = chance.sample(list(zip(_ROLES, _DUTIES, strict=True)), chance.randint(4, 6))
        same = "They complete the yearly training. They report a lost phone to the service desk."
        return [f"### {role}\n\nThe {role.lower()} {duty}.\n{same}" for role, duty in both]
    subjects = chance.sample(_SUBJECTS, chance.randint(4, 8))
    if shape == "rows":
        return [f"| {subject.capitalize()} | ten days | head of service |" for subject in subjects]
    line = chance.choice(
        (
            "The {} period is ten days.",
            "Officers keep the {} log for ten days.",
            "For each {} the officer asks the head of service within ten days.",
        )
    )
    start = {"items": "* ", "clauses": "7.{} "}.get(shape, "")
    return [start.format(n) + line.format(subject) for n, subject in enumerate(subjects, 1)]


def _parts(shape: str, block: str) -> list[str]:
    """Return the passages of a block that a reader may mark."""
    if shape == "sections":
        return [
            "They complete the yearly training.",
            "They report a lost phone to the service desk.",
            "They complete the yearly training. They report a lost phone to the service desk.",
            "a lost phone",
            block,
        ]
    if shape == "rows":
        return [block, "ten days", "head of service"]
    body = _body(block).removeprefix("* ")
    return [body, "ten days", body.split(" ", 1)[1]]


def _body(block: str) -> str:
    """Return a clause without its number."""
    return block.split(" ", 1)[1] if block.startswith("7.") else block


def _laid_out(shape: str, blocks: list[str], filler: list[str]) -> str:
    between = {"sentences": " ", "paragraphs": "\n\n", "sections": "\n\n", "clauses": "\n\n"}.get(shape, "\n")
    head = "| What | How long | Who |\n| --- | --- | --- |\n" if shape == "rows" else ""
    middle = head + between.join(blocks)
    return (
        f"# Rules\n\n{' '.join(filler[:2])}\n\n## Periods\n\n{middle}\n\n## Other matters\n\n{' '.join(filler[2:4])}\n"
        f"\n{' '.join(filler[4:])}\n"
    )


def _edited(filler: list[str], edits: int, chance: Random) -> list[str]:
    """Return the filler with one word changed in so many of its sentences, or a sentence more."""
    now = list(filler)
    for at in chance.sample(range(len(now)), edits):
        words = dict(_WORDS)
        hit = next((word for word in words if word in now[at]), None)
        if hit is None or chance.random() < 0.3:
            now[at] = f"Ask when in doubt. {now[at]}"
        else:
            now[at] = now[at].replace(hit, words[hit])
    return now


def _find(text: str, block: str, part: str) -> tuple[int, int]:
    start = text.index(block) + block.index(part)
    return start, start + len(part)
