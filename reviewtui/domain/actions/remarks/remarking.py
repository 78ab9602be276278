"""Making remarks: comments and suggestions, and of which kind a suggestion is."""

import re
from dataclasses import replace

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import Comment, Suggest
from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.policy.passage import anchor_for
from reviewtui.domain.policy.policy import Policy, ReadPolicy
from reviewtui.domain.record.events import Commented, RemarkKind, Suggested
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.change_judgement import gravest
from reviewtui.text.diff.policy_diff import compare_policies
from reviewtui.text.meaning.change_class import change_class
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import Misfit, with_space_before
from reviewtui.text.merge.fitting import fitted
from reviewtui.text.merge.inline_marks import NOTE_MARKS
from reviewtui.text.span import Span
from reviewtui.text.words.visible import is_blank

_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_REACH = 5000
"""Characters around a change in which its block is looked for."""
_NAME = "text.md"


def comment(actor: Actor, command: Comment, read: ReadPolicy) -> Commented:
    """Return the event of a comment on the policy that was read.

    Raises:
        Refused: it says nothing, or its place is not there.
    """
    if is_blank(command.body):
        raise Refused("A remark needs words: say them with -m TEXT.")
    anchors = [anchor_for(place, read, actor.settings.topic_ids()) for place in command.places]
    return actor.made(
        Commented,
        on_behalf_of=command.on_behalf_of,
        kind=command.kind,
        blocking=command.blocking,
        body=command.body.strip(),
        anchors=tuple(anchor for anchor in anchors if anchor is not None),
    )


def suggest(actor: Actor, command: Suggest, read: ReadPolicy) -> Suggested:
    """Return the event of a suggestion for one passage of the policy that was read.

    Raises:
        Refused: its place is not there, or it would change nothing.
    """
    anchor = anchor_for(command.place, read, actor.settings.topic_ids())
    if anchor is None or not anchor.is_passage:
        raise Refused("A suggestion needs a passage: give --quote with --replace, or --after with --insert.")
    if command.place.after and command.place.span is None:
        # Behind quoted words come words; what a mouse or Word marked may go on in the middle of one.
        words = with_space_before(read.policy.texts[anchor.path].text, anchor.start or 0, command.replacement)
        command = replace(command, replacement=words)
    if anchor.exact == command.replacement:
        raise Refused("The suggestion would change nothing.")
    change = suggested_change(anchor, read.policy, command.replacement)
    if marks := _lost_note_marks(command, anchor):
        raise Refused(f"The footnote mark {marks} stands within these words; write it into the new ones, too.")
    if isinstance(change, Misfit):
        raise Refused(f"These words do not fit there: {change.reason}.")
    if change.applied(text := read.policy.texts[anchor.path].text) == text:
        raise Refused("The suggestion would change nothing: only a marker of the list would be another one.")
    return actor.made(
        Suggested,
        on_behalf_of=command.on_behalf_of,
        kind=command.kind,
        blocking=command.blocking,
        body=command.body.strip(),
        replacement=command.replacement,
        anchors=(anchor,),
    )


def _lost_note_marks(command: Suggest, anchor: Anchor) -> str:
    """Return the footnote marks in a passage that were neither quoted nor kept: nobody meant to take them."""
    marks = NOTE_MARKS.findall(anchor.exact) if command.replacement.strip() else []
    return "".join(mark for mark in marks if mark not in command.place.quote and mark not in command.replacement)


def suggested_change(anchor: Anchor, policy: Policy, replacement: str) -> Edit | Misfit:
    """Return what a suggestion would do to the text on which it is made, as accepting it would."""
    return fitted(policy.texts[anchor.path].text, anchor.start or 0, anchor.end or 0, replacement)


def suggested_kind(text: str, span: Span, words: str, language: str) -> RemarkKind:
    """Return "wording" where putting `words` in the place of `span` is known to be editorial.

    Most changes are told by the words of their block. One that these call editorial may still change what stands in no
    prose, as the settings of a page, code or the target of a link do, so it is compared as versions are.
    """
    block = _block(text, span)
    changed = text[block.start : span[0]] + words + text[span[1] : block.stop]
    if change_class(text[block], changed, language).change_class != "editorial":
        return "substance"
    whole = text[: span[0]] + words + text[span[1] :]
    files = compare_policies({_NAME: text}, {_NAME: whole}, language).files
    changes = [change for file in files for change in file.changes]
    return "wording" if not changes or gravest(changes).is_editorial else "substance"


def _block(text: str, span: Span) -> slice:
    """Return the lines around a span, up to the blank lines before and behind it."""
    low, high = max(0, span[0] - _REACH), min(len(text), span[1] + _REACH)
    before = [match.end() for match in _BLANK_LINE.finditer(text, low, span[0])]
    behind = _BLANK_LINE.search(text, span[1], high)
    return slice(before[-1] if before else low, behind.start() if behind else high)
