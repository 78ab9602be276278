"""A rule that is struck out, hidden, quoted or turned into code is no longer said, though its words stand there."""

import pytest

from reviewtui.text.diff.policy_diff import diff_policies

BEFORE = "Staff post often.\n\n"
RULE = "Staff must ask first."
AFTER = "\n\nStaff keep a log.\n"
PLAIN = BEFORE + RULE + AFTER


def graver(old: str, new: str) -> list[tuple[str, str, bool]]:
    """Return class, reason and alarm of each change that is not editorial."""
    (file,) = diff_policies({"a.md": old}, {"a.md": new}).files
    found = [(change.change_class, change.reason, change.alarm) for change in file.changes]
    return [change for change in found if change[0] != "editorial"]


@pytest.mark.parametrize(
    ("form", "how"),
    [
        (f"~~{RULE}~~", "struck out"),
        (f"<s>{RULE}</s>", "struck out"),
        (f"    {RULE}", "turned into code"),
        (f"```\n{RULE}\n```", "turned into code"),
        (f"> {RULE}", "turned into a quotation"),
        ("Staff ~~must~~ ask first.", "struck out"),
        (f"~{RULE}~", "struck out"),
        (f"~~~\n{RULE}\n~~~", "turned into code"),
        (f"- Note:\n\n  ```\n  {RULE}\n  ```", "turned into code"),
        (f"<!-- {RULE} -->", "hidden"),
        (f"<!--\n\n{RULE}\n\n-->", "hidden"),
        (f"<div hidden>\n\n{RULE}\n\n</div>", "hidden"),
        (f'<p style="visibility: hidden">{RULE}</p>', "hidden"),
        (f"<del>\n\n**{RULE}**\n\n</del>", "struck out"),
        (f"![{RULE}](a.png)", "turned into the text of a picture"),
        ("Staff must ~~ask~~ first.", "struck out"),
        (f"<noscript>{RULE}</noscript>", "hidden"),
        (f"<font color=white>{RULE}</font>", "hidden"),
        (f'<span style="font-size:0">{RULE}</span>', "hidden"),
        (f'<p style="opacity: 0">{RULE}</p>', "hidden"),
        (f'<p style="color:#FFF">{RULE}</p>', "hidden"),
        (f'<div style="position:absolute;left:-9999px">\n\n{RULE}\n\n</div>', "hidden"),
        (f'<p class="sr-only">{RULE}</p>', "hidden"),
        (f'<p aria-hidden="true">{RULE}</p>', "hidden"),
        (f"<template>{RULE}</template>", "hidden"),
        (f"<svg><desc>{RULE}</desc></svg>", "hidden"),
        (f"<textarea>{RULE}</textarea>", "hidden"),
        (f'<p style="text-decoration: line-through">{RULE}</p>', "struck out"),
        (f"<pre>{RULE}</pre>", "turned into code"),
        (f"<blockquote>\n\n{RULE}\n\n</blockquote>", "turned into a quotation"),
        (f"{{% comment %}}\n{RULE}\n{{% endcomment %}}", "hidden"),
        (f"{{% if false %}}\n{RULE}\n{{% endif %}}", "hidden"),
        (f"{{::comment}}\n{RULE}\n{{:/comment}}", "hidden"),
        (f"{{# {RULE} #}}", "hidden"),
        (f"{{/* {RULE} */}}", "hidden"),
        (f"{{--{RULE}--}}", "struck out"),
        (f"{{>>{RULE}<<}}", "hidden"),
        (f"[note]: # ({RULE})", "hidden"),
        (f"[{RULE}]: /page", "hidden"),
    ],
)
def test_a_silenced_rule_is_an_alarm_in_both_directions(form: str, how: str) -> None:
    """The reason says how, and that it is said again when the marks go."""
    silenced = BEFORE + form + AFTER
    assert ("substantive", f"{how}, so no longer said", True) in graver(PLAIN, silenced)
    assert ("substantive", f"no longer {how}, so said now", True) in graver(silenced, PLAIN)


@pytest.mark.parametrize(
    "form",
    [
        f"<!-- {RULE} -->",
        f"<!--\n{RULE}\n-->",
        f'<span style="display:none">{RULE}</span>',
        f"<p hidden>{RULE}</p>",
        f"<del>{RULE}</del>",
        f"{RULE}[^1]\n\n[^1]: This does not apply to mayors.",
        f"{RULE}\n\n| who | what |\n|---|---|\n| Officer | May share |",
        "Staff must resign first.",
    ],
)
def test_hiding_or_adding_a_rule_is_never_editorial(form: str) -> None:
    """Comments, hidden elements, a footnote that takes it back, a row of a table."""
    assert graver(PLAIN, BEFORE + form + AFTER)
    assert graver(BEFORE + form + AFTER, PLAIN)


