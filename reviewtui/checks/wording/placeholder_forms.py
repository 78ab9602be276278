"""The forms in which a writer leaves a gap: "TBC", "£XX", "[team name]", "name to follow", "(month?)".

Each form is one pattern. What a rule says with the same words ("to be added to the list", "as DD/MM/YYYY") is left out
by what stands around it.
"""

import re

_SLOT = (
    r"names?|numbers?|dates?|months?|years?|time|address(?:es)?|e-?mails?|phone|telephone|council|organi[sz]ation"
    r"|authority|team|department|directorate|role|job title|post ?holder|officer|manager|contact|details|link|url"
    r"|amount|sum|figure|location|place|venue|version|insert|enter|placeholder|example text"
)
_PLACES = r"CITY|TOWN|VILLAGE|COUNTY|BOROUGH|COUNTRY|STREET|COMPANY|EMPLOYER|CUSTOMER|CLIENT|SUPPLIER|PERSON"
_ASKED = (
    r"months?|dates?|days?|years?|weeks?|hours?|time|who|when|how many|how long|names?|numbers?"
    r"|amount|figure|team|address|email|role|title|link|section|tbc|check"
)
_FOLLOWING = (
    r"names?|numbers?|details?|address(?:es)?|links?|dates?|figures?|amounts?|text|wording|information|list|table"
    r"|contacts?|diagram|chart|email"
)

_DRAFTED = r"written|drafted|prepared|developed|completed|finished|agreed"
_NUMBERS = (
    r"(?:\+\d{1,3} )?\(?0{3,5}\)?[ -]0{3}[ -]?0{3,4}|\(?0?1234\)?[ -]?567[ -]?890|\(?0?123\)?[ -]?456[ -]?7890?"
    r"|\+?\d[\d ()-]{0,6}[Xx]{3,}(?:[ -]?[Xx]{3,})*"
)

