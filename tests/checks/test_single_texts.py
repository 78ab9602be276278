"""The checks that look at one place: topics, placeholders, links, dates, abbreviations, headings, words."""

from datetime import UTC, datetime

import pytest

from reviewtui.checks.check_registry import run_checks
from reviewtui.checks.wording.measures import syllables
from reviewtui.domain.record.events import Dismissed
from reviewtui.domain.review.findings.finding import finding_id
from reviewtui.domain.review.findings.inspection import dismissal_of
from reviewtui.domain.settings.settings import CheckSetting, Topic
from tests.checks.conftest import material
from tests.strategies import AUTHOR, POLICY

DISMISSED = Dismissed(
    policy_id=POLICY, id="01kb2m6y3t9v8w5x4z7q1r0paa", clock=1, at=datetime(2026, 11, 1, tzinfo=UTC), by=str(AUTHOR),
    organisation="", finding="heading-0", body="It is meant so.",
)  # fmt: skip
PURDAH = Topic("pre-election", "Pre-election period", ("purdah",), required=True)


@pytest.mark.parametrize(
    "words",
    ["TBC", "TODO: ask", "[insert link]", "[name of officer]", "To be confirmed", "lorem ipsum", "???", "[TBC: dates]"],
)
def test_placeholders(look, words):
    """What stands for something still to come is found once, and not in code or comments."""
    assert len(look("placeholder", a=f"# A\n\nThe deputy is {words}.\n")) == 1
    assert look("placeholder", a=f"# A\n\n`{words}` is code. <!-- {words} -->\n") == []


def test_a_part_still_to_be_written(look):
    """The sentence that stands for a whole part is a placeholder too."""
    assert len(look("placeholder", a="# A\n\n## Accidents\n\nTo be written.\n")) == 1


def test_ordinary_words_are_no_placeholders(look):
    """A to-do list and a link with words that look like a placeholder are text."""
    assert look("placeholder", a="# What to do\n\nHere is a to-do list: [name your owner](x.md).\n") == []


def test_topics(look):
    """A required topic is missing where no sentence and no heading names it, also by its other words."""
    settings = {"topics": (PURDAH,)}
    assert "Pre-election" in look("topic", settings, a="# A\n\nNothing here.\n")[0]
    assert look("topic", settings, a="# A\n\nIn the pre-election period say nothing.\n") == []
    assert look("topic", settings, a="# Purdah\n\nSay nothing.\n") == []


def test_a_topic_in_passing_is_thin(look):
    """One short sentence in a long policy does not deal with a topic."""
    long = "The harbour is open in the morning and closed at night for all who live there. " * 100
    found = look("topic", {"topics": (PURDAH,)}, a=f"# A\n\nMind purdah.\n\n{long}\n")
    assert "one sentence" in found[0]


def test_the_usual_topics_of_a_social_media_policy(look):
    """Settings without topics mean the usual ones, for a policy that is about social media and for no other."""
    text = "# Social media\n\nThis is our social media policy.\n"
    assert any("Pre-election" in one for one in look("topic", a=text))
    assert look("topic", a="# Parking\n\nThis is our parking policy.\n") == []


def test_links(look):
    """A missing section, a missing heading and a reference without target are found; the outside is not judged."""
    text = "# A\n\n[x](gone.md) [y](b.md#nowhere) [z][none] [ok](b.md#some-part) [out](../other.md) [web](https://a.example)\n"
    found = look("link", a=text, b="# B\n\n## Some part\n\nText.\n")
    assert [one.split(" | ")[0] for one in found] == ["[x](gone.md)", "[y](b.md#nowhere)", "[z][none]"]


def test_links_as_the_grammar_reads_them(look):
    """A definition is judged in its own place; code, comments and images are no links; a footnote needs its text."""
    text = "# A\n\n`[x](gone.md)` <!-- [x](gone.md) --> ![x](gone.png) [y][n] z[^1] w[^2]\n\n"
    found = look("link", a=f"{text}[n]: gone.md 'N'\n\n[^1]: Yes.\n")
    assert [one.split(" | ")[0] for one in found] == ["[n]: gone.md", "[^2]"]


@pytest.mark.parametrize("code", ["`TBC`", "    TBC", "```\nTBC\n\n```", "<!-- TBC -->"])
def test_code_and_comments_hold_no_placeholder(look, code):
    """What is code or a comment by the grammar is not looked at."""
    assert look("placeholder", a=f"# A\n\nText.\n\n{code}\n") == []


