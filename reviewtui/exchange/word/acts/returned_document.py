"""Reads a returned document into what it brings in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reviewtui.domain.counted_nouns import counted, first_few
from reviewtui.domain.policy.policy import ReadPolicy, Section
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import BroughtAct, BroughtPlace, Incoming, Voice
from reviewtui.exchange.formats.dependent_suggestions import dependence_told
from reviewtui.exchange.formats.export_content import title_sent, whole_texts
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.exchange.formats.sent_paths import sent_path
from reviewtui.exchange.word.acts.act_list import UNKNOWN_VERSION, UNTRACKED, UNTRACKED_PERHAPS, ActList
from reviewtui.exchange.word.acts.change_acts import ChangeActs, add_shapes, add_untracked_moves
from reviewtui.exchange.word.acts.comment_acts import CommentActs
from reviewtui.exchange.word.acts.document_report import DocumentReport
from reviewtui.exchange.word.acts.known_remarks import KnownRemarks
from reviewtui.exchange.word.acts.returned_text import ReturnedText
from reviewtui.exchange.word.acts.unsure_passages import shapes_kept, sure_changes
from reviewtui.exchange.word.layout.sent_text import (
    EXPORT,
    POLICY,
    SECTION,
    TITLE,
    VERSION,
    SentDocument,
    sent_document,
)
from reviewtui.exchange.word.markdown.first_draft import first_draft
from reviewtui.exchange.word.matching.base_version import BaseKind, likely_version, named_version, sections_in
from reviewtui.exchange.word.matching.document_alignment import align
from reviewtui.exchange.word.matching.sent_places import SentPlace, SentPlaces
from reviewtui.exchange.word.matching.shared_deletions import changes_as_meant
from reviewtui.exchange.word.matching.structure_changes import Shapes, shapes_of, shapes_of_foreign, shapes_tracked
from reviewtui.exchange.word.matching.tracked_edits import edits_of
from reviewtui.exchange.word.matching.tracked_moves import moves_named
from reviewtui.exchange.word.matching.untracked_changes import untracked_edits
from reviewtui.exchange.word.reading.original_document import Original, OriginalDocument
from reviewtui.exchange.word.reading.paragraph import WordDocument
from reviewtui.text.words.spacing import single_spaced

_MOST = 4_000
"""Characters of new paragraphs, side by side, that are one remark."""


_EXPORT_LOST = "It has lost the id of what was sent out, so it does not count as reading of its texts."
_MOST_CHANGED = 0.5
"""From this share of changed paragraphs on it is another text, of which the untracked differences are not told."""


@dataclass(frozen=True, slots=True)
class _SentVersion:
    """What a document was made from: the version, its sections, how that is known, and what is to be told of it."""

    draft: Draft
    document: SentDocument
    known: BaseKind
    commit: str = ""
    """In which its places count; empty for the draft as it is."""
    told: tuple[str, ...] = ()


def returned(document: WordDocument, context: ImportContext, *, is_first: bool = False) -> Incoming:
    """Return what a Word document brings in; `is_first`: the draft was made of it, so that all changes are tracked.

    Raises:
        Refused: it was made from another policy.
    """
    original = OriginalDocument(document.paragraphs)
    ordered = list(original.in_order())
    sent = _made_of_it(context.draft) if is_first else _sent_version(document, ordered, context)
    is_itself = sent.known == "itself"
    text = replace(_beside(document, original, ordered, sent), loses_changes=context.loses_changes)
    places = text.places
    is_compared = not is_itself and sent.known != "unknown" and not _is_other(sent, places)
    is_whole = sent.known != "likely"
    tracked = moves_named(list(changes_as_meant(edits_of(original.paragraphs), original.paragraphs)), places)
    untracked = list(untracked_edits(places, ordered, is_whole=is_whole)) if is_compared else []
    shapes = _shapes(places, ordered, sent.known if is_compared or is_itself else "unknown")

    acts, remarks = ActList(), KnownRemarks(sent.draft, sent.document.paragraphs)
    changes = ChangeActs(text, remarks, acts)
    comments = CommentActs(text, remarks, acts, changes)
    if context.loses_changes:
        shapes = shapes_kept(shapes, tracked, text)
        sure = sure_changes(text, (*tracked, *untracked), remarks, acts)
        tracked, untracked = ([edit for edit in sure if edit.tracked is is_tracked] for is_tracked in (True, False))
    changes.take(tracked)
    change_count = len(acts.acts)
    changes.take(untracked)
    if is_compared:
        add_untracked_moves(text, acts)
    elif not is_itself:
        add_unknown(text, ordered, acts)
    add_shapes(text, acts, shapes)
    comments.take()
    export = document.property_of(EXPORT) if sent.known == "marked" else ""
    report = DocumentReport(text, tracked, change_count, untracked, shapes, changes.unseen, is_compared=is_compared)
    return Incoming(
        format="docx",
        export=export,
        version=sent.commit,
        acts=_noted(sent, acts.acts, text.sources),
        texts=whole_texts(sent.draft.policy, sent.document.sections) if export else (),
        read=(*report.lines(), *sent.told),
        left_out=(
            *report.left_out(comments.marked, is_whole=is_itself or (is_whole and is_compared)),
            *report.handled(changes.accepted.values(), remarks.rejected(changes.present), comments.added),
            *report.alike(changes.alike.values()),
        ),
        details=report.details(),
    )


def _beside(
    document: WordDocument, original: OriginalDocument, ordered: Sequence[Original], sent: _SentVersion
) -> ReturnedText:
    """The document beside what was sent."""
    places = SentPlaces(sent.document, original.paragraphs, align(sent.document, ordered))
    sources = {section.path: sent.draft.policy.texts[section.path].text for section in sent.document.sections}
    return ReturnedText(document, original, places, sources)


def _is_other(sent: _SentVersion, places: SentPlaces) -> bool:
    """Whether so much is new or gone that a document is another text."""
    other = len(places.alignment.new) + (0 if sent.known == "likely" else len(places.alignment.gone))
    return other > _MOST_CHANGED * len(sent.document.paragraphs)


def _holds(read: ReadPolicy, files: frozenset[str]) -> bool:
    """Whether a version has each of these texts as a section."""
    return files <= {text.text for text in read.policy.texts.values()}


def _made_of_it(draft: Draft, files: frozenset[str] = frozenset(), commit: str = "") -> _SentVersion:
    """The draft that was made of a document itself: the sections with its texts, and nothing of ours around them."""
    policy = draft.policy
    sections = [each for each in policy.sections if not files or policy.texts[each.path].text in files]
    told = ("Without its tracked changes it is the text as it was, so nothing was changed without tracking.",)
    return _SentVersion(draft, sent_document("", "", policy, sections), "itself", commit, told)


def _shapes(places: SentPlaces, ordered: Sequence[Original], known: BaseKind) -> Shapes:
    """Return what was changed besides words, as far as the document tells, or the comparison with what was sent."""
    if known == "itself":
        return shapes_tracked(places, ordered)
    return shapes_of_foreign(places) if known in {"likely", "unknown"} else shapes_of(places, ordered)


def _noted(sent: _SentVersion, acts: Sequence[BroughtAct], sources: Mapping[str, str]) -> tuple[BroughtAct, ...]:
    """The acts with what the author should know of them together, and of the version they were compared with."""
    # What one person tracked in a sentence is one suggestion already.
    are_several = len({act.voice.name for act in acts if act.replacement is not None}) > 1
    noted = dependence_told(acts, sources) if are_several else tuple(acts)
    if sent.known != "likely":
        return noted
    return tuple(replace(act, note=act.note.replace(UNTRACKED, UNTRACKED_PERHAPS)) for act in noted)


def _sent_version(document: WordDocument, originals: Sequence[Original], context: ImportContext) -> _SentVersion:
    """Return what a document was made from."""
    commit, policy = document.property_of(VERSION), document.property_of(POLICY)
    draft = context.sent_if_here(policy, commit) if policy and commit else None
    if draft is not None:
        as_sent = sent_document(document.property_of(TITLE), commit, draft.policy, list(_sections(document, draft)))
        lost = () if document.property_of(EXPORT) else (_EXPORT_LOST,)
        return _SentVersion(draft, as_sent, "marked", draft.version.commit, lost)
    named = commit or named_version(originals)
    now, draft = context.draft, context.at(named) if named and not policy else None
    told = [f"It was made from version {commit[:10]}, which this clone does not have."] if commit and not draft else []
    if draft is not None:
        told.append(f"It has lost what marks it as sent from here; it still says that it was version {named[:10]}.")
        return _unmarked(_SentVersion(draft, _document(draft, originals, named), "named", draft.version.commit), told)
    versions = (ReadPolicy(now.policy, now.version.commit), *context.earlier())
    files = frozenset(text for text in first_draft(document).files.values() if text.strip())
    if files and (origin := next((each for each in versions if _holds(each, files)), None)) is not None:
        draft = now if origin is versions[0] else context.at(origin.version)
        if draft is not None:
            return _made_of_it(draft, files, "" if draft is now else draft.version.commit)
    likely = likely_version(originals, versions)
    if likely is not None and likely.read.policy is not now.policy:
        draft = context.at(likely.read.version)
    if likely is None or (draft is None and likely.read.policy is not now.policy):
        told.append(
            "It does not tell which version it was made from, and is like none that is known here: what it says and "
            "the draft does not comes in as remarks."
        )
        as_sent = sent_document("", named, now.policy, now.policy.sections)
        return _SentVersion(now, as_sent, "unknown", told=tuple(told))
    version = draft.version if draft is not None else None
    name = "the draft" if version is None else version.name if version.release else f"version {version.commit[:10]}"
    told.append(
        f"It does not tell which version it was made from; it was compared with {name}, in which {likely.equal} of its "
        f"{likely.count} paragraphs are the same."
    )
    as_sent = _document(draft or now, originals, named)
    return _unmarked(_SentVersion(draft or now, as_sent, "likely", draft.version.commit if draft else ""), told)


def _document(draft: Draft, originals: Sequence[Original], version: str) -> SentDocument:
    """What was sent, of the sections of which a document that lost its marks holds anything."""
    sections = list(sections_in(originals, draft.policy)) or list(draft.policy.sections)
    return sent_document(title_sent(draft.settings.title, sections), version, draft.policy, sections)


def _unmarked(sent: _SentVersion, told: Sequence[str]) -> _SentVersion:
    """Tell which sections a document does not hold: whether it ever did is not known."""
    missing = [each.title for each in sent.draft.policy.sections if each not in sent.document.sections]
    left = f"It holds nothing of {counted(len(missing), 'section')} of that: {first_few(missing, 5)}."
    return replace(sent, told=(*told, *([left] if missing else [])))


def _sections(document: WordDocument, draft: Draft) -> Iterator[Section]:
    """The sections that were sent, in their order; all where the file does not say."""
    # Some programs write the properties in another order.
    numbered = {
        int(name.removeprefix(SECTION)): value.partition(" ")[2]
        for name, value in document.properties
        if name.startswith(SECTION) and name.removeprefix(SECTION).isdecimal()
    }
    names = [numbered[number] for number in sorted(numbered)]
    by_name = {sent_path(section.name): section for section in draft.policy.sections}
    yield from [by_name[name] for name in names if name in by_name] or draft.policy.sections


def add_unknown(text: ReturnedText, originals: Sequence[Original], acts: ActList) -> None:
    """Add a remark for each paragraph that reads otherwise than in the draft, and for those that are not there."""
    waiting: list[Original] = []
    before: SentPlace | None = None
    for original in originals:
        pair = text.places.alignment.pairs.get(original.number)
        if pair is None:
            waiting += [original] if original.text.strip() else []
            continue
        _add_new(text, waiting, before, acts)
        waiting = []
        paragraph = text.places.document.paragraphs[pair.sent]
        before = SentPlace(pair.sent, len(paragraph.text))
        if paragraph.is_of_policy and single_spaced(original.text) != single_spaced(paragraph.text):
            place = next(text.passages(SentPlace(pair.sent, 0), before), BroughtPlace(paragraph.path))
            _add(acts, f"In the file this reads: “{original.text}”", place, paragraph.text)
    _add_new(text, waiting, before, acts)


def _add_new(text: ReturnedText, originals: Sequence[Original], before: SentPlace | None, acts: ActList) -> None:
    paragraph = text.places.paragraph(before) if before is not None else None
    place = None
    if paragraph is not None and paragraph.is_of_policy:
        place = BroughtPlace(paragraph.path, paragraph.end, paragraph.end)
    for words in _chunks(originals):
        _add(acts, f"In the file stands{' here' if place else ''}: “{words}”", place, "")


def _chunks(originals: Sequence[Original]) -> Iterator[str]:
    """The words of paragraphs, a line each, in parts that a remark can hold."""
    lines: list[str] = []
    for original in originals:
        if lines and sum(map(len, lines)) + len(original.text) > _MOST:
            yield "\n".join(lines)
            lines = []
        lines.append(original.text)
    if lines:
        yield "\n".join(lines)


def _add(acts: ActList, body: str, place: BroughtPlace | None, quote: str) -> None:
    acts.add(BroughtAct("comment", "", Voice(""), body, place, note=UNKNOWN_VERSION, quote=quote), body)
