"""White space between words, which line breaks of a file put anywhere."""


def single_spaced(words: str) -> str:
    """Return words with one blank for any white space between them, as they are compared and shown on a line."""
    return " ".join(words.split())
