"""What is asked before a form is carried out: what an edit does to remarks and sign-offs, a last look at a release."""

from collections.abc import Callable, Collection, Iterator

from reviewtui.domain.actions.commands import EditText
from reviewtui.domain.actions.releasable import behind_newest, require_override, require_unreleased, tag_in_the_way
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.policy import Section
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.record.thread import Thread, in_words
from reviewtui.domain.refusal import Conflict, Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.organisations.signoffs import current_signoffs
from reviewtui.text.meaning.change_class import change_class
from reviewtui.views.comparison.inline_change import word_change
from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.compose.edited_meanwhile import edited_meanwhile
from reviewtui.views.compose.form_commands import commands_of
from reviewtui.views.compose.question import Question
from reviewtui.views.styled_text import Look, Styled, StyledLine, line

RELEASES_WHAT = "a release is committed text"
"""Why edits that are not committed stand in the way of a release."""
ASKING = frozenset({"edit", "release"})
"""Acts before which something is asked, as a rule: what is asked takes a while to work out."""
_SUBJECT = 72
"""Characters that the first line of a commit's message has."""


def question_before(
    draft: Draft, form: ComposeForm, content: FormContent, judged: Callable[[], tuple[Readiness | None, int]]
) -> Question | None:
    """Return what is asked before a form is carried out, None where nothing is.

    `judged` gives how ready the draft is, where that is known, and how many events are pending.

    Raises:
        Refused: it cannot be carried out as it is.
    """
    if form.act == "edit":
        return _edit_question(draft, form, content)
    return _release_question(draft, form, content, judged()) if form.act == "release" else None


def _release_question(
    draft: Draft, form: ComposeForm, content: FormContent, judged: tuple[Readiness | None, int]
) -> Question | None:
    """Return the last look before a release; None where every gate passes and nothing is pending.

    Raises:
        Refused: the text is not committed, the version is taken, or gates do not pass and no reason is given.
    """
    draft.policy.require_committed(RELEASES_WHAT)
    readiness, pending = judged
    version, reason = content.replacement.strip(), content.body.strip()
    require_unreleased(draft, version)
    if tag_in_the_way(draft, version) is not None:
        raise Refused(
            f"There is a tag {version} already, which no author released; the command release --existing claims it."
        )
    is_clear = readiness is not None and readiness.ready and readiness.target == version
    behind = behind_newest(draft, version)
    if is_clear and not pending and not behind:
        return None
    if readiness is not None and not readiness.ready:
        if not reason:
            raise Refused(f"{readiness.not_ready}; say why it is released all the same.")
        require_override(reason)
    lines: list[StyledLine] = [
        line("Commits the text as it is committed now as ", Styled(version, "strong"), ", with its documents:"),
        line(Styled("what is new, the answer to every remark, thanks, a letter to each organisation.", "muted")),
        line("Tags that commit ", Styled(version, "strong"), "; who shares it has it."),
        (),
        *_against(readiness, version),
    ]
    if behind:
        lines.append(line(Styled(f"! {behind}", "alarm")))
    if pending:
        lines.append(line(Styled(f"! {counted(pending, 'pending event')} of yours not in it; submit first.", "alarm")))
    if reason:
        lines += [(), line(Styled("Released all the same: ", "muted"), Styled(reason, "quote"))]
    yes = f"release {version}"
    return Question(f"Release {version}?", tuple(lines), yes, commands_of(form, content), form.key, no="go back")


def _against(readiness: Readiness | None, version: str) -> list[StyledLine]:
    """Return the lines on what is not passed, or not known."""
    if readiness is None:
        return [line(Styled("! The draft is still being judged; it may not be ready.", "alarm"))]
    lines = [line(Styled(f"\u2717 {gate.title}", "alarm"), " does not pass") for gate in readiness.closed]
    if readiness.question:
        lines.append(line(Styled(f"\u2717 {readiness.question}", "alarm")))
    if readiness.target != version:
        lines.append(line(Styled(f"! Judged for {readiness.target}; for {version} it may be otherwise.", "alarm")))
    return lines


