"""What a review was begun with that came from a document."""

from collections.abc import Iterator

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.review.import_content import BegunReview


def begun_lines(begun: BegunReview) -> Iterator[str]:
    """Give the lines about a review that was begun with a document."""
    yield begun.message
    for name in begun.sections:
        yield f"  {name}"
    if begun.told:
        yield "Not kept as it was:"
        yield from (f"  {sentence}" for sentence in begun.told)
    if begun.threads:
        count = len(begun.threads)
        what = counted(count, "remark")
        yield f"Its comments and changes are {what} now; pending until you submit."
    yield "Next: read the sections, then name your partners: reviewtui organisation add ID --name N --domain D --asked"


def begun_data(begun: BegunReview) -> dict[str, object]:
    """Return the same as JSON."""
    return {
        "commit": begun.commit,
        "sections": list(begun.sections),
        "told": list(begun.told),
        "threads": list(begun.threads),
    }
