"""Who a name in a file may be: the likeliest first, so that the first one is not somebody else's name."""

from reviewtui.domain.person import parse_person
from reviewtui.domain.review.import_content import Voice
from reviewtui.views.exchange.person_candidates import people_entries
from tests.making import draft_of

KIM = parse_person("Kim Other <kim@southmere.example>")
SAM = parse_person("S. Adviser <s.adviser@southmere.example>")


def test_people_of_like_names_come_before_those_named_a_moment_before() -> None:
    """Sam Adviser is rather S. Adviser than Kim Other, whom the same file named before; a change of nobody is Kim's."""
    draft = draft_of({"policy/a.md": "# A\n"})
    named = (KIM, SAM)
    assert next(iter(people_entries(draft, Voice("Sam Adviser"), named)))[0] == str(SAM)
    assert next(iter(people_entries(draft, Voice(""), named)))[0] == str(KIM)
