"""A Word document as the first draft of a policy: one Markdown file for each of its top headings.

What Markdown cannot say is listed; whether the words were kept is found out by reading the files again.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.policy import Text, build_policy
from reviewtui.exchange.word.layout.sent_text import sent_paragraphs
from reviewtui.exchange.word.markdown.draft_blocks import DraftBlock, DraftReading, note_label
from reviewtui.exchange.word.reading.original_document import Original, OriginalDocument
from reviewtui.exchange.word.reading.paragraph import NOTE_SIGN, WordDocument

_MOST_TOLD = 6
_SENTENCES = {
    "empty heading": ("{n} empty heading was left out.", "{n} empty headings were left out."),
    "long heading": (
        "{n} paragraph that only looks like a heading became a paragraph.",
        "{n} paragraphs that only look like headings became paragraphs.",
    ),
    "bold heading": (
        "No paragraph has the style of a heading; {n} bold one was taken for a heading.",
        "No paragraph has the style of a heading; {n} bold ones were taken for headings.",
    ),
    "nested table": (
        "{n} table stood in a cell of another one, and stands behind that now.",
        "{n} tables stood in cells of others, and stand behind those now.",
    ),
    "contents": ("The table of contents ({n} line) was left out.", "The table of contents ({n} lines) was left out."),
    "text box": (
        "{n} paragraph of a text box stands in the text now, where the box was.",
        "{n} paragraphs of text boxes stand in the text now, where the boxes were.",
    ),
    "inner link": (
        "{n} reference to a place in the document became plain words.",
        "{n} references to places in the document became plain words.",
    ),
    "merged cell": ("{n} merged cell of a table was taken apart.", "{n} merged cells of tables were taken apart."),
}


@dataclass(frozen=True, slots=True)
class FirstDraft:
    """The files of a policy by name, in reading order, its title, and what was not kept."""

    files: dict[str, str]
    title: str
    told: tuple[str, ...]


def first_draft(document: WordDocument) -> FirstDraft:
    """Return the sections that a document falls into."""
    originals = OriginalDocument(document.paragraphs)
    reading = DraftReading()
    blocks = list(reading.blocks(originals.paragraphs))
    notes = _notes(originals.paragraphs, reading)
    files = {name: _file(part, notes) for name, part in _parts(blocks)}
    title = next((block.words for block in blocks if block.kind == "heading"), document.title)
    report = (
        *_told(reading),
        *_margins(originals.paragraphs),
        *document.left_out,
        *_changed(files, originals.paragraphs),
    )
    return FirstDraft(files, " ".join(title.split()), tuple(report))


def _notes(originals: Sequence[Original], reading: DraftReading) -> dict[str, str]:
    """The words of each footnote by label, its later paragraphs indented."""
    notes: dict[str, list[str]] = {}
    for original in originals:
        if original.first.part.startswith(("footnote ", "endnote ")):
            words = reading.written(original).text.strip()
            notes.setdefault(note_label(original.first.part), []).append(words)
    return {label: "\n\n    ".join(word for word in words if word) for label, words in notes.items()}


def _parts(blocks: Sequence[DraftBlock]) -> Iterator[tuple[str, list[DraftBlock]]]:
    """Give the name of each file and the blocks in it: what stands before the first heading is the index."""
    level = _splitting_level(blocks)
    parts: list[list[DraftBlock]] = [[]]
    for block in blocks:
        if block.kind == "heading" and block.level == level:
            parts.append([])
        parts[-1].append(block)
    count = len(parts)
    width = max(2, len(str(count)))
    for number, part in enumerate(parts):
        if part:
            yield f"{number:0{width}}-{slug(part[0].words)}.md" if number else "index.md", part


def _splitting_level(blocks: Sequence[DraftBlock]) -> int:
    """The level of the headings at which files begin: a single one at the top is the title of all."""
    headings = [block for block in blocks if block.kind == "heading"]
    levels = sorted({block.level for block in headings})
    if len(levels) > 1 and sum(block.level == levels[0] for block in headings) == 1 and headings[0].level == levels[0]:
        return levels[1]
    return levels[0] if levels and len(headings) > 1 else 0


def slug(words: str) -> str:
    """Return words as a part of a file's name."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].strip("-") or "section"


def _file(blocks: Sequence[DraftBlock], notes: dict[str, str]) -> str:
    text = "".join(_joined(blocks))
    labels = dict.fromkeys(note_label(note) for block in blocks for note in block.notes)
    definitions = "".join(f"\n[^{label}]: {notes[label]}\n" for label in labels if notes.get(label))
    return f"{text}\n{definitions}"


