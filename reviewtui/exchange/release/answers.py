"""What became of a remark, in words that a reader of the release understands, with the text as it reads now."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reviewtui.checks.input.policy_prose import sentences_at
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.events import Decided, Reopened
from reviewtui.domain.record.thread import Entry, Thread
from reviewtui.exchange.formats.remark_text import ANSWERS, REMOVED
from reviewtui.exchange.papers.paper import PaperWords, Phrase, quote, words
from reviewtui.exchange.release.manual_changes import standing
from reviewtui.text.placement.place_values import Placement
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.excerpt import after_words, asked_break, clipped
from reviewtui.views.rendered_text import rendered_change, rendered_text

TAKEN_UP = frozenset({"accepted", "accepted-with-changes"})
LONGEST_QUOTE = 600
"""Characters of what somebody said that are quoted."""
_LONGEST_PASSAGE = 160
_FEWEST_LETTERS = 8
"""Shorter words stand in a text by chance."""
_AROUND = 40
"""Characters beside a deletion by which its place is told."""
_AS_BEFORE = "The text reads as it did before that decision."
_CHANGED_AGAIN = "The passage has changed again since, or stands elsewhere."
_SINCE_CHANGED = "What it is about reads otherwise now than when the remark was made; please look again."
_HEADING = re.compile(r"^ {0,3}#{1,6}\s", re.MULTILINE)
_SAID = {**ANSWERS, "open": "Not decided yet", "contested": "Not decided yet"}

HOW_TO_ANSWER = (
    "To answer, reply to the mail that this came with and write below the paragraph that you mean, or begin with its "
    "sign in brackets: what you say is recorded as an answer to that remark."
)


def reference(inputs: ReleaseInputs, thread: Thread) -> str:
    """Return the sign by which an answer to a paragraph of a letter finds the remark that it is about."""
    return f"[{inputs.draft.review.name_of(thread.id)}] "


def remark_words(thread: Thread) -> str:
    """Return what a remark says, empty where it only suggests other words."""
    return REMOVED if thread.is_hidden else clipped(thread.body, LONGEST_QUOTE) if thread.body else ""


def proposal(thread: Thread) -> str:
    """Return the change that a remark proposes, empty where it proposes none."""
    passage = thread.anchors[0].exact if thread.anchors else ""
    if thread.is_move and not thread.is_hidden:
        behind = rendered_text(thread.anchors[1].prefix)
        return f"Move “{clipped(rendered_text(passage), LONGEST_QUOTE)}” to behind “…{clipped(behind, LONGEST_QUOTE)}”"
    if thread.replacement is None or thread.is_hidden:
        return ""
    if asked := asked_break(thread):
        return asked[0].upper() + asked[1:]
    passage, instead = rendered_change(passage, thread.replacement)
    if not thread.replacement:
        return f"Delete “{clipped(passage, LONGEST_QUOTE)}”"
    where = f"instead of “{clipped(passage, LONGEST_QUOTE)}”" if passage else after_words(thread.anchors[0].prefix)
    return f"“{clipped(instead, LONGEST_QUOTE)}” {where}"


def asked(thread: Thread) -> PaperWords:
    """Return what a remark says, of which words, and what it proposes."""
    remark, wish = remark_words(thread), proposal(thread)
    if not wish:
        return words(f"{passages(thread)}{remark}")
    return words(remark, f"{' ' * bool(remark)}Proposed: {wish}" if wish else "")


def passages(thread: Thread) -> str:
    """Return the words that a remark is about, all of them, as its beginning; empty where it is about none."""
    quotes = () if thread.is_hidden else (rendered_text(anchor.exact) for anchor in thread.anchors)
    told = " and ".join(f"“{clipped(each, _LONGEST_PASSAGE)}”" for each in quotes if each)
    return f"On {told}: " if told else ""


def verdict(inputs: ReleaseInputs, thread: Thread) -> str:
    """Return what the author decided; of a duplicate also by which number the other one goes."""
    answer = _SAID[thread.state]
    if thread.is_open and _decisions_before(thread):
        answer = "Decided in several ways, and not settled yet" if thread.state == "contested" else "Not decided anew"
    if late := open_at(inputs, thread):
        answer = f"{answer} ({late})"
    if thread.withdrawal is not None:
        return f"{answer} by {thread.withdrawal.by.name}"
    placement = inputs.draft.placement(thread.id)
    if thread.is_undecided and placement is not None and placement.meaning_changed:
        return f"{answer}, and the words that it is about have changed since ({placement.reason})"
    if thread.state == "duplicate" and thread.decision is not None:
        number = inputs.numbers().get(thread.decision.of)
        return f"{answer} (number {number})" if number else answer
    if inputs.carried_out_since(thread):
        return f"{answer} before {inputs.base_version}, and carried out since then"
    return answer


def open_at(inputs: ReleaseInputs, thread: Thread) -> str:
    """Return at which releases that told of a remark it waited already ("nor at 0.5 and 0.9"); empty for none."""
    versions = inputs.waited_at(thread)
    if not versions:
        return ""
    more = f"{', '.join(versions[:-1])} and {versions[-1]}" if versions[1:] else versions[0]
    return f"nor at {more}" if thread.is_open else f"also at {more}"


def _has_changed(inputs: ReleaseInputs, thread: Thread) -> bool:
    """Whether what a remark is about reads otherwise than when it was made."""
    placement = inputs.draft.placement(thread.id)
    return placement is not None and placement.state == "edited"


def reason(thread: Thread) -> str:
    """Return what was said with the decision, or with the withdrawal."""
    said = thread.decision_words if thread.withdrawal is None else thread.withdrawal.words
    return clipped(said, LONGEST_QUOTE) if said else ""


def _decisions_before(thread: Thread) -> list[Entry]:
    """The decisions that are not in force, and what opened the remark again, in their order."""
    entries = [each for each in thread.entries if not each.refusal and isinstance(each.event, Decided | Reopened)]
    in_force = thread.decision.id if thread.decision is not None and not thread.is_open else ""
    return [each for each in entries if each.event.id != in_force]


def earlier_decisions(inputs: ReleaseInputs, thread: Thread) -> str:
    """Return as sentences what was decided before, why, and who opened it again; empty where nothing was."""
    name = inputs.draft.effective_settings.organisation_name
    told = []
    for entry in _decisions_before(thread):
        event = entry.event
        opened = f"Opened again by {entry.by.name}, {name(event.organisation)},"
        what = _SAID[event.verdict] if isinstance(event, Decided) else opened
        why = f": {clipped(entry.words, LONGEST_QUOTE)}" if entry.words else ""
        told.append(as_sentence(f"{what} on {event.at.day} {event.at:%B %Y}{why}"))
    return " ".join(told)


def decided(inputs: ReleaseInputs, thread: Thread) -> str:
    """Return what was decided and why, with what had been decided before that."""
    why = reason(thread)
    now = f"{verdict(inputs, thread)}: {why}" if why else verdict(inputs, thread)
    before = earlier_decisions(inputs, thread)
    changed = _SINCE_CHANGED if thread.state == "deferred" and _has_changed(inputs, thread) else ""
    return " ".join(filter(None, (before, as_sentence(now) if before or changed else now, changed)))


def lower_first(text: str) -> str:
    """Return words as they stand behind others."""
    return text[:1].lower() + text[1:]


def as_sentence(text: str) -> str:
    """Return words with a full stop, unless they end with a sign of their own."""
    return text if text.endswith((".", "!", "?", "…", ".”", '."', ".)")) else f"{text}."


def authors_replies(inputs: ReleaseInputs, thread: Thread) -> PaperWords:
    """Return what the authors' side answered in the conversation about a remark that it has not decided yet."""
    own = inputs.draft.effective_settings.own_organisations()
    replies = (entry for entry in thread.replies if entry.event.organisation in own)
    return replies_told(inputs, replies if thread.is_undecided else ())


