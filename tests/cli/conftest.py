"""What tests of several commands begin with."""

import pytest

from tests.conftest import Clone

LONG = (
    "# Long\n\n" + "\n\n".join(f"Paragraph {n}: officers should do thing number {n} well." for n in range(1, 13)) + "\n"
)


@pytest.fixture
def long(review: Clone) -> Clone:
    """A review with a section of twelve paragraphs."""
    review.commit_file("policy/long.md", LONG, "Write the long section")
    return review
