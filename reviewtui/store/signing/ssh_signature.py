"""SSH signatures, made and checked by OpenSSH's own `ssh-keygen -Y` (ssh-keygen(1)), never by a named program.

The keys that count are handed over; no file of the repository is read for them.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from reviewtui.domain.record.signing_key import bare, key_of
from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.store.git.process.environment import child_environment, find_program
from reviewtui.store.git.repository import Repository

NAMESPACE = "reviewtui-event@v1"
TIMEOUT = 20.0
UNASKED = 2.0
"""Seconds within which a key signs that nobody has to be asked about."""
_SIGNER = "signer"
_HOW = "git config user.signingkey ~/.ssh/id_ed25519"


def sign(repository: Repository, content: bytes) -> str:
    """Return the signature of `content` with the key that git's configuration names as `user.signingkey`.

    Raises:
        Refused: no key is named, or it cannot sign here.
        MachineFailed: `ssh-keygen` is missing or does not end.
    """
    named = repository.configuration.values().get("user.signingkey", "")
    if not named:
        raise Refused(f"There is no SSH key to sign with; name yours: {_HOW}")
    return sign_with(named, content, NAMESPACE)


def sign_unasked(repository: Repository, content: bytes, keys: Sequence[str]) -> str:
    """Return a signature of `content` by one of the public `keys`; empty where none of them signs at once.

    That is the key that git's configuration names, or one that an agent holds; never one that has to be touched, and
    nothing is asked.
    """
    named = repository.configuration.values().get("user.signingkey", "")
    held = [f"key::{key}" for key in keys if not key.startswith("sk-")] if os.environ.get("SSH_AUTH_SOCK") else []
    ends = time.monotonic() + UNASKED
    for key in [named] if named else held:
        try:
            armour = sign_with(key, content, NAMESPACE, timeout=max(0.1, ends - time.monotonic()))
        except (Refused, MachineFailed):
            continue
        if key_of(armour) in {bare(enrolled) for enrolled in keys}:
            return armour
    return ""


def sign_with(named: str, content: bytes, namespace: str, timeout: float = TIMEOUT) -> str:
    """Return the signature of `content` for `namespace` with the key `named`: a file, or a public key of the agent.

    Raises:
        Refused: the key cannot sign here.
        MachineFailed: `ssh-keygen` is missing or does not end.
    """
    with tempfile.TemporaryDirectory(prefix="reviewtui-") as folder:
        key = _key_file(named, Path(folder))
        done = _run(["-Y", "sign", "-n", namespace, "-f", str(key)], content, timeout)
    armour = done.stdout.decode("ascii", "replace")
    if done.returncode or "BEGIN SSH SIGNATURE" not in armour:
        reason = (done.stderr.decode("utf-8", "replace").strip().splitlines() or ["it gave no reason"])[-1]
        raise Refused(
            f"'{named}' cannot sign: {reason}. A key with a passphrase has to be in your agent (ssh-add); "
            f"another key is named with: {_HOW}"
        )
    return armour


def _key_file(named: str, folder: Path) -> Path:
    """The file of a key: git also takes a public key as it is, whose other half an agent holds (git-config(1))."""
    literal = named.removeprefix("key::")
    if literal != named or named.startswith(("ssh-", "ecdsa-", "sk-")):
        path = folder / "key.pub"
        path.write_text(f"{literal}\n", "utf-8")
        return path
    return Path(named).expanduser()


def is_signed_by(content: bytes, armour: str, keys: Iterable[str], namespace: str = NAMESPACE) -> bool:
    """Say whether one of the public `keys` signed exactly `content` for `namespace`.

    Raises:
        MachineFailed: `ssh-keygen` is missing or does not end.
    """
    lines = [f'{_SIGNER} namespaces="{namespace}" {key}' for key in keys if "\n" not in key and "\r" not in key]
    if not lines:
        return False
    with tempfile.TemporaryDirectory(prefix="reviewtui-") as folder:
        allowed, signature = Path(folder) / "allowed", Path(folder) / "signature"
        allowed.write_text("\n".join(lines) + "\n", "utf-8")
        signature.write_text(armour, "utf-8")
        arguments = ["-Y", "verify", "-n", namespace, "-I", _SIGNER, "-f", str(allowed), "-s", str(signature)]
        return _run(arguments, content).returncode == 0


def is_whole(content: bytes, armour: str) -> bool:
    """Say whether `armour` is a signature of exactly `content` by any key at all.

    Raises:
        MachineFailed: `ssh-keygen` is missing or does not end.
    """
    with tempfile.TemporaryDirectory(prefix="reviewtui-") as folder:
        signature = Path(folder) / "signature"
        signature.write_text(armour, "utf-8")
        return _run(["-Y", "check-novalidate", "-n", NAMESPACE, "-s", str(signature)], content).returncode == 0


def _run(arguments: Sequence[str], content: bytes, timeout: float = TIMEOUT) -> subprocess.CompletedProcess[bytes]:
    program = find_program("ssh-keygen")
    if program is None:
        raise MachineFailed("ssh-keygen is not installed, or not on the PATH; it comes with OpenSSH.")
    try:
        # A session of its own has no terminal, so that a question about a passphrase fails instead of hanging.
        return subprocess.run(
            [program, *arguments],
            input=content,
            capture_output=True,
            env=child_environment({"SSH_ASKPASS_REQUIRE": "never"}),
            timeout=timeout,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired as error:
        raise MachineFailed(f"ssh-keygen did not end within {timeout:.0f} seconds.") from error
    except (OSError, ValueError) as error:
        raise MachineFailed(f"ssh-keygen could not be started: {error}") from error
