"""Words beside which a comma, a dash or a stop is style, and words whose reach it can change."""

import re


def word_set(words: str) -> frozenset[str]:
    """Return the words of a row."""
    return frozenset(words.split())


REACHING = word_set(
    "not never no none nobody nothing neither nor cannot without only except who which whose other than"
)
"""Words whose reach a comma can change."""
JOINING = word_set("if unless until when where while because although before after once provided")
"""Words that hold a clause to its sentence, which a sentence end cuts off and a comma does not."""
OPEN_ENDED = word_set("be is are was were of to for by with from include includes including")
"""Behind these something must follow, so a colon there parts nothing: "it should be: open" is "it should be open"."""
SERIAL = word_set("and or nor but so yet")
"""Before these a comma is style in a list."""
ASIDE = word_set(
    """if when unless because although though while such including especially particularly e.g
    i.e eg ie however therefore then please too also namely"""
)
"""Before these a comma is style: they begin an aside or a clause of their own."""
BEHIND_ASIDE = word_set("example instance e.g i.e eg ie etc course please however therefore namely remember")
"""Behind these a comma is style."""
OPENERS = word_set(
    """in on at for if when where while after before since because although though once until unless during by from with
    to as under within without every each however therefore also then additionally otherwise instead finally first
    firstly second secondly lastly next please normally usually sometimes generally where wherever whenever whilst upon
    according depending given following despite throughout across through between today currently alternatively
    similarly likewise furthermore moreover nevertheless hence thus"""
)
"""Words that open a sentence with a phrase, behind which a comma is style."""
AUXILIARY = word_set("must may shall should can will could would might is are was were has have had")
FINITE = AUXILIARY | word_set("be do does did not to of")
"""Before these no subject begins, so that a comma there parts a subject from its verb."""
SUBJECTS = word_set(
    """it they this that these those you we he she i there then otherwise however therefore please also so instead
    don't do not"""
)
"""Words that begin a clause of its own, so that what stands before them is no list."""
ABBREVIATED = word_set("etc e.g i.e eg ie mr mrs ms dr prof st cllr dept vs approx inc ltd nos art para sect")
"""A full stop behind these ends no sentence."""
RELATIVE = word_set("which who whose whom where")
"""Words that begin a clause: set off by brackets it tells, as by commas."""
COUNTING = (
    "two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    "|hundred|thousand|million"
)
COUNTED = re.compile(rf"\b(?:{COUNTING}) (?:{COUNTING}|one)-[a-z]+")
ADJECTIVES = word_set(
    """smaller larger bigger longer shorter simpler faster slower safer clearer better cheaper wider higher lower newer
    older easier stronger quicker clear short simple plain fair open honest polite friendly quick safe small large new
    old good useful helpful careful regular recent current valid full complete more less"""
)
"""Between two of these in a row a comma is style."""
SPANS = word_set("minutes hours days weeks fortnights months years")
"""Behind these an apostrophe says nothing: "two hours notice"."""
