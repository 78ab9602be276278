"""Welsh words of duty, denial, condition and scope, in the notation of `phrases`, and who is bound by them.

Sources: the wording of Welsh legislation and of bilingual council policies: *rhaid* must, *dylid* should, *caiff*,
*caniateir* and *gall* may; *ni*, *nid*, *na* and *peidio* turn them round.
"""

import re

from reviewtui.text.meaning.phrases import PhraseTable
from reviewtui.text.meaning.tuning import HOLDER_REACH

_ARTICLE = r"(?:(?:y|yr|pob|bob|rai|unrhyw|ein|eich|eu)\s+)?"
_NAME = r"(?P<{}>[^\W\d_]+)"
_HOLDER = re.compile(
    r"\b(?:(?:rhaid|raid|angen|gofyn|dyletswydd|ddyletswydd|rheidrwydd|cyfrifoldeb|gyfrifoldeb|ofynnol|gofynnol|orfodol"
    r"|disgwylir|caniateir|ganiateir|chaniateir|hawl|gwaherddir)\s+"
    rf"(?:(?P<bound>iddynt|iddo|iddi|ichi|inni|imi|arnynt|arno|arni|arnoch|arnom)\b|(?:i|ar)(?:'r\s+|\s+){_ARTICLE}{_NAME.format('owing')})"
    r"|(?:dylai|ddylai|caiff|gaiff|chaiff|gall|all|gallai|allai|bydd|fydd)(?:'r)?\s+"
    rf"{_ARTICLE}{_NAME.format('able')}"
    rf"|(?:sydd|mae)(?:'r)?\s+{_ARTICLE}{_NAME.format('charged')}[^.;:]{{0,{HOLDER_REACH}}}?\byn\s+gyfrifol"
    rf"|[^\W\d_]+(?:ir|wyd|id)\b[^.;:]{{0,{HOLDER_REACH}}}?\bgan(?:'r)?\s+{_ARTICLE}{_NAME.format('agent')})",
    re.IGNORECASE,
)
_PRONOUNS = {
    form: person
    for forms, person in (
        ("iddynt arnynt nhw hwy", "they"), ("iddo arno ef fe", "he"), ("iddi arni hi", "she"),
        ("ichi arnoch chi", "you"), ("inni arnom ni", "we"), ("imi fi", "I"),
    )
    for form in forms.split()
}  # fmt: skip
_RADICALS = (
    ("ngh", "c"), ("mh", "p"), ("nh", "t"), ("ng", "g"), ("ch", "c"), ("ph", "p"), ("th", "t"), ("dd", "d"), ("g", "c"),
    ("b", "p"), ("d", "t"), ("f", "b"), ("f", "m"), ("l", "ll"), ("r", "rh"), ("n", "d"), ("m", "b"), ("h", ""),
    ("", "g"),
)  # fmt: skip
"""What a word can begin with in a mutated form, and with what when it is alone."""
_STEM = 5
"""Letters by which singular and plural of a name are alike."""


WELSH_DUTIES: PhraseTable = (
    (
        "need not",
        (
            "nid/na/nad/does/doedd oes? rhaid/angen/gofyn/rheidrwydd/dyletswydd",
            "nid/na/nad/does oes? unrhyw/dim rhaid/angen/gofyn/ofyniad/reidrwydd/ddyletswydd",
            "does dim rhaid/angen/gofyn/ofyniad",
            "nid/nad yw'n/ydyw'n ofynnol/orfodol/angenrheidiol",
            "nid/nad yw ~ yn ofynnol/orfodol/angenrheidiol",
            "ni fydd/oes rhaid/angen",
        ),
    ),
    (
        "must not",
        (
            "ni/na chaniateir/ganiateir/chaiff/cheir/chânt/chewch/chawn/cheith/ellir/all/allant/allwch/allwn",
            "nid/nad yw'n/ydyw'n/oes caniatâd/ganiateir/dderbyniol/hawl",
            "gwaherddir/waherddir/gwaharddwyd",
            "wedi'i/wedi'u wahardd/gwahardd",
            "nid/nad yw/ydyw _? _? yn cael",
            "dydy/dyw/nid _? _? ddim yn cael",
            "peidiwch/peidier â/ag",
            "heb ganiatâd/awdurdod/hawl",
            "rhaid peidio â?",
            "rhaid i? _ beidio â?",
            "rhaid iddo/iddi/iddynt/ichi/inni beidio â?",
            "rhaid i _ _ beidio â?",
            "rhaid i? beidio â?",
        ),
    ),
    (
        "should not",
        (
            "ni/na ddylid/ddylai/ddylent/ddylem/ddylech/ddylwn",
            "dylid/dylai/dylent/dylem/dylech peidio â?",
            "dylid/dylai/dylent/dylem/dylech _ beidio â?",
        ),
    ),
    (
        "must",
        (
            "mae'n/bydd/byddai/mae rhaid/raid",
            "rhaid/raid",
            "mae'n/yn ofynnol/orfodol",
            "ofynnol/gofynnol/gorfodol/orfodol",
            "mae gofyn/dyletswydd/rheidrwydd",
            "gyfrifol/cyfrifol am",
            "gorfod/orfod",
        ),
    ),
    (
        "should",
        (
            "disgwylir",
            "mae disgwyl",
            "cynghorir/argymhellir",
            "dylid/dylai/dylent/dylem/dylech/dylwn/ddylid/ddylai/ddylent/ddylem/ddylech/ddylwn",
            "argymhellir",
        ),
    ),
    (
        "may",
        (
            "caiff/gaiff/ceir/geir/cânt/gânt/cewch/gewch/cawn/gawn",
            "caniateir/ganiateir/chaniateir",
            "gall/gallai/gallant/gallent/gallwch/gallech/gallwn/gallem/gellir/gellid/ellir/allai/allant/allwch",
            "yn gallu",
            "hawl/rhyddid i",
            "yn cael > (?!ei\\b|eu\\b|eich\\b|ein\\b|fy\\b|dy\\b)\\w",
            "dewisol/ddewisol",
        ),
    ),
    ("will not", ("ni/na fydd/fyddant/fyddwn/fyddwch/fyddaf/fyddir",)),
    ("will", ("bydd/byddant/byddwn/byddwch/fydd/fyddant/fyddwn/fyddwch/byddir",)),
)
"""How binding a sentence is."""

