"""What can be said of the signature of each event that has one."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from reviewtui.domain.record.record import Record, Recorded, SignatureState
from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.cache.sealed_cache import signature_cache
from reviewtui.store.files import durable
from reviewtui.store.git.objects import read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy import text_history
from reviewtui.store.record.event_codec import SIGNATURE_FORMAT, signed_part
from reviewtui.store.record.toml_bounds import MAX_BYTES
from reviewtui.store.signing import ssh_signature


def with_signatures(repository: Repository, record: Record) -> Record:
    """Return `record` with what can be said of the signature of each event that has one."""
    signed = [recorded for recorded in record.events if recorded.event.signature is not None]
    if not signed:
        return record
    cache = signature_cache(repository.review_state_dir)
    known = cache.load()
    count = len(known)
    contents = _contents(repository, signed)
    states = {id(recorded): _state(recorded, contents.get(id(recorded)), known) for recorded in signed}
    cache.keep(known, len(known) - count)
    events = tuple(
        replace(recorded, provenance=replace(recorded.provenance, signature=states[id(recorded)]))
        if id(recorded) in states
        else recorded
        for recorded in record.events
    )
    return replace(record, events=events)


def _contents(repository: Repository, signed: Iterable[Recorded]) -> dict[int, bytes]:
    """The exact bytes of each event, by identity: those with which its commit added it, or the pending file's."""
    bytes_of: dict[int, bytes] = {}
    committed: list[tuple[Recorded, str]] = []
    for recorded in signed:
        commit = recorded.provenance.commit
        if commit is not None:
            committed.append((recorded, commit))
        elif recorded.provenance.pending:
            content = durable.read_regular(repository.work_tree / recorded.path, MAX_BYTES)
            bytes_of |= {id(recorded): content} if content is not None else {}
    blobs = text_history.blobs_at(repository, [(commit, recorded.path) for recorded, commit in committed])
    contents = read_blobs(repository.git, sorted({blob for blob in blobs if blob is not None}), MAX_BYTES)
    for (recorded, _), blob in zip(committed, blobs, strict=True):
        if blob is not None and blob in contents:
            bytes_of[id(recorded)] = contents[blob]
    return bytes_of


def _state(recorded: Recorded, content: bytes | None, known: dict[str, SignatureState]) -> SignatureState:
    if content is None:
        return "unchecked"
    roles = recorded.provenance.roles
    keys = roles.keys_of(recorded.event.maker) if roles is not None else ()
    name = _name_of(content, keys)
    if name not in known:
        ours = recorded.event.signature is not None and recorded.event.signature.format == SIGNATURE_FORMAT
        checked = _checked(content, keys) if ours else "foreign"
        if checked == "unchecked":
            return checked
        known[name] = checked
    return known[name]


def _checked(content: bytes, keys: tuple[str, ...]) -> SignatureState:
    parts = signed_part(content)
    if parts is None:
        return "broken"
    try:
        if ssh_signature.is_signed_by(*parts, keys):
            return "valid"
        return "foreign" if ssh_signature.is_whole(*parts) else "broken"
    except MachineFailed:
        return "unchecked"


def _name_of(content: bytes, keys: Iterable[str]) -> str:
    """Return the name of the answer for an event's bytes and the keys that may have signed it."""
    digest = hashlib.sha256(content)
    for key in sorted(keys):
        digest.update(b"\0" + key.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
