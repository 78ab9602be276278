"""The format CriticMarkup; reads each mark as a suggestion or a remark at exactly the words that it stands at."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.events import Cover
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import BroughtAct, BroughtPlace, Incoming, Voice
from reviewtui.exchange.criticmarkup import criticmarkup_writer
from reviewtui.exchange.criticmarkup.criticmarkup_signs import code_spans, marks, unescaped
from reviewtui.exchange.criticmarkup.file_layout import FilePart, MarkedFile, read_file
from reviewtui.exchange.criticmarkup.foreign_file import ForeignFile, foreign_file
from reviewtui.exchange.criticmarkup.marked_acts import Marked, acts_of, numbered, taken_apart, voice_of, whole_acts
from reviewtui.exchange.formats.export_content import whole_texts
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.exchange.formats.remark_text import sent_replacement, suggested_passage, with_typed_signs
from reviewtui.exchange.formats.sent_paths import own_path
from reviewtui.text.diff.prose.prose_diff import Hunk, diff_texts
from reviewtui.text.meaning.dependent_changes import PieceChange
from reviewtui.text.merge.joined_changes import SpanChange, joined_changes, runs_as_one
from reviewtui.text.words.sentences import sentence_spans
from reviewtui.views.excerpt import clipped

write = criticmarkup_writer.write
_MOST_CHARACTERS = 5_000_000
_SLACK = 10_000
_ROOM = 200_000
"""Characters that marks and comments may take beside the text, ten times as long at most."""
_EMPTY_LINES = re.compile(r"\A(?:[ \t]*\n)+")
_LIKE = 0.5
"""A part that shares less than this of its words with a section is not that section."""


def read(content: bytes, context: ImportContext) -> Incoming:
    """Return what a file brings in.

    Raises:
        Refused: it is no text, or no section of this policy.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused("This file is no text in UTF-8; save it as UTF-8.") from error
    policy = sum(len(own.text) for own in context.draft.policy.texts.values())
    if len(text) > min(_MOST_CHARACTERS, 10 * policy + _ROOM) or "\0" in text:
        raise Refused("This is no Markdown file, or a very large one.")
    file = read_file(text)
    sent = context.sent(file.policy_id, file.version) if file is not None else context.draft
    foreign = foreign_file(text, sent.policy) if file is None else None
    parts = file.parts if file is not None else foreign.parts if foreign is not None else ()
    reading = _CriticReading(context.draft, sent)
    acts = list(_general(reading, _around(file, foreign)))
    for part in parts:
        acts += _part(reading, part._replace(path=own_path(sent.policy, part.path)))
    acts = list(numbered(acts))
    export, version = (file.export, file.version) if file is not None else ("", "")
    told = foreign.told if foreign is not None else ()
    left_out = (*reading.told(), *(_missing(file, sent.policy) if file is not None else told))
    read_lines = (f"{counted(len(acts), 'remark')} in {counted(len(parts), 'section')}.",)
    held = _held(file, sent.policy) if file is not None else ()
    return Incoming("criticmarkup", export, version, tuple(acts), held, read=read_lines, left_out=left_out)


@dataclass
class _CriticReading:
    """What is read with: the draft of now, the text that was sent; and what has been left out so far."""

    draft: Draft
    sent: Draft
    left_out: list[str] = field(default_factory=list)
    wordless: int = 0
    retyped: int = 0
    """Changes of quotation marks, dashes and the signs of list items alone."""

    def told(self) -> Iterator[str]:
        """Give what was left out, in sentences."""
        yield from self.left_out
        if self.wordless:
            yield f"{counted(self.wordless, 'highlight or comment')} without words."
        if self.retyped:
            yield f"{counted(self.retyped, 'change')} of quotation marks, dashes or signs of list items alone."


def _held(file: MarkedFile, policy: Policy) -> tuple[Cover, ...]:
    if file.is_cut:
        return ()
    here = {(own_path(policy, part.path), part.start) for part in file.parts}
    return whole_texts(policy, (section for section in policy.sections if (section.path, section.start) in here))


def _missing(file: MarkedFile, policy: Policy) -> Iterator[str]:
    """Say which of the sections that were sent are not in the file: to take one out is no suggestion by itself."""
    here = {(own_path(policy, part.path), part.start) for part in file.parts}
    if file.is_cut:
        yield "The file was cut off, or its last line taken out; if it was cut off, ask for it anew."
    order = [place for each in policy.sections if (place := (each.path, each.start)) in here]
    came = list(dict.fromkeys((own_path(policy, part.path), part.start) for part in file.parts))
    if [place for place in came if place in order] != order:
        yield "The sections stand in another order than they were sent in; to move one, say so in a remark."
    gone = [section.title for section in policy.sections if (section.path, section.start) not in here]
    if not file.parts:
        yield "None of the sections that were sent is in the file, or the lines that begin them were taken out."
    elif gone and file.sections == len(policy.sections):
        names = ", ".join(f"'{title}'" for title in gone)
        yield f"Not in the file, or without the line that begins it: {names}; nothing is said about it."


