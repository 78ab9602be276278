"""What a mail says of what was sent out, so that an answer that quotes it finds its text again."""

import re
from typing import NamedTuple

from reviewtui.domain.review.draft import Draft
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.formats.import_context import ImportContext, OtherPolicy

_LINE = re.compile(
    r"Reference:[>\s]*reviewtui[>\s]+(?P<policy>[0-9a-z]{26})[>\s]+(?P<export>[0-9a-z]{26})[>\s]+"
    r"(?P<version>[0-9a-f]{40}(?:[0-9a-f]{24})?)\b"
)
"""Programs break a line between its words, and put signs of quoting before each."""


class SentMail(NamedTuple):
    """The text that a mail answers, the id of that export, and its commit; both are empty where it names none."""

    draft: Draft
    export: str = ""
    version: str = ""


def reference_line(outgoing: Outgoing) -> str:
    """Return the line that a mail bears."""
    return f"Reference: reviewtui {outgoing.policy_id} {outgoing.export} {outgoing.version}"


def sent_mail(text: str, context: ImportContext) -> SentMail:
    """Return what a text answers: what its reference names, else the draft.

    Raises:
        Refused: the reference belongs to another review, or this clone does not have its text.

    """
    match = _LINE.search(text)
    if match is None:
        return SentMail(context.draft)
    if match["policy"] != context.draft.settings.policy_id:
        raise OtherPolicy(match["policy"], "This mail answers the draft of")
    return SentMail(context.sent(match["policy"], match["version"]), match["export"], match["version"])
