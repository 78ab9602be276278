"""A remark whose passage is not in the text any more: where it was read last, and what stands there now."""

from collections.abc import Iterator

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.policy.place import Place
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.text.placement.place_values import Placement
from reviewtui.text.words.spacing import single_spaced
from reviewtui.text.words.terms import stem, terms_of
from reviewtui.views.excerpt import excerpt

_LONGEST = 200
_FRAME = frozenset(
    stem(word)
    for word in """the a an of and or to in on for by with at as is are be it its that this these those which who from
    not no if any all must should shall may can will have has had was were been they them their you your our we us
    he she
    when how what where why also so do does did than then there here within without until before after about into out
    up but only more most less least very each every other such one two per""".split()
)
"""Words, without their endings, that sentences about anything share."""


def lost_lines(draft: Draft, anchor: Anchor, placement: Placement) -> Iterator[str]:
    """Yield where a passage without a known place was read, and the words that stand there now or may be it."""
    version = version_read(draft, anchor)
    yield f"was in     {anchor.path}" + (f"  ({version})" if version else "")
    words = [(path, _words(draft, path, start, end)) for path, start, end in placement.candidates]
    if placement.state == "ambiguous":
        yield from (f"maybe      {path}  “{excerpt(text, _LONGEST)}”" for path, text in words)
    elif not words:
        yield "there now  its section is not there any more, or its surroundings are unknown"
    for path, text in words if placement.state != "ambiguous" else ():
        yield f"there now  {path}  “{excerpt(text, _LONGEST)}”" if text else f"there now  {path}  nothing in its place"
    for path, start, end, sure in _like_it(draft, anchor, placement):
        if (path, _words(draft, path, start, end)) in words:
            continue  # it stands above, as what is there instead
        said = how_sure(sure)
        likely = f"  ({said} it)" if said else ""
        yield f"like it    {path}  “{excerpt(_words(draft, path, start, end), _LONGEST)}”{likely}"


def how_sure(confidence: float) -> str:
    """Say how sure a place is, in words; empty where there is no doubt."""
    if confidence >= 0.995:
        return ""
    words = ((0.9, "very likely"), (0.7, "likely"), (0.25, "perhaps"))
    return next((said for least, said in words if confidence >= least), "hardly")


def _like_it(draft: Draft, anchor: Anchor, placement: Placement) -> list[tuple[str, int, int, float]]:
    """Return the likely places of a lost passage that share a word of substance with it; all where it has none."""
    wanted = _substance(anchor.exact)
    likely = placement.likely
    return [each for each in likely if not wanted or wanted & _substance(_words(draft, *each[:3]))]


def _substance(words: str) -> set[str]:
    return {term.key for term in terms_of(words)} - _FRAME


def _words(draft: Draft, path: str, start: int, end: int) -> str:
    text = draft.policy.texts.get(path)
    return single_spaced(text.text[start:end]) if text else ""


def candidates(draft: Draft, thread: Thread) -> tuple[Place, ...]:
    """Return the places of which one may be an ambiguous or lost remark's; none where its place is known."""
    placement = draft.placement(thread.id)
    if placement is None or placement.state not in {"ambiguous", "orphaned"}:
        return ()
    places: list[Place] = []
    like_it = [likely[:3] for likely in _like_it(draft, thread.anchors[0], placement)]
    spans = placement.candidates if placement.state == "ambiguous" else like_it
    for path, start, end in spans:
        text = draft.policy.texts.get(path)
        section = draft.policy.section_at(path, start)
        if text is not None and section is not None and start < end:
            places.append(Place(section=section.name, span=(start, end), quote=text.text[start:end]))
    return tuple(places)


def version_read(draft: Draft, anchor: Anchor) -> str:
    """Return the name of the version in which an anchor's words were read; empty when it names none."""
    if not anchor.version:
        return ""
    name = next((version.name for version in draft.releases if version.commit == anchor.version), "")
    if name:
        return name
    now = draft.policy.texts.get(anchor.path)
    is_same = now is not None and now.blob == anchor.blob
    return "this draft" if is_same or anchor.version == draft.version.commit else f"draft {anchor.version[:8]}"
