"""How each thing that can be written begins: with which title, which words, about what."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from reviewtui.domain.actions.handling_findings import raised
from reviewtui.domain.actions.remarks.pending import can_rewrite
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.anchor import CONTEXT
from reviewtui.domain.policy.policy import Section
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.record.events import WasRead
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.review.organisations.coverage import coverage
from reviewtui.domain.review.organisations.signoffs import replaced_words
from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.excerpt import after_words, clipped, excerpt
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.deciding.acceptance_preview import words_now

_AROUND = 60
"""Characters that are shown on either side of an edited passage."""
_MARKS = " \t#>-*+"
"""Signs with which a line of Markdown begins, which its reader does not see as these."""
_OPTIONAL = "Why, if you want to say (tab)"
_WHY = "Why? The reviewer reads this."


def on_passage(act: str, draft: Draft, section: Section, span: tuple[int, int] | None) -> ComposeForm:
    """Begin a comment or a suggestion about characters of a section's file; no span is the section as a whole."""
    at = draft.version.wanted
    words = draft.policy.texts[section.path].text[slice(*span)] if span else ""
    before = draft.policy.texts[section.path].text[max(0, span[0] - CONTEXT) : span[0]] if span and not words else ""
    about = f"\u201c{excerpt(words, 60)}\u201d" if words else "this place" if span else section.title
    if act == "suggest":
        title = f"Suggest other words for {about}" if words else f"Suggest new words {after_words(before)}"
        start = FormContent(replacement=words, kind="wording")
        form = ComposeForm("suggest", title, _OPTIONAL, "", section.name, span, at, words, start, words, before)
        return replace(form, around=words_around(draft.policy.texts[section.path].text, span))
    if act == "move" and span:
        start = FormContent(kind="wording")
        notes = (line(Styled("Write some words of the text, of any section: it is to stand behind them.", "muted")),)
        form = ComposeForm("move", f"Move {about} behind", _OPTIONAL, "", section.name, span, at, "", start, words)
        return replace(form, notes=notes)
    hint = "What do you want to say about it?"
    start = FormContent(kind="general")
    return ComposeForm("comment", f"Comment on {about}", hint, "", section.name, span, at, None, start, words, before)


def editing(draft: Draft, section: Section, span: tuple[int, int]) -> ComposeForm:
    """Begin to edit one paragraph of the draft."""
    words = draft.policy.texts[section.path].text[slice(*span)]
    start = FormContent(replacement=words)
    return ComposeForm("edit", f"Edit {section.title}", "", "", section.name, span, "", words, start, words)


def words_around(text: str, span: tuple[int, int] | None) -> tuple[str, str]:
    """Return what stands before and behind a passage on its own lines, cut at blanks; no mark of the line alone.

    Of a place on an empty line these are the words of the lines before and behind it.
    """
    if span is None:
        return "", ""
    before, behind = text[: span[0]].rpartition("\n")[2], text[span[1] :].partition("\n")[0]
    if span[0] == span[1] and not (before + behind).strip():
        before, behind = text[: span[0]].rstrip().rpartition("\n")[2], text[span[1] :].lstrip().partition("\n")[0]
        before, behind = f"{before} \u00b6 " if before else "", f" \u00b6 {behind}" if behind else ""
    if not before.strip(_MARKS):
        before = ""
    if len(before) > _AROUND:
        before = "\u2026" + before[-_AROUND:].partition(" ")[2]
    if len(behind) > _AROUND:
        behind = behind[:_AROUND].rpartition(" ")[0] + "\u2026"
    return before, behind


def on_policy(draft: Draft) -> ComposeForm:
    """Begin a comment on the policy as a whole."""
    at = draft.version.wanted
    hint = "What is it about? What is missing?"
    return ComposeForm("comment", "Comment on the policy as a whole", hint, at=at, start=FormContent(kind="missing"))


def missing_here(draft: Draft, section: Section, offset: int) -> ComposeForm:
    """Begin a remark on something that is missing at a place between characters."""
    form = on_passage("comment", draft, section, (offset, offset))
    return replace(form, title=f"What is missing here, in {section.title}?", start=FormContent(kind="missing"))


def on_topic(draft: Draft, topic: str) -> ComposeForm | None:
    """Begin a remark on a topic of the settings that the policy lacks; None when they do not name it."""
    title = next((each.title for each in draft.settings.topics if each.id == topic), None)
    if title is None:
        return None
    start = FormContent(kind="missing")
    return ComposeForm(
        "comment", f"On the topic \u201c{title}\u201d", "What is missing about it?", start=start, topic=topic
    )


def on_thread(act: str, draft: Draft, thread: Thread) -> ComposeForm:
    """Begin what is said in, or decided about, a thread."""
    words = clipped(thread.body, 50) or excerpt(thread.replacement or "", 50)
    name = draft.review.name_of(thread.id)
    return _ON_THREAD[act](f"{name}: {words}" if words else name, draft, thread)


def on_signoff(draft: Draft, position: str) -> ComposeForm:
    """Begin to state the position of my organisation on the whole policy as it stands."""
    who = draft.effective_settings.organisation_name(draft.organisation)
    hint = "What would clear it?" if position == "objection" else "A word to the author, if you want"
    notes = (*_replaced(draft, position), *(() if position == "withdrawn" else _covered(draft)))
    return ComposeForm("signoff", f"{who}: {position}", hint, start=FormContent(kind=position), notes=notes)


