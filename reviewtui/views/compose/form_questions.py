"""What is asked before a release that something speaks against: what it commits, and what is not in it."""

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.compose.form_commands import commands_of
from reviewtui.views.compose.question import Question
from reviewtui.views.styled_text import Styled, StyledLine, line


def release_question(
    draft: Draft, readiness: Readiness | None, form: ComposeForm, content: FormContent, pending: int
) -> Question | None:
    """Return the last look before a release; None where every gate passes and nothing is pending.

    Raises:
        Refused: the text is not committed, or gates do not pass and there is no reason.

    """
    draft.policy.require_committed("a release is committed text")
    version, reason = content.replacement.strip(), content.body.strip()
    is_clear = readiness is not None and readiness.ready and readiness.target == version
    if is_clear and not pending:
        return None
    if readiness is not None and not readiness.ready and not reason:
        raise Refused(f"{readiness.not_ready}; say why it is released all the same.")
    lines: list[StyledLine] = [
        line("Commits the text as it is committed now as ", Styled(version, "strong"), ", with its documents:"),
        line(Styled("what is new, the answer to every remark, thanks, a letter to each organisation.", "muted")),
        line("Tags that commit ", Styled(version, "strong"), "; who shares it has it."),
        (),
        *_against(readiness, version),
    ]
    if pending:
        lines.append(line(Styled(f"! {counted(pending, 'pending event')} of yours not in it; submit first.", "alarm")))
    if reason:
        lines += [(), line(Styled("Released all the same: ", "muted"), Styled(reason, "quote"))]
    yes = f"release {version}"
    return Question(f"Release {version}?", tuple(lines), yes, commands_of(form, content), form.key, no="go back")


def _against(readiness: Readiness | None, version: str) -> list[StyledLine]:
    """Return the lines on what is not passed, or not known."""
    if readiness is None:
        return [line(Styled("! The draft is still being judged; gates may not pass.", "alarm"))]
    lines = [line(Styled(f"\u2717 {gate.title}", "alarm"), " does not pass") for gate in readiness.closed]
    if readiness.question:
        lines.append(line(Styled(f"\u2717 {readiness.question}", "alarm")))
    if readiness.target != version:
        lines.append(line(Styled(f"! Judged for {readiness.target}; for {version} gates may differ.", "alarm")))
    return lines
