"""How the sections stand in one file of CriticMarkup, and how the file says so."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, unquote

from reviewtui.domain.policy.policy import Section
from reviewtui.exchange.formats.outgoing import Outgoing
from reviewtui.exchange.formats.sent_paths import sent_path

_FILE = re.compile(
    r"^\ufeff?<!-- reviewtui policy (?P<policy>[0-9a-z]{26}) export (?P<export>[0-9a-z]{26})"
    r" version (?P<version>[0-9a-f]{40}(?:[0-9a-f]{24})?)(?: sections (?P<sections>\d{1,6}))? -->\r?$\n?",
    re.MULTILINE,
)


class FilePart(NamedTuple):
    """What of a file is a section: its file, where it begins there, and its text with marks."""

    path: str
    start: int
    end: int
    text: str


class MarkedFile(NamedTuple):
    """A file as it came back: what was sent out, what stands before the first section, and the sections.

    `sections` is how many sections were sent; 0 for a file of an earlier version, which does not say.
    """

    policy_id: str
    export: str
    version: str
    general: str
    parts: tuple[FilePart, ...]
    sections: int = 0


def file_head(outgoing: Outgoing) -> str:
    """Return the first line of a file."""
    policy, export, version = outgoing.policy_id, outgoing.export, outgoing.version
    return f"<!-- reviewtui policy {policy} export {export} version {version} sections {len(outgoing.sections)} -->\n"


def part_head(outgoing: Outgoing, section: Section) -> str:
    """Return the line in front of a section; the id of the export keeps it apart from anything in the text."""
    where = f"{quote(sent_path(section.path))} {section.start} {section.end}"
    return f"<!-- reviewtui section {outgoing.export} {where} -->\n"


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
    general = text[: head.start()] + text[head.end() : heads[0].start() if heads else len(text)]
    parts = tuple(_parts(text, heads))
    return MarkedFile(head["policy"], head["export"], head["version"], general, parts, int(head["sections"] or 0))


def _parts(text: str, heads: list[re.Match[str]]) -> Iterator[FilePart]:
    for number, match in enumerate(heads):
        stop = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        inside = text[match.end() : stop]
        # The line end before the next head is none of the section's.
        inside = inside.removesuffix("\n").removesuffix("\r") if inside.endswith("\r\n") else inside.removesuffix("\n")
        yield FilePart(unquote(match["path"]), int(match["start"]), int(match["end"]), inside)
