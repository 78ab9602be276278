"""Words and phrases that mean the same in a policy: checked by hand, one by one.

Left out on purpose is what is nearly the same and can narrow, widen or soften a rule: "staff" and "employees", "check"
and "verify", "tell" and "consult", "get" and "seek", "promptly" and "within", "any" and "all". A phrase stands in one
row only; rows that share one are one.
"""

VERBS = """
accompany = go with / allow = permit / attend = go to / begin = start = commence = initiate / breach = break
build = construct / buy = purchase / call = ring = phone = telephone / cancel = call off
carry out = conduct = perform = undertake = implement / change = amend = modify = alter / choose = select
climb = ascend = go up / close = shut / collect = gather
comply with = follow = obey = abide by = adhere to = comply to = keep to
consider = think about = take into account = take account of = take into consideration / deal with = handle
demolish = pull down = knock down / descend = go down / discuss = talk about = talk over / dispose of = get rid of
end = finish = terminate / ensure = make sure / enter = go into / erect = put up / escalate to = pass up to
find out = ascertain / find = locate / get = obtain = acquire / give = provide = supply = furnish / go ahead = proceed
happen = occur = take place / help = assist = aid / increase = raise / intend = plan / investigate = look into
keep = retain / look after = take care of = care for / monitor = keep an eye on = keep watch on
postpone = put off = defer / prepare = draw up / propose = put forward / receive = be in receipt of
reduce = cut = lower = decrease / remain = stay / remove = take away / repair = fix / repay = pay back
reply = respond / ask for = request / return = give back = hand back / reveal = disclose / review = go over
send = dispatch = send out = transmit / set up = establish / show = display = demonstrate
speak to = talk to = speak with = talk with / state = say / stop = cease = discontinue / take effect = come into force
tell = inform = notify / try = attempt = endeavour / use = utilise = make use of / want = wish / enquire = ask
forward = send on / live = reside / discover = find out / prevent = stop from / submit = hand in
affect = have an effect on = have an impact on / apply to = be applicable to / depend on = be dependent on
suggest = put forward / gain = get / have = possess / test = try out / let in = admit / throw away = discard
keep a record = maintain a record / keep records = maintain records / keep a register = maintain a register
keep a log = maintain a log / keep a list = maintain a list / complete = fill in = fill out
consist of = consist from / aim to = seek to / speed up = accelerate = expedite / assess = evaluate
allocate = allot / seem = appear / wait for = await / bear in mind = keep in mind / hide = conceal
distribute = hand out = give out / come across = encounter / lessen = reduce / omit = leave out
choose = pick = opt for / arrange = organise / point out = draw attention to / take part in = participate in
precede = come before / put right = rectify = remedy / recall = remember
restart = start again = begin again = recommence / repay = reimburse / reject = turn down / rely on = depend on
resolve = sort out / supersede = replace / deal with = tackle / stress = emphasise = underline
update = bring up to date / calculate = work out = compute / tidy = tidy up / reschedule = rearrange / connect = link
warn = alert / injure = hurt / mend = repair / enrol = sign up / log in = log on = sign in
log out = log off = sign out / turn on = switch on / turn off = switch off / close down = shut down
continue = carry on / see = view / submit = send in = put in / collect = pick up / set up = put in place
think that = believe that = be of the opinion that = take the view that / cause = bring about = give rise to
lead to = result in / contact = get in touch with = reach out to / depart = leave / facilitate = make easier
simplify = make simpler / strengthen = make stronger / shorten = make shorter / enlarge = make bigger
widen = broaden / merge = combine / mislay = lose / peruse = read / notice = spot / impede = hinder = hamper
enter into = go into / decide = take a decision = make a decision / write down = note down / speak up = speak out
look at = take a look at / hand over = give over / sign up to = subscribe to / get better = improve
get worse = worsen = deteriorate / belong to = be owned by / be in force = be in effect / be made of = be composed of
"""
"""Verbs by their base form: the first word takes the endings."""

