"""The dialogs of the longer tasks as text, at three sizes."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewtui.tui.widgets.message_line import MessageLine
from tests.acting import ask
from tests.conftest import Clone, Run
from tests.exchange.word.editing import answered
from tests.tui.conftest import Open, Play

pytestmark = pytest.mark.slow


def _seen(app: Play) -> str:
    return "\n".join(line.rstrip() for line in app.seen().splitlines() if line.strip())


@pytest.fixture(autouse=True)
def _lasting_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages stay until the end, else a snapshot would hang on how fast the machine is."""
    monkeypatch.setattr(MessageLine, "_drop", lambda _line, _entry: None)


@pytest.fixture
def answer(review: Clone, run: Run, tmp_path: Path) -> Path:
    """The file that came back, with a change and a comment of two people."""
    ask(run, review, "export", "docx", str(tmp_path / "out.docx"))
    (tmp_path / "back.docx").write_bytes(answered((tmp_path / "out.docx").read_bytes()))
    return tmp_path / "back.docx"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 50)], ids=["80x24", "120x40", "160x50"])
async def test_the_tasks_look_as_they_did(
    review: Clone, answer: Path, play: Open, snapshot: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """Who a name is, the file beside the draft, sending out, a round, an organisation."""
    async with play(review, size=size) as app:
        await app.press("I")
        await app.type(str(answer), "enter")
        assert _seen(app) == snapshot(name="who")
        await app.type("pat@southmere.example", "enter", "escape")
        assert _seen(app) == snapshot(name="beside the draft")
        await app.press("escape", "ctrl+g", "tab", "tab", "tab", "ctrl+u")
        await app.type("~/policy.docx")
        assert _seen(app) == snapshot(name="send out")
        await app.press("escape")
        for act in ("open_round", "organisations"):
            app.screen.action_act(act)
            await app.settle()
            await app.press("ctrl+u")
            await app.type("2031-05-01" if act == "open_round" else "south")
            await app.press("enter" if act == "organisations" else "tab")
            assert _seen(app) == snapshot(name=act)
            await app.press("escape")
