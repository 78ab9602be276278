"""Where things stand: the first thing that anyone asks."""

import shlex
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from reviewtui.domain.counted_nouns import counted, first_few
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.event_kinds import amounts
from reviewtui.domain.record.events import WasRead
from reviewtui.domain.record.rounds import Round
from reviewtui.domain.record.without_effect import unacknowledged
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.organisations.round_response import round_responses
from reviewtui.domain.review.sync_state import NotShared
from reviewtui.domain.settings.settings import pre_election_warnings
from reviewtui.views.timeline.round_rows import headline
from reviewtui.views.trust.no_effect_rows import no_effect_data, no_effect_lines


def others_pending_words(draft: Draft) -> str:
    """Return what others have said in this clone and not submitted, counted, and who they are."""
    others = draft.others_pending
    names = {recorded.event.maker.name for recorded in others}
    return f"{len(others)} of {names.pop() if len(names) == 1 else 'others'} not submitted" if others else ""


@dataclass(frozen=True, slots=True)
class Overview:
    """The counts of a draft on the day `today`.

    `pending` are my own events, `apart` what the remote's branch lacks and what it was last seen to have that is not
    here. `halted` is what git is in the middle of, and `way_out` how to end it; empty when it is at rest.
    """

    draft: Draft
    pending: int
    newest: Version | None
    today: date
    apart: NotShared = field(default_factory=NotShared)
    halted: str = ""
    way_out: str = ""
    detached: str = ""
    """The commit at which HEAD is alone; empty where it is at a branch."""
    branches: tuple[str, ...] = ()
    """Then: the branches that have the review."""
    others: str = ""
    """What others have pending in this clone, and who: "3 of J. Reviewer not submitted"; empty where nothing is."""

    @property
    def detached_words(self) -> str:
        """What is to be known of work that no branch would hold; empty where HEAD is at a branch."""
        if not self.detached:
            return ""
        way = "git switch -c NAME makes one"
        if self.branches:
            way = f"git switch {shlex.quote(self.branches[0])} goes to the review"
        return (
            f"HEAD is at commit {self.detached} and at no branch: what is decided or submitted here is on none. {way}."
        )

    @property
    def halt_words(self) -> str:
        """What is to be known of a text in which a merge or the like was not ended; empty when git is at rest."""
        if not self.halted:
            return ""
        unsettled = sorted(path for path, text in self.draft.policy.texts.items() if text.unsettled)
        if unsettled:
            held = f"{first_few(unsettled, 3)} {'holds' if len(unsettled) == 1 else 'hold'} both sides of it"
            way = f"choose the words there, take the marks away, then git add, {self.way_out}"
            return f"{self.halted.capitalize()} is in progress, and {held}: {way}."
        return f"{self.halted.capitalize()} is in progress, and the text may hold both sides of it: {self.way_out}."

    @property
    def reads(self) -> int:
        """How many of the pending events only say that I have read a section."""
        return sum(isinstance(recorded.event, WasRead) for recorded in self.draft.my_pending)

    @property
    def pending_words(self) -> str:
        """What is pending, sort by sort: "2 comments, 22 sections read"."""
        return amounts(recorded.event for recorded in self.draft.my_pending)

    @property
    def round(self) -> Round | None:
        """The newest round that nobody has closed."""
        return next((period for period in reversed(self.draft.review.rounds) if period.closed is None), None)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What speaks against the day for which the release is planned."""
        planned = self.draft.effective_settings.planned
        if planned is None:
            return ()
        return pre_election_warnings(
            self.draft.effective_settings, f"The release that is planned for {planned}", planned, planned
        )

    @property
    def carried(self) -> int:
        """How many remarks hold words that somebody else committed for their writer."""
        threads = self.draft.review.threads.values()
        return sum(
            "carried" in thread.flags and any(entry.carried_by for entry in thread.entries) for thread in threads
        )

    @property
    def open(self) -> int:
        """How many remarks wait for a decision."""
        return len(self.draft.review.open_threads())


def overview_data(overview: Overview) -> dict[str, object]:
    """Return where things stand as `status --json` documents it."""
    draft = overview.draft
    return {
        "title": draft.settings.title or None,
        "founded": draft.founded,
        "folder": draft.policy.folder,
        "head": draft.version.commit,
        "me": str(draft.me) if draft.me else None,
        "organisation": draft.organisation,
        "author": draft.is_author,
        "pending": overview.pending,
        "open": overview.open,
        "unshared": overview.apart.events,
        "offered": overview.apart.offered,
        "to_share": overview.apart.to_share,
        "to_share_is_least": overview.apart.has_more,
        "carried": overview.carried,
        "incoming": overview.apart.incoming,
        "problems": len(draft.alarms),
        "trust": list(draft.trust_changes),
        "without_effect": no_effect_data(draft),
        "newest_release": overview.newest.name if overview.newest else None,
        "round": _round_data(overview),
        "warnings": list(overview.warnings),
        "sections": section_rows(draft),
    }


def _round_data(overview: Overview) -> dict[str, object] | None:
    period = overview.round
    if period is None:
        return None
    return {
        "round": period.id,
        "until": period.opened.until.isoformat(),
        "days_left": period.days_left(overview.today),
        "unanswered": list(_unanswered(overview.draft, period)),
    }


def _unanswered(draft: Draft, review_round: Round) -> tuple[str, ...]:
    return tuple(row.organisation for row in round_responses(draft, review_round) if not row.has_answered)


def section_rows(draft: Draft) -> list[dict[str, object]]:
    """Return one row a section: its name, title, and how many remarks stand in it."""
    here = Counter((s.path, s.start) for t in draft.review.threads if (s := draft.section_of(t)) is not None)
    waiting = Counter(
        (s.path, s.start) for t in draft.review.open_threads() if (s := draft.section_of(t.id)) is not None
    )
    return [
        {
            "name": section.name,
            "title": section.title,
            "path": section.path,
            "threads": here[section.path, section.start],
            "open": waiting[section.path, section.start],
            "dirty": draft.policy.texts[section.path].dirty,
        }
        for section in draft.policy.sections
    ]


def overview_lines(overview: Overview) -> Iterator[str]:
    """Yield where things stand and what to do next."""
    draft = overview.draft
    newest = f", newest release {overview.newest.name}" if overview.newest else ", not released yet"
    title = draft.settings.title or draft.policy.folder
    yield f"{title}: {counted(len(draft.policy.sections), 'section')} in {draft.policy.folder}{newest}"
    if draft.me is not None:
        role = "author" if draft.is_author else draft.settings.organisation_name(draft.organisation)
        yield f"You are {draft.me} ({role})."
    if overview.halted:
        yield f"! {overview.halt_words}"
    elif overview.detached:
        yield f"! {overview.detached_words}"
    counts = f"{counted(overview.open, 'open remark')}, {overview.pending} of yours pending"
    counts += f" ({overview.pending_words})" if overview.pending else ""
    counts += f", {overview.others}" if overview.others else ""
    apart = overview.apart
    incoming = f", {apart.to_get_number} new from others" if apart.to_get_number else ""
    offered = f", {apart.offered} offered and not taken yet" if apart.offered else ""
    has_commits = apart.commits or apart.has_more
    told = f"{apart.to_share_number} to share: {apart.to_share_words}" if has_commits else f"{apart.to_share_words} and"
    yield f"{counts}, {told} not shared{offered}{incoming}."
    if overview.round is not None:
        waiting = _unanswered(draft, overview.round)
        asked = len(overview.round.opened.asked)
        yield f"Round {headline(overview.round, overview.today)}: {asked - len(waiting)} of {asked} have answered."
    yield from (f"! {warning}" for warning in overview.warnings)
    yield from (f"! {sentence} (reviewtui signer list)" for sentence in draft.trust_changes)
    yield from no_effect_lines(unacknowledged(draft.review))
    if overview.carried:
        yield (
            f"{counted(overview.carried, 'remark')} carried: an author or a carrier committed words for their writer. "
            "They count; where the writer's own commits are, they show as proved. An author takes these over: "
            "reviewtui sync --take"
        )
    for problem in draft.alarms[:5]:
        yield f"! {problem.path or problem.what}: {problem.reason}"
    for row in section_rows(draft):
        mark = "●" if row["open"] else " "
        yield f"  {mark} {row['name']}  {row['title']}" + (
            f"  ({row['open']} open of {row['threads']})" if row["threads"] else ""
        )
    yield f"Next: {next_step(overview)}"


def next_step(overview: Overview) -> str:
    """Return what this person would usefully do now."""
    draft = overview.draft
    if not draft.founded:
        if draft.review_on:
            return f"go to the branch that has the review: git switch {shlex.quote(draft.review_on)}"
        return f"begin a review: reviewtui init --policy {shlex.quote(draft.policy.folder)}"
    if draft.me is None:
        return (
            "tell git who you are: reviewtui (the app) asks when you first write; or: "
            'git config --global user.name "Your Name" && git config --global user.email you@council.example'
        )
    if overview.pending:
        return "submit what is pending: reviewtui submit"
    if overview.apart.to_get_number:
        return "take over what others submitted: reviewtui sync"
    return _next_reading(overview)


def _next_reading(overview: Overview) -> str:
    if not overview.draft.is_author:
        return "read, and remark: reviewtui (the app), or reviewtui comment SECTION --quote Q -m TEXT"
    if overview.open:
        return "decide the open remarks: reviewtui threads --open, then accept or decline"
    return "see what stands in the way of a release: reviewtui ready"
