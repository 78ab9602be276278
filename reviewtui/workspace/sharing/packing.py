"""Carries out `pack` and `unpack`: the same sharing by file, for whoever has no server in common."""

import re
from dataclasses import replace
from pathlib import Path

from reviewtui.domain.actions.commands import Pack, Unpack
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.domain.review.sync_state import Additions, Packed, Progress, Shared
from reviewtui.domain.settings.review_home import is_version_tag
from reviewtui.store.git.process.child_process import Watch
from reviewtui.store.git.process.git_error import GitError
from reviewtui.store.git.references import set_references, version_tags
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy import text_history
from reviewtui.store.remote.bundles import Header, read_header, write_bundle
from reviewtui.store.remote.remotes import Remote, choose_remote
from reviewtui.store.remote.transport import Connection
from reviewtui.store.signing.git_signing import commit_signing
from reviewtui.workspace.command.one_time_notice import notice_once, unsigned_commits
from reviewtui.workspace.loading.effective_settings import committed_settings
from reviewtui.workspace.loading.version_names import resolve_version
from reviewtui.workspace.sharing.commit_differences import additions, without_effect_of
from reviewtui.workspace.sharing.merging.incoming_merge import IncomingCommit, Integration, integrate
from reviewtui.workspace.sharing.merging.resolutions import read_resolutions
from reviewtui.workspace.sharing.sync import require_branch
from reviewtui.workspace.sharing.sync_context import OpenSyncContext, SyncContext, organisation_names, pending_count

ENDING = ".bundle"


def pack(repository: Repository, open_context: OpenSyncContext, wanted: Pack) -> Packed:
    """Write what others lack into a new file.

    Raises:
        Refused: the file is there already, or there is no such version.
        MachineFailed: the disk refused.
    """
    branch = require_branch(repository)
    with open_context() as context:
        head = context.head
        base, measured_against = _base(repository, context, wanted, branch)
        file = _target(Path(wanted.file).expanduser(), context)
        pending = pending_count(context.drafts.values())
        names = organisation_names(context.drafts.values())
        by, title = str(context.me), context.draft.settings.title
    tags = _tags(repository, head, base)
    holds = additions(repository, base, head)
    nothing = not tags and holds == Additions()
    size = 0
    if not nothing:
        references = ("HEAD", f"refs/heads/{branch}", *(f"refs/tags/{name}" for name in tags))
        size = write_bundle(repository, file, references, (base,) if base else ())
    return Packed(
        file="" if nothing else str(file),
        title=title,
        branch=branch,
        commit=head,
        by=by,
        at=_date(repository, head),
        holds=holds,
        versions=tags,
        builds_on=(base,) if base else (),
        base=measured_against,
        size=size,
        pending=pending,
        names=names,
    )


def unpack(
    repository: Repository, open_context: OpenSyncContext, wanted: Unpack, watch: Watch
) -> tuple[Packed, Shared]:
    """Take over what a pack holds; return what it is, and what came of it.

    Raises:
        MergeConflicts: both sides changed the same words; nothing was changed.
        Refused: it is no pack, it is damaged, or it builds on commits that are not here.
    """
    require_branch(repository)
    resolutions = read_resolutions(wanted.resolve, wanted.settled)
    path = Path(wanted.file).expanduser().resolve()
    header = read_header(path)
    branch = _require_complete(repository, path, header)
    remote = Remote(path.name, str(path), f"pack:{path.name}", configured=False)
    tip = header.references[f"refs/heads/{branch}"]
    try:
        _fetch(Connection.to(repository, remote, watch), header, branch)
        with open_context() as context:
            watch(Progress("Putting it together …"))
            packed = _described(context, path, header, branch)
            tags = {name: header.references[f"refs/tags/{name}"] for name in header.tags if is_version_tag(name)}
            joined = integrate(context, IncomingCommit(tip, path.name, tags), resolutions)
            drafts = context.drafts
    finally:
        if repository.resolve_ref(remote.tracking(branch)):
            set_references(repository, [(remote.tracking(branch), "")])
    fresh, earlier = without_effect_of(repository, drafts.values(), joined.before, joined.commit)
    names = organisation_names(drafts.values())
    return replace(packed, names=names), Shared(
        source=path.name,
        branch=branch,
        before=joined.before,
        commit=joined.commit,
        received=additions(repository, joined.before, tip) if joined.commit != joined.before else Additions(),
        merged=joined.merged,
        pending=pending_count(drafts.values()),
        without_effect=fresh,
        without_effect_before=earlier,
        tags_received=joined.tags,
        tags_conflicting=_conflicting_tags(repository, header),
        notes=_notes(repository, joined),
        names=names,
    )


