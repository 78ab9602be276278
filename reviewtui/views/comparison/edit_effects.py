"""What an edit of one passage would do to the remarks that stand in it and to sign-offs, before it is saved."""

from collections.abc import Iterator

from reviewtui.domain.policy.policy import Section
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.organisations.signoffs import current_signoffs
from reviewtui.text.meaning.judging_changes import change_class
from reviewtui.views.comparison.inline_change import word_change
from reviewtui.views.styled_text import Look, Styled, StyledLine, line


def edit_effects(draft: Draft, section: Section, span: tuple[int, int], words: str) -> Iterator[StyledLine]:
    """Yield what putting `words` in the place of `span` of a section's file changes and touches."""
    before = draft.policy.texts[section.path].text[slice(*span)]
    classed = change_class(before, words, draft.rules.language)
    doubt = "" if classed.alarm or classed.change_class == "editorial" else ", in doubt"
    yield word_change(before, words)
    yield ()
    grave: Look = "muted" if classed.change_class == "editorial" else "alarm"
    yield line(Styled(f"{classed.change_class}{doubt}", grave), Styled(f" \u00b7 {classed.reason}", "muted"))
    yield from _remarks(draft, section, span, words)
    yield from _signoffs(draft, section, is_editorial=classed.change_class == "editorial")
    yield ()
    yield line(Styled("It goes into the file in your work tree; you commit it with git when you want to.", "muted"))


def _remarks(draft: Draft, section: Section, span: tuple[int, int], words: str) -> Iterator[StyledLine]:
    inside = [
        thread for thread in draft.review.threads.values() if thread.counts and _overlaps(draft, thread, section, span)
    ]
    for thread in inside:
        name = draft.review.name_of(thread.id)
        kept = thread.anchors[0].exact and thread.anchors[0].exact in words
        what = "keeps its words" if kept else "loses words that it was made on: it is looked for by what is left"
        yield line(Styled(name, "strong"), Styled(f" {thread.state}, {what}", "muted" if kept else "alarm"))
    if not inside:
        yield line(Styled("No remark stands in it.", "muted"))


def _overlaps(draft: Draft, thread: Thread, section: Section, span: tuple[int, int]) -> bool:
    return any(
        placement is not None
        and placement.is_placed
        and placement.path == section.path
        and not anchor.is_section
        and placement.start < span[1]
        and max(placement.end, placement.start + 1) > span[0]
        for anchor, placement in draft.places(thread)
    )


def _signoffs(draft: Draft, section: Section, *, is_editorial: bool) -> Iterator[StyledLine]:
    rows = current_signoffs(draft)
    standing = [row for row in rows if row.position and section.path not in {each.path for each in row.changed}]
    names = ", ".join(draft.rules.organisation_name(row.organisation) for row in standing)
    if not standing:
        yield line(Styled("No sign-off stands that it could touch.", "muted"))
    elif is_editorial:
        yield line(Styled(f"Sign-offs of {names} stay: the change is editorial.", "muted"))
    else:
        yield line(Styled(f"Sign-offs of {names} become stale where they cover {section.title}.", "alarm"))
