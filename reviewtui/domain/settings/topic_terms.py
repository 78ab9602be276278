"""The words by which a topic is found, in their own forms only: "care" is not "carer" and not "careers"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewtui.domain.settings.settings import Topic
from reviewtui.text.words.spacing import single_spaced
from reviewtui.text.words.terms import stem


class TopicTerms:
    """The terms and the title of a topic, in a text as they are written there."""

    def __init__(self, topic: Topic) -> None:
        terms = sorted({term for term in (*topic.terms, topic.title) if term.strip()}, key=len, reverse=True)
        spaced = (re.escape(single_spaced(term)).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]") for term in terms)
        # Without a term there is nothing to find, and an empty pattern would find it everywhere.
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(spaced) or '(?!)'})[^\W_]*", re.IGNORECASE)
        self._ends = frozenset(_last_stem(term) for term in terms)

    def matches(self, text: str) -> Iterator["re.Match[str]"]:
        """Yield where a term stands in `text`, in whichever of its forms."""
        return (match for match in self._pattern.finditer(text) if _last_stem(match[0]) in self._ends)

    def stand_in(self, text: str) -> bool:
        """Say whether one of them stands in `text`."""
        return any(True for _ in self.matches(text))


def _last_stem(term: str) -> str:
    return stem(re.split(r"[\s-]", term.strip())[-1])


@lru_cache(maxsize=256)
def terms_of_topic(topic: Topic) -> TopicTerms:
    """Return the terms of a topic."""
    return TopicTerms(topic)
