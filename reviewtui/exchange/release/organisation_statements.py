"""What an organisation said, in a letter to it: its remarks by whom they are, and its answers to those of others."""

from collections.abc import Iterator

from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.thread import Thread
from reviewtui.exchange.papers.paper import PaperBlock, PaperHeading, PaperParagraph, PaperWords, quote, strong, words
from reviewtui.exchange.release.answers import LONGEST_QUOTE, asked, outcome, reference, replies_told, where
from reviewtui.views.excerpt import clipped


def statement_of(inputs: ReleaseInputs, thread: Thread) -> PaperWords:
    """Return what somebody of the organisation said in a remark, with the name of who it was, and all answers to it."""
    return words(f". You said ({thread.by.name}): ", *asked(thread)) + replies_told(inputs, thread.replies)


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
        yield PaperParagraph(head + own + words(" ") + outcome(inputs, thread))
