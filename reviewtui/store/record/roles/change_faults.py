"""Why a change of the settings does not count, in a sentence, and what can be done about it."""

from reviewtui.domain.record.record import Problem
from reviewtui.store.record.commit_graph import CommitInfo

Fault = tuple[str, str]
"""A reason and a repair, in which SETTINGS stands for the path of the settings."""
_AGAIN = "an author sets it right: git show, edit SETTINGS, commit"
UNAUTHORISED = (
    "it was changed by someone who is not an author; the settings before it stay in force",
    _AGAIN,
)
FOUNDED_AGAIN = (
    "a history of its own with settings of its own was merged in; they do not count",
    "find out who merged it: git log --graph; take the merge back if nobody meant it",
)
STAYS_TAKEN = (
    "a merge took settings that did not know of a role or key that had been taken away; that stays taken",
    _AGAIN,
)
UNPROVED = (
    "it changes who may do what and is not signed with a key of an author, as the settings ask; it does not count",
    "an author changes it in a signed commit: reviewtui signer add, or git commit -S with an SSH key",
)
LATE = (
    "whoever made it had lost their role meanwhile, and neither change knew of the other; it does not count",
    "an author who is one still makes it anew, if it is meant",
)
DISPUTED = (
    "two authors took each other's role, neither knowing of it; neither change counts until another author makes one",
    (
        "agree by telephone; an author who has no part in it writes and commits the settings as they are to be. Where "
        "there is none, what takes nobody's role counts of what they change: name a third author in SETTINGS"
    ),
)
UNREADABLE = (
    "whether its commit is signed by an author cannot be checked on this machine, so it does not count here",
    "install OpenSSH (ssh-keygen)",
)


def settings_problem(info: CommitInfo, path: str, fault: Fault) -> Problem:
    """Return that a commit changed the settings at `path` in vain, or in part."""
    reason, repair = fault
    return Problem("settings", path, reason, info.commit, str(info.author), repair.replace("SETTINGS", path))
