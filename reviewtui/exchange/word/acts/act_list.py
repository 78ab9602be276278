"""The acts that were found in a returned document, each with a name that stays as often as the file is saved anew."""

import hashlib
from collections import Counter
from dataclasses import replace

from reviewtui.domain.actions.bringing_in.person_mapping import NAMELESS
from reviewtui.domain.review.import_content import BroughtAct

UNTRACKED = "Changed without tracking, so the file does not tell by whom."
UNTRACKED_PERHAPS = (
    f"{UNTRACKED} It differs from the version that the file is most like; which it was made from it does not tell."
)
UNKNOWN_VERSION = (
    "The file does not tell which version it was made from, so whether somebody changed this is not known, nor who."
)
NO_EXACT_CHANGE = "No change of these words in the text says exactly this, so it comes in as a remark."
NO_EXACT_PLACE = "It has no exact place in the text, so it comes in as a remark with its words."


class ActList:
    """Acts in the order in which they were found."""

    def __init__(self) -> None:
        """Begin without any."""
        self.acts: list[BroughtAct] = []
        self._counts: Counter[str] = Counter()

    def add(self, act: BroughtAct, beside: str = "") -> BroughtAct:
        """Add an act and return it with its name: whose it is, where it stands, what is `beside`, and the how manieth.

        Where a program writes no names, several people may stand behind one, so that the words tell them apart.
        """
        nameless = " ".join(act.voice.name.split()).casefold() in NAMELESS
        key = _key(act, f"{beside} {act.digest}" if nameless else beside)
        self._counts[key] += 1
        named = replace(act, item=hashlib.sha256(f"{key} {self._counts[key]}".encode()).hexdigest()[:32])
        self.acts.append(named)
        return named


def _key(act: BroughtAct, beside: str) -> str:
    """What acts have in common that are of one person at one place."""
    place = act.place
    span = str((place.start, place.end) if place else "")
    parts = (act.act, act.voice.name, place.path if place else "", span, beside)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
