"""The answers of `trace --jsonl`: where characters of one commit stand in any other, line by line, for scripts."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import PurePosixPath

import msgspec

from reviewtui.domain.refusal import Refused
from reviewtui.store.git.objects import list_tree, read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.tree_walk import TreeEntry
from reviewtui.store.policy.policy_files import decode_text
from reviewtui.text.meaning.language.default_language import BRITISH_ENGLISH
from reviewtui.text.placement.place_values import Placement, Quote
from reviewtui.text.placement.placement import Placer
from reviewtui.text.placement.tuning import TWIN

MAX_TEXT_BYTES = 4 * 1024 * 1024
_PROSE = frozenset(
    ("", *".md .markdown .mdown .mkd .mdx .txt .rst .adoc .asciidoc .html .htm .xhtml .bs .xml .tex .org".split())
)
_KEPT_PAIRS = 8

LineAnswer = dict[str, object] | Refused
"""What one line is answered with: a row for the script, or a sentence for the person who wrote the line."""


class TraceQuestion(msgspec.Struct, frozen=True):
    """One line of `trace --jsonl`: characters of a file of one commit, looked for in another (paths from the root)."""

    id: str | int
    old_commit: str
    old_path: str
    old_start: int
    old_end: int
    new_commit: str
    new_path: str | None = None


class CommitPair:
    """The texts of two commits, of which only those that differ are read.

    A passage of a file that did not change is where it was, and what did not change is no place for another's passage.
    """

    def __init__(
        self, repository: Repository, language: str, old: Mapping[str, TreeEntry], new: Mapping[str, TreeEntry]
    ) -> None:
        """Stand between the files `old` and `new` of two commits; `language` is that of the policy."""
        self._repository = repository
        self._language = language
        self._old = old
        self._new = new
        self._within: dict[tuple[str, str], Placer] = {}

    @cached_property
    def placer(self) -> Placer:
        """Places passages of the files that changed."""
        return Placer(self._texts(self._old, self._new), self._texts(self._new, self._old), language=self._language)

    def text(self, path: str) -> str | None:
        """Return the old text of `path`, None when there is no such text."""
        return self._read([self._old[path]]).get(path) if path in self._old else None

    def place(self, quote: Quote, text: str, only_path: str | None) -> Placement:
        """Return where `quote`, a passage of `text`, is now, or in the new file `only_path` alone."""
        if only_path is not None:
            return self._pair(quote.path, text, only_path).place(quote, only_path=only_path)
        if self._same(quote.path):
            why = "the text is unchanged"
            return Placement("exact", quote.path, quote.start, quote.end, 1.0, meaning_changed=False, reason=why)
        return self.placer.place(quote)

    def _pair(self, path: str, text: str, only_path: str) -> Placer:
        placer = self._within.get((path, only_path))
        if placer is None:
            there = self._read([self._new[only_path]]) if only_path in self._new else {}
            placer = self._within[path, only_path] = Placer({path: text}, there, language=self._language)
        return placer

    def _same(self, path: str) -> bool:
        return path in self._new and self._new[path].object_id == self._old[path].object_id

    def _texts(self, here: Mapping[str, TreeEntry], there: Mapping[str, TreeEntry]) -> dict[str, str]:
        return self._read(
            [
                here_text
                for path, here_text in here.items()
                if path not in there or there[path].object_id != here_text.object_id
            ]
        )

    def _read(self, entries: list[TreeEntry]) -> dict[str, str]:
        blobs = read_blobs(self._repository.git, (entry.object_id for entry in entries), MAX_TEXT_BYTES)
        return {
            entry.path: decode_text(blobs[entry.object_id])[0]
            for entry in entries
            if entry.object_id in blobs and b"\0" not in blobs[entry.object_id]
        }


def answer_lines(repository: Repository, lines: Iterable[str], language: str = BRITISH_ENGLISH) -> Iterator[LineAnswer]:
    """Yield one answer a line of `trace --jsonl` (docs/record.md), in the order of the lines.

    What a change means is heard by the `language` of the policy.

    A line that is not understood, or that names a commit or characters that are not there, is answered with a refusal
    that names the line; the lines after it are answered all the same.
    """

    @lru_cache(maxsize=_KEPT_PAIRS)
    def between(old: str, new: str, endings: frozenset[str]) -> CommitPair:
        files = (_entries(repository, commit, endings) for commit in (old, new))
        return CommitPair(repository, language, *files)

    @lru_cache(maxsize=_KEPT_PAIRS)
    def text(pair: CommitPair, path: str) -> str | None:
        return pair.text(path)

    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked = _read(line)
            pair = between(
                _commit(repository, asked.old_commit), _commit(repository, asked.new_commit), _endings(asked)
            )
            yield _answer(asked, pair, text(pair, asked.old_path))
        except Refused as refused:
            yield Refused(f"Line {number}: {refused}")


def _answer(asked: TraceQuestion, pair: CommitPair, text: str | None) -> dict[str, object]:
    if text is None:
        raise Refused(f"there is no text '{asked.old_path}' in {asked.old_commit[:10]}, or it is larger than 4 MiB.")
    if not 0 <= asked.old_start <= asked.old_end <= len(text):
        raise Refused(f"'{asked.old_path}' has no such characters in {asked.old_commit[:10]}; it has {len(text)}.")
    quote = Quote(asked.old_path, asked.old_start, asked.old_end, text[asked.old_start : asked.old_end])
    return _row(asked, pair.place(quote, text, asked.new_path))


def _row(asked: TraceQuestion, placement: Placement) -> dict[str, object]:
    is_placed = placement.path is not None and placement.state not in {"ambiguous", "orphaned"}
    return {
        "id": asked.id,
        "status": "found" if is_placed else "orphaned",
        "placement": placement.state,
        "new_path": placement.path if is_placed else None,
        "new_start": placement.start if is_placed else None,
        "new_end": placement.end if is_placed else None,
        "confidence": round(placement.confidence, 4),
        "sure": is_placed and placement.confidence > TWIN,
        "meaning_changed": placement.meaning_changed,
        "reason": placement.reason,
    }


def _read(line: str) -> TraceQuestion:
    try:
        return msgspec.convert(json.loads(line), TraceQuestion)
    except (ValueError, RecursionError) as error:
        raise Refused(f"not understood: {str(error).splitlines()[0]}.") from error


def _commit(repository: Repository, name: str) -> str:
    commit = repository.resolve_commit(name.lower())
    if commit is None:
        raise Refused(f"there is no commit '{name}' here; give the beginning of its id.")
    return commit


def _endings(asked: TraceQuestion) -> frozenset[str]:
    return frozenset(PurePosixPath(path).suffix.lower() for path in (asked.old_path, asked.new_path or "")) - _PROSE


def _entries(repository: Repository, commit: str, endings: frozenset[str]) -> dict[str, TreeEntry]:
    """The files of a whole commit that hold prose by their ending, or that end as the ones asked for do."""
    return {
        entry.path: entry
        for entry in list_tree(repository.git, commit)
        if entry.is_regular
        and 0 <= entry.size <= MAX_TEXT_BYTES
        and PurePosixPath(entry.path).suffix.lower() in _PROSE | endings
    }
