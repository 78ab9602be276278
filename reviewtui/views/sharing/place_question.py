"""The question whether what is given may go where a clone's own configuration sends it."""

from reviewtui.domain.review.sharing import PlaceNotAgreed
from reviewtui.views.compose.question import Question
from reviewtui.views.styled_text import Styled, line


def place_question(needed: PlaceNotAgreed) -> Question:
    """Return what is asked before anything is given to a place that nobody has agreed to."""
    sentence = str(needed).partition(" If that is right, agree")[0]
    return Question("Give it there?", (line(Styled(sentence, "alarm")),), "agree, once for this clone", ())
