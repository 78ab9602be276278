"""Where a passage of one version stands in the releases before and after it, and in the draft."""

from dataclasses import dataclass

from reviewtui.domain.policy.passage import anchor_for
from reviewtui.domain.policy.place import Place
from reviewtui.domain.policy.policy import ReadPolicy
from reviewtui.domain.policy.versions import Version, by_date
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.text.placement.tracing import TraceStep, trace_quote
from reviewtui.views.excerpt import excerpt
from reviewtui.workspace.loading.loader import Loader
from reviewtui.workspace.loading.version_names import resolve_version


@dataclass(frozen=True, slots=True)
class TracedVersion:
    """A passage in one version, and what happened to it there; `quoted`: it was read in this version."""

    version: Version
    step: TraceStep
    quoted: bool


def trace_through(loader: Loader, place: Place, first: str, last: str) -> tuple[TracedVersion, ...]:
    """Return what became of a passage of version `first` (empty: the draft) in every release and in the draft.

    With `last`, only the versions between the two are looked at.

    Raises:
        Refused: a version, the section or the quote is not there.
    """
    draft = loader.load(placed=False)
    repository = loader.environment.repository
    start = resolve_version(repository, draft.releases, first, draft.version.commit)
    policy = loader.policy_of(start, draft.settings)
    anchor = anchor_for(place, ReadPolicy(policy, start.commit), draft.settings.topic_ids())
    if anchor is None or not anchor.is_passage:
        raise Refused("Say which passage with --quote Q.")
    line = _line(draft, start)
    if last:
        line = _between(line, start, resolve_version(repository, draft.releases, last, draft.version.commit))
    texts = [
        policy.strings() if version == start else loader.policy_of(version, draft.settings).strings()
        for version in line
    ]
    steps = trace_quote(texts, anchor.quote, line.index(start), language=draft.effective_settings.language)
    return tuple(TracedVersion(line[step.version], step, quoted=line[step.version] == start) for step in steps)


def _line(draft: Draft, start: Version) -> list[Version]:
    """The releases, `start` and the draft, in order of time; pre-releases only when one is asked for."""
    line = [*(v for v in draft.releases if not v.prerelease or v == start), draft.version]
    if start in line:
        return line
    until = [v for v in line[:-1] if by_date(v)[0] <= by_date(start)[0]]
    return [*until, start, *(v for v in line if v not in until)]


def _between(line: list[Version], start: Version, end: Version) -> list[Version]:
    if end not in line:
        return [start, end]
    first, last = sorted((line.index(start), line.index(end)))
    return line[first : last + 1]


def trace_line(traced: TracedVersion) -> str:
    """Return in a line what happened to a passage in one version."""
    step = traced.step
    where = f"{step.placement.path}  “{excerpt(step.words, 60)}”" if step.placement.path else step.placement.reason
    alarm = f"  ⚠ {step.alarm}" if step.alarm else ""
    quoted = "  (quoted here)" if traced.quoted else ""
    return f"{traced.version.name:<10} {step.happening:<10} {where}{alarm}{quoted}"
