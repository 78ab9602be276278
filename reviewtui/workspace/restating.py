"""How a policy's sections read when their companions were last in step with them."""

from collections.abc import Sequence

from reviewtui.checks.material import Restated
from reviewtui.domain.companions import Restatement, restatements, vouched
from reviewtui.domain.draft import Draft
from reviewtui.domain.review_events import CompanionChecked
from reviewtui.store.changes import blobs_at
from reviewtui.store.file_history import file_versions, texts_of
from reviewtui.store.repository import Repository


def restated_texts(repository: Repository, draft: Draft) -> tuple[Restated, ...]:
    """Return each passage that restates a section with that section's text as both were last in step.

    They were in step when the author said so of a text that held these words, else when the words were written. A
    passage that nobody has committed yet is being written now, so it is in step with what stands there now.
    """
    passages = restatements(draft.policy, draft.rules)
    events = draft.review.counting(CompanionChecked)
    found = []
    histories: dict[str, tuple[tuple[str, str], ...]] = {}
    for one in passages:
        if one.path not in histories:
            histories[one.path] = file_versions(repository, draft.version.commit, one.path)
        before = _said(repository, one, draft, events) or _written(repository, one, draft, histories[one.path])
        if before is not None:
            found.append(Restated(one, before))
    return tuple(found)


def _said(repository: Repository, one: Restatement, draft: Draft, events: Sequence[CompanionChecked]) -> str | None:
    pairs = vouched(one, events)
    texts = texts_of(repository, tuple(blob for pair in pairs for blob in pair))
    words = _words(one, draft)
    return next(
        (texts.get(source) for companion, source in pairs if words in _squeezed(texts.get(companion, ""))), None
    )


def _written(repository: Repository, one: Restatement, draft: Draft, history: Sequence[tuple[str, str]]) -> str | None:
    """The section's text in the commit that put the companion's words where they are."""
    texts = texts_of(repository, tuple(blob for _, blob in history))
    words = _words(one, draft)
    commit = ""
    for version, blob in history:
        if words not in _squeezed(texts.get(blob, "")):
            break
        commit = version
    source = blobs_at(repository, [(commit, one.source)])[0] if commit else None
    return texts_of(repository, (source,)).get(source) if source else None


def _words(one: Restatement, draft: Draft) -> str:
    return _squeezed(draft.policy.texts[one.path].text[one.start : one.end])


def _squeezed(text: str) -> str:
    return " ".join(text.split())
