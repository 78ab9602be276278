"""The documentation is true: generated pages are fresh, links lead somewhere, commands exist, the walk runs as told."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from reviewtui.cli.command_registry import COMMANDS, find_command
from tests.acting import ask
from tests.conftest import NORTHVALE, Clone, Run
from tests.sharing import bare_of

ROOT = Path(__file__).parents[1]
_SKIPPED = {"dist", "demo", "demo-shared.git"}
_FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<inside>.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
_CALL = re.compile(r"\breviewtui (?:-C \S+ )?(?P<name>[a-z][a-z-]*)\b(?P<rest>[^\n|;&)]*)")


def _pages() -> list[Path]:
    """Every Markdown file of the project, without what is built, the example with its story, and hidden folders."""
    found = []
    for path in sorted(ROOT.rglob("*.md")):
        parts = path.relative_to(ROOT).parts
        if not any(part in _SKIPPED or part.startswith(".") for part in parts):
            found.append(path)
    return found


def _guides() -> list[Path]:
    """The pages that speak of the program."""
    return [page for page in _pages() if page.parent in {ROOT, ROOT / "docs"}]


def _without_code(text: str) -> str:
    return _CODE.sub("", _FENCE.sub("", text))


def _fragments(text: str) -> set[str]:
    """The fragments that readers of Markdown make of the headings: lower case, spaces to hyphens, signs left out."""
    titles = re.findall(r"^#{1,6} (.+)$", _FENCE.sub("", text), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", title.lower()) for title in titles)
    return {title.strip().replace(" ", "-") for title in plain}


def _broken_links(page: Path) -> list[str]:
    broken = []
    for match in _LINK.finditer(_without_code(page.read_text("utf-8"))):
        target, _, fragment = match["target"].partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        there = (page.parent / target).resolve() if target else page
        if not there.exists() or (
            fragment and there.suffix == ".md" and fragment not in _fragments(there.read_text("utf-8"))
        ):
            broken.append(match["target"])
    return broken


def _planted(page: Path) -> list[str]:
    """The links of a page that were broken on purpose."""
    faults = tomllib.loads((ROOT / "tests" / "data" / "planted.toml").read_text("utf-8"))["fault"]
    places = [place for fault in faults if fault["kind"] == "broken-link" for place in fault["places"]]
    here = [place["quote"] for place in places if ROOT / "policy" / place["path"] == page]
    return [match["target"] for quote in here for match in _LINK.finditer(quote)]


def _calls(text: str) -> Iterator[tuple[str, str]]:
    """Every command that code in `text` calls, with the rest of its line."""
    for code in [match["inside"] for match in _FENCE.finditer(text)] + _CODE.findall(_FENCE.sub("", text)):
        for match in _CALL.finditer(code):
            yield match["name"], match["rest"]


def _wrong_calls(text: str) -> list[str]:
    wrong = []
    for name, rest in _calls(text):
        command = find_command(name)
        if command is None:
            wrong.append(f"reviewtui {name}")
            continue
        if isinstance(command, click.Group):
            command = command.commands.get(rest.split()[0] if rest.split() else "", command)
        known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        given = re.findall(r"(?<!\S)--[a-z][a-z-]*", rest)
        wrong += [f"reviewtui {name} {option}" for option in given if option not in known | {"--help"}]
    return wrong


@pytest.mark.parametrize("script", ["list_rooms.py", "make_pages.py"])
def test_what_is_made_from_the_program_is_fresh(script: str) -> None:
    """The list of folders, the pages of commands, keys and plain lines; `make docs` writes them anew."""
    assert subprocess.run([sys.executable, str(ROOT / "docs" / script), "--check"], check=False).returncode == 0


def test_the_command_reference_has_every_command() -> None:
    """Each command of the registry has a heading of its own."""
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"\n## reviewtui {name}" not in page] == []


@pytest.mark.parametrize("page", _pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Each relative link names a file and a heading that are there, but for those that the sample policy has broken."""
    assert _broken_links(page) == _planted(page)


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    """A missing file and a missing heading are named; links in code and to other hosts are left alone."""
    page = tmp_path / "page.md"
    page.write_text("# One two\n[a](gone.md) [b](#none) [c](#one-two) `[d](no.md)` [e](https://x.example/y)\n", "utf-8")
    assert _broken_links(page) == ["gone.md", "#none"]


