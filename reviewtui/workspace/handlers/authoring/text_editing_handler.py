"""Carries out an author's edit of the draft: words go into the file in the work tree, and nothing else is touched."""

from reviewtui.domain.actions.commands import EditText
from reviewtui.domain.policy.passage import find_section
from reviewtui.domain.refusal import Conflict, Refused
from reviewtui.store.files import durable
from reviewtui.store.policy.policy_files import MAX_SECTION_BYTES
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome


def edit_text(context: CommandContext, command: EditText) -> Outcome:
    """Put words into a section's file, if it still reads as it did when they were written."""
    if not context.draft.is_author:
        raise Refused(f"Only an author edits the text; {context.me} suggests other words.")
    section = find_section(context.draft.policy, command.section)
    text = context.draft.policy.texts[section.path].text
    start, end = command.span
    if text[start:end] != command.before:
        raise Conflict(
            "The passage reads otherwise by now; nothing was changed.",
            base=command.before,
            theirs=command.words,
            ours=text[start:end],
        )
    file = context.repository.work_tree / section.path
    durable.require_no_link(context.repository.work_tree, section.path)
    if file.is_symlink() or durable.read_regular(file, MAX_SECTION_BYTES) != text.encode("utf-8"):
        raise Refused(f"'{section.path}' is no plain UTF-8 file or changed just now; edit it with your own editor.")
    durable.replace(file, (text[:start] + command.words + text[end:]).encode("utf-8"))
    return Outcome(f"Edited {section.name} in the work tree; commit it when you want to.", path=section.path)
