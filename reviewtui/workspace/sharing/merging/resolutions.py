"""What a person chose where both sides changed the same: read from the command, and from the files that it names."""

import re
from collections.abc import Sequence
from pathlib import Path

from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.sync_state import ConflictPlace, Resolution, Resolutions
from reviewtui.store.files.given_file import read_given
from reviewtui.store.policy.policy_files import MAX_SECTION_BYTES

SIDES = ("ours", "theirs")
_MARKS = re.compile(rb"^(?:<{7}|>{7}|\|{7}) ", re.MULTILINE)


def read_resolutions(
    resolve: Sequence[tuple[str, str]], settled: Sequence[tuple[ConflictPlace, str]] = ()
) -> Resolutions:
    """Return the choices that `--resolve SECTION=ours|theirs|FILE` made, and what is `settled` place by place.

    Raises:
        Refused: one is said twice, or names a file that cannot be taken.
    """
    made: dict[str, Resolution] = {}
    for section, value in resolve:
        if section in made:
            raise Refused(f"--resolve names '{section}' twice; say it once.")
        made[section] = Resolution(value) if value in SIDES else Resolution("", _content(value))
    return Resolutions(made, dict(settled))


def _content(name: str) -> bytes:
    try:
        content = read_given(Path(name), MAX_SECTION_BYTES)
    except Refused as error:
        raise Refused(f"'{name}' is neither ours nor theirs, and as a file it cannot be taken: {error}") from error
    if _MARKS.search(content):
        raise Refused(f"'{name}' still holds the marks of a merge (<<<<<<<, >>>>>>>); settle them first.")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(f"'{name}' is not valid UTF-8; save it as UTF-8 first.") from error
    return content
