"""What binds less than before, and whether a remark that was accepted asked for that."""

from collections.abc import Iterator, Sequence

from reviewtui.domain.policy.policy import Policy, Section
from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.events import Classified
from reviewtui.domain.record.thread import Thread
from reviewtui.exchange.release.answers import TAKEN_UP, lower_first, verdict
from reviewtui.exchange.release.comparing.compared_prose import SentenceChange
from reviewtui.text.meaning.signals import signals_of
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.rendered_text import rendered_text

_STRENGTH = ("must not", "must", "should not", "should", "may")
"""Words of duty, the strongest first."""


def duty_change(change: SentenceChange) -> str:
    """Return that a duty binds less or more than before ("weaker: must → should"), empty where it does not."""
    before, after = (_duties(side) for side in (change.before, change.after))
    gone, come = ([duty for duty in ours if duty not in theirs] for ours, theirs in ((before, after), (after, before)))
    if not gone or not come:
        return ""
    weaker = _STRENGTH.index(gone[0]) < _STRENGTH.index(come[0])
    return f"{'weaker' if weaker else 'stricter'}: {gone[0]} → {come[0]}"


def _duties(sentences: Sequence[str]) -> list[str]:
    signals = (signal for sentence in sentences for signal in signals_of(sentence))
    return [signal.value for signal in signals if signal.kind == "duty" and signal.value in _STRENGTH]


def unasked(inputs: ReleaseInputs, change: SentenceChange) -> str:
    """Return that no accepted remark on the words of a weaker or fallen rule asked for that; empty where one may have.

    What a remark on the whole section or policy asked for is not known; where one was accepted, no reason is denied.
    """
    duty = duty_change(change)
    is_weaker = duty.startswith("weaker")
    if not is_weaker and not change.has_fewer_rules:
        return ""
    old = duty.removeprefix("weaker: ").partition(" ")[0] if is_weaker else ""
    before = [single_spaced(sentence) for sentence in change.before]
    about = [each for each in inputs.threads() if any(_meets(said, before) and old in said for said in _quotes(each))]
    if any(thread.state in TAKEN_UP for thread in about):
        return ""
    asked = f"no accepted remark on these words asked for {'less' if is_weaker else 'that'}"
    return asked if _may_have_reason(inputs, about) else f"{asked}, and no reason is recorded with them"


def why_taken_out(inputs: ReleaseInputs, base: Policy, section: Section) -> str:
    """Return which remarks were made on a section that is gone, and whether one that was accepted may have asked."""
    numbers = inputs.numbers()
    about = [thread for thread in inputs.threads() if any(_is_in(base, section, thread))]
    told = "; ".join(f"number {numbers[each.id]}: {lower_first(verdict(inputs, each))}" for each in about)
    lead = f"{section.title}: remarks on it: {told}." if told else f"{section.title}: no remark on it was found."
    if any(thread.state in TAKEN_UP for thread in about):
        return lead
    nobody = f"{lead} No accepted remark on it asked for this"
    return f"{nobody}." if _may_have_reason(inputs, about) else f"{nobody}, and no reason is recorded with it."


def _is_in(base: Policy, section: Section, thread: Thread) -> Iterator[bool]:
    for anchor in thread.anchors:
        there = base.section_at(anchor.path) if anchor.path else None
        yield anchor.path == section.path or (there is not None and there.title == section.title)


def _quotes(thread: Thread) -> Iterator[str]:
    """The words that a remark is about, as a reader sees them."""
    return (said for anchor in thread.anchors if (said := single_spaced(rendered_text(anchor.exact))))


def _meets(said: str, sentences: Sequence[str]) -> bool:
    return any(said in each or each in said for each in sentences)


def _may_have_reason(inputs: ReleaseInputs, about: Sequence[Thread]) -> bool:
    """Whether an author said something of these remarks, classed a change, or accepted a remark on no words at all."""
    events = inputs.draft.review.submitted(Classified)
    classed = any(inputs.since is None or event.at > inputs.since for event in events)
    taken = (thread for thread in inputs.threads() if thread.state in TAKEN_UP)
    said = any(thread.replies or thread.decision_words for thread in about)
    return classed or said or any(not any(_quotes(thread)) for thread in taken)
