"""The page about the plain session, made from its own table of commands."""

from reviewtui.cli.plain.line_commands import BESIDES, GROUPS, HELP

_TOP = """# Line by line

This page is made from the program's own table: `make docs`. The same words are said by `help`.

The app is a drawn screen, which no screen reader can read. `reviewtui --plain` does the same line by line: it says one
paragraph, then the remarks that stand there, then asks what you want. It needs nothing but lines in and lines out, so
it works with a screen reader, a braille display, over a slow line, in an editor's shell and through a pipe. Nothing
moves, nothing is drawn, nothing is said by colour alone: a suggestion is heard as "(deleted: must) (inserted: should)".

```text
Section 5 of 21, Getting started, paragraph 4 of 27, 1 remark.
Choose one network and stay with it for three months.
Remark h569, question, open, by P. Consultee of Northvale Council.
On the words: one network
Says: Which one do most of our residents read?
>
```

Enter reads on. Every answer ends with the prompt, and the line before a text says where you are. A remark is named by
the four letters or digits that are said with it; unnamed, the one that was heard last is meant, and where several were
heard you are asked which. The beginning of a word is enough where no other word begins so.

What you write is asked for line by line, and each line is on the disk before the next one: a lone full stop ends it,
`.help` says what else a line can do (read back, begin anew, open your editor, throw away). Ctrl+C loses
not even half a line, a closed terminal at most the line that was being typed. `continue` goes on; so
does the app."""


def lines_page() -> str:
    """Return docs/plain.md."""
    parts = [_TOP]
    for name, group in GROUPS.items():
        parts += ["", f"## {name.capitalize()}", ""]
        parts += [_entry(command.usage) for command in group]
    parts += ["", "## Besides", "", *(_entry(each) for each in (HELP.usage, *BESIDES))]
    return "\n".join(parts) + "\n"


def _entry(usage: str) -> str:
    typed, _, does = usage.partition(": ")
    return f"- `{typed}`: {does}"
