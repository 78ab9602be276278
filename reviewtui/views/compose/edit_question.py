"""What is asked before an edit of the draft is saved: what it does to remarks and sign-offs."""

from reviewtui.domain.review.draft import Draft
from reviewtui.views.comparison.edit_effects import edit_effects
from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.compose.form_commands import commands_of
from reviewtui.views.compose.question import Question


def edit_question(draft: Draft, form: ComposeForm, content: FormContent) -> Question:
    """Return the question whether the edit is to be saved."""
    section = next((each for each in draft.policy.sections if each.name == form.section), None)
    lines = edit_effects(draft, section, form.span or (0, 0), content.replacement) if section is not None else ()
    return Question(form.title, tuple(lines), "save the edit", commands_of(form, content), form.key)
