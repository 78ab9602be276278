"""Sharing between clones: what may stay for a person, how it is settled, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reviewtui.domain.refusal import Conflict, Refused

SETTINGS = "settings"
"""What the settings file is called where a section's name is asked for."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A passage, or a key of the settings, that both sides changed.

    `section` is the name to settle it by; `what` says which key or sort of file where it is no passage.
    """

    section: str
    path: str
    base: str
    ours: str
    theirs: str
    title: str = ""
    what: str = ""


class Disputed(Conflict):
    """Both sides changed the same words; nothing was changed until a person settles all of `disputes`."""

    def __init__(self, sentence: str, disputes: Sequence[Dispute]) -> None:
        """Keep every dispute; the first one also as the conflict's three passages."""
        first = disputes[0]
        super().__init__(sentence, base=first.base, theirs=first.theirs, ours=first.ours)
        self.disputes = tuple(disputes)


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a person chose for one section: our words, theirs, or a text of its own."""

    side: str
    text: bytes = b""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose, by the name of the section as it was typed."""

    made: Mapping[str, Settlement] = field(default_factory=dict)

    def of(self, *names: str) -> Settlement | None:
        """Return what was chosen for a section that is known by `names`."""
        wanted = {_plain(name) for name in names if name}
        return next((choice for name, choice in self.made.items() if _plain(name) in wanted), None)

    def require_known(self, disputes: Sequence[Dispute], used: Sequence[str]) -> None:
        """Refuse a choice for something that is nobody's dispute: a slip must not pass for a settlement.

        Raises:
            Refused: names it.

        """
        known = {_plain(name) for name in (*used, *(d.section for d in disputes), *(d.title for d in disputes)) if name}
        stray = [name for name in self.made if _plain(name) not in known]
        if stray:
            names = ", ".join(sorted({dispute.section for dispute in disputes})) or "nothing"
            raise Refused(f"There is nothing to settle in '{stray[0]}'; both sides changed: {names}.")


def _plain(name: str) -> str:
    return name.strip().casefold().removesuffix(".md")


@dataclass(frozen=True, slots=True)
class Brought:
    """What one side has that the other lacks: events by type and by organisation, texts by path, versions by name."""

    events: int = 0
    types: Mapping[str, int] = field(default_factory=dict)
    organisations: Mapping[str, int] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    commits: int = 0


@dataclass(frozen=True, slots=True)
class Shared:
    """What came of a sync or an unpack.

    `before` and `commit` are HEAD before and after; `received` what the others had, `given` what they
    got.
    `proposed` is a branch of one's own that was pushed, since the shared one is closed; `kept` says why nothing was.
    """

    source: str
    branch: str
    before: str
    commit: str
    received: Brought
    merged: bool = False
    given: Brought = field(default_factory=Brought)
    pending: int = 0
    tags_received: tuple[str, ...] = ()
    tags_sent: tuple[str, ...] = ()
    tags_clashing: tuple[str, ...] = ()
    proposed: str = ""
    kept: str = ""
    tries: int = 1
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """What a pack is: `file` is empty where there was nothing to pack; `builds_on` are commits that it needs.

    `size` is in bytes, `base` what it was measured against, in words.
    """

    file: str
    title: str
    branch: str
    commit: str
    by: str
    at: str
    holds: Brought
    versions: tuple[str, ...] = ()
    builds_on: tuple[str, ...] = ()
    base: str = ""
    size: int = 0
    pending: int = 0
