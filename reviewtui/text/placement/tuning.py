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
NEARLY_ALL_SUBSTANCE = 0.6
"""A sentence without siblings that kept so much of its substance,"""
NEARLY_ALL_SHARED = 2.5
"""rare words of this weight,"""
NEARLY_ALL_REPLACED = 0.35
"""and lost no more than this to other words, is the same one, where it is expected or its neighbours came along."""
FORM_ORDER = 0.4
"""Sentences that keep so much of the order of their words,"""
FORM_MARGIN = 0.08
"""so much more of it than of the substance,"""
FORM_REPLACED = 0.25
"""and of which so much was replaced word for word, have only their form in common."""
REWRITTEN_SUBSTANCE = 0.45
"""Sentences that share so much of what they are about may be the same one, however it is put."""
REWRITTEN_MARGIN = 0.12
"""They are where they share so much more of the substance than of the order of words."""
THIN_SUBSTANCE = 0.5
"""Sentences that share less of their substance need rare words in common, also where one is expected."""
THIN_SHARED = 1.7
"""Rare words, by weight, that are enough.

On labelled passages all of 7 gone ones that were placed where expected had less, 10 of 11 present ones more.
"""
FREELY_SUBSTANCE = 0.4
"""A sentence put in quite other words shares at least so much of its substance,"""
FREELY_MARGIN = 0.08
"""so much more of it than of the order of words,"""
FREELY_REPLACED = 0.25
"""with no more than this replaced word for word,"""
FREELY_SHARED = 2.4
"""and shares rare words of this weight."""
MANY_SHARED = 4.0
"""A sentence that shares rare words of this weight,"""
MANY_SUBSTANCE = 0.35
"""so much of its substance,"""
MANY_REPLACED = 0.1
"""and had hardly more than this replaced word for word, was rewritten in any order, if it stands out."""
CLAUSE_SHARED = 0.7
"""What the clause must share with a part that was put otherwise: a rare word or two common ones."""
WHOLE_FROM = 0.45
"""A sentence that became so much of a longer one, in letters, is that whole sentence now; less is a part of it.

Readers' labels differ on it; from here on both count the place as right.
"""
THIN_REPLACED = 0.5
"""Where so much was replaced word for word, neighbours alone make no sentence of a thin one."""
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
STANDS_FOR_SENTENCES = 0.5
"""A passage with more than this share of the letters of its sentences stands for them.

Lower alarms for words that nobody marked.
"""
ALONE = 3.2
"""Weight of shared terms with which a far place needs no neighbours.

About four rare words; lower puts headings elsewhere.
"""
ALONE_NEAR = 1.6
"""The same for a part of a sentence in the file that the passage's own file became."""
BESIDE_SENTENCES = 2
"""So many sentences on each side of a passage are asked where they went."""
BESIDE_WORDS = 12
"""So many words on each side of a sentence are asked where they went."""
BESIDE_NEAR = 30
"""Words this near a place, in words, stand around it."""
BESIDE_CAME = 4
"""So many of them confirm a place."""
BESIDE_ALIKE = 0.6
"""A neighbour confirms a place if it is at least so much like what stands beside that place."""
BESIDE_APART = 3
"""It stands beside a place within so many sentences."""
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
FAR_KEPT = 6
"""An edited passage that is said to be in another file has kept so many words, or its sentences are compared."""
TAG_REACH = 300
"""Characters before a span in which a tag may have begun that reaches into it."""
EXPECTED = 0.12
"""What speaks for the place where the word map expects a sentence."""
NEIGHBOUR = 0.06
"""What speaks for a place for each neighbour that stands beside it."""
SAME_FILE = 0.04
"""What speaks for a place in the paired file."""
CLAIMED = 0.25
"""What speaks against a place that is another old sentence, into which this one may have been merged."""
STOOD = 0.6
"""What speaks against a sentence of another file that stood there before."""
LOOK_ALIKE = 1.0
"""What speaks against a place that another sentence has, and of which nothing is its own: it settles the matter."""
MERGED = 0.5
"""A sentence has been merged into a place that holds so much of what its holder does not say (`look_alikes.py`)."""
LEAST_OWN = 0.2
"""What a sentence has of its own counts as at least so much."""
OUTBID = 0.2
"""What speaks against a place that another lost sentence likes better."""
OUTBID_NEAR = 6
"""Sentences within so many of one may claim its place."""
WORTH = 0.4
"""Places below this score are not worth a claim."""
CLEAR = 0.75
"""Places more alike than this are not disputed."""
CLEARLY = 0.03
"""A better claim is better by at least this."""
OTHER_KIND = 0.12
"""What speaks against a heading for a sentence, and the reverse."""
TITLE = 0.3
"""What speaks for the title of a file as the title of its partner."""
SAME_SECTION = 0.05
"""What speaks for a place under the same heading."""
TELLING = 2.5
"""Shared terms of less weight count against a far place."""
MOST_TELLING = 0.06
"""Shared terms speak for a far place with at most this."""
THIN = 0.06
"""By so much for each unit of their weight."""
MUCH_LESS_ALIKE = 0.2
"""Where a place was refused, one that is so much less alike is no better."""
GAIN = 0.02
"""One more sentence is taken in only for so much more similarity."""
LONGEST_RUN = 4
"""At most so many sentences stand for one."""
GAP_SENTENCES = 12
"""So many sentences of a gap are looked at."""
ALIKE_PLACES = 10
"""So many places are compared more closely: more costs time, fewer loses repeated wording."""
SPELLED_ALIKE = 75.0
"""Words as alike as this, of 100, are one word in two spellings."""
UNSEEN = 0.9
"""Without the old text no placement is surer than this."""
UNSEEN_REWORDED = 0.6
"""Without the old text a reworded passage is found only if it is so sure."""
TWIN = 0.95
"""In a changed file a passage whose words stand there twice is never surer than this."""
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
ACCEPT = 0.5
"""Score of a place that is an answer: the measurements on labelled passages set it."""
ACCEPT_BESIDE = 0.45
"""The same where the place is expected, its neighbours stand there and it shares rare words."""
ACCEPT_FAR = 0.6
"""The same where nothing speaks for the place but the words."""
TIE = 0.04
"""Places whose scores differ by less are equally likely."""
ROW_SHARED = 0.4
"""A row that says less of another one, in words by how much they tell, is not that row."""
LABEL_SHARED = 0.5
"""Rows whose first cells share less are about different things."""
ROW_SHARED_FAR = 0.6
"""The same in another file, where more rows have such words."""
FITS_BETTER = 0.1
"""Of equal passages the one came to a new file whose neighbours are there, by so much of one neighbour more."""
LABEL = 0.9
"""The label of an item tells which one it is if it weighs so much: one rare word or two common ones."""
OUTDONE = 0.1
"""A place that is not clearly the sentence is not it where another one has so much more of its substance."""
SHARES_CLEARLY_MORE = 1.5
"""Of equally likely places the one that shares so much more weight of rare words is the one: two names or numbers."""
REWRITTEN_WORTH = 0.2
"""A rewritten sentence needs at least this score."""
RIVALS = 5
"""So many old sentences are asked whether a place is more theirs."""
TOGETHER = 3
"""Sentences of a passage stand together within so many sentences."""
FOUND_SHARE = 0.4
"""What was found of a passage must hold this much of what it says, in words by how much they tell."""
HEADING_RANK = 3
"""The rank of a heading."""
BLOCK_RANK = 2
"""The rank of a sentence that begins a paragraph, an item or a row; a heading ranks higher, a line of one lower."""
PART = 0.92
"""A passage that became a part of a longer sentence is a little less itself."""
MUCH_LONGER = 1.8
"""Only in a sentence so many times as long may a part stand for a passage."""
PART_KEPT = 0.75
"""A part must hold so much of what the passage says."""
SUB_PHRASE_KEPT = 3
"""One in this many terms of a phrase must be kept."""
SAME_SENTENCE = 0.6
"""Only in a sentence as alike as this may a phrase be replaced whole."""
CHUNK = 32
"""Words in one piece of unmatched text; a passage may lie across two of them."""
HOPE = 0.2
"""A passage of which less than this is kept or unmatched in one place is not searched for.

Higher is faster and loses rewritten ones.
"""
SENTENCE_WORDS = 14
"""A sentence's usual length, in words: terms are counted by the word, but weighed by the sentence."""
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
UNSURE = 0.5
"""What is offered and not told is never surer than this."""
STANDS_INSTEAD = 0.3
"""So sure is what stands between the neighbours of a lost passage, whatever it says: it is offered, never told."""
MOST_LIKELY = 3
"""So many places are offered for an orphan: more would have to be read."""