@pytest.mark.parametrize("page", _guides(), ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_in_the_guides_exist(page: Path) -> None:
    """Each `reviewtui xyz --option` that a page shows is a command with that option."""
    assert _wrong_calls(page.read_text("utf-8")) == []


def test_a_command_that_does_not_exist_is_found() -> None:
    """A made-up command and a made-up option are named; prose is not taken for code."""
    text = (
        "reviewtui is good\n`reviewtui frob x` `reviewtui -C a ready --never`\n```sh\nreviewtui threads --open\n```\n"
    )
    assert sorted(_wrong_calls(text)) == ["reviewtui frob", "reviewtui ready --never"]


def _shape(value: Any, at: str = "") -> set[str]:
    """Every key of some JSON by its path."""
    if isinstance(value, list):
        return set().union(*(_shape(item, f"{at}[]") for item in value)) if value else set()
    if isinstance(value, dict):
        return {f"{at}.{key}" for key in value}.union(*(_shape(item, f"{at}.{key}") for key, item in value.items()))
    return set()


def _examples() -> dict[str, Any]:
    """The JSON of docs/record.md by the command that stands above it."""
    text = (ROOT / "docs" / "record.md").read_text("utf-8")
    found = re.findall(r"^`reviewtui ([^`]+ --json)`.*?^```json\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return {command: json.loads(example) for command, example in found}


def test_the_json_of_the_guide_is_what_commands_print(review: Clone, run: Run) -> None:
    """Every key of every example in docs/record.md is there when its command runs."""
    examples = _examples()
    assert len(examples) >= 10
    review.write("policy/log.md", "# Log\n\nThe moderation log must be kept for two years.\n")
    review.write("policy/archive.md", "# Archive\n\nWe keep the moderation log for six years.\n")
    review.commit("Contradict it")
    thread = ask(run, review, "suggest", "principles", "--quote", "Be kind.", "--replace", "Be.", who=NORTHVALE)[
        "thread"
    ]
    ask(run, review, "submit", who=NORTHVALE)
    ask(run, review, "release", "0.9", "--override", "to compare with")
    bare_of(review)
    for command, example in examples.items():
        words = [thread if word == "THREAD" else word for word in shlex.split(command)][:-1]
        who = {"who": NORTHVALE} if words[0] in {"comment", "suggest", "signoff", "reply", "submit"} else {}
        printed = ask(run, review, *words, code=1 if words[0] in {"ready", "check"} else 0, **who)
        assert _shape(example) - _shape(printed) == set(), command


def _steps(text: str) -> Iterator[tuple[str, str]]:
    """Each command of the console blocks of a page with the output that the page shows for it."""
    for match in _FENCE.finditer(text):
        if match["kind"] == "console":
            for part in re.split(r"^\$ ", match["inside"], flags=re.MULTILINE)[1:]:
                command, _, shown = part.partition("\n")
                while command.endswith("\\"):
                    more, _, shown = shown.partition("\n")
                    command = f"{command}\n{more}"
                yield command, shown


class _Shell:
    """A person at a shell: one command after the other, in whichever folder the last one went to."""

    def __init__(self, folder: Path) -> None:
        """Begin in `folder`."""
        self.folder = folder
        programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        self.environment = os.environ | {"PATH": programs, "COLUMNS": "100", "GIT_MERGE_AUTOEDIT": "no"}

    def __call__(self, command: str) -> str:
        """Run a command and return what it printed, its complaints included."""
        script = f"{command}\npwd > '{self.folder}/.at'"
        at = self.folder / ".at"
        here = at.read_text("utf-8").strip() if at.exists() else str(self.folder)
        done = subprocess.run(
            ["sh", "-c", script], cwd=here, env=self.environment, check=True, capture_output=True, text=True
        )
        return done.stdout + done.stderr


def _renamed(text: str, names: dict[str, str]) -> str:
    """Return text with the threads of the page called as they are called here."""
    return re.sub(r"\b\w+\b", lambda match: names.get(match[0], match[0]), text)


def _general(text: str) -> str:
    """Return text with ids, commits and dates made alike, since those are new in each repository."""
    text = re.sub(r"\b(?=[0-9a-f]*\d)[0-9a-f]{7,40}\b", "<commit>", text)
    text = re.sub(r"\d{4}-\d\d-\d\d|\d\d \w{3} \d{4}(?: \d\d:\d\d)?", "<date>", text)
    text = re.sub(r"\b[0-7][0-9a-hjkmnp-tv-z]{25}\b", "<id>", text)
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no shell here")
def test_the_walk_through_runs_as_told(tmp_path: Path) -> None:
    """The commands of README.md print what README.md says; only ids and dates differ."""
    shell, names = _Shell(tmp_path), {}
    for told_command, told_output in _steps((ROOT / "README.md").read_text("utf-8")):
        printed = shell(_renamed(told_command, names))
        fresh = (re.findall(r"Saved as (\w+);", text) for text in (told_output, printed))
        names |= dict(zip(*fresh, strict=True))
        assert _general(printed) == _general(_renamed(told_output, names)), told_command
    assert len(names) == 2
