"""The parts of a document that hold its comments, and which of them answer which."""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from reviewtui.exchange.word.writing.range_marks import NumberedComment
from reviewtui.exchange.word.writing.run_xml import moment, text_xml

_FIRST_ID = 0x10000000
"""The ids of paragraphs are below 0x80000000: Word gives those above a new one, and loses what refers to them."""


def comments_inside(comments: Sequence[NumberedComment]) -> str:
    """Return the content of the comments part."""
    return "".join(_comment(comment) for comment in comments)


def _comment(comment: NumberedComment) -> str:
    words = comment.author.split()
    initials = "".join(word[0] for word in words)[:4]
    lines = comment.body.split("\n")
    sign = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    paragraphs = []
    for number, line in enumerate(lines):
        key = f' w14:paraId="{_paragraph_id(comment.number)}"' if number == len(lines) - 1 else ""
        inside = f"{sign if number == 0 else ''}<w:r>{text_xml(line)}</w:r>"
        paragraphs.append(f'<w:p{key}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{inside}</w:p>')
    return (
        f'<w:comment w:id="{comment.number}" w:author={quoteattr(comment.author)} '
        f'w:date="{moment(comment.at)}" w:initials={quoteattr(initials)}>{"".join(paragraphs)}</w:comment>'
    )


def extended_inside(comments: Sequence[NumberedComment]) -> str:
    """Return the content of the part that tells answers and what is resolved."""
    return "".join(
        f'<w15:commentEx w15:paraId="{_paragraph_id(comment.number)}"'
        + (f' w15:paraIdParent="{_paragraph_id(comment.answers)}"' if comment.answers >= 0 else "")
        + f' w15:done="{int(comment.resolved)}"/>'
        for comment in comments
    )


def _paragraph_id(number: int) -> str:
    return f"{_FIRST_ID + number:08X}"
