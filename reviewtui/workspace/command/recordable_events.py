"""Takes out of events the texts whose names no record can hold: they are left out by name, or told in words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import msgspec

from reviewtui.domain.actions.bringing_in.import_plan import PlannedAct
from reviewtui.domain.record.events import SignedOff, WasRead
from reviewtui.domain.review.import_content import BroughtAct, Incoming
from reviewtui.store.record.event_codec import encoding_fault, text_path_fault
from reviewtui.text.words.visible import visible_line


def recordable_position(event: SignedOff) -> tuple[SignedOff, str]:
    """Return a position on all texts as one on those that can be recorded, and a sentence that names the others."""
    left = [cover.path for cover in event.covers if text_path_fault(cover.path)]
    if not event.whole or len(left) == len(event.covers):
        return event, ""
    covers = tuple(cover for cover in event.covers if cover.path not in left)
    return msgspec.structs.replace(event, covers=covers), _left_out(left)


def recordable_reads(events: Sequence[WasRead]) -> tuple[list[WasRead], str]:
    """Return the reads of texts that can be recorded, and a sentence that names the others."""
    kept = [event for event in events if not text_path_fault(event.path)]
    return kept or list(events), _left_out([event.path for event in events if event not in kept] if kept else ())


def _left_out(paths: Iterable[str]) -> str:
    names = ", ".join(f"'{path}' ({text_path_fault(path)})" for path in paths)
    return f"Left out, as no record can name it: {names}; give the file another name." if names else ""


def recordable_file(file: Incoming) -> Incoming:
    """Return what a file holds with what is said about a text that no record can name as words about the whole."""
    texts = tuple(cover for cover in file.texts if not text_path_fault(cover.path))
    return replace(file, acts=tuple(_in_words(act) for act in file.acts), texts=texts)


def _in_words(act: BroughtAct) -> BroughtAct:
    places = [place for place in (act.place, act.target, *act.also) if place is not None]
    if not any(text_path_fault(place.path) for place in places):
        return act
    why = text_path_fault(places[0].path) or "one of its texts cannot be named"
    comment = act.as_comment(why) if act.act in {"suggestion", "move"} else replace(act, note=why)
    about = f", about “{act.quote}”" if act.quote else ""
    names = ", ".join(dict.fromkeys(visible_line(place.path) for place in places))
    return replace(comment, place=None, also=(), body=f"In '{names}'{about}:\n\n{comment.body}")


def only_recordable(planned: Sequence[PlannedAct]) -> Iterator[PlannedAct]:
    """Give what is planned; what no file of the record can hold, and what answers that, is refused before a write."""
    refused: set[str] = set()
    for each in planned:
        why = "what it answers is not in the record" if each.thread in refused else _fault(each)
        if not why or not each.events:
            yield each
            continue
        refused |= {each.thread} if each.events[0].id == each.thread else set()
        yield replace(each, fate="refused", events=(), why=why)


def _fault(planned: PlannedAct) -> str:
    return next((fault for event in planned.events if (fault := encoding_fault(event))), "")
