"""The marks that git leaves in a file for what a merge could not settle (git-merge(1))."""

_OURS, _PARTED, _THEIRS = "<" * 7, "=" * 7, ">" * 7


def conflict_line(text: str) -> int:
    """Return the number of the line at which the first conflict begins; 0 where there is none."""
    begun, parted = 0, False
    for number, line in enumerate(text.split("\n") if _OURS in text else (), 1):
        words = line.rstrip("\r")
        if words.partition(" ")[0] == _OURS:
            begun, parted = number, False
        elif words == _PARTED:
            parted = begun > 0
        elif parted and words.partition(" ")[0] == _THEIRS:
            return begun
    return 0
