"""The commands that carry out what was written."""

from collections.abc import Callable
from typing import get_args

from reviewtui.domain.actions import commands
from reviewtui.domain.policy.place import Place
from reviewtui.domain.record.events import KINDS, POSITIONS, RemarkKind, Verdict
from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.compose.overlap_form import overlap_commands


def commands_of(form: ComposeForm, content: FormContent) -> tuple[commands.Command, ...]:
    """Return the commands that carry out what was written; only a settled overlap has several.

    Raises:
        Refused: what was written cannot be understood.
    """
    if form.act == "settle":
        return overlap_commands(form, content)
    return (_COMMANDS[form.act](form, content),)


def _kind(content: FormContent) -> RemarkKind:
    return next((kind for kind in KINDS if kind == content.kind), "general")


def _comment(form: ComposeForm, content: FormContent) -> commands.Command:
    return commands.Comment((form.place, *form.others), content.body, _kind(content), content.blocking, form.at)


def _suggest(form: ComposeForm, content: FormContent) -> commands.Command:
    return commands.Suggest(form.place, content.replacement, content.body, _kind(content), content.blocking, form.at)


def _move(form: ComposeForm, content: FormContent) -> commands.Command:
    target = Place(after=content.replacement.strip())
    return commands.SuggestMove(form.place, target, content.body, _kind(content), content.blocking, form.at)


def _revise(form: ComposeForm, content: FormContent) -> commands.Command:
    changed = form.passage is not None and content.replacement != form.start.replacement
    words = content.replacement if changed else None
    if not form.has_kind:
        return commands.Revise(form.thread, content.body, words)
    return commands.Revise(form.thread, content.body, words, _kind(content), content.blocking)


def _decide(form: ComposeForm, content: FormContent) -> commands.Command:
    verdict: Verdict = next((v for v in get_args(Verdict) if v == form.act), "accepted")
    words = content.replacement if form.act == "accept_with" else None
    return commands.Decide(form.thread, verdict, content.body, words)


def _sign_off(_made: ComposeForm, content: FormContent) -> commands.Command:
    position = next(known for known in POSITIONS if known == content.kind)
    return commands.SignOff(position, content.body)


_COMMANDS: dict[str, Callable[[ComposeForm, FormContent], commands.Command]] = {
    "edit": lambda form, content: commands.EditText(
        form.section, form.span or (0, 0), form.passage or "", content.replacement
    ),
    "comment": _comment,
    "suggest": _suggest,
    "move": _move,
    "reply": lambda form, content: commands.Reply(form.thread, content.body),
    "revise": _revise,
    "reopen": lambda form, content: commands.Reopen(form.thread, content.body),
    "unsatisfied": lambda form, content: commands.Answer(form.thread, satisfied=False, body=content.body),
    "release": lambda _made, content: commands.Release(content.replacement.strip(), content.body.strip()),
    "signoff": _sign_off,
    "dismiss": lambda form, content: commands.Dismiss(form.finding, content.body),
    "declined": _decide,
    "deferred": _decide,
    "noted": _decide,
    "accepted": _decide,
    "accept_with": _decide,
}
ACTS = frozenset({*_COMMANDS, "settle"})
"""What can be written."""
