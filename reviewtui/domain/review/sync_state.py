"""Sharing between clones: what may stay for a person, how it is settled, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.without_effect import WithoutEffect
from reviewtui.domain.refusal import Conflict, Refused

SETTINGS = "settings"
"""What the settings file is called where a section's name is asked for."""


WHOLE_FILE = "the whole file"
"""What is in conflict where a side removed a file, or it is no text."""
ConflictPlace = tuple[str, str, str, str, int, tuple[str, ...]]
"""A place that both sides changed: section, key (empty for a passage), our words, theirs, number, and `versions`."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far talking to another repository is: `line` is what was said, empty where only time has passed.

    `stage` names what is being done (counting, receiving, resolving), empty where nothing is counted; `done` of `total`
    objects are (0: not known), `amount` says how many bytes that is.
    """

    line: str = ""
    stage: str = ""
    done: int = 0
    total: int = 0
    amount: str = ""


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """A passage, or a key of the settings, that both sides changed.

    `section` is the name to settle it by; `what` says which key or sort of file where it is no passage. `number` counts
    passages of a section in which both sides say the same, while the file is as it is: `versions` are its path and its
    entries in the common commit, ours and theirs. `around` is what stands before and behind the passage.
    `last_there` says who changed the file last on their side, and under which message; empty where nobody can tell.
    """

    section: str
    path: str
    base: str
    ours: str
    theirs: str
    title: str = ""
    what: str = ""
    number: int = 0
    versions: tuple[str, ...] = ()
    around: tuple[str, str] = ("", "")
    last_there: str = ""

    @property
    def place(self) -> ConflictPlace:
        """What tells it from other conflicts; a passage is another one once either side has changed its file."""
        return self.section, self.what, self.ours, self.theirs, self.number, self.versions

    @property
    def is_whole_file(self) -> bool:
        """Whether a file stays or goes as a whole: then only a side can be chosen."""
        return self.what == WHOLE_FILE


class MergeConflicts(Conflict):
    """Both sides changed the same words; nothing was changed until a person settles all of `conflicts`."""

    def __init__(self, sentence: str, conflicts: Sequence[MergeConflict]) -> None:
        """Keep every dispute; the first one also as the conflict's three passages."""
        first = conflicts[0]
        super().__init__(sentence, base=first.base, theirs=first.theirs, ours=first.ours)
        self.conflicts = tuple(conflicts)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a person chose for one section: our words, theirs, or a text of its own."""

    side: str
    text: bytes = b""


@dataclass(frozen=True, slots=True)
class Resolutions:
    """What a person chose, by the name of the section as it was typed.

    `words` are what is to stand at single places, those of a side or a person's own: where a side has another
    file by now, it is asked again.
    """

    made: Mapping[str, Resolution] = field(default_factory=dict)
    words: Mapping[ConflictPlace, str] = field(default_factory=dict)

    def of(self, *names: str) -> Resolution | None:
        """Return what was chosen for a section that is known by `names`."""
        wanted = {_plain(name) for name in names if name}
        return next((choice for name, choice in self.made.items() if _plain(name) in wanted), None)

    def require_known(self, conflicts: Sequence[MergeConflict], used: Sequence[str]) -> None:
        """Refuse a choice for something that is nobody's dispute: a slip must not pass for a settlement."""
        known = {
            _plain(name) for name in (*used, *(d.section for d in conflicts), *(d.title for d in conflicts)) if name
        }
        stray = [name for name in self.made if _plain(name) not in known]
        if stray:
            names = ", ".join(sorted({conflict.section for conflict in conflicts})) or "nothing"
            raise Refused(f"There is nothing to settle in '{stray[0]}'; both sides changed: {names}.")


def _plain(name: str) -> str:
    return name.strip().casefold().removesuffix(".md")


@dataclass(frozen=True, slots=True)
class Additions:
    """What one side has that the other lacks: events by type and by organisation, texts by path.

    `releases` are the versions that events among them release; tags of before that are only claimed are none.
    """

    events: int = 0
    types: Mapping[str, int] = field(default_factory=dict)
    organisations: Mapping[str, int] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    commits: int = 0
    releases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotShared:
    """Submitted events that the other side lacks, how many of these it was offered, and events that are new there.

    `commits` are those that the other side lacks, was not offered and that hold no such event, as an edit of the text
    or a change of the settings; `incoming_commits` the same there. The other side is as it was when last fetched.
    `has_more` and `has_more_incoming` say that there are more commits than were looked into.
    """

    events: int = 0
    offered: int = 0
    incoming: int = 0
    commits: int = 0
    incoming_commits: int = 0
    has_more: bool = False
    has_more_incoming: bool = False

    @property
    def is_even(self) -> bool:
        """Whether both sides have the same."""
        return self == NotShared()

    @property
    def to_share(self) -> int:
        """How many submitted events and other commits are in this clone alone."""
        return self.events - self.offered + self.commits

    @property
    def to_share_words(self) -> str:
        """What these are: "2 submitted and 1 other commit"."""
        submitted = f"{self.events - self.offered} submitted"
        if not (self.commits or self.has_more):
            return submitted
        others = _at_least(counted(self.commits, "other commit"), more=self.has_more)
        return f"{submitted} and {others}" if self.to_share > self.commits else others

    @property
    def to_get(self) -> int:
        """How many events and other commits the other side was last seen to have that are not here."""
        return self.incoming + self.incoming_commits

    @property
    def to_share_number(self) -> str:
        """The number of what is to be shared, for a sentence; empty where there is nothing."""
        return _at_least(str(self.to_share), more=self.has_more) if self.to_share or self.has_more else ""

    @property
    def to_get_number(self) -> str:
        """The number of what is new on the other side, for a sentence; empty where there is nothing."""
        return _at_least(str(self.to_get), more=self.has_more_incoming) if self.to_get or self.has_more_incoming else ""


