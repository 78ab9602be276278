"""What was done since the app was opened that can be taken back: the last act first."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.domain.actions.commands import Command, CommitEdits, Decide, DiscardEdits, EditText, Undo
from reviewtui.domain.policy.policy import Policy
from reviewtui.text.span import Span


@dataclass(frozen=True, slots=True)
class TextAct:
    """Edits of the text as the edits that take them back; once they are in a `commit`, that takes a commit too."""

    back: tuple[EditText, ...] = ()
    commit: str = ""


class UndoHistory:
    """Decisions, told as None since the record knows which is the last, and edits of the text, in their order."""

    def __init__(self) -> None:
        self._acts: list[TextAct | None] = []

    @property
    def last(self) -> TextAct | None:
        """The last act, where it was one on the text."""
        return self._acts[-1] if self._acts else None

    def forget_last(self) -> None:
        """Go on to the act before."""
        if self._acts:
            self._acts.pop()

    def note(self, command: Command, before: Policy, after: Policy, commit: str) -> bool:
        """Note what was carried out between two states of the text; say whether it can be taken back."""
        if (isinstance(command, Undo) and command.decision) or (isinstance(command, EditText) and command.takes_back):
            self.forget_last()
        elif isinstance(command, Decide):
            self._acts.append(None)
        elif isinstance(command, CommitEdits):
            # What is committed is not taken back edit by edit.
            self._acts = [*(act for act in self._acts if act is None), TextAct(commit=commit)]
        elif isinstance(command, EditText | DiscardEdits):
            what = "Took back the edit" if isinstance(command, EditText) else "Brought back the edit"
            return self.note_texts(what, before, after)
        return isinstance(command, Decide | CommitEdits)

    def note_texts(self, takes_back: str, before: Policy, after: Policy) -> bool:
        """Note that texts were changed, and what to say when that is taken back; say whether any was."""
        back = tuple(_back(takes_back, before, after))
        if back:
            self._acts.append(TextAct(back))
        return bool(back)


def _back(takes_back: str, before: Policy, after: Policy) -> Iterator[EditText]:
    """Yield the edits that give texts the words which they had before."""
    for path, text in after.texts.items():
        was = before.texts.get(path)
        if was is not None and was.text != text.text:
            section = next(each for each in after.sections if each.path == path)
            old, new = _changed_lines(was.text, text.text)
            yield EditText(section.name, new, text.text[slice(*new)], was.text[slice(*old)], takes_back)


def _changed_lines(old: str, new: str) -> tuple[Span, Span]:
    """Return the lines that differ, on both sides; all of them where nothing is left by which they could be found."""
    # Starting needs none of this.
    from reviewtui.text.diff.sequences.alignment import common_prefix, common_suffix

    least = min(len(old), len(new))
    begin = old.rfind("\n", 0, common_prefix(old, new, 0, 0, least)) + 1
    same = common_suffix(old, new, len(old), len(new), least - begin)
    end = new.find("\n", len(new) - same)
    same = len(new) - end if end >= 0 else 0
    if new[begin : len(new) - same].strip():
        return (begin, len(old) - same), (begin, len(new) - same)
    return (0, len(old)), (0, len(new))
