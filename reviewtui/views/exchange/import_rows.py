"""What a returned file holds beside the draft: one row for each act, with the words of the draft that it is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.domain.actions.bringing_in.import_plan import PlannedAct
from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record.events import Suggested
from reviewtui.domain.review.draft import Draft
from reviewtui.text.merge.edits import Edit
from reviewtui.text.placement.place_values import Placement
from reviewtui.views.comparison.inline_change import change_counts
from reviewtui.views.excerpt import clipped, excerpt
from reviewtui.views.exchange.import_preview import ImportPreview, read_sentences
from reviewtui.views.styled_text import Look, Styled, StyledLine, line
from reviewtui.views.threads.deciding.acceptance_preview import effect_lines, preview_in, surroundings

_LONGEST = 1_200
_SIGNS: dict[str, tuple[str, Look]] = {"new": ("+", "good"), "revised": ("~", "alarm"), "refused": ("!", "bad")}


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One act of the file: its number in the plan, who says it (None: nobody knows), and what is shown of it.

    `section` names where it stands; `head` is its line in the list, `card` what stands beside the list.
    """

    number: int
    planned: PlannedAct
    section: str
    head: StyledLine
    card: tuple[StyledLine, ...]

    @property
    def can_be_taken(self) -> bool:
        """Whether something comes in with it."""
        return bool(self.planned.events)


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """All that is shown of a returned file: its acts, what was read of it, what was left out and why."""

    rows: tuple[ImportRow, ...]
    known: int
    read: tuple[str, ...]
    left_out: tuple[str, ...]


def imported_file(preview: ImportPreview) -> ImportedFile:
    """Return what is shown of a file; what the record has already is counted only."""
    rows = tuple(_row(preview, number, each) for number, each in enumerate(preview.planned) if each.fate != "known")
    return ImportedFile(
        rows,
        sum(each.fate == "known" for each in preview.planned),
        (*read_sentences(preview.reads), *preview.sentences),
        preview.left_out,
    )


def _row(preview: ImportPreview, number: int, planned: PlannedAct) -> ImportRow:
    draft = preview.draft
    anchor = next((a for event in planned.events for a in getattr(event, "anchors", ())), None)
    place = preview.places.get(anchor) if anchor is not None else None
    is_reply = planned.act.act == "reply"
    section = f"answer to {preview.answered(planned)}" if is_reply else _section(draft, planned, anchor, place)
    sign, look = _SIGNS[planned.fate]
    who = Styled(_who(planned), "strong" if planned.person else "alarm")
    is_grave = any(isinstance(event, Suggested) and event.kind == "substance" for event in planned.events)
    kind = Styled("  substance" if is_grave else "", "alarm")
    head = line(Styled(f"{sign} ", look), who, kind, Styled(f"  {_in_a_word(planned, anchor)}", "muted"))
    return ImportRow(number, planned, section, head, tuple(_card(draft, planned, anchor, place)))


def _in_a_word(planned: PlannedAct, anchor: Anchor | None) -> str:
    """What an act is, so that two by one person are told apart."""
    act = planned.act
    was = excerpt(anchor.exact, 30) if anchor is not None else ""
    if act.replacement is not None:
        return (
            f"{was} \u2192 {excerpt(act.replacement, 40) or '(delete)'}" if was else f"+ {excerpt(act.replacement, 60)}"
        )
    return clipped(act.body or act.quote or was, 60)


def _who(planned: PlannedAct) -> str:
    return planned.person.name if planned.person else f"who is {planned.act.voice.name or '(no name)'}?"


def _section(draft: Draft, planned: PlannedAct, anchor: Anchor | None, place: Placement | None) -> str:
    if anchor is None:
        return planned.act.place.path if planned.act.place is not None else "whole policy"
    path = place.path if place is not None and place.path else anchor.path
    return draft.policy.title_at(path, place.start if place is not None else 0)


def _card(draft: Draft, planned: PlannedAct, anchor: Anchor | None, place: Placement | None) -> Iterator[StyledLine]:
    act, person = planned.act, planned.person
    when = f" \u00b7 {act.at:%d %b %Y}" if act.at else ""
    if person is not None:
        organisation = draft.effective_settings.organisation_name(draft.effective_settings.organisation_of(person))
        yield line(Styled(person.name, "strong"), f" <{person.address}> \u00b7 {organisation}", Styled(when, "muted"))
    else:
        yield line(
            Styled(act.voice.name or "(no name)", "strong"), Styled(" \u00b7 nobody of the review", "alarm"), when
        )
    for why in dict.fromkeys((planned.why, act.note)):
        if why:
            yield line(Styled(f"note: {why}", "alarm"))
    yield ()
    yield from _draft_words(draft, planned, anchor, place)
    if act.act == "move":
        yield line(Styled("is to stand behind", "muted"))
        yield line(Styled(f"\u2026{act.behind[-_LONGEST:]}", "come"))
    if act.body:
        yield ()
        yield line(Styled("says", "muted"))
        yield line(Styled(_whole(act.body)))


def _whole(words: str) -> str:
    """Return words, of very many the first ones and how much more there is."""
    if len(words) <= _LONGEST:
        return words
    first = words[:_LONGEST].rsplit(maxsplit=1)[0]
    return f"{first} … ({len(words) - len(first):,} more characters)"


def _draft_words(
    draft: Draft, planned: PlannedAct, anchor: Anchor | None, place: Placement | None
) -> Iterator[StyledLine]:
    """The passage as the draft has it, with what a suggestion makes of it; what it was, where it has no place."""
    suggested = planned.events[0] if planned.events and isinstance(planned.events[0], Suggested) else None
    if anchor is None or not anchor.is_passage:
        if planned.act.quote:
            yield line(Styled("in the file", "muted"))
            yield line(Styled(_whole(planned.act.quote), "quote"))
        return
    if place is None or place.path is None or not place.is_placed:
        yield line(Styled("in the draft: not there any more; it was about", "alarm"))
        yield line(Styled(excerpt(anchor.exact or anchor.prefix, _LONGEST), "quote"))
        if suggested is not None:
            yield line(Styled("\u2192 ", "muted"), Styled(suggested.replacement or "(delete)", "come"))
        return
    text = draft.policy.texts[place.path].text
    now = text[place.start : place.end]
    how = (
        "as it was read" if now == anchor.exact else f"{place.state} since: it was \u201c{excerpt(anchor.exact)}\u201d"
    )
    yield line(Styled(f"in the draft ({how})", "muted" if now == anchor.exact else "alarm"))
    if suggested is None:
        _, before, words, behind = surroundings(text, place.start, place.end)
        yield line(Styled(before, "muted"), Styled(words or "\u25c7", "strong"), Styled(behind, "muted"))
    else:
        effect = preview_in(text, Edit(place.start, place.end, suggested.replacement))
        yield from effect_lines(effect, draft.effective_settings.language)
        yield line(Styled(change_counts(now, suggested.replacement), "muted"))
