"""How far organisations have got: each step shows for the text that it was about, and for no other."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import msgspec

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record import events
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.review.organisations.participation import participations
from reviewtui.domain.settings.settings import Organisation
from reviewtui.text.placement.place_values import Placement
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask, remark
from tests.conftest import NORTHVALE, Clone, Run
from tests.making import RULES, blob, covers, draft_of, kept, lying, made, number
from tests.strategies import AUTHOR, READER, REVIEWER

TODAY = date(2027, 2, 10)
POSTS, KEPT = "policy/posts.md", "policy/kept.md"
TEXTS = {POSTS: "# Posts\n\nOfficers must think before they post.\n", KEPT: "# Kept\n\nPosts are kept for two years.\n"}
UNASKED = msgspec.structs.replace(
    RULES, organisations={"northvale": Organisation("Northvale Council", domains=("northvale.example",))}
)
REMARK = made(events.Commented, 1, REVIEWER, kind="wording", body="Why?", anchors=(Anchor(path=POSTS),))


def told(*recorded: Recorded, texts: dict[str, str] = TEXTS, **fields: Any) -> str:
    """Return how far Northvale has got with both texts, in one line."""
    draft = draft_of(texts, *recorded, older=TEXTS.values(), roles=fields.pop("roles", RULES))
    found = {one.organisation: one.steps for one in participations(replace(draft, **fields), TODAY)}
    return " ".join(found["northvale"][path] for path in (POSTS, KEPT))


def word(count: int, position: str, texts: dict[str, str] = TEXTS) -> Recorded:
    """Return a submitted word of Northvale on texts."""
    return kept(made(events.SignedOff, count, REVIEWER, position=position, covers=covers(texts)))


def partly(recorded: Recorded) -> Recorded:
    """Return the same word said of the texts that it covers alone."""
    event = msgspec.structs.replace(recorded.event, whole=False, clock=2)
    return replace(recorded, event=event)


def test_a_remark_shows_where_it_stands_now() -> None:
    """Submitted, with an effect, and at a known place; what is pending, forged, or lost does not."""
    there = Placement("exact", POSTS, 0, 5, 1.0)
    lost = Placement("orphaned", None, 0, 0, 0.0)
    remark = kept(REMARK, number(1))
    assert told(remark, placements={number(1): (there,)}) == "remarked asked"
    assert told(remark, placements={number(1): (replace(there, path=KEPT),)}) == "asked remarked"
    assert told(remark, placements={number(1): (lost,)}) == "asked asked"
    assert told(remark, placements={number(1): (None,)}) == "asked asked"
    assert told(lying(REMARK, number(1)), placements={number(1): (there,)}) == "asked asked"
    assert told(kept(REMARK, number(1), author=READER), placements={number(1): (there,)}) == "asked asked"
    theirs = kept(
        made(events.Commented, 1, READER, kind="wording", body="Why?", anchors=(Anchor(path=POSTS),)), number(1)
    )
    assert told(theirs, placements={number(1): (there,)}) == "asked asked"


def test_what_was_read_is_less_than_what_was_remarked() -> None:
    """Read as it stands, an older text, remarked although read, agreed although remarked."""
    read = kept(made(events.WasRead, 2, REVIEWER, path=POSTS, blob=blob(TEXTS[POSTS])))
    changed = TEXTS | {POSTS: TEXTS[POSTS].replace("must", "may")}
    assert told(read) == "read asked"
    assert told(read, texts=changed) == "earlier asked"
    there = Placement("exact", POSTS, 0, 5, 1.0)
    assert told(read, kept(REMARK, number(1)), placements={number(1): (there,)}) == "remarked asked"
    both = (kept(REMARK, number(1)), word(3, "support"))
    assert told(*both, placements={number(1): (there,)}) == "support support"


def test_a_position_shows_for_the_texts_that_it_still_covers() -> None:
    """An agreement goes with its words, an objection stays; neither is about a text that it never covered."""
    one = {POSTS: TEXTS[POSTS]}
    changed = TEXTS | {POSTS: TEXTS[POSTS].replace("must", "may")}
    for position in ("support", "no-objection", "abstain"):
        assert told(word(1, position)) == f"{position} {position}"
    assert told(word(1, "support"), texts=changed) == "earlier support"
    assert told(word(1, "objection"), texts=changed) == "objection objection"
    assert told(word(1, "support", one)) == "support asked"
    assert told(word(1, "objection", one)) == "objection asked"
    # Each text shows the last word on it, and not the one on another text.
    assert told(word(1, "support"), partly(word(2, "objection", one))) == "objection support"
    assert told(word(1, "objection"), partly(word(2, "abstain", one))) == "abstain objection"
    assert told(word(1, "support"), word(2, "withdrawn")) == "read read"


def test_a_round_asks_as_the_settings_do() -> None:
    """As long as it is open, its last day included; a mere file of one asks nobody. Those asked come first."""

    def opened(until: date) -> events.RoundOpened:
        return made(events.RoundOpened, 5, AUTHOR, until=until, asked=("northvale",))

    closed = kept(made(events.RoundClosed, 6, AUTHOR, round=number(5)))
    assert told(roles=UNASKED) == "not-asked not-asked"
    assert told(kept(opened(TODAY)), roles=UNASKED) == "asked asked"
    assert told(kept(opened(TODAY - timedelta(days=1))), roles=UNASKED) == "not-asked not-asked"
    assert told(kept(opened(TODAY)), closed, roles=UNASKED) == "not-asked not-asked"
    assert told(lying(opened(TODAY)), roles=UNASKED) == "not-asked not-asked"
    more = RULES.organisations | {name: Organisation(name) for name in ("southmere", "eastwick")}
    rows = participations(draft_of(TEXTS, roles=msgspec.structs.replace(RULES, organisations=more)), TODAY)
    assert [row.organisation for row in rows] == ["northvale", "eastwick", "southmere"]


def steps(clone: Clone, who: str) -> dict[str, str]:
    """Return the steps of one organisation, by the file's name."""
    draft = Workspace.open(clone.path).load()
    found = next(one for one in participations(draft, date(2026, 11, 22)) if one.organisation == who)
    return {path.removeprefix("policy/"): step for path, step in found.steps.items()}


