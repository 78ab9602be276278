"""All that can be typed in a plain session: one table, from which lines are understood and help is said."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reviewtui.cli.plain import overview_acts, reading_acts, remark_acts
from reviewtui.cli.plain.form_writing import continue_writing
from reviewtui.cli.plain.plain_session import PlainSession
from reviewtui.cli.plain.remark_acts import PlainAct, on_remark
from reviewtui.domain.refusal import Refused


@dataclass(frozen=True, slots=True)
class LineCommand:
    """What a line can begin with: its names, the usual one first, what may follow, and what it does."""

    names: tuple[str, ...]
    argument: str
    does: str
    act: PlainAct

    @property
    def usage(self) -> str:
        """How it is typed, in one sentence with what it does."""
        others = f" (or {', '.join(self.names[1:])})" if len(self.names) > 1 else ""
        return f"{f'{self.names[0]} {self.argument}'.strip()}{others}: {self.does}."


def _alone(act: Callable[[PlainSession], None]) -> PlainAct:
    """Return what an act does that takes no words."""
    return lambda session, _words: act(session)


_REMARK = "[REMARK]"
_PASSAGE = "[SENTENCE NUMBER or WORDS]"
READING = (
    LineCommand(
        ("next", "n"),
        "[open|remark|section]",
        "the next paragraph, as Enter alone; or what is named",
        reading_acts.read_on,
    ),
    LineCommand(("previous", "p"), "", "the paragraph before", reading_acts.read_before),
    LineCommand(("again", "a"), "", "this paragraph again, with its remarks", _alone(PlainSession.read)),
    LineCommand(("on",), "", "on to the end of the section in one go, without remarks", reading_acts.read_all),
    LineCommand(("where", "w"), "", "where you are", _alone(PlainSession.say_where)),
    LineCommand(
        ("new",), "", "to the next place that is new since your organisation signed off", reading_acts.next_new
    ),
    LineCommand(("sections",), "", "all sections, and what waits in each", reading_acts.list_sections),
    LineCommand(("go", "section"), "NUMBER or TITLE", "to another section", reading_acts.go_to_section),
    LineCommand(("paragraph",), "NUMBER", "to another paragraph of this section", reading_acts.go_to_paragraph),
    LineCommand(("back", "b"), "", "to where you were before you jumped", _alone(PlainSession.go_back)),
    LineCommand(
        ("search", "find"),
        "[WORDS]",
        "where words stand, in the text and in remarks; alone, the next place",
        reading_acts.search,
    ),
    LineCommand(("sentences",), "", "the sentences of this paragraph, numbered", reading_acts.list_sentences),
    LineCommand(("links",), "", "where the links of this paragraph lead", reading_acts.list_links),
    LineCommand(("more", "m"), "", "on with a list that was too long", overview_acts.more),
)
REMARKING = (
    LineCommand(
        ("comment", "c"),
        "[SENTENCE NUMBER, WORDS, section or policy]",
        "a comment; alone, on this paragraph",
        remark_acts.comment,
    ),
    LineCommand(("suggest", "s"), _PASSAGE, "other words; alone, for this paragraph", remark_acts.suggest),
    LineCommand(("insert",), "", "new words behind this paragraph", remark_acts.insert),
    LineCommand(("missing",), "", "what is missing behind this paragraph", remark_acts.missing),
    LineCommand(
        ("reply", "r"), _REMARK, "an answer to a remark; unnamed, to the one heard last", on_remark("reply", "reply")
    ),
    LineCommand(("revise",), _REMARK, "your own remark in other words", on_remark("revise", "revise")),
    LineCommand(("withdraw",), _REMARK, "your own remark taken back", on_remark("withdraw", "withdraw")),
    LineCommand(("satisfied",), _REMARK, "the decision on your remark settles it", on_remark("satisfied", "answer")),
    LineCommand(
        ("unsatisfied",), _REMARK, "the decision on your remark does not settle it", on_remark("unsatisfied", "answer")
    ),
    LineCommand(("reopen",), _REMARK, "to be decided again", on_remark("reopen", "reopen")),
    LineCommand(("continue",), "", "on with words that you have not saved", _alone(continue_writing)),
    LineCommand(("undo", "u"), _REMARK, "what you did last taken back", remark_acts.undo),
    LineCommand(("submit",), "", "what is pending committed", remark_acts.submit),
    LineCommand(("read",), "", "this section marked as read by you", remark_acts.mark_read),
    LineCommand(("sign-off", "signoff"), "POSITION", "the position of your organisation", remark_acts.sign_off),
)
LOOKING = (
    LineCommand(("show",), _REMARK, "a remark with all that was said in it", overview_acts.show),
    LineCommand(("place",), _REMARK, "to where a remark stands in the text", overview_acts.go_to_remark),
    LineCommand(("open",), "", "all remarks that wait for a decision", overview_acts.list_open),
    LineCommand(("mine",), "", "your own remarks, and what became of them", overview_acts.list_mine),
    LineCommand(
        ("elsewhere",), "", "remarks on the policy as a whole, or on words that are gone", overview_acts.list_unplaced
    ),
    LineCommand(("status",), "", "where things stand", overview_acts.say_status),
    LineCommand(("ready",), "", "how far the draft is, and what stands in the way", overview_acts.say_ready),
    LineCommand(("compare",), "[OLD [NEW]]", "what changed; alone, since the newest release", overview_acts.compare),
    LineCommand(("history",), "", "who did what, when and why, the newest first", overview_acts.say_history),
    LineCommand(("version",), "NAME", "an older version to read; version draft goes back", reading_acts.read_version),
)
DECIDING = (
    LineCommand(
        ("accept",),
        _REMARK,
        "a remark accepted, after it was said what that does to the text",
        on_remark("accept", "decide"),
    ),
    LineCommand(
        ("accept-with",), _REMARK, "a suggestion accepted with other words", on_remark("accept_with", "decide")
    ),
    LineCommand(("decline",), _REMARK, "a remark declined, with a reason", on_remark("decline", "decide")),
    LineCommand(("defer",), _REMARK, "a remark put off, with a reason", on_remark("defer", "decide")),
    LineCommand(("note",), _REMARK, "note taken of a remark", on_remark("note", "decide")),
    LineCommand(("duplicate",), "REMARK OTHER", "a remark that says what another one says", remark_acts.duplicate),
    LineCommand(("edit",), "", "this paragraph of the draft edited", remark_acts.edit),
    LineCommand(("commit",), "[MESSAGE]", "edits of the draft committed", remark_acts.commit_edits),
    LineCommand(("release",), "", "the draft released", remark_acts.release_draft),
)
GROUPS = {"reading": READING, "remarking": REMARKING, "looking": LOOKING, "deciding": DECIDING}
"""The commands by what they are for."""
BESIDES = (
    "sync: share, that is, take over what others submitted and give them yours.",
    "versions: the releases and the draft.",
    "export docx policy.docx, or any other command, with all that follows it: the same as at the shell.",
    "quit: leave, as Ctrl+D and Ctrl+C do. Nothing is lost.",
)
"""What can be typed besides: the same as at the shell."""


def say_help(session: PlainSession, words: str) -> None:
    """Say what can be typed: the groups of commands, those of one, or one command."""
    group = GROUPS.get(words.casefold())
    if group is not None:
        session.say(*(command.usage for command in group))
    elif words:
        session.say(command_named(words.split(maxsplit=1)[0]).usage)
    else:
        session.say("Enter reads on. Type a word, and behind it what it is about:")
        session.say(*(f"For {name}: {', '.join(each.names[0] for each in group)}." for name, group in GROUPS.items()))
        session.say(*BESIDES)
        session.say("help and one of these words, or help reading and so on, says more.")


HELP = LineCommand(("help", "h", "?"), "[WORD]", "what can be typed", say_help)


def all_commands() -> Iterator[LineCommand]:
    """Yield all commands of a plain session."""
    for group in GROUPS.values():
        yield from group
    yield HELP


def command_named(name: str) -> LineCommand:
    """Return the command of a name, or the only one that begins so.

    Raises:
        Refused: there is none, or several begin so.
    """
    wanted = name.casefold()
    by_name = {each: command for command in all_commands() for each in command.names}
    if wanted in by_name:
        return by_name[wanted]
    near = sorted(each for each in by_name if len(wanted) > 1 and each.startswith(wanted))
    if len(near) == 1:
        return by_name[near[0]]
    if near:
        raise Refused(f"'{name}' can be {' or '.join(near)}; type more of it.")
    raise Refused(f"'{name}' is nothing that can be done here; help says what can be typed.")
