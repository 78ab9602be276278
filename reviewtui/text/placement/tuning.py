"""The numbers of placement: what each trades, and which measurement set it (benchmarks/README.md)."""

ALIKE_SENTENCES = 0.4
"""Sentences in the same gap share at least so much of their weight to be one: lower joins what is not the same."""
TELLING_WORDS = 6
"""So many of the rarest words of a sentence are asked where they stand."""
MANY_HOLDERS = 40
"""A word in more sentences than this proposes only the first of them."""
PART_OF_SENTENCE = 0.5
"""A sentence of which so much is in what another one has gained was merged into it."""
GAP_GREW = 40
"""Between the two words of a gap at most so many new ones may stand, or they went to different places."""
GAP_WITH_ONE_SIDE = 0.7
"""How sure a gap is of which one word is left."""
GAP_REWORDED = 0.6
"""How sure a gap is that stands beside a reworded sentence."""
