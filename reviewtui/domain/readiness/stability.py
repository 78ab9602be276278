"""Stability: how much of the text changed in substance since it was released, asked about, and read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from reviewtui.domain.record.events import Classified
from reviewtui.domain.review.change_judgement import with_authors_classes
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.organisations.coverage import own_words_id, reading_evidence, with_own_words
from reviewtui.domain.review.organisations.organisation_events import counts_for_organisation
from reviewtui.text.diff.policy_diff import PolicyDiff, diff_policies


@dataclass(frozen=True, slots=True)
class Stability:
    """The share of words (0 to 1) that changed in substance since `release`, and since a round began on `round_on`.

    How often the text was committed meanwhile does not matter. `unchanged` says that every letter is that of `release`.
    """

    release: str = ""
    since_release: float | None = None
    unchanged: bool = False
    round_on: date | None = None
    since_round: float = 0.0


def changed_share(
    diff: PolicyDiff,
    old: Mapping[str, tuple[str, str]],
    new: Mapping[str, tuple[str, str]],
    classified: Iterable[Classified],
) -> float:
    """Return the share of words that changed in substance; `old` and `new` are blob and text by path.

    Words that went and words that came both count, against the words of the longer version; moves do not count.
    """
    before, after = ({path: blob for path, (blob, _) in side.items()} for side in (old, new))
    judged = with_authors_classes(diff, classified, before, after)
    changed = 0
    for file in judged.files:
        for change in file.changes:
            if change.op == "move" or change.change_class == "editorial":
                continue
            gone = old[file.old_path][1][change.old_start : change.old_end] if file.old_path else ""
            come = new[file.new_path][1][change.new_start : change.new_end] if file.new_path else ""
            changed += max(len(gone.split()), len(come.split()))
    words = max(sum(len(text.split()) for _, text in side.values()) for side in (old, new))
    return min(1.0, changed / words) if words else 0.0


def changed_since_read(draft: Draft, past_texts: Mapping[str, str]) -> dict[str, float]:
    """Return for each asked organisation that has read something the share of its words that changed in substance.

    Compared is each text as the organisation read it last with the text of now, by the author's classes; texts that it
    has never read do not count here. `past_texts` are older texts by blob.
    """
    texts = with_own_words(draft, {**past_texts, **draft.texts_by_blob()})
    shares: dict[str, float] = {}
    for name in draft.effective_settings.asked():
        read = _read_last(draft, name, texts)
        if read:
            shares[name] = _share_read(draft, read, texts)
    return shares


def _read_last(draft: Draft, organisation: str, texts: Mapping[str, str]) -> dict[str, str]:
    """Return the blob that an organisation read last of each text that is still there, by path; its own words in it."""
    read = [
        (event.order, path, blob)
        for event, path, blob in reading_evidence(draft.review)
        if event.organisation == organisation and counts_for_organisation(event, draft.effective_settings)
        if path in draft.policy.texts and blob in texts
    ]
    last = {path: blob for _, path, blob in sorted(read)}
    now = draft.policy.texts
    own = {path: own_words_id(organisation, blob) for path, blob in last.items() if blob != now[path].blob}
    return last | {path: name for path, name in own.items() if name in texts}


def _share_read(draft: Draft, read: Mapping[str, str], texts: Mapping[str, str]) -> float:
    now = draft.policy.texts
    old = {path: (blob, texts[blob]) for path, blob in read.items()}
    new = {path: (now[path].blob, now[path].text) for path in read}
    diff = diff_policies(
        {path: text for path, (_, text) in old.items()},
        {path: text for path, (_, text) in new.items()},
        draft.effective_settings.language,
    )
    return changed_share(diff, old, new, draft.review.submitted(Classified))
