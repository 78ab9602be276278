"""The policy: an ordered list of sections."""

import re
import shlex
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from reviewtui.domain.policy.place import Place
from reviewtui.domain.refusal import Refused
from reviewtui.text.markdown.front_matter import front_matter, front_matter_end
from reviewtui.text.markdown.headings import Heading, headings
from reviewtui.text.meaning.language.default_language import BRITISH_ENGLISH

_ORDER = re.compile(r"^order:[ \t]*['\"]?(-?\d{1,9}(?:\.\d{1,6})?)['\"]?[ \t]*\r?$", re.MULTILINE)
_TITLE = re.compile(r"^title:[ \t]*(?P<title>.+?)[ \t]*\r?$", re.MULTILINE)
_OURS, _PARTED, _THEIRS = "<" * 7, "=" * 7, ">" * 7
"""How git marks in a file what a merge could not settle."""


@dataclass(frozen=True, slots=True)
class Text:
    """One file of the policy: `blob` is the git object id of exactly the bytes that `text` was decoded from.

    `dirty` says that it differs from HEAD; `lossy` that its bytes are not UTF-8, so that it can be read but not edited.
    """

    path: str
    text: str
    blob: str
    dirty: bool = False
    lossy: bool = False

    @property
    def unsettled(self) -> str:
        """What is to be known of edits in which a merge left both sides; empty where it did not."""
        line = conflict_line(self.text) if self.dirty else 0
        if not line:
            return ""
        way = "choose the words there, take the marks away, and commit"
        return f"'{self.path}' holds both sides of a merge, from line {line} on; {way}"


@dataclass(frozen=True, slots=True)
class Section:
    """A file of the policy, or the part of one under a top heading; `start` and `end` are offsets in the file."""

    name: str
    title: str
    path: str
    start: int
    end: int
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Policy:
    """The sections in reading order and the texts that they are made of, by path from the repository's root.

    `gone` are the paths of committed texts that are not in the work tree any more.
    """

    folder: str
    sections: tuple[Section, ...]
    texts: Mapping[str, Text]
    gone: tuple[str, ...] = ()
    language: str = BRITISH_ENGLISH
    """Its language, as a tag (BCP 47)."""
    _of_files: Mapping[str, tuple[Section, ...]] = field(init=False, repr=False, compare=False)
    """The sections of each file in its order."""

    def __post_init__(self) -> None:
        """Note which sections each file has, so that a place is found without a walk through all of them."""
        of_files: dict[str, list[Section]] = {}
        for section in sorted(self.sections, key=lambda part: part.start):
            of_files.setdefault(section.path, []).append(section)
        object.__setattr__(self, "_of_files", {path: tuple(own) for path, own in of_files.items()})

    def strings(self) -> dict[str, str]:
        """Return the plain texts by path."""
        return {path: text.text for path, text in self.texts.items()}

    def blobs(self) -> dict[str, str]:
        """Return the object ids of the texts by path."""
        return {path: text.blob for path, text in self.texts.items()}

    def section_named(self, name: str) -> Section | None:
        """Return the section of this name, None where there is none."""
        return next((section for section in self.sections if section.name == name), None)

    def section_at(self, path: str, offset: int = 0) -> Section | None:
        """Return the section of file `path` that holds the character at `offset`; the text's end is in its last one.

        An offset before the first section is in that one.
        """
        own = self._of_files.get(path, ())
        return own[max(0, bisect_right(own, offset, key=lambda part: part.start) - 1)] if own else None

    def title_at(self, path: str, offset: int = 0) -> str:
        """Return the title of the section that holds a place, as a reader is told where it is; without one the path."""
        section = self.section_at(path, offset)
        return section.title if section is not None else path

    def place_of(self, path: str, start: int, end: int) -> Place:
        """Return characters of a file as a place of their section."""
        section = self.section_at(path, start)
        words = self.texts[path].text[start:end]
        return Place(section.name if section is not None else path, span=(start, end), quote=words)

    def require_committed(self, because: str, paths: Collection[str] | None = None) -> None:
        """Refuse when one of the texts at `paths` (None: any, deleted ones included) differs from the committed one.

        The sentence names the first such text and ends with `because`.
        """
        edited = sorted(path for path, text in self.texts.items() if text.dirty and (paths is None or path in paths))
        if edited:
            raise Refused(f"'{edited[0]}' has edits that are not committed; commit them first: {because}.")
        gone = sorted(path for path in self.gone if paths is None or path in paths)
        if gone:
            raise Refused(
                f"'{gone[0]}' was deleted here, but that is not committed; commit it or get the text back first "
                f"(git checkout -- {shlex.quote(gone[0])}): {because}."
            )

    def body(self, section: Section) -> str:
        """Return the text of a section."""
        return self.texts[section.path].text[section.start : section.end]


