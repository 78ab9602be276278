"""What the app remembers of a clone from one run to the next: the filter, the colours, and what was looked at."""

import contextlib
from dataclasses import asdict
from functools import partial

import msgspec

from reviewtui.domain.record.review_state import Review
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.state.requests import ItemSeen, ShowPlace
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.overview.news import News, arrival_words
from reviewtui.views.overview.tour import resumed_stop
from reviewtui.views.threads.thread_filter import ThreadFilter
from reviewtui.workspace.session.clone_memory import CloneMemory


class SessionMemory:
    """Knows what was new when the app was opened, and what of that has been looked at since."""

    def __init__(self, services: AppServices) -> None:
        self._app = services.app
        self._background = services.background
        self._workspace = services.workspace
        self._screens = services.screens
        self._memory = CloneMemory()
        self._seen: dict[str, int | str] = {}
        """What was new and was looked at since, by thread and path: as it stood then."""
        self._knows_news = False
        self._told: Review | None = None
        """The review when it was looked through last."""
        self.together: dict[str, str] = {}
        """The decisions that were made last in one act, by thread: they are taken back as one, also after a restart."""

    async def recall(self) -> str:
        """Take up what was kept, the stop of the tour included; return the colours that were used last."""
        memory = await self._background.in_thread(self._workspace.recall)
        if isinstance(memory, ReviewError):
            return ""
        self._memory = memory
        self.together = dict(memory.together)
        self._screens.give_room(memory.panes)
        with contextlib.suppress(msgspec.ValidationError):
            self._screens.update(remark_filter=msgspec.convert(memory.wanted, ThreadFilter))
        self._screens.update(tour=memory.tour)
        return memory.theme

    async def find_news(self, state: ScreenState) -> None:
        """Show what is new in a draft, without what was looked at since the app was opened."""
        if state.version:
            return
        news = await self._background.in_thread(lambda: self._workspace.news(state, self._memory))
        signed = await self._background.in_thread(lambda: self._workspace.news_since_signoff(state))
        if isinstance(news, ReviewError) or isinstance(signed, ReviewError):
            return
        if not self._memory.commit:
            self._screens.update(first_visit=True)
            # On a first visit all is known as it stands; what comes from now on is new.
            seen = {path: text.blob for path, text in state.draft.policy.texts.items()}
            self._memory = msgspec.structs.replace(self._memory, commit=state.draft.version.commit, seen=seen)
        self._knows_news = True
        # A draft that was read meanwhile is looked through by itself.
        known = self._screens.state is not None and self._screens.state.draft == state.draft
        looked_at = frozenset(name for name, stood in self._seen.items() if stood == _as_it_stands(state.draft, name))
        unseen = News(news.threads - looked_at, news.paths - looked_at, news.spans)
        self._screens.update(news=unseen, since_signoff=signed, news_known=known)
        self._tell_arrived(state, unseen.threads)

    def _tell_arrived(self, state: ScreenState, threads: frozenset[str]) -> None:
        """Say which remarks others decided, made or answered since the repository was looked through last."""
        before, now = self._told, state.draft.review
        self._told = now
        known = before.threads if before is not None else now.threads
        me = state.draft.me
        arrived = {
            each
            for each in threads
            for entry in now.threads[each].entries
            # What I did myself, also in somebody's name, was told when it was done.
            if not (me is not None and entry.event.maker.key == me.key)
            and (each not in known or entry not in known[each].entries)
        }
        if before is not None and arrived:
            read = self._screens.read
            way = read.names["next_new"]
            if self._screens.shown is not read:
                way = f"{read.names['screen_read']} {way}"
            tell(self._app, f"{arrival_words(before, state.draft, arrived)}. {way} goes there.")

    def note_seen(self, message: ItemSeen) -> None:
        """Something new was looked at."""
        if self._screens.state is not None:
            names = (message.path, message.thread)
            self._seen |= {name: _as_it_stands(self._screens.state.draft, name) for name in names}
            self._screens.update(news=self._screens.state.news.without(thread=message.thread, path=message.path))

    def offer_place(self, *, goes_there: bool) -> None:
        """Go where somebody stopped reading; whoever has pressed a key already is only told which key does that."""
        state, (path, at) = self._screens.state, self._memory.place
        section = state.draft.policy.section_at(path, at) if state is not None and path else None
        read = self._screens.read
        if section is None or section == read.view.section:
            return
        place = ShowPlace(path, at, at)
        if goes_there:
            read.view.show_place(place, takes_focus=False)
            tell(self._app, f"This is where you stopped reading, in \u201c{section.title}\u201d.")
        else:
            read.jumps.left_at(place)
            key = read.names["jump_back"]
            tell(self._app, f"You stopped reading in \u201c{section.title}\u201d; {key} goes back there.")

    @property
    def _place(self) -> tuple[str, int]:
        """Where somebody reads now: a file and a character of it."""
        view = self._screens.read.view
        if view.section is None or view.state is None or view.state.version:
            return self._memory.place
        return (view.section.path, view.section.start + view.reader.caret)

    async def keep(self, theme: str) -> None:
        """Keep what is known now for the next run; what fails is forgotten, since nothing was typed there."""
        await self._keep(self._as_kept(theme))

    def keep_tour(self, stop: str) -> None:
        """Keep where the tour stands at once, and nothing else: it goes on there also after a crash."""
        self._memory = memory = msgspec.structs.replace(self._memory, tour=resumed_stop(stop))
        self._background.start(partial(self._keep, memory), "keep")

    async def _keep(self, memory: CloneMemory) -> None:
        await self._background.in_thread(lambda: self._workspace.remember(memory))

    def keep_at_once(self, theme: str) -> None:
        """Keep it without waiting for any other call: the terminal has gone.

        Raises:
            MachineFailed: the disk did not take it.
            NoMatches: the screens have gone too.
        """
        self._workspace.remember(self._as_kept(theme))

    def _as_kept(self, theme: str) -> CloneMemory:
        state = self._screens.state
        tour = resumed_stop(state.tour) if state is not None else ""
        if state is None or state.version or not self._knows_news:
            known = {"theme": theme, "tour": tour, "together": self.together, "place": self._place}
            return msgspec.structs.replace(self._memory, **known, panes=self._screens.pane_sizes)
        draft, news, before = state.draft, state.news, self._memory.seen
        # Bytes that are not committed cannot be compared with later: what was seen before them is.
        seen = {
            path: before.get(path, text.blob) if path in news.paths or text.dirty else text.blob
            for path, text in draft.policy.texts.items()
            if path in before or path not in news.paths
        }
        chosen = {name: value for name, value in asdict(state.remark_filter).items() if value}
        unread = tuple(sorted(news.threads))
        panes, commit = self._screens.pane_sizes, draft.version.commit
        return CloneMemory(theme, chosen, commit, seen, unread, tour, self.together, self._place, panes)


def _as_it_stands(draft: Draft, name: str) -> int | str:
    """Return what tells whether a thread or a text says something else than before: its entries, or its bytes."""
    thread, text = draft.review.threads.get(name), draft.policy.texts.get(name)
    return len(thread.entries) if thread is not None else text.blob if text is not None else ""
