"""Carries out what the author decides: each decision is one commit, its words in the text included."""

from reviewtui.domain import deciding
from reviewtui.domain.commands import Decide, MarkDone, Undo
from reviewtui.domain.draft import Standing
from reviewtui.domain.editing import TextEdit, Three, edit_texts, settled_words
from reviewtui.domain.events import AnyEvent, Edit
from reviewtui.domain.refusal import Conflict, Refused
from reviewtui.domain.thread import Thread
from reviewtui.domain.versions import Version
from reviewtui.store.commits import PathChange
from reviewtui.store.objects import list_tree, read_blobs
from reviewtui.store.policy_files import decode_text
from reviewtui.text.merging import Clash, merge_replacement
from reviewtui.workspace.desk import Desk
from reviewtui.workspace.outcome import Outcome
from reviewtui.workspace.saving import commit_changes, event_change
from reviewtui.workspace.texts import change_of, three_of
from reviewtui.workspace.version_names import commit_named

_SAID = {
    "accepted": "Accept",
    "accepted-with-changes": "Accept with changes",
    "declined": "Decline",
    "deferred": "Defer",
    "noted": "Note",
    "duplicate": "Mark as duplicate",
}


def decide(desk: Desk, command: Decide) -> Outcome:
    """Commit a decision; an accepted suggestion changes the text in the same commit."""
    desk.repository.demand_quiet()
    act = desk.act()
    thread = desk.thread(command.thread)
    deciding.demand_decidable(act, thread)
    of = desk.thread(command.of).id if command.of else ""
    if of == thread.id:
        raise Refused("A thread cannot be a duplicate of itself.")
    edit = _edit_for(desk, command, thread)
    event = deciding.decide(act, command, thread, _recorded(edit), of)
    return _committed(desk, thread, event, _SAID[event.verdict], edit)


def mark_done(desk: Desk, command: MarkDone) -> Outcome:
    """Commit which commit carried an agreed change out."""
    desk.repository.demand_quiet()
    thread = desk.thread(command.thread)
    commit = commit_named(desk.repository, command.commit)
    if commit is None:
        raise Refused(f"There is no commit '{command.commit}' here; give HEAD, a branch, or the beginning of its id.")
    event = deciding.mark_done(desk.act(), MarkDone(thread.id, commit), thread)
    return _committed(desk, thread, event, "Mark as done", None)


def undo(desk: Desk, command: Undo) -> Outcome:
    """Commit that a decision is taken back, and take its words out of the text."""
    desk.repository.demand_quiet()
    thread = desk.thread(command.thread)
    edit = _reverse_edit(desk, thread)
    event = deciding.undo(desk.act(), thread, _recorded(edit))
    return _committed(desk, thread, event, "Take back the decision on", edit)


def _recorded(edit: TextEdit | None) -> Edit | None:
    return Edit(edit.path, edit.before, edit.after, edit.start) if edit else None


def _edit_for(desk: Desk, command: Decide, thread: Thread) -> TextEdit | None:
    if command.verdict != "accepted":
        return None
    words = command.words if command.words is not None else thread.replacement
    if words is None:
        return None
    if len(thread.anchors) != 1 or not thread.anchors[0].is_passage:
        raise Refused(
            f"{desk.draft.review.name_of(thread.id)} is about no single passage, so --as cannot put words there; "
            "edit the text by hand and use 'done'."
        )
    standing = _in_head(desk, thread)
    path = _demand_placed(desk.draft.review.name_of(thread.id), thread, standing, words)
    three = three_of(desk.repository, desk.draft.version.commit, path)
    now = three.head[standing.start : standing.end]
    settled = words if command.words is not None else settled_words(thread.anchors[0].exact, words, now)
    return edit_texts(path, (standing.start, standing.end), settled, three)


def _in_head(desk: Desk, thread: Thread) -> Standing:
    """Where the passage is in the committed text, whatever the work tree holds."""
    head = Version("HEAD", desk.draft.version.commit)
    policy, _ = desk.loader.policy_of(head, desk.draft.settings)
    return desk.loader.placing.place((thread,), policy)[thread.id][0]


def _demand_placed(name: str, thread: Thread, standing: Standing, words: str) -> str:
    if standing.path is not None and standing.is_placed:
        return standing.path
    what = "could be in several places" if standing.state == "ambiguous" else "is not in the committed text any more"
    raise Conflict(
        f"The passage of {name} {what}; say where it is with 'reviewtui reattach {name} SECTION --quote Q', "
        "or decline it. Nothing was changed.",
        base=thread.anchors[0].exact,
        theirs=words,
        ours="",
    )


def _reverse_edit(desk: Desk, thread: Thread) -> TextEdit | None:
    """What taking the decision's words out again does to the text."""
    decision = thread.decision
    if decision is None or decision.edit is None or thread.decision_commit is None:
        return None
    edit = decision.edit
    entries = [
        e for e in list_tree(desk.repository.git, thread.decision_commit) if e.path == edit.path and e.is_regular
    ]
    blobs = read_blobs(desk.repository.git, [entry.object_id for entry in entries])
    if not blobs:
        name = desk.draft.review.name_of(thread.id)
        raise Refused(f"The text as of the decision on {name} is not here; undo its words by hand.")
    decided = decode_text(next(iter(blobs.values())))[0]
    start = edit.start if edit.start is not None else decided.find(edit.after)
    three = three_of(desk.repository, desk.draft.version.commit, edit.path)
    now = _find_again(decided, start, edit, three)
    return edit_texts(edit.path, now, edit.before, three)


def _find_again(decided: str, start: int, edit: Edit, three: Three) -> tuple[int, int]:
    """The characters of HEAD's text that the decision's words are now."""
    merged = merge_replacement(decided, start, start + len(edit.after), edit.before, three.head)
    if isinstance(merged, Clash):
        raise Conflict(
            "The words of that decision were changed since, so they cannot simply be taken out; edit the text by hand "
            "and reopen the thread. Nothing was changed.",
            base=edit.after,
            theirs=edit.before,
            ours=merged.theirs,
        )
    removed = len(three.head) - (len(merged.text) - (merged.end - merged.start))
    return merged.start, merged.start + removed


def _committed(desk: Desk, thread: Thread, event: AnyEvent, said: str, edit: TextEdit | None) -> Outcome:
    changes: list[PathChange] = [event_change(desk.repository, event, thread.id)]
    if edit is not None:
        changes.append(change_of(desk.repository, desk.draft.version.commit, edit))
    name = desk.draft.review.name_of(thread.id)
    message = _message(f"{said} {name}", thread, event, credited=edit is not None and said.startswith("Accept"))
    commit = commit_changes(desk, changes, message)
    return Outcome(f"{said} {name}: committed as {commit[:10]}.", thread.id, event.id, changes[0].path, commit)


def _message(subject: str, thread: Thread, event: AnyEvent, *, credited: bool) -> str:
    about = " ".join(thread.body.split()) or " ".join((thread.replacement or "").split())
    first = f"{subject}: {about}"
    lines = [first if len(first) <= 72 else f"{first[:71]}…", ""]
    if event.words:
        lines += [event.words, ""]
    lines.append(f"Reviewed-thread: {thread.id}")
    if credited:
        lines.append(f"Co-authored-by: {thread.by}")
    return "\n".join(lines) + "\n"
