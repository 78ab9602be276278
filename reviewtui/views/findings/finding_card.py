"""One finding as a card beside the text: what was found, where, and what it means for a release."""

from collections.abc import Iterator

from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding, Spot
from reviewtui.domain.review.findings.inspection import Inspection, spots
from reviewtui.text.diff.prose.prose_diff import diff_texts
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.comparison.two_columns import two_columns
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Styled, StyledLine, line

_LONGEST = 600


def finding_title(finding: Finding) -> str:
    """Return the name of a finding: its check, and the end of its id."""
    return f"finding \u00b7 {finding.check} \u00b7 {finding.id[-4:]}"


def finding_lines(draft: Draft, inspection: Inspection, finding: Finding) -> Iterator[StyledLine]:
    """Yield the card of a finding: what and why, its passages with the words that tell them apart."""
    yield line(Styled(f"{finding.message[:1].upper()}{finding.message[1:]}."))
    if inspection.blocks(finding):
        yield line(Styled("stands in the way of a release", "alarm"))
    else:
        yield line(Styled("told; no release waits for it", "muted"))
    places = spots(finding)
    if not places:
        yield ()
        yield line(Styled("about the policy as a whole", "muted"))
    for number, spot in enumerate(places):
        yield ()
        yield line(
            Styled(draft.policy.title_at(spot[0], spot[1]), "strong"),
            Styled("  the other passage" if number else "", "muted"),
        )
        yield _quoted(draft, spot, places[1 - number] if len(places) == 2 else None)


def beside_title(draft: Draft, finding: Finding) -> str:
    """Return the names of the sections in which both passages of a finding stand."""
    return " \u2502 ".join(draft.policy.title_at(spot[0], spot[1]) for spot in spots(finding))


def beside_lines(draft: Draft, finding: Finding, width: int) -> Iterator[StyledLine]:
    """Yield both passages of a finding beside each other in `width` cells, and why they were put together."""
    first, second = (_words(draft, spot) for spot in spots(finding))
    yield from two_columns(first, second, width, ("strong", "strong"))
    yield ()
    yield line(Styled(f"{finding.message[:1].upper()}{finding.message[1:]}.", "muted"))


def _quoted(draft: Draft, spot: Spot, other: Spot | None) -> StyledLine:
    words = clipped(_words(draft, spot), _LONGEST)
    if other is None:
        return line(Styled(f"\u201c{words}\u201d", "quote"))
    pieces, done = [Styled("\u201c", "quote")], 0
    for hunk in diff_texts(words, clipped(_words(draft, other), _LONGEST)).hunks:
        pieces.append(Styled(words[done : hunk.old_start], "quote"))
        pieces.append(Styled(words[hunk.old_start : hunk.old_end], "strong"))
        done = hunk.old_end
    pieces += [Styled(words[done:], "quote"), Styled("\u201d", "quote")]
    return tuple(piece for piece in pieces if piece.text)


def _words(draft: Draft, spot: Spot) -> str:
    path, start, end = spot
    return single_spaced(draft.policy.texts[path].text[start:end])
