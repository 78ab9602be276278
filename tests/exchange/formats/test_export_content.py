"""What comes back counts as reading of those texts alone that were sent as a whole."""

import json
from dataclasses import replace

from reviewtui.domain.policy.policy import SectionRules, build_policy
from reviewtui.domain.review.draft import Draft
from reviewtui.exchange.criticmarkup import criticmarkup_format
from reviewtui.exchange.formats.export_content import Outgoing, whole_texts
from reviewtui.exchange.html import html_page
from reviewtui.exchange.word import word_format
from tests.exchange.sending import here
from tests.making import NOON, draft_of, number

TEXTS = {"policy/a.md": "# One\n\nFirst.\n\n# Two\n\nSecond.\n", "policy/b.md": "# Other\n\nMore.\n"}
DRAFT = draft_of(TEXTS)
BY_HEADING = replace(DRAFT, policy=build_policy("policy", DRAFT.policy.texts, SectionRules(by_heading=True)))


def _paths(draft: Draft, name: str, title: str) -> list[str]:
    """Return the texts that count as read of a file of one section that came back unchanged."""
    section = next(each for each in draft.policy.sections if each.title == title)
    sent = Outgoing(draft, number(999), NOON, section=section)
    written = {"criticmarkup": criticmarkup_format, "docx": word_format}[name].write(sent)
    assert isinstance(written, bytes)
    read = {"criticmarkup": criticmarkup_format, "docx": word_format}[name].read(written, here(draft))
    return [cover.path for cover in read.texts]


def test_one_section_of_several_in_a_file_is_no_reading_of_the_file() -> None:
    """The file was not before anybody as a whole."""
    for name in ("criticmarkup", "docx"):
        assert _paths(BY_HEADING, name, "Two") == []
        assert _paths(BY_HEADING, name, "Other") == ["policy/b.md"]
        assert _paths(DRAFT, name, "One") == ["policy/a.md"]
    assert [cover.path for cover in whole_texts(BY_HEADING.policy, BY_HEADING.policy.sections)] == list(TEXTS)


def test_a_page_counts_for_what_stood_on_it() -> None:
    """The page tells its answer what it held; an answer that does not say counts as reading of nothing."""
    section = next(each for each in DRAFT.policy.sections if each.title == "Other")
    sent = Outgoing(DRAFT, number(999), NOON, section=section)
    assert '"held":["policy/b.md"]' in html_page.write(sent).decode()
    answer = {"reviewtui": "answer", "format": 1, "policy_id": sent.policy_id, "export": sent.export}
    answer |= {"version": sent.version, "name": "Pat"}
    for held, paths in (({"held": ["policy/b.md", "policy/none.md"]}, ["policy/b.md"]), ({}, [])):
        incoming = html_page.read(json.dumps(answer | held).encode(), here(DRAFT))
        assert [cover.path for cover in incoming.texts] == paths
