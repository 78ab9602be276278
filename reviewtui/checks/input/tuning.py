"""The numbers by which sentences are told to be about one thing: what each trades, and what has set it.

A pair has a *likeness* (how much of both it shares, 0 to 1), a *held* part (how much of the shorter sentence the other
holds), and two of their clauses an *agreement* (0 to about 3, in `sentence_comparison.py`). Higher finds less
and is right more often. They are held by the sentences in `tests/checks`; what comes of them is measured on whole
policies in docs/checks.md.
"""

COMMON_CONCEPT = 100
"""A concept in more sentences than this brings no two together; higher costs time and finds no more."""
COMMON_SHARE = 60
"""In a long policy a concept is common from one in so many sentences on."""
RARE_CONCEPT = 40
"""A concept in so few sentences brings two together that share a common one besides; higher costs time."""
SHORT_RULE = 2
"""Concepts of a sentence that may share only one with another, if that is rare: "Probation lasts six months"."""
LEAST_HELD = 0.2
"""Pairs of which less is held are not built at all; lower costs time, and every rule asks for more."""

LEAST_ALIKE = 0.2
"""Pairs that are less alike are not judged at all; lower costs time and finds no more."""
HEADING_SHARE = 0.4
"""What a concept counts for that only the heading over a sentence has; higher trusts titles."""
FEW_SHARED = 3
"""Concepts that two sentences share at least, …"""
FEW_COSTS = 0.1
"""What more two clauses have to agree whose sentences share fewer."""
FEW_SHARED_NEAR = 0.78
"""… unless they are as like as this."""
AMOUNT_AGREES = 1.6
"""How much the clauses of two amounts agree (0 to 3); lower pairs two things."""
TOLD_SHARE = 0.3
"""What the weight of a shared concept adds to how much two clauses agree, …"""
MOST_TOLD = 4.0
"""… up to so much of it."""
DUTY_NEAR = 1.7
"""The same where one forbids or leaves free what the other demands or allows."""
FREED_NEAR = 1.8
"""The same where one leaves free what the other demands, which is mostly said of two things."""
WEAKENED_NEAR = 2.2
"""The same where one demands what the other advises, which is often said and rarely a contradiction."""
LOOSENED_NEAR = 2.1
"""The same where one demands what the other merely allows."""
ORDER_AGREES = 2.0
"""The same where one asks for an order that the other turns round."""
HOLDER_AGREES = 1.7
"""How near two sentences are beside the two people that they name, who are left out."""
CONTRAST_COSTS = 0.15
"""What it takes off that one pattern is filled with another thing in each: there may be two subjects, or two names."""
ACT_HELD = 0.5
"""So much of what the shorter of two duties is about the other one is about, too, where their verbs differ."""
EXCLUSIVE_AGREES = 1.7
"""How much the clauses agree of which one keeps a thing to one use, without the words for that."""
SOME_AGREES = 2.2
"""The same where one keeps to some what the other says of all."""
OTHERS_AGREES = 1.6
"""The same where one keeps to some people what the other gives to people whom it names."""
OPPOSITE_AGREES = 2.0
"""The same beside two words of opposite meaning."""
OPPOSITE_ALIKE = 0.5
"""How alike two sentences are of which all is compared beside two such words, and not just a clause."""
SLOT_AGREES = 1.4
"""The same beside one thing that differs: how many, when, at whose expense."""
SLOT_HELD = 0.6
"""… and so much of each sentence the other has besides: nothing else differs."""
PLACE_AGREES = 2.2
"""The same beside two places, of which both may be meant."""
BAN_HELD = 0.6
"""So much of what nobody may do the other sentence gives leave for."""
BAN_TELLS = 1.0
"""How much the concepts tell together that it shares with what is barred."""
CONTACT_AGREES = 2.2
"""The same beside two addresses of mail or two numbers."""
NOTES_NEAR = 0.6
"""How near two lines of notes are that say what they are about without their headings."""
ONE_PART_COSTS = 0.2
"""What it takes off that both stand under one heading, where differences are mostly meant."""
RESTATED_GAIN = 0.2
"""What it gives that one of both tells in short what others say in full: it has fewer words for each rule."""
EXAMPLE_HELD = 0.6
"""So much of what is forbidden an example shows."""
EXAMPLE_TELLS = 1.2
"""How much the concepts tell together that it shares with what is forbidden."""
ONE_SECTION_COSTS = 0.12
"""What it takes off that both stand in one file: who writes it sees both."""
PATTERN = 3
"""Concepts around a place in two sentences that make a pattern; one filled with two things has two subjects."""
TWIN = 0.8
"""From this likeness of their letters on two sentences are one but for a word or a number, …"""
TWIN_ALIKE = 0.5
"""… if their concepts are as alike as this."""
ONE_PATTERN = 0.75
"""From this likeness of their letters on two sentences of such texts are what differs on purpose."""
PATTERNED = 3
"""So many of such sentences make one pattern of two texts, …"""
PATTERNED_PART = 0.1
"""… if they are this part of the shorter one."""
SAME_BUT_AMOUNTS = 0.34
"""The same where nothing but amounts and words of duty differs: rules that contradict each other do so, too."""
RECORDS = 3
"""Sentences of which each contradicts the others are records of one form."""
RECORD_ALIKE = 0.3
"""… if they are as near to it as this: a rule that is twice as near to one of them contradicts that one."""
NEAR_BY = 500
"""Characters between two sentences of one file that are read at one glance: what differs there in a word is meant."""
FEW_FINDINGS = 12
"""Contradictions that are shown at most, the likeliest first, …"""
WORDS_A_FINDING = 5000
"""… and one more for so many words of a long policy: nobody reads through a hundred."""
SAME_TIME = 1.03
"""Times in two units are equal up to this quotient: twelve months and 52 weeks."""
ONE_SIZE = 12
"""Up to this quotient two times may be meant for one thing; higher takes a notice for a length of service."""

ONE_FORM = 0.75
"""From this likeness on one thing that differs makes two sentences of one form two rules; lower hides synonyms."""
REPEATED_ALIKE = 0.62
"""From this likeness on a sentence says another one again; lower takes what merely has the same subject."""
BESIDE_REPEATED_ALIKE = 0.4
"""How alike the sentence beside a repeated one has to be to belong to the repetition."""
REPEATED_CONCEPTS = 5
"""Concepts that two sentences share before their likeness says anything: short sentences are alike by chance."""
SAME_LETTERS = 0.8
"""From this likeness of their letters on two are one whatever their concepts; lower takes rules of one form."""
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
