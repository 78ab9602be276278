"""What sync asks: which reading of a passage holds, and whether it may go where a clone's configuration sends it."""

from reviewtui.domain.review.sharing import PlaceNotAgreed
from reviewtui.views.compose.question import Question
from reviewtui.views.styled_text import Styled, line

SIDE_TITLES = {"base": "before", "ours": "here (ours)", "theirs": "there (theirs)", "own": "your words"}
"""By reading: what it is called."""


def place_question(needed: PlaceNotAgreed) -> Question:
    """Return what is asked before anything is given to a place that nobody has agreed to."""
    sentence = str(needed).partition(" If that is right, agree")[0]
    return Question("Give it there?", (line(Styled(sentence, "alarm")),), "agree, once for this clone", ())
