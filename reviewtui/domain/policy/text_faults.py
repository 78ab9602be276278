"""What is odd about the files of a policy, so that some readers cannot have them as they are."""

import re
import shlex
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from reviewtui.domain.policy.policy import Policy

_RESERVED = re.compile("(?:con|prn|aux|nul|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?:\\.|\\Z)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')


def text_faults(policy: Policy) -> Iterator[tuple[str, str]]:
    """Yield each file with what is odd about it."""
    for path in policy.gone:
        way = f"git restore {shlex.quote(path)} brings it back, a commit takes it out"
        yield path, f"its file was deleted here, which is not committed, and its section is not shown; {way}"
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for path, text in sorted(policy.texts.items()):
        alike[unicodedata.normalize("NFC", path).casefold()].append(path)
        if text.lossy:
            yield path, "it is not valid UTF-8, so that nobody can mark a passage in it; save it as UTF-8"
        if any(_is_refused_by_windows(part) for part in path.split("/")):
            yield path, "no Windows computer can check out a file of this name; give it another one"
    for paths in alike.values():
        for path in paths[1:]:
            yield path, f"Windows and macOS cannot tell its name from that of '{paths[0]}'; give it another one"


def _is_refused_by_windows(name: str) -> bool:
    return bool(_RESERVED.match(name) or _FORBIDDEN.search(name)) or name.endswith((".", " "))
