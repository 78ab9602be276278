"""Histories of parallel clauses, of which a suggestion is about one: rows, items, notes, definitions, quotes, roles.

Each clause has a subject of its own and the same rule otherwise. Which clause a careful reader would change afterwards,
if any, is known by construction. Everything is drawn from the name of a history, so it can be made again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

KINDS = ("rows", "items", "nested items", "roles", "footnotes", "definitions", "quotes", "clauses")
FATES = ("kept", "sibling deleted", "swapped", "moved", "twin before", "deleted", "deleted, sibling edited", "reversed")
PASSAGE, WORDS = "ten days", "two weeks"

_SUBJECTS = ("notice", "appeal", "payment", "handover", "storage", "training", "review", "survey")
_ROLES = ("Editor", "Moderator", "Photographer", "Translator", "Clerk", "Porter", "Archivist", "Steward")
_FILLER = (
    "The council speaks with one voice on every channel.",
    "A printed copy of this page hangs in the town hall.",
    "The service desk opens at eight in the morning.",
    "Meetings are streamed from the main chamber.",
    "Old accounts are closed once a year by the web team.",
)
_EDITS = (("one voice", "a single voice"), ("printed", "paper"), ("eight", "nine"), ("main", "large"), ("web", "site"))


@dataclass(frozen=True)
class ClauseHistory:
    """Two versions of a text, where the passage stood, and the text that accepting may give (empty: none)."""

    name: str
    old: str
    new: str
    start: int
    result: str

    @property
    def must_be_accepted(self) -> bool:
        """Whether the clause itself and all it stands in are as they were."""
        return ", kept," in self.name


def clause_histories(seeds: int) -> Iterator[ClauseHistory]:
    """Yield one history for each kind, fate and seed."""
    for kind in KINDS:
        for fate in FATES:
            for seed in range(seeds):
                yield clause_history(kind, fate, seed)


def clause_history(kind: str, fate: str, seed: int) -> ClauseHistory:
    """Return one history, drawn from its name."""
    name = f"{kind}, {fate}, seed {seed}"
    chance = Random(name)  # noqa: S311  # test data, not a secret
    subjects = chance.sample(_ROLES if kind == "roles" else _SUBJECTS, 5)
    own, *others = subjects[:4]
    order = [*others]
    order.insert(chance.randrange(4), own)
    filler = chance.sample(_FILLER, 3)
    old = _text(kind, [(subject, "must") for subject in order], filler)
    after = [(subject, "must") for subject in order]
    number = order.index(own)
    sibling = chance.choice([n for n in range(4) if n != number])
    if fate == "sibling deleted":
        del after[sibling]
    elif fate == "swapped":
        after[number], after[sibling] = after[sibling], after[number]
    elif fate == "moved":
        after.insert(0 if number else 3, after.pop(number))
    elif fate == "twin before":
        after.insert(number, (subjects[4], "must"))
    elif fate.startswith("deleted"):
        if "edited" in fate:
            after[sibling] = (subjects[4], "must")
        del after[number]
    elif fate == "reversed":
        after[number] = (own, "must not")
    for before, now in chance.sample(_EDITS, chance.randrange(1, 3)):
        filler = [line.replace(before, now) for line in filler]
    result = ""
    if fate != "reversed" and not fate.startswith("deleted"):
        result = _text(kind, after, filler, own)
    return ClauseHistory(name, old, _text(kind, after, filler), _start(kind, old, own), result)


Clause = tuple[str, str]


def _text(kind: str, clauses: list[Clause], filler: list[str], changed: str = "") -> str:
    days = {subject: WORDS if subject == changed else PASSAGE for subject, _ in clauses}
    body = _SHAPES[kind]([(subject, duty, days[subject]) for subject, duty in clauses])
    return f"# Rules of the house\n\n{filler[0]}\n\n## Periods\n\n{filler[1]}\n\n{body}\n\n## End\n\n{filler[2]}\n"


def _start(kind: str, text: str, own: str) -> int:
    """Where the passage of the clause with this subject stands."""
    notes = {"footnotes": f"[^{own}]: "}
    return text.index(PASSAGE, text.index(notes.get(kind, _heads(kind, own))))


def _heads(kind: str, own: str) -> str:
    return {"roles": f"### {own}", "definitions": f"{own.title()} period\n", "rows": f"| {own} |"}.get(
        kind, f"the {own} "
    )


Row = tuple[str, str, str]


def _rows(rows: list[Row]) -> str:
    lines = [f"| {subject} | {duty} end within {days} |" for subject, duty, days in rows]
    return "\n".join(["| Period | Rule |", "|---|---|", *lines])


def _items(rows: list[Row]) -> str:
    return "\n".join(f"- the {subject} {duty} be sent within {days}" for subject, duty, days in rows)


def _nested(rows: list[Row]) -> str:
    return "\n".join(f"- about the {subject} form\n  - it {duty} be sent within {days}" for subject, duty, days in rows)


def _roles(rows: list[Row]) -> str:
    rule = "They {duty} answer every letter within {days}. They keep the files."
    return "\n\n".join(f"### {subject}\n\n{rule.format(duty=duty, days=days)}" for subject, duty, days in rows)


def _footnotes(rows: list[Row]) -> str:
    hosts = " ".join(f"Anybody can ask for the {subject} file[^{subject}]." for subject, _, _ in rows)
    notes = "\n\n".join(f"[^{subject}]: It {duty} be asked for within {days}." for subject, duty, days in rows)
    return f"{hosts}\n\n{notes}"


def _definitions(rows: list[Row]) -> str:
    return "\n\n".join(
        f"{subject.title()} period\n: A period that {duty} end within {days}." for subject, duty, days in rows
    )


def _quotes(rows: list[Row]) -> str:
    return "\n\n".join(f"> About the {subject} we wrote: it {duty} end within {days}." for subject, duty, days in rows)


def _clauses(rows: list[Row]) -> str:
    lines = (
        f"{at}. For the {subject} the tenant {duty} pay within {days}."
        for at, (subject, duty, days) in enumerate(rows, 1)
    )
    return "\n".join(lines)


_SHAPES: dict[str, Callable[[list[Row]], str]] = {
    "rows": _rows,
    "items": _items,
    "nested items": _nested,
    "roles": _roles,
    "footnotes": _footnotes,
    "definitions": _definitions,
    "quotes": _quotes,
    "clauses": _clauses,
}
