"""What the Tab key offers in a shell: commands, options and their values, and the sections and remarks at hand.

click asks for it: the script that `reviewtui completion` prints calls the program anew with each Tab, so what is
offered is always what there is.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)

from reviewtui.cli.options import Opened
from reviewtui.domain.record.thread import in_words
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.text.words.visible import visible_line
from reviewtui.views.excerpt import gist

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_REVIEWTUI_COMPLETE"
"""The variable by which a shell asks for what can stand at the cursor."""
_THREADS = frozenset({"thread", "threads", "other", "of", "target"})
_SECTIONS = frozenset({"section", "sections", "also"})
_VERSIONS = frozenset({"old", "new", "at", "since"})


class _AtHand(ShellComplete):
    """Offers, beside what click knows, the sections, remarks and versions of the review around the folder."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return what can stand at the cursor."""
        offered = super().get_completions(args, incomplete)
        if offered or incomplete.startswith("-"):
            return offered
        context = click.shell_completion._resolve_context(self.cli, self.ctx_args, self.prog_name, args)  # noqa: SLF001
        asked, incomplete = click.shell_completion._resolve_incomplete(context, args, incomplete)  # noqa: SLF001
        name = asked.name if isinstance(asked, click.Parameter) else ""
        return [item for item in _at_hand(context, name or "") if item.value.startswith(incomplete)]


def _at_hand(context: click.Context, name: str) -> Iterator[CompletionItem]:
    if not {name} & (_THREADS | _SECTIONS | _VERSIONS):
        return
    typed = context.find_root().params
    opened = context.find_object(Opened) or Opened(Path(typed.get("folder") or "."), typed.get("policy") or "")
    try:
        draft = opened.workspace.load(placed=False)
    except ReviewError:
        return
    yield from (
        item for item in _items(draft, name) if item.value == visible_line(item.value) and " " not in item.value
    )


def _items(draft: Draft, name: str) -> Iterator[CompletionItem]:
    if name in _SECTIONS:
        for section in draft.policy.sections:
            yield CompletionItem(section.name.removesuffix(".md"), help=visible_line(section.title))
    elif name in _VERSIONS:
        yield from (CompletionItem(version.name) for version in reversed(draft.releases))
    else:
        for thread in draft.review.threads.values():
            words = visible_line(gist(thread, 50))
            yield CompletionItem(draft.review.name_of(thread.id), help=f"{in_words(thread.state)}: {words}")


class _Bash(_AtHand, BashComplete):
    """Bash; which version of it is asked by the script's own reader, not here."""

    def source(self) -> str:
        """Return the script."""
        return ShellComplete.source(self)


class _Zsh(_AtHand, ZshComplete):
    """Zsh."""


class _Fish(_AtHand, FishComplete):
    """Fish."""


_CLASSES: dict[str, type[ShellComplete]] = {"bash": _Bash, "zsh": _Zsh, "fish": _Fish}


def script(program: click.Command, shell: str) -> str:
    """Return the script that has a shell ask this program."""
    return _CLASSES[shell](program, {}, "reviewtui", VARIABLE).source()


def answer_shells() -> None:
    """Let a shell that asks be answered by the classes of this module."""
    if VARIABLE in os.environ:
        for shell, answering in _CLASSES.items():
            add_completion_class(answering, shell)
