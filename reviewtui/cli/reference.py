"""The command reference: every command with its arguments and options, as one page of Markdown."""

from collections.abc import Iterator

import click

from reviewtui.cli.program import program

_NAME = "reviewtui"
# The names behind -C and --policy, which are said once at the top of the page, since every command has them.
_EVERYWHERE = frozenset({"around", "of_policy"})
_EXAMPLE = "Example: "
_TOP = """# Commands

This page is made from the commands themselves: `make docs`. The same words stand behind `reviewtui COMMAND --help`.

Every command takes `-C PATH`, to work in the repository around another folder, and `--help`. Where a repository holds
[several policies](author.md#several-policies-in-one-repository), you mean the one in whose folder you stand (at the
root the first one); elsewhere say `--policy NAME` (but for `init`, where that is the folder of the new one).

A *thread* is named by its id or by any end of it that no other thread has. A *section* is named by its path within the
policy folder, with or without `.md`, or by its title where only one section has it. Exit codes stand in
[the record](record.md)."""


def reference_page() -> str:
    """Return docs/commands.md."""
    context = click.Context(program, info_name=_NAME)
    commands = list(_commands(program, context))
    index = (
        f"- [`{context.command_path}`](#{_slug(context)}): {_first_line(command)}" for command, context in commands
    )
    return "\n".join([_TOP, "", *index, *(line for entry in commands for line in _entry(*entry))]) + "\n"


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


def _entry(command: click.Command, context: click.Context) -> Iterator[str]:
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


if __name__ == "__main__":
    click.echo(reference_page(), nl=False)
