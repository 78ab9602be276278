"""The table of hostile inputs: which rows there are, which tests hold each, and how many cases of these passed."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROWS = Path(__file__).with_name("rows.toml")


@dataclass(frozen=True)
class HostileRow:
    """One kind of attack or fault: `tests` are files, folders, or file::beginning of a name."""

    group: str
    number: int
    what: str
    tests: tuple[str, ...] = ()
    untested: str = ""


def hostile_rows() -> Iterator[tuple[str, list[HostileRow]]]:
    """Yield each group's heading with its rows."""
    table: dict[str, dict[str, Any]] = tomllib.loads(ROWS.read_text("utf-8"))
    for letter, group in table.items():
        rows = [
            HostileRow(letter, row["n"], row["what"], tuple(row.get("tests", ())), row.get("untested", ""))
            for row in group["rows"]
        ]
        yield f"{letter}. {group['name']}", rows


def table_lines(outcomes: Mapping[str, bool]) -> Iterator[str]:
    """Yield the table of a run; `outcomes` say of each test that ran whether it passed."""
    every: set[str] = set()
    for heading, rows in hostile_rows():
        yield heading
        for row in rows:
            cases = [name for name in outcomes if _holds(row.tests, name)]
            every.update(cases)
            passed = sum(outcomes[name] for name in cases)
            yield f"  {row.number:>3}  {row.what:<42} {len(cases):>5} {passed:>7}  {row.untested}".rstrip()
    yield f"       {'together, each once':<42} {len(every):>5} {sum(outcomes[name] for name in every):>7}"


def _holds(tests: Iterable[str], name: str) -> bool:
    return name.startswith(tuple(tests))


def is_in_table(name: str) -> bool:
    """Say whether a row names the test."""
    return name.startswith(_beginnings())


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple({test for _, rows in hostile_rows() for row in rows for test in row.tests})


def paths_of_rows() -> list[str]:
    """Return the files and folders of all rows, each once."""
    named = (each.partition("::")[0] for _, rows in hostile_rows() for row in rows for each in row.tests)
    return sorted(set(named))


if __name__ == "__main__":
    import sys

    sys.stdout.write(" ".join(paths_of_rows()) + "\n")
