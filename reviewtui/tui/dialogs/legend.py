"""What each sign on a screen means: the help lists them, and a test holds that none is missing."""

from reviewtui.domain.record.thread import in_words
from reviewtui.tui.reader.highlight import KIND_LETTERS
from reviewtui.views.comparison.change_rows import SIGNS as CHANGE_SIGNS
from reviewtui.views.findings.finding_marks import FLAW
from reviewtui.views.readiness.participation_grid import SIGNS as GRID_SIGNS
from reviewtui.views.threads.deciding.queue import BLOCKING, CHOSEN, QUEUE_SIGNS
from reviewtui.views.threads.remark_marks import DECISION_SIGNS, STATE_SIGNS

Legend = tuple[tuple[str, str], ...]
_WORDS: Legend = (("[-words-]", "words that go"), ("{+words+}", "words that come"))
_OUTLINE: Legend = (
    (BLOCKING, "section with a blocking remark that is not decided"),
    ("\u25cf 3", "section with open remarks, and how many"),
    ("\u00b7", "section whose remarks are all decided"),
    (f"{FLAW}2", "findings of the checks in it that bar a release"),
    ("\u2013", "a heading inside the section that is read; enter goes there"),
    ("\u2726 new", "something new since you last looked"),
    ("\u2713 read", "you have marked it as read as it stands"),
    ("\u270e", "something of yours there is pending: not submitted yet"),
    ("*", "edited and not committed"),
    ("hidden characters", "it holds characters that nobody sees"),
)
_MARGIN: Legend = (
    *((letter, f"a remark of the kind {kind} begins here") for kind, letter in KIND_LETTERS.items()),
    ("2 to 9, +", "so many remarks begin in this line"),
    *((sign, f"it is {in_words(state)}") for state, sign in STATE_SIGNS.items()),
    ("\u25b8", "the remark that the pane shows begins here"),
    ("\u2502 \u2503", "a remark goes on; the one that the pane shows"),
    ("\u25c7", "a remark about a place between words"),
    ("\u2595", "changed since the last release"),
    ("\u2590", "new since you last looked"),
    ("\u25b4", "words went here"),
    (FLAW, "a finding of the checks begins here"),
    ("\u250a", "a finding goes on"),
    ("\u2590words\u258c", "what the pane is about"),
)
_DECIDE: Legend = (
    *((sign, f"a remark of the kind {kind}") for kind, sign in QUEUE_SIGNS.items()),
    ("\u25cf", "a remark of another kind"),
    (BLOCKING, "it must be decided before a release"),
    (CHOSEN, "chosen, to be accepted with others"),
    ("\u2694", "several want to change the same words"),
    ("\u25b8", "the one that is marked, among those for the same words"),
)
_COMPARE: Legend = (
    *((label.partition(" ")[0], f"a change: {label.partition(' ')[2]}") for label, _ in CHANGE_SIGNS.values()),
    ("\u21c4", "moved; it says where from or to"),
    ("\u2026", "so many lines are unchanged"),
    ("\u21b3", "a remark that stood there, and what became of it"),
)
_READY: Legend = (
    ("\u2713 \u2717 \u2013", "a gate that passes, that does not, that has nothing to judge"),
    ("\u25b83 \u25be3", "three pieces of evidence, folded or shown; enter changes it"),
    ("\u25b8", "leads to a place: enter goes there"),
    *((sign, meaning) for sign, meaning, _ in GRID_SIGNS.values()),
)
_HISTORY: Legend = (
    ("\u25cf", "a release"),
    ("\u25cb", "a pre-release, or the draft"),
    ("\u25c7", "a review round"),
    *((sign, f"a decision: {in_words(state)}") for state, sign in DECISION_SIGNS.items()),
    ("\u25b8", "what somebody submitted on a day"),
    ("\u270e", "a change of the text"),
    ("\u21c4", "two histories that were joined"),
)
LEGENDS: dict[str, tuple[tuple[str, Legend], ...]] = {
    "read": (
        ("Signs beside sections", _OUTLINE),
        ("Signs in the margin of the text", _MARGIN),
        ("Signs around words", _WORDS),
    ),
    "decide": (("Signs", (*_DECIDE, *_WORDS)),),
    "compare": (("Signs", (*_COMPARE, *_WORDS)),),
    "ready": (("Signs", _READY),),
    "history": (("Signs", _HISTORY),),
}
"""By screen: the signs in groups, each with what it means."""
