"""Remarking and deciding: the forms and questions of the app, asked line by line."""

from collections.abc import Callable

from reviewtui.cli.plain.form_writing import FormWriting
from reviewtui.cli.plain.plain_session import PlainSession
from reviewtui.domain.actions.commands import CommitEdits, Decide, Read
from reviewtui.domain.record.events import POSITIONS
from reviewtui.domain.refusal import Refused
from reviewtui.text.markdown.quotes import seen_spans
from reviewtui.text.span import Span
from reviewtui.views.compose.compose_form import ComposeForm
from reviewtui.views.compose.form_questions import edit_message
from reviewtui.views.compose.new_forms import editing, missing_here, on_passage, on_policy, on_signoff, release
from reviewtui.views.compose.thread_acts import FirstStep, accepting_one, begin, submitting, undoing
from reviewtui.views.spoken.paragraphs import SpokenParagraph, sentences_of
from reviewtui.views.threads.deciding.queue import last_decided
from reviewtui.views.threads.possible_actions import why_not, why_not_write

PlainAct = Callable[[PlainSession, str], None]


def comment(session: PlainSession, words: str) -> None:
    """Comment on this paragraph, one of its sentences, some of its words, the section or the policy."""
    about = words.casefold()
    if about == "policy":
        _write(session, on_policy(session.draft))
    elif about == "section":
        _write(session, on_passage("comment", session.draft, session.place.section, None))
    else:
        _write(session, on_passage("comment", session.draft, session.place.section, _span(session, words)))


def suggest(session: PlainSession, words: str) -> None:
    """Suggest other words for this paragraph, one of its sentences, or some of its words."""
    _write(session, on_passage("suggest", session.draft, session.place.section, _span(session, words)))


def insert(session: PlainSession, _words: str) -> None:
    """Suggest words that are to stand behind this paragraph."""
    end = _paragraph(session).span[1]
    _write(session, on_passage("suggest", session.draft, session.place.section, (end, end)))


def missing(session: PlainSession, _words: str) -> None:
    """Say what is missing behind this paragraph."""
    _write(session, missing_here(session.draft, session.place.section, _paragraph(session).span[1]))


def edit(session: PlainSession, _words: str) -> None:
    """Edit this paragraph of the draft; what that does to remarks is said before it is saved."""
    if not session.draft.is_author:
        raise Refused("Only an author edits the text; suggest other words instead.")
    _require_draft(session)
    _write(session, editing(session.draft, session.place.section, _paragraph(session).span))
    if any(text.dirty for text in session.draft.policy.texts.values()):
        commit_edits(session, "")


def commit_edits(session: PlainSession, words: str) -> None:
    """Commit the edits of the text that lie in the work tree; the words are the message."""
    edited = tuple(path for path, text in session.draft.policy.texts.items() if text.dirty)
    if not edited:
        raise Refused("The text has no edit that is not committed.")
    if not session.draft.is_author:
        raise Refused("Only an author commits edits of the text.")
    session.say(f"Edited and not committed: {', '.join(edited)}.")
    usual = edit_message(session.draft, edited)
    message = words or session.terminal.ask(f"Type the message of the commit, yes for “{usual}”, Enter to leave it: ")
    if not message.strip():
        session.say("Left in the work tree; commit commits it.")
        return
    message = usual if message.strip().casefold() in {"y", "yes"} else message
    session.carry_out(CommitEdits(edited, message))


def _require_draft(session: PlainSession) -> None:
    if session.draft.version.wanted:
        raise Refused("This is an older version; version draft goes back to the draft.")


def _paragraph(session: PlainSession) -> SpokenParagraph:
    paragraph = session.place.paragraph
    if paragraph is None:
        raise Refused("There are no words here; comment section remarks on the section as a whole.")
    return paragraph


def _span(session: PlainSession, words: str) -> Span:
    """Return the characters that are meant: of the paragraph, a sentence of it by number, or quoted words of it."""
    paragraph, section = _paragraph(session), session.place.section
    if not words:
        return paragraph.span
    sentences = sentences_of(session.draft, section, paragraph)
    if words.isdecimal():
        if not 1 <= int(words) <= len(sentences):
            raise Refused(f"There is no sentence {words} here; sentences lists the {len(sentences)} there are.")
        return sentences[int(words) - 1][0]
    source = session.draft.policy.texts[section.path].text
    spans = seen_spans(source, words.strip('"\u201c\u201d'), *paragraph.span)
    if not spans:
        raise Refused(f"'{words}' does not stand in this paragraph. Quote words of it, or name a sentence by number.")
    if len(spans) > 1:
        raise Refused(f"'{words}' stands {len(spans)} times in this paragraph; quote more words around the right one.")
    return spans[0]


def _write(session: PlainSession, form: ComposeForm) -> None:
    refused = why_not_write(session.draft)
    if refused:
        raise Refused(refused)
    FormWriting(session, form).write()


def on_remark(act: str, rule: str) -> PlainAct:
    """Return what an act on a remark does, where `rule` says whether it can be done."""

    def begun(session: PlainSession, words: str) -> None:
        thread = session.thread(words)
        refused = why_not(session.draft, thread, rule)
        if refused:
            raise Refused(refused)
        if act == "accept":
            step = accepting_one(session.draft, thread, session.workspace.acceptance_preview(thread.id))
        else:
            step = begin(act, session.draft, thread)
        _go_on(session, step)

    return begun


def duplicate(session: PlainSession, words: str) -> None:
    """Decide that a remark says what another one says: both are named."""
    names = words.split()
    if len(names) != 2:
        raise Refused("Say two remarks: the one that repeats, and the one that it repeats.")
    thread, other = session.thread(names[0]), session.thread(names[1])
    session.carry_out(Decide(thread.id, "duplicate", of=other.id))


def undo(session: PlainSession, words: str) -> None:
    """Take back what is pending in the remark that is named, else its decision; unnamed, what I decided last."""
    thread = session.thread(words) if words else session.last_touched() or last_decided(session.draft)
    if thread is None:
        raise Refused("You have done nothing here that could be taken back.")
    refused = why_not(session.draft, thread, "undo")
    if refused:
        raise Refused(refused)
    session.ask(undoing(session.draft, thread))


def submit(session: PlainSession, _words: str) -> None:
    """Commit what is pending, after it was said."""
    if session.draft.my_pending:
        session.ask(submitting(session.draft, len(session.workspace.unsaved.all())))
    else:
        session.say("Nothing of yours is pending.")


def mark_read(session: PlainSession, _words: str) -> None:
    """Say that one has read this section as it stands."""
    session.carry_out(Read((session.place.section.name,), session.place.version))


def sign_off(session: PlainSession, words: str) -> None:
    """State the position of one's organisation on the whole policy."""
    position = words.casefold().replace(" ", "-")
    if position not in POSITIONS:
        raise Refused(f"Say a position behind it: {', '.join(POSITIONS)}.")
    _write(session, on_signoff(session.draft, position))


def release_draft(session: PlainSession, _words: str) -> None:
    """Release the draft as a version, after the gates that do not pass were said."""
    if not session.draft.is_author:
        raise Refused("Only an author releases.")
    _require_draft(session)
    session.draft.policy.require_committed("a release is committed text")
    _write(session, release(session.draft, session.workspace.judge.readiness(session.draft)))


def _go_on(session: PlainSession, step: FirstStep) -> None:
    if isinstance(step, ComposeForm):
        FormWriting(session, step).write()
    else:
        session.ask(step)
