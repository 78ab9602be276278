"""The stylesheet is parsed once, and again where a colour of the theme changes."""

from textual.css.stylesheet import Stylesheet

from reviewtui.tui.appearance.stylesheet import ParsedStylesheet
from tests.conftest import Clone
from tests.tui.conftest import Open


def _told(sheet: Stylesheet) -> list[tuple[set[str], str]]:
    return [(rule.selector_names, repr(rule.styles.get_rules())) for rule in sheet.rules]


def test_what_is_parsed_is_kept_until_a_variable_changes() -> None:
    """A fresh set of the same colours leaves the rules as they are; another colour is in the rules at once."""
    sheet = ParsedStylesheet(variables={"ink": "#111111"})
    sheet.add_source("Label { color: $ink; }", read_from=("a", "Label"))
    sheet.parse()
    before = sheet.rules[0]
    sheet.set_variables({"ink": "#111111"})
    sheet.reparse()
    assert sheet.rules[0] is before
    sheet.set_variables({"ink": "#222222"})
    sheet.reparse()
    assert sheet.rules[0].styles.get_rule("color").hex == "#222222"


async def test_rules_are_those_that_textual_would_have_parsed(review: Clone, play: Open) -> None:
    """After every screen was visited and the theme changed, nothing differs from a stylesheet parsed from nothing."""
    async with play(review) as app:
        await app.press("2", "3", "4", "5")
        app.app.theme = "textual-light"
        await app.settle()
        fresh = Stylesheet(variables=app.app.get_css_variables())
        fresh.source = dict(app.app.stylesheet.source)
        fresh.parse()
        assert isinstance(app.app.stylesheet, ParsedStylesheet)
        assert _told(app.app.stylesheet) == _told(fresh)
