"""From a place as a person says it to an anchor in exact bytes."""

import unicodedata
from collections.abc import Collection

from reviewtui.domain.counted_nouns import first_few
from reviewtui.domain.policy.anchor import CONTEXT, Anchor
from reviewtui.domain.policy.place import Place
from reviewtui.domain.policy.policy import Policy, ReadPolicy, Section, Text
from reviewtui.domain.refusal import Refused
from reviewtui.text.markdown.quotes import nearest_words, occurrences, quote_spans
from reviewtui.text.merge.fitted_change import trimmed
from reviewtui.text.placement.place_values import Quote
from reviewtui.text.span import Span
from reviewtui.text.words.spacing import single_spaced


def anchor_for(place: Place, read: ReadPolicy, topics: Collection[str]) -> Anchor | None:
    """Return the anchor for `place` in the policy that was read; None for the whole policy.

    `topics` are the ids of the topics that the settings name.

    Raises:
        Refused: the section, quote or topic is not there, or stands there more than once.
    """
    if place.topic:
        return _topic(place, read, topics)
    if not place.section:
        if place.quote or place.after:
            raise Refused("Say which SECTION the quote is in.")
        return None
    section = find_section(read.policy, place.section)
    text = read.policy.texts[section.path]
    require_settled(text)
    span = _span(place, section, text)
    if span is None:
        return Anchor(path=section.path, blob=text.blob, version=read.version, dirty=text.dirty)
    return passage_anchor(text, span, read.version)


def passage_anchor(text: Text, span: tuple[int, int], version: str) -> Anchor:
    """Return the anchor of the characters `span` of a text, with the words around them."""
    start, end = span
    require_settled(text)
    if text.lossy:
        raise Refused(f"'{text.path}' is not valid UTF-8; it has to be saved as UTF-8 before passages can be marked.")
    if not 0 <= start <= end <= len(text.text):
        raise Refused(f"'{text.path}' has no characters {start} to {end}.")
    return Anchor(
        path=text.path,
        blob=text.blob,
        version=version,
        dirty=text.dirty,
        start=start,
        end=end,
        exact=text.text[start:end],
        prefix=text.text[max(0, start - CONTEXT) : start],
        suffix=text.text[end : end + CONTEXT],
    )


def require_settled(text: Text) -> None:
    """Refuse a text that holds both sides of a merge: nothing is written about it."""
    if text.unsettled:
        raise Refused(f"{text.unsettled}.")


def find_section(policy: Policy, name: str) -> Section:
    """Return the section that `name` names: its path within the folder, with or without `.md`, or a unique title.

    Raises:
        Refused: none, or several.
    """
    path = name.removeprefix(f"{policy.folder}/")
    exact = policy.section_named(path) or next((s for s in policy.sections if s.name.removesuffix(".md") == path), None)
    if exact is not None:
        return exact
    for matching in _alike(policy, _folded(path)):
        if len(matching) == 1:
            return matching[0]
        if matching:
            names = ", ".join(s.name for s in matching[:6])
            raise Refused(f"'{name}' names {len(matching)} sections: {names}. Say which by its path.")
    known = first_few([section.name for section in policy.sections], 12)
    raise Refused(f"There is no section '{name}'. Sections: {known}.")


def _alike(policy: Policy, wanted: str) -> tuple[list[Section], list[Section]]:
    """The sections of that path, and those of that title, however either is written."""
    by_path = [s for s in policy.sections if _folded(s.name) in {wanted, f"{wanted}.md", f"{wanted}.markdown"}]
    by_words = [
        s for s in policy.sections if wanted and wanted in {_folded(s.title), _folded(s.name.partition("#")[2])}
    ]
    return by_path, by_words


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold()


def _topic(place: Place, read: ReadPolicy, topics: Collection[str]) -> Anchor:
    if place.topic not in topics:
        names = ", ".join(topics) or "none yet"
        raise Refused(f"There is no topic '{place.topic}' in settings.toml. Topics: {names}.")
    path = find_section(read.policy, place.section).path if place.section else ""
    return Anchor(topic=place.topic, path=path, version=read.version)


def _span(place: Place, section: Section, text: Text) -> tuple[int, int] | None:
    if place.span is not None:
        return _still_there(place, place.span, text.text)
    quote = place.quote or place.after
    if not quote:
        return None
    hits = quote_spans(text.text, quote, section.start, section.end)
    if not hits:
        raise Refused(_not_there(text.text, quote, section))
    start, end = _chosen(hits, place, section, quote)
    return (start, end) if place.quote else (end, end)


def _still_there(place: Place, span: tuple[int, int], text: str) -> tuple[int, int]:
    """Return where the words of a span are now: the text may have changed since somebody began to write about them."""
    words = place.quote or place.after
    behind = not place.quote
    start = span[1] - len(words) if behind else span[0]
    if text[max(0, start) : start + len(words)] == words:
        return span
    hits = occurrences(text, words)
    if not hits:
        raise Refused("The text was changed meanwhile, and the words that you marked are gone; mark a passage again.")
    first, last = min(hits, key=lambda hit: abs(hit[0] - start))
    return (last, last) if behind else (first, last)


def _not_there(text: str, quote: str, section: Section) -> str:
    """Say that a quote is not in a section, and what is most like it there and where it begins to differ."""
    nearest = nearest_words(text, quote, section.start, section.end)
    begin = f"'{_cut(quote)}' does not stand in section '{section.name}'; "
    if nearest is None:
        return f"{begin}quote its words exactly as they are there."
    words, at = nearest
    letter = single_spaced(quote)[at : at + 1].strip()
    first = f"letter {at + 1}{f' ({letter})' if letter else ''}"
    return f"{begin}the nearest words there are '{_cut(words)}', the first that differs is {first}."


def _cut(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57]}…"


def _chosen(hits: list[tuple[int, int]], place: Place, section: Section, quote: str) -> tuple[int, int]:
    shown = _cut(quote)
    if place.nth is not None:
        if not 1 <= place.nth <= len(hits):
            raise Refused(
                f"'{shown}' stands {len(hits)} times in section '{section.name}'; --nth is from 1 to {len(hits)}."
            )
        return hits[place.nth - 1]
    if len(hits) > 1:
        raise Refused(
            f"'{shown}' stands {len(hits)} times in section '{section.name}'; say which with --nth 1 to {len(hits)}."
        )
    return hits[0]


def passage_now(text: str, span: Span, words: str, language: str) -> Span | None:
    """Return where `words`, which stood at `span` of an older `text`, stand now, as they were or reworded.

    None where nobody can say. Of equal words the nearest are meant.
    """
    from reviewtui.text.placement.placing_by_words import place_by_words

    if text[slice(*span)] == words:
        return span
    place = place_by_words(Quote("", *span, words), {"": text}, language)
    if place.path is None or not place.is_placed:
        return None
    # White space at its ends is not part of what was edited, unless it was.
    is_bare = words == words.strip()
    return trimmed(text, place.start, place.end) if is_bare else (place.start, place.end)
