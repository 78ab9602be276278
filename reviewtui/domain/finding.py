"""What a content check reports."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the text that is worth a look: `start` and `end` are characters of file `path`."""

    id: str
    check: str
    path: str
    start: int
    end: int
    message: str
    other: tuple[str, int, int] | None = None
