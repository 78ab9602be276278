"""Suggestions out of an edited copy of a section: one for each change that somebody made in it."""

from collections.abc import Iterator
from typing import NamedTuple

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import Comment, Suggest, SuggestCopy
from reviewtui.domain.actions.remarks import remarking
from reviewtui.domain.actions.remarks.remarking import suggested_kind
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.passage import find_section
from reviewtui.domain.policy.place import Place
from reviewtui.domain.policy.policy import ReadPolicy, Section
from reviewtui.domain.record.events import Commented, Suggested
from reviewtui.domain.refusal import Refused
from reviewtui.text.diff.policy_diff import count_words
from reviewtui.text.merge.edited_copy import CopyEdit, copy_edits, set_otherwise
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitting import fitted

MOST_CHANGES = 300
"""Changes of one copy: nobody decides more of them one by one."""
_LEAST_SHARED = 0.5
"""So much of both texts they share, or it is a copy of another text."""

_SET_OTHERWISE = "In an edited copy the lines from here on are indented or parted otherwise, in the same words."


class CopyRemarks(NamedTuple):
    """What comes of a copy: the events, and the words of changes that were left out since they would change nothing."""

    events: tuple[Suggested | Commented, ...]
    left_out: tuple[str, ...] = ()


def suggest_copy(actor: Actor, command: SuggestCopy, read: ReadPolicy) -> CopyRemarks:
    """Return the events for what was changed in a copy of a section of the policy that was read.

    A change that would break a block of the text by itself is made a comment that quotes it.

    Raises:
        Refused: nothing was changed, or so much that it is no copy of this section.
    """
    section = find_section(read.policy, command.section)
    text = read.policy.texts[section.path].text
    copied = _in_its_file(text, section, command.copy)
    made = copy_edits(text, copied)
    edits = tuple(edit for edit in made if not _changes_nothing(text, edit))
    left_out = tuple(edit.words.strip() for edit in made if edit not in edits)
    otherwise = set_otherwise(text, copied, edits)
    if otherwise is None:
        _check(section, edits, text, copied)
        return CopyRemarks(tuple(_events(actor, command, read, edits)), left_out)
    if edits:
        _check(section, edits, text, copied)
    place = Place(section.name, quote=text[slice(*otherwise)], span=otherwise)
    body = "\n\n".join(part for part in (command.body, _SET_OTHERWISE) if part)
    comment = Comment((place,), body, blocking=command.blocking, on_behalf_of=command.on_behalf_of)
    return CopyRemarks((*_events(actor, command, read, edits), remarking.comment(actor, comment, read)), left_out)


def _changes_nothing(text: str, edit: CopyEdit) -> bool:
    """Say whether accepting a change leaves the text as it is: a list counts on, whatever number an item was given."""
    change = fitted(text, edit.start, edit.end, edit.words) if edit.fits else None
    return isinstance(change, Edit) and change.applied(text) == text


def _in_its_file(text: str, section: Section, copy: str) -> str:
    """The whole file with the copy in the place of its section."""
    own = text[section.start : section.end]
    return text[: section.start] + copy.rstrip() + own[len(own.rstrip()) :] + text[section.end :]


def _check(section: Section, edits: tuple[CopyEdit, ...], text: str, copied: str) -> None:
    if not edits:
        raise Refused(f"The copy says the same as '{section.name}'; there is nothing to suggest.")
    words, copied_words = len(text.split()), len(copied.split())
    stayed = words - count_words({section.path: text}, {section.path: copied}).words_deleted
    if 2 * stayed < _LEAST_SHARED * (words + copied_words):
        raise Refused(
            f"This reads like another text: of the {counted(words, 'word')} of '{section.name}' only {stayed} are in "
            "it. Name the section and, with --at, the version that was copied."
        )
    if len(edits) > MOST_CHANGES:
        raise Refused(
            f"The copy has {len(edits)} changes (at most {MOST_CHANGES} become suggestions); "
            "was it made of another version? Name that with --at."
        )


def _events(
    actor: Actor, command: SuggestCopy, read: ReadPolicy, edits: tuple[CopyEdit, ...]
) -> Iterator[Suggested | Commented]:
    section = find_section(read.policy, command.section)
    text = read.policy.texts[section.path].text
    for edit in edits:
        words = text[edit.start : edit.end]
        place = Place(
            section.name, quote=words, after="" if words else _before(text, edit), span=(edit.start, edit.end)
        )
        kind = suggested_kind(text, (edit.start, edit.end), edit.words, read.policy.language)
        if edit.fits:
            suggestion = Suggest(
                place, edit.words, command.body, kind, command.blocking, on_behalf_of=command.on_behalf_of
            )
            yield remarking.suggest(actor, suggestion, read)
        else:
            body = "\n\n".join(part for part in (command.body, _comment_body(words, edit.words)) if part)
            comment = Comment((place,), body, kind, command.blocking, on_behalf_of=command.on_behalf_of)
            yield remarking.comment(actor, comment, read)


def _before(text: str, edit: CopyEdit) -> str:
    return text[max(0, edit.start - 32) : edit.start]


def _comment_body(before: str, after: str) -> str:
    """Return what a copy says instead, for a change that cannot be a suggestion."""
    if not after.strip():
        return f"In an edited copy this is left out: “{before.strip()}”"
    return f"In an edited copy this reads: “{after.strip()}”"
