"""A place of the policy as a person says it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a remark is to stand, as a person says it.

    Nothing at all is the whole policy; `section` alone a section; `quote` a passage of it (the `nth`, from 1, if it
    stands there more than once); `after` the gap behind a quote; `topic` a topic of the settings. A screen that knows
    the characters gives `span` (start and end, code points of the file), with the words there as `quote`, or those
    before a gap as `after`: where they stand elsewhere by now, that is the place.
    """

    section: str = ""
    quote: str = ""
    nth: int | None = None
    after: str = ""
    topic: str = ""
    span: tuple[int, int] | None = None
