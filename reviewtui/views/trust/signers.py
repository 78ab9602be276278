"""Who signs with which key, and what of that this clone did not know."""

from collections.abc import Iterator

from reviewtui.domain.record.signing_key import fingerprint
from reviewtui.domain.review.draft import Draft


def signer_data(draft: Draft) -> dict[str, object]:
    """Return the keys in force as `signer list --json` documents them."""
    return {
        "required": draft.judging_settings.requires_signature,
        "signers": [
            {"address": signer.address, "fingerprint": fingerprint(signer.key), "key": signer.key}
            for signer in draft.judging_settings.signers
        ],
        "changed": list(draft.trust_changes),
    }


def signer_lines(draft: Draft) -> Iterator[str]:
    """Yield the keys in force, one a line, then what this clone did not know."""
    for signer in draft.judging_settings.signers:
        yield f"{signer.address}  {fingerprint(signer.key)}"
    if not draft.judging_settings.signers:
        yield "No keys yet: reviewtui signer add ADDRESS KEY"
    yield from (f"! {sentence}" for sentence in draft.trust_changes)
