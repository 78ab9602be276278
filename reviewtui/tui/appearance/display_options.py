"""How somebody likes the screens: what a screen is handed before it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    """The widest line in cells, whether Markdown marks are shown, and the keys that were changed."""

    measure: int = 80
    marks: bool = False
    keymap: Mapping[str, str] = field(default_factory=dict)
