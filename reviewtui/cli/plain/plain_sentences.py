"""Sentences of the rules as a plain session says them: where they name a command, they name what is typed here."""

import re

from reviewtui.cli.command_registry import COMMANDS

PLAIN_WORDS = {
    "answer": "satisfied or unsatisfied",
    "diff": "compare",
    "signoff": "sign-off",
    "threads": "open",
    **{
        name: name
        for name in (
            *("status", "comment", "suggest", "reply", "revise", "withdraw", "reopen", "submit", "sync", "show"),
            *("accept", "decline", "defer", "note", "duplicate", "undo", "versions", "ready", "read", "release"),
        )
    },
}
"""What is typed in a plain session for a command; any other command is typed as at the shell, with all that follows."""
_PHRASES = (
    (r"say (it|them) anew with -m TEXT", r"write \1 anew"),
    (r"say the remark anew with(:?) -m TEXT", "write the remark anew"),
    (r"say (it|them) with -m TEXT", r"write \1"),
    (r"say with -m TEXT what", "write what"),
    (r"say with --as TEXT what to put into the text", "accept-with puts other words into the text"),
    (r"settle it with --as TEXT", "settle it with accept-with"),
    (r"or use --as TEXT after that", "then accept-with"),
    (r"so --as cannot put words there", "so accept-with cannot put words there"),
    (r"--override WHY releases all the same", "release asks why it is released all the same"),
    (r"name two versions: reviewtui diff A B", "name two versions behind compare"),
)
_RULES = tuple((re.compile(pattern), words) for pattern, words in _PHRASES)
_COMMAND = re.compile(
    rf"(?<!\u201c)\breviewtui (?P<name>{'|'.join(COMMANDS)})\b(?![-/]|\.\w)"
    r"(?P<about> [a-z0-9-]+(?= (?:-|[A-Z]+\b)))?(?P<rest>(?: (?:--?[a-z][a-z-]*|[A-Z]{1,12}(?![A-Za-z])))*)"
)
_WORDS_OPTION = re.compile(r"(?<![\w-])-m (?:TEXT|WHY)")


def in_plain_words(sentence: str) -> str:
    """Return a sentence of the program with what is typed here where it names a command of the shell."""
    for pattern, words in _RULES:
        sentence = pattern.sub(words, sentence)
    return _WORDS_OPTION.sub("your words", _COMMAND.sub(_named, sentence))


def _named(match: re.Match[str]) -> str:
    word = PLAIN_WORDS.get(match["name"])
    if word is None:
        return match[0].removeprefix("reviewtui ")
    if match["name"] == "accept" and "--as" in match["rest"]:
        word = "accept-with"
    return f"{word}{match['about'] or ''}"
