"""Which person of the review a name in a file means; a name that may mean several, or none, is asked about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewtui.domain.person import Person, is_person, parse_person
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.import_content import Voice
from reviewtui.domain.settings.settings import Settings
from reviewtui.text.words.spacing import single_spaced

NAMELESS = frozenset(
    {"", "author", "unknown author", "unknown", "user", "microsoft office user", "windows user", "anonymous", "guest"}
)
"""What programs write where they know, or may tell, no name."""


@dataclass(frozen=True, slots=True)
class GivenName:
    """A person that the importer names: for the name `source` of the file, or for all that nobody else has (None).

    An empty `source` is whoever the file gives no name.
    """

    person: Person
    source: str | None = None


def given_names(texts: Iterable[str]) -> tuple[GivenName, ...]:
    """Read "Name <address>" and "name in the file=Name <address>".

    Raises:
        Refused: one is neither.
    """
    return tuple(_given(text) for text in texts)


def _given(text: str) -> GivenName:
    source, sign, rest = text.rpartition("=")
    whole = rest if sign and is_person(rest) else text
    if not is_person(whole):
        raise Refused(
            f"'{text}' is no person; write: --as 'Name <address>', or --as 'name in the file=Name <address>'."
        )
    return GivenName(parse_person(whole), source.strip() if whole != text else None)


def people_of(
    voices: Sequence[Voice], review: Review, settings: Settings, given: Sequence[GivenName]
) -> dict[Voice, Person | None]:
    """Return the person that each voice is; None for one that has to be asked about.

    A name that exactly one person of the review has is that person. What is `given` goes before: for its own name, or
    for all that the file gives no person's name. Whoever it names is nobody else, and gets nobody else's address.
    """
    known = known_people(review, settings)
    own = {_plain(name.source): name.person for name in given if name.source is not None}
    rest = [name.person for name in given if name.source is None]
    by_name = {_plain(person.name): person for person in rest}
    # The name of an organisation says of no person who wrote.
    bodies = {_plain(name) for key, body in settings.organisations.items() for name in (key, body.name)}
    people: dict[Voice, Person | None] = {}
    for voice in voices:
        person = _known(voice, own | by_name, known)
        nameless = _plain(voice.name) in NAMELESS | bodies
        people[voice] = rest[-1] if person is None and rest and nameless else person
    return people


def known_people(review: Review, settings: Settings) -> dict[str, Person]:
    """Return the people whom the review knows by a name that no other of them has."""
    everybody = [parse_person(recorded.event.by) for recorded in review.everything()]
    everybody += settings.author_people()
    everybody += [
        parse_person(entry) for organisation in settings.organisations.values() for entry in organisation.consolidators
    ]
    keys: dict[str, set[str]] = {}
    people: dict[str, Person] = {}
    for person in everybody:
        if "@" in person.address and person.name:
            keys.setdefault(_plain(person.name), set()).add(person.key)
            people[_plain(person.name)] = person
    return {name: people[name] for name, several in keys.items() if len(several) == 1 and name not in NAMELESS}


def _known(voice: Voice, given: Mapping[str, Person], known: Mapping[str, Person]) -> Person | None:
    name = _plain(voice.name)
    if name in given:
        return given[name]
    if "@" in voice.address:
        return Person(single_spaced(voice.name.replace("<", "(").replace(">", ")")) or voice.address, voice.address)
    return known.get(name)


def _plain(name: str) -> str:
    return single_spaced(name).casefold()
