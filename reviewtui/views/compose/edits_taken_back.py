"""Edits of the text that are taken back, or discarded: what is asked before that, and why it cannot be done."""

from collections.abc import Mapping, Sequence

from reviewtui.domain.actions.commands import DiscardEdits, EditText
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.views.comparison.inline_change import short_change
from reviewtui.views.compose.question import Question
from reviewtui.views.styled_text import Styled, StyledLine, line

_LONG = 600
"""Characters of a change that are shown."""


def taking_back_edits(draft: Draft, back: Sequence[EditText]) -> Question:
    """Return the question whether edits are to be taken back by the edits `back`.

    Raises:
        Refused: one of the texts reads otherwise by now; none is taken back.
    """
    lines: list[StyledLine] = []
    for edit in back:
        section = draft.policy.section_named(edit.section)
        text = draft.policy.texts[section.path] if section is not None else None
        if section is None or text is None or not _is_found(edit, text.text):
            raise Refused(f"The edit of {edit.section} cannot be taken back: its words were changed since.")
        lines += [line(Styled(section.title, "strong")), short_change(edit.before, edit.words, _LONG), ()]
        if not text.dirty:
            lines += [
                line(Styled("It is committed by now: taken back in the file, to be committed anew.", "alarm")),
                (),
            ]
    lines.append(line(Styled("In the file and no further: nothing is committed until you ask for that.", "muted")))
    doing = back[0].takes_back
    title = doing.replace("Took", "Take").replace("Brought", "Bring")
    return Question(f"{title} of {_called(draft, back)}", tuple(lines), title.casefold(), tuple(back))


def _is_found(edit: EditText, text: str) -> bool:
    """Whether the words of an edit stand where it says, or at one place alone: all are looked at before one is made."""
    return text[slice(*edit.span)] == edit.before or text.count(edit.before) == 1


def discarding_edits(draft: Draft, committed: Mapping[str, str], paths: Sequence[str]) -> Question:
    """Return the question whether the edits of texts are to be discarded, beside what is `committed` of each."""
    lines: list[StyledLine] = []
    texts = draft.policy.texts
    for path in paths:
        lines += [line(Styled(path, "strong")), short_change(texts[path].text, committed[path], _LONG), ()]
    lines.append(line(Styled("All that was edited there since the last commit goes, whoever did it.", "muted")))
    command = DiscardEdits(tuple((path, texts[path].blob) for path in paths))
    what = draft.policy.title_at(paths[0]) if len(paths) == 1 else counted(len(paths), "text")
    return Question(f"Discard the edit of {what}", tuple(lines), "discard it", (command,), no="keep it")


def _called(draft: Draft, back: Sequence[EditText]) -> str:
    first = draft.policy.section_named(back[0].section)
    return first.title if first is not None and len(back) == 1 else counted(len(back), "text")
