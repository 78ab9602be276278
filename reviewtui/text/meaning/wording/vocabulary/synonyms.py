"""Words and phrases that mean the same in a policy: checked by hand, one by one.

Left out on purpose is what is nearly the same and can narrow, widen or soften a rule: "staff" and "employees", "check"
and "verify", "tell" and "consult", "get" and "seek", "promptly" and "within", "any" and "all". A phrase stands in one
row only; rows that share one are one row.
"""

from reviewtui.text.meaning.wording.vocabulary.verbs import forms_of_verb

_VERBS = """
accompany = go with / allow = permit / attend = go to / begin = start = commence = initiate
breach = break / build = construct / buy = purchase / call = ring = phone = telephone / cancel = call off
carry out = conduct = perform = undertake = implement
change = amend = modify = alter / choose = select / climb = ascend = go up
close = shut / collect = gather / comply with = follow = obey = abide by = adhere to = comply to = keep to
consider = think about = take into account = take account of = take into consideration / deal with = handle
demolish = pull down = knock down / descend = go down / discuss = talk about = talk over / dispose of = get rid of
end = finish = terminate / ensure = make sure / enter = go into / erect = put up / escalate to = pass up to
find out = ascertain / find = locate / get = obtain = acquire / give = provide = supply = furnish / go ahead = proceed
happen = occur = take place / help = assist = aid
increase = raise / intend = plan / investigate = look into / keep = retain / look after = take care of = care for
monitor = keep an eye on = keep watch on / postpone = put off = defer / prepare = draw up / propose = put forward
receive = be in receipt of / reduce = cut = lower = decrease / remain = stay / remove = take away / repair = fix
repay = pay back / reply = respond / ask for = request / return = give back = hand back / reveal = disclose
review = go over / send = dispatch = send out = transmit / set up = establish / show = display = demonstrate
speak to = talk to = speak with = talk with / state = say / stop = cease = discontinue / take effect = come into force
tell = inform = notify / try = attempt = endeavour / use = utilise = make use of / want = wish
enquire = ask / forward = send on / live = reside / discover = find out / prevent = stop from / submit = hand in
affect = have an effect on = have an impact on / apply to = be applicable to / depend on = be dependent on
suggest = put forward / gain = get / have = possess / test = try out / let in = admit / throw away = discard
"""
"""Verbs by their base form: the first word takes the endings."""

