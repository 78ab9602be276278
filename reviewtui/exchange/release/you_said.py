"""You said, we did: what remarks led to, what they did not, and what is not decided yet, for the public."""

from collections.abc import Iterator, Sequence

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.thread import Thread
from reviewtui.exchange.papers.paper import Paper, PaperBlock, PaperHeading, PaperParagraph, paragraph, strong, words
from reviewtui.exchange.release.answers import TAKEN_UP, answered, asked, authors_replies, not_in_text, where

NAME = "you-said-we-did"


def paper(inputs: ReleaseInputs) -> Paper:
    """Return the paper."""
    title = f"{inputs.title} {inputs.version}: you said, we did"
    return Paper(title, tuple(_blocks(inputs)), inputs.draft.effective_settings.language)


def _blocks(inputs: ReleaseInputs) -> Iterator[PaperBlock]:
    raised = inputs.threads()
    threads = [thread for thread in raised if thread.state != "withdrawn"]
    if not threads:
        yield paragraph(f"No remarks were made on the way to {inputs.version}.")
        return
    taken = [thread for thread in threads if thread.state in TAKEN_UP]
    changed = [thread for thread in taken if not (thread.waits_for_hand or not_in_text(inputs, thread))]
    promised = [thread for thread in taken if thread not in changed]
    praise = [thread for thread in threads if thread.kind == "praise" and thread not in taken]
    rest = [thread for thread in threads if thread not in taken and thread not in praise]
    waiting = [thread for thread in rest if inputs.waits(thread)]
    refused = [thread for thread in rest if thread not in waiting]
    many = f"{len(threads)} remark{'s were' if len(threads) != 1 else ' was'}"
    yield paragraph(
        f"{many} made, decided or still open on the way to {inputs.version}: {len(changed)} changed the text, "
        f"{len(promised)} accepted and still to be put into it, {len(refused)} answered without a change, "
        f"{len(waiting)} not decided yet or put off{f', and {len(praise)} of praise' if praise else ''}."
        f"{_withdrawn(len(raised) - len(threads))}"
    )
    yield from _part(inputs, "You said, and we changed the text", changed)
    yield from _part(inputs, "You said, and we will", promised)
    yield from _part(inputs, "You said, and we did not", refused)
    yield from _part(inputs, "You said, and it is not decided yet", waiting)


def _withdrawn(count: int) -> str:
    return f" {counted(count, 'other', 'was')} withdrawn." if count else ""


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
