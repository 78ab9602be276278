"""Why a key does nothing now: one function a reason, asked by the footer, the help and the key itself."""

from collections.abc import Callable

from reviewtui.domain.settings.settings import UNAFFILIATED
from reviewtui.tui.state.screen_state import Focus, ScreenState
from reviewtui.views.compose.thread_acts import pending_position
from reviewtui.views.threads.deciding.queue import item_of, last_decided
from reviewtui.views.threads.possible_actions import why_not, why_not_dismiss, why_not_write

WhyNot = Callable[[Focus], str]
_NO_NEWS = "Nothing is new since you last looked."
_LOADING = "The policy is still being opened."
_PLACING = "The remarks are still being found in the text."


def _loaded_first(reason: Callable[[Focus, ScreenState], str]) -> WhyNot:
    """Return a reason that is asked once the policy is there; until then, that is the reason."""
    return lambda focus: _LOADING if focus.state is None else reason(focus, focus.state)


def always(_focus: Focus) -> str:
    """Nothing stands in the way."""
    return ""


def not_writing(focus: Focus) -> str:
    """Nothing is being written, which another act would put away."""
    if not focus.writing:
        return ""
    return f"You are writing: {focus.key('save')} saves your words, {focus.key('close')} leaves them for later."


def has_kind(focus: Focus) -> str:
    """A remark is written, which has a kind and a weight until it is submitted."""
    if focus.form is None or focus.form.has_kind:
        return ""
    return "Only a remark that is not submitted yet has a kind and a weight."


def loaded(focus: Focus) -> str:
    """The policy has to be there."""
    return "" if focus.state else _LOADING


@_loaded_first
def placed(focus: Focus, state: ScreenState) -> str:
    """Return why it is not known yet where the remarks stand; empty where it is."""
    if state.loading_stopped:
        return f"Loading was stopped; {focus.key('reload')} goes on."
    return "" if state.placed else _PLACING


def can_write(focus: Focus) -> str:
    """Remarks can be made."""
    return why_not_write(focus.state.draft) if focus.state else _LOADING


def can_mark_read(focus: Focus) -> str:
    """The draft is read, whole, by somebody who may say so."""
    return on_draft(focus) or can_write(focus) or (focus.state.overview.halt_words if focus.state else "")


def can_edit(focus: Focus) -> str:
    """I am an author, and look at the draft."""
    return on_draft(focus) or is_author(focus)


def can_commit_edits(focus: Focus) -> str:
    """I am an author, and the text has edits that are not committed."""
    refused = can_edit(focus)
    if refused or focus.state is None:
        return refused
    edited = any(text.dirty for text in focus.state.draft.policy.texts.values())
    return "" if edited else "The text has no edit that is not committed."


@_loaded_first
def on_draft(focus: Focus, state: ScreenState) -> str:
    """The draft is looked at, not an older version."""
    if state.version:
        return f"You are reading {state.draft.version.called}; go back to the draft first ({focus.key('back')})."
    return ""


def on_thread(act: str) -> WhyNot:
    """Return the reason why `act` cannot be done to the thread at hand."""

    def reason(focus: Focus) -> str:
        if focus.state is None:
            return _LOADING
        if focus.subject.selecting:
            # Somebody may mean a move by the letter, as "w" for a word, and must not act on a remark by it.
            return f"You are selecting; {focus.key('drop_selection')} ends that, and then this key acts on the remark."
        if focus.subject.thread is None:
            forward = focus.key("next_remark" if focus.screen == "read" else "next_item")
            # Before they are found nobody can say that there is none.
            edits = f" {focus.key('edit_paragraph')} edits the text." if act == "revise" and not can_edit(focus) else ""
            return placed(focus) or f"There is no remark here; {forward} goes to the next one.{edits}"
        return why_not(focus.state.draft, focus.subject.thread, act)

    return reason


def can_undo(focus: Focus) -> str:
    """Something of mine in the remark at hand can be taken back, or what was decided just now; else see "undo last"."""
    refused = on_thread("undo")(focus)
    if not refused or focus.subject.selecting or focus.state is None:
        return refused
    if focus.state.can_undo_last:
        return ""
    if focus.subject.thread is None and focus.state.draft.my_pending:
        way = f"{focus.key('palette')} {focus.key('take_back')}"
        refused = f"{refused.removesuffix('.')}. {way} takes back what is pending."
    if is_author(focus) or last_decided(focus.state.draft) is None:
        return refused
    return f"{refused.removesuffix('.')}. {focus.key('undo_last')} takes back what you decided last."


@_loaded_first
def has_pending_position(_focus: Focus, state: ScreenState) -> str:
    """A position of mine is not submitted yet."""
    return "" if pending_position(state.draft) else "You have stated no position that is still pending."


def author_on_thread(focus: Focus) -> str:
    """I am an author, and a remark is at hand."""
    return on_thread("reply")(focus) or is_author(focus)


def with_words(focus: Focus) -> str:
    """The author can put other words into the text for this thread."""
    refused = on_thread("decide")(focus)
    if refused or focus.subject.thread is None:
        return refused
    anchors = focus.subject.thread.anchors
    return "" if len(anchors) == 1 and anchors[0].is_passage else "This remark is about no single passage."


def can_reattach(focus: Focus) -> str:
    """A remark and a passage for it are at hand."""
    if focus.subject.thread is None:
        return f"Choose a remark from the tray first ({focus.key('tray')})."
    place = "" if focus.subject.selected else f"Select its new place first ({focus.key('select')})."
    return on_draft(focus) or can_write(focus) or place