def replies_told(inputs: ReleaseInputs, entries: Iterable[Entry]) -> PaperWords:
    """Return replies with who made each."""
    name = inputs.draft.effective_settings.organisation_name
    return tuple(
        part
        for entry in entries
        for part in words(
            f" {entry.by.name}, {name(entry.event.organisation)}, answered: ",
            quote(clipped(entry.words, LONGEST_QUOTE)),
        )
    )


def answered(inputs: ReleaseInputs, thread: Thread) -> PaperWords:
    """Return what was decided and why, and for what was taken up how the text reads now."""
    now = resulting(inputs, thread)
    parts: list[str | Phrase] = [as_sentence(decided(inputs, thread))]
    if now:
        beside = " The sentence changed outside of the words that this remark is about as well."
        parts += [" The text now reads: ", quote(now), beside if _changed_beside(inputs, thread) else ""]
    elif thread.state in TAKEN_UP:
        parts.append(f" {without_text(inputs, thread)}")
    return words(*parts) + _other_answer(inputs, thread)


def _changed_beside(inputs: ReleaseInputs, thread: Thread) -> bool:
    """Whether a commit by hand changed the sentence of a remark also where it does not speak of it."""
    change = inputs.by_hand.get(thread.id)
    passage = single_spaced(rendered_text(thread.anchors[0].exact)) if thread.anchors else ""
    if change is None or not passage or len(change.went) != 1 or len(change.came) != 1:
        return False
    before, held, behind = single_spaced(change.went[0]).partition(passage)
    came = single_spaced(change.came[0])
    return bool(held) and not (came.startswith(before) and came.endswith(behind))


