"""Runs of a Word file as Markdown in a line: emphasis, code and links as marks, everything else as characters."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reviewtui.exchange.word.reading.paragraph import Run

_MARKS = re.compile(r"([\\`*_\[\]~<|]|&(?=#?\w+;))")
_BARE = re.compile(r"https?://[^\s<>]+\Z")
_OPENS = re.compile(r"^(\s*)([-+>#:]|\d{1,9}[.)](?=\s|$)|=+\s*$)")
_TARGET = re.compile(r"[\s()<>\\]")
_PUNCTUATION = ".,;:!?\"'()/\u2018\u2019\u201c\u201d\u2013\u2014\u2026-"
_ORDER = ("strike", "bold", "italic")
_SIGNS = {"bold": "**", "italic": "*", "strike": "~~"}


@dataclass(frozen=True, slots=True)
class Writing:
    """How runs are written: looks and link that already hold around them, and whether marks in them stay words."""

    around: frozenset[str] = frozenset()
    link: str = ""
    escaped: bool = True
    formatted: bool = True


def run_markdown(runs: Iterable[Run], writing: Writing = Writing()) -> str:
    """Return runs as Markdown; line ends in them become hard ones."""
    shown = [_plainer(run, writing) for run in runs if run.text and not run.is_hidden]
    groups = [list(group) for _, group in groupby(shown, key=lambda run: run.link)]
    return "".join(_linked(group, writing, _beside(groups, number)) for number, group in enumerate(groups))


def _beside(groups: Sequence[Sequence[Run]], number: int) -> tuple[str, str]:
    """The characters before and behind one of several groups of runs."""
    before = groups[number - 1][-1].text[-1:] if number else ""
    return before, groups[number + 1][0].text[:1] if number + 1 < len(groups) else ""


def escaped_words(text: str) -> str:
    """Return words in which no character is a mark of Markdown."""
    return _MARKS.sub(r"\\\1", text)


def escaped_line_start(line: str) -> str:
    """Return a line of Markdown that does not begin a block by itself."""
    return _OPENS.sub(lambda match: f"{match[1]}{_broken(match[2])}", line)


def _broken(mark: str) -> str:
    return f"{mark[:-1]}\\{mark[-1]}" if mark[:1].isdigit() else f"\\{mark}"


def _plainer(run: Run, writing: Writing) -> Run:
    looks = run.looks & {"bold", "italic", "strike", "code"}
    link = "" if run.link == writing.link else run.link
    return replace(run, looks=(looks - writing.around) if writing.formatted else frozenset(), link=link)


def _linked(runs: list[Run], writing: Writing, beside: tuple[str, str]) -> str:
    link = runs[0].link
    words = "".join(run.text for run in runs)
    if not link or not words.strip() or not writing.formatted:
        return "".join(_styled(runs, list(_ORDER), writing, beside))
    if words == link and _BARE.match(link):
        return f"<{link}>"
    target = f"<{link.replace('<', '%3C').replace('>', '%3E')}>" if _TARGET.search(link) else link
    lead, core, tail = _trimmed("".join(_styled(runs, list(_ORDER), writing, ("[", "]"))))
    return f"{lead}[{core}]({target}){tail}"


def _styled(runs: list[Run], looks: list[str], writing: Writing, beside: tuple[str, str]) -> Iterator[str]:
    """Give runs with the marks of the first look around those that have it, the others inside."""
    if not looks:
        for run in runs:
            yield _code(run) if "code" in run.looks else _words(run.text, writing)
        return
    parts = [(has, list(group)) for has, group in groupby(runs, key=lambda run: looks[0] in run.looks)]
    groups = [group for _, group in parts]
    for number, (has, group) in enumerate(parts):
        before, behind = _beside(groups, number)
        around = (before if number else beside[0], behind if number + 1 < len(parts) else beside[1])
        inside = "".join(_styled(group, looks[1:], writing, around))
        yield _marked(inside, _SIGNS[looks[0]], *around) if has else inside


def _marked(inside: str, sign: str, before: str, behind: str) -> str:
    """Words between marks, which have to stand at letters where letters go on beside them, else they are no marks."""
    lead, core, tail = _trimmed(inside)
    if core and not tail and behind.isalnum():
        kept = core.rstrip(_PUNCTUATION + " ")
        core, tail = kept, core[len(kept) :]
    if core and not lead and before.isalnum():
        kept = core.lstrip(_PUNCTUATION + " ")
        lead, core = core[: len(core) - len(kept)], kept
    return f"{lead}{sign}{core}{sign}{tail}" if core else f"{lead}{tail}"


def _trimmed(text: str) -> tuple[str, str, str]:
    """Marks stand at words, never at white space."""
    core = text.strip()
    start = text.find(core) if core else len(text)
    return text[:start], core, text[start + len(core) :]


def _words(text: str, writing: Writing) -> str:
    words = escaped_words(text) if writing.escaped else text
    return words.replace("\n", "\\\n").replace("\t", " ")


def _code(run: Run) -> str:
    fence = "`" * (1 + max((len(ticks) for ticks in re.findall(r"`+", run.text)), default=0))
    space = " " if run.text.startswith("`") or run.text.endswith("`") else ""
    lead, core, tail = _trimmed(run.text)
    return f"{lead}{fence}{space}{core}{space}{fence}{tail}" if core else run.text
