"""Spelling: one form for the spellings of a word, contractions in full, and misspellings that are no other word.

Only what cannot be another word is brought together: "form" and "from", "public" and "pubic" stay different. British
and American spellings follow the tables of Oxford's style; the misspellings are the common ones that stand in no
dictionary.
"""

import re
from functools import lru_cache
from unicodedata import combining, normalize

from reviewtui.text.meaning.quantities import amount_of
from reviewtui.text.meaning.tuning import COMPOUND_PART
from reviewtui.text.words.dictionary import is_word
from reviewtui.text.words.spelling_variants import british

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"^(learn|burn|dream|spell|spoil|lean|leap)t$", r"\1ed"),
        (r"^whilst$", "while"),
        (r"^(among|amid)st$", r"\1"),
        (r"^(toward|afterward|forward|backward|upward|downward|inward|outward)s$", r"\1"),
        (r"^enquir(?=e$|es$|ed$|y$|ies$|ing$)", "inquir"),
        (r"^advisor(?=s?$)", "adviser"),
        (r"^spelt$", "spelled"),
        (r"^ok$", "okay"),
    )
)
"""Two British spellings of one word."""
_MAY_VARY = re.compile("|".join(pattern.pattern for pattern, _ in _RULES))
_MISSPELLINGS = """
abscence:absence acheive:achieve acheived:achieved accomodate:accommodate accomodation:accommodation accross:across
acknowlege:acknowledge wihtin:within witin:within acknowledgent:acknowledgement adequetly:adequately adress:address
adresses:addresses agressive:aggressive agreeement:agreement ammend:amend ammended:amended ammendment:amendment
appart:apart apparant:apparent appropiate:appropriate approprate:appropriate aquire:acquire arguement:argument
assesment:assessment attendence:attendance availible:available avaliable:available beleive:believe
benificial:beneficial beneficary:beneficiary buisness:business busness:business calender:calendar catagory:category
changable:changeable cheif:chief collegue:colleague collegues:colleagues comitee:committee comittee:committee
commitee:committee committe:committee committment:commitment comunication:communication communciation:communication
comunity:community compatability:compatibility competance:competence complience:compliance concensus:consensus
condidential:confidential confidental:confidential consistant:consistent consultaton:consultation contians:contains
controled:controlled correspondance:correspondence councilors:councillors councilor:councillor councellor:councillor
decison:decision definately:definitely definate:definite desicion:decision develope:develop developement:development
diffrent:different dilligence:diligence disapear:disappear disatisfied:dissatisfied discription:description
efficent:efficient eligable:eligible embarass:embarrass emergancy:emergency employes:employees
enviroment:environment enviromental:environmental equiptment:equipment especialy:especially essensial:essential
evidance:evidence excede:exceed excercise:exercise existance:existence expence:expense experiance:experience
explaination:explanation facillity:facility familar:familiar febuary:february finaly:finally foriegn:foreign
formaly:formally fourty:forty freind:friend fullfil:fulfil futher:further garantee:guarantee gaurd:guard
goverment:government governmnet:government govenment:government grammer:grammar greatful:grateful
guarentee:guarantee guidence:guidance guidelies:guidelines harrass:harass harrassment:harassment hierachy:hierarchy
identifed:identified immediatly:immediately immediatley:immediately independant:independent infomation:information
informaton:information infringment:infringement innapropriate:inappropriate inital:initial insistance:insistence
intergrity:integrity interm:interim irresistable:irresistible knowlege:knowledge langauge:language
legislaton:legislation liase:liaise liason:liaison libary:library maintainance:maintenance maintenence:maintenance
managment:management manger:manger millenium:millennium miniumum:minimum minumum:minimum mispell:misspell
neccessary:necessary necesary:necessary necessery:necessary neighbourood:neighbourhood noticable:noticeable
occured:occurred occurence:occurrence occuring:occurring offical:official officals:officials oppertunity:opportunity
oportunity:opportunity organistion:organisation orginal:original ocassion:occasion occassion:occasion
paralel:parallel parliment:parliament particpate:participate particularily:particularly payed:paid
permanant:permanent permision:permission permited:permitted persistant:persistent personel:personnel persue:pursue
politcal:political posession:possession possable:possible possesion:possession potental:potential
practioner:practitioner preceeding:preceding prefered:preferred presance:presence previosly:previously
priviledge:privilege proceedure:procedure proccess:process profesional:professional proffesional:professional
pronounciation:pronunciation publically:publicly publicaly:publicly publicy:publicly publc:public recieve:receive
recieved:received recieves:receives reciept:receipt recomend:recommend reccomend:recommend recomended:recommended
recomendation:recommendation refered:referred referal:referral refering:referring relevent:relevant
religous:religious remeber:remember repitition:repetition representitive:representative requirment:requirement
requirments:requirements requred:required resourses:resources responsability:responsibility
responsibilty:responsibility responsable:responsible responsibile:responsible responsiblity:responsibility
reveiw:review rythm:rhythm safegaurd:safeguard safegarding:safeguarding schedual:schedule secratary:secretary
seperate:separate seperated:separated seperately:separately sieze:seize similiar:similar similer:similar
sincerly:sincerely speach:speech strenght:strength submited:submitted succesful:successful successfull:successful
succesfully:successfully sucess:success sufficent:sufficient sumary:summary supercede:supersede
supervisior:supervisor suprise:surprise teh:the tehm:them thier:their threatend:threatened tommorrow:tomorrow
tomorow:tomorrow tranfer:transfer transfered:transferred truely:truly unneccessary:unnecessary untill:until
dont:don't doesnt:doesn't didnt:didn't isnt:isn't arent:aren't wasnt:wasn't hasnt:hasn't havent:haven't
couldnt:couldn't shouldnt:shouldn't wouldnt:wouldn't mustnt:mustn't neednt:needn't youre:you're theyre:they're
usefull:useful usally:usually vaccum:vacuum vehical:vehicle volenteer:volunteer volunter:volunteer
volunters:volunteers vulnerible:vulnerable vunerable:vulnerable wich:which writen:written writting:writing
"""
_MISSPELT = dict(pair.split(":") for pair in _MISSPELLINGS.split())
_CONTRACTIONS = {
    "can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"),
    "let's": ("let", "us"), "i'm": ("i", "am"), "it's": ("it", "is"), "that's": ("that", "is"),
    "there's": ("there", "is"), "what's": ("what", "is"), "who's": ("who", "is"), "where's": ("where", "is"),
    "here's": ("here", "is"), "he's": ("he", "is"), "she's": ("she", "is"),
}  # fmt: skip
_ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_COMPOUND_WORDS = """
email website webpage online offline wellbeing cooperate cooperation cooperative coordinate coordination coordinator
ongoing anyone everyone someone nobody workplace workload handover takeover makeup setup startup decisionmaking
cybersecurity healthcare childcare daycare caseload casework landline voicemail username homepage smartphone payslip
paperwork database dataset timetable percent lunchtime fulltime parttime teamwork whitepaper whiteboard policymaker
policymakers stakeholder shareholder logbook
"""
_OTHER_AS_ONE = frozenset(
    """overtime sometimes sometime everyday everybody somebody altogether whatever whenever wherever whoever therefore
    overall extramarital underway already nowhere anywhere somewhere meantime meanwhile backup undertake overtake
    overcome""".split()  # noqa: SIM905
)
"""Words that are another thing in two words."""
COMPOUNDS = frozenset(_COMPOUND_WORDS.split())
"""Words that are written as one, as two or with a hyphen, with the same sense; others only with a hyphen or without."""
_RANGE = re.compile(r"(?<=\d)[\u2010-\u2014](?=\d)")
_TELEPHONE = re.compile(r"\b0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b")
_SAID_TWICE = re.compile(r"\b([A-Za-z]+(?:-[a-z]+)?) \((\d+)\)")
_LETTERS = re.compile(r"[A-Za-z]{3,}")
_SPLIT_PREFIX = re.compile(
    r"\bun-ioni|\bre-(?:sign|form|cover|lease|creat|sent|plac|present|act|mark|sort|serv|count|dress|press|pair|tir|fus|treat|solv)"
)


