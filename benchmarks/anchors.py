"""Places 10,000 quotes in a heavily edited policy whose truth is known by construction.

    python benchmarks/anchors.py FOLDER [path/to/node_modules/approx-string-match]
    python benchmarks/anchors.py path/to/standard.bundle [path/to/node_modules/approx-string-match]

The texts are all Markdown files below a folder, or, made from a bundle of the Standard for Public Code, about 98,000
words that follow the Standard's two by two (a Markov chain: it repeats itself as no policy does). 25 % of the words are
touched, 15 % of the paragraphs moved, 5 % deleted, all re-wrapped at 72 columns, every file renamed. A hit overlaps the
surviving words by half of the union or more; a quote with under 30 % of its words left is lost, and should be reported
so. With the npm package at hand the same quotes are placed by it in the same run, each in the right file, which it is
told.
"""

import gc
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from reviewtui.text.placement.place_values import Placement, Quote
from reviewtui.text.placement.placement import Placer

QUOTES, PEER_QUOTES, WORDS, ROUNDS = 10_000, 2_000, 98_000, 5
TOUCHED, MOVED, DELETED, COLUMNS = 0.25, 0.15, 0.05, 72
Place = tuple[str, int]
Truth = dict[Place, tuple[str, int, int]]
Asked = list[tuple[Quote, list[Place]]]
CHANCE = random.Random(7)  # noqa: S311  # a benchmark, not a secret


def main() -> None:
    """Print one row for each way of placing, and how many times the peer's rate the quick one has."""
    if len(sys.argv) not in {2, 3}:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(sys.argv[1])
        old = files_below(source) if source.is_dir() else made_up(Path(folder), source)
        new, truth = edited(old)
        asked = quotes(old)
        print(f"{len(old)} files, {sum(len(text.split()) for text in old.values()):,} words, {len(asked):,} quotes")
        ways = {"by the word map": Way(asked, lambda some: ours(old, new, some, thorough=False))}
        if len(sys.argv) == 3:
            ways["approx-string-match"] = Way(asked[:PEER_QUOTES], lambda some: peer(Path(folder), some, new, truth))
        ways["thorough"] = Way(asked[:PEER_QUOTES], lambda some: ours(old, new, some, thorough=True))
        gc.freeze()  # what the benchmark knows is not for the engine's collector to walk
        rates = measured(ways, truth)
    if "approx-string-match" in rates:
        times = rates["by the word map"] / rates["approx-string-match"]
        print(f"by the word map: {times:.1f} times the rate of approx-string-match (medians of {ROUNDS} rounds)")


@dataclass(frozen=True)
class Way:
    """One way of placing: the quotes that it is asked, and a function to the seconds of CPU and the placements."""

    asked: Asked
    place: Callable[[Asked], tuple[float, list[Placement]]]


def measured(ways: dict[str, Way], truth: Truth) -> dict[str, float]:
    """Place with each way in turn, several rounds, print a row for each, and return the median rates a second."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    placed: dict[str, list[Placement]] = {}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            cpu, placed[name] = way.place(way.asked)
            seconds[name].append(cpu)
    rates = {name: len(way.asked) / median(seconds[name]) for name, way in ways.items()}
    for name, way in ways.items():
        report(name, rates[name], way.asked, placed[name], truth)
    return rates


def ours(old: dict[str, str], new: dict[str, str], asked: Asked, *, thorough: bool) -> tuple[float, list[Placement]]:
    """Place by this project's engine, all preparation counted."""
    before = time.process_time()
    placer = Placer(old, new)
    placed = [placer.place(quote, thorough=thorough) for quote, _ in asked]
    return time.process_time() - before, placed


def files_below(folder: Path) -> dict[str, str]:
    """Return the Markdown files below a folder, by path."""
    paths = sorted(path for path in folder.rglob("*.md") if path.is_file())
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8", errors="replace") for path in paths}


