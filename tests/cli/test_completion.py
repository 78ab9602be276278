"""The Tab key: what a shell offers is what the program has."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from reviewtui.cli.command_registry import COMMANDS, find_command
from reviewtui.cli.completion import SHELLS, VARIABLE, script
from reviewtui.cli.program import program
from tests.acting import program_at, refused, remark
from tests.conftest import Clone, Run


def _offered(run: Run, where: Clone | Path, monkeypatch: pytest.MonkeyPatch, shell: str, *words: str) -> list[str]:
    """What a shell is told when Tab is pressed behind `words`."""
    with monkeypatch.context() as patched:
        patched.setenv(VARIABLE, f"{shell}_complete")
        patched.setenv(
            "COMP_WORDS", " ".join(["reviewtui", *words]) if shell != "bash" else "\n".join(["reviewtui", *words])
        )
        patched.setenv("COMP_CWORD", str(len(words)) if shell != "fish" else words[-1])
        patched.chdir(where.path if isinstance(where, Clone) else where)
        code, out, err = run(where)
    assert (code, err) == (0, "")
    return out.splitlines()


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_is_offered_in_every_shell(
    review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    """The names of the registry, none more and none less."""
    lines = _offered(run, review, monkeypatch, shell, "")
    if shell == "zsh":
        names = [value for kind, value in zip(lines[::3], lines[1::3], strict=True) if kind == "plain"]
    else:
        names = [line.partition(",")[2].partition("\t")[0] for line in lines]
    assert names == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_offered(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Behind a command its own long options are offered, and nothing else."""
    command = find_command(name)
    assert command is not None
    if isinstance(command, click.Group):
        assert _offered(run, tmp_path, monkeypatch, "bash", name, "") == [
            f"plain,{each}" for each in command.list_commands(click.Context(command))
        ]
        return
    options = {each for option in command.params for each in (*option.opts, *option.secondary_opts) if each[:2] == "--"}
    offered = {line.removeprefix("plain,") for line in _offered(run, tmp_path, monkeypatch, "bash", name, "--")}
    assert offered == {*options, "--help"}


def test_sections_remarks_and_versions_at_hand_are_offered(
    review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An argument that names one of them is completed from the review; a name with a blank in it is left out."""
    thread = remark(run, review, "comment", "records", "--whole", "-m", "Short,\nit is.")
    review.write("policy/two words.md", "# Two\n")
    review.git("tag", "0.9")
    assert "plain,records" in _offered(run, review, monkeypatch, "bash", "comment", "")
    assert _offered(run, review, monkeypatch, "bash", "comment", "pri") == ["plain,principles"]
    assert f"plain,{thread[-4:]}" in _offered(run, review, monkeypatch, "bash", "show", "")
    assert _offered(run, review, monkeypatch, "bash", "diff", "") == ["plain,0.9"]
    assert not any("two words" in line for line in _offered(run, review, monkeypatch, "bash", "comment", ""))


def test_outside_a_repository_nothing_is_offered_and_nothing_said(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shell that asks there is told nothing: a complaint would stand in the line that is typed."""
    assert _offered(run, tmp_path, monkeypatch, "bash", "show", "") == [""]


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_has_its_script(review: Clone, run: Run, shell: str) -> None:
    """What is printed is the script alone, and another shell is refused in one line."""
    code, out, err = run(review, "completion", shell)
    assert (code, err) == (0, "")
    assert out.rstrip() == script(program, shell).rstrip()
    assert "'tcsh' is not one of" in refused(run, review, "completion", "tcsh")


@pytest.mark.parametrize("shell", SHELLS)
def test_a_real_shell_reads_its_script(review: Clone, run: Run, shell: str, tmp_path: Path) -> None:
    """The script is of that shell's grammar."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not on this machine")
    file = tmp_path / "script"
    file.write_text(run(review, "completion", shell)[1], encoding="utf-8")
    assert subprocess.run([shell, "-n", str(file)], check=False).returncode == 0


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not on this machine")
def test_bash_itself_completes(review: Clone, tmp_path: Path) -> None:
    """In bash, `reviewtui ver` and Tab offer `versions` and `verify`."""
    program_at(tmp_path / "reviewtui", f'exec "{sys.executable}" -m reviewtui "$@"')
    typed = (
        'eval "$(reviewtui completion bash)"; COMP_WORDS=(reviewtui ver); COMP_CWORD=1; '
        '_reviewtui_completion reviewtui; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", typed],
        cwd=review.path,
        env=os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert (done.stdout.decode().split(), done.stderr) == (["versions", "verify"], b"")
