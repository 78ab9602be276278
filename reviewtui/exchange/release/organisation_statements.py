"""What an organisation said, in a letter to it: its remarks by whom they are, and its answers to those of others."""

from collections.abc import Iterator

from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.thread import Thread
from reviewtui.exchange.papers.paper import PaperBlock, PaperHeading, PaperParagraph, PaperWords, quote, strong, words
from reviewtui.exchange.release.answers import LONGEST_QUOTE, asked, outcome, reference, where
from reviewtui.views.excerpt import clipped


def statement_of(inputs: ReleaseInputs, thread: Thread) -> PaperWords:
    """Return what somebody of the organisation said in a remark, with the name of who it was, and all answers to it."""
    name = inputs.draft.effective_settings.organisation_name
    return words(f". You said ({thread.by.name}): ", *asked(thread)) + tuple(
        part
        for entry in thread.replies
        for part in words(
            f" {entry.by.name}, {name(entry.event.organisation)}, answered: ",
            quote(clipped(entry.words, LONGEST_QUOTE)),
        )
    )


def own_replies(inputs: ReleaseInputs, organisation: str) -> Iterator[PaperBlock]:
    """Yield what the organisation answered to remarks of others, and what became of these; nothing where it did not."""
    replies = [
        (thread, entry)
        for thread in inputs.threads()
        if thread.root.organisation != organisation
        for entry in thread.replies
        if entry.event.organisation == organisation
    ]
    if replies:
        yield PaperHeading("What you answered to others' remarks")
    for thread, entry in replies:
        settings = inputs.draft.effective_settings
        name = settings.organisation_name(thread.root.organisation)
        head = words(reference(inputs, thread), strong(where(inputs, thread)), f". {name} said: ") + asked(thread)
        own = words(f" You answered ({entry.by.name}): ", quote(clipped(entry.words, LONGEST_QUOTE)))
        became = words(" It is not decided yet.") if thread.is_open else words(" ") + outcome(inputs, thread)
        yield PaperParagraph(head + own + became)