def _around(file: MarkedFile | None, foreign: ForeignFile | None) -> Iterator[tuple[str, str]]:
    """Give what of a file is no section, and where it stood."""
    if file is not None:
        yield file.general, "it stood before the first section"
        yield file.behind, "it stood behind the last section"
    for words in foreign.loose if foreign is not None else ():
        yield words, "it stood under the heading of no section, or of several"


def _general(reading: _CriticReading, around: Iterable[tuple[str, str]]) -> Iterator[BroughtAct]:
    """Remarks on the whole policy, which stand outside of the sections; other words there are one too."""
    for text, note in around:
        rest, at = "", 0
        comments = []
        for mark in marks(text, []):
            if mark.kind == "comment":
                rest += text[at : mark.start]
                at = mark.end
                comments.append(mark.new)
                reading.wordless += not mark.new.strip()
        yield from whole_acts(comments, reading.draft)
        words = (rest + text[at:]).lstrip("\ufeff").strip()
        if words:
            yield BroughtAct("comment", "", Voice(""), unescaped(words), note=note)


def _part(reading: _CriticReading, part: FilePart) -> Iterator[BroughtAct]:
    """What one section of a file brings in."""
    text = reading.sent.policy.texts.get(part.path)
    if text is None or part.end > len(text.text):
        reading.left_out.append(f"There is no section '{part.path}' in the text that was sent.")
        return
    source = text.text[part.start : part.end]
    base, marked = _fitting(part.text, source)
    hunks = diff_texts(source, base, exact=True).hunks if len(base) <= 4 * len(source) + _SLACK else None
    if hunks is None or sum(hunk.new_end - hunk.new_start for hunk in hunks) > _LIKE * max(len(base), len(source), 1):
        reading.left_out.append(
            f"'{part.path}' is so different from the text that was sent that nothing of it was read."
        )
        return
    for mark in joined_marks(base, marked, hunks):
        each = _with_own_lines(base, mark, hunks)
        start, end = _offset(each.start, hunks), _offset(each.end, hunks)
        whole = BroughtPlace(part.path, part.start, None)
        place = whole if start is None or end is None else BroughtPlace(part.path, part.start + start, part.start + end)
        says = each.mark.kind not in {"comment", "highlight"} or any(words.strip() for words in each.comments)
        reading.wordless += not says
        yield from acts_of(each, place, base[each.start : each.end], reading.draft) if says else ()
    left = _without_accepted(reading, part, (source, base), hunks)
    yield from _unmarked(reading, part, (source, base), left, sorted(each.start for each in marked))


def _without_accepted(
    reading: _CriticReading, part: FilePart, texts: tuple[str, str], hunks: Sequence[Hunk]
) -> Sequence[Hunk]:
    """The changes without those that put a suggestion of ours into the text, as a program does that accepts marks."""
    source, base = texts
    left = list(hunks)
    for thread in reading.sent.review.threads.values():
        passage = suggested_passage(reading.sent, thread) if left else None
        if passage is None or passage[0] != part.path or not part.start <= passage[1] <= passage[2] <= part.end:
            continue
        start, end = passage[1] - part.start, passage[2] - part.start
        touching = [hunk for hunk in hunks if hunk.old_start <= end and start <= hunk.old_end]
        low = min([start, *(hunk.old_start for hunk in touching)])
        high = max([end, *(hunk.old_end for hunk in touching)])
        before = sum(_grown(hunk) for hunk in hunks if hunk.old_end <= low and hunk not in touching)
        behind = before + sum(map(_grown, touching))
        wanted = f"{source[low:start]}{sent_replacement(thread) or ''}{source[end:high]}"
        if touching and base[low + before : high + behind] == wanted:
            name = reading.draft.review.name_of(thread.id)
            reading.left_out.append(
                f"The suggestion {name} is put into the text there without its mark; it stays as it is."
            )
            left = [hunk for hunk in left if hunk not in touching]
    return left


def _grown(hunk: Hunk) -> int:
    return (hunk.new_end - hunk.new_start) - (hunk.old_end - hunk.old_start)


def _unmarked(
    reading: _CriticReading, part: FilePart, texts: tuple[str, str], hunks: Sequence[Hunk], marked: Sequence[int]
) -> Iterator[BroughtAct]:
    """What was changed without a mark, between the text that was sent and what came back of it.

    Changes that belong together are one, unless a mark stands between them, at one of `marked`.
    """
    source, base = texts
    for _, apart in groupby(_typed(reading, texts, hunks), key=lambda change: bisect_left(marked, change.new[1])):
        for (start, end), new in joined_changes(source, base, apart):
            words = base[slice(*new)]
            reaches_end = not source[end:].strip()
            if reaches_end and part.ending == "lost":
                reading.left_out.append(_broken_off(part.path, words))
                continue
            is_gone = reaches_end and part.ending == "unknown" and not words.strip()
            note = "changed without a mark, unless the file was cut off here" if is_gone else "changed without a mark"
            place = BroughtPlace(part.path, part.start + start, part.start + end)
            quote = source[start:end]
            yield BroughtAct("suggestion", "", Voice(""), place=place, replacement=words, quote=quote, note=note)


