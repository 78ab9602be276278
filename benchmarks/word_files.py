"""Word files that others made: does reading give every author's characters and comments, and is nothing invented?

    python benchmarks/word_files.py FOLDER...          # all .docx files below folders
    python benchmarks/word_files.py --fetch TARGET     # clones the named public repositories first, at these commits

What a file holds is taken from its XML by a few lines of their own here, which share nothing with the program: for each
author the characters put in and taken out, and the words of each comment. A file is exact if both agree, and otherwise
told with the difference. Nothing of these files is kept in this project.
"""

import argparse
import io
import re
import subprocess
import sys
import zipfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1]))

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.word.matching.tracked_edits import edits_of
from reviewtui.exchange.word.reading.original_document import OriginalDocument
from reviewtui.exchange.word.reading.word_document import read_document

REPOSITORIES = {
    "https://github.com/jgm/pandoc": ("3.1.11", "test/docx"),
    "https://github.com/python-openxml/python-docx": ("v1.1.2", "."),
    "https://github.com/apache/poi": ("REL_5_2_5", "test-data/document"),
}
"""Public repositories with such files: a commit by its tag, and the folder."""
_NAME = re.compile(r"\{[^}]*\}")
_WORDS = {"t", "delText"}
_IN, _OUT = {"ins", "moveTo"}, {"del", "moveFrom"}


def _name(element: Any) -> str:
    return _NAME.sub("", element.tag) if isinstance(element.tag, str) else ""


def _attribute(element: Any, name: str) -> str:
    return next((value for key, value in element.attrib.items() if _NAME.sub("", key) == name), "")


def _held(content: bytes) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """The letters that each author put in and took out, and the comments by author and letters."""
    changes: dict[str, Counter[str]] = defaultdict(Counter)
    comments: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml", name):
                for element in etree.fromstring(archive.read(name)).iter():
                    _count(element, changes)
            elif name == "word/comments.xml":
                for comment in etree.fromstring(archive.read(name)):
                    comments[f"{_attribute(comment, 'author')}: {_letters(comment)}"] += 1
    return changes, Counter(comment for comment in comments.elements() if not comment.endswith(": "))


def _count(element: Any, changes: dict[str, Counter[str]]) -> None:
    above = [_name(each) for each in element.iterancestors()]
    if _name(element) not in _WORDS or "Fallback" in above:
        return
    for way, names in (("+", _IN), ("-", _OUT)):
        author = next((_attribute(each, "author") for each in element.iterancestors() if _name(each) in names), None)
        if author is not None:
            changes[" ".join(author.split())].update(f"{way}{sign}" for sign in element.text or "" if sign.isalnum())


def _letters(element: Any) -> str:
    texts = (each.text or "" for each in element.iter() if _name(each) == "t")
    return "".join(sign for text in texts for sign in text if sign.isalnum())


def _read(content: bytes) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """The same as the program reads it."""
    document = read_document(content)
    original = OriginalDocument(document.paragraphs)
    changes: dict[str, Counter[str]] = defaultdict(Counter)
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            for way, change in (("+", run.inserted), ("-", run.deleted)):
                if change is not None:
                    changes[change.author].update(f"{way}{sign}" for sign in run.text if sign.isalnum())
    edits_of(original.paragraphs)
    bodies = ((each.author, "".join(sign for sign in each.body if sign.isalnum())) for each in document.comments)
    return changes, Counter(f"{author}: {body}" for author, body in bodies if body)


def _judged(path: Path) -> str:
    content = path.read_bytes()
    try:
        held = _held(content)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, RuntimeError):
        held = None
    try:
        given = _read(content)
    except Refused as refusal:
        return f"refused: {refusal}"
    if held is None:
        return "read, though it is damaged"
    names = {*held[0], *given[0]}
    changes = [name for name in names if held[0].get(name, Counter()) != given[0].get(name, Counter())]
    comments = (held[1] - given[1]) + (given[1] - held[1])
    return "exact" if not changes and not comments else f"differs: changes of {changes}, comments {list(comments)[:3]}"


def _fetched(target: Path) -> list[Path]:
    folders = []
    for address, (commit, folder) in REPOSITORIES.items():
        clone = target / address.rpartition("/")[2]
        if not clone.exists():
            subprocess.run(["git", "clone", "-q", "--depth", "1", "--branch", commit, address, str(clone)], check=True)
        folders.append(clone / folder)
    return folders


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--fetch", type=Path)
    given = parser.parse_args()
    folders = [*given.folders, *(_fetched(given.fetch) if given.fetch else ())]
    counts: Counter[str] = Counter()
    for path in sorted(path for folder in folders for path in folder.rglob("*.docx")):
        verdict = _judged(path)
        counts[verdict.partition(":")[0]] += 1
        if verdict != "exact":
            sys.stdout.write(f"{path.name}: {verdict}\n")
    sys.stdout.write(f"{counts.total()} files: {', '.join(f'{count} {name}' for name, count in counts.items())}\n")


if __name__ == "__main__":
    main()
