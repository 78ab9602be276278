"""The whole of a document that is sent out: its title, what it says about itself, the paragraphs of the policy."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewtui.domain.policy.policy import Policy, Section
from reviewtui.exchange.word.layout.sent_paragraph import SentKind, SentParagraph, SentRun
from reviewtui.exchange.word.layout.sent_text import sent_paragraphs

EXPORT = "reviewtui-export"
POLICY = "reviewtui-policy"
VERSION = "reviewtui-version"
TITLE = "reviewtui-title"
SECTION = "reviewtui-section-"
"""The names of the properties by which a file finds home; of each section its blob and name."""
TOLD = (
    "This is a draft for review, version {version}. Change the words as you would have them, and add comments: what "
    "you change is tracked under your name. Send the file back when you are done."
)
"""What we write above the text."""


@dataclass(frozen=True, slots=True)
class SentDocument:
    """The paragraphs of a document in the order in which they stand in it, footnotes last."""

    title: str
    version: str
    sections: tuple[Section, ...]
    paragraphs: tuple[SentParagraph, ...]

    def bookmark(self, index: int) -> str:
        """Return the name of a paragraph's bookmark: its file, and where it stands in it."""
        paragraph = self.paragraphs[index]
        if not paragraph.is_of_policy or not paragraph.text:
            return ""
        paths = list(dict.fromkeys(section.path for section in self.sections))
        return f"rt_{paths.index(paragraph.path)}_{paragraph.start}_{paragraph.end}"


def sent_document(title: str, version: str, policy: Policy, sections: Sequence[Section]) -> SentDocument:
    """Return the document of sections of a policy."""
    head = [_own("title", title), _own("told", TOLD.format(version=version[:10]))]
    return SentDocument(title, version, tuple(sections), (*head, *sent_paragraphs(policy, sections)))


def _own(kind: SentKind, words: str) -> SentParagraph:
    return SentParagraph("", "", kind, (SentRun(words, 0, 0),))
