"""What is a slip of the pen, and what is another word or another name."""

import gzip
from pathlib import Path

import pytest
import spellchecker

from reviewtui.text.meaning.change_class import change_class
from reviewtui.text.meaning.wording.vocabulary.misspelling import corrected_pair

DICTIONARY = Path(spellchecker.__file__).parent / "resources" / "en.json.gz"
OTHER = [
    ("Ask Mr Smith.", "Ask Mr Smyth."),
    ("Smith approves the leave.", "Smyth approves the leave."),
    ("Ask Anne Davis.", "Ask Anne Davies."),
    ("Ask Anne Turner.", "Ask Anne Turnor."),
    ("Ask Anne Marchant.", "Ask Anne Merchant."),
    ("Ask the Form Council.", "Ask the Form Counsel."),
    ("Read the Public Policy.", "Read the Public Police."),
    ("Ask the Hardwick team.", "Ask the Hardwicke team."),
    ("These rules affect pay.", "These rules effect pay."),
    ("Do not lose the dogs.", "Do not loose the dogs."),
    ("Ask the principal.", "Ask the principle."),
    ("Keep stationary stock.", "Keep stationery stock."),
    ("They complement it.", "They compliment it."),
    ("Complimentary tickets.", "Complementary tickets."),
    ("Ensure the building.", "Insure the building."),
    ("The rooms must be quiet.", "The rooms must be quite."),
    ("A cheque is needed.", "A check is needed."),
    ("Officers lead the team.", "Officers led the team."),
    ("The rules disapply here.", "The rules display here."),
    ("Prescribe the drug.", "Proscribe the drug."),
    ("A stay of 5 min applies.", "A stay of 5 minimum applies."),
    ("Staff work in the sun in summer.", "Staff work in the Sunday in summer."),
    ("They wed in the hall.", "They Wednesday in the hall."),
    ("Seen by Jan.", "Seen by January."),
    ("Record the temp reading.", "Record the temporary reading."),
    ("The admin approves it.", "The administration approves it."),
    ("Write to recieve@council.example.", "Write to receive@council.example."),
    ("Write to info@council.example.", "Write to information@council.example."),
    ("See www.council.example/goverment today.", "See www.council.example/government today."),
]
SLIPS = [
    ("Oficers ask there manager.", "Officers ask their manager."),
    ("We reveiw it.", "We review it."),
    ("Meet on Mon 5 May.", "Meet on Monday 5 May."),
    ("Wait 5 min.", "Wait 5 minutes."),
    ("It lasts min. 5 days.", "It lasts minimum 5 days."),
    ("Ask the Goverment.", "Ask the Government."),
    ("Made by the Free Softare Foundation.", "Made by the Free Software Foundation."),
    ("See the Open Standrads page.", "See the Open Standards page."),
    ("Ask the Minstry of Justice.", "Ask the Ministry of Justice."),
    ("Ask the Comission first.", "Ask the Commission first."),
    ("Use the National Libary.", "Use the National Library."),
]


@pytest.mark.parametrize(("old", "new"), OTHER, ids=[new for _, new in OTHER])
def test_another_word_or_name_is_in_doubt_at_least(old: str, new: str) -> None:
    """However alike both look: in both directions."""
    assert change_class(old, new).change_class != "editorial"
    assert change_class(new, old).change_class != "editorial"


@pytest.mark.parametrize(("old", "new"), SLIPS, ids=[new for _, new in SLIPS])
def test_a_slip_is_editorial(old: str, new: str) -> None:
    """In both directions: the words around say which word is meant."""
    assert change_class(old, new).change_class == "editorial", change_class(old, new)
    assert change_class(new, old).change_class == "editorial"


def test_a_thousand_slips_are_corrected_and_the_calls_do_not_pile_up() -> None:
    """As many as a machine makes that reads a scan."""
    listed = [line.split(b'"')[1].decode() for line in gzip.decompress(DICTIONARY.read_bytes()).split(b"\n")[1:-1]]
    words = [word for word in listed if word.isascii() and word.isalpha() and 8 < len(word) < 12][::40][:1200]
    slips = [f"{word[:4]}{word[5]}{word[4]}{word[6:]}" for word in words]
    old, new = corrected_pair(" ".join(slips), " ".join(words))
    assert sum(map(str.__eq__, old.split(), new.split())) > 1000
