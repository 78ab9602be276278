"""Words of duty and denial, in the notation of `phrases`: which bind, how much, and which turn a sentence round.

Sources: RFC 2119 and RFC 8174, and the wording of British public policies. By RFC 2119 SHALL is MUST, OPTIONAL is MAY.
"""

from reviewtui.text.meaning.phrases import PhraseTable

_AIMS = "aims?|goals?|purposes?|objectives?|ideas?|points?|tasks?|roles?|jobs?|ways?|intentions?|plans?|answers?|steps?"

DUTIES: PhraseTable = (
    ("must", ("must/shall not/never fail/omit/neglect/forget/refuse to", "BE not optional")),
    (
        "must not",
        (
            "must/shall/may/should/can under no circumstances",
            "under no circumstances must/shall/may/should/can",
            "on no account must/shall/may/should/can",
            "under/in no circumstances",
            "on no account",
        ),
    ),
    (
        "need not",
        (
            "do/does/did not need/have to",
            "need/needs not",
            "BE not required/obliged/compelled/bound/mandatory/compulsory/necessary/obligatory to?",
            "BE under? no duty/obligation/requirement/need to",
            "no duty/obligation/requirement/need to",
            "without any? duty/obligation/requirement/need to",
            "not required/obliged to",
        ),
    ),
    ("may", ("BE not prohibited/forbidden/banned to/from?", "not prohibited/forbidden")),
    (
        "must not",
        (
            "must/shall ~ not/never",
            "shan't",
            "may/can ~ not/never",
            "BE strictly? prohibited/forbidden/banned to/from?",
            "BE not ~ allowed/permitted to?",
            "BE not to > (?!be\\b|the\\b|a\\b|an\\b|this\\b)\\w < " + _AIMS,
            "BE not to be",
            "not allowed/permitted",
            "prohibited/forbidden",
            "no _ _? must/shall/(?-i:may|MAY)/can",
        ),
    ),
    (
        "should not",
        (
            "should/ought ~ not/never to?",
            "BE not recommended/advised/expected/encouraged to?",
            "BE strongly? discouraged from?",
            "not recommended",
        ),
    ),
    (
        "must",
        (
            "must/shall",
            "BE ~ required/obliged/obligated/compelled/bound to?",
            "has/have/having/had got? to > \\w < what|as|which|that",
            "need/needs to",
            "BE mandatory/compulsory/obligatory to?",
            "mandatory/compulsory/obligatory",
            "required",
            "has/have a/the duty/obligation/responsibility to",
            "BE under? a/the duty/obligation to",
            "it BE for _ _? _? _? to",
            "it BE the responsibility of",
            "BE responsible for",
            "responsible for",
            "require/requires > [^.;:]{1,60}\\bto\\b",
            "are/is to be < " + _AIMS,
            "are to > (?!the\\b|a\\b|an\\b|this\\b)\\w < " + _AIMS,
            "is to > (?!the\\b|a\\b|an\\b|this\\b)\\w < "
            + _AIMS
            + "|this|that|it|what|how|first|next|thing|rule|alternative",
        ),
    ),
    ("should", ("should", "ought to", "BE ~ recommended/advised/encouraged/expected/urged to?", "recommended")),
    (
        "may",
        (
            "may",
            "BE allowed/permitted/free/entitled/able/welcome/optional to",
            "BE optional/permitted/allowed",
            "optional",
            "able to",
            "can",
            "might/could",
        ),
    ),
    ("will not", ("will not/never", "won't")),
    ("will", ("will",)),
)
"""How binding a sentence is."""
ABLE = frozenset({"might", "could", "able to", "is able to", "are able to", "be able to", "being able to"})
"""Words that mostly say what is possible, not what is allowed: they count against another word of duty only."""

NEGATIONS: PhraseTable = (
    ("", ("not just/merely/simply/only", "whether or not", "no doubt/matter")),
    (
        "not",
        (
            "do/does/did/is/are/was/were/be/has/have/had/would/could not",
            "not/never",
            "no longer",
            "no < question|vote|answer",
            "none/nobody/nothing/neither/nor/without",
            "fail/fails to",
            "refuse/refuses/refusing to",
        ),
    ),
)
"""What turns a sentence round; the first row only looks so."""
