"""What the app remembers of a clone from one run to the next: the filter, the colours, and what was looked at."""

import contextlib
from dataclasses import asdict

import msgspec

from reviewtui.domain.refusal import ReviewError
from reviewtui.tui.app.watching_app import WatchingApp
from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.state.messages import ItemSeen
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.overview.news import News
from reviewtui.views.threads.thread_rows import ThreadFilter
from reviewtui.workspace.session.clone_memory import CloneMemory


class RememberingApp(WatchingApp):
    """Knows what was new when it was opened, and what of that has been looked at since."""

    _memory = CloneMemory()
    """What was kept when the app was opened: what is new is told by it until the app is left."""
    _looked: frozenset[str] = frozenset()
    _is_told = False
    """Whether it is known what is new."""

    async def recall(self) -> None:
        """Take up what was kept."""
        found = await self.in_thread(self.workspace.recall)
        if isinstance(found, ReviewError):
            return
        self._memory = found
        with contextlib.suppress(msgspec.ValidationError):
            self.update_state(wanted=msgspec.convert(found.wanted, ThreadFilter))
        if not self.preferences.theme and found.theme in self.available_themes:
            self.theme = found.theme

    async def find_news(self, state: ScreenState) -> None:
        """Hand round what is new in a state, without what was looked at since the app was opened."""
        if state.version:
            return
        news = await self.in_thread(lambda: self.workspace.news(state, self._memory))
        if isinstance(news, News):
            kept = News(news.threads - self._looked, news.paths - self._looked, news.spans)
            self.update_state(news=kept)
            self._is_told = True

    def on_item_seen(self, message: ItemSeen) -> None:
        """Something new was looked at."""
        if self.state is not None:
            self._looked |= {message.path, message.thread}
            self.update_state(news=self.state.news.without(thread=message.thread, path=message.path))

    def next_colours(self) -> None:
        """Change to the next theme, unless the settings name one for good."""
        super().next_colours()
        if self.preferences.theme:
            tell(self, f"Your settings name {self.preferences.theme}, which comes back with the next start.")

    async def remember(self) -> None:
        """Keep what is known now for the next run; what fails is forgotten, since nothing was typed there."""
        memory = self.as_kept()
        await self.in_thread(lambda: self.workspace.remember(memory))

    @property
    def remembered(self) -> CloneMemory:
        """What was kept when the app was opened."""
        return self._memory

    def as_kept(self) -> CloneMemory:
        """What is known now, for the next run."""
        state = self.state
        if state is None or state.version or not self._is_told:
            return msgspec.structs.replace(self._memory, theme=self.theme)
        draft, news, before = state.draft, state.news, self._memory.seen
        # Bytes that are not committed cannot be compared with later: what was seen before them is.
        seen = {
            path: before.get(path, text.blob) if path in news.paths or text.dirty else text.blob
            for path, text in draft.policy.texts.items()
            if path in before or path not in news.paths
        }
        wanted = {name: value for name, value in asdict(state.wanted).items() if value}
        return CloneMemory(self.theme, wanted, draft.version.commit, seen, tuple(sorted(news.threads)))
