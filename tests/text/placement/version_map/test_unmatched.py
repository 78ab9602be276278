"""Whether a lost passage can be anywhere: asked before any closer look."""

from reviewtui.text.placement.version_map.unmatched import Unmatched
from reviewtui.text.placement.version_map.version_pair import VersionPair
from reviewtui.text.placement.version_map.word_map import WordMap
from reviewtui.text.words.units import Corpus

OLD = {"a.md": "# Tone\n\nBe kind to everybody.\n\nOfficers archive photographs of ceremonies yearly.\n"}


def asked(new):
    """Return whether the old sentence about photographs is hopeless in `new`."""
    versions = VersionPair(OLD, Corpus(new), {"a.md": "a.md"})
    first, stop = versions.old_table("a.md").range(OLD["a.md"].index("Officers"), len(OLD["a.md"]))
    return Unmatched(versions, WordMap(versions)).hopeless("a.md", first, stop)


def test_a_passage_without_any_word_left_is_hopeless():
    """Nothing new says anything like it."""
    assert asked({"a.md": "# Tone\n\nBe kind to everybody.\n\nNobody discloses passwords over telephone lines.\n"})


def test_words_among_the_new_ones_are_hope():
    """Its rarer words stand in what is new."""
    assert not asked({"a.md": "# Tone\n\nBe kind to everybody.\n\nThe archive holds ceremonies in photographs.\n"})


def test_kept_words_are_hope():
    """Words that the word map kept count as well."""
    assert not asked({"a.md": "# Tone\n\nBe kind to everybody.\n\nOfficers archive photographs of visits.\n"})
