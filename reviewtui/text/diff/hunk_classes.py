"""The class of one hunk of a comparison, judged by the whole sentences that it lies in.

A hunk is a few words: "not" came, "7" became "14". What that means only its sentences say. They are compared, and what
they say counts for the hunk when its words are among those that changed.
"""

import re
from collections.abc import Sequence

from reviewtui.text.diff.prose.block_hunks import is_hidden
from reviewtui.text.diff.tuning import STAYS
from reviewtui.text.markdown.document import parted_text
from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.text.markdown.said_passage import said_passage
from reviewtui.text.meaning.change_class import class_of, new_rule, reworded_class, said_sentences, words_of
from reviewtui.text.meaning.class_values import ClassByWords
from reviewtui.text.meaning.language.default_language import BRITISH_ENGLISH
from reviewtui.text.meaning.unseen_changes import with_unseen
from reviewtui.text.meaning.wording.visible_words import BULLETS, seen_passage
from reviewtui.text.span import Span
from reviewtui.text.words.sentences import sentences_from

_PLAIN = re.compile(r"[A-Za-z0-9\s.,:;!?()'\"/-]*")
"""What is seen as it is written."""
_MARKS = re.compile(rf"\s*(?:(?:[-*+>{BULLETS}]|\(?(?:\d{{1,3}}|[a-z]|[ivx]{{1,5}})[.)])\s*)+")


def hunk_class(old: str, new: str, hunk: tuple[Span, Span], language: str = BRITISH_ENGLISH) -> ClassByWords:
    """Return the class of the change from `old[hunk[0]]` to `new[hunk[1]]`, offsets in code points, and why.

    What no reader sees counts where it says something all the same: settings of the page, targets of references.
    `language` is that of the policy.
    """
    gone, come = hunk
    if _only_marks(old, gone) and _only_marks(new, come):
        return ClassByWords("editorial", "marks of a list")
    unseen = all(span[0] == span[1] or is_hidden(text, span) for text, span in ((old, gone), (new, come)))
    classed = ClassByWords("editorial", "not in the prose") if unseen else _said_class(old, gone, new, come, language)
    return with_unseen(classed, ((old, gone), (new, come)), language)


def _said_class(old: str, gone: Span, new: str, come: Span, language: str) -> ClassByWords:
    before, after = _around(old, gone, new, come)
    if not before and not after:
        inside = _begins_inside(old, gone) or _begins_inside(new, come)
        return _outside_prose(_lines(old, gone, inside), _lines(new, come, inside), language)
    olds, news = said_sentences(old, before), said_sentences(new, after)
    if not olds and (rule := new_rule(news, language)):
        return rule
    words = _words_of_hunk(old, gone) | _words_of_hunk(new, come)
    if len(before) == len(after) == 1 and _stays(before[0], gone) and _stays(after[0], come):
        return reworded_class(olds[0], news[0], words, language)
    return class_of(olds, news, words, language)


def _words_of_hunk(text: str, span: Span) -> frozenset[str]:
    """Return the words that a hunk touches, as they are written and as a reader sees them.

    `caf&eacute;`, `un**paid**`, a word with a soft hyphen or with accents of their own are written in pieces.
    """
    words = words_of(text[slice(*span)])
    if _PLAIN.fullmatch(text, *span):
        return words
    start, end = span
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    for document, base in parted_text(text).around(start, end):
        part = max(0, start - base), min(len(document.source), end - base)
        words |= words_of(seen_passage(said_passage(document, *part)))
    return words


def _only_marks(text: str, span: Span) -> bool:
    """Say whether a span is nothing but the marks or numbers with which lines begin."""
    start = text.rfind("\n", 0, span[0]) + 1
    return not text[span[0] : span[1]].strip() or _MARKS.fullmatch(text, start, span[1]) is not None


def _outside_prose(old: str, new: str, language: str) -> ClassByWords:
    """Class a change that is in no sentence: of marks, a link's target, code."""
    classed = reworded_class(old, new, language=language)
    return ClassByWords("editorial", "not in the prose") if classed.change_class == "editorial" else classed


def _begins_inside(text: str, span: Span) -> bool:
    """Say whether a span that is not empty begins behind other words of its line."""
    return span[0] < span[1] and text[text.rfind("\n", 0, span[0]) + 1 : span[0]].strip() != ""


def _lines(text: str, span: Span, inside: bool) -> str:  # noqa: FBT001
    """Return the lines that a span touches, without front matter; of an empty span only where the other is inside."""
    start = max(text.rfind("\n", 0, span[0]) + 1, front_matter_end(text))
    end = text.find("\n", span[1])
    return text[start : end if end >= 0 else len(text)] if inside or span[0] < span[1] else ""


def _stays(sentence: Span, hunk: Span) -> bool:
    """Say whether a sentence stays the same sentence: a good part of it lies outside the hunk."""
    inside = min(sentence[1], hunk[1]) - max(sentence[0], hunk[0])
    return inside <= (1 - STAYS) * (sentence[1] - sentence[0])


def _around(old: str, gone: Span, new: str, come: Span) -> tuple[Sequence[Span], Sequence[Span]]:
    """Return the sentences on both sides that a hunk touches, and those that it is only the end or beginning of.

    What stands before a hunk is the same on both sides; so where it is in the middle of a sentence on one side, the
    sentence before it on the other side belongs to it too, and so behind it.
    """
    touched = _touched_sentences(old, gone), _touched_sentences(new, come)
    starts = any(there and there[0][0] < hunk[0] for there, hunk in zip(touched, (gone, come), strict=True))
    ends = any(there and hunk[1] < there[-1][1] for there, hunk in zip(touched, (gone, come), strict=True))
    before, after = _stretched(old, gone, starts, ends), _stretched(new, come, starts, ends)
    return _sentences_of(old, before, touched[0]), _sentences_of(new, after, touched[1])


def _sentences_of(text: str, span: Span, touched: Sequence[Span]) -> Sequence[Span]:
    """Return the sentences that a stretched hunk touches, given those that it touched before."""
    within = touched and touched[0][0] <= span[0] and span[1] <= touched[-1][1]
    return touched if within else _touched_sentences(text, span)


def _touched_sentences(text: str, span: Span) -> Sequence[Span]:
    """Return the sentences that hold a part of a span, or an empty span strictly inside."""
    return list(sentences_from(text, *span))


def _stretched(text: str, hunk: Span, starts: bool, ends: bool) -> Span:  # noqa: FBT001
    """Return a hunk with the last letter before it and the first one behind it, as wanted."""
    first, last = hunk
    if starts:
        while first > 0 and text[first - 1].isspace():
            first -= 1
        first = max(0, first - 1)
    if ends:
        while last < len(text) and text[last].isspace():
            last += 1
        last = min(len(text), last + 1)
    return first, last
