"""Writes the remarks as a collection of annotations in JSON-LD, each at the exact words that it is about."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import quote

from reviewtui.domain.policy.anchor import CONTEXT
from reviewtui.domain.record.events import Decided, RemarkKind
from reviewtui.domain.record.thread import Entry, Thread
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.formats.remark_text import sent_answer, sent_body, sent_replacement
from reviewtui.exchange.formats.sent_paths import sent_path
from reviewtui.text.placement.place_values import Placement

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_MOTIVATIONS: dict[RemarkKind, str] = {
    "general": "commenting",
    "substance": "commenting",
    "wording": "editing",
    "question": "questioning",
    "missing": "commenting",
    "conflict": "assessing",
    "praise": "assessing",
}
_Json = dict[str, object]


def write(outgoing: Outgoing) -> bytes:
    """Return the collection, as one file."""
    items = [item for thread in outgoing.threads for item in _annotations(outgoing, thread)]
    name = f"urn:reviewtui:export:{outgoing.export}"
    about: _Json = {"id": name, "label": outgoing.title, "total": len(items)}
    page: _Json = {"@context": _CONTEXT, "id": f"{name}:1", "type": "AnnotationPage", "partOf": about}
    page |= {"startIndex": 0, "items": items}
    collection: _Json = {
        "@context": _CONTEXT,
        "type": "AnnotationCollection",
        **about,
        "created": _time(outgoing.moment),
        "first": page,
        "last": f"{name}:1",
    }
    return (json.dumps(collection, indent=1) + "\n").encode("ascii")


def _annotations(outgoing: Outgoing, thread: Thread) -> Iterator[_Json]:
    """A remark, the answers to it, and the author's decision."""
    suggests = sent_replacement(thread) is not None
    root: _Json = _head(thread.id, thread.root.at, thread.by.name)
    root["motivation"] = "editing" if suggests else _MOTIVATIONS[thread.kind]
    bodies = list(_bodies(outgoing, thread))
    if bodies:
        root["body"] = bodies
    targets = list(_targets(outgoing, thread))
    root["target"] = targets[0] if len(targets) == 1 else targets
    yield root
    for entry in thread.replies:
        yield _reply(entry, thread.id, _text(outgoing, entry.words, ""), "replying")
    decided = next((e for e in thread.entries if isinstance(e.event, Decided) and e.event == thread.decision), None)
    if decided is not None:
        yield _reply(decided, thread.id, _text(outgoing, sent_answer(outgoing.draft, thread), ""), "assessing")


def _reply(entry: Entry, thread: str, body: _Json, motivation: str) -> _Json:
    reply = _head(entry.event.id, entry.event.at, entry.by.name)
    return reply | {"motivation": motivation, "body": body, "target": _name(thread)}


def _head(identifier: str, at: datetime, name: str) -> _Json:
    creator: _Json = {"type": "Person", "name": name}
    return {
        "@context": _CONTEXT,
        "id": _name(identifier),
        "type": "Annotation",
        "created": _time(at),
        "creator": creator,
    }


def _name(identifier: str) -> str:
    return f"urn:ulid:{identifier.upper()}"


def _time(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _bodies(outgoing: Outgoing, thread: Thread) -> Iterator[_Json]:
    replacement = sent_replacement(thread)
    if replacement is not None:
        yield _text(outgoing, replacement, "editing")
    if sent_body(thread):
        yield _text(outgoing, sent_body(thread), "describing" if replacement is not None else "")


def _text(outgoing: Outgoing, words: str, purpose: str) -> _Json:
    body: _Json = {"type": "TextualBody", "value": words, "format": "text/plain"}
    return body | {"language": outgoing.draft.settings.language} | ({"purpose": purpose} if purpose else {})


def _targets(outgoing: Outgoing, thread: Thread) -> Iterator[object]:
    """What a remark is about: passages at their places of now, sections, or the policy as a whole."""
    count = 0
    for anchor, placement in outgoing.draft.places(thread):
        if placement is not None and placement.path is not None:
            count += 1
            is_passage = anchor.is_passage and placement.is_placed
            yield _passage(outgoing, placement) if is_passage else _source(outgoing, placement.path)
    if not count:
        yield f"urn:reviewtui:policy:{outgoing.policy_id}"


def _source(outgoing: Outgoing, path: str) -> str:
    """Return the name of a text: of which policy, which file, which commit."""
    return f"urn:reviewtui:policy:{outgoing.policy_id}:{quote(sent_path(path))}:{outgoing.version}"


def _passage(outgoing: Outgoing, placement: Placement) -> _Json:
    """A passage by its words and by its characters; a place between two has no words."""
    path, start, end = placement.path or "", placement.start, placement.end
    text = outgoing.draft.policy.texts[path].text
    selectors: list[_Json] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    if start < end:
        selectors.insert(
            0,
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - CONTEXT) : start],
                "suffix": text[end : end + CONTEXT],
            },
        )
    return {"type": "SpecificResource", "source": _source(outgoing, path), "selector": selectors}
