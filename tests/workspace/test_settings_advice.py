"""What makes no sense in the settings is said, blocks nothing, and is never written by a command."""

import pytest

from tests.acting import ask, refused, unchanged
from tests.conftest import Clone, Run

SETTINGS = "reviews/settings.toml"
ODD = {
    "policy_id": ('policy_id = "01', 'policy_id = "odd'),
    "target": ('target = "1.0"', 'target = "soon"'),
    "authors: 'Bob'": ("authors = [", 'authors = ["Bob", '),
    "gates.signoff:": ('target = "1.0"', 'target = "1.0"\n[gates.signoff]\non = false\n'),
    "pre_election:": ('target = "1.0"', 'target = "1.0"\n[[pre_election]]\nstart = 2027-05-06\nend = 2027-03-22\n'),
    "topics: the id 'a'": (
        'target = "1.0"',
        'target = "1.0"\n[[topics]]\nid = "a"\ntitle = "A"\n[[topics]]\nid = "a"\ntitle = "B"\n',
    ),
    "companions: there is no text 'gone.md'": (
        'target = "1.0"',
        'target = "1.0"\n[[companions]]\ntext = "gone.md"\nof = ["records.md", "principles"]\n',
    ),
    "order: there is no section 'nowhere'": ('target = "1.0"', 'target = "1.0"\norder = ["nowhere", "records"]'),
    "domains: 'a b'": ('"southmere.example"', '"a b"'),
    "'northvale.example' is a domain of more than one": ('"southmere.example"', '"NorthVale.example"'),
}


def _toml(text: str, old: str, new: str) -> str:
    """The settings with the change; tables that it brings stand behind everything else."""
    assert old in text
    head, sign, tables = new.partition("\n[")
    changed = text.replace(old, head, 1)
    return f"{changed}\n[{tables}" if sign else changed


@pytest.mark.quick(5)
@pytest.mark.parametrize("named", ODD)
def test_it_is_named_and_blocks_nothing(review: Clone, run: Run, named: str) -> None:
    """`status` and `verify` name the key; the record stays believable, and the gate stays as it was."""
    review.commit_file(SETTINGS, _toml(review.read(SETTINGS), *ODD[named]), "Odd settings")
    answer = ask(run, review, "verify")
    assert answer["ok"]
    (row,) = answer["findings"]
    assert (row["what"], row["path"]) == ("advice", SETTINGS)
    assert named in row["reason"]
    assert row["repair"]
    assert named in run(review, "status")[1]
    assert {g["name"]: g["passed"] for g in ask(run, review, "ready", code=1)["gates"]}["record"]


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--address", "nobody"),
        ("--address", "Name <a@b.example>"),
        ("--domain", "x@northvale.example"),
        ("--domain", "northvale.example"),
        ("--name", " "),
    ],
)
def test_no_command_writes_it(review: Clone, run: Run, option: str, value: str) -> None:
    """`organisation add` refuses what makes no sense, in one line, and nothing changes."""
    with unchanged(review):
        name = () if option == "--name" else ("--name", "Eastmoor")
        refused(run, review, "organisation", "add", "eastmoor", *name, option, value)


def test_sensible_settings_need_no_advice(review: Clone, run: Run) -> None:
    """What `init` and `organisation add` write is sensible."""
    assert ask(run, review, "verify")["findings"] == []
