"""What `versions` takes in a repository of many commits and tags: CPU seconds, first and again.

Run: python benchmarks/versions.py [--tags 294] [--commits 19000]
The repository is generated: twenty sections, of which every third commit changes one, written by git fast-import.
"""

import argparse
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from scale import git, program, timed

SECTIONS = 20
PARAGRAPHS = 12
WORDS = [
    "officers",
    "must",
    "keep",
    "records",
    "of",
    "each",
    "post",
    "and",
    "may",
    "not",
    "remove",
    "one",
    "within",
    "a",
    "year",
]


def main() -> None:
    """Print what the first call takes and what another one takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tags", type=int, default=294)
    parser.add_argument("--commits", type=int, default=19_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="versions-") as folder:
        clone = Path(folder)
        git(clone, "init", "-q", "-b", "main")
        stream = b"".join(map(str.encode, commits(asked.commits, asked.tags)))
        subprocess.run(["git", "fast-import", "--quiet"], cwd=clone, input=stream, check=True)
        git(clone, "reset", "-q", "--hard")
        git(clone, "repack", "-adq")
        program(clone, "init", "--policy", "policy")
        for _ in range(3):
            shutil.rmtree(clone / ".git" / "reviewtui", ignore_errors=True)
            cold, again = (timed(lambda: program(clone, "versions")) for _ in range(2))
            print(f"{asked.tags} tags, {asked.commits:,} commits: {cold:.2f} s first, {again:.2f} s again")


def commits(count: int, tags: int) -> Iterator[str]:
    """Yield the stream of git fast-import(1) that commits and tags the versions."""
    rolls = Random(7)  # noqa: S311 - a fixed sample, no secret
    texts = [[paragraph(rolls) for _ in range(PARAGRAPHS)] for _ in range(SECTIONS)]
    step = max(1, count // tags)
    for number in range(count):
        moment = 1_500_000_000 + number * 3000
        yield f"commit refs/heads/main\ncommitter P. Officer <officer@council.example> {moment} +0000\n"
        yield "data 6\nChange\n"
        changed = range(SECTIONS) if number == 0 else [rolls.randrange(SECTIONS)] if number % 3 == 0 else []
        for section in changed:
            texts[section][rolls.randrange(PARAGRAPHS)] = paragraph(rolls)
            text = f"# Section {section}\n\n" + "\n\n".join(texts[section]) + "\n"
            yield f"M 100644 inline policy/{section:02}.md\ndata {len(text)}\n{text}\n"
        if number % step == step - 1 and number // step < tags:
            yield f"reset refs/tags/{number // step // 20}.{number // step % 20}.0\nfrom refs/heads/main\n\n"


def paragraph(rolls: Random) -> str:
    """Return sixty words."""
    return " ".join(rolls.choices(WORDS, k=60)).capitalize() + "."


if __name__ == "__main__":
    main()
