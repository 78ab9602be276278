"""How much a child of git's may use: a small repository can name a tree of more files than any machine can list."""

import queue
import signal
import subprocess
import time

from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.git.process.child_process import start_readers

MEMORY = 256 * 1024 * 1024
"""Bytes that git may use for its own data; packs that it looks into do not count."""
MOST_OUTPUT = 40 * 1024 * 1024
"""Bytes that git may answer where the length of the answer is up to somebody else."""
SECONDS = {"ls-tree": 6, "diff-tree": 6, "log": 20, "merge-tree": 20, "read-tree": 6}
"""Seconds of work for what walks through trees: how long the machine is busy with other things does not count."""
LISTING = frozenset({"ls-tree", "diff-tree", "log"})
_UNLIMITED = frozenset({"bundle", "repack", "pack-objects", "index-pack", "fetch", "push"})
_SPENT = (b"out of memory", b"Out of memory", b"Cannot allocate memory")
_ENDED = frozenset({-getattr(signal, "SIGXCPU", 24), -getattr(signal, "SIGKILL", 9)})
"""How a child ends that used more than it may, of its own limits or of the machine's memory."""


class TooLarge(MachineFailed):
    """Something in the repository is larger than a review can be."""


def limit(process: "subprocess.Popen[bytes]", command: str) -> None:
    """Let a child that has just been started use no more than MEMORY and SECONDS, where the system can (prlimit(2))."""
    try:
        import resource

        if command not in _UNLIMITED:
            resource.prlimit(process.pid, resource.RLIMIT_DATA, (MEMORY, MEMORY))
        if command in SECONDS:
            # The signal of the lower limit says why it ended; that of the upper one does not.
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (SECONDS[command], SECONDS[command] + 1))
    except (ImportError, AttributeError, OSError, ValueError):
        return  # it is over already, or this system has no such limit


def answer_of(process: "subprocess.Popen[bytes]", command: str, stdin: bytes, seconds: float) -> tuple[bytes, bytes]:
    """Return what a child answers to `stdin`, and what it says besides; it is over afterwards, whatever happens.

    What the child has started itself may go on, but is not waited for: it shares our session, so that Ctrl-C ends it.

    Raises:
        TooLarge: it lists more than MOST_OUTPUT, or used more than it may.
        subprocess.TimeoutExpired: it takes longer than `seconds`.
    """
    try:
        listing = command in LISTING and not stdin
        output, errors = _listed(process, command, seconds) if listing else process.communicate(stdin, timeout=seconds)
    finally:
        process.kill()
        process.wait()
    if process.returncode in _ENDED or (process.returncode and any(word in errors for word in _SPENT)):
        raise too_large(command)
    return output, errors


def _listed(process: "subprocess.Popen[bytes]", command: str, seconds: float) -> tuple[bytes, bytes]:
    """What a child answers that is asked nothing more, up to MOST_OUTPUT."""
    until = time.monotonic() + seconds
    streams: dict[str, list[bytes]] = {"output": [], "errors": []}
    heard = start_readers(process)
    size, ends = 0, 0
    while ends < len(streams):
        try:
            name, piece = heard.get(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty:
            raise subprocess.TimeoutExpired(command, seconds) from None
        streams[name].append(piece)
        ends += not piece
        size += len(piece)
        if size > MOST_OUTPUT:
            raise too_large(command)
    process.wait(max(0.0, until - time.monotonic()))
    return b"".join(streams["output"]), b"".join(streams["errors"])


def too_large(command: str) -> TooLarge:
    """Return the sentence about an answer that is larger than a review can be."""
    return TooLarge(
        f"git {command} finds more files here than a review can hold; somebody may have put them there on purpose. "
        "What was committed last: git log --stat -1."
    )