PLAIN_FORMS = (
    re.compile(r"(?<![\w/.-])(?:TBC|TBA|TBD|TODO|FIXME)\b(?!\s+list)"),
    re.compile(r"(?<!\w)[#@](?:todo|tbc|fixme)\b|(?<!\w)(?:todo|tbc)(?=\s*:)", re.IGNORECASE | re.MULTILINE),
    re.compile(r"(?<=[(\[:|\u2013\u2014-])\s*(?:tbc|tba|tbd|todo)\s*(?=[)\]|.,;]|$)", re.IGNORECASE | re.MULTILINE),
    re.compile(r"[£$€]\s?(?:[Xx]{1,5}|_{2,}|\?{1,3}|\.{3}|…|N{2,})(?:[.,][Xx]{2,3})*(?!\w)"),
    re.compile(
        r"(?<![\w£$€/-])(?:X{2,6}|N{2,5}|n{2,5})(?=\s+(?:days?|weeks?|months?|years?|hours?|minutes?|words?|%)|%)"
    ),
    re.compile(r"(?<![\w/-])(?:XXX+|NNN+)(?![\w/-])|(?<!\w)[Xx]{2}([/.-])[Xx]{2}\1[Xx]{2,4}(?!\w)"),
    re.compile(r"\blorem ipsum\b", re.IGNORECASE),
    re.compile(r"<<[^<>@\n]{1,60}>>|@@[^@\n]{1,40}@@|(?<=[\w,] )\* \* \*(?= \w)|(?<!\w)TK(?!\w)"),
    re.compile(r"(?<![\w-])\(?[Xx]{3,5}\)?[ -][Xx]{3}[ -]?[Xx]{3,4}(?!\w)"),
    re.compile(
        r"\b(?:CHECK|CONFIRM|UPDATE|FIX|REWRITE|DELETE|REMOVE|REPLACE)(?: [A-Z]+){0,4}"
        r" (?:BEFORE|WHEN|ONCE|PRIOR TO) [A-Z]{3,}\b"
    ),
    re.compile(
        rf"[\[(](?:the )?(?:[\w-]+ ){{0,3}}(?:{_SLOT}) (?:is |are )?(?:still )?to be"
        r" (?:agreed|set|added|written|supplied|decided|fixed|inserted|filled in)\b[^\])\n]{0,30}[\])](?!\()",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:section|part|page|chapter|paragraph|appendix|annex) (?:is |has )?(?:not yet|yet to be) (?:been )?"
        rf"(?:{_DRAFTED})\b",
        re.IGNORECASE,
    ),
    re.compile(r"\[(?:placeholder|todo|tbc|to do)\b[^\]\n]{0,120}\](?!\()", re.IGNORECASE),
    re.compile(r"(?<![\w@])@{2,}(?![\w@])"),
    re.compile(r"\[\s*(?:\.{3,}|…|_{2,}|X{2,5}|\?+|tbc|tba|tbd|todo|to be [^\]\n]{2,40})\s*\](?!\()", re.IGNORECASE),
    re.compile(rf"\(\s*(?:the\s+|which\s+|what\s+)?(?:{_ASKED})\s*\?+\s*\)|\(\s*\?+\s*\)|\?{{3,}}", re.IGNORECASE),
    re.compile(rf"\[(?:[A-Z]{{2,}}[ /&-]){{0,4}}(?:{_SLOT.upper()}|{_PLACES})\](?![(\[:])"),
    re.compile(r"(?<!\w)(?:(?:\\_){3,}|_{4,}(?!\w)(?=[ .,;]))"),
    re.compile(r"(?<!\w)_{1,4}(?P<between>[./-])_{1,4}(?:(?P=between)_{1,4})?(?!\w)"),
    re.compile(r"(?<=\s)\?{2,}(?=\s+[a-z%])"),
    re.compile(
        r"\[[NXYn]\](?=\s+(?:(?:working|calendar|business)\s+)?(?:minutes?|hours?|days?|weeks?|months?|years?|%))"
    ),
    re.compile(r"\[[A-Z]{3,}[A-Z ]*(?: ?/ ?[A-Z ]{3,})+\](?![(\[:])"),
    re.compile(
        r"\[[^\]\n]{0,60}\b(?:is a stub|needs? to be (?:expanded|written|completed|filled in))\b[^\]\n]{0,60}\](?!\()"
    ),
    re.compile(r"[*_(]+(?:to (?:insert|fill in|add|complete)|insert|fill in)\b[^*_()\n]{0,60}[*_)]+"),
    re.compile(
        r"\bwill be (?:added|inserted|written|completed|supplied|provided|linked|filled in) "
        r"(?:(?:in )?here (?:later|soon|shortly|in due course)|(?:later|soon|shortly|in due course)(?=[.)]|$))",
        re.MULTILINE,
    ),
    re.compile(rf"(?<![\w.,£$€/+-])(?:{_NUMBERS})(?![\w/-])"),
    re.compile(r"\[[●•]\]|(?<![\w/-])(?:20[Xx_?]{2}|20\d[Xx?])(?![\w/-])"),
    re.compile(r"(?<![\w/-])[Xx]x{3,}(?![\w/-])|\b[vV]ersion [Xx]\.[Xx](?!\w)"),
    re.compile(r"(?<=\s)(?:\.{5,}|…{2,})(?=\s*\.?\s*$)", re.MULTILINE),
    re.compile(
        r"(?<![\w*/-])(?<!\d )[xX](?= (?:(?:working|calendar|business) )?(?:days|weeks|months|hours|minutes)\b)"
    ),
    re.compile(
        r"(?:\b(?:add|insert|put|paste) (?:an? |the )?(?:links?|text|images?|pictures?|tables?|names?|dates?|details?)"
        r"|\b(?:text|content|details?|links?|names?|dates?) (?:to go|goes)) here\b"
        r"|\bclick (?:or tap )?(?:here )?to enter (?:text|a date)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\[[^\]\n]{1,40} to (?:confirm|check|add|advise|supply|complete|draft)\b[^\]\n]{0,40}\](?!\()"
        r"|\((?:to |please )?(?:check|confirm) (?:this )?with [^)\n]{2,40}\)"
        r"|\bnote to (?:self|author|editor|drafter)s?:",
        re.IGNORECASE,
    ),
    re.compile(r"\([^()\n]{0,40}\b(?:add|insert|put|paste) (?:the |an? )?[^()\n]{2,60} here\)", re.IGNORECASE),
    re.compile(
        rf"\bthis (?:section|page|part|chapter|list|appendix|annex) (?:is (?:still )?being|is (?:still|yet) to be"
        rf"|has (?:still |yet )?to be|still needs to be) (?:{_DRAFTED})\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:names?|details?|dates?|numbers?|address(?:es)?|wording)\s+pending(?=\s*(?:[.)\]|;]|$))",
        re.IGNORECASE | re.MULTILINE,
    ),
)
"""Forms that mean a gap wherever they stand."""