_SAME = """
contact = get in touch with
different from = different to
glad = pleased
often = frequently
easy = simple = straightforward
difficult = hard
additional = extra = supplementary = further
more information = further information = additional information = any further information
consist of = consist from
consists of = consists from
aims to = seeks to
aim to = seek to
buyer = purchaser
question = query
questions = queries
error = mistake
errors = mistakes
option = choice
options = choices
method = way
methods = ways
aim = objective = goal
aims = objectives = goals
rest = remainder
annual = yearly
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
big = large
by = by means of = by way of
can = is able to = are able to = has the ability to = have the ability to = is in a position to = are in a position to
enquiries about = enquiries concerning
every day = each day = daily
every month = each month = monthly
every week = each week = weekly
every year = each year = annually
free of charge = at no cost = for free
inside = inside of
mph = miles per hour
near = close to = near to = in the vicinity of
want = would like
when = at the time when
where = in cases where = in a case where
be careful = take care
because = due to the fact that = in view of the fact that = owing to the fact that
chair = chairman = chairperson
despite the fact that = although = even though = though
fewer than = less than
they = he or she
their = his or her
them = him or her
himself = themselves = themself = himself or herself
necessary = needed
person = individual
people = persons = individuals
those who = people who
everyone = all persons = all people = everybody
anyone = any person = anybody
someone = somebody
no one = nobody
receiving = receipt of
within a period of = within
about = approximately = approx = roughly = regarding = concerning = around
about = as regards = in relation to = with regard to = with respect to = in connection with = relating to
about = pertaining to
about = with regards to = in regard to = on the subject of
as soon as possible = as soon as you can = as soon as is possible = at the earliest opportunity = asap
as well as = and also
at present = currently = at the moment = at this time
because of = due to = owing to = as a result of = on account of
before = prior to = in advance of = ahead of
complete = fill in = fill out
completes = fills in = fills out
completed = filled in = filled out
completing = filling in = filling out
despite = in spite of = notwithstanding
enough = sufficient
entire = whole
etc = and so on = and so forth
for example = for instance = e g = eg
for the purpose of = for the purposes of
help from = assistance from
support from = assistance from
in accordance with = in line with = according to = in compliance with
as per = in accordance with
in addition to = as well as = on top of
to = in order to = so as to
so that = in order that
in the event that = if
in the event of = in case of
incorrect = wrong
correct = right
mobile phone = mobile telephone
need = require
on = upon
phone = telephone
phones = telephones
social media site = social networking site
such as = like
that is = i e = ie
until = till = up until
website = web site
that = which
while = whilst
whether or not = whether = as to whether
with the exception of = apart from = except for
without delay = immediately = straight away = straightaway
adjacent to = next to = beside
as set out in = as described in = as given in
at a later date = later
during = for the duration of = in the course of
every time = each time
from = with effect from = as from
identical = same
in conjunction with = together with
instead of = in lieu of = rather than
is held = takes place
are held = take place
will be held = will take place
be held = take place
more than = in excess of
on completion of = when finished
remuneration = pay
soon = in the near future
subsequent to = after
thereafter = after that
under = pursuant to
via = through
whereas = while
how = the way in which = the manner in which
always = at all times
usually = normally = as a rule = in most cases
rarely = seldom
sometimes = from time to time = occasionally = on occasion
if necessary = if needed = where necessary = where needed = when necessary = as necessary = as needed = when needed
if possible = where possible = when possible
as appropriate = where appropriate = if appropriate
by post = by mail
by phone = by telephone = over the phone = over the telephone = on the phone
online = on the internet = over the internet
quickly = rapidly = fast
vital = essential = crucial
main = principal
useful = helpful
per hour = by the hour
per day = by the day
dissatisfied = unhappy
away = absent
colleague = co-worker
colleagues = co-workers
know about = are aware of = be aware of
knows about = is aware of
irrespective of = regardless of
make clear = make it clear
recurrence = reoccurrence
chore = task
chores = tasks
member of staff = staff member
members of staff = staff members
has a responsibility for = is responsible for
have a responsibility for = are responsible for
worried = concerned
ill = unwell = sick
older people = elderly people
photo = photograph
photos = photographs
exam = examination
exams = examinations
advert = advertisement
adverts = advertisements
memo = memorandum
bike = bicycle
bikes = bicycles
tv = television
cv = curriculum vitae
faq = frequently asked questions
faqs = frequently asked questions
keep a record = maintain a record
keep records = maintain records
keep a register = maintain a register
keep a log = maintain a log
keep a list = maintain a list
keeps a record = maintains a record
keeps records = maintains records
keeps a register = maintains a register
keeps a log = maintains a log
keeps a list = maintains a list
is located in = is in
are located in = are in
is situated in = is in
is located at = is at
is situated at = is at
these = the following
half yearly = six monthly = twice a year = biannually = bi-annually
first = in the first instance
per annum = a year
mandatory = compulsory = obligatory
"""
"""Other words and phrases, in each form."""

_EMPTY = (("a", "period", "of"), ("please", "note", "that"), ("the", "fact", "that"), ("as", "follows"), ("as", "well"))
"""Phrases that say nothing of their own."""


def _rows() -> list[list[tuple[str, ...]]]:
    """Return the groups of phrases, those of verbs in each form that all of them have."""
    rows = [[tuple(phrase.split()) for phrase in line.split("=")] for line in _SAME.splitlines() if line]
    for group in _VERBS.strip().replace("\n", "/").split("/"):
        phrases = [phrase.split() for phrase in group.split("=")]
        forms = [(forms_of_verb(verb), rest) for verb, *rest in phrases]
        for name in ("base", "third", "past", "participle", "ing"):
            # Of "put" the past cannot be told: beside it, "establish" and "established" would be one.
            told = [(each, rest) for each, rest in forms if name in {"base", "third", "ing"} or each.past != each.base]
            rows.append([(getattr(each, name), *rest) for each, rest in told])
        rows[-5] += [("are", *rest) for verb, *rest in phrases if verb == "be"]
    return rows


def _table() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return each phrase with the one that stands for it; rows that share a phrase are one."""
    phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in _rows():
        first = next((phrases[phrase] for phrase in row if phrase in phrases), row[0])
        joined = {phrases[phrase] for phrase in row if phrase in phrases} - {first}
        if joined:
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