def test_references_to_numbered_sections(look):
    """A section number that no heading has is found, unless another document is meant."""
    text = "# 1. Aim\n\nSee section 2, section 7 and section 9 of the Data Act.\n\n# 2. Rules\n\nYes.\n"
    assert [one.split(" | ")[0] for one in look("link", a=text)] == ["section 7"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Accounts must be registered by 30 September 2025.", 1),
        ("The policy will be reviewed in March 2024.", 1),
        ("The transition ends no later than 2025-06-30.", 1),
        ("Accounts must be registered by 30 September 2030.", 0),
        ("The council opened its first account on 4 May 2011.", 0),
        ("Since 1 May 2020 every account must have an owner.", 0),
        ("The rules of the Regulations 2018 must be followed.", 0),
        ("> You must reply by 1 June 2020.", 0),
    ],
)
def test_past_dates(look, sentence, found):
    """A rule or promise for a day that has passed is found; stories, laws and examples are not."""
    assert len(look("past-date", a=f"# A\n\n{sentence}\n")) == found


def test_abbreviations(look):
    """What is explained nowhere is found once; two explanations that differ are found as well."""
    text = "# A\n\nAsk the SIRO. The SIRO knows. A freedom of information (FOI) request. See FOI. UK law. You MUST.\n"
    assert [one.split(" | ")[0] for one in look("abbreviation", a=text)] == ["SIRO"]
    two = "# A\n\nThe data protection officer (DPO) decides.\n\nThe deputy press officer (DPO) writes.\n"
    assert "elsewhere" in look("abbreviation", a=two)[0]


def test_headings(look):
    """A skipped level, a second title and an empty part are found."""
    text = "# A\n\nText.\n\n### Deep\n\nText.\n\n# Again\n\nText.\n\n## Empty\n"
    assert len(look("heading", a=text)) == 3
    assert look("heading", a="# A\n\n## B\n\nText.\n\n### C\n\nText.\n\n## D\n\nText.\n") == []


@pytest.mark.parametrize(
    ("words", "before"), [("# A &amp; *b*", "A &amp; b"), ("A &lt;\n===", "A &lt;"), ("# A [b][c] #", "A [b][c]")]
)
def test_a_heading_knows_the_id_that_it_was_dismissed_under(words, before):
    """Entities and references of a title were not read; a finding dismissed by such a title stays dismissed."""
    (finding,) = run_checks(material({"a": f"[c]: /x\n\n{words}\n"}), "heading")
    former = finding_id("heading", "policy/a.md", before, f"nothing stands under “{before}”")
    assert finding.id != former
    assert dismissal_of(finding, {former: DISMISSED}) is DISMISSED
    assert dismissal_of(finding, {"heading-0": DISMISSED}) is None


def test_readability(look):
    """A sentence over the band's length is found, by the settings' own band too."""
    text = "# A\n\n" + "and so the officer writes on " * 12 + ".\n"
    assert "73 words" in look("readability", a=text)[0]
    assert look("readability", {"checks": {"readability": CheckSetting(longest=80)}}, a=text) == []


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("table", 2), ("policy", 3), ("organisation", 5), ("closed", 1), ("started", 2), ("being", 2)],
)
def test_syllables(word, count):
    """The rule of thumb is right for ordinary words."""
    assert syllables(word) == count


def test_plain_words(look):
    """Officialese that is used is found, and what is spoken about is not."""
    text = "# A\n\nWe utilise it prior to use. Write *help*, not *facilitate*.\n"
    assert [one.split(" | ")[0] for one in look("plain-words", a=text)] == ["utilise", "prior to"]


def test_a_network_without_a_beginners_summary(look):
    """A section on a network needs a part that tells what it is; other sections do not."""
    front = "# Social media\n\nOur social media policy.\n"
    short = "# LinkedIn\n\n## Using it\n\nBe brief.\n"
    told = "# Photo sharing\n\n## What it is\n\nA place for pictures.\n"
    rules = "# Pictures and the use of video\n\nAsk.\n"
    assert [one.split(" | ")[0] for one in look("summary", a=front, b=short, c=told, d=rules)] == ["# LinkedIn"]


def test_one_term_in_two_forms(look):
    """The rarer form of a word is found where it stands first, and so is a second definition."""
    text = "# A\n\nSend an email. Read the email. An e-mail is a record.\n"
    assert [one.split(" | ")[0] for one in look("term", a=text)] == ["e-mail"]
    two = {"a": "# A\n\nBy *account* we mean a page.\n", "b": "# B\n\nBy *account* we mean a login.\n"}
    assert "second time" in look("term", **two)[0]
