"""Changes of the settings as commits: signed with an author's key, where the settings ask for signatures."""

from reviewtui.domain.readiness.gates.gate_registry import GATES
from reviewtui.domain.record.signing_key import bare, key_of
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.settings import Settings
from reviewtui.domain.settings.settings_faults import settings_faults
from reviewtui.store.record import settings_file
from reviewtui.store.signing import ssh_signature
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.saving import commit_changes, new_file
from reviewtui.workspace.loading.effective_settings import settings_to_change

_PROBE = b"Which key signs here?"


def changeable_settings(context: CommandContext) -> Settings:
    """Return the settings in force, for an author who is about to change them.

    Raises:
        Refused: I am no author, git is in the middle of something, or the file has edits that would be lost.
    """
    context.actor().require_author("changes the settings")
    context.repository.require_quiet()
    return settings_to_change(context.repository, context.draft)


def commit_settings(context: CommandContext, before: Settings, after: Settings, message: str) -> str:
    """Commit the settings `after` in the place of those `before`, and return the commit.

    Raises:
        Refused: they make no sense, or have to be signed, which cannot be done here.
    """
    worse = set(settings_faults(after, GATES)) - set(settings_faults(before, GATES))
    if worse:
        raise Refused(f"That makes no sense: {min(worse)}. Nothing was changed.")
    key = _key(context, before)
    content = settings_file.encode_settings(after)
    change = new_file(context.repository, context.repository.home.settings, content)
    commit = commit_changes(context, [change], message, key=key)
    if context.loader.committed_state_at(commit).roles != settings_file.decode_settings(content):
        context.notices.append(
            "This change is committed and does not count: 'reviewtui verify' says why, and what to do."
        )
    return commit


def _key(context: CommandContext, before: Settings) -> str:
    """The SSH key that signs a change under these settings; empty where none is asked for, or no author has one."""
    keys = {bare(key) for person in before.author_people() for key in before.keys_of(person)}
    if not before.requires_signature or not keys:
        return ""
    if key_of(ssh_signature.sign(context.repository, _PROBE)) not in keys:
        raise Refused(
            "The settings ask for signatures, so a change of who may do what is signed with a key of an author, and "
            "the one that git's configuration names here (user.signingkey) is none of those in [[signers]]."
        )
    return context.repository.configuration.values().get("user.signingkey", "")