WELSH_NEGATIONS: PhraseTable = (
    (
        "not",
        (
            "ni/nid/na/nad/nac",
            "peidio/beidio/pheidio/peidiwch/peidier",
            "heb",
            "dim/ddim/byth/erioed/neb/unlle",
            "gwrthod/wrthod/methu/fethu",
        ),
    ),
)
"""What turns a sentence round."""

WELSH_CONDITIONS: PhraseTable = (
    ("unless", ("oni bai", "onid/oni", "os na/nad/nid")),
    ("except", ("ac eithrio", "heblaw am?", "ar wahân i", "gan eithrio")),
    ("subject to", ("yn amodol ar", "yn ddarostyngedig i")),
    ("where possible", ("lle bo modd/hynny", "os yw'n/yw hynny? bosibl/bosib/briodol", "cyn belled ag? y? bo? modd")),
    ("only if", ("dim ond os/pan", "ar yr amod", "ar yr amod bod", "cyhyd â/ag", "dim ond gyda/ar ôl?")),
    ("if", ("os", "pan/lle bynnag?", "pe/pe bai", "rhag ofn")),
    ("at least", ("o leiaf", "fan lleiaf", "dim/nid llai na", "lleiafswm o?", "neu fwy/ragor")),
    ("at most", ("dim/nid mwy na", "hyd at", "uchafswm o?", "o fewn", "neu lai", "fan bellaf", "ar y mwyaf")),
    ("more than", ("mwy/fwy na", "dros > [£€$]?\\d", "uwchlaw")),
    ("less than", ("llai/lai na", "dan > [£€$]?\\d", "islaw")),
    ("before", ("cyn",)),
    ("after", ("ar ôl", "wedi i")),
    ("until", ("hyd nes", "nes", "tan", "hyd oni")),
    ("immediately", ("ar unwaith", "yn syth", "yn ddi-oed/ddioed")),
    ("as soon as possible", ("cyn gynted â? phosibl/phosib",)),
    ("including", ("gan gynnwys", "yn cynnwys")),
)
"""Under what condition, up to what limit, before or after what."""

WELSH_SCOPES: PhraseTable = (
    ("only", ("yn unig", "dim ond")),
    ("all", ("pob/bob/phob", "holl/oll", "pawb/bawb", "unrhyw", "bob amser", "y ddau/ddwy")),
    ("some", ("rhai/rai", "weithiau", "fel arfer", "yn gyffredinol", "y rhan fwyaf", "ambell")),
)
"""For whom or what."""


def other_welsh_holder(old: str, new: str) -> tuple[str, str] | None:
    """Return whose duty it was and whose it is, None where nobody else is bound as far as one can tell."""
    before, after = _holders(old), _holders(new)
    if len(before) != len(after):
        return None
    return next(((was, now) for was, now in zip(before, after, strict=True) if not _is_same(was, now)), None)


def _holders(line: str) -> list[str]:
    matches = _HOLDER.finditer(line)
    return [next(name for name in match.groups() if name) for match in matches]


def _is_same(was: str, now: str) -> bool:
    here, there = was.lower(), now.lower()
    if here in _PRONOUNS or there in _PRONOUNS:
        return _PRONOUNS.get(here, here) == _PRONOUNS.get(there, there)
    return not _forms(here).isdisjoint(_forms(there))


def _forms(word: str) -> frozenset[str]:
    """Return the words that a word can be a mutated form of, without their endings."""
    forms = {word, *(radical + word.removeprefix(start) for start, radical in _RADICALS if word.startswith(start))}
    return frozenset(form[:_STEM] for form in forms)