def _replaced(draft: Draft, position: str) -> Iterator[StyledLine]:
    """Say which words of one's own organisation this takes the place of."""
    for word, sentence in replaced_words(draft, draft.organisation, position, draft.policy.texts):
        yield line(Styled(sentence, "alarm" if word.position == "objection" else "muted"))


def _covered(draft: Draft) -> tuple[StyledLine, ...]:
    """Say what a sign-off covers, how long, and how much of that its organisation has marked as read."""
    texts, ours = draft.policy.texts, draft.organisation
    pending = {(each.event.path, each.event.blob) for each in draft.my_pending if isinstance(each.event, WasRead)}
    read = sum(
        ours in each.readers or (each.path, texts[each.path].blob) in pending
        for each in coverage(draft, draft.texts_by_blob())
    )
    sentences = (
        f"Covers the {counted(len(texts), 'text')} of the policy as they stand now, and says that your side read them.",
        "Grows stale where one of them changes in substance, not where a typo is mended.",
        f"Read by your side, as they stand now: {read} of {len(texts)}.",
    )
    others = len(texts) - read
    unread = f"\u26a0 This counts the other {others} as read by your side too."
    threads = (draft.review.threads[thread.id] for thread in draft.review.open_threads())
    barring = sum(thread.root.blocking and thread.root.organisation == ours for thread in threads)
    open_words = f"\u26a0 {counted(barring, 'blocking remark')} of your own side still open."
    alarm = (line(Styled(open_words, "alarm")),) if barring else ()
    told = (line(Styled(unread, "alarm")),) if others else ()
    return (*(line(Styled(sentence, "muted")) for sentence in sentences), *told, *alarm)


def raising(draft: Draft, finding: Finding) -> ComposeForm:
    """Begin the remark that raises a finding, in its words, at its passages."""
    form = raised(finding, draft.policy)
    first, *others = form.places
    return ComposeForm(
        "comment",
        f"Raise what check \u201c{finding.check}\u201d finds",
        "What do you want to say about it?",
        section=first.section,
        span=first.span,
        at=draft.version.wanted,
        start=FormContent(form.body, kind=form.kind),
        quote=first.quote,
        finding=finding.id,
        others=tuple(others),
    )


def dismissing(finding: Finding) -> ComposeForm:
    """Begin to say why nothing needs to be done about a finding."""
    hint = "Why does nothing need to be done? It comes back when its words change."
    return ComposeForm("dismiss", f"Dismiss: {clipped(finding.message, 70)}", hint, finding=finding.id)


def release(draft: Draft, readiness: Readiness | None) -> ComposeForm:
    """Begin a release of the draft, with the gates that do not pass and what releasing does."""
    closed = readiness.closed if readiness is not None else ()
    blocked = readiness is not None and not readiness.ready
    if readiness is None:
        hint = "Why, if it is not ready (the draft is still being judged)"
    else:
        hint = "Why is it released all the same?" if blocked else "Nothing more has to be said."
    notes = [line(Styled("Commits the release with its documents, and tags it with the version.", "muted"))]
    if closed:
        titles = ", ".join(gate.title for gate in closed)
        notes.append(line(Styled(f"\u2717 {counted(len(closed), 'condition', 'is')} not met: {titles}", "alarm")))
    start = FormContent(replacement=draft.target)
    title = "Release the draft as version"
    return ComposeForm(
        "release", title, hint, passage=draft.target, start=start, notes=tuple(notes), is_blocked=blocked
    )


def _said(act: str, title: str, hint: str) -> Callable[[str, Draft, Thread], ComposeForm]:
    return lambda name, _draft, thread: ComposeForm(act, f"{title} {name}", hint, thread.id)


def _revise(name: str, draft: Draft, thread: Thread) -> ComposeForm:
    start = FormContent(thread.body, thread.replacement or "")
    if draft.me is not None and can_rewrite(thread, draft.me):
        start = replace(start, kind=thread.kind, blocking=thread.blocking)
    title = f"Your remark anew, {name}"
    if thread.replacement is None or not thread.anchors:
        return ComposeForm("revise", title, "Your remark", thread.id, start=start)
    # What it changes is shown against the policy, not against what was suggested before.
    return ComposeForm("revise", title, _OPTIONAL, thread.id, passage=thread.anchors[0].exact, start=start)


def _accept_with(name: str, draft: Draft, thread: Thread) -> ComposeForm:
    now = words_now(draft, thread)
    start = FormContent(replacement=thread.replacement if thread.replacement is not None else now)
    placement, around = draft.placement(thread.id), ("", "")
    if placement is not None and placement.path is not None and placement.is_placed:
        around = words_around(draft.policy.texts[placement.path].text, (placement.start, placement.end))
    title = f"Accept with other words {name}"
    return ComposeForm("accept_with", title, _OPTIONAL, thread.id, passage=now, start=start, around=around)


_ON_THREAD: dict[str, Callable[[str, Draft, Thread], ComposeForm]] = {
    "reply": _said("reply", "Reply to", "Your answer"),
    "reopen": _said("reopen", "Open again", "Why does it have to be decided again?"),
    "unsatisfied": _said("unsatisfied", "Not satisfied with", "What is still missing?"),
    "declined": _said("declined", "Decline", _WHY),
    "deferred": _said("deferred", "Defer", _WHY),
    "noted": _said("noted", "Take note of", "A word to the reviewer, if you want"),
    "accepted": _said("accepted", "Accept", "What will be done, if you want to say"),
    "revise": _revise,
    "accept_with": _accept_with,
}
