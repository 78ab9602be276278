"""An author who brings in words in an organisation's voice has nobody read or answer."""

import pytest

from tests.acting import ask
from tests.conftest import OFFICER, Clone, Run


@pytest.mark.parametrize("voice", ["Officer", "A. Stranger <stranger@elsewhere.example>"])
def test_words_that_an_author_gives_an_organisation_count_for_none(review: Clone, run: Run, voice: str) -> None:
    """Neither for coverage, nor as an answer to a round, nor in the grid; the remark itself stays open."""
    ask(run, review, "round", "open", "--until", "2099-12-31")
    ask(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "We like it.")
    (path,) = review.git("ls-files", "--others", "--", "reviews/threads").split()
    text = review.read(path)
    by = f"{OFFICER[0]} <{OFFICER[1]}>"
    voice = by if voice == "Officer" else voice
    text = text.replace(f'by = "{by}"', f'by = "{voice}"\nrecorded_by = "{by}"')
    text = text.replace('organisation = "unaffiliated"', 'organisation = "southmere"')
    assert 'organisation = "southmere"' in text
    review.write(path, text)
    ask(run, review, "submit")
    (row,) = ask(run, review, "threads")["threads"]
    assert (row["state"], row["flags"]) == ("open", [])
    gates = {gate["name"]: gate["evidence"] for gate in ask(run, review, "ready", code=1)["gates"]}
    assert not any("read by Southmere" in str(item["text"]) for item in gates["coverage"])
    (found,) = ask(run, review, "round", "list")["rounds"]
    south = next(row for row in found["organisations"] if row["organisation"] == "southmere")
    assert (south["answered"], south["remarks"], south["read"]) == (False, 0, 0)
