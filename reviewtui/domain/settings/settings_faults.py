"""What makes no sense in settings that can be read: each fault in one sentence that names its key."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from reviewtui.domain.identifier import ULID
from reviewtui.domain.person import is_person
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.policy.versions import version_key
from reviewtui.domain.settings.settings import Organisation, Settings


def settings_faults(settings: Settings, gates: Collection[str]) -> Iterator[str]:
    """Yield what makes no sense whatever the text; `gates` are the names that there are."""
    if ULID.match(settings.policy_id) is None:
        yield f"policy_id '{settings.policy_id}' is not one that 'reviewtui init' makes"
    if version_key(settings.target) is None:
        yield f"target '{settings.target}' is no version number, such as 1.0"
    for name in sorted(settings.gates.keys() - set(gates)):
        yield f"gates.{name}: there is no such gate; there are {', '.join(gates)}"
    for period in settings.pre_election:
        if period.end < period.start:
            yield f"pre_election: it ends on {period.end} before it starts on {period.start}"
    for topic in _repeated(topic.id for topic in settings.topics):
        yield f"topics: the id '{topic}' stands there more than once"
    yield from _people_faults(settings)


def _people_faults(settings: Settings) -> Iterator[str]:
    if not settings.authors:
        yield "authors is empty, so nobody can decide or release"
    for author in settings.authors:
        if not is_person(author):
            yield f"authors: '{author}' is not written as Name <address>"
    for carrier in settings.carriers:
        if "@" not in carrier.strip("@") or len(carrier.split()) != 1 or "<" in carrier:
            yield f"carriers: '{carrier}' is no address, such as noreply@forge.example"
    organisations = settings.organisations
    for identifier, organisation in organisations.items():
        yield from (f"organisations.{identifier}.{fault}" for fault in _organisation_faults(organisation))
    for address in _repeated(key for partner in organisations.values() for key in set(_keys(partner.addresses))):
        yield f"organisations: '{address}' is an address of more than one"
    for domain in _repeated(key for partner in organisations.values() for key in set(_keys(partner.domains))):
        yield f"organisations: '{domain}' is a domain of more than one"


def missing_texts(settings: Settings, policy: Policy) -> Iterator[str]:
    """Yield what the settings say of texts that the policy does not have."""
    known = {section.name.partition("#")[0] for section in policy.sections}
    known |= {section.name for section in policy.sections} | {name.removesuffix(".md") for name in known}
    for companion in settings.companions:
        for name in (companion.text, *companion.of):
            if name not in known:
                yield f"companions: there is no text '{name}' in {policy.folder}"
    for name in settings.order:
        if name not in known:
            yield f"order: there is no section '{name}' in {policy.folder}"


def _organisation_faults(organisation: Organisation) -> Iterator[str]:
    if not organisation.name.strip():
        yield "name is empty"
    for address in organisation.addresses:
        if "@" not in address.strip("@") or len(address.split()) != 1 or "<" in address:
            yield f"addresses: '{address}' is no address, such as reviewer@northvale.example"
    for domain in organisation.domains:
        if "@" in domain.removeprefix("@") or len(domain.split()) != 1:
            yield f"domains: '{domain}' is no domain, such as northvale.example"


def _keys(names: Iterable[str]) -> Iterator[str]:
    return (name.strip().casefold().removeprefix("@") for name in names)


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]
