"""The phrases of `same_phrases` in all their forms: from each to the one that stands for it."""

from collections.abc import Iterator, Mapping

from reviewtui.text.meaning.wording.vocabulary.verbs import forms_of_verb

VERBS = """
allow = permit / attend = go to / begin = start = commence = initiate / breach = break / buy = purchase
call = ring = phone = telephone / cancel = call off / carry out = conduct = perform = undertake = implement
change = amend = modify = alter / choose = select / close = shut
comply with = follow = obey = abide by = adhere to = comply to = keep to / deal with = handle / descend = go down
end = finish = terminate / ensure = make sure / erect = put up / get = obtain = acquire
give = provide = supply = furnish / happen = occur = take place / help = assist = aid / increase = raise
intend = plan / keep = retain / postpone = put off = defer / receive = be in receipt of
reduce = cut = lower = decrease / remove = take away / reply = respond / ask for = request
return = give back = hand back / reveal = disclose / send = dispatch = send out = transmit / set up = establish
show = display = demonstrate / state = say / stop = cease = discontinue / tell = inform = notify
try = attempt = endeavour / use = utilise = make use of / want = wish / enquire = ask / submit = hand in / gain = get
complete = fill in = fill out / consist of = consist from / aim to = seek to / assess = evaluate
distribute = hand out = give out / arrange = organise / take part in = participate in / recall = remember
connect = link / log in = log on = sign in / turn on = switch on / see = view / lead to = result in
contact = get in touch with = reach out to / depart = leave / mislay = lose / peruse = read
decide = take a decision = make a decision / be in force = be in effect / be made of = be composed of
breach = be in breach of / agree with = be in agreement with / comply with = be in compliance with
attend = be in attendance at / possess = be in possession of / need = be in need of / favour = be in favour of
depend on = be dependent on / apply to = be applicable to / think that = be of the opinion that
consider = give consideration to / approve = give approval to = give approval for / consent to = give consent to
support = give support to = provide support to = provide support for / assist = provide assistance to
train = provide training to = provide training for / advise = give advice to = provide advice to
explain = give an explanation of = provide an explanation of / provide for = make provision for
refer to = make reference to / contact = make contact with / decide = reach a decision = come to a decision
agree = come to an agreement = reach an agreement = reach agreement / be responsible for = have responsibility for
discuss = have a discussion about / be entitled to = have the right to = have a right to
"""
"""Verbs by their base form: the first word takes the endings."""

ACTS = """
inspect inspection of/check check of/check check on/review review of/assess assessment of/decide decision on
pay payment of/apply application/investigate investigation of/investigate investigation into/audit audit of
examine examination of/evaluate evaluation of/analyse analysis of/test test of/survey survey of/search search of
record record of/copy copy of/request request for/report report of/contribute contribution to/compare comparison of
change change to/complain complaint/appeal appeal/note note of/measure measurement of/estimate estimate of
calculate calculation of/recommend recommendation/discuss discussion of/list list of/summarise summary of
enquire enquiry/enquire inquiry
"""
"""Verbs, and their acts: who inspects a hall carries out an inspection of it, makes one or undertakes one."""

NOUNS = """
query = question / error = mistake / method = way / aim = objective = goal / chore = task / photo = photograph
phone = telephone / councillor = cllr / response = reply / result = outcome / point of view = viewpoint
hyperlink = link / repo = repository / demo = demonstration / mobile phone = mobile telephone = mobile
head teacher = headteacher / buyer = purchaser / bicycle = bike / advertisement = advert = ad / laboratory = lab
television = tv / memorandum = memo / refrigerator = fridge
"""
"""Things by their singular: the last word takes the ending, or the one before "of"."""

PHRASES = """
contact = get in touch with / different from = different to / glad = pleased / often = frequently
easy = simple = straightforward / difficult = hard / additional = extra = supplementary = further
more information = further information = additional information = any further information / rest = remainder
comprises = is comprised of = is made up of = consists of = is composed of
comprise = are comprised of = are made up of = consist of = are composed of / divided = split / for = in respect of
information = info / big = large / by = by means of = by way of
can = is able to = are able to = has the ability to = have the ability to = is in a position to = are in a position to
free of charge = at no cost = for free / inside = inside of / mph = miles per hour
near = close to = near to = in the vicinity of / want = would like / be careful = take care
because = due to the fact that = in view of the fact that = owing to the fact that / chair = chairman = chairperson
despite the fact that = although = even though = though / they = he or she / their = his or her / them = him or her
themselves = themself = himself or herself / necessary = needed / people = persons = individuals
those who = people who / everyone = all persons = all people = everybody / anyone = any person = anybody
receiving = receipt of / about = approximately = approx = roughly = regarding = concerning
about = as regards = in relation to = with regard to = with respect to = in connection with = relating to
as soon as possible = as soon as you can = as soon as is possible = at the earliest opportunity = asap
at present = currently = at the moment = at this time / enough = sufficient / etc = and so on = and so forth
for example = for instance = e g = eg / as per = in accordance with / in addition to = as well as = on top of
to = in order to = so as to / in the event that = if / incorrect = wrong / correct = right / need = require
on = upon / such as = like / that is = i e = ie / website = web site
whether or not = whether = as to whether / adjacent to = next to = beside / at a later date = later
during = for the duration of = in the course of / identical = same / is held = takes place
will be held = will take place / be held = take place / remuneration = pay / via = through / always = at all times
usually = normally = as a rule = in most cases / per hour = by the hour / worried = concerned / ill = unwell = sick
these = the following / half yearly = six monthly = twice a year = biannually = bi-annually
completely = entirely = wholly = fully = totally = in full / inter alia = among other things = amongst other things
many = numerous = lots of = a lot of / by mistake = inadvertently = accidentally = by accident = unintentionally
suitable = appropriate / in advance = beforehand = ahead of time / face to face = in person
those who = individuals who = persons who = all those who / about = with regards to = in regard to = in regards to
because = for the reason that = on the grounds that = owing to the fact that / each other = one another = one-another
despite = in spite of = notwithstanding / together with = in conjunction with = along with / in place of = in lieu of
soon = in the near future / after = subsequent to / under = pursuant to / at present = now = at this point in time
many = a large number of = a great number of = a great many / so that = in order that / from = with effect from
every = each and every / void = null and void / for = for the purpose of = for the purposes of
in the absence of = without / below = beneath / compliance with = compliance to
during = during the course of / several = a number of / help = assistance
the reason why = the reason / or else = otherwise / up to date = up-to-date / for example = such as
"""
"""Other words and phrases, as they stand."""


