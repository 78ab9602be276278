"""Words that bind nobody, and pairs of words that mean the same in a policy: checked by hand, one by one.

Left out on purpose is what is nearly the same and can narrow, widen or soften a rule: "staff" and "employees", "check"
and "verify", "tell" and "consult", "promptly" and "within", "just", "only", "generally", "any" and "all".
"""

_FREE_WORDS = """
a an the that please also therefore however thus hence moreover furthermore additionally so then indeed simply
namely accordingly
"""
FREE = frozenset(_FREE_WORDS.split())
"""Words that may come or go: articles, "that" before a clause, and words that join sentences."""

_ENGLISH_WORDS = """
the and of to for with that this by from not they their you your our which who must should shall can has have if when at
before after all any each only be is are it its will please don't
"""
ENGLISH = frozenset(_ENGLISH_WORDS.split()) | {f"duty: {value}" for value in ("must", "must not")} | {"condition: if"}
"""Words by which a passage shows that it is English; in any other language no word is known to bind nobody."""

AGREEMENT = tuple(
    frozenset(forms.split(" / "))
    for forms in (
        "is / are / will be",
        "has / have",
        "does / do",
        "was / were / has been / have been",
        "who / whom",
        "who / that",
        "who are / who is / which are / which is / that are / that is",
        "should of / should have",
        "could of / could have",
        "comprise / comprises",
        "consist / consists",
        "he / him",
        "he is / they are",
        "she is / they are",
        "he has / they have",
        "she has / they have",
        "his / their",
        "might / could",
        "amount of / number of",
        "they / them",
        "me / myself",
        "them / those",
        "less / fewer",
    )
)
"""Forms of one verb or pronoun that follow from the words around it."""

_DECIDING = """
agree allow apply approve accept become believe belong consider contain create decide depend describe ensure exist
expect explain follow include involve keep know maintain meet occur provide publish receive reject remain require seem
send submit think understand choose improve prepare arrange collect appoint elect inform inspect
"""
_BASES = {(f"{verb[:-1]}ies" if verb[-1] == "y" else f"{verb}s"): verb for verb in _DECIDING.split()}
"""Forms of verbs that are no nouns: with an s or without, as the words around them want it, they say the same."""

