"""What tests of signatures do again and again: keys, and settings that name them."""

import shutil
import subprocess
from pathlib import Path

import pytest

needs_ssh = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not on this machine")


def key_at(path: Path, passphrase: str = "") -> Path:
    """Make a private SSH key, its public half beside it."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-C", "", "-f", str(path)], check=True)
    return path


def public(key: Path) -> str:
    """Return the public half of a key."""
    return Path(f"{key}.pub").read_text("utf-8").strip()


def signers(key: Path, *people: tuple[str, str]) -> str:
    """Return the tables of the settings that give a key to people."""
    return "".join(f'\n[[signers]]\naddress = "{address}"\nkey = "{public(key)}"\n' for _, address in people)


def asking_for_signatures(settings: str) -> str:
    """Return settings that ask for signatures."""
    return settings.replace('target = "1.0"', 'target = "1.0"\nsignatures = "required"')
