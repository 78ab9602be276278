"""Events survive a round trip exactly, and bytes that are no event are refused quickly with their reason."""

import contextlib
import subprocess
import sys
import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewtui.domain.record.events import EVENT_TYPES, TYPE_NAMES, AnyEvent
from reviewtui.domain.refusal import Refused
from reviewtui.store.record import event_codec
from reviewtui.store.record.event_codec import NewerEvent, UnreadableEvent, decode_event, encode_event, encoding_fault
from tests.strategies import THREADS, comment, events_of, every_event

SAMPLE = encode_event(comment(THREADS[0])).decode()


@pytest.mark.parametrize("kind", EVENT_TYPES, ids=lambda kind: TYPE_NAMES[kind])
def test_every_type_survives_a_round_trip(kind: type[AnyEvent]) -> None:
    """Line ends, quotes, backslashes, controls, emoji and long texts come back as they were."""

    @given(events_of(kind))
    def survives(event: AnyEvent) -> None:
        content = encode_event(event)
        assert decode_event(content) == event
        assert encode_event(decode_event(content)) == content

    survives()


@given(every_event)
def test_files_are_toml_that_others_read_alike(event: AnyEvent) -> None:
    """Python's own reader finds the same words, in UTF-8, with the type's name."""
    table = tomllib.loads(encode_event(event).decode("utf-8"))
    assert table["type"] == TYPE_NAMES[type(event)]
    assert table["id"] == event.id
    assert table.get("body", "") == event.words


@given(every_event, st.sampled_from(["", "\ud800", "\x1b\r\n" * 3_000, "é" * 40_000, "\"'\\\t" * 9_000]))
@settings(max_examples=40)
def test_what_cannot_be_written_is_known_before(event: AnyEvent, more: str) -> None:
    """The quick look says of every event just what writing it would say."""
    name = "body" if "body" in event.__struct_fields__ else "id"
    event = msgspec.structs.replace(event, **{name: getattr(event, name) + more})
    try:
        encode_event(event)
        refusal = ""
    except Refused as error:
        refusal = str(error)
    assert encoding_fault(event) == refusal


@given(st.binary(max_size=300))
def test_any_bytes_are_an_event_or_a_reason(content: bytes) -> None:
    """Nothing but the two named errors comes out."""
    with contextlib.suppress(UnreadableEvent):
        decode_event(content)


@given(st.integers(0, len(SAMPLE.encode()) - 1), st.integers(0, 255))
def test_a_changed_byte_never_raises_anything_else(place: int, byte: int) -> None:
    """Every byte of a real file may become any other."""
    content = bytearray(SAMPLE.encode())
    content[place] = byte
    with contextlib.suppress(UnreadableEvent):
        decode_event(bytes(content))


