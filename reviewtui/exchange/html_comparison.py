"""Two versions compared as one self-contained HTML page: no script, nothing loaded from anywhere."""

from collections.abc import Iterator, Sequence
from html import escape

from reviewtui.exchange.papers.html_paper import COLOURS
from reviewtui.text.diff.policy_diff import ClassedChange, FileDiff
from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.text.words.changed_characters import changed_characters
from reviewtui.text.words.visible import visible
from reviewtui.views.comparison.comparison import Comparison, totals_line

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = (
    f"{COLOURS} body{{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 Georgia,serif;"
    "color:var(--ink);background:var(--paper);overflow-wrap:anywhere}"
    "h1,h2{font-family:system-ui,sans-serif;line-height:1.25}section{white-space:pre-wrap}"
    "del{background:var(--gone);color:var(--bad)}ins{background:var(--new);color:var(--come);text-decoration:underline}"
    "mark{background:var(--moved);color:inherit}"
)


def html_lines(comparison: Comparison) -> Iterator[str]:
    """Yield the page: every changed section whole, with what went struck out and what came underlined."""
    title = escape(visible(totals_line(comparison)))
    yield "<!doctype html>"
    yield f'<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body><main>'
    yield f"<h1>{escape(visible(comparison.new.settings.title or 'Policy'))}</h1><p>{title}</p>"
    for file in comparison.files():
        yield f"<h2>{escape(visible(comparison.heading(file)))}</h2>"
        yield f"<section>{''.join(changed_words(comparison, file))}</section>"
    yield "</main></body></html>"


def changed_words(comparison: Comparison, file: FileDiff) -> Iterator[str]:
    """Yield a section whole, as HTML, with what went struck out and what came underlined."""
    _, new = comparison.texts(file)
    position = front_matter_end(new)
    here = [change for change in file.changes if change.direction != "to"]
    for change in sorted(here, key=lambda c: (c.new_start, c.old_start)):
        yield _shown(new[position : change.new_start])
        yield _change(*comparison.words(file, change), change)
        position = max(position, change.new_end)
    yield _shown(new[position:])


def _change(gone: str, come: str, change: ClassedChange) -> str:
    if change.op == "move":
        return f'<mark title="moved">{_shown(come)}</mark>' if come else ""
    old_marks, new_marks = changed_characters(gone, come)
    parts = [
        f"<del>{_marked(gone, old_marks)}</del>" if gone else "",
        f"<ins>{_marked(come, new_marks)}</ins>" if come else "",
    ]
    return "".join(parts)


def _marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with the characters that changed inside its words set in bold."""
    parts, position = [], 0
    for start, end in spans:
        parts += [_shown(text[position:start]), f"<b>{_shown(text[start:end])}</b>"]
        position = end
    return "".join([*parts, _shown(text[position:])])


def _shown(text: str) -> str:
    return escape(visible(text))
