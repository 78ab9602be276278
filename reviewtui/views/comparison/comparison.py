"""Two versions compared: as data, and as lines of words."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.policy import within
from reviewtui.domain.record.record import Problem
from reviewtui.domain.review.draft import Draft
from reviewtui.text.diff.policy_diff import ClassedChange, FileDiff, PolicyDiff
from reviewtui.text.meaning.class_values import ChangeClass
from reviewtui.text.span import Span
from reviewtui.views.comparison.kept_units import in_lines, line_around

_AROUND = 48


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two drafts and their difference, for all styles of showing it; `section` restricts it to one (path or name)."""

    old: Draft
    new: Draft
    diff: PolicyDiff
    section: str = ""

    def files(self) -> tuple[FileDiff, ...]:
        """Return the files to show: those asked for, else those that changed, in reading order of the new version."""
        order = {path: n for n, path in enumerate(dict.fromkeys(s.path for s in self.new.policy.sections))}
        chosen = [file for file in self.diff.files if self._takes(file)]
        return tuple(sorted(chosen, key=lambda f: (order.get(f.new_path or "", len(order)), f.old_path or "")))

    @property
    def unread(self) -> tuple[Problem, ...]:
        """What of the two texts could not be read, and is not compared."""
        both = (*self.old.problems, *self.new.problems)
        return tuple(dict.fromkeys(problem for problem in both if problem.what == "text"))

    def _takes(self, file: FileDiff) -> bool:
        if not self.section:
            return bool(file.changes) or file.old_path != file.new_path
        return self.section in {file.old_path, file.new_path}

    def texts(self, file: FileDiff) -> tuple[str, str]:
        """Return the old and the new text of a pair of files; empty where there is none."""
        old = self.old.policy.texts[file.old_path].text if file.old_path else ""
        new = self.new.policy.texts[file.new_path].text if file.new_path else ""
        return old, new

    def sources(self, file: FileDiff, change: ClassedChange) -> tuple[str, str]:
        """Return the texts that a change has its characters in; a move can have one side in another file."""
        old, new = self.texts(file)
        if change.other_path and change.direction == "to":
            new = self.new.policy.texts[change.other_path].text
        elif change.other_path and change.direction == "from":
            old = self.old.policy.texts[change.other_path].text
        return old, new

    def words(self, file: FileDiff, change: ClassedChange) -> tuple[str, str]:
        """Return the words that went and the words that came, also where a move has one side in another file."""
        old, new = self.sources(file, change)
        return old[change.old_start : change.old_end], new[change.new_start : change.new_end]

    def title(self, file: FileDiff, block: tuple[Span, Span] | None = None) -> str:
        """Return the title of the section that a file, or a changed passage of it, stands in: the newer one if any."""
        spans = block or ((0, 0), (0, 0))
        draft, path, start = (
            (self.new, file.new_path, spans[1][0]) if file.new_path else (self.old, file.old_path, spans[0][0])
        )
        return draft.policy.title_at(path or "", start)

    def heading(self, file: FileDiff) -> str:
        """Return what to write above the changes of a file."""
        old = within(self.old.policy.folder, file.old_path) if file.old_path else ""
        new = within(self.new.policy.folder, file.new_path) if file.new_path else ""
        if not old:
            return f"{new} (new)"
        if not new:
            return f"{old} (gone)"
        return new if old == new else f"{old} → {new} (renamed)"


def comparison_data(comparison: Comparison) -> dict[str, object]:
    """Return the difference as `diff --json` documents it."""
    return {
        "old": comparison.old.version.name,
        "new": comparison.new.version.name,
        "language": comparison.new.effective_settings.language,
        "words_deleted": comparison.diff.words_deleted,
        "words_inserted": comparison.diff.words_inserted,
        "words_moved": comparison.diff.words_moved,
        "words_changed": comparison.diff.words_changed,
        "unread": [{"path": problem.path, "reason": problem.reason} for problem in comparison.unread],
        "sections": [_file_data(file) for file in comparison.files()],
    }


def _file_data(file: FileDiff) -> dict[str, object]:
    return {
        "old_path": file.old_path,
        "new_path": file.new_path,
        "changes": [
            {
                "op": change.op,
                "class": change.change_class,
                "reason": change.reason,
                "alarm": change.alarm,
                "old_start": change.old_start,
                "old_end": change.old_end,
                "new_start": change.new_start,
                "new_end": change.new_end,
                "other_path": change.other_path,
                "direction": change.direction,
            }
            for change in file.changes
        ],
    }


def totals_line(comparison: Comparison) -> str:
    """Return the difference in one line."""
    diff = comparison.diff
    return (
        f"{comparison.old.version.name} → {comparison.new.version.name}: {counted(diff.words_deleted, 'word')} "
        f"deleted, {diff.words_inserted} inserted, {diff.words_moved} moved"
    )


def word_lines(comparison: Comparison) -> Iterator[str]:
    """Yield each change with the words around it: [-gone-] and {+come+}, as git's word diff writes them."""
    yield totals_line(comparison)
    for file in comparison.files():
        yield ""
        yield f"── {comparison.heading(file)}"
        last = ""
        for change in file.changes:
            if last != (last := _heading_above(comparison, file, change)):
                yield f"   under “{last}”" if last else "   above all headings"
            yield f"   {class_words(change.change_class, in_doubt=change.in_doubt)}" + (
                f" · {change.reason}" if change.reason else ""
            )
            yield from (f"     {row}" for row in change_lines(comparison, file, change))


def _heading_above(comparison: Comparison, file: FileDiff, change: ClassedChange) -> str:
    """Return the heading that a change stands under, in the new text if it has words there."""
    goes = change.direction == "to" or (change.new_start == change.new_end and change.old_start < change.old_end)
    draft, path, at = (
        (comparison.old, file.old_path, change.old_start) if goes else (comparison.new, file.new_path, change.new_start)
    )
    section = draft.policy.section_at(path or "", at)
    headings = section.headings if section is not None else ()
    return next((heading.title for heading in reversed(headings) if heading.start <= at), "")


def class_words(change_class: ChangeClass, *, in_doubt: bool) -> str:
    """Return the class of a change in words; a doubt is told as one."""
    return f"{change_class}, in doubt" if in_doubt else change_class


def change_lines(comparison: Comparison, file: FileDiff, change: ClassedChange) -> list[str]:
    """Return one change with some words of its first and last line on either side; each block has a line of its own."""
    old, new = comparison.sources(file, change)
    here, there = (change.old_start, change.old_end), (change.new_start, change.new_end)
    gone, come = in_lines(old, here), in_lines(new, there)
    if change.op == "move":
        where = f" {change.direction} {change.other_path}" if change.other_path else ""
        return f"⇄ moved{where}: {come or gone}".split("\n")
    text, span = (new, there) if come or not gone else (old, here)
    first, last = line_around(text, span)
    before = _from_a_word(in_lines(text, (first, span[0])))
    after = _to_a_word(in_lines(text, (span[1], last)))
    if change.stays and gone == come:
        return f"{before} {come} {after}".strip().split("\n")
    beside = "\n" if gone and come and "\n" in gone + come else ""
    marked = (f"[-{gone}-]" if gone else "") + beside + (f"{{+{come}+}}" if come else "")
    return f"{before} {marked} {after}".strip().split("\n")


def _from_a_word(text: str) -> str:
    return text if len(text) < _AROUND else f"…{text[-_AROUND:].partition(' ')[2] or text[-_AROUND:]}"


def _to_a_word(text: str) -> str:
    return text if len(text) < _AROUND else f"{text[:_AROUND].rpartition(' ')[0] or text[:_AROUND]}…"
