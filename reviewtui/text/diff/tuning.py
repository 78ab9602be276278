"""The numbers of comparing: what each trades, and which measurement set it (benchmarks/README.md)."""

EXACT_CELLS = 64_000_000
"""Gaps of at most so many pairs of elements are compared exactly when nothing else is asked for."""
FEW_CELLS = 20_000
"""Gaps of so few pairs are compared at once: equal ends are no cheaper to look for."""
MOST_CELLS = 1_000_000_000
"""What a gap between pivots may grow to; it bounds the depth as well as the memory (128 MB)."""
FARTHEST_SHIFT = 300
"""A passage is shifted by at most so many characters."""
CONTENT_WORDS = 3
"""A kept run of more than this many words in a row reads well whatever stands beside it."""
LIGHT_LETTERS = 3
"""Words of at most so many letters ("the", "of", "to") agree by chance more often than not."""
LONG_LINE = 24
"""Shorter lines (blank, a bullet, a repeated heading) may stand anywhere, in characters."""
LONG_RUN = 180
"""Shorter runs of equal lines, in characters, may be equal by chance or have moved: their words are compared."""
FEW_ALIKE = 8
"""When fewer than one in so many long lines is found again, the text was wrapped anew."""
STAYS = 0.3
"""A sentence of which this share of the letters lies outside a hunk is the same sentence, reworded."""
LARGE = 100_000_000
"""Stretches of fewer pairs of characters need not be cut."""
SAMPLE = 48
"""Characters in a sample: long enough that prose seldom repeats one."""
SAMPLE_STEP = 3000
"""Characters between samples that were found: more is faster and leaves larger gaps (`diff.py`)."""
SAMPLE_RETRY = 600
"""Characters behind a sample that was missed, at which the next one is taken."""
SAMPLE_REACH = 3000
"""Characters around the expected place in which a sample is looked for."""
SAMPLE_MOST_REACH = 100_000
"""What that grows to before the search ends."""
SAMPLE_PATIENCE = 6
"""After so many samples that were missed in a row the reach is doubled."""
LEAST_TERMS = 4
"""Shorter passages move only as whole lines that stand once: a few words stand in many places (`moves.py`)."""
LEAST_ALIKE = 60.0
"""A passage that was edited on the way is as alike as this, of 100; lower finds moves that nobody made."""
MOSTLY = 0.6
"""A sentence is loose where this share of it lies in changes."""
SHORTEST_CLAUSE = 12
"""Characters of a changed place that can hold four words."""
TAGGED = 100
"""A text with a tag in fewer characters than this is compared without its tags."""
SHORT_TEXT = 600
"""Of longer texts, in words, only some shingles are taken."""
LONG_WORD = 9
"""Those that a word of so many letters begins."""
SAME_PATH = 0.12
"""Files of one name are a pair with this much in common."""
OWN_KEPT = 0.1
"""Of what only one old file says, a file of another name has kept at least so much: a shared footer makes no pair."""
OTHER_PATH = 0.2
"""Files of two names are a pair with this much; lower pairs files that only speak of the same things."""
COMMON = 24
"""A shingle in more files than this says nothing about any of them."""
SURE = 0.15
"""Files that share so much of the longer one as whole lines are one file, if no other shares half as much."""
SURE_BY_NAME = 0.05
"""The same for files of one name."""
KEPT_BY_NAME = 0.5
"""So much of the shorter one is whole lines of both where files of one name are one, wherever the rest went."""
PIVOT_WORDS = 6
"""Words in a run: long enough that prose seldom repeats one."""
PIVOT_STEP = 64
"""Words between runs that are looked for near the last one."""
PIVOT_DENSE_STEP = 16
"""Words between runs that are looked for anywhere."""
PIVOT_REACH = 256
"""Words around the expected place in which a sample is looked for first."""
PIVOT_MOST_REACH = 8192
"""What that grows to before the search near ends."""
PIVOT_PATIENCE = 4
"""After so many samples that were missed in a row the reach is doubled."""
PIVOT_ENOUGH = 4
"""One sample found in so many is enough to go by."""
KEPT_CHARACTERS = 2_000_000
"""Comparisons of longer versions, in characters of both, are not kept: they would hold too much memory."""
BATCH = 40_000
"""Characters of both texts that are split into words at once: few calls, and words that stay in the processor."""
EXACT_WORD_CELLS = 4_000_000
"""Longer strings, in pairs of words, are cut before they are compared exactly."""
