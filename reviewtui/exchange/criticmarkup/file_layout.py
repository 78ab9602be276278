"""How the sections stand in one file of CriticMarkup, and how the file says so."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from urllib.parse import quote, unquote

from reviewtui.domain.policy.policy import Section
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.formats.sent_paths import sent_path

_FILE = re.compile(
    r"^\ufeff?<!-- reviewtui policy (?P<policy>[0-9a-z]{26}) export (?P<export>[0-9a-z]{26})"
    r" version (?P<version>[0-9a-f]{40}(?:[0-9a-f]{24})?) sections (?P<sections>\d{1,6})"
    r" ended -->\r?$\n?",
    re.MULTILINE,
)
Ending = Literal["there", "lost", "unknown"]
"""Whether the end of a text came back; nothing tells in a file of theirs."""


class FilePart(NamedTuple):
    """What of a file is a section: its file, where it begins there, and its text with marks."""

    path: str
    start: int
    end: int
    text: str
    ending: Ending = "unknown"


class MarkedFile(NamedTuple):
    """A file as it came back: what was sent out, what stands before, in and behind the sections.

    `sections` is how many were sent; `is_cut` says that the line with which the file was sent out to end is not there.
    """

    policy_id: str
    export: str
    version: str
    general: str
    parts: tuple[FilePart, ...]
    sections: int = 0
    behind: str = ""
    is_cut: bool = False


def file_head(outgoing: Outgoing) -> str:
    """Return the first line of a file."""
    sent = f"policy {outgoing.policy_id} export {outgoing.export} version {outgoing.version}"
    return f"<!-- reviewtui {sent} sections {len(outgoing.sections)} ended -->\n"


def part_head(outgoing: Outgoing, section: Section) -> str:
    """Return the line in front of a section; the id of the export keeps it apart from anything in the text."""
    where = f"{quote(sent_path(section.path))} {section.start} {section.end}"
    return f"<!-- reviewtui section {outgoing.export} {where} -->\n"


def file_end(outgoing: Outgoing) -> str:
    """Return the last line of a file, without which it was cut off."""
    return _end_line(outgoing.export)


def _end_line(export: str) -> str:
    return f"<!-- reviewtui end {export} -->\n"


def read_file(text: str) -> MarkedFile | None:
    """Return the parts of a file that we sent out; None for another file."""
    head = _FILE.search(text)
    if head is None:
        return None
    section = re.compile(
        rf"^<!-- reviewtui section {head['export']} (?P<path>\S{{1,2000}})"
        r" (?P<start>\d{1,12}) (?P<end>\d{1,12}) -->\r?\n",
        re.MULTILINE,
    )
    heads = list(section.finditer(text, head.end()))
    end = text.rfind(_end_line(head["export"]).rstrip("\n"), head.end())
    stop = end if end >= 0 else len(text)
    behind = text[end:].partition("-->")[2] if end >= 0 else ""
    before = heads[0].start() if heads else stop
    heads = [each for each in heads if each.start() < stop]
    general = text[: head.start()] + text[head.end() : min(before, stop)]
    parts = tuple(_parts(text[:stop], heads, "there" if end >= 0 else "lost"))
    count = int(head["sections"])
    return MarkedFile(head["policy"], head["export"], head["version"], general, parts, count, behind, end < 0)


def _parts(text: str, heads: list[re.Match[str]], last: Ending) -> Iterator[FilePart]:
    for number, match in enumerate(heads):
        stop = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        inside = text[match.end() : stop]
        # The line end before the next head is none of the section's.
        inside = inside.removesuffix("\n").removesuffix("\r") if inside.endswith("\r\n") else inside.removesuffix("\n")
        ending: Ending = last if number + 1 == len(heads) else "there"
        yield FilePart(unquote(match["path"]), int(match["start"]), int(match["end"]), inside, ending)
