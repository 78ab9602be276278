"""Whether the words that decisions put into the text are still there."""

from collections.abc import Mapping

from reviewtui.domain.document import Policy
from reviewtui.domain.events import Edit
from reviewtui.domain.review import Review
from reviewtui.domain.settings import Settings
from reviewtui.store import changes
from reviewtui.store.repository import Repository

NOT_IN_TEXT = frozenset({"not-in-text"})


def text_flags(
    repository: Repository, review: Review, policy: Policy, head: tuple[str, Settings | None]
) -> Mapping[str, frozenset[str]]:
    """Return the flag `not-in-text` for applied decisions whose words went without an author having changed them.

    `head` is the commit of HEAD with the settings in force there.
    """
    commit, roles = head
    applied = {t.id: t for t in review.threads.values() if t.decision is not None and t.decision.edit is not None}
    if not applied:
        return {}
    texts = {path: _squeezed(text.text) for path, text in policy.texts.items()}
    flags: dict[str, frozenset[str]] = {}
    for thread in applied.values():
        if thread.decision is None or thread.decision.edit is None or thread.decision_commit is None:
            continue
        if _holds(texts, thread.decision.edit):
            continue
        since = changes.authors_since(repository, thread.decision_commit, commit, thread.decision.edit.path)
        if not any(roles is not None and roles.is_author(person) for person in since):
            flags[thread.id] = NOT_IN_TEXT
    return flags


def _holds(texts: Mapping[str, str], edit: Edit) -> bool:
    """Whether the new words stand in the text, or, after a deletion, the old ones no longer do."""
    after = _squeezed(edit.after)
    if after:
        return any(after in text for text in texts.values())
    return _squeezed(edit.before) not in texts.get(edit.path, "")


def _squeezed(text: str) -> str:
    return " ".join(text.split())
