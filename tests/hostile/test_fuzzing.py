"""Whatever bytes stand where an event, settings, a journal, a cache or a pack is read: a sentence, no traceback."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewtui.domain.readiness.gates.gate_registry import GATES
from reviewtui.domain.record.folding.fold import fold
from reviewtui.domain.record.record import Record, Recorded
from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.domain.settings.settings import Settings, Signer, Topic
from reviewtui.domain.settings.settings_faults import settings_faults
from reviewtui.domain.settings.settings_merge import merge_settings
from reviewtui.store.cache.seal import sealed
from reviewtui.store.commit.journal import recover, unsealed_recovery
from reviewtui.store.git.repository import open_repository
from reviewtui.store.record.event_codec import UnreadableEvent, decode_event, encode_event, parse_toml
from reviewtui.store.record.settings_file import decode_settings, encode_settings
from reviewtui.store.remote.bundles import read_header
from tests.acting import ask, remark
from tests.conftest import Clone, Run
from tests.hostile.mutations import hostile_bytes, mutated
from tests.making import kept
from tests.strategies import SETTINGS, THREADS, comment, every_event

IN_ONE_CLONE = settings(
    max_examples=400 if os.environ.get("FUZZ") else 25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
EVENTS = [encode_event(comment(THREADS[0]))]
PLAIN = encode_settings(SETTINGS)
FULL = encode_settings(
    msgspec.structs.replace(
        SETTINGS,
        order=("index.md",),
        topics=(Topic("purdah", "Pre-election", ("purdah",), required=True),),
        signers=(Signer("officer@council.example", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA"),),
    )
)


@given(st.data())
def test_an_event_is_read_or_refused(data: st.DataObject) -> None:
    """What is read of changed bytes can be written, read again alike, and folded."""
    valid = [*EVENTS, encode_event(data.draw(every_event))]
    try:
        event = decode_event(data.draw(hostile_bytes(valid)))
    except UnreadableEvent:
        return
    with contextlib.suppress(Refused):
        assert decode_event(encode_event(event)) == event
    fold(Record((Recorded(event, THREADS[0], "reviews/x.toml"), kept(event, THREADS[0]))))


@given(hostile_bytes([PLAIN, FULL]))
def test_settings_are_read_or_refused(content: bytes) -> None:
    """What is read of changed bytes is judged, written and merged; all else is one sentence that names the file."""
    try:
        read = decode_settings(content)
    except Refused as error:
        told = str(error)
        assert "reviews/settings.toml" in told
        return
    list(settings_faults(read, GATES))
    assert decode_settings(encode_settings(read)) == decode_settings(encode_settings(decode_settings(content)))
    merge_settings(parse_toml(PLAIN), parse_toml(content), parse_toml(FULL))


@pytest.fixture
def clone_with_journal(review: Clone) -> Iterator[tuple[Clone, Path]]:
    """A clone, and where the journal of a command that was cut off would lie."""
    journal = review.path / ".git" / "reviewtui" / "journal.json"
    journal.parent.mkdir(exist_ok=True)
    yield review, journal
    journal.unlink(missing_ok=True)


def _journal(clone: Clone) -> bytes:
    head, blob = clone.git("rev-parse", "HEAD"), clone.git("rev-parse", "HEAD:policy/index.md")
    row = ["policy/index.md", blob, blob, f"100644 {blob}", f"100644 {blob}", "100644"]
    outside = ["../outside.md", "", blob, "", None, "100755"]
    return msgspec.json.encode({"parent": head, "commit": head, "steps": [row, outside]})


@IN_ONE_CLONE
@given(data=st.data(), is_ours=st.booleans())
def test_a_journal_writes_nothing_outside(
    clone_with_journal: tuple[Clone, Path], data: st.DataObject, *, is_ours: bool
) -> None:
    """Sealed by us or not, changed bytes are a sentence; no file above the repository is made or changed."""
    clone, path = clone_with_journal
    content = data.draw(hostile_bytes([_journal(clone)]))
    path.write_bytes(sealed(content) if is_ours else content)
    repository = open_repository(clone.path)
    before = sorted(clone.path.parent.iterdir())
    unsealed_recovery(repository)
    with contextlib.suppress(Refused, MachineFailed):
        recover(repository)
    assert sorted(clone.path.parent.iterdir()) == before
    path.unlink(missing_ok=True)


@IN_ONE_CLONE
@given(data=st.data(), is_ours=st.booleans())
def test_a_cache_is_believed_or_passed_over(review: Clone, run: Run, data: st.DataObject, *, is_ours: bool) -> None:
    """Changed bytes in our caches change nothing that is told."""
    before = run(review, "status", "--json")
    folder = review.path / ".git" / "reviewtui"
    for name in ("events.msgpack", "past.msgpack", "signatures.msgpack", "standings.msgpack", "trusted"):
        content = data.draw(hostile_bytes([b"\x82\xa6schema\x01\xa5value\x80"]))
        (folder / name).write_bytes(sealed(content) if is_ours else content)
    assert run(review, "status", "--json") == before


@pytest.fixture
def packed(review: Clone, run: Run, tmp_path: Path) -> tuple[Clone, bytes]:
    """A clone that lacks a remark, and the pack that holds it."""
    other = Clone(tmp_path / "other")
    shutil.copytree(review.path, other.path)
    remark(run, other, "comment", "records", "--whole", "-m", "Why?")
    ask(run, other, "pack", str(tmp_path / "whole.bundle"), "--since", "HEAD~1")
    return review, (tmp_path / "whole.bundle").read_bytes()


@IN_ONE_CLONE
@given(data=st.data())
def test_a_pack_is_taken_or_refused(packed: tuple[Clone, bytes], run: Run, data: st.DataObject) -> None:
    """A changed pack is a sentence and changes nothing; what is taken all the same is the whole of it."""
    clone, valid = packed
    head = clone.git("rev-parse", "HEAD")
    file = clone.path.parent / "changed.bundle"
    file.write_bytes(data.draw(mutated([valid]) | st.binary(max_size=200).map(lambda tail: valid[:60] + tail)))
    with contextlib.suppress(Refused):
        read_header(file)
    code, out, err = run(clone, "unpack", str(file))
    assert "Traceback" not in out + err
    assert code in {0, 2, 3, 4}
    if code:
        assert err.count("\n") == 1
        assert clone.git("rev-parse", "HEAD") == head
    clone.git("reset", "-q", "--hard", head)
    clone.git("clean", "-qfd")


@IN_ONE_CLONE
@given(data=st.data())
def test_a_record_with_changed_files_is_told(review: Clone, run: Run, data: st.DataObject) -> None:
    """Event files and settings with changed bytes in the work tree: every reading command answers."""
    thread = THREADS[0]
    event = review.path / "reviews" / "threads" / thread[-2:] / thread / f"{thread}.toml"
    event.parent.mkdir(parents=True, exist_ok=True)
    event.write_bytes(data.draw(hostile_bytes(EVENTS)))
    settings_bytes = review.git("show", "HEAD:reviews/settings.toml").encode()
    (review.path / "reviews" / "settings.toml").write_bytes(
        data.draw(st.just(settings_bytes) | mutated([settings_bytes]))
    )
    for words in (["status"], ["threads"], ["verify"], ["ready"]):
        code, out, err = run(review, *words)
        assert "Traceback" not in out + err
        assert code in {0, 1, 2}, (words, code, err)
        assert err.count("\n") <= 1, err


def test_the_samples_are_valid() -> None:
    """What is changed is valid before it is changed."""
    for content in EVENTS:
        decode_event(content)
    assert isinstance(decode_settings(FULL), Settings)
