"""Reads a file of CriticMarkup: each mark becomes a suggestion or a remark at exactly the words that it stands at."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.incoming import BroughtAct, BroughtPlace, Incoming, Voice
from reviewtui.exchange.criticmarkup.file_layout import FilePart, MarkedFile, read_file
from reviewtui.exchange.criticmarkup.markup import CriticMark, code_spans, marks, unescaped
from reviewtui.exchange.formats.clauses import find_clause
from reviewtui.exchange.formats.known_texts import KnownTexts
from reviewtui.exchange.formats.sent_paths import own_path
from reviewtui.text.diff.prose.prose_diff import Hunk, diff_texts
from reviewtui.text.markdown.headings import headings

_MOST_CHARACTERS = 5_000_000
_MOST_MARKS = 20_000
_SLACK = 10_000
_ROOM = 200_000
"""Characters that marks and comments may take beside the text, ten times as long at most."""
_OURS = re.compile(r"\[#(?P<id>[0-9a-z]{26})\] (?P<name>[^:]{0,300}): (?P<words>.*)", re.DOTALL)
_NAMED = re.compile(r"\s*@(?P<name>[^:\n]{1,80}):\s*(?P<words>.*)", re.DOTALL)
_LIKE = 0.5
"""A part that shares less than this of its words with a section is not that section."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A mark of the file, at the characters `start` to `end` of the text without marks, with its comments."""

    mark: CriticMark
    start: int
    end: int
    comments: list[str]