class _Indent(NamedTuple):
    """An item that is still open: its depth in the document, and how many characters its marker has."""

    depth: int
    width: int


def _joined(blocks: Sequence[DraftBlock]) -> Iterator[str]:
    """Give the blocks with the marks before them; code that follows code stands between the same fences."""
    before: DraftBlock | None = None
    indents: list[_Indent] = []
    counts: dict[int, int] = {}
    for block in _with_code_joined(blocks):
        if block.kind != "item":
            indents, counts = [], {}
        if before is not None:
            yield "\n" if _follows(block, before) else "\n\n"
        yield _marked(block, indents, counts)
        before = block


def _follows(block: DraftBlock, before: DraftBlock) -> bool:
    """Whether an item stands right below another; a numbered list inside of one begins apart."""
    return before.kind == block.kind == "item" and (block.depth <= before.depth or not block.ordered)


def _with_code_joined(blocks: Sequence[DraftBlock]) -> Iterator[DraftBlock]:
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        if kind == "code":
            yield DraftBlock("code", "\n".join(block.text for block in group))
        else:
            yield from group


def _marked(block: DraftBlock, indents: list[_Indent], counts: dict[int, int]) -> str:
    if block.kind == "heading":
        return f"{'#' * block.level} {block.text}"
    if block.kind == "quote":
        return "\n".join(f"> {line}" for line in block.text.split("\n"))
    if block.kind == "code":
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", block.text)), default=0))
        return f"{fence}\n{block.text}\n{fence}"
    return _item(block, indents, counts) if block.kind == "item" else block.text


def _item(block: DraftBlock, indents: list[_Indent], counts: dict[int, int]) -> str:
    # Where headings are the first depth of a list, its clauses begin at the second: the first one stands in none.
    while indents and indents[-1].depth >= block.depth:
        indents.pop()
    depth = len(indents)
    for deeper in [key for key in counts if key > depth]:
        del counts[deeper]
    number = block.label.rstrip(".")
    counts[depth] = (
        int(number) if depth not in counts and number.isdigit() and len(number) < 9 else counts.get(depth, 0) + 1
    )
    marker = f"{counts[depth]}. " if block.ordered else "* "
    indent = sum(each.width for each in indents)
    indents.append(_Indent(block.depth, len(marker)))
    inside = f"\n{' ' * (indent + len(marker))}"
    return f"{' ' * indent}{marker}{block.text.replace(chr(10), inside)}"


def _told(reading: DraftReading) -> Iterator[str]:
    for what, count in reading.counts.items():
        if count:
            yield _SENTENCES[what][count > 1].format(n=count)
    if reading.labels:
        shown = "; ".join(reading.labels[:_MOST_TOLD])
        more = f" and {len(reading.labels) - _MOST_TOLD} more" if len(reading.labels) > _MOST_TOLD else ""
        yield f"Automatic numbers of headings are not in the text: {shown}{more}."
    if reading.items:
        shown = ", ".join(dict.fromkeys(reading.items[:_MOST_TOLD]))
        many = counted(len(reading.items), "item", "was")
        yield f"{many} numbered in another way ({shown} …) and counted 1., 2., 3. now."


def _margins(originals: Sequence[Original]) -> Iterator[str]:
    for kind in ("header", "footer"):
        words = dict.fromkeys(
            " ".join(original.text.split())
            for original in originals
            if original.first.part == kind and original.text.strip()
        )
        if words:
            yield f"The {kind} of the pages is left out: {', '.join(f'“{word[:60]}”' for word in list(words)[:3])}."


def _changed(files: dict[str, str], originals: Sequence[Original]) -> Iterator[str]:
    """Read the files again, and name the paragraphs whose words are not in them as they were."""
    texts = {name: Text(name, text, "") for name, text in files.items()}
    policy = build_policy("", texts)
    texts_seen = [original.text for original in sent_paragraphs(policy, policy.sections)]
    kept = {" ".join(text.split()) for text in texts_seen}
    pieces = {" ".join(part.split()) for text in texts_seen for part in text.split("\n")}
    lost = [
        " ".join(original.text.split())
        for original in originals
        if original.first.part in {"body", "text box"}
        and not original.paragraphs[-1].style.casefold().startswith("toc ")
        if original.text.replace(NOTE_SIGN, "").strip() and " ".join(original.text.split()) not in kept | pieces
    ]
    if lost:
        shown = ", ".join(f"“{words[:60]}”" for words in lost[:_MOST_TOLD])
        yield f"{counted(len(lost), 'paragraph', 'is')} not in the text just as in the document: {shown}."
