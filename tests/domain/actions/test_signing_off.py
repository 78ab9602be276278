"""Signing off: who may, what an objection needs, and which exact texts the word is about."""

from dataclasses import replace

import msgspec
import pytest

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import SignOff
from reviewtui.domain.actions.signing_off import sign_off
from reviewtui.domain.person import Person
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.events import MAX_CLOCK, SignedOff
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.settings import Organisation
from tests.making import NOON, RULES, STRANGER, covers, made, number, policy_of
from tests.strategies import AUTHOR, READER, REVIEWER

B, A = "policy/b.md", "policy/a.md"
TEXTS = {B: "# B\n\nSecond.\n", A: "# A\n\nFirst.\n"}


def signed(command: SignOff, *earlier: SignedOff, person: Person = REVIEWER, policy: Policy | None = None) -> SignedOff:
    """Return what comes of a person's wish to sign off."""
    actor = Actor(person, RULES, NOON, lambda: number(9))
    return sign_off(actor, command, policy or policy_of(TEXTS), earlier)


def test_without_sections_it_is_about_the_whole_policy() -> None:
    """Every text with its very bytes, in the order of their paths; with sections, those alone."""
    whole = signed(SignOff("support", body=" Well. "))
    assert (whole.whole, whole.covers, whole.organisation) == (True, covers({A: TEXTS[A], B: TEXTS[B]}), "northvale")
    assert (whole.position, whole.body, whole.clears_when) == ("support", "Well.", "")
    part = signed(SignOff("support", sections=("b",)))
    assert (part.whole, part.covers) == (False, covers({B: TEXTS[B]}))


def test_an_objection_says_what_would_clear_it() -> None:
    """In so many words, or in its reason; without any it is refused, and other positions need none."""
    assert signed(SignOff("objection", body=" Name an owner. ")).clears_when == "Name an owner."
    named = signed(SignOff("objection", body="Why?", clears_when=" An owner. "))
    assert (named.body, named.clears_when) == ("Why?", "An owner.")
    assert signed(SignOff("objection", clears_when="An owner.")).body == ""
    with pytest.raises(Refused, match="what would clear it"):
        signed(SignOff("objection", body="  ", clears_when=" "))
    assert signed(SignOff("abstain", body="Others know.")).clears_when == ""


def test_one_signs_off_for_an_organisation_alone() -> None:
    """Whoever speaks for none is refused by name."""
    with pytest.raises(Refused, match=r"stranger@elsewhere\.example"):
        signed(SignOff("support"), person=STRANGER)


def test_an_author_signs_off_for_nobody() -> None:
    """Not even where the settings name the author's address in an organisation; what others stated is reported."""
    own = Organisation("Northvale Council", addresses=(AUTHOR.address,))
    rules = msgspec.structs.replace(RULES, organisations={"northvale": own})
    with pytest.raises(Refused, match="--on-behalf-of"):
        sign_off(Actor(AUTHOR, rules, NOON, lambda: number(9)), SignOff("support"), policy_of(TEXTS), ())


def test_what_is_signed_off_is_committed() -> None:
    """Edits of a text that it is about are refused, edits elsewhere are not."""
    edited = policy_of(TEXTS, dirty=(B,))
    for command in (SignOff("support"), SignOff("support", sections=("b",))):
        with pytest.raises(Refused, match=B):
            signed(command, policy=edited)
    assert signed(SignOff("support", sections=("a",)), policy=edited).covers == covers({A: TEXTS[A]})
    gone = replace(policy_of(TEXTS), gone=("policy/c.md",))
    with pytest.raises(Refused, match=r"policy/c\.md"):
        signed(SignOff("support"), policy=gone)
    assert signed(SignOff("support", sections=("a",)), policy=gone).covers == covers({A: TEXTS[A]})


def test_each_word_of_an_organisation_comes_after_its_earlier_ones() -> None:
    """Its clock is one more than its own highest, whoever else signed off, and never too high to be read."""

    def earlier(clock: int, by: Person = REVIEWER) -> SignedOff:
        return made(SignedOff, 1, by, position="support", covers=covers(TEXTS), clock=clock)

    assert signed(SignOff("support")).clock == 1
    assert signed(SignOff("support"), earlier(7), earlier(3), earlier(40, READER)).clock == 8
    assert signed(SignOff("support"), earlier(MAX_CLOCK)).clock == MAX_CLOCK
