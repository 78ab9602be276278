"""Who a name in a returned file may be: people and addresses that the review knows, with whom they speak for."""

from collections.abc import Iterator, Sequence

from reviewtui.domain.actions.bringing_in.person_mapping import known_people
from reviewtui.domain.person import Person, is_person, parse_person
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import BroughtAct, Voice
from reviewtui.domain.settings.settings import UNAFFILIATED
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Styled, StyledLine, line

_MOST = 3
"""So many acts show whose words are asked about."""
_SHORT = 60


def voice_lines(voice: Voice, acts: Sequence[BroughtAct]) -> Iterator[StyledLine]:
    """Yield why it is asked who somebody is, with the words that the file has of them."""
    own = [act for act in acts if act.voice == voice]
    if not voice.name:
        reasons = dict.fromkeys(act.note for act in own if act.note) or {"The file names nobody for it.": None}
        yield from (line(Styled(reason, "muted")) for reason in reasons)
    for act in own[:_MOST]:
        if act.replacement is not None:
            change = (
                Styled(clipped(act.quote, _SHORT), "gone"),
                Styled(" "),
                Styled(clipped(act.replacement, _SHORT), "come"),
            )
            yield tuple(piece for piece in change if piece.text)
        else:
            yield line(Styled(clipped(act.body or act.quote, 2 * _SHORT), "quote"))
    if len(own) > _MOST:
        yield line(Styled(f"and {len(own) - _MOST} more", "muted"))


def people_entries(
    draft: Draft, voice: Voice, named: Sequence[Person] = ()
) -> Iterator[tuple[str, tuple[StyledLine, ...]]]:
    """Yield whom `voice` may be: people of like names first, addresses of organisations last.

    Those `named` for the file a moment before come first only for changes that it names nobody for.
    """
    rules = draft.effective_settings
    listed: set[str] = set()
    known = tuple(known_people(draft.review, rules).values())
    people = (*known, *named) if voice.name else (*named, *known)
    for person in sorted(people, key=lambda each: not _is_alike(each.name, voice.name)):
        if person.key not in listed:
            listed.add(person.key)
            yield str(person), (person_line(draft, person),)
    for organisation in rules.organisations.values():
        for address in organisation.addresses:
            person = Person(voice.name.strip() or address, address)
            if person.key not in listed:
                listed.add(person.key)
                yield str(person), (person_line(draft, person),)


def _is_alike(name: str, other: str) -> bool:
    """Say whether two names share a word that is more than an initial."""
    words = ({word.strip(".,()").casefold() for word in each.split()} for each in (name, other))
    return any(len(word) > 1 for word in set.intersection(*words))


def organisation_entries(draft: Draft) -> Iterator[tuple[str, tuple[StyledLine, ...]]]:
    """Yield the domain of each organisation, by which an address that is typed belongs to it."""
    for organisation in draft.effective_settings.organisations.values():
        for domain in organisation.domains:
            at = f"@{domain.lstrip('@')}"
            yield at, (line(Styled(f"somebody of {organisation.name}"), Styled(f"  type their address {at}", "muted")),)


def person_line(draft: Draft, person: Person) -> StyledLine:
    """Return a person with whom they speak for; for nobody is an alarm, since their position counts for none."""
    identifier = draft.effective_settings.organisation_of(person)
    name = draft.effective_settings.organisation_name(identifier)
    role = "author" if draft.effective_settings.is_author(person) else name
    look = Styled(f"  {role}", "alarm" if identifier == UNAFFILIATED and role != "author" else "good")
    return line(Styled(person.name, "strong"), f" <{person.address}>", look)


def typed_person(voice: Voice, typed: str) -> Person | None:
    """Return the person that somebody typed: "Name <address>", or an address for the voice's own name."""
    words = typed.strip()
    if is_person(words):
        return parse_person(words)
    name = single_spaced(voice.name.replace("<", "(").replace(">", ")"))
    alone = f"{name or words} <{words}>"
    local, _, domain = words.partition("@")
    return parse_person(alone) if local and "." in domain.strip(".") and is_person(alone) else None
