"""What can be copied: the passage at hand, the remark with what was said in it, its id, the address of a link."""

from collections.abc import Iterator

from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.dialogs.pickers import choose
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.state.requests import CopyWords
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Styled, line
from reviewtui.views.threads.card.conversation_lines import conversation_lines


def copy_something(screen: BaseScreen, passage: str = "", link: str = "") -> None:
    """Let somebody choose what to copy; `passage` and `link` are what the screen is about beside its remark."""
    state = screen.state
    thread = screen.current_focus.subject.thread
    choices = dict(_entries(state.draft if state else None, thread, passage, link))
    selected = screen.get_selected_text()
    if selected:
        choices = {"the words selected in the remark": selected, **choices}
    if not choices:
        tell(screen.app, "There is nothing here to copy.", "warning")
        return
    entries = ((what, (line(what, Styled(f"  {clipped(words, 60)}", "muted")),)) for what, words in choices.items())
    choose(screen.app, "Copy", entries, lambda what: screen.post_message(CopyWords(what, choices[what])))


def _entries(draft: Draft | None, thread: Thread | None, passage: str, link: str) -> Iterator[tuple[str, str]]:
    if passage:
        yield "the passage", passage
    if draft is not None and thread is not None:
        yield "the remark", "\n".join(conversation_lines(draft, thread))
        yield "the id of the remark", thread.id
    if link:
        yield "the address of the link", link
