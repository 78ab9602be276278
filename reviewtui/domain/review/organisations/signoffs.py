"""What the organisations' sign-offs amount to for the text at hand.

A sign-off is bound to exact texts. It grows stale where what it covers changed in substance since, not where a typo was
corrected: the class of the change decides, and an author may say of what class it is (`classes`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.person import parse_person
from reviewtui.domain.record.events import Classified, Cover, Position, SignedOff
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.review.change_judgement import ChangeClasses, ClassJudgement, gravest
from reviewtui.domain.review.draft import Draft
from reviewtui.text.diff.policy_diff import FileDiff, diff_policies

POSITION_WORDS: dict[Position, str] = {
    "support": "supports the text",
    "no-objection": "no objection",
    "objection": "objects",
    "abstain": "abstains",
    "withdrawn": "took its position back",
}


@dataclass(frozen=True, slots=True)
class StaleText:
    """A text that changed in substance since it was signed off: `path` now (or last, where it is gone), and why."""

    path: str
    blob: str
    reason: str


@dataclass(frozen=True, slots=True)
class OrganisationSignOff:
    """An organisation's last word: `position` None when it has none; `changed` and `missing` are not covered.

    `by` stated it on the day `on`; `reported_by` brought it in where it came by mail, in Word or on a page, and
    `itself` is what the organisation had stated itself before, where that was something else. `words` are its last ones
    on each text of now that they still are about, by path; they may differ from text to text.
    """

    organisation: str
    position: Position | None
    clears_when: str = ""
    changed: tuple[StaleText, ...] = ()
    missing: tuple[str, ...] = ()
    by: str = ""
    on: date | None = None
    reported_by: str = ""
    itself: Position | None = None
    words: Mapping[str, SignedOff] = field(default_factory=dict, hash=False)

    @property
    def is_stale(self) -> bool:
        """Whether it is about other words than those of now."""
        return bool(self.changed)

    def covers(self, path: str) -> bool:
        """Say whether it covers a text of the draft as it stands now."""
        return self.position is not None and path not in {*self.missing, *(each.path for each in self.changed)}

    @property
    def stated(self) -> str:
        """What it states, who did so and when; empty without a position."""
        if self.position is None:
            return ""
        before = f"; before that it stated itself: {POSITION_WORDS[self.itself]}" if self.itself else ""
        return f"{POSITION_WORDS[self.position]} ({self.source}){before}"

    @property
    def source(self) -> str:
        """Who stated it and when, and who reported it; empty without a position."""
        if self.position is None:
            return ""
        day = f" on {self.on:%d %b %Y}" if self.on is not None else ""
        reported = f", reported by {parse_person(self.reported_by).name}" if self.reported_by else ""
        return f"{parse_person(self.by).name}{day}{reported}"


@dataclass(frozen=True, slots=True)
class _Coverage:
    """How the texts that somebody signed off stand now; `before` is where each text of now stood then."""

    changed: tuple[StaleText, ...]
    missing: tuple[str, ...]
    before: Mapping[str, str]


def current_signoffs(draft: Draft) -> tuple[OrganisationSignOff, ...]:
    """Return where each asked organisation stands, by what was submitted."""
    return signoffs_of(draft, draft.effective_settings.asked())


def signoffs_of(draft: Draft, organisations: Iterable[str]) -> tuple[OrganisationSignOff, ...]:
    """Return where each of `organisations` stands, by what was submitted."""
    classes = ChangeClasses.of(
        draft.review.submitted(Classified), draft.texts_by_blob(), draft.effective_settings.language
    )
    events = draft.review.submitted(SignedOff)
    # Most organisations sign off the same text; it is compared with the present one once.
    compared: dict[frozenset[tuple[str, str]], _Coverage] = {}
    rows = []
    for organisation in organisations:
        covers = _standing_words(event for event in events if event.organisation == organisation)
        texts = {path: cover.blob for path, (cover, _) in covers.items()}
        key = frozenset(texts.items())
        if covers and key not in compared:
            compared[key] = _coverage(texts, draft, classes)
        own = [event for event in events if event.organisation == organisation and not event.recorded_by]
        rows.append(_of(organisation, {path: event for path, (_, event) in covers.items()}, compared.get(key), own))
    return tuple(rows)


def replaced_words(
    draft: Draft, organisation: str, position: str, paths: Collection[str]
) -> Iterator[tuple[SignedOff, str]]:
    """Yield what else an organisation has said of some texts, which a new position of it would take the place of."""
    (standing,) = signoffs_of(draft, [organisation])
    words = [word for path, word in standing.words.items() if path in paths and word.position != position]
    for event in {word.id: word for word in words}.values():
        count = counted(sum(word.id == event.id for word in words), "text")
        wants = f" It wants: {event.clears_when}" if event.position == "objection" and event.clears_when else ""
        by = f"{parse_person(event.by).name} said on {event.at:%d %b %Y}"
        yield event, f"Replaces what {by} of {count}: {POSITION_WORDS[event.position]}.{wants}"


def texts_needed(review: Review) -> frozenset[str]:
    """Return the blobs of all texts that are compared to tell whether a sign-off is stale."""
    by_organisation: dict[str, list[SignedOff]] = defaultdict(list)
    for event in review.submitted(SignedOff):
        by_organisation[event.organisation].append(event)
    covers = {cover.blob for events in by_organisation.values() for cover, _ in _standing_words(events).values()}
    return frozenset(covers.union(*((event.old, event.new) for event in review.submitted(Classified))))


def _standing_words(events: Iterable[SignedOff]) -> dict[str, tuple[Cover, SignedOff]]:
    """The last word on each text; what was withdrawn is said no more."""
    covered: dict[str, tuple[Cover, SignedOff]] = {}
    for event in sorted(events, key=attrgetter("order")):
        if event.whole:
            covered.clear()
        covered |= {cover.path: (cover, event) for cover in event.covers}
    return {path: pair for path, pair in covered.items() if pair[1].position != "withdrawn"}


def _of(
    organisation: str, words: Mapping[str, SignedOff], coverage: _Coverage | None, own: list[SignedOff]
) -> OrganisationSignOff:
    if coverage is None:
        return OrganisationSignOff(organisation, None)
    events = list(words.values())
    objections = [event for event in events if event.position == "objection"]
    last_word = max(objections or events, key=attrgetter("order"))
    itself = max(own, key=attrgetter("order")).position if own and last_word.recorded_by else None
    return OrganisationSignOff(
        organisation,
        last_word.position,
        last_word.clears_when,
        coverage.changed,
        coverage.missing,
        last_word.by,
        last_word.at.date(),
        last_word.recorded_by,
        itself if itself != last_word.position else None,
        {path: words[before] for path, before in coverage.before.items()},
    )


def _coverage(covered: Mapping[str, str], draft: Draft, classes: ChangeClasses) -> _Coverage:
    """Compare the texts that were signed off, given as blob by path, with those of the draft."""
    now = draft.policy.texts
    lost = [path for path, blob in covered.items() if blob not in classes.texts]
    same = {path for path, blob in covered.items() if path in now and now[path].blob == blob}
    old = {path: classes.texts[blob] for path, blob in covered.items() if path not in same and path not in lost}
    new = {path: text.text for path, text in now.items() if path not in same and path not in lost}
    changed = [StaleText(path, covered[path], "its older text is not in this clone") for path in lost]
    missing = []
    before = {path: path for path in (*same, *lost) if path in now}
    for file in diff_policies(old, new, classes.language).files if old or new else ():
        if file.old_path is None:
            missing.append(file.new_path or "")
            continue
        if file.new_path is not None:
            before[file.new_path] = file.old_path
        judged = _judged(file, covered[file.old_path], draft, classes)
        if not judged.is_editorial:
            changed.append(StaleText(file.new_path or file.old_path, covered[file.old_path], judged.reason))
    order = {path: place for place, path in enumerate(now)}
    changed.sort(key=lambda text: (order.get(text.path, len(order)), text.path))
    return _Coverage(tuple(changed), tuple(missing), before)


def _judged(file: FileDiff, blob: str, draft: Draft, classes: ChangeClasses) -> ClassJudgement:
    if file.new_path is None:
        return gravest(file.changes)
    return classes.judge(blob, draft.policy.texts[file.new_path].blob, lambda: gravest(file.changes))
