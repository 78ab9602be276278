"""The command palette, fed from the registry of keys."""

from collections.abc import AsyncIterator, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reviewtui.tui.keys.key_table import SCREENS, ActKey, keys_of
from reviewtui.tui.keys.search_synonyms import search_synonyms
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.state.requests import RunActOn

_SAID = 0.1
"""The score of an act whose name does not match, but whose explanation or everyday names hold every word."""

_ELSEWHERE = 0.9
"""What the score of an act of another screen is multiplied by."""


class ActsProvider(Provider):
    """What can be done on the screen below the palette, with why some of it is not possible now.

    What is looked for is found on the other screens too.
    """

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
        for screen, key in self._elsewhere():
            text = (
                f"{key.label} ({key.shown} on {SCREENS[screen]})" if key.shown else f"{key.label} ({SCREENS[screen]})"
            )
            # What the screen below can do comes first where both are called alike.
            score = _ELSEWHERE * matcher.match(text)
            if score > 0:
                yield Hit(score, matcher.highlight(text), partial(self._do_on, screen, key), help=key.help)

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

    def _elsewhere(self) -> Iterator[tuple[str, ActKey]]:
        """Yield what the screen below does not know, each act once, with the first screen that does."""
        shown = self.screen
        if not isinstance(shown, BaseScreen):
            return
        keymap = shown.current_focus.keymap
        known = {key.act for key in keys_of(shown.NAME, keymap)}
        for screen in SCREENS:
            for key in keys_of(screen, keymap):
                if key.act not in known:
                    known.add(key.act)
                    yield screen, key

    def _do_on(self, screen: str, key: ActKey) -> None:
        self.screen.post_message(RunActOn(screen, key.act))

    def _do(self, key: ActKey) -> None:
        screen = self.screen
        if isinstance(screen, BaseScreen):
            screen.action_act(key.act)


def _plain(reason: str) -> str:
    """A reason as the palette may show it, which reads square brackets as markup."""
    return reason.replace("[", "(").replace("]", ")")
