"""The topics that a council's social media policy usually has, for reviews whose settings name none."""

import re

from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.settings.settings import Settings, Topic

_SOCIAL = re.compile(r"\bsocial media\b", re.IGNORECASE)
_ENOUGH = 2
"""So often a policy has to say "social media" whose titles say it too."""
_OFTEN = 4
"""The same where no title says it: a handbook that mentions social media is not about it."""
_EVERY = 150
"""In so many words it has to be said once there."""

_USUAL = {
    ("pre-election", "Pre-election period"): (
        "pre-election", "purdah", "election period", "before an election", "before elections",
        "run-up to an election", "election time", "elections",
    ),
    ("accessibility", "Accessibility"): (
        "accessib", "screen reader", "alt text", "alternative text", "text description", "captions",
        "subtitles",
    ),
    ("data-protection", "Data protection"): (
        "data protection", "personal data", "personal information", "personal details", "gdpr", "privacy",
    ),
    ("records", "Records and freedom of information"): (
        "freedom of information", "retention", "records",
    ),
    ("moderation", "Moderation"): (
        "moderat", "house rules", "community guidelines", "delete a comment", "remove a comment",
        "hide a comment", "comments that", "block",
    ),
    ("security", "Security of accounts"): (
        "password", "two-step", "two-factor", "multi-factor", "hacked",
    ),
    ("personal-use", "Personal use"): (
        "personal account", "personal use", "own account", "private account", "own time",
        "personal social media", "private life",
    ),
    ("approval", "Opening and approving accounts"): (
        "new account", "open an account", "account request", "set up an account", "approve",
        "permission to post", "may post", "can post",
    ),
    ("roles", "Roles and responsibilities"): (
        "responsib", "account owner", "who does what", "who decides", "roles",
    ),
    ("complaints", "Complaints"): (
        "complain",
    ),
    ("emergencies", "Emergencies"): (
        "emergenc", "out of hours", "out-of-hours", "crisis", "major incident",
    ),
    ("pictures", "Copyright and pictures of people"): (
        "copyright", "consent", "permission", "licen",
    ),
    ("wellbeing", "Safety and wellbeing"): (
        "wellbeing", "well-being", "abuse", "harass", "threat",
    ),
}  # fmt: skip
TEMPLATE = tuple(Topic(name, title, terms, required=True) for (name, title), terms in _USUAL.items())


def topics_of(settings: Settings, policy: Policy) -> tuple[Topic, ...]:
    """Return the required topics: those of the settings or, for a policy on social media, the usual ones."""
    if settings.topics:
        return tuple(topic for topic in settings.topics if topic.required)
    return TEMPLATE if about_social_media(policy, settings.title) else ()


def about_social_media(policy: Policy, title: str = "") -> bool:
    """Say whether a policy is one about social media: its title says so, or it says it over and over."""
    if _SOCIAL.search(title) or any(_SOCIAL.search(section.title) for section in policy.sections[:1]):
        return _count(policy) >= _ENOUGH
    words = sum(text.text.count(" ") for text in policy.texts.values())
    return _count(policy) >= max(_OFTEN, words // _EVERY)


def _count(policy: Policy) -> int:
    return sum(len(_SOCIAL.findall(text.text)) for text in policy.texts.values())
