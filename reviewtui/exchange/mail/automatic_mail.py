"""Mails that no person wrote: absence notes, receipts, and what a server says of a mail that it could not deliver."""

import re
from email.message import EmailMessage

_SUBJECT = re.compile(
    r"\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|abwesenheits\w*"
    r"|automatische antwort|réponse automatique|ateb awtomatig|undeliverable|undelivered mail"
    r"|delivery status notification|mail delivery|returned mail|delivery failure|read receipt)\b",
    re.IGNORECASE,
)
_SERVERS = re.compile(r"\A(?:mailer-daemon|postmaster)@", re.IGNORECASE)


def automatic(mail: EmailMessage) -> str:
    """Say what sort of automatic mail this is; empty for one that a person wrote."""
    if mail.get_content_type() == "multipart/report" or _SERVERS.match(_address(mail)):
        return "This is a report of a mail server"
    sent = str(mail.get("Auto-Submitted", "no")).partition(";")[0].strip().lower()
    marked = any(name in mail for name in ("X-Autoreply", "X-Autorespond")) or mail.get("Precedence") == "auto_reply"
    if sent != "no" or marked or _SUBJECT.match(str(mail.get("Subject", ""))):
        return "This is an automatic reply"
    return ""


def _address(mail: EmailMessage) -> str:
    try:
        addresses = mail["From"].addresses if mail["From"] else ()
    except (AttributeError, ValueError, IndexError, LookupError):
        return ""
    return addresses[0].addr_spec if addresses else ""
