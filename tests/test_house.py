"""The house is in order: rooms are small, a name is used once, no class has grown large by what it inherits."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("house")
"""All by one worker: each would read a thousand modules for itself."""
PACKAGE = Path(__file__).parents[1] / "reviewtui"
_REPEATED = {"__init__", "tuning"}
"""Module names that stand in many rooms: every room says what it is, and each engine has its numbers in one place."""
_ONE_OF_MANY = {"topic", "address_guard", "classifying", "text_faults"}
"""Small modules for one other that keep a rule apart from what runs it: a check, who may ask, what may be said."""
_FEW_LINES = 40
_MOST_MODULES, _MOST_LINES, _MOST_METHODS, _LONGEST_FUNCTION = 15, 300, 30, 50


@cache
def _modules() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def _classes() -> tuple[ast.ClassDef, ...]:
    nodes = chain.from_iterable(ast.walk(tree) for tree in _modules().values())
    return tuple(node for node in nodes if isinstance(node, ast.ClassDef))


def _twice(names: Iterator[str]) -> set[str]:
    return {name for name, times in Counter(names).items() if times > 1}


def _type_names(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a module gives to types, classes and aliases; what is private is its own."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (name for name in map(ast.unparse, targets) if re.fullmatch(r"[A-Z]+[a-z]\w*", name))
    yield from (node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def test_a_class_or_alias_name_stands_in_one_module() -> None:
    """Whoever searches for a type finds one: what means the same is said once, what does not is called otherwise."""
    assert not _twice(chain.from_iterable(map(_type_names, _modules().values())))


def test_a_module_name_stands_in_one_room() -> None:
    """Whoever opens a file by its name finds one."""
    assert not _twice(path.stem for path in _modules()) - _REPEATED


def test_a_room_has_at_most_fifteen_modules() -> None:
    """A listing is read at a glance; the sixteenth module asks for a room of its own."""
    rooms = Counter(path.parent for path in _modules() if path.stem != "__init__")
    assert not {str(room.relative_to(PACKAGE)): count for room, count in rooms.items() if count > _MOST_MODULES}


def _imported(tree: ast.Module) -> Iterator[str]:
    """Yield the modules, and the names in them, that a module imports from the package, wherever it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reviewtui"):
            yield from {node.module or "", *(f"{node.module}.{name.name}" for name in node.names)}


def test_a_module_of_a_few_lines_serves_several() -> None:
    """What one module alone needs stands in it or beside it, so that one file is opened to read one thing."""
    users = Counter(chain.from_iterable(set(_imported(tree)) for tree in _modules().values()))
    names = {path: ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in _modules()}
    small = {path for path in names if len(path.read_text("utf-8").splitlines()) < _FEW_LINES}
    alone = {path.stem for path in small if path.stem != "__init__" and users[names[path]] == 1}
    assert not {name for name in alone - _ONE_OF_MANY if not name.endswith("_registry")}


def test_a_room_says_what_it_is_and_holds_nothing_else() -> None:
    """`__init__` is a docstring, so that no cycle leads through it; only the package itself has a version."""
    for path, tree in _modules().items():
        if path.stem == "__init__" and path.parent != PACKAGE:
            assert ast.get_docstring(tree), path
            assert len(tree.body) == 1, path


def _lineage(cls: ast.ClassDef, ours: dict[str, ast.ClassDef]) -> Iterator[ast.ClassDef]:
    yield cls
    for base in cls.bases:
        name = ast.unparse(base).split("[")[0].split(".")[-1]
        if name in ours and name != cls.name:
            yield from _lineage(ours[name], ours)


def test_a_class_stays_small_with_all_that_it_inherits_from_us() -> None:
    """What a reader has to hold in mind counts, not where it was put."""
    ours = {cls.name: cls for cls in _classes()}
    large = {}
    for cls in ours.values():
        parts = {part.name: part for part in _lineage(cls, ours)}.values()
        lines = sum((part.end_lineno or 0) - part.lineno + 1 for part in parts)
        methods = sum(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for part in parts for node in part.body)
        if lines > _MOST_LINES or methods > _MOST_METHODS:
            large[cls.name] = (lines, methods)
    assert not large