@pytest.mark.parametrize(
    "form",
    [
        f"<sup>{RULE}</sup>",
        f"<details>{RULE}</details>",
        f"<x-note>{RULE}</x-note>",
        f'<p class="note">{RULE}</p>',
        f'<p style="z-index: -1">{RULE}</p>',
        f"<details>\n<summary>More</summary>\n\n{RULE}\n\n</details>",
        f"| {RULE} |\n|---|",
        "Staff <sup>must</sup> ask first.",
        "Staff <q>must</q> ask first.",
        "Staff ||must|| ask first.",
    ],
)
def test_what_may_hide_a_rule_is_in_doubt(form: str) -> None:
    """A tag or a style that nobody knows to hide nothing, a fold, small print, the head of a table."""
    assert graver(PLAIN, BEFORE + form + AFTER)
    assert graver(BEFORE + form + AFTER, PLAIN)


@pytest.mark.parametrize(
    "form",
    [
        f"<div>\n\n{RULE}\n\n</div>",
        f'<p align="center">{RULE}</p>',
        f'<p style="text-align: left; margin-top: 1em">{RULE}</p>',
        f'<span id="ask">{RULE}</span>',
        f"- {RULE}",
        f'<img hidden src="a.png">\n\n{RULE}',
        f"<b>Staff</b> {RULE.removeprefix('Staff ')}",
    ],
)
def test_markup_that_hides_nothing_is_editorial(form: str) -> None:
    """The tags and attributes of which that is known; nothing stands in a picture."""
    assert not graver(PLAIN, BEFORE + form + AFTER)
    assert not graver(BEFORE + form + AFTER, PLAIN)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"- {RULE}\n", f"- {RULE}\n\n    It is short.\n"),
        (f"{BEFORE}~~{RULE}~~{AFTER}", f"{BEFORE}~~{RULE}~~{AFTER}".replace("often", "often,")),
        (PLAIN, PLAIN.replace("Staff must", "**Staff** must")),
        (PLAIN, PLAIN.replace(RULE, f"<details>\n\n{RULE}\n\n</details>")),
        (PLAIN, PLAIN.replace(RULE, f"\\~\\~{RULE}\\~\\~")),
        (PLAIN, PLAIN.replace(RULE, f"> [!NOTE]\n> {RULE}")),
        (PLAIN, PLAIN.replace(RULE, f'<p aria-hidden="false">{RULE}</p>')),
    ],
)
def test_what_is_said_as_before_is_left_alone(old: str, new: str) -> None:
    """A paragraph of a list item is no code, and what was struck out before is not told again."""
    assert not [reason for _, reason, _ in graver(old, new) if "said" in reason]


@pytest.mark.parametrize(
    "new",
    [
        f"---\nnote: {RULE}\n---\n\nStaff post often.\n\nStaff keep a log.\n",
        f"Staff post often.\n\nStaff keep a log.\n\n<!--\n{RULE}\n-->\n",
        f"Staff post often.\n\nStaff keep a log.\n\n> {RULE}\n",
    ],
)
def test_a_rule_that_moves_to_where_nobody_reads_it_is_no_longer_said(new: str) -> None:
    """Into front matter, a comment, a quotation; that it moved is not all."""
    assert graver(PLAIN, new)
    assert graver(new, PLAIN)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Staff must:\n\n- ask\n- act\n", "Staff must:\n\n- ask\n\nact\n"),
        ("Staff must not:\n\n- post\n- like\n", "Staff must not:\n\n- post\n\nlike\n"),
    ],
)
def test_an_item_that_leaves_its_list_is_in_doubt(old: str, new: str) -> None:
    """The words that led to it bind it no longer: in both directions."""
    assert [alarm for _, _, alarm in graver(old, new)] == [False]
    assert [alarm for _, _, alarm in graver(new, old)] == [False]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Staff must:\n\n- ask\n- act\n", "Staff must:\n\n* ask\n\n* act\n"),
        ("Ask the clerk:\n\nin May\n\nin June\n", "Ask the clerk:\n\n- in May\n- in June\n"),
        ("1. Staff must ask.\n2. They act.\n", "- Staff must ask.\n- They act.\n"),
    ],
)
def test_other_marks_of_a_list_are_editorial(old: str, new: str) -> None:
    """And lines that became items under words that bind nobody."""
    assert not graver(old, new)
    assert not graver(new, old)
