"""Questions that policies of all kinds settle: the name of each, and the words in which it is answered.

A row has the words for the act, the words of which one has to stand beside it (empty: none has to), and the words
that answer "no" by themselves, since they name what is done instead. Small letters, one space for any white space.
"""

from typing import NamedTuple


class PolicyQuestion(NamedTuple):
    """A question: its name, the act, the words beside it, and the words that answer "no" by themselves."""

    name: str
    act: str
    scope: str = ""
    contrary: str = ""


QUESTIONS = (
    PolicyQuestion(
        "work for others",
        r"moonlight\w*|freelanc\w*|(?:second|side) (?:jobs?|hustles?)|(?:outside|secondary|"
        r"other paid) (?:employment|work|jobs?)|work for (?:another|other|a second) (?:employer|compan|"
        r"organi[sz]ation)\w*|other (?:paid )?employment",
    ),
    PolicyQuestion(
        "alcohol at work",
        r"alcohol\w*|beers?|glass(?:es)? of wine|drink at lunch",
        r"work\w*|office|premises|duty|calls?|shifts?|desks?|lunch",
    ),
    PolicyQuestion(
        "smoking indoors",
        r"smok(?:e|es|ing)|vap(?:e|es|ing)|cigarettes?",
        r"indoors?|inside|office|premises|buildings?|rooms?",
    ),
    PolicyQuestion(
        "leave carried over",
        r"carr(?:y|ied|ying) (?:\w+ ){0,3}(?:over|forward)|roll(?:s|ed|ing)? over|(?:stay|"
        r"remain)s? on (?:your|their) balance|(?:keep|save|take|use)s? (?:\w+ ){0,5}(?:next|"
        r"following) year",
        r"leave|holidays?|vacation|days|time off",
        r"lapses?|forfeit\w*|expires?|(?:is|are) lost|use it or lose it|gone (?:on|by|at) (?:new year|"
        r"the end)",
    ),
    PolicyQuestion(
        "leave turned into money",
        r"cash(?:ed)? (?:in|out)|encash\w*|paid out|payment in lieu|pay in lieu|(?:exchange|swap|swapp|"
        r"sell|turn)\w* (?:\w+ ){0,6}(?:for|into) (?:cash|money|pay)|compensated for unused",
        r"leave|holidays?|vacation|time off|days off|days of",
    ),
    PolicyQuestion(
        "leave before it is earned",
        r"(?:borrow|advance|loan|take)\w* (?:\w+ ){0,4}(?:days|leave|hours|time off|"
        r"holiday)\b.{0,40}(?:not yet|in advance|earn|accru\w*|later)|negative (?:leave )?balance",
    ),
    PolicyQuestion(
        "anonymous reports",
        r"anonym\w+|without (?:a |their |any |your |giving |leaving )*names?|nameless|unsigned",
        r"complain\w*|reports?|concerns?|letters?|emails?|feedback|whistle\w*|tips?|allegations?",
        r"(?:must|have to|need to|should) (?:give|sign|state|leave) (?:\w+ )?name",
    ),
    PolicyQuestion(
        "money in advance",
        r"cash advances?|(?:money|paid|funds?|costs?|advances?) (?:\w+ ){0,2}(?:in advance|up front|"
        r"beforehand|before they (?:set off|travel|leave))",
    ),
    PolicyQuestion(
        "claims without a receipt",
        r"(?:without|no) (?:an? |any |original )*receipts?|receipts? (?:are|is) (?:optional|not (?:needed|"
        r"required))",
        r"claim\w*|expenses?|reimburs\w*|refund\w*|receipts?",
        r"(?:must|shall|should|need to|have to|required) (?:\w+ ){0,5}receipts?|"
        r"receipts? (?:\w+ ){0,3}(?:must|are required|is required|are needed)",
    ),
    PolicyQuestion(
        "claims paid unapproved",
        r"(?:paid|reimbursed|refunded|processed)\b.{0,40}(?:without (?:any|a|anybody|anyone|prior|"
        r"further)|unseen|automatically)|no (?:approval|sign-?off) is needed",
        r"claims?|expenses?|expense reports?|invoices?",
        r"(?:must|have to|need to|should|are to) be (?:\w+ )?(?:approved|signed off|authori[sz]ed|"
        r"countersigned)",
    ),
    PolicyQuestion(
        "travel in a better class",
        r"(?:first|business)[- ]class|premium economy",
        r"travel\w*|trains?|fl(?:y|ight|ights|ying)|rail|journeys?|tickets?",
        r"cheapest (?:seat|ticket|fare)s?",
    ),
    PolicyQuestion(
        "gifts",
        r"(?:accept|receiv|tak|keep|giv)\w* (?:\w+ ){0,4}(?:gifts?|presents?|hospitality|tips|hampers?|"
        r"tickets to)|(?:gifts?|presents?|hospitality) (?:\w+ ){0,5}accepted",
        r"",
        r"(?:return|turn down|hand back|send back|decline|refuse)\w* (?:\w+ ){0,4}(?:gifts?|presents?|"
        r"hospitality)",
    ),
    PolicyQuestion(
        "saved passwords",
        r"remember(?:ed)? passwords?|(?:fill|sav|remember|stor)\w* (?:in )?(?:\w+ ){0,3}(?:logins?|"
        r"passwords?)|passwords? (?:\w+ ){0,3}(?:saved|stored|written down)|"
        r"writ\w+ (?:\w+ ){0,3}password\w* down",
        r"browsers?|applications?|notebooks?|paper|down|sticky|notes?",
    ),
    PolicyQuestion(
        "shared passwords",
        r"(?:shar|tell|told|giv|lend|hand)\w* (?:\w+ ){0,3}(?:passwords?|logins?|credentials|pass ?codes?|"
        r"pins?)|(?:passwords?|logins?|credentials) (?:\w+ ){0,3}(?:shared|told|given|lent)|"
        r"told your login",
    ),
    PolicyQuestion(
        "data on own devices",
        r"(?:own|private(?:ly[- ]owned)?|personal(?:ly[- ]owned)?) (?:(?:smart|mobile |tele)?phones?|"
        r"devices?|laptops?|computers?|tablets?|machines?|equipment)|(?:(?:smart|mobile |tele)?phones?|"
        r"devices?|laptops?|computers?|tablets?|machines?|equipment) (?:of (?:your|their) own|they own|"
        r"you own)|\bbyod\b",
        r"data|information|PII|customers?|records?|e-?mails?|files?|systems?|work",
    ),
    PolicyQuestion(
        "work mail to a private address",
        r"(?:forward|send|copy|copies|redirect|move)\w* (?:\w+ ){0,6}(?:personal|private|own|"
        r"home) (?:e-?mail|account|address|inbox|mailbox|cloud|drive)\w*|(?:personal|private|"
        r"own) (?:e-?mail|g-?mail|cloud|dropbox) (?:accounts?|addresses|storage)?",
        r"work|council|company|business|files?|documents?|messages?|data|e-?mails?",
    ),
    PolicyQuestion(
        "installing software",
        r"(?:install|download)\w* (?:\w+ ){0,4}(?:software|programs?|programmes|apps?|applications|"
        r"extensions|tools?|games)",
    ),
    PolicyQuestion(
        "public networks",
        r"public (?:wi-?fi|networks?|hotspots?)|(?:caf[eé]|hotel|airport|train|free|"
        r"coffee shop) (?:wi-?fi|networks?)",
    ),
    PolicyQuestion(
        "removable media",
        r"usb (?:sticks?|drives?|keys?)|memory sticks?|thumb drives?|flash drives?|removable (?:media|"
        r"storage)|portable (?:drives?|storage)",
    ),
    PolicyQuestion(
        "data given to others",
        r"(?:pass|sell|give|hand|share|disclos|provid|release)\w* (?:\w+ ){0,6}(?:third part(?:y|ies)|"
        r"outsiders?|suppliers?|other compan\w+|partners|sponsors?|advertisers)",
        r"data|information|details|names|addresses|lists?",
    ),
    PolicyQuestion(
        "data kept abroad",
        r"(?:outside|beyond|leave|leaves) (?:of )?(?:the )?(?:uk|eu|eea|european|united kingdom|country|"
        r"europe)|(?:in|to) (?:the )?(?:united states|usa|us|america|india|overseas)",
        r"data|servers?|stored|cloud|records|backups?|hosted|information",
        r"(?:only|always|must|stays?|remains?|kept|located|location) (?:\w+ ){0,4}(?:in|"
        r"within) (?:the )?(?:uk|eu|eea|united kingdom|europe)(?:/eea)?",
    ),
    PolicyQuestion(
        "published budgets",
        r"(?:budgets?|planned costs|accounts)\b.{0,60}\b(?:public\w*|website|publish\w*)|(?:public\w*|"
        r"publish\w*)\b.{0,60}\b(?:budgets?|planned costs)",
    ),
    PolicyQuestion(
        "managers on call",
        r"pagers?|normal rotation|(?:be|are|is|goes?) on[- ]call",
        r"managers?|leads?|leaders?|supervisors?",
    ),
    PolicyQuestion(
        "pets at work",
        r"dogs?|cats?|pets?|animals?",
        r"work|office|premises|buildings?|space|room|makerspace|table|site|inside",
        r"only (?:service|assistance|guide) (?:animals|dogs)",
    ),
    PolicyQuestion(
        "guests by themselves",
        r"unescorted|unaccompanied|by themselves|on their own|without (?:an )?(?:escort|host)|"
        r"find their own way",
        r"visitors?|guests?|callers?",
        r"(?:escorted|accompanied) (?:at all times|by|throughout)|must be (?:escorted|accompanied)",
    ),
    PolicyQuestion(
        "private use",
        r"(?:personal|private) (?:use|calls?|errands?|journeys?|web browsing)|(?:own|"
        r"private) (?:purposes?|business)",
        r"equipment|computers?|phones?|laptops?|e-?mail|vehicles?|vans?|cars?|internet|printers?|sim",
    ),
    PolicyQuestion(
        "tools taken home",
        r"(?:borrow|take|taken|taking|lend|lent)\w* (?:\w+ ){0,6}(?:home|weekend)|borrow (?:a|the) \w+",
        r"tools?|equipment|drills?|books?|machines?|laptops?|keys?|files?",
        r"(?:must|shall|have to)? ?(?:stay|remain)s? (?:in|on|at) the (?:\w+ )?(?:makerspace|premises|"
        r"building|workshop|office|site|library|room)",
    ),
    PolicyQuestion(
        "voting by others",
        r"prox(?:y|ies)|stand-in to (?:vote|choose)|vot\w+ (?:for|on behalf of) (?:an )?absent|"
        r"hand (?:\w+ ){0,2}vote to|send (?:a|somebody|someone) (?:\w+ ){0,3}to vote",
        r"vot\w+|meetings?|choos\w+|decid\w+|part",
    ),
    PolicyQuestion(
        "secret ballots",
        r"secret ballots?|ballots? (?:\w+ ){0,2}secret",
        r"elect\w*|vot\w*|ballots?|candidates?|hands",
        r"show(?:ing)? of hands|rais\w+ (?:their |your |a )?hands?|out loud|by acclamation|roll[- ]call",
    ),
    PolicyQuestion(
        "pay for directors",
        r"stipends?|remunerat\w*|honorari\w*|compensation|(?:paid|receive|"
        r"receives) (?:\w+ ){0,4}(?:for (?:their|the) (?:time|service|work)|sum|fee)",
        r"directors?|trustees?|board|coaches|instructors?|committee",
        r"(?:serve|serves|act|acts) (?:\w+ ){0,3}(?:without (?:compensation|pay|remuneration)|unpaid|"
        r"for nothing)",
    ),
    PolicyQuestion(
        "money back for members",
        r"refund\w*|(?:get|gets|given|give|have|pay|paid)\b.{0,40}(?:money|fees?|subscriptions?|balance|"
        r"part|dues) (?:\w+ ){0,4}back|given back|pro rata repayment",
        r"fees?|subscriptions?|members?\w*|dues|deposit",
        r"non-refundable",
    ),
    PolicyQuestion(
        "appeals",
        r"appeals?|(?:second|another) hearing|challeng\w+ (?:the|a|this) (?:decision|outcome)|"
        r"ask (?:\w+ ){0,3}(?:to )?(?:look at it again|review (?:the|a) decision)",
        r"decisions?|outcomes?|hearings?|panels?|chair|final|grievance|disciplin\w*|again",
        r"(?:decision|word|outcome|ruling) (?:\w+ ){0,5}(?:is|are|be|shall be) final|no further recourse",
    ),
    PolicyQuestion(
        "changes without a second look",
        r"without (?:a |any |further |needing |requiring |code )*(?:review\w*|second (?:look|pair of eyes|"
        r"reviewer)|separate reviewer|approval|tests?|testing)|straight to (?:production|live|main)|"
        r"self[- ]merge\w*|own (?:pull requests?|changes)",
        r"changes?|code|dependenc\w+|deploy\w*|fix\w*|merg\w*|releas\w*|patch\w*",
        r"(?:must|have to|has to|need to|needs to|should) (?:\w+ ){0,3}be (?:reviewed|tested|approved|"
        r"checked)",
    ),
    PolicyQuestion(
        "talking to the press",
        r"(?:speak|talk|answer|comment|respond|interview)\w* (?:\w+ ){0,4}(?:press|journalists?|"
        r"reporters?|media|newspapers?|tv)|(?:press|journalists?|reporters?|"
        r"newspapers?) (?:\w+ ){0,5}(?:call|ask|ring|contact)\w*",
    ),
    PolicyQuestion(
        "accounts in the organisation's name",
        r"(?:open|set|run|start|creat|have|manag)\w* (?:up )?(?:\w+ ){0,5}(?:instagram|facebook|twitter|"
        r"linkedin|tiktok|social media|profiles?) ?(?:profiles?|accounts?|pages?|channels?|groups?)?",
        r"name|behalf|own|official|council|club|lab|company|organi[sz]ation",
    ),
    PolicyQuestion(
        "days at home",
        r"(?:work|working|worked|works) (?:\w+ )?(?:from|at) (?:home|kitchen tables?|elsewhere|"
        r"another country|abroad)|remote(?:ly)? (?:work\w*)?|work(?:ing)? remotely|telework\w*|"
        r"log in from (?:home|kitchen tables?|elsewhere|another country|abroad)",
        r"days?|week|may|can|whenever|free|always|abroad|country|every|full|permission|agreed",
        r"(?:in|at) the office (?:\w+ ){0,4}(?:every|each|all|five) (?:working )?(?:days?|week)|"
        r"on site (?:every|each) day|(?:must|expected to) (?:\w+ )?(?:be|come|work) (?:\w+ )?(?:in|into|"
        r"at|on) (?:the )?(?:office|site|campus)",
    ),
    PolicyQuestion(
        "equipment kept on leaving",
        r"(?:keep|retain|take|have)\w* (?:\w+ ){0,4}(?:(?:smart|mobile |tele)?phones?|devices?|laptops?|"
        r"computers?|tablets?|machines?|equipment)",
        r"leav\w+|depart\w*|last day|move on|employment ends|resign\w*|end of (?:your|their|the)",
        r"must be (?:returned|handed back|given back)|"
        r"return (?:all|any|the|your|their) (?:\w+ ){0,3}(?:equipment|devices?|laptops?|phones?)",
    ),
    PolicyQuestion(
        "words written by a machine",
        r"(?:chat ?gpt|generative ai|ai tools?|ai assistants?|chatbots?|language models?|copilot|"
        r"artificial intelligence)",
        r"use\w*|writ\w*|draft\w*|paste\w*|enter\w*|upload\w*|text|data|feed",
    ),
    PolicyQuestion(
        "children at work",
        r"(?:bring|take) (?:\w+ ){0,4}(?:children|kids|sons?|daughters?)|children (?:\w+ ){0,3}(?:in|on|"
        r"into|at) the (?:office|premises|workshop|building|laborator\w+)",
        r"work|office|premises|workshop|building|lab\w*|school holidays",
    ),
    PolicyQuestion(
        "an interest and a vote",
        r"(?:(?:personal|financial|private) (?:stake|interest)s?|conflicts? of interests?|"
        r"conflicts? exists?|financially interested|stands? to gain|owns? the)",
        r"vot\w*|decid\w*|decision|take part|sign\w*|discuss\w*|abstain|leave the (?:room|meeting)",
        r"abstain\w*|leaves? the (?:room|meeting)|withdraw\w*|step(?:s)? (?:out|aside)|recus\w*|(?:shall|"
        r"must|may) not (?:vote|take part)",
    ),
)