def _typed(reading: _CriticReading, texts: tuple[str, str], hunks: Sequence[Hunk]) -> Iterator[SpanChange]:
    """The changes that a person typed; those that programs make by themselves are counted."""
    source, base = texts
    for hunk in hunks:
        words, quote = base[hunk.new_start : hunk.new_end], source[hunk.old_start : hunk.old_end]
        if words.split() == quote.split():
            continue
        if _is_retyped(words, quote, base[: hunk.new_start]):
            reading.retyped += 1
            continue
        yield SpanChange((hunk.old_start, hunk.old_end), (hunk.new_start, hunk.new_end))


def _is_retyped(words: str, quote: str, before: str) -> bool:
    """Whether a change is one that programs make by themselves: of typographic signs, or of a list item's sign."""
    begins_line = not before.rpartition("\n")[2].strip()
    return with_typed_signs(words) == with_typed_signs(quote) or (
        begins_line and {words.strip(), quote.strip()} <= {"-", "*", "+"}
    )


def _broken_off(path: str, words: str) -> str:
    read = f"; its last words were not read: “{clipped(' '.join(words.split()))}”" if words.strip() else ""
    return f"'{path}' breaks off before its end{read}; nothing is said about the rest."


def _fitting(text: str, source: str) -> tuple[str, list[Marked]]:
    """A part taken apart so that what is left is what was sent: with marks in code only if that fits better."""
    without, with_code = taken_apart(text, code_spans(text)), None
    if without[0] != source:
        own = taken_apart(text, [])
        with_code = own if own[0] == source else None
    return with_code or without


def _with_own_lines(base: str, marked: Marked, hunks: Sequence[Hunk]) -> Marked:
    """Return words put in on lines of their own with the empty line beside them, which nobody marks as new.

    They stand behind the words before them then, wherever among the white space they were written, and before the
    first words of a file where there are none. They keep the indent by which they are a sub-item, or code.
    """
    before, behind = base[: marked.start].rstrip(), base[marked.end :].lstrip()
    low, high = len(before), len(base) - len(behind)
    around = base[low : marked.start], base[marked.end : high]
    is_alone = marked.mark.kind == "insert" and "\n" in around[1] and ("\n" in around[0] or not before)
    if not is_alone or not any(low <= hunk.new_start and hunk.new_end <= high for hunk in hunks):
        return marked
    indented = around[0].rpartition("\n")[2] + marked.mark.new
    words = _EMPTY_LINES.sub("", indented).rstrip()
    if not words:
        return marked
    lines, at = (around[0].count("\n"), low) if before else (around[1].count("\n"), high)
    between = "\n" * min(2, lines)
    mark = marked.mark._replace(new=f"{between}{words}" if before else f"{words}{between}")
    return replace(marked, mark=mark, start=at, end=at)


def _offset(at: int, hunks: Sequence[Hunk]) -> int | None:
    """Where a character of the text without marks stands in what was sent; None inside of what was changed."""
    moved = at
    for hunk in hunks:
        if hunk.new_end <= at:
            moved = at - hunk.new_end + hunk.old_end
        elif hunk.new_start < at:
            return None
    return moved


def joined_marks(base: str, marked: Sequence[Marked], hunks: Sequence[Hunk]) -> list[Marked]:
    """Return marks in reading order, those by one person that hang together in a sentence as one.

    `base` is the text without marks, `hunks` are what was changed in it unmarked, which keeps marks apart.
    """
    voices = [voice_of(each) for each in marked]
    joined: list[Marked | None] = list(marked)
    for voice in dict.fromkeys(each for each in voices if each is not None):
        own = [number for number, each in enumerate(voices) if each == voice]
        changes = [PieceChange(marked[n].start, marked[n].end, marked[n].mark.new) for n in own]
        for run in runs_as_one(base, changes, lambda: sentence_spans(base)):
            first, *others = own[run]
            low, high = marked[first].start, marked[others[-1]].end
            if not any(hunk.new_start <= high and low <= hunk.new_end for hunk in hunks):
                joined[first] = _as_one(base, [marked[n] for n in (first, *others)])
                for number in others:
                    joined[number] = None
    return [each for each in joined if each is not None]


def _as_one(base: str, marked: Sequence[Marked]) -> Marked:
    first, last = marked[0], marked[-1]
    words, at = "", first.start
    for each in marked:
        words += base[at : each.start] + each.mark.new
        at = each.end
    mark = first.mark._replace(kind="replace", end=last.mark.end, old=base[first.start : last.end], new=words)
    return replace(first, mark=mark, end=last.end, comments=list(_comments(marked)))


def _comments(marked: Iterable[Marked]) -> Iterable[str]:
    """What was said at the marks, as one comment of whoever said it."""
    said = [comment for each in marked for comment in each.comments]
    return dict.fromkeys(said)
