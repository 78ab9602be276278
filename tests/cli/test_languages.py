"""A review in another language: its sign-offs grow stale by every changed word, and one sees why."""

import pytest

from tests.acting import ask, submitted
from tests.conftest import NORTHVALE, OFFICER, Clone, Run

SETTINGS = "reviews/settings.toml"
TEXTS = {
    "en-GB": ("Die Mitarbeiter müssen vorher fragen.", "müssen", "können"),
    "cy": ("Rhaid i staff ofyn yn gyntaf.", "Rhaid i", "Gall"),
    "fr": ("Les agents doivent demander avant de publier.", "doivent", "peuvent"),
    "zh-Hans": ("员工必须先询问。", "必须", "不必"),
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_reversed_duty_makes_a_sign_off_stale_in_every_language(review: Clone, run: Run, language: str) -> None:
    """Also in a policy whose settings name no language."""
    text, was, now = TEXTS[language]
    if language != "en-GB":
        settings = review.read(SETTINGS).replace("format = 1", f'format = 2\nlanguage = "{language}"')
        review.write(SETTINGS, settings)
    review.commit_file("policy/records.md", f"# Records\n\n{text}\n", "Say it in another language", who=OFFICER)
    submitted(run, review, "signoff", "support", who=NORTHVALE)
    before = review.git("rev-parse", "HEAD")
    review.commit_file(
        "policy/records.md", f"# Records\n\n{text.replace(was, now)}\n", "Turn the duty round", who=OFFICER
    )
    rows = ask(run, review, "organisation", "list")["organisations"]
    assert [text["path"] for text in rows[0]["stale"]] == ["policy/records.md"]
    compared = ask(run, review, "diff", before, "draft")
    assert compared["language"] == language
    [change] = compared["sections"][0]["changes"]
    assert change["class"] == "substantive"
    assert change["alarm"] == (language == "cy")
    assert change["reason"] in run(review, "diff", before, "draft")[1]


def _in_french(review: Clone, words: str) -> None:
    settings = review.read(SETTINGS)
    if "language" not in settings:
        review.write(SETTINGS, settings.replace("format = 1", 'format = 2\nlanguage = "fr"'))
    review.commit_file("policy/records.md", f"# Photos\n\n{words}\n", "Say it in French", who=OFFICER)


def test_the_language_of_the_policy_holds_where_no_word_shows_it(review: Clone, run: Run) -> None:
    """A remark on a list of nouns is told what became of it, and the documents of a release say what `diff` says."""
    _in_french(review, "Photo obligatoire, signature responsable, date, lieu, publication interne.")
    ask(run, review, "release", "0.9", "--override", "For the partners.")
    ask(run, review, "comment", "records", "--quote", "Photo obligatoire, signature responsable", "-m", "Why?")
    _in_french(review, "Photo facultative, signature responsable, date, lieu, publication interne.")
    [thread] = ask(run, review, "threads")["threads"]
    assert "obligatoire → facultative" in str(thread), thread
    ask(run, review, "release", "1.0", "--override", "The cabinet meets.")
    told = review.read("reviews/releases/1.0/CHANGELOG.md")
    assert "reworded without another meaning" not in told
    assert "facultative" in told
