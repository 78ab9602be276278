"""What a review's settings say: who may do what, which text is under review, what a release needs."""

from collections.abc import Collection
from datetime import date
from functools import lru_cache
from typing import Annotated, Literal

import msgspec

from reviewtui.domain.person import Person, parse_person
from reviewtui.domain.policy.policy import SectionRules
from reviewtui.text.words.spacing import single_spaced

FORMAT = 2
UNAFFILIATED = "unaffiliated"
PUBLIC_KEY = r"^(ssh|ecdsa|sk-ssh|sk-ecdsa)-[A-Za-z0-9@.-]+ [A-Za-z0-9+/=]+( [^\r\n]*)?\Z"
ORGANISATION_ID = r"^[a-z0-9][a-z0-9-]{0,39}\Z"
LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z"
OrganisationId = Annotated[str, msgspec.Meta(pattern=ORGANISATION_ID)]


class StrictTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A table of the settings: a key that it does not know is an error that names it."""


class Organisation(StrictTable, frozen=True):
    """A partner organisation; people belong to it by their address or its domain.

    `remote` is the address of their fork, where an author's sync looks for what they propose.
    """

    name: str
    addresses: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    consolidators: tuple[str, ...] = ()
    asked: bool = False
    remote: Annotated[str, msgspec.Meta(max_length=1000)] = ""

    def holds(self, person: Person) -> bool:
        """Say whether `person` speaks for this organisation."""
        return person.key in {address.casefold() for address in self.addresses} or person.domain in {
            domain.casefold().lstrip("@") for domain in self.domains
        }

    @property
    def is_unreachable(self) -> bool:
        """Say whether nobody can speak for it, since neither a domain nor an address is named."""
        return not (self.domains or self.addresses)

    def consolidates(self, person: Person) -> bool:
        """Say whether `person` may pass on the remarks of this organisation's people."""
        return person.key in {parse_person(entry).key for entry in self.consolidators}


SPEAKS_FOR_NOBODY = (
    "Nobody speaks for it yet: without a domain or an address no remark, reading or position counts as its own."
)
"""What it means that an organisation `is_unreachable`."""


class Topic(StrictTable, frozen=True):
    """A topic that the policy should cover, with the words by which it is found."""

    id: str
    title: str
    terms: tuple[str, ...] = ()
    required: bool = False


class Companion(StrictTable, frozen=True):
    """A text that restates others and has to be kept in step with them."""

    text: str
    of: tuple[str, ...]


class PreElection(StrictTable, frozen=True):
    """A pre-election period, both days included."""

    start: date
    end: date


class Signer(StrictTable, frozen=True):
    """A public SSH key with which a person signs; one person may have several."""

    address: str
    key: Annotated[str, msgspec.Meta(pattern=PUBLIC_KEY, max_length=4000)]


class PolicySource(StrictTable, frozen=True):
    """Another policy that the text draws on, for the acknowledgements of a release."""

    title: Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
    url: str = ""
    licence: str = ""
    note: str = ""


class GateSetting(StrictTable, frozen=True):
    """Whether a gate counts; `at_least` and `at_most` are the bounds of those gates that have one.

    `weight` moves nothing: earlier versions wrote and documented it, so settings that have it go on loading.
    """

    on: bool = True
    weight: Annotated[float, msgspec.Meta(ge=0, le=1000)] = 1
    at_least: Annotated[int, msgspec.Meta(ge=0, le=1000)] | None = None
    at_most: Annotated[float, msgspec.Meta(ge=0, le=1)] | None = None


class CheckSetting(StrictTable, frozen=True):
    """Whether a content check runs and whether its findings stand in the way of a release; empty: as the check is made.

    `flesch`, `fog` and `longest` (words) are the band of the check of readability.
    """

    on: bool | None = None
    blocks: bool | None = None
    flesch: Annotated[float, msgspec.Meta(ge=0, le=100)] = 30
    fog: Annotated[float, msgspec.Meta(ge=5, le=50)] = 20
    longest: Annotated[int, msgspec.Meta(ge=10, le=500)] = 50


