"""The page driven in a real browser: marked, remarked on, saved, brought in; without a fault that axe can find."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.acting import ask, remark
from tests.conftest import Clone, Run
from tests.exchange.browsing import IN_A_BROWSER, chromium, open_page, violations

pytestmark = IN_A_BROWSER
SELECT = """(words) => {
  const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at >= 0) {
      document.getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
      return;
    }
  }
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def exported(review: Clone, run: Run, tmp_path: Path) -> Path:
    """The page of a review with a release, a change since, a remark and a suggestion."""
    review.git("tag", "0.1")
    text = review.read("policy/records.md").replace("two years", "six **long** years")
    review.write("policy/records.md", f"{text}\n| What | When |\n|---|---|\n| Posts | *never* |\n\n- one\n  1. two\n")
    review.commit()
    remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "How kind?")
    remark(run, review, "suggest", "principles", "--quote", "two working days", "--replace", "three days")
    remark(run, review, "comment", "--whole", "-m", "It is short.")
    assert run(review, "export", "html", str(tmp_path / "page.html"), "--organisation", "southmere")[0] == 0
    return tmp_path / "page.html"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320)])
def test_axe_finds_nothing_with_the_dialogs_open_either(
    browser: Browser, exported: Path, scheme: Any, width: int
) -> None:
    """Light and dark, wide and at 320 px, as it opens and with each dialog; nothing has to be scrolled sideways."""
    page, faults = open_page(browser, exported, color_scheme=scheme, viewport={"width": width, "height": 700})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("details:not([open]) > summary").first.click()
    page.locator("button.mark").nth(1).click()
    page.get_by_label("Suggest other words instead").check()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator("#open-answer").click()
    assert violations(page) == []
    assert faults == []


def test_words_marked_with_the_mouse_come_back_as_suggestions(
    browser: Browser, exported: Path, review: Clone, run: Run, tmp_path: Path
) -> None:
    """Mark, suggest, remark, answer, save: the file brings in just that, at just those places."""
    page, faults = open_page(browser, exported)
    box = page.get_by_text("two working days").first
    page.evaluate(SELECT, "two working days")
    page.locator("#begin").click()
    page.get_by_label("Suggest other words instead").check()
    assert page.locator("#words").input_value() == "two working days"
    page.locator("#words").fill("one working day")
    page.locator("#keep").click()
    page.evaluate(SELECT, "long")
    page.locator("#begin").click()
    page.locator("#body").fill("How long?")
    page.locator("#keep").click()
    page.get_by_role("button", name="Answer remark 1").click()
    page.locator("#body").fill("Quite kind.")
    page.locator("#keep").click()
    page.locator("#open-answer").click()
    page.get_by_label("Your name").fill("Pat Adviser")
    page.get_by_label("Your e-mail address").fill("pat at southmere")
    page.locator("#save").click()
    assert "not complete" in page.locator("#answer-problem").inner_text()
    assert page.evaluate("document.activeElement.id") == "address"
    page.get_by_label("Your e-mail address").fill("pat@southmere.example")
    with page.expect_download() as waiting:
        page.locator("#save").click()
    waiting.value.save_as(tmp_path / "answer.json")
    assert "Saved as answer-pat-adviser.json" in page.locator("#answer-done[role=status]").inner_text()
    assert page.locator("#answer-problem").inner_text() == ""
    assert box.count()
    assert faults == []
    told = ask(run, review, "import", str(tmp_path / "answer.json"))
    acts = [(act["act"], act["quote"], act["replacement"], act["by"]) for act in told["acts"]]
    pat = "Pat Adviser <pat@southmere.example>"
    assert acts == [
        ("suggestion", "two working days", "one working day", pat),
        ("comment", "long", None, pat),
        ("reply", "", None, pat),
    ]


MARKED = """# Rules

Ask [the *comms* team](https://a.example) or **your manager** if
in doubt &amp; say `why`.\\
Second line [here](https://b.example).
"""


@pytest.mark.parametrize(
    "case",
    [
        ({"comms": "press"}, {"comms": "press"}),
        ({"the comms team": "our team"}, {"[the *comms* team]": "[our team]"}),
        ({"Ask": "Please ask", "in doubt": "unsure"}, {"Ask": "Please ask", "in doubt": "unsure"}),
        ({"team or your": "team, or your"}, {"/a.example) or": "/a.example), or"}),
        ({"team or": "team nor"}, {") or": ") nor"}),
        ({"or your": "or maybe your"}, {"or **": "or maybe **"}),
        ({"manager if": "manager, if"}, {"** if": "**, if"}),
        (
            {"team or your manager": "people"},
            {"[the *comms* team](https://a.example) or **your manager**": "the comms people"},
        ),
        ({"& say": "and say"}, {"&amp; say": "and say"}),
        (
            {"the comms team or": "our pressteam nor"},
            {"[the *comms* team](https://a.example) or": "[our pressteam](https://a.example) nor"},
        ),
        ({"why": "when"}, {"`why`": "`when`"}),
        ({"Second line": "Next line"}, {"Second": "Next"}),
        ({"your manager": "the head"}, {"**your manager**": "**the head**"}),
    ],
)
def test_new_words_are_typed_as_the_page_shows_them(
    browser: Browser, review: Clone, run: Run, tmp_path: Path, case: tuple[dict[str, str], ...]
) -> None:
    """No mark of Markdown is in the box; links and bold words stay around what stays of them."""
    review.commit_file("policy/rules.md", MARKED)
    assert run(review, "export", "html", str(tmp_path / "page.html"), "--section", "rules")[0] == 0
    page, faults = open_page(browser, tmp_path / "page.html")
    page.get_by_label("Remark on: Ask the comms", exact=False).click()
    page.get_by_label("Suggest other words instead").check()
    seen = page.locator("#words").input_value()
    assert seen == "Ask the comms team or your manager if in doubt & say why.\nSecond line here."
    wanted = MARKED.split("\n\n", 1)[1].rstrip("\n")
    words, source = case
    for old, new in words.items():
        seen = seen.replace(old, new)
    for old, new in source.items():
        wanted = wanted.replace(old, new)
    page.locator("#words").fill(seen)
    page.locator("#keep").click()
    page.locator("#open-answer").click()
    assert "https://a.example" not in page.locator("#mine").inner_text()
    page.get_by_label("Your name").fill("Pat Adviser")
    page.get_by_label("Your e-mail address").fill("pat@southmere.example")
    with page.expect_download() as waiting:
        page.locator("#save").click()
    waiting.value.save_as(tmp_path / "answer.json")
    assert faults == []
    [act] = json.loads((tmp_path / "answer.json").read_text("utf-8"))["acts"]
    assert act["replacement"] == wanted
    assert set(act) <= {"item", "act", "body", "kind", "at", "path", "start", "end", "quote", "replacement"}


