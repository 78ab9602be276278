"""What keys do to the thread at hand: a question to confirm, or something to write."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reviewtui.domain.actions.commands import Answer, BeginReview, Decide, Submit, Undo, Withdraw
from reviewtui.domain.actions.remarks.pending import last_pending
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.identifier import short
from reviewtui.domain.record.events import TYPE_NAMES, Answered, SignedOff, WasRead, Withdrawn
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.record.thread import Entry, Thread, in_words
from reviewtui.domain.review.draft import Draft
from reviewtui.views.comparison.inline_change import change_counts, short_change, word_change
from reviewtui.views.compose.compose_form import ComposeForm
from reviewtui.views.compose.new_forms import on_thread
from reviewtui.views.compose.question import Question
from reviewtui.views.excerpt import clipped, gist
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.deciding.acceptance_preview import AcceptancePreview, effect_lines, meaning_lines
from reviewtui.views.threads.deciding.decision_card import DecisionEffects, consequence_lines, new_finding_lines
from reviewtui.views.threads.deciding.editorial_suggestions import EditorialSuggestion

FirstStep = Question | ComposeForm
_WRITTEN = {
    "reply": "reply",
    "revise": "revise",
    "reopen": "reopen",
    "unsatisfied": "unsatisfied",
    "accept_with": "accept_with",
    "decline": "declined",
    "defer": "deferred",
    "note": "noted",
}
_NO_TRACE = line(Styled("It was not submitted, and goes without a trace.", "muted"))
_MOST = 12
_SHORT = 60
"""Characters in which the list of what is pending tells an event."""


def begin(act: str, draft: Draft, thread: Thread) -> FirstStep:
    """Return what an act on a thread begins with, but for accepting it: what that does is to be known first.

    Raises:
        Refused: it cannot be done as it is.
    """
    if act in _WRITTEN:
        return on_thread(_WRITTEN[act], draft, thread)
    return _ASKED[act](draft, thread)


def accepting_one(draft: Draft, thread: Thread, effect: AcceptancePreview | None) -> FirstStep:
    """Return what accepting `thread` begins with, where `effect` is what that does to the committed text."""
    if effect is None:
        return on_thread("accepted", draft, thread)
    moving = len(effect.then.split())
    amount = f"{counted(moving, 'word')} move" if thread.is_move else change_counts(effect.now, effect.then)
    lines = (
        *effect_lines(effect, draft.effective_settings.language),
        (),
        line(Styled(f"{amount}; committed with the decision, crediting {thread.by.name}.", "muted")),
    )
    return Question(_title("Accept", draft, thread), lines, "accept", (Decide(thread.id, "accepted"),))


def warned(step: FirstStep, draft: Draft, thread: Thread, outlook: DecisionEffects) -> FirstStep:
    """Return a question with who else wants the words, what becomes of the gates, and what the checks would find."""
    if not isinstance(step, Question):
        return step
    # Of a long change only the beginning is in sight: what concerns others stands before it.
    before = tuple(consequence_lines(draft, thread, outlook))
    return replace(step, lines=(*before, *step.lines, *new_finding_lines(outlook.new_findings)))


def _withdraw(draft: Draft, thread: Thread) -> FirstStep:
    stays = "It stays on record as withdrawn, with its words, and waits for nobody any more."
    is_unseen = thread.entries[0].recorded.provenance.pending
    unseen = (line(Styled("It is not submitted yet: Undo would remove it without a trace.", "muted")),)
    lines = (line(gist(thread, 200)), (), line(Styled(stays, "muted")), *(unseen if is_unseen else ()))
    return Question(_title("Withdraw", draft, thread), lines, "withdraw", (Withdraw(thread.id),))


def accepting(draft: Draft, section: str, wordings: tuple[EditorialSuggestion, ...]) -> Question:
    """Return the question whether all suggestions of `wordings` are to be accepted, each shown with its words."""
    lines: list[StyledLine] = []
    for each in wordings:
        who = draft.effective_settings.organisation_name(each.thread.root.organisation)
        lines.append(line(Styled(f"{draft.review.name_of(each.thread.id)} {who}", "muted")))
        lines += [word_change(each.preview.now, each.preview.then)]
        lines += [*meaning_lines(each.preview, draft.effective_settings.language), ()]
    lines.append(line(Styled("Each is committed by itself, crediting who suggested it.", "muted")))
    names = tuple(each.thread.id for each in wordings)
    commands = tuple(
        Decide(name, "accepted", besides=tuple(other for other in names if other != name)) for name in names
    )
    return Question(f"Accept {counted(len(wordings), 'suggestion')} in {section}", tuple(lines), "accept all", commands)


def beginning(draft: Draft) -> Question:
    """Return the question whether a review of the policy is to be begun."""
    name = draft.me.name if draft.me is not None else "you"
    lines = (
        line(Styled(counted(len(draft.policy.sections), "section"), "strong"), f" in the folder {draft.policy.folder}"),
        (),
        line(f"Commits reviews/settings.toml, with {name} as the author who decides and releases."),
        line(Styled("The text stays as it is. Organisations are added after that.", "muted")),
    )
    return Question("Begin a review of this policy", lines, "begin", (BeginReview(draft.policy.folder),))


def submitting(draft: Draft, unsaved: int = 0) -> Question:
    """Return the question whether what I have pending is to be submitted; `unsaved` words are not among it."""
    return Question("Submit what is pending", tuple(submission_lines(draft, unsaved)), "submit", (Submit(),))


def undoing(draft: Draft, thread: Thread, together: Sequence[Thread] = ()) -> Question:
    """Return the question whether what I have pending in `thread`, else its decision, is to be taken back.

    The others of those that were decided `together` with it are named: what they say may be about this one.
    """
    waiting = last_pending(thread, draft.me) if draft.me is not None else None
    if waiting is not None:
        gone = (*_pending_words(thread, waiting), (), _NO_TRACE)
        return Question(_title("Take back what is pending in", draft, thread), gone, "take back", (Undo(thread.id),))
    decision = thread.decision
    lines: list[StyledLine] = [line(Styled(gist(thread, 200), "quote")), ()]
    lines.append(line(Styled(f"decided: {in_words(thread.state)}", "strong")))
    if decision is not None and decision.body:
        lines.append(line(clipped(decision.body, 200)))
    for edit in decision.all_edits if decision is not None else ():
        lines += [(), word_change(edit.after, edit.before)]
    others = [each for each in together if each.id != thread.id]
    names = ", ".join(f"{draft.review.name_of(each.id)} {in_words(each.state)}" for each in others)
    lines += [
        (),
        line("This decision alone; others stay, also those made with it."),
        *((line(Styled(f"Made with it: {names}. Is what they say still true?", "alarm")),) if names else ()),
        line(Styled("Committed as one; the record keeps both.", "muted")),
    ]
    command = Undo(thread.id, decision.id if decision is not None else "")
    return Question(_title("Take back the decision on", draft, thread), tuple(lines), "undo", (command,))


def _pending_words(thread: Thread, waiting: Entry) -> Iterator[StyledLine]:
    """Yield all that goes with a pending event: the words that it suggests, as a change, and what is said of them."""
    replacement = getattr(waiting.event, "replacement", None)
    if replacement is not None and thread.anchors:
        yield word_change(thread.anchors[0].exact, replacement)
    if waiting.words or replacement is None:
        yield line(clipped(waiting.words, 200))


def undoing_together(draft: Draft, threads: Sequence[Thread]) -> Question:
    """Return the question whether all that was decided in one act is to be taken back, the last of it first."""
    lines: list[StyledLine] = []
    decided = [(thread, thread.decision) for thread in reversed(threads) if thread.decision is not None]
    for thread, decision in decided:
        words = gist(thread, 100)
        lines.append(
            line(Styled(f"{draft.review.name_of(thread.id)} {in_words(thread.state)}", "strong"), f" \u00b7 {words}")
        )
        lines += [word_change(edit.after, edit.before) for edit in decision.all_edits]
    lines += [
        (),
        line(Styled("One commit each; the record keeps all. One alone is undone at its remark.", "muted")),
    ]
    commands = tuple(Undo(thread.id, decision.id) for thread, decision in decided)
    title = f"Take back the {counted(len(decided), 'decision')} made in one act"
    return Question(title, tuple(lines), "undo all", commands)


def _satisfied(draft: Draft, thread: Thread) -> FirstStep:
    lines = (line(f"The decision ({in_words(thread.state)}) settles it."),)
    return Question(_title("Satisfied with", draft, thread), lines, "say so", (Answer(thread.id, satisfied=True),))


def _title(what: str, draft: Draft, thread: Thread) -> str:
    return f"{what} {short(thread.id, draft.review.threads)}"


_ASKED: dict[str, Callable[[Draft, Thread], FirstStep]] = {
    "withdraw": _withdraw,
    "undo": undoing,
    "satisfied": _satisfied,
}


THREAD_ACTS = frozenset({*_WRITTEN, *_ASKED, "accept"})
"""What can be done to a thread."""


def taking_back(draft: Draft, pending: Recorded) -> Question:
    """Return the question whether one thing that is pending is to be removed."""
    lines = (pending_line(draft, pending), (), _NO_TRACE)
    return Question("Take back what is pending", lines, "take back", (Undo(pending.thread or pending.event.id),))


def pending_read(draft: Draft, path: str) -> Recorded | None:
    """Return my own mark that a text was read as it stands, while it is pending."""
    now = draft.policy.texts[path].blob
    for each in draft.my_pending:
        event = each.event
        if isinstance(event, WasRead) and not event.recorded_by and (event.path, event.blob) == (path, now):
            return each
    return None


def pending_position(draft: Draft) -> Recorded | None:
    """Return the position that I stated last for my organisation, while it is pending."""
    mine = [each for each in draft.my_pending if isinstance(each.event, SignedOff) and not each.event.recorded_by]
    return max(mine, key=lambda each: each.event.clock, default=None)


def can_take_back(draft: Draft, pending: Recorded) -> bool:
    """Say whether a pending event can be removed now: in a thread only the newest that nobody built on."""
    if not pending.thread:
        return True
    thread = draft.review.threads.get(pending.thread)
    last = last_pending(thread, draft.me) if thread is not None and draft.me is not None else None
    return last is not None and last.event.id == pending.event.id


def pending_line(draft: Draft, pending: Recorded) -> StyledLine:
    """Return what a pending event says in a line, with the end of its id."""
    event = pending.event
    name = Styled(f"{short(pending.thread or event.id)}  ", "muted")
    if isinstance(event, WasRead):
        said: StyledLine = line(draft.policy.title_at(event.path))
    else:
        said = _said(draft, pending)
    kind = "sign-off" if isinstance(event, SignedOff) else TYPE_NAMES[type(event)]
    return line(Styled(f"{kind:<11}", "strong"), name, Styled(_where(draft, pending), "muted"), *said)


def _where(draft: Draft, pending: Recorded) -> str:
    """Name the section that a pending event is about; empty for marks of reading and sign-offs, which name theirs."""
    thread = draft.review.threads.get(pending.thread)
    if thread is None:
        return ""
    section = draft.section_of(thread.id)
    return f"\u201c{section.title}\u201d: " if section is not None else "on the whole: " if not thread.anchors else ""


def unsaved_sentence(unsaved: int) -> str:
    """Say that so many half-written remarks go to nobody."""
    stay = "it stays" if unsaved == 1 else "they stay"
    return f"{unsaved} half written not among it: {stay} on this disk until saved."


def submission_lines(draft: Draft, unsaved: int = 0) -> Iterator[StyledLine]:
    """Yield one line for each pending event of mine, one for what an organisation read, and what becomes of them.

    Words that are `unsaved` are told first: whoever submits may take them for said.
    """
    if unsaved:
        yield from (line(Styled(unsaved_sentence(unsaved), "alarm")), ())
    pending = draft.my_pending
    acts = [recorded for recorded in pending if not isinstance(recorded.event, WasRead)]
    acts.sort(key=lambda recorded: not isinstance(recorded.event, SignedOff))  # what a side thinks comes first
    reads = {(rec.event.organisation, rec.event.path) for rec in pending if isinstance(rec.event, WasRead)}
    for recorded in acts[:_MOST]:
        yield pending_line(draft, recorded)
        if not recorded.provenance.made_here:
            yield line(Styled("           not saved by you on this machine: it stays", "bad"))
    if len(acts) > _MOST:
        yield line(Styled(f"\u2026 and {len(acts) - _MOST} more", "muted"))
    for organisation in sorted({organisation for organisation, _ in reads}):
        who = draft.effective_settings.organisation_name(organisation)
        count = sum(_sections_in(draft, path) for reader, path in reads if reader == organisation)
        yield line(Styled(f"{'read':<11}", "strong"), f"{who}: {counted(count, 'section')} read")
    yield ()
    this = "This" if len(pending) == 1 else f"These {len(pending)}"
    words = f"{this} and nothing else: the policy and your other edits stay as they are."
    yield line(Styled(f"{words} Others have it once you share it.", "muted"))


def _sections_in(draft: Draft, path: str) -> int:
    """How many sections a file holds; one where the draft does not have it any more."""
    return sum(section.path == path for section in draft.policy.sections) or 1


def _said(draft: Draft, recorded: Recorded) -> StyledLine:
    """What an event says in a few words: a suggestion by its change, an answer by whether it is satisfied."""
    event, thread = recorded.event, draft.review.threads.get(recorded.thread)
    if isinstance(event, Answered):
        said = Styled("satisfied" if event.satisfied else "not satisfied", "good" if event.satisfied else "bad")
        return (said, Styled(f": {clipped(event.words, _SHORT)}" if event.words else ""))
    if isinstance(event, SignedOff):
        who = draft.effective_settings.organisation_name(event.organisation)
        said = Styled(event.position, "strong")
        return line(f"{who}: ", said, clipped(f": {event.words}", _SHORT) if event.words else "")
    replacement = getattr(event, "replacement", None)
    if replacement is not None and thread is not None and thread.anchors:
        return short_change(thread.anchors[0].exact, replacement, _SHORT)
    if isinstance(event, Withdrawn) and thread is not None:
        return line(gist(thread, _SHORT))
    return line(clipped(event.words, _SHORT))
