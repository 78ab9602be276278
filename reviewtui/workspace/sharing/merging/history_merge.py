"""Two histories merged into one tree; what both changed in the same words stays for a person, or is as they chose."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from reviewtui.domain.policy.policy import Text, build_policy
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.history_commit import PolicyCommit
from reviewtui.domain.review.sync_state import SETTINGS, WHOLE_FILE, MergeConflict, MergeConflicts, Resolutions
from reviewtui.domain.settings.review_home import ReviewHome, home_of
from reviewtui.domain.settings.settings import Settings
from reviewtui.domain.settings.settings_merge import KeyConflict, merge_settings
from reviewtui.store.git.new_objects import NewObjects
from reviewtui.store.git.objects import read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.tree_walk import REGULAR
from reviewtui.store.git.trees import Merge, Unmerged, merge_trees, tree_with
from reviewtui.store.policy import text_history
from reviewtui.store.policy.policy_files import MAX_SECTION_BYTES, is_section
from reviewtui.store.record import settings_file
from reviewtui.store.record.event_codec import UnreadableEvent, parse_toml
from reviewtui.store.record.event_paths import is_event_path
from reviewtui.store.record.record_history import settings_in_force
from reviewtui.store.record.review_homes import homes_in
from reviewtui.text.merge.three_way import MergedPart, TextConflict, merge_texts

_AROUND = 400
"""Characters before and behind a passage in conflict that are told with it."""


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
        base, ours, theirs, merged = text_history.blobs_at(self.repository, places)
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
                    settings_names(home)[0], self.repository.home.settings, base, ours, theirs, what=WHOLE_FILE
                )
                return MergedFile(b"", (whole,))
            return MergedFile(held[1] if chosen.side == "ours" else held[2], chosen=True)
        sides = {each: self._side(each) for each in merge_settings(tables[0] or {}, tables[1], tables[2]).conflicts}
        left = tuple(self._in_conflict(each) for each, side in sides.items() if not side)
        if left:
            return MergedFile(b"", left)
        outcome = merge_settings(tables[0] or {}, tables[1], tables[2], lambda each: sides[each] == "theirs")
        # Lines keep the remarks that a person wrote into the file; they will do where they say the same.
        same = lines and _table(lines) == outcome.table
        return MergedFile(lines if same else settings_file.encode_table(outcome.table), chosen=chosen is not None)

    def _in_conflict(self, conflict: KeyConflict) -> MergeConflict:
        home = self.repository.home
        sides = conflict.base, conflict.ours, conflict.theirs
        return MergeConflict(settings_names(home)[0], home.settings, *sides, what=conflict.key)

    def _side(self, conflict: KeyConflict) -> str:
        """Return the side that was chosen for a key, or for the settings as a whole; empty where none was."""
        words = self.resolutions.words.get(self._in_conflict(conflict).place)
        if words is not None:
            return "theirs" if words == conflict.theirs else "ours"
        chosen = self.resolutions.of(*settings_names(self.repository.home))
        return chosen.side if chosen is not None else ""


@dataclass
class Merging:
    """One merge: `sides` are the commit from which both come, ours and theirs; `draft` reads the one at hand.

    What is made waits among the `new` objects.
    """

    new: NewObjects
    sides: tuple[str, str, str]
    draft: Callable[[], Draft]
    resolutions: Resolutions
    conflicts: list[MergeConflict] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    alike: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """How many passages there were so far, by section, our words and theirs."""

    def tree(self) -> str:
        """Return the merged tree.

        Raises:
            MergeConflicts: a person has to settle something; nothing was changed.
            Refused: it cannot be merged here.
        """
        base, head, theirs = self.sides
        merge = merge_trees(self.new, head, theirs)
        homes = () if merge.disjoint else homes_in(self.repository, self.sides)
        settings_files = {home.settings for home in homes}
        open_paths = [unmerged for unmerged in merge.unmerged if unmerged.path not in settings_files]
        rows = [(self._entry(unmerged), unmerged.path) for unmerged in open_paths]
        for home in homes:
            settings = SettingsMerge(self.repository.at(home), (base, head, theirs), merge, self.resolutions).settled()
            rows += self._settings_row(home, settings) if settings is not None else []
        self.resolutions.require_known(self.conflicts, self.used)
        if self.conflicts:
            raise MergeConflicts(_sentence(self.conflicts), self.conflicts)
        return tree_with(self.new, merge.tree, rows) if rows else merge.tree

    @property
    def repository(self) -> Repository:
        """The repository in which it is made."""
        return self.new.repository

    def _settings_row(self, home: ReviewHome, merged: MergedFile) -> list[tuple[str, str]]:
        me = self.draft().me
        (rules,) = settings_in_force(self.repository.at(home), self.sides[1:2])
        if rules is not None and (me is None or not rules.is_author(me)):
            raise Refused(
                f"Both sides changed {home.settings}, and only an author may put that together; "
                "ask one to sync first. Nothing was changed."
            )
        self.conflicts += merged.conflicts
        self.used += settings_names(home) if merged.chosen else []
        if merged.conflicts:
            return []
        return [(f"100644 {self.new.add('blob', merged.content)}", home.settings)]

    def _entry(self, unmerged: Unmerged) -> str:
        """The "mode id" of one file; what stays for a person is noted among the disputes."""
        if is_event_path(unmerged.path) or unmerged.path == home_of(unmerged.path).attributes:
            # The record only grows: first bytes count, and where there are none both clones have to choose alike.
            return unmerged.base or min(entry for entry in (unmerged.ours, unmerged.theirs) if entry)
        texts = [self._text(entry) for entry in (unmerged.base, unmerged.ours, unmerged.theirs)]
        base, ours, theirs = texts
        if ours is None or theirs is None or not (unmerged.ours and unmerged.theirs):
            return self._whole(unmerged, texts)
        parts = merge_texts(base or "", ours, theirs)
        name = self._names(unmerged.path, ours)
        chosen = (
            self.resolutions.of(*name(0)) if len({name(p.start) for p in parts if not isinstance(p, str)}) < 2 else None
        )
        if chosen is not None and not chosen.side:
            self.used += name(0)
            return self._written(unmerged, chosen.text)
        words = ""
        for part, before, behind in zip(parts, ("", *parts), (*parts[1:], ""), strict=False):
            if isinstance(part, str):
                words += part
            else:
                around = _around(before, behind)
                words += self._words(self._conflict(unmerged, part, name(part.start), around))
        return self._written(unmerged, words.encode("utf-8"))

    def _conflict(
        self, unmerged: Unmerged, part: TextConflict, names: tuple[str, str, str], around: tuple[str, str]
    ) -> MergeConflict:
        alike = names[0], part.ours, part.theirs
        number = self.alike[alike]
        self.alike[alike] += 1
        path, readings = unmerged.path, (part.base, part.ours, part.theirs)
        versions = path, unmerged.base, unmerged.ours, unmerged.theirs
        last = next((each for each in self._commits_there if path in each.paths), None)
        last_there = f"{last.by.name}: {last.subject}" if last is not None else ""
        return MergeConflict(
            names[0], path, *readings, names[1], number=number, versions=versions, around=around, last_there=last_there
        )

    @cached_property
    def _commits_there(self) -> tuple[PolicyCommit, ...]:
        """The newest commits of their side; a decision is one whose words our side may be about to undo."""
        return text_history.policy_log(self.repository, self.sides[2], self.draft().settings.folder)

    def _words(self, conflict: MergeConflict) -> str:
        own = self.resolutions.words.get(conflict.place)
        if own is not None:
            return own
        names = conflict.section, conflict.title, conflict.path
        chosen = self.resolutions.of(*names)
        if chosen is None or not chosen.side:
            self.conflicts.append(conflict)
            return conflict.ours
        self.used += names
        return conflict.ours if chosen.side == "ours" else conflict.theirs

    def _whole(self, unmerged: Unmerged, texts: Sequence[str | None]) -> str:
        """A file that is there as a whole or not at all: removed by one side, or no text."""
        names = self._names(unmerged.path, next((text for text in texts[1:] if text), ""))(0)
        chosen = self.resolutions.of(*names)
        if chosen is None:
            entries = (unmerged.base, unmerged.ours, unmerged.theirs)
            base, ours, theirs = (_shown(entry, text) for entry, text in zip(entries, texts, strict=True))
            conflict = MergeConflict(names[0], unmerged.path, base, ours, theirs, names[1], WHOLE_FILE)
            self.conflicts.append(conflict)
            return unmerged.ours
        self.used += names
        if not chosen.side:
            return self._written(unmerged, chosen.text)
        return unmerged.ours if chosen.side == "ours" else unmerged.theirs

    def _text(self, entry: str) -> str | None:
        """The text of an entry; None where it is none, an empty one where there is no such file."""
        if not entry:
            return ""
        mode, blob = entry.split()
        content = read_blobs(self.repository.git, [blob], MAX_SECTION_BYTES).get(blob) if mode in REGULAR else None
        if content is None or b"\0" in content:
            return None
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            return None

    def _written(self, unmerged: Unmerged, content: bytes) -> str:
        mine, other = (entry.split()[0] if entry else "" for entry in (unmerged.ours, unmerged.theirs))
        mode = other if not mine or (unmerged.base and mine == unmerged.base.split()[0]) else mine
        return f"{mode or '100644'} {self.new.add('blob', content)}"

    def _names(self, path: str, text: str) -> "_SectionNames":
        return _SectionNames(self.draft().settings, path, text)


@dataclass(frozen=True, slots=True)
class _SectionNames:
    """What the section at a place of a file is called: its name, its title, and its path.

    A section of another policy may be called like one of this policy, so it is called by its path.
    """

    settings: Settings
    path: str
    text: str

    def __call__(self, at: int) -> tuple[str, str, str]:
        folder = self.settings.text_folder
        if not is_section(self.path, folder):
            return self.path, "", self.path
        policy = build_policy(folder, {self.path: Text(self.path, self.text, "")}, self.settings.section_rules)
        section = policy.section_at(self.path, at)
        return (section.name, section.title, self.path) if section else (self.path, "", self.path)


def _around(before: MergedPart, behind: MergedPart) -> tuple[str, str]:
    """What stands in the lines before and behind a passage; nothing of another passage in conflict."""
    return (
        before[-_AROUND:].rpartition("\n")[2] if isinstance(before, str) else "",
        behind[:_AROUND].partition("\n")[0] if isinstance(behind, str) else "",
    )


def _shown(entry: str, text: str | None) -> str:
    if not entry:
        return ""
    return text if text is not None else "(no text)"


def _sentence(conflicts: Sequence[MergeConflict]) -> str:
    names = list(dict.fromkeys(conflict.section for conflict in conflicts))
    return (
        f"Both sides changed the same words in {', '.join(names)}. Nothing was changed; settle each with "
        f"--resolve {names[0]}=ours, =theirs or =FILE (a file with the words as they should be)."
    )


def settings_names(home: ReviewHome) -> tuple[str, ...]:
    """Return what the settings of a review are called where one settles them; by the first name they are asked for."""
    if home.name:
        return (f"{home.name}/{SETTINGS}", f"{home.name}/settings.toml", home.settings)
    return (SETTINGS, "settings.toml", home.settings)


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
