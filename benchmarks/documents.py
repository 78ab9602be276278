"""How long a large Word file takes out and in, and how much room: 300 pages with 10,000 comments, or what is given.

    python benchmarks/documents.py [--pages 300] [--comments 10000] [--changes 0]

It prints seconds of CPU for writing and reading, and the most memory that the process held (`ru_maxrss`).
"""

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from reviewtui.exchange.word import word_format
from tests.exchange.sending import draft_with, elsewhere, here, sent

_WORDS = "officers must ask the team before they post anything about a councillor or an election in public"
_PAGE = 400
"""Words of a page."""


def _text(pages: int) -> str:
    return "# Policy\n\n" + "\n\n".join(_paragraphs(pages)) + "\n"


def _paragraphs(pages: int) -> Iterator[str]:
    words = _WORDS.split()
    for page in range(pages):
        yield f"## Part {page + 1}"
        for number in range(8):
            yield (
                " ".join(f"{words[(page + number + at) % len(words)]}" for at in range(_PAGE // 8))
                + f" {page}.{number}."
            )


def _timed(name: str, work: Callable[[], object]) -> object:
    before = time.process_time()
    made = work()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{name}: {time.process_time() - before:.1f} s CPU, at most {most} MB so far\n")
    return made


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--comments", type=int, default=10_000)
    parser.add_argument("--changes", type=int, default=0, help="take words out, tracked, instead of comments")
    given = parser.parse_args()
    text = _text(given.pages)
    count = given.changes or given.comments
    step = max(1, (len(text) - 20) // max(1, count))
    spots = [(10 + at * step, 12 + at * step, "" if given.changes else f"remark {at}") for at in range(count)]
    spots = [(start, end, words) for start, end, words in spots if text[start:end].isalpha()]
    draft = draft_with(text, *((spots, []) if given.changes else ([], spots)))
    content = _timed("write", lambda: word_format.write(sent(draft)))
    if isinstance(content, bytes):
        sys.stdout.write(f"{len(spots)} remarks, {len(text.split())} words, {len(content) >> 10} kB\n")
        _timed("read where it is known", lambda: word_format.read(content, here(draft)))
        _timed("read where nobody knows it", lambda: word_format.read(content, elsewhere(draft)))


if __name__ == "__main__":
    main()
