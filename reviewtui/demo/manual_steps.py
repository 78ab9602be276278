"""Steps that people do by hand, with an editor and git: drafts of the text, and what no command changes."""

import msgspec

from reviewtui.demo.replay_context import ReplayContext, StoryStep
from reviewtui.demo.story_texts import draft_texts
from reviewtui.domain.settings.review_home import FIRST
from reviewtui.domain.settings.settings import Topic
from reviewtui.store.record import settings_file
from reviewtui.workspace.command.outcome import Outcome

FOLDER = "policy"


class DraftStep(StoryStep, frozen=True, tag="draft"):
    """A new draft: sections are renamed, then removed, then written from the story's folder `files`."""

    files: str
    message: str
    rename: tuple[tuple[str, str], ...] = ()
    remove: tuple[str, ...] = ()

    def play(self, context: ReplayContext) -> Outcome:
        """Commit the draft, and remember its commit under the name of its folder."""
        changes: dict[str, bytes | None] = {}
        for old, new in self.rename:
            changes |= {f"{FOLDER}/{new}": context.read(f"{FOLDER}/{old}"), f"{FOLDER}/{old}": None}
        changes |= {f"{FOLDER}/{name}": None for name in self.remove}
        changes |= {f"{FOLDER}/{name}": content for name, content in draft_texts(self.files).items()}
        outcome = context.commit(self.by, changes, self.message)
        context.drafts[self.files] = outcome.commit
        return outcome


class TopicStep(StoryStep, frozen=True, tag="topic"):
    """A topic that the policy has to cover, written into the settings."""

    id: str
    title: str
    message: str
    terms: tuple[str, ...] = ()
    required: bool = True

    def play(self, context: ReplayContext) -> Outcome:
        """Commit the settings with one topic more."""
        settings = settings_file.decode_settings(context.read(FIRST.settings))
        topic = Topic(self.id, self.title, self.terms, self.required)
        changed = msgspec.structs.replace(settings, topics=(*settings.topics, topic))
        return context.commit(self.by, {FIRST.settings: settings_file.encode_settings(changed)}, self.message)
