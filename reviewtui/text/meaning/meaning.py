"""The meaning alarm: did the duty of a passage change, and which words say so.

Two passages are compared by their signals (`signals`, `signal_changes`) and by who is bound (`holders`): what only one
of them has is a change of meaning, whatever else was reworded.
"""

from collections.abc import Iterable

from reviewtui.text.meaning.holders import other_holder
from reviewtui.text.meaning.signal_changes import MeaningChange, signal_changes
from reviewtui.text.meaning.signals import plain, signals_of
from reviewtui.text.meaning.wording.comparing import WordChange


def meaning_changes(old: str, new: str) -> tuple[MeaningChange, ...]:
    """Return what changed in the duty of a passage, empty when it was only reworded."""
    if old == new:
        return ()
    changes = signal_changes(signals_of(old), signals_of(new))
    holders = other_holder(plain(old), plain(new)) if old and new else None
    if holders:
        changes.append(MeaningChange(f"{holders[0]} → {holders[1]}", "another one is bound"))
    return tuple(changes)


def in_words(changes: Iterable[MeaningChange | WordChange]) -> str:
    """Return the words of up to three changes, for one line: "must → may; 7 days → 14 days"."""
    words = list(dict.fromkeys(change.words for change in changes))
    more = f"; {len(words) - 3} more" if len(words) > 3 else ""
    return "; ".join(words[:3]) + more
