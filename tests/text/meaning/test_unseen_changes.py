"""What a file says beside its page: settings above the text, and where references lead."""

import pytest

from reviewtui.text.diff.policy_diff import diff_policies

RULES = "See [the rules][r] and ask.\n\n[r]: {}\n"
PAGE = "---\n{}\n---\n\nAsk first.\n"


def judged(old: str, new: str) -> set[tuple[str, bool]]:
    """Return class and alarm of all changes between two texts."""
    [file] = diff_policies({"a.md": old}, {"a.md": new}).files
    return {(change.change_class, change.alarm) for change in file.changes}


@pytest.mark.parametrize(
    ("was", "now", "alarm"),
    [
        ("owner: Legal", "owner: Press", False),
        ("status: final", "status: draft", False),
        ("status: final", "layout: wide", False),
        ("applies_to:\n  - staff", "applies_to:\n  - volunteers", False),
        ("effective: 2026-01-01", "effective: 2027-01-01", True),
        ("contact: a@x.example", "contact: b@x.example", True),
        ("title: Staff must ask", "title: Staff may ask", False),
    ],
)
def test_a_setting_of_the_page_that_binds_is_substance(was: str, now: str, alarm: bool) -> None:  # noqa: FBT001
    """Who owns it, whether it is in force, from when: in both directions, in YAML and in TOML."""
    assert ("substantive", alarm) in judged(PAGE.format(was), PAGE.format(now))
    assert ("substantive", alarm) in judged(PAGE.format(now), PAGE.format(was))
    if "\n" not in was:
        toml = ("+++\n{}\n+++\n\nAsk first.\n".format(side.replace(": ", ' = "') + '"') for side in (was, now))
        assert ("substantive", alarm) in judged(*toml)


def test_settings_that_come_or_go_are_substance() -> None:
    """As a whole, with the words below unchanged."""
    assert judged(PAGE.format("owner: Legal"), "Ask first.\n") == {("substantive", False)}
    assert judged("Ask first.\n", PAGE.format("owner: Legal")) == {("substantive", False)}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("order: 5", "order: 6"),
        ("# 2023\norder: 5", "# 2024\norder: 5"),
        ("layout: page", "layout: wide"),
        ("title: The colour", "title: The color"),
    ],
)
def test_how_a_page_is_laid_out_is_editorial(was: str, now: str) -> None:
    """And a title that says the same."""
    assert judged(PAGE.format(was), PAGE.format(now)) == {("editorial", False)}


@pytest.mark.parametrize(
    ("was", "now", "alarm"),
    [
        ("one.md", "two.md", False),
        ("<one.md>", "<two.md>", False),
        ("https://a.example/1", "https://a.example/2", False),
        ("mailto:a@x.example", "mailto:b@x.example", True),
    ],
)
def test_a_reference_that_leads_elsewhere_is_substance(was: str, now: str, alarm: bool) -> None:  # noqa: FBT001
    """Though only its definition changed."""
    assert judged(RULES.format(was), RULES.format(now)) == {("substantive", alarm)}


@pytest.mark.parametrize(
    ("was", "now"), [("a/one.md", "b/one.html"), ("one.md", "<one.md>"), ("one.md", 'one.md "One"')]
)
def test_a_page_that_moved_as_a_whole_is_the_same_page(was: str, now: str) -> None:
    """By its name, as with links in the text."""
    assert judged(RULES.format(was), RULES.format(now)) <= {("editorial", False)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Staff ask.[^1]\n\n[^1]: Not mayors.\n", "Staff ask.\n\n[^1]: Not mayors.\n"),
        ("Staff ask.[^1]\n\n[^1]: Not mayors.\n[^2]: Ever.\n", "Staff ask.[^2]\n\n[^1]: Not mayors.\n[^2]: Ever.\n"),
        ('<img alt="Staff must ask" src="a.png">\n', '<img alt="Staff may ask" src="a.png">\n'),
        ("See [it](https://a.example/form).\n", "See [it](https://b.example/form).\n"),
        ("See [it](/a/index.html).\n", "See [it](/b/index.html).\n"),
        ('See [it](x.md "Draft").\n', 'See [it](x.md "Final").\n'),
        ("See [it](x.md (Draft)).\n", "See [it](x.md (Final)).\n"),
        ('See [it](<x y.md> "Draft").\n', 'See [it](<x y.md> "Final").\n'),
        ('Draft or final: see [it](x.md "Draft").\n', 'Draft or final: see [it](x.md "Final").\n'),
        ('See [it].\n\n[it]: x.md "Draft"\n', 'See [it].\n\n[it]: x.md "Final"\n'),
        ('<object data="https://a.example/form"></object>\n', '<object data="https://a.example/fees"></object>\n'),
        ('<input type="checkbox" checked> Agreed\n', '<input type="checkbox"> Agreed\n'),
        ("Send it - signed - to us.\n", "Send it signed to us.\n"),
        ("Use room 1.10 for it.\n", "Use room 1.1 for it.\n"),
        ("Ask the parents' association.\n", "Ask the parent's association.\n"),
        ("Tell a number of staff.\n", "Tell the number of staff.\n"),
    ],
)
def test_a_note_a_picture_or_a_site_that_is_another_one_is_in_doubt(old: str, new: str) -> None:
    """In both directions."""
    assert judged(old, new) - {("editorial", False)}
    assert judged(new, old) - {("editorial", False)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<a href="mailto:a@x.example">Tell us</a> first.\n', "Tell us first.\n"),
        ('<a/href="mailto:a@x.example">Tell us</a> first.\n', '<a/href="mailto:b@x.example">Tell us</a> first.\n'),
    ],
)
def test_a_mailbox_behind_html_that_comes_goes_or_changes_raises_an_alarm(old: str, new: str) -> None:
    """In both directions."""
    assert judged(old, new) == judged(new, old) == {("substantive", True)}


def test_a_link_in_html_that_goes_is_not_taken_for_the_next_one() -> None:
    """They are no pair because each is the first."""
    mailbox = '<a href="mailto:a@x.example">Ask</a> too.\n'
    old = f'<a href="https://x.example/f">Tell</a> of it. {mailbox}'
    assert judged(old, f"Tell of it. {mailbox}") <= {("editorial", False)}


def test_footnotes_that_are_numbered_anew_are_the_same() -> None:
    """By what they say."""
    old = "Staff ask.[^1]\n\n[^1]: Not mayors.\n"
    assert judged(old, old.replace("[^1]", "[^a]")) <= {("editorial", False)}


def test_many_footnotes_that_come_are_one_change() -> None:
    """Each of two thousand refers to the next; what one says is read once."""
    notes = "".join(f"[^{number}]: Note {number}[^{number + 1}]\n\n" for number in range(2_000))
    assert {kind for kind, _ in judged("Ask first.\n", f"Ask first.[^0]\n\n{notes}")} == {"substantive"}
