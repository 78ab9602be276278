"""What is a heading of a Markdown text, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.policy.policy import SectionRules, Text, build_policy
from reviewtui.text.markdown.headings import headings

NONE = {
    "in a fence": "```\n# no\nno\n===\n```\n",
    "in a longer fence": "````\n```\n# no\n````\n",
    "in a fence with a language": "~~~ sh\n# no\n```\n# no\n~~~\n",
    "in a fence that never ends": "```\n# no\n\n# no\n",
    "in a fence of a list": "- x\n  ```\n  # no\n  ```\n",
    "indented": "x\n\n    # no\n",
    "in a comment": "<!--\n# no\nno\n---\n-->\n",
    "without a space": "#no\n",
    "a rule": "\n---\n\n***\n\nx\n\n---\n",
    "a rule behind a list": "- x\nlazy\n---\n",
    "a rule behind a quote": "> x\n---\n",
    "a table": "| a |\n|---|\n| b |\n",
    "a table without edges": "a | b\n--- | ---\nc | d\n",
    "front matter": "---\ntitle: x\n---\n",
}


@pytest.mark.parametrize("name", NONE)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_only_looks_like_one(name: str, ends: str) -> None:
    """Code, comments, lists, quotes, tables, rules and front matter hold no heading; the next one is found."""
    text = NONE[name].replace("\n", ends)
    closed = "never ends" not in name
    found = headings(f"{text}{ends}# Yes{ends}")
    assert [heading.title for heading in found] == (["Yes"] if closed else [])


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_underlined_headings(ends: str) -> None:
    """Equals signs make level one, hyphens level two; several lines of a paragraph are one title."""
    text = "\ufeffPolicy\n===\nText.\n\nOf two\n  *lines*\n-\nText\n# Last\nx\n---\n".replace("\n", ends)
    found = headings(text)
    assert [(h.level, h.title) for h in found] == [(1, "Policy"), (2, "Of two lines"), (1, "Last"), (2, "x")]
    assert text[found[1].start : found[1].end].split() == ["Of", "two", "*lines*", "-"]
    assert found[0].start == 0


@given(st.text(alphabet="# =-`~>*a\n\r\t\ufeff<!|1.", max_size=60))
def test_any_text_has_headings_in_order_and_sections_that_are_all_of_it(text: str) -> None:
    """Nothing raises, headings do not overlap, and the sections together are the text, whatever it is."""
    found = headings(text)
    edges = [edge for heading in found for edge in (heading.start, heading.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
    policy = build_policy("p", {"p/a.md": Text("p/a.md", text, "0" * 40)}, SectionRules(by_heading=True))
    bodies = "".join(policy.body(section) for section in policy.sections)
    assert text.endswith(bodies)
    assert len({section.name for section in policy.sections}) == len(policy.sections)
