"""The vocabulary of subjects: words that say nothing of one, and groups of words that say the same of it."""

import re

from reviewtui.text.words.terms import stem

_STOP_LINES = (
    "a about above after again against all also always am an and another any anybody anyone anything are as at",
    "away back be because been before being below between both but by can cannot case come could did do does",
    "doing done down during each either else even ever every everybody everyone everything few first for from",
    "further get give go had has have having he her here hers him his how however i if in into is it its",
    "itself just kind know last let like long made make many may me might mine more most much must my need",
    "needs neither never next no nobody none nor not nothing now of off on once one only or other others",
    "otherwise ought our ours out over own part perhaps please put quite rather really same say second see",
    "shall she should so some somebody someone something soon still such sure take than that the their theirs",
    "them then there therefore these they thing this those though through thus time to together too two under",
    "until up upon us use used uses using usually very was way we well were what whatever when",
    "where whether which while who",
    "whoever whom whose will with within without would yes yet you your yours three four five six seven",
    "eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty",
    "forty fifty sixty seventy eighty ninety hundred thousand day",
    "seconds days week weeks month months year years hour hours minute minutes calendar business fortnight basis",
    "daily weekly monthly quarterly yearly annually",
    "minimum maximum most least allowed required permitted forbidden prohibited obliged include including unless",
    "don't can't",
    "came comes coming gets goes going gone got went",
    "typical typically generally normally commonly approximately roughly",
    "per doesn't won't isn't aren't aim provided condition mustn't shouldn't ll re ve s t th nd rd",
    "later earlier sooner",
    "less fewer mandatory compulsory obligatory optional welcome immediate immediately ahead ago either instead",
    "plus already yet previously simply sometimes often rarely likely possible possibly along alone",
)
STOP = frozenset(word for line in _STOP_LINES for word in line.split())
"""Words that stand everywhere, words of duty, numbers and measures: they say nothing of what a sentence is about."""

_LIGHT_WORDS = (
    "expect obligation obliged obtain grant receive called entitle able seek need require apply approve offer provide",
    "available eligible permission",
    "pay give run carry become",
)
LIGHT = frozenset(stem(word) for line in _LIGHT_WORDS for word in line.split())
"""Concepts that carry a duty or a right and say little of what it is about."""

GROUPS = tuple(
    """
answer reply replies respond response / picture image photo photograph / film video clip footage cctv / remove delete
deletion removal destroy destruction shred shreds erase erasure wipe disposal / staff employee worker personnel
workforce officer colleague / keep kept retain retention store hold held preserve / approve approval authorise /
publish publication post / resident citizen / caption subtitle / telephone phone / email e-mail e-mails / child
children minor youngster kid pupil schoolchild / begin began start commence / end complete completion stop finish
cease / ask request / tell told inform notify report alert announce
announcement / check review inspect examine / send sent pass forward /
send-on escalate / password passcode / choose chose pick select / write wrote written / administrator admin / law
legal lawful legislation / log logged logging register / monitor watched staffed / open set-up create / close shut /
train course / manager supervisor boss / buy bought purchase procure / show shown visible / quick fast swiftly
promptly / leave left step-away / describe description alt-text / network platform app / inactive unused dormant /
follower fan / complaint complain complainant / permission consent agreement agrees / person people somebody
individual / fact factual / error mistake / document record / secret confidential confidentiality / advert
advertisement advertise / money payment pay paid payable fee charge / begin-again restart / lose lost loss / steal
stole stolen theft / remain stay / final last / permanent forever indefinitely / employ employment job / lend lent
loan borrow / computer laptop pc pcs notebook / absence absent incapacity / reimburse refund repay repaid reimbursable
refundable repayable / explain explanation reason why / transfer transferable / claim claimable / annual yearly / sick
ill illness sickness / holiday vacation / guest visitor visit / book reserve reservation / cancel cancelled
cancellation / vehicle car / injury injured accident / buyer customer client / supplier vendor contractor / invoice
bill / unsuccessful rejected / candidate applicant / prohibit ban banned / renew renewal extend extension / provide
supply supplies issue / receive receipt get got / appoint appointment / decide decision / borough district county city
town / acknowledge acknowledgement confirm confirmation / attend attendance participate / apology apologise sorry /
refuse refusal decline reject / repair fix mend / damage breakage / discuss discussion talk conversation / help assist
assistance support / salary wage remuneration stipend / resign resignation / smoke vape cigarettes / alcohol drinking
beer wine / travel travelled trip journey / accommodation hotel / meal lunch dinner subsistence / gift hamper /
premises building / police law-enforcement / salaried waged / wish request-of want / encrypt encryption / software
program programme-code / quarrel dispute disagreement grievance / physician doctor gp / rubbish waste litter / clean
tidy / elect election vote ballot / equipment machine machinery tool / probation probationary trial-period / overtime
toil / additional extra further / parcel package / web website webpage / welfare wellbeing / fund budget / abroad
overseas / accompany accompanied escort escorted / press journalist / paper printout hardcopy / parent guardian mum
dad / meeting assembly session / key fob / spend spending expenditure / quote quotation estimate / recruit recruitment
hire hiring / dismiss dismissal sack terminate termination / induction onboarding orientation / chair chairperson
chairman chairwoman / due subscription / reveal divulge disclose disclosure / enquiry inquiry query question / sign
signature signatory / paperwork papers / helper volunteer / cheque payment / parking park / probation probationary /
dispensation waiver exemption / age aged / place venue location
""".split("/")
)
"""Words of one meaning; the first stands for all. Words that differ in their ending only need not be listed."""

