"""Texts to compare: drafts of a real policy, and made-up ones of any length whose edits and moves are known."""

import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

RELEASES = ("0.2.0", "0.4.1", "0.7.1")
NEWEST = "0.8.0"
LONG = (("100k words, 2 %", 100_000, 0.02), ("100k words, 20 %", 100_000, 0.2))
LONGEST = (("1M words, 2 %", 1_000_000, 0.02), ("1M words, 20 %", 1_000_000, 0.2))

Texts = dict[str, str]


def files(clone: Path, tag: str, folder: str) -> Texts:
    """Return the Markdown files of a release below `folder` ("" for all), by path."""
    listed = git(clone, "ls-tree", "-r", "-z", "--name-only", tag, *([folder] if folder else []))
    return {path: git(clone, "show", f"{tag}:{path}") for path in listed.split("\0") if path.endswith(".md")}


def git(clone: Path, *arguments: str) -> str:
    """Return what git prints."""
    done = subprocess.run(["git", "-C", str(clone), *arguments], capture_output=True, check=True)
    return done.stdout.decode()


def made_up(source: str) -> Iterator[tuple[str, str, str]]:
    """Yield pairs of texts of the words of `source`: long ones, re-wrapped, moved, and such as repeat themselves."""
    for name, size, share in (*LONG, *LONGEST):
        old, new = long_pair(source, size, share)
        yield name, old, new
        if (size, share) == (100_000, 0.02):
            yield name + ", re-wrapped", old, wrapped(new)
            yield name + ", 5 % moved", old, moved(new)
    yield "two words 30,000 times", "council must " * 30_000, "council must " * 29_500 + "may not " * 400
    lines = ["The council keeps a record of every post.\n"] * 20_000
    yield "20,000 equal lines", "".join(lines), "".join([*lines[:9000], "Nobody posts alone.\n", *lines[9500:]])
    chance = random.Random(5)  # noqa: S311  # a benchmark, not a secret
    cells = [str(chance.randint(1, 60)) for _ in range(200_000)]
    edited_cells = [cell if chance.random() > 0.02 else "0" for cell in cells]
    yield "a table of 200,000 numbers", table(cells), table(edited_cells)
    yield "nothing in common", " ".join(f"w{n}" for n in range(30_000)), " ".join(f"v{n}" for n in range(30_000))


def long_pair(source: str, size: int, share: float) -> tuple[str, str]:
    """Return a text of `size` words in paragraphs, and the same with about `share` of its words edited."""
    chance = random.Random(size + round(share * 100))  # noqa: S311  # a benchmark, not a secret
    words = source.split()
    old = [[chance.choice(words) for _ in range(60)] for _ in range(size // 60)]
    new = [edited(paragraph, words, share, chance) for paragraph in old]
    return text_of(old), text_of(new)


def text_of(paragraphs: list[list[str]]) -> str:
    """Return paragraphs of words as a text."""
    return "\n\n".join(map(" ".join, paragraphs)) + "\n"


def edited(paragraph: list[str], words: list[str], share: float, chance: random.Random) -> list[str]:
    """Return a paragraph with runs of one to four words replaced, deleted or inserted."""
    new: list[str] = []
    at = 0
    while at < len(paragraph):
        if chance.random() < share / 2.5:
            run, act = chance.randint(1, 4), chance.choice("rdi")
            if act != "d":
                new += [chance.choice(words) for _ in range(run)]
            at += 0 if act == "i" else run
        new += paragraph[at : at + 1]
        at += 1
    return new


def wrapped(text: str) -> str:
    """Return `text` with at most eleven words to a line."""
    words = text.split()
    return "\n".join(" ".join(words[at : at + 11]) for at in range(0, len(words), 11)) + "\n"


def moved(text: str) -> str:
    """Return `text` with one in twenty of its paragraphs somewhere else."""
    chance = random.Random(9)  # noqa: S311  # a benchmark, not a secret
    paragraphs = text.split("\n\n")
    for _ in range(len(paragraphs) // 20):
        paragraphs.insert(chance.randrange(len(paragraphs)), paragraphs.pop(chance.randrange(len(paragraphs))))
    return "\n\n".join(paragraphs)


def table(cells: list[str]) -> str:
    """Return a Markdown table of ten columns."""
    return "\n".join("| " + " | ".join(cells[at : at + 10]) + " |" for at in range(0, len(cells), 10)) + "\n"
