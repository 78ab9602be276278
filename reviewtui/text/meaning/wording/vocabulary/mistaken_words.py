"""Words that are mixed up, misspelt or shortened so often that one word alone can be meant; all checked by hand."""

from itertools import combinations

_MIXED_UP = """
there their they're/were where/weather whether/advise advice/your you're/its it's/pubic public/mold mould/then than
who's whose/dependant dependent/dependants dependents/licence license/practice practise
transferrable transferable/wrote written/gave given/took taken/chose chosen/therefor therefore/calender calendar
calenders calendars/payed paid/councilor councillor/councilors councillors/untill until
"""
_COMMON_SLIPS = """
adn and/taht that/hte the/wiht with/wich which/committe committee/commitee committee/committes committees
maintainance maintenance/maintenence maintenance/definately definitely/occurance occurrence/occurence occurrence
pronounciation pronunciation/writting writing/aquire acquire/buisness business/existance existence
responsability responsibility/reccomend recommend/recomend recommend/reccommend recommend/tommorow tomorrow
neccesary necessary/neccessary necessary/necesary necessary/questionaire questionnaire/harrassment harassment
harrass harass/harrased harassed/priviledge privilege/beaurocracy bureaucracy/liasion liaison/liason liaison
knowlege knowledge/noticable noticeable/sucessful successful/succesful successful/succesfully successfully
accomodation accommodation/accomodate accommodate/embarass embarrass/notifed notified/displaid displayed
consistant consistent/persistant persistent/relevent relevant/refered referred/prefered preferred
transfered transferred/commited committed/benefitted benefited/equiptment equipment/guidence guidance
procedual procedural/proceedure procedure/proceedures procedures/adhear adhere/acheive achieve/beleive believe
dependies dependencies/punction punctuation/anyones anyone's/everyones everyone's/someones someone's
"""
"""Misspellings of which no other word is meant, of two slips, or near another word as well."""
_SHORT_FORMS = """
approx approximately/exec executive/rd road/km kilometres/cm centimetres/mm millimetres/kg kilograms/dept department
govt government/info information/hrs hours/mins minutes/tel telephone/org organisation/vs versus
incl including/excl excluding
"""
_SAME = tuple(
    frozenset(words.split())
    for listed in (_MIXED_UP, _COMMON_SLIPS, _SHORT_FORMS)
    for line in listed.split("\n")
    for words in line.split("/")
)
PAIRS = frozenset(frozenset(pair) for words in _SAME for pair in combinations(words, 2))
"""Words that are mixed up so often that a change from one to the other corrects, and short forms with the long ones."""
_DATED = """
sat saturday/sun sunday/mon monday/tue tuesday/tues tuesday/wed wednesday/thu thursday/thur thursday/thurs thursday
fri friday/jan january/feb february/aug august/sept september/oct october/nov november/dec december
"""
_CAPITAL, _BETWEEN = "(?-i:(?=[A-Z]))", r"(?:to|and|or|until)\W+"
_TIME = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:jan|feb|aug|sept|oct|nov|dec)[a-z]*)\\b"
_IN_ROW = rf"\b{_CAPITAL}{{short}}\W+{_BETWEEN}{_TIME}|\b{_TIME}\W+{_BETWEEN}{_CAPITAL}{{short}}\b"
"""Beside another day or month: "Sat and Sun"; "sun" and "sat" are words too."""
_LIMITS = "max maximum/min minimum"
IN_PLACE = {
    frozenset(words.split()): place
    for listed, place in (
        (_DATED, rf"(?:(?:\d|\bon|\bevery|\beach)\W+{{short}}\b|\b{{short}}\W+\d|{_IN_ROW})"),
        (_LIMITS, r"(?<!\d)(?<!\d\s)\b{short}\.?\s+\d"),
    )
    for line in listed.split("\n")
    for words in line.split("/")
}
"""Short forms that are words or names too ("sun", "min", "Jan"), each with the place in which it is a short form."""