_LAYERS = sorted(path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name[0] != "_")


@pytest.mark.parametrize("room", _LAYERS)
def test_no_function_is_long(room: str) -> None:
    """A function fits on a screen."""
    for path, tree in _modules().items():
        if path.is_relative_to(PACKAGE / room):
            for node in ast.walk(tree):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    assert (node.end_lineno or 0) - node.lineno < _LONGEST_FUNCTION, f"{path}:{node.lineno}"


def test_the_architecture_names_modules_that_are_there() -> None:
    """A path in ARCHITECTURE.md leads to a file, so that the page is renewed when rooms change."""
    root = PACKAGE.parent
    paths = [path for folder in ("reviewtui", "tests", "docs", "benchmarks") for path in (root / folder).rglob("*.py")]
    there = {f"/{path.relative_to(root).as_posix()}" for path in paths}
    named = set(re.findall(r"`([\w/]+\.py)`", (root / "ARCHITECTURE.md").read_text("utf-8")))
    assert not {name for name in named if not any(path.endswith(f"/{name}") for path in there)}


def test_how_to_add_names_places_that_are_there() -> None:
    """Each row of "How to add" leads to files and folders of the program, of the tests or of the docs."""
    root = PACKAGE.parent
    table = (root / "ARCHITECTURE.md").read_text("utf-8").partition("## How to add")[2].partition("\n## ")[0]
    rows = {
        row.split("|")[1].strip(): set(re.findall(r"`(\w+/[\w/]*(?:\.\w+)?)`", row)) for row in table.splitlines()[4:]
    }
    assert {"a gate", "a content check", "a format", "a key", "an event type", "a command"} <= rows.keys()
    for what, places in rows.items():
        assert places, what
        assert not [place for place in places if not any((base / place).exists() for base in (root, PACKAGE))], what


def _own_names(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (each.id for target in node.targets for each in ast.walk(target) if isinstance(each, ast.Name))


def test_a_private_name_of_a_module_is_used_in_it() -> None:
    """What a rewritten rule leaves behind is taken out with it; numbers of a tuning module are named elsewhere."""
    words = {path: Counter(re.findall(r"\w+", path.read_text("utf-8"))) for path in _modules()}
    everywhere: Counter[str] = sum(words.values(), Counter())
    for path, tree in _modules().items():
        known = everywhere if path.stem == "tuning" else words[path]
        names = [name for name in _own_names(tree) if path.stem == "tuning" or name[0] == "_" != name[1]]
        assert not [name for name in names if known[name] < 2], path


_KNOWS_LANGUAGE = {"meaning_changes", "change_class", "class_of", "reworded_class", "passage_language", "hunk_class"}
_KNOWS_LANGUAGE |= {"diff_policies", "compare_policies", "offers", "own_changes", "trace_quote"}


def test_whoever_classes_a_change_says_in_which_language_the_policy_is() -> None:
    """A call that forgets it takes a policy in Welsh or French for an English one."""
    forgetful = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path, tree in _modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in _KNOWS_LANGUAGE
        and not any("language" in ast.unparse(given) for given in (*node.args, *node.keywords))
    ]
    assert not forgetful


_MOST_PARAMETERS, _WITH_MORE = 4, 62
"""Parameters of a function, and how many functions have more; commands get each option by itself from click."""


def test_few_functions_have_many_parameters() -> None:
    """What travels together is one value; the number of functions that do without only falls."""
    many = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path, tree in _modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and not path.is_relative_to(PACKAGE / "cli" / "commands")
        and sum(each.arg not in {"self", "cls"} for each in _parameters(node)) > _MOST_PARAMETERS
    ]
    assert len(many) <= _WITH_MORE, many


def _parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.arg]:
    return [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
