"""What was done since the app was opened that can be taken back: the last act first."""

from collections.abc import Callable, Iterator
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
        if isinstance(command, Undo) and command.decision:
            self._drop(lambda act: act is None)
        elif isinstance(command, EditText) and command.takes_back:
            self._drop(lambda act: act is not None and command in act.back)
        elif isinstance(command, Decide):
            self._acts.append(None)
        elif isinstance(command, CommitEdits):
            # What is committed is not taken back edit by edit.
            self._acts = [*(act for act in self._acts if act is None), TextAct(commit=commit)]
        elif isinstance(command, EditText):
            return self._note_back(_back_of(command, before))
        elif isinstance(command, DiscardEdits):
            return self._note_back(tuple(_brought_back(command, before, after)))
        return isinstance(command, Decide | CommitEdits)

    def note_file(self, section: str, old: str, new: str) -> bool:
        """Note what the author's own editor made of the file of a section; say whether it changed anything."""
        return self._note_back((_inverse(section, "Took back the edit", old, new),) if old != new else ())

    def _drop(self, is_meant: Callable[[TextAct | None], bool]) -> None:
        """Forget the last act of those that are meant."""
        last = next((at for at in reversed(range(len(self._acts))) if is_meant(self._acts[at])), None)
        if last is not None:
            del self._acts[last]

    def _note_back(self, back: tuple[EditText, ...]) -> bool:
        if back:
            self._acts.append(TextAct(back))
        return bool(back)


def _back_of(edit: EditText, before: Policy) -> tuple[EditText, ...]:
    """Return the edit that takes `edit` back: its words alone, whatever others have written there meanwhile."""
    section = before.section_named(edit.section)
    text = before.texts[section.path].text if section is not None else ""
    start, end = edit.span
    if text[start:end] != edit.before:
        start = text.find(edit.before)
        if start < 0 or text.count(edit.before) > 1:
            return ()
        end = start + len(edit.before)
    mine = text[:start] + edit.words + text[end:]
    return (_inverse(edit.section, "Took back the edit", text, mine),) if mine != text else ()


def _brought_back(command: DiscardEdits, before: Policy, after: Policy) -> Iterator[EditText]:
    """Yield the edits that give the discarded texts, and no others, the words which they had."""
    for path, _ in command.texts:
        was, text = before.texts.get(path), after.texts.get(path)
        if was is not None and text is not None and was.text != text.text:
            section = next(each for each in after.sections if each.path == path)
            yield _inverse(section.name, "Brought back the edit", was.text, text.text)


def _inverse(section: str, takes_back: str, old_text: str, new_text: str) -> EditText:
    old, new = _changed_lines(old_text, new_text)
    return EditText(section, new, new_text[slice(*new)], old_text[slice(*old)], takes_back)


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
