"""An adopted policy beside the one that it came from: what they changed, what we changed, and where both did."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.policy import within
from reviewtui.domain.review.adoption import Offer, OwnChange, Relation
from reviewtui.domain.review.draft import Draft
from reviewtui.views.excerpt import clipped

_SAID: dict[Relation, str] = {
    "new": "can be taken over",
    "same": "you have it already",
    "both": "you changed the same words",
    "moved": "moved there; take it over by hand",
    "section": "a whole section; take it over by hand",
}


@dataclass(frozen=True, slots=True)
class AdoptionView:
    """Our draft and the policy of `remote`; `commits` are the last one that both had and theirs of now."""

    draft: Draft
    remote: str
    commits: tuple[str, str]
    offers: tuple[Offer, ...]
    own: tuple[OwnChange, ...]


def adoption_data(view: AdoptionView) -> dict[str, object]:
    """Return the comparison as `diff --adopted REMOTE --json` documents it."""
    return {
        "remote": view.remote,
        "base": view.commits[0],
        "theirs": view.commits[1],
        "changes": [_offer_data(offer) for offer in view.offers],
        "own": [
            {
                "path": change.path,
                "class": change.change_class,
                "reason": change.reason,
                "before": change.before,
                "after": change.after,
            }
            for change in view.own
        ],
    }


def _offer_data(offer: Offer) -> dict[str, object]:
    place = offer.place
    return {
        "number": offer.number,
        "relation": offer.relation,
        "class": offer.change_class,
        "reason": offer.reason,
        "their_path": offer.their_path,
        "before": offer.before,
        "after": offer.after,
        "ours": offer.ours,
        "path": place.path if place else None,
        "start": place.start if place else None,
        "end": place.end if place else None,
        "can_be_taken": offer.can_be_taken,
    }


def adoption_lines(view: AdoptionView) -> Iterator[str]:
    """Yield what they changed, numbered, and then what we changed."""
    yield f"Since {view.commits[0][:10]}, which both had: {view.remote} is at {view.commits[1][:10]}."
    yield ""
    yield f"They changed {_passages(len(view.offers))}:"
    for offer in view.offers:
        yield from _offer_lines(view, offer)
    yield ""
    yield f"You changed {_passages(len(view.own))}:"
    for change in view.own:
        yield f"   {within(view.draft.policy.folder, change.path)}  {change.change_class} · {change.reason}"
        yield f"       {_words(change.before, change.after)}"
    if any(offer.can_be_taken for offer in view.offers):
        yield ""
        yield (
            f"Take changes of theirs over as suggestions: reviewtui adopt {view.remote} --of {view.commits[1][:10]} N… "
            "(or 2-5, --section S, --editorial)"
        )


def _offer_lines(view: AdoptionView, offer: Offer) -> Iterator[str]:
    where = within(view.draft.policy.folder, offer.place.path if offer.place else offer.their_path)
    yield f"{offer.number:>3}  {where}  {offer.change_class} · {offer.reason}  [{_SAID[offer.relation]}]"
    yield f"       {_words(offer.before, offer.after)}"
    if offer.relation == "both":
        yield f"       with you: {clipped(offer.ours) or '(nothing)'}"


def _words(before: str, after: str) -> str:
    gone = f"[-{clipped(before)}-]" if before else ""
    come = f"{{+{clipped(after)}+}}" if after else ""
    return gone + come


def _passages(count: int) -> str:
    return "nothing" if count == 0 else counted(count, "passage")
