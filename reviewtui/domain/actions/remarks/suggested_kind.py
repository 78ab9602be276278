"""Of which kind a suggestion is whose writer did not say: one of wording, or one of substance."""

import re

from reviewtui.domain.record.events import RemarkKind
from reviewtui.domain.review.change_judgement import gravest
from reviewtui.text.diff.policy_diff import compare_policies
from reviewtui.text.meaning.change_class import change_class
from reviewtui.text.span import Span

_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_REACH = 5000
"""Characters around a change in which its block is looked for."""
_NAME = "text.md"


def suggested_kind(text: str, span: Span, words: str, language: str) -> RemarkKind:
    """Return "wording" where putting `words` in the place of `span` is known to be editorial.

    Most changes are told by the words of their block. One that these call editorial may still change what stands in no
    prose, as the settings of a page, code or the target of a link do, so it is compared as versions are.
    """
    block = _block(text, span)
    changed = text[block.start : span[0]] + words + text[span[1] : block.stop]
    if change_class(text[block], changed, language).change_class != "editorial":
        return "substance"
    whole = text[: span[0]] + words + text[span[1] :]
    files = compare_policies({_NAME: text}, {_NAME: whole}, language).files
    changes = [change for file in files for change in file.changes]
    return "wording" if not changes or gravest(changes).is_editorial else "substance"


def _block(text: str, span: Span) -> slice:
    """Return the lines around a span, up to the blank lines before and behind it."""
    low, high = max(0, span[0] - _REACH), min(len(text), span[1] + _REACH)
    before = [match.end() for match in _BLANK_LINE.finditer(text, low, span[0])]
    behind = _BLANK_LINE.search(text, span[1], high)
    return slice(before[-1] if before else low, behind.start() if behind else high)
