"""What accepting a suggestion would do to the text, before it is done."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.domain.actions.commands import Decide
from reviewtui.domain.actions.decisions.acceptance import CommittedTexts, DraftTexts, plan_acceptance
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.section_context import lead_block
from reviewtui.text.markdown.seen_text import block_words, seen_around
from reviewtui.text.meaning.meaning import in_words, meaning_changes
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.inline_marks import note_marks_told
from reviewtui.text.words.sentences import sentences_within
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.comparison.inline_change import word_change
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Styled, StyledLine, line

_SPACE = re.compile(r"\s+")
_AROUND = 240
"""So many characters on either side of a passage are shown with it."""

_PROSE = frozenset({"paragraph", "heading"})
_BESIDE = 500
"""Characters of the paragraphs around that of a passage."""


@dataclass(frozen=True, slots=True)
class AcceptancePreview:
    """The passage as it stands and as it would stand; `around` are some words on either side, as a reader sees them."""

    now: str
    then: str
    around: tuple[str, str] = ("", "")
    lead: str = ""
    """The words that lead to the list of which the passage is an item."""
    moves: bool = False
    """Whether the words only go elsewhere."""
    notes: str = ""
    """What becomes of the marks of footnotes in them."""

    def meaning(self, language: str) -> str:
        """Return in words what its sentences say otherwise when it is accepted: a "not" that goes, another duty."""
        if self.moves:
            return ""
        now, then = (f"{self.around[0]}{words}{self.around[1]}" for words in (self.now, self.then))
        return "; ".join(each for each in (in_words(meaning_changes(now, then, language)), self.notes) if each)


def surroundings(text: str, start: int, end: int) -> tuple[str, str, str, str]:
    """Return what leads to the list of a passage, some words before it, its own and some behind it.

    All is as a reader sees it. An ellipsis stands wherever words are left out.
    """
    before, words, behind = (_SPACE.sub(" ", part) for part in seen_around(document_of(text), start, end))
    before = before.lstrip()
    if len(before) > _AROUND:
        before = f"\u2026{before[-_AROUND:].partition(' ')[2]}"
    if len(behind) > _AROUND:
        behind = f"{behind[:_AROUND].rpartition(' ')[0]}\u2026"
    return _lead_over(text, start), before, words, behind


def neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the paragraph before a passage and the one behind it, as a reader sees them; a long one is cut."""
    document = document_of(text)
    before = [block for block in document.solid_blocks if block.end <= start]
    behind = (block for block in document.solid_blocks if block.start >= end)
    beside = (before[-1] if before else None, next(behind, None))
    first, last = (
        clipped(block_words(document, each), _BESIDE) if each is not None and each.kind in _PROSE else ""
        for each in beside
    )
    return first, last


def _lead_over(text: str, start: int) -> str:
    """Return what leads to the list that a place of a text stands in, as a reader sees it; empty where nothing does."""
    block = lead_block(text, start)
    if block is None or block.kind != "paragraph":
        return ""
    words = single_spaced(block_words(document_of(text), block))
    sentences = () if words.endswith((".", "!", "?")) else sentences_within(words, 0, len(words))
    if not sentences:
        return ""
    lead = words[slice(*sentences[-1])]
    items = [each for each in document_of(text).solid_blocks if block.end <= each.start <= start]
    return ("\u2026 " if len(sentences) > 1 else "") + lead + (" \u2026" if len(items) > 1 else "")


def words_now(draft: Draft, thread: Thread) -> str:
    """Return the words of a thread's passage as they stand now; those it was made on where it has no place."""
    placement = draft.placement(thread.id)
    if placement is None or placement.path is None or not placement.is_placed:
        return thread.anchors[0].exact if thread.anchors else ""
    return draft.policy.texts[placement.path].text[placement.start : placement.end]


def preview(draft: Draft, thread: Thread) -> AcceptancePreview | None:
    """Return what accepting `thread` as it is changes in the draft's text; None where it changes no words.

    Raises:
        Conflict: a person has to settle the words, or where they belong.
        Refused: it cannot be accepted as it is.
    """
    return preview_on(thread, DraftTexts(draft))


def preview_on(thread: Thread, texts: CommittedTexts) -> AcceptancePreview | None:
    """Return the same for the committed text, or any other."""
    found = _planned(thread, texts, None)
    return preview_in(*found, moves=thread.is_move) if found is not None else None


def accepted_change(draft: Draft, thread: Thread, words: str) -> tuple[str, Edit] | None:
    """Return the text of the draft, and what accepting `thread` with other words changes in it; None: nothing.

    Raises:
        Conflict: the words, or where they belong, are to be settled first.
        Refused: it is about no single passage.
    """
    return _planned(thread, DraftTexts(draft), words)


def _planned(thread: Thread, texts: CommittedTexts, words: str | None) -> tuple[str, Edit] | None:
    plan = plan_acceptance(Decide(thread.id, "accepted", words=words), thread, texts)
    if plan is None:
        return None
    text, edit = plan.last_change
    return text, Edit(edit.start, edit.start + len(edit.before), edit.after)


def meaning_if_accepted(draft: Draft, thread: Thread) -> str:
    """Return in words what the text says otherwise when `thread` is accepted; empty where nothing does."""
    try:
        effect = preview(draft, thread)
    except ReviewError:
        return ""
    return effect.meaning(draft.effective_settings.language) if effect is not None else ""


def preview_in(text: str, change: Edit, *, moves: bool = False) -> AcceptancePreview:
    """Return what a change of `text` changes, with what stands around it."""
    lead, before, _, behind = surroundings(text, change.start, change.end)
    notes = "" if moves else note_marks_told(text, change)
    return AcceptancePreview(text[change.start : change.end], change.words, (before, behind), lead, moves, notes)


def effect_lines(effect: AcceptancePreview, language: str) -> Iterator[StyledLine]:
    """Yield the passage as it would read, and in which words it then says something else."""
    before, behind = effect.around
    if effect.lead:
        yield line(Styled(effect.lead, "muted"))
    yield line(Styled(before, "muted"), *word_change(effect.now, effect.then), Styled(behind, "muted"))
    yield from meaning_lines(effect, language)


def meaning_lines(effect: AcceptancePreview, language: str) -> Iterator[StyledLine]:
    """Yield a line that warns of words by which the passage would say something else, where there are such."""
    if meaning := effect.meaning(language):
        yield line(Styled(f"\u26a0 It then says something else: {meaning}", "alarm"))
