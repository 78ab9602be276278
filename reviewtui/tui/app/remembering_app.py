"""What the app remembers of a clone from one run to the next: the filter, the colours, and what was looked at."""

import contextlib
from dataclasses import asdict

import msgspec

from reviewtui.domain.refusal import ReviewError
from reviewtui.tui.app.watching_app import WatchingApp
from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.state.messages import Looked
from reviewtui.tui.state.screen_state import Situation
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
        found = await self.slowly(self.work_place.recall)
        if isinstance(found, ReviewError):
            return
        self._memory = found
        with contextlib.suppress(msgspec.ValidationError):
            self.amend(wanted=msgspec.convert(found.wanted, ThreadFilter))
        if not self.preferences.theme and found.theme in self.available_themes:
            self.theme = found.theme

    async def find_news(self, situation: Situation) -> None:
        """Hand round what is new in a situation, without what was looked at since the app was opened."""
        if situation.version:
            return
        news = await self.slowly(lambda: self.work_place.news(situation, self._memory))
        if isinstance(news, News):
            kept = News(news.threads - self._looked, news.paths - self._looked, news.spans)
            self.amend(news=kept)
            self._is_told = True

    def on_looked(self, message: Looked) -> None:
        """Something new was looked at."""
        if self.situation is not None:
            self._looked |= {message.path, message.thread}
            self.amend(news=self.situation.news.without(thread=message.thread, path=message.path))

    def next_colours(self) -> None:
        """Change to the next theme, unless the settings name one for good."""
        super().next_colours()
        if self.preferences.theme:
            tell(self, f"Your settings name {self.preferences.theme}, which comes back with the next start.")

    async def remember(self) -> None:
        """Keep what is known now for the next run; what fails is forgotten, since nothing was typed there."""
        memory = self.as_kept()
        await self.slowly(lambda: self.work_place.remember(memory))

    @property
    def remembered(self) -> CloneMemory:
        """What was kept when the app was opened."""
        return self._memory

    def as_kept(self) -> CloneMemory:
        """What is known now, for the next run."""
        situation = self.situation
        if situation is None or situation.version or not self._is_told:
            return msgspec.structs.replace(self._memory, theme=self.theme)
        draft, news, before = situation.draft, situation.news, self._memory.seen
        # Bytes that are not committed cannot be compared with later: what was seen before them is.
        seen = {
            path: before.get(path, text.blob) if path in news.paths or text.dirty else text.blob
            for path, text in draft.policy.texts.items()
            if path in before or path not in news.paths
        }
        wanted = {name: value for name, value in asdict(situation.wanted).items() if value}
        return CloneMemory(self.theme, wanted, draft.version.commit, seen, tuple(sorted(news.threads)))
