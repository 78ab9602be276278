"""What a person asks for. A command may be refused with a sentence; what it leads to is an event or a setting."""

from dataclasses import dataclass
from datetime import date

from reviewtui.domain.policy.place import Place
from reviewtui.domain.record.events import Cover, Position, RemarkKind, Source, Verdict
from reviewtui.domain.review.import_content import Incoming
from reviewtui.domain.review.sync_state import ConflictPlace
from reviewtui.text.meaning.class_values import ChangeClass


@dataclass(frozen=True, slots=True)
class Command:
    """What is asked of one clone; what brings clones together (`Sync`, `Join`, `Pack`, `Unpack`) is none."""


@dataclass(frozen=True, slots=True)
class Adopt(Command):
    """Make suggestions of changes that the policy at `remote` has had since ours came from it.

    They are named by `numbers`, which must all be takeable; by `ranges` of numbers, by `section`, or as all that are
    `editorial`: of these, what cannot be taken is left out and told. Numbers are those at the commit `of` (empty: the
    one last fetched).
    """

    remote: str
    numbers: tuple[int, ...] = ()
    ranges: tuple[tuple[int, int], ...] = ()
    section: str = ""
    editorial: bool = False
    of: str = ""


@dataclass(frozen=True, slots=True)
class Classify(Command):
    """Say as an author of what class the change of a section is, from version `first` to version `last`.

    An empty `last` is the draft; an empty `first` is the newest release, and every text that a sign-off covers.
    """

    section: str
    change_class: ChangeClass
    body: str
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class OpenRound(Command):
    """Ask organisations (none named: all that the settings ask) to read the policy by the day `until`."""

    until: date
    asked: tuple[str, ...] = ()
    body: str = ""


@dataclass(frozen=True, slots=True)
class CloseRound(Command):
    """End a round, by the end of its id; without one named, the one that is open."""

    round: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Comment(Command):
    """Make a remark about `places`, on the text as of version `at` (empty: the draft).

    With `finding`, the remark is about the passages of that finding, in its words unless there are others.
    """

    places: tuple[Place, ...]
    body: str
    kind: RemarkKind = "general"
    blocking: bool = False
    at: str = ""
    on_behalf_of: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Suggest(Command):
    """Suggest exact words for one place."""

    place: Place
    replacement: str
    body: str = ""
    kind: RemarkKind = "wording"
    blocking: bool = False
    at: str = ""
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class SuggestMove(Command):
    """Suggest that the passage at `place` stands behind `target`: words, or the end of a section if it names none."""

    place: Place
    target: Place
    body: str = ""
    kind: RemarkKind = "wording"
    blocking: bool = False
    at: str = ""
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class SuggestCopy(Command):
    """Suggest what somebody changed in a copy of a section, each change by itself; `copy` is the copy's text."""

    section: str
    copy: str
    body: str = ""
    blocking: bool = False
    at: str = ""
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class Reply(Command):
    """Say something in a thread."""

    thread: str
    body: str
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class Revise(Command):
    """Say one's own remark anew, with other suggested words if given.

    With `kind` or `blocking` the remark itself is written anew, which it can be until it is submitted.
    """

    thread: str
    body: str
    replacement: str | None = None
    kind: RemarkKind | None = None
    blocking: bool | None = None
    on_behalf_of: str = ""

    @property
    def rewrites(self) -> bool:
        """Whether it asks for more than other words."""
        return self.kind is not None or self.blocking is not None


@dataclass(frozen=True, slots=True)
class Withdraw(Command):
    """Take one's own remark back."""

    thread: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class Reopen(Command):
    """Ask for a decided thread to be decided again."""

    thread: str
    body: str
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class LinkThreads(Command):
    """Say that two threads belong together."""

    thread: str
    other: str
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class Reattach(Command):
    """Say where a remark stands now."""

    thread: str
    place: Place


@dataclass(frozen=True, slots=True)
class Answer(Command):
    """Say for the remark's side whether the decision satisfies it."""

    thread: str
    satisfied: bool
    body: str = ""


@dataclass(frozen=True, slots=True)
class Redact(Command):
    """Hide the words of a thread's root or of one event, for `body`."""

    target: str
    body: str


@dataclass(frozen=True, slots=True)
class Decide(Command):
    """Answer a remark as an author; `words` are other words for the text, `of` the thread that it repeats.

    `besides` are threads that are decided with it, so that they are not told as still open.
    """

    thread: str
    verdict: Verdict
    body: str = ""
    words: str | None = None
    of: str = ""
    besides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkDone(Command):
    """Say in which commit an agreed change was made by hand."""

    thread: str
    commit: str


@dataclass(frozen=True, slots=True)
class Undo(Command):
    """Remove one's last pending event of a thread; without one take its decision back, words in the text included.

    A pending event that belongs to no thread, as a mark of reading or a position, is named by its own id instead.
    A `decision` that is named, by the id of its event, is the only one that is taken back.
    """

    thread: str
    decision: str = ""


