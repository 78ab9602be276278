"""The settings file in a merge: always key by key, also where lines could be merged without regard to keys."""

from dataclasses import dataclass
from typing import Any

from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.sync_state import SETTINGS, MergeConflict, Resolutions
from reviewtui.domain.settings.review_home import ReviewHome
from reviewtui.domain.settings.settings import Settings
from reviewtui.domain.settings.settings_merge import merge_settings
from reviewtui.store.git.objects import read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.trees import Merge
from reviewtui.store.policy import text_history as changes
from reviewtui.store.record import settings_file
from reviewtui.store.record.event_codec import UnreadableEvent, parse_toml
from reviewtui.store.record.record_history import settings_in_force


def settings_names(home: ReviewHome) -> tuple[str, ...]:
    """Return what the settings of a review are called where one settles them; by the first name they are asked for."""
    if home.name:
        return (f"{home.name}/{SETTINGS}", f"{home.name}/settings.toml", home.settings)
    return (SETTINGS, "settings.toml", home.settings)


@dataclass(frozen=True, slots=True)
class MergedFile:
    """The bytes of the merged file, or what is left for a person; `chosen` says that a person settled it."""

    content: bytes
    conflicts: tuple[MergeConflict, ...] = ()
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class SettingsMerge:
    """The settings of three commits (base, ours, theirs), and how git merged their lines."""

    repository: Repository
    sides: tuple[str, str, str]
    merge: Merge
    resolutions: Resolutions

    def settled(self) -> MergedFile | None:
        """Return the merged file; None where only one side changed it.

        Raises:
            Refused: what a person chose is not understood as settings.

        """
        places = [(side, self.repository.home.settings) for side in (*self.sides, self.merge.tree)]
        base, ours, theirs, merged = changes.blobs_at(self.repository, places)
        open_ = any(unmerged.path == self.repository.home.settings for unmerged in self.merge.unmerged)
        if ours is None or theirs is None or (not open_ and merged in {ours, theirs}):
            return None
        wanted = [blob for blob in (base, ours, theirs, merged) if blob is not None]
        contents = read_blobs(self.repository.git, wanted, settings_file.MAX_BYTES)
        held = [contents.get(blob or "", b"") for blob in (base, ours, theirs)]
        lines = contents.get(merged or "", b"") if not open_ else b""
        return self._merged(held, lines)

    def _merged(self, held: list[bytes], lines: bytes) -> MergedFile:
        home = self.repository.home
        chosen = self.resolutions.of(*settings_names(home))
        if chosen is not None and not chosen.side:
            settings_file.decode_settings(chosen.text)
            return MergedFile(chosen.text, chosen=True)
        tables = [
            _in_force(content, settings)
            for content, settings in zip(held, settings_in_force(self.repository, self.sides), strict=True)
        ]
        if tables[1] is None or tables[2] is None:
            base, ours, theirs = (content.decode("utf-8", "replace") for content in held)
            if chosen is None:
                whole = MergeConflict(
                    settings_names(home)[0], self.repository.home.settings, base, ours, theirs, what="the whole file"
                )
                return MergedFile(b"", (whole,))
            return MergedFile(held[1] if chosen.side == "ours" else held[2], chosen=True)
        prefers = chosen is not None and chosen.side == "theirs"
        outcome = merge_settings(tables[0] or {}, tables[1], tables[2], prefer_theirs=prefers)
        if outcome.conflicts and chosen is None:
            conflicts = (
                MergeConflict(
                    settings_names(home)[0],
                    home.settings,
                    conflict.base,
                    conflict.ours,
                    conflict.theirs,
                    what=conflict.key,
                )
                for conflict in outcome.conflicts
            )
            return MergedFile(b"", tuple(conflicts))
        # Lines keep the remarks that a person wrote into the file; they will do where they say the same.
        same = lines and _table(lines) == outcome.table
        return MergedFile(lines if same else settings_file.encode_table(outcome.table), chosen=chosen is not None)


def _in_force(content: bytes, settings: Settings | None) -> dict[str, Any] | None:
    """The settings of one side as a table: those in force, so that a merge lets nothing count that did not."""
    held = _table(content)
    if held is None or settings is None or settings_file.decode_settings(content) == settings:
        return held
    return _table(settings_file.encode_settings(settings))


def _table(content: bytes) -> dict[str, Any] | None:
    try:
        settings_file.decode_settings(content)
        return parse_toml(content, settings_file.MAX_BYTES)
    except (Refused, UnreadableEvent):
        return None