BOMBS = {
    "a dotted key": b"a" + b".a" * 32_000 + b" = 1",
    "a dotted table": b"[a" + b".a" * 32_000 + b"]",
    "quoted dots": b'"a"' + b'."a"' * 16_000 + b" = 1",
    "dots with spaces": b"a" + b" . a" * 16_000 + b" = 1",
    "nested arrays": b"a = " + b"[" * 1_000,
    "closed nested arrays": b"a = " + b"[" * 500 + b"]" * 500,
    "nested tables": b"a = " + b"{a=" * 1_000,
    "a long number": b"a = " + b"9" * 5_000,
    "a long hexadecimal number": b"a = 0x" + b"f" * 60_000,
    "a long number with lines": b"a = " + b"9_" * 5_000 + b"9",
    "a long exponent": b"a = 1e" + b"9" * 5_000,
    "ten megabytes": b'a = "' + b"x" * 10_000_000 + b'"',
    "many tables": b"".join(b"[t%d]\n" % n for n in range(9_000)),
    "many array tables": b"[[t]]\n" * 10_000,
    "many unclosed quotes": b'"""' * 20_000,
    "many backslashes": b'a = "' + b"\\" * 60_000,
    "many comments": b"#\n" * 32_000,
    "a year that is none": SAMPLE.replace("2026-11-22T00:00:00Z", "0001-01-01T00:00:00+23:59").encode(),
    "a last year": SAMPLE.replace("2026-11-22T00:00:00Z", "9999-12-31T23:59:59-23:59").encode(),
    "NUL": b"\0" * 1_000,
    "no UTF-8": b"a = '\xff\xfe'",
    "lone surrogate": b'a = "\\ud800"',
}
CHILD = """
import resource, sys, time
from reviewtui.store.record.event_codec import UnreadableEvent, decode_event
resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20))
resource.setrlimit(resource.RLIMIT_CPU, (3, 3))
try:
    decode_event(sys.stdin.buffer.read())
except UnreadableEvent as error:
    print(str(error)[:200])
"""


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused_in_little_time_and_memory(name: str) -> None:
    """Each is refused with a reason under limits of half a gigabyte and three seconds of processor time."""
    root = str(Path(event_codec.__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", CHILD], input=BOMBS[name], capture_output=True, check=False, env={"PYTHONPATH": root}
    )
    assert done.returncode == 0, done.stderr.decode()[-300:]
    assert done.stdout.strip()


ABUSE = {
    "clock of text": ("clock = 1", 'clock = "1"'),
    "clock of truth": ("clock = 1", "clock = true"),
    "clock zero": ("clock = 1", "clock = 0"),
    "clock without end": ("clock = 1", "clock = 99999999999999999999"),
    "clock of nothing": ("clock = 1", "clock = nan"),
    "clock that is no whole number": ("clock = 1", "clock = 1.5"),
    "body of number": ('body = "Why?"', "body = 4"),
    "body of table": ('body = "Why?"', "body = {a = 1}"),
    "no body": ('body = "Why?"', ""),
    "naive time": ("2026-11-22T00:00:00Z", "2026-11-22T00:00:00"),
    "time of text": ("at = 2026-11-22T00:00:00Z", 'at = "yesterday"'),
    "date only": ("at = 2026-11-22T00:00:00Z", "at = 2026-11-22"),
    "id of path": (f'id = "{THREADS[0]}"', 'id = "../../../etc/passwd"'),
    "id in capitals": (f'id = "{THREADS[0]}"', f'id = "{THREADS[0].upper()}"'),
    "id with line end": (f'id = "{THREADS[0]}"', f'id = "{THREADS[0]}\\n"'),
    "after of text": ("after = []", 'after = "x"'),
    "type missing": ('type = "comment"', ""),
    "type of list": ('type = "comment"', 'type = ["comment"]'),
    "format of text": ("format = 1", 'format = "1"'),
    "format zero": ("format = 1", "format = 0"),
    "anchors of number": ('body = "Why?"', 'body = "Why?"\nanchors = 3'),
    "offset below zero": ('body = "Why?"', 'body = "Why?"\nanchors = [{path = "a", start = -1, end = 2}]'),
    "key twice": ("clock = 1", "clock = 1\nclock = 1"),
    "marks of a merge": ("clock = 1", "<<<<<<< HEAD\nclock = 1\n=======\nclock = 2\n>>>>>>> x"),
}


@pytest.mark.parametrize("name", ABUSE)
def test_what_does_not_fit_is_refused(name: str) -> None:
    """Wrong types, bounds and forms are unreadable, and not taken for a newer version's."""
    old, new = ABUSE[name]
    assert old in SAMPLE
    with pytest.raises(UnreadableEvent) as caught:
        decode_event(SAMPLE.replace(old, new).encode())
    assert not isinstance(caught.value, NewerEvent)


NEWER = {
    "type": ('type = "comment"', 'type = "vote"'),
    "format": ("format = 1", "format = 2"),
    "kind": ('kind = "general"', 'kind = "legal"'),
}


@pytest.mark.parametrize("name", NEWER)
def test_what_a_newer_version_wrote_is_named_so(name: str) -> None:
    """Unknown types, formats and words are of a newer version, and the reason names them."""
    with pytest.raises(NewerEvent, match=NEWER[name][1].split()[-1].strip('"')):
        decode_event(SAMPLE.replace(*NEWER[name]).encode())


def test_unknown_keys_are_ignored() -> None:
    """A key that a newer version added stays in the file and changes nothing; a signature of any form is read over."""
    more = SAMPLE.replace("clock = 1", "clock = 1\nmood = 'calm'")
    assert decode_event(more.encode()) == decode_event(SAMPLE.encode())
    signed = decode_event(f'{more}\n[signature]\nsigner = "x"\n'.encode())
    assert signed.signature is not None
    assert decode_event(f"{more}\n[signature]\nvalue = 5\n".encode()).signature == signed.signature
    assert msgspec.structs.replace(signed, signature=None) == decode_event(SAMPLE.encode())


def test_what_readers_would_refuse_is_not_written() -> None:
    """Words beyond 64 KiB and characters that no file can hold are refused when they are written."""
    with pytest.raises(Refused, match="too long"):
        encode_event(comment(THREADS[0], body="x" * 70_000))
    with pytest.raises(Refused, match="Unicode"):
        encode_event(comment(THREADS[0], body="\ud800"))


def test_words_that_look_like_the_time_stay() -> None:
    """The time is written as a TOML time; the same characters in the words are left alone."""
    event = comment(THREADS[0], body="at = 2026-11-22 00:00:00+00:00")
    assert decode_event(encode_event(event)) == event
    assert b"\nat = 2026-11-22T00:00:00Z\n" in encode_event(event)