_SAME = """
contact = get in touch with
different from = different to
glad = pleased
finish = end
finishes = ends
often = frequently
simple = straightforward
additional = extra
more information = further information = additional information
comply with = comply to
complies with = complies to
consist of = consist from
consists of = consists from
aims to = seeks to
aim to = seek to
buyer = purchaser
questions = queries
rest = remainder
find out = ascertain
tries = endeavours
live = reside
lives = resides
living = residing
annual = yearly
as soon as possible = asap
comprises = is made up of = consists of = is composed of
comprise = are made up of = consist of = are composed of
councillor = cllr
councillors = cllrs
department = dept
divided = split
for = in respect of
government = govt
hours = hrs
information = info
maximum = max
minimum = min
minutes = mins
monday = mon
tuesday = tue = tues
wednesday = wed
thursday = thu = thur = thurs
friday = fri
saturday = sat
sunday = sun
near = in the vicinity of
removes = takes away
shows = demonstrates
tell = inform
tells = informs
told = informed
telling = informing
big = large
by = by means of = by way of
call = ring
can = is able to = are able to
enquiries about = enquiries concerning
every day = each day = daily
every month = each month = monthly
every week = each week = weekly
every year = each year = annually
free of charge = at no cost = for free
inside = inside of
mph = miles per hour
near = close to = near to
receives = is in receipt of
want = would like
when = at the time when
where = in cases where = in a case where
be careful = take care
because = due to the fact that = in view of the fact that = owing to the fact that
chair = chairman = chairperson
closes = shuts
closed = shut
despite the fact that = although = even though
finish = terminate
finishes = terminates
ended = terminated
fewer than = less than
they = he or she
their = his or her
them = him or her
necessary = needed
people = persons = individuals
receiving = receipt of
reveal = disclose
send = dispatch
sends = dispatches = sends out
sent = dispatched = sent out
within a period of = within
about = approximately = approx = roughly = regarding = concerning
about = as regards = in relation to = with regard to = with respect to
as soon as possible = as soon as you can = as soon as is possible
as well as = and also
at present = currently = at the moment = at this time
because of = due to = owing to = as a result of
before = prior to = in advance of
begin = start = commence
begins = starts = commences
beginning = starting = commencing
began = started = commenced
buy = purchase
buys = purchases
buying = purchasing
bought = purchased
carry out = conduct = perform = undertake
carries out = conducts = performs = undertakes
carried out = conducted = performed = undertaken
carrying out = conducting = performing = undertaking
cease = stop
ceases = stops
choose = select
chooses = selects
chosen = selected
complete = fill in = fill out
despite = in spite of
ensure = make sure
ensures = makes sure
ensuring = making sure
enough = sufficient
entire = whole
etc = and so on = and so forth
for example = for instance = e g = eg
for the purpose of = for the purposes of
get = obtain
gets = obtains
getting = obtaining
give = provide
gives = provides
giving = providing
happen = occur = take place
happens = occurs = takes place
happened = occurred = took place
help = assist
helps = assists
helped = assisted
helping = assisting
help from = assistance from
in accordance with = in line with
in addition to = as well as
to = in order to = so as to
in the event that = if
in the event of = in case of
incorrect = wrong
keep = retain
keeps = retains
keeping = retaining
kept = retained
mobile phone = mobile telephone
need = require
on = upon
phone = telephone
phones = telephones
repair = fix
show = display = demonstrate
social media site = social networking site
speak to = talk to
such as = like
that is = i e = ie
think about = consider
try = attempt
tries = attempts
trying = attempting
until = till
use = make use of = utilise
used = made use of = utilised
uses = makes use of = utilises
using = making use of = utilising
website = web site
that = which
while = whilst
whether or not = whether
with the exception of = apart from = except for
without delay = immediately = straight away
accompany = go with
adjacent to = next to = beside
amend = change = modify
amends = changes = modifies
amended = changed = modified
as set out in = as described in = as given in
at a later date = later
discontinue = stop
during = for the duration of
enquire = ask
enquires = asks
everyone = all persons = all people
every time = each time
forward = send on
from = with effect from
furnish = provide
identical = same
in conjunction with = together with
instead of = in lieu of
initiate = start
initiates = starts
initiated = started
is held = takes place
are held = take place
will be held = will take place
locate = find
more than = in excess of
notify = tell
notifies = tells
notified = told
notifying = telling
on completion of = when finished
remuneration = pay
reply = respond
replies = responds
replied = responded
replying = responding
soon = in the near future
state = say
states = says
subsequent to = after
supplementary = extra
supply = provide
supplies = provides
supplied = provided
thereafter = after that
transmit = send
transmits = sends
transmitted = sent
under = pursuant to
via = through
whereas = while
"""


_EMPTY = (("a", "period", "of"), ("please", "note", "that"), ("the", "fact", "that"))
"""Phrases that say nothing of their own."""


def _table() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return each phrase with the one that stands for it; rows that share a phrase are one."""
    phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in filter(None, _SAME.splitlines()):
        row = [tuple(phrase.split()) for phrase in line.split("=")]
        first = next((phrases[phrase] for phrase in row if phrase in phrases), row[0])
        joined = {phrases[phrase] for phrase in row if phrase in phrases}
        phrases |= {phrase: first for phrase, stands in phrases.items() if stands in joined}
        phrases |= dict.fromkeys(row, first)
    return dict.fromkeys(_EMPTY, ()) | {phrase: first for phrase, first in phrases.items() if phrase != first}


def _lengths() -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for phrase in SAME:
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()}


SAME = _table()
"""From a phrase to the one that stands for it and all its synonyms."""
LENGTHS = _lengths()
"""How many words the phrases of `SAME` have, the longest first, by the word that they begin with."""


def agree(old: str, new: str) -> bool:
    """Say whether two words are one verb, with an s and without, that is no noun."""
    return old != new and _BASES.get(old, old) == _BASES.get(new, new)