PHRASES = tuple(
    (re.compile(pattern, re.IGNORECASE), put)
    for pattern, put in (
        (r"\bin\s+(?:short|brief|summary|essence|a\s+nutshell)\b|\bto\s+sum\s+up\b", ""),
        (r"\bworking\s+(?=days?\b|weeks?\b|hours?\b)", ""),
        (
            r"\bminutes\s+of\s+(?=the\b|an?\b|each\b|all\b|(?:council|committee|board|general)\b|meetings?\b)",
            "proceedings ",
        ),
        (r"\b(?<=council |meeting )minutes\b|\b(?<=committee )minutes\b", "proceedings"),
        (r"\bin\s+advance\b|\bbefore\s+(?:it|they|this)\s+(?:begins?|starts?|opens?|takes?\s+place)\b", ""),
        (r"\bat\s+the\s+same\s+time\b|\bsimultaneously\b", "concurrent"),
        (r"\bfor\s+ever\b|\bfor\s+good\b", "permanently"),
        (r"\b(?:not|never)\s+(?:hired|appointed|selected|chosen|successful)\b", "unsuccessful"),
        (r"\b(?:hand|give|bring|send)(?:s|ed|ing)?\s+back\b|\b(?:given|gave|brought|sent)\s+back\b", "return"),
        (r"\bin\s+charge\b", "responsible"),
        (r"\bpa(?:y|ys|id)\s+back\b", "reimburse"),
        (r"\bfree\s+of\s+charge\b|\bat\s+no\s+(?:cost|charge)\b", "fee"),
        (r"\b(?:delet|remov|destroy|eras)(?:e|es|ed|ing)?\s+(?:after|once|when)\b", "kept"),
        (
            (
                r"\b(?:delet|destroy|eras|shred|wip|overwrit)(?:e|es|ed|ing|s|ten)?\b"
                r"(?=[^.;:]{0,60}?[\w-]+\s+(?:days?|weeks?|months?|years?)\b)"
            ),
            "kept",
        ),
        (r"\bgo(?:es)?\s+live\b", "publish"),
        (r"\b(?:hang|hung|hold|held|hold(?:s|ing)|hang(?:s|ing))\s+on\s+to\b", "kept"),
        (r"\bhears?\s+(?:back\b|from\s+us\b)|\bgets?\s+back\s+to\b", "answer"),
        (r"\b(?:time|days?)\s+off\b", "holiday"),
        (
            r"\b(?:(?:security|surveillance)\s+)?cameras?\s+(?:recordings?|footage)\b|\brecordings?\s+(?:from|of)\s+(?:the\s+)?cameras?\b",
            "cctv",
        ),
        (r"\b(?:another|foreign|other)\s+countr(?:y|ies)\b|\boutside\s+the\s+(?:uk|country)\b", "abroad"),
        (r"\brais(?:e|es|ed|ing)\b(?=[^.;]{0,40}\bwith\b)", "tell"),
        (r"\bsit(?:s|ting)?\s+in\s+on\b", "attend"),
        (r"\bsocial[\s-]+media\b", "socialmedia"),
        (r"\b(?:team|staff)\s+members?\b|\bmembers?\s+of\s+(?:the\s+)?(?:staff|team)\b", "staff"),
        (
            r"\bnew\s+(?:starters?|joiners?|hires?|recruits?|employees?|staff|colleagues?|people)\b|\bnewcomers?\b",
            "newcomer",
        ),
        (
            r"\b(?:work(?:s|ing)?\s+(?:from\s+home|remotely)|(?:remote|home)[\s-]?working|telework(?:ing)?)\b",
            "telework",
        ),
        (r"\bpersonal\s+(?:data|information|details)\b", "personaldata"),
        (r"\bthird[\s-]part(?:y|ies)\b|\boutsiders?\b", "thirdparty"),
        (r"\bannual\s+leave\b", "holiday"),
        (r"\b(?:carr(?:y|ied|ies)|roll(?:s|ed)?|bring|take)\s+(?:it\s+|them\s+)?over\b|\brollovers?\b", "carryover"),
        (r"\bhand(?:s|ed|ing)?[\s-]*over\b", "return"),
        (r"\b(?:fit|sick|doctor's|medical)\s+(?:notes?|certificates?)\b", "sicknote"),
        (r"\b(?:young\s+(?:people|persons?)|under[\s-]18s?|under[\s-]age(?:d)?)\b", "child"),
        (r"\b(?:log|sign)(?:s|ged|ging|ing|ed)?[\s-]?(?:in|on)\b(?!\s+(?:confidence|the)\b)", "login"),
        (r"\blaw\s+enforcement\b", "police"),
        (r"\b(?:mak(?:e|es|ing)|be)\s+(?:sure|certain)\b", "ensure"),
        (r"\bsays?\s+sorry\b", "apology"),
        (r"\btak(?:e|es|ing)\s+part\b|\bcom(?:e|es|ing)\s+to\b", "attend"),
        (r"\b(?:hand|send|give)(?:s|ing)?\s+in\b", "submit"),
        (r"\btop\s+up\b", "add"),
        (
            r"\b(?:own|personal|private(?:ly[\s-]owned)?)\s+(?:(?:device|(?:tele)?phone|laptop|mobile|tablet|computer)s?|equipment)\b",
            "byod",
        ),
        (r"\b(?:take|takes|took|taken|taking)\s+(?:it\s+|them\s+)?down\b", "remove"),
        (r"\bsign(?:s|ed|ing)?[\s-]+off\b|\bsign-off\b", "approve"),
        (r"\bset(?:s|ting)?[\s-]+up\b", "open"),
        (r"\balt(?:ernative)?[\s-]+text\b|\btext\s+(?:alternatives?|descriptions?)\b", "description"),
        (r"\blook(?:s|ed|ing)?\s+(?:at|over|through)\b|\bgo(?:es)?\s+through\b", "review"),
        (r"\bfor\s+any\s+reason\b|\bunder\s+(?:any|no)\s+circumstances\b", ""),
        (r"\bcome(?:s)?\s+back\b|\bgo(?:es)?\s+back\b", "return"),
        (r"\bstep(?:s|ped)?\s+away\b|\bwalk(?:s)?\s+away\b", "leave"),
        (r"\bget(?:s)?\s+rid\s+of\b|\bthr(?:ow|ows|own|ew|owing)\s+(?:away|out)\b", "remove"),
        (r"\bfind(?:s)?\s+out\b", "discover"),
        (r"\bstraight\s+away\b|\bat\s+once\b|\bimmediately\b|\bright\s+away\b|\bwithout\s+delay\b", "immediate"),
    )
)
"""Phrases that are said in one word elsewhere."""
ANY_PHRASE = re.compile("|".join(pattern.pattern for pattern, _ in PHRASES), re.IGNORECASE)
"""Whether any of them is there: most sentences have none."""
