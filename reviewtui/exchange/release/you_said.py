"""You said, we did: what remarks led to, what they did not, and what is not decided yet, for the public."""

from collections.abc import Iterator, Sequence

from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.thread import Thread
from reviewtui.exchange.papers.paper import Paper, PaperBlock, PaperHeading, PaperParagraph, paragraph, strong, words
from reviewtui.exchange.release.answers import (
    TAKEN_UP,
    answered,
    asked,
    authors_replies,
    names_no_words,
    not_in_text,
    where,
)
from reviewtui.exchange.release.remark_counts import release_counted

NAME = "you-said-we-did"


def paper(inputs: ReleaseInputs) -> Paper:
    """Return the paper."""
    title = f"{inputs.title} {inputs.version}: you said, we did"
    return Paper(title, tuple(_blocks(inputs)), inputs.draft.effective_settings.language)


def _blocks(inputs: ReleaseInputs) -> Iterator[PaperBlock]:
    raised = inputs.threads()
    threads = [thread for thread in raised if thread.state != "withdrawn"]
    if not raised:
        yield paragraph(f"No remarks were made on the way to {inputs.version}.")
        return
    taken = [thread for thread in threads if thread.state in TAKEN_UP]
    changed = [thread for thread in taken if not (thread.waits_for_hand or not_in_text(inputs, thread))]
    promised = [thread for thread in taken if thread not in changed]
    unnamed = [thread for thread in changed if names_no_words(inputs, thread)]
    changed = [thread for thread in changed if thread not in unnamed]
    rest = [thread for thread in threads if thread not in taken and (thread.kind != "praise" or thread.is_open)]
    waiting = [thread for thread in rest if thread.is_open]
    put_off = [thread for thread in rest if inputs.waits(thread) and thread not in waiting]
    noted = [thread for thread in rest if thread.state == "noted"]
    refused = [thread for thread in rest if thread not in [*waiting, *put_off, *noted]]
    left_out = [thread for thread in raised if thread not in [*taken, *rest]]
    yield paragraph(release_counted(inputs))
    if taken:
        told = [f"{len(changed)} changed the text"] if changed else []
        told += [f"{len(unnamed)} carried out by hand in words that are not recorded"] if unnamed else []
        told += [f"{len(promised)} still to be put into it"] if promised else []
        yield paragraph(f"Of those accepted: {', '.join(told)}.")
    yield from _part(inputs, "You said, and we changed the text", changed)
    yield from _part(inputs, "You said, and it was carried out by hand", unnamed)
    yield from _part(inputs, "You said, and we will", promised)
    yield from _part(inputs, "You said, and we did not", refused)
    yield from _part(inputs, "You said, and we answered or noted it", noted)
    yield from _part(inputs, "You said, and it is put off, or waits with another remark", put_off)
    yield from _part(inputs, "You said, and it is not decided yet", waiting)
    yield from _left_out(inputs, left_out)


def _left_out(inputs: ReleaseInputs, threads: Sequence[Thread]) -> Iterator[PaperBlock]:
    """What is counted in front and stands nowhere above, by number, so that the numbers add up."""
    numbers = inputs.numbers()
    held = sorted((numbers[each.id], "withdrawn" if each.state == "withdrawn" else "praise") for each in threads)
    if held:
        told = ", ".join(f"number {number} ({why})" for number, why in held)
        yield paragraph(f"Counted and not told here, but in the disposition of comments: {told}.")


def _part(inputs: ReleaseInputs, heading: str, threads: Sequence[Thread]) -> Iterator[PaperBlock]:
    if not threads:
        return
    yield PaperHeading(heading)
    numbers = inputs.numbers()
    name = inputs.draft.effective_settings.organisation_name
    for thread in sorted(threads, key=lambda each: numbers[each.id]):
        about = f"{name(thread.root.organisation)}, about {where(inputs, thread)} (number {numbers[thread.id]}): "
        yield PaperParagraph(words(strong("You said"), f" \u2014 {about}") + asked(thread))
        yield PaperParagraph(
            words(strong("We"), " \u2014 ") + answered(inputs, thread) + authors_replies(inputs, thread)
        )
