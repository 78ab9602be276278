"""Paths as they can be written into a file: the bytes of a name that are no UTF-8 are shown, and found again."""

from reviewtui.domain.policy.policy import Policy
from reviewtui.text.words.visible import visible_line


def sent_path(path: str) -> str:
    """Return a path or name as a file that is sent out can hold it; nearly every one is as it was."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return visible_line(path)
    return path


def own_path(policy: Policy, sent: str) -> str:
    """Return the path of the policy's text that was sent out as `sent`, else that itself."""
    if sent in policy.texts:
        return sent
    return next((path for path in policy.texts if sent_path(path) == sent), sent)
