"""Carries out what changes the settings: beginning a review, naming organisations."""

import re

import msgspec

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import AddOrganisation, BeginReview
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.versions import DRAFT, Version
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.review_home import FIRST, ReviewHome, name_for, require_beside
from reviewtui.domain.settings.settings import ORGANISATION_ID, SPEAKS_FOR_NOBODY, UNAFFILIATED, Organisation, Settings
from reviewtui.store.git.references import release_tags
from reviewtui.store.policy.policy_files import markdown_folders
from reviewtui.store.record import settings_file
from reviewtui.store.record.event_codec import encode_event
from reviewtui.store.record.event_paths import event_path
from reviewtui.store.record.review_homes import reviews_here
from reviewtui.store.remote.remotes import remote_at
from reviewtui.workspace.command.changing_settings import changeable_settings, commit_settings
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import ATTRIBUTES, commit_changes, new_file
from reviewtui.workspace.loading.effective_settings import require_none
from reviewtui.workspace.release.releasing import MOST_CLAIMED, claim_of


def begin_review(context: CommandContext, command: BeginReview) -> Outcome:
    """Commit the settings of a new review; I am its author."""
    folder = _folder(context, command.folder)
    home = _new_home(context, folder if command.folder else "")
    repository = context.repository.at(home)
    repository.require_quiet()
    settings = Settings(policy_id=context.environment.new_id(), folder=folder, authors=(str(context.me),))
    policy = context.loader.policy_of(Version(DRAFT, context.draft.version.commit), settings)
    title = command.title.strip() or (policy.sections[0].title if policy.sections else folder)
    settings = msgspec.structs.replace(settings, title=title[:300])
    changes = [
        new_file(repository, home.settings, settings_file.encode_settings(settings)),
        new_file(repository, home.attributes, ATTRIBUTES),
    ]
    actor = Actor(context.me, settings, context.environment.now(), context.environment.new_id)
    tags = release_tags(repository)[:MOST_CLAIMED]
    claims = [claim_of(repository, actor, tag, folder) for tag in tags]
    changes += [new_file(repository, event_path(home, event, ""), encode_event(event)) for event in claims]
    commit = commit_changes(context, changes, f"Begin the review of “{title}”\n")
    claimed = f" {counted(len(claims), 'version tag')} made before are its releases." if claims else ""
    named = f" Its name is {home.name}, its releases are tagged {home.tag('1.0')} and so on." if home.name else ""
    message = (
        f"Began the review of “{title}” ({counted(len(policy.sections), 'section')} in {folder}); you are its author."
    )
    return Outcome(f"{message}{named}{claimed}", path=home.settings, commit=commit)


def _new_home(context: CommandContext, folder: str) -> ReviewHome:
    """Where the review of the policy in `folder` is to lie: the first place of a repository, or one of its own name."""
    reviews = [review for review in reviews_here(context.repository) if review.folder]
    same = [review.home for review in reviews if review.folder == folder or not folder]
    if same or not reviews:
        home = same[0] if same else FIRST
        require_none(context.repository.at(home), context.draft)
        return home
    require_beside(reviews, folder)
    taken = {word for review in reviews for word in (review.home.name, review.called, review.folder.rpartition("/")[2])}
    return ReviewHome(name_for(folder, frozenset(taken)))


def add_organisation(context: CommandContext, command: AddOrganisation) -> Outcome:
    """Commit the settings with one organisation more, or with more said about one."""
    if re.match(ORGANISATION_ID, command.identifier) is None or command.identifier == UNAFFILIATED:
        raise Refused(
            f"'{command.identifier}' is no id: use lower-case letters, digits and hyphens, as in 'northvale'."
        )
    settings = changeable_settings(context)
    known = settings.organisations.get(command.identifier, Organisation(name=command.name))
    if command.remote:
        remote_at(command.remote)  # refuses what is no address
    merged = Organisation(
        name=command.name or known.name,
        addresses=_joined(known.addresses, command.addresses),
        domains=_joined(known.domains, command.domains),
        consolidators=_joined(known.consolidators, command.consolidators),
        asked=known.asked if command.asked is None else command.asked,
        remote=command.remote or known.remote,
    )
    changed = msgspec.structs.replace(settings, organisations=settings.organisations | {command.identifier: merged})
    if changed == settings:
        return Outcome(f"{merged.name} is there already, just like this.")
    commit = commit_settings(context, settings, changed, f"Name {merged.name} as a partner in the review\n")
    path, warnings = context.repository.home.settings, (SPEAKS_FOR_NOBODY,) if merged.is_unreachable else ()
    done = "Changed" if command.identifier in settings.organisations else "Added"
    return Outcome(f"{done} {merged.name} ({command.identifier}).", path=path, commit=commit, warnings=warnings)


def _joined(first: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *(entry.strip() for entry in more if entry.strip()))))


def _folder(context: CommandContext, asked: str) -> str:
    if not asked:
        return context.draft.policy.folder
    folder = asked.strip().replace("\\", "/").strip("/") or "."
    counts = markdown_folders(context.repository, context.draft.version.commit)
    parts = [part for part in folder.split("/") if part not in {"", "."}]
    fault = settings_file.folder_fault(asked.strip())
    if fault:
        raise Refused(f"'{asked}' {fault}.")
    below = [name for name in counts if name == folder or name.startswith(f"{folder}/") or folder == "."]
    if not below and not (context.repository.work_tree / folder).is_dir():
        known = ", ".join(sorted(counts)[:8]) or "none"
        raise Refused(f"There is no Markdown in '{asked}'. Folders with Markdown: {known}.")
    return "/".join(parts) or "."
