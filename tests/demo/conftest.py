"""The example repository, built once for all tests that look at it, and small stories for those that do not."""

import contextlib
import io
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from reviewtui.cli.program import run as run_program
from reviewtui.demo.storybook import AnyStep, CommandStep, DraftStep, Role, Storybook
from reviewtui.domain.actions.commands import BeginReview, Release
from tests.conftest import Clone


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run everything that looks at the whole example in one process: building it takes longer than all that."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.xdist_group("example"))


@dataclass(frozen=True)
class Built:
    """What one call of `demo` without a terminal left behind."""

    clone: Clone
    code: int
    message: str


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The whole story, replayed by the command itself; nobody may write to it (see `example`)."""
    with pytest.MonkeyPatch.context() as patched, contextlib.redirect_stdout(io.StringIO()) as message:
        patched.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        patched.setenv("GIT_CONFIG_NOSYSTEM", "1")
        # Who the developer is must not show in the example.
        for name in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"):
            patched.setenv(name, "Somebody Else")
        for name in ("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"):
            patched.setenv(name, "somebody@else.example")
        folder = tmp_path_factory.mktemp("demo") / "reviewtui-demo"
        code = run_program(["demo", str(folder)])
    return Built(Clone(folder), code, message.getvalue())


@pytest.fixture
def example(built: Built, tmp_path: Path) -> Clone:
    """A copy of the example to work in."""
    shutil.copytree(built.clone.path, tmp_path / "example")
    return Clone(tmp_path / "example")


def short_story(*more: AnyStep) -> Storybook:
    """Return a story of one draft that is released at once, and what comes after it."""
    steps = (
        DraftStep(by="author", files="0.1", message="First draft", days_ago=9),
        CommandStep("author", BeginReview("policy", "A policy")),
        CommandStep("author", Release("0.1", "To be read.")),
    )
    return Storybook(
        "author", {"author": Role("Policy Officer", "officer@council.example", "council")}, (*steps, *more)
    )