def outcome(inputs: ReleaseInputs, thread: Thread) -> PaperWords:
    """Return what became of a remark as a letter tells it: what the authors did is told in their name alone."""
    return words("" if thread.withdrawal is not None else "We: ") + answered(inputs, thread)


def _other_answer(inputs: ReleaseInputs, thread: Thread) -> PaperWords:
    """Return what became of the remark that a duplicate says again: who asks may not have that one's number."""
    if thread.state != "duplicate" or thread.decision is None:
        return ()
    other = inputs.draft.review.threads.get(thread.decision.of)
    if other is None or other.is_open or other.state == "duplicate":
        return ()
    return words(" What became of that: ") + answered(inputs, other)


def resulting(inputs: ReleaseInputs, thread: Thread) -> str:
    """Return the sentences that stand where a remark was taken up; empty where none do, or none can be named."""
    if thread.state not in TAKEN_UP or thread.waits_for_hand or not_in_text(inputs, thread):
        return ""
    if _is_by_hand(thread):
        change = inputs.by_hand.get(thread.id)
        return clipped(" ".join(standing(inputs.draft, change)), LONGEST_QUOTE) if change is not None else ""
    place = _place(inputs, thread)
    if place is None:
        return ""
    path, start, end = place
    return clipped(sentences_at(inputs.draft.policy.texts[path].text, start, end), LONGEST_QUOTE)


def not_in_text(inputs: ReleaseInputs, thread: Thread) -> bool:
    """Return whether what a decision put into the text, or took out of it, is not so in the text as it stands."""
    return "not-in-text" in inputs.draft.all_flags(thread) or _reads_as_before(inputs, thread)


def _reads_as_before(inputs: ReleaseInputs, thread: Thread) -> bool:
    """Whether somebody put back what a decision had changed: the old words stand as often as at the release before."""
    edit = thread.edit
    if edit is None or inputs.base is None or thread.is_move:
        return False
    old, new = single_spaced(edit.before), single_spaced(edit.after)
    if old and (old in new or len(old) < _FEWEST_LETTERS):
        return False
    now, then = (_flat_policy(policy) for policy in (inputs.draft.policy, inputs.base))
    as_before = now.count(old) >= then.count(old) > 0 if old else True
    return as_before and now.count(new) <= then.count(new) if new else as_before and bool(old)


def _flat_policy(policy: Policy) -> str:
    return "\n".join(_flat_text(text.text) for text in policy.texts.values())


@lru_cache(maxsize=1024)
def _flat_text(text: str) -> str:
    """A text of the policy as it is searched; every remark of a release asks for the same ones."""
    return single_spaced(text)


def without_text(inputs: ReleaseInputs, thread: Thread) -> str:
    """Return why the text has no words to show for what was taken up."""
    if thread.waits_for_hand:
        others = ", ".join(inputs.draft.review.name_of(other.id) for other in _changed_for(inputs, thread))
        return (
            f"Its passage was changed for another remark ({others}); nobody has said yet whether that is all of it."
            if others
            else "It is not in the text yet."
        )
    if "not-in-text" in inputs.draft.all_flags(thread):
        return "Its words are not in the text as it stands."
    if _reads_as_before(inputs, thread):
        return _AS_BEFORE
    if _is_by_hand(thread):
        return _by_hand(inputs, thread)
    edit = thread.edit
    if edit is not None and thread.took_out:
        words = edit.before if not edit.after else thread.anchors[0].exact
        return f"Taken out: “{clipped(rendered_text(words), LONGEST_QUOTE)}”"
    return _CHANGED_AGAIN


def _changed_for(inputs: ReleaseInputs, thread: Thread) -> Iterator[Thread]:
    """The accepted remarks whose words went into the passage of another since that was made, or that it is tied to."""
    linked = {target for target, _ in thread.links}
    place = inputs.draft.placement(thread.id)
    for other in inputs.draft.review.threads.values():
        if other.edit is None or other.decision is None or other.state not in TAKEN_UP or other.decision.id < thread.id:
            continue
        there = inputs.draft.placement(other.id)
        if other.id in linked or (place is not None and there is not None and _meet(place, there)):
            yield other


