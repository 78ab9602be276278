"""The command that shows the app in a browser."""

import asyncio

import click

from reviewtui.cli.options import Opened, repository_command
from reviewtui.cli.output import say, say_data
from reviewtui.domain.refusal import Refused


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=0, metavar="P", help="The port; any free one by default."
)
@repository_command
def serve(opened: Opened, port: int, as_json: bool) -> None:
    """Show the app in a browser on this machine, until Ctrl-C.

    Prints the address to open. It holds a secret: whoever has it, on this machine, acts as you. Nobody outside of this
    machine can reach it. It needs an extra: pip install 'reviewtui[serve]'

    Example: reviewtui serve --port 8765
    """
    try:
        from reviewtui.cli.serving.browser_server import BrowserServer
    except ImportError as error:
        raise Refused("To show the app in a browser install its extra: pip install 'reviewtui[serve]'") from error
    folder = opened.workspace.folder

    def tell(address: str) -> None:
        if as_json:
            say_data({"address": address})
        else:
            say([f"Open {address}", "Ctrl-C ends it."])

    if asyncio.run(BrowserServer(folder, tell).run(port)):
        raise KeyboardInterrupt
