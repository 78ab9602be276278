"""Links and references inside the policy that lead nowhere, and footnotes to which nothing leads."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reviewtui.checks.input.check_input import CheckInput
from reviewtui.checks.input.code_spans import code_spans, is_within
from reviewtui.checks.structure.link_targets import LinkTargets
from reviewtui.checks.structure.section_references import lost_references
from reviewtui.domain.policy.policy import Text
from reviewtui.domain.review.findings.finding import Finding, finding_id
from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.inline_run import Link

NAME = "link"
_DEFINITION = re.compile(r"^[ \t>]*(?P<all>\[(?P<name>[^\[\]\n^][^\[\]\n]*)\]:[ \t]*(?P<target>\S+))", re.MULTILINE)
_FOOTNOTE = re.compile(r"(?<!\\)\[\^(?P<label>[^\[\]\s]{1,60})\](?!:)")


def find(material: CheckInput) -> Iterator[Finding]:
    """Yield every link to a section or heading that does not exist, and every reference without a target."""
    targets = LinkTargets(material)
    for path in material.paths:
        text = material.policy.texts[path]
        hidden = code_spans(text.text)
        sure, doubtful = (*_links(targets, text), *_references(text), *_notes(text)), lost_references(material, text)
        told = (*((each, False) for each in sure), *((each, True) for each in doubtful))
        for (start, end, message), advises in told:
            if not is_within(start, hidden):
                words = text.text[start:end]
                yield Finding(finding_id(NAME, path, words), NAME, path, start, end, message, advises=advises)


def _links(targets: LinkTargets, text: Text) -> Iterator[tuple[int, int, str]]:
    document = document_of(text.text)
    links = [(link.start, link.end, link.target) for link in document.links if _is_judged(link)]
    for block in document.blocks:
        if block.kind == "definition":
            definitions = _DEFINITION.finditer(text.text, block.start, block.content_end)
            links += [(*match.span("all"), match["target"]) for match in definitions]
    faults: dict[str, str] = {}
    for start, end, target in links:
        if target not in faults:
            faults[target] = targets.broken(text.path, target.strip("<>"))
        if why := faults[target]:
            yield start, end, why


def _is_judged(link: Link) -> bool:
    """A reference is judged once, where its target is defined."""
    return link.kind == "inline" and not link.image


def _references(text: Text) -> Iterator[tuple[int, int, str]]:
    """Yield the links and footnote marks that lead to nothing in the text; brackets alone may be mere brackets."""
    document = document_of(text.text)
    for broken in document.broken:
        end = broken.end + 2 * text.text.startswith("[]", broken.end)
        words = text.text[broken.start : end]
        if not broken.short and not words.startswith("!"):
            yield broken.start, end, f"the link “{words[1:].partition(']')[0]}” has no target"
    known = {mark.start for mark in document.footnotes}
    for match in _FOOTNOTE.finditer(text.text):
        if match.start() not in known:
            yield *match.span(), f"the footnote “{match['label']}” is not in the text"


def _notes(text: Text) -> Iterator[tuple[int, int, str]]:
    """Yield the labels of the footnotes that no page shows, for want of a mark or since the label is taken."""
    document = document_of(text.text)
    notes = [block for block in document.blocks if "footnote" in block.within and block.label]
    shown = _shown_notes(document, notes)
    first: set[str] = set()
    for note in notes:
        label = note.label.casefold()
        for start, end in note.markers:
            if not text.text.startswith("[^", start):
                continue
            if label in first:
                yield start, end, "a footnote of this label stands before it, and no page shows this one"
            elif label not in shown:
                yield start, end, "no mark in the text leads to this footnote, and no page shows it"
            first.add(label)


def _shown_notes(document: Document, notes: Sequence[Block]) -> set[str]:
    """Return the labels to which a mark leads that is shown; one in a footnote is where that is."""
    leads: defaultdict[str, set[str]] = defaultdict(set)
    for mark in document.footnotes:
        number = bisect_right(notes, mark.start, key=lambda note: note.start) - 1
        is_inside = number >= 0 and mark.start < notes[number].content_end
        leads[notes[number].label.casefold() if is_inside else ""].add(mark.label.casefold())
    shown: set[str] = set()
    waiting = [""]
    while waiting:
        more = leads.pop(waiting.pop(), set())
        shown |= more
        waiting += more
    return shown
