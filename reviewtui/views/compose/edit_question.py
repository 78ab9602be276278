"""What is asked before an edit of the draft is saved: what it does to remarks and sign-offs."""

from collections.abc import Collection

from reviewtui.domain.review.draft import Draft
from reviewtui.views.comparison.edit_effects import edit_effects
from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.compose.form_commands import commands_of
from reviewtui.views.compose.question import Question

_SUBJECT = 72
"""Characters that the first line of a commit's message has."""


def edit_question(draft: Draft, form: ComposeForm, content: FormContent) -> Question:
    """Return the question whether the edit is to be saved."""
    section = next((each for each in draft.policy.sections if each.name == form.section), None)
    lines = edit_effects(draft, section, form.span or (0, 0), content.replacement) if section is not None else ()
    return Question(form.title, tuple(lines), "save the edit", commands_of(form, content), form.key)


def edit_message(draft: Draft, paths: Collection[str]) -> str:
    """Return the message that is offered for the commit of edits: the titles of what was edited."""
    titles = dict.fromkeys(section.title for section in draft.policy.sections if section.path in paths)
    message = f"Edit {', '.join(titles)}"
    return message if len(message) <= _SUBJECT else f"Edit {len(paths)} texts"
