"""Reads the answer that a page saved, as a file or as text in a mail; what does not fit the text becomes a remark."""

import base64
import binascii
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Literal

import msgspec

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.policy import Policy, Section
from reviewtui.domain.record.events import Cover, RemarkKind
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import BroughtAct, BroughtPlace, Incoming, Voice
from reviewtui.exchange.formats.clause_number import quote_place
from reviewtui.exchange.formats.dependent_suggestions import dependence_told
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.exchange.formats.sent_paths import own_path

_MOST_BYTES = 20 * 1024 * 1024
_Words = Annotated[str, msgspec.Meta(max_length=200_000)]
_Name = Annotated[str, msgspec.Meta(max_length=200)]
_Path = Annotated[str, msgspec.Meta(max_length=4_096)]
_Offset = Annotated[int, msgspec.Meta(ge=0, le=1 << 40)]
_BEGIN, _END = "-----BEGIN REVIEWTUI ANSWER-----", "-----END REVIEWTUI ANSWER-----"
_MOST_COPIED = 100
_SAVED = re.compile(r"\{\s*\"reviewtui\"\s*:\s*\"answer\"")
_FOR_PEOPLE = re.compile(r"=====\s+\d+ remarks?, to be read by people =====")
_NO_BASE64 = re.compile(r"[^A-Za-z0-9+/=]")


class PageAct(msgspec.Struct, frozen=True):
    """One remark, suggestion or answer as the page writes it."""

    item: _Name
    act: Literal["comment", "suggestion", "reply"]
    body: _Words = ""
    kind: RemarkKind = "general"
    at: datetime | None = None
    path: _Path | None = None
    from_: _Offset | None = msgspec.field(default=None, name="from")
    start: _Offset | None = None
    end: _Offset | None = None
    quote: _Words = ""
    replacement: _Words | None = None
    to: _Name = ""


class PageAnswer(msgspec.Struct, frozen=True):
    """The whole answer."""

    reviewtui: Literal["answer"]
    format: Literal[1]
    policy_id: _Name
    export: _Name
    version: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{40}([0-9a-f]{24})?\Z")]
    name: _Name = ""
    address: _Name = ""
    acts: Annotated[tuple[PageAct, ...], msgspec.Meta(max_length=10_000)] = ()
    held: Annotated[tuple[_Path, ...], msgspec.Meta(max_length=10_000)] = ()
    """The files that stood on the page as a whole."""


def read(content: bytes, context: ImportContext) -> Incoming:
    """Return what an answer brings in.

    Raises:
        Refused: it is no answer of a page, or belongs to another review.
    """
    if len(content) > _MOST_BYTES:
        raise Refused("This file is too large to be the answer of a page.")
    return incoming_of(_decoded(content), context)


def answers_in(text: str) -> Iterator[bytes]:
    """Give the answers that somebody copied into a text, as the page gives them to copy or as it saves them."""
    yield from (text[start:stop].encode() for start, stop in saved_answers(text) if stop is not None)
    at = 0
    for _ in range(_MOST_COPIED):
        start = text.find(_BEGIN, at)
        at = text.find(_END, start)
        if start < 0 or at < 0:
            return
        try:
            yield base64.b64decode(_NO_BASE64.sub("", text[start + len(_BEGIN) : at]))
        except binascii.Error as error:
            raise Refused("The answer in this text is cut off or was changed; ask for the saved file.") from error


def saved_answers(text: str) -> Iterator[tuple[int, int | None]]:
    """Give where the content of a saved file stands in a text; the stop is None for one that was cut off or changed."""
    at = 0
    for _ in range(_MOST_COPIED):
        begin = _SAVED.search(text, at)
        if begin is None:
            return
        try:
            at = json.JSONDecoder().raw_decode(text, begin.start())[1]
        except (ValueError, RecursionError):
            yield begin.start(), None
            return
        yield begin.start(), at


def begins_anywhere(text: str) -> bool:
    """Say whether an answer was copied into a text, whole or cut off."""
    return _BEGIN in text or _SAVED.search(text) is not None


def begins(line: str) -> bool:
    """Say whether a copied answer, or what it says to people, begins on this line of a text."""
    return _BEGIN in line or _FOR_PEOPLE.search(line) is not None


def ends(line: str) -> bool:
    """Say whether a copied answer ends on this line of a text."""
    return _END in line


def _decoded(content: bytes) -> PageAnswer:
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"<":
        raise Refused("This is a page, not an answer; the answer is the file that “Save the answer” makes.")
    if start != b"{":
        content = next(answers_in(content.decode("utf-8", "replace")), content)
    try:
        return msgspec.json.decode(content.lstrip(b"\xef\xbb\xbf"), type=PageAnswer)
    except (ValueError, RecursionError) as error:
        raise Refused("This is no answer that a page saved, or it was changed; ask for the file anew.") from error


def incoming_of(answer: PageAnswer, context: ImportContext) -> Incoming:
    """Return what an answer brings in."""
    sent = context.sent(answer.policy_id, answer.version)
    voice = Voice(answer.name, answer.address)
    acts = dependence_told([_act(act, voice, sent) for act in answer.acts], sent.policy.strings())
    read = (f"{counted(len(acts), 'remark')} of {answer.name}.",)
    return Incoming("html", answer.export, answer.version, acts, _texts(answer, sent.policy), read=read)


def _texts(answer: PageAnswer, policy: Policy) -> tuple[Cover, ...]:
    """The texts that the page held."""
    paths = [own_path(policy, path) for path in answer.held]
    return tuple(Cover(path, policy.texts[path].blob) for path in dict.fromkeys(paths) if path in policy.texts)


def _act(act: PageAct, voice: Voice, sent: Draft) -> BroughtAct:
    at = act.at if act.at is not None and act.at.tzinfo is not None else None
    brought = BroughtAct(act.act, act.item, voice, act.body, None, act.replacement, at, kind=act.kind, quote=act.quote)
    if act.act == "reply":
        return replace(brought, to=act.to, replacement=None)
    if act.path is None:
        return _unplaced(brought, "") if act.act == "suggestion" else brought
    section = sent.policy.section_at(own_path(sent.policy, act.path), act.from_ or act.start or 0)
    if section is None:
        return _unplaced(brought, act.quote)
    return _placed(brought, act, sent.policy, section)


def _placed(brought: BroughtAct, act: PageAct, policy: Policy, section: Section) -> BroughtAct:
    if act.start is None or act.end is None:
        place = BroughtPlace(section.path, section.start, None)
        return replace(brought, place=place) if act.act == "comment" else _unplaced(brought, "")
    text = policy.texts[section.path].text
    if act.end < act.start or act.end > len(text) or text[act.start : act.end] != act.quote:
        again = quote_place(policy, act.quote)
        return _unplaced(brought, act.quote) if again is None else replace(brought, place=again)
    if act.act == "suggestion" and act.replacement is None:
        return _unplaced(brought, act.quote)
    return replace(brought, place=BroughtPlace(section.path, act.start, act.end))


def _unplaced(brought: BroughtAct, quote: str) -> BroughtAct:
    """A remark that says itself which words it means, where these do not stand in the text."""
    why = "its words do not stand where the answer says"
    comment = brought.as_comment(why) if brought.act == "suggestion" else replace(brought, note=why)
    return replace(
        comment, body="\n\n".join(part for part in (f"On “{quote}”:" if quote else "", comment.body) if part)
    )
