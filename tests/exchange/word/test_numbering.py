"""What a list shows before its items: lists of one kind count on from each other, unless one starts anew."""

from lxml import etree

from reviewtui.exchange.word.reading.numbering import ListCounters, list_item
from reviewtui.exchange.word.reading.styles import Styles
from tests.exchange.word.editing import MAIN

_KIND = '<w:abstractNum w:abstractNumId="{}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
_KIND += '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
_LIST = '<w:num w:numId="{}"><w:abstractNumId w:val="{}"/>{}</w:num>'
_ANEW = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'


def _shown(lists: str, *items: str) -> list[str]:
    root = etree.fromstring(f'<w:numbering xmlns:w="{MAIN}">{_KIND.format(1)}{_KIND.format(2)}{lists}</w:numbering>')
    counters = ListCounters.of(root)
    return [counters.count(item, 0)[1] for item in items]


def test_a_list_that_starts_anew_does_so_once_and_others_count_on_from_it() -> None:
    """As LibreOffice writes a list: its first item in a list that starts anew, the others in one of the same kind."""
    lists = _LIST.format(3, 1, "") + _LIST.format(8, 1, _ANEW.format(1))
    assert _shown(lists, "8", "3", "3", "8") == ["1.", "2.", "3.", "4."]
    assert _shown(lists, "3", "3", "8", "3") == ["1.", "2.", "1.", "2."]


def test_lists_of_other_kinds_count_for_themselves() -> None:
    """And one may start anew with any number."""
    lists = _LIST.format(3, 1, "") + _LIST.format(4, 2, _ANEW.format(5))
    assert _shown(lists, "3", "4", "3", "4") == ["1.", "5.", "2.", "6."]


def test_a_style_for_deeper_items_is_deeper() -> None:
    """Word's own styles "List Bullet 2" to "List Bullet 5" are lists of their own at their first level."""
    root = etree.fromstring(f'<w:numbering xmlns:w="{MAIN}">{_KIND.format(1)}{_LIST.format(3, 1, "")}</w:numbering>')
    style = (
        '<w:style w:styleId="{0}"><w:name w:val="{1}"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    )
    named = [("a", "List Bullet"), ("b", "List Bullet 2"), ("c", "List Number 3")]
    styles = Styles(
        etree.fromstring(f'<w:styles xmlns:w="{MAIN}">{"".join(style.format(*each) for each in named)}</w:styles>')
    )
    items = [list_item(styles, ListCounters.of(root), identifier, None) for identifier, _ in named]
    assert [item and item.depth for item in items] == [0, 1, 2]
