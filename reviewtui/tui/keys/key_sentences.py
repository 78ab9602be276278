"""Sentences of the rules as the app says them: where they name a command or its option, they name a key here."""

import re
from collections.abc import Iterable, Iterator, Mapping

from reviewtui.tui.keys.palette_acts import COMMANDS, NOT_IN_THE_APP
from reviewtui.views.styled_text import Look, StyledLine

_WORDS = (
    (r"say (?:it|them) with -m TEXT", "write it first"),
    (r"say with -m TEXT what", "write what"),
    (r"(?:say the remark|say it) anew with(?::)?(?: reviewtui revise \S+)? -m TEXT", "{revise} says it anew"),
    (r"say with --as TEXT what to put into the text", "{accept_with} puts other words into the text"),
    (r"settle it with --as TEXT, or reattach or decline it", "{accept_with} writes the words, {decline} declines it"),
    (r"commit or undo them first, or use --as TEXT after that", "commit or undo them first, then {accept_with}"),
    (r"so --as cannot put words there; edit the text by hand and use 'done'", "so no words can be put there by a key"),
    (r"say where it is with 'reviewtui reattach \S+ SECTION --quote Q'", "{reattach} in the text says where it is"),
    (r"'reviewtui undo \S+' takes that back first", "{list} lists it, and there {undo} takes that back"),
    (r"then decide it again: reviewtui decline \S+ -m WHY", "then decide it again: {decline}"),
    (r"'reviewtui ready' says why; --override WHY releases all the same", "say below why it is released all the same"),
    (r"begin one with: reviewtui init --policy (?:'[^']*'|[^\s'])+", "{begin} begins one"),
    (r"name two versions: reviewtui diff A B", "{choose_old} and {choose_new} choose two versions"),
    (r"commit them first", "commit them first ({palette} {commit_edits})"),
    (r"'reviewtui check' lists them", "{next_finding} in the text goes through them"),
    (r"'reviewtui threads' lists them", "{next_remark} in the text goes through them"),
    (r"pending until 'reviewtui submit'", "pending until {submit} submits it"),
    (r"its writer submits it first: reviewtui submit", "its writer submits it first"),
    (r"submit it first: reviewtui submit", "{submit} submits it"),
    (r"say where they stand now: reviewtui reattach", "say where they stand now ({reattach} in the text)"),
    (r"or dismiss with a reason: reviewtui dismiss", "or dismiss with a reason ({dismiss_finding} in the text)"),
    (r"to be read: reviewtui read SECTION", "to be read ({mark_read} in the text)"),
    (r"that do not stand in the way: reviewtui check", "that do not stand in the way ({next_finding} in the text)"),
    (
        r"sign off this text: reviewtui signoff no-objection",
        "sign off this text (in the app: {screen_ready}, then {sign_off})",
    ),
    (r"\bgates do not pass", "conditions are not met"),
    (r"\bgates does not pass", "conditions is not met"),
    (r"\bgates that have something to judge pass", "conditions that can be judged are met"),
    (r"\bits one gate passes", "its one condition is met"),
    (r" is not yet a question: ", " cannot be said yet: "),
    *(
        (rf"in settings\.toml: \[\[{table}\]\]", f"({{palette}} {{settings}}, under “{table}”)")
        for table in ("topics", "companions", "pre_election")
    ),
)
"""Phrases of the domain and the workspace, and what is said instead; names in braces are acts."""
_GROUPS = ("organisation", "round", "signer")
_IN_A_SHELL = ("--new-branch", "--existing")
_NAMES = "|".join((*COMMANDS, *NOT_IN_THE_APP))
_COMMAND = re.compile(
    rf"(?P<quote>')?\breviewtui (?P<name>(?:{'|'.join(_GROUPS)})(?: [a-z]+)?|(?:{_NAMES})\b)"
    r"(?P<rest>(?(quote)[^']*'|(?:(?![;,)]|\. |\.$| \(| says| names| lists).)*))"
)
_OPTION = re.compile(
    r"(?P<kept>\bgit [a-z-]+ [^;(]*?(?=\. |\.$|[;(,]|$)(?:(?<=--continue)\s?\(or --abort\))?|“reviewtui [^”]*”)"
    r"|(?<![\w-])--(?P<name>[a-z]+(?:-[a-z]+)*)"
)
_WORDS_OPTION = re.compile(r"(?<![\w-])-m (?:TEXT|WHY)")
_RULES = tuple((re.compile(pattern), words) for pattern, words in _WORDS)


def in_keys(sentence: str, names: Mapping[str, str]) -> str:
    """Return a sentence with keys where it names commands; `names` are the keys in force by act."""
    for pattern, words in _RULES:
        if pattern.search(sentence):
            replacement = words.format_map(_Names(names))
            sentence = pattern.sub(replacement.replace("\\", r"\\"), sentence)
    sentence = _COMMAND.sub(lambda match: _named(match, names), sentence)
    sentence = _OPTION.sub(lambda match: match["kept"] or f"“{match['name']}”", sentence)
    return _WORDS_OPTION.sub("your words", sentence)


def _named(match: re.Match[str], names: Mapping[str, str]) -> str:
    """A command as it is found here: by its key, by its name in the palette, or in a shell."""
    if any(option in match["rest"] for option in _IN_A_SHELL):
        return f"in a shell, “{match[0].strip(chr(39))}”"
    name, _, subcommand = match["name"].partition(" ")
    if name in NOT_IN_THE_APP:
        return f"in a shell, “{match[0].strip(chr(39))}”"
    keys = _Names(names)
    # A command of a group is an act of its own: the round is closed where "round close" is said.
    own = next((act for act in COMMANDS[name] if subcommand and act.startswith(f"{subcommand}_")), COMMANDS[name][0])
    # What has no key is called by its name in the palette.
    return f"{keys['palette']} {keys[own]}" if dict.get(keys, own, "").startswith("\u201c") else keys[own]


def lines_in_keys(lines: Iterable[StyledLine], names: Mapping[str, str], look: Look) -> Iterator[StyledLine]:
    """Yield lines with keys where their own sentences, those of this look, name commands."""
    for line in lines:
        yield tuple(piece._replace(text=in_keys(piece.text, names)) if piece.look == look else piece for piece in line)


def entries_in_keys(
    entries: Iterable[tuple[str, tuple[StyledLine, ...]]], names: Mapping[str, str]
) -> Iterator[tuple[str, tuple[StyledLine, ...]]]:
    """Yield the entries of a list with keys where what is to be done about them names commands."""
    for key, lines in entries:
        yield key, tuple(lines_in_keys(lines, names, "alarm"))


class _Names(dict[str, str]):
    """Keys by act, a sign among them in quotation marks; an act without a key on this screen is named by itself."""

    def __getitem__(self, act: str) -> str:
        """Return the key of an act as it stands in a sentence."""
        key = super().__getitem__(act)
        return key if key[-1:].isalnum() or key.startswith("“") or act not in self else f"“{key}”"

    def __missing__(self, act: str) -> str:
        """Return the act's own name."""
        return act.replace("_", " ")
