"""The numbers by which sentences are told to be about one thing: what each trades, and what has set it.

A pair has a *likeness* (how much of both it shares, 0 to 1), a *held* part (how much of the shorter sentence the other
holds), and a *nearness* (the same with the words of headings, in `sentence_comparison.py`). Higher finds less
and is right more often. They are held by the sentences in `tests/checks`; what comes of them is measured on whole
policies in docs/checks.md.
"""

COMMON_CONCEPT = 100
"""A concept in more sentences than this brings no two together; higher costs time and finds no more."""
COMMON_SHARE = 60
"""In a long policy a concept is common from one in so many sentences on."""
RARE_CONCEPT = 40
"""A concept in so few sentences brings two together that share a common one besides; higher costs time."""
LEAST_HELD = 0.2
"""Pairs of which less is held are not built at all; lower costs time, and every rule asks for more."""

COUNT_NEAR = 0.46
"""How near two sentences are that count the same things."""
AMOUNT_NEAR = 0.52
"""How near two sentences are that give an amount of one thing; lower pairs amounts of two things of one subject."""
LEAST_NEAR = 0.36
"""How near two sentences are at least when a clause of each rules the same act; …"""
CLAUSE_CONCEPTS = 3
"""… so many concepts have both clauses then, …"""
CLAUSE_ALIKE = 0.75
"""… which are so much of the shorter one."""
CLAUSE_SHARED = 0.3
"""So much of what the clauses around two amounts are about is shared, or each is an amount of something else."""
DUTY_NEAR = 0.56
"""The same where one forbids or leaves free what the other demands or allows."""
WEAKENED_NEAR = 0.72
"""The same where one demands what the other advises, which is often said and rarely a contradiction."""
DENIED_NEAR = 0.7
"""From here on two sentences are in nearly the same words, and a "not" in one of them decides."""
ONE_SIDED_CASE = 0.75
"""What nearness is worth where a rule holds in a case that the other sentence does not speak of."""
OPPOSITE_NEAR = 0.66
"""How near two sentences are beside two words of opposite meaning."""
HOLDER_NEAR = 0.62
"""How near two sentences are beside the two people that they name."""
LENT = 0.6
"""What a concept counts for that one sentence has and only a heading over the other; higher trusts titles."""
LESSER_REST = 0.7
"""How much what only the shorter sentence says tells them apart; the rest is for what only the longer one says."""
PATTERN = 3
"""Concepts around a place in two sentences that make a pattern; one filled with two things has two subjects."""
ONE_PART_NEAR = 0.8
"""Under one heading differences are mostly meant; sentences there have to be this near."""
ONE_SECTION_NEAR = 0.6
"""How near two sentences of one section are: who writes it sees both."""
PARALLEL_ALIKE = 0.6
"""How alike other sentences of two parts are where both parts follow one form."""
PARALLEL_PAIRS = 2
"""How many of them there may be before what differs in the form is meant."""
FEW_FINDINGS = 12
"""Contradictions that are shown at most, the likeliest first, …"""
WORDS_A_FINDING = 5000
"""… and one more for so many words of a long policy: nobody reads through a hundred."""
SAME_TIME = 1.03
"""Times in two units are equal up to this quotient: twelve months and 52 weeks."""
ONE_SIZE = 12
"""Up to this quotient two times may be meant for one thing; higher takes a notice for a length of service."""
ONE_SIZE_IN_UNITS = 3
"""The same for times in two units, which are said of one thing less often."""

ONE_FORM = 0.75
"""From this likeness on one thing that differs makes two sentences of one form two rules; lower hides synonyms."""
REPEATED_ALIKE = 0.62
"""From this likeness on a sentence says another one again; lower takes what merely has the same subject."""
BESIDE_REPEATED_ALIKE = 0.4
"""How alike the sentence beside a repeated one has to be to belong to the repetition."""
REPEATED_CONCEPTS = 5
"""Concepts that two sentences share before their likeness says anything: short sentences are alike by chance."""
PARAGRAPH_CONCEPTS = 7
"""The same for paragraphs, which have more words to share by chance."""
PARAGRAPH_HELD = 0.65
"""So much of the shorter paragraph is in the other, cut into whichever sentences."""
PARAGRAPH_ALIKE = 0.5
"""How alike paragraphs are as a whole when one says the other again."""
PARAGRAPH_VERY_ALIKE = 0.66
"""From this likeness on paragraphs need to share no more concepts than sentences do."""

COMPANION_WEIGHT = 1.2
"""How much the concepts that a companion shares with a changed paragraph tell together; lower takes any mention."""
COMPANION_CONCEPTS = 2
"""Concepts that a companion shares with a changed sentence when it speaks of it."""