def read(content: bytes, known: KnownTexts) -> Incoming:
    """Return what a file brings in.

    Raises:
        Refused: it is no text, or no section of this policy.

    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused("This file is no text in UTF-8; save it as UTF-8.") from error
    policy = sum(len(own.text) for own in known.draft.policy.texts.values())
    if len(text) > min(_MOST_CHARACTERS, 10 * policy + _ROOM) or "\0" in text:
        raise Refused("This is no Markdown file, or a very large one.")
    file = read_file(text)
    sent = known.sent(file.policy_id, file.version) if file is not None else known.draft
    parts = file.parts if file is not None else (_foreign(text, sent),)
    acts: list[BroughtAct] = list(_general(file)) if file is not None else []
    left_out: list[str] = []
    for part in parts:
        acts += _part(part._replace(path=own_path(sent.policy, part.path)), sent, left_out)
    acts = [_known(act, known.draft) for act in _numbered(acts)]
    export, version = (file.export, file.version) if file is not None else ("", "")
    return Incoming(
        "criticmarkup", export, version, tuple(acts), read=(f"{len(acts)} marks.",), left_out=tuple(left_out)
    )


def _foreign(text: str, sent: Draft) -> FilePart:
    """The section that a file without our lines is: the one with its text, else the one with its title."""
    text = text.removeprefix("\ufeff")
    base, _ = _taken_apart(text, code_spans(text))
    for section in sent.policy.sections:
        if sent.policy.body(section).strip() == base.strip():
            return FilePart(section.path, section.start, section.end, text)
    outline = headings(base)
    clause = find_clause(sent.policy, outline[0].title) if outline else None
    if clause is None:
        raise Refused("This file has the title of no section of the policy; export the section and mark that file.")
    return FilePart(clause.section.path, clause.section.start, clause.section.end, text)


def _taken_apart(text: str, code: list[tuple[int, int]]) -> tuple[str, list[_Told]]:
    """The text without marks, as it was before anything was suggested, and the marks where they stand in it."""
    parts: list[str] = []
    done: list[_Told] = []
    at = length = 0
    for count, mark in enumerate(marks(text, code)):
        plain = _without_escapes(text, at, mark.start, code)
        parts.append(plain)
        length += len(plain)
        if mark.kind == "comment" and done and not plain and done[-1].end == length:
            done[-1].comments.append(mark.new)
        elif mark.kind == "insert" and done and not plain and done[-1].mark.kind == "delete" and not done[-1].comments:
            done[-1] = replace(done[-1], mark=done[-1].mark._replace(kind="replace", new=mark.new))
        else:
            comments = [mark.new] if mark.kind == "comment" else []
            done.append(_Told(mark, length, length + len(mark.old), comments))
        parts.append(mark.old)
        length += len(mark.old)
        at = mark.end
        if count == _MOST_MARKS:
            raise Refused(f"This file holds more than {_MOST_MARKS} marks; it is too large to be an answer.")
    parts.append(_without_escapes(text, at, len(text), code))
    return "".join(parts), done


def _without_escapes(text: str, start: int, end: int, code: list[tuple[int, int]]) -> str:
    parts = []
    for first, last in code:
        if first < end and start < last:
            parts += [unescaped(text[start : max(start, first)]), text[max(start, first) : min(end, last)]]
            start = min(end, last)
    return "".join([*parts, unescaped(text[start:end])])


def _part(part: FilePart, sent: Draft, left_out: list[str]) -> Iterator[BroughtAct]:
    """What one section of a file brings in."""
    text = sent.policy.texts.get(part.path)
    if text is None or part.end > len(text.text):
        left_out.append(f"There is no section '{part.path}' in the text that was sent.")
        return
    source = text.text[part.start : part.end]
    base, marks = _fitting(part.text, source)
    hunks = diff_texts(source, base, exact=True).hunks if len(base) <= 4 * len(source) + _SLACK else None
    if hunks is None or sum(hunk.new_end - hunk.new_start for hunk in hunks) > _LIKE * max(len(base), len(source), 1):
        left_out.append(f"'{part.path}' is so different from the text that was sent that nothing of it was read.")
        return
    for each in marks:
        yield from _acts(each, part, base, hunks)
    for hunk in hunks:
        words = base[hunk.new_start : hunk.new_end]
        if words.split() != source[hunk.old_start : hunk.old_end].split():
            place = BroughtPlace(part.path, part.start + hunk.old_start, part.start + hunk.old_end)
            quote = source[hunk.old_start : hunk.old_end]
            yield BroughtAct(
                "suggestion", "", Voice(""), place=place, replacement=words, quote=quote, note="changed without a mark"
            )


def _fitting(text: str, source: str) -> tuple[str, list[_Told]]:
    """A part taken apart so that what is left is what was sent: with marks in code only if that fits better."""
    without, with_code = _taken_apart(text, code_spans(text)), None
    if without[0] != source:
        own = _taken_apart(text, [])
        with_code = own if own[0] == source else None
    return with_code or without


def _offset(at: int, hunks: Sequence[Hunk]) -> int | None:
    """Where a character of the text without marks stands in what was sent; None inside of what was changed."""
    moved = at
    for hunk in hunks:
        if hunk.new_end <= at:
            moved = at - hunk.new_end + hunk.old_end
        elif hunk.new_start < at:
            return None
    return moved


def _acts(marked: _Told, part: FilePart, base: str, hunks: Sequence[Hunk]) -> Iterator[BroughtAct]:
    """A mark as a remark or suggestion, with what else was said at it."""
    start, end = _offset(marked.start, hunks), _offset(marked.end, hunks)
    whole = BroughtPlace(part.path, part.start, None)
    place = whole if start is None or end is None else BroughtPlace(part.path, part.start + start, part.start + end)
    first, *others = [_said(words) for words in marked.comments] or [_Said("", "", "")]
    quote = base[marked.start : marked.end]
    act = BroughtAct("comment", first.id, Voice(first.name), first.words, place, quote=quote, to="", thread="")
    if marked.mark.kind in {"insert", "delete", "replace"}:
        act = replace(act, act="suggestion", replacement=marked.mark.new)
        if place is whole:
            act = replace(act.as_comment("it stands in words that were changed without a mark"))
    if act.act == "suggestion" or act.body:
        yield act
    for each in others:
        if each.words and each.id != first.id:
            to = first.id or ""
            yield BroughtAct("reply" if to else "comment", each.id, Voice(each.name), each.words, place, to=to)


@dataclass(frozen=True, slots=True)
class _Said:
    """A comment: its id where it is ours, and who says what."""

    id: str
    name: str
    words: str


def _said(comment: str) -> _Said:
    ours = _OURS.fullmatch(comment)
    if ours:
        return _Said(ours["id"], ours["name"].rpartition(", ")[0] or ours["name"], ours["words"].strip())
    named = _NAMED.fullmatch(comment)
    return _Said("", named["name"].strip() if named else "", (named["words"] if named else comment).strip())


def _general(file: MarkedFile) -> Iterator[BroughtAct]:
    """Remarks on the whole policy, which stand before the first section."""
    for mark in marks(file.general, []):
        if mark.kind == "comment" and (comment := _said(mark.new)).words:
            yield BroughtAct("comment", comment.id, Voice(comment.name), comment.words)


def _numbered(acts: Sequence[BroughtAct]) -> Iterator[BroughtAct]:
    """Give acts that have no id of ours one that is the same as often as the file is read."""
    counts: Counter[str] = Counter()
    for act in acts:
        if act.item:
            yield act
            continue
        parts = (act.voice.name, act.act, str(act.place), act.body, str(act.replacement))
        digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]
        counts[digest] += 1
        yield replace(act, item=digest if counts[digest] == 1 else f"{digest}-{counts[digest]}")


def _known(act: BroughtAct, draft: Draft) -> BroughtAct:
    """A remark of ours that the clone has, as that; with other words in it, an answer that tells them."""
    thread = draft.review.threads.get(act.item) or draft.review.threads.get(act.to)
    if thread is None:
        return act
    if act.act == "reply":
        ids = {entry.event.id for entry in thread.entries}
        return replace(act, thread=thread.id) if act.item in ids else replace(act, place=None)
    if act.act != "suggestion" or thread.replacement is None or act.replacement == thread.replacement:
        return replace(act, thread=thread.id)
    body = f"In the file that came back the suggested words are: “{act.replacement}”"
    return BroughtAct("reply", f"{act.item}+", Voice(""), body, to=thread.id)
