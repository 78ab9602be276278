"""Odd names never reach git as options, every command explains itself, and no fault is a traceback."""

import json
from pathlib import Path

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewtui.cli.command_registry import COMMANDS
from reviewtui.cli.program import program
from reviewtui.store.git.process.safe_git import SafeGit
from tests.acting import ask, picture, refused, remark, thread_of, unchanged
from tests.conftest import NORTHVALE, Clone, Run

ODD = (
    "--output=F",
    "--upload-pack=touch F",
    "-x",
    "-oProxyCommand=F",
    "..",
    "../..",
    "/etc/passwd",
    "C:\\x",
    "..\\..\\x",
    "a\0b",
    "a\nb",
    "a b",
    ":/x",
    ":(top)x",
    "@{-1}",
    "HEAD@{0}",
    "HEAD:policy",
    "HEAD^{tree}",
    "main..HEAD",
    "refs/../x",
    "$(touch F)",
    "`touch F`",
    "*",
    "~",
    "ö\u0301",
    "x" * 5000,
    "\udcff",
    "{upstream}",
    "0" * 3,
)
PLACES = {
    "thread": lambda odd: ("show", "--", odd),
    "section": lambda odd: ("comment", "-m", "x", "--", odd),
    "version": lambda odd: ("diff", "--", odd),
    "at": lambda odd: ("comment", "principles", "-m", "x", f"--at={odd}"),
    "quote": lambda odd: ("comment", "principles", "-m", "x", f"--quote={odd}"),
    "topic": lambda odd: ("comment", "-m", "x", f"--topic={odd}"),
    "commit": lambda odd: ("done", "aaaa", f"--commit={odd}"),
    "release": lambda odd: ("release", "--", odd),
    "organisation": lambda odd: ("organisation", "add", "--name", "X", "--", odd),
    "duplicate": lambda odd: ("duplicate", "--", "aaaa", odd),
    "filter": lambda odd: ("threads", f"--section={odd}"),
    "command": lambda odd: (odd,),
}


@pytest.mark.parametrize("place", PLACES)
def test_odd_names_are_refused_in_one_line(review: Clone, run: Run, place: str) -> None:
    """Exit 2, one line, nothing written anywhere, in every argument that names something."""
    before = picture(review), sorted(Path.cwd().iterdir())
    for odd in ODD:
        if (place, odd) in {("organisation", "0" * 3), ("version", "HEAD^{tree}")}:
            continue
        code, out, err = run(review, *PLACES[place](odd))
        assert (code, out, err.count("\n")) == (2, "", 1), (odd, code, out, err)
    assert (picture(review), sorted(Path.cwd().iterdir())) == before


