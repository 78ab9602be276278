"""Which version a draft can be released as."""

from reviewtui.domain.policy.versions import Version, version_key
from reviewtui.domain.reasons import is_reason
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft


def require_unreleased(draft: Draft, version: str) -> None:
    """Refuse what is no version number, and what is released already."""
    key = version_key(version)
    if key is None:
        raise Refused(f"'{version}' is no version number; write it like 1.0 or 1.0.1.")
    if any(version_key(event.version) == key for event, _ in draft.review.releases()):
        raise Refused(f"{version} is released already.")


def require_override(reason: str) -> None:
    """Refuse words that do not say why a version is released although gates do not pass.

    Raises:
        Refused: they are a mark or a name, as a dismissal of a finding refuses them too.
    """
    if not is_reason(reason):
        raise Refused(
            f"\u201c{reason}\u201d is no reason to release all the same: say in a sentence why it cannot wait, "
            "for example: \u201cThe date is fixed by law.\u201d"
        )


def behind_newest(draft: Draft, version: str) -> str:
    """Say which release a version comes before, which then stays the newest one; empty where it comes after all."""
    key = version_key(version)
    versions = [event.version for event, _ in draft.review.releases()]
    later = [(other, name) for name in versions if key is not None and (other := version_key(name)) and other > key]
    return f"{version} comes before {max(later)[1]}, which is released already and stays the newest." if later else ""


def tag_in_the_way(draft: Draft, version: str) -> Version | None:
    """Return the tag of this version that no author released."""
    key = version_key(version)
    return next((other for other in draft.releases if version_key(other.name) == key), None)
