"""Which section is meant by words that somebody heard: its title as it is spoken, or a part of it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from reviewtui.domain.policy.passage import find_section
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.refusal import Refused

_MOST = 12


def section_named(policy: Policy, words: str) -> int:
    """Return the number, from 0, of the only section with that title, that file, or that part of a title.

    Raises:
        Refused: there is none, or there are several; the sentence names them by number and title.

    """
    wanted = _heard(words)
    titles = [_heard(section.title) for section in policy.sections]
    by_title = [number for number, title in enumerate(titles) if wanted and title == wanted]
    by_part = [number for number, title in enumerate(titles) if wanted and f" {wanted}" in f" {title}"]
    for numbers in (by_title, [] if by_title else list(_by_file(policy, words)), by_part):
        if len(numbers) == 1:
            return numbers[0]
        if numbers:
            listed = _listed(policy, numbers)
            raise Refused(f"'{words}' can be {len(numbers)} sections: {listed}. Type go and the number of one.")
    listed = _listed(policy, range(len(policy.sections)))
    raise Refused(f"There is no section '{words}'. The sections are {listed}.")


def _by_file(policy: Policy, words: str) -> Iterator[int]:
    try:
        yield policy.sections.index(find_section(policy, words))
    except Refused:
        return


def _listed(policy: Policy, numbers: Sequence[int]) -> str:
    named = ", ".join(f"{number + 1}: {policy.sections[number].title}" for number in numbers[:_MOST])
    return f"{named} and {len(numbers) - _MOST} more; sections lists them" if len(numbers) > _MOST else named


def _heard(words: str) -> str:
    """Return words without the signs that nobody speaks, and without their case."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", words).casefold()))
