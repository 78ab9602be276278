"""Front matter: settings of a page that stand above its text between two lines of signs, and are no part of it."""

import re
import tomllib
from collections import Counter
from functools import lru_cache

_FRONT_MATTER = re.compile(
    r"\A\ufeff?(?:---[ \t]*\r?\n(?![ \t]*\r?\n)(?P<yaml>.*?)^(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n(?P<plus>.*?)^\+\+\+)"
    r"[ \t]*(?:\r?\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
"""A rule with an empty line behind it is a rule, so that no text between two rules is taken for settings."""

_YAML_LINE = re.compile(
    r"""(?P<indent>[ ]*)(?:\#.*|(?P<items>(?:-[ ]+)*)(?P<key>[\w.-][\w .-]*:(?:[ ]+|\Z))?(?P<value>
    "(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\[\]{}"'\#:]*\]|[|>][-+\d]{0,2}|
    (?:[^\s\-?:,\[\]{}\#&*!|>'"%@`]|[-?:](?=\S))(?:(?!:(?:\s|\Z)|\s\#).)*)?)(?P<comment>\s+\#.*)?\s*\Z""",
    re.VERBOSE,
)
"""A line of settings in YAML with a value that is surely read as it stands."""


def front_matter(text: str) -> str:
    """Return what stands in the front matter of `text`; empty where there is none."""
    match = _FRONT_MATTER.match(text)
    return (match["yaml"] or match["plus"] or "") if match else ""


@lru_cache(maxsize=512)
def front_matter_end(text: str) -> int:
    """Return the offset behind the front matter of `text`, or 0 where there is none."""
    match = _FRONT_MATTER.match(text)
    return match.end() if match else 0


def breaks_settings(before: str, after: str) -> bool:
    """Say whether front matter with changed lines might not be read as settings any more, or not with these words."""
    try:
        tomllib.loads(before)
    except tomllib.TOMLDecodeError:
        return _breaks_yaml(before.splitlines(), after.splitlines())
    try:
        tomllib.loads(after)
    except tomllib.TOMLDecodeError:
        return True
    return False


def _breaks_yaml(before: list[str], after: list[str]) -> bool:
    comments = {match["comment"] for line in before if (match := _YAML_LINE.match(line))}
    for line in Counter(after) - Counter(before):
        match = _YAML_LINE.match(line)
        if not match or match["comment"] not in {None, *comments}:
            return True
        if match["value"] and not (match["key"] or match["indent"] or match["items"]):
            return True
    keys = [_outer_keys(lines) for lines in (before, after)]
    return any(count > max(1, keys[0][key]) for key, count in keys[1].items())


def _outer_keys(lines: list[str]) -> Counter[str]:
    matches = map(_YAML_LINE.match, lines)
    return Counter(match["key"].strip() for match in matches if match and match["key"] and not match["indent"])