@dataclass(frozen=True, slots=True)
class SignOff(Command):
    """State one's organisation's position on sections (none named: all), signed with one's SSH key if `sign`.

    `at` is the version that was seen (empty: the draft). A position that came by mail or on paper is reported:
    `on_behalf_of` says whose it is, `source` what it rests on.
    """

    position: Position
    body: str = ""
    clears_when: str = ""
    sections: tuple[str, ...] = ()
    sign: bool = False
    at: str = ""
    on_behalf_of: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Read(Command):
    """Say that one has read sections as they stand (none named: all) or, with `at`, as they stood in a version.

    Importers name the exact texts that a returned file held instead (`texts`, each at its path). `on_behalf_of` says
    who has read them when somebody else reports it, `source` what that rests on.
    """

    sections: tuple[str, ...] = ()
    at: str = ""
    on_behalf_of: str = ""
    source: Source | None = None
    texts: tuple[Cover, ...] = ()


@dataclass(frozen=True, slots=True)
class BringIn(Command):
    """Save what a file holds that somebody sent back; `names` say who the names in it are (see `given_names`).

    `without` are the numbers of acts that are not taken, counted as the preview lists them; what answers one of them
    is not taken either.
    """

    incoming: Incoming
    names: tuple[str, ...] = ()
    without: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Submit(Command):
    """Commit one's pending events and nothing else.

    `agreed` are those included that are in one's name and were not saved by oneself on this machine.
    """

    message: str = ""
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Release(Command):
    """Release the draft as `version`; `override` says why although gates do not pass.

    `existing`: claim the tag of that name, which was made by hand.
    """

    version: str
    override: str = ""
    existing: bool = False


@dataclass(frozen=True, slots=True)
class BeginReview(Command):
    """Begin a review of the policy in `folder`."""

    folder: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class AddOrganisation(Command):
    """Name a partner organisation, or change one; `remote` is the address of its fork.

    `asked` says whether it is to read the policy and to sign off, None that this stays as it is.
    """

    identifier: str
    name: str
    addresses: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    consolidators: tuple[str, ...] = ()
    asked: bool | None = None
    remote: str = ""


@dataclass(frozen=True, slots=True)
class Sync:
    """Take over what a remote has and give it ours; an empty `remote` is the branch's own.

    `resolve` holds pairs of a section and what settles it: "ours", "theirs" or the name of a file. `take` names
    proposals to be taken over; `agreed` says that they may change more than remarks. `makes_branch` says that a branch
    may be made on the remote where it has none of that name. `settled` says what is to stand at single places, the
    words of a side or a person's own. `trusts_place` says that what is given may go where the clone's own
    configuration sends it, and that programs may run there; `can_ask` that somebody can be asked about the latter.
    `asks_release` stops before a release is given that the other side lacks, so that somebody can be asked.
    """

    remote: str = ""
    resolve: tuple[tuple[str, str], ...] = ()
    take: tuple[str, ...] = ()
    agreed: bool = False
    makes_branch: bool = False
    settled: tuple[tuple[ConflictPlace, str], ...] = ()
    trusts_place: bool = False
    can_ask: bool = False
    asks_release: bool = False


@dataclass(frozen=True, slots=True)
class Join:
    """Read from `upstream` and give to `fork`; each is a remote, a folder or an address."""

    upstream: str
    fork: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """Write what others lack into a file; `since` names a version that they have, `whole` packs everything."""

    file: str
    since: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Unpack:
    """Take over what a pack holds; `resolve` and `settled` as for `Sync`."""

    file: str
    resolve: tuple[tuple[str, str], ...] = ()
    settled: tuple[tuple[ConflictPlace, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Dismiss(Command):
    """Say why nothing needs to be done about a finding."""

    finding: str
    body: str


@dataclass(frozen=True, slots=True)
class Settle(Command):
    """Say as an author, for `body`, that `events` without effect are known; `choose` is a content that is to count."""

    events: tuple[str, ...]
    body: str
    choose: str = ""


@dataclass(frozen=True, slots=True)
class Confirm(Command):
    """Let `events` count, for `body`, that came late from somebody whose role was taken away."""

    events: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True)
class AddSigner(Command):
    """Give a person a public SSH key to sign with: a line of a `.pub` file."""

    address: str
    key: str


@dataclass(frozen=True, slots=True)
class RemoveSigner(Command):
    """Take a person's keys away, or the one with this key or fingerprint."""

    address: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class CheckCompanion(Command):
    """Say that a companion text is in step with what it restates."""

    section: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class EditText(Command):
    """Put `words` in the place of `before`, which stands at `span` of a section's file in the work tree.

    It is the author's own writing: no event comes of it, and no commit. Of one that undoes another, `takes_back` says
    what it does: "Took back the edit".
    """

    section: str
    span: tuple[int, int]
    before: str
    words: str
    takes_back: str = ""


@dataclass(frozen=True, slots=True)
class DiscardEdits(Command):
    """Put texts of the policy back as they are committed; `texts` are path and id of what lies in the work tree."""

    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CommitEdits(Command):
    """Commit the edits of texts of the policy, as they lie in the work tree, as the author's own work.

    `paths` are from the repository's root; a text among them that is not edited is left alone.
    """

    paths: tuple[str, ...]
    message: str
