"""Parts what a terminal sends: the escape key from sequences, what was pasted from what was typed."""

import re
from collections.abc import Iterator

ESCAPE = "\x1b"
PASTE, PASTED = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before and behind what was pasted."""
_ALONE = re.compile("(\x1b)(?![\\[OP\\]_bf\x7f])")
"""An escape that begins no sequence: none of those of keys, the mouse and answers, no word's length by alt."""
_SHOWN = "\u241b"
"""What stands in a paste for an escape in it."""


class InputParts:
    """Parts what was typed at each escape key, and leaves no escape in what was pasted.

    A line that lags brings escape and the next key in one piece. Read as "alt" and that key both would be lost: the
    dialog that somebody leaves stays open, and the key acts in it. An escape in a paste would end it, and what stands
    behind it would act as keys.
    """

    def __init__(self) -> None:
        self._held = ""
        self._is_pasted = False

    def parts(self, typed: str, *, reads_alt: bool) -> Iterator[str]:
        """Yield what was typed in pieces, each escape key by itself; what may go on at the end is held.

        With `reads_alt` an escape and the key behind it are a key with alt.
        """
        typed, self._held = self._held + typed, ""
        while typed:
            here, sign, behind = typed.partition(PASTED if self._is_pasted else PASTE)
            if not sign:
                here, self._held = _held_apart(here, PASTED if self._is_pasted else PASTE)
            if self._is_pasted:
                yield here.replace(ESCAPE, _SHOWN)
            elif reads_alt:
                yield here
            else:
                yield from _ALONE.split(here)
            yield sign
            self._is_pasted ^= bool(sign)
            typed = behind

    def release(self) -> str:
        """Return what was held while nothing came behind it; a paste goes on, however long it takes."""
        if self._is_pasted:
            return ""
        held, self._held = self._held, ""
        return held


def _held_apart(typed: str, sign: str) -> tuple[str, str]:
    """Return what was typed without the beginning of `sign` that stands at its end, and that beginning."""
    most = min(len(sign) - 1, len(typed))
    length = next((length for length in range(most, 0, -1) if typed.endswith(sign[:length])), 0)
    return typed[: len(typed) - length], typed[len(typed) - length :]
