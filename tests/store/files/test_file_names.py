"""Names in commits of others that no file here may have."""

import pytest

from reviewtui.domain.refusal import Refused
from reviewtui.store.files.file_names import require_usable_names


@pytest.mark.parametrize(
    "path",
    [
        ".git/hooks/post-commit",
        "policy/.git/config",
        ".GIT/config",
        "policy/.Git /config",
        ".git./config",
        ".git:x:$DATA",
        ".g\u200cit/config",
        "GIT~1/config",
        "policy/../../x.md",
        "policy/./x.md",
        "..\\..\\x.md",
        "policy//x.md",
        "/etc/x",
        "policy/" + "x" * 300 + ".md",
        "x/" * 2100 + "a.md",
        "policy/caf\udce9.md",
        "policy/a\0b.md",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(path: str) -> None:
    """Neither git's own folder nor anything outside is ever written, whatever a disk makes of the name."""
    with pytest.raises(Refused, match="never made here"):
        require_usable_names(["policy/index.md", path])


def test_usual_names_are_usable() -> None:
    """Dots, git's own dot files, spaces and letters of all scripts stay."""
    require_usable_names(
        [".gitignore", ".gitattributes", "a/.github/x", "policy/a b.md", "policy/é…/x..md", "...", "git/x"]
    )
