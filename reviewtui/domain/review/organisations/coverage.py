"""Coverage: which organisations have read each text, so that "no remark" and "not read" are told apart.

A text counts as read by an organisation that marked it as read, remarked on it or signed it off, as it stands now or as
it stood before changes that were only editorial, or only the organisation's own words, which an author put in as it
suggested them. What an author reads is no review.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reviewtui.domain.policy.policy import Text
from reviewtui.domain.record.events import Classified, Event, SignedOff, WasRead
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.change_judgement import ChangeClasses
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.organisations.organisation_events import counts_for_organisation

_USUAL = 2
"""Organisations that have to read each text where the settings say nothing: what one overlooks the other may see."""
_Seen = defaultdict[str, set[str]]
"""The blobs by which each organisation has shown that it read a text."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The organisations that have read the text at `path` as it stands, and those that read an older one.

    Of `reported` ones that is known only from what somebody else brought in.
    """

    path: str
    readers: frozenset[str]
    earlier: frozenset[str]
    reported: frozenset[str] = frozenset()


def coverage(draft: Draft, past_texts: Mapping[str, str]) -> tuple[Coverage, ...]:
    """Return who has read each text of the policy; `past_texts` are older texts by blob."""
    texts = with_own_words(draft, {**past_texts, **{text.blob: text.text for text in draft.policy.texts.values()}})
    classes = ChangeClasses.of(draft.review.submitted(Classified), texts, draft.effective_settings.language)
    seen: dict[str, _Seen] = defaultdict(lambda: defaultdict(set))
    told: dict[str, _Seen] = defaultdict(lambda: defaultdict(set))
    for event, path, blob in reading_evidence(draft.review):
        if counts_for_organisation(event, draft.effective_settings):
            blobs = (told if event.recorded_by else seen)[path][event.organisation]
            own = own_words_id(event.organisation, blob)
            blobs |= {blob, own} if own in texts else {blob}
    return tuple(
        _of(text, seen.get(text.path, {}), told.get(text.path, {}), classes) for text in draft.policy.texts.values()
    )


def _of(text: Text, seen: Mapping[str, set[str]], told: Mapping[str, set[str]], classes: ChangeClasses) -> Coverage:
    own, reported = (
        {who for who, blobs in each.items() if any(classes.judge(blob, text.blob).is_editorial for blob in blobs)}
        for each in (seen, told)
    )
    readers = own | reported
    return Coverage(text.path, frozenset(readers), frozenset({*seen, *told} - readers), frozenset(reported - own))


def reading_evidence(review: Review) -> Iterator[tuple[Event, str, str]]:
    """Yield each event that shows that a text was read, with the text's path and blob; pending ones do not."""
    for mark in review.submitted(WasRead):
        yield mark, mark.path, mark.blob
    for position in review.submitted(SignedOff):
        yield from ((position, cover.path, cover.blob) for cover in position.covers)
    for thread in review.threads.values():
        if thread.is_submitted:
            yield from ((thread.root, anchor.path, anchor.blob) for anchor in thread.root.anchors if anchor.blob)


def own_words_id(organisation: str, blob: str) -> str:
    """Return under which id `with_own_words` keeps the text `blob` with the words of an organisation."""
    return f"{blob} {organisation}"


def with_own_words(draft: Draft, texts: Mapping[str, str]) -> dict[str, str]:
    """Return `texts` and, of those on which an organisation suggested what was accepted, the text with these words.

    Of several versions of one file it is the last on which it did: an older one lacks what was decided since.
    """
    own: defaultdict[tuple[str, str], list[Thread]] = defaultdict(list)
    for _, thread in sorted(draft.review.threads.items()):
        if (
            thread.is_suggestion
            and thread.state == "accepted"
            and counts_for_organisation(thread.root, draft.effective_settings)
        ):
            own[thread.root.organisation, thread.anchors[0].blob].append(thread)
    last = {
        (organisation, threads[0].anchors[0].path): (blob, threads) for (organisation, blob), threads in own.items()
    }
    together = {
        own_words_id(organisation, blob): _with_words(texts[blob], threads)
        for (organisation, _), (blob, threads) in last.items()
        if blob in texts
    }
    return {**texts, **together}


def _with_words(text: str, threads: Iterable[Thread]) -> str:
    """Return a text with the words that decisions put there, where what they replaced stands as it was read."""
    changes = []
    for thread in threads:
        edit, anchor = thread.decision.edit if thread.decision is not None else None, thread.anchors[0]
        start, end = anchor.start or 0, anchor.end or 0
        if edit is None or edit.path != anchor.path or text[start:end] != anchor.exact:
            continue
        if edit.before != anchor.exact:
            start = text.find(edit.before) if text.count(edit.before) == 1 else -1
            end = start + len(edit.before)
        if start >= 0:
            changes.append((start, end, edit.after))
    for start, end, words in sorted(changes, reverse=True):
        text = f"{text[:start]}{words}{text[end:]}"
    return text


def readers_needed(draft: Draft) -> int:
    """Return by how many organisations each text has to be read: as the settings say, else two of those asked."""
    setting = draft.effective_settings.gate("coverage").at_least
    return min(_USUAL, len(draft.effective_settings.asked())) if setting is None else setting
