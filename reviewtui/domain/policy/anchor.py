"""Where a remark stands: in which exact bytes, at which characters, with which words."""

from typing import Annotated

import msgspec

from reviewtui.text.placement.place_values import Quote

CONTEXT = 32
"""Characters that are kept on either side of a passage, by which equal words are told apart."""
Offset = Annotated[int, msgspec.Meta(ge=0)]


class Anchor(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """One place of the policy (docs/record.md).

    `path` alone is a section; `start == end` a gap; `topic` alone a topic of the settings. Offsets count code points
    of the decoded file, carriage returns and a byte order mark included. `blob` and offsets are authoritative,
    `version` is a hint.
    """

    path: str = ""
    blob: str = ""
    version: str = ""
    dirty: bool = False
    start: Offset | None = None
    end: Offset | None = None
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    topic: str = ""

    @property
    def is_passage(self) -> bool:
        """Whether it names characters of a text, a gap between two included."""
        return bool(self.path) and self.start is not None and self.end is not None

    @property
    def is_gap(self) -> bool:
        """Whether it is a place between two characters."""
        return self.is_passage and self.start == self.end

    @property
    def is_section(self) -> bool:
        """Whether it is a section as a whole."""
        return bool(self.path) and self.start is None

    @property
    def quote(self) -> Quote:
        """The passage as placement looks for it."""
        return Quote(self.path, self.start or 0, self.end or 0, self.exact, self.prefix, self.suffix)
