"""Numbers of things in words, and lists of names that may be long."""

from collections.abc import Sequence


def counted(count: int, word: str, verb: str = "") -> str:
    """Return a number of things, and what they do where `verb` is of one thing: "1 gate does", "2 gates do"."""
    return f"{count} {plural(count, word)}" + (f" {_VERBS.get(verb, verb) if count != 1 else verb}" if verb else "")


def plural(count: int, word: str) -> str:
    """Return the word for so many things."""
    return word if count == 1 else f"{word}s"


def first_few(names: Sequence[str], most: int) -> str:
    """Return the first names with commas, and how many more there are: "A, B and 3 more"."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


_VERBS = {"does": "do", "stays": "stay", "has": "have", "is": "are", "was": "were"}
