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
PARALLEL_REPLACED = 0.12
"""A sentence of which so much of the substance was replaced word for word may be another rule, put alike."""
PARALLEL_ORDER = 0.05
"""It is one where the order of words is kept at least as well as the substance, up to this."""
REWRITTEN_SUBSTANCE = 0.45
"""Sentences that share so much of what they are about may be the same one, however it is put."""
REWRITTEN_MARGIN = 0.12
"""They are where they share so much more of the substance than of the order of words."""
NEIGHBOURS = 2
"""So many sentences on each side of one are asked where they went."""
NEIGHBOUR_REACH = 3
"""A sentence is looked for so many sentences around where a neighbour went."""
LEAST_SUBSTANCE = 0.28
"""So much of the substance is enough where the neighbours stand."""
CLEARLY_MORE = 0.08
"""The best place beside neighbours has so much more of the substance than the next."""
PUT_ALIKE = 0.5
"""Sentences that keep less of the order of their words are not put alike."""
