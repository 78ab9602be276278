"""A sentence without rivals is found though much of it changed; where another place says more of it, it is not told."""

from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.placement import Placer


def placed(words: str, old: dict[str, str], new: dict[str, str]):
    """Return where `words` of the old version went: its placement and its words there."""
    path = next(path for path, text in old.items() if words in text)
    start = old[path].index(words)
    placement = Placer(old, new).place(Quote(path, start, start + len(words), words))
    return placement, new[placement.path][placement.start : placement.end] if placement.path else None


ROTA = "# Rota\n\nShifts are drawn by lot on Sundays, and the draw hangs in the hall of the depot until noon.\n"
SWAPPED = "Once a swap is agreed, lamplighters are welcome to correct their own entries in the left Dockbook."
FOREMAN = "Ask the foreman before you swap a shift with somebody else on the round."


def test_a_sentence_without_siblings_is_itself_though_its_name_changed():
    """It went to another file with its neighbour, one name was replaced, and nothing else is put like it."""
    changed = SWAPPED.replace("Dockbook", "Tidebook")
    new = {"rota.md": ROTA, "swaps.md": f"# Swaps\n\nLanterns stay at the gate.\n\n{FOREMAN} {changed}\n"}
    assert placed(SWAPPED, {"rota.md": f"{ROTA}\n{FOREMAN} {SWAPPED}\n"}, new)[1] == changed


SEATS = (
    "The harbour seats will be held for two years, except that the first pilot seat will only be held for one year, so "
    "as to stagger the terms."
)


def test_a_sentence_that_shares_many_rare_words_is_found_in_any_file():
    """Its file went; another one says part of it in the same order, and no other sentence comes near."""
    old = {
        "pilots.md": f"# Pilots\n\nThe bell calls the pilots together.\n\n{SEATS}\n",
        "tides.md": "# Tides\n\nTide tables are printed twice a year and hang beside the slipway.\n",
    }
    now = "The harbour seats are held for two years and the pilot seat for one year, to stagger the election of each."
    new = {
        "tides.md": old["tides.md"],
        "elections.md": f"# Elections\n\nVotes are counted in the hall by the clerk.\n\n{now}\n\nAll may look on.\n",
    }
    assert placed(SEATS, old, new)[1] == now


def test_a_short_heading_is_found_though_its_file_was_rewritten():
    """Two words are too few for the word map; what stood under the heading came along, reworded."""
    text = "{}\n\nEvery crew keeps a channel on the harbour radio and a list of letters.\n"
    old = {"crews.md": f"# Crews\n\nBoats go out at dawn.\n\n{text.format('## <a id=x>Radio letters</a>')}"}
    new = {
        "boats/crews.md": f"# Boats\n\nNobody sails alone.\n\n{text.format('## Radio letters')}".replace(
            "a list", "lists"
        )
    }
    assert placed("<a id=x>Radio letters</a>", old, new)[1] == "Radio letters"


LONG = (
    "We mean leave without a tally to spare people the schemes by which they hoard days, plan around the harvest, "
    "trade Mondays for Fridays or keep a fortnight back until the frost, instead of resting when they need rest."
)


def test_a_paragraph_is_where_two_of_its_sentences_stand_word_for_word():
    """The longest sentence went; the other two stay as they were."""
    kept = "It matters that rest is at hand for all. Rest is there for whoever needs it."
    text = "# Rest\n\nThe mill closes at six.\n\n{}\n\nMillers sign the book.\n"
    old, new = text.format(f"{kept} {LONG}"), text.format(kept).replace("six", "five")
    assert placed(f"{kept} {LONG}", {"rest.md": old}, {"rest.md": new})[1] == kept


def test_where_another_place_says_clearly_more_the_first_one_is_not_told():
    """The word map expects one sentence, and another one without an owner holds more of what was said."""
    old = (
        "# Nets\n\nThen it is ready. So the list of nets to be mended holds those with a red tag and a blue tag both.\n"
    )
    new = (
        "# Nets\n\nThen it is ready. Mend the nets with a red tag or a blue tag at the quay before breakfast.\n\n"
        "The tags say this:\n\n* red tag and blue tag: net on the list, to be mended.\n* red tag: asked for.\n"
    )
    words = "So the list of nets to be mended holds those with a red tag and a blue tag both."
    there = placed(words, {"nets.md": old}, {"nets.md": new})[1]
    assert there is None or "list" in there
