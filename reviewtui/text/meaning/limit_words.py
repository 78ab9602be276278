"""Words of condition, limit and scope, in the notation of `phrases`: if, up to how much, when, and for whom."""

from reviewtui.text.meaning.phrases import PhraseTable

_WHETHER = "see|sees|decides?|check|checks|know|knows|wonder|confirm|verify|finds? out|understand|test"
"""Behind these "if" asks a question."""
_POSSIBLE = "possible/practicable/practical"
_NEEDED = "necessary/needed/required"
_FITTING = "appropriate"
_TAKES_PARTICIPLE = "be|is|are|was|were|been|and|or|which|who|that|has|have|had"
_NUMBER = "\\W?(?:£|\\d|a\\b|an\\b|one|two|three|four|five|six|seven|eight|nine|ten|twel|twen|thir|half)"
_TIME = "[^.;]{0,30}\\b(?:(?:day|hour|week|month|year|minute|fortnight|quarter)s?|deadline|period|limit|time|budget)\\b"

FIRST_CONDITIONS: PhraseTable = (
    (
        "where possible",
        (
            f"if/where/wherever/when/whenever/unless {_POSSIBLE}",
            f"if/where/wherever/when/whenever it BE {_POSSIBLE}",
            f"where/wherever/if reasonably/otherwise {_POSSIBLE}",
            "as/so far as BE? ~ possible/practicable/practical/reasonable",
            "to the extent possible",
        ),
    ),
    *(
        (
            value,
            (
                f"if/where/wherever/when/whenever/unless {words}",
                f"if/where/wherever/when/whenever it BE {words}",
                f"where/wherever/if reasonably/otherwise {words}",
                f"as/so far as BE? ~ {words}",
                f"as {words}",
            ),
        )
        for value, words in (("where needed", _NEEDED), ("where appropriate", _FITTING))
    ),
    (
        "only if",
        (
            "only if/when/where/after/with/once/until",
            "if and only if",
            "provided/providing/if/condition that",
            "provided > (?:the|a|an|all|it|they|you|this|there|no|any)\\b < " + _TAKES_PARTICIPLE,
            "as/so long as",
        ),
    ),
)
"""Conditions that hold a word of duty or an ending of one themselves, so they are looked for first."""

CONDITIONS: PhraseTable = (
    ("unless", ("unless", "if not", "except/save if/when/where/in", "other than where/when/if")),
    (
        "except",
        (
            "except/excepting/save for/that",
            "except/excepted/excluding",
            "other than",
            "apart/aside from",
            "with the exception of",
        ),
    ),
    ("subject to", ("subject to",)),
    (
        "if",
        (
            "if < as|even|" + _WHETHER,
            "in case of?",
            "in the event of/that",
            "on condition",
            "when/whenever/where/wherever",
        ),
    ),
    ("including", ("including",)),
    ("at least", ("at least", "no/not fewer/less/earlier/sooner than", "a minimum of", "minimum", "or more")),
    (
        "at most",
        (
            "at most",
            "no/not more/later/longer than",
            "a maximum of",
            "maximum",
            "up to > " + _NUMBER,
            "within > " + _TIME,
            "or less/fewer",
        ),
    ),
    ("more than", ("more than", "over/above > [£$€]?\\d", "exceed/exceeds/exceeding", "in excess of")),
    ("less than", ("less/fewer than", "under/below > [£$€]?\\d")),
    ("before", ("before", "prior to", "in advance of?")),
    ("after", ("after", "subsequent to", "following > (?:the|any)\\b")),
    ("until", ("until such time as", "until/till")),
    ("immediately", ("immediately/forthwith", "at once", "straight/right away", "without delay")),
    ("promptly", ("promptly",)),
    ("as soon as possible", ("as soon as possible", "asap")),
    ("as soon as practicable", ("as soon as practicable",)),
)
"""Under what condition, up to what limit, before or after what."""

SCOPES: PhraseTable = (
    ("only", ("only/solely/exclusively",)),
    ("all", ("all/every/each/everyone/everybody/any/anyone/anybody/always/both",)),
    ("some", ("some/sometimes/certain/selected/occasionally/most/usually/normally/generally",)),
)
"""For whom or what: all, some, only."""
