"""What a screen is handed: everything it shows, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.review.findings.inspection import Inspection
from reviewtui.domain.review.history_commit import PolicyCommit
from reviewtui.domain.review.milestone import Milestone
from reviewtui.views.comparison.changes_since_release import ChangesSinceRelease
from reviewtui.views.compose.compose_form import ComposeForm
from reviewtui.views.overview.news import News
from reviewtui.views.overview.overview import Overview
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.thread_filter import ThreadFilter


@dataclass(frozen=True, slots=True)
class ScreenState:
    """A draft with what is known about it.

    `unsaved` counts unsaved remarks on the disk; until `placed`, nobody knows where the remarks stand in the text;
    `readiness` is None until it is judged. What is known of the draft before this one is believed until the repository
    was looked through again: `judged` and `news_known` say whether that is done.
    """

    overview: Overview
    since: ChangesSinceRelease = field(default_factory=ChangesSinceRelease)
    remark_filter: ThreadFilter = field(default_factory=ThreadFilter)
    unsaved: int = 0
    thrown_away: bool = False
    """Whether words that were thrown away can still be brought back."""
    news: News = field(default_factory=News)
    since_signoff: News | None = None
    """What is new since my organisation signed off last; None where it has not, or that is not known yet."""
    placed: bool = True
    loading_stopped: bool = False
    """Whether somebody gave up waiting before it was known where the remarks stand."""
    readiness: Readiness | None = None
    just_decided: frozenset[str] = frozenset()
    """Threads that were decided since the draft was read: they wait for nobody any more."""
    judged: bool = False
    """Whether `readiness` and `inspection` are about this very draft."""
    is_behind: bool = False
    """Whether the repository could not be read again: what is shown is as it was before."""
    news_known: bool = False
    first_visit: bool = False
    """Whether this person looks at the clone for the first time, so that nothing can be new yet."""
    """Whether `news` and `since_signoff` are about this very draft."""
    inspection: Inspection = field(default_factory=Inspection)
    """What the content checks find; empty until the draft is judged."""
    milestones: tuple[Milestone, ...] = ()
    """The versions as they stood then, oldest first; empty until that is known."""
    commits: tuple[PolicyCommit, ...] = ()
    """Who changed the text and joined histories, as git's log tells it; empty until that is known."""
    can_undo_last: bool = False
    """Whether the last thing that was done here can be taken back, wherever one is by then."""
    tour: str = ""
    """The act that the tour of the example waits for; empty when there is no tour."""

    @property
    def draft(self) -> Draft:
        """The policy with its review, at the version that is looked at."""
        return self.overview.draft

    @property
    def version(self) -> str:
        """The version that is looked at; empty for the draft."""
        return self.draft.version.wanted


@dataclass(frozen=True, slots=True)
class Subject:
    """What a screen is about just now: a thread or a finding, and whether a passage is selected."""

    thread: Thread | None = None
    finding: Finding | None = None
    selected: bool = False
    selecting: bool = False
    """Whether a selection is being made, which every move extends."""
    mode: str = ""
    """What keys do where they are letters, or moves that select: the footer says it in the place of other keys."""
    opens: str = ""
    """What enter does to the marked row, where it is not what it does to others."""
    overlaps: bool = False
    """Whether others want to change the same words as the thread."""
    section: str = ""
    """The section of the marked change, by name; empty where no change is marked."""
    versions: tuple[str, str] = ("", "")
    """The versions that are compared, as commands name them: empty are the newest release and the draft."""
    is_listed: bool = True
    """Whether the list of the screen holds anything."""
    is_comparing: bool = False
    """Whether two versions are still being compared."""
    is_searching: bool = False
    """Whether the keys that go to remarks go to what was searched for and found."""


@dataclass(frozen=True, slots=True)
class Focus:
    """Where somebody is just now: what a key would act on."""

    screen: str
    state: ScreenState | None = None
    subject: Subject = field(default_factory=Subject)
    form: ComposeForm | None = None
    """What is being written; None: nothing is."""
    keymap: Mapping[str, str] = field(default_factory=dict)
    """The keys that somebody has changed, by screen and act."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The keys in force, by act."""
    is_behind: bool = False
    """Whether something was done that the state does not hold yet: what it counts as waiting may not wait any more."""

    @property
    def writing(self) -> bool:
        """Whether something is being written."""
        return self.form is not None

    def key(self, act: str) -> str:
        """Return the key of an act, for a sentence that names it."""
        return self.names.get(act, act)


def loading_line(state: ScreenState, names: Mapping[str, str]) -> StyledLine | None:
    """Return the line that says what is missing yet, and how to go on; None when everything is there."""
    if state.placed:
        return None
    if state.loading_stopped:
        return line(Styled(f"Loading stopped; {names['reload']} goes on.", "alarm"))
    return line(Styled("Finding the remarks in the text …", "muted"))
