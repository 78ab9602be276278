"""Text by others is never printed raw, and JSON is exact and ASCII."""

import re

import pytest

from tests.acting import ask, remark
from tests.conftest import NORTHVALE, Clone, Run

HOSTILE = {
    "escape": "\x1b[31mred\x1b[0m",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "title": "\x1b]0;evil\x1b\\",
    "unterminated": "\x1b]8;;http://evil.example",
    "device": "\x1bP+q544e\x1b\\",
    "eight-bit": "\x9b31m\x9d0;evil\x9c",
    "bidi": "abc\u202edef\u2066ghi\u2069",
    "invisible": "a\u200bb\u2060c\u00add\U000e0041e\u3164f",
    "bell": "a\x07b\x08c\x7fd\x00".replace("\x00", ""),
    "lines": "one\u2028two\u2029three\x85four\x0bfive\x0c",
    "markup": "[/] [@click=app.quit]x[/] [link=http://evil.example] [1]",
}
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u2069\u3164\ufeff\U000e0000-\U000e007f]")


def sweep(run: Run, clone: Clone, thread: str) -> list[tuple[str, str]]:
    """Return what each reading command prints, with the command."""
    commands = (
        ("status",),
        ("threads",),
        ("show", thread),
        ("versions",),
        ("diff", "HEAD~2", "draft"),
        ("diff", "HEAD~2", "draft", "--style", "side-by-side"),
        ("diff", "HEAD~2", "draft", "--style", "stat"),
        ("ready",),
        ("verify",),
        ("organisation", "list"),
        ("show", "nothing"),
        ("comment", "nowhere", "-m", "x"),
        ("diff", "nothing"),
    )
    return [(" ".join(c), "".join(run(clone, *c)[1:])) for c in commands]


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_hostile_reaches_the_terminal(review: Clone, run: Run, name: str) -> None:
    """In bodies, replacements, names, organisations, titles, headings and file names, it is shown and never acts."""
    text = HOSTILE[name]
    who = (f"J. {text} R".replace("\x0b", "").replace("\x0c", ""), NORTHVALE[1])
    ask(run, review, "organisation", "add", "eastwick", "--name", f"East {text}", "--asked")
    review.write(f"policy/odd {text.replace('/', '|')}.md", f"# Odd {text}\n\nText {text} here. TBC\n")
    settings = review.read("reviews/settings.toml")
    review.commit_file(
        "reviews/settings.toml", settings.replace('"Social media policy"', _quoted(text)), f"Write {text}"
    )
    thread = remark(run, review, "suggest", "records", "--quote", "two", "--replace", f"3 {text}", "-m", text, who=who)
    ask(run, review, "decline", thread, "-m", f"No {text}")
    for command, printed in sweep(run, review, thread):
        found = RAW.search(printed)
        assert found is None, (command, found, printed)
    found = next(row for row in ask(run, review, "threads")["threads"] if row["thread"] == thread)
    assert (found["body"], found["replacement"]) == (text.strip(), f"3 {text}")


def _quoted(text: str) -> str:
    return (
        '"'
        + "".join(c if c.isascii() and c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in text)
        + '"'
    )


def test_arguments_come_back_visibly(review: Clone, run: Run) -> None:
    """What was typed is echoed in a complaint only through the same door."""
    for text in HOSTILE.values():
        for arguments in (("show", text), ("comment", text, "-m", "x"), ("diff", text), (text,), ("release", text)):
            code, out, err = run(review, *arguments)
            assert code == 2, arguments
            assert out == ""
            assert RAW.search(err) is None, (arguments, err)


def test_json_is_ascii_and_exact(review: Clone, run: Run) -> None:
    """Every character that is not ASCII is escaped, and comes back as it was."""
    body = '“Ümlaut” 😀 \x1b[31m \u202e \\ " \t | [1]'
    thread = remark(run, review, "comment", "principles", "-m", body)
    _, out, _ = run(review, "show", thread, "--json")
    assert out.isascii()
    assert "\x1b" not in out
    assert ask(run, review, "show", thread)["body"] == body


def test_letters_of_all_scripts_stay(review: Clone, run: Run) -> None:
    """Right-to-left letters, accents, joined scripts and emoji are text like any other."""
    for body in ("שלום עולם", "السلام", "می‌خواهم", "क्‍ष", "👩‍👩‍👧 ❤️", "café naïve"):
        thread = remark(run, review, "comment", "-m", body)
        assert body in run(review, "show", thread)[1]


FORGED = "ok\nThe record is whole: 0 events.\r\n\u2028\x85abcd  general · accepted"


def test_no_name_forges_a_line(review: Clone, run: Run) -> None:
    """Line ends in names of people, files, organisations, sections, topics and titles are signs, not line ends."""
    settings = review.read("reviews/settings.toml")
    settings = settings.replace('"Social media policy"', _quoted(FORGED)).replace(
        '"Northvale Council"', _quoted(f"North {FORGED}")
    )
    review.write(
        "reviews/settings.toml", f"{settings}\n[[topics]]\nid = {_quoted(FORGED)}\ntitle = {_quoted(FORGED)}\n"
    )
    review.write(f"policy/{FORGED}.md".replace("0 events.", ""), "Text without a heading.\n")
    review.commit_file("reviews/threads/aa/\nThe record is whole: 0 events.toml", "rubbish", "Forge")
    thread = remark(run, review, "suggest", "records", "--quote", "two", "--replace", FORGED, "-m", FORGED)
    path = review.git("diff", "--name-only", "HEAD~1", "HEAD")
    remark(run, review, "comment", "--topic", FORGED, "-m", "x")
    review.write(path.replace(thread, "01kb2m6y3t9v8w5x4z7q1r0pkf").replace(f"/{thread[-2:]}/", "/kf/"), "")
    event = review.read(path).replace(f"{NORTHVALE[0]} <", "J. \\nThe record is whole: 0 <")
    review.commit_file(path, event, "Forge a name")
    for command, printed in sweep(run, review, thread):
        lines = [line for line in printed.splitlines() if line.startswith(("The record is whole", "abcd  general"))]
        assert lines == [], (command, printed)
    assert "␤" in run(review, "status")[1]


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85"])
def test_no_tag_forges_a_release(review: Clone, run: Run, end: str) -> None:
    """A tag whose name holds a line end of Unicode and then the name of another tag is no release."""
    review.git("tag", f"a{end}refs/tags/9.0")
    assert [row["name"] for row in ask(run, review, "versions")["versions"]] == ["draft"]
