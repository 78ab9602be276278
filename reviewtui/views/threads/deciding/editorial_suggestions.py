"""Suggestions that only better the wording: those an author can accept together after one look."""

from collections.abc import Iterable
from dataclasses import dataclass

from reviewtui.domain.actions.actor import why_pending
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.text.meaning.change_class import change_class
from reviewtui.views.threads.deciding.acceptance_preview import AcceptancePreview, preview
from reviewtui.views.threads.deciding.queue import QueueItem


@dataclass(frozen=True, slots=True)
class EditorialSuggestion:
    """A suggestion with what it would do to the words."""

    thread: Thread
    preview: AcceptancePreview


def editorial_suggestions(draft: Draft, items: tuple[QueueItem, ...], section: str) -> tuple[EditorialSuggestion, ...]:
    """Return the suggestions of a section (its name) that change no rule, overlap with none and are not blocking."""
    suggestions: list[EditorialSuggestion] = []
    for item in items:
        thread = item.first
        if item.overlaps or item.section is None or item.section.name != section or thread.is_pending:
            continue
        if not thread.is_suggestion or thread.blocking:
            continue
        try:
            seen = preview(draft, thread)
        except ReviewError:
            continue
        if seen is not None and change_class(seen.now, seen.then, draft.effective_settings.language)[0] == "editorial":
            suggestions.append(EditorialSuggestion(thread, seen))
    return tuple(suggestions)


def chosen_suggestions(
    draft: Draft, items: tuple[QueueItem, ...], chosen: Iterable[Thread]
) -> tuple[tuple[EditorialSuggestion, ...], tuple[str, ...]]:
    """Return what each of the `chosen` suggestions would do to the words, and why some cannot be accepted together."""
    suggestions: list[EditorialSuggestion] = []
    refused: list[str] = []
    together = {thread.id for item in items if item.overlaps for thread in item.threads}
    for thread in chosen:
        name = draft.review.name_of(thread.id)
        try:
            seen = preview(draft, thread)
        except ReviewError as refusal:
            refused.append(f"{name}: {refusal}")
            continue
        if thread.id in together:
            refused.append(f"{name}: others want to change the same words; decide between them first.")
        elif thread.is_pending:
            refused.append(why_pending(name, thread, draft.me))
        elif seen is not None:
            suggestions.append(EditorialSuggestion(thread, seen))
    return tuple(suggestions), tuple(refused)
