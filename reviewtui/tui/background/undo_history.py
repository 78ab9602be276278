"""What was done since the app was opened, the last act first, and what takes each of them back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reviewtui.domain.actions.commands import Command, CommitEdits, Decide, DiscardEdits, EditText, Revise, Undo
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.text.span import Span
from reviewtui.workspace.command.outcome import Outcome


@dataclass(frozen=True, slots=True)
class DoneAct:
    """One act as it was `told`: what takes it back, or nothing, where it was of a `kind` that stays.

    `decisions` are events by thread, `pending` is the id of the event that it left to be submitted, `back` the edits
    that take an edit of the text back. `commit` is that of edits that were committed.
    """

    told: str
    kind: type[Command] | None = None
    decisions: Mapping[str, str] = field(default_factory=dict)
    pending: str = ""
    back: tuple[EditText, ...] = ()
    commit: str = ""

    @property
    def can_be_undone(self) -> bool:
        """Whether something takes it back."""
        return bool(self.decisions or self.pending or self.back)


class UndoHistory:
    """The acts of this session in their order, those that nothing takes back among them: none is passed over."""

    def __init__(self) -> None:
        self._acts: list[DoneAct] = []
        self.decided: set[str] = set()
        """The ids of all decisions that were made in this session."""

    @property
    def last(self) -> DoneAct | None:
        """The last act."""
        return self._acts[-1] if self._acts else None

    def forget_last(self) -> None:
        """Go on to the act before."""
        if self._acts:
            self._acts.pop()

    def note(self, commands: Sequence[Command], outcomes: Sequence[Outcome], before: Policy) -> bool:
        """Note what was carried out on the texts of `before`; say whether the last act can be taken back.

        It is told from the outcomes alone: what is read afterwards may fail, or hold what others did as well.
        """
        for command, outcome in zip(commands, outcomes, strict=False):
            if isinstance(command, Undo):
                self._drop_undone(command, outcome)
            elif isinstance(command, EditText) and command.takes_back:
                self._drop_edit(command)
        last = commands[-1]
        if takes_back(last):
            return False
        done = outcomes[-1]
        decisions: dict[str, str] = {
            outcome.thread: outcome.event
            for command, outcome in zip(commands, outcomes, strict=True)
            if isinstance(command, Decide)
        }
        self.decided.update(decisions.values())
        act = DoneAct(done.message, type(last), decisions)
        if isinstance(last, CommitEdits):
            self._drop_committed(last, before)
            act = replace(act, commit=done.commit)
        elif isinstance(last, EditText):
            act = replace(act, back=_back_of(last, before))
        elif isinstance(last, DiscardEdits):
            act = replace(act, back=tuple(_brought_back(done, before)))
        elif not decisions:
            act = replace(act, pending=_left_pending(last, done))
        self._acts.append(act)
        return act.can_be_undone

    def note_some(self, commands: Sequence[Command], before: Draft, after: Draft) -> bool:
        """Note those of several decisions that were made before one failed; say whether there are any."""
        decisions = {
            each.thread: decided
            for each in commands
            if isinstance(each, Decide) and (decided := _decision(after, each.thread)) != _decision(before, each.thread)
        }
        if decisions:
            self.decided.update(decisions.values())
            self._acts.append(DoneAct("Decided some of several.", Decide, decisions))
        return bool(decisions)

    def together_with(self, thread: str, decision: str) -> Mapping[str, str]:
        """Return the decisions of the act that made this one, itself among them; empty where no act here did."""
        made = (act.decisions for act in reversed(self._acts))
        return next((each for each in made if each.get(thread) == decision), {})

    def note_stays(self, told: str) -> None:
        """Note something that was done beside commands, and that nothing takes back, as sharing."""
        self._acts.append(DoneAct(told))

    def note_file(self, section: str, old: str, new: str) -> bool:
        """Note what the author's own editor made of the file of a section; say whether it changed anything."""
        if old != new:
            back = (_inverse(section, "Took back the edit", old, new),)
            self._acts.append(DoneAct(f"Edited {section} in your editor.", EditText, back=back))
        return old != new

    def _drop_undone(self, command: Undo, outcome: Outcome) -> None:
        """Take what was undone out of the last act that did it; an act of which nothing is left goes."""
        for number in reversed(range(len(self._acts))):
            act = self._acts[number]
            if command.decision and act.decisions.get(command.thread) == command.decision:
                left = {key: each for key, each in act.decisions.items() if key != command.thread}
                self._acts[number : number + 1] = [replace(act, decisions=left)] if left else []
                return
            if not command.decision and act.pending == outcome.event:
                del self._acts[number]
                return

    def _drop_committed(self, command: CommitEdits, policy: Policy) -> None:
        """Forget the edits that are committed by now: that is an act of its own, which takes them along."""

        def is_committed(act: DoneAct) -> bool:
            sections = [policy.section_named(edit.section) for edit in act.back]
            return bool(act.back) and all(each is not None and each.path in command.paths for each in sections)

        self._acts = [act for act in self._acts if not is_committed(act)]

    def _drop_edit(self, taken_back: EditText) -> None:
        """Forget the last act that an edit took back."""
        last = next((at for at in reversed(range(len(self._acts))) if taken_back in self._acts[at].back), None)
        if last is not None:
            del self._acts[last]


def takes_back(command: Command) -> bool:
    """Say whether a command took something back itself."""
    return isinstance(command, Undo) or (isinstance(command, EditText) and bool(command.takes_back))


def still_in_force(draft: Draft, decisions: Mapping[str, str]) -> list[Thread]:
    """Return the threads on which these decisions, by thread, still stand."""
    return [draft.review.threads[name] for name, decided in decisions.items() if _decision(draft, name) == decided]


def _left_pending(command: Command, outcome: Outcome) -> str:
    """Return the id of the one event that a command left pending; empty where it left none, or several.

    A pending remark that was rewritten is an act on it, which does not take the remark itself away.
    """
    is_new = not (isinstance(command, Revise) and command.rewrites)
    return outcome.event if is_new and not outcome.commit and outcome.count <= 1 else ""


def _decision(draft: Draft, thread: str) -> str:
    """Return the id of the decision in force on a thread; empty where there is none."""
    found = draft.review.threads.get(thread)
    return found.decision.id if found is not None and found.decision is not None else ""


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


def _brought_back(outcome: Outcome, before: Policy) -> Iterator[EditText]:
    """Yield the edits that give the discarded texts their words again.

    They are found beside what was put back, not beside what is read afterwards: that may be somebody else's already.
    """
    for path, text in outcome.put_back:
        was = before.texts.get(path)
        section = next((each for each in before.sections if each.path == path), None)
        if was is not None and section is not None and was.text != text:
            yield _inverse(section.name, "Brought back the edit", was.text, text)


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
