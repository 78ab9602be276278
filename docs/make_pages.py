"""Writes the pages that are made from the program's own tables: docs/commands.md, docs/keys.md and docs/plain.md.

    python docs/make_pages.py [--check]

With `--check` nothing is written, and it ends with 1 where a page is stale.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from reviewtui.cli.plain.line_commands import BESIDES, GROUPS, HELP
from reviewtui.cli.program import program
from reviewtui.tui.keys.key_table import KEYS, SCREENS, WRITING, ActKey, shown_keys
from reviewtui.tui.keys.reader_keys import ACTIONS

_NAME = "reviewtui"
# The names behind -C and --policy, which are said once at the top of the page, since every command has them.
_EVERYWHERE = frozenset({"around", "of_policy"})
_EXAMPLE = "Example: "
_COMMANDS = """# Commands

This page is made from the commands themselves: `make docs`. The same words stand behind `reviewtui COMMAND --help`.

Every command takes `-C PATH`, to work in the repository around another folder, and `--help`. Where a repository holds
[several policies](author.md#several-policies-in-one-repository), you mean the one in whose folder you stand (at the
root the first one); elsewhere say `--policy NAME` (but for `init`, where that is the folder of the new one).

A *thread* is named by its id or by any end of it that no other thread has. A *section* is named by its path within the
policy folder, with or without `.md`, or by its title where only one section has it. Exit codes stand in
[the record](record.md)."""

_PLAIN = """# Line by line

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


def commands_page() -> str:
    """Return docs/commands.md."""
    context = click.Context(program, info_name=_NAME)
    commands = list(_commands(program, context))
    index = (
        f"- [`{context.command_path}`](#{_slug(context)}): {_first_line(command)}" for command, context in commands
    )
    return "\n".join([_COMMANDS, "", *index, *(line for entry in commands for line in _command(*entry))]) + "\n"


def _commands(group: click.Group, above: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    """Yield every command that does something, those of groups inside the group included."""
    for name in group.list_commands(above):
        command = group.get_command(above, name)
        if command is None:
            continue
        context = click.Context(command, info_name=name, parent=above)
        if isinstance(command, click.Group):
            yield from _commands(command, context)
        else:
            yield command, context


def _slug(context: click.Context) -> str:
    """The fragment that a reader of Markdown makes of the command's heading."""
    return context.command_path.replace(" ", "-")


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    """Yield one command: its usage, what it does, its options."""
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield from ("", f"## {context.command_path}", "", "```text", usage, "```")
    for paragraph in _paragraphs(command):
        if paragraph.startswith(_EXAMPLE):
            yield from ("", "```sh", paragraph.removeprefix(_EXAMPLE), "```")
        else:
            yield from ("", paragraph)
    options = list(_options(command, context))
    if options:
        yield from ("", *options)


def _paragraphs(command: click.Command) -> list[str]:
    """What a command says of itself, each paragraph on one line."""
    return [" ".join(part.split()) for part in (command.help or "").split("\n\n") if part.strip()]


def _first_line(command: click.Command) -> str:
    return (command.help or "").strip().partition("\n")[0]


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if record is not None and record[1] and parameter.name not in _EVERYWHERE:
            yield f"- `{record[0]}`: {' '.join(record[1].split())}"


def keys_page() -> str:
    """Return docs/keys.md."""
    lines = [
        "# Keys",
        "",
        "These are the keys as they come; [the app's settings](app-settings.md) can change them.",
        "",
        "This page is made from the program's own table of keys: `make docs`.",
    ]
    for screen, title in SCREENS.items():
        lines += ["", f"## {title}", "", *_keys(key for key in KEYS if screen in key.where)]
    lines += ["", "## Everywhere", "", *_keys(key for key in KEYS if not key.where)]
    lines += ["", "## While writing", "", *_keys(WRITING, "write.")]
    lines += ["", "## In the text", "", "| key | name | does |", "|---|---|---|"]
    lines += [f"| {_code(shown_keys(action.keys))} | `text.{action.name}` | {action.label} |" for action in ACTIONS]
    return "\n".join(lines) + "\n"


def _keys(keys: Iterable[ActKey], before: str = "") -> list[str]:
    rows = [f"| {_code(key.shown) or 'palette'} | {key.label} | `{before}{key.act}` | {key.help} |" for key in keys]
    return ["| key | is called | name | does |", "|---|---|---|---|", *rows]


def _code(keys: str) -> str:
    return " ".join(f"`{key}`" for key in keys.split())


def plain_page() -> str:
    """Return docs/plain.md."""
    parts = [_PLAIN]
    for name, group in GROUPS.items():
        parts += ["", f"## {name.capitalize()}", ""]
        parts += [_line(command.usage) for command in group]
    parts += ["", "## Besides", "", *(_line(each) for each in (HELP.usage, *BESIDES))]
    return "\n".join(parts) + "\n"


def _line(usage: str) -> str:
    typed, _, does = usage.partition(": ")
    return f"- `{typed}`: {does}"


PAGES: dict[str, Callable[[], str]] = {"commands.md": commands_page, "keys.md": keys_page, "plain.md": plain_page}


def main() -> int:
    """Write the pages, or say with `--check` whether they are fresh."""
    folder = Path(__file__).parent
    stale = [name for name, page in PAGES.items() if (folder / name).read_text("utf-8") != page()]
    if "--check" in sys.argv[1:]:
        return int(bool(stale))
    for name in stale:
        (folder / name).write_text(PAGES[name](), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
