"""Forms whose words are not saved yet, as they are kept on the disk and opened again."""

import threading
from collections.abc import Callable
from dataclasses import replace

import msgspec

from reviewtui.domain.actions.commands import EditText
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.inspection import Inspection
from reviewtui.text.markdown.quotes import occurrences
from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.compose.edited_meanwhile import edited_meanwhile
from reviewtui.views.compose.form_commands import ACTS
from reviewtui.views.compose.new_forms import (
    dismissing,
    on_passage,
    on_policy,
    on_signoff,
    on_thread,
    on_topic,
    raising,
    release,
)
from reviewtui.views.compose.overlap_form import kept_outcomes, overlap_form
from reviewtui.views.threads.deciding.queue import queue
from reviewtui.workspace.session.unsaved_words import UnsavedWords, UnsavedWordsFolder

_EARLIER = ":earlier"
"""What the key of words ends with that were set aside for others."""


class UnsavedWriter:
    """The words being typed and not on the disk yet; `flush` may be called from any thread."""

    def __init__(self, words: Callable[[], UnsavedWordsFolder]) -> None:
        """Keep words in the folder that `words` gives."""
        self._words = words
        self._waiting: dict[str, UnsavedWords | None] = {}
        self._unread: set[str] = set()
        """Keys whose words on the disk could not be read: they are neither forgotten nor overwritten unseen."""
        self._lock = threading.Lock()

    @property
    def is_idle(self) -> bool:
        """Whether everything is on the disk."""
        return not self._waiting

    def note(self, form: ComposeForm, content: FormContent) -> None:
        """Remember the words as they are now; nothing begun forgets them."""
        if form.is_begun(content):
            self.keep(unsaved_words_of(form, content))
        else:
            self.forget(form.key)

    def keep(self, typed: UnsavedWords) -> None:
        """Remember words as they are now, in the place of what was kept under their key."""
        self._wait(typed.key, typed)

    def kept(self, key: str) -> UnsavedWords | None:
        """Return what is kept under `key`, on the disk or on the way there.

        Raises:
            Refused: the folder of unsaved words may not be read.
        """
        waiting = dict(self._waiting)
        if key in waiting:
            return waiting[key]
        self._unread.add(key)
        found = self._words().get(key)
        self._unread.discard(key)
        return found

    def forget(self, key: str) -> None:
        """Remove what is kept under `key`; what could not be read stays."""
        if key in self._unread:
            self._waiting.pop(key, None)
        else:
            self._wait(key, None)

    def _wait(self, key: str, typed: UnsavedWords | None) -> None:
        # In the order asked for: what is forgotten behind its copy is on the disk until the copy is.
        self._waiting.pop(key, None)
        self._waiting[key] = typed

    def gone_on_with(self, form: ComposeForm) -> ComposeForm | None:
        """Return a form that somebody begins anew with the words that they left in it, None where there are none.

        Raises:
            Refused: the folder of unsaved words may not be read.
        """
        # What is opened again has its words; and words about what stood here before are of another form.
        if form.given is not None and form.act != "settle":
            return None
        saved = self.kept(form.key)
        if saved is None or saved.place != unsaved_words_of(form, form.start).place:
            return None
        if form.given is not None and form.start.body != form.given.body:
            # What becomes of the others was chosen anew; the words to be taken were not.
            saved = msgspec.structs.replace(saved, body=form.start.body)
        again = _with_start(form, saved)
        return again if again.start != form.start else None

    def flush(self) -> None:
        """Bring the disk up to date.

        Raises:
            MachineFailed: the disk did not take it; it is tried again with the next flush.
        """
        with self._lock:
            while self._waiting:
                key, typed = next(iter(self._waiting.items()))
                words = self._words()
                if typed is None:
                    words.forget(key)
                else:
                    self._set_aside(words, key)
                    words.keep(typed)
                if self._waiting.get(key) is typed:
                    self._waiting.pop(key, None)

    def _set_aside(self, words: UnsavedWordsFolder, key: str) -> None:
        """Keep words that could not be read when these were begun beside them, as words of their own."""
        if key in self._unread:
            earlier = words.get(key)
            if earlier is not None:
                words.keep(msgspec.structs.replace(earlier, key=f"{key}{_EARLIER}"))
            self._unread.discard(key)