_EMPTY = tuple(
    tuple(phrase.split())
    for phrase in (
        "a period of / please note that / note that / keep in mind that / bear in mind that / it is important to note "
        "that / it is worth noting that / the fact that / as follows / as well"
    ).split(" / ")
)
"""Phrases that say nothing of their own."""

_DOING = ("carry out", "make", "undertake", "conduct", "perform")
_ARTICLES = ((), ("a",), ("an",))
_WITH_ITS_OWN = frozenset({"decide", "contribute"})
"""Verbs that keep the word behind them: a decision on something decides on it."""


def _groups(table: str) -> list[str]:
    return table.strip().replace("\n", "/").split("/")


def plural(thing: str) -> str:
    """Return several of a thing: "points of view", "copies"."""
    word, of, rest = thing.partition(" of ") if " of " in thing else (thing, "", "")
    if word.endswith("y") and word[-2:-1] not in tuple("aeou"):
        return f"{word[:-1]}ies{of}{rest}"
    return f"{word}{'es' if word.endswith(('s', 'sh', 'ch', 'x')) else 's'}{of}{rest}"


def _rows() -> list[list[tuple[str, ...]]]:
    """Return the groups of phrases, those of verbs in each form that all of them have."""
    rows = [[tuple(phrase.split()) for phrase in group.split("=")] for group in _groups(PHRASES)]
    for group in _groups(NOUNS):
        things = [phrase.strip() for phrase in group.split("=")]
        rows += [[tuple(thing.split()) for thing in side] for side in (things, list(map(plural, things)))]
    for group in _groups(VERBS):
        phrases = [phrase.split() for phrase in group.split("=")]
        forms = [(forms_of_verb(verb), rest) for verb, *rest in phrases]
        for name in ("base", "third", "past", "participle", "ing"):
            # Of "put" the past cannot be told: beside it, "establish" and "established" would be one.
            told = [(each, rest) for each, rest in forms if name == "base" or getattr(each, name) != each.base]
            rows.append([(getattr(each, name), *rest) for each, rest in told])
        rows[-5] += [("are", *rest) for verb, *rest in phrases if verb == "be"]
    return [row for row in (*rows, *_acts()) if row]


def _acts() -> Iterator[list[tuple[str, ...]]]:
    """Yield the rows of verbs and their acts: "inspects" and "carries out an inspection of", each form by itself."""
    for verb, act, *of in (group.split() for group in _groups(ACTS)):
        forms = forms_of_verb(verb)
        for name in ("base", "third", "past", "participle", "ing"):
            said = getattr(forms, name)
            if name != "base" and said == forms.base:
                continue
            row = [(said, *of) if of and of[0] in {"to", "on", "into"} and verb in _WITH_ITS_OWN else (said,)]
            for doing in _DOING:
                done, *rest = doing.split()
                row += [(getattr(forms_of_verb(done), name), *rest, *article, act, *of) for article in _ARTICLES]
            yield row


def _table() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return each phrase with the one that stands for it; rows that share a phrase are one."""
    phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in _rows():
        first = next((phrases[phrase] for phrase in row if phrase in phrases), row[0])
        joined = {phrases[phrase] for phrase in row if phrase in phrases} - {first}
        if joined:
            phrases |= {phrase: first for phrase, stands in phrases.items() if stands in joined}
        phrases |= dict.fromkeys(row, first)
    told = {phrase: first for phrase, first in phrases.items() if phrase != first}
    return dict.fromkeys(_EMPTY, ()) | {phrase: _in_first_words(first, told) for phrase, first in told.items()}


def _in_first_words(phrase: tuple[str, ...], told: Mapping[tuple[str, ...], tuple[str, ...]]) -> tuple[str, ...]:
    """Return a phrase that stands for others with the words that stand for its own, as it is read in a text."""
    if len(phrase) == 1:
        return phrase
    return tuple(other for word in phrase for other in told.get((word,), (word,)))


def _lengths() -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for phrase in SAME:
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()}


SAME = _table()
"""From a phrase to the one that stands for it and all its synonyms."""
LENGTHS = _lengths()
"""How many words the phrases of `SAME` have, the longest first, by the word that they begin with."""
