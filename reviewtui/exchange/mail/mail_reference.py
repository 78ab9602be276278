"""What a mail says of what was sent out, so that an answer that quotes it finds its text again."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.formats.import_context import ImportContext, OtherPolicy

_LINE = re.compile(
    r"Reference:[>\s]*reviewtui[>\s]+(?P<policy>[0-9a-z]{26})[>\s]+(?P<export>[0-9a-z]{26})[>\s]+"
    r"(?P<version>[0-9a-f]{40}(?:[0-9a-f]{24})?)\b"
)
"""Programs break a line between its words, and put signs of quoting before each."""
_ID = re.compile(r"<reviewtui\.(?P<policy>[0-9a-z]{26})\.(?P<export>[0-9a-z]{26})\.(?P<version>[0-9a-f]{40,64})@")
_REMARK = re.compile(r"[>\s]*\\?\[(?P<name>[0-9a-hjkmnp-tv-z]{4,26})\\?\](?P<rest>.*)", re.DOTALL)
"""The sign before a paragraph of a letter, in Markdown too."""

_SIGN = 4
"""The fewest characters of a sign."""


class SentMail(NamedTuple):
    """The text that a mail answers, the id of that export, and its commit; both are empty where it names none."""

    draft: Draft
    signed: Mapping[str, Sequence[Thread]]
    """All remarks that there are by now, by the last four characters of their ids, for answers to letters."""
    export: str = ""
    version: str = ""

    def answered(self, words: str) -> tuple[str, str]:
        """Return the remark whose sign words begin with, and the rest of them; empty where no one remark has it."""
        match = _REMARK.match(words)
        near = self.signed.get(match["name"][-_SIGN:], ()) if match else ()
        meant = [each for each in near if match and each.id.endswith(match["name"])]
        if match is None or len(meant) != 1:
            return "", words
        return meant[0].same_as or meant[0].id, match["rest"].strip()


def reference_line(outgoing: Outgoing) -> str:
    """Return the line that a mail bears."""
    return f"Reference: reviewtui {outgoing.policy_id} {outgoing.export} {outgoing.version}"


def message_id(outgoing: Outgoing) -> str:
    """Return the id of a mail, which programs give back in an answer, where the reference itself was deleted too."""
    return f"<reviewtui.{outgoing.policy_id}.{outgoing.export}.{outgoing.version}@reviewtui.invalid>"


def sent_mail(text: str, headers: str, context: ImportContext) -> SentMail:
    """Return what a mail answers: what its reference names, or its `headers` that name other mails, else the draft.

    Raises:
        Refused: the reference belongs to another review, or this clone does not have its text.
    """
    signed: dict[str, list[Thread]] = {}
    for thread in context.draft.review.threads.values():
        signed.setdefault(thread.id[-_SIGN:], []).append(thread)
    match = _LINE.search(text) or _ID.search(headers)
    if match is None:
        return SentMail(context.draft, signed)
    if match["policy"] != context.draft.settings.policy_id:
        raise OtherPolicy(match["policy"], "This mail answers the draft of")
    sent = context.sent(match["policy"], match["version"])
    return SentMail(sent, signed, match["export"], match["version"])
