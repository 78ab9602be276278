"""The command palette, fed from the registry of keys."""

from collections.abc import AsyncIterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reviewtui.tui.keys.key_table import ActKey, keys_of
from reviewtui.tui.keys.search_synonyms import search_synonyms
from reviewtui.tui.screens.base_screen import BaseScreen

_SAID = 0.1
"""The score of an act whose name does not match, but whose explanation or everyday names hold every word."""


class ActsProvider(Provider):
    """Everything that can be done on the screen below the palette, with why some of it is not possible now."""

    async def discover(self) -> Hits:
        """Offer what can be done now."""
        async for key, text, help_ in self._acts():
            if not help_.startswith("Not now"):
                yield DiscoveryHit(text, partial(self._do, key), help=help_)

    async def search(self, query: str) -> Hits:
        """Offer what is called like `query`."""
        matcher, words = self.matcher(query), query.casefold().split()
        async for key, text, help_ in self._acts():
            said = f"{key.label} {key.help} {search_synonyms(key.act)}".casefold()
            score = matcher.match(text) or _SAID * all(word in said for word in words)
            if score > 0:
                yield Hit(score, matcher.highlight(text), partial(self._do, key), help=help_)

    async def _acts(self) -> AsyncIterator[tuple[ActKey, str, str]]:
        screen = self.screen
        if not isinstance(screen, BaseScreen):
            return
        for key in keys_of(screen.NAME, screen.current_focus.keymap):
            if key.act == "palette":
                continue
            reason = key.unavailable(screen.current_focus)
            yield (
                key,
                f"{key.label} ({key.shown})" if key.shown else key.label,
                f"Not now: {_plain(reason)}" if reason else key.help,
            )

    def _do(self, key: ActKey) -> None:
        screen = self.screen
        if isinstance(screen, BaseScreen):
            screen.action_act(key.act)


def _plain(reason: str) -> str:
    """A reason as the palette may show it, which reads square brackets as markup."""
    return reason.replace("[", "(").replace("]", ")")