def _at_least(number: str, *, more: bool) -> str:
    return f"at least {number}" if more else number


@dataclass(frozen=True, slots=True)
class Proposal:
    """A commit that somebody offers under `reference` at `source`; `name` is what it is taken by.

    `holds` are the remarks and texts that taking it would bring. The rest is what else it would change: the
    `settings`, `changed_events` (files of events that are here already), and `others`, files that are none of these.
    `proves` counts events that are here without proof and that this brings in a commit of their writer.
    """

    name: str
    source: str
    reference: str
    commit: str
    holds: Additions = field(default_factory=Additions)
    settings: bool = False
    changed_events: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    proves: int = 0
    conflicts: tuple[str, ...] = ()

    @property
    def only_adds_remarks(self) -> bool:
        """Whether taking it does no more than add events of the record."""
        return not (self.holds.texts or self.settings or self.changed_events or self.others or self.conflicts)


class NeedsConsent(Refused):
    """A proposal that was named changes more than remarks, and nobody has agreed to that yet; nothing was changed."""

    def __init__(self, sentence: str, proposals: Sequence[Proposal]) -> None:
        """Keep the proposals that are asked about."""
        super().__init__(sentence)
        self.proposals = tuple(proposals)


class PlaceNotAgreed(Refused):
    """What is given would go where this person has not agreed to; nothing was given."""


class ReleaseNotAgreed(Refused):
    """A release or its tag would be given for the first time, which nobody can take back; nothing was given."""

    def __init__(self, place: str, holds: Additions, tags: Sequence[str]) -> None:
        """Keep what would go to `place`: all that it lacks, and the tags of versions."""
        versions = ", ".join(dict.fromkeys((*holds.releases, *tags)))
        super().__init__(f"This would publish {versions} at {place}, which cannot be taken back. Nothing was given.")
        self.place = place
        self.holds = holds
        self.tags = tuple(tags)


def chosen(proposals: Sequence[Proposal], names: Sequence[str]) -> tuple[Proposal, ...]:
    """Return the proposals that are called so, in the order of `names`.

    Raises:
        Refused: there is none of that name.
    """
    by_name = {proposal.name.casefold(): proposal for proposal in proposals}
    for name in names:
        if name.casefold() not in by_name:
            known = ", ".join(proposal.name for proposal in proposals) or "none"
            raise Refused(f"There is no proposal '{name}'; proposals with something new: {known}.")
    return tuple(by_name[name] for name in dict.fromkeys(name.casefold() for name in names))


@dataclass(frozen=True, slots=True)
class Shared:
    """What came of a sync or an unpack.

    `before` and `commit` are HEAD before and after; `received` what the others had, `given` what they
    got.
    `without_effect` is what of that counts for nothing, `without_effect_before` what else does that no author settled.
    `proposed` is a branch of one's own that was pushed, since the shared one is closed; `kept` says why nothing was.
    `proposals` are what others offer and this branch has not taken; `taken` are the names of those taken over now.
    `names` are those of the organisations of all reviews here, by id.
    """

    source: str
    branch: str
    before: str
    commit: str
    received: Additions
    merged: bool = False
    given: Additions = field(default_factory=Additions)
    pending: int = 0
    tags_received: tuple[str, ...] = ()
    tags_sent: tuple[str, ...] = ()
    tags_conflicting: tuple[str, ...] = ()
    proposed: str = ""
    kept: str = ""
    tries: int = 1
    arrived: bool = False
    """Whether the other side has all that is here, only not in these commits: it squashed or rebased them."""
    place: str = ""
    """Where `proposed` is, where that is another place than the source."""
    proposals: tuple[Proposal, ...] = ()
    taken: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    without_effect: tuple[WithoutEffect, ...] = ()
    without_effect_before: tuple[WithoutEffect, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Packed:
    """What a pack is: `file` is empty where there was nothing to pack; `builds_on` are commits that it needs.

    `size` is in bytes, `base` what it was measured against, in words; `names` as in what was shared.
    """

    file: str
    title: str
    branch: str
    commit: str
    by: str
    at: str
    holds: Additions
    versions: tuple[str, ...] = ()
    builds_on: tuple[str, ...] = ()
    base: str = ""
    size: int = 0
    pending: int = 0
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Joined:
    """Where a clone reads from and gives to: names of remotes, their addresses, and the branch that is read."""

    upstream: str
    upstream_address: str
    branch: str
    gives: str
    gives_address: str
    is_empty: bool = False
    """Whether nothing is there yet to be read."""