def test_names_from_outside_stand_behind_the_end_of_options(
    review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What begins with a dash and came from a person is in no argument list of git before its `--`."""
    seen: list[list[str]] = []
    real = SafeGit.execute

    def spy(self: SafeGit, command: list[str], *rest: object, **options: object) -> object:
        seen.append([str(part) for part in command])
        return real(self, command, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(SafeGit, "execute", spy)
    asked = 0
    for place, made in PLACES.items():
        for odd in ODD[:4]:
            run(review, *made(odd))
            for command in seen:
                head = command[: command.index("--")] if "--" in command else command
                head = head[: head.index("--end-of-options")] if "--end-of-options" in head else head
                assert not any(odd in part for part in head), (place, command)
            asked += len(seen)
            seen.clear()
    assert asked


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.text(st.characters(exclude_characters="\0"), max_size=20), st.sampled_from(sorted(PLACES)))
def test_any_name_ends_well(review: Clone, run: Run, odd: str, place: str) -> None:
    """No text whatever is a traceback or a failure of the machine."""
    if place in {"organisation", "release", "quote", "at"}:
        place = "section"
    code, _, err = run(review, *PLACES[place](odd))
    assert code in {0, 2}, err


def leaves(group: click.Group, name: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], click.Command]]:
    """Return every command below a group with the words that call it."""
    found = []
    for word in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), word)
        if isinstance(command, click.Group):
            found += leaves(command, (*name, word))
        elif command is not None:
            found.append(((*name, word), command))
    return found


def test_every_command_of_the_registry_is_there() -> None:
    """The help lists what can be called."""
    names = {words[0] for words, _ in leaves(program)}
    assert names == set(COMMANDS)


def test_every_command_explains_itself(tmp_path: Path, run: Run) -> None:
    """--help works outside of any repository, says what the command does, and each option has words."""
    for words, command in leaves(program):
        code, out, err = run(tmp_path, *words, "--help")
        assert (code, err) == (0, ""), words
        assert "Usage: reviewtui" in out
        assert len(command.help or "") > 20, words
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, (words, parameter.name)


def test_every_command_takes_a_folder_and_prints_data() -> None:
    """-C may stand behind the name too, no option shares its name with another's value, and all print JSON."""
    for words, command in leaves(program):
        options = {word for p in command.params if isinstance(p, click.Option) for word in p.opts}
        names = [parameter.name for parameter in command.params]
        assert len(names) == len(set(names)), words
        if words != ("demo",):
            assert {"-C", "--json"} <= options, words


MAY_BE_EMPTY = {
    "message": "a commit or a decision without words",
    "text_file": "a path",
    "chosen": "--as '' deletes the passage",
    "replace": "--replace '' deletes the passage",
    "insert": "refused by the rule that a suggestion changes something",
    "title": "the first heading is the default",
    "name": "an organisation that is known keeps its name",
    "override": "without a reason there is no override",
    "addresses": "empty ones are left out",
    "domains": "empty ones are left out",
    "consolidators": "empty ones are left out",
}


def test_no_empty_name_means_something_wider() -> None:
    """Every text that a command takes is refused when it is given and empty, unless being empty has a meaning."""
    for words, command in leaves(program):
        for parameter in command.params:
            if isinstance(parameter.type, click.types.StringParamType) and parameter.name not in MAY_BE_EMPTY:
                assert parameter.callback is not None, (words, parameter.name)


@pytest.mark.parametrize(
    "arguments",
    [
        ("comment", "", "-m", "x"),
        ("comment", "principles", "--quote", "", "-m", "x"),
        ("comment", "principles", "--after", " ", "-m", "x"),
        ("comment", "--topic", "", "-m", "x"),
        ("comment", "principles", "--also", "", "--also-quote", "x", "-m", "x"),
        ("comment", "principles", "--at", "", "-m", "x"),
        ("suggest", "principles", "--quote", "", "--replace", "x"),
        ("threads", "--section", ""),
        ("diff", "", "draft"),
        ("diff", "--section", ""),
        ("signoff", "support", "--section", ""),
        ("ready", "--for", ""),
        ("trace", "principles", "--quote", "", "--json"),
    ],
)
def test_an_empty_name_is_a_mistake(review: Clone, run: Run, arguments: tuple[str, ...]) -> None:
    """An unset variable of a script never makes a remark on the whole policy: exit 2, one line, nothing changed."""
    with unchanged(review):
        assert "empty" in refused(run, review, *arguments)


def test_the_folder_before_and_behind_the_name(review: Clone, run: Run, tmp_path: Path) -> None:
    """Both ways open the same repository; the one behind wins."""
    before = run(review, "status", "--json")
    assert run(tmp_path, "status", "--json", "-C", str(review.path)) == before


def test_init_works_in_the_folder_that_was_named(
    policy: Clone, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`-C` before `init --policy` is the repository, also when one stands around the current folder."""
    here = type(policy)(tmp_path / "here")
    here.path.mkdir()
    here.git("init", "-q", "-b", "main")
    here.commit_file("policy/a.md", "# A\n")
    head = here.git("rev-parse", "HEAD")
    monkeypatch.chdir(here.path)
    assert ask(run, policy, "init", "--policy", "policy")["commit"] == policy.git("rev-parse", "HEAD")
    assert here.git("rev-parse", "HEAD") == head


def test_without_a_terminal_the_app_says_what_works(review: Clone, run: Run) -> None:
    """No command and no terminal: exit 2 and one line."""
    code, out, err = run(review)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "terminal" in err


def test_words_are_needed_without_an_editor(review: Clone, run: Run) -> None:
    """Nothing is asked without a terminal: the flag is named."""
    code, _, err = run(review, "comment", "principles", who=NORTHVALE)
    assert code == 2
    assert "-m" in err


def test_words_come_from_a_file(review: Clone, run: Run, tmp_path: Path) -> None:
    """-F reads the words; a file that is none, no text, or together with -m, is the user's mistake."""
    (tmp_path / "words").write_bytes("Erste Zeile\n\nZweite “Zeile”\n".encode())
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    thread = ask(run, review, "comment", "-F", str(tmp_path / "words"), who=NORTHVALE)["thread"]
    assert ask(run, review, "show", thread)["body"] == "Erste Zeile\n\nZweite “Zeile”"
    for wrong in ("nowhere", "bytes"):
        assert run(review, "comment", "-F", str(tmp_path / wrong), who=NORTHVALE)[0] == 2
    assert run(review, "comment", "-F", str(tmp_path / "words"), "-m", "x", who=NORTHVALE)[0] == 2


def test_data_is_json_everywhere(review: Clone, run: Run) -> None:
    """Each reading command prints one JSON document and nothing else."""
    for arguments in (("status",), ("threads",), ("versions",), ("ready",), ("verify",), ("diff", "HEAD~1")):
        code, out, err = run(review, *arguments, "--json")
        assert code in {0, 1}
        assert err == ""
        assert isinstance(json.loads(out), dict)


@pytest.mark.parametrize(
    "name", [name for name in COMMANDS if isinstance(program.get_command(click.Context(program), name), click.Group)]
)
def test_a_group_without_a_command_names_its_commands(review: Clone, run: Run, name: str) -> None:
    """It is one line that says what can stand behind it, not the page of help on one line."""
    code, out, err = run(review, name)
    assert (code, out) == (2, "")
    assert err.startswith(f"'reviewtui {name}' needs one of these behind it: ")
    assert err.count("\n") == 1
    assert "Usage" not in err


@pytest.mark.parametrize("words", [("sync",), ("unpack",), ("import",), ("pack",), ("join",), ("-C",)])
def test_a_name_of_any_length_is_answered(review: Clone, run: Run, words: tuple[str, ...]) -> None:
    """Longer than a file can be called: a line of bounded length, exit 2."""
    rest = ("status",) if words == ("-C",) else ()
    said = refused(run, review, *words, "a" * 5000, *rest)
    assert len(said) < 6000


@pytest.mark.parametrize("words", ["\u200b", "\u3164\u2060", "\u202e ", "\u2800\n"])
def test_a_reason_that_nobody_can_see_is_none(review: Clone, run: Run, words: str) -> None:
    """Invisible letters are no words: not of a remark, and not where a decision has to say why."""
    assert "needs words" in refused(run, review, "comment", "index", "--whole", "-m", words)
    thread = remark(run, review, "comment", "-m", "Seen")
    for act in ("decline", "defer", "reopen", "redact", "reply"):
        if act in {"decline", "defer"}:
            assert "needs a reason" in refused(run, review, act, thread, "-m", words)
        else:
            refused(run, review, act, thread, "-m", words)
    assert thread_of(run, review, thread)["state"] == "open"
