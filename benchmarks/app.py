"""Measures the app in a terminal: its start beside a bare Textual app's, its answer to keys, its memory.

    python benchmarks/app.py path/to/standard.bundle

Starts alternate with those of the bare app, so that both see the same machine; figures are wall time, since that is
what a person waits for. A key's time runs from the press to the last byte that is painted for it. Its CPU time is the
mean of all presses, and says more than the others on a machine that has much else to do.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

from pty_app import TerminalProgram, python
from reviewed import long_policy, standard_with_remarks

STARTS = 9
PRESSES = 60
BARE = Path(__file__).parent / "bare_app.py"
KEYS = (
    ("next line", b"\x1b[B"),
    ("next word", b"\x1b[1;5C"),
    ("next page", b" "),
    ("previous page", b"\x7f"),
    ("grow selection", b"+"),
    ("next remark", b"n"),
    ("next section", b"]"),
)
LONG_KEYS = (*KEYS[:5], ("end of text", b"\x1b[1;5F"), ("start of text", b"\x1b[1;5H"))


def main() -> None:
    """Print the start of each policy and the time of each key."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        real = standard_with_remarks(Path(sys.argv[1]), folder / "standard", 500)
        chapter = long_policy(folder / "chapter", 1, 200_000)
        million = long_policy(folder / "million", 100, 10_000)
        print(f"{'start until the first text, median ms':40}{'ours':>8}{'bare':>8}{'ratio':>8}{'MB':>8}")
        print(start("Standard, 500 remarks", real, b"assign sorted"))
        print(start("one section of 200,000 words", chapter, b"Chapter 0"))
        print(start("1,000,000 words in 100 sections", million, b"Chapter 0"))
        print(f"\n{'key press until painted, ms':40}{'median':>8}{'p99':>8}{'most':>8}{'CPU':>8}")
        for name, key in KEYS:
            print(key_row(f"Standard: {name}", real, key))
        for name, key in LONG_KEYS:
            print(key_row(f"200,000 words: {name}", chapter, key))


def start(name: str, folder: Path, words: bytes) -> str:
    """Measure the start of the app on `folder` beside the bare app's, until `words` are shown."""
    ours, bare, memory = [], [], 0.0
    for _ in range(STARTS):
        with TerminalProgram(python("-m", "reviewtui", "-C", str(folder))) as app:
            ours.append(app.seconds_until(words))
            app.rest(1.0)
            memory = max(memory, app.memory)
        with TerminalProgram(python(str(BARE))) as app:
            bare.append(app.seconds_until(b"bare app"))
    our_ms, bare_ms = median(ours) * 1000, median(bare) * 1000
    return f"{name:40}{our_ms:>8.0f}{bare_ms:>8.0f}{our_ms / bare_ms:>8.2f}{memory:>8.0f}"


def key_row(name: str, folder: Path, key: bytes) -> str:
    """Measure presses of a key in the app on `folder`."""
    with TerminalProgram(python("-m", "reviewtui", "-C", str(folder))) as app:
        app.rest(3.0)
        before = app.cpu
        taken = sorted(app.seconds_of(key) * 1000 for _ in range(PRESSES))
        used = (app.cpu - before) * 1000 / PRESSES
    return f"{name:40}{median(taken):>8.1f}{taken[int(len(taken) * 0.99) - 1]:>8.1f}{taken[-1]:>8.1f}{used:>8.1f}"


if __name__ == "__main__":
    main()
