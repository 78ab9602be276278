"""The words by which a topic of the settings is found."""

import re

from reviewtui.domain.settings.settings import Topic


def terms_pattern(topic: Topic) -> "re.Pattern[str]":
    """Return the pattern by which a topic is found: its words and its title, at the beginning of a word."""
    terms = sorted({term for term in (*topic.terms, topic.title) if term.strip()}, key=len, reverse=True)
    spaced = (re.escape(" ".join(term.split())).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]") for term in terms)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})[^\W_]*", re.IGNORECASE)
