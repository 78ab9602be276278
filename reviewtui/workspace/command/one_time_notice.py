"""What a person has to know of a clone, and is told of it once alone."""

from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.files import durable
from reviewtui.store.git.repository import Repository
from reviewtui.store.signing.git_signing import GitSigning


def notice_once(repository: Repository, name: str, sentence: str) -> tuple[str, ...]:
    """Return `sentence`, or nothing where it is empty or this clone has told what is kept under `name` before."""
    marker = repository.review_state_dir / name
    if not sentence or durable.read_regular(marker, 1) is not None:
        return ()
    try:
        durable.replace(marker, b"", mode=0o600)
    except MachineFailed:
        return (sentence,)  # a disk that keeps nothing has it told again
    return (sentence,)


def unsigned_commits(signing: GitSigning) -> str:
    """Return why commits are not signed here though git is set up to sign them; empty where all is as it should be."""
    why = signing.why
    return f"Commits are not signed here, though git is set up to sign them: {why}. This is told once." if why else ""
