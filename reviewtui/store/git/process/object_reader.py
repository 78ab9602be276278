"""Objects read one by one without a child for each: GitPython's `cat-file`, which stays and answers, under one lock.

It has no time limit of its own, so a watchdog ends a child that does not answer. The next question starts a new one.
"""

import contextlib
import os
import threading
import time
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.git.process.git_error import GitError

if TYPE_CHECKING:
    from reviewtui.store.git.process.safe_git import SafeGit

LIMIT = 30.0
"""Seconds for which an answer is waited for."""
_BEAT = 1.0
"""Seconds between two looks of the watchdog."""
_KEPT_BYTES = 16 * 1024 * 1024
_LARGEST_KEPT = 256 * 1024
_KEPT_INFOS = 50_000
"""What is kept of answers, so that a long session stays small: settings and trees are asked for again and again."""
_MOST_TOLD = 64 * 1024
_NO_ANSWER = "SHA is empty"
"""How GitPython begins to say that a child has ended; anything else of its ValueError is git's own answer."""
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
        self._git: SafeGit | None = None
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
        return self._ask(lambda git: [self._info(git, name) for name in names])

    def contents(self, object_ids: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of each object, whose size the caller has asked for before; absent ones are left out.

        Raises:
            MachineFailed: git does not answer, or the disk failed.

        """
        wanted = tuple(object_ids)
        return self._ask(
            lambda git: {name: content for name in wanted if (content := self._content(git, name)) is not None}
        )

    def close(self) -> None:
        """End the children; the next question starts new ones."""
        with self._lock:
            self._restart()

    def _ask(self, question: "Callable[[SafeGit], _Read]") -> _Read:
        with self._lock:
            try:
                return self._within_limit(question)
            except GitError:
                # Somebody ended it from outside, or memory was short: asked once more, of a new one.
                return self._within_limit(question)

    def _within_limit(self, question: "Callable[[SafeGit], _Read]") -> _Read:
        git = self._running()
        self._since, self._late = time.monotonic(), False
        try:
            answer = question(git)
            self._drain(git)
        except (OSError, _Silence) as error:
            ended, error_text = self._restart()
            if self._late:
                raise MachineFailed(f"git cat-file did not answer within {LIMIT:.0f} seconds.") from error
            raise GitError(("cat-file",), ended, error_text or "it ended early; run: git fsck") from error
        finally:
            self._since = None
        return answer

    def _info(self, git: "SafeGit", name: str) -> ObjectInfo | None:
        if name in self._infos:
            return self._infos[name]
        row = _answered(lambda: git.get_object_header(name))
        if row is None:
            return None
        object_id, kind, size = (_text(part) for part in row)
        info = ObjectInfo(object_id, kind, int(size))
        if name == object_id:
            self._infos[name] = info
            if len(self._infos) > _KEPT_INFOS:
                self._infos.popitem(last=False)
        return info

    def _content(self, git: "SafeGit", name: str) -> bytes | None:
        if name in self._contents:
            self._contents.move_to_end(name)
            return self._contents[name]
        row = _answered(lambda: git.get_object_data(name))
        if row is None:
            return None
        _, _, size, content = row
        if len(content) != size:
            raise _Silence
        self._keep(name, content)
        return content

    def _keep(self, name: str, content: bytes) -> None:
        if len(content) > _LARGEST_KEPT:
            return
        self._contents[name] = content
        self._kept_bytes += len(content)
        while self._kept_bytes > _KEPT_BYTES:
            self._kept_bytes -= len(self._contents.popitem(last=False)[1])

    def _running(self) -> "SafeGit":
        if self._git is None:
            from reviewtui.store.git.process.safe_git import SafeGit

            self._git = SafeGit(self._work_tree or self._git_dir, self._work_tree)
            self._git.set_persistent_git_options(git_dir=str(self._git_dir))
            # The children end with the last who uses this reader.
            weakref.finalize(self, self._git.clear_cache)
        if not self._watched:
            self._watched = True
            threading.Thread(target=_watch, args=(weakref.ref(self),), daemon=True).start()
        return self._git

    def _drain(self, git: "SafeGit") -> str:
        """Read what the children said beside their answers: with a full pipe they would wait for ever."""
        error_bytes = b""
        for child in _children(git):
            with contextlib.suppress(OSError, ValueError):
                os.set_blocking(child.stderr.fileno(), False)
                error_bytes += os.read(child.stderr.fileno(), _MOST_TOLD)
        return error_bytes.decode("utf-8", "replace")

    def _restart(self) -> tuple[int, str]:
        """End the children; return how the one that had ended did, and what was said."""
        git, self._git = self._git, None
        if git is None:
            return 0, ""
        error_text = self._drain(git)
        codes = [child.proc.poll() for child in _children(git)]
        git.clear_cache()
        return next((code for code in codes if code), 0), error_text

    def end_if_late(self) -> None:
        """End the children when an answer has been waited for too long; the one who waits is told."""
        since, git = self._since, self._git
        if git is not None and since is not None and time.monotonic() - since > LIMIT:
            self._late = True
            for child in _children(git):
                with contextlib.suppress(OSError):
                    child.proc.kill()


class _Silence(Exception):
    """The child has ended."""


def _answered(question: Callable[[], _Read]) -> _Read | None:
    """Return the answer, None for the one that there is no such object; a child that has ended is told from that."""
    try:
        return question()
    except ValueError as error:
        if str(error).startswith(_NO_ANSWER):
            raise _Silence from error
        return None


def _children(git: "SafeGit") -> list[Any]:
    return [child for child in (git.cat_file_header, git.cat_file_all) if child is not None]


def _text(part: object) -> str:
    """GitPython calls these strings, and hands out bytes."""
    return part.decode("ascii", "replace") if isinstance(part, bytes) else str(part)


def _watch(reader: "weakref.ref[ObjectReader]") -> None:
    """Look after `reader` for as long as anybody uses it."""
    while (watched := reader()) is not None:
        watched.end_if_late()
        del watched
        time.sleep(_BEAT)
