"""Why a key does nothing now: one function a reason, asked by the footer, the help and the key itself."""

from collections.abc import Callable

from reviewtui.domain.settings.settings import UNAFFILIATED
from reviewtui.tui.state.screen_state import Moment
from reviewtui.views.threads.possible_actions import why_not, why_not_dismiss, why_not_write

WhyNot = Callable[[Moment], str]
_LOADING = "The policy is still being opened."
_PLACING = "The remarks are still being found in the text."


def always(_moment: Moment) -> str:
    """Nothing stands in the way."""
    return ""


def loaded(moment: Moment) -> str:
    """The policy has to be there."""
    return "" if moment.situation else _LOADING


def placed(moment: Moment) -> str:
    """It has to be known where the remarks stand."""
    return loaded(moment) or ("" if moment.situation and moment.situation.placed else _PLACING)


def can_write(moment: Moment) -> str:
    """Remarks can be made."""
    return why_not_write(moment.situation.draft) if moment.situation else _LOADING


def can_mark_read(moment: Moment) -> str:
    """The draft is read, by somebody who may say so."""
    return on_draft(moment) or can_write(moment)


def on_draft(moment: Moment) -> str:
    """The draft is looked at, not an older version."""
    if moment.situation is None:
        return _LOADING
    if moment.situation.version:
        return f"You are reading {moment.situation.version}; go back to the draft first ({moment.key('back')})."
    return ""


def on_thread(act: str) -> WhyNot:
    """Return the reason why `act` cannot be done to the thread at hand."""

    def reason(moment: Moment) -> str:
        if moment.situation is None:
            return _LOADING
        if moment.thread is None:
            forward = moment.key("next_remark" if moment.screen == "read" else "next_item")
            return f"There is no remark here; {forward} goes to the next one."
        return why_not(moment.situation.draft, moment.thread, act)

    return reason


def with_words(moment: Moment) -> str:
    """The author can put other words into the text for this thread."""
    refused = on_thread("decide")(moment)
    if refused or moment.thread is None:
        return refused
    anchors = moment.thread.anchors
    return "" if len(anchors) == 1 and anchors[0].is_passage else "This remark is about no single passage."


def can_reattach(moment: Moment) -> str:
    """A remark and a passage for it are at hand."""
    if moment.thread is None:
        return f"Choose a remark from the tray first ({moment.key('tray')})."
    place = "" if moment.selected else f"Select its new place first ({moment.key('select')})."
    return on_draft(moment) or can_write(moment) or place


def can_begin(moment: Moment) -> str:
    """The policy has no review yet."""
    if moment.situation is None:
        return _LOADING
    draft = moment.situation.draft
    if draft.founded:
        return "This policy has its review already."
    return "" if draft.me is not None else why_not_write(draft)


def pending(moment: Moment) -> str:
    """Something of mine waits to be submitted."""
    if moment.situation is None:
        return _LOADING
    if not moment.situation.overview.pending:
        return "Nothing of yours is pending."
    return ""


def has_remarks(moment: Moment) -> str:
    """There are remarks to go to."""
    if moment.situation is None:
        return _LOADING
    if not moment.situation.placed:
        return _PLACING
    if moment.situation.draft.review.threads:
        return ""
    return f"There are no remarks yet; mark a passage and press {moment.key('comment')}."


def has_news(moment: Moment) -> str:
    """Something is new."""
    if moment.situation is None:
        return _LOADING
    return "" if moment.situation.news.count else "Nothing is new since you last looked."


def has_findings(moment: Moment) -> str:
    """There are findings to go to."""
    if moment.situation is None:
        return _LOADING
    if moment.situation.readiness is None:
        return "The text is still being checked."
    return "" if moment.situation.inspection.findings else "The checks find nothing here."


def on_finding(moment: Moment) -> str:
    """A finding is at hand."""
    nothing = f"There is no finding here; {moment.key('next_finding')} goes to the next one."
    return has_findings(moment) or ("" if moment.finding else nothing)


def with_two_passages(moment: Moment) -> str:
    """The finding at hand is about two passages."""
    refused = on_finding(moment)
    if refused or moment.finding is None:
        return refused
    return "" if moment.finding.other else "This finding is about one passage only."


def can_raise(moment: Moment) -> str:
    """A finding is at hand, and remarks can be made."""
    return on_finding(moment) or can_write(moment)


def can_dismiss(moment: Moment) -> str:
    """A finding of the draft is at hand, and I am an author."""
    refused = on_finding(moment) or on_draft(moment)
    if refused or moment.finding is None or moment.situation is None:
        return refused
    return why_not_dismiss(moment.situation.draft, moment.finding)


def touring(moment: Moment) -> str:
    """Somebody is taken round."""
    there = moment.situation is not None and moment.situation.tour
    return "" if there else "There is no tour here; 'reviewtui demo' builds an example that begins with one."


def has_unsent(moment: Moment) -> str:
    """Unfinished words lie on the disk."""
    return "" if moment.situation and moment.situation.unsent else "Nothing is unfinished."


def can_sign_off(moment: Moment) -> str:
    """I speak for an organisation, and look at the draft."""
    refused = on_draft(moment) or can_write(moment)
    if refused or moment.situation is None:
        return refused
    known = moment.situation.draft.organisation != UNAFFILIATED
    return "" if known else "You speak for no organisation; the author adds you to reviews/settings.toml."


def is_author(moment: Moment) -> str:
    """I decide and release."""
    if moment.situation is None:
        return _LOADING
    return "" if moment.situation.draft.is_author else "Only an author of the policy can do this."
