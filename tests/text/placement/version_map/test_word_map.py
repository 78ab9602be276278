"""The word map of two versions: what stayed, what went to another file, what is new."""

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.placement.version_map.version_pair import VersionPair
from reviewtui.text.placement.version_map.word_map import WordMap
from reviewtui.text.words.units import Corpus

MOVED = "Posts about a candidate need the consent of the elections team beforehand."
OLD = {
    "a.md": f"# Tone\n\nBe kind and be brief in all that you write.\n\n{MOVED}\n",
    "b.md": "# Records\n\nKeep them.\n",
}
NEW = {
    "a.md": "# Tone\n\nBe kind and be brief in all that you write.\n",
    "b.md": f"# Records\n\nKeep them.\n\n{MOVED}\n",
}
sentences = st.lists(
    st.sampled_from([MOVED, "Be kind.", "Ask the press desk first, then post it.", "# Head"]), max_size=6
)


def made(old, new):
    versions = VersionPair(old, Corpus(new), {path: path for path in old if path in new})
    return versions, WordMap(versions)


def test_a_passage_is_followed_into_another_file():
    """Its words are found there, all of them."""
    versions, words = made(OLD, NEW)
    first, stop = versions.old_table("a.md").range(OLD["a.md"].index(MOVED), len(OLD["a.md"]))
    pieces = words.mapped_runs("a.md", first, stop)
    assert sum(piece.size for piece in pieces) == len(MOVED.split())
    assert {piece.path for piece in pieces} == {"b.md"}


@given(sentences.map("\n\n".join), sentences.map("\n\n".join), sentences.map("\n\n".join))
def test_every_piece_holds_the_same_words_on_both_sides(one, two, three):
    """Marks aside, inside the range that was asked for, and no old word twice."""
    versions, words = made({"a.md": one, "b.md": two}, {"a.md": two, "b.md": three})
    for path in ("a.md", "b.md"):
        table = versions.old_table(path)
        seen = []
        for old, new, size, there in words.mapped_runs(path, 0, len(table.words)):
            assert table.words[old : old + size] == versions.new_table(there).words[new : new + size]
            seen += range(old, old + size)
        assert len(seen) == len(set(seen))


def test_words_that_moved_are_claimed_by_one_passage_alone():
    """Of two passages that say nearly the same, one was deleted and the other moved: the fuller one moved."""
    whole = "You may cancel your account at any time by going into your settings at the top of the screen."
    short = "You may cancel your subscription at any time by going into your settings at the top of it."
    stay = "Write to people as you would wish to be written to: politely, promptly, in plain words, and never in a "
    stay += "temper; ask a colleague to read what you are not sure of, and sleep over what you would like to shout."
    old = {"a.md": f"# A\n\n{whole}\n\nBe brief and kind.\n", "b.md": f"# B\n\n{short}\n\n{stay}\n"}
    new = {"a.md": "# A\n\nBe brief and kind.\n", "b.md": f"# B\n\n{stay}\n\n{whole}\n"}
    partner = {"a.md": "a.md", "b.md": "b.md"}
    words = WordMap(VersionPair(old, Corpus(new), partner))
    assert {piece.path for piece in words.mapped_runs("a.md", 2, 2 + len(whole.split()))} == {"b.md"}
    taken = [range(p.new, p.new + p.size) for path in old for p in words.mapped_runs(path, 0, 40) if p.path == "b.md"]
    assert len({index for span in taken for index in span}) == sum(map(len, taken))
