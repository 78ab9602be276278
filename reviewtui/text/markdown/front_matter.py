"""Front matter: settings of a page that stand above its text between two lines of signs, and are no part of it."""

import re

_FRONT_MATTER = re.compile(
    r"\A\ufeff?(?:---[ \t]*\r?\n(?![ \t]*\r?\n)(?P<yaml>.*?)^(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n(?P<plus>.*?)^\+\+\+)"
    r"[ \t]*(?:\r?\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
"""A rule with an empty line behind it is a rule, so that no text between two rules is taken for settings."""


def front_matter(text: str) -> str:
    """Return what stands in the front matter of `text`; empty where there is none."""
    match = _FRONT_MATTER.match(text)
    return (match["yaml"] or match["plus"] or "") if match else ""


def front_matter_end(text: str) -> int:
    """Return the offset behind the front matter of `text`, or 0 where there is none."""
    match = _FRONT_MATTER.match(text)
    return match.end() if match else 0
