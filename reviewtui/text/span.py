"""The value that everything told of a text stands on: from where to where."""

Span = tuple[int, int]
"""Start and end of a passage, in code points of its text; equal ends are a place between two characters."""
