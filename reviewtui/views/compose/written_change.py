"""What the words in a form change in the text, as it would be committed: for the preview while they are typed."""

from dataclasses import dataclass

from reviewtui.domain.policy.editing import settled_words
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.fitting import fitted
from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.compose.new_forms import words_around
from reviewtui.views.threads.deciding.acceptance_preview import accepted_change


@dataclass(frozen=True, slots=True)
class WrittenChange:
    """Words of the text as they are and as they would be, some of their line around them, and why they do not fit."""

    now: str
    then: str
    around: tuple[str, str] = ("", "")
    misfit: str = ""


def as_typed(form: ComposeForm, content: FormContent) -> WrittenChange:
    """Return the change letter by letter: what an edit writes, and what is shown where no text is known."""
    return WrittenChange(form.passage or "", content.replacement, form.around)


def written_change(draft: Draft, form: ComposeForm, content: FormContent) -> WrittenChange:
    """Return what the words of `content` change once they are accepted, from the rules that commit them.

    A full stop that they leave out, or the marker of their list, is in it. Words that do not fit are as they were
    typed, with the reason.
    """
    try:
        found = _change(draft, form, content)
    except ReviewError as refusal:
        return _misfit(form, content, str(refusal).partition(". ")[0])
    if found is None:
        return as_typed(form, content)
    text, change = found
    if isinstance(change, Misfit):
        return _misfit(form, content, f"these words do not fit there: {change.reason}")
    span = (change.start, change.end)
    return WrittenChange(text[slice(*span)], change.words, words_around(text, span))


def _misfit(form: ComposeForm, content: FormContent, reason: str) -> WrittenChange:
    return WrittenChange(form.passage or "", content.replacement, form.around, reason)


def _change(draft: Draft, form: ComposeForm, content: FormContent) -> tuple[str, Edit | Misfit] | None:
    """Return a text and what becomes of it; None for what is put there as it is, or has no place.

    Raises:
        ReviewError: a person has to settle the words first.
    """
    words = content.replacement
    if form.passage is None or words == form.passage:
        return None
    if form.act == "suggest" and form.span is not None:
        text = _text_of(draft.policy, form.section)
        return (text, fitted(text, *form.span, words)) if text[slice(*form.span)] == form.passage else None
    thread = draft.review.threads.get(form.thread)
    if thread is None:
        return None
    if form.act in {"accept_with", "settle"}:
        return accepted_change(draft, thread, words)
    placement = draft.placement(thread.id)
    if form.act != "revise" or placement is None or placement.path is None or not placement.is_placed:
        return None
    text, span = draft.policy.texts[placement.path].text, (placement.start, placement.end)
    return text, fitted(text, *span, settled_words(thread.anchors[0], words, text, span))


def _text_of(policy: Policy, section: str) -> str:
    found = policy.section_named(section)
    return policy.texts[found.path].text if found is not None else ""
