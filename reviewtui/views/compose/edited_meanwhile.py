"""The edit of a paragraph that somebody else has changed since it was begun: gone on with on the words of now."""

from collections.abc import Iterator
from dataclasses import replace

from reviewtui.domain.actions.commands import EditText
from reviewtui.domain.policy.passage import passage_now
from reviewtui.domain.review.draft import Draft
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.replacement_merge import Merged, merge_replacement
from reviewtui.views.comparison.inline_change import short_change
from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.compose.new_forms import editing
from reviewtui.views.styled_text import Styled, StyledLine, line

_SHORT = 160
"""Characters in which it is told what others changed: what is typed has to stay in sight."""


def edited_meanwhile(draft: Draft, edit: EditText, *, joins: bool = True) -> ComposeForm | None:
    """Return the form in which `edit` goes on; None where its paragraph is not found.

    It begins with both changes where they touch different words and `joins` says so, else with the words of `edit`.
    """
    section = draft.policy.section_named(edit.section)
    if section is None:
        return None
    text = draft.policy.texts[section.path].text
    span = passage_now(text, edit.span, edit.before, draft.effective_settings.language)
    if span is None:
        return None
    now = text[slice(*span)]
    joined = merge_replacement(edit.before, Edit(0, len(edit.before), edit.words), now) if joins else None
    words = joined.text if isinstance(joined, Merged) else edit.words
    form = editing(draft, section, span)
    notes = tuple(_notes(edit.before, now, is_joined=words != edit.words)) if now != edit.before else ()
    return replace(form, start=FormContent(replacement=words), given=form.start, notes=notes)


def _notes(before: str, now: str, *, is_joined: bool) -> Iterator[StyledLine]:
    yield line(Styled("It was changed since you began:", "alarm"))
    yield short_change(before, now, _SHORT)
    yield line(Styled("Below stands that with yours in it." if is_joined else "Below stand your words.", "muted"))