class Settings(StrictTable, frozen=True):
    """The whole of `reviews/settings.toml` (docs/settings.md)."""

    policy_id: str
    format: Literal[1, 2] = 1
    title: Annotated[str, msgspec.Meta(max_length=300)] = ""
    folder: str = "policy"
    language: Annotated[str, msgspec.Meta(pattern=LANGUAGE)] = "en-GB"
    """The language of the policy, as a tag (BCP 47); by it changes are classed where no word shows another."""
    sections: Literal["files", "headings"] = "files"
    order: tuple[str, ...] = ()
    target: str = "1.0"
    planned: date | None = None
    authors: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    signatures: Literal["optional", "required"] = "optional"
    signers: tuple[Signer, ...] = ()
    organisations: dict[OrganisationId, Organisation] = {}
    topics: tuple[Topic, ...] = ()
    companions: tuple[Companion, ...] = ()
    pre_election: tuple[PreElection, ...] = ()
    gates: dict[str, GateSetting] = {}
    checks: dict[str, CheckSetting] = {}
    sources: tuple[PolicySource, ...] = ()

    @property
    def text_folder(self) -> str:
        """The folder of the text, from the repository's root; "." for all of the repository."""
        return self.folder.strip("/") or "."

    @property
    def section_rules(self) -> SectionRules:
        """How the files of the text become sections."""
        return SectionRules(self.sections == "headings", self.order, self.language)

    def topic_ids(self) -> tuple[str, ...]:
        """Return the ids of the topics, in their order."""
        return tuple(topic.id for topic in self.topics)

    def is_author(self, person: Person) -> bool:
        """Say whether `person` decides and releases."""
        return person.key in _keys(self.authors)

    def may_carry(self, person: Person) -> bool:
        """Say whether remarks and replies count that `person` commits for others: an author, or a carrier."""
        return self.is_author(person) or self.is_carrier(person)

    def is_carrier(self, person: Person) -> bool:
        """Say whether `person` is a forge that squashes, or a mail gateway."""
        return person.key in _keys(self.carriers)

    @property
    def requires_signature(self) -> bool:
        """Whether sign-offs and decisions count only with a signature."""
        return self.signatures == "required"

    def keys_of(self, person: Person) -> tuple[str, ...]:
        """Return the public keys with which `person` signs."""
        return tuple(signer.key for signer in self.signers if signer.address.strip().casefold() == person.key)

    def author_people(self) -> tuple[Person, ...]:
        """Return the authors."""
        return tuple(parse_person(author) for author in self.authors)

    def own_organisations(self) -> frozenset[str]:
        """Return the ids of the organisations that the authors belong to: the policy is theirs, and no partner's."""
        return frozenset(self.organisation_of(author) for author in self.author_people())

    def author_keys(self) -> frozenset[str]:
        """Return by what the authors are told apart."""
        return frozenset(person.key for person in self.author_people())

    def organisation_of(self, person: Person) -> str:
        """Return the id of the organisation that `person` speaks for: by address first, then by domain."""
        for identifier, organisation in self.organisations.items():
            if person.key in {address.casefold() for address in organisation.addresses}:
                return identifier
        for identifier, organisation in self.organisations.items():
            if organisation.holds(person):
                return identifier
        return UNAFFILIATED

    def without_consolidators(self, gone: Collection[tuple[str, str]]) -> "Settings":
        """Return these settings less the consolidators `gone`, each an organisation's id and by what one is known."""
        organisations = {
            name: msgspec.structs.replace(
                organisation,
                consolidators=tuple(c for c in organisation.consolidators if (name, parse_person(c).key) not in gone),
            )
            for name, organisation in self.organisations.items()
        }
        return msgspec.structs.replace(self, organisations=organisations)

    def organisation_name(self, identifier: str) -> str:
        """Return the name of an organisation on one line, or its id when the settings do not know it."""
        known = self.organisations.get(identifier)
        return single_spaced(known.name) if known else identifier

    def asked(self) -> tuple[str, ...]:
        """Return the ids of the organisations that were asked to read the policy."""
        return tuple(key for key, organisation in self.organisations.items() if organisation.asked)

    def gate(self, name: str) -> GateSetting:
        """Return the setting of a gate; a gate that the settings do not name is on."""
        return self.gates.get(name, GateSetting())

    def check(self, name: str) -> CheckSetting:
        """Return the setting of a content check."""
        return self.checks.get(name, CheckSetting())


@lru_cache(maxsize=256)
def _keys(people: tuple[str, ...]) -> frozenset[str]:
    """The addresses of `people`, asked for with every event."""
    return frozenset(parse_person(entry).key for entry in people)


def periods_touched(settings: Settings, first: date, last: date) -> tuple[PreElection, ...]:
    """Return the pre-election periods of the settings that share a day with `first` to `last`, both included."""
    return tuple(period for period in settings.pre_election if period.start <= last and first <= period.end)


def pre_election_warnings(settings: Settings, what: str, first: date, last: date) -> tuple[str, ...]:
    """Return one sentence for each pre-election period into which `what` falls from `first` to `last`."""
    return tuple(
        f"{what} falls into the pre-election period from {period.start} to {period.end}; "
        "ask your elections team before you go on."
        for period in periods_touched(settings, first, last)
    )
