"""A paper as one HTML file that loads nothing and runs nothing; words by others are escaped by the template."""

import re
from typing import Any

from reviewtui.exchange.papers.paper import Compared, Items, Paper, PaperBlock, PaperHeading, PaperParagraph
from reviewtui.text.diff.prose.prose_diff import diff_texts
from reviewtui.text.words.visible import visible

_TEMPLATE = """<!DOCTYPE html>
<html lang="{{ language }}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{{ title }}</title>
<style>
{{ colours }}
body { font: 1rem/1.5 Arial, Helvetica, sans-serif; color: var(--ink); background: var(--paper) }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: anywhere }
h1, h2, h3 { line-height: 1.25 }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; font-weight: bold; padding: .5rem 0 }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top }
th, td { overflow-wrap: break-word }
th { background: var(--soft) }
dt { font-weight: bold; margin-top: .5rem }
dd { margin-left: 1.5rem }
del { color: var(--bad); background: var(--gone) }
ins { color: var(--come); background: var(--new) }
.wide { overflow-x: auto }
@media print { body { max-width: none } a { color: inherit } }
</style>
</head>
<body>
<main>
<h1>{{ title }}</h1>
{%- macro phrases(words) -%}
{%- for phrase in words -%}
{%- if phrase.look == "strong" -%}<strong>{{ phrase.text }}</strong>
{%- elif phrase.look == "quote" -%}<q>{{ phrase.text }}</q>
{%- else -%}{{ phrase.text }}{%- endif -%}
{%- endfor -%}
{%- endmacro %}
{%- macro parts(cut, tag) -%}
{%- for text, changed in cut -%}
{%- if changed %}<{{ tag }}>{{ text }}</{{ tag }}>{% else %}{{ text }}{% endif -%}
{%- endfor -%}
{%- endmacro %}
{% for kind, block in blocks %}
{%- if kind == "heading" %}
<h{{ block.level }}>{{ block.text }}</h{{ block.level }}>
{%- elif kind == "paragraph" %}
<p>{{ phrases(block.words) }}</p>
{%- elif kind == "items" %}
<ul>
{%- for item in block.items %}
<li>{{ phrases(item) }}</li>
{%- endfor %}
</ul>
{%- elif kind == "compared" %}
<dl>
{%- if block.before %}
<dt>{{ "Before" ~ (block.was or block.where) if block.after else "Taken out" ~ block.where }}</dt>
<dd>{{ parts(block.old, "del") }}</dd>
{%- endif %}
{%- if block.after %}
<dt>{{ "Now" ~ (block.where if block.was else "") if block.before else "New" ~ block.where }}</dt>
<dd>{{ parts(block.new, "ins") }}</dd>
{%- endif %}
{%- if block.why %}
<dt>What changed</dt>
<dd>{{ block.why }}</dd>
{%- endif %}
</dl>
{%- else %}
<div class="wide" role="region" aria-label="{{ block.caption }}" tabindex="0">
<table>
<caption>{{ block.caption }}</caption>
<thead><tr>{% for cell in block.head %}<th scope="col">{{ cell }}</th>{% endfor %}</tr></thead>
<tbody>
{%- for row in block.rows %}
<tr><th scope="row">{{ row[0] }}</th>{% for cell in row[1:] %}<td>{{ cell or "\u2013" }}</td>{% endfor %}</tr>
{%- endfor %}
</tbody>
</table>
</div>
{%- endif %}
{%- endfor %}
</main>
</body>
</html>
"""
COLOURS = (
    ":root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --soft: #f0f2f4; --line: #595959; "
    "--bad: #8c1a11; --gone: #fdecea; --new: #e6f4ea; --come: #0b5a2b; --moved: #e4ecfb } "
    "@media screen and (prefers-color-scheme: dark) { :root { --ink: #e9e9e9; --paper: #16181b; --soft: #25292e; "
    "--line: #9aa1a8; --bad: #ffb4ab; --gone: #4b1f1b; --new: #12361f; --come: #a6e3b8; --moved: #24344f } }"
)
"""The colours of pages without a script, by day and by night; on paper those of the day."""
_SPACE = re.compile(r"\s+")
_KINDS = {PaperHeading: "heading", PaperParagraph: "paragraph", Items: "items", Compared: "compared"}


def as_html(paper: Paper) -> str:
    """Return the paper as one file."""
    # Loading it takes longer than most commands, and only papers need it.
    from jinja2 import Environment, StrictUndefined

    template = Environment(autoescape=True, undefined=StrictUndefined, finalize=_shown).from_string(_TEMPLATE)
    blocks = [(_KINDS.get(type(block), "table"), _with_parts(block)) for block in paper.blocks]
    return template.render(title=paper.title, language=paper.language, blocks=blocks, colours=COLOURS) + "\n"


def _shown(value: Any) -> Any:
    """Return a string on one line with its control and invisible characters made visible; markup is left alone."""
    return visible(_SPACE.sub(" ", value)) if type(value) is str else value


def _with_parts(block: PaperBlock) -> Any:
    """The block, with the words of a comparison cut where they differ."""
    if not isinstance(block, Compared):
        return block
    old, new = _parts(block.before, block.after)
    where, was = (f", {place}" if place else "" for place in (block.where, block.was))
    return {
        "where": where,
        "was": was,
        "why": block.why,
        "before": block.before,
        "after": block.after,
        "old": old,
        "new": new,
    }


def _parts(before: str, after: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    if not before or not after:
        return [(before, False)], [(after, False)]
    old: list[tuple[str, bool]] = []
    new: list[tuple[str, bool]] = []
    here = there = 0
    for hunk in diff_texts(before, after).hunks:
        old += [(before[here : hunk.old_start], False), (before[hunk.old_start : hunk.old_end], True)]
        new += [(after[there : hunk.new_start], False), (after[hunk.new_start : hunk.new_end], True)]
        here, there = hunk.old_end, hunk.new_end
    old.append((before[here:], False))
    new.append((after[there:], False))
    return [part for part in old if part[0]], [part for part in new if part[0]]
