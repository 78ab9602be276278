"""Where passages of one version stand in others: for people through the releases, for scripts between any commits."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

import msgspec

from reviewtui.domain.commands import Place
from reviewtui.domain.document import Policy
from reviewtui.domain.passage import anchor_for
from reviewtui.domain.refusal import Refused
from reviewtui.domain.versions import Version, by_date
from reviewtui.store.objects import list_tree, read_blobs
from reviewtui.store.policy_files import decode_text
from reviewtui.store.repository import Repository
from reviewtui.text.placement import Placement, Placer, Quote
from reviewtui.text.tracing import trace_quote
from reviewtui.workspace.loading import Loader
from reviewtui.workspace.version_names import resolve_version

MAX_TEXT_BYTES = 4 * 1024 * 1024
_PROSE = frozenset(
    (
        "",
        ".md",
        ".markdown",
        ".mdx",
        ".txt",
        ".rst",
        ".adoc",
        ".asciidoc",
        ".html",
        ".htm",
        ".bs",
        ".xml",
        ".tex",
        ".org",
    )
)
_KEPT_PAIRS = 4


class Asked(msgspec.Struct, frozen=True):
    """One line of `trace --jsonl`: characters of a file of one commit, looked for in another (paths from the root)."""

    id: str | int
    old_commit: str
    old_path: str
    old_start: int
    old_end: int
    new_commit: str
    new_path: str | None = None


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


def trace_rows(repository: Repository, lines: Iterable[str]) -> Iterator[dict[str, object]]:
    """Yield one answer a line of `trace --jsonl` (docs/record.md), in the order of the lines.

    Raises:
        Refused: a line is not understood, or names a commit or a file that is not there; names the line.

    """

    @lru_cache(maxsize=_KEPT_PAIRS)
    def placer(old: str, new: str, ending: str) -> tuple[dict[str, str], Placer]:
        texts = _prose(repository, old, ending)
        return texts, Placer(texts, _prose(repository, new, ending))

    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        asked = _read(line, number)
        old, new = (_commit(repository, name, number) for name in (asked.old_commit, asked.new_commit))
        texts, between = placer(old, new, PurePosixPath(asked.old_path).suffix.lower())
        text = texts.get(asked.old_path)
        if text is None or not 0 <= asked.old_start <= asked.old_end <= len(text):
            raise Refused(f"Line {number}: '{asked.old_path}' has no such characters in {asked.old_commit[:10]}.")
        exact = text[asked.old_start : asked.old_end]
        quote = Quote(asked.old_path, asked.old_start, asked.old_end, exact)
        yield _row(asked, between.place(quote, only_path=asked.new_path))


def _row(asked: Asked, placement: Placement) -> dict[str, object]:
    found = placement.path is not None and placement.state not in {"ambiguous", "orphaned"}
    return {
        "id": asked.id,
        "status": "found" if found else "orphaned",
        "placement": placement.state,
        "new_path": placement.path if found else None,
        "new_start": placement.start if found else None,
        "new_end": placement.end if found else None,
        "confidence": round(placement.confidence, 4),
        "meaning_changed": placement.meaning_changed,
        "reason": placement.reason,
    }


def _read(line: str, number: int) -> Asked:
    try:
        return msgspec.convert(json.loads(line), Asked)
    except (ValueError, RecursionError) as error:
        raise Refused(f"Line {number} is not understood: {str(error).splitlines()[0]}.") from error


def _commit(repository: Repository, name: str, number: int) -> str:
    commit = repository.resolve_commit(name.lower())
    if commit is None:
        raise Refused(f"Line {number}: there is no commit '{name}' here; give the beginning of its id.")
    return commit


def _prose(repository: Repository, commit: str, ending: str) -> dict[str, str]:
    """The texts of a whole commit: files that hold prose by their ending, or that end as the one asked for does."""
    entries = [
        entry
        for entry in list_tree(repository.git, commit)
        if entry.is_regular
        and 0 <= entry.size <= MAX_TEXT_BYTES
        and PurePosixPath(entry.path).suffix.lower() in {*_PROSE, ending}
    ]
    blobs = read_blobs(repository.git, (entry.object_id for entry in entries), MAX_TEXT_BYTES)
    return {
        entry.path: decode_text(blobs[entry.object_id])[0]
        for entry in entries
        if entry.object_id in blobs and b"\0" not in blobs[entry.object_id]
    }
