"""A reviewer at work in Word, for tests: words put in and taken out with tracking, comments and answers."""

import io
import zipfile
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WHEN = "2026-11-02T09:30:00Z"


def w(name: str) -> str:
    """Return the full name of an element or attribute."""
    return f"{{{MAIN}}}{name}"


@dataclass
class WordFile:
    """The parts of a Word file, its document and its comments open for editing."""

    parts: dict[str, bytes]
    document: Any = field(init=False)
    comments: Any = field(init=False)
    extended: Any = field(init=False)
    footnotes: Any = field(init=False)
    _next: int = 900

    def __post_init__(self) -> None:
        """Open the parts that tests edit."""
        self.document = etree.fromstring(self.parts["word/document.xml"])
        self.comments = etree.fromstring(self.parts["word/comments.xml"])
        self.extended = etree.fromstring(self.parts["word/commentsExtended.xml"])
        self.footnotes = etree.fromstring(self.parts["word/footnotes.xml"])

    @classmethod
    def of(cls, content: bytes) -> "WordFile":
        """Open the bytes of a file."""
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    def saved(self) -> bytes:
        """Return the bytes of the file as it is now."""
        self.parts["word/document.xml"] = etree.tostring(self.document, xml_declaration=True, encoding="UTF-8")
        self.parts["word/comments.xml"] = etree.tostring(self.comments, xml_declaration=True, encoding="UTF-8")
        self.parts["word/commentsExtended.xml"] = etree.tostring(self.extended, xml_declaration=True, encoding="UTF-8")
        self.parts["word/footnotes.xml"] = etree.tostring(self.footnotes, xml_declaration=True, encoding="UTF-8")
        return zipped(self.parts)

    def paragraph(self, words: str) -> Any:
        """Return the paragraph that holds words."""
        return next(p for p in self.document.iter(w("p")) if words in "".join(p.itertext()))

    def run_of(self, words: str) -> Any:
        """Return a run that is exactly these words: one that holds them is cut."""
        runs = [*self.document.iter(w("r")), *self.footnotes.iter(w("r"))]
        run = next(r for r in runs if words in "".join(t.text or "" for t in r.iter(w("t"))))
        text = "".join(t.text or "" for t in run.iter(w("t")))
        before, _, behind = text.partition(words)
        parent = run.getparent()
        at = parent.index(run)
        parent.remove(run)
        middle = None
        for part in (before, words, behind):
            if part:
                made = self.run(part, run.find(w("rPr")))
                parent.insert(at, made)
                at += 1
                middle = made if part is words else middle
        return middle

    def run(self, words: str, looks: Any = None, tag: str = "t") -> Any:
        """Return a new run."""
        run = etree.Element(w("r"))
        if looks is not None:
            run.append(etree.fromstring(etree.tostring(looks)))
        text = etree.SubElement(run, w(tag))
        text.text = words
        text.set(_SPACE, "preserve")
        return run

    def changed(self, tag: str, author: str) -> Any:
        """Return an element of a tracked change."""
        self._next += 1
        made = etree.Element(w(tag))
        made.set(w("id"), str(self._next))
        made.set(w("author"), author)
        made.set(w("date"), WHEN)
        return made

    def delete(self, words: str, author: str) -> Any:
        """Take words out, tracked."""
        run = self.run_of(words)
        holder = self.changed("del", author)
        run.getparent().replace(run, holder)
        holder.append(self.run(words, run.find(w("rPr")), "delText"))
        return holder

    def insert_behind(self, words: str, new: str, author: str) -> Any:
        """Put words in behind others, tracked."""
        run = self.run_of(words)
        holder = self.changed("ins", author)
        holder.append(self.run(new, run.find(w("rPr"))))
        run.addnext(holder)
        return holder

    def replace(self, words: str, new: str, author: str) -> None:
        """Put words in the place of others, tracked."""
        gone = self.delete(words, author)
        holder = self.changed("ins", author)
        holder.append(self.run(new, gone[0].find(w("rPr"))))
        gone.addnext(holder)

    def add_paragraph(self, behind: str, words: str, author: str) -> Any:
        """Put a new paragraph of the same kind behind the one that holds words, tracked as Word does it."""
        before = self.paragraph(behind)
        new = etree.fromstring(etree.tostring(before))
        for child in list(new):
            if child.tag != w("pPr"):
                new.remove(child)
        holder = self.changed("ins", author)
        holder.append(self.run(words))
        new.append(holder)
        before.addnext(new)
        self.mark(before, "ins", author)
        return new

    def row(self, words: str) -> Any:
        """Return the row of a table that holds words."""
        return next(row for row in self.document.iter(w("tr")) if words in "".join(row.itertext()))

    def delete_row(self, words: str, author: str) -> None:
        """Take a whole row out, tracked."""
        row = self.row(words)
        for run in list(row.iter(w("r"))):
            text = "".join(t.text or "" for t in run.iter(w("t")))
            holder = self.changed("del", author)
            run.getparent().replace(run, holder)
            holder.append(self.run(text, run.find(w("rPr")), "delText"))
        self._row_changed(row, "del", author)

    def add_row(self, behind: str, cells: list[str], author: str) -> None:
        """Put a row in behind another, tracked."""
        row = etree.Element(w("tr"))
        self._row_changed(row, "ins", author)
        for words in cells:
            cell = etree.SubElement(row, w("tc"))
            holder = self.changed("ins", author)
            holder.append(self.run(words))
            etree.SubElement(cell, w("p")).append(holder)
        self.row(behind).addnext(row)

    def _row_changed(self, row: Any, tag: str, author: str) -> None:
        properties = row.find(w("trPr"))
        if properties is None:
            properties = etree.Element(w("trPr"))
            row.insert(0, properties)
        properties.append(self.changed(tag, author))

    def mark(self, paragraph: Any, tag: str, author: str) -> None:
        """Say that the mark at the end of a paragraph was put in or taken out."""
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = etree.Element(w("pPr"))
            paragraph.insert(0, properties)
        looks = etree.SubElement(properties, w("rPr"))
        looks.append(self.changed(tag, author))

    def split_before(self, words: str, author: str) -> None:
        """Press Enter before words: what stood before them becomes a paragraph of its own, tracked."""
        run = self.run_of(words)
        behind = run.getparent()
        before = etree.Element(w("p"))
        behind.addprevious(before)
        for child in list(behind):
            if child is run:
                break
            before.append(etree.fromstring(etree.tostring(child)) if child.tag == w("pPr") else child)
        self.mark(before, "ins", author)

    def join_behind(self, words: str, author: str, between: str = "") -> None:
        """Take out the end of the paragraph that holds words, and type something in its place, tracked."""
        paragraph = self.paragraph(words)
        self.mark(paragraph, "del", author)
        if between:
            holder = self.changed("ins", author)
            holder.append(self.run(between))
            paragraph.append(holder)

    def comment(self, words: str, body: str, author: str, answers: str = "", *, done: bool = False) -> str:
        """Comment on words, or answer a comment on them; return its id."""
        self._next += 1
        key = str(self._next)
        run = self.run_of(words)
        for place, tag in ((run.addprevious, "commentRangeStart"), (run.addnext, "commentRangeEnd")):
            border = etree.Element(w(tag))
            border.set(w("id"), key)
            place(border)
        sign = etree.Element(w("r"))
        etree.SubElement(sign, w("commentReference")).set(w("id"), key)
        run.getnext().addnext(sign)
        self._comment(key, body, author, answers, done=done)
        return key

    def remove_comments(self) -> None:
        """Take all comments out."""
        for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            for mark in list(self.document.iter(w(tag))):
                mark.getparent().remove(mark)
        for comment in list(self.comments):
            self.comments.remove(comment)

    def _comment(self, key: str, body: str, author: str, answers: str, *, done: bool) -> None:
        comment = etree.SubElement(self.comments, w("comment"))
        for name, value in (("id", key), ("author", author), ("date", WHEN)):
            comment.set(w(name), value)
        paragraph = etree.SubElement(comment, w("p"))
        paragraph.set(f"{{{_W14}}}paraId", f"2{int(key):07X}")
        paragraph.append(self.run(body))
        extra = etree.SubElement(self.extended, f"{{{W15}}}commentEx")
        extra.set(f"{{{W15}}}paraId", f"2{int(key):07X}")
        if answers:
            extra.set(f"{{{W15}}}paraIdParent", self._paragraph_id(answers))
        extra.set(f"{{{W15}}}done", str(int(done)))

    def _paragraph_id(self, key: str) -> str:
        comment = next(c for c in self.comments if c.get(w("id")) == key)
        return str(list(comment.iter(w("p")))[-1].get(f"{{{_W14}}}paraId"))

    def type_untracked(self, words: str, new: str) -> None:
        """Put words in the place of others as if nothing was tracked."""
        run = self.run_of(words)
        run.getparent().replace(run, self.run(new, run.find(w("rPr"))))


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return parts as the bytes of a zip archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def answered(content: bytes) -> bytes:
    """Return a file that was sent as it comes back, with a change and a comment of two people."""
    file = WordFile.of(content)
    file.replace("must", "have to", "Pat Adviser")
    file.comment("Posts are records.", "All of them?", "Kim Other")
    return file.saved()
