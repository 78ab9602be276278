"""Links and references in words: what leads nowhere, and what only looks so."""

import pytest


@pytest.mark.parametrize(
    ("target", "broken"),
    [
        ("/rules/quiet", True),
        ("/rules/loud", False),
        ("/rules/loud.html", False),
        ("/nowhere.md", True),
        ("/assets/form.pdf", False),
        ("/other-site/page", False),
        ("{}/rules", False),
        ("{{ site }}/rules", False),
        ("#steps-1", False),
        ("#steps-2", True),
    ],
)
def test_links_from_the_root_of_the_site_and_numbered_headings(look, target, broken):
    """A link from the root is judged where the policy has its folder; what a generator makes is not."""
    texts = {
        "index": f"# A\n\nSee [this]({target}).\n\n## Steps\n\nOne.\n\n## Steps\n\nTwo.\n",
        "rules/loud": "# Loud\n\nNo.\n",
    }
    assert bool(look("link", **texts)) == broken


def test_bare_anchors_to_other_files_of_one_page(look):
    """Where most bare anchors lead to other files, these are published as one page."""
    many = "[a](#one) [b](#two) [c](#three) [d](#four)"
    texts = {"a": f"# A\n\n{many}\n", "b": "# B\n\n## One\n\nx\n\n## Two\n\nx\n\n## Three\n\nx\n"}
    assert [message.split(" | ")[0] for message in look("link", **texts)] == ["[d](#four)"]


@pytest.mark.parametrize(
    ("words", "lost"),
    [
        ("See Part D of these guidelines.", True),
        ("See paragraph 9 of this policy.", True),
        ("Set out in section 12.", True),
        ("Use the form in appendix C.", True),
        ("See part IV of this page.", True),
        ("Go on with step 9 of this guide.", True),
        ("See section 12 of the Equality Act.", False),
        ("A section 106 agreement is needed.", False),
        ("He did part 7 of the course.", False),
        ("See “Third-party complaints” above.", True),
        ("See “Complaints” below.", False),
        ("More is said under “Sabbaticals” in this handbook.", True),
        ("More is said under “Complaints” in this handbook.", False),
        ("The duties are listed in schedule 2 to this constitution.", True),
        ("This follows from Article 5 of the treaty.", False),
        ("The words “Some checks failed” above the list.", False),
        ("Time off is dealt with under “Sabbaticals” in the Rules.", True),
        ("Time off is dealt with under “Complaints” in the Rules.", False),
        ("Time off is dealt with under “Sabbaticals” in the Companies Act.", False),
    ],
)
def test_references_in_words(look, words, lost):
    """A number, letter or title that is meant to be of this policy is missed; those of other texts are not."""
    assert bool(look("link", a=f"# Rules\n\n{words}\n\n## Complaints\n\nWrite.\n")) == lost


def test_articles_are_counted_where_headings_are_articles(look):
    """A Roman number is one of the policy's where its headings are called so."""
    text = "# Bylaws\n\n## Article I. Name\n\nSee Article {}.\n\n## Article II. Seat\n\nHere.\n"
    assert look("link", a=text.format("II")) == []
    assert len(look("link", a=text.format("XVII"))) == 1


def test_a_footnote_is_no_link(look):
    """A footnote and its words are not read as a link."""
    assert look("link", a="# A\n\nYes.[^1]\n\n[^1]: See the minutes of May.\n") == []


def test_a_part_of_another_text_of_the_policy(look):
    """A number behind the title of a file is looked for there, among numbered headings or by counting them."""
    rules = "# Rules\n\n## Keys\n\nKeep them.\n\n## Locks\n\nShut them.\n"
    found = look("link", a="# A\n\nSee section 2 of the Rules and section 8 of the Rules.\n", rules=rules)
    assert found == ["section 8 | rules.md has no section 8"]


def test_a_label_over_a_heading_is_a_place_to_link_to(look):
    """Some generators name a place by a line of its own, "(name)="."""
    text = "# A\n\nSee [terms](#limits) and [none](#limit).\n\n(limits)=\n## Terms of office\n\nOne year.\n"
    assert [found.split(" | ")[1] for found in look("link", a=text)] == ["“a.md” has no heading “#limit”"]


@pytest.mark.parametrize(
    ("text", "unseen"),
    [
        ("Staff ask.[^1]\n\n[^1]: A note.\n", []),
        ("Staff ask.[^Note]\n\n[^note]: A note.\n", []),
        ("Staff ask.[^1]\n\n[^1]: A note.[^2]\n\n[^2]: A note on it.\n", []),
        ("> Staff ask.[^1]\n>\n> [^1]: A note.\n", []),
        ("Staff ask.\n\n[^1]: A note.\n", ["[^1]:"]),
        ("Staff ask `[^1]`.\n\n[^1]: A note.\n", ["[^1]:"]),
        ("Staff ask.<!-- [^1] -->\n\n[^1]: A note.\n", ["[^1]:"]),
        ("Staff ask.\n\n[^1]: A note.[^1]\n", ["[^1]:"]),
        ("Staff ask.\n\n[^1]: A note.[^2]\n\n[^2]: A note on it.[^1]\n", ["[^1]:", "[^2]:"]),
        ("Staff ask.[^1]\n\n[^1]: A note.\n\n[^1]: Another one.\n", ["[^1]:"]),
        ("Staff ask.\n\n[^1]: A note.\n\n    Its second part.\n", ["[^1]:"]),
        ("Staff ask.\n\n- Item.\n\n  [^1]: A note.\n", ["[^1]:"]),
    ],
)
def test_footnotes_to_which_nothing_leads(look, text, unseen):
    """No page shows them, whatever stands in the file; a mark counts where a reader sees it."""
    found = [message for message in look("link", rules=f"# R\n\n{text}") if "no page shows" in message]
    assert [message.split(" | ")[0].strip() for message in found] == unseen


def test_a_step_that_comes_after_the_last_one(look):
    """Where lines of a text begin with its steps, one beyond them is missed; a step that somebody takes is none."""
    text = "# Leave\n\n**Step 1)** Ask.\n\n**Step 2)** Go.\n\nIf you were refused, go on with Step {}.\n"
    assert look("link", a=text.format(2)) == []
    assert [found.split(" | ")[0] for found in look("link", a=text.format(5))] == ["Step 5"]
    assert look("link", a=text.format(5) + "\n5. Tell the office.\n") == []


def test_an_appendix_that_is_not_there(look):
    """The number of a section is not that of an appendix."""
    text = "# A\n\nThe chart in Appendix 2 shows the steps.\n\n## 1. Ropes\n\nRopes.\n\n## 2. Lamps\n\nLamps.\n"
    assert len(look("link", a=text)) == 1
    assert look("link", a=text, b="# More\n\n**Appendix 2:** chart\n") == []


def test_paragraphs_have_numbers_too(look):
    """A number that a paragraph has is there; one of a depth that no line shows may be counted by lists."""
    rules = (
        "# A\n\n## 1. Ropes\n\n1.1 Ropes are dry.\n\n1.2 Ropes are long.\n\n## 2. Lamps\n\nSee section {} for lamps.\n"
    )
    assert look("link", a=rules.format("1.2")) == []
    assert len(look("link", a=rules.format("1.3"))) == 1
    assert look("link", a=rules.format("1.2.3")) == []
