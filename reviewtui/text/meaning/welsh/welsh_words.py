"""Welsh words of duty, denial, condition and scope, in the notation of `phrases`, in all their mutated forms.

Sources: the wording of Welsh legislation and of bilingual council policies: *rhaid* must, *dylid* should, *caiff*,
*caniateir* and *gall* may; *ni*, *nid*, *na* and *peidio* turn them round.
"""

from reviewtui.text.meaning.phrases import PhraseTable

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