def _notes(repository: Repository, joined: Integration) -> tuple[str, ...]:
    why = unsigned_commits(commit_signing(repository)) if joined.merged else ""
    changed = (f"'{path}' was changed by another program meanwhile; it was left as it is." for path in joined.foreign)
    return (*changed, *notice_once(repository, "unsigned-commits", why))


def _base(repository: Repository, context: SyncContext, wanted: Pack, branch: str) -> tuple[str | None, str]:
    """The commit that the others are taken to have, and how that is known; None: they have nothing."""
    if wanted.whole:
        return None, "everything"
    if wanted.since:
        version = resolve_version(repository, context.draft.releases, wanted.since, context.head)
        return version.commit, f"since {wanted.since}"
    try:
        remote, theirs = choose_remote(repository, "", branch)
    except Refused:
        return None, "everything"
    known = repository.resolve_ref(remote.tracking(theirs))
    return known, f"what {remote.name} lacks" if known else "everything"


def _target(asked: Path, context: SyncContext) -> Path:
    if asked.is_dir():
        words = (context.draft.settings.title or "policy", context.me.name, f"{context.environment.now():%Y-%m-%d}")
        stem = "-".join(re.sub(r"[^\w]+", "-", word.casefold()).strip("-") for word in words)
        names = (stem, *(f"{stem}-{number}" for number in range(2, 1000)))
        return next(path for name in names if not (path := asked / f"{name}{ENDING}").exists()).absolute()
    if asked.exists() or asked.is_symlink():
        raise Refused(f"'{asked}' exists already; name another file, or a folder to have it named for you.")
    if not asked.parent.is_dir():
        raise Refused(f"There is no folder '{asked.parent}'.")
    return asked.absolute()


def _tags(repository: Repository, head: str, base: str | None) -> tuple[str, ...]:
    known = version_tags(repository, merged_into=base) if base else {}
    return tuple(name for name in version_tags(repository, merged_into=head) if name not in known)


def _require_complete(repository: Repository, path: Path, header: Header) -> str:
    branch = header.branch
    if branch is None:
        raise Refused(f"'{path.name}' holds no branch, so there is nothing to take over.")
    missing = [commit for commit in header.needs if repository.resolve_ref(commit) is None]
    if missing:
        named = ", ".join(commit[:10] for commit in missing[:3])
        raise Refused(
            f"'{path.name}' builds on {counted(len(missing), 'commit')} not here ({named}); "
            "ask for an earlier pack first, or for one with everything: reviewtui pack --all FILE. Nothing was changed."
        )
    return branch


def _fetch(connection: Connection, header: Header, branch: str) -> None:
    tags = [f"refs/tags/{name}" for name in header.tags if is_version_tag(name)]
    try:
        connection.get([f"+refs/heads/{branch}:{connection.remote.tracking(branch)}", *tags])
    except GitError:
        raise  # the disk is at fault, and not the pack
    except MachineFailed as error:
        raise Refused(
            f"'{connection.remote.name}' is damaged or not whole ({error.__cause__ or error}); have it sent again. "
            "Nothing was changed."
        ) from error


def _described(context: SyncContext, path: Path, header: Header, branch: str) -> Packed:
    repository = context.repository
    tip = header.references[f"refs/heads/{branch}"]
    settings = committed_settings(repository, tip)
    holds = additions(repository, header.needs[0] if header.needs else None, tip)
    return Packed(
        file=str(path),
        title=settings.title if settings else "",
        branch=branch,
        commit=tip,
        by=next(iter(additions(repository, context.head, tip).people or holds.people), ""),
        at=_date(repository, tip),
        holds=holds,
        versions=tuple(header.tags),
        builds_on=header.needs,
        size=path.stat().st_size,
    )


def _date(repository: Repository, commit: str) -> str:
    moment = text_history.commit_date(repository, commit)
    return f"{moment:%Y-%m-%d}" if moment else ""


def _conflicting_tags(repository: Repository, header: Header) -> tuple[str, ...]:
    return tuple(
        name
        for name, target in header.tags.items()
        if is_version_tag(name)
        and (mine := repository.resolve_ref(f"refs/tags/{name}")) is not None
        and mine != repository.resolve_ref(target)
    )
