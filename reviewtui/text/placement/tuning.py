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
CLAUSE_SHARED = 0.7
"""What the clause must share with a part that was put otherwise: a rare word or two common ones."""
STANDS_FOR_SENTENCES = 0.5
"""A passage with more than this share of the letters of its sentences stands for them.

Lower alarms for words that nobody marked.
"""
SURE_WORDS = 5
"""Fewer words in a row prove nothing by themselves: one or two stand anywhere."""
AROUND_WORDS = 4
"""Words on each side of a passage that are asked where they went."""
CLEARLY_KEPT = 0.8
"""A sentence that kept so many of its words needs no comparison of sentences.

Lower is faster and cuts edges wrongly.
"""
ROUGHLY_KEPT = 0.3
"""The quick way reports a passage as gone below this share of kept words.

`anchors.py`: 5 of 591 lost ones placed).
"""
HELD_NEAR = 12
"""Words within so many of a place hold it."""
HELD_BY = 3
"""So many words around hold a passage that lost most of its own."""
TAG_REACH = 300
"""Characters before a span in which a tag may have begun that reaches into it."""
LONGEST_RUN = 4
"""At most so many sentences stand for one."""
UNSEEN = 0.9
"""Without the old text no placement is surer than this."""
UNSEEN_REWORDED = 0.6
"""Without the old text a reworded passage is found only if it is so sure."""
TWIN = 0.95
"""In a changed file a passage whose words stand there twice is never surer than this."""
SURE_WITHOUT_WORDS = 0.2
"""A reworded passage that kept none of its words is never surer than this, one with three quarters than 0.8."""
HALF_KEPT, LITTLE_KEPT = 0.5, 0.3
"""With no more than half of its words it is no surer than with few: nothing is accepted over another rule."""
DISSOLVED = 0.5
"""A section without partner is where this share of its words went, or gone."""
SPAN_KEPT = 0.5
"""A projected span is sure with this share of the words of its passage."""
SPAN_DENSE = 0.5
"""And if they are this share of the words of the span."""
SPAN_HELD = 0.3
"""So many are enough between neighbours that hold it on both sides."""
ROUGH_REACH = 30
"""Kept words further apart than this, in words, are not one place."""
SPAN_SUPPORT = 4
"""A sure span has so many kept words in it and around it."""
ROW_SHARED = 0.4
"""A row that says less of another one, in words by how much they tell, is not that row."""
LABEL_SHARED = 0.5
"""Rows whose first cells share less are about different things."""
ROW_SHARED_FAR = 0.6
"""The same in another file, where more rows have such words."""
HEADING_RANK = 3
"""The rank of a heading of the lowest level; each higher level ranks one more."""
BLOCK_RANK = 2
"""The rank of a sentence that begins a paragraph, an item or a row; a heading ranks higher, a line of one lower."""
PHRASE_KEPT = 3
"""One in this many terms of a phrase must be kept."""
SAME_SENTENCE = 0.6
"""Only in a sentence as alike as this may a phrase be replaced whole."""
STANDS = 0.5
"""A sentence stands where at least this share of its words, and of the other's, is the same."""
COPY = 0.5
"""A file of which this share stands elsewhere is a copy, and no home."""
FEW_FILES = 3
"""With fewer files nothing is taken for a copy."""
MUCH_KEPT = 60
"""Of so many shingles kept (about two paragraphs) the other file cannot be the same by chance."""
HOLE = 4
"""Shorter runs that were unmatched, in words, are no passage that could have moved."""
MOVED_WORDS = 3
"""Moved runs are found by so many words in a row."""
SPLINTER = 3
"""Kept runs of so few words between longer changes agree by chance."""
OWN_WORDS = 5
"""So many words in a row that stand nowhere else are a sentence's own: four are shared by chance."""
OWN_WEIGHT = 2.0
"""And they tell so much together: "it is up to you to" tells nothing."""
LEAST_ORDER = 0.08
"""A place that has less of the words in order holds the sentence by chance, as a long list holds any two words."""
