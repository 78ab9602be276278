"""Where a passage of one version stands in the releases before and after it, and in the draft."""

from dataclasses import dataclass

from reviewtui.domain.commands import Place
from reviewtui.domain.document import Policy
from reviewtui.domain.passage import anchor_for
from reviewtui.domain.refusal import Refused
from reviewtui.domain.versions import Version, by_date
from reviewtui.text.placement import Placement, Quote
from reviewtui.text.tracing import trace_quote
from reviewtui.workspace.loading import Loader
from reviewtui.workspace.version_names import resolve_version


@dataclass(frozen=True, slots=True)
class Stop:
    """A passage in one version and what happened to it on the way there; `here` is where it was read."""

    version: Version
    happening: str
    placement: Placement
    words: str


def trace_through(loader: Loader, place: Place, first: str, last: str) -> tuple[Stop, ...]:
    """Return where a passage of version `first` (empty: the draft) stands in every release and in the draft.

    With `last`, only the versions between the two are looked at.

    Raises:
        Refused: a version, the section or the quote is not there.

    """
    draft = loader.load(placed=False)
    head = draft.version.commit
    repository = loader.context.repository
    start = resolve_version(repository, draft.releases, first, head)
    policy, _ = loader.policy_of(start, draft.settings)
    anchor = anchor_for(place, policy, start.commit, draft.settings)
    if anchor is None or not anchor.is_passage:
        raise Refused("Say which passage with --quote Q.")
    quote = Quote(anchor.path, anchor.start or 0, anchor.end or 0, anchor.exact, anchor.prefix, anchor.suffix)
    line = [*(v for v in draft.releases if not v.prerelease or v == start), draft.version]
    if start not in line:
        until = [v for v in line[:-1] if by_date(v)[0] <= by_date(start)[0]]
        line = [*until, start, *(v for v in line if v not in until)]
    at = line.index(start)
    earlier, later = line[at::-1], line[at:]
    if last:
        end = resolve_version(repository, draft.releases, last, head)
        later = later[: later.index(end) + 1] if end in later else [start]
        earlier = earlier[: earlier.index(end) + 1] if end in earlier else [start]
        if end not in {*later, *earlier}:
            later = [start, end]
    here = Stop(start, "here", Placement("exact", quote.path, quote.start, quote.end, 1.0, False, ""), quote.exact)  # noqa: FBT003
    back = _along(loader, earlier, quote, policy)
    return (*reversed(back), here, *_along(loader, later, quote, policy))


def _along(loader: Loader, line: list[Version], quote: Quote, policy: Policy) -> list[Stop]:
    settings = loader.load(placed=False).settings
    texts = [policy.strings(), *(loader.policy_of(version, settings)[0].strings() for version in line[1:])]
    stops = []
    for step in trace_quote(texts, quote):
        placement = step.placement
        words = texts[step.version][placement.path][placement.start : placement.end] if placement.path else ""
        stops.append(Stop(line[step.version], step.happening, placement, words))
    return stops
