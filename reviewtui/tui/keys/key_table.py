"""The registry of keys: bindings, footer, palette, help screen and docs/keys.md are made from this one table.

The act of a key is carried out by the first that knows its name: the widget that has the keys (the composer), the
screen (`acts` in its `ScreenParts`), the acts on a remark (`THREAD_ACTS`), the app (`AppRequests`), a task
(`tui/tasks/task_registry.py`). `tests/tui/keys/test_keys.py` holds that every act has one of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from textual.binding import Binding

from reviewtui.tui.keys import availability as can
from reviewtui.tui.keys import palette_acts
from reviewtui.tui.keys.availability import WhyNot
from reviewtui.tui.keys.key_sentences import in_keys
from reviewtui.tui.keys.reader_keys import ACTIONS
from reviewtui.tui.state.screen_state import Focus
from reviewtui.views.threads.possible_actions import NOBODY

NAMES = {
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "question_mark": "?",
    "exclamation_mark": "!",
    "ampersand": "&",
    "percent_sign": "%",
    "asterisk": "*",
    "vertical_line": "|",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "right_parenthesis": ")",
    "left_parenthesis": "(",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "escape": "esc",
    "ctrl+question_mark": "ctrl+?",
}
Row = tuple[str, str, str, str, WhyNot]


@dataclass(frozen=True, slots=True)
class ActKey:
    """One thing that can be done: `act` is its name in the app, `where` the screens that know it (empty: all).

    Without `keys` it is done from the palette, until somebody gives it a key.
    """

    act: str
    keys: str
    label: str
    help: str
    why_not: WhyNot
    group: str
    where: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """Its keys as people know them."""
        return shown_keys(self.keys)

    @property
    def called(self) -> str:
        """What a sentence calls it: its first key, or its name in the palette."""
        return self.first or f"\u201c{self.label}\u201d"

    @property
    def first(self) -> str:
        """The first of its keys, as people know it."""
        return shown_keys(self.keys.partition(",")[0])

    def unavailable(self, focus: Focus) -> str:
        """Return why it does nothing now; empty when it does something."""
        refused = can.not_writing(focus) if self.act not in WHILE_WRITING else ""
        return in_keys(refused or self.why_not(focus), focus.names)

    def refusal(self, focus: Focus) -> str:
        """Return why it cannot be done now, as lists say it; what asks for name and address first can be done."""
        reason = self.unavailable(focus)
        if reason != NOBODY or focus.state is None:
            return reason
        draft = focus.state.draft
        return "" if draft.founded or self.act == "begin" else in_keys(draft.no_review, focus.names)


def group(name: str, where: tuple[str, ...], rows: Iterable[Row]) -> tuple[ActKey, ...]:
    """Return the keys of one group, each row being act, keys, label, help and why not."""
    return tuple(ActKey(*row, name, where) for row in rows)


def shown_keys(keys: str) -> str:
    """Return keys as Textual writes them in the form in which people know them."""
    return " ".join(NAMES.get(key, key) for key in keys.split(","))


SCREENS = {"read": "Read", "decide": "Decide", "compare": "Compare", "ready": "Ready?", "history": "History"}
_TEXT = ("read",)
_THREADS = ("read", "decide")
_LISTS = ("decide", "compare", "ready", "history")
_PLACES = ("decide", "compare", "ready")

# fmt: off
_REMARK = group("Remark", _TEXT, (
    ("comment", "c", "Comment", "Remark on what is selected or marked, else on the sentence.", can.can_write),
    ("suggest", "s", "Suggest", "Write other words for it, and see the change while you type.", can.can_write),
    ("insert", "i", "Insert", "Suggest new words at the caret.", can.can_write),
    ("move", "X", "Move", "Suggest that what is selected stands elsewhere, as it is.", can.can_write),
    ("edit_paragraph", "E", "Edit text", "Edit this paragraph; what that touches is shown first.", can.can_edit),
    ("open_editor", "ctrl+e", "Editor", "Open this file in $VISUAL or $EDITOR, at the caret.", can.can_edit),
    ("comment_section", "C", "On section", "Remark on the section as a whole.", can.can_write),
    ("comment_policy", "P", "On policy", "Remark on the policy as a whole, or on what it lacks.", can.can_write),
    ("missing", "M", "Missing", "Say that something is missing: here, or a topic of the settings.", can.can_write),
    ("reattach", "T", "Put here", "Say that the remark stands at the selected passage now.", can.can_reattach),
    ("mark_read", "m", "Mark read", "Say that you have read this as it stands, or take it back.", can.can_mark_read),
))
_UNSAVED = group("Remark", (), (
    ("unsaved", "u", "Unsaved", "Go on with words not saved, or thrown away; lists several.", can.has_unsaved),
))
_THREAD = group("Thread", _THREADS, (
    ("reply", "r", "Reply", "Say something in the thread.", can.on_thread("reply")),
    ("revise", "e", "Edit mine", "Say your own remark anew; submitted words stay on record.", can.on_thread("revise")),
    ("withdraw", "w", "Withdraw", "Take your own remark back.", can.on_thread("withdraw")),
    ("reopen", "R", "Reopen", "Ask for a decided remark to be decided again.", can.on_thread("reopen")),
    ("satisfied", "y", "Satisfied", "Say that the decision settles your remark.", can.on_thread("answer")),
    ("unsatisfied", "N", "Not satisfied", "Say what the decision leaves open.", can.on_thread("answer")),
))
_DECIDE = group("Decide", _THREADS, (
    ("accept", "a", "Accept", "Accept; a suggestion's words go into the text, shown before.", can.on_thread("decide")),
    ("accept_with", "A", "Accept with…", "Accept with other words of your own.", can.with_words),
    ("decline", "x", "Decline", "Decline, with a reason.", can.on_thread("decide")),
    ("defer", "d", "Defer", "Put off, with a reason.", can.on_thread("decide")),
    ("note", "K", "Note", "Take note; the text stays as it is.", can.on_thread("decide")),
    ("settle", "G", "Settle", "Take these words of several for one place, say why not the others.", can.can_settle),
    ("undo", "z", "Undo", "Take back what you have pending here; else the decision.", can.can_undo),
))
_REMARKS = group("Remarks", _THREADS, (
    ("list", "l", "List", "See the remarks of the filter as a list, decided ones too; enter goes to one.", can.loaded),
    ("list_mine", "L", "My remarks", "See what you remarked, and what became of it.", can.loaded),
))
_COPY = group("Remarks", _THREADS, (
    ("copy", "ctrl+y", "Copy", "Copy the passage, the remark, its id or a link's address, to a file too.", can.loaded),
))
_QUEUE = group("Decide", ("decide",), (
    ("select_row", "space", "Choose", "Choose a suggestion, to accept several after one look.", can.is_author),
    ("accept_editorial", "J", "Accept these", "Accept the chosen ones, else what betters wording here.", can.is_author),
    ("order", "Q", "Order", "Order by section, or by reviewer.", can.loaded),
))
_MOVE = group("Move", _TEXT, (
    ("next_remark", "n", "Next remark", "Go to the next remark.", can.has_remarks),
    ("previous_remark", "p", "Previous remark", "Go to the previous remark.", can.has_remarks),
    ("next_section", "right_square_bracket", "Next section", "Turn to the next section.", can.loaded),
    ("previous_section", "left_square_bracket", "Previous section", "Turn to the previous section.", can.loaded),
    ("next_heading", "h", "Next heading", "Go to the next heading of this section.", can.loaded),
    ("previous_heading", "H", "Previous heading", "Go to the previous heading of this section.", can.loaded),
    ("follow_link", "U", "Follow link", "Go where the link at the caret leads.", can.loaded),
    ("jump_back", "ctrl+o", "Back there", "Go back to where you followed a link or chose a heading.", can.loaded),
    ("go_to", "g", "Go to", "Choose a section by typing some of its name.", can.loaded),
    ("next_new", "W", "Next new", "Go to what is new since you last looked.", can.has_news),
    ("new_since_signoff", "V", "Since sign-off", "Go to what is new since your side signed off.", can.has_signed_off),
    ("tray", "t", "Tray", "See the remarks that have no place in the text.", can.placed),
    ("search", "slash", "Search", "Find words here, then in the other sections.", can.loaded),
    ("outline", "o", "Outline", "Show or hide the sections.", can.loaded),
    ("zoom", "Z", "Text alone", "Show the text alone, or the panes beside it again.", can.loaded),
))
_PANES = group("Move", _THREADS, (
    ("more_text", "less_than_sign", "Smaller pane", "Give the remark less room; if focused, the sections.", can.loaded),
    ("more_remark", "greater_than_sign", "Larger pane", "Give it more room; if focused, the sections.", can.loaded),
))
_FINDING = group("Findings", _TEXT, (
    ("next_finding", "full_stop", "Next finding", "Go to the next finding of the content checks.", can.has_findings),
    ("previous_finding", "comma", "Previous finding", "Go to the previous finding.", can.has_findings),
    ("other_passage", "percent_sign", "Other passage", "Go to the finding's other passage.", can.with_two_passages),
    ("both_passages", "ampersand", "Both passages", "Show both passages beside each other.", can.with_two_passages),
    ("raise_finding", "F", "Raise finding", "Remark on the finding, in its words or your own.", can.can_raise),
    ("dismiss_finding", "D", "Dismiss finding", "Say why nothing needs to be done about it.", can.can_dismiss),
))
_LIST = group("Move", _LISTS, (
    ("next_item", "n,j", "Next", "Go to the next entry.", can.listed),
    ("previous_item", "p,k", "Previous", "Go to the previous entry.", can.listed),
))
_SEARCH = group("Move", _LISTS, (
    ("search", "slash", "Search", "Find words in the text and in what was said: on Read.", can.loaded),
))
_PLACE = group("Move", _PLACES, (
    ("open_place", "enter", "Read there", "Go to the passage in the text.", can.listed),
))
_FILTER = group("Move", ("read", "decide", "compare"), (
    ("filter", "f", "Filter", "Show only some of the remarks or changes.", can.loaded),
    ("show_all", "0", "Show all", "Show all remarks or changes again.", can.loaded),
))
_COMPARE = group("Compare", ("compare",), (
    ("choose_old", "b", "From", "Choose the older version.", can.loaded),
    ("choose_new", "B", "To", "Choose the newer version: the draft, or a release.", can.loaded),
    ("comment_change", "c", "Comment", "Remark on the change.", can.can_comment_change),
    ("side_by_side", "vertical_line", "Columns", "Show both versions beside each other, or one text.", can.listed),
))
_READY = group("Ready", ("ready",), (
    ("unfold", "asterisk", "Unfold all", "Show what stands behind all lines, or none; enter does one.", can.loaded),
    ("other_pane", "", "Who read", "Go to who has read what, or back, as tab does.", can.loaded),
    ("sign_off", "O", "Sign off", "State what your organisation thinks of the text as it stands.", can.can_sign_off),
    ("undo", "z", "Take back", "Take back your position, as long as it is not submitted.", can.has_pending_position),
    ("release", "exclamation_mark", "Release", "Release the draft; what is not met needs a reason.", can.is_author),
))
_HISTORY = group("History", ("history",), (
    ("open_version", "enter", "Go there", "Go to the remark, the text, the change that this is about.", can.loaded),
    ("compare_version", "b", "Compare", "Compare this version with the draft, or what this changed.", can.loaded),
))
_SCREENS = group("Screens", (), (
    *((f"screen_{name}", str(number), title, f"Go to the screen “{title}”.", can.always)
      for number, (name, title) in enumerate(SCREENS.items(), 1)),
))
_EVERYWHERE = group("Everywhere", (), (
    ("submit", "S", "Submit", "Commit your pending remarks, and nothing else.", can.pending),
    ("begin", "ctrl+n", "Begin", "Begin a review of this policy, as its author.", can.can_begin),
    ("sync", "Y", "Share", "Take over what others submitted, and give them what you submitted.", can.loaded),
    ("leave_tour", "ctrl+x", "End tour", "End the tour of the example.", can.touring),
    ("undo_last", "ctrl+z", "Undo last", "Take back what you did last, then what you did before that.", can.loaded),
    ("help", "question_mark,f1", "Help", "Show what can be done here.", can.always),
    ("palette", "ctrl+p", "Palette", "Find anything that can be done by its name.", can.always),
    ("theme", "f9", "Colours", "Dark, light, high contrast, or the terminal's own.", can.always),
    ("bring_in", "I", "Bring in…", "Bring in an answer: a Word file, page, table or mail.", can.can_bring_in),
    ("send_out", "ctrl+g", "Send out…", "Send the text out: as Word file, page, table, mail.", can.reviewed),
    ("messages", "f8", "Messages", "Show all that the app has said since it was opened.", can.always),
    ("reload", "ctrl+r,f5", "Reload", "Read the repository again.", can.loaded),
    ("back", "escape", "Back", "One step back: drop the selection, close, return to the draft.", can.always),
    ("quit", "q,ctrl+q", "Quit", "Leave, told first what nobody sees yet; ctrl+q leaves at once.", can.always),
))
_PALETTE = (
    *group("The remark", _THREADS, palette_acts.THREAD_TASKS),
    *group("The text", _TEXT, palette_acts.SECTION_TASKS),
    *group("The text", (), palette_acts.TEXT_TASKS),
    *group("The review", (), palette_acts.REVIEW_TASKS),
    *group("Other clones", (), palette_acts.SHARING_TASKS),
    *group("Pages and pictures", (), palette_acts.REPORT_TASKS),
)
KEYS = (
    *_REMARK, *_THREAD, *_DECIDE, *_REMARKS, *_COPY, *_QUEUE, *_MOVE, *_PANES, *_FINDING, *_LIST, *_SEARCH, *_PLACE,
    *_FILTER, *_COMPARE, *_READY, *_HISTORY, *_UNSAVED, *_SCREENS, *_EVERYWHERE, *_PALETTE,
)
"""Everything that keys and the palette do outside the reader and the composer."""

WRITING = group("Write", ("write",), (
    ("save", "ctrl+s", "Save", "Save: a remark is pending then, a decision committed.", can.always),
    ("close", "escape", "Later", "Close; the words stay on this disk, and u brings them back.", can.always),
    ("kind", "ctrl+t", "Kind", "Say what kind of remark it is.", can.has_kind),
    ("blocking", "ctrl+b", "Blocking", "Say that the policy must not be released like this.", can.has_kind),
    ("discard", "ctrl+l", "Throw away", "Close and drop the words; u brings them back for a week.", can.always),
))
"""What keys do while something is written."""
_GROUPS_THAT_WRITE = frozenset({"Remark", "Thread", "Decide", "Findings"})
"""Groups of keys behind which words are typed, with a few others."""
_WRITES_TOO = frozenset({"search", "go_to", "comment_change", "sign_off", "release"})
_WRITES_NOTHING = frozenset({"mark_read", "reattach", "undo", "select_row", "accept_editorial", "order"}) | frozenset(
    each.act for each in _FINDING if each.act.startswith(("next", "previous", "other", "both"))
)
"""Keys of these groups that only go, choose or ask: what is typed behind them are other keys."""
WRITING_ACTS = frozenset(key.act for key in WRITING)
WHILE_WRITING = WRITING_ACTS | frozenset(
    ["help", "palette", "theme", "messages", "reload", "quit", "zoom", "more_text", "more_remark"]
) | frozenset(f"screen_{name}" for name in SCREENS)
"""What can be done while something is written: it begins nothing else, and leaves the words as they are."""
# fmt: on

FOOTER = {
    "read": "begin dismiss_finding edit_paragraph raise_finding comment suggest next_remark unsaved submit sync "
    "satisfied unsatisfied reply accept decline reopen "
    "next_section search help",
    "decide": "settle accept accept_with decline defer note unsaved submit sync satisfied unsatisfied reply reopen "
    "undo open_place filter help",
    "compare": "next_item previous_item open_place comment_change unsaved submit sync filter choose_old choose_new "
    "side_by_side help",
    "ready": "open_place sign_off undo release unsaved submit sync unfold next_item help",
    "history": "open_version compare_version unsaved submit sync next_item help",
    "write": "save close discard kind blocking",
}
"""The acts that a footer shows, the most needed first."""


def keys_of(screen: str, keymap: Mapping[str, str] = MappingProxyType({})) -> tuple[ActKey, ...]:
    """Return the keys that a screen knows, its own first; with those of `keymap` where somebody has changed them."""
    own = WRITING if screen == "write" else tuple(key for key in KEYS if screen in key.where)
    everywhere = () if screen == "write" else tuple(key for key in KEYS if not key.where)
    wishes = ((key, keymap.get(f"{screen}.{key.act}")) for key in (*own, *everywhere))
    return tuple(key if keys is None else replace(key, keys=keys) for key, keys in wishes)


def keys_before_words(screen: str, keymap: Mapping[str, str]) -> frozenset[str]:
    """Return the keys of a screen that somebody presses to write something, as Textual names them."""
    keys = keys_of(screen, keymap)
    writing = (key for key in keys if key.group in _GROUPS_THAT_WRITE or key.act in _WRITES_TOO)
    return frozenset(name for key in writing if key.act not in _WRITES_NOTHING for name in key.keys.split(","))


def key_names(screen: str, keymap: Mapping[str, str] = MappingProxyType({})) -> Mapping[str, str]:
    """Return the first key in force of each act, as people know keys: as it is on this screen, else on another one.

    Every sentence that names a key takes it from here.
    """
    elsewhere = {key.act: key.called for where in reversed(SCREENS) for key in keys_of(where, keymap)}
    text = {act.name: shown_keys(keymap.get(f"text.{act.name}", act.keys).partition(",")[0]) for act in ACTIONS}
    return elsewhere | text | {key.act: key.called for where in ("write", screen) for key in keys_of(where, keymap)}


def find_key(screen: str, act: str) -> ActKey:
    """Return the key of an act on a screen; every act has one."""
    return next(key for key in keys_of(screen) if key.act == act)


def footer_keys(screen: str, keymap: Mapping[str, str] = MappingProxyType({})) -> tuple[ActKey, ...]:
    """Return the keys that the footer of a screen shows."""
    known = {key.act: key for key in keys_of(screen, keymap)}
    return tuple(known[act] for act in FOOTER[screen].split())


def bindings(screen: str) -> list[Binding]:
    """Return the bindings of a screen."""
    return [
        Binding(
            key.keys or f"no_key_for_{key.act}", f"act('{key.act}')", key.label, show=False, id=f"{screen}.{key.act}"
        )
        for key in keys_of(screen)
    ]


def writing_bindings() -> list[Binding]:
    """Return the bindings of the composer; they come before those of the words that are edited."""
    return [
        Binding(key.keys, f"act('{key.act}')", key.label, show=False, priority=True, id=f"write.{key.act}")
        for key in WRITING
    ]