@dataclass(frozen=True, slots=True)
class ReadPolicy:
    """A policy as somebody read it, with the commit from which places in it are counted."""

    policy: Policy
    version: str


@dataclass(frozen=True, slots=True)
class SectionRules:
    """What the settings say of how files become sections: each whole or by its headings, and which come first.

    `order` names sections (within the folder) that come first, in that order; without it: front-matter `order`, then
    index files, then by name (docs/settings.md).
    """

    by_heading: bool = False
    order: tuple[str, ...] = ()
    language: str = BRITISH_ENGLISH


def build_policy(
    folder: str, texts: Mapping[str, Text], rules: SectionRules = SectionRules(), gone: tuple[str, ...] = ()
) -> Policy:
    """Return the policy made of `texts`; `gone` are the committed texts that are missing."""
    sections: list[Section] = []
    for path in sorted(texts, key=lambda p: _place(within(folder, p), texts[p].text)):
        sections.extend(_by_heading(folder, texts[path]) if rules.by_heading else [_whole(folder, texts[path])])
    ranks = {name.removesuffix(".md"): rank for rank, name in enumerate(rules.order)}
    sections.sort(key=lambda section: ranks.get(section.name.removesuffix(".md"), len(ranks)))
    return Policy(folder=folder, sections=tuple(sections), texts=dict(texts), gone=gone, language=rules.language)


def within(folder: str, path: str) -> str:
    """Return `path` as seen from the policy folder."""
    return path if folder in {"", "."} else path.removeprefix(f"{folder}/")


def _whole(folder: str, text: Text) -> Section:
    outline = headings(text.text)
    name = within(folder, text.path)
    return Section(name, _title(text.text, outline, name), text.path, 0, len(text.text), outline)


def _by_heading(folder: str, text: Text) -> list[Section]:
    outline = headings(text.text)
    if not outline:
        return [_whole(folder, text)]
    top = _splitting_level(outline)
    starts = [heading for heading in outline if heading.level == top]
    ends = [*(heading.start for heading in starts[1:]), len(text.text)]
    sections = []
    before = starts[0].start
    if text.text[front_matter_end(text.text) : before].strip():
        sections.append(Section(f"{within(folder, text.path)}#start", "Start", text.path, 0, before))
    names: dict[str, int] = {}
    for heading, end in zip(starts, ends, strict=True):
        first, last = (bisect_left(outline, at, key=lambda each: each.start) for at in (heading.start, end))
        inside = outline[first:last]
        name = _fresh(f"{within(folder, text.path)}#{_slug(heading.title)}", names)
        sections.append(Section(name, heading.title, text.path, heading.start, end, inside))
    return sections


def _splitting_level(outline: tuple[Heading, ...]) -> int:
    """The level at which a single file falls into sections: a lone title above them is no section of its own."""
    top = min(heading.level for heading in outline)
    alone = sum(heading.level == top for heading in outline) == 1
    deeper = [heading.level for heading in outline if heading.level > top]
    return min(deeper) if alone and deeper and outline[0].level == top else top


def _fresh(name: str, names: dict[str, int]) -> str:
    """Return a name that is not among `names`, each with the last number that was set behind it, and note it there."""
    candidate, count = name, names.get(name, 1)
    while candidate in names:
        count += 1
        candidate = f"{name}-{count}"
    names[name] = count
    names.setdefault(candidate, 1)
    return candidate


def _slug(title: str) -> str:
    return re.sub(r"[^\w]+", "-", title.casefold()).strip("-") or "section"


def _place(name: str, text: str) -> tuple[float, bool, str]:
    stem = name.rpartition("/")[2].rpartition(".")[0].casefold()
    inside = front_matter(text)
    match = _ORDER.search(inside)
    rank = float(match[1]) if match else float("inf")
    return (rank, stem not in {"index", "readme"}, name)


def _title(text: str, outline: tuple[Heading, ...], name: str) -> str:
    if outline:
        return outline[0].title
    match = _TITLE.search(front_matter(text))
    return match["title"].strip("'\"") if match else name


def conflict_line(text: str) -> int:
    """Return the number of the line at which the first conflict of a merge begins (git-merge(1)); 0 without one."""
    begun, parted = 0, False
    for number, line in enumerate(text.split("\n") if _OURS in text else (), 1):
        words = line.rstrip("\r")
        if words.partition(" ")[0] == _OURS:
            begun, parted = number, False
        elif words == _PARTED:
            parted = begun > 0
        elif parted and words.partition(" ")[0] == _THEIRS:
            return begun
    return 0
