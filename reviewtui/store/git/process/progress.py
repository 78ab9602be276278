"""What git says while it talks to another repository, as a value that can be shown (git-fetch(1), --progress).

GitPython reads the lines; our own runner hears them, so that the limit of silence and a clean stop stay with it.
"""

from collections.abc import Callable

from reviewtui.domain.review.sync_state import Progress
from reviewtui.store.git.process.safe_git import RemoteProgress

_STAGES = {
    RemoteProgress.COUNTING: "Counting",
    RemoteProgress.COMPRESSING: "Compressing",
    RemoteProgress.WRITING: "Giving",
    RemoteProgress.RECEIVING: "Receiving",
    RemoteProgress.RESOLVING: "Resolving",
    RemoteProgress.FINDING_SOURCES: "Looking for what is missing",
    RemoteProgress.CHECKING_OUT: "Writing files",
}


class _Reader(RemoteProgress):
    """Hands on each step of progress, and other lines as they are."""

    def __init__(self, watch: Callable[[Progress], None]) -> None:
        super().__init__()
        self._watch = watch

    def update(
        self, op_code: int, cur_count: str | float, max_count: str | float | None = None, message: str = ""
    ) -> None:
        """Tell how far it is; `message` holds the bytes so far, and how fast they come."""
        stage = _STAGES.get(op_code & self.OP_MASK, "")
        amount = message.partition(" | ")[0].strip()
        self._watch(Progress(self._cur_line or "", stage, int(float(cur_count)), int(float(max_count or 0)), amount))

    def line_dropped(self, line: str) -> None:
        """Tell a line that is no progress, and keep none of them: the other side can send any number."""
        self.other_lines.clear()
        self._watch(Progress(line))


def progress_reader(watch: Callable[[Progress], None]) -> Callable[[str], None]:
    """Return what takes git's lines, one by one, and hands them to `watch` as progress."""
    return _Reader(watch).new_message_handler()