def _meet(place: Placement, there: Placement) -> bool:
    is_there = place.is_placed and there.is_placed and place.path == there.path
    return is_there and there.start < place.end and place.start < there.end


def names_no_words(inputs: ReleaseInputs, thread: Thread) -> bool:
    """Return whether a commit by hand is said to have carried it out of which it is not known which words did."""
    change = inputs.by_hand.get(thread.id)
    return _is_by_hand(thread) and (change is None or not (change.came or change.went))


def _by_hand(inputs: ReleaseInputs, thread: Thread) -> str:
    """What to say of a change by hand of which no words stand in the text."""
    change = inputs.by_hand.get(thread.id)
    if change is None or change.many:
        unknown = "It was carried out by hand; which words of the text answer it is not recorded."
        return f"{unknown} {_remarked_sentence(inputs, thread)}".rstrip()
    if change.came:
        return _CHANGED_AGAIN
    gone = clipped(" ".join(change.went), LONGEST_QUOTE)
    return f"Taken out: “{gone}”" if gone else "It was carried out by hand, without other words in the policy."


def _remarked_sentence(inputs: ReleaseInputs, thread: Thread) -> str:
    """The sentence that a remark is about, where its words still stand at its place as they did; else empty."""
    placement = inputs.draft.placement(thread.id)
    if placement is None or not placement.is_placed or placement.path is None or not thread.anchors:
        return ""
    text = inputs.draft.policy.texts[placement.path].text
    passage = thread.anchors[0].exact
    if not passage or single_spaced(text[placement.start : placement.end]) != single_spaced(passage):
        return ""
    sentence = sentences_at(text, placement.start, placement.end)
    return f"The sentence remarked on still stands: “{clipped(sentence, LONGEST_QUOTE)}”" if sentence else ""


def _is_by_hand(thread: Thread) -> bool:
    """Whether words of an author's own commit carried it out, which stand wherever that put them."""
    return thread.done is not None and thread.edit is None


def where(inputs: ReleaseInputs, thread: Thread) -> str:
    """Return the section that a remark is about: where its words stand, else where the words that it led to do."""
    place = None
    if inputs.draft.section_of(thread.id) is None and thread.state in TAKEN_UP:
        place = _place(inputs, thread) or _gap(inputs, thread)
    section = inputs.draft.policy.section_at(place[0], place[1]) if place is not None else None
    return section.title if section is not None else inputs.where(thread)


def _place(inputs: ReleaseInputs, thread: Thread) -> tuple[str, int, int] | None:
    """Where the words of a decision stand now, else the passage of the remark."""
    placement = inputs.draft.placement(thread.id)
    placed = placement if placement is not None and placement.is_placed and placement.path is not None else None
    edit = thread.edit
    if edit is None:
        return (placed.path or "", placed.start, placed.end) if placed is not None else None
    if thread.took_out:
        return None
    # The file may have another name by now, and the lines other ends.
    wanted = re.compile(r"\s+".join(map(re.escape, edit.after.split())))
    near = placed.start if placed is not None else edit.start or 0
    texts = inputs.draft.policy.texts
    for path in dict.fromkeys((edit.path, *((placed.path or "",) if placed is not None else ()), *texts)):
        hits = [match.span() for match in wanted.finditer(texts[path].text)] if path in texts else []
        if hits:
            return (path, *min(hits, key=lambda span: abs(span[0] - near)))
    return None


def _gap(inputs: ReleaseInputs, thread: Thread) -> tuple[str, int, int] | None:
    """Where the words around a deletion stand now, if they stand there once; None where a heading went with it."""
    edit = thread.edit
    if edit is None or not thread.took_out or not thread.anchors or _HEADING.search(edit.before):
        return None
    anchor = thread.anchors[0]
    texts = inputs.draft.policy.texts
    for around in filter(str.strip, (anchor.prefix[-_AROUND:], anchor.suffix[:_AROUND])):
        wanted = re.compile(r"\s+".join(map(re.escape, around.split())))
        hits = [(path, *match.span()) for path, text in texts.items() for match in wanted.finditer(text.text)]
        if len(hits) == 1:
            return hits[0]
    return None


def who(inputs: ReleaseInputs, thread: Thread) -> str:
    """Return who made a remark, with the organisation and, where somebody else brought it in, that one."""
    name = inputs.draft.effective_settings.organisation_name(thread.root.organisation)
    return f"{thread.by.name}, {name}"
