"""The other side of a comparison, put together from its hunks: what a law on an exact one needs."""

from reviewtui.text.diff.prose.prose_diff import TextDiff


def rebuild(text: str, diff: TextDiff, other: str, *, backwards: bool = False) -> str:
    """Return the other side of an exact `diff`: the new text from the old one, or `backwards`."""
    parts: list[str] = []
    done = 0
    for hunk in diff.hunks:
        here, there = (hunk.old_start, hunk.old_end), (hunk.new_start, hunk.new_end)
        if backwards:
            here, there = there, here
        parts += (text[done : here[0]], other[there[0] : there[1]])
        done = here[1]
    return "".join([*parts, text[done:]])
