"""Proposes pairs of sentences from the Standard's history to a person who makes a blind list of changes.

    python benchmarks/blind_candidates.py path/to/clone duty|reworded|new

Prints one JSON line for each proposal, with the words of both sides to be read; the lists in tests/data keep the
places only. `duty`: sentences whose requirement words, negations or numbers differ; `reworded`: sentences that differ
in other words or marks; `new`: sentences with a requirement word and no counterpart before. Nothing of the product is
used, so that a list made with this script says something about the product.

A sentence is paired with the one of the older release that shares most words with it, in whatever file that stands
(`difflib` ratio of words, at least 0.5); each sentence is paired once, the best pairs first.
"""

import hashlib
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from pathlib import Path

RELEASE = re.compile(r"\d+\.\d+\.\d+")
FAR = (("0.2.0", "0.8.0"), ("0.4.1", "0.8.0"))
LEFT_OUT = re.compile(  # no rules of their own: histories, licences, and forms that repeat the requirements in a table
    r"CHANGELOG|AUTHORS|LICEN[CS]E|CC0|docs/(?:standard-for-public-code|review-template)"
)
LEAST = 0.5
SAME_FILE = 0.05  # put on the ratio: of two like sentences the one in the same file is the counterpart

START = re.compile(r"[ \t>]*(?:(?:[*+-]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|#{1,6}[ \t]+)")
STOP = re.compile(r"[.!?][)\"'*_]*(?=\s+[\[(\"'*_`A-Z0-9])")
ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|cf)\.)$")
TARGET = re.compile(r"\]\([^)]*\)|<[^>]*>|\bhttps?://\S+|\{%.*?%\}")
WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")

SIGNALS = {
    "duty": re.compile(
        r"\b(?:(?:must|shall|should|may|can|ought)(?: not\b|n['\u2019]t\b|not\b)?|optional(?:ly)?|required?|requires"
        r"|(?:not )?recommended|needs? not|needs? to|needed|(?:have|has) to|mandatory)\b",
        re.IGNORECASE,
    ),
    "negation": re.compile(
        r"\b(?:not|no|never|without|none|cannot|nor|neither|except|unless|only|\w+n['\u2019]t)\b", re.IGNORECASE
    ),
    "number": re.compile(
        r"\d[\d.,:/%-]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|first|second|third"
        r"|once|twice|half|both|single|days?|weeks?|months?|years?|hours?|annual(?:ly)?|daily|weekly|monthly|yearly|percent)\b",
        re.IGNORECASE,
    ),
}
MODAL = re.compile(r"\b(?:MUST|SHALL|SHOULD|MAY|REQUIRED|RECOMMENDED|OPTIONAL)\b|\b(?:must|shall|should)\b")


@dataclass(frozen=True)
class Sentence:
    """One sentence, heading, or list item: its place, in code points, and its words."""

    path: str
    start: int
    end: int
    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in small letters, without the targets of its links."""
        return tuple(WORD.findall(TARGET.sub("]", self.text).lower()))

    def signals(self, what: str) -> Counter[str]:
        """The requirement words, negations or numbers in it, without the targets of its links."""
        return Counter(match.lower() for match in SIGNALS[what].findall(TARGET.sub("]", self.text)))


def main() -> None:
    """Print the proposals for all consecutive releases and two far pairs."""
    if len(sys.argv) != 3 or sys.argv[2] not in {"duty", "reworded", "new"}:
        sys.exit(__doc__)
    clone, wanted = Path(sys.argv[1]), sys.argv[2]
    releases = sorted(filter(RELEASE.fullmatch, git(clone, "tag").split()), key=lambda tag: [*map(int, tag.split("."))])
    drafts = {tag: draft(clone, tag) for tag in releases}
    for old, new in (*pairwise(releases), *FAR):
        for line in proposals(drafts[old], drafts[new], wanted):
            between = f"{old}..{new}"
            print(json.dumps({"id": name(between, line), "between": between} | line, ensure_ascii=False))


def name(between: str, line: dict[str, object]) -> str:
    """Return the id of a proposal: made from its releases and places, it is the same whenever this is run."""
    places = [line.get(f"{side}_{part}") for side in ("old", "new") for part in ("path", "start", "end")]
    return hashlib.sha256(json.dumps([between, *places]).encode()).hexdigest()[:8]


def git(clone: Path, *arguments: str) -> str:
    """Return what git prints, its bytes read as UTF-8 and its line ends kept."""
    done = subprocess.run(["git", "-C", str(clone), *arguments], check=True, capture_output=True)
    return done.stdout.decode("utf-8")


def draft(clone: Path, tag: str) -> list[Sentence]:
    """All sentences of a release, file after file."""
    paths = [path for path in git(clone, "ls-tree", "-r", "--name-only", tag).splitlines() if path.endswith(".md")]
    kept = [path for path in paths if not LEFT_OUT.search(path)]
    return [sentence for path in kept for sentence in sentences(path, git(clone, "show", f"{tag}:{path}"))]


def sentences(path: str, text: str) -> Iterator[Sentence]:
    """Cut a file into sentences; front matter, code blocks and the marks of lists and headings are left out."""
    for start, end in blocks(text):
        at = start
        for stop in STOP.finditer(text, start, end):
            if not ABBREVIATION.search(text, at, stop.end()):
                yield Sentence(path, at, stop.end(), text[at : stop.end()])
                at = stop.end() + len(text[stop.end() : end]) - len(text[stop.end() : end].lstrip())
        if at < end:
            yield Sentence(path, at, end, text[at:end])


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph, list item and heading begins and ends."""
    begun: int | None = None
    done = at = 0
    for line, skipped in lines(text):
        mark = START.match(line)
        if begun is not None and (skipped or mark or not line.strip()):
            yield begun, done
            begun = None
        if not skipped and line.strip():
            first = at + (mark.end() if mark else len(line) - len(line.lstrip()))
            begun = first if begun is None else begun
            done = at + len(line.rstrip())
            if "#" in line[: mark.end() if mark else 0]:
                yield begun, done
                begun = None
        at += len(line)
    if begun is not None:
        yield begun, done


