"""Words of which one turns the other round: "includes" and "excludes", "above" and "below", "opt in" and "opt out"."""

from functools import lru_cache

from reviewtui.text.meaning.wording.vocabulary.verbs import verb_stem

_TABLE = """
include-exclude/above over-below under beneath/before prior earlier preceding-after subsequent later following
upper-lower/up-down/in-out/into-out/inside within-outside beyond/on-off/internal-external/inward-outward
indoors-outdoors/increase raise extend-decrease reduce lower cut shorten/rise grow-fall drop shrink
approve accept agree grant-reject refuse decline deny revoke
allow permit let enable-forbid prohibit ban prevent refuse/enable-disable/many much-few little/most-least fewest few
more-less fewer/often frequently-rarely seldom never occasionally/always-never rarely sometimes seldom
latest-earliest/old-new young/older-newer younger/oldest-newest youngest/early-late/first-last/initial-final
former-latter current/both-either neither one/left-right/start begin open-end stop finish close cease
continue keep-stop cease end/public open-private confidential secret restricted closed
keep retain preserve store archive-destroy delete remove dispose discard erase shred/add-remove delete/and-or nor
with-without/for-against/support favour-oppose/win-lose/pass-fail/true-false/yes-no/high-low/higher-lower
highest-lowest/long-short/longer-shorter/longest-shortest/maximum max-minimum min/full whole-part partial empty
temporary-permanent/voluntary optional-compulsory mandatory obligatory required/advisory-binding/senior-junior
employee-employer/buyer-seller/buy-sell/tenant-landlord/lender-borrower/lend-borrow/sender-recipient receiver
send give-receive/advance-arrears/gross-net/credit-debit/import-export/join-leave/same-different other
encourage-discourage/everyone everybody anyone-nobody/everything anything-nothing/since from-until till/from-to
morning-afternoon evening night/day-night/men male man-women female woman/elected-appointed/oral verbal-written
online-offline/manual-automatic/individual-collective/explicit express-implicit implied/present-absent
weekday-weekend/north-south/east-west/northern-southern/eastern-western/odd-even/past previous-future next
hire appoint-dismiss/profit gain-loss/ascending-descending/strict-lenient/single sole-joint several multiple
majority-minority/debtor-creditor/claimant-defendant/push-pull/forward-backward/sooner-later/almost-exactly
attach-detach/lock-unlock/load-unload/strong-weak/safe-dangerous/innocent-guilty/sick-well/hot-cold/heavy-light
large big-small/larger bigger-smaller/largest biggest-smallest/better-worse/best-worst/near-far/top-bottom
front-back rear/vertical-horizontal/deposit-withdraw/success-failure/succeed-fail/win-loss/employed-unemployed
subject-exempt/include-omit/attend-miss/resident-visitor/plus-minus/times-by
triplicate-duplicate/single-double triple/elder-younger/adult-child/guest-host/husband-wife/majority-unanimous
major-minor
calendar-working rolling/each-both/hereinafter-hereinbefore
incl inc including included inclusive-excl exc ex excluding excluded exclusive plus extra/primary-secondary
"""
_ROWS = [[side.split() for side in row.split("-")] for row in _TABLE.strip().replace("\n", "/").split("/")]
_PAIRED = frozenset(
    pair
    for sides in _ROWS
    for one in sides[0]
    for other in sides[1]
    for pair in ((one, other), (other, one), (verb_stem(one), verb_stem(other)), (verb_stem(other), verb_stem(one)))
    if pair[0] != pair[1]
)
_BEFORE_A_WORD = tuple("un in im ir il dis non non- mis anti anti- ab de de- counter".split())
"""What turns a word round when it is put before it."""
_PREFIXES = (
    ("pre", "post"), ("pre-", "post-"), ("over", "under"), ("over-", "under-"), ("in", "out"), ("in", "ex"),
    ("im", "ex"), ("intra", "inter"), ("up", "down"), ("max", "min"), ("pro-", "anti-"), ("sub", "super"),
    ("en", "dis"), ("on", "off"), ("mono", "multi"), ("single-", "multi-"), ("full-", "part-"), ("micro", "macro"),
)  # fmt: skip
"""Beginnings of which one turns the other round: "pre-election" and "post-election"."""
_STEM = 3
"""Letters of the shortest word that has such a beginning."""


@lru_cache(maxsize=16384)
def are_opposites(one: str, other: str) -> bool:
    """Say whether one of two words, in lower case, turns the other round."""
    if (one, other) in _PAIRED or (verb_stem(one), verb_stem(other)) in _PAIRED:
        return True
    if _begins_opposite(one, other) or _begins_opposite(other, one):
        return True
    return _acts_on(one, other) or _acts_on(other, one) or _has_opposite_part(one, other)


def _acts_on(one: str, other: str) -> bool:
    """Say whether one word is for who does something and the other for whom it is done to: "employer", "employee"."""
    return one.endswith(("er", "or")) and len(one) > _STEM + 1 and f"{one[:-2]}ee" == other


def _has_opposite_part(one: str, other: str) -> bool:
    """Say whether of two words with hyphens one part is turned round: "left-handed" and "right-handed"."""
    here, there = one.split("-"), other.split("-")
    if len(here) != len(there) or len(here) < 2:
        return False
    changed = [pair for pair in zip(here, there, strict=True) if pair[0] != pair[1]]
    return len(changed) == 1 and are_opposites(*changed[0])


def _begins_opposite(one: str, other: str) -> bool:
    if one[-_STEM:] != other[-_STEM:] and not one.endswith("ful"):
        return False
    if len(one) >= _STEM and any(prefix + one == other for prefix in _BEFORE_A_WORD):
        return True
    if one.endswith("ful") and one.removesuffix("ful") + "less" == other:
        return True
    return any(
        one.startswith(here) and len(one) >= len(here) + _STEM and there + one.removeprefix(here) == other
        for here, there in _PREFIXES
    )
