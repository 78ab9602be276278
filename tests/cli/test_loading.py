"""What a command loads: reading threads needs neither the checks nor what weighs words."""

import subprocess
import sys

from tests.conftest import Clone

_NOT_NEEDED = (
    "checks",
    "exchange",
    "text.meaning.change_class",
    "text.meaning.signals",
    "workspace.judging",
    "workspace.sharing",
)


def test_listing_threads_loads_no_checks_and_no_sharing(review: Clone) -> None:
    """Each of these costs every command a tenth of its time, so what needs them loads them."""
    script = (
        "import sys; from reviewtui.cli import program; code = program.run(['-C', sys.argv[1], 'threads'])\n"
        "print('\\n'.join(name for name in sys.modules if name.startswith('reviewtui.'))); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(review.path)], capture_output=True, text=True, check=True)
    loaded = [name for name in done.stdout.splitlines() if name.startswith("reviewtui.")]
    assert len(loaded) > 50
    assert not [name for name in loaded if name.removeprefix("reviewtui.").startswith(_NOT_NEEDED)]