def lines(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each line with its end, and whether it belongs to front matter or a code block."""
    front = fence = False
    for number, line in enumerate(text.splitlines(keepends=True)):
        if line.rstrip() == "---" and (number == 0 or front):
            front = number == 0
            yield line, True
        elif line.lstrip().startswith(("```", "~~~")):
            fence = not fence
            yield line, True
        else:
            yield line, front or fence


def proposals(old: list[Sentence], new: list[Sentence], wanted: str) -> Iterator[dict[str, object]]:
    """Yield the pairs, or the sentences without a counterpart, that a person should read."""
    before, after = apart(old, new), apart(new, old)
    pairs = counterparts(before, after)
    if wanted == "new":
        paired = {id(pair[1]) for pair in pairs}
        yield from (
            side("new", sentence) for sentence in after if id(sentence) not in paired and MODAL.search(sentence.text)
        )
        return
    for earlier, later, ratio in pairs:
        changed = [what for what in SIGNALS if earlier.signals(what) != later.signals(what)]
        if (wanted == "duty") == bool(changed):
            facts: dict[str, object] = {"what": changed, "ratio": round(ratio, 2)}
            yield facts | side("old", earlier) | side("new", later)


def apart(those: list[Sentence], others: list[Sentence]) -> list[Sentence]:
    """The sentences that do not stand letter for letter in the other release, however often."""
    known = {other.text for other in others}
    return [sentence for sentence in those if sentence.text not in known]


def counterparts(before: list[Sentence], after: list[Sentence]) -> list[tuple[Sentence, Sentence, float]]:
    """Pair sentences one to one, the best pairs first, and return them in the order of the newer text."""
    scored = sorted(likeness(before, after), key=lambda pair: -pair[0])
    taken: set[int] = set()
    pairs: dict[int, tuple[Sentence, Sentence, float]] = {}
    for ratio, earlier, later in scored:
        if not taken & {id(earlier), id(later)}:
            taken |= {id(earlier), id(later)}
            pairs[id(later)] = (earlier, later, ratio)
    return [pairs[id(later)] for later in after if id(later) in pairs]


def likeness(before: list[Sentence], after: list[Sentence]) -> Iterator[tuple[float, Sentence, Sentence]]:
    """Yield every pair whose words are alike enough, with their ratio; the overlap of words spares most comparisons."""
    for later in after:
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(later.words)
        for earlier in before:
            shared = (Counter(earlier.words) & Counter(later.words)).total()
            if 2 * shared >= LEAST * (len(earlier.words) + len(later.words)) > 0:
                matcher.set_seq1(earlier.words)
                ratio = matcher.ratio()
                if ratio >= LEAST:
                    yield ratio + SAME_FILE * (earlier.path == later.path), earlier, later


def side(name: str, sentence: Sentence) -> dict[str, object]:
    """One side of a proposal, its keys beginning with `name`."""
    return {
        f"{name}_path": sentence.path,
        f"{name}_start": sentence.start,
        f"{name}_end": sentence.end,
        f"{name}_text": sentence.text,
    }


if __name__ == "__main__":
    main()
