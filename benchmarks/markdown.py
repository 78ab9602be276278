"""What the one Markdown grammar takes: a whole text, its outline, the first screen and a page further down.

Each beside the bare parser, which goes over the same text and does nothing with it. CPU, the least of five rounds.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pyromark
from texts import NEWEST, files, git
from timing import rounds

from reviewtui.text.markdown.document import Document
from reviewtui.text.markdown.headings import headings
from reviewtui.views.page.layout import Layout

_SIZES = (("a release of the Standard", 1), ("about a million words", 110))


def main() -> None:
    """Print a line for each size; the argument is a bundle or clone of the Standard."""
    with TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        git(Path(folder), "clone", "--quiet", str(Path(sys.argv[1]).resolve()), str(clone))
        text = "\n\n".join(files(clone, NEWEST, "criteria").values())
    for name, times in _SIZES:
        _measure(name, "\n\n".join([text] * times))


def _measure(name: str, text: str) -> None:
    works: tuple[tuple[str, Callable[[], object]], ...] = (
        ("parser alone", lambda: sum(1 for _ in pyromark.events_with_range(text))),
        ("document", lambda: Document(text).read()),
        ("outline", lambda: headings.__wrapped__(text)),
        ("first screen", lambda: Layout(text, 72).settle(0, 40)),
        ("and a page down", lambda: [page.settle(y, 40) for page in [Layout(text, 72)] for y in (0, 40)]),
    )
    print(f"{name}: {len(text.split()):,} words")
    for (work, _), (_, least) in zip(works, rounds([call for _, call in works], 5), strict=True):
        print(f"  {work:16}{least * 1000:10.2f} ms")


if __name__ == "__main__":
    main()
