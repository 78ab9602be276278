"""Begins with a draft that somebody wrote in Word: its sections become files, committed before the review begins."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from reviewtui.domain.actions.bringing_in.person_mapping import given_names
from reviewtui.domain.actions.commands import BeginReview, BringIn, Command
from reviewtui.domain.person import Person
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import BegunReview, Incoming
from reviewtui.domain.settings.review_home import ReviewHome, home_of, require_beside
from reviewtui.exchange.formats.format_registry import office_form
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.exchange.word.acts.returned_document import returned
from reviewtui.exchange.word.markdown.first_draft import FirstDraft, first_draft, slug
from reviewtui.exchange.word.reading.paragraph import WordDocument
from reviewtui.exchange.word.reading.word_document import read_document
from reviewtui.store.commit.commits import PathChange
from reviewtui.store.files.document_conversion import converted
from reviewtui.store.files.given_file import read_given
from reviewtui.store.record.review_homes import reviews_here
from reviewtui.text.words.spacing import single_spaced
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.file_exchange import MAX_FILE
from reviewtui.workspace.real_environment import Environment

FIRST_FOLDER = "policy"
"""Where the text goes when nobody names a folder."""


@dataclass(frozen=True)
class DocumentStart:
    """Begins reviews in one clone: `at_work` holds its lock, `carry_out` and `load` do that for one of its reviews."""

    environment: Environment
    at_work: Callable[[], AbstractContextManager[Person]]
    carry_out: Callable[[ReviewHome, Command], Outcome]
    load: Callable[[ReviewHome], Draft]

    def begin(self, file: Path, folder: str, title: str, names: tuple[str, ...]) -> BegunReview:
        """Begin a review with the sections of a document as its text, and its comments and changes as remarks.

        Raises:
            Refused: there is a review already, something lies in the folder, or the document cannot be read.
        """
        given_names(names)
        document = read_first_document(file)
        with self.at_work():
            first = write_first_draft(self.environment, document, str(file), folder)
        begin = BeginReview(folder or FIRST_FOLDER, title or first.title)
        begun = self.carry_out(self.environment.repository.home, begin)
        home = home_of(begun.path)
        incoming = remarks_of_first(document, self.load(home))
        brought = self.carry_out(home, BringIn(incoming, (*names, *placeholder_names(incoming, names))))
        told = dict.fromkeys((*first.told, *incoming.left_out))
        return BegunReview(tuple(first.files), tuple(told), begun.message, begun.commit, brought.threads)


def read_first_document(file: Path) -> WordDocument:
    """Return the document in a file; one of another office program goes through LibreOffice.

    Raises:
        Refused: there is no such file, it is no document, or not safe to read.
    """
    content = read_given(file, MAX_FILE)
    if office_form(file.name) == ".docx":
        content = converted(content, file.name, ".docx")
    # Whatever it was made from, it is the first text of this review.
    return replace(read_document(content), properties=())


def write_first_draft(environment: Environment, document: WordDocument, name: str, folder: str) -> FirstDraft:
    """Commit the sections of a document as new files in `folder`, and return them.

    Raises:
        Refused: there is a review already, or something lies in the folder, or the document is empty.
    """
    repository = environment.repository
    inside = (folder or FIRST_FOLDER).strip().replace("\\", "/").strip("/")
    reviews = [review for review in reviews_here(repository) if review.folder]
    if reviews and not folder:
        raise Refused(
            "There is a review in this repository already; its text is its own. For another policy name a new folder "
            "with --policy."
        )
    require_beside(reviews, inside)
    target = repository.work_tree / inside
    if ".." in inside.split("/") or (target.exists() and (not target.is_dir() or any(target.iterdir()))):
        raise Refused(f"There is something in '{inside}' already; name a new folder with --policy.")
    draft = first_draft(document)
    if not any(text.strip() for text in draft.files.values()):
        raise Refused(f"There is no text in '{name}'.")
    repository.require_quiet()
    contents = {f"{inside}/{section}": text.encode("utf-8") for section, text in draft.files.items()}
    changes = (PathChange(path, content, content, content) for path, content in contents.items())
    environment.commit_first(changes, f"Bring in the first draft from {Path(name).name}\n")
    return draft


def remarks_of_first(document: WordDocument, draft: Draft) -> Incoming:
    """Return the comments and tracked changes of a document, placed in the files that were made of it."""
    return returned(document, ImportContext(draft, lambda _commit: None), is_first=True)


def placeholder_names(incoming: Incoming, names: tuple[str, ...]) -> tuple[str, ...]:
    """Name everybody in a document of whom nobody says who they are: by its name for them, at no address.

    There are no organisations yet to which they could belong.
    """
    own = {name.source for name in given_names(names)}
    return tuple(
        f"{voice.name}={shown} <{slug(shown)}@unknown.invalid>"
        for voice in incoming.voices()
        if voice.name not in own
        for shown in [single_spaced(voice.name.replace("<", "(").replace(">", ")")) or "Unknown author"]
    )