def test_words_that_are_not_kept_are_not_thrown_away_at_once(browser: Browser, exported: Path) -> None:
    """Esc, and the way back on a telephone, say once that what was typed is not kept; then they leave."""
    page, faults = open_page(browser, exported)
    page.locator("button.mark").nth(1).click()
    page.keyboard.press("Escape")
    assert not page.locator("#remark").is_visible()
    page.locator("button.mark").nth(1).click()
    page.locator("#body").fill("Who says so?")
    page.keyboard.press("Escape")
    assert "not kept yet" in page.locator("#problem").inner_text()
    assert page.locator("#body").input_value() == "Who says so?"
    page.locator("#cancel").click()
    assert not page.locator("#remark").is_visible()
    assert faults == []


def test_everything_can_be_done_by_keyboard(browser: Browser, exported: Path, tmp_path: Path) -> None:
    """Tab, Enter, arrows and space alone: a part of a paragraph is marked in the dialog, and the file is saved."""
    page, _ = open_page(browser, exported)
    page.locator("button.mark", has_text="+").and_(
        page.get_by_label("Remark on: Officers must think", exact=False)
    ).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.id") == "passage"
    page.keyboard.press("Control+Home")
    for _ in range(len("Officers")):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("Staff")
    page.keyboard.press("Tab")
    page.keyboard.type("Clearer.")
    page.locator("#keep").press("Enter")
    page.locator("#open-answer").press("Enter")
    page.locator("#name").press_sequentially("Pat")
    page.locator("#address").press_sequentially("pat@southmere.example")
    with page.expect_download() as waiting:
        page.locator("#save").press("Enter")
    waiting.value.save_as(tmp_path / "answer.json")
    [act] = json.loads((tmp_path / "answer.json").read_text())["acts"]
    assert (act["quote"], act["replacement"], act["body"]) == ("Officers", "Staff", "Clearer.")


def test_a_finger_marks_words_too_and_the_copy_can_be_mailed(
    browser: Browser, exported: Path, review: Clone, run: Run, tmp_path: Path
) -> None:
    """On a telephone: what is marked can be remarked on by taps, and the copied text is brought in as the file is."""
    page, _ = open_page(browser, exported, has_touch=True, viewport={"width": 360, "height": 640})
    page.evaluate(SELECT, "never")
    page.locator("#begin").tap()
    page.get_by_label("Suggest words to add behind them").check()
    page.locator("#words").fill(" ever")
    page.locator("#keep").tap()
    page.locator("#open-answer").tap()
    page.get_by_label("Your name").fill("Pat Adviser")
    page.get_by_label("Your e-mail address").fill("pat@southmere.example")
    page.locator("#copy").tap()
    page.wait_for_function("document.getElementById('copied').value !== ''")
    (tmp_path / "mail.txt").write_text(page.locator("#copied").input_value(), "utf-8")
    [act] = ask(run, review, "import", str(tmp_path / "mail.txt"))["acts"]
    text = review.read("policy/records.md")
    assert (act["act"], act["replacement"], act["start"]) == ("suggestion", " ever", text.index("*never*") + 6)


def test_what_was_written_is_there_again_when_the_page_is_opened_anew(browser: Browser, exported: Path) -> None:
    """Closing the page loses nothing; each remark can be changed and removed."""
    page, _ = open_page(browser, exported)
    page.get_by_role("button", name="Remark on the whole policy").click()
    page.locator("#keep").click()
    assert "Write your remark first" in page.locator("#problem").inner_text()
    page.locator("#body").fill("Fine.")
    page.locator("#keep").click()
    page.reload()
    page.locator("#open-answer").click()
    assert "Fine." in page.locator("#mine").inner_text()
    page.get_by_role("button", name="Change remark 1").click()
    page.locator("#body").fill("Very fine.")
    page.locator("#keep").click()
    page.locator("#open-answer").click()
    assert "Very fine." in page.locator("#mine").inner_text()
    page.get_by_role("button", name="Remove remark 1").click()
    assert page.locator("#none").is_visible()


def test_the_dialog_shows_words_as_the_page_does(browser: Browser, exported: Path) -> None:
    """No mark of the source stands in them or in the box for new ones, which are about what is marked there."""
    page, faults = open_page(browser, exported)
    page.get_by_label("long years", exact=False).first.click()
    assert "long years" in page.locator("#passage").input_value()
    page.evaluate("""() => {
        const box = document.getElementById("passage");
        const at = box.value.indexOf("long years");
        box.setSelectionRange(at, at + "long years".length);
    }""")
    page.get_by_label("Suggest other words instead").check()
    assert page.locator("#words").input_value() == "long years"
    assert faults == []