def made_up(folder: Path, bundle: Path) -> dict[str, str]:
    """Return files of text that follows the Standard's words two by two (a Markov chain of order two)."""
    clone = folder / "standard"
    subprocess.run(["git", "clone", "-q", str(bundle), str(clone)], check=True)
    words: list[str] = []
    for path in git(clone, "ls-tree", "-r", "--name-only", "0.8.0").split("\n"):
        if path.endswith(".md"):
            words += git(clone, "show", f"0.8.0:{path}").split()
    following: dict[tuple[str, str], list[str]] = {}
    for first, second, three in zip(words, words[1:], words[2:], strict=False):
        following.setdefault((first, second), []).append(three)
    made = [paragraph(following, CHANCE.randint(20, 90)) for _ in range(WORDS // 55)]
    return {f"section-{at:03}.md": "\n\n".join(made[at : at + 30]) + "\n" for at in range(0, len(made), 30)}


def paragraph(following: dict[tuple[str, str], list[str]], size: int) -> str:
    """Return one paragraph of about `size` words."""
    pair = CHANCE.choice(list(following))
    words = list(pair)
    while len(words) < size and tuple(words[-2:]) in following:
        words.append(CHANCE.choice(following[words[-2], words[-1]]))
    return " ".join(words)


def git(clone: Path, *arguments: str) -> str:
    """Return what git prints."""
    return subprocess.run(["git", "-C", str(clone), *arguments], capture_output=True, check=True).stdout.decode()


def edited(old: dict[str, str]) -> tuple[dict[str, str], Truth]:
    """Return the new version and where each surviving old word stands in it."""
    words = [word for text in old.values() for word in text.split()]
    kept: list[tuple[str, list[tuple[str, Place | None]]]] = []
    moved: list[list[tuple[str, Place | None]]] = []
    for path, text in old.items():
        at = 0
        for paragraph in re.split(r"\n\s*\n", text):
            tokens = [(word, (path, at + k)) for k, word in enumerate(paragraph.split())]
            at += len(tokens)
            fate = CHANCE.random()
            if tokens and fate >= DELETED:
                new = touched(tokens, words)
                (moved if fate < DELETED + MOVED else kept).append(new if fate < DELETED + MOVED else (path, new))  # type: ignore[arg-type]
    for paragraph in moved:
        at = CHANCE.randrange(len(kept))
        kept.insert(at, (kept[at][0], paragraph))
    return laid_out(kept)


def touched(tokens: list[tuple[str, Place]], words: list[str]) -> list[tuple[str, Place | None]]:
    """Replace, delete and insert runs of one to four words."""
    new: list[tuple[str, Place | None]] = []
    at = 0
    while at < len(tokens):
        if CHANCE.random() < TOUCHED / 2.5:
            run, act = CHANCE.randint(1, 4), CHANCE.choice("rdi")
            if act != "d":
                new += [(CHANCE.choice(words), None) for _ in range(run)]
            at += 0 if act == "i" else run
        new += tokens[at : at + 1]
        at += 1
    return new


def laid_out(paragraphs: list[tuple[str, list[tuple[str, Place | None]]]]) -> tuple[dict[str, str], Truth]:
    """Return the texts, re-wrapped, and the offsets of the old words in them."""
    texts: dict[str, str] = {}
    truth: Truth = {}
    for path, tokens in paragraphs:
        name = f"renamed/{path}"
        text = texts.get(name, "")
        column = 0
        for word, source in tokens:
            gap = "" if column == 0 else "\n" if column + len(word) > COLUMNS else " "
            column = len(word) + 1 if gap != " " else column + len(word) + 1
            text += gap
            if source is not None:
                truth[source] = (name, len(text), len(text) + len(word))
            text += word
        texts[name] = text + "\n\n"
    return texts, truth


def quotes(old: dict[str, str]) -> list[tuple[Quote, list[Place]]]:
    """Return quotes of 3 to 30 words with 32 characters of context, and their words."""
    spans = {path: [match.span() for match in re.finditer(r"\S+", text)] for path, text in old.items()}
    paths = list(old)
    sizes = [len(spans[path]) for path in paths]
    asked: list[tuple[Quote, list[Place]]] = []
    while len(asked) < QUOTES:
        path = CHANCE.choices(paths, sizes)[0]
        count, text = CHANCE.randint(3, 30), old[path]
        first = CHANCE.randrange(max(1, len(spans[path]) - count))
        start, end = spans[path][first][0], spans[path][min(first + count, len(spans[path])) - 1][1]
        if "\n\n" not in text[start:end]:
            quote = Quote(path, start, end, text[start:end], text[max(0, start - 32) : start], text[end : end + 32])
            asked.append((quote, [(path, first + k) for k in range(count)]))
    return asked


def home_of(words: list[Place], truth: Truth) -> str | None:
    """Return the new file that holds most of the words that are left, None when none is."""
    paths = [truth[word][0] for word in words if word in truth]
    return max(sorted(set(paths)), key=paths.count, default=None)


def report(name: str, rate: float, asked: Asked, placed: list[Placement], truth: Truth) -> None:
    """Print the rate and how many were right."""
    hits = present = lost = misplaced = 0
    for (_, words), placement in zip(asked, placed, strict=False):
        there = [truth[word] for word in words if word in truth]
        if len(there) < 0.3 * len(words):
            lost += 1
            misplaced += placement.path is not None
            continue
        present += 1
        home = home_of(words, truth)
        low = min(start for path, start, _ in there if path == home)
        high = max(end for path, _, end in there if path == home)
        shared = min(high, placement.end) - max(low, placement.start)
        hits += placement.path == home and shared >= 0.5 * (max(high, placement.end) - min(low, placement.start))
    print(
        f"{name:22}{rate:>9,.0f} a second{100 * hits / present:>8.1f} % hits   lost ones placed {misplaced} of {lost}"
    )


def peer(folder: Path, asked: Asked, new: dict[str, str], truth: Truth) -> tuple[float, list[Placement]]:
    """Place by the npm package, which is told the file that the words went to."""
    rows = [
        {"doc": home_of(words, truth) or f"renamed/{q.path}", "exact": q.exact, "prefix": q.prefix, "suffix": q.suffix}
        | {"start": q.start}
        for q, words in asked
    ]
    (folder / "input.json").write_text(json.dumps({"docs": new, "quotes": rows}), encoding="utf-8")
    script = Path(__file__).with_name("anchors.mjs")
    command = ["node", str(script), str(folder / "input.json"), str(Path(sys.argv[2]).resolve())]
    answer = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    placed = [
        Placement("edited", row["doc"], hit["start"], hit["end"], hit["score"], meaning_changed=False, reason="")
        if hit
        else Placement("orphaned", None, 0, 0, 0.0, meaning_changed=False, reason="")
        for row, hit in zip(rows, answer["out"], strict=True)
    ]
    return answer["cpu"], placed


if __name__ == "__main__":
    main()
