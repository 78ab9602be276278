"""The command that has a shell complete what is typed."""

import click

from reviewtui.cli.completion import SHELLS, script
from reviewtui.cli.options import folder_option, json_option
from reviewtui.cli.output import say_data, say_page


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@json_option
@folder_option
@click.pass_context
def completion(context: click.Context, shell: str, as_json: bool) -> None:
    """Print what a shell needs to complete commands, options, sections and remarks with the Tab key.

    In ~/.bashrc or ~/.zshrc: eval "$(reviewtui completion bash)", or zsh. For fish, write it to
    ~/.config/fish/completions/reviewtui.fish.

    Example: reviewtui completion bash
    """
    text = script(context.find_root().command, shell)
    if as_json:
        say_data({"shell": shell, "script": text})
    else:
        say_page([text])
