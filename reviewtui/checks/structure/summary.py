"""Sections about a network that do not begin by telling a beginner what the network is."""

import re
from collections.abc import Iterator

from reviewtui.checks.input.check_input import CheckInput
from reviewtui.checks.structure.topic_template import about_social_media
from reviewtui.domain.policy.policy import Section
from reviewtui.domain.review.findings.finding import Finding, finding_id

NAME = "summary"
_NETWORK = re.compile(
    r"\b(?:networks?|networking|messaging|messages|messengers?|chat|chats|photo|photos|pictures? sharing|image sharing"
    r"|video|videos|streaming|podcasts?|forums?|blogs?|blogging|microblogs?|community groups?"
    r"|neighbourhood (?:groups?|pages?)"
    r"|facebook|instagram|linkedin|tiktok|youtube|whatsapp|twitter|nextdoor|mastodon|bluesky|threads|snapchat|reddit"
    r"|telegram|pinterest|discord|flickr|vimeo)\b",
    re.IGNORECASE,
)
_NO_NETWORK = re.compile(
    r"\b(?:consent|protection|rules?|roles?|moderation|records?|use of|captions?|principles?|policy)\b", re.IGNORECASE
)
_SUMMARY = re.compile(
    r"^(?:\d[\d.]*\s*)?(?:what (?:it|this|they|is|are)\b|what's|about (?:this|the) network"
    r"|in (?:short|brief|a nutshell)"
    r"|at a glance|summary|introduction|the basics|basics|for beginners|beginner|new (?:to|here)|never (?:used|seen)"
    r"|if you (?:are|have) (?:new|never)|how it works|explained|in plain (?:words|english)|first steps)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:is|are) (?:an?|the) (?:[\w-]+ ){0,4}?"
    r"(?:network|place|service|site|app|stream|page|library|platform|tool|forum|website)s?\b",
    re.IGNORECASE,
)
_OPENING = 2


def find(material: CheckInput) -> Iterator[Finding]:
    """Yield each section of a social media policy that is named after a network and has no summary for beginners."""
    if not about_social_media(material.policy, material.settings.title):
        return
    for section in material.policy.sections:
        if (
            _NETWORK.search(section.title)
            and not _NO_NETWORK.search(section.title)
            and not _explained(material, section)
        ):
            start, end = _title_span(section)
            message = f"“{section.title}” does not tell a beginner what it is; begin with a part “What it is”"
            yield Finding(finding_id(NAME, section.title), NAME, section.path, start, end, message)


def _explained(material: CheckInput, section: Section) -> bool:
    if any(_SUMMARY.match(heading.title) for heading in section.headings[1:]):
        return True
    first = material.prose(section.path).running_in(section)[:_OPENING]
    return any(_TOLD.search(sentence.plain) for sentence in first)


def _title_span(section: Section) -> tuple[int, int]:
    if section.headings:
        return section.headings[0].start, section.headings[0].end
    return section.start, section.start
