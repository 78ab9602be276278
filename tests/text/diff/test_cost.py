"""What a comparison asks for: each pair of sentences once, and no word against all others."""

from reviewtui.text.diff import context_changes, moves, pairing
from reviewtui.text.diff.hidden_stretches import hidden_stretches
from reviewtui.text.diff.moves import unmatched_sentences
from reviewtui.text.diff.policy_diff import compare_policies
from reviewtui.text.diff.prose import block_hunks
from reviewtui.text.markdown import document, said_passage
from reviewtui.text.markdown.block_parents import block_parents
from reviewtui.text.meaning import change_class, holders
from reviewtui.text.words import sentences


def test_texts_without_a_common_word_are_classed_word_by_word():
    """Two thousand words that came for two thousand others: the square of that would take minutes."""
    old, new = (" ".join(f"{side}{n}" for n in range(2000)) for side in ("old", "new"))
    assert [change.op for change in compare_policies({"a": old}, {"a": new}).files[0].changes] == ["replace"]


def test_the_hunks_of_one_sentence_ask_for_its_meaning_once(monkeypatch):
    """Three changed words in a sentence are three hunks and one comparison of sentences."""
    asked = []
    compare = change_class.word_changes
    monkeypatch.setattr(change_class, "word_changes", lambda *pair: asked.append(pair) or compare(*pair))
    old = "Officers in blue jackets keep the old log of every visit beside the big door of the hall.\n"
    new = old.replace("blue", "red").replace("old log", "new log").replace("big door", "side door")
    changes = compare_policies({"a": old}, {"a": new}).files[0].changes
    assert len(changes) == 3
    assert len(asked) == 1


def test_what_a_sentence_says_is_read_once_for_all_its_hunks(monkeypatch):
    """The hunks of a sentence, and those of the sentences beside it, ask for it again and again."""
    read = []
    prose = said_passage._as_prose
    monkeypatch.setattr(said_passage, "_as_prose", lambda words: read.append(words) or prose(words))
    old = "Officers in blue jackets keep the **old** log of every _visit_ beside the big door of the main hall.\n"
    new = old.replace("blue", "red").replace("big", "side").replace("main", "lower")
    assert len(compare_policies({"a": old}, {"a": new}).files[0].changes) == 3
    assert len(read) == len(set(read)) > 0


def test_what_is_silent_in_a_text_is_found_once_for_all_that_moved():
    """Each passage that moved asks how it is said in its text; a long text has hundreds of them."""
    hidden_stretches.cache_clear()
    rules = [f"Officer {n} of ward {n} keeps `log {n}` of every visit to the {n}th gate." for n in range(20)]
    moved = rules[10:] + rules[:10]
    compare_policies({"a": "\n\n".join(rules)}, {"a": "\n\n".join(moved)})
    assert hidden_stretches.cache_info().misses <= 2


def test_what_a_block_stands_under_is_read_once_for_all_that_moved():
    """Each passage that moved asks for it; as each of them read all blocks, a text twice as long took four times."""
    block_parents.cache_clear()
    rules = [f"- Officer{n} keeps ledger{n} of gate{n} near ward{n} on shelf{n}." for n in range(20)]
    changes = compare_policies({"a": "\n\n".join(rules)}, {"a": "\n\n".join(reversed(rules))}).files[0].changes
    asked = block_parents.cache_info()
    assert asked.misses <= 2 < sum(change.op == "move" for change in changes) < asked.hits


def test_the_places_of_words_are_read_once_for_all_clauses_of_a_change(monkeypatch):
    """Twenty clauses of one long change stand in twenty others: their change is not read for each of them."""
    read = []
    places = moves.terms_of
    monkeypatch.setattr(moves, "terms_of", lambda *span: read.append(span) or places(*span))
    clauses = [f"officer{n} keeps log{n} of gate{n} daily" for n in range(20)]
    text = " ".join(clauses)
    lone = [f"Before it {clause}." for clause in clauses]
    hunks = [((0, len(text)), (0, 0))]
    other = ""
    for clause in lone:
        hunks.append(((len(text), len(text)), (len(other), len(other) + len(clause))))
        other += f"{clause} "
    assert len(moves.find_moved_phrases(("", ""), (text, other), hunks)) == 20
    assert len(read) == len(set(read)) == 21


def test_sentences_are_looked_for_only_beside_what_changed(monkeypatch):
    """One word of a hundred paragraphs changed: the others need no sentences, to tell moves or to class it."""
    asked = []
    prose = sentences.block_prose
    monkeypatch.setattr(sentences, "block_prose", lambda text, block: asked.append(block.start) or prose(text, block))
    old = "\n\n".join(f"Officer {n} of ward {n} keeps the log. It is read once a week." for n in range(100))
    new = old.replace("Officer 50", "Warden 50")
    assert len(compare_policies({"a": old}, {"a": new}).files[0].changes) == 1
    assert 0 < len(set(asked)) < 10


def test_a_word_more_is_no_other_structure(monkeypatch):
    """The space that comes with a word made all that stayed be asked what it stands under."""
    asked = []
    monkeypatch.setattr(context_changes, "block_parents", asked.append)
    old = "# Keys\n\nOfficers keep the log.\n\nThey read it.\n\n- Lend maps.\n- Sell coins.\n"
    for new in (old.replace("the log", "the old log"), old.replace(" maps", ""), old.replace("Sell", "Never sell")):
        compare_policies({"a": old}, {"a": new})
    assert not asked


