"""The settings are read strictly and written in one form."""

import msgspec
import pytest

from reviewtui.domain.refusal import Refused
from reviewtui.store.record.settings_file import NewerSettings, decode_settings, encode_settings
from tests.acting import ask, refused, unchanged
from tests.conftest import NORTHVALE, Clone, Run
from tests.strategies import POLICY, SETTINGS

FULL = f"""
format = 1
policy_id = "{POLICY}"
title = "Social media “policy”"
folder = "policy"
sections = "headings"
order = ["index.md"]
target = "1.0"
authors = ["Policy Officer <officer@council.example>"]
signatures = "required"
[organisations.northvale]
name = "Northvale Council"
addresses = ["reviewer@northvale.example"]
consolidators = ["c@northvale.example"]
asked = true
[[topics]]
id = "pre-election"
title = "Pre-election period"
terms = ["purdah"]
required = true
[[companions]]
text = "overview.md"
of = ["principles.md"]
[[pre_election]]
start = 2027-03-22
end = 2027-05-06
[gates.stability]
on = false
weight = 2
"""


def test_the_whole_form_survives_a_round_trip() -> None:
    """Every table of the contract is read, written and read again."""
    settings = decode_settings(FULL.encode())
    assert decode_settings(encode_settings(settings)) == settings
    assert encode_settings(decode_settings(encode_settings(settings))) == encode_settings(settings)
    assert not settings.gate("stability").on
    assert settings.gate("other").on
    assert decode_settings(encode_settings(SETTINGS)) == SETTINGS


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("title =", "titel =", "titel"),
        ("asked = true", "askd = true", "askd"),
        ("required = true", "requird = true", "requird"),
        ("weight = 2", "wait = 2", "wait"),
        ('sections = "headings"', 'sections = "pages"', "sections"),
        ("[organisations.northvale]", '[organisations."North Vale"]', "organisations"),
        ("weight = 2", 'weight = "much"', "weight"),
        (f'policy_id = "{POLICY}"', "", "policy_id"),
        ("format = 1", "<<<<<<< HEAD\nformat = 1\n=======\n>>>>>>> x", "merge"),
        ("format = 1", "format = ", "TOML"),
    ],
)
def test_what_is_not_understood_is_named(old: str, new: str, named: str) -> None:
    """An unknown or wrong key is an error that names it."""
    assert old in FULL
    with pytest.raises(Refused, match=named):
        decode_settings(FULL.replace(old, new).encode())


def test_a_newer_format_is_told_apart() -> None:
    """A newer format may hold anything."""
    with pytest.raises(NewerSettings, match="format 3"):
        decode_settings(FULL.replace("format = 1", "format = 3\nvotes = 3").encode())


def test_a_newer_format_reads_and_does_not_write(review: Clone, run: Run) -> None:
    """Reading works with a warning, writing exits 2."""
    review.commit_edit("reviews/settings.toml", "format = 1", "format = 3", "Move on")
    with unchanged(review):
        assert ask(run, review, "status")["problems"] == 1
        assert "newer" in run(review, "threads")[1]
        for arguments in (("comment", "-m", "x"), ("organisation", "add", "x", "--name", "X"), ("submit",)):
            assert "newer" in refused(run, review, *arguments, who=NORTHVALE)


def test_an_unknown_key_is_an_error_that_names_it(review: Clone, run: Run) -> None:
    """Under the same format nothing is guessed: exit 2 with the key."""
    review.write("reviews/settings.toml", 'colour = "red"\n' + review.read("reviews/settings.toml"))
    for arguments in (("status",), ("comment", "-m", "x")):
        assert "colour" in refused(run, review, *arguments)


def test_a_key_of_a_newer_format_needs_that_format() -> None:
    """The key `remote` of an organisation came with format 2, which is written by itself and only for such a key."""
    plain = decode_settings(FULL.encode())
    assert encode_settings(plain).startswith(b"format = 1\n")
    used = FULL.replace('name = "Northvale Council"', 'name = "Northvale Council"\nremote = "https://n.example/p.git"')
    with pytest.raises(Refused, match=r"organisations\.northvale\.remote needs format = 2"):
        decode_settings(used.encode())
    settings = decode_settings(used.replace("format = 1", "format = 2").encode())
    assert decode_settings(encode_settings(settings)) == settings
    assert encode_settings(msgspec.structs.replace(settings, format=1)).startswith(b"format = 2\n")


def test_a_language_other_than_british_english_needs_format_2():
    """So an older program does not judge a policy by the words of another language; a name of none is refused."""
    used = FULL.replace("format = 1", 'format = 1\nlanguage = "cy"')
    with pytest.raises(Refused, match="language needs format = 2"):
        decode_settings(used.encode())
    settings = decode_settings(used.replace("format = 1", "format = 2").encode())
    assert settings.language == "cy"
    assert b'language = "cy"' in encode_settings(settings)
    assert decode_settings(FULL.encode()).language == "en-GB"
    with pytest.raises(Refused, match="language"):
        decode_settings(used.replace("format = 1", "format = 2").replace('"cy"', '"Welsh of the north"').encode())


@pytest.mark.parametrize("folder", ["Reviews", "REVIEWS/x", "a/.GIT/b"])
def test_a_folder_is_the_record_or_git_in_any_case(folder: str) -> None:
    """Some file systems take these for the folder of the record, and for git's own."""
    content = FULL.replace('folder = "policy"', f'folder = "{folder}"').encode()
    with pytest.raises(Refused, match="folder ="):
        decode_settings(content)
