"""The numbers by which sentences are told to be about one thing: what each trades, and what has set it.

A pair has a *likeness* (how much of both it shares, 0 to 1) and a *held* part (how much of the shorter sentence the
other holds). Higher finds less and is right more often. They are held by the sentences in `tests/checks`;
what comes of them is measured on whole policies in docs/checks.md.
"""

COMMON_CONCEPT = 100
"""A concept in more sentences than this brings no two together; higher costs time and finds no more."""
COMMON_SHARE = 60
"""In a long policy a concept is common from one in so many sentences on."""
RARE_CONCEPT = 40
"""A concept in so few sentences brings two together that share a common one besides; higher costs time."""
LEAST_HELD = 0.2
"""Pairs of which less is held are not built at all; lower costs time, and every rule asks for twice as much."""

DUTY_HELD = 0.47
"""So much of one duty is in the other where one binds to what the other forbids; lower pairs mere neighbours."""
DUTY_ALIKE = 0.42
"""How alike such sentences are as a whole; lower pairs a short rule with any long one that names the same things."""
HELD_DUTY = 0.7
"""From here on so much of one duty is in the other that the sentences as a whole may differ more."""
HELD_DUTY_ALIKE = 0.38
"""How alike such sentences are as a whole."""
ONE_ACT = 3
"""Concepts behind two words of duty that are the same when both are about one act, whatever else is said."""
WEAKENED_HELD = 0.85
"""The same where one demands what the other merely allows, which is often said and rarely meant."""
WEAKENED_ALIKE = 0.8
"""How alike such sentences are as a whole."""
DENIED_HELD = 0.75
"""So much is held where one says that something is not so, or "before" for "after": a single word decides there."""

OPPOSITE_HELD = 0.7
"""The same where two sentences say the opposite of one thing by a word each."""
AMOUNT_HELD = 0.6
"""So much is held where two amounts for one thing differ; lower pairs amounts for different things of one subject."""
AMOUNT_ALIKE = 0.38
"""How alike such sentences are as a whole."""
DENIED_ALIKE = 0.6
"""How alike such sentences are as a whole."""
CONDITION_ALIKE = 0.52
"""How alike a rule and its opposite are where one of them holds under a condition that the other does not name."""
TURNED_ALIKE = 0.66
"""From this likeness on two sentences are in nearly the same words, and a "not" in one of them decides."""
TURNED_SHARED = 3
"""Concepts that such sentences share at least."""
EXAMPLE_HELD = 0.6
"""So much of a sentence is in an example that shows what it forbids."""
EXAMPLE_ALIKE = 0.3
"""How alike both are as a whole."""
ORDER_ALIKE = 0.57
"""How alike a bare order ("Reserve a seat.") and what forbids it are: nobody can tell how far an order goes."""
SHORT_ALIKE = 0.6
"""How alike a sentence of two common words and a longer one are, which may speak of one case of it."""
SHORT_RAREST = 10
"""In how many sentences the rarest of two words stands before they are common."""
ENTRY_ALIKE = 0.9
"""From this likeness on two entries without a verb ("Opening hours: 9am to 5pm") are of one thing."""
ENTRY_WORDS = 6
"""Words up to which a line without a verb is an entry."""
SECTION_ALIKE = 0.55
"""How alike two sentences of one section are: who writes it sees both, so that differences there are mostly meant."""
SURELY_ALIKE = 0.95
"""From this likeness on two amounts are compared although another sentence comes nearer to either."""
OF_MANY_ALIKE = 0.45
"""How alike two sentences with different shares or numbers of things are."""
OF_MANY_RAREST = 20
"""In how many sentences the rarest word stands that both share, where they give shares or numbers of things."""
OFTEN_ALIKE = 0.7
"""How alike two sentences are that say how often, where another sentence comes nearer to either."""
SAME_TIME = 1.03
"""Times in two units are equal up to this quotient: twelve months and 52 weeks."""
ONE_SIZE = 12
"""Up to this quotient two times may be meant for one thing; higher takes a notice for a length of service."""
ONE_SIZE_IN_UNITS = 3
"""The same for times in two units, which are said of one thing less often."""
RARE_THING = 6
"""Sentences that speak of a thing so rare that two times for it are compared where little else is shared."""
RARE_THING_HELD = 0.25
"""So much of one sentence is in the other then."""
RARE_THING_SIZE = 4
"""Up to this quotient the two times may be meant for one thing then."""
MUTUAL_HELD = 0.5
"""So much is held where two sections give one kind of amount and no other sentence comes as near to either."""
MUTUAL_ALIKE = 0.24
"""How alike such sentences are as a whole."""
ACT_SHARED = 0.5
"""So many of the concepts beside what a time runs from are shared, or two times are for two acts."""
NEAR_AMOUNT_HELD = 0.7
"""Under one heading two amounts differ by mistake only where so much of one sentence is in the other."""
WHOLE_HELD = 0.9
"""So much of a sentence of one concept is in the other where a heading has to say the rest."""
OVERVIEW_HELD = 0.4
"""So much is held where one of two sentences is there to sum up: it says the same by its nature."""
OVERVIEW_ALIKE = 0.25
"""How alike such sentences are as a whole."""
ONE_FORM_ALIKE = 0.8
"""From this likeness on sentences under different headings are filled-in copies of one form."""
ONE_FORM_PLACES = 3
"""Headings under which a form is filled in before what differs in it is meant."""
ONE_OUTLINE = 3
"""Titles of their own that two files share when each tells the same of another thing."""
PARALLEL_ALIKE = 0.5
"""How alike other sentences under the same two headings are where both parts follow one pattern."""
PARALLEL_PAIRS = 2
"""How many of them there are."""
FRAGMENT_ALIKE = 0.45
"""How alike two list items are that only end a sentence begun above them, before they are compared alone."""
SIBLING_ALIKE = 0.9
"""From this likeness on two short sentences under headings side by side speak of what these headings name."""
SIBLING_CONCEPTS = 7
"""Concepts up to which a sentence leaves it to its heading to say what it is about."""
CONTACT_HELD = 0.4
"""So much is held where two addresses for one thing differ: an address says much by itself, so less is asked."""
ROLE_CONCEPTS = 2
"""Concepts beside the roles that two sentences share when they send one matter to two places."""
ROLE_ALIKE = 0.4
"""How alike such sentences are as a whole."""
ROLE_HELD = 0.75
"""So much of what is said beside the role is in both where one matter goes to two roles."""
ROW_SUBJECT = 0.75
"""So much of the first cell of a table's row is in the other sentence, or the row speaks of something else."""
NEAR_ALIKE = 0.7
"""Under one heading differences are mostly meant; sentences there have to be this alike to contradict each other."""
ONE_PATTERN = 0.7
"""From this likeness on, what two sentences end with is part of one pattern, and another noun there another subject."""
PATTERN_CONCEPTS = 3
"""So many concepts in a row in both sentences are a pattern, and what fills the place behind them is the subject."""

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