def listed(focus: Focus) -> str:
    """Return why there is nothing in the list to go to; empty where it holds something."""
    if focus.state is None or focus.subject.is_listed:
        return loaded(focus)
    return "The versions are still being compared." if focus.subject.is_comparing else "There is nothing in this list."


def can_comment_change(focus: Focus) -> str:
    """There is a change, and remarks can be made."""
    return listed(focus) or can_write(focus)


def can_settle(focus: Focus) -> str:
    """I am an author, and others want to change the same words."""
    refused = author_on_thread(focus)
    if refused or focus.subject.thread is None or focus.state is None:
        return refused
    overlaps = focus.subject.overlaps
    if focus.screen != "decide":
        item = item_of(focus.state.draft, focus.subject.thread)
        overlaps = item is not None and item.overlaps
    return "" if overlaps else "Nobody else wants to change these words; those who do stand under \u2694 on Decide."


@_loaded_first
def can_begin(_focus: Focus, state: ScreenState) -> str:
    """The policy has no review yet."""
    draft = state.draft
    if draft.founded:
        return "This policy has its review already."
    if draft.review_on:
        return draft.no_review
    return "" if draft.me is not None else why_not_write(draft)


@_loaded_first
def reviewed(focus: Focus, state: ScreenState) -> str:
    """The draft of a policy that has a review is looked at."""
    if state.draft.founded:
        return on_draft(focus)
    nobody = can_write(focus) if state.draft.me is None else ""
    return nobody or can_begin(focus) or f"This policy has no review yet; {focus.key('begin')} begins one."


def can_bring_in(focus: Focus) -> str:
    """Remarks of others can be written down."""
    return reviewed(focus) or can_write(focus)


@_loaded_first
def pending(_focus: Focus, state: ScreenState) -> str:
    """Something of mine waits to be submitted."""
    if not state.overview.pending:
        return "Nothing of yours is pending."
    return ""


def has_remarks(focus: Focus) -> str:
    """There are remarks to go to."""
    unknown = placed(focus)
    if unknown or focus.state is None or focus.state.draft.review.threads:
        return unknown
    return f"There are no remarks yet; mark a passage and press {focus.key('comment')}."


def _still_looking(focus: Focus) -> str:
    """Why it is not known what is new: nobody looks for it in an older version, and elsewhere it takes a moment."""
    return on_draft(focus) or "What is new is still being looked up; try again in a moment."


@_loaded_first
def has_news(focus: Focus, state: ScreenState) -> str:
    """Something is new."""
    if state.news.count:
        return ""
    if not state.news_known:
        return _still_looking(focus)
    return "Nothing is new: what comes after this first look will be." if state.first_visit else _NO_NEWS


@_loaded_first
def has_signed_off(focus: Focus, state: ScreenState) -> str:
    """My organisation has signed off, and something is new since."""
    if state.since_signoff is not None and state.since_signoff.count:
        return ""
    if not state.news_known:
        return _still_looking(focus)
    if state.since_signoff is None:
        return (
            f"Your organisation has not signed off yet; see {focus.key('next_new')} for what is new since you looked."
        )
    return "Nothing is new since your organisation signed off."


@_loaded_first
def has_findings(_focus: Focus, state: ScreenState) -> str:
    """There are findings to go to."""
    if state.inspection.findings:
        return ""
    return "The checks find nothing here." if state.judged else "The text is still being checked."


def on_finding(focus: Focus) -> str:
    """A finding is at hand."""
    nothing = f"There is no finding here; {focus.key('next_finding')} goes to the next one."
    return has_findings(focus) or ("" if focus.subject.finding else nothing)


def with_two_passages(focus: Focus) -> str:
    """The finding at hand is about two passages."""
    refused = on_finding(focus)
    if refused or focus.subject.finding is None:
        return refused
    return "" if focus.subject.finding.other else "This finding is about one passage only."


def can_raise(focus: Focus) -> str:
    """A finding is at hand, and remarks can be made."""
    return on_finding(focus) or can_write(focus)


def can_dismiss(focus: Focus) -> str:
    """A finding of the draft is at hand, and I am an author."""
    refused = on_finding(focus) or on_draft(focus)
    if refused or focus.subject.finding is None or focus.state is None:
        return refused
    return why_not_dismiss(focus.state.draft, focus.subject.finding)


def touring(focus: Focus) -> str:
    """The tour of the example is under way."""
    there = focus.state is not None and focus.state.tour
    return "" if there else "There is no tour here; 'reviewtui demo' builds an example that begins with one."


def has_unsaved(focus: Focus) -> str:
    """Unsaved words lie on the disk, or were thrown away within a week."""
    there = focus.state is not None and (focus.state.unsaved or focus.state.thrown_away)
    if there:
        return ""
    undo = f"{focus.key('undo_last')} takes back what you did last."
    return f"There are no unsaved words, and none that were thrown away within a week. {undo}"


def can_sign_off(focus: Focus) -> str:
    """I speak for an organisation, am no author, and look at the draft."""
    refused = on_draft(focus) or can_write(focus)
    if refused or focus.state is None:
        return refused
    if focus.state.draft.is_author:
        return (
            "You are an author, whose own word is no position of an organisation; whoever speaks for one states it "
            "here. What was stated elsewhere the command signoff reports."
        )
    known = focus.state.draft.organisation != UNAFFILIATED
    return "" if known else "You speak for no organisation; an author adds you to settings.toml."


@_loaded_first
def is_author(_focus: Focus, state: ScreenState) -> str:
    """I decide and release."""
    return "" if state.draft.is_author else "Only an author of the policy can do this."
