"""A letter to each partner organisation at any time: what it said, what was done about that and why."""

from collections.abc import Iterator, Mapping

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.organisations.signoffs import signoffs_of
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.papers.html_paper import as_html
from reviewtui.exchange.papers.markdown_paper import as_markdown
from reviewtui.exchange.papers.paper import (
    Paper,
    PaperBlock,
    PaperHeading,
    PaperParagraph,
    as_text,
    paragraph,
    strong,
    words,
)
from reviewtui.exchange.release.answers import HOW_TO_ANSWER, TAKEN_UP, earlier_decisions, outcome, reference, where
from reviewtui.exchange.release.organisation_statements import own_replies, statement_of
from reviewtui.exchange.release.release_letters import position_blocks
from reviewtui.text.words.visible import visible_line

_GROUPS = (
    "What you said, and we did",
    "What you said, and we did not, or not yet",
    "Answered, noted or taken back: nothing to change",
    "What we have still to decide",
)


def write(outgoing: Outgoing) -> Mapping[str, bytes]:
    """Return the letters, each as a page and as Markdown, by the name of their file.

    Raises:
        Refused: nobody has remarked on anything yet.
    """
    inputs = _inputs(outgoing)
    papers = {name: _paper(inputs, name) for name in _recipients(inputs, outgoing)}
    if not papers:
        raise Refused("No organisation has said anything yet, so there is nothing to answer.")
    pages = {f"{name}.html": as_html(paper).encode("utf-8", "replace") for name, paper in papers.items()}
    return pages | {f"{name}.md": as_markdown(paper).encode("utf-8", "replace") for name, paper in papers.items()}


def letter_lines(outgoing: Outgoing, organisation: str) -> Iterator[str]:
    """Give a letter as the lines of a mail, which has title and date itself; nothing for who made no remark."""
    inputs = _inputs(outgoing)
    if organisation in _recipients(inputs, outgoing):
        for block in _letter(inputs, organisation):
            if isinstance(block, PaperHeading):
                yield from (visible_line(block.text), "")
            elif isinstance(block, PaperParagraph):
                yield from (visible_line(" ".join(as_text(block.words).split())), "")


def _inputs(outgoing: Outgoing) -> ReleaseInputs:
    if outgoing.told is not None:
        return outgoing.told
    return ReleaseInputs("", outgoing.moment.date(), outgoing.draft, Readiness(outgoing.draft.target, ()))


def _recipients(inputs: ReleaseInputs, outgoing: Outgoing) -> list[str]:
    if outgoing.organisation:
        return [outgoing.organisation]
    own = inputs.draft.effective_settings.own_organisations()
    return [
        name
        for name in inputs.contributors()
        if name in inputs.draft.effective_settings.organisations and name not in own
    ]


def _paper(inputs: ReleaseInputs, organisation: str) -> Paper:
    name = inputs.draft.effective_settings.organisation_name(organisation)
    blocks = (paragraph(f"{inputs.day.day} {inputs.day:%B %Y}"), *_letter(inputs, organisation))
    return Paper(f"To {name}", blocks, inputs.draft.effective_settings.language)


def _letter(inputs: ReleaseInputs, organisation: str) -> Iterator[PaperBlock]:
    threads = inputs.threads(organisation)
    yield paragraph("Dear colleagues,")
    if not threads:
        yield paragraph(f"you have not remarked on {inputs.title} yet. We should be glad to hear what you think of it.")
    else:
        many = counted(len(threads), "remark")
        yield paragraph(f"thank you for your {many} on {inputs.title}. This is where they stand today.")
        if any(thread.id in inputs.numbered for thread in threads):
            yield paragraph("The numbers are those of the disposition of comments; newer remarks have none yet.")
    groups = _groups(threads)
    for heading, own in zip(_GROUPS, groups, strict=True):
        if own:
            yield PaperHeading(heading)
            yield from (_remark(inputs, thread) for thread in own)
    yield from own_replies(inputs, organisation)
    yield PaperHeading("Your position")
    yield from position_blocks(inputs, signoffs_of(inputs.draft, [organisation])[0])
    yield paragraph("If an answer does not satisfy you, say so: the remark can be opened again, with your reason.")
    if threads:
        yield paragraph(HOW_TO_ANSWER)
    yield paragraph("With kind regards,")
    yield paragraph("the authors of the policy")


def _groups(threads: tuple[Thread, ...]) -> tuple[list[Thread], ...]:
    """The remarks under each heading; every one stands under exactly one."""
    done = [thread for thread in threads if thread.state in TAKEN_UP]
    waiting = [thread for thread in threads if thread.is_open]
    settled = [thread for thread in threads if thread.state in {"noted", "withdrawn"}]
    refused = [thread for thread in threads if thread not in [*done, *waiting, *settled]]
    return done, refused, settled, waiting


def _remark(inputs: ReleaseInputs, thread: Thread) -> PaperParagraph:
    number = f"{inputs.numbered[thread.id]}, " if thread.id in inputs.numbered else ""
    remark = words(reference(inputs, thread), strong(f"{number}{where(inputs, thread)}")) + statement_of(inputs, thread)
    is_unanswered = thread.is_open and not earlier_decisions(inputs, thread)
    return PaperParagraph(remark + (() if is_unanswered else words(" ") + outcome(inputs, thread)))
