"""The policy's change log in plain words, by change class."""

from collections import Counter
from collections.abc import Iterator

from reviewtui.domain.policy.document import Policy
from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.exchange.markdown_escaping import plain, quoted
from reviewtui.text.diff.policy_diff import Change, FileDiff
from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.text.meaning.signals import plain as unmarked
from reviewtui.text.words.sentences import sentence_spans

NAME = "CHANGELOG.md"
_LONGEST = 240
_HEADINGS = (("new-rule", "New rules"), ("substantive", "Changed in substance"))


def render(inputs: ReleaseInputs) -> str:
    """Return the change log."""
    return "\n".join(_lines(inputs)) + "\n"


def _lines(inputs: ReleaseInputs) -> Iterator[str]:
    yield f"# {plain(inputs.title)}: what is new in {inputs.version}"
    yield ""
    yield f"Released on {inputs.day}."
    if inputs.override:
        judged = inputs.readiness
        closed = ", ".join([*([judged.question] if judged.question else []), *(gate.title for gate in judged.closed)])
        yield ""
        yield f"Released although these conditions were not met: {plain(closed, 1000)}. The reason given:"
        yield f"{quoted(inputs.override, 1000)}."
    if inputs.diff is None or inputs.base is None:
        yield ""
        words = sum(len(text.text.split()) for text in inputs.draft.policy.texts.values())
        yield f"This is the first release: {len(inputs.draft.policy.sections)} sections, {words} words."
        return
    yield from _whole(inputs, inputs.base, inputs.diff.files)
    for name, heading in _HEADINGS:
        yield from _class(inputs, inputs.base, name, heading)
    yield from _editorial(inputs, inputs.diff.files)


def _class(inputs: ReleaseInputs, base: Policy, name: str, heading: str) -> Iterator[str]:
    rows = [
        row
        for file in (inputs.diff.files if inputs.diff else ())
        if file.old_path and file.new_path
        for change in file.changes
        if change.change_class == name and change.direction != "to" and not _in_front(inputs, file, change)
        for row in _row(inputs, base, file, change)
    ]
    if rows:
        yield from ("", f"## {heading}", "")
        yield from dict.fromkeys(rows)


def _whole(inputs: ReleaseInputs, base: Policy, files: tuple[FileDiff, ...]) -> Iterator[str]:
    """Yield the sections that are new, and those that are gone."""
    new = [inputs.draft.policy.section_at(file.new_path) for file in files if file.new_path and not file.old_path]
    gone = [base.section_at(file.old_path) for file in files if file.old_path and not file.new_path]
    for heading, sections in (("New sections", new), ("Sections taken out", gone)):
        if sections:
            yield from ("", f"## {heading}", "")
            yield from (f"- {plain(section.title)}" for section in sections if section)


def _in_front(inputs: ReleaseInputs, file: FileDiff, change: Change) -> bool:
    """Whether a change is one of the front matter, which no reader sees."""
    text = inputs.draft.policy.texts[file.new_path or ""].text
    return change.new_start < front_matter_end(text)


def _row(inputs: ReleaseInputs, base: Policy, file: FileDiff, change: Change) -> Iterator[str]:
    old = base.texts[file.old_path].text[change.old_start : change.old_end] if file.old_path else ""
    text = inputs.draft.policy.texts[file.new_path].text if file.new_path else ""
    new = text[change.new_start : change.new_end]
    gone, come = _words(old), _words(new)
    title = plain(_title(inputs, base, file, change))
    around = _sentence(text, change)
    if change.op == "move":
        yield f"- **{title}**: moved here: {quoted(come, _LONGEST)}"
    elif gone and come:
        inside = f", in {quoted(around, _LONGEST)}" if around and around.strip() != come else ""
        yield f"- **{title}**: {quoted(gone, _LONGEST)} became {quoted(come, _LONGEST)}{inside}"
    elif come:
        yield f"- **{title}**: new: {quoted(around or come, _LONGEST)}"
    elif gone:
        yield f"- **{title}**: no longer says {quoted(gone, _LONGEST)}"


def _words(text: str) -> str:
    """The words of a passage without its marks; nothing where there is no word in it, as in the number of a list."""
    lines = (line.strip().lstrip("#>*- ") for line in text.splitlines())
    words = unmarked(" ".join(lines))
    return words if any(letter.isalpha() for letter in words) else ""


def _title(inputs: ReleaseInputs, base: Policy, file: FileDiff, change: Change) -> str:
    if file.new_path:
        section = inputs.draft.policy.section_at(file.new_path, change.new_start)
    else:
        section = base.section_at(file.old_path or "", change.old_start)
    return section.title if section else (file.new_path or file.old_path or "")


def _sentence(text: str, change: Change) -> str:
    """The sentence that holds a short change, empty where the change is a sentence or more."""
    for start, end in sentence_spans(text):
        if start <= change.new_start and change.new_end <= end:
            return _words(text[start:end])
    return ""


def _editorial(inputs: ReleaseInputs, files: tuple[FileDiff, ...]) -> Iterator[str]:
    counts = Counter(
        _title(inputs, inputs.base, file, change)
        for file in files
        for change in file.changes
        if inputs.base is not None and change.change_class == "editorial"
    )
    if counts:
        yield from ("", "## Wording", "")
        for title, count in counts.items():
            yield f"- {plain(title)}: {count} place{'s' * (count != 1)} reworded without another meaning"
