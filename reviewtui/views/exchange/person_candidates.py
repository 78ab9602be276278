"""Who a name in a returned file may be: people and addresses that the review knows, with whom they speak for."""

from collections.abc import Iterator

from reviewtui.domain.actions.bringing_in.person_mapping import known_people
from reviewtui.domain.person import Person, is_person, parse_person
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import Voice
from reviewtui.domain.settings.settings import UNAFFILIATED
from reviewtui.views.styled_text import Styled, StyledLine, line


def people_entries(draft: Draft, voice: Voice) -> Iterator[tuple[str, tuple[StyledLine, ...]]]:
    """Yield whom `voice` may be: people of the review, then the addresses of organisations under the voice's name."""
    rules = draft.rules
    listed: set[str] = set()
    for person in known_people(draft.review, rules).values():
        listed.add(person.key)
        yield str(person), (person_line(draft, person),)
    for organisation in rules.organisations.values():
        for address in organisation.addresses:
            person = Person(voice.name.strip() or address, address)
            if person.key not in listed:
                listed.add(person.key)
                yield str(person), (person_line(draft, person),)


def organisation_entries(draft: Draft) -> Iterator[tuple[str, tuple[StyledLine, ...]]]:
    """Yield the domain of each organisation, by which an address that is typed belongs to it."""
    for organisation in draft.rules.organisations.values():
        for domain in organisation.domains:
            at = f"@{domain.lstrip('@')}"
            yield at, (line(Styled(f"somebody of {organisation.name}"), Styled(f"  type their address {at}", "muted")),)


def person_line(draft: Draft, person: Person) -> StyledLine:
    """Return a person with whom they speak for; for nobody is an alarm, since their position counts for none."""
    identifier = draft.rules.organisation_of(person)
    name = draft.rules.organisation_name(identifier)
    role = "author" if draft.rules.is_author(person) else name
    look = Styled(f"  {role}", "alarm" if identifier == UNAFFILIATED and role != "author" else "good")
    return line(Styled(person.name, "strong"), f" <{person.address}>", look)


def typed_person(voice: Voice, typed: str) -> Person | None:
    """Return the person that somebody typed: "Name <address>", or an address for the voice's own name."""
    words = typed.strip()
    if is_person(words):
        return parse_person(words)
    name = " ".join(voice.name.replace("<", "(").replace(">", ")").split())
    alone = f"{name or words} <{words}>"
    local, _, domain = words.partition("@")
    return parse_person(alone) if local and "." in domain.strip(".") and is_person(alone) else None
