"""People at work in one Word file with tracking on: what they type and take out, in the file and as it is meant."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from tests.exchange.word.editing import WordFile, w

_OURS = ("Title", "Subtitle")
_WORD = re.compile(r"[a-z]{4,}")


def words_in(text: str) -> set[str]:
    """Return the words of a text in which each stands once."""
    return set(_WORD.findall(text.lower()))


@dataclass
class TrackingEditor:
    """Edits a file as several people; keeps which words each took out, and which they put in."""

    file: WordFile
    chance: random.Random
    gone: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    come: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    taken_from_others: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def edit(self, who: str, new: Iterator[str]) -> None:
        """Do one thing: words go or come, paragraphs go, come, or are cut in two."""
        paragraphs = list(self._paragraphs())
        number = self.chance.randrange(len(paragraphs))
        here, behind = paragraphs[number], paragraphs[number + 1 : number + 2]
        low, high = sorted(self.chance.choices(self._stops(here), k=2))
        act = self.chance.choice(("delete", "delete", "insert", "whole", "over", "new", "cut"))
        is_free = not (_in_cell(here) or _is_marked(here))
        if act == "delete":
            self._delete(here, low, high, who)
        elif act == "insert":
            self._insert(here, low, f" {next(new)} ", who)
        elif act == "new" and is_free:
            self._put_behind(here, f"{next(new).capitalize()} {next(new)}.", who)
        elif act == "cut" and is_free and 0 < low < len(self._text(here)) and not list(here.iter(w("ins"), w("del"))):
            self._cut_in_two(here, low, who)
        elif act in {"whole", "over"} and is_free and behind and not _in_cell(behind[0]):
            start = 0 if act == "whole" else low
            self._delete(here, start, len(self._text(here)), who)
            self.file.mark(here, "del", who)
            end = 0 if act == "whole" else self.chance.choice(self._stops(behind[0]))
            self._delete(behind[0], 0, end, who)

    def _paragraphs(self) -> Iterator[Any]:
        for paragraph in self.file.document.find(w("body")).iter(w("p")):
            style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
            if style is None or style.get(w("val")) not in _OURS:
                yield paragraph

    def _runs(self, paragraph: Any) -> list[Any]:
        """The runs that are still seen."""
        runs = paragraph.iter(w("r"))
        return [run for run in runs if run.find(w("t")) is not None and run.getparent().tag != w("del")]

    def _text(self, paragraph: Any) -> str:
        return "".join(run.findtext(w("t")) for run in self._runs(paragraph))

    def _stops(self, paragraph: Any) -> Sequence[int]:
        text = self._text(paragraph)
        return sorted({0, len(text)} | {match.start() for match in re.finditer(r"\b[A-Za-z]", text)})

    def _cut(self, paragraph: Any, stop: int) -> None:
        at = 0
        for run in self._runs(paragraph):
            text = run.findtext(w("t"))
            if at < stop < at + len(text):
                looks = run.find(w("rPr"))
                run.addnext(self.file.run(text[stop - at :], looks))
                run.getparent().replace(run, self.file.run(text[: stop - at], looks))
                return
            at += len(text)

    def _delete(self, paragraph: Any, low: int, high: int, who: str) -> None:
        self._cut(paragraph, low)
        self._cut(paragraph, high)
        at = 0
        for run in self._runs(paragraph):
            text, holder = run.findtext(w("t")), run.getparent()
            if low <= at and at + len(text) <= high:
                if holder.tag == w("ins") and holder.get(w("author")) == who:
                    self.come[who] -= words_in(text)
                else:
                    kept = self.taken_from_others if holder.tag == w("ins") else self.gone
                    kept[who] |= words_in(text)
                    change = self.file.changed("del", who)
                    change.append(self.file.run(text, run.find(w("rPr")), "delText"))
                    run.addprevious(change)
                holder.remove(run)
            at += len(text)

    def _insert(self, paragraph: Any, stop: int, words: str, who: str) -> None:
        self._cut(paragraph, stop)
        change = self.file.changed("ins", who)
        change.append(self.file.run(words))
        self.come[who] |= words_in(words)
        before, at = None, 0
        for run in self._runs(paragraph):
            before = run if at < stop else before
            at += len(run.findtext(w("t")))
        if before is None:
            properties = paragraph.find(w("pPr"))
            paragraph.insert(0 if properties is None else 1, change)
            return
        holder = before.getparent()
        if holder.tag == w("ins"):
            rest = self.file.changed("ins", holder.get(w("author")))
            rest.extend(list(before.itersiblings()))
            holder.addnext(rest)
            before = holder
        before.addnext(change)

    def _put_behind(self, paragraph: Any, words: str, who: str) -> None:
        made = _alike(paragraph)
        change = self.file.changed("ins", who)
        change.append(self.file.run(words))
        made.append(change)
        self.come[who] |= words_in(words)
        paragraph.addnext(made)
        self.file.mark(paragraph, "ins", who)

    def _cut_in_two(self, paragraph: Any, stop: int, who: str) -> None:
        self._cut(paragraph, stop)
        before, at = _alike(paragraph), 0
        for child in [each for each in paragraph if each.tag != w("pPr")]:
            if at >= stop:
                break
            at += len("".join(child.itertext(w("t"))))
            before.append(child)
        paragraph.addprevious(before)
        self.file.mark(before, "ins", who)


def _alike(paragraph: Any) -> Any:
    """A new paragraph of the same kind, whose mark nobody has changed."""
    made = etree.Element(w("p"))
    if (properties := paragraph.find(w("pPr"))) is not None:
        made.append(etree.fromstring(etree.tostring(properties)))
        for looks in made[0].findall(w("rPr")):
            made[0].remove(looks)
    return made


def _in_cell(paragraph: Any) -> bool:
    return next(paragraph.iterancestors(w("tc")), None) is not None


def _is_marked(paragraph: Any) -> bool:
    return paragraph.find(f"{w('pPr')}/{w('rPr')}") is not None
