"""Runs of a document as XML: characters, how they look, where they lead, and who put them in or took them out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count, groupby
from xml.sax.saxutils import escape, quoteattr

from reviewtui.exchange.word.layout.sent_paragraph import SentRun

_PROPERTIES = (("code", '<w:rStyle w:val="CodeText"/>'), ("bold", "<w:b/>"), ("italic", "<w:i/>"),
               ("strike", "<w:strike/>"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChangedBy:
    """Who is behind a tracked change, and when."""

    author: str
    at: datetime

    def attributes(self, number: int) -> str:
        """Return the attributes of a change as XML."""
        return f"w:id={quoteattr(str(number))} w:author={quoteattr(self.author)} w:date={quoteattr(moment(self.at))}"


def moment(at: datetime) -> str:
    """Return a moment as Word writes it."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class RunWriter:
    """Writes runs; `links` are the relationship ids of addresses, `notes` the numbers of footnotes."""

    links: Mapping[str, str]
    notes: Mapping[tuple[str, str], int]
    _numbers: Iterator[int] = field(default_factory=lambda: count(100_000))

    def runs(self, path: str, runs: Iterable[SentRun]) -> Iterator[str]:
        """Give runs as XML, those of one link inside of it."""
        for link, group in groupby(runs, key=lambda run: run.link):
            yield self._linked(link, "".join(self._run(path, run) for run in group))

    def changed(self, path: str, runs: Iterable[SentRun], tag: str, by: ChangedBy) -> Iterator[str]:
        """Give runs that somebody put in (`w:ins`, `w:moveTo`) or took out (`w:del`, `w:moveFrom`)."""
        for link, group in groupby(runs, key=lambda run: run.link):
            inside = "".join(self._run(path, run, deleted=tag == "w:del") for run in group)
            yield self._linked(link, f"<{tag} {by.attributes(next(self._numbers))}>{inside}</{tag}>")

    def mark(self, tag: str, by: ChangedBy) -> str:
        """Return the change of what has no words of its own, as the end of a paragraph."""
        return f"<{tag} {by.attributes(next(self._numbers))}/>"

    def _linked(self, link: str, inside: str) -> str:
        key = self.links.get(link)
        if key is not None:
            return f'<w:hyperlink r:id="{key}" w:history="1">{inside}</w:hyperlink>'
        if link.startswith("#"):
            return f"<w:hyperlink w:anchor={quoteattr(link[1:][:40])}>{inside}</w:hyperlink>"
        return inside

    def _run(self, path: str, run: SentRun, *, deleted: bool = False) -> str:
        number = self.notes.get((path, run.note)) if run.note else None
        if number is not None:
            style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            return f'<w:r>{style}<w:footnoteReference w:id="{number}"/></w:r>'
        return f"<w:r>{_properties(run)}{text_xml(run.text, deleted=deleted)}</w:r>"


def _properties(run: SentRun) -> str:
    inside = "".join(xml for look, xml in _PROPERTIES if look in run.looks)
    if run.link and "code" not in run.looks:
        inside = f'<w:rStyle w:val="Hyperlink"/>{inside}'
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def text_xml(text: str, *, deleted: bool = False) -> str:
    """Return characters as XML: line ends and tabs are elements of their own."""
    tag = "w:delText" if deleted else "w:t"
    parts = []
    for number, line in enumerate(text.split("\n")):
        parts.append("<w:br/>" if number else "")
        for column, words in enumerate(line.split("\t")):
            parts.append("<w:tab/>" if column else "")
            parts.append(f'<{tag} xml:space="preserve">{escape(words)}</{tag}>' if words else "")
    return "".join(parts)