NOUNS = """
query = question / error = mistake / option = choice / method = way / aim = objective = goal / colleague = co-worker
chore = task / photo = photograph / exam = examination / advert = advertisement = ad / memo = memorandum
bike = bicycle / phone = telephone / buyer = purchaser / councillor = cllr / department = dept
faq = frequently asked question / cv = curriculum vitae / tv = television / response = reply / benefit = advantage
drawback = disadvantage / result = outcome / fault = defect / illness = sickness / type = kind = sort
place of work = workplace / topic = subject / point of view = viewpoint / hyperlink = link / repo = repository
spec = specification / config = configuration / lab = laboratory / fridge = refrigerator / gym = gymnasium
intro = introduction / demo = demonstration / stat = statistic / web address = url / member of parliament = mp
non-governmental organisation = ngo / guideline = guide line / spouse = husband or wife
mother tongue = first language / member of staff = staff member / help desk = helpdesk / parking space = parking place
way of working = working method / team mate = teammate / timescale = time scale / time frame = timeframe
web page = webpage / screen shot = screenshot / check box = checkbox = tick box = tickbox
phone call = telephone call / mobile phone = mobile telephone = mobile / head teacher = headteacher
"""
"""Things by their singular: the last word takes the ending, or the one before "of"."""

PHRASES = """
contact = get in touch with / different from = different to / glad = pleased / often = frequently
easy = simple = straightforward / difficult = hard / additional = extra = supplementary = further
more information = further information = additional information = any further information / rest = remainder
annual = yearly / comprises = is comprised of = is made up of = consists of = is composed of
comprise = are comprised of = are made up of = consist of = are composed of / divided = split / for = in respect of
government = govt
hours = hrs / information = info / maximum = max / minimum = min / minutes = mins / monday = mon
tuesday = tue = tues / wednesday = wed / thursday = thu = thur = thurs / friday = fri / saturday = sat / sunday = sun
big = large / by = by means of = by way of
can = is able to = are able to = has the ability to = have the ability to = is in a position to = are in a position to
enquiries about = enquiries concerning / every day = each day = daily / every month = each month = monthly
every week = each week = weekly / every year = each year = annually / free of charge = at no cost = for free
inside = inside of / mph = miles per hour / near = close to = near to = in the vicinity of / want = would like
when = at the time when / where = in cases where = in a case where / be careful = take care
because = due to the fact that = in view of the fact that = owing to the fact that / chair = chairman = chairperson
despite the fact that = although = even though = though / fewer than = less than / they = he or she
their = his or her / them = him or her / himself = themselves = themself = himself or herself / necessary = needed
person = individual / people = persons = individuals / those who = people who
everyone = all persons = all people = everybody / anyone = any person = anybody / someone = somebody / no one = nobody
receiving = receipt of / within a period of = within
about = approximately = approx = roughly = regarding = concerning = around
about = as regards = in relation to = with regard to = with respect to = in connection with = relating to
about = pertaining to / about = with regards to = in regard to = on the subject of
as soon as possible = as soon as you can = as soon as is possible = at the earliest opportunity = asap
as well as = and also / at present = currently = at the moment = at this time
because of = due to = owing to = as a result of = on account of / before = prior to = in advance of = ahead of
despite = in spite of = notwithstanding / enough = sufficient / entire = whole / etc = and so on = and so forth
for example = for instance = e g = eg / for the purpose of = for the purposes of / help from = assistance from
support from = assistance from / in accordance with = in line with = according to = in compliance with
as per = in accordance with / in addition to = as well as = on top of / to = in order to = so as to
so that = in order that / in the event that = if / in the event of = in case of / incorrect = wrong / correct = right
need = require / on = upon / social media site = social networking site / such as = like / that is = i e = ie
until = till = up until / website = web site / that = which / while = whilst
whether or not = whether = as to whether / with the exception of = apart from = except for
without delay = immediately = straight away = straightaway / adjacent to = next to = beside
as set out in = as described in = as given in / at a later date = later
during = for the duration of = in the course of / every time = each time / from = with effect from = as from
identical = same / in conjunction with = together with / instead of = in lieu of = rather than / is held = takes place
are held = take place / will be held = will take place / be held = take place / more than = in excess of
on completion of = when finished / remuneration = pay / soon = in the near future / subsequent to = after
thereafter = after that / under = pursuant to / via = through / whereas = while
how = the way in which = the manner in which / always = at all times / usually = normally = as a rule = in most cases
rarely = seldom / sometimes = from time to time = occasionally = on occasion
if necessary = if needed = where necessary = where needed = when necessary = as necessary = as needed = when needed
if possible = where possible = when possible / as appropriate = where appropriate = if appropriate / by post = by mail
by phone = by telephone = over the phone = over the telephone = on the phone
online = on the internet = over the internet / quickly = rapidly = fast / vital = essential = crucial
main = principal / useful = helpful / per hour = by the hour / per day = by the day / dissatisfied = unhappy
away = absent / know about = are aware of = be aware of / knows about = is aware of / irrespective of = regardless of
make clear = make it clear / recurrence = reoccurrence / has a responsibility for = is responsible for
have a responsibility for = are responsible for / worried = concerned / ill = unwell = sick
older people = elderly people / is in = is located in / are in = are located in / is in = is situated in
is at = is located at / is at = is situated at / these = the following
half yearly = six monthly = twice a year = biannually = bi-annually / first = in the first instance
per annum = a year / mandatory = compulsory = obligatory / almost = nearly / beneath = underneath
previously = formerly / perhaps = maybe = possibly / mainly = chiefly = primarily = principally
completely = entirely = wholly = fully = totally = in full / partly = in part / thereafter = afterwards = subsequently
inter alia = among other things = amongst other things / vice versa = the other way round = the other way around
using = by using = with the use of = through the use of / by the use of = using / in the name of = on behalf of
in view of = in light of = in the light of
at present = at this point in time = at this moment in time = at the present time = right now
because of = by virtue of = by reason of = on the grounds of / because = on the grounds that = for the reason that
before = previous to / along with = together with / many = numerous = lots of = a lot of / several = a number of
a variety of = a range of / a wide variety of = a wide range of / out of date = outdated / on time = punctually
nearby = close by / previous = preceding / relevant = pertinent / helpful = beneficial / incorrect = erroneous
basic = fundamental / by mistake = inadvertently = accidentally = by accident = unintentionally
deliberately = on purpose = intentionally / rare = infrequent / drunk = intoxicated / long = lengthy / loud = noisy
best = optimum / suitable = appropriate / common = widespread / famous = well-known / dangerous = hazardous
cheap = inexpensive / expensive = costly / from = as of / so far = up to now
from the start = from the beginning = from the outset / at first = initially / in advance = beforehand = ahead of time
urgently = as a matter of urgency / routinely = as a matter of course / alphabetically = in alphabetical order
face to face = in person / confidentially = in confidence / in particular = particularly = especially = notably
in total = altogether / at weekends = at the weekend = on weekends / at night = during the night / by hand = manually
in use = being used / in force = in effect / the way that = how / the reason why = the reason / as though = as if
or else = otherwise / first = firstly = first of all / last of all = lastly / etc = and the like / uk = united kingdom
eu = european union / nhs = national health service / gdpr = general data protection regulation
vat = value added tax / date of birth = dob / free of charge = complimentary
worldwide = world wide / across the world = around the world = all over the world = throughout the world
throughout = all through / everywhere = in all places / anywhere = in any place / good quality = of good quality
high quality = of high quality / plainly = in plain language / in the long run = in the long term
in the short run = in the short term / step by step = one step at a time / hard copy = paper copy / on site = onsite
day to day = everyday / at home = in their own home = in your own home
as above = as described above = as stated above = as set out above / below = as follows below
as mentioned above = as stated above / the above = the above-mentioned = the aforementioned
aforementioned = above-mentioned / with the help of = with help from = with assistance from = with the assistance of
in practice = in reality / up to date = up-to-date / a bit = a little / these days = nowadays
instead = as an alternative = alternatively / even so = all the same / in contrast = by contrast / for example = such as
try to = try and / on a rolling basis = on an ongoing basis
"""
"""Other words and phrases, as they stand."""