def test_of_words_that_stayed_those_beside_another_sign_are_looked_at(monkeypatch):
    """A sign more among a thousand words: what is the same before and behind it is not taken apart."""
    looked = []
    words = context_changes._words
    monkeypatch.setattr(context_changes, "_words", lambda *rest: looked.append(rest[2][1] - rest[2][0]) or words(*rest))
    old = " ".join(f"Officer {n} keeps log {n}." for n in range(200)) + "\n"
    new = old.replace("Officer 99 ", "Officer **99** ").replace("log 150", "book 150")
    compare_policies({"a": old}, {"a": new})
    assert looked
    assert max(looked) < 40


def test_of_a_long_text_the_changed_sections_are_read(monkeypatch):
    """Words changed in two of a hundred sections of one file: no other one is parsed to tell what left."""
    read = []
    begin = document.Document.__init__
    monkeypatch.setattr(
        document.Document, "__init__", lambda self, text, **more: read.append(len(text)) or begin(self, text, **more)
    )
    old = "".join(
        f"## Post {n}\n\nOfficer {n} keeps the log [here](log.md).\n\n- lock gate {n}\n\n" for n in range(100)
    )
    at = [old.index("keeps", old.index("Post 20")), old.index("gate 50")]
    assert not unmatched_sentences("a", old, [(start, start + 4) for start in at])
    assert read
    assert sum(read) < len(old) / 4


def test_of_a_long_text_the_changed_sections_are_read_to_tell_what_stands_otherwise(monkeypatch):
    """A word, an item that became a paragraph and a paragraph that moved: of a hundred sections a few are parsed.

    A heading behind a line of HTML, which may be none, makes no difference while both stay as they are.
    """
    rules = [f"Officer {n} keeps the log of gate {n}. It is `read {n}` at noon." for n in range(100)]
    heads = [f"<p></p>\n## Post {n}" if n % 9 == 5 else f"## Post {n}" for n in range(100)]
    both = [f"{head}\n\n{rule}\n\n- Lock gate {n}.\n" for n, (head, rule) in enumerate(zip(heads, rules, strict=True))]
    old = "\n".join(both)
    both[20], both[50] = both[20].replace("keeps", "holds"), both[50].replace("- Lock", "Lock")
    both[70], both[10] = f"{both[70]}\n{rules[10]}\n", both[10].replace(f"{rules[10]}\n\n", "")
    read = []
    begin = document.Document.__init__
    monkeypatch.setattr(
        document.Document, "__init__", lambda self, text, **more: read.append(len(text)) or begin(self, text, **more)
    )
    changes = compare_policies({"a": old}, {"a": "\n".join(both)}).files[0].changes
    assert {"move", "replace"} <= {change.op for change in changes}
    assert sum(read) < len(old) / 3


def test_the_runs_of_words_of_a_file_are_read_once(monkeypatch):
    """Files under new names are paired by them, and asked whether they kept more than what all files say."""
    read = []
    runs = pairing.shingles
    monkeypatch.setattr(pairing, "shingles", lambda text: read.append(text) or runs(text))
    old = {f"{n}.md": " ".join(f"Officer {n} keeps log {n}{at} of each visit." for at in range(9)) for n in range(6)}
    new = {f"new-{path}": text.replace("visit", "call", 3) for path, text in old.items()}
    assert pairing.pair_files(old, new) == tuple((path.removeprefix("new-"), path) for path in new)
    assert len(read) == len(set(read)) > 0


def test_whether_words_are_hidden_is_known_without_blocks_where_nothing_can_be():
    """The answer is that of the blocks, for each span of texts with settings, comments and definitions."""
    texts = [
        "---\na: b\n---\n\nOne - two.\n\n- Three\n",
        "One.\n\n<!-- two -->\n\nThree.\n",
        "[One].\n\n[one]: two\n",
        "\n",
    ]
    for text in texts:
        for start in range(len(text)):
            for end in range(start + 1, len(text) + 1):
                pieces = list(block_hunks._pieces(text, (start, end)))
                assert block_hunks.is_hidden(text, (start, end)) == all(piece.hidden for piece in pieces)


def test_the_words_of_a_long_sentence_are_read_once_for_all_who_are_bound(monkeypatch):
    """Twenty duties in one sentence: of whom else the sentence speaks is asked once a side."""
    asked = []
    stems = holders._stems
    monkeypatch.setattr(holders, "_stems", lambda words: asked.append(words) or stems(words))
    old = " and ".join(f"the wide gate of ward {n} must be open" for n in range(20))
    new = old.replace("wide", "narrow")
    holders.other_holder(old, new)
    assert asked.count(old) == asked.count(new) == 1


def test_a_rule_that_came_is_not_compared_with_nothing(monkeypatch):
    """Its word of duty tells its class."""
    asked = []
    meaning = change_class.meaning_changes
    monkeypatch.setattr(
        change_class, "meaning_changes", lambda *pair, **more: asked.append(pair) or meaning(*pair, **more)
    )
    old = "# Gates\n\nThe gates are old.\n"
    changes = compare_policies({"a": old}, {"a": f"{old}\nWardens must lock the gates at night.\n"}).files[0].changes
    assert [change.change_class for change in changes] == ["new-rule"]
    assert not asked