def restored_form(
    saved: UnsavedWords, draft: Draft, inspection: Inspection, judged: Callable[[], Readiness | None]
) -> ComposeForm | None:
    """Return what somebody was writing; None when what it was about is not there any more.

    A passage that moved is found again by its words; one that is gone leaves a remark on its section. What was said
    about a finding is gone on with while `inspection` still has it; a remark on one outlives it. `judged` gives how
    ready the draft is, where that is known.
    """
    place = {key: str(value) for key, value in saved.place.items()}
    act = place.get("act", "")
    form: ComposeForm | None = None
    finding = inspection.get(place.get("finding", ""))
    if act == "comment" and finding is not None:
        form = raising(draft, finding)
    elif act == "dismiss":
        form = dismissing(finding) if finding is not None else None
    elif act in {"comment", "suggest", "move"} and place.get("section"):
        form = _again_on_passage(act, place, draft)
    elif act == "comment":
        form = on_topic(draft, place["topic"]) if place.get("topic") else on_policy(draft)
    elif act == "edit":
        # It has its words already: what others changed there meanwhile may be among them.
        return _edit_again(place, draft, saved.replacement)
    elif act in {"signoff", "release"}:
        form = on_signoff(draft, saved.kind) if act == "signoff" else release(draft, judged())
    elif act == "settle":
        form = _overlap_form_again(place, draft, saved.body)
    elif act in ACTS and place.get("thread") in draft.review.threads:
        form = on_thread(act, draft, draft.review.threads[place["thread"]])
    return _with_start(form, saved) if form else None


def unsaved_words_of(form: ComposeForm, content: FormContent) -> UnsavedWords:
    """Return unsaved words as they are kept on the disk."""
    start, end = form.span or (-1, -1)
    place: dict[str, str | int] = {
        "act": form.act,
        "thread": form.thread,
        "section": form.section,
        "start": start,
        "end": end,
        "at": form.at,
        "quote": form.quote,
        "topic": form.topic,
        "finding": form.finding,
    }
    return UnsavedWords(form.key, content.body, content.replacement, content.kind, content.blocking, place)


def _again_on_passage(act: str, place: dict[str, str], draft: Draft) -> ComposeForm | None:
    section = draft.policy.section_named(place["section"])
    if section is None:
        return None
    start, end, quote = int(place.get("start", -1)), int(place.get("end", -1)), place.get("quote", "")
    text = draft.policy.texts[section.path].text
    if start < 0:
        return on_passage(act, draft, section, None)
    if quote and text[start:end] != quote:
        spans = occurrences(text, quote)
        if not spans:
            return on_passage("comment", draft, section, None)
        start, end = min(spans, key=lambda span: abs(span[0] - start))
    end = min(end, len(text))
    return on_passage(act, draft, section, (min(start, end), end))


def _edit_again(place: dict[str, str], draft: Draft, words: str) -> ComposeForm | None:
    """The edit of a paragraph, on what it reads now; None where nobody can say which one it is."""
    span = (int(place.get("start", 0)), int(place.get("end", 0)))
    edit = EditText(place.get("section", ""), span, place.get("quote", ""), words)
    return edited_meanwhile(draft, edit)


def _overlap_form_again(place: dict[str, str], draft: Draft, body: str) -> ComposeForm | None:
    item = next((item for item in queue(draft) if place.get("thread") in {t.id for t in item.threads}), None)
    if item is None or not item.overlaps:
        return None
    return overlap_form(draft, item, draft.review.threads[place["thread"]], kept_outcomes(body))


def _with_start(form: ComposeForm, saved: UnsavedWords) -> ComposeForm:
    start = FormContent(saved.body, saved.replacement, saved.kind, saved.blocking)
    # What was submitted meanwhile has its kind and weight for good.
    typed = start if form.start.kind else replace(start, kind="", blocking=False)
    return replace(form, start=typed, given=form.given or form.start)
