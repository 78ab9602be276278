"""Numbers of things in words."""


def counted(count: int, word: str, verb: str = "") -> str:
    """Return a number of things, and what they do where `verb` is of one thing: "1 gate does", "2 gates do"."""
    return f"{count} {plural(count, word)}" + (f" {_VERBS.get(verb, verb) if count != 1 else verb}" if verb else "")


def plural(count: int, word: str) -> str:
    """Return the word for so many things."""
    return word if count == 1 else f"{word}s"


_VERBS = {"does": "do", "has": "have", "is": "are", "was": "were"}