SURE_FORM = re.compile(
    r"\b(?:TB[CAD]|TODO|FIXME|lorem|confirm(?:ed)?|decided|advised|announced|determined|finali[sz]ed|clarified"
    r"|follow|soon|later|shortly|watch this space|under construction)\b|\bto be \w+ed\b|\b(?:not yet|yet to be)\b",
    re.IGNORECASE,
)
"""What nobody leaves in a text on purpose; slots, lines to write on and broken sentences are mostly those of a form."""

SLOT_FORM = re.compile(
    rf"\[(?!(?i:by|see|your (?!council|authority|organi[sz]ation|department))\b)"
    rf"(?:(?:[A-Z]{{2,4}}|[\w'\u2019][a-z'\u2019]*)[\s/&]+(?:[a-z'\u2019]+[\s/&-]+){{0,3}})?(?i:{_SLOT})"
    r"(?: of [\w' -]{2,30})?\](?![(\[:])"
    rf"|\{{\{{\s*(?:[\w ]*(?i:{_SLOT})[\w ]*)\}}\}}"
    rf"|(?<![\w{{$])\{{(?i:{_SLOT})\}}|\$\{{[\w .-]{{1,40}}\}}|(?<!\w)%[A-Z][A-Z_]{{2,}}%"
    rf"|<(?!(?i:time|address|details|figure|link|version|location)>)(?i:{_SLOT})(?: (?i:{_SLOT}|of [\w' -]{{2,30}}))?>"
)
"""A slot to be filled in: a gap of the policy, or one that a template leaves to whoever uses it."""

INSERT_FORM = re.compile(
    r"\[(?:insert|add|enter|link to|name of|todo|tbc|placeholder)\b[^\]\n]{0,80}\](?!\()"
    r"|<(?:insert|add|enter|name of|your)\b[^>\n]{0,80}>",
    re.IGNORECASE,
)
"""The same with a word that says so."""

DATE_FORM = re.compile(r"(?<![\w/.-])(?:DD|dd)([/. -])(?:MM|mm)\1(?:YY(?:YY)?|yy(?:yy)?)(?![\w/-])|\bDD Month YYYY\b")
"""A date to come, or the form in which dates are written."""

LATER_FORM = re.compile(
    r"\bto be (?:confirmed|decided|advised|announced|determined|finali[sz]ed|clarified)\b|\bcoming soon\b"
    r"|\bwatch this space\b|\bunder construction\b",
    re.IGNORECASE,
)
"""What is said of something that is not settled."""

BARE_LATER_FORM = re.compile(
    r"(?:^|[:(\[|\u2013\u2014])[\s*_>-]*"
    r"(?P<words>to be (?:added|written|completed|agreed|drafted|inserted|provided|supplied))"
    r"(?:\s+(?:later|soon|shortly|here|by\s+(?:the\s+)?[\w -]{2,30}))?[\s*_]*(?=[.)\]|;]|$)",
    re.IGNORECASE | re.MULTILINE,
)
"""The same of words that also make rules, so that they have to stand by themselves."""

FOLLOW_FORM = re.compile(
    rf"\b(?:{_FOLLOWING})(?:\s+(?:and|or|&)\s+(?:{_FOLLOWING}))?\s+(?:is |are |will |still )*(?:to\s+)?follow"
    r"(?:\s+(?:later|soon|shortly))?(?=\s*(?:[.)\]|;>]|$))",
    re.IGNORECASE | re.MULTILINE,
)
"""Something that is promised for later."""

RULED = re.compile(
    r"\b(?:needs?|ha(?:s|ve|d)|must|ask(?:ed|s)?|wants?|requests?|required|expect(?:ed|s)?|allow(?:ed|s)?|going|likely"
    r"|wait(?:ing)?|until|once|if|when|unless|where)\b[^.;:(]{0,40}\Z",
    re.IGNORECASE,
)
"""Before such words: a rule says that something has to be done, not that it is still to come."""
RULED_AFTER = re.compile(r"\s+(?:by|with|in writing|at|before|within|as|that|to|whether|through|via)\b", re.IGNORECASE)
"""Behind them: who does it, how or until when."""
FORMATTED = re.compile(
    r"\b(?:formats?|in the form|as|like|written|style|convention|standard|enter|type|use)\b[^.;]{0,30}\Z", re.IGNORECASE
)
"""Before a date: it is the form of dates that is spoken of."""
TEMPLATE = re.compile(
    r"\b(?:templates?|samples?|example|e-?mails?|letters?|scripts?|messages?|wording|statements?|forms?|signatures?"
    r"|bios?|replace|fill in)\b",
    re.IGNORECASE,
)
"""Over a slot or right before it: the text is a template for others to fill in."""
