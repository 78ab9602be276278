"""Objects read one by one without a child for each: one `cat-file` stays and answers, under one lock.

It has no time limit of its own, so a watchdog ends a child that does not answer. The next question starts a new one.
"""

import contextlib
import os
import subprocess
import threading
import time
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.git.process.git_error import GitError

LIMIT = 30.0
"""Seconds for which an answer is waited for."""
_BEAT = 1.0
"""Seconds between two looks of the watchdog."""
_KEPT_BYTES = 16 * 1024 * 1024
_LARGEST_KEPT = 256 * 1024
_KEPT_INFOS = 50_000
"""What is kept of answers, so that a long session stays small: settings and trees are asked for again and again."""
_MOST_TOLD = 64 * 1024
_ID_DIGITS = 40
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class ObjectInfo:
    """What an object is: its id, its kind (`blob`, `tree`, `commit`, `tag`) and its size in bytes."""

    object_id: str
    kind: str
    size: int


class ObjectReader:
    """Reads objects of the repository `git_dir`; several threads may ask at once."""

    def __init__(self, git_dir: Path, work_tree: Path | None) -> None:
        """Start nothing yet."""
        self._git_dir, self._work_tree = git_dir, work_tree
        self._lock = threading.Lock()
        self._child: Any = None
        self._since: float | None = None
        self._late = self._watched = False
        self._infos: OrderedDict[str, ObjectInfo] = OrderedDict()
        self._contents: OrderedDict[str, bytes] = OrderedDict()
        self._kept_bytes = 0

    def infos(self, names: Iterable[str]) -> list[ObjectInfo | None]:
        """Return what each of `names` is (an id, or any other name of one line); None where there is no such object.

        Raises:
            MachineFailed: git does not answer, or the disk failed.
        """
        return self._ask(lambda: [self._info(name) for name in names])

    def contents(self, object_ids: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of each object, whose size the caller has asked for before; absent ones are left out.

        Raises:
            MachineFailed: git does not answer, or the disk failed.
        """
        wanted = tuple(object_ids)
        return self._ask(lambda: {name: content for name in wanted if (content := self._content(name)) is not None})

    def close(self) -> None:
        """End the child; the next question starts a new one."""
        with self._lock:
            self._restart()

    def _ask(self, question: Callable[[], _Read]) -> _Read:
        with self._lock:
            try:
                return self._within_limit(question)
            except GitError:
                # Somebody ended it from outside, or memory was short: asked once more, of a new one.
                return self._within_limit(question)

    def _within_limit(self, question: Callable[[], _Read]) -> _Read:
        self._since, self._late = time.monotonic(), False
        try:
            answer = question()
            self._drain()
        except (OSError, _Silence) as error:
            ended, error_text = self._restart()
            if self._late:
                raise MachineFailed(f"git cat-file did not answer within {LIMIT:.0f} seconds.") from error
            raise GitError(("cat-file",), ended, error_text or "it ended early; run: git fsck") from error
        finally:
            self._since = None
        return answer

    def _info(self, name: str) -> ObjectInfo | None:
        if name in self._infos:
            return self._infos[name]
        info = self._header("info", name)
        if info is not None and name == info.object_id:
            self._infos[name] = info
            if len(self._infos) > _KEPT_INFOS:
                self._infos.popitem(last=False)
        return info

    def _content(self, name: str) -> bytes | None:
        if name in self._contents:
            self._contents.move_to_end(name)
            return self._contents[name]
        info = self._header("contents", name)
        if info is None:
            return None
        content = bytes(self._child.stdout.read(info.size + 1))
        if len(content) != info.size + 1:
            raise _Silence
        self._keep(name, content[:-1])
        return content[:-1]

    def _header(self, asked: str, name: str) -> ObjectInfo | None:
        """The first line of the answer to `asked` (git-cat-file(1), --batch-command); None: there is no such object."""
        if not name or "\n" in name:
            return None  # it would be a question of its own, or none
        child = self._running()
        child.stdin.write(f"{asked} {name}\n".encode())
        child.stdin.flush()
        line = child.stdout.readline().decode("utf-8", "replace")
        if not line.endswith("\n"):
            raise _Silence
        row = line.split()
        known = len(row) == len(("id", "kind", "size")) and len(row[0]) == _ID_DIGITS and row[2].isdigit()
        return ObjectInfo(row[0], row[1], int(row[2])) if known else None

    def _keep(self, name: str, content: bytes) -> None:
        if len(content) > _LARGEST_KEPT:
            return
        self._contents[name] = content
        self._kept_bytes += len(content)
        while self._kept_bytes > _KEPT_BYTES:
            self._kept_bytes -= len(self._contents.popitem(last=False)[1])

    def _running(self) -> Any:
        if self._child is None:
            from reviewtui.store.git.process.safe_git import SafeGit

            git = SafeGit(self._work_tree or self._git_dir, self._work_tree)
            command = ["git", f"--git-dir={self._git_dir}", "cat-file", "--batch-command"]
            self._child = git.execute(command, subprocess.PIPE, as_process=True)
            # It ends with the last who uses this reader.
            weakref.finalize(self, _end, self._child)
        if not self._watched:
            self._watched = True
            threading.Thread(target=_watch, args=(weakref.ref(self),), daemon=True).start()
        return self._child

    def _drain(self) -> str:
        """Read what the child said beside its answers: with a full pipe it would wait for ever."""
        error_bytes = b""
        if self._child is not None:
            with contextlib.suppress(OSError, ValueError):
                os.set_blocking(self._child.stderr.fileno(), False)
                error_bytes = os.read(self._child.stderr.fileno(), _MOST_TOLD)
        return error_bytes.decode("utf-8", "replace")

    def _restart(self) -> tuple[int, str]:
        """End the child; return how it had ended, and what it said."""
        error_text = self._drain()
        child, self._child = self._child, None
        if child is None:
            return 0, ""
        code = child.proc.poll()
        _end(child)
        return code or 0, error_text

    def end_if_late(self) -> None:
        """End the child when an answer has been waited for too long; the one who waits is told."""
        since, child = self._since, self._child
        if child is not None and since is not None and time.monotonic() - since > LIMIT:
            self._late = True
            with contextlib.suppress(OSError):
                child.proc.kill()


class _Silence(Exception):
    """The child has ended."""


def _end(child: Any) -> None:
    """End a child as GitPython ends its own: its pipes are closed, and it is waited for."""
    child.__del__()


def _watch(reader: "weakref.ref[ObjectReader]") -> None:
    """Look after `reader` for as long as anybody uses it."""
    while (watched := reader()) is not None:
        watched.end_if_late()
        del watched
        time.sleep(_BEAT)
