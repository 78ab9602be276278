"""The numbers of judging meaning: what each trades, and which measurement set it (benchmarks/README.md).

`benchmarks/classes.py` counts changes of substance that are called editorial and editorial ones that are in doubt, on
lists by readers; `benchmarks/meaning.py` counts alarms on changes of a real policy. "Bound" is no measurement: it keeps
a text that was made to be slow from being so.
"""

ALIKE = 0.5
"""A sentence has a counterpart when more than this share of its telling words, or of the other's, stands there. Less
makes rules that came look reworded, more makes reworded ones new rules (`meaning.py`, new rules)."""
SENTENCE = 3
"""A sentence without a counterpart has at least so many words; fewer are told by their words (`meaning.py`)."""
HOLDER_REACH = 80
"""Characters before or after a word of duty in which the one who is bound is looked for: farther takes the subject of
another sentence for it (`meaning.py`, duties)."""
MOST_DUTIES = 100
"""So many words of duty of a passage are looked at; a whole section may have thousands. Bound."""
NOT_BEFORE = 40
"""Characters in which what must not stand before a phrase is looked for. Bound."""
SHORTEST_MISSPELLING = 3
"""Letters of the shortest word that may be misspelt: of two, any other word is a neighbour (`classes.py`, from 4: one
misspelling more is known)."""
MOST_PAIRS_OF_WORDS = 20_000
"""Pairs of words that are asked whether one is a slip for the other: a tenth of a second."""
MUCH_RARER = 50
"""A word that the dictionary's makers met so many times less often is hardly meant by a slip (tests of traps)."""
LONGEST_NAME = 11
"""A word of the dictionary with so many letters is no name of which another spelling is another name."""
COMMON_WORD = 5000
"""A word that the dictionary's makers met so often may have "dis" or "un" before it, where the whole is not listed; of
rarer ones misspellings are taken for words, as "dis" and "plaid" (`classes.py`)."""
EXACT_DIGITS = 8
"""Numbers with more digits are telephones and accounts: each digit counts, and their value would be
rounded (`classes.py`)."""
COMPOUND_PART = 4
"""Letters of each part of a compound that a dictionary may vouch for: shorter parts make other words, as "in to" and
"into", "over time" and "overtime" (`classes.py`: two of three lists)."""
MOVED_PHRASE = 4
"""Words of the longest phrase that may stand elsewhere in its sentence: longer ones take another part along
(`classes.py`, word order)."""
MOVED_REACH = 40
"""Words between the two places of such a phrase. Bound."""
REWORDED = 8
"""Changes of a passage whose words may only stand in another order; one with more of them says something else.
Bound."""
REBUILT = 16
"""So many words of a passage may differ where one construction stands for another in all of it. Bound."""
TURNED = 40
"""Words of the longest sentence of which the voice is looked at; all ways of cutting it are tried. Bound."""
DOUBLED_STEM = 3
"""A stem of more letters may end with one that only its ending doubled: "logged" is "log", "add" stays
(`classes.py`)."""
WEAK_WORDS = 2
"""So many Welsh words that look like English ones show that a passage is Welsh (tests of languages)."""
TELLING_WORD = 2
"""A word of so many letters tells by a dictionary whether it is English."""
ENGLISH_SHARE = 0.6
"""More than this share of the words of a heading or an item stands in an English dictionary, if it is English; the rest
are names. Less takes German headings for English (tests of languages; `classes.py`: headings)."""
SHOWN = 40
"""Characters of a side that a reason shows, where a paragraph without spaces is one word."""