@lru_cache(maxsize=16384)
def spelling_form(word: str) -> str:
    """Return the one form of a word (lower case, straight apostrophes) that all its spellings share."""
    if not word.isascii():
        word = "".join(letter for letter in normalize("NFD", word) if not combining(letter))
    word = british(_MISSPELT.get(word, word))
    if _MAY_VARY.match(word):
        for pattern, form in _RULES:
            word = pattern.sub(form, word)
    return word


def spelled_out(word: str) -> tuple[str, ...]:
    """Return the words that a contraction stands for ("don't": "do", "not"), or the word itself."""
    if word in _CONTRACTIONS:
        return _CONTRACTIONS[word]
    for ending, second in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return word.removesuffix(ending), second
    return (word,)


@lru_cache(maxsize=4096)
def corrected(text: str) -> str:
    """Return a text with each misspelt word in its right form, and each number written in one way."""
    if not _MISSPELT.keys().isdisjoint(map(str.lower, _LETTERS.findall(text))):
        text = _LETTERS.sub(lambda match: _corrected(match[0]), text)
    if not text.isascii():
        text = _RANGE.sub("-", text)
    if "(" not in text:
        return text
    return _SAID_TWICE.sub(lambda match: match[1] if amount_of(match[1]) == match[2] else match[0], text)


def without_spaces_in_telephones(text: str) -> str:
    """Return a text with its telephone numbers written without spaces."""
    return _TELEPHONE.sub(lambda match: re.sub(r"[ -]", "", match[0]), text)


def _corrected(word: str) -> str:
    right = _MISSPELT.get(word.lower())
    return word if right is None else right.capitalize() if word[0].isupper() else right


def is_split_differently(old: str, new: str) -> bool:
    """Say whether two runs of words differ in hyphens and spaces only, and can be one word ("e-mail", "email").

    "re-sign" and "resign", "may be" and "maybe" are different words.
    """
    joined = re.sub(r"[\s-]", "", old)
    if joined != re.sub(r"[\s-]", "", new) or _SPLIT_PREFIX.search(old) or _SPLIT_PREFIX.search(new):
        return False
    if joined in COMPOUNDS or (" " in old) == (" " in new) or "-" in old + new:
        return True
    parts = max(old, new, key=len).split()
    if not is_word(joined) and all(map(is_word, parts)):
        return True
    long = len(parts) == 2 and min(map(len, parts)) >= COMPOUND_PART
    return long and joined not in _OTHER_AS_ONE and all(map(is_word, parts))
