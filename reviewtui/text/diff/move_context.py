"""Whether words that moved as they are may say something else where they stand now."""

import re
from collections.abc import Mapping

from reviewtui.text.diff.moves import Move
from reviewtui.text.markdown.standing import is_in_heading, standing_of

_REFERS_BACK = re.compile(
    r"\b(?:this|these|those|above|below|otherwise|the same|such)\b|\A\W*(?:it|they|that)\b", re.IGNORECASE
)
_SORTS = re.compile(
    r"\b(?:do|don.t|not|never|always|no|must|may|can|cannot|should|allow\w*|ban\w*|forb\w*|prohibit\w*|permit\w*|except\w*"
    r"|option\w*|requir\w*|only|unless|without)\b",
    re.IGNORECASE,
)
"""Words of a heading that sort what stands under it."""


def stands_otherwise(move: Move, old: Mapping[str, str], new: Mapping[str, str]) -> str:
    """Return why a passage with the same words may say something else where it stands now, empty where it does not."""
    passage = new[move.new_path][move.new_start : move.new_end]
    if passage.rstrip().endswith(":"):
        return "it leads to other words"
    if is_in_heading(new[move.new_path], move.new_start) and "\n" not in passage.strip():
        return "the heading stands over other words now"
    if match := _REFERS_BACK.search(passage):
        return f"“{match[0].strip()}” refers to what stands before it"
    before = standing_of(old[move.old_path], move.old_start)
    after = standing_of(new[move.new_path], move.new_start)
    if before.lead != after.lead and (before.lead or after.lead):
        return f"stands under “{after.lead or after.heading}” now, was under “{before.lead or before.heading}”"
    sorts = _SORTS.search(before.heading) or _SORTS.search(after.heading)
    if before.heading != after.heading and sorts:
        return f"stands under “{after.heading}” now, was under “{before.heading}”"
    return ""