def test_each_step_is_told_apart(review: Clone, run: Run) -> None:
    """Asked, read, read before it changed, remarked, agreed; a typo corrected leaves what was said in force."""
    assert set(steps(review, "northvale").values()) == {"asked"}
    ask(run, review, "read", "records", "principles", who=NORTHVALE)
    assert set(steps(review, "northvale").values()) == {"asked"}, "pending marks are nobody's business yet"
    ask(run, review, "submit", who=NORTHVALE)
    remark(run, review, "comment", "principles", "--quote", "Be kind", "-m", "Good.", who=NORTHVALE)
    found = steps(review, "northvale")
    assert (found["records.md"], found["principles.md"]) == ("read", "remarked")
    review.commit_edit("policy/records.md", "two years", "five years", "Longer")
    assert steps(review, "northvale")["records.md"] == "earlier"
    assert set(steps(review, "southmere").values()) == {"asked"}


def test_only_a_position_that_somebody_brought_in_is_reported() -> None:
    """What was read is never called reported, nor a position of the organisation's own on another text."""
    reporter = f"{AUTHOR}"
    fields = {"covers": covers({POSTS: TEXTS[POSTS]}), "recorded_by": reporter}
    source = events.Source("mail", "answer.eml", "", f"sha256:{'0' * 64}")
    brought = made(events.SignedOff, 1, REVIEWER, position="support", source=source, **fields)
    own = partly(word(2, "no-objection", {KEPT: TEXTS[KEPT]}))
    (row,) = participations(draft_of(TEXTS, kept(brought, author=AUTHOR), own, roles=RULES), TODAY)[:1]
    assert (row.steps, row.reported) == ({POSTS: "support", KEPT: "no-objection"}, {POSTS: reporter})
