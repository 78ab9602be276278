"""The marks of a file as acts: what each asks for, what was said at it, and which of it we sent out ourselves."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import BroughtAct, BroughtPlace, Voice
from reviewtui.exchange.criticmarkup.criticmarkup_signs import CriticMark, marks, outside_code, unescaped
from reviewtui.exchange.formats.remark_text import (
    sent_replacement,
    suggested_passage,
    texts_ever_sent,
    with_typed_signs,
)
from reviewtui.text.words.spacing import single_spaced

_MOST_MARKS = 20_000
_OURS = re.compile(r"\s*\[#(?P<id>[0-9a-z]{26})\]\s+(?P<name>[^:]{0,300}):\s+(?P<words>.*)", re.DOTALL)
_NAMED = re.compile(r"\s*@(?P<name>[^:\n]{1,80}):\s*(?P<words>.*)", re.DOTALL)
_CHANGED = "In the file that came back this reads: “{}”"
_SUGGESTS = "In the file that came back the suggested words are: “{}”"


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark of the file, at the characters `start` to `end` of the text without marks, with its comments."""

    mark: CriticMark
    start: int
    end: int
    comments: list[str]


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment: its id where it is ours, and who says what."""

    id: str
    name: str
    words: str


def _comment(words: str) -> _Comment:
    ours = _OURS.fullmatch(words)
    if ours:
        name = single_spaced(ours["name"])
        return _Comment(ours["id"], name.rpartition(", ")[0] or name, ours["words"].strip())
    named = _NAMED.fullmatch(words)
    return _Comment("", named["name"].strip() if named else "", (named["words"] if named else words).strip())


def voice_of(marked: Marked) -> str | None:
    """Return who made a mark that puts words in or takes words out; None for others, and for marks of ours."""
    comments = list(map(_comment, marked.comments))
    if marked.mark.kind in {"comment", "highlight"} or any(comment.id for comment in comments):
        return None
    return comments[0].name if comments else ""


def acts_of(marked: Marked, place: BroughtPlace, quote: str, draft: Draft) -> Iterator[BroughtAct]:
    """Give a mark as a remark or suggestion at `place`, with what else was said at it; `draft` knows what we sent."""
    # Comments of ours name the thread that the mark is of, wherever somebody wrote beside them.
    first, *others = sorted(map(_comment, marked.comments), key=lambda each: not each.id) or [_Comment("", "", "")]
    act = BroughtAct("comment", first.id, Voice(first.name), first.words, place, quote=quote)
    if marked.mark.kind in {"insert", "delete", "replace"}:
        act = replace(act, act="suggestion", replacement=marked.mark.new)
        if place.end is None:
            act = act.as_comment("it stands in words that were changed without a mark")
    if act.act == "suggestion" or act.body:
        yield from _known(act, first.words, draft)
    yield from _answers(others, first.id, place, draft)


def _beside(comment: _Comment, root: str, place: BroughtPlace | None, draft: Draft) -> Iterator[BroughtAct]:
    """What else was said at a mark: an answer where that has a remark of ours, else a remark of its own."""
    if not comment.words:
        return
    act = BroughtAct("comment", comment.id, Voice(comment.name), comment.words, place)
    if comment.id in draft.review.threads and comment.id != root:
        # Another remark of ours, told here since no mark of its own could stand there.
        yield from _known(act, comment.words, draft)
    elif comment.id == root and root:
        # The author's answer bears the id of what it answers.
        yield from list(_known(act, comment.words, draft))[1:] if root in draft.review.threads else ()
    else:
        yield from _known(replace(act, act="reply", to=root) if root else act, comment.words, draft)


def whole_acts(comments: Sequence[str], draft: Draft) -> Iterator[BroughtAct]:
    """Give what comments on the whole policy say; what follows a remark of ours with an id of its own answers that."""
    yield from _answers(list(map(_comment, comments)), "", None, draft)


def _answers(comments: Sequence[_Comment], root: str, place: BroughtPlace | None, draft: Draft) -> Iterator[BroughtAct]:
    """Give comments that stand in a row: what follows a remark of ours answers that, before any it answers `root`."""
    for each in comments:
        yield from _beside(each, root if each.id or place is not None else "", place, draft)
        root = each.id if each.id in draft.review.threads or (each.id and not root) else root


def _known(act: BroughtAct, words: str, draft: Draft) -> Iterator[BroughtAct]:
    """A remark of ours that the clone has, as that; where the file has other words in it, an answer that tells them."""
    threads = draft.review.threads
    thread = threads.get(act.item) or threads.get(act.to)
    if thread is None:
        yield act
        return
    if act.act == "reply" and act.item not in {entry.event.id for entry in thread.entries}:
        yield replace(act, place=None)
        return
    yield replace(act, thread=thread.id)
    changed = "\n\n".join(_changed(act, words, thread, draft))
    if changed:
        yield BroughtAct("reply", f"{act.item}+", Voice(""), changed, to=thread.id)


def _changed(act: BroughtAct, words: str, thread: Thread, draft: Draft) -> Iterator[str]:
    """What a remark of ours says in the file and never said when it was sent out."""
    wished = thread.replacement
    same = wished is not None and (
        with_typed_signs(act.replacement or "") == with_typed_signs(wished) or _makes_the_same(act, thread, draft)
    )
    if act.act == "suggestion" and wished is not None and not same:
        yield _SUGGESTS.format(act.replacement)
    if words and with_typed_signs(words) not in set(map(with_typed_signs, texts_ever_sent(draft, thread))):
        yield _CHANGED.format(words)


def _makes_the_same(act: BroughtAct, thread: Thread, draft: Draft) -> bool:
    """Whether a mark, which holds the whole piece of code around a suggestion in code, makes the same of the text."""
    passage, place = suggested_passage(draft, thread), act.place
    if passage is None or place is None or place.start is None or place.path != passage[0]:
        return False
    text = draft.policy.texts[place.path].text
    made = f"{text[: place.start]}{act.replacement or ''}{text[place.end :]}"
    return made == f"{text[: passage[1]]}{sent_replacement(thread) or ''}{text[passage[2] :]}"


def numbered(acts: Sequence[BroughtAct]) -> Iterator[BroughtAct]:
    """Give acts that have no id of ours one that is the same as often as the file is read."""
    counts: Counter[str] = Counter()
    for act in acts:
        if act.item and not act.item.endswith("+"):
            yield act
            continue
        parts = (act.voice.name, act.act, str(act.place), act.body, str(act.replacement))
        digest = act.item or hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]
        counts[digest] += 1
        yield replace(act, item=digest if counts[digest] == 1 else f"{digest}-{counts[digest]}")


def taken_apart(text: str, code: list[tuple[int, int]]) -> tuple[str, list[Marked]]:
    """Return the text without marks, as it was before anything was suggested, and the marks where they stand in it.

    Raises:
        Refused: there are too many.
    """
    parts: list[str] = []
    done: list[Marked] = []
    at = length = 0
    for count, mark in enumerate(marks(text, code)):
        plain = outside_code(text, (at, mark.start), code, unescaped)
        parts.append(plain)
        length += len(plain)
        if mark.kind == "comment" and done and not plain and done[-1].end == length:
            done[-1].comments.append(mark.new)
        elif mark.kind == "insert" and done and not plain and done[-1].mark.kind == "delete" and not done[-1].comments:
            done[-1] = replace(done[-1], mark=done[-1].mark._replace(kind="replace", new=mark.new))
        else:
            comments = [mark.new] if mark.kind == "comment" else []
            done.append(Marked(mark, length, length + len(mark.old), comments))
        parts.append(mark.old)
        length += len(mark.old)
        at = mark.end
        if count == _MOST_MARKS:
            raise Refused(f"This file holds more than {_MOST_MARKS} marks; it is too large to be an answer.")
    parts.append(outside_code(text, (at, len(text)), code, unescaped))
    return "".join(parts), done
