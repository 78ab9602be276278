"""Carries out an author's edits of the draft: words go into a file of the work tree, and edited files into a commit."""

import shlex

from reviewtui.domain.actions.commands import CommitEdits, DiscardEdits, EditText
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.editing import Three
from reviewtui.domain.policy.passage import find_section, passage_now
from reviewtui.domain.policy.policy import Text
from reviewtui.domain.refusal import Conflict, Refused
from reviewtui.store.commit.commits import PathChange
from reviewtui.store.files import durable
from reviewtui.store.git.objects import blob_id, list_tree
from reviewtui.store.policy.eol import as_git_stores
from reviewtui.store.policy.policy_files import MAX_SECTION_BYTES
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import commit_changes
from reviewtui.workspace.command.section_texts import no_utf8, three_of


def edit_text(context: CommandContext, command: EditText) -> Outcome:
    """Put words into a section's file, if it still reads as it did when they were written."""
    if not context.draft.is_author:
        raise Refused(f"Only an author edits the text; {context.me} suggests other words.")
    section = find_section(context.draft.policy, command.section)
    text = context.draft.policy.texts[section.path].text
    span = passage_now(text, command.span, command.before, context.draft.effective_settings.language)
    is_same = span is not None and text[slice(*span)] == command.before
    if span is None or not is_same or (span != command.span and text.count(command.before) > 1):
        raise Conflict(
            "The passage reads otherwise by now; nothing was changed.",
            base=command.before,
            theirs=command.words,
            ours=text[slice(*span)] if span is not None else "",
        )
    start, end = span
    file = context.repository.work_tree / section.path
    durable.require_no_link(context.repository.work_tree, section.path)
    if file.is_symlink() or durable.read_regular(file, MAX_SECTION_BYTES) != text.encode("utf-8"):
        raise Refused(f"'{section.path}' is no plain UTF-8 file or changed just now; edit it with your own editor.")
    content = (text[:start] + command.words + text[end:]).encode("utf-8")
    durable.replace(file, content)
    name = section.name
    done = f"{command.takes_back} of {name}" if command.takes_back else f"Edited {name} in the work tree"
    return Outcome(f"{done}; {_state_of(context, section.path, content)}.", path=section.path)


def _state_of(context: CommandContext, path: str, content: bytes) -> str:
    """Return whether a text with this content is as the last commit holds it, in words."""
    repository = context.repository
    committed = {entry.path: entry.object_id for entry in list_tree(repository.git, context.draft.version.commit)}
    stored = blob_id(as_git_stores(repository, path, content), repository.object_format)
    return "it reads as committed again" if committed.get(path) == stored else "it is not committed yet"


def commit_edits(context: CommandContext, command: CommitEdits) -> Outcome:
    """Commit the edited texts of the policy that are named, and nothing else, whatever is staged besides.

    Raises:
        Conflict: a text was changed in the meantime; nothing was changed.
        Refused: I am no author, there is no message, nothing is edited, or a text is not UTF-8.
    """
    context.repository.require_quiet()
    context.actor().require_author("commits edits of the text")
    message = command.message.strip()
    if not message:
        raise Refused("Say in a line what the edit is about; it becomes the message of the commit.")
    texts = context.draft.policy.texts
    edited = [texts[path] for path in sorted({*command.paths} & {*texts}) if texts[path].dirty]
    if not edited:
        raise Refused("No text of the policy has an edit that is not committed.")
    changes = _edited_changes(context, edited)
    commit = commit_changes(context, changes, f"{message}\n")
    what = edited[0].path if len(edited) == 1 else counted(len(edited), "text")
    return Outcome(f"Committed the edit of {what} as {commit[:10]}.", path=edited[0].path, commit=commit)


def discard_edits(context: CommandContext, command: DiscardEdits) -> Outcome:
    """Put edited texts back as HEAD holds them; all are looked at before one is changed.

    Raises:
        Conflict: a text was changed in the meantime, or no commit holds it; nothing was changed.
        Refused: I am no author, nothing is edited, an edit is staged, or a text is not UTF-8.
    """
    context.repository.require_quiet()
    context.actor().require_author("discards edits of the text")
    texts, repository = context.draft.policy.texts, context.repository
    if not any(path in texts and texts[path].dirty for path, _ in command.texts):
        raise Refused("No text of the policy has an edit that is not committed.")
    committed: dict[str, bytes] = {}
    for path, blob in command.texts:
        if path not in texts or texts[path].blob != blob:
            raise Conflict(f"'{path}' was changed just now by another program; look at it again. Nothing was changed.")
        durable.require_no_link(repository.work_tree, path)
        three = three_of(repository, context.draft.version.commit, path)
        if three.index not in {None, three.head}:
            raise Refused(
                f"The edit of '{path}' is staged for a commit; git restore --staged {shlex.quote(path)} takes it out "
                "of there, and then it can be discarded. Nothing was changed."
            )
        committed[path] = _checked_out(context, path, three)
    for path, content in committed.items():
        durable.replace(repository.work_tree / path, content)
    one = next(iter(committed))
    what = one if len(committed) == 1 else counted(len(committed), "text")
    put_back = tuple((path, content.decode("utf-8")) for path, content in committed.items())
    return Outcome(f"Discarded the edit of {what}: as committed again.", path=one, put_back=put_back)


def _checked_out(context: CommandContext, path: str, three: Three) -> bytes:
    """Return a text as HEAD holds it, with the line ends of the work tree where git turns those (`core.autocrlf`)."""
    content = three.head.encode("utf-8")
    if "\r\n" in (three.work_tree or "") and "\r" not in three.head:
        turned = content.replace(b"\n", b"\r\n")
        return turned if as_git_stores(context.repository, path, turned) == content else content
    return content


def _edited_changes(context: CommandContext, edited: list[Text]) -> list[PathChange]:
    """Return what becomes of each text: its bytes as git stores them go into the commit, the file stays as it is."""
    repository = context.repository
    modes = {entry.path: entry.mode for entry in list_tree(repository.git, context.draft.version.commit)}
    changes = []
    for text in edited:
        if text.lossy:
            raise no_utf8(text.path)
        durable.require_no_link(repository.work_tree, text.path)
        content = durable.read_regular(repository.work_tree / text.path, MAX_SECTION_BYTES)
        if content is None or blob_id(content, repository.object_format) != text.blob:
            raise Conflict(f"'{text.path}' was changed just now by another program; try again. Nothing was changed.")
        stored = as_git_stores(repository, text.path, content)
        changes.append(PathChange(text.path, stored, stored, None, mode=modes.get(text.path, "100644")))
    return changes
