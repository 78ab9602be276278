"""How sharing fares when everybody does it at once: clones that push to one repository, processes in one clone.

Run: python benchmarks/sharing.py [--pairs 5] [--json] [--clones 8 --remarks 15] [--processes 8 --each 25]
Each process runs the program's own commands (comment, submit, sync) and times every sync. Nothing may be lost.
"""

import argparse
import contextlib
import io
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_PEOPLE = {"GIT_AUTHOR_NAME": "P. Officer", "GIT_AUTHOR_EMAIL": "officer@council.example"}
_PEOPLE |= {"GIT_COMMITTER_NAME": "P. Officer", "GIT_COMMITTER_EMAIL": "officer@council.example"}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", dest="as_json")
    parser.add_argument("--clones", type=int, default=8)
    parser.add_argument("--remarks", type=int, default=15)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--each", type=int, default=25)
    parser.add_argument("--pairs", type=int, default=0, help="runs of ours and of plain git with retry, in turn")
    parser.add_argument("--child", nargs=3, metavar=("FOLDER", "COUNT", "SYNC"))
    given = parser.parse_args()
    if given.child:
        folder, count, how = given.child
        if how == "git":
            _work_with_git(Path(folder), int(count))
        else:
            _work(folder, int(count), syncs=how == "yes")
        return
    if given.pairs:
        _compare_with_git(given.pairs, given.clones, given.remarks)
        return
    with tempfile.TemporaryDirectory(prefix="sharing-") as folder:
        figures = {}
        if given.clones:
            figures["clones"] = many_clones(Path(folder) / "many", given.clones, given.remarks)
        if given.processes:
            figures["one_clone"] = one_clone(Path(folder) / "one", given.processes, given.each)
    if given.as_json:
        print(json.dumps(figures))
        return
    for name, counts in figures.items():
        print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in counts.items()))


def _compare_with_git(pairs: int, clones: int, remarks: int) -> None:
    """Print the worst wait of each pair of runs, ours and plain git's, and the median of their ratios."""
    ratios = []
    for number in range(pairs):
        with tempfile.TemporaryDirectory(prefix="sharing-") as folder:
            ours = many_clones(Path(folder) / "ours", clones, remarks)
            git = many_clones(Path(folder) / "git", clones, remarks, "git")
        ratios.append(ours["worst_s"] / git["worst_s"])
        print(f"pair {number + 1}: ours {ours}, git {git}, ratio {ratios[-1]:.2f}", flush=True)
    print(f"median ratio of the worst waits: {statistics.median(ratios):.2f}")


def many_clones(folder: Path, clones: int, remarks: int, how: str = "yes") -> dict[str, float]:
    """Let clones push at once to one bare repository; return how many remarks arrived and how long syncs took."""
    bare = _founded(folder)
    for number in range(clones):
        _git(folder, "clone", "-q", str(bare), f"clone-{number}")
    began, used = time.monotonic(), _used()
    waits, tries = _all_at_once([folder / f"clone-{number}" for number in range(clones)], remarks, how)
    wall, cpu = time.monotonic() - began, _used() - used
    arrived = _git(bare, "ls-tree", "-r", "--name-only", "main", "reviews/threads").count(".toml")
    return {
        "sent": clones * remarks,
        "arrived": arrived,
        "mean_s": round(sum(waits) / len(waits), 2),
        "worst_s": round(max(waits), 2),
        "pushes_mean": round(sum(tries) / len(tries), 2),
        "wall_s": round(wall, 1),
        "cpu_s": round(cpu, 1),
    }


def _used() -> float:
    """The CPU seconds of all children that have ended, theirs included."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def one_clone(folder: Path, processes: int, each: int) -> dict[str, float]:
    """Let processes remark and submit in one clone; return how many events arrived."""
    _founded(folder)
    began = time.monotonic()
    _all_at_once([folder / "founder"] * processes, each, "no")
    committed = _git(folder / "founder", "ls-tree", "-r", "--name-only", "HEAD", "reviews/threads").count(".toml")
    status = _git(folder / "founder", "status", "--porcelain")
    return {
        "sent": processes * each,
        "arrived": committed,
        "left_over": len(status.splitlines()),
        "wall_s": round(time.monotonic() - began, 1),
    }


def _founded(folder: Path) -> Path:
    """Make a founded review with a bare repository beside it, and return that."""
    founder = folder / "founder"
    (founder / "policy").mkdir(parents=True)
    (founder / "policy" / "index.md").write_text("# Policy\n\nThink before you post. Ask if in doubt.\n", "utf-8")
    _git(founder, "init", "-q", "-b", "main")
    _git(founder, "add", "-A")
    _git(founder, "commit", "-q", "-m", "Draft")
    subprocess.run(
        [sys.executable, "-m", "reviewtui", "-C", str(founder), "init"],
        check=True,
        env=_environment(),
        capture_output=True,
    )
    _git(folder, "clone", "-q", "--bare", "founder", "shared.git")
    return folder / "shared.git"


def _all_at_once(folders: list[Path], count: int, how: str) -> tuple[list[float], list[int]]:
    command = [sys.executable, __file__, "--child"]
    children = [
        subprocess.Popen([*command, str(folder), str(count), how], env=_environment(), stdout=subprocess.PIPE)
        for folder in folders
    ]
    waits: list[float] = []
    tries: list[int] = []
    for child in children:
        output, _ = child.communicate()
        if child.returncode:
            raise SystemExit(f"a child ended with {child.returncode}: {output.decode()}")
        figures = json.loads(output)
        waits += figures["waits"]
        tries += figures["tries"]
    return waits, tries


def _work(folder: str, count: int, *, syncs: bool) -> None:
    """Remark, submit and sync as often as asked; print how long each sync took, and how often it tried."""
    waits, tries = [], []
    for number in range(count):
        _run(folder, "comment", "index", "--whole", "-m", f"Remark {number} of {os.getpid()}")
        _run(folder, "submit")
        if syncs:
            began = time.monotonic()
            answer = json.loads(_run(folder, "sync", "--json"))
            waits.append(time.monotonic() - began)
            tries.append(answer["tries"])
    print(json.dumps({"waits": waits, "tries": tries}))


def _work_with_git(folder: Path, count: int) -> None:
    """Commit a file and share it by git pull and push, tried again until it goes; print how long each took."""
    waits, tries = [], []
    for number in range(count):
        name = f"reviews/threads/{os.getpid()}-{number}.toml"
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"body = 'Remark {number} of {os.getpid()}'\n" * 12, "utf-8")
        _git(folder, "add", name)
        _git(folder, "commit", "-q", "-m", "Remark")
        began, tried = time.monotonic(), 0
        while True:
            tried += 1
            try:
                _git(folder, "pull", "-q", "--no-rebase", "--no-edit")
                _git(folder, "push", "-q")
                break
            except subprocess.CalledProcessError:
                time.sleep(random.uniform(0, (time.monotonic() - began) / tried))  # noqa: S311 - jitter, no secret
        waits.append(time.monotonic() - began)
        tries.append(tried)
    print(json.dumps({"waits": waits, "tries": tries}))


def _run(folder: str, *arguments: str) -> str:
    from reviewtui.cli.program import run

    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(["-C", folder, *arguments])
    if code:
        print(err.getvalue())
        raise SystemExit(code)
    return out.getvalue()


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=_environment(), check=True, capture_output=True, text=True
    )
    return done.stdout


def _environment() -> dict[str, str]:
    return os.environ | _PEOPLE


if __name__ == "__main__":
    main()
