"""Of which kind a suggestion is whose writer did not say: one of wording, or one of substance."""

from reviewtui.domain.record.events import RemarkKind
from reviewtui.text.meaning.change_class import change_class
from reviewtui.text.span import Span

_BLANK = "\n\n"


def suggested_kind(text: str, span: Span, words: str, language: str) -> RemarkKind:
    """Return "wording" where putting `words` in the place of `span` is known to be editorial; judged in its block."""
    first, last = text.rfind(_BLANK, 0, span[0]), text.find(_BLANK, span[1])
    block = slice(max(0, first), len(text) if last < 0 else last)
    changed = text[block.start : span[0]] + words + text[span[1] : block.stop]
    return "wording" if change_class(text[block], changed, language).change_class == "editorial" else "substance"