def _edit_question(draft: Draft, form: ComposeForm, content: FormContent) -> Question:
    """Return the question whether the edit is to be saved.

    Raises:
        Conflict: its paragraph reads otherwise by now.
        Refused: it changes nothing.
    """
    if content.replacement == form.passage:
        raise Refused("Nothing is changed, so there is nothing to save.")
    section = draft.policy.section_named(form.section)
    span, before = form.span or (0, 0), form.passage or ""
    if section is None or draft.policy.texts[section.path].text[slice(*span)] != before:
        again = edited_meanwhile(draft, EditText(form.section, span, before, content.replacement))
        raise Conflict(
            "The passage reads otherwise by now; nothing was changed.",
            base=before,
            theirs=content.replacement,
            ours=again.passage or "" if again is not None else "",
        )
    lines = _edit_effects(draft, section, span, content.replacement)
    return Question(form.title, tuple(lines), "save the edit", commands_of(form, content), form.key)


def edit_message(draft: Draft, paths: Collection[str]) -> str:
    """Return the message that is offered for the commit of edits: the titles of what was edited."""
    titles = dict.fromkeys(section.title for section in draft.policy.sections if section.path in paths)
    message = f"Edit {', '.join(titles)}"
    return message if len(message) <= _SUBJECT else f"Edit {len(paths)} texts"


def _edit_effects(draft: Draft, section: Section, span: tuple[int, int], words: str) -> Iterator[StyledLine]:
    """Yield what putting `words` in the place of `span` of a section's file changes and touches."""
    before = draft.policy.texts[section.path].text[slice(*span)]
    classed = change_class(before, words, draft.effective_settings.language)
    doubt = "" if classed.alarm or classed.change_class == "editorial" else ", in doubt"
    yield word_change(before, words)
    yield ()
    grave: Look = "muted" if classed.change_class == "editorial" else "alarm"
    yield line(Styled(f"{classed.change_class}{doubt}", grave), Styled(f" \u00b7 {classed.reason}", "muted"))
    yield from _remarks(draft, section, span, words)
    yield from _signoffs(draft, section, is_editorial=classed.change_class == "editorial")
    yield ()
    yield line(Styled("It goes into the file and no further: nothing is committed until you ask for that.", "muted"))


def _remarks(draft: Draft, section: Section, span: tuple[int, int], words: str) -> Iterator[StyledLine]:
    inside = [
        thread for thread in draft.review.threads.values() if thread.counts and _overlaps(draft, thread, section, span)
    ]
    for thread in inside:
        name = draft.review.name_of(thread.id)
        kept = all(each in words for each in _stands_on(draft, thread, section, span))
        what = "keeps its words" if kept else "loses words that it stands on: it is looked for by what is left"
        yield line(Styled(name, "strong"), Styled(f" {in_words(thread.state)}, {what}", "muted" if kept else "alarm"))
    if not inside:
        yield line(Styled("No remark stands in it.", "muted"))


def _stands_on(draft: Draft, thread: Thread, section: Section, span: tuple[int, int]) -> Iterator[str]:
    """Yield the words inside of `span` that a thread stands on now, which may not be those that it was made on."""
    text = draft.policy.texts[section.path].text
    for _, placement in draft.places(thread):
        if placement is not None and placement.is_placed and placement.path == section.path:
            yield text[max(placement.start, span[0]) : min(placement.end, span[1])]


def _overlaps(draft: Draft, thread: Thread, section: Section, span: tuple[int, int]) -> bool:
    return any(
        placement is not None
        and placement.is_placed
        and placement.path == section.path
        and not anchor.is_section
        and placement.start < span[1]
        and max(placement.end, placement.start + 1) > span[0]
        for anchor, placement in draft.places(thread)
    )


def _signoffs(draft: Draft, section: Section, *, is_editorial: bool) -> Iterator[StyledLine]:
    rows = current_signoffs(draft)
    standing = [row for row in rows if row.covers(section.path)]
    names = ", ".join(draft.effective_settings.organisation_name(row.organisation) for row in standing)
    if not standing:
        yield line(Styled("No sign-off stands that it could touch.", "muted"))
    elif is_editorial:
        yield line(Styled(f"Sign-offs of {names} stay: the change is editorial.", "muted"))
    else:
        yield line(Styled(f"Sign-offs of {names} become stale for {section.title}.", "alarm"))
